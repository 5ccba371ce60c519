//! The keys that the site knows.

use crate::domain::gather::Gather;
use crate::{
    browser::keys::toggle_dialog,
    element::{Element, el},
};

/// Where, and which keys do what.
const KEYS: [(&str, &[(&str, &str)]); 5] = [
    ("Everywhere", &[("/", "Search"), ("?", "This list"), ("Esc", "Close what is open")]),
    (
        "In the search",
        &[
            ("\"slow burn\"", "Words that stand one after the other"),
            ("-war", "Without that word"),
            ("aspect:pacing stance:negative", "What a review says, and of what"),
            ("reviewer: outlet: director: genre: certificate:", "A name, or the start of one"),
            ("year:1960..1969 decade:1990s", "When the film was first shown"),
            ("score:>=80 average:..40", "The review’s score, the film’s average"),
            ("is:unscored is:scored is:split", "Reviews without a score or with one, films with a split"),
        ],
    ),
    (
        "In a table",
        &[
            ("← ↑ → ↓", "From cell to cell"),
            ("Home, End", "To the start or end of the row"),
            ("Ctrl + Home, End", "To the first or last cell"),
            ("Enter", "What the cell is for: its passages, its column’s actions"),
            ("Space", "Open or close what is folded in the cell"),
            ("F2", "Into the cell; arrows go from thing to thing, Esc back"),
        ],
    ),
    (
        "In the head of a column",
        &[("Shift + ←, →", "Move the column"), ("p", "Pin it, or no longer"), ("Delete", "Remove it")],
    ),
    ("In a comparison", &[("j, k", "Next or previous passage"), ("Esc", "From a passage back to its cell")]),
];

/// A dialog with all keys. `?` opens it.
pub fn key_list() -> Element {
    let groups = KEYS.map(|(place, keys)| {
        let rows: Vec<Element> = keys
            .iter()
            .map(|(key, what)| el("div").child(el("dt").child(el("kbd").child(*key))).child(el("dd").child(*what)))
            .gathered();
        el("section").child(el("h3").child(place)).child(el("dl").child(rows))
    });
    let close = el("button")
        .class("button")
        .attr("type", "button")
        .on("click", |_| {
            toggle_key_list();
        })
        .child("Close");
    // Takes the focus when the list opens: the button at its end would scroll a phone past all of it.
    let title =
        el("h2").attr("id", "keys-title").attr("tabindex", "-1").attr("autofocus", true).child("Keys and search");
    el("dialog")
        .attr("id", ID)
        .class("key-list")
        .attr("aria-labelledby", "keys-title")
        .child(el("div").child(title).child(groups).child(close))
}

const ID: &str = "keys";

/// Opens the list, or closes it.
pub fn toggle_key_list() -> bool {
    toggle_dialog("#keys")
}
