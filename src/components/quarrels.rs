//! The films that two reviewers both reviewed, biggest quarrel first.

use super::review_article::{grade, marks};
use crate::domain::gather::Gather;
use crate::{
    domain::{claim::Standings, review::Brief, reviewer_pair::SharedFilm, text},
    element::{Element, el},
    hooks::use_href,
    route::Address,
};

/// One entry a film, with its number: both grades as written, where each stands on the aspects on
/// which they are opposite, and the way to the comparison of the two reviews.
pub fn quarrels(names: [&str; 2], films: &[SharedFilm]) -> Element {
    let rows: Vec<Element> = films.iter().enumerate().map(|(place, shared)| row(names, place + 1, shared)).gathered();
    el("ol").class("quarrels").child(rows)
}

fn row([one, other]: [&str; 2], number: usize, shared: &SharedFilm) -> Element {
    let film = shared.film;
    let href = use_href()(&Address::compare(film.slug.clone(), &shared.reviews.map(|review| review.id.clone())));
    let title = el("h3")
        .child(el("small").child(number.to_string()))
        .child(" ")
        .child(el("a").attr("href", href).attr("dir", "auto").child(film.title.as_str()))
        .child(" ")
        .child(el("small").child(film.year.to_string()));
    let apart = shared.gap().map(|gap| format!("scores {gap} apart; ")).unwrap_or_default();
    let counts = el("p").class("note").child(text::capitalised(&format!("{apart}{}.", shared.agreement.counts())));
    let ([first, second], [here, there]) = (shared.reviews, shared.opposites());
    el("li").child(el("div").child([title, counts])).child([side(one, first, &here), side(other, second, &there)])
}

fn side(name: &str, review: &Brief, opposites: &Standings) -> Element {
    el("div").child([el("p").class("note").child(name), grade(review), marks(opposites)])
}
