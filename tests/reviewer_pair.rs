//! Two reviewers over the films that both reviewed.

use std::cmp::Reverse;

use crosscut::domain::{
    agreement::Agreement,
    aspect::Aspect,
    catalog::Catalog,
    film::Listing,
    review::Brief,
    reviewer_pair::{FEWEST_FILMS, ReviewerPair, SharedFilm, companions},
    slug::ReviewerSlug,
};
use proptest::prelude::*;

mod support;

use support::{any, brief, grade, listing, reviewer, reviewer_slug, standings};

/// A review by somebody: who, the grade as written (`.` for none) and the claims, parted by colons.
fn review(notation: &str) -> Brief {
    let mut parts = notation.split(':').map(str::trim);
    let (who, written) = (parts.next().unwrap_or_default(), parts.next().unwrap_or("."));
    Brief { grade: (written != ".").then(|| grade(written)), ..brief(who, parts.next().unwrap_or_default()) }
}

fn film(slug: &str, reviews: &[&str]) -> Listing {
    listing(slug, reviews.iter().map(|notation| review(notation)).collect())
}

fn pair(films: &[Listing]) -> ReviewerPair<'_> {
    ReviewerPair::of(films, [&reviewer_slug("ann"), &reviewer_slug("ben")])
}

fn titles(pair: &ReviewerPair) -> String {
    pair.films().iter().map(|shared| shared.film.title.as_str()).collect::<Vec<_>>().join(" ")
}

/// Each film as the grade and the claims of one, a bar, and those of the other.
fn films(films: &[&str]) -> Vec<Listing> {
    let film = |(at, both): (usize, &&str)| {
        let (one, other) = both.split_once('|').unwrap_or((both, ""));
        film(&format!("film-{at}"), &[&format!("ann:{one}"), &format!("ben:{other}")])
    };
    films.iter().enumerate().map(film).collect()
}

fn check_label(all: &[&str], expected: &str) {
    assert_eq!(pair(&films(all)).label(), expected, "{all:?}");
}

#[test]
fn the_films_of_two_reviewers_are_those_that_both_reviewed() {
    let films = [
        film("heat", &["ann", "ben"]),
        film("thief", &["ann"]),
        film("stalker", &["cid", "ben", "ann"]),
        film("ran", &[]),
    ];
    assert_eq!(titles(&pair(&films)), "heat stalker");
    let nobody = ReviewerPair::of(&films, [&reviewer_slug("ann"), &reviewer_slug("dot")]);
    assert_eq!(nobody.films(), []);
    assert_eq!(nobody.label(), "They have no film in common.");
}

#[test]
fn of_two_reviews_of_a_film_by_one_reviewer_the_earlier_counts() {
    let all = [film("heat", &["ann: A: sound+", "ben: B: sound-", "ann: F: sound-"])];
    let pair = pair(&all);
    let shared = pair.films()[0];
    assert_eq!(shared.gap(), Some(25));
    assert_eq!(shared.agreement, Agreement { same: 0, opposite: 1, shared: 1 });
}

#[test]
fn a_gap_of_scores_takes_two_scores() {
    for (one, other, gap) in
        [("A", "F", Some(100)), ("2/4", "5/10", Some(0)), ("A", ".", None), ("thumbs up", "A", None)]
    {
        let all = [film("heat", &[&format!("ann: {one}"), &format!("ben: {other}")])];
        assert_eq!(pair(&all).films()[0].gap(), gap, "{one} {other}");
    }
}

#[test]
fn the_biggest_quarrel_comes_first() {
    let all = [
        film("the-wire", &["ann: 50%: sound+", "ben: 60%: sound+"]),
        film("heat", &["ann: 50%: sound+", "ben: 60%: sound~"]),
        film("ran", &["ann: 10%", "ben: 90%"]),
        film("stalker", &["ann: .: sound+", "ben: 90%: sound-"]),
        film("thief", &["ann: 80%: sound+", "ben: 80%: sound-"]),
        film("alien", &["ann: .: sound+ story-", "ben: .: sound- story+"]),
        film("brazil", &["ann: .", "ben: A"]),
    ];
    assert_eq!(titles(&pair(&all)), "alien thief stalker ran heat the-wire brazil");
}

#[test]
fn where_two_are_opposite_each_stands_on_its_side_and_nothing_else_is_kept() {
    let all = [film("heat", &["ann: .: sound+ story- acting~ theme+", "ben: .: sound-3 story+ acting- pacing+"])];
    assert_eq!(pair(&all).films()[0].opposites(), [standings("sound+ story-"), standings("sound-3 story+")]);
}

#[test]
fn figures_say_what_they_rest_on() {
    let three = ["90%: sound+ story+ | 70%: sound+ story-", "50%: sound~ | 55%: sound+", "10%: pacing- | 10%: pacing-"];
    check_label(
        &three,
        "Agreement +0.25 over 3 films: same stance on 2, opposite on 1, of 4 aspects that both speak on; the scores of 3 are 8.3 points apart on average.",
    );
    let [one, other, _] = three;
    check_label(
        &[one, other, ".: sound- | A: sound+"],
        "Agreement −0.25 over 3 films: same stance on 1, opposite on 2, of 4 aspects that both speak on; fewer than three have a score from both.",
    );
    check_label(
        &["A | F", "A | A", "B | B", ". | ."],
        "No figure over 4 films: no aspect that both speak on; the scores of 3 are 33.3 points apart on average.",
    );
}

#[test]
fn under_three_films_there_is_no_figure() {
    let film = "A: sound+ | B: sound+";
    check_label(&[film], "They have 1 film in common; figures take three at least.");
    check_label(&[film; 2], "They have 2 films in common; figures take three at least.");
    let two = films(&[film; 2]);
    assert_eq!((pair(&two).agreement(), pair(&two).score_gap()), (None, None));
    assert_eq!(pair(&two).explanation(), "");
    assert_eq!(pair(&films(&[film; 3])).agreement(), Some(Agreement { same: 3, opposite: 0, shared: 3 }));
}

#[test]
fn a_figure_is_explained_with_its_own_numbers() {
    let three = films(&["A: sound+ | B: sound-", "A: sound+ | B: sound-", "A: sound+ story+ | B: sound+"]);
    assert_eq!(
        pair(&three).explanation(),
        "Same stances minus opposite ones, one for and one against, divided by the number of aspects: (1\u{a0}−\u{a0}2)\u{a0}÷\u{a0}3, from −1 to +1."
    );
}

fn check_gap(gaps: &[u8], expected: Option<&str>) {
    let notations: Vec<String> = gaps.iter().map(|gap| format!("{gap}% | 0%")).collect();
    let films = films(&notations.iter().map(String::as_str).collect::<Vec<_>>());
    let gap = pair(&films).score_gap();
    assert_eq!(gap.map(|gap| gap.to_string()).as_deref(), expected, "{gaps:?}");
    assert!(gap.is_none_or(|gap| gap.films == gaps.len()));
}

#[test]
fn the_mean_gap_of_scores_is_given_to_a_tenth_halves_rounded_up() {
    check_gap(&[], None);
    check_gap(&[5, 5], None);
    check_gap(&[0, 0, 0], Some("0"));
    check_gap(&[1, 0, 0], Some("0.3"));
    check_gap(&[1, 1, 0], Some("0.7"));
    check_gap(&[10, 15, 12, 13], Some("12.5"));
    check_gap(&[1, 0, 0, 0], Some("0.3"));
    check_gap(&[100, 100, 100], Some("100"));
}

#[test]
fn agreement_is_counted_aspect_by_aspect() {
    let films = films(&[
        ".: story+ sound~ theme+ | .: story- sound+ pacing+",
        ".: story+ sound+ | .: story+ sound+",
        ".: story- | .: story+",
    ]);
    let all = pair(&films).by_aspect();
    assert_eq!(
        all,
        [
            (Aspect::Story, Agreement { same: 1, opposite: 2, shared: 3 }),
            (Aspect::Sound, Agreement { same: 1, opposite: 0, shared: 2 }),
        ]
    );
    assert_eq!(all[1].1.between(), 1);
}

fn check_companions(films: Vec<Listing>, expected: &[(&str, usize, &str)]) {
    let reviewers = ["ann", "ben", "cid", "dot", "eve"].map(|slug| reviewer(slug, slug));
    let catalog = Catalog::new(films, reviewers.to_vec(), Vec::new());
    let found = companions(&catalog, &reviewer_slug("ann"));
    let found: Vec<(&str, usize, String)> = found
        .iter()
        .map(|it| (it.reviewer.name.as_str(), it.films, it.agreement.figure().unwrap_or_default()))
        .collect();
    let expected: Vec<(&str, usize, String)> =
        expected.iter().map(|(name, films, figure)| (*name, *films, (*figure).to_owned())).collect();
    assert_eq!(found, expected);
}

#[test]
fn companions_are_those_with_three_films_in_common_nearest_first() {
    let all = ["ann:.:sound+", "ben:.:sound-", "cid:.:sound+", "dot:.:sound~", "eve"];
    let films = |count: usize, reviews: &[&str]| -> Vec<Listing> {
        (0..count).map(|at| film(&format!("film-{at}"), reviews)).collect()
    };
    check_companions(films(2, &all), &[]);
    check_companions(films(3, &all), &[("cid", 3, "+1.00"), ("dot", 3, "0.00"), ("ben", 3, "−1.00")]);
    let mut more = films(3, &all);
    more.push(film("last", &["ann:.:sound+", "ben:.:sound+", "dot"]));
    check_companions(more, &[("cid", 3, "+1.00"), ("dot", 4, "0.00"), ("ben", 4, "−0.50")]);
}

/// The same figure the long way: every film, every aspect, by the words of the definition.
fn stances(shared: &SharedFilm) -> (usize, usize, usize) {
    let [one, other] = shared.reviews;
    let both = Aspect::ALL.into_iter().filter_map(|aspect| {
        Some((one.standings.on(aspect)?.stance.word(), other.standings.on(aspect)?.stance.word()))
    });
    both.fold((0, 0, 0), |(same, opposite, shared), (one, other)| {
        let against = one != other && one != "mixed" && other != "mixed";
        (same + usize::from(one == other), opposite + usize::from(against), shared + 1)
    })
}

proptest! {
    #[test]
    fn figures_are_those_of_the_definition_and_the_same_both_ways(
        catalog in any::catalog(9),
        who in proptest::sample::subsequence(vec!["matinee", "aisle-seat", "second-viewing", "ray"], 2),
    ) {
        let [one, other] = [0, 1].map(|at| reviewer_slug(who[at]));
        let all: Vec<Listing> = catalog.films().collect();
        let by_one = catalog.films_by(&one);
        let pair = ReviewerPair::of(&by_one, [&one, &other]);
        prop_assert_eq!(&pair, &ReviewerPair::of(&all, [&one, &other]), "the films by one are enough");
        let films = pair.films();
        for shared in films {
            let first = |slug: &ReviewerSlug| shared.film.reviews.iter().find(|review| review.reviewer == *slug);
            prop_assert_eq!(shared.reviews.map(Some), [first(&one), first(&other)]);
        }
        let (same, opposite, spoken) = films.iter().map(stances).fold((0, 0, 0), |all, it| (all.0 + it.0, all.1 + it.1, all.2 + it.2));
        let expected = (films.len() >= FEWEST_FILMS && spoken > 0).then_some(Agreement { same, opposite, shared: spoken });
        prop_assert_eq!(pair.agreement(), expected);

        let gaps: Vec<u32> = films.iter().filter_map(|shared| shared.gap().map(u32::from)).collect();
        match pair.score_gap() {
            None => prop_assert!(gaps.len() < FEWEST_FILMS),
            Some(gap) => {
                let count = u32::try_from(gaps.len()).map_or(1.0, f64::from);
                let mean = f64::from(gaps.iter().sum::<u32>()) / count;
                let shown: f64 = gap.to_string().parse().unwrap_or(f64::MAX);
                prop_assert!((shown - mean).abs() < 0.0501, "{shown} {mean}");
            }
        }

        let swapped = ReviewerPair::of(&all, [&other, &one]);
        prop_assert_eq!(swapped.label(), pair.label());
        prop_assert_eq!(swapped.by_aspect(), pair.by_aspect());
        let slugs = |pair: &ReviewerPair| pair.films().iter().map(|shared| shared.film.slug.clone()).collect::<Vec<_>>();
        prop_assert_eq!(slugs(&swapped), slugs(&pair));
    }

    #[test]
    fn aspects_add_up_to_the_whole_and_quarrels_never_grow(catalog in any::catalog(9)) {
        let all: Vec<Listing> = catalog.films().collect();
        let pair = ReviewerPair::of(&all, [&reviewer_slug("matinee"), &reviewer_slug("ray")]);
        let by_aspect = pair.by_aspect().into_iter().fold(Agreement::default(), |all, (_, one)| all.and(one));
        let by_film = pair.films().iter().fold(Agreement::default(), |all, shared| all.and(shared.agreement));
        prop_assert_eq!(by_aspect, by_film);
        prop_assert!(pair.by_aspect().iter().all(|(_, one)| one.same + one.between() + one.opposite == one.shared));
        let sizes: Vec<_> = pair.films().iter().map(|shared| Reverse((shared.agreement.opposite, shared.gap()))).collect();
        prop_assert!(sizes.is_sorted());
        for shared in pair.films() {
            let counts = shared.opposites().map(|standings| standings.spoken().count());
            prop_assert_eq!(counts, [shared.agreement.opposite; 2]);
        }
    }

    #[test]
    fn whoever_is_a_companion_has_one(catalog in any::catalog(9)) {
        for reviewer in catalog.reviewers() {
            let all = companions(&catalog, &reviewer.slug);
            prop_assert!(all.windows(2).all(|two| two[0].agreement.nearest_first(&two[1].agreement).is_le()));
            for one in all {
                prop_assert!(one.films >= FEWEST_FILMS && one.agreement.figure().is_some());
                let back = companions(&catalog, &one.reviewer.slug);
                let found = back.iter().find(|it| it.reviewer == reviewer);
                prop_assert_eq!(found.map(|it| (it.films, it.agreement)), Some((one.films, one.agreement)));
            }
        }
    }
}
