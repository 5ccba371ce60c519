//! What a comparison comes to, in a few lines.

use super::{
    columns::{Columns, Shown},
    matrix::class_bar,
    pairs::pairs,
    title_card::title_card,
};
use crate::domain::gather::Gather;
use crate::{
    domain::{
        agreement::RowClass,
        aspect::Aspect,
        catalog::Catalog,
        comparison::{FEWEST, Origin, RowFilter, RowOrder, contrasting},
        text,
    },
    element::{Child, Element, View, el},
    hooks::use_href,
    route::{Address, Focus, Route},
};

/// What is compared, what the reviews agree and split on, and how they were chosen.
pub fn compare_head(catalog: &Catalog, columns: &Columns, shown: Shown, heading: Element) -> Element {
    let comparison = columns.comparison();
    let film = comparison.film();
    let count = text::count_in_words(comparison.reviews().len());
    let all = text::count_in_words(film.reviews.len());
    let page = use_href()(&Address::of(Route::Film(film.slug.clone())));
    let strip: Vec<Element> = comparison
        .arranged(RowFilter::All, RowOrder::Contested)
        .into_iter()
        .map(|row| class_bar(row.tally.class()))
        .gathered();
    let words = el("div")
        .child(
            el("p")
                .class("eyebrow")
                .child(format!("Comparing {count} of {all} reviews of "))
                .child(el("a").attr("href", page).child(film.title.as_str())),
        )
        .child(heading)
        .child(el("p").class("lead").child(summary(columns)))
        .child(el("div").class("strip").child(strip))
        .child(chosen(columns))
        .child(pairs(shown));
    el("div").class("compare-head").child(catalog.title_card(&film.slug).map(title_card)).child(words)
}

/// How the reviews were chosen, and the sets that can be asked for.
fn chosen(columns: &Columns) -> Element {
    let origin = columns.selection().origin;
    let film = columns.comparison().film();
    let how = match origin {
        Origin::Asked => "You, or whoever sent you the link, chose these. ",
        Origin::Named => "These are the ones that this film opens with. ",
        Origin::MostContrasting => {
            "These are the ones that differ most: the most splits, then the most aspects spoken of. "
        }
    };
    let differ = contrasting(film);
    let count = text::count_in_words(differ.len());
    let most = (origin != Origin::MostContrasting && differ.len() >= FEWEST).then(|| {
        columns.link_to(differ).attr("data-key", "set/differ").child(format!("Show the {count} that differ most"))
    });
    let named = (origin != Origin::Named && film.compare.len() >= FEWEST).then(|| {
        columns
            .link_to(film.compare.clone())
            .attr("data-key", "set/named")
            .child("Show the ones that this film opens with")
    });
    el("p").class("note chosen").child(how).child(most).child(" ").child(named)
}

/// As in `They split on the pacing. They agree on the acting and the sound.`, each aspect that they
/// differ on leading to its passages.
fn summary(columns: &Columns) -> View {
    let rows = columns.comparison().arranged(RowFilter::All, RowOrder::Contested);
    let of = |class: RowClass| -> Vec<Aspect> {
        rows.iter().filter(|row| row.tally.class() == class).map(|row| row.tally.aspect).gathered()
    };
    let mut parts = View::default();
    if rows.iter().all(|row| row.tally.class() == RowClass::Silent) {
        "No claims are marked in these reviews.".put(&mut parts);
    }
    for (class, verb) in
        [(RowClass::Split, "split on"), (RowClass::Consensus, "agree on"), (RowClass::Qualified, "differ in degree on")]
    {
        let aspects = of(class);
        if aspects.is_empty() {
            continue;
        }
        format!("They {verb} ").put(&mut parts);
        let last = aspects.len() - 1;
        for (at, aspect) in aspects.into_iter().enumerate() {
            match at {
                0 => {}
                at if at == last => " and ".put(&mut parts),
                _ => ", ".put(&mut parts),
            }
            columns.look(&Focus::Aspect(aspect)).child(aspect.in_sentence()).put(&mut parts);
        }
        ". ".put(&mut parts);
    }
    match of(RowClass::LoneVoice).len() {
        0 => {}
        1 => "One aspect only one of them mentions.".put(&mut parts),
        more => {
            let more = text::capitalised(&text::count_in_words(more));
            format!("{more} aspects only one of them mentions.").put(&mut parts);
        }
    }
    parts
}
