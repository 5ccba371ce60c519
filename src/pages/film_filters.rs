//! The filters of the catalogue, each option with the number of films that it would show.

use leptos::prelude::*;

use super::catalogue::{Desk, fold};
use crate::{
    components::{
        facet_panel::{facet_panel, pill},
        score_range::score_range,
    },
    derived::Derived,
    domain::{
        facet::{CatalogFilter, Facet},
        gather::Gather,
    },
    element::{Element, el},
    hooks::{once_shown, use_site},
};

type Change = Box<dyn Fn(&CatalogFilter) -> CatalogFilter>;

/// Every facet with its options.
pub fn film_filters(desk: &Desk) -> Element {
    let site = use_site();
    let &Desk { view, searching, settled, .. } = desk;
    let refine = move |change: &dyn Fn(&CatalogFilter) -> CatalogFilter| {
        let view = view.get_untracked();
        site.refine_soon(view.with(change(&view.filter)).query());
    };
    let once_shown = once_shown();
    let tick = move |change: Change| once_shown(Box::new(move || refine(&change)));
    // What is found is on the screen first.
    let counts = Derived::new(move |_| {
        settled.track();
        searching.counts(&view.get_untracked().filter)
    });
    let panels: Vec<Element> = Facet::ALL
        .into_iter()
        .map(|facet| {
            let count = move |value: usize| counts.with(|counts| counts.of(facet, value));
            let chosen =
                move |form: &str| view.with(|view| view.filter.chosen.of(facet).iter().any(|chosen| chosen == form));
            let toggle = move |value: &str| {
                let value = value.to_owned();
                tick(Box::new(move |filter| filter.toggled(facet, &value)));
            };
            let foremost = move |typed: &str, most: usize| {
                settled.track();
                let view = view.get_untracked();
                let chosen = view.filter.chosen.of(facet);
                counts.with(|counts| searching.with(|finder| finder.foremost(facet, typed, chosen, counts, most)))
            };
            facet_panel(facet, searching, foremost, count, chosen, toggle)
        })
        .gathered();
    let split = pill(
        "Has a split",
        move || counts.with(|counts| counts.split),
        move || view.with(|view| view.filter.split),
        move || tick(Box::new(|filter| CatalogFilter { split: !filter.split, ..filter.clone() })),
    );
    let range = score_range(
        move || view.with(|view| view.filter.range),
        move |range| refine(&|filter| CatalogFilter { range, ..filter.clone() }),
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
