//! A button that opens a panel over the page.

use crate::element::{Child, Element, el};

/// The button and its panel, by an id of their own. Escape and a click elsewhere close it, and only
/// one is open at a time. What is in it is drawn when it opens.
pub fn panel<C: Child>(id: &'static str, label: &'static str, content: impl Fn() -> C + 'static) -> Element {
    let button =
        el("button").class("chip").attr("type", "button").attr("popovertarget", id).attr("data-key", id).child(label);
    let panel = el("div").class("panel-body").attr("id", id).attr("popover", "auto");
    el("div").class("panel").child(button).child(panel.child_opened("beforetoggle", content))
}
