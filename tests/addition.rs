//! What another review would bring to a comparison.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test or of its data")]

use std::{cmp::Reverse, sync::Arc};

use crosscut::domain::{
    agreement::RowClass,
    aspect::Aspect,
    comparison::{Addition, Comparison},
    film::Film,
    review::Spoiler,
    slug::ReviewId,
};
use proptest::{collection::vec, prelude::*};

mod support;

use support::{film, review, review_id};

/// Reviews a, b, c and so on, of which the first two are compared.
fn comparison(claims: &[&str]) -> Comparison {
    let reviews = "abcdefgh".chars().zip(claims).map(|(id, claims)| review(&id.to_string(), claims));
    compare(film("letters", reviews.collect()), &["a", "b"].map(review_id))
}

fn compare(film: Film, ids: &[ReviewId]) -> Comparison {
    Comparison::new(Arc::new(film), ids, Spoiler::OnTheWay).unwrap()
}

/// The other reviews in their order, each with what it would add.
fn check(claims: &[&str], expected: &[&str]) {
    let comparison = comparison(claims);
    let labels: Vec<String> =
        comparison.additions().iter().map(|it| format!("{}: {}", it.review.id, it.label())).collect();
    assert_eq!(labels, expected);
}

#[test]
fn another_review_may_split_those_that_agree() {
    check(&["sound+", "sound+", "sound-"], &["c: splits them on the sound"]);
    check(&["sound+", "", "sound-"], &["c: splits them on the sound"]);
    check(
        &["sound+ acting-", "overall+", "sound- acting+ overall-"],
        &["c: splits them on the acting, the sound and the film as a whole"],
    );
}

#[test]
fn another_review_may_speak_of_what_no_one_does() {
    check(&["sound+", "", "pacing-"], &["c: speaks of the pacing, which no one here does"]);
    check(&["", "", "pacing- audience~"], &["c: speaks of the pacing and who it is for, which no one here does"]);
    check(
        &["sound+", "", "sound- pacing-"],
        &["c: splits them on the sound; speaks of the pacing, which no one here does"],
    );
}

#[test]
fn another_review_may_bring_nothing() {
    check(&["sound+", "sound+", "sound+"], &["c: speaks of 1 aspect, all spoken of here, and splits none"]);
    check(
        &["sound+ acting+", "sound-", "sound- acting~"],
        &["c: speaks of 2 aspects, all spoken of here, and splits none"],
    );
    check(&["sound+", "sound~", ""], &["c: makes no claim"]);
    check(&["sound~", "sound~", "sound-"], &["c: speaks of 1 aspect, all spoken of here, and splits none"]);
    check(&["sound+", "sound+"], &[]);
}

#[test]
fn those_that_split_most_come_first_then_those_that_speak_of_most_then_the_files_order() {
    let claims = ["sound+ acting+", "", "", "pacing+", "sound-", "theme+ story+", "sound- acting-", "sound- theme+"];
    let order: Vec<String> = comparison(&claims).additions().iter().map(|it| it.review.id.to_string()).collect();
    assert_eq!(order.join(" "), "g h e f d c");
}

/// The stances that some reviews have on an aspect.
fn stances(film: &Film, at: &[usize], aspect: Aspect) -> Vec<&'static str> {
    let standing = |at: &usize| {
        let mut words: Vec<&str> = film.reviews[*at].claims_on(aspect).map(|claim| claim.stance.word()).collect();
        words.dedup();
        match words.as_slice() {
            [] => None,
            [only] => Some(*only),
            _ => Some("mixed"),
        }
    };
    at.iter().filter_map(standing).collect()
}

fn is_split(stances: &[&str]) -> bool {
    stances.contains(&"positive") && stances.contains(&"negative")
}

proptest! {
    #[test]
    fn what_each_would_add_is_what_a_comparison_with_it_shows(
        claims in vec("((sound|pacing|story|acting)[+~-] ){0,5}", 2..8),
        compared in 2..5_usize,
    ) {
        let compared = compared.min(claims.len());
        let reviews = (0..).zip(&claims).map(|(at, claims)| review(&format!("r{at}"), claims));
        let film = film("film", reviews.collect());
        let places: Vec<usize> = (0..compared).collect();
        let ids: Vec<ReviewId> = places.iter().map(|at| film.reviews[*at].id.clone()).collect();
        let comparison = compare(film.clone(), &ids);
        let additions = comparison.additions();
        prop_assert_eq!(additions.len(), film.reviews.len() - compared);
        for addition in &additions {
            let at = film.reviews.iter().position(|it| it.id == addition.review.id).unwrap();
            let with: Vec<usize> = places.iter().copied().chain([at]).collect();
            let of = |test: &dyn Fn(Aspect) -> bool| Aspect::ALL.into_iter().filter(|it| test(*it)).collect::<Vec<_>>();
            let before = |aspect| stances(&film, &places, aspect);
            let after = |aspect| stances(&film, &with, aspect);
            prop_assert_eq!(&addition.splits, &of(&|it| is_split(&after(it)) && !is_split(&before(it))));
            prop_assert_eq!(&addition.new, &of(&|it| before(it).is_empty() && !after(it).is_empty()));
            prop_assert_eq!(addition.speaks, of(&|it| !stances(&film, &[at], it).is_empty()).len());
            let more: Vec<ReviewId> = ids.iter().cloned().chain([addition.review.id.clone()]).collect();
            let larger = compare(film.clone(), &more);
            let split = |it: &Comparison| it.rows().iter().filter(|row| row.tally.class() == RowClass::Split).count();
            prop_assert_eq!(split(&larger), split(&comparison) + addition.splits.len());
        }
        let at = |it: &Addition| film.reviews.iter().position(|review| review.id == it.review.id);
        let keys = additions.iter().map(|it| (Reverse(it.splits.len()), Reverse(it.new.len()), at(it)));
        prop_assert!(keys.is_sorted());
    }
}
