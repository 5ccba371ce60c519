//! Scores of several reviews together.

use crosscut::domain::{
    grade::Score,
    review::Brief,
    stats::{ScoreSummary, labelled, stacked},
};
use proptest::{collection::vec, prelude::*};

mod support;

use support::{any, graded};

/// Grades parted by commas; an empty one is none.
fn check(grades: &str, scored: usize, unscored: usize, mean: Option<u8>, label: &str) {
    let reviews: Vec<Brief> =
        grades.split(',').filter(|_| !grades.is_empty()).map(|grade| graded("a", grade.trim())).collect();
    let summary = ScoreSummary::of(&reviews);
    let counts = (summary.scored, summary.unscored, summary.mean.map(Score::get));
    assert_eq!(counts, (scored, unscored, mean), "{grades}");
    assert_eq!(summary.label(), label, "{grades}");
}

#[test]
fn an_average_says_how_many_reviews_it_rests_on_and_how_many_are_unscored() {
    check("B+, 3.5/4", 2, 0, Some(86), "Average 86 over two scored reviews.");
    check("B+, 3.5/4, 82%, ", 3, 1, Some(84), "Average 84 over three scored reviews; one is unscored.");
    check("0/4, F, , thumbs up", 2, 2, Some(0), "Average 0 over two scored reviews; two are unscored.");
}

#[test]
fn one_scored_review_is_no_average() {
    check("B+", 1, 0, Some(83), "83 in the one scored review.");
    check(",B+, thumbs down", 1, 2, Some(83), "83 in the one scored review; two are unscored.");
}

#[test]
fn no_number_is_made_up_for_unscored_reviews() {
    check("", 0, 0, None, "No reviews yet.");
    check(" ", 0, 1, None, "No review gives a score.");
    check("thumbs up, ", 0, 2, None, "No review gives a score.");
}

#[test]
fn a_label_stands_beside_its_dot_where_there_is_room() {
    for (dots, labels) in [
        (vec![], vec![]),
        (vec![(100, 100)], vec![(114, 100)]),
        (vec![(100, 100), (100, 100)], vec![(114, 100), (86, 100)]),
        (vec![(100, 100), (112, 100)], vec![(86, 100), (126, 100)]),
        (vec![(190, 100)], vec![(176, 100)]),
        (vec![(190, 190), (190, 190)], vec![(176, 190), (190, 176)]),
    ] {
        assert_eq!(labelled(&dots, (200, 200)), labels, "{dots:?}");
    }
}

proptest! {
    #[test]
    fn no_label_covers_a_dot_or_another_label(dots in vec((34..335_usize, 16..317_usize), 0..30)) {
        let labels = labelled(&dots, (350, 330));
        let covers = |(one, other): (&(usize, usize), &(usize, usize)), width: usize, height: usize| {
            one.0.abs_diff(other.0) < width && one.1.abs_diff(other.1) < height
        };
        for (place, label) in labels.iter().enumerate() {
            prop_assert!(label.0 <= 350 && label.1 <= 330, "{:?}", label);
            prop_assert!(dots.iter().all(|dot| !covers((dot, label), 13, 11)), "{:?}", label);
            prop_assert!(labels[..place].iter().all(|other| !covers((other, label), 17, 13)), "{:?}", label);
        }
    }

    #[test]
    fn unscored_reviews_never_move_the_average(reviews in vec(any::brief(), 0..9)) {
        let summary = ScoreSummary::of(&reviews);
        let scored: Vec<&Brief> = reviews.iter().filter(|review| review.score().is_some()).collect();
        let without = ScoreSummary::of(scored.iter().copied());
        prop_assert_eq!(summary.mean, without.mean);
        prop_assert_eq!((summary.scored, summary.unscored), (scored.len(), reviews.len() - scored.len()));
        prop_assert_eq!(summary.mean.is_some(), !scored.is_empty());
    }
}

#[test]
fn labels_that_would_cover_each_other_stand_above_each_other() {
    // “4/5 ×4” at 80, “4.5/5 ×5” at 90 and “5/5” at 100 are wider than what lies between.
    assert_eq!(stacked(&[(50, 11), (80, 13), (90, 17), (100, 7)]), [0, 0, 1, 0]);
    assert_eq!(stacked(&[(50, 5), (51, 5), (52, 5), (56, 5)]), [0, 1, 2, 0]);
    assert_eq!(stacked(&[]), [0; 0]);
}

proptest! {
    #[test]
    fn no_label_covers_another_of_its_level(mut labels in vec((0_usize..=100, 1_usize..30), 0..12)) {
        labels.sort_unstable();
        let levels = stacked(&labels);
        for (at, (place, width)) in labels.iter().enumerate() {
            for (before, (other, its)) in labels.iter().enumerate().take(at) {
                let apart = 2 * (place - other) >= width + its;
                prop_assert!(levels[before] != levels[at] || apart, "{labels:?} {levels:?}");
            }
        }
    }
}
