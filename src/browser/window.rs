//! Which part of a long list is near the screen.

use leptos::prelude::{document, on_cleanup, window, window_event_listener_untyped};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{clock::after_render, dom::PAGE};

/// A list as it is laid out: items of one size, in rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// How many items stand in a row.
    pub columns: usize,
    /// The height of a row with the gap below it, in CSS pixels.
    pub row: f64,
    /// How far the start of the list is above the top of the screen, in CSS pixels; below 0 where it is
    /// below.
    pub above: f64,
    /// The height of the screen, in CSS pixels.
    pub screen: f64,
}

/// A list as it is laid out now, by its selector; none where it is not there or has no items. An
/// item with `data-away` is not laid out as the others.
#[must_use]
pub fn frame(list: &str) -> Option<Frame> {
    let list = element(list)?;
    let first = list.query_selector(":scope > :not([data-away])").ok()??.dyn_into::<HtmlElement>().ok()?;
    let style = window().get_computed_style(&list).ok()??;
    let columns = style.get_property_value("grid-template-columns").ok()?.split(' ').count();
    // Reading a fraction takes code of some thousand bytes, and gaps have none.
    let gap = style.get_property_value("row-gap").ok()?.split(['.', 'p']).next()?.parse::<i32>().unwrap_or_default();
    let row = f64::from(first.offset_height() + gap);
    let above = -list.get_bounding_client_rect().top();
    let screen = window().inner_height().ok()?.as_f64()?;
    (row > 1.0).then_some(Frame { columns: columns.max(1), row, above, screen })
}

/// Makes room in a list for the rows before and after those that are drawn, in CSS pixels.
pub fn make_room(list: &str, before: f64, after: f64) {
    let Some(list) = element(list) else { return };
    for (name, room) in [("padding-block-start", before), ("padding-block-end", after)] {
        drop(list.style().set_property(name, &format!("{}px", whole(room))));
    }
}

/// Calls `then` when the page was scrolled or its size changed, once a frame, for as long as what asks is there.
pub fn on_view_change(then: impl Fn() + Copy + 'static) {
    if !PAGE {
        return;
    }
    for name in ["scroll", "resize"] {
        let handle = window_event_listener_untyped(name, move |_| after_render(then));
        on_cleanup(move || handle.remove());
    }
}

fn element(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// Writing a fraction takes code of five thousand bytes.
#[expect(clippy::cast_possible_truncation, reason = "no page is as long as that")]
const fn whole(pixels: f64) -> i64 {
    pixels as i64
}
