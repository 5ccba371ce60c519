//! The most contrasting set, against a search that looks at everything.

use crosscut::domain::{
    agreement::{RowClass, Tally},
    claim::Standings,
    contrast::{EXACT, SET, most_contrasting},
};
use proptest::{collection::vec, prelude::*};

mod support;

use support::{any, standings};

fn check(reviews: &[&str], set: &[usize]) {
    let reviews: Vec<Standings> = reviews.iter().map(|notation| standings(notation)).collect();
    assert_eq!(most_contrasting(&reviews), set);
}

#[test]
fn a_film_of_four_reviews_or_fewer_has_all_of_them() {
    check(&[], &[]);
    check(&["sound+"], &[0]);
    check(&["sound+", "", "sound-", ""], &[0, 1, 2, 3]);
}

#[test]
fn the_set_with_the_most_splits_is_chosen() {
    check(&["sound+", "sound+", "sound+", "sound+", "sound-"], &[0, 1, 2, 4]);
    check(&["story+", "sound+ pacing-", "", "story+", "sound- pacing+", "story-"], &[0, 1, 4, 5]);
}

#[test]
fn among_as_many_splits_the_set_that_speaks_on_the_most_aspects_is_chosen() {
    check(&["sound+", "sound-", "sound+", "sound-", "story+", "theme+"], &[0, 1, 4, 5]);
}

#[test]
fn among_equals_the_set_that_stands_earliest_is_chosen() {
    check(&["sound+"; 6], &[0, 1, 2, 3]);
    check(&["", "", "sound-", "", "sound+", "sound+"], &[0, 1, 2, 4]);
}

/// Splits, then aspects spoken on, as a comparison of those reviews counts them.
fn contrast(reviews: &[Standings], set: &[usize]) -> (usize, usize) {
    let set: Vec<Standings> = set.iter().map(|at| reviews[*at]).collect();
    let rows = Tally::of_all(&set);
    let of = |test: fn(RowClass) -> bool| rows.iter().filter(|row| test(row.class())).count();
    (of(|class| class == RowClass::Split), of(|class| class != RowClass::Silent))
}

/// Every set of four, in the order in which they stand in the file.
fn every_set(count: usize) -> Vec<Vec<usize>> {
    let sets = (0_u32..1 << count).filter(|set| set.count_ones() as usize == SET);
    let mut sets: Vec<Vec<usize>> = sets.map(|set| (0..count).filter(|at| set >> at & 1 == 1).collect()).collect();
    sets.sort();
    sets
}

fn brute_force(reviews: &[Standings]) -> Vec<usize> {
    let mut best = (0..reviews.len().min(SET)).collect::<Vec<_>>();
    for set in every_set(reviews.len()) {
        if contrast(reviews, &set) > contrast(reviews, &best) {
            best = set;
        }
    }
    best
}

proptest! {
    #[test]
    fn the_set_is_the_one_that_looking_at_all_sets_finds(reviews in vec(any::standings(), 0..9)) {
        prop_assert_eq!(most_contrasting(&reviews), brute_force(&reviews));
    }

    #[test]
    fn few_aspects_leave_ties_and_they_are_broken_alike(signs in vec("(sound[+~-] )?(pacing[+~-])?", 0..10)) {
        let reviews: Vec<Standings> = signs.iter().map(|notation| standings(notation)).collect();
        prop_assert_eq!(most_contrasting(&reviews), brute_force(&reviews));
    }

    #[test]
    fn beyond_forty_reviews_the_set_is_four_of_them_in_order(reviews in vec(any::standings(), EXACT + 1..60)) {
        let set = most_contrasting(&reviews);
        prop_assert_eq!(set.len(), SET);
        prop_assert!(set.is_sorted_by(|one, other| one < other) && set.iter().all(|at| *at < reviews.len()));
        let pairs = (0..reviews.len()).flat_map(|one| (0..one).map(move |other| [other, one]));
        let best_pair = pairs.map(|pair| contrast(&reviews, &pair)).max();
        prop_assert!(Some(contrast(&reviews, &set)) >= best_pair, "no worse than the two that differ most");
    }
}

#[test]
fn up_to_forty_reviews_the_set_is_exact_and_beyond_it_grows_from_the_best_pair() {
    // The first two split on two aspects. No two of the other four do, but all four split on four.
    let pair = ["sound+ pacing+", "sound- pacing-"];
    let ring = ["story+ theme-", "theme+ acting-", "acting+ writing-", "writing+ story-"];
    let mut reviews: Vec<Standings> = pair.into_iter().chain(ring).map(standings).collect();
    reviews.resize(EXACT, standings(""));
    assert_eq!(most_contrasting(&reviews), [2, 3, 4, 5]);
    reviews.push(standings(""));
    assert_eq!(most_contrasting(&reviews), [0, 1, 2, 3]);
}

#[test]
fn a_long_file_of_silent_reviews_still_finds_the_two_that_differ() {
    let mut reviews = vec![standings(""); 100];
    reviews[57] = standings("sound+");
    reviews[91] = standings("sound-");
    assert_eq!(most_contrasting(&reviews), [0, 1, 57, 91]);
}
