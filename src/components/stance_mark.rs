//! The mark of a stance: a shape for each, outlined where hedged.

use crate::{
    domain::claim::{Stance, Standing},
    element::{Element, el, path},
};

/// A circle with a plus, a lozenge with a wave, or a square with a minus; a dot for silence. The
/// shape and the word in its name say it, never the colour alone.
pub fn stance_mark(standing: Option<Standing>) -> Element {
    let hedged = standing.is_some_and(|standing| standing.hedged);
    el("svg")
        .class("mark")
        .attr("viewBox", "0 0 20 20")
        .attr("role", "img")
        .attr("aria-label", standing.map_or("silent", Standing::label))
        .attr("data-stance", standing.map_or("silent", |standing| standing.stance.word()))
        .attr("data-hedged", hedged)
        .attr("data-strength", standing.map(|standing| usize::from(standing.strength.number())))
        .child(path(shape(standing.map(|standing| standing.stance), hedged)))
}

/// A mark in one path. There are hundreds on a page: filled, its sign is left out of it; outlined, its
/// lines are drawn.
const fn shape(stance: Option<Stance>, hedged: bool) -> &'static str {
    match (stance, hedged) {
        (Some(Stance::Positive), false) => {
            "M10 .1a9.9 9.9 0 1 0 0 19.8a9.9 9.9 0 1 0 0-19.8zM8.9 5.5h2.2v3.4h3.4v2.2h-3.4v3.4h-2.2v-3.4h-3.4v-2.2h3.4z"
        }
        (Some(Stance::Positive), true) => "M10 1a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM10 5.5v9M5.5 10h9",
        (Some(Stance::Mixed), false) => {
            "M10-.7L20.7 10 10 20.7-.7 10zM5.8 10.1c1.4-2.2 2.6-2.2 4.2-1.1s2.8 1.1 4.2-1.1v2.2c-1.4 2.2-2.6 2.2-4.2 1.1s-2.8-1.1-4.2 1.1z"
        }
        (Some(Stance::Mixed), true) => "M10 .6L19.4 10 10 19.4.6 10zM5.8 11.2c1.4-2.2 2.6-2.2 4.2-1.1s2.8 1.1 4.2-1.1",
        (Some(Stance::Negative), false) => "M.6.6h18.8v18.8h-18.8zM5.5 8.9h9v2.2h-9z",
        (Some(Stance::Negative), true) => "M1.5 1.5h17v17h-17zM5.5 10h9",
        (None, _) => "M10 8.1a1.9 1.9 0 1 0 0 3.8a1.9 1.9 0 1 0 0-3.8z",
    }
}
