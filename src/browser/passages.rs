//! The passages of a comparison on the page: which one is looked at, and the way to it.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{
    clock::after_render,
    grid::{all, is_shown},
};

/// Where passages stand, each with the claims in it in `data-claims`.
const PASSAGES: &str = "main .words [data-claims]";

/// What of the words is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// The passages on an aspect, by its word.
    Aspect(&'a str),
    /// The passage that a claim stands in, by the claim's name.
    Claim(&'a str),
}

/// How far to go with what is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Going {
    /// It is marked.
    Mark,
    /// Every column is scrolled to it too.
    Scroll,
    /// And it gets the focus.
    Focus,
}

/// Marks what is looked at, and nothing else, and goes there.
pub fn show(target: Option<Target>, going: Going) {
    let Some(body) = document().body() else { return };
    for marked in all(&body, "main .words [data-focus]") {
        drop(marked.remove_attribute("data-focus"));
    }
    let Some(target) = target else { return };
    let find = |selector: String| all(&body, &format!("main .words {selector}"));
    let chosen = match target {
        Target::Aspect(aspect) => find(format!("section[data-aspect='{aspect}']")),
        Target::Claim(claim) => find(format!("[data-claims~='{claim}']")),
    };
    for element in &chosen {
        drop(element.set_attribute("data-focus", ""));
        unfold(element);
    }
    // As written an aspect has no place of its own: its passages are marked all over the texts.
    let chosen = match target {
        Target::Aspect(aspect) if chosen.is_empty() => find(format!("mark[data-aspect='{aspect}']")),
        Target::Aspect(_) | Target::Claim(_) => chosen,
    };
    let Some(first) = chosen.into_iter().next().filter(|_| going > Going::Mark) else { return };
    let place = first.closest("[data-column-text]").ok().flatten().unwrap_or_else(|| first.clone());
    go(place, SETTLING);
    if going == Going::Focus {
        super::page::focus_quietly(&first);
    }
}

/// Scrolls the page to an element, and again while the rows before it, which are laid out only now
/// that they are near, move it away. Each column that scrolls by itself goes to its own passage.
fn go(place: Element, frames: u32) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(ScrollLogicalPosition::Start);
    options.set_inline(ScrollLogicalPosition::Nearest);
    place.scroll_into_view_with_scroll_into_view_options(&options);
    for column in document().body().map_or_else(Vec::new, |body| all(&body, "main .words [data-column-text]")) {
        let own = |selector: &str| column.query_selector(selector).ok().flatten();
        if let Some(own) = own("[data-focus]").or_else(|| own("[data-claims]")) {
            let way = own.get_bounding_client_rect().top() - column.get_bounding_client_rect().top();
            #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
            column.set_scroll_top(column.scroll_top() + way as i32 - column.client_height() / 5);
        }
    }
    if frames > 0 {
        after_render(move || go(place, frames - 1));
    }
}

/// For how many frames a place is gone to again.
const SETTLING: u32 = 3;

/// Opens what an element is folded in.
fn unfold(element: &Element) {
    let mut at = element.parent_element();
    while let Some(parent) = at {
        if parent.tag_name() == "DETAILS" {
            drop(parent.set_attribute("open", ""));
        }
        at = parent.parent_element();
    }
}

/// The first claim of the passage after the one that is looked at, or before it; from an aspect, of
/// its first. None at the ends.
#[must_use]
pub fn neighbour(forward: bool) -> Option<String> {
    let body = document().body()?;
    // Rows that are filtered away have no box.
    let mut passages = all(&body, PASSAGES);
    passages.retain(|it| it.closest(".words-row").ok().flatten().is_some_and(|row| is_shown(&row)));
    let looked_at = |it: &Element| it.has_attribute("data-focus");
    let next = match passages.iter().position(looked_at) {
        Some(at) if forward => passages.iter().skip(at).find(|it| !looked_at(it)),
        Some(at) => at.checked_sub(1).and_then(|at| passages.get(at)),
        None => passages.iter().find(|it| it.closest("[data-focus]").is_ok_and(|it| it.is_some())).or(passages.first()),
    };
    next?.get_attribute("data-claims")?.split(' ').next().map(str::to_owned)
}

/// The place that the focus is in, in words that are keys of cells: the aspect and the column.
#[must_use]
pub fn cell_of_focus() -> Option<String> {
    let at = document().active_element()?.closest(".words [data-cell]").ok()??;
    at.get_attribute("data-cell")
}

/// Moves the focus to the element of a key; whether there is one.
pub fn focus_key(key: &str) -> bool {
    let found = document().query_selector(&format!("main [data-key='{key}']")).ok().flatten();
    found.and_then(|it| it.dyn_into::<HtmlElement>().ok()).is_some_and(|it| it.focus().is_ok())
}

/// Whether a click is on a link to passages.
#[must_use]
pub fn is_link_to(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|it| it.closest("[data-look]").is_ok_and(|link| link.is_some()))
}
