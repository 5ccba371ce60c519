//! There is nothing at this address.

use leptos::prelude::*;

use super::{heading, lead, with_catalog};
use crate::domain::gather::Gather;
use crate::{
    browser::history::Step,
    domain::{catalog::Catalog, facet::CatalogFilter, search::nearest, slug::FilmSlug, text},
    element::{Child, Element, View, el},
    hooks::{use_href, use_site},
    route::{Address, CatalogView, Route},
};

/// The page.
pub fn not_found(path: &str) -> View {
    let wanted = path.rsplit('/').find(|segment| !segment.is_empty()).unwrap_or_default().to_owned();
    let what =
        format!("Nothing stands at {}. The address may be mistyped, or the page may have moved.", text::quoted(path));
    let near = with_catalog(Vec::new, move |catalog| vec![suggestions(catalog, &wanted).view()]);
    (heading("There is no page here"), (lead(what), (search_form(), near))).view()
}

/// A film's address that no film has.
pub fn no_such_film(catalog: &Catalog, slug: &FilmSlug) -> Vec<View> {
    vec![
        heading("No such film").view(),
        lead(format!("No film here is called {}.", text::quoted(slug.as_str()))).view(),
        search_form().view(),
        suggestions(catalog, slug.as_str()).view(),
    ]
}

/// Films and reviewers whose names are near to what was asked for, and the way to all.
pub fn suggestions(catalog: &Catalog, wanted: &str) -> Vec<Element> {
    let film = nearest(wanted, (0..catalog.film_count()).filter_map(|place| Some(catalog.slug_at(place)?.as_str())))
        .and_then(|slug| catalog.film_place(&slug.parse().ok()?))
        .and_then(|place| Some(link(Route::Film(catalog.slug_at(place)?.clone()), catalog.title_at(place)?)));
    let reviewer = nearest(wanted, catalog.reviewers().iter().map(|reviewer| reviewer.slug.as_str()))
        .and_then(|slug| catalog.reviewer(&slug.parse().ok()?))
        .map(|reviewer| link(Route::Reviewer(reviewer.slug.clone()), &reviewer.name));
    let near: Vec<Element> = film.into_iter().chain(reviewer).map(|link| el("li").child(link)).gathered();
    let ways =
        el("p").child(link(Route::Catalogue, "All films")).child(" · ").child(link(Route::Reviewers, "All reviewers"));
    if near.is_empty() {
        return vec![ways];
    }
    vec![el("p").child("Did you mean:"), el("ul").class("plain-list").child(near), ways]
}

fn link(route: Route, label: &str) -> Element {
    el("a").attr("href", use_href()(&Address::of(route))).child(label)
}

/// A search that leads to the catalogue.
fn search_form() -> Element {
    let site = use_site();
    let text = RwSignal::new(String::new());
    let search = move |event: leptos::ev::Event| {
        event.prevent_default();
        let filter = CatalogFilter { search: text.get_untracked(), ..CatalogFilter::default() };
        site.go(Address::catalogue(&CatalogView::default().with(filter)), Step::Push);
    };
    el("form")
        .class("find")
        .attr("role", "search")
        .on("submit", search)
        .child(search_field(String::new, move |typed| text.set(typed)))
        .child(el("button").class("button").attr("type", "submit").child("Search"))
}

/// The search field, with the key that leads to it.
pub fn search_field(value: impl Fn() -> String + Send + Sync + 'static, typed: impl Fn(String) + 'static) -> Element {
    let last = StoredValue::new(String::new());
    // An address has no spaces at the ends of a search; who types one is about to type the next word.
    let value = move || {
        // A field of one line would join what they part.
        let value = value().replace(['\n', '\r'], " ");
        last.with_value(|typed| if typed.trim() == value.trim() { typed.clone() } else { value })
    };
    let typed = move |text: String| {
        last.set_value(text.clone());
        typed(text);
    };
    let input = el("input")
        .attr("type", "search")
        // Where the app is not there yet, the browser asks for the answer by this name.
        .attr("name", "q")
        .attr("placeholder", "Search films, people, words")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("maxlength", "200")
        .value_with(value)
        .on("input", move |event| typed(event_target_value(&event)));
    el("label")
        .class("search-field")
        .child(el("span").class("visually-hidden").child("Search films, people and the words of reviews"))
        .child(input)
        .child(el("kbd").attr("aria-hidden", "true").child("/"))
}
