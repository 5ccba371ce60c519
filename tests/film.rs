//! Facts about a film.

use crosscut::domain::{
    film::{CastMember, Certificate, CertificateSystem, CrewMember, Film},
    review::Review,
};
use proptest::prelude::*;

mod support;

use support::{any, block, claims, film, listing, review, standings};

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn credited() -> Film {
    Film {
        directors: names(&["Darius Marder"]),
        writers: names(&["Darius Marder", "Abraham Marder"]),
        crew: vec![CrewMember { name: "Heikki Kossi".to_owned(), job: "foley artist".to_owned() }],
        cast: vec![
            CastMember { name: "Riz Ahmed".to_owned(), role: "Ruben".to_owned() },
            CastMember { name: "Abraham Marder".to_owned(), role: "himself".to_owned() },
        ],
        ..film("sound-of-metal", vec![review("a", "sound+3 pacing-1?@3")])
    }
}

#[test]
fn everyone_of_the_credits_is_named_once() {
    assert_eq!(credited().people(), ["Darius Marder", "Abraham Marder", "Heikki Kossi", "Riz Ahmed"]);
}

#[test]
fn a_listing_knows_the_people_apart_from_the_directors_and_no_text() {
    let listing = credited().listing("films/x.json".to_owned());
    assert_eq!(listing.directors, ["Darius Marder"]);
    assert_eq!(listing.others, ["Abraham Marder", "Heikki Kossi", "Riz Ahmed"]);
    assert_eq!(listing.file, "films/x.json");
    assert_eq!(listing.reviews[0].standings, standings("sound+3 pacing-1?"));
    assert_eq!(listing.reviews[0].words, 8);
}

#[test]
fn a_review_has_as_many_words_as_all_its_blocks() {
    let review = Review { body: vec![block("One two."), block(""), block("three\nfour")], ..review("a", "") };
    assert_eq!(review.brief().words, 4);
}

#[test]
fn a_claim_gives_away_what_its_block_gives_away() {
    let film = credited();
    let review = &film.reviews[0];
    let levels: Vec<u8> = review.claims.iter().map(|claim| review.spoiler_of(claim).level()).collect();
    assert_eq!(levels, [0, 3]);
    assert_eq!(review.words_of(review.claims[1].quote), "Claim 1 of a.");
    assert_eq!(claims("sound+3")[0].aspect, review.claims[0].aspect);
}

fn check_certificate(system: CertificateSystem, code: &str, shown: Option<&str>) {
    let certificate = Certificate::new(system, code);
    assert_eq!(certificate.map(|it| it.to_string()).as_deref(), shown, "{system} {code}");
    if let Some(certificate) = certificate {
        assert_eq!((certificate.system(), certificate.code()), (system, code));
    }
}

#[test]
fn a_certificate_is_one_of_its_systems_codes() {
    check_certificate(CertificateSystem::Mpa, "R", Some("R (MPA)"));
    check_certificate(CertificateSystem::Mpa, "PG-13", Some("PG-13 (MPA)"));
    check_certificate(CertificateSystem::Bbfc, "15", Some("15 (BBFC)"));
    check_certificate(CertificateSystem::Fsk, "0", Some("0 (FSK)"));
    check_certificate(CertificateSystem::Acb, "MA15+", Some("MA15+ (ACB)"));
    check_certificate(CertificateSystem::Mpa, "15", None);
    check_certificate(CertificateSystem::Bbfc, "R", None);
    check_certificate(CertificateSystem::Mpa, "r", None);
    check_certificate(CertificateSystem::Mpa, "", None);
}

#[test]
fn a_decade_starts_with_its_round_year() {
    for (year, decade) in [(1960, 1960), (1969, 1960), (2019, 2010), (2000, 2000), (9, 0)] {
        let mut listing = listing("a", Vec::new());
        listing.year = year;
        assert_eq!(listing.decade(), decade);
    }
}

proptest! {
    #[test]
    fn a_listing_tells_of_its_film_what_the_film_tells(film in any::film()) {
        let listing = film.listing("films/film.json".to_owned());
        let mut people: Vec<&str> = listing.directors.iter().chain(&listing.others).map(String::as_str).collect();
        people.sort_unstable();
        let mut all = film.people();
        all.sort_unstable();
        prop_assert_eq!(people, all);
        prop_assert_eq!(listing.reviews, film.reviews.iter().map(Review::brief).collect::<Vec<_>>());
        for review in &film.reviews {
            prop_assert_eq!(film.review(&review.id), Some(review));
        }
    }
}
