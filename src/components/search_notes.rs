//! What there is to say of a search: what of it could not be read, and how far it has got.

use leptos::prelude::*;

use crate::{
    derived::Derived,
    domain::{search::Question, text::counted},
    element::{Element, el},
    hooks::{Searching, Seen},
};

/// The notices of a search, how much of the reviews' texts it has looked at, and what of them it could not.
pub fn search_notes(
    searching: Searching,
    question: Derived<Question>,
    notices: impl Fn() -> Vec<String> + 'static,
) -> Element {
    let seen = searching.seen();
    let total = searching.reviews();
    let progress = move || {
        question
            .with(|question| !question.terms.is_empty() || !question.without.is_empty())
            .then(|| seen.with(|seen| progress(seen, total)).map(|text| el("p").class("progress").child(text)))
    };
    let notices = move || {
        let lines: Vec<Element> = notices().into_iter().map(|line| el("li").child(line)).collect();
        (!lines.is_empty()).then(|| el("ul").class("notices").attr("role", "status").child(lines))
    };
    let missing = move || seen.with(|seen| (!seen.missing.is_empty()).then(|| missing(searching, seen)));
    el("div").class("search-notes").child_with(notices).child_with(progress).child_with(missing)
}

/// How much of the texts is looked at, while that is not all.
fn progress(seen: &Seen, total: usize) -> Option<String> {
    (seen.loading || !seen.asked).then(|| {
        format!("Looking into the reviews’ words too: {} of {} so far.", seen.reviews, counted(total, "review"))
    })
}

/// The films whose texts could not be had, with a way to ask once more.
fn missing(searching: Searching, seen: &Seen) -> Element {
    let line = |(films, why): &(String, String)| {
        el("li").child(format!("The reviews’ words of these films are not searched: {films}. {why}"))
    };
    let lines: Vec<Element> = seen.missing.iter().map(line).collect();
    let retry =
        el("button").class("button").attr("type", "button").child("Try again").on("click", move |_| searching.retry());
    el("div").class("notices").attr("role", "status").child(el("ul").child(lines)).child(retry)
}
