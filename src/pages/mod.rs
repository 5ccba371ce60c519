//! One file for each kind of page. Pages read hooks and lay out.

mod about;
mod catalogue;
mod compare;
mod compare_asked;
mod compare_limits;
mod film;
mod film_filters;
mod film_head;
mod film_list;
mod not_found;
mod reviewer;
mod reviewers;
mod reviewers_compare;

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::gather::Gather;
use crate::{
    browser::page::keep_focus,
    components::failure::{Trouble, failure},
    derived::Derived,
    domain::catalog::Catalog,
    element::{Child, Element, View, el, reactive},
    hooks::{use_catalog, use_route, use_site},
    load::Load,
    route::Route,
};

/// The page of the address.
pub fn page() -> Element {
    let route = use_route();
    let page = move || match route.get() {
        Route::Catalogue => catalogue::catalogue(),
        Route::Film(slug) => film::film_page(slug),
        Route::Compare(slug) => compare::compare_page(slug),
        Route::Reviewers => reviewers::reviewers(),
        Route::ReviewersCompare => reviewers_compare::reviewers_compare(),
        Route::Reviewer(slug) => reviewer::reviewer_page(slug),
        Route::About => about::about(),
        Route::NotFound(path) => not_found::not_found(&path),
    };
    el("main").attr("id", "main").class("frame").child_with(page)
}

/// The heading of a page, which takes the focus after a change of the page.
fn heading(text: impl Child) -> Element {
    el("h1").class("display").attr("tabindex", "-1").attr("data-key", "heading").child(text)
}

/// The first lines of a page.
fn lead(text: impl Child) -> Element {
    el("p").class("lead").child(text)
}

/// A link past much that the keyboard would have to go through. It is seen while it has the focus.
pub fn skip(to: &'static str, words: &'static str) -> Element {
    el("a").class("skip").attr("href", to).child(words)
}

/// What a page shows once the index is here; before, `waiting`, and where it cannot be had, what
/// happened and a retry.
fn with_catalog(
    waiting: impl Fn() -> Vec<Element> + Send + Sync + 'static,
    ready: impl Fn(&Arc<Catalog>) -> Vec<View> + Send + Sync + 'static,
) -> View {
    around_catalog(Box::new(waiting), Box::new(ready))
}

type Waiting = Box<dyn Fn() -> Vec<Element> + Send + Sync>;
type Ready = Box<dyn Fn(&Arc<Catalog>) -> Vec<View> + Send + Sync>;

#[inline(never)]
fn around_catalog(waiting: Waiting, ready: Ready) -> View {
    let load = use_catalog();
    let is_ready = Derived::new(move |_| load.with(|load| load.ready().is_some()));
    let content = reactive(move || {
        keep_focus();
        if is_ready.get() {
            let catalog = load.with_untracked(|load| load.ready().cloned());
            return catalog.map(|catalog| ready(&catalog)).unwrap_or_default();
        }
        waiting().into_iter().chain([missing_catalog()]).map(Element::view).gathered()
    });
    el("div").attr_with("aria-busy", move || load.with(Load::is_waiting).then_some("true")).child(content).view()
}

/// Where the list of films takes long or could not be had: what happened, what still works, and a retry.
pub(crate) fn missing_catalog() -> Element {
    let (site, load) = (use_site(), use_catalog());
    let trouble = move || load.with(|load| Trouble::from(load));
    let still = "The page about the site works without it, and the data can be read as files.";
    failure(trouble, "The list of films", still, move || site.load_catalog())
}
