//! What there is to say of a search: what of it could not be read, and how far it has got.

use leptos::prelude::*;

use crate::{
    derived::Derived,
    domain::{
        search::Question,
        text::{counted, grouped},
    },
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
    let is_asked = move || question.with(|question| !question.terms.is_empty() || !question.without.is_empty());
    let progress = move || is_asked().then(|| el("p").class("progress").child(seen.with(|seen| progress(seen, total))));
    let notices = move || {
        let lines: Vec<Element> = notices().into_iter().map(|line| el("li").child(line)).collect();
        (!lines.is_empty()).then(|| el("ul").class("notices").attr("role", "status").child(lines))
    };
    let missing = move || seen.with(|seen| (!seen.missing.is_empty()).then(|| missing(searching, seen)));
    el("div").class("search-notes").child_with(notices).child_with(progress).child_with(missing)
}

/// How much of the texts is looked at. The line stays when that is all: nothing below it moves.
fn progress(seen: &Seen, total: usize) -> String {
    let all = counted(total, "review");
    if seen.loading || !seen.asked {
        format!("Looking into the reviews’ words too: {} of {all} so far.", grouped(seen.reviews))
    } else if seen.reviews == total {
        format!("In titles, people, reviewers and the words of all {all}.")
    } else {
        format!("In titles, people, reviewers and the words of {} of {all}.", grouped(seen.reviews))
    }
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
