//! The frame around every page.

use leptos::prelude::*;

use crate::{
    browser::{clock::after_render, history::Step, keys, page},
    components::{
        footer::footer,
        header::header,
        key_list::{key_list, toggle_key_list},
    },
    element::{self, Element, View, el},
    hooks::{Root, Site, provide_site, use_site},
    pages::page,
    route::{Address, Route},
};

/// Draws the site into the page's `#app`, in place of the frame that stood there while it loaded.
pub fn mount() {
    let Some(root) = page::app_root() else { return };
    element::mount(&root, app);
}

fn app() -> Vec<View> {
    if let Some(owner) = Owner::current() {
        provide_context(Root(owner));
    }
    let site = provide_site();
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
    let skip = el("a").class("skip").attr("href", "#main").child("Skip to the content");
    vec![
        skip.view(),
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
