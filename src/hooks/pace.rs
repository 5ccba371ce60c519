//! When what a visitor does is answered. Their own letter or tick is on the screen first.

use std::mem;

use leptos::prelude::*;

use crate::browser::clock::after_paint;

/// Answers what is typed, and waits until the answer is on the screen before it answers the next: of what is
/// typed meanwhile, only the last. So keys do not pile up where they come faster than the page can draw.
pub fn one_at_a_time(answer: impl Fn(String) + Copy + Send + Sync + 'static) -> impl Fn(String) + Copy + 'static {
    /// Answers, and then what was typed meanwhile.
    fn begin(busy: StoredValue<Busy>, typed: String, answer: impl Fn(String) + Copy + 'static) {
        answer(typed);
        after_paint(move || {
            // The page may be another one by then.
            match busy.try_update_value(mem::take) {
                Some(Busy::With(Some(next))) => {
                    busy.set_value(Busy::With(None));
                    begin(busy, next, answer);
                }
                Some(Busy::No | Busy::With(None)) | None => {}
            }
        });
    }
    let busy = StoredValue::new(Busy::No);
    move |typed| match busy.try_get_value() {
        Some(Busy::With(_)) => busy.set_value(Busy::With(Some(typed))),
        Some(Busy::No) => {
            busy.set_value(Busy::With(None));
            begin(busy, typed, answer);
        }
        None => {}
    }
}

/// Whether an answer is being drawn, and what was typed since.
#[derive(Clone, Debug, Default)]
enum Busy {
    #[default]
    No,
    With(Option<String>),
}

/// Answers what is chosen once the choice itself, such as a tick, is on the screen, and all of it in turn. A page
/// that is left by then answers no more.
pub fn once_shown() -> impl Fn(Box<dyn FnOnce()>) + Copy + Send + Sync + 'static {
    let page = StoredValue::new(());
    move |answer| {
        after_paint(move || {
            if page.try_get_value().is_some() {
                answer();
            }
        });
    }
}
