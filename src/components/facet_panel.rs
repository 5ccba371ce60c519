//! The options of one facet of the catalogue.

use std::sync::Arc;

use crate::domain::gather::Gather;
use crate::{
    domain::{facet::Facet, text::capitalised},
    element::{Element, el},
};

/// A group of checkboxes, each with the number of films that it would show. `values` are the
/// numbers, the forms in addresses and the values as shown; `count` is called with the number of one,
/// `chosen` with its form, and `toggle` with the form of one that is chosen, or no longer chosen.
pub fn facet_panel(
    facet: Facet,
    values: Vec<(usize, String, String)>,
    count: impl Fn(usize) -> usize + Copy + Send + Sync + 'static,
    chosen: impl Fn(&str) -> bool + Copy + Send + Sync + 'static,
    toggle: impl Fn(&str) + Send + Sync + 'static,
) -> Element {
    let toggle = Arc::new(toggle);
    let row = |(number, form, label): (usize, String, String)| {
        let label = if facet == Facet::Genre { capitalised(&label) } else { label };
        let toggle = Arc::clone(&toggle);
        let form_chosen = form.clone();
        el("li").child(pill(label, move || count(number), move || chosen(&form_chosen), move || toggle(&form)))
    };
    let rows: Vec<Element> = values.into_iter().map(row).gathered();
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
