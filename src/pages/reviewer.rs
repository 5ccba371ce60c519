//! One reviewer: their reviews, how they grade, and what they write on.

use std::sync::Arc;

use super::{heading, lead, not_found::suggestions, with_catalog};
use crate::domain::gather::Gather;
use crate::{
    components::{
        aspect_bars::aspect_bars,
        gradual::gradually,
        review_article::{headline, marks},
        score_plot::{Plotted, score_plot},
        skeleton::line_skeletons,
    },
    domain::{
        agreement::Tally,
        catalog::Catalog,
        claim::Standings,
        film::Listing,
        grade::Scale,
        review::Brief,
        reviewer::Reviewer,
        reviewer_pair::{Companion, companions},
        slug::ReviewerSlug,
        stats::ScoreSummary,
        text,
    },
    element::{Child, Element, View, el},
    hooks::use_href,
    route::Address,
};

/// The page.
pub fn reviewer_page(slug: ReviewerSlug) -> View {
    with_catalog(
        || vec![heading("Loading the reviewer"), line_skeletons(6)],
        move |catalog| match catalog.reviewer(&slug) {
            Some(reviewer) => known(catalog, reviewer),
            None => vec![
                heading("No such reviewer").view(),
                lead(format!("Nobody here is called {}.", text::quoted(slug.as_str()))).view(),
                suggestions(catalog, slug.as_str()).view(),
            ],
        },
    )
}

fn known(catalog: &Catalog, reviewer: &Reviewer) -> Vec<View> {
    let reviews = catalog.reviews_by(&reviewer.slug);
    let facts = [Some(reviewer.kind.label()), reviewer.scale.map(Scale::label)];
    let facts: Vec<&str> = facts.into_iter().flatten().gathered();
    let reviews = Arc::new(reviews);
    let listed = Arc::clone(&reviews);
    let rows = gradually(reviews.len(), move |place| listed.get(place).map(|(film, review)| row(film, review)));
    let list = el("section")
        .child(el("h2").child(text::counted(reviews.len(), "review")))
        .child(el("ul").class("review-list").child(rows));
    vec![
        el("p").class("eyebrow").child(facts.join(" · ")).view(),
        heading(reviewer.name.as_str()).view(),
        lead(reviewer.about.as_str()).view(),
        (!reviews.is_empty()).then(|| habits(&reviews)).view(),
        agreement(catalog, reviewer).view(),
        list.view(),
    ]
}

/// Whom they agree with most and least, and the way to compare them with anybody.
fn agreement(catalog: &Catalog, reviewer: &Reviewer) -> Element {
    let companions = companions(catalog, &reviewer.slug);
    let rows: Vec<Element> = match companions.as_slice() {
        [] => Vec::new(),
        [only] => vec![companion("With", reviewer, only)],
        [most, .., least] => vec![companion("Most with", reviewer, most), companion("Least with", reviewer, least)],
    };
    let note = if rows.is_empty() {
        "With nobody yet: a figure takes three films that both reviewed."
    } else {
        "Same stances minus opposite ones, one for and one against, divided by the number of aspects, from −1 to +1, over three films at least."
    };
    let pair = use_href()(&Address::pair(&[&reviewer.slug]));
    el("section")
        .child(el("h2").child("Whom they agree with"))
        .child(el("ul").class("companions").child(rows))
        .child(el("p").class("note").child(note))
        .child(el("a").class("quiet-link").attr("href", pair).child(format!("Compare {} with another", reviewer.name)))
}

fn companion(how: &'static str, reviewer: &Reviewer, with: &Companion) -> Element {
    let href = use_href()(&Address::pair(&[&reviewer.slug, &with.reviewer.slug]));
    let figure = with.agreement.figure().unwrap_or_default();
    let rests_on = format!("{figure} over {}: {}", text::counted(with.films, "film"), with.agreement.counts());
    el("li")
        .child(how)
        .child(" ")
        .child(el("a").attr("href", href).child(with.reviewer.name.as_str()))
        .child(" ")
        .child(el("small").child(rests_on))
}

/// What they write on, and how they grade.
fn habits(reviews: &[(Listing, Brief)]) -> Element {
    let grades: Vec<Plotted> = reviews.iter().map(|(film, review)| plotted(film, review)).gathered();
    let summary = ScoreSummary::of(reviews.iter().map(|(_, review)| review));
    let standings: Vec<Standings> = reviews.iter().map(|(_, review)| review.standings).gathered();
    el("div")
        .class("glance")
        .child(el("section").child(el("h2").child("What they write on")).child(aspects(&standings)))
        .child(el("section").child(el("h2").child("How they grade")).child(score_plot(&grades, summary)))
}

fn plotted(film: &Listing, review: &Brief) -> Plotted {
    Plotted { name: film.title.clone(), grade: review.grade.as_ref().map(ToString::to_string), score: review.score() }
}

/// One line an aspect: in how many reviews it comes up, and how they stand.
fn aspects(standings: &[Standings]) -> Element {
    let rows: Vec<Element> =
        Tally::of_all(standings).iter().filter(|tally| tally.speakers() > 0).map(aspect_row).gathered();
    el("ul").class("aspect-habits").child(rows)
}

fn aspect_row(tally: &Tally) -> Element {
    let bars: Vec<Element> = [("positive", tally.positive), ("mixed", tally.mixed), ("negative", tally.negative)]
        .into_iter()
        .flat_map(|(stance, count)| std::iter::repeat_n(stance, count))
        .map(|stance| el("span").class("bar").attr("data-stance", stance))
        .gathered();
    let counts = format!(
        "{} of {}: {} positive, {} mixed, {} negative",
        tally.speakers(),
        tally.speakers() + tally.silent,
        tally.positive,
        tally.mixed,
        tally.negative,
    );
    aspect_bars(tally.aspect, bars, counts)
}

fn row(film: &Listing, review: &Brief) -> Element {
    let href = use_href()(&Address::film_by(film.slug.clone(), review.reviewer.clone()));
    let title = el("a").attr("href", href).attr("dir", "auto").child(film.title.as_str());
    let grade = review.grade.as_ref().map_or("No grade", |grade| grade.written());
    let score = review.score().map(|score| el("small").child(format!("{score} of 100")));
    el("li")
        .child(el("h3").child(title).child(" ").child(el("small").child(film.year.to_string())))
        .child(el("p").class("grade").child(grade).child(score))
        .child(review.headline.as_deref().map(headline))
        .child(marks(&review.standings))
}
