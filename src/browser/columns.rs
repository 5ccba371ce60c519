//! Columns that scroll sideways under heads that stay in view.
//!
//! The heads stick to the top of the page, so they cannot be inside what scrolls sideways: they are
//! a scroller of their own, which follows. All scrollers of a page follow each other.

use leptos::prelude::{document, on_cleanup, window, window_event_listener_untyped};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, ScrollToOptions};

use super::{dom::PAGE, grid::all};
use crate::domain::gather::Gather;

/// What scrolls sideways, heads included.
const SCROLLERS: &str = "main [data-columns-scroll]";
/// On each of them: where it was taken to, in CSS pixels.
const MARK: &str = "data-columns-scroll";

/// A part of the page with columns of its own width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The table of aspects.
    Table,
    /// The words below it.
    Words,
}

impl Part {
    fn all(self, selector: &str) -> Vec<Element> {
        let part = match self {
            Self::Table => ".compare",
            Self::Words => ".words",
        };
        document().body().map_or_else(Vec::new, |body| all(&body, &format!("main {part} {selector}")))
    }

    fn heads(self) -> Vec<Element> {
        self.all("[data-column]")
    }

    fn scroller(self) -> Option<Element> {
        self.all(".columns-body:not([data-off])").into_iter().next()
    }
}

/// Takes all scrollers of the page to where one of them was scrolled; for its `scroll`.
pub fn follow(event: &Event) {
    let Some(moved) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    // Events come late: one that was moved along tells nothing new, and must not move the others back.
    if moved.get_attribute(MARK).is_some_and(|known| known == moved.scroll_left().to_string()) {
        return;
    }
    let share = f64::from(moved.scroll_left()) / room(&moved).max(1.0);
    align(share);
}

/// How far a scroller can be scrolled, in CSS pixels.
fn room(scroller: &Element) -> f64 {
    f64::from(scroller.scroll_width() - scroller.client_width())
}

/// Scrolls all columns to a share of the way, from 0 to 1.
pub fn align(share: f64) {
    for scroller in scrollers() {
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
        let position = (share * room(&scroller)).round() as i32;
        if (scroller.scroll_left() - position).abs() > 1 {
            scroller.set_scroll_left(position);
        }
        drop(scroller.set_attribute(MARK, &scroller.scroll_left().to_string()));
    }
}

/// Scrolls along with the head of a column that has the focus; the others follow.
pub fn follow_focus() {
    let Some(head) = document().query_selector("main .columns-head th:focus").ok().flatten() else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    head.scroll_into_view_with_scroll_into_view_options(&options);
}

/// How far the columns are scrolled, from 0 to 1.
#[must_use]
pub fn position() -> f64 {
    scrollers().first().map_or(0.0, |scroller| f64::from(scroller.scroll_left()) / room(scroller).max(1.0))
}

/// The places of the columns that are in view, from 0.
#[must_use]
pub fn in_view(part: Part) -> Vec<usize> {
    let heads = part.heads();
    let Some(frame) = part.scroller().map(|it| it.get_bounding_client_rect()) else { return Vec::new() };
    // What is pinned covers what scrolls under it.
    let pinned = heads.iter().filter(|head| is_pinned(head));
    let covered = pinned.map(|head| head.get_bounding_client_rect().right()).fold(frame.left(), f64::max);
    let visible = |head: &Element| {
        let head_box = head.get_bounding_client_rect();
        let middle = f64::midpoint(head_box.left(), head_box.right());
        middle < frame.right() && (is_pinned(head) || middle > covered)
    };
    heads.iter().enumerate().filter(|(_, head)| visible(head)).map(|(at, _)| at).gathered()
}

/// Whether a head stays in view: on a narrow screen only the first that is pinned does.
fn is_pinned(head: &Element) -> bool {
    let position = || window().get_computed_style(head).ok()??.get_property_value("position").ok();
    head.has_attribute("data-pinned") && position().is_some_and(|position| position == "sticky")
}

/// Scrolls a part by as many columns as are in view beside the pinned ones; the other follows.
pub fn page(part: Part, forward: bool) {
    let heads = part.heads();
    let loose = |at: &usize| heads.get(*at).is_some_and(|head| !is_pinned(head));
    let step = in_view(part).iter().filter(|at| loose(at)).count().max(1);
    let width = heads.last().map_or(0.0, |head| head.get_bounding_client_rect().width());
    let Some(scroller) = part.scroller() else { return };
    let options = ScrollToOptions::new();
    let way = if forward { 1.0 } else { -1.0 };
    options.set_left(width * way * f64::from(u32::try_from(step).unwrap_or(1)));
    // On its way the table, whose columns are of another width, would hold the words back.
    let calm = part == Part::Words || super::page::media_matches("(prefers-reduced-motion: reduce)");
    options.set_behavior(if calm { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
    scroller.scroll_by_with_scroll_to_options(&options);
}

/// Calls `then` whenever the window changes its size, for as long as what asks is on the page.
pub fn on_resize(then: impl Fn() + 'static) {
    if !PAGE {
        return;
    }
    let listener = window_event_listener_untyped("resize", move |_| then());
    on_cleanup(move || listener.remove());
}

fn scrollers() -> Vec<Element> {
    if !PAGE {
        return Vec::new();
    }
    document().body().map_or_else(Vec::new, |body| all(&body, SCROLLERS))
}
