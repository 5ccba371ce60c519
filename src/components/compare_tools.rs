//! What a comparison shows: rows, order, how much is given away, and what is hidden.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    columns::{Columns, Shown},
    review_chooser::review_chooser,
    review_filters::{option, select},
    take_away::take_away,
};
use crate::domain::gather::Gather;
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
pub fn compare_tools(catalog: &Arc<Catalog>, columns: &Columns, shown: Shown) -> Element {
    let rows = RowFilter::ALL.map(|rows| {
        let count = columns.comparison().count(rows).to_string();
        let on = move |view: &CompareView| view.rows == rows;
        let here = columns.clone();
        chip(columns, rows.label(), on, move |view| here.show_rows(view, rows)).child(" ").child(el("b").child(count))
    });
    let by_list = |view: &CompareView| view.order == RowOrder::List;
    let order = chip(columns, "In list order", by_list, move |view| {
        view.order = if by_list(view) { RowOrder::Contested } else { RowOrder::List };
    });
    let opinions = chip(columns, "Opinions only", |view| view.opinions_only, |view| view.opinions_only ^= true);
    let forget = columns.clone();
    let blind = chip(columns, "Blind", |view| view.blind, |view| view.blind ^= true);
    let blind = blind.on("click", move |_| forget.hide());
    let choices = [order, opinions, blind, reveal_all(columns), spoilers(columns)];
    el("div")
        .class("compare-tools")
        .attr("role", "group")
        .attr("aria-label", "What is shown")
        .child(el("div").class("chips").child(rows))
        .child(el("div").class("chips").child(choices))
        .child(el("div").class("chips").child([review_chooser(catalog, shown), take_away(shown)]))
}

/// A link that turns something on or off.
pub fn chip(
    columns: &Columns,
    label: &'static str,
    on: impl Fn(&CompareView) -> bool + 'static,
    change: impl Fn(&mut CompareView) + 'static,
) -> Element {
    let now = columns.clone();
    columns
        .link(change)
        .class("chip")
        .attr("data-key", label)
        .attr_with("aria-current", move || now.is(&on).then_some("true"))
        .child(label)
}

/// Shows all names, or hides them again; there only while the reader is blind.
fn reveal_all(columns: &Columns) -> Element {
    let [shown, hidden, columns] = [columns.clone(), columns.clone(), columns.clone()];
    let count = columns.reviews().len();
    let some_hidden = move || (0..count).any(|column| hidden.is_hidden(column));
    let label = some_hidden.clone();
    el("button")
        .class("chip")
        .attr("type", "button")
        .attr_with("hidden", move || shown.is(&|view| !view.blind))
        .on("click", move |_| if untrack(&some_hidden) { columns.reveal(None) } else { columns.hide() })
        .text_with(move || (if label() { "Reveal all" } else { "Hide them again" }).to_owned())
}

fn spoilers(columns: &Columns) -> Element {
    let site = use_site();
    let options: Vec<Element> = Spoiler::ALL
        .into_iter()
        .zip(LEVELS)
        .map(|(level, value)| {
            let columns = columns.clone();
            option(value, move || columns.is(&|view| view.spoilers == level)).child(shown_up_to(level))
        })
        .gathered();
    let columns = columns.clone();
    let choose = move |level: &str| {
        let spoilers = level.parse().ok().and_then(Spoiler::new).unwrap_or(CompareView::SPOILERS);
        site.refine(CompareView { spoilers, ..columns.view_untracked() }.query());
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
