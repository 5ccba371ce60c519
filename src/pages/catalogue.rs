//! All films: search, facets and order.

use std::{mem, sync::Arc};

use crosscut_engine::order::Hit;
use leptos::prelude::*;

use super::{
    film_filters::film_filters, film_list::film_list, heading, lead, not_found::search_field, skip, with_catalog,
};
use crate::domain::gather::Gather;
use crate::{
    browser::{
        clock::after_paint,
        page::{keep_focus, media_matches},
    },
    components::{
        active_filters::{ActiveFilter, active_filters, empty_state},
        key_list::toggle_key_list,
        notices::{address_notices, notices},
        review_filters::{option, select},
        search_notes::search_notes,
        skeleton::card_skeletons,
    },
    derived::{Derived, follow},
    domain::{
        catalog::Catalog,
        facet::CatalogFilter,
        filter::ScoreRange,
        search::{Found, Question},
        sort::FilmSort,
        text,
    },
    element::{Child, Element, View, el, reactive},
    hooks::{Choice, Searching, Seen, once_shown, one_at_a_time, use_catalog_view, use_href, use_searching, use_site},
    route::{Address, CatalogView},
};

/// From this width on the filters stand beside the list, open.
pub const WIDE: &str = "(min-width: 60rem)";

/// The page.
pub fn catalogue() -> View {
    let films = with_catalog(|| vec![lead("The films are on their way."), card_skeletons(8)], films);
    (heading("Film reviews, read against each other"), films).view()
}

/// What the catalogue shows: the films in their order, and what of them is found.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Shown {
    /// The films, each with its best row.
    pub films: Vec<Hit>,
    /// Of each film of the catalogue its place among them.
    places: Vec<Option<u32>>,
    found: Found,
}

impl Shown {
    fn of(searching: Searching, view: &CatalogView) -> Self {
        let mut found = searching.find(&view.filter, EXACT);
        let mut films = mem::take(&mut found.films);
        if view.sort() != FilmSort::Match || !found.ranked {
            searching.update(|finder| finder.sort(&mut films, view.sort()));
        }
        let most = films.iter().map(|hit| hit.film + 1).max().unwrap_or_default();
        let mut places = vec![None; most];
        for (place, hit) in films.iter().enumerate() {
            places[hit.film] = u32::try_from(place).ok();
        }
        Self { films, places, found }
    }

    /// The place of a film among those that are shown.
    pub fn place(&self, film: usize) -> Option<usize> {
        self.places.get(film).copied().flatten().map(|place| place as usize)
    }
}

/// How many films stand in exact order of how well they match.
const EXACT: usize = 200;

/// The catalogue as the page has it: what is searched, what is chosen, and what that shows.
#[derive(Clone)]
pub(super) struct Desk {
    pub catalog: Arc<Catalog>,
    pub searching: Searching,
    pub view: Choice<CatalogView>,
    pub shown: Derived<Shown>,
    /// Changes once what is shown is on the screen: then comes what can wait.
    pub settled: RwSignal<usize>,
}

fn films(catalog: &Arc<Catalog>) -> Vec<View> {
    let searching = use_searching(catalog);
    let view = use_catalog_view(searching);
    let shown = Derived::new(move |_| view.with(|view| Shown::of(searching, view)));
    let settled = RwSignal::new(0);
    follow(move || {
        // What is shown may stay the same, such as nothing.
        view.with(|_| ());
        searching.seen().with(|_| ());
        shown.with(|_| ());
        after_paint(move || {
            settled.try_update(|turn| *turn += 1);
        });
    });
    let desk = Desk { catalog: Arc::clone(catalog), searching, view, shown, settled };
    follow(move || {
        if view.with(|view| !view.filter.search.is_empty()) {
            // What is typed is answered first.
            after_paint(move || searching.need_texts());
        }
    });
    let count = format!(
        "{} and {}, with no summary in between. See who agrees, who splits, and in which words.",
        text::counted(catalog.film_count(), "film"),
        text::counted(catalog.review_count(), "review"),
    );
    let defects: Vec<String> = catalog.defects().iter().map(ToString::to_string).gathered();
    vec![
        lead(count).view(),
        address_notices(view).view(),
        notices("Part of the list of films could not be read", move || defects.clone()).view(),
        find(&desk).view(),
        el("div").class("catalogue").child(film_filters(&desk)).child(results(&desk)).view(),
    ]
}

/// The search field and the order.
fn find(desk: &Desk) -> Element {
    let site = use_site();
    let (view, searching) = (desk.view, desk.searching);
    let search = move |search| {
        let mut view = view.get_untracked();
        view.filter.search = search;
        site.refine_soon(view.query());
    };
    let search = one_at_a_time(search);
    let options: Vec<Element> = FilmSort::ALL
        .into_iter()
        .map(|sort| {
            let option = option(sort.word(), move || view.with(|view| view.sort() == sort)).child(sort.label());
            // Without a search nothing matches better than anything else.
            let idle = move || sort == FilmSort::Match && view.with(|view| view.filter.search.trim().is_empty());
            option.flag_with("disabled", idle)
        })
        .gathered();
    let help = el("button")
        .class("quiet-link")
        .attr("type", "button")
        .on("click", |_| {
            toggle_key_list();
        })
        .child("How to search");
    let once_shown = once_shown();
    let order = move |word: &str| {
        let sort = word.parse().ok();
        once_shown(Box::new(move || site.refine_soon(CatalogView { sort, ..view.get_untracked() }.query())));
    };
    el("form")
        .class("find")
        .attr("role", "search")
        .on("submit", |event| event.prevent_default())
        .on("focusin", move |_| searching.need_texts())
        .child(search_field(move || view.with(|view| view.filter.search.clone()), search))
        .child(select("Order", options, order))
        .child(help)
}

/// Filters behind a word, open where there is room.
pub fn fold(name: &'static str, filters: Element) -> Element {
    el("details")
        .class("filters-fold")
        .attr("open", media_matches(WIDE))
        // Where a page rendered ahead has this, boot.js opens it.
        .attr("data-open-where", WIDE)
        .child(el("summary").child(name))
        .child(skip("#found", "Skip the filters"))
        .child(filters)
}

/// How many are shown, the filters that are on, and the cards.
fn results(desk: &Desk) -> Element {
    let &Desk { view, shown, searching, .. } = desk;
    let total = desk.catalog.film_count();
    let count = move || {
        shown.with(|shown| {
            let films = match shown.films.len() {
                count if count == total => text::counted(total, "film"),
                count => format!("{} of {}", text::grouped(count), text::counted(total, "film")),
            };
            if shown.found.ranked && shown.found.reviews > 0 {
                format!("{films}, {}", text::counted(shown.found.reviews, "review"))
            } else {
                films
            }
        })
    };
    let question = Derived::new(move |_| view.with(|view| Question::read(&view.filter.search)));
    el("section")
        .class("films")
        .attr("aria-label", "Films")
        .child(count_heading(count))
        .child(search_notes(searching, question, shown_notices(desk)))
        .child(chips(desk))
        .child(film_list(desk, question))
        .child(empty(desk, question))
}

/// What is to be said of the search.
fn shown_notices(desk: &Desk) -> impl Fn() -> Vec<String> + Send + Sync + 'static {
    let shown = desk.shown;
    move || shown.with(|shown| shown.found.notices.clone())
}

/// How many are shown. The focus comes here when a filter that had it goes away.
pub fn count_heading(count: impl Fn() -> String + Send + Sync + 'static) -> Element {
    el("h2")
        .class("count")
        .attr("id", "found")
        .attr("tabindex", "-1")
        .attr("data-focus-home", true)
        .child(el("span").attr("role", "status").text_with(count))
}

/// The filters that are on.
fn chips(desk: &Desk) -> Element {
    let href = use_href();
    let &Desk { view, searching, .. } = desk;
    let filters = move || {
        let filters = view.with(|view| without_each(searching, view)).into_iter();
        filters.map(|(label, view)| ActiveFilter { label, href: href(&Address::catalogue(&view)) }).gathered()
    };
    let clear = move || href(&Address::catalogue(&view.with(|view| view.with(CatalogFilter::default()))));
    active_filters(filters, clear)
}

/// Every filter that is on, in words, with the view that lacks just it.
fn without_each(searching: Searching, view: &CatalogView) -> Vec<(String, CatalogView)> {
    let filter = &view.filter;
    let mut all = Vec::new();
    if !filter.search.trim().is_empty() {
        let without = CatalogFilter { search: String::new(), ..filter.clone() };
        all.push((format!("Search: {}", text::clipped(&filter.search, 40)), view.with(without)));
    }
    for (facet, value) in filter.chosen.iter() {
        let label = searching.with(|finder| finder.label_of(facet, value).unwrap_or(value).to_owned());
        let label = format!("{}: {label}", facet.label());
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

/// What to relax where nothing is found. To find that out takes longer than to find nothing.
fn empty(desk: &Desk, question: Derived<Question>) -> View {
    let href = use_href();
    let Desk { catalog, view, shown, searching, settled } = desk.clone();
    let shows_none = Derived::new(move |_| shown.with(|shown| shown.films.is_empty()));
    let showed_none = Derived::new(move |_| {
        settled.track();
        shown.with_untracked(|shown| shown.films.is_empty())
    });
    let is_coming = {
        let (seen, has_words) = (searching.seen(), Derived::new(move |_| question.with(|it| !it.terms.is_empty())));
        Derived::new(move |_| has_words.get() && seen.with(Seen::is_coming))
    };
    let content = reactive(move || {
        // A link of it, which may have the focus, goes away.
        keep_focus();
        if !shows_none.get() || !showed_none.get() {
            return None;
        }
        if is_coming.get() {
            return Some(
                el("p").class("empty-state").child("No film so far. The reviews’ words are still being looked into."),
            );
        }
        if catalog.film_count() == 0 {
            return Some(el("p").class("empty-state").child("There are no films here yet."));
        }
        settled.track();
        let view = view.get_untracked();
        let link = |label: String, view: &CatalogView| ActiveFilter { label, href: href(&Address::catalogue(view)) };
        let meant = searching.with(|finder| finder.suggestion(&view.filter.search)).and_then(|search| {
            let meant = view.with(CatalogFilter { search: search.clone(), ..view.filter.clone() });
            let finds = !searching.find(&meant.filter, 0).films.is_empty();
            finds.then(|| link(search, &meant))
        });
        let ways = without_each(searching, &view)
            .into_iter()
            .map(|(label, view)| (link(label, &view), searching.find(&view.filter, 0).films.len()))
            .gathered();
        let all = link("Show all films".to_owned(), &CatalogView::default());
        Some(empty_state("No film matches all of this", "film", meant, ways, all))
    });
    // There before what is to be told is.
    el("div").attr("aria-live", "polite").child(content).view()
}
