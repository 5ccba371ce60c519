//! Two reviewers over all the films that both reviewed.

use std::sync::Arc;

use leptos::prelude::*;

use super::{heading, lead, with_catalog};
use crate::domain::gather::Gather;
use crate::{
    browser::page::keep_focus,
    components::{
        aspect_bars::aspect_bars,
        matrix::class_bar,
        notices::notices,
        pair_plot::pair_plot,
        quarrels::quarrels,
        review_filters::{option, select},
        skeleton::line_skeletons,
    },
    derived::Derived,
    domain::{
        agreement::{Agreement, RowClass},
        aspect::Aspect,
        catalog::Catalog,
        reviewer_pair::{FEWEST_FILMS, ReviewerPair, met_in},
        slug::ReviewerSlug,
        text,
    },
    element::{Element, View, el, reactive},
    hooks::{CatalogLoad, Site, use_catalog, use_href, use_query, use_site},
    route::{Address, Notice, PairView, Query},
};

/// The page.
pub fn reviewers_compare() -> View {
    with_catalog(|| vec![heading("Loading the reviewers"), line_skeletons(8)], page)
}

/// What the page reads. The two lists to choose from stay while what they choose is drawn anew, so
/// that whoever moves through them by keyboard is not thrown out.
#[derive(Clone, Copy)]
struct Chosen {
    site: Site,
    query: Derived<Query>,
    load: RwSignal<CatalogLoad>,
}

impl Chosen {
    #[inline(never)]
    fn read(self) -> (PairView, Vec<Notice>) {
        let read = |catalog: &Arc<Catalog>| self.query.with(|query| PairView::read(query, catalog));
        self.load.with_untracked(|load| load.ready().map(read).unwrap_or_default())
    }

    #[inline(never)]
    fn who(self) -> Vec<ReviewerSlug> {
        self.read().0.who
    }

    /// A list of all reviewers, from which to choose the first or the second.
    fn list(self, label: &'static str, place: usize, catalog: &Catalog) -> Element {
        let none = option("", move || self.who().len() <= place).attr("disabled", true);
        let mut options = vec![none.child("Choose a reviewer")];
        for reviewer in catalog.reviewers_by_name() {
            let (chosen, taken) = (reviewer.slug.clone(), reviewer.slug.clone());
            let option = option(reviewer.slug.to_string(), move || self.who().get(place) == Some(&chosen))
                .attr_with("disabled", move || self.who().get(1 - place) == Some(&taken))
                .child(reviewer.name.as_str());
            options.push(option);
        }
        let choose = move |value: &str| {
            if let Ok(slug) = value.parse() {
                self.site.refine(self.read().0.with(place, slug).query());
            }
        };
        select(label, options, choose)
    }
}

fn page(catalog: &Arc<Catalog>) -> Vec<View> {
    let chosen = Chosen { site: use_site(), query: use_query(), load: use_catalog() };
    let (titled, summed, compared) = (Arc::clone(catalog), Arc::clone(catalog), Arc::clone(catalog));
    let unread = move || chosen.read().1.iter().map(ToString::to_string).gathered();
    vec![
        heading("").text_with(move || title(&titled, &chosen.who())).view(),
        notices("Part of the address could not be used", unread).view(),
        el("div")
            .class("choosers")
            .child([chosen.list("One reviewer", 0, catalog), chosen.list("The other", 1, catalog)])
            .view(),
        lead("").attr("role", "status").text_with(move || summary(&summed, &chosen.who())).view(),
        reactive(move || {
            keep_focus();
            content(&compared, &chosen.who())
        }),
    ]
}

fn title(catalog: &Catalog, who: &[ReviewerSlug]) -> String {
    match who {
        [] => "Compare two reviewers".to_owned(),
        [one] => format!("{} and another", catalog.name_of(one)),
        [one, other, ..] => format!("{} and {}", catalog.name_of(one), catalog.name_of(other)),
    }
}

fn summary(catalog: &Catalog, who: &[ReviewerSlug]) -> String {
    match who {
        [one, other, ..] => ReviewerPair::of(&catalog.films_by(one), [one, other]).label(),
        _ => "Choose two, and see where they stand over the films that both reviewed.".to_owned(),
    }
}

fn content(catalog: &Catalog, who: &[ReviewerSlug]) -> Vec<Element> {
    let (one, other) = match who {
        [] => return Vec::new(),
        [one] => return vec![others(catalog, one)],
        [one, other, ..] => (one, other),
    };
    let films = catalog.films_by(one);
    let pair = ReviewerPair::of(&films, [one, other]);
    let films = pair.films();
    if films.is_empty() {
        return vec![others(catalog, one), others(catalog, other)];
    }
    let (one, other) = (catalog.name_of(one), catalog.name_of(other));
    let names = [one.as_str(), other.as_str()];
    let plot = el("section").child(el("h2").child("Score against score")).child(pair_plot(names, films));
    let mut glance = el("div").class("glance").child(plot);
    if films.len() >= FEWEST_FILMS {
        let aspects: Vec<Element> = pair.by_aspect().into_iter().map(aspect).gathered();
        let list = el("ul").class("aspect-habits").child(aspects);
        glance = glance.child(el("section").child(el("h2").child("Agreement by aspect")).child(list));
    }
    let order = "Biggest quarrel first: the most opposite aspects, then the widest gap of scores. Each leads to the film’s comparison of the two.";
    let note = |text: &str| el("p").class("note").child(text);
    vec![
        note(&pair.explanation()),
        glance,
        el("h2").child("Films that both reviewed"),
        note(order),
        quarrels(names, films),
    ]
}

/// How often the two stand how on an aspect, each time as the class of a row of two.
fn aspect((aspect, agreement): (Aspect, Agreement)) -> Element {
    let counts = [
        (RowClass::Consensus, agreement.same, "same"),
        (RowClass::Qualified, agreement.between(), "between"),
        (RowClass::Split, agreement.opposite, "opposite"),
    ];
    let mut bars = Vec::new();
    let mut words = Vec::new();
    for (class, count, word) in counts {
        bars.extend((0..count).map(|_| class_bar(class)));
        if count > 0 {
            words.push(format!("{count} {word}"));
        }
    }
    aspect_bars(aspect, bars, words.join(", "))
}

/// With whom somebody can be compared.
fn others(catalog: &Catalog, one: &ReviewerSlug) -> Element {
    let href = use_href();
    let mut rows = Vec::new();
    let by_one = catalog.films_by(one);
    let mut met = met_in(catalog, &by_one, one);
    met.sort_by_cached_key(|reviewer| text::title_key(&reviewer.name));
    for reviewer in met {
        let films = ReviewerPair::of(&by_one, [one, &reviewer.slug]).films().len();
        if films > 0 {
            let href = href(&Address::pair(&[one, &reviewer.slug]));
            let link = el("a").attr("href", href).attr("data-refine", true).child(reviewer.name.as_str());
            rows.push(el("li").child(link).child(format!(": {}", text::counted(films, "film"))));
        }
    }
    let name = catalog.name_of(one);
    let who = match rows.as_slice() {
        [] => format!("Nobody else reviewed a film that {name} did."),
        _ => format!("{name} has films in common with:"),
    };
    el("div").class("empty-state").child(el("p").child(who)).child(el("ul").class("plain-list").child(rows))
}
