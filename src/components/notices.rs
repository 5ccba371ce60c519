//! What was left out, said plainly.

use leptos::prelude::*;

use crate::{
    element::{Element, el},
    route::Notice,
};

/// The most lines that are listed.
const MOST: usize = 8;

/// Lines about what was left out; nothing where there are none. `title` says what they have in
/// common.
pub fn notices(title: &'static str, lines: Signal<Vec<String>>) -> Element {
    let list = move || {
        let lines = lines.get();
        let more = lines.len().saturating_sub(MOST);
        let more = (more > 0).then(|| el("p").child(format!("And {more} more.")));
        let items: Vec<Element> = lines.into_iter().take(MOST).map(|line| el("li").child(line)).collect();
        (!items.is_empty())
            .then(|| [Some(el("p").class("notices-title").child(title)), Some(el("ul").child(items)), more])
            .map(|parts| parts.into_iter().flatten().collect::<Vec<_>>())
    };
    el("div").class("notices").attr("role", "status").child_with(list)
}

/// What of the address could not be used.
pub fn address_notices<T: Send + Sync + 'static>(read: Memo<(T, Vec<Notice>)>) -> Element {
    let lines = Signal::derive(move || read.with(|(_, notices)| notices.iter().map(ToString::to_string).collect()));
    notices("Part of the address could not be used", lines)
}
