//! Row classes, and the order of contention.

use std::cmp::Ordering;

use crosscut::domain::{
    agreement::{Agreement, Contention, RowClass, Tally},
    aspect::Aspect,
    claim::{Stance, Standings},
};
use proptest::{collection::vec, prelude::*};

mod support;

use support::{any, stance, standings};

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

/// What a tally says of itself.
fn check_words(signs: &str, counts: &str, explanation: &str) {
    let tally = tally(Aspect::Pacing, signs);
    assert_eq!(tally.counts(), counts, "{signs}");
    assert_eq!(tally.explanation(), explanation, "{signs}");
}

#[test]
fn a_tally_says_its_counts_and_how_its_class_was_worked_out() {
    check_words("...", "3 silent", "3 silent: silent, because none makes a claim on it.");
    check_words("~.", "1 mixed, 1 silent", "1 mixed, 1 silent: a lone voice, because exactly one speaks of it.");
    check_words("--", "2 against", "2 against: a consensus, because two or more speak and all stand the same.");
    check_words(
        "++~.",
        "2 for, 1 mixed, 1 silent",
        "2 for, 1 mixed, 1 silent: qualified, because not all stand the same, yet none is against where another is for.",
    );
    check_words(
        "+-~+..",
        "2 for, 1 mixed, 1 against, 2 silent",
        "2 for, 1 mixed, 1 against, 2 silent: split, because at least one is for it and at least one against.",
    );
}

/// Two reviews as signs on the first aspects of the list, a dot for silence.
fn agreement(one: &str, other: &str) -> Agreement {
    let all = |signs: &str| -> Standings {
        let pairs = Aspect::ALL.into_iter().zip(signs.chars()).filter(|(_, sign)| *sign != '.');
        standings(&pairs.map(|(aspect, sign)| format!("{aspect}{sign}")).collect::<Vec<_>>().join(" "))
    };
    Agreement::of(&all(one), &all(other))
}

fn check_agreement(one: &str, other: &str, figure: Option<&str>, counts: &str) {
    for agreement in [agreement(one, other), agreement(other, one)] {
        assert_eq!(agreement.figure().as_deref(), figure, "{one} and {other}");
        assert_eq!(agreement.counts(), counts, "{one} and {other}");
    }
}

#[test]
fn two_reviews_agree_by_the_same_stances_minus_the_opposite_ones() {
    let counts = |same: usize, opposite: usize, shared: usize| {
        let aspects = if shared == 1 { "aspect" } else { "aspects" };
        format!("same stance on {same}, opposite on {opposite}, of {shared} {aspects} that both speak on")
    };
    check_agreement("", "", None, "no aspect that both speak on");
    check_agreement("+.", ".+", None, "no aspect that both speak on");
    check_agreement("+", "+", Some("+1.00"), &counts(1, 0, 1));
    check_agreement("-", "+", Some("−1.00"), &counts(0, 1, 1));
    check_agreement("~", "+", Some("0.00"), &counts(0, 0, 1));
    check_agreement("~~", "~-", Some("+0.50"), &counts(1, 0, 2));
    check_agreement("+-", "++", Some("0.00"), &counts(1, 1, 2));
    check_agreement("+++.+", "++~+.", Some("+0.67"), &counts(2, 0, 3));
    check_agreement("+++", "---", Some("−1.00"), &counts(0, 3, 3));
    check_agreement("++~", "--+", Some("−0.67"), &counts(0, 2, 3));
    check_agreement("+~~~~~~~", "++++++++", Some("+0.13"), &counts(1, 0, 8));
    check_agreement("-~~~~~~~", "++++++++", Some("−0.13"), &counts(0, 1, 8));
}

#[test]
fn a_figure_that_rounds_to_nothing_has_no_sign() {
    for (same, opposite, shared, figure) in
        [(0, 1, 201, "0.00"), (1, 0, 201, "0.00"), (0, 1, 200, "−0.01"), (1, 0, 200, "+0.01"), (7, 7, 20, "0.00")]
    {
        assert_eq!(
            Agreement { same, opposite, shared }.figure().as_deref(),
            Some(figure),
            "{same}, {opposite}, {shared}"
        );
    }
}

fn check_nearer(one: (usize, usize, usize), other: (usize, usize, usize), order: Ordering) {
    let of = |(same, opposite, shared)| Agreement { same, opposite, shared };
    assert_eq!(of(one).nearest_first(&of(other)), order, "{one:?} {other:?}");
    assert_eq!(of(other).nearest_first(&of(one)), order.reverse(), "{other:?} {one:?}");
}

#[test]
fn the_nearest_come_first_and_those_with_no_figure_last() {
    check_nearer((2, 0, 2), (1, 0, 2), Ordering::Less);
    check_nearer((1, 0, 3), (1, 0, 2), Ordering::Greater);
    check_nearer((2, 0, 4), (1, 0, 2), Ordering::Less);
    check_nearer((3, 1, 4), (2, 0, 4), Ordering::Equal);
    check_nearer((0, 1, 1), (0, 0, 1), Ordering::Greater);
    check_nearer((0, 5, 5), (0, 0, 0), Ordering::Less);
    check_nearer((0, 0, 1), (0, 0, 0), Ordering::Less);
    check_nearer((0, 0, 0), (0, 0, 0), Ordering::Equal);
    check_nearer((0, 2, 2), (0, 1, 1), Ordering::Less);
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
    fn a_tally_counts_stances_in_whatever_order(
        signs in vec(proptest::sample::select(vec!["+", "~", "-", "."]), 0..9),
        turn: prop::sample::Index,
    ) {
        let stances: Vec<Option<Stance>> = signs.iter().map(|sign| (*sign != ".").then(|| stance(sign))).collect();
        let counted = Tally::counting(Aspect::Sound, stances.clone());
        prop_assert_eq!(counted, tally(Aspect::Sound, &signs.concat()));
        let mut turned = stances;
        let at = turn.index(turned.len() + 1);
        turned.rotate_left(at);
        prop_assert_eq!(Tally::counting(Aspect::Sound, turned), counted);
        let numbers = counted.counts().split(", ").filter_map(|part| part.split(' ').next()?.parse::<usize>().ok()).sum::<usize>();
        prop_assert_eq!(numbers, signs.len());
    }

    #[test]
    fn an_agreement_is_of_both_alike_and_from_minus_one_to_one(one in any::standings(), other in any::standings()) {
        let agreement = Agreement::of(&one, &other);
        prop_assert_eq!(agreement, Agreement::of(&other, &one));
        let both: Vec<(Stance, Stance)> =
            Aspect::ALL.into_iter().filter_map(|it| Some((one.on(it)?.stance, other.on(it)?.stance))).collect();
        let points = both.iter().map(|(one, other)| match (one.word(), other.word()) {
            (one, other) if one == other => 1.0,
            ("positive", "negative") | ("negative", "positive") => -1.0,
            _ => 0.0,
        });
        let mean = points.sum::<f64>() / f64::from(u32::try_from(both.len()).unwrap_or_default());
        match agreement.hundredths() {
            None => prop_assert_eq!(both.len(), 0),
            Some(hundredths) => {
                prop_assert!((-100..=100).contains(&hundredths));
                prop_assert!((f64::from(hundredths) - mean * 100.0).abs() <= 0.5 + 1e-9, "{} of {}", hundredths, mean);
            }
        }
        let own = Agreement::of(&one, &one);
        prop_assert_eq!(own.hundredths(), (one.spoken().count() > 0).then_some(100));
        let parts = Aspect::ALL.into_iter().map(|aspect| Agreement::on(aspect, &one, &other));
        prop_assert_eq!(parts.fold(Agreement::default(), Agreement::and), agreement);
    }

    #[test]
    fn the_order_of_nearness_is_total_and_goes_by_the_figure(all in vec((0..5_usize, 0..5_usize, 0..5_usize), 3)) {
        let all: Vec<Agreement> =
            all.into_iter().map(|(same, opposite, rest)| Agreement { same, opposite, shared: same + opposite + rest }).collect();
        let [a, b, c] = [all[0], all[1], all[2]];
        prop_assert_eq!(a.nearest_first(&a), Ordering::Equal);
        prop_assert_eq!(a.nearest_first(&b), b.nearest_first(&a).reverse());
        if a.nearest_first(&b).is_le() && b.nearest_first(&c).is_le() {
            prop_assert!(a.nearest_first(&c).is_le(), "{:?}", all);
        }
        if let (Some(one), Some(other)) = (a.hundredths(), b.hundredths()) && one > other {
            prop_assert_eq!(a.nearest_first(&b), Ordering::Less);
        }
    }

    #[test]
    fn each_stands_to_the_rest_as_to_each_of_them(reviews in vec(any::standings(), 0..7)) {
        let all = Agreement::with_the_rest(&reviews);
        prop_assert_eq!(all.len(), reviews.len());
        let shared: usize = all.iter().map(|it| it.shared).sum();
        prop_assert_eq!(shared % 2, 0, "each pair counts for both");
        for (at, found) in all.iter().enumerate() {
            let mut sum = (0, 0, 0);
            for (_, other) in reviews.iter().enumerate().filter(|(other, _)| *other != at) {
                let one = Agreement::of(&reviews[at], other);
                sum = (sum.0 + one.same, sum.1 + one.opposite, sum.2 + one.shared);
            }
            prop_assert_eq!((found.same, found.opposite, found.shared), sum);
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
