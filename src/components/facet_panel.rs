//! The options of one facet of the catalogue.

use leptos::prelude::*;

use crate::{
    derived::Derived,
    domain::{
        facet::Facet,
        text::{capitalised, grouped},
    },
    element::{Element, el, keyed},
    hooks::Searching,
};

/// How many values all stand there. Of more, those stand there that are of use, and the others can be
/// looked for.
const FEW: usize = 40;
/// How many of many values stand there.
const FOREMOST: usize = 12;

/// A group of checkboxes, each with the number of films that it would show. `foremost` gives, of the
/// values that are called what is typed, so many by their forms in addresses, and how many are
/// called so; `count` is called with the number of a value, `chosen` and `toggle` with its form.
pub fn facet_panel(
    facet: Facet,
    searching: Searching,
    foremost: impl Fn(&str, usize) -> (Vec<String>, usize) + Send + Sync + 'static,
    count: impl Fn(usize) -> usize + Copy + Send + Sync + 'static,
    chosen: impl Fn(&str) -> bool + Copy + Send + Sync + 'static,
    toggle: impl Fn(&str) + Copy + Send + Sync + 'static,
) -> Element {
    let are_many = searching.with(|finder| finder.value_count(facet)) > FEW;
    let typed = RwSignal::new(String::new());
    let most = if are_many { FOREMOST } else { FEW };
    let values = Derived::new(move |_| typed.with(|typed| foremost(typed, most)));
    let item = move |form: &str| {
        let (form_chosen, form) = (form.to_owned(), form.to_owned());
        let value = searching.with(|finder| {
            finder.value(facet, &form).map(|value| (value, finder.label_of(facet, &form).unwrap_or(&form).to_owned()))
        });
        let Some((number, label)) = value else { return el("li") };
        let label = if facet == Facet::Genre { capitalised(&label) } else { label };
        el("li").child(pill(label, move || count(number), move || chosen(&form_chosen), move || toggle(&form)))
    };
    let panel = el("fieldset").class("facet").child(el("legend").child(facet.label()));
    let pills = el("ul").class("pills").child(keyed(move || values.with(|(forms, _)| forms.clone()), item));
    if !are_many {
        return panel.child(pills);
    }
    let name = facet.label().to_lowercase();
    let field = el("input")
        .attr("type", "search")
        .attr("aria-label", format!("Find a {name}"))
        .attr("placeholder", format!("Find a {name}"))
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .on("input", move |event| typed.set(event_target_value(&event)));
    let rest = move || match values.with(|(_, called)| *called) {
        0 => format!("No {name} is called that."),
        called if called > most => format!("and {} more", grouped(called - most)),
        _ => String::new(),
    };
    panel.child(field).child(pills).child(el("p").class("facet-rest").attr("role", "status").text_with(rest))
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
        .child(el("small").text_with(move || grouped(count())))
}
