//! The passages of a comparison on the page: which one is looked at, and the way to it.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{
    grid::{all, is_shown},
    layout, take,
};

/// Where passages stand, each with the claims in it in `data-claims`.
const PASSAGES: &str = "main .words .columns-body:not([data-off]) [data-claims]";

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
    let Ok(Some(words)) = document().query_selector("main .words") else { return };
    for marked in all(&words, "[data-focus]") {
        drop(marked.remove_attribute("data-focus"));
    }
    let Some(target) = target else { return };
    let find = |selector: String| all(&words, &format!(".columns-body:not([data-off]) {selector}"));
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
    go(&place);
    if going == Going::Focus {
        super::page::focus_quietly(&first);
    }
}

/// Scrolls the page to an element, and each column that scrolls by itself to its own passage.
fn go(place: &Element) {
    // What stands before it must not move it away later.
    layout::settle_now();
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(ScrollLogicalPosition::Start);
    options.set_inline(ScrollLogicalPosition::Nearest);
    place.scroll_into_view_with_scroll_into_view_options(&options);
    for column in document()
        .body()
        .map_or_else(Vec::new, |body| all(&body, "main .words .columns-body:not([data-off]) [data-column-text]"))
    {
        let own = |selector: &str| column.query_selector(selector).ok().flatten();
        if let Some(own) = own("[data-focus]").or_else(|| own("[data-claims]")) {
            let way = own.get_bounding_client_rect().top() - column.get_bounding_client_rect().top();
            #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
            column.set_scroll_top(column.scroll_top() + way as i32 - column.client_height() / 5);
        }
    }
}

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
    let passages = all(&body, PASSAGES);
    // Rows that are filtered away have no box.
    let is_open = |it: &&Element| it.closest(".words-row").ok().flatten().is_some_and(|row| is_shown(&row));
    let looked_at = |it: &Element| it.has_attribute("data-focus");
    let next = match passages.iter().position(looked_at) {
        Some(at) if forward => passages.iter().skip(at).find(|it| !looked_at(it) && is_open(it)),
        Some(at) => passages.iter().take(at).rev().find(is_open),
        None => {
            let of_aspect = |it: &&Element| it.closest("[data-focus]").is_ok_and(|it| it.is_some()) && is_open(it);
            passages.iter().find(of_aspect).or_else(|| passages.iter().find(is_open))
        }
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

/// Sets the address of every link to passages: of what it looks at, and whether as it was written.
pub fn point(address: impl Fn(&str, bool) -> String) {
    let Some(body) = document().body() else { return };
    for link in all(&body, "main a[data-look]") {
        // It is the last parameter.
        if let Some(old) = link.get_attribute("href")
            && let Some((_, look)) = old.rsplit_once(['?', '&'])
        {
            drop(link.set_attribute("href", &address(look, link.has_attribute("data-written"))));
        }
    }
}

/// Answers a click that asks to copy the link to a passage; for the `click` of what passages are in.
pub fn on_click(event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let closest = |of: &Element, selector: &str| of.closest(selector).ok().flatten();
    let Some(control) = closest(&target, "[data-copy]") else { return };
    let link = closest(&control, "[data-claims]").and_then(|it| it.query_selector("[data-look]").ok().flatten());
    if let Some(path) = link.and_then(|link| link.get_attribute("href")) {
        take::copy_and_say(control, &take::address_of(&path));
    }
}
