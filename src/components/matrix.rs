//! Reviews by aspects at a glance.

use super::stance_mark::stance_mark;
use crate::domain::gather::Gather;
use crate::{
    domain::{
        agreement::{RowClass, Tally},
        aspect::Aspect,
        catalog::Catalog,
        claim::Standings,
        review::Brief,
        slug::FilmSlug,
    },
    element::{Element, el},
    hooks::{Choice, use_href},
    route::{Address, FilmView},
};

/// One row a review, one column an aspect, and under them how the reviews stand together.
pub fn matrix(catalog: &Catalog, slug: &FilmSlug, reviews: &[Brief], view: Choice<FilmView>) -> Vec<Element> {
    let heads: Vec<Element> = Aspect::ALL.into_iter().map(|aspect| head(aspect, slug.clone(), view)).gathered();
    let rows: Vec<Element> = reviews.iter().map(|review| row(catalog, review)).gathered();
    let standings: Vec<Standings> = reviews.iter().map(|review| review.standings).gathered();
    let together: Vec<Element> = Tally::of_all(&standings)
        .iter()
        .map(|tally| {
            el("td").child(class_bar(tally.class())).child(el("span").class("visually-hidden").child(tally.label()))
        })
        .gathered();
    let table = el("table")
        .class("matrix")
        .child(el("caption").class("visually-hidden").child("Where each review stands on each aspect"))
        .child(el("thead").child(el("tr").child(el("td")).child(heads)))
        .child(el("tbody").child(rows))
        .child(el("tfoot").child(el("tr").child(row_head("Together")).child(together)));
    let region = el("div")
        .class("matrix-scroll")
        .attr("role", "region")
        .attr("aria-label", "Stances by review and aspect")
        .attr("tabindex", "0")
        .child(table);
    let legend = [
        (RowClass::Split, "split"),
        (RowClass::Qualified, "qualified"),
        (RowClass::Consensus, "consensus"),
        (RowClass::LoneVoice, "lone voice"),
    ]
    .map(|(class, word)| el("span").child(class_bar(class)).child(word));
    vec![region, el("p").class("legend").child(legend)]
}

/// A small bar in the colour and form of a row class. Words say the same beside it.
pub fn class_bar(class: RowClass) -> Element {
    el("span").class("class-bar").attr("data-class", class.word()).attr("aria-hidden", "true")
}

/// The name of an aspect, which shows only the reviews that speak of it.
fn head(aspect: Aspect, slug: FilmSlug, view: Choice<FilmView>) -> Element {
    let href = use_href();
    let chosen = move || view.with(|view| view.filter.aspect == Some(aspect));
    let link = move || {
        let mut view = view.get();
        view.filter.aspect = (!chosen()).then_some(aspect);
        href(&Address::film(slug.clone(), &view))
    };
    let link = el("a")
        .attr("data-refine", true)
        .attr_with("href", link)
        .attr_with("aria-current", move || chosen().then_some("true"))
        .child(aspect.label());
    el("th").attr("scope", "col").child(link)
}

fn row(catalog: &Catalog, review: &Brief) -> Element {
    let cells: Vec<Element> =
        Aspect::ALL.into_iter().map(|aspect| el("td").child(stance_mark(review.standings.on(aspect)))).gathered();
    let link = el("a").attr("href", format!("#{}", review.id)).child(catalog.name_of(&review.reviewer));
    el("tr").child(row_head(link)).child(cells)
}

fn row_head(child: impl crate::element::Child) -> Element {
    el("th").attr("scope", "row").child(child)
}
