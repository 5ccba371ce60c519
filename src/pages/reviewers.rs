//! Every reviewer.

use std::sync::Arc;

use super::{heading, with_catalog};
use crate::domain::gather::Gather;
use crate::{
    components::{gradual::gradually, skeleton::line_skeletons},
    domain::{
        catalog::Catalog,
        reviewer::{Reviewer, ReviewerKind},
        slug::ReviewerSlug,
        text,
    },
    element::{Child, Element, View, el},
    hooks::use_href,
    route::{Address, Route},
};

/// The page.
pub fn reviewers() -> View {
    let list = with_catalog(|| vec![line_skeletons(8)], |catalog| vec![list(catalog).view()]);
    let pair = use_href()(&Address::pair(&[]));
    let compare = el("p").child(el("a").class("button").attr("href", pair).child("Compare two reviewers"));
    (heading("Reviewers"), (compare, list)).view()
}

fn list(catalog: &Arc<Catalog>) -> Element {
    let reviewers = catalog.reviewers_by_name();
    let groups = ReviewerKind::ALL.map(|kind| {
        let slugs: Vec<ReviewerSlug> =
            reviewers.iter().filter(|reviewer| reviewer.kind == kind).map(|reviewer| reviewer.slug.clone()).gathered();
        let (heading, note) = about(kind);
        (!slugs.is_empty()).then(|| {
            let (count, catalog) = (slugs.len(), Arc::clone(catalog));
            let reviewer = move |place: usize| Some(row(&catalog, catalog.reviewer(slugs.get(place)?)?));
            let rows = gradually(count, reviewer);
            el("section")
                .child(el("h2").child(heading))
                .child(el("p").class("note").child(note))
                .child(el("ul").class("reviewer-list").child(rows))
        })
    });
    el("div").class("reviewers").child(groups)
}

const fn about(kind: ReviewerKind) -> (&'static str, &'static str) {
    match kind {
        ReviewerKind::House => (
            "House columns",
            "Written for this site. A column is a title with a beat, a voice and a scale, not a person.",
        ),
        ReviewerKind::Person => ("Critics", "Published elsewhere, reported here in our words."),
        ReviewerKind::Unsigned => {
            ("Unsigned", "Each is one unsigned review’s own identity: three unsigned reviews are three reviewers.")
        }
    }
}

fn row(catalog: &Catalog, reviewer: &Reviewer) -> Element {
    let href = use_href()(&Address::of(Route::Reviewer(reviewer.slug.clone())));
    let count = text::counted(catalog.review_count_by(&reviewer.slug), "review");
    let meta = match reviewer.scale {
        Some(scale) => format!("{count} · {}", scale.label()),
        None => count,
    };
    el("li")
        .child(el("a").class("who").attr("href", href).child(reviewer.name.as_str()))
        .child(reviewer.beat.as_deref().map(|beat| el("span").class("beat").child(beat)))
        .child(el("span").class("meta").child(meta))
}
