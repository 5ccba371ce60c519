//! What there is to say of a search: what of it could not be read, and how far it has got.

use leptos::prelude::*;

use crate::{
    browser::page::keep_focus,
    derived::Derived,
    domain::{
        gather::Gather,
        search::Question,
        text::{counted, grouped},
    },
    element::{Element, View, el, reactive},
    hooks::{Searching, Seen},
};

/// The most notices that are listed.
const MOST: usize = 8;

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
        let mut lines = notices();
        let more = lines.len().saturating_sub(MOST);
        lines.truncate(MOST);
        lines.extend((more > 0).then(|| format!("And {more} more.")));
        let lines: Vec<Element> = lines.into_iter().map(|line| el("li").child(line)).gathered();
        (!lines.is_empty()).then(|| el("ul").class("notices").child(lines))
    };
    let missing = move || {
        // The button, which may have the focus, goes away.
        keep_focus();
        seen.with(|seen| (!seen.missing.is_empty()).then(|| missing(searching, seen)))
    };
    // There before what is to be told is: else assistive technology may not tell it.
    let told = |child: View| el("div").attr("aria-live", "polite").child(child);
    el("div").class("search-notes").child(told(reactive(notices))).child_with(progress).child(told(reactive(missing)))
}

/// How much of the texts is looked at. The line stays when that is all: nothing below it moves.
fn progress(seen: &Seen, total: usize) -> String {
    let all = counted(total, "review");
    if seen.is_coming() {
        format!("Looking into the reviews’ words too: {} of {all} so far.", grouped(seen.reviews))
    } else if seen.reviews == total {
        format!("In titles, people, reviewers and the words of all {all}.")
    } else {
        format!("In titles, people, reviewers and the words of {} of {all}.", grouped(seen.reviews))
    }
}

/// The films whose texts could not be had, with a way to ask once more.
fn missing(searching: Searching, seen: &Seen) -> Element {
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    for (films, why) in &seen.missing {
        match reasons.iter_mut().find(|(known, _)| known == why) {
            Some((_, all)) => all.push(films),
            None => reasons.push((why, vec![films])),
        }
    }
    let line = |(why, films): (&str, Vec<&str>)| {
        el("li").child(format!("The reviews’ words of these films are not searched: {}. {why}", films.join("; ")))
    };
    let lines: Vec<Element> = reasons.into_iter().map(line).collect();
    let retry = el("button")
        .class("button")
        .attr("type", "button")
        .attr("data-key", "texts again")
        .child("Try again")
        .on("click", move |_| searching.retry());
    el("div").class("notices").child(el("ul").child(lines)).child(retry)
}
