//! The compact index.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test or of its data")]

use crosscut::{
    domain::{aspect::Aspect, catalog::Catalog, claim::Standings},
    wire::index::{VERSION, read_index, read_standings, write_index, write_standings},
};
use proptest::prelude::*;
use serde_json::{Value, json};

mod support;

use support::{any, film_at, film_slugs, standings};

const SLUG: &str =
    "a slug: lower-case letters a to z and digits, in runs joined by single hyphens, at most 96 characters";

/// An index of one reviewer and two films, the first with two reviews.
fn sound() -> Value {
    let film = |slug: &str, reviews: Value| {
        json!({
            "slug": slug, "title": "Heat", "year": 1995, "genres": [], "countries": [], "directors": [], "others": [],
            "certificate": ["MPA", "R"], "file": "films/heat.json", "compare": [], "reviews": reviews
        })
    };
    let reviews = json!([
        ["a", "matinee", "house", null, "Crosscut", "2024-02-29", "B+", 320, "..c"],
        ["b", "ray", "digest", null, null, null, null, 90, ""]
    ]);
    let reviewer =
        json!({ "slug": "matinee", "name": "Matinee", "kind": "house", "beat": null, "scale": null, "about": "" });
    json!({ "version": VERSION, "reviewers": [reviewer], "films": [film("heat", reviews), film("thief", json!([]))] })
}

/// With the value at that place the index has these faults, and these films are left.
fn check(pointer: &str, value: Value, messages: &[&str], films: &str) -> Catalog {
    let mut file = sound();
    *file.pointer_mut(pointer).unwrap() = value;
    let catalog = read_index(&file.to_string()).unwrap();
    assert_eq!(catalog.defects().iter().map(ToString::to_string).collect::<Vec<_>>(), messages);
    assert_eq!(film_slugs(&catalog), films);
    catalog
}

#[test]
fn a_film_that_is_not_sound_is_left_out_and_listed() {
    for (pointer, value, message) in [
        ("/films/0/slug", json!("Heat!"), format!(".slug: found “Heat!”, expected {SLUG}")),
        ("/films/0/title", json!(null), ".title: found null, expected text".to_owned()),
        (
            "/films/0/year",
            json!("1995"),
            ".year: found the text “1995”, expected a whole number from 0 to 65535".to_owned(),
        ),
        ("/films/0/file", json!(1), ".file: found the number 1, expected text".to_owned()),
        ("/films/0", json!([]), ": found an array of 0, expected an object".to_owned()),
    ] {
        check(pointer, value, &[&format!("$.films[0]{message}")], "thief");
    }
}

#[test]
fn what_a_film_can_do_without_costs_it_nothing_else() {
    for (pointer, value, message) in [
        ("/films/0/genres", json!("crime"), ".genres: found the text “crime”, expected an array"),
        ("/films/0/directors", json!([null, "Michael Mann"]), ".directors[0]: found null, expected text"),
        ("/films/0/compare", json!("a"), ".compare: found the text “a”, expected an array"),
        ("/films/0/certificate", json!("R"), ".certificate: found the text “R”, expected an array"),
    ] {
        let catalog = check(pointer, value, &[&format!("$.films[0]{message}")], "heat thief");
        assert_eq!(support::ids(film_at(&catalog, 0).reviews.iter().map(|review| &review.id)), "a b");
    }
    let message = "$.films[0].reviews: found false, expected an array";
    assert_eq!(check("/films/0/reviews", json!(false), &[message], "heat thief").films().next().unwrap().reviews, []);
}

#[test]
fn a_review_that_is_not_sound_is_left_out_and_listed() {
    let kinds = "expected a kind of review of the list full, house, digest";
    let letters = "expected one letter from a to r, or a point, for each aspect, and no point at the end";
    for (place, value, message) in [
        ("/0", json!("No slug"), format!("[0]: found “No slug”, expected {SLUG}")),
        ("/1", json!(""), format!("[1]: found “”, expected {SLUG}")),
        ("/2", json!("column"), format!("[2]: found “column”, {kinds}")),
        ("/7", json!(-1), "[7]: found the number -1, expected a whole number from 0 to 4294967295".to_owned()),
        ("/8", json!("z"), format!("[8]: found “z”, {letters}")),
        ("", json!("a"), ": found the text “a”, expected an array".to_owned()),
    ] {
        let pointer = format!("/films/0/reviews/0{place}");
        let catalog = check(&pointer, value, &[&format!("$.films[0].reviews[0]{message}")], "heat thief");
        assert_eq!(support::ids(film_at(&catalog, 0).reviews.iter().map(|review| &review.id)), "b");
    }
}

#[test]
fn what_a_review_can_do_without_costs_it_nothing_else() {
    for (place, value, message) in [
        (3, json!(4), "found the number 4, expected text"),
        (4, json!([]), "found an array of 0, expected text"),
        (5, json!("2024-02-30"), "found “2024-02-30”, expected a date that exists, as YYYY-MM-DD"),
        (
            6,
            json!("eight"),
            "found “eight”, expected a grade such as “3.5/4”, “4/5”, “7/10”, “82%”, “B+”, “thumbs up” or \
             “thumbs down”, or null for none",
        ),
    ] {
        let pointer = format!("/films/0/reviews/0/{place}");
        let catalog = check(&pointer, value, &[&format!("$.films[0].reviews[0][{place}]: {message}")], "heat thief");
        let review = &film_at(&catalog, 0).reviews[0];
        let left = (&review.headline, review.outlet.is_some(), review.published.is_some(), review.grade.is_some());
        assert_eq!((review.id.as_str(), left), ("a", (&None, place != 4, place != 5, place != 6)));
    }
}

#[test]
fn a_certificate_or_a_set_that_is_not_sound_is_left_out_and_listed() {
    for (certificate, message) in [
        (["MPA", "15"], "[1]: found “15”, expected an MPA certificate of the list G, PG, PG-13, R, NC-17"),
        (["XXX", "R"], "[0]: found “XXX”, expected a certificate system of the list MPA, BBFC, FSK, ACB"),
    ] {
        let message = format!("$.films[1].certificate{message}");
        let catalog = check("/films/1/certificate", json!(certificate), &[&message], "heat thief");
        assert_eq!(film_at(&catalog, 1).certificate, None);
    }
    let message = format!("$.films[1].compare[1]: found “B!”, expected {SLUG}");
    let catalog = check("/films/1/compare", json!(["a", "B!", "c"]), &[&message], "heat thief");
    assert_eq!(support::ids(&film_at(&catalog, 1).compare), "a c");
}

#[test]
fn a_film_that_is_there_twice_counts_once_and_is_told_by_its_place() {
    let films = sound()["films"].clone();
    let message = "$.films[3].slug: found “thief”, expected a slug that no other has; it stands first at \
                   $.films[2].slug";
    let broken = "$.films[0]: found null, expected an object";
    check("/films", json!([null, films[0], films[1], films[1]]), &[broken, message], "heat thief");
}

#[test]
fn reviewers_are_told_by_their_place_in_the_index() {
    let column = sound()["reviewers"][0].clone();
    let message = "$.reviewers[1].slug: found “matinee”, expected a slug that no other has; it stands first at \
                   $.reviewers[0].slug";
    check("/reviewers", json!([column, column]), &[message], "heat thief");
    let message = "$.reviewers[0]: found the text “matinee”, expected an object";
    let catalog = check("/reviewers", json!(["matinee", column]), &[message], "heat thief");
    assert_eq!(catalog.reviewers().len(), 1, "one that is not sound costs no other");
}

#[test]
fn an_index_of_another_version_asks_for_a_reload() {
    let mut file = sound();
    file["version"] = json!(VERSION + 1);
    let error = read_index(&file.to_string()).unwrap_err().to_string();
    let found = VERSION + 1;
    assert_eq!(
        error,
        format!(
            "$.version: found {found}, expected version {VERSION} of the index; reload the page to get the site's \
             newest version"
        )
    );
}

#[test]
fn what_is_no_index_is_refused_with_its_place() {
    for (text, message) in [
        ("", "EOF while parsing a value at line 1, column 0"),
        ("<!doctype html>", "expected value at line 1, column 1"),
        ("{\"version\":1,\n\"films\":[],}", "trailing comma at line 2, column 12"),
        ("{\"version\":1,\"films\":[]}", "$.reviewers: found nothing, expected an array"),
        ("{\"version\":1,\"reviewers\":[],\"films\":{}}", "$.films: found an object of 0 fields, expected an array"),
        ("{}", "$.version: found nothing, expected a whole number from 0 to 4294967295"),
        ("[]", "$: found an array of 0, expected an object"),
    ] {
        assert_eq!(read_index(text).map(|_| ()).map_err(|error| error.to_string()), Err(message.to_owned()));
    }
}

#[test]
fn an_empty_catalogue_has_an_index() {
    let text = write_index(&Catalog::default()).unwrap();
    assert_eq!(text, format!("{{\"version\":{VERSION},\"reviewers\":[],\"films\":[]}}"));
}

fn check_standings(notation: &str, written: &str) {
    assert_eq!(write_standings(&standings(notation)), written, "{notation}");
    assert_eq!(read_standings(written), Some(standings(notation)), "{written}");
}

#[test]
fn standings_are_one_character_an_aspect_without_trailing_silence() {
    check_standings("", "");
    check_standings("story+1", "a");
    check_standings("story+3?", "f");
    check_standings("story~1 theme~3?", "gl");
    check_standings("audience-3?", ".............r");
    check_standings("acting+3 pacing-1", "..c.....m");
}

#[test]
fn what_was_not_written_as_standings_is_not_read() {
    for text in [".", "a.", "s", "A", " ", "a b", "aé", "é", "aaaaaaaaaaaaaaa", "`"] {
        assert_eq!(read_standings(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn a_catalogue_reads_back_as_it_was_written(catalog in any::catalog(6)) {
        let read = read_index(&write_index(&catalog).unwrap()).unwrap();
        prop_assert_eq!(read.films().collect::<Vec<_>>(), catalog.films().collect::<Vec<_>>());
        prop_assert_eq!(read.reviewers(), catalog.reviewers());
        prop_assert_eq!(read.defects(), []);
    }

    #[test]
    fn standings_read_back_as_they_were_written(standings in any::standings()) {
        let text = write_standings(&standings);
        prop_assert!(text.len() <= Aspect::COUNT);
        prop_assert_eq!(read_standings(&text), Some(standings));
    }

    #[test]
    fn standings_have_one_text(text in "[.a-u]{0,15}|\\PC{0,15}") {
        let read = read_standings(&text);
        prop_assert!(read.is_none_or(|standings: Standings| write_standings(&standings) == text));
    }

    #[test]
    fn an_index_cut_short_is_refused_and_never_a_panic(catalog in any::catalog(2), cut: prop::sample::Index) {
        let text = write_index(&catalog).unwrap();
        let end = text.floor_char_boundary(cut.index(text.len()));
        prop_assert!(read_index(&text[..end]).is_err());
    }
}
