//! The frame around every page.

use std::mem;

use leptos::prelude::*;

use crate::{
    browser::{clock::after_render, history::Step, keys, page},
    components::{
        footer::footer,
        header::header,
        key_list::{key_list, toggle_key_list},
    },
    derived::follow,
    element::{self, Element, View, el},
    hooks::{Root, Site, provide_site, use_site},
    pages::{missing_catalog, page, skip},
    route::{Address, Route},
};

/// Draws the site into the page's `#app`, in place of what stood there while it loaded: at once where that
/// is a frame, and where it is the page itself, rendered ahead, when there is as much to draw.
pub fn mount() {
    let Some(root) = page::app_root() else { return };
    let is_ahead = page::is_ahead(&root);
    element::start();
    let owner = Owner::new();
    provide_root(&owner);
    mem::forget(owner.clone());
    owner.clone().with(|| {
        let site = provide_site();
        if is_ahead && let Some(front) = page::front(&root) {
            element::mount(&front, missing_catalog);
        }
        let mut draw = Some(move || {
            let take_over = page::take_over(&root);
            element::mount(&root, || app(site));
            take_over();
        });
        follow(move || {
            if (!is_ahead || site.is_settled())
                && let Some(draw) = draw.take()
            {
                // Not of this effect: what is drawn lasts.
                owner.with(|| untrack(|| if is_ahead { site.draw_whole(draw) } else { draw() }));
            }
        });
    });
}

/// Gives what lasts longer than a page its owner.
pub(crate) fn provide_root(owner: &Owner) {
    owner.with(|| provide_context(Root(owner.clone())));
}

pub(crate) fn app(site: Site) -> Vec<View> {
    keys::on_key(move |key| match key {
        "/" => search(site),
        "?" => toggle_key_list(),
        _ => false,
    });
    let announcement = el("p")
        .class("visually-hidden")
        .attr("id", "announcement")
        .attr("aria-live", "polite")
        .attr("aria-atomic", "true")
        .text_with(move || site.announcement());
    vec![
        skip("#main", "Skip to the content").view(),
        header().view(),
        messages().view(),
        page().view(),
        footer().view(),
        key_list().view(),
        announcement.view(),
    ]
}

/// Moves the focus to the search field; where this page has none, goes to the catalogue first.
fn search(site: Site) -> bool {
    if !page::focus_search() {
        site.go(Address::of(Route::Catalogue), Step::Push);
        after_render(|| {
            after_render(|| {
                page::focus_search();
            });
        });
    }
    true
}

/// Messages about the site as a whole.
fn messages() -> Element {
    let message = use_site().message();
    el("div")
        .class("messages frame")
        .attr("role", "status")
        .child_with(move || message.get().map(|text| el("p").child(text)))
}
