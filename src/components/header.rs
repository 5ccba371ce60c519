//! The head of every page.

use super::theme_switch::theme_switch;
use crate::{
    domain::site::MARK,
    element::{Element, el},
    hooks::{use_href, use_route},
    route::{Address, Route},
};

/// The site's name and its main pages. `index.html` has the same, for the time before.
pub fn header() -> Element {
    let home = use_href()(&Address::of(Route::Catalogue));
    let brand = el("a").class("brand").attr("href", home);
    let brand = match MARK.split_once('/') {
        Some((before, after)) => brand.child(before).child(el("i").child("/")).child(after),
        None => brand.child(MARK),
    };
    let nav = el("nav")
        .attr("aria-label", "Main")
        .child(link(Route::Catalogue, "Films"))
        .child(link(Route::Reviewers, "Reviewers"))
        .child(link(Route::About, "About"));
    el("header").class("site").child(el("div").class("frame").child(brand).child(nav).child(theme_switch()))
}

fn link(page: Route, label: &'static str) -> Element {
    let route = use_route();
    el("a")
        .attr("href", use_href()(&Address::of(page.clone())))
        .attr_with("aria-current", move || route.with(|route| (*route == page).then_some("page")))
        .child(label)
}
