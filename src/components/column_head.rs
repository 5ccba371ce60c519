//! The head of a column: whose review it is, and what can be done with it.

use leptos::prelude::untrack;

use super::columns::Columns;
use crate::{
    browser::{grid::Act, page::keep_focus},
    derived::Derived,
    domain::{grade::Grade, review::Review},
    element::{Element, el},
    hooks::use_href,
    route::Address,
};

/// The head. While names are hidden it is a letter, until it is revealed.
pub fn column_head(columns: &Columns, column: usize, review: &Review) -> Element {
    let menu = format!("column-{column}");
    let id = review.id.clone();
    let name = {
        let columns = columns.clone();
        move || columns.name(column)
    };
    let now = columns.clone();
    let is_hidden = Derived::new(move |_| now.is_hidden(column));
    let who = {
        let (columns, review) = (columns.clone(), review.clone());
        move || {
            let is_hidden = is_hidden.get();
            untrack(|| if is_hidden { hidden(&columns, column) } else { shown(&columns, &review) })
        }
    };
    let label = name.clone();
    let button = el("button")
        .class("column-menu")
        .attr("type", "button")
        .attr("tabindex", "-1")
        .attr("popovertarget", menu.clone())
        .attr("data-primary", true)
        .attr_with("aria-label", move || format!("What to do with {}", label()))
        .child("⋯");
    el("th")
        .attr("role", "columnheader")
        .attr("scope", "col")
        .attr("tabindex", "-1")
        .attr("draggable", "true")
        .attr("data-column", column)
        .attr("data-pinned", columns.pin_of(column))
        .attr("data-key", format!("head/{id}"))
        .attr("data-key-else", neighbour(columns, column))
        .attr_with("aria-label", name)
        .child(el("div").class("column-head").child_with(who).child(button))
        .child(actions(columns, column, menu))
}

/// The key of the head that gets the focus where this one goes.
fn neighbour(columns: &Columns, column: usize) -> Option<String> {
    let ids = columns.ids();
    let next = ids.get(column + 1).or_else(|| ids.get(column.checked_sub(1)?))?;
    Some(format!("head/{next}"))
}

/// The name, what it is, and the grade as written.
fn shown(columns: &Columns, review: &Review) -> Element {
    let brief = review.brief();
    let slug = columns.comparison().film().slug.clone();
    let href = use_href()(&Address::film_by(slug, review.reviewer.clone()));
    let name = columns.ids().iter().position(|id| *id == review.id).map(|at| columns.name(at));
    let card = el("div").child(el("a").class("who").attr("href", href).attr("tabindex", "-1").child(name));
    let card = card.attr("data-revealed", columns.is(&|view| view.blind));
    let mut facts = el("span").class("meta").child(brief.byline()).child(" · ");
    facts = match (&brief.grade, brief.score()) {
        (Some(grade), Some(score)) => facts.child(written(grade)).child(format!(" {score} of 100")),
        (Some(grade), None) => facts.child(written(grade)).child(" no score"),
        (None, _) => facts.child("No score given"),
    };
    card.child(facts)
}

fn written(grade: &Grade) -> Element {
    el("b").child(grade.written())
}

fn hidden(columns: &Columns, column: usize) -> Element {
    let name = columns.name(column);
    let columns = columns.clone();
    let reveal = el("button")
        .class("reveal")
        .attr("type", "button")
        .attr("tabindex", "-1")
        .attr("aria-label", format!("Reveal who {name} is"))
        .on("click", move |_| {
            keep_focus();
            columns.reveal(Some(column));
        })
        .child("Reveal");
    el("div").child(el("span").class("who").child(name)).child(el("span").class("meta").child(reveal))
}

/// What can be done with a column, over the page.
fn actions(columns: &Columns, column: usize, id: String) -> Element {
    let columns = columns.clone();
    el("div")
        .class("column-actions")
        .attr("id", id)
        .attr("popover", "auto")
        .child_opened("beforetoggle", move || el("ul").child(links(&columns, column)))
}

fn links(columns: &Columns, column: usize) -> Vec<Element> {
    let Some(review) = columns.ids().get(column).cloned() else { return Vec::new() };
    let key = format!("head/{review}");
    let pin = if columns.pin_of(column).is_some() { "Unpin" } else { "Pin, so that it stays in view" };
    let mut links: Vec<Element> = Vec::new();
    for (act, label) in
        [(Act::Left, "Move to the left"), (Act::Right, "Move to the right"), (Act::Pin, pin), (Act::Remove, "Remove")]
    {
        let Some(view) = columns.after(act, column) else { continue };
        let link = el("a")
            .attr("href", columns.href(&view))
            .attr("data-refine", true)
            .attr("autofocus", links.is_empty())
            .attr("data-key", key.clone())
            .attr("data-key-else", neighbour(columns, column))
            .child(label);
        links.push(el("li").child(link));
    }
    links
}
