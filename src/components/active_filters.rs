//! The filters that are on, each removable.

use leptos::prelude::*;

use crate::element::{Element, el};

/// A filter that is on, and the link that takes it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActiveFilter {
    /// What it is, as in `Genre: drama`.
    pub label: String,
    /// The same page without it.
    pub href: String,
}

/// One chip a filter, and a link that takes all away where there are several. `clear` is the same
/// page without any.
pub fn active_filters(filters: Signal<Vec<ActiveFilter>>, clear: Signal<String>) -> Element {
    let list = move || {
        let filters = filters.get();
        if filters.is_empty() {
            return None;
        }
        let several = filters.len() > 1;
        let chips: Vec<Element> = filters.into_iter().map(chip).collect();
        let clear = several.then(|| {
            el("li").child(
                el("a").class("quiet-link").attr("data-refine", true).attr("href", clear.get()).child("Clear all"),
            )
        });
        Some(el("ul").class("active-filters").attr("aria-label", "Active filters").child(chips).child(clear))
    };
    el("div").child_with(list)
}

fn chip(filter: ActiveFilter) -> Element {
    el("li").child(
        el("a")
            .class("chip")
            .attr("data-refine", true)
            .attr("aria-label", format!("Remove {}", filter.label))
            .attr("href", filter.href)
            .child(el("span").child(filter.label))
            .child(el("span").attr("aria-hidden", "true").child("×")),
    )
}
