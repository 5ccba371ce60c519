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
    let blind = columns.view().blind;
    let full = columns.reviews().len() == MOST;
    let mut texts: Vec<String> = Vec::new();
    let mut rows: Vec<Element> = Vec::new();
    for addition in columns.comparison().additions() {
        let review = addition.review;
        let name = if blind { "Another review".to_owned() } else { catalog.name_of(&review.reviewer) };
        let byline = if blind { None } else { Some(review.brief().byline()) };
        let label = addition.label();
        let text = text::fold(&[name.as_str(), byline.as_deref().unwrap_or_default(), &label].join(" "));
        texts.push(text.clone());
        let mut ids = columns.ids();
        ids.push(review.id.clone());
        let link = el("a")
            .attr("data-refine", true)
            .attr("data-key", format!("head/{}", review.id))
            .attr("href", columns.href_of(&ids))
            .child(el("b").child(name))
            .child(byline.map(|byline| el("small").child(byline)))
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
