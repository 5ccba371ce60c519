//! All films: search, facets and order.

use std::sync::Arc;

use super::{heading, lead, not_found::search_field, with_catalog};
use crate::domain::gather::Gather;
use crate::{
    browser::page::media_matches,
    components::{
        active_filters::{ActiveFilter, active_filters, empty_state},
        facet_panel::{facet_panel, pill},
        film_card::film_card,
        notices::{address_notices, notices},
        review_filters::{option, select},
        score_range::score_range,
        skeleton::card_skeletons,
    },
    derived::Derived,
    domain::{
        catalog::Catalog,
        facet::{CatalogFilter, Facet, FacetOption},
        film::Listing,
        filter::ScoreRange,
        sort::FilmSort,
        text,
    },
    element::{Child, Element, View, el, keyed},
    hooks::{Choice, use_catalog_view, use_href, use_site},
    route::{Address, CatalogView},
};

/// From this width on the filters stand beside the list, open.
pub const WIDE: &str = "(min-width: 60rem)";

/// The page.
pub fn catalogue() -> View {
    let films = with_catalog(|| vec![lead("The films are on their way."), card_skeletons(8)], films);
    (heading("Film reviews, read against each other"), films).view()
}

/// What the catalogue shows.
#[derive(Clone, Default, PartialEq)]
struct Shown {
    films: Vec<String>,
    facets: Vec<Vec<FacetOption>>,
    split: usize,
}

impl Shown {
    fn of(catalog: &Catalog, view: &CatalogView) -> Self {
        let found = view.filter.apply(catalog);
        let mut films: Vec<&Listing> = found.films;
        view.sort.sort(&mut films);
        Self {
            films: films.into_iter().map(|film| film.slug.to_string()).gathered(),
            facets: found.facets,
            split: found.split,
        }
    }
}

fn films(catalog: &Arc<Catalog>) -> Vec<View> {
    let view = use_catalog_view(catalog);
    let shown = Derived::new({
        let catalog = Arc::clone(catalog);
        move |_| view.with(|view| Shown::of(&catalog, view))
    });
    let count = format!(
        "{} and {}, with no summary in between. See who agrees, who splits, and in which words.",
        text::counted(catalog.films().len(), "film"),
        text::counted(catalog.review_count(), "review"),
    );
    let defects: Vec<String> = catalog.defects().iter().map(ToString::to_string).gathered();
    vec![
        lead(count).view(),
        address_notices(view).view(),
        notices("Part of the list of films could not be read", move || defects.clone()).view(),
        find(view).view(),
        el("div").class("catalogue").child(facets(view, shown)).child(results(catalog, view, shown)).view(),
    ]
}

/// The search field and the order.
fn find(view: Choice<CatalogView>) -> Element {
    let site = use_site();
    let search = move |search| {
        let mut view = view.get_untracked();
        view.filter.search = search;
        site.refine(view.query());
    };
    let options: Vec<Element> = FilmSort::ALL
        .into_iter()
        .map(|sort| option(sort.word(), move || view.with(|view| view.sort == sort)).child(sort.label()))
        .gathered();
    let order = move |word: &str| {
        let sort = word.parse().unwrap_or(CatalogView::default().sort);
        site.refine(CatalogView { sort, ..view.get_untracked() }.query());
    };
    el("form")
        .class("find")
        .attr("role", "search")
        .on("submit", |event| event.prevent_default())
        .child(search_field(move || view.with(|view| view.filter.search.clone()), search))
        .child(select("Order", options, order))
}

/// Every facet with its options.
fn facets(view: Choice<CatalogView>, shown: Derived<Shown>) -> Element {
    let site = use_site();
    let refine = move |change: &dyn Fn(&CatalogFilter) -> CatalogFilter| {
        let view = view.get_untracked();
        site.refine(view.with(change(&view.filter)).query());
    };
    let panels: Vec<Element> = Facet::ALL
        .into_iter()
        .enumerate()
        .map(|(place, facet)| {
            let options = move || shown.with(|shown| shown.facets.get(place).cloned().unwrap_or_default());
            facet_panel(facet, options, move |value| refine(&|filter| filter.toggled(facet, value)))
        })
        .gathered();
    let split = pill(
        "Has a split",
        move || shown.with(|shown| shown.split),
        move || view.with(|view| view.filter.split),
        move || refine(&|filter| CatalogFilter { split: !filter.split, ..filter.clone() }),
    );
    let range = score_range(
        move || view.with(|view| view.filter.range),
        move |range| {
            refine(&|filter| CatalogFilter { range, ..filter.clone() });
        },
    );
    let group =
        |name: &'static str, child: Element| el("fieldset").class("facet").child(el("legend").child(name)).child(child);
    let form = el("form")
        .class("filters")
        .attr("aria-label", "Filter the films")
        .on("submit", |event| event.prevent_default())
        .child(group("Disagreement", split))
        .child(group("Average score", range))
        .child(panels);
    fold("Filters", form)
}

/// Filters behind a word, open where there is room.
pub fn fold(name: &'static str, filters: Element) -> Element {
    el("details")
        .class("filters-fold")
        .attr("open", media_matches(WIDE))
        // Where a page rendered ahead has this, boot.js opens it.
        .attr("data-open-where", WIDE)
        .child(el("summary").child(name))
        .child(filters)
}

/// How many are shown, the filters that are on, and the cards.
fn results(catalog: &Arc<Catalog>, view: Choice<CatalogView>, shown: Derived<Shown>) -> Element {
    let total = catalog.films().len();
    let count = move || match shown.with(|shown| shown.films.len()) {
        count if count == total => text::counted(total, "film"),
        count => format!("{count} of {}", text::counted(total, "film")),
    };
    let cards = keyed(move || shown.with(|shown| shown.films.clone()), {
        let catalog = Arc::clone(catalog);
        move |slug| {
            let film = slug.parse().ok().and_then(|slug| catalog.film(&slug));
            el("li").child(film.map(|film| film_card(&catalog, film)))
        }
    });
    el("section")
        .class("films")
        .attr("aria-label", "Films")
        .child(count_heading(count))
        .child(chips(catalog, view))
        .child(el("ul").class("film-grid").child(cards))
        .child(empty(catalog, view, shown))
}

/// How many are shown. The focus comes here when a filter that had it goes away.
pub fn count_heading(count: impl Fn() -> String + Send + Sync + 'static) -> Element {
    el("h2")
        .class("count")
        .attr("tabindex", "-1")
        .attr("data-focus-home", true)
        .child(el("span").attr("role", "status").text_with(count))
}

/// The filters that are on.
fn chips(catalog: &Arc<Catalog>, view: Choice<CatalogView>) -> Element {
    let href = use_href();
    let catalog = Arc::clone(catalog);
    let filters = move || {
        let filters = view.with(|view| without_each(&catalog, view)).into_iter();
        filters.map(|(label, view)| ActiveFilter { label, href: href(&Address::catalogue(&view)) }).gathered()
    };
    let clear = move || href(&Address::catalogue(&view.with(|view| view.with(CatalogFilter::default()))));
    active_filters(filters, clear)
}

/// Every filter that is on, in words, with the view that lacks just it.
fn without_each(catalog: &Catalog, view: &CatalogView) -> Vec<(String, CatalogView)> {
    let filter = &view.filter;
    let mut all = Vec::new();
    if !filter.search.trim().is_empty() {
        let without = CatalogFilter { search: String::new(), ..filter.clone() };
        all.push((format!("Search: {}", text::clipped(&filter.search, 40)), view.with(without)));
    }
    for (facet, value) in filter.chosen.iter() {
        let label = format!("{}: {}", facet.label(), facet.label_of(value, catalog));
        all.push((label, view.with(filter.toggled(facet, value))));
    }
    if filter.range.is_set() {
        let without = CatalogFilter { range: ScoreRange::WHOLE, ..filter.clone() };
        all.push((format!("Average score: {}", filter.range), view.with(without)));
    }
    if filter.split {
        all.push(("Has a split".to_owned(), view.with(CatalogFilter { split: false, ..filter.clone() })));
    }
    all
}

/// What to relax where nothing is found.
fn empty(catalog: &Arc<Catalog>, view: Choice<CatalogView>, shown: Derived<Shown>) -> View {
    let href = use_href();
    let catalog = Arc::clone(catalog);
    crate::element::reactive(move || {
        if shown.with(|shown| !shown.films.is_empty()) {
            return None;
        }
        if catalog.films().is_empty() {
            return Some(el("p").class("empty-state").child("There are no films here yet."));
        }
        let link = |label: String, view: &CatalogView| ActiveFilter { label, href: href(&Address::catalogue(view)) };
        let ways = view
            .with(|view| without_each(&catalog, view))
            .into_iter()
            .map(|(label, view)| (link(label, &view), view.filter.apply(&catalog).films.len()))
            .gathered();
        let all = link("Show all films".to_owned(), &CatalogView::default());
        Some(empty_state("No film matches all of this", "film", ways, all))
    })
}
