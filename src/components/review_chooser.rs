//! Other reviews of the film, to be compared too.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    columns::{Columns, Shown},
    panel::panel,
};
use crate::{
    domain::{catalog::Catalog, comparison::MOST, text},
    element::{Element, el},
};

/// A list of the film's other reviews that can be searched, each with what it would add; first those
/// that add most. While names are hidden, theirs are too.
pub fn review_chooser(catalog: &Arc<Catalog>, shown: Shown) -> Element {
    let catalog = Arc::clone(catalog);
    let list = move || shown.untracked().map(|columns| list(&catalog, &columns).class("review-chooser"));
    panel("add", "Add a review", list).attr("data-focus-home", true)
}

fn list(catalog: &Catalog, columns: &Columns) -> Element {
    let search = RwSignal::new(String::new());
    // What is hidden while the reader is blind, and what stands in its place.
    let shown = |text: String, hidden: &'static str| {
        let columns = columns.clone();
        move || if columns.is(&|view| view.blind) { hidden.to_owned() } else { text.clone() }
    };
    let finds = {
        let columns = columns.clone();
        move |[blind, open]: &[String; 2]| {
            let text = if columns.is(&|view| view.blind) { blind } else { open };
            search.with(|search| search.split_whitespace().all(|word| text.contains(word)))
        }
    };
    let full = columns.reviews().len() == MOST;
    // What can be found: first while names are hidden, then else.
    let mut texts: Vec<[String; 2]> = Vec::new();
    let mut rows: Vec<Element> = Vec::new();
    for addition in columns.comparison().additions() {
        let review = addition.review;
        let name = catalog.name_of(&review.reviewer);
        let byline = review.brief().byline();
        let label = addition.label();
        let text = [text::fold(&label), text::fold(&[name.as_str(), &byline, &label].join(" "))];
        texts.push(text.clone());
        let mut ids = columns.ids();
        ids.push(review.id.clone());
        let link = columns
            .link_to(ids)
            .attr("data-key", format!("head/{}", review.id))
            .child(el("b").text_with(shown(name, "Another review")))
            .child(el("small").text_with(shown(byline, "")))
            .child(el("span").child(text::capitalised(&label)));
        let finds = finds.clone();
        rows.push(el("li").attr_with("hidden", move || !finds(&text)).child(link));
    }
    let none = rows.is_empty();
    let found = move || texts.iter().filter(|text| finds(text)).count();
    if full {
        el("p").class("note").child(format!("{MOST} are compared, which is the most. Remove one to add another."))
    } else if none {
        el("p").class("note").child("The film has no other review.")
    } else {
        let field = el("input")
            .attr("type", "search")
            .attr("autofocus", true)
            .attr("aria-label", "Search the film’s other reviews")
            .attr("placeholder", "Name, or what it speaks of")
            .on("input", move |event| search.set(text::fold(&event_target_value(&event))));
        let count = move || text::counted(found(), "review");
        el("div")
            .child(field)
            .child(el("p").class("note").attr("role", "status").text_with(count))
            .child(el("ul").child(rows))
    }
}
