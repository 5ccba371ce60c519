//! All films and reviewers together.

use crosscut::domain::{catalog::Catalog, film::Listing};
use proptest::prelude::*;

mod support;

use support::{any, brief, film_at, film_slug, film_slugs, ids, listing, reviewer, reviewer_slug};

fn films() -> Catalog {
    let heat = listing("heat", vec![brief("matinee", "sound+"), brief("ray", "sound-")]);
    let thief = listing("thief", vec![brief("matinee", "")]);
    Catalog::new(vec![heat, thief], vec![reviewer("matinee", "Matinee"), reviewer("anne", "Anne")], Vec::new())
}

#[test]
fn films_and_reviewers_are_found_by_their_slugs() {
    let films = films();
    assert_eq!(films.film(&film_slug("thief")).map(|film| film.slug), Some(film_slug("thief")));
    assert_eq!(films.film(&film_slug("elsewhere")), None);
    assert_eq!(films.reviewer(&reviewer_slug("anne")).map(|it| it.name.as_str()), Some("Anne"));
    assert_eq!(films.reviewer(&reviewer_slug("ray")), None);
    assert_eq!(films.film_place(&film_slug("thief")), Some(1));
    assert_eq!(films.title_at(1), Some("thief"));
    assert_eq!((films.film_count(), films.review_count()), (2, 3));
}

#[test]
fn a_reviewer_whom_nobody_describes_goes_by_their_slug() {
    assert_eq!(films().name_of(&reviewer_slug("matinee")), "Matinee");
    assert_eq!(films().name_of(&reviewer_slug("ray")), "ray");
}

#[test]
fn reviewers_stand_by_name_without_a_leading_article() {
    let reviewers = ["The Sound Booth", "Élan", "matinee", "The Aisle Seat", "A Second Look"];
    let slugs = ["a", "b", "c", "d", "e"];
    let reviewers = slugs.iter().zip(reviewers).map(|(slug, name)| reviewer(slug, name)).collect();
    let catalog = Catalog::new(Vec::new(), reviewers, Vec::new());
    let names: Vec<&str> = catalog.reviewers_by_name().iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["The Aisle Seat", "Élan", "matinee", "A Second Look", "The Sound Booth"]);
}

fn check_reviews(slug: &str, expected: &[&str]) {
    let films = films();
    let by = films.reviews_by(&reviewer_slug(slug));
    assert_eq!(by.iter().map(|(film, _)| film.slug.as_str()).collect::<Vec<_>>(), expected, "{slug}");
    assert!(by.iter().all(|(_, review)| review.reviewer == reviewer_slug(slug)), "{slug}");
}

#[test]
fn a_reviewers_reviews_come_with_their_films_in_the_order_of_the_index() {
    check_reviews("matinee", &["heat", "thief"]);
    check_reviews("ray", &["heat"]);
    check_reviews("anne", &[]);
    check_reviews("nobody", &[]);
}

#[test]
fn of_two_with_one_slug_the_first_counts() {
    let again = Listing { title: "Heat again".to_owned(), ..listing("heat", vec![brief("ray", "")]) };
    let reviewers = vec![reviewer("ray", "Ray"), reviewer("ray", "Raymond")];
    let catalog =
        Catalog::new(vec![listing("heat", Vec::new()), again, listing("thief", Vec::new())], reviewers, Vec::new());
    assert_eq!(film_slugs(&catalog), "heat thief");
    assert_eq!(catalog.title_of(&film_slug("heat")), Some(("heat", film_at(&catalog, 0).year)));
    assert_eq!(catalog.review_count(), 0);
    assert_eq!(catalog.reviewers().len(), 1);
    assert_eq!(catalog.name_of(&reviewer_slug("ray")), "Ray");
}

#[test]
fn a_film_knows_its_contention_and_its_most_contrasting_set() {
    let films = films();
    let heat = film_at(&films, 0);
    assert_eq!(heat.contention().label(), "split on 1 of 1 aspect");
    assert_eq!(ids(&heat.most_contrasting()), "matinee ray");
    assert_eq!(heat.standings().len(), 2);
}

proptest! {
    #[test]
    fn every_review_is_by_somebody(catalog in any::catalog(6)) {
        let reviewers: std::collections::BTreeSet<_> =
            catalog.films().flat_map(|film| film.reviews).map(|review| review.reviewer).collect();
        let counts: usize = reviewers.iter().map(|slug| catalog.reviews_by(slug).len()).sum();
        prop_assert_eq!(counts, catalog.review_count());
        for slug in &reviewers {
            prop_assert_eq!(catalog.review_count_by(slug), catalog.reviews_by(slug).len());
        }
    }
}
