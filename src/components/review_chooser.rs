//! Other reviews of the film, to be compared too.

use leptos::prelude::*;

use super::columns::Columns;
use crate::{
    domain::{catalog::Catalog, comparison::MOST, text},
    element::{Element, el},
};

/// A list of the film's other reviews that can be searched, each with what it would add; first those
/// that add most. While names are hidden, theirs are too.
pub fn review_chooser(catalog: &Catalog, columns: &Columns) -> Element {
    let search = RwSignal::new(String::new());
    // What is hidden while the reader is blind, and what stands in its place.
    let shown = |text: String, hidden: &'static str| {
        let columns = columns.clone();
        move || if columns.is(&|view| view.blind) { hidden.to_owned() } else { text.clone() }
    };
    let full = columns.reviews().len() == MOST;
    let mut texts: Vec<String> = Vec::new();
    let mut rows: Vec<Element> = Vec::new();
    for addition in columns.comparison().additions() {
        let review = addition.review;
        let name = catalog.name_of(&review.reviewer);
        let byline = review.brief().byline();
        let label = addition.label();
        let text = text::fold(&[name.as_str(), &byline, &label].join(" "));
        texts.push(text.clone());
        let mut ids = columns.ids();
        ids.push(review.id.clone());
        let link = columns
            .link_to(ids)
            .attr("data-key", format!("head/{}", review.id))
            .child(el("b").text_with(shown(name, "Another review")))
            .child(el("small").text_with(shown(byline, "")))
            .child(el("span").child(text::capitalised(&label)));
        rows.push(el("li").attr_with("hidden", move || search.with(|search| !finds(&text, search))).child(link));
    }
    let none = rows.is_empty();
    let found = move || search.with(|search| texts.iter().filter(|text| finds(text, search)).count());
    let list = if full {
        el("p").class("note").child(format!("{MOST} are compared, which is the most. Remove one to add another."))
    } else if none {
        el("p").class("note").child("The film has no other review.")
    } else {
        let field = el("input")
            .attr("type", "search")
            .attr("aria-label", "Search the film’s other reviews")
            .attr("placeholder", "Name, or what it speaks of")
            .on("input", move |event| search.set(text::fold(&event_target_value(&event))));
        let count = move || text::counted(found(), "review");
        el("div")
            .child(field)
            .child(el("p").class("note").attr("role", "status").text_with(count))
            .child(el("ul").child(rows))
    };
    el("details")
        .class("panel")
        .child(el("summary").class("chip").attr("data-key", "add").attr("data-focus-home", true).child("Add a review"))
        .child(el("div").class("panel-body review-chooser").child(list))
}

/// Whether a text has every word of a search, both folded.
fn finds(text: &str, search: &str) -> bool {
    search.split_whitespace().all(|word| text.contains(word))
}
