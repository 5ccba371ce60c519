//! Row classes, and the order of contention.

use std::cmp::Ordering;

use crosscut::domain::{
    agreement::{Contention, RowClass, Tally},
    aspect::Aspect,
    claim::Standings,
};
use proptest::{collection::vec, prelude::*};

mod support;

use support::{any, standings};

/// Reviews on one aspect, one sign a review: `+`, `~`, `-`, and `.` for a silent one.
fn reviews(aspect: Aspect, signs: &str) -> Vec<Standings> {
    let review = |sign: char| if sign == '.' { standings("") } else { standings(&format!("{aspect}{sign}")) };
    signs.chars().map(review).collect()
}

fn tally(aspect: Aspect, signs: &str) -> Tally {
    Tally::of(aspect, &reviews(aspect, signs))
}

fn check(signs: &str, class: RowClass, label: &str) {
    let tally = tally(Aspect::Pacing, signs);
    assert_eq!(tally.class(), class, "{signs}");
    assert_eq!(tally.label(), label, "{signs}");
}

#[test]
fn a_row_is_silent_where_none_speaks() {
    check("", RowClass::Silent, "Silent");
    check("....", RowClass::Silent, "Silent");
}

#[test]
fn a_row_has_a_lone_voice_where_exactly_one_speaks() {
    check("+", RowClass::LoneVoice, "Lone voice");
    check(".~..", RowClass::LoneVoice, "Lone voice");
    check("...-", RowClass::LoneVoice, "Lone voice");
}

#[test]
fn a_row_is_split_where_one_is_for_and_one_against() {
    check("+-", RowClass::Split, "Split");
    check("~-+.", RowClass::Split, "Split");
    check("++++-", RowClass::Split, "Split");
}

#[test]
fn a_row_is_qualified_where_two_speak_and_differ_without_a_split() {
    check("+~", RowClass::Qualified, "Qualified");
    check("~-", RowClass::Qualified, "Qualified");
    check("+~++", RowClass::Qualified, "Qualified");
    check("~.--", RowClass::Qualified, "Qualified");
}

#[test]
fn a_row_is_a_consensus_where_two_or_more_stand_alike() {
    check("++", RowClass::Consensus, "Consensus of two");
    check("~~", RowClass::Consensus, "Consensus of two");
    check("--.-", RowClass::Consensus, "Consensus of three");
    check("++++", RowClass::Consensus, "Consensus of four");
    check(&"+".repeat(13), RowClass::Consensus, "Consensus of 13");
}

#[test]
fn a_tally_counts_every_review_once() {
    let Tally { positive, mixed, negative, silent, .. } = tally(Aspect::Sound, "++~-...+");
    assert_eq!((positive, mixed, negative, silent), (3, 1, 1, 3));
}

/// Rows as `signs` on the first aspects of the list, and the order in which they come.
fn check_order(rows: &[&str], order: &[&str]) {
    let mut tallies: Vec<Tally> =
        Aspect::ALL.into_iter().zip(rows).map(|(aspect, signs)| tally(aspect, signs)).collect();
    tallies.sort_by(Tally::by_contention);
    let found: Vec<&str> = tallies.iter().filter_map(|tally| rows.get(tally.aspect.index()).copied()).collect();
    assert_eq!(found, order);
}

#[test]
fn rows_are_ordered_by_class() {
    check_order(&["....", "+...", "++..", "+~..", "+-.."], &["+-..", "+~..", "++..", "+...", "...."]);
}

#[test]
fn splits_are_ordered_by_the_share_of_their_smaller_side() {
    check_order(&["+++-", "+-..", "++--", "++~-"], &["+-..", "++--", "+++-", "++~-"]);
    check_order(&["+~~-", "++-.", "+-~."], &["++-.", "+-~.", "+~~-"]);
    check_order(&["-++++", "---++"], &["---++", "-++++"]);
}

#[test]
fn rows_that_tie_keep_the_lists_order() {
    check_order(&["++.", "--.", "~~~", ".++"], &["++.", "--.", "~~~", ".++"]);
    check_order(&["+.", "..", ".-", ".."], &["+.", ".-", "..", ".."]);
}

fn check_contention(reviews: &[&str], splits: &[Aspect], shared: usize, label: &str) {
    let reviews: Vec<Standings> = reviews.iter().map(|notation| standings(notation)).collect();
    let contention = Contention::of(&reviews);
    assert_eq!(contention, Contention { splits: splits.to_vec(), shared });
    assert_eq!(contention.label(), label);
}

#[test]
fn a_film_is_contested_on_its_split_aspects_out_of_the_shared_ones() {
    check_contention(&[], &[], 0, "no aspect that two reviews speak on");
    check_contention(&["sound+", "pacing-"], &[], 0, "no aspect that two reviews speak on");
    check_contention(&["sound+", "sound+"], &[], 1, "no split on the one aspect that two speak on");
    check_contention(&["sound+ acting+", "sound+ acting~"], &[], 2, "no split on 2 aspects");
    check_contention(&["sound+", "sound-"], &[Aspect::Sound], 1, "split on 1 of 1 aspect");
    let three = ["sound+ story- acting+ theme+", "sound- story+ acting+ pacing-", "sound- acting+ theme~"];
    check_contention(&three, &[Aspect::Story, Aspect::Sound], 4, "split on 2 of 4 aspects");
}

#[test]
fn films_are_ordered_by_the_share_of_their_splits_then_by_their_number() {
    let contention = |splits: usize, shared| {
        let splits = Aspect::ALL.into_iter().take(splits).collect();
        Contention { splits, shared }
    };
    for (one, other, order) in [
        ((2, 4), (1, 4), Ordering::Less),
        ((1, 2), (3, 10), Ordering::Less),
        ((2, 4), (1, 2), Ordering::Less),
        ((0, 0), (0, 9), Ordering::Equal),
        ((0, 9), (1, 14), Ordering::Greater),
        ((1, 1), (14, 14), Ordering::Greater),
    ] {
        let (one, other) = (contention(one.0, one.1), contention(other.0, other.1));
        assert_eq!(one.most_first(&other), order, "{one:?} {other:?}");
        assert_eq!(other.most_first(&one), order.reverse(), "{other:?} {one:?}");
    }
}

/// The class by the words of PRODUCT.md, review by review.
fn expected(aspect: Aspect, reviews: &[Standings]) -> RowClass {
    let words: Vec<&str> = reviews.iter().filter_map(|review| Some(review.on(aspect)?.stance.word())).collect();
    match words.as_slice() {
        [] => RowClass::Silent,
        [_] => RowClass::LoneVoice,
        all if all.contains(&"positive") && all.contains(&"negative") => RowClass::Split,
        [first, rest @ ..] if rest.iter().all(|word| word == first) => RowClass::Consensus,
        _ => RowClass::Qualified,
    }
}

/// How contested a row is, larger for more: its class, then the share of a split's smaller side.
fn heat(tally: &Tally) -> (usize, f64) {
    let sides = u32::try_from(tally.positive.min(tally.negative)).map_or(0.0, f64::from);
    let speakers = u32::try_from(tally.speakers().max(1)).map_or(1.0, f64::from);
    let place = RowClass::ALL.iter().rev().position(|class| *class == tally.class()).unwrap_or_default();
    (place, if tally.class() == RowClass::Split { sides / speakers } else { 0.0 })
}

proptest! {
    #[test]
    fn every_row_is_of_the_class_that_the_definition_says(reviews in vec(any::standings(), 0..7)) {
        for tally in Tally::of_all(&reviews) {
            prop_assert_eq!(tally.class(), expected(tally.aspect, &reviews));
            prop_assert_eq!(tally.speakers() + tally.silent, reviews.len());
        }
    }

    #[test]
    fn rows_stand_most_contested_first(reviews in vec(any::standings(), 0..9)) {
        let mut rows = Tally::of_all(&reviews);
        rows.sort_by(Tally::by_contention);
        for pair in rows.windows(2) {
            let (one, other) = (heat(&pair[0]), heat(&pair[1]));
            prop_assert!(one > other || (one == other && pair[0].aspect < pair[1].aspect), "{:?}", pair);
        }
    }

    #[test]
    fn contention_counts_what_the_rows_show(reviews in vec(any::standings(), 0..7)) {
        let contention = Contention::of(&reviews);
        let of_class = |class| Aspect::ALL.into_iter().filter(|aspect| expected(*aspect, &reviews) == class).count();
        prop_assert_eq!(contention.splits.len(), of_class(RowClass::Split));
        let shared = Aspect::COUNT - of_class(RowClass::Silent) - of_class(RowClass::LoneVoice);
        prop_assert_eq!(contention.shared, shared);
    }
}
