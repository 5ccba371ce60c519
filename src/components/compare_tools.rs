//! What a comparison shows: rows, order, how much is given away, and what is hidden.

use leptos::prelude::*;

use super::{
    columns::Columns,
    review_chooser::review_chooser,
    review_filters::{option, select},
    take_away::take_away,
};
use crate::{
    domain::{
        catalog::Catalog,
        comparison::{RowFilter, RowOrder},
        review::Spoiler,
    },
    element::{Element, el},
    hooks::use_site,
    route::CompareView,
};

/// Every choice that can be made about the table and the words, as links and one list.
pub fn compare_tools(catalog: &Catalog, columns: &Columns) -> Element {
    let view = columns.view();
    let rows = RowFilter::ALL.map(|rows| {
        let count = columns.comparison().count(rows).to_string();
        chip(columns, &CompareView { rows, ..view.clone() }, rows == view.rows, &format!("rows/{rows}"))
            .child(rows.label())
            .child(" ")
            .child(el("b").child(count))
    });
    let (by_list, other) = match view.order {
        RowOrder::Contested => (false, RowOrder::List),
        RowOrder::List => (true, RowOrder::Contested),
    };
    let order = chip(columns, &CompareView { order: other, ..view.clone() }, by_list, "order").child("In list order");
    let opinions = CompareView { opinions_only: !view.opinions_only, ..view.clone() };
    let opinions = chip(columns, &opinions, view.opinions_only, "opinions").child("Opinions only");
    let blind = CompareView { blind: !view.blind, ..view.clone() };
    let forget = columns.clone();
    let blind = chip(columns, &blind, view.blind, "blind").on("click", move |_| forget.hide()).child("Blind");
    let reveal = view.blind.then(|| reveal_all(columns));
    el("div")
        .class("compare-tools")
        .attr("role", "group")
        .attr("aria-label", "What is shown")
        .child(el("div").class("chips").child(rows))
        .child(el("div").class("chips").child([order, opinions, blind]).child(reveal).child(spoilers(view)))
        .child(el("div").class("chips").child([review_chooser(catalog, columns), take_away(columns)]))
}

/// A link that turns something on or off.
fn chip(columns: &Columns, view: &CompareView, on: bool, key: &str) -> Element {
    el("a")
        .class("chip")
        .attr("data-refine", true)
        .attr("data-key", key.to_owned())
        .attr("aria-current", on.then_some("true"))
        .attr("href", columns.href(view))
}

/// Shows all names, or hides them again.
fn reveal_all(columns: &Columns) -> Element {
    let count = columns.reviews().len();
    let hidden = {
        let columns = columns.clone();
        move || (0..count).any(|column| columns.is_hidden(column))
    };
    let label = hidden.clone();
    let columns = columns.clone();
    el("button")
        .class("chip")
        .attr("type", "button")
        .on("click", move |_| if untrack(&hidden) { columns.reveal(None) } else { columns.hide() })
        .text_with(move || (if label() { "Reveal all" } else { "Hide them again" }).to_owned())
}

fn spoilers(view: &CompareView) -> Element {
    let site = use_site();
    let options: Vec<Element> = Spoiler::ALL
        .into_iter()
        .map(|level| {
            let chosen = view.spoilers == level;
            option(LEVELS.get(usize::from(level.level())).copied().unwrap_or_default(), move || chosen)
                .child(shown_up_to(level))
        })
        .collect();
    let view = view.clone();
    let choose = move |level: &str| {
        let spoilers = level.parse().ok().and_then(Spoiler::new).unwrap_or(CompareView::SPOILERS);
        site.refine(CompareView { spoilers, ..view.clone() }.query());
    };
    select("Spoilers", options, choose).class("field inline spoilers")
}

/// The levels as values of a list.
const LEVELS: [&str; 4] = ["0", "1", "2", "3"];

/// What is shown at once, as a choice.
pub const fn shown_up_to(level: Spoiler) -> &'static str {
    match level {
        Spoiler::Premise => "Only the premise",
        Spoiler::SetUp => "Up to the set-up",
        Spoiler::OnTheWay => "No endings or twists",
        Spoiler::Ending => "Everything",
    }
}
