//! Long lists that stay whole.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    browser::clock::after_paint,
    derived::Derived,
    domain::gather::Gather,
    element::{Child, Element, View, reactive},
    hooks::use_site,
};

/// How many rows are drawn at a time.
const PART: usize = 50;

/// How many of so many things are drawn: `first` of them at once, the others once these are on the screen,
/// `step` at a time, and in the end all, whatever their number is by then. Where a page is drawn whole, all are at once.
pub fn growing(first: usize, step: usize, all: usize) -> RwSignal<usize> {
    let drawn = RwSignal::new(if use_site().draws_whole() { usize::MAX } else { first });
    grow(drawn, step, all);
    drawn
}

/// The rows of a list: the first are drawn at once, the others once these are on the screen, some at a
/// time. In the end all are on the page, where the browser's own search finds them.
pub fn gradually(count: usize, row: impl Fn(usize) -> Option<Element> + Send + Sync + 'static) -> Vec<View> {
    let row = Arc::new(row);
    let parts = count.div_ceil(PART);
    let drawn = growing(1, 1, parts);
    (0..parts)
        .map(|part| {
            let row = Arc::clone(&row);
            let is_drawn = Derived::new(move |_| drawn.get() > part);
            let rows = move || (part * PART..count.min((part + 1) * PART)).filter_map(&*row).gathered();
            reactive(move || is_drawn.get().then(|| untrack(&rows))).view()
        })
        .gathered()
}

fn grow(drawn: RwSignal<usize>, step: usize, all: usize) {
    // The page may be another one by then.
    if drawn.try_get_untracked().is_some_and(|now| now < usize::MAX) {
        after_paint(move || {
            let more = |now: usize| if now + step < all { now + step } else { usize::MAX };
            drawn.try_update(|drawn| *drawn = more(*drawn));
            grow(drawn, step, all);
        });
    }
}
