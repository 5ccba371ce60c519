//! The orders of films and of reviews.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test or of its data")]

use std::cmp::{Ordering, Reverse};

use crosscut::domain::{
    film::Listing,
    review::Brief,
    sort::{FilmSort, ReviewSort, SortFacts},
    stats::ScoreSummary,
    text::{fold, title_key},
};
use proptest::{collection::vec, prelude::*, sample::select};

mod support;

use support::{any, brief, date, graded, ids, listing, slugs};

fn films() -> Vec<Listing> {
    let film = |slug, title: &str, year, reviews| Listing { title: title.to_owned(), year, ..listing(slug, reviews) };
    vec![
        film("zodiac", "Zodiac", 2007, vec![graded("a", "B")]),
        film(
            "red",
            "The Red Shoes",
            1948,
            vec![brief("a", "sound+ story+"), brief("b", "sound- story+"), graded("c", "A")],
        ),
        film("old", "Éloge", 2007, vec![]),
        film("new", "A New Leaf", 1971, vec![graded("a", "B"), brief("b", "sound+"), brief("c", "sound-")]),
    ]
}

/// Films by their places in an order.
fn sorted(sort: FilmSort, films: &[Listing]) -> Vec<&Listing> {
    let facts: Vec<SortFacts> = films.iter().map(SortFacts::of).collect();
    let places = sort.places(&facts);
    let mut sorted: Vec<(u32, &Listing)> = places.into_iter().zip(films).collect();
    sorted.sort_by_key(|(place, _)| *place);
    sorted.into_iter().map(|(_, film)| film).collect()
}

fn check_films(sort: FilmSort, expected: &str) {
    let films = films();
    assert_eq!(slugs(&sorted(sort, &films)), expected, "{sort}");
}

#[test]
fn films_stand_in_the_order_chosen() {
    check_films(FilmSort::Title, "old new red zodiac");
    check_films(FilmSort::Match, "old new red zodiac");
    check_films(FilmSort::Year, "old zodiac new red");
    check_films(FilmSort::Score, "red new zodiac old");
    check_films(FilmSort::Reviews, "new red zodiac old");
    check_films(FilmSort::Contested, "new red old zodiac");
}

#[test]
fn films_of_one_title_stand_oldest_first() {
    let film = |slug, year| Listing { title: "Suspiria".to_owned(), year, ..listing(slug, Vec::new()) };
    let films = [film("remake", 2018), film("first", 1977)];
    assert_eq!(slugs(&sorted(FilmSort::Title, &films)), "first remake");
}

fn reviews() -> Vec<Brief> {
    vec![
        Brief { published: Some(date("2024-02-29")), words: 10, ..graded("c", "") },
        Brief { published: None, words: 300, ..graded("a", "B") },
        Brief { published: Some(date("2025-01-01")), words: 10, ..graded("d", "A") },
        Brief { published: Some(date("2024-02-29")), words: 20, ..graded("b", "thumbs up") },
        Brief { published: None, words: 10, ..graded("e", "3/4") },
    ]
}

fn check_reviews(sort: ReviewSort, expected: &str) {
    let reviews = reviews();
    let mut sorted: Vec<&Brief> = reviews.iter().collect();
    let names = ["Émile", "anne", "Zoë", "Bob", "bob"];
    sort.sort(&mut sorted, |review| names["abcde".find(review.id.as_str()).unwrap()].to_owned());
    assert_eq!(ids(sorted.iter().map(|review| &review.id)), expected, "{sort}");
}

#[test]
fn reviews_stand_in_the_order_chosen_and_ties_keep_the_files_order() {
    check_reviews(ReviewSort::Score, "d a e c b");
    check_reviews(ReviewSort::Date, "d c b a e");
    check_reviews(ReviewSort::Reviewer, "b d e a c");
    check_reviews(ReviewSort::Length, "a b c d e");
}

/// How one film stands to another, ties by title and year.
fn film_order(sort: FilmSort, one: &Listing, other: &Listing) -> Ordering {
    let mean = |film: &Listing| Reverse(ScoreSummary::of(&film.reviews).mean);
    let title = |film: &Listing| (title_key(&film.title), film.year);
    match sort {
        FilmSort::Match | FilmSort::Title => Ordering::Equal,
        FilmSort::Year => other.year.cmp(&one.year),
        FilmSort::Score => mean(one).cmp(&mean(other)),
        FilmSort::Reviews => other.reviews.len().cmp(&one.reviews.len()),
        FilmSort::Contested => one.contention().most_first(&other.contention()),
    }
    .then_with(|| title(one).cmp(&title(other)))
}

fn review_order(sort: ReviewSort, one: &Brief, other: &Brief) -> Ordering {
    match sort {
        ReviewSort::Score => other.score().cmp(&one.score()),
        ReviewSort::Date => other.published.cmp(&one.published),
        ReviewSort::Reviewer => fold(one.reviewer.as_str()).cmp(&fold(other.reviewer.as_str())),
        ReviewSort::Length => other.words.cmp(&one.words),
    }
}

proptest! {
    #[test]
    fn films_are_sorted_and_ties_keep_the_order_of_the_index(
        films in any::listings(12),
        sort in select(FilmSort::ALL.to_vec()),
    ) {
        let sorted = sorted(sort, &films);
        let mut expected: Vec<(usize, &Listing)> = films.iter().enumerate().collect();
        expected.sort_unstable_by(|(at, one), (other_at, other)| film_order(sort, one, other).then(at.cmp(other_at)));
        prop_assert_eq!(slugs(&sorted), slugs(&expected.into_iter().map(|(_, film)| film).collect::<Vec<_>>()));
    }

    #[test]
    fn reviews_are_sorted_and_ties_keep_the_order_of_the_file(
        reviews in vec(any::brief(), 0..20),
        sort in select(ReviewSort::ALL.to_vec()),
    ) {
        let mut sorted: Vec<&Brief> = reviews.iter().collect();
        sort.sort(&mut sorted, |review| review.reviewer.to_string());
        let mut expected: Vec<(usize, &Brief)> = reviews.iter().enumerate().collect();
        expected.sort_unstable_by(|(at, one), (other_at, other)| review_order(sort, one, other).then(at.cmp(other_at)));
        let expected: Vec<&Brief> = expected.into_iter().map(|(_, review)| review).collect();
        prop_assert_eq!(sorted, expected);
    }
}
