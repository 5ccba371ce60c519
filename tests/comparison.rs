//! Reviews side by side.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test or of its data")]

use std::sync::Arc;

use crosscut::domain::{
    agreement::RowClass,
    aspect::Aspect,
    claim::Claim,
    comparison::{Cell, Comparison, Omission, Origin, Row, RowFilter, RowOrder, Selection},
    film::Film,
    review::{Review, Spoiler},
    slug::ReviewId,
};
use proptest::{prelude::*, sample::subsequence};

mod support;

use support::{any, film, ids, review, review_id};

fn letters() -> Film {
    let claims = ["sound+ pacing+2 pacing-1?", "sound- pacing-", "sound+", "", "story+", "", "theme+"];
    let reviews = "abcdefg".chars().zip(claims).map(|(id, claims)| review(&id.to_string(), claims));
    film("letters", reviews.collect())
}

fn compare(film: Film, asked: &str) -> Result<Comparison, String> {
    let ids: Vec<ReviewId> = asked.split_whitespace().map(review_id).collect();
    Comparison::new(Arc::new(film), &ids, Spoiler::OnTheWay).map_err(|error| error.to_string())
}

#[test]
fn two_to_six_reviews_of_one_film_are_compared_in_the_order_asked() {
    for asked in ["a b", "b a", "g c a", "f e d c b a"] {
        let comparison = compare(letters(), asked).unwrap();
        assert_eq!(ids(comparison.reviews().map(|review| &review.id)), asked);
        assert_eq!(comparison.reviews().len(), asked.split(' ').count());
        assert_eq!(comparison.film().slug.as_str(), "letters");
    }
}

#[test]
fn what_is_no_comparison_cannot_be_made() {
    for (asked, message) in [
        ("", "a comparison takes at least two reviews"),
        ("a", "a comparison takes at least two reviews"),
        ("a b c d e f g", "a comparison takes at most six reviews"),
        ("a b a", "a review cannot be compared with itself"),
        ("a z", "only reviews of the same film can be compared"),
    ] {
        assert_eq!(compare(letters(), asked), Err(message.to_owned()), "{asked}");
    }
}

/// The row of an aspect: its class, and each column as its label, or a dot for a silent one.
fn check_row(rows: &[Row], aspect: Aspect, class: RowClass, columns: &str) {
    let row = &rows[aspect.index()];
    assert_eq!(row.tally.aspect, aspect);
    assert_eq!(row.tally.class(), class, "{aspect}");
    let labels: Vec<&str> =
        row.cells.iter().map(|cell| cell.as_ref().map_or(".", |cell| cell.standing.label())).collect();
    assert_eq!(labels.join(" | "), columns, "{aspect}");
}

#[test]
fn every_aspect_has_a_row_and_every_review_a_column() {
    let comparison = compare(letters(), "b d a").unwrap();
    let rows = comparison.rows();
    assert_eq!(rows.iter().map(|row| row.tally.aspect).collect::<Vec<_>>(), Aspect::ALL);
    check_row(rows, Aspect::Sound, RowClass::Split, "negative | . | positive");
    check_row(rows, Aspect::Pacing, RowClass::Qualified, "negative | . | mixed");
    check_row(rows, Aspect::Story, RowClass::Silent, ". | . | .");
    let first: Vec<Aspect> =
        comparison.arranged(RowFilter::All, RowOrder::Contested).iter().map(|row| row.tally.aspect).take(3).collect();
    assert_eq!(first, [Aspect::Sound, Aspect::Pacing, Aspect::Story]);
}

fn check_summary(reviews: &[&str], summary: &str) {
    let reviews = "abcdef".chars().zip(reviews).map(|(id, claims)| review(&id.to_string(), claims));
    let film = film("film", reviews.collect());
    let all = ids(film.reviews.iter().map(|review| &review.id));
    assert_eq!(compare(film, &all).unwrap().summary(), summary);
}

#[test]
fn how_they_stand_is_said_in_a_line() {
    check_summary(&["", ""], "");
    check_summary(&["sound+", ""], "One aspect only one of them mentions.");
    check_summary(&["sound+ pacing+", "overall-"], "Three aspects only one of them mentions.");
    check_summary(&["sound+", "sound+"], "They agree on the sound.");
    check_summary(
        &["sound+ acting+ pacing+ story+ theme- overall+", "sound- acting+ pacing- story~ theme-", "pacing-"],
        "They split on the sound and the pacing. They agree on the theme and the acting. \
         They differ in degree on the story. One aspect only one of them mentions.",
    );
}

fn cell(review: &Review) -> Cell {
    let film = film("film", vec![review.clone(), support::review("other", "")]);
    let comparison = compare(film, &format!("{} other", review.id)).unwrap();
    comparison.rows()[Aspect::Pacing.index()].cells[0].clone().unwrap()
}

/// The places of the claims that carry the cell, then those of the rest.
fn check_cell_of(review: &Review, lead: &[usize], rest: &[usize]) {
    let places = |claims: &[Claim]| -> Vec<usize> {
        claims.iter().map(|claim| review.claims.iter().position(|it| it == claim).unwrap()).collect()
    };
    let cell = cell(review);
    assert_eq!((places(&cell.lead), places(&cell.rest)), (lead.to_vec(), rest.to_vec()), "{:?}", review.claims);
}

fn check_cell(claims: &str, lead: &[usize], rest: &[usize]) {
    check_cell_of(&review("a", claims), lead, rest);
}

#[test]
fn a_cell_is_carried_by_its_strongest_claim() {
    check_cell("pacing+1", &[0], &[]);
    check_cell("pacing+1 pacing+3 pacing+2", &[1], &[0, 2]);
    check_cell("sound+3 pacing-1 sound-3 pacing-2", &[3], &[1]);
}

#[test]
fn a_mixed_cell_is_carried_by_its_strongest_claim_for_and_its_strongest_against() {
    check_cell("pacing+2 pacing-1?", &[0, 1], &[]);
    check_cell("pacing-1 pacing+1 pacing+3 pacing-2", &[2, 3], &[0, 1]);
    check_cell("pacing~3 pacing-1 pacing+1", &[1, 2], &[0]);
    check_cell("pacing-3@2 pacing+3@2 pacing-2 pacing+1", &[0, 1], &[2, 3]);
}

#[test]
fn where_the_strongest_gives_away_too_much_the_strongest_that_does_not_stands_by_it() {
    check_cell("pacing+3@3 pacing+1 pacing+2", &[0, 2], &[1]);
    check_cell("pacing+3@3 pacing+2@3", &[0], &[1]);
    check_cell("pacing-3@3 pacing+3@3 pacing-2 pacing+1 pacing+1", &[0, 1, 2, 3], &[4]);
    check_cell("pacing-3@3 pacing+3 pacing~1", &[0, 1], &[2]);
}

#[test]
fn a_mixed_cell_without_both_sides_is_carried_by_its_mixed_claim_as_well() {
    check_cell("pacing~2", &[0], &[]);
    check_cell("pacing~1 pacing~2", &[1], &[0]);
    check_cell("pacing+3 pacing~1", &[0, 1], &[]);
    check_cell("pacing-3 pacing~1 pacing~2 pacing-2", &[0, 2], &[1, 3]);
}

#[test]
fn of_claims_as_strong_one_that_does_not_give_the_ending_away_carries_the_cell() {
    check_cell("pacing+2@3 pacing+2@2", &[1], &[0]);
    check_cell("pacing+2@1 pacing+2@0", &[0], &[1]);
}

#[test]
fn of_claims_as_strong_the_one_with_the_shortest_quote_carries_the_cell() {
    let mut review = review("a", "pacing+2 pacing+2 pacing+2");
    review.claims[1].quote.end = 5;
    review.claims[2].quote.end = 5;
    check_cell_of(&review, &[1], &[0, 2]);
}

/// What comes of the reviews that an address names: the ids, then what is left out.
fn check_asked(asked: &str, chosen: &str, omissions: &[Omission]) {
    let names: Vec<String> = asked.split_whitespace().map(str::to_owned).collect();
    let selection = Selection::of(&letters(), Some(&names), &[]);
    assert_eq!(ids(&selection.ids), chosen, "{asked}");
    assert_eq!(selection.origin, Origin::Asked, "{asked}");
    assert_eq!(selection.omissions, omissions, "{asked}");
}

#[test]
fn the_reviews_that_an_address_names_are_chosen_in_its_order() {
    check_asked("c a", "c a", &[]);
    check_asked("a", "a", &[]);
    check_asked("", "", &[]);
}

#[test]
fn what_cannot_be_chosen_is_left_out_and_said() {
    let unknown = |name: &str| Omission::Unknown(name.to_owned());
    check_asked("a zz b Ünknown", "a b", &[unknown("zz"), unknown("Ünknown")]);
    check_asked("a b a", "a b", &[Omission::Twice(review_id("a"))]);
    check_asked("a b c d e f g zz", "a b c d e f", &[Omission::TooMany(review_id("g")), unknown("zz")]);
}

#[test]
fn without_reviews_in_the_address_the_set_of_the_file_is_chosen_else_the_most_contrasting() {
    let mut film = letters();
    let selection = Selection::of(&film, None, &[]);
    assert_eq!((ids(&selection.ids).as_str(), selection.origin), ("a b e g", Origin::MostContrasting));
    film.compare = vec![review_id("d"), review_id("a")];
    let selection = Selection::of(&film, None, &[]);
    assert_eq!((ids(&selection.ids).as_str(), selection.origin), ("d a", Origin::Named));
    assert_eq!(selection.omissions, []);
}

#[test]
fn an_address_that_names_no_review_of_the_film_falls_back_to_the_default_and_says_so() {
    let mut film = letters();
    film.compare = vec![review_id("d"), review_id("a")];
    let selection = Selection::of(&film, Some(&["zz".to_owned(), "yy".to_owned()]), &[]);
    assert_eq!((ids(&selection.ids).as_str(), selection.origin), ("d a", Origin::Named));
    let unknown = ["zz", "yy"].map(|name| Omission::Unknown(name.to_owned()));
    assert_eq!(selection.omissions, unknown);
}

proptest! {
    #[test]
    fn a_comparison_shows_every_claim_once(
        film in any::film().prop_filter("two reviews", |film| film.reviews.len() >= 2),
    ) {
        let all: Vec<ReviewId> = film.reviews.iter().map(|review| review.id.clone()).collect();
        let comparison = Comparison::new(Arc::new(film.clone()), &all, Spoiler::OnTheWay).unwrap();
        for (column, review) in film.reviews.iter().enumerate() {
            for row in comparison.rows() {
                let cell = row.cells[column].as_ref();
                let mut shown: Vec<&Claim> = cell.iter().flat_map(|cell| cell.lead.iter().chain(&cell.rest)).collect();
                let mut claims: Vec<&Claim> = review.claims_on(row.tally.aspect).collect();
                shown.sort_by_key(|claim| format!("{claim:?}"));
                claims.sort_by_key(|claim| format!("{claim:?}"));
                prop_assert_eq!(shown, claims);
                prop_assert!(cell.is_none_or(|cell| (1..=4).contains(&cell.lead.len())));
            }
        }
    }

    #[test]
    fn a_selection_of_two_or_more_can_always_be_compared(
        asked in subsequence(vec!["a", "b", "c", "d", "e", "f", "g", "zz", "a", "b"], 0..=10).prop_shuffle(),
    ) {
        let names: Vec<String> = asked.iter().map(|name| (*name).to_owned()).collect();
        let selection = Selection::of(&letters(), Some(&names), &[]);
        prop_assert_eq!(Comparison::new(Arc::new(letters()), &selection.ids, Spoiler::OnTheWay).is_ok(), selection.ids.len() >= 2);
        if selection.origin == Origin::Asked {
            prop_assert_eq!(selection.ids.len() + selection.omissions.len(), names.len());
        }
    }
}
