//! What one review says on one aspect, or on one person under it.

use super::{
    columns::{Columns, claim_name},
    stance_mark::stance_mark,
};
use crate::domain::gather::Gather;
use crate::{
    domain::{
        claim::{Claim, Standing, Strength},
        comparison::Cell,
        review::{Review, ReviewKind},
        text,
    },
    element::{Element, el},
    route::Focus,
};

/// The mark with its word, the shortest quote that carries it, which leads to its passage, and the
/// rest one step away.
pub fn compare_cell(columns: &Columns, review: &Review, cell: &Cell) -> Element {
    let standing = el("p").class("standing").child(stance_mark(Some(cell.standing))).child(words_for(cell.standing));
    el("div").class("cell").child(standing).child(words(columns, review, cell))
}

/// Adds what a cell shows, in few signs: which claims carry it, which are the rest, and which are folded.
pub fn add_signs(signs: &mut String, columns: &Columns, review: &Review, cell: &Cell) {
    for (start, claims) in [('|', &cell.lead), ('.', &cell.rest)] {
        signs.push(start);
        for claim in claims {
            signs.push_str(&place_of(review, claim).to_string());
            signs.push(if gives_away(columns, review, claim) { '!' } else { ' ' });
        }
    }
}

fn place_of(review: &Review, claim: &Claim) -> usize {
    review.claims.iter().position(|it| it == claim).unwrap_or_default()
}

/// Whether its words give away more than is asked for.
fn gives_away(columns: &Columns, review: &Review, claim: &Claim) -> bool {
    review.spoiler_of(claim) > columns.comparison().level()
}

/// The same in less room: the mark beside the start of the quote.
pub fn person_cell(columns: &Columns, review: &Review, cell: &Cell) -> Element {
    el("div").class("cell person").child(stance_mark(Some(cell.standing))).child(words(columns, review, cell))
}

fn words(columns: &Columns, review: &Review, cell: &Cell) -> Element {
    let lead: Vec<Element> = cell.lead.iter().map(|claim| linked_quote(columns, review, claim)).gathered();
    let rest: Vec<Element> = cell
        .rest
        .iter()
        .map(|claim| {
            el("li")
                .child(stance_mark(Standing::of([claim])))
                .child(" ")
                .child(linked_quote(columns, review, claim))
                .child(claim.about.as_deref().map(|name| el("small").child(name)))
        })
        .gathered();
    let rest = (!rest.is_empty()).then(|| folded(&rest_label(cell), el("ul").child(rest)));
    el("div").attr("lang", review.language.clone()).child(lead).child(rest)
}

/// A standing in words: `Positive, hedged, emphatic`; a clear one needs no word for it.
pub fn words_for(standing: Standing) -> Element {
    let strength = match standing.strength {
        Strength::Clear => String::new(),
        Strength::InPassing | Strength::Emphatic => format!(", {}", standing.strength.label()),
    };
    let word = format!("{}{strength}", text::capitalised(standing.label()));
    el("span").class("stance-word").attr("aria-hidden", "true").child(word)
}

/// As in `and 2 more, on Cooke and Raci`.
fn rest_label(cell: &Cell) -> String {
    let lead: Vec<&str> = cell.lead.iter().filter_map(|claim| claim.about.as_deref()).gathered();
    let mut others: Vec<&str> = Vec::new();
    for name in cell.rest.iter().filter_map(|claim| claim.about.as_deref()) {
        if !lead.contains(&name) && !others.contains(&name) {
            others.push(name);
        }
    }
    let on = if others.is_empty() { String::new() } else { format!(", on {}", text::listed(&others)) };
    format!("and {} more{on}", cell.rest.len())
}

/// The words of a claim, leading to their passage: in quotation marks where they are the reviewer's
/// own, without in a digest. Words that give away too much are folded until asked for.
fn linked_quote(columns: &Columns, review: &Review, claim: &Claim) -> Element {
    let name = match review.kind {
        ReviewKind::Digest => "span",
        ReviewKind::Full | ReviewKind::House => "q",
    };
    let words = el(name).class("q").attr("dir", "auto").child(review.words_of(claim.quote));
    let link = columns
        .look(&Focus::Passage(claim_name(review, place_of(review, claim))))
        .class("to-passage")
        .attr("data-primary", true)
        .attr("tabindex", "-1")
        .child(words);
    if gives_away(columns, review, claim) {
        folded(&format!("Gives away {}", review.spoiler_of(claim).label()), link)
    } else {
        link
    }
}

fn folded(why: &str, what: Element) -> Element {
    el("details").class("more").child(el("summary").attr("tabindex", "-1").child(why)).child(what)
}
