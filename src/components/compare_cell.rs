//! What one review says on one aspect.

use super::stance_mark::stance_mark;
use crate::{
    domain::{
        claim::{Claim, Standing},
        comparison::Cell,
        review::{Review, ReviewKind, Spoiler},
        text,
    },
    element::{Element, el},
};

/// The mark, the shortest quote that carries it, and the rest one step away; without a cell the
/// review is silent.
pub fn compare_cell(review: &Review, cell: Option<&Cell>) -> Element {
    let Some(cell) = cell else {
        return el("span").class("silent").child("silent");
    };
    let lead: Vec<Element> = cell.lead.iter().map(|claim| quote(review, claim)).collect();
    let rest: Vec<Element> = cell
        .rest
        .iter()
        .map(|claim| {
            el("li")
                .child(stance_mark(Standing::of([claim])))
                .child(" ")
                .child(quote(review, claim))
                .child(claim.about.as_deref().map(|name| el("small").child(name)))
        })
        .collect();
    let rest = (!rest.is_empty()).then(|| folded(&rest_label(cell), el("ul").child(rest)));
    let words = el("div").attr("lang", review.language.clone()).child(lead).child(rest);
    el("div").class("cell").child(stance_mark(Some(cell.standing))).child(words)
}

/// As in `and 2 more, on Cooke and Raci`.
fn rest_label(cell: &Cell) -> String {
    let lead: Vec<&str> = cell.lead.iter().filter_map(|claim| claim.about.as_deref()).collect();
    let mut others: Vec<&str> = Vec::new();
    for name in cell.rest.iter().filter_map(|claim| claim.about.as_deref()) {
        if !lead.contains(&name) && !others.contains(&name) {
            others.push(name);
        }
    }
    let on = if others.is_empty() { String::new() } else { format!(", on {}", text::listed(&others)) };
    format!("and {} more{on}", cell.rest.len())
}

/// The words of a claim: in quotation marks where they are the reviewer's own, without in a digest.
/// Words that give the ending away are folded until asked for.
fn quote(review: &Review, claim: &Claim) -> Element {
    let name = match review.kind {
        ReviewKind::Digest => "span",
        ReviewKind::Full | ReviewKind::House => "q",
    };
    let words = el(name).class("q").attr("dir", "auto").child(review.words_of(claim.quote));
    if review.spoiler_of(claim) == Spoiler::Ending { folded("Gives away the ending", words) } else { words }
}

fn folded(why: &str, what: Element) -> Element {
    el("details").class("more").child(el("summary").child(why)).child(what)
}
