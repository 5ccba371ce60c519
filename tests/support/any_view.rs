//! Generators of what addresses choose, in the form in which an address reads: lists have each value
//! once, names have no commas and no space around them.

use crosscut::{
    domain::{
        aspect::Aspect,
        claim::Stance,
        comparison::{MOST, RowFilter, RowOrder},
        facet::{CatalogFilter, Chosen, Facet},
        filter::{ReviewFilter, ScoreRange, Unscored},
        review::Spoiler,
        sort::{FilmSort, ReviewSort},
        text::address_form,
    },
    route::{CatalogView, ClaimName, CompareView, FilmView, Focus, ReadingMode},
};
use proptest::{collection::vec, option, prelude::*, sample::select};

use super::{
    any::{score, slug_text, text},
    review_id, reviewer_slug,
};

/// A text of any letters, control characters and line breaks among them.
pub fn wild() -> impl Strategy<Value = String> {
    prop_oneof![text(), "\\PC*", ".*", vec(any::<char>(), 0..12).prop_map(String::from_iter), "[%&=+,;:/?# a]{0,12}"]
}

fn once<T: PartialEq + Clone>(values: &[T]) -> Vec<T> {
    let first = |at: &usize| !values[..*at].contains(&values[*at]);
    (0..values.len()).filter(first).map(|at| values[at].clone()).collect()
}

/// The distinct values, in a form, of what is left of some texts.
fn forms(form: impl Fn(&str) -> String) -> impl Strategy<Value = Vec<String>> {
    vec(wild(), 0..5).prop_map(move |texts| {
        let forms = texts.iter().map(|text| form(&text.replace(',', " ")));
        once(&forms.filter(|form| !form.is_empty()).collect::<Vec<_>>())
    })
}

fn range() -> impl Strategy<Value = ScoreRange> {
    (score(), score()).prop_map(|(one, other)| ScoreRange::new(one.min(other), one.max(other)).unwrap())
}

pub fn catalog_view() -> impl Strategy<Value = CatalogView> {
    let chosen = Facet::ALL.map(|facet| forms(move |text| facet.form(text)));
    let sort = option::of(select(FilmSort::ALL.to_vec()));
    (wild(), chosen, range(), any::<bool>(), sort).prop_map(|(search, chosen, range, split, sort)| {
        let chosen = Facet::ALL.into_iter().zip(chosen);
        let chosen = chosen.fold(Chosen::default(), |all, (facet, values)| all.with(facet, values));
        let search = search.trim().chars().take(200).collect::<String>().trim().to_owned();
        let view = CatalogView { filter: CatalogFilter { search, chosen, range, split }, sort: None };
        // The order that holds anyway is not chosen.
        CatalogView { sort: sort.filter(|sort| *sort != view.sort()), ..view }
    })
}

pub fn film_view() -> impl Strategy<Value = FilmView> {
    let reviewers = vec(slug_text(), 0..5).prop_map(|all| once(&all).iter().map(|it| reviewer_slug(it)).collect());
    let picks = vec(slug_text(), 0..=MOST).prop_map(|all| once(&all).iter().map(|it| review_id(it)).collect());
    let unscored = option::of(select(Unscored::ALL.to_vec()));
    let stance = option::of(select(Stance::ALL.to_vec()));
    let aspect = option::of(select(Aspect::ALL.to_vec()));
    let filter = (reviewers, range(), unscored, stance, aspect, forms(address_form)).prop_map(
        |(reviewers, range, unscored, stance, aspect, outlets)| ReviewFilter {
            reviewers,
            range,
            unscored,
            stance,
            aspect,
            outlets,
        },
    );
    (filter, select(ReviewSort::ALL.to_vec()), picks).prop_map(|(filter, sort, picks)| FilmView { filter, sort, picks })
}

pub fn claim_name() -> impl Strategy<Value = ClaimName> {
    (slug_text(), 0..1_000_000_usize).prop_map(|(review, claim)| ClaimName { review: review_id(&review), claim })
}

pub fn focus() -> impl Strategy<Value = Focus> {
    prop_oneof![select(Aspect::ALL.to_vec()).prop_map(Focus::Aspect), claim_name().prop_map(Focus::Passage)]
}

/// Names of reviews as an address may have them: ids, and what is none, also more than once.
fn names() -> impl Strategy<Value = Vec<String>> {
    let name = prop_oneof![slug_text(), wild().prop_map(|text| text.replace(',', " ").trim().to_owned())];
    vec(name.prop_filter("a name", |name| !name.is_empty()), 0..9)
}

pub fn compare_view() -> impl Strategy<Value = CompareView> {
    let reviews = option::of(names()).prop_map(|names| names.filter(|names| !names.is_empty()));
    let rows = (select(RowFilter::ALL.to_vec()), select(RowOrder::ALL.to_vec()));
    let words = (select(ReadingMode::ALL.to_vec()), any::<bool>(), select(Spoiler::ALL.to_vec()));
    (reviews, names(), rows, words, any::<bool>(), option::of(focus())).prop_map(
        |(reviews, pins, (rows, order), (mode, opinions_only, spoilers), blind, focus)| CompareView {
            reviews,
            pins,
            rows,
            order,
            mode,
            opinions_only,
            spoilers,
            blind,
            focus,
        },
    )
}
