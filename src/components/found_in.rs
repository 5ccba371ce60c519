//! Where in a film's reviews a search is found.

use std::{slice, sync::Arc};

use crosscut_engine::{
    highlight::{Lack, highlights, lack},
    order::Hit,
    term::Term,
};

use super::marked::marked;
use crate::{
    derived::Derived,
    domain::{
        catalog::Catalog,
        film::Listing,
        review::{Brief, ReviewKind, Spoiler},
        search::Question,
    },
    element::{Element, View, el, reactive},
    hooks::{Searching, use_href},
    route::Address,
};

/// Below a film's card: who of its people is searched for, where the card does not name them; or whose review
/// has what is searched for, and the sentence in which it stands best.
pub fn found_in(
    catalog: &Arc<Catalog>,
    film: Listing,
    searching: Searching,
    question: Derived<Question>,
    hit: impl Fn() -> Option<Hit> + 'static,
) -> View {
    let href = use_href();
    let catalog = Arc::clone(catalog);
    reactive(move || {
        let hit = hit()?;
        let place = hit.row.checked_sub(searching.row_of(hit.film) + 1)?;
        let review = film.reviews.get(place)?;
        question.with(|question| {
            if question.terms.is_empty() {
                return None;
            }
            if is_met_by(&film, question) {
                return with(&film, question);
            }
            let address = Address::film_by(film.slug.clone(), review.reviewer.clone());
            let name = catalog.name_of(&review.reviewer);
            let by = el("a").attr("href", href(&address)).child(marked(&name, &highlights(&name, &question.terms)));
            Some(el("p").class("found-in").child(by).child(words(searching, hit, review, question)))
        })
    })
}

/// Those of its people, beside the directors, whose names have something of what is searched for and is not
/// on the card.
fn with(film: &Listing, question: &Question) -> Option<Element> {
    let mut line = el("p").class("found-in").child("With ");
    let mut named = 0;
    let terms: Vec<Term> = question.terms.iter().filter(|term| !is_on_card(film, term)).cloned().collect();
    for name in &film.others {
        let found = highlights(name, &terms);
        if !found.is_empty() {
            let comma = (named > 0).then_some(", ");
            line = line.child(comma).child(el("span").child(marked(name, &found)));
            named += 1;
        }
    }
    (named > 0).then_some(line)
}

/// Whether the film's title, year and people have all that is searched for.
fn is_met_by(film: &Listing, question: &Question) -> bool {
    let is_other = |term: &Term| film.others.iter().any(|name| has(name, term));
    question.terms.iter().all(|term| is_on_card(film, term) || is_other(term))
}

/// Whether the film's title, year or directors have a term.
fn is_on_card(film: &Listing, term: &Term) -> bool {
    film.directors.iter().chain([&film.title, &film.year.to_string()]).any(|name| has(name, term))
}

fn has(text: &str, term: &Term) -> bool {
    lack(text, slice::from_ref(term)).missing == 0
}

/// Words of a review, in quotation marks unless it is a digest: those are not the reviewer's.
fn said(review: &Brief) -> Element {
    el(if review.kind == ReviewKind::Digest { "span" } else { "q" }).attr("dir", "auto")
}

/// The review's headline or the sentence of its text, whichever has more of the search. What gives away the
/// ending is not shown.
fn words(searching: Searching, hit: Hit, review: &Brief, question: &Question) -> Option<Element> {
    let terms = &question.terms;
    let headline = review.headline.as_ref().map(|headline| (lack(headline, terms), headline));
    let headline = headline.filter(|(lack, _)| lack.missing < terms.len());
    // Nothing is better than all of it, so the text need not be looked into.
    let snippet = if headline.is_some_and(|(lack, _)| lack == Lack::default()) {
        None
    } else {
        searching.snippet(hit.row, question)
    };
    if let Some((lacking, headline)) = headline
        && snippet.as_ref().is_none_or(|snippet| lacking <= lack(&snippet.text, terms))
    {
        return Some(said(review).child(marked(headline, &highlights(headline, terms))));
    }
    let snippet = snippet?;
    if snippet.spoiler == Spoiler::Ending {
        return Some(el("em").child("in a passage that gives away the ending or a twist"));
    }
    Some(said(review).child(marked(&snippet.text, &snippet.marked)))
}
