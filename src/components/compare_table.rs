//! Reviews side by side: columns are reviews, rows are aspects.

use super::compare_cell::compare_cell;
use crate::{
    domain::{
        catalog::Catalog,
        comparison::{Comparison, Row, RowFilter, RowOrder},
        review::Review,
    },
    element::{Element, el},
    hooks::use_href,
    route::Address,
};

/// The table. Roles are written out, because a layout of narrow screens would take them away.
pub fn compare_table(catalog: &Catalog, comparison: &Comparison) -> Element {
    let heads: Vec<Element> = comparison.reviews().map(|review| head(catalog, comparison, review)).collect();
    let rows: Vec<Element> = comparison
        .arranged(RowFilter::All, RowOrder::Contested)
        .into_iter()
        .map(|row| body_row(comparison, row))
        .collect();
    let corner = column_head().class("corner").child("Aspect");
    let table = el("table")
        .class("compare")
        .attr("role", "grid")
        .attr("aria-label", format!("Reviews of {}, aspect by aspect", comparison.film().title))
        .attr("data-columns", comparison.reviews().len())
        .child(el("thead").attr("role", "rowgroup").child(table_row().child(corner).child(heads)))
        .child(el("tbody").attr("role", "rowgroup").child(rows));
    el("div")
        .class("compare-scroll")
        .attr("role", "region")
        .attr("aria-label", "Comparison")
        .attr("tabindex", "0")
        .child(table)
}

fn table_row() -> Element {
    el("tr").attr("role", "row")
}

fn column_head() -> Element {
    el("th").attr("role", "columnheader").attr("scope", "col")
}

fn head(catalog: &Catalog, comparison: &Comparison, review: &Review) -> Element {
    let brief = review.brief();
    let name = catalog.name_of(&review.reviewer);
    let href = use_href()(&Address::film_by(comparison.film().slug.clone(), review.reviewer.clone()));
    let grade = el("span").class("grade");
    let grade = match (&brief.grade, brief.score()) {
        (Some(written), Some(score)) => grade.child(el("b").child(written.written())).child(format!(" {score} of 100")),
        (Some(written), None) => grade.child(el("b").child(written.written())).child(" no score"),
        (None, _) => grade.child("No score given"),
    };
    column_head()
        .attr("aria-label", name.clone())
        .child(el("a").class("who").attr("href", href).child(name.as_str()))
        .child(el("span").class("meta").child(brief.byline()))
        .child(grade)
}

fn body_row(comparison: &Comparison, row: &Row) -> Element {
    let cells: Vec<Element> = comparison
        .reviews()
        .zip(&row.cells)
        .map(|(review, cell)| el("td").attr("role", "gridcell").child(compare_cell(review, cell.as_ref())))
        .collect();
    let class = row.tally.class().word();
    let head = el("th")
        .attr("role", "rowheader")
        .attr("scope", "row")
        .child(el("span").class("aspect").child(row.tally.aspect.label()))
        .child(" ")
        .child(el("span").class("class").attr("data-class", class).child(row.tally.label()));
    table_row().attr("data-class", class).child(head).child(cells)
}
