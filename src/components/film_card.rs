//! A film in the catalogue.

use crosscut_engine::highlight::highlights;

use super::{marked::marked, title_card::title_card};
use crate::{
    derived::Derived,
    domain::{catalog::Catalog, film::Listing, search::Question, stats::ScoreSummary, text},
    element::{Element, el},
    hooks::use_href,
    route::{Address, Route},
};

/// The film's title card, its facts in one line, and where its reviews split. What is searched for is
/// marked in the title and in the directors' names.
pub fn film_card(catalog: &Catalog, film: &Listing, question: Derived<Question>) -> Element {
    let href = use_href()(&Address::of(Route::Film(film.slug.clone())));
    let contention = film.contention();
    let mean = ScoreSummary::of(&film.reviews).mean;
    let mut verdict = el("p").class("verdict").child(text::counted(film.reviews.len(), "review"));
    if let Some(mean) = mean {
        verdict = verdict.child(format!(", average {mean}"));
    }
    verdict = match (contention.splits.as_slice(), contention.shared) {
        ([], 0) => verdict,
        ([], _) => verdict.child(", no split"),
        ([first], _) => verdict
            .child(", ")
            .child(el("b").child("split"))
            .child(format!(" on {}", first.label().to_ascii_lowercase())),
        ([first, more @ ..], _) => verdict.child(", ").child(el("b").child("split")).child(format!(
            " on {} and {} more",
            first.label().to_ascii_lowercase(),
            more.len()
        )),
    };
    let line = |name, text: String| {
        let searched = text.clone();
        // Most keys change nothing of most cards.
        let found = Derived::new(move |_| question.with(|question| highlights(&searched, &question.terms)));
        el(name).child_with(move || found.with(|found| marked(&text, found)))
    };
    el("a")
        .class("film-card")
        .attr("href", href)
        .child(catalog.title_card(&film.slug).map(title_card))
        .child(line("h3", film.title.clone()).attr("dir", "auto"))
        .child(line("p", format!("{} · {}", film.year, text::listed(&film.directors))).class("meta"))
        .child(verdict)
}
