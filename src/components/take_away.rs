//! Taking a comparison along: as a link, as a file, on paper.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    columns::{self, Columns},
    panel::panel,
};
use crate::domain::gather::Gather;
use crate::{
    browser::take,
    domain::{catalog::Catalog, site::NAME},
    element::{Element, el},
    hooks::{CatalogLoad, use_catalog},
    wire::{Shown, csv, json_ld, markdown},
};

/// What a comparison is taken along as.
#[derive(Clone, Copy)]
enum Form {
    Markdown,
    Csv,
    JsonLd,
}

/// Ways to take it along. While names are hidden, files have letters for them.
pub fn take_away(shown: columns::Shown) -> Element {
    let catalog = use_catalog();
    panel("take", "Take it with you", move || ways(shown, catalog))
}

fn ways(shown: columns::Shown, catalog: RwSignal<CatalogLoad>) -> Option<Element> {
    let said = RwSignal::new("");
    let film = Arc::clone(shown.untracked()?.comparison().film());
    let title = format!("{}, reviews compared", film.title);
    let written = move |form| shown.untracked().map(|columns| written(&columns, catalog, form)).unwrap_or_default();
    let copy = move |text: String| take::copy(&text, move |done| said.set(if done { "Copied." } else { NOT_COPIED }));
    let save = move |form: Form| {
        let (ending, kind) = form.file();
        let name = format!("{}-reviews.{ending}", film.slug);
        said.set(if take::save(&name, kind, &written(form)) { "Saved." } else { "It could not be saved." });
    };
    let (csv, json_ld) = (save.clone(), save.clone());
    let ways = [
        Some(button("Copy the link", move || copy(take::address()))),
        take::can_share().then(|| button("Share…", move || take::share(&title, &take::address()))),
        Some(button("Copy as Markdown", move || copy(written(Form::Markdown)))),
        Some(button("Save as Markdown", move || save(Form::Markdown))),
        Some(button("Save as a table (CSV)", move || csv(Form::Csv))),
        Some(button("Save as linked data (JSON-LD)", move || json_ld(Form::JsonLd))),
        Some(button("Print", take::print)),
    ];
    let ways: Vec<Element> = ways.into_iter().flatten().map(|way| el("li").child(way)).gathered();
    let said = el("p").class("note").attr("role", "status").text_with(move || said.get().to_owned());
    Some(el("div").class("take-away").child(el("ul").child(ways)).child(said))
}

const NOT_COPIED: &str = "Your browser did not allow it. The address can be copied from its address bar.";

impl Form {
    /// The ending of the file's name, and its media type.
    const fn file(self) -> (&'static str, &'static str) {
        match self {
            Self::Markdown => ("md", "text/markdown"),
            Self::Csv => ("csv", "text/csv"),
            Self::JsonLd => ("jsonld", "application/ld+json"),
        }
    }
}

/// The comparison as it is shown now, in one of its forms.
fn written(columns: &Columns, catalog: RwSignal<CatalogLoad>, form: Form) -> String {
    untrack(|| {
        let view = columns.view();
        let names = columns.names();
        let blind = (0..names.len()).any(|column| columns.is_hidden(column));
        let shown = Shown { names: &names, blind, address: &take::address() };
        let comparison = columns.comparison();
        match form {
            Form::Markdown => markdown::write(comparison, &comparison.arranged(view.rows, view.order), &shown),
            Form::Csv => csv::write(comparison, &shown),
            Form::JsonLd => {
                let written = |catalog: &Arc<Catalog>| json_ld::comparison(comparison, &shown, NAME, catalog);
                catalog.with(|load| load.ready().map(written)).unwrap_or_default()
            }
        }
    })
}

fn button(label: &'static str, act: impl Fn() + 'static) -> Element {
    el("button").attr("type", "button").on("click", move |_| act()).child(label)
}
