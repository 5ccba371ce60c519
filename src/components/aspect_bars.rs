//! How often something holds on an aspect.

use crate::{
    domain::aspect::Aspect,
    element::{Element, el},
};

/// One line of a list: an aspect, a bar for each time, and the counts in words.
pub fn aspect_bars(aspect: Aspect, bars: Vec<Element>, counts: String) -> Element {
    el("li")
        .child(el("span").class("aspect").child(aspect.label()))
        .child(el("span").class("bars").attr("aria-hidden", "true").child(bars))
        .child(el("small").child(counts))
}
