//! The head of a film's page.

use leptos::prelude::*;

use super::{heading, lead};
use crate::domain::gather::Gather;
use crate::{
    browser::names::Code,
    components::{film_facts::film_facts, skeleton::line_skeletons, title_card::title_card},
    domain::{catalog::Catalog, comparison::FEWEST, film::Listing, text},
    element::{Element, el},
    hooks::{FilmLoad, names_of, use_href},
    load::Load,
    route::{Address, Route},
};

/// How many split aspects are named.
const NAMED: usize = 4;

/// The film's title, what it starts from, its facts, and the way to its comparison.
pub fn film_head(catalog: &Catalog, film: &Listing, load: RwSignal<FilmLoad>) -> Element {
    let eyebrow = [film.year.to_string(), names_of(Code::Region, &film.countries), film.genres.join(", ")];
    let eyebrow: Vec<String> = eyebrow.into_iter().filter(|part| !part.is_empty()).gathered();
    let synopsis = move || {
        load.with(|load| match load {
            Load::Ready(read) => Some(lead(read.film.synopsis.as_str()).attr("dir", "auto")),
            Load::Waiting { .. } => Some(line_skeletons(2)),
            Load::Failed(_) => None,
        })
    };
    let facts = move || {
        load.with(|load| match load {
            Load::Ready(read) => Some(film_facts(&read.film)),
            Load::Waiting { .. } => Some(line_skeletons(6)),
            Load::Failed(_) => None,
        })
    };
    let head = el("div")
        .class("film-head")
        .child(el("p").class("eyebrow").child(eyebrow.join(" · ")))
        .child(heading(film.title.as_str()).attr("dir", "auto"))
        .child_with(synopsis)
        .child(verdict(film))
        .child(compare_link(film));
    el("div")
        .class("film-top")
        .attr_with("aria-busy", move || load.with(Load::is_waiting).then_some("true"))
        .child(catalog.title_card(&film.slug).map(title_card))
        .child(head)
        .child(el("div").class("film-facts").child_with(facts))
}

/// Where the film's reviews split, in a sentence.
fn verdict(film: &Listing) -> Option<Element> {
    let contention = film.contention();
    if contention.shared == 0 {
        return None;
    }
    let named: Vec<&str> = contention.splits.iter().take(NAMED).map(|aspect| aspect.in_sentence()).gathered();
    let sentence = match contention.splits.len() {
        0 => format!("The reviews do not split on any of the {} aspects that two or more speak on.", contention.shared),
        splits if splits > NAMED => {
            let more = text::count_in_words(splits - NAMED);
            format!("The reviews are {}: {}, and {more} more.", contention.label(), named.join(", "))
        }
        _ => format!("The reviews are {}: {}.", contention.label(), text::listed(&named)),
    };
    Some(el("p").class("verdict").child(sentence))
}

/// The comparison that the film opens with.
fn compare_link(film: &Listing) -> Option<Element> {
    if film.reviews.len() < FEWEST {
        return None;
    }
    let label = if film.compare.is_empty() {
        format!("Compare the {} that differ most", text::count_in_words(film.most_contrasting().len()))
    } else {
        format!("Compare {} side by side", text::count_in_words(film.compare.len()))
    };
    let href = use_href()(&Address::of(Route::Compare(film.slug.clone())));
    Some(el("p").child(el("a").class("button").attr("href", href).child(label)))
}
