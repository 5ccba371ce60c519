//! One review on its film's page.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    review_body::{Reading, review_body},
    skeleton::line_skeletons,
    stance_mark::stance_mark,
};
use crate::domain::gather::Gather;
use crate::{
    derived::Derived,
    domain::{catalog::Catalog, claim::Standings, review::Brief},
    element::{Child, Element, View, el, reactive},
    hooks::{Choice, FilmLoad, use_href, use_site},
    load::Load,
    route::{Address, CompareView, FilmView, Route},
};

/// The review: who wrote it, its grade as written, where it stands, and its words, which are of the
/// film's file.
pub fn review_article(catalog: &Catalog, review: &Brief, film: RwSignal<FilmLoad>, view: Choice<FilmView>) -> Element {
    let name = catalog.name_of(&review.reviewer);
    let reviewer = use_href()(&Address::of(Route::Reviewer(review.reviewer.clone())));
    let published = review.published.map(|date| format!(" · {}", date.in_words())).unwrap_or_default();
    let byline = format!("{} · {} words{published}", review.byline(), review.words);
    let head = el("header")
        .child(el("h3").child(el("a").attr("href", reviewer).child(name.as_str())))
        .child(el("p").class("byline").child(byline));
    el("article")
        .class("review")
        .attr("id", review.id.to_string())
        .attr("aria-label", name.clone())
        .attr_with("aria-busy", move || film.with(Load::is_waiting).then_some("true"))
        .child(head)
        .child(grade(review))
        .child(review.headline.as_deref().map(headline))
        .child(body(review, film, view))
        .child(marks(&review.standings).attr("aria-label", "Where it stands"))
        .child(pick_button(review, name, view))
}

/// A review's own title.
pub fn headline(text: &str) -> Element {
    el("p").class("headline").attr("dir", "auto").child(text)
}

/// Where a review stands on the aspects that it speaks of.
pub fn marks(standings: &Standings) -> Element {
    let marks: Vec<Element> = standings
        .spoken()
        .map(|(aspect, standing)| el("li").child(stance_mark(Some(standing))).child(aspect.label()))
        .gathered();
    el("ul").class("marks").child(marks)
}

fn body(review: &Brief, film: RwSignal<FilmLoad>, view: Choice<FilmView>) -> View {
    let id = review.id.clone();
    // Every block follows it: it tells only what is new.
    let aspect = Derived::new(move |_| view.with(|view| view.filter.aspect));
    let reading = Reading {
        marked: Arc::new(move || aspect.get()),
        level: CompareView::SPOILERS,
        opinions_only: None,
        hidden: Arc::new(|| false),
    };
    reactive(move || {
        film.with(|load| match load {
            Load::Ready(read) => {
                let place = read.film.reviews.iter().position(|review| review.id == id);
                place.and_then(|place| review_body(&read.film, place, &reading)).view()
            }
            Load::Waiting { .. } => line_skeletons(4).view(),
            Load::Failed(_) => el("p").class("note").child("The words of this review have not arrived.").view(),
        })
    })
}

/// The grade as written, with the score beside it.
pub fn grade(review: &Brief) -> Element {
    let grade = el("p").class("grade");
    match (&review.grade, review.score()) {
        (Some(written), Some(score)) => {
            grade.child(written.written()).child(el("small").child(format!("{score} of 100")))
        }
        (Some(written), None) => grade.child(written.written()).child(el("small").child("no score")),
        (None, _) => grade.child(el("small").child("No score given")),
    }
}

/// Picks the review for a comparison, or puts it back.
fn pick_button(review: &Brief, name: String, view: Choice<FilmView>) -> Element {
    let site = use_site();
    let id = review.id.clone();
    let picked = Derived::new({
        let id = id.clone();
        move |_| view.with(|view| view.picks.contains(&id))
    });
    let label = move || if picked.get() { "Picked to compare" } else { "Pick to compare" };
    el("button")
        .class("chip pick")
        .attr("type", "button")
        .attr_with("aria-pressed", move || picked.get().to_string())
        .attr_with("aria-label", move || format!("{}: {name}", label()))
        .on("click", move |_| site.refine(view.get_untracked().picked(&id).query()))
        .text_with(move || label().to_owned())
}
