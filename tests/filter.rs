//! Filtering a film's reviews, and the counts beside the options.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test or of its data")]

use crosscut::domain::{
    aspect::Aspect,
    claim::Stance,
    filter::{ReviewFilter, ScoreRange, Unscored},
    grade::Score,
    review::Brief,
    slug::ReviewerSlug,
    text::address_form,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

mod support;

use support::{any, brief, grade, ids, reviewer_slug, score};

/// Six reviews: a and b of one reviewer, c to e with outlets, d unscored, e with thumbs.
fn reviews() -> Vec<Brief> {
    let of = |id, claims, written: &str, reviewer, outlet: &str| Brief {
        grade: (!written.is_empty()).then(|| grade(written)),
        reviewer: reviewer_slug(reviewer),
        outlet: (!outlet.is_empty()).then(|| outlet.to_owned()),
        ..brief(id, claims)
    };
    vec![
        of("a", "sound+ pacing-", "3.5/4", "matinee", ""),
        of("b", "sound- pacing+", "B", "matinee", ""),
        of("c", "sound+", "40%", "ray", "The Movie Guys"),
        of("d", "sound~ story-", "", "anne", "Crosscut"),
        of("e", "story+", "thumbs up", "booth", "the movie guys"),
        of("f", "", "2/5", "club", ""),
    ]
}

fn range(min: u8, max: u8) -> ScoreRange {
    ScoreRange::new(score(min), score(max)).unwrap()
}

fn shown(filter: &ReviewFilter, reviews: &[Brief]) -> String {
    ids(reviews.iter().filter(|review| filter.accepts(review)).map(|review| &review.id))
}

fn check(filter: &ReviewFilter, expected: &str) {
    assert_eq!(shown(filter, &reviews()), expected, "{filter:?}");
}

#[test]
fn without_a_filter_every_review_is_shown() {
    check(&ReviewFilter::default(), "a b c d e f");
    assert!(ReviewFilter::default().is_empty());
    assert!(!ReviewFilter { aspect: Some(Aspect::Sound), ..ReviewFilter::default() }.is_empty());
}

#[test]
fn a_range_leaves_out_unscored_reviews_unless_they_are_asked_for() {
    let filter = |min, max, unscored| ReviewFilter { range: range(min, max), unscored, ..ReviewFilter::default() };
    check(&filter(40, 75, None), "b c f");
    check(&filter(88, 100, None), "a");
    check(&filter(41, 74, None), "");
    check(&filter(40, 75, Some(Unscored::Include)), "b c d e f");
    check(&filter(40, 75, Some(Unscored::Exclude)), "b c f");
    check(&filter(0, 100, Some(Unscored::Exclude)), "a b c f");
    check(&filter(0, 100, Some(Unscored::Include)), "a b c d e f");
}

#[test]
fn asking_for_unscored_reviews_only_sets_the_range_aside_and_says_so() {
    let only = |range| ReviewFilter { range, unscored: Some(Unscored::Only), ..ReviewFilter::default() };
    check(&only(range(40, 75)), "d e");
    check(&only(ScoreRange::WHOLE), "d e");
    assert!(only(range(40, 75)).sets_range_aside());
    assert!(!only(ScoreRange::WHOLE).sets_range_aside());
    assert!(!ReviewFilter { range: range(40, 75), ..ReviewFilter::default() }.sets_range_aside());
}

#[test]
fn values_of_one_kind_widen_and_kinds_narrow_each_other() {
    let reviewers = |names: &[&str]| names.iter().map(|name| reviewer_slug(name)).collect::<Vec<_>>();
    check(&ReviewFilter { reviewers: reviewers(&["matinee"]), ..ReviewFilter::default() }, "a b");
    check(&ReviewFilter { reviewers: reviewers(&["ray", "matinee"]), ..ReviewFilter::default() }, "a b c");
    check(&ReviewFilter { reviewers: reviewers(&["nobody"]), ..ReviewFilter::default() }, "");
    let outlets = vec!["the-movie-guys".to_owned()];
    check(&ReviewFilter { outlets: outlets.clone(), ..ReviewFilter::default() }, "c e");
    check(&ReviewFilter { outlets, reviewers: reviewers(&["ray", "matinee"]), ..ReviewFilter::default() }, "c");
}

#[test]
fn a_stance_with_an_aspect_is_the_stance_on_that_aspect() {
    let filter = |stance, aspect| ReviewFilter { stance, aspect, ..ReviewFilter::default() };
    check(&filter(Some(Stance::Positive), Some(Aspect::Sound)), "a c");
    check(&filter(Some(Stance::Mixed), Some(Aspect::Sound)), "d");
    check(&filter(None, Some(Aspect::Sound)), "a b c d");
    check(&filter(Some(Stance::Negative), None), "a b d");
    check(&filter(Some(Stance::Positive), Some(Aspect::Audience)), "");
}

#[test]
fn unscored_reviews_that_only_the_range_leaves_out_are_counted() {
    let filter = ReviewFilter { range: range(40, 75), ..ReviewFilter::default() };
    assert_eq!(filter.unscored_left_out(&reviews()), 2);
    let filter = ReviewFilter { stance: Some(Stance::Negative), ..filter };
    assert_eq!(filter.unscored_left_out(&reviews()), 1);
    let filter = ReviewFilter { unscored: Some(Unscored::Include), ..filter };
    assert_eq!(filter.unscored_left_out(&reviews()), 0);
}

#[test]
fn every_option_is_counted_under_the_other_filters() {
    let filter = ReviewFilter { aspect: Some(Aspect::Sound), range: range(40, 100), ..ReviewFilter::default() };
    let counts = filter.counts(&reviews());
    let reviewers: Vec<String> = counts.reviewers.iter().map(|(slug, count)| format!("{slug} {count}")).collect();
    assert_eq!(reviewers, ["matinee 2", "ray 1", "anne 0", "booth 0", "club 0"]);
    let outlets: Vec<_> = counts.outlets.iter().map(|it| format!("{} {}", it.name, it.count)).collect();
    assert_eq!(outlets, ["The Movie Guys 1", "Crosscut 0"]);
    assert_eq!((counts.unscored, counts.scored), (1, 3));
    assert_eq!(counts.stances.map(|(_, count)| count), [2, 0, 1]);
    assert_eq!(counts.aspects[Aspect::Pacing.index()], (Aspect::Pacing, 2));
    assert_eq!(counts.aspects[Aspect::Story.index()], (Aspect::Story, 0));
}

#[test]
fn a_range_is_never_upside_down() {
    assert_eq!(ScoreRange::new(score(60), score(40)), None);
    assert_eq!(range(40, 60).from(score(80)), range(80, 80));
    assert_eq!(range(40, 60).from(score(50)), range(50, 60));
    assert_eq!(range(40, 60).up_to(score(20)), range(20, 20));
    assert_eq!(range(40, 60).up_to(score(50)), range(40, 50));
    assert!(!range(0, 100).is_set() && range(0, 99).is_set() && range(1, 100).is_set());
    assert_eq!(ScoreRange::default(), ScoreRange::WHOLE);
}

fn any_filter() -> impl Strategy<Value = ReviewFilter> {
    let reviewers = vec(select(vec!["matinee", "aisle-seat", "ray"]), 0..3);
    let outlets = vec(select(vec!["crosscut", "the-movie-guys"]), 0..2);
    let range = (any::score(), any::score(), any::<bool>());
    let unscored = option::of(select(Unscored::ALL.to_vec()));
    let stance = option::of(select(Stance::ALL.to_vec()));
    let aspect = option::of(select(Aspect::ALL.to_vec()));
    (reviewers, outlets, range, unscored, stance, aspect).prop_map(
        |(reviewers, outlets, (one, other, whole), unscored, stance, aspect)| ReviewFilter {
            reviewers: reviewers.into_iter().map(reviewer_slug).collect(),
            outlets: outlets.into_iter().map(str::to_owned).collect(),
            range: ScoreRange::new(one.min(other), one.max(other)).filter(|_| !whole).unwrap_or_default(),
            unscored,
            stance,
            aspect,
        },
    )
}

/// Whether the review is shown, by the words of PRODUCT.md.
fn expected(filter: &ReviewFilter, review: &Brief) -> bool {
    let in_range = |score: Score| filter.range.min() <= score && score <= filter.range.max();
    let narrowed = filter.range != ScoreRange::WHOLE;
    let scored = match (filter.unscored, review.score()) {
        (Some(Unscored::Only), score) => score.is_none(),
        (_, Some(score)) => in_range(score),
        (Some(Unscored::Include), None) => true,
        (Some(Unscored::Exclude), None) => false,
        (None, None) => !narrowed,
    };
    let standings: Vec<_> = match filter.aspect {
        Some(aspect) => review.standings.on(aspect).into_iter().collect(),
        None => review.standings.spoken().map(|(_, standing)| standing).collect(),
    };
    let takes = match (filter.stance, filter.aspect) {
        (None, None) => true,
        (None, Some(_)) => !standings.is_empty(),
        (Some(stance), _) => standings.iter().any(|standing| standing.stance == stance),
    };
    let outlet = review.outlet.as_deref().map(address_form).unwrap_or_default();
    scored
        && takes
        && (filter.reviewers.is_empty() || filter.reviewers.contains(&review.reviewer))
        && (filter.outlets.is_empty() || filter.outlets.contains(&outlet))
}

proptest! {
    #[test]
    fn what_is_shown_is_what_the_definition_says(filter in any_filter(), reviews in vec(any::brief(), 0..8)) {
        for review in &reviews {
            prop_assert_eq!(filter.accepts(review), expected(&filter, review));
        }
    }

    #[test]
    fn every_count_is_what_choosing_the_option_shows(filter in any_filter(), reviews in vec(any::brief(), 0..12)) {
        let counts = filter.counts(&reviews);
        let shown = |filter: &ReviewFilter| reviews.iter().filter(|review| expected(filter, review)).count();
        let all: Vec<&ReviewerSlug> = reviews.iter().map(|review| &review.reviewer).collect();
        prop_assert!(counts.reviewers.iter().all(|(slug, _)| all.contains(&slug)));
        for slug in all {
            let choosing = ReviewFilter { reviewers: vec![slug.clone()], ..filter.clone() };
            let counted = counts.reviewers.iter().find(|(reviewer, _)| reviewer == slug).map(|(_, count)| *count);
            prop_assert_eq!(counted, Some(shown(&choosing)));
        }
        for outlet in reviews.iter().filter_map(|review| review.outlet.as_deref()).map(address_form) {
            let choosing = ReviewFilter { outlets: vec![outlet.clone()], ..filter.clone() };
            let counted = counts.outlets.iter().find(|it| it.form == outlet).map(|it| it.count);
            prop_assert_eq!(counted, Some(shown(&choosing)));
        }
        for (stance, count) in counts.stances {
            prop_assert_eq!(count, shown(&ReviewFilter { stance: Some(stance), ..filter.clone() }));
        }
        for (aspect, count) in counts.aspects {
            prop_assert_eq!(count, shown(&ReviewFilter { aspect: Some(aspect), ..filter.clone() }));
        }
        let unscored = |choice| shown(&ReviewFilter { unscored: Some(choice), ..filter.clone() });
        prop_assert_eq!(counts.unscored, unscored(Unscored::Only));
        prop_assert_eq!(counts.scored, unscored(Unscored::Exclude));
        prop_assert_eq!(counts.unscored + counts.scored, unscored(Unscored::Include));
    }

    #[test]
    fn the_reviews_left_out_come_back_with_the_unscored(filter in any_filter(), reviews in vec(any::brief(), 0..12)) {
        let with = ReviewFilter { unscored: Some(Unscored::Include), ..filter.clone() };
        let more = reviews.iter().filter(|review| expected(&with, review) && !expected(&filter, review)).count();
        let left_out = filter.unscored_left_out(&reviews);
        if filter.unscored() != Unscored::Only {
            prop_assert_eq!(left_out, more);
        }
    }
}
