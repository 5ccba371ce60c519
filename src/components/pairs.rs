//! How near the compared reviews stand to each other, two by two.

use super::columns::{Columns, Shown};
use crate::domain::gather::Gather;
use crate::{
    domain::{agreement::Agreement, text},
    element::{Element, el},
};

/// The counts over the whole comparison and the agreement of every two reviews, nearest first, with
/// how it was worked out. Each leads to the comparison of the two.
pub fn pairs(shown: Shown) -> Element {
    el("details")
        .class("more pairs")
        .child(el("summary").attr("data-key", "pairs").child("How near they stand to each other"))
        .child_opened("toggle", move || shown.untracked().map(|columns| content(&columns)))
}

fn content(columns: &Columns) -> [Element; 3] {
    let standings = columns.comparison().standings();
    let mut all: Vec<(usize, usize, Agreement)> = Vec::new();
    for (one, a) in standings.iter().enumerate() {
        for (other, b) in standings.iter().enumerate().skip(one + 1) {
            all.push((one, other, Agreement::of(a, b)));
        }
    }
    all.sort_by(|a, b| a.2.nearest_first(&b.2));
    let rows: Vec<Element> =
        all.into_iter().map(|(one, other, agreement)| pair(columns, one, other, agreement)).gathered();
    let rule = "Two reviews: same stances minus opposite ones, divided by the number of aspects that both speak on. From −1 to +1; opposite is for against against.";
    [el("p").class("note").child(counts(columns)), el("p").class("note").child(rule), el("ul").child(rows)]
}

/// The classes of all rows, counted.
fn counts(columns: &Columns) -> String {
    use crate::domain::comparison::RowFilter;
    let comparison = columns.comparison();
    let [all, differ, agree, one] = RowFilter::ALL.map(|filter| comparison.count(filter));
    let shared = text::counted(differ + agree, "aspect");
    let silent = all - differ - agree - one;
    format!(
        "Of {shared} that two or more speak on, they differ on {differ} and agree on {agree}. On {one} one speaks alone, on {silent} no one speaks."
    )
}

fn pair(columns: &Columns, one: usize, other: usize, agreement: Agreement) -> Element {
    let ids = columns.ids();
    let two: Vec<_> = [one, other].into_iter().filter_map(|at| ids.get(at).cloned()).gathered();
    let of = columns.clone();
    let names = move || format!("{} and {}", of.name(one), of.name(other));
    el("li")
        .child(columns.link_to(two).text_with(names))
        .child(el("b").child(agreement.figure().unwrap_or_else(|| "–".to_owned())))
        .child(el("small").child(agreement.counts()))
}
