//! How all reviews of a film stand together: where they quarrel, who speaks alone, who is nearest to
//! the rest.

use super::matrix::class_bar;
use crate::domain::gather::Gather;
use crate::{
    domain::{
        agreement::{Agreement, RowClass, Tally},
        aspect::Aspect,
        catalog::Catalog,
        claim::Standings,
        review::Brief,
        slug::FilmSlug,
        text,
    },
    element::{Element, el},
    hooks::use_href,
    route::{Address, FilmView},
};

/// The fewest reviews of which one can be nearer to the rest than another.
const FEWEST: usize = 3;

/// The most contested aspect, the lone voices, and the reviewers nearest to and farthest from the
/// rest. Each figure leads to the claims behind it. None for one review, which stands with no other.
pub fn film_agreement(catalog: &Catalog, slug: &FilmSlug, reviews: &[Brief]) -> Option<Element> {
    if reviews.len() < 2 {
        return None;
    }
    let standings: Vec<Standings> = reviews.iter().map(|review| review.standings).gathered();
    let mut tallies = Tally::of_all(&standings);
    tallies.sort_by(Tally::by_contention);
    let page = Together { catalog, slug, reviews, standings: &standings };
    let contested = tallies.first().filter(|tally| tally.speakers() > 1).map(|tally| page.contested(tally));
    let lone: Vec<&Tally> = tallies.iter().filter(|tally| tally.class() == RowClass::LoneVoice).gathered();
    let lone = (!lone.is_empty()).then(|| page.lone(&lone));
    let rest = (reviews.len() >= FEWEST).then(|| page.rest()).flatten();
    let parts: Vec<Element> = contested.into_iter().chain(lone).chain(rest.into_iter().flatten()).gathered();
    (!parts.is_empty()).then(|| el("dl").class("film-agreement").child(parts))
}

struct Together<'a> {
    catalog: &'a Catalog,
    slug: &'a FilmSlug,
    reviews: &'a [Brief],
    standings: &'a [Standings],
}

impl Together<'_> {
    /// A link that leaves the reviews that speak of an aspect, with their passages marked.
    fn passages(&self, aspect: Aspect) -> Element {
        let mut view = FilmView::default();
        view.filter.aspect = Some(aspect);
        let href = use_href()(&Address::film(self.slug.clone(), &view));
        el("a").attr("data-refine", true).attr("href", href).child(aspect.label())
    }

    fn contested(&self, tally: &Tally) -> Element {
        entry(
            "Most contested",
            el("dd")
                .child(class_bar(tally.class()))
                .child(" ")
                .child(self.passages(tally.aspect))
                .child(". ")
                .child(tally.explanation()),
        )
    }

    fn lone(&self, tallies: &[&Tally]) -> Element {
        let rows: Vec<Element> = tallies
            .iter()
            .map(|tally| {
                let speaks = |it: &&Brief| it.standings.on(tally.aspect).is_some();
                let who = self.reviews.iter().find(speaks).map(|it| self.catalog.name_of(&it.reviewer));
                el("li").child(self.passages(tally.aspect)).child(": ").child(who)
            })
            .gathered();
        entry("Lone voices", el("dd").child(el("ul").child(rows)))
    }

    /// Who is nearest to the rest, and who farthest.
    fn rest(&self) -> Option<[Element; 2]> {
        let mut all: Vec<(usize, Agreement)> =
            Agreement::with_the_rest(self.standings).into_iter().enumerate().gathered();
        all.retain(|(_, agreement)| agreement.shared > 0);
        all.sort_by(|one, other| one.1.nearest_first(&other.1));
        let (nearest, farthest) = (all.first()?, all.last()?);
        (nearest.0 != farthest.0)
            .then(|| [self.one("Nearest to the rest", *nearest), self.one("Farthest from the rest", *farthest)])
    }

    /// One review and how it stands to each of the others.
    fn one(&self, label: &'static str, (at, agreement): (usize, Agreement)) -> Element {
        let name = |at: usize| self.reviews.get(at).map(|it| self.catalog.name_of(&it.reviewer));
        let mut others: Vec<(usize, Agreement)> = self
            .standings
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .filter_map(|(other, standings)| Some((other, Agreement::of(self.standings.get(at)?, standings))))
            .gathered();
        others.sort_by(|one, other| one.1.nearest_first(&other.1));
        let rows: Vec<Element> = others
            .into_iter()
            .map(|(other, agreement)| {
                let ids: Vec<_> =
                    [at, other].iter().filter_map(|&at| Some(self.reviews.get(at)?.id.clone())).gathered();
                let href = use_href()(&Address::compare(self.slug.clone(), &ids));
                el("li")
                    .child(el("a").attr("href", href).child(name(other)))
                    .child(el("b").child(agreement.figure().unwrap_or_else(|| "–".to_owned())))
                    .child(el("small").child(agreement.counts()))
            })
            .gathered();
        let sum = format!(
            "{}: same stance {} and opposite {} of the {} that it and another speak on an aspect",
            agreement.figure().unwrap_or_default(),
            agreement.same,
            agreement.opposite,
            text::counted(agreement.shared, "time"),
        );
        let details = el("details")
            .class("more pairs")
            .child(el("summary").child(sum))
            .child(el("p").class("note").child("Same stances minus opposite ones, divided by their number, added over all other reviews. From −1 to +1."))
            .child(el("ul").child(rows));
        entry(label, el("dd").child(name(at)).child(details))
    }
}

fn entry(label: &'static str, value: Element) -> Element {
    el("div").child(el("dt").child(label)).child(value)
}
