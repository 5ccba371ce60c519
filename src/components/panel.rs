//! A button that opens a panel over the page.

use crate::element::{Element, el};

/// The button and its panel, by an id of their own. Escape and a click elsewhere close it, and only
/// one is open at a time.
pub fn panel(id: &'static str, label: &'static str, content: Element) -> Element {
    let button =
        el("button").class("chip").attr("type", "button").attr("popovertarget", id).attr("data-key", id).child(label);
    let panel = el("div").class("panel-body").attr("id", id).attr("popover", "auto").child(content);
    el("div").class("panel").child(button).child(panel)
}
