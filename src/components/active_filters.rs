//! The filters that are on, each removable.

use crate::domain::gather::Gather;
use crate::{
    domain::text,
    element::{Element, el},
};

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
pub fn active_filters(
    filters: impl Fn() -> Vec<ActiveFilter> + Send + Sync + 'static,
    clear: impl Fn() -> String + Send + Sync + 'static,
) -> Element {
    let list = move || {
        let filters = filters();
        if filters.is_empty() {
            return None;
        }
        let several = filters.len() > 1;
        let chips: Vec<Element> = filters.into_iter().map(chip).gathered();
        let clear = several.then(|| {
            el("li")
                .child(el("a").class("quiet-link").attr("data-refine", true).attr("href", clear()).child("Clear all"))
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

/// Nothing is left: what a search may have meant, which filter to relax, with the number of things that it
/// would show then, and the way to `all`.
pub fn empty_state(
    heading: &'static str,
    noun: &str,
    meant: Option<ActiveFilter>,
    ways: Vec<(ActiveFilter, usize)>,
    all: ActiveFilter,
) -> Element {
    let refine = |href: String, text: String| el("a").attr("data-refine", true).attr("href", href).child(text);
    let mut list = el("ul");
    for (filter, count) in ways {
        if count > 0 {
            let link = refine(filter.href, format!("Without “{}”", filter.label));
            list = list.child(el("li").child(link).child(format!(": {}", text::counted(count, noun))));
        }
    }
    let all = refine(all.href, all.label);
    let meant = meant.map(|meant| el("p").child("Did you mean ").child(refine(meant.href, meant.label)).child("?"));
    el("div").class("empty-state").child(el("h3").child(heading)).child(meant).child(list).child(el("p").child(all))
}
