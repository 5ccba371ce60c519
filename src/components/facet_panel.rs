//! The options of one facet of the catalogue.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::gather::Gather;
use crate::{
    domain::{
        facet::{Facet, FacetOption},
        text::capitalised,
    },
    element::{Element, el},
};

/// A group of checkboxes, each with the number of films that it would show. The values of `options`
/// stay the same as long as the catalogue does; `toggle` is called with the value of one that is
/// chosen, or no longer chosen.
pub fn facet_panel(
    facet: Facet,
    options: impl Fn() -> Vec<FacetOption> + Copy + Send + Sync + 'static,
    toggle: impl Fn(&str) + Send + Sync + 'static,
) -> Element {
    let toggle = Arc::new(toggle);
    let row = |(place, option): (usize, FacetOption)| {
        let count = move || options().get(place).map_or(0, |option| option.count);
        let chosen = move || options().get(place).is_some_and(|option| option.chosen);
        let label = if facet == Facet::Genre { capitalised(&option.label) } else { option.label };
        let toggle = Arc::clone(&toggle);
        el("li").child(pill(label, count, chosen, move || toggle(&option.value)))
    };
    let rows: Vec<Element> = untrack(options).into_iter().enumerate().map(row).gathered();
    el("fieldset").class("facet").child(el("legend").child(facet.label())).child(el("ul").class("pills").child(rows))
}

/// A checkbox in the form of a pill, with a count.
pub fn pill(
    label: impl Into<String>,
    count: impl Fn() -> usize + Copy + Send + Sync + 'static,
    chosen: impl Fn() -> bool + Send + Sync + 'static,
    toggle: impl Fn() + 'static,
) -> Element {
    el("label")
        .class("pill")
        .attr_with("data-none", move || count() == 0)
        .child(el("input").attr("type", "checkbox").flag_with("checked", chosen).on("change", move |_| toggle()))
        .child(el("span").child(label.into()))
        .child(el("small").text_with(move || count().to_string()))
}
