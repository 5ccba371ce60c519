//! Reviews of one film, side by side.

use std::sync::Arc;

use leptos::prelude::*;

use super::{film::file_notices, heading, lead, not_found::no_such_film, with_catalog};
use crate::{
    browser::page::keep_focus,
    components::{
        compare_table::compare_table,
        failure::{Trouble, failure},
        matrix::class_bar,
        notices::notices,
        skeleton::line_skeletons,
        title_card::title_card,
    },
    domain::{
        agreement::RowClass,
        aspect::Aspect,
        catalog::Catalog,
        comparison::{Comparison, FEWEST, MOST, Omission, Origin, RowFilter, RowOrder, Selection},
        film::{Film, Listing},
        slug::{FilmSlug, ReviewId},
        text,
    },
    element::{Element, el, reactive},
    hooks::{use_film, use_href, use_query, use_site},
    load::Load,
    route::{Address, CompareView, FilmView, Query, Route},
};

/// The page.
pub fn compare_page(slug: FilmSlug) -> AnyView {
    with_catalog(
        || vec![heading("Loading the comparison"), line_skeletons(8)],
        move |catalog| match catalog.film(&slug) {
            Some(film) => known(catalog, film),
            None => no_such_film(catalog, &slug),
        },
    )
}

fn known(catalog: &Arc<Catalog>, film: &Listing) -> Vec<AnyView> {
    let site = use_site();
    let query = use_query();
    let load = use_film(&film.slug);
    let trouble = move || load.with(|load| Trouble::from(load));
    let still = "A comparison needs the words of the reviews. The film’s own page shows the grades and where each review stands without them.";
    let slug = film.slug.clone();
    let page = use_href()(&Address::of(Route::Film(slug.clone())));
    let title = format!("{}, reviews compared", film.title);
    let catalog = Arc::clone(catalog);
    let content = reactive(move || {
        keep_focus();
        load.with(|load| match load {
            Load::Ready(read) => query.with(|query| content(&catalog, &read.film, query)),
            Load::Waiting { .. } => vec![heading(title.as_str()).view(), line_skeletons(8).view()],
            Load::Failed(_) => vec![
                heading(title.as_str()).view(),
                el("p").child(el("a").attr("href", page.clone()).child("To the film’s page")).view(),
            ],
        })
    });
    let busy = move || load.with(Load::is_waiting).then_some("true");
    vec![
        el("div").attr_with("aria-busy", busy).child(content).view(),
        failure(trouble, "The film’s file", still, move || site.load_film(&slug)).view(),
        file_notices(load).view(),
    ]
}

fn content(catalog: &Catalog, film: &Arc<Film>, query: &Query) -> Vec<AnyView> {
    let (view, unread) = CompareView::read(query);
    let selection = Selection::of(film, view.reviews.as_deref(), &view.pins);
    let omissions = selection.omissions.iter().map(|omission| omission_line(catalog, film, omission));
    let lines: Vec<String> = unread.iter().map(ToString::to_string).chain(omissions).collect();
    let notices = notices("Part of the address could not be used", move || lines.clone());
    match Comparison::new(Arc::clone(film), &selection.ids, view.spoilers) {
        Ok(comparison) => vec![
            head(catalog, &comparison, selection.origin).view(),
            notices.view(),
            compare_table(catalog, &comparison).view(),
        ],
        Err(reason) => vec![
            heading(format!("{}, reviews compared", film.title)).view(),
            notices.view(),
            invitation(catalog, film, &reason.to_string(), selection.ids.first()).view(),
        ],
    }
}

/// Why a review of the address is left out.
fn omission_line(catalog: &Catalog, film: &Film, omission: &Omission) -> String {
    let name =
        |id: &ReviewId| film.review(id).map_or_else(|| id.to_string(), |review| catalog.name_of(&review.reviewer));
    match omission {
        Omission::Unknown(id) => {
            format!("{} is no review of {}, so it was left out.", text::quoted(id), film.title)
        }
        Omission::NotPinned(id) => {
            format!("{} is not among the reviews that are compared, so it was not pinned.", text::quoted(id))
        }
        Omission::Twice(id) => format!("{} is there twice; it has one column.", name(id)),
        Omission::TooMany(id) => format!("{} was left out: a comparison takes at most {MOST} reviews.", name(id)),
    }
}

/// What the reviews agree and split on, in a few lines.
fn head(catalog: &Catalog, comparison: &Comparison, origin: Origin) -> Element {
    let film = comparison.film();
    let href = use_href();
    let count = text::count_in_words(comparison.reviews().len());
    let all = text::count_in_words(film.reviews.len());
    let page = href(&Address::of(Route::Film(film.slug.clone())));
    let picks = comparison.reviews().map(|review| review.id.clone()).collect();
    let change = href(&Address::film(film.slug.clone(), &FilmView { picks, ..FilmView::default() }));
    let how = match origin {
        Origin::Asked => ".",
        Origin::Named => ". These are the ones that this film opens with.",
        Origin::MostContrasting => {
            ". These are the ones that differ most: the most splits, then the most aspects spoken of."
        }
    };
    let strip: Vec<Element> = comparison
        .arranged(RowFilter::All, RowOrder::Contested)
        .into_iter()
        .map(|row| class_bar(row.tally.class()))
        .collect();
    let words = el("div")
        .child(
            el("p")
                .class("eyebrow")
                .child(format!("Comparing {count} of {all} reviews of "))
                .child(el("a").attr("href", page).child(film.title.as_str())),
        )
        .child(heading(format!("{}, {count} ways", film.title)).attr("dir", "auto"))
        .child(lead(summary(comparison)))
        .child(el("div").class("strip").child(strip))
        .child(el("p").class("note").child(el("a").attr("href", change).child("Choose other reviews")).child(how));
    el("div").class("compare-head").child(catalog.title_card(&film.slug).map(title_card)).child(words)
}

/// As in `They split on the pacing. They agree on the acting and the sound.`
fn summary(comparison: &Comparison) -> String {
    let rows = comparison.arranged(RowFilter::All, RowOrder::Contested);
    let of = |class: RowClass| -> Vec<&'static str> {
        let rows = rows.iter().filter(|row| row.tally.class() == class);
        rows.map(|row| Aspect::in_sentence(row.tally.aspect)).collect()
    };
    let mut sentences = Vec::new();
    for (class, verb) in
        [(RowClass::Split, "split on"), (RowClass::Consensus, "agree on"), (RowClass::Qualified, "differ in degree on")]
    {
        let aspects = of(class);
        if !aspects.is_empty() {
            sentences.push(format!("They {verb} {}.", text::listed(&aspects)));
        }
    }
    match of(RowClass::LoneVoice).len() {
        0 => {}
        1 => sentences.push("One aspect only one of them mentions.".to_owned()),
        more => {
            let more = text::capitalised(&text::count_in_words(more));
            sentences.push(format!("{more} aspects only one of them mentions."));
        }
    }
    sentences.join(" ")
}

/// Fewer than two reviews are left, perhaps `first`: what else could be compared.
fn invitation(catalog: &Catalog, film: &Film, reason: &str, first: Option<&ReviewId>) -> Element {
    let href = use_href();
    let mut state = el("div").class("empty-state").child(el("p").child(format!("{}.", text::capitalised(reason))));
    if let Some(first) = first.and_then(|id| film.review(id)) {
        let with = |id: &ReviewId| href(&Address::compare(film.slug.clone(), &[first.id.clone(), id.clone()]));
        let others: Vec<Element> = film
            .reviews
            .iter()
            .filter(|review| review.id != first.id)
            .map(|review| {
                let link = el("a").attr("href", with(&review.id)).child(catalog.name_of(&review.reviewer));
                el("li").child(link)
            })
            .collect();
        if !others.is_empty() {
            state = state
                .child(el("p").child(format!("Compare {} with:", catalog.name_of(&first.reviewer))))
                .child(el("ul").class("plain-list").child(others));
        }
    }
    if film.reviews.len() >= FEWEST {
        let usual = href(&Address::of(Route::Compare(film.slug.clone())));
        let link = el("a").class("button").attr("href", usual).child("Show its usual comparison");
        state = state.child(el("p").child(link));
    }
    let page = href(&Address::of(Route::Film(film.slug.clone())));
    state.child(el("p").child(el("a").attr("href", page).child(format!("All reviews of {}", film.title))))
}
