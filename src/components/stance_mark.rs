//! The mark of a stance: a shape for each, outlined where hedged.

use crate::{
    domain::claim::{Stance, Standing},
    element::{Element, el, path, svg},
};

/// A circle with a plus, a lozenge with a wave, or a square with a minus; a dot for silence. The
/// shape and the word in its name say it, never the colour alone.
pub fn stance_mark(standing: Option<Standing>) -> Element {
    let (body, sign) = shape(standing.map(|standing| standing.stance));
    el("span")
        .class("mark")
        .attr("role", "img")
        .attr("aria-label", standing.map_or("silent", Standing::label))
        .attr("data-stance", standing.map_or("silent", |standing| standing.stance.word()))
        .attr("data-hedged", standing.is_some_and(|standing| standing.hedged))
        .attr("data-strength", standing.map(|standing| usize::from(standing.strength.number())))
        .child(svg("0 0 20 20").child(path(body).class("body")).child(sign.map(|sign| path(sign).class("sign"))))
}

/// The outline of a mark, and the sign in it.
const fn shape(stance: Option<Stance>) -> (&'static str, Option<&'static str>) {
    match stance {
        Some(Stance::Positive) => ("M10 1a9 9 0 1 0 0 18a9 9 0 1 0 0-18z", Some("M10 5.5v9M5.5 10h9")),
        Some(Stance::Mixed) => {
            ("M10 .6L19.4 10 10 19.4.6 10z", Some("M5.8 11.2c1.4-2.2 2.6-2.2 4.2-1.1s2.8 1.1 4.2-1.1"))
        }
        Some(Stance::Negative) => ("M1.5 1.5h17v17h-17z", Some("M5.5 10h9")),
        None => ("M10 9a1 1 0 1 0 0 2a1 1 0 1 0 0-2z", None),
    }
}
