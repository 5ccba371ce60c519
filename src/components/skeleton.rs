//! What holds the layout while data is on its way.

use crate::domain::gather::Gather;
use crate::element::{Element, el};

/// So many cards, as large as those of films.
pub fn card_skeletons(count: usize) -> Element {
    let card = |_| {
        el("li").class("film-card skeleton").child([
            el("span").class("block"),
            el("span").class("line"),
            el("span").class("line short"),
        ])
    };
    let cards: Vec<Element> = (0..count).map(card).gathered();
    el("ul").class("film-grid").attr("aria-hidden", "true").child(cards)
}

/// So many lines of text.
pub fn line_skeletons(count: usize) -> Element {
    let lines: Vec<Element> = (0..count).map(|_| el("span").class("line")).gathered();
    el("div").class("skeleton").attr("aria-hidden", "true").child(lines)
}
