//! The head of a column: whose review it is, and what can be done with it.

use std::sync::Arc;

use leptos::prelude::*;

use super::columns::{Columns, Shown};
use crate::{
    browser::{dom, grid::Act, page::keep_focus},
    derived::Derived,
    domain::{grade::Grade, review::Review},
    element::{Element, el},
    hooks::use_href,
    route::Address,
};

/// The head of a review's column. While names are hidden it is a letter, until it is revealed.
pub fn column_head(shown: Shown, id: &str) -> Element {
    let menu = format!("column-{id}");
    let of = Of { shown, id: Arc::from(id) };
    let [name, label, letter, who, at, pin, next, act] = [(); 8].map(|()| of.clone());
    let letter = Derived::new(move |_| letter.read(|columns, at| columns.is_hidden(at).then(|| columns.name(at))));
    let who = move || {
        let letter = letter.get();
        let draw = |columns: &Columns, at| {
            Some(match &letter {
                Some(letter) => hidden(columns, at, letter),
                None => in_full(columns, columns.reviews().nth(at)?, columns.name(at)),
            })
        };
        untrack(|| who.read(draw))
    };
    let button = el("button")
        .class("column-menu")
        .attr("type", "button")
        .attr("tabindex", "-1")
        .attr("popovertarget", menu.clone())
        .attr("data-primary", true)
        .attr_with("aria-label", move || format!("What to do with {}", label.read(Columns::name)))
        .child("⋯");
    let actions = el("div")
        .class("column-actions")
        .attr("id", menu)
        .attr("popover", "auto")
        .on("click", |event| dom::close(&event))
        .child_opened("beforetoggle", move || el("ul").child(act.read(links)));
    el("th")
        .attr("role", "columnheader")
        .attr("scope", "col")
        .attr("tabindex", "-1")
        .attr("draggable", "true")
        .attr("data-key", format!("head/{id}"))
        .attr_with("data-column", move || at.read(|_, at| Some(at)))
        .attr_with("data-pinned", move || pin.read(Columns::pin_of))
        .attr_with("data-key-else", move || next.read(neighbour))
        .attr_with("aria-label", move || name.read(Columns::name))
        .child(el("div").class("column-head").child_with(who).child(button))
        .child(actions)
}

/// A review's column, wherever it is now.
#[derive(Clone)]
struct Of {
    shown: Shown,
    id: Arc<str>,
}

impl Of {
    /// Reads something of it; nothing where it is gone.
    fn read<T: Default>(&self, read: impl FnOnce(&Columns, usize) -> T) -> T {
        self.now().map(|(columns, at)| read(&columns, at)).unwrap_or_default()
    }

    fn now(&self) -> Option<(Columns, usize)> {
        let columns = self.shown.now()?;
        let at = columns.column_of(&self.id)?;
        Some((columns, at))
    }
}

/// The key of the head that gets the focus where this one goes.
fn neighbour(columns: &Columns, column: usize) -> Option<String> {
    let ids = columns.ids();
    let next = ids.get(column + 1).or_else(|| ids.get(column.checked_sub(1)?))?;
    Some(format!("head/{next}"))
}

/// The name, what it is, and the grade as written.
fn in_full(columns: &Columns, review: &Review, name: String) -> Element {
    let brief = review.brief();
    let slug = columns.comparison().film().slug.clone();
    let href = use_href()(&Address::film_by(slug, review.reviewer.clone()));
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

fn hidden(columns: &Columns, column: usize, name: &str) -> Element {
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

/// What can be done with a column.
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
