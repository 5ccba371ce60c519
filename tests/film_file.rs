//! A film's file: what is sound survives, and reads back as it was written.

use crosscut::{
    domain::{claim::Claim, review::Span},
    wire::{
        Unreadable,
        film_file::{FilmFile, read_film},
    },
};
use proptest::prelude::*;
use serde_json::json;

mod support;

use support::{
    any, date,
    film_json::{ALL, changed, check, left, read, sound},
    ids,
};

#[test]
fn a_sound_file_is_read_whole() {
    let (film, defects) = read(&[]);
    assert_eq!(defects, [""; 0]);
    assert_eq!(left(&film), ALL);
    assert_eq!((film.title.as_str(), film.year, film.runtime_minutes), ("Heat", 1995, Some(170)));
    assert_eq!(film.certificate.map(|it| it.to_string()).as_deref(), Some("R (MPA)"));
    assert_eq!(film.people(), ["Michael Mann", "Dante Spinotti", "Al Pacino"]);
    assert_eq!(ids(&film.compare), "b a");
    let review = &film.reviews[0];
    assert_eq!(review.claims[1].quote, Span { block: 1, start: 16, end: 33 });
    assert_eq!(review.words_of(review.claims[2].quote), "a bank");
    assert_eq!(review.spoiler_of(&review.claims[2]).level(), 2);
    assert_eq!(review.published, Some(date("2024-02-29")));
}

#[test]
fn one_bad_review_never_takes_down_the_rest() {
    let without_b = "a(acting sound overall) c()";
    let compare = "$.compare[0]: found “b”, expected a review of this film that exists";
    for (changes, message) in [
        (("/reviews/1", json!("b")), ": found the text “b”, expected an object"),
        (("/reviews/1", json!([1, 2])), ": found an array of 2, expected an object"),
        (("/reviews/1/language", json!("--")), ".language: found nothing, expected text"),
        (("/reviews/1/id", json!({ "b": 1 })), ".id: found an object of 1 field, expected text"),
        (("/reviews/1/kind", json!(1.5)), ".kind: found a number that is not whole, expected text"),
        (("/reviews/1/body", json!("Calls it long.")), ".body: found the text “Calls it long.”, expected an array"),
    ] {
        let mut messages = vec![format!("$.reviews[1]{message}"), compare.to_owned()];
        if changes.0 == "/reviews/1/body" {
            messages.insert(1, NOT_IN_B.to_owned());
        }
        check(&[changes], &messages.iter().map(String::as_str).collect::<Vec<_>>(), without_b);
    }
}

/// What is told of the quote of `b` where the words are gone.
const NOT_IN_B: &str = "$.reviews[1].claims[0].quote: found “long”, expected a run of words that stands in one block \
                        of this review's body, letter for letter";

#[test]
fn what_a_review_can_do_without_costs_it_nothing_else() {
    for (changes, message) in [
        (("/reviews/1/headline", json!(4)), ".headline: found the number 4, expected text"),
        (("/reviews/1/published", json!(-2024)), ".published: found the number -2024, expected text"),
        (("/reviews/1/grade", json!(4)), ".grade: found the number 4, expected text"),
        (("/reviews/1/source", json!("Example")), ".source: found the text “Example”, expected an object"),
        (("/reviews/1/source/note", json!(null)), ".source.note: found null, expected text"),
        (
            ("/reviews/1/body/0/spoiler", json!(-1)),
            ".body[0].spoiler: found the number -1, expected a whole number from 0 to 255",
        ),
        (("/reviews/1/body/0/borrowed", json!("--")), ".body[0].borrowed: found nothing, expected true or false"),
        (("/reviews/1/body/0/heading", json!([])), ".body[0].heading: found an array of 0, expected text"),
        (("/reviews/1/body/0/text", json!(false)), ".body[0].text: found false, expected text"),
        (("/reviews/1/body/0", json!(true)), ".body[0]: found true, expected an object"),
    ] {
        check(&[changes], &[&format!("$.reviews[1]{message}")], ALL);
    }
    let (film, _) = read(&[("/reviews/1/body/0/spoiler", json!(-1)), ("/reviews/1/body/0/borrowed", json!(0))]);
    let block = &film.reviews[1].body[0];
    assert_eq!((block.spoiler.level(), block.borrowed), (3, true), "a block is kept at its most careful");
    let message = "$.reviews[1].claims: found null, expected an array";
    check(&[("/reviews/1/claims", json!(null))], &[message], "a(acting sound overall) b() c()");
}

#[test]
fn what_a_film_can_do_without_costs_it_nothing_else() {
    for (changes, message) in [
        (("/synopsis", json!(null)), ".synopsis: found null, expected text"),
        (("/genres", json!("crime")), ".genres: found the text “crime”, expected an array"),
        (("/languages", json!(["en", 1])), ".languages[1]: found the number 1, expected text"),
        (("/crew/0/job", json!("--")), ".crew[0].job: found nothing, expected text"),
        (
            ("/runtime_minutes", json!("170")),
            ".runtime_minutes: found the text “170”, expected a whole number from 0 to 65535",
        ),
        (
            ("/runtime_minutes", json!(70_000)),
            ".runtime_minutes: found the number 70000, expected a whole number from 0 to 65535",
        ),
        (("/certificate", json!("R")), ".certificate: found the text “R”, expected an object"),
        (("/certificate/code", json!("--")), ".certificate.code: found nothing, expected text"),
        (("/releases/0", json!("1995")), ".releases[0]: found the text “1995”, expected an object"),
        (("/ids", json!(949)), ".ids: found the number 949, expected an object"),
        (
            ("/ids/tmdb", json!(2.5)),
            ".ids.tmdb: found a number that is not whole, expected a whole number from 0 to 4294967295",
        ),
        (("/compare", json!("a")), ".compare: found the text “a”, expected an array"),
    ] {
        check(&[changes], &[&format!("${message}")], ALL);
    }
    let (film, messages) = read(&[("/reviews", json!({})), ("/compare", json!("--"))]);
    assert_eq!(messages, ["$.reviews: found an object of 0 fields, expected an array"]);
    assert_eq!((film.title.as_str(), left(&film).as_str()), ("Heat", ""));
}

#[test]
fn fields_of_another_format_are_passed_over_and_those_that_may_be_null_may_be_missing() {
    check(&[("/stars", json!(4)), ("/reviews/1/stars", json!(4)), ("/reviews/0/claims/1/stars", json!(4))], &[], ALL);
    let (film, messages) = read(&[
        ("/runtime_minutes", json!("--")),
        ("/certificate", json!("--")),
        ("/distributor", json!("--")),
        ("/ids/imdb", json!("--")),
        ("/releases/0/where", json!("--")),
        ("/reviews/0/source", json!("--")),
        ("/reviews/0/headline", json!("--")),
        ("/reviews/0/published", json!("--")),
        ("/reviews/0/grade", json!("--")),
        ("/reviews/0/body/1/heading", json!("--")),
        ("/reviews/0/claims/1/about", json!("--")),
    ]);
    assert_eq!(messages, [""; 0]);
    assert_eq!((left(&film).as_str(), film.runtime_minutes, &film.reviews[0].grade), (ALL, None, &None));
}

#[test]
fn of_two_fields_with_one_name_the_last_counts() {
    let text = changed(&[]).replacen('{', "{\"title\":\"Cold\",", 1);
    let (film, _) = read_film(&text).unwrap();
    assert_eq!(film.title, "Heat");
}

#[test]
fn one_bad_claim_never_takes_down_the_rest() {
    for (changes, message) in [
        (("/reviews/0/claims/1/hedged", json!("no")), ".hedged: found the text “no”, expected true or false"),
        (("/reviews/0/claims/1/quote", json!("--")), ".quote: found nothing, expected text"),
        (("/reviews/0/claims/1/about", json!(7)), ".about: found the number 7, expected text"),
        (("/reviews/0/claims/1/strength", json!(null)), ".strength: found null, expected a whole number from 0 to 255"),
        (("/reviews/0/claims/1", json!(null)), ": found null, expected an object"),
    ] {
        let message = format!("$.reviews[0].claims[1]{message}");
        check(&[changes], &[&message], "a(acting overall) b(pacing) c()");
    }
}

#[test]
fn all_that_is_wrong_is_told_in_one_run() {
    let (film, messages) = read(&[
        ("/certificate/code", json!("X")),
        (
            "/reviews/0/claims/0",
            json!({ "aspect": "music", "stance": "good", "strength": 9, "hedged": false, "about": "Nobody", "quote": "x" }),
        ),
        ("/reviews/1/id", json!("B!")),
        ("/reviews/1/kind", json!("house")),
        ("/reviews/1/source/url", json!("ftp://example.org")),
        ("/reviews/1/published", json!("yesterday")),
        ("/reviews/1/grade", json!("11/10")),
        ("/reviews/1/body/1/kind", json!("plot")),
        ("/compare", json!("--")),
    ]);
    let paths: Vec<&str> = messages.iter().map(|message| message.split(": ").next().unwrap()).collect();
    assert_eq!(
        paths,
        [
            "$.certificate.code",
            "$.reviews[0].claims[0].aspect",
            "$.reviews[0].claims[0].stance",
            "$.reviews[0].claims[0].strength",
            "$.reviews[0].claims[0].about",
            "$.reviews[0].claims[0].quote",
            "$.reviews[1].id",
            "$.reviews[1].source.url",
            "$.reviews[1].published",
            "$.reviews[1].grade",
            "$.reviews[1].body"
        ]
    );
    assert_eq!(left(&film), "a(sound overall) c()");
}

#[test]
fn releases_are_read_earliest_first() {
    let mut releases = sound()["releases"].clone();
    releases.as_array_mut().unwrap().reverse();
    let (film, _) = read(&[("/releases", releases)]);
    let dates: Vec<String> = film.releases.iter().map(|release| release.date.to_string()).collect();
    assert_eq!(dates, ["1995-12-15", "1996-01-26"]);
}

fn check_unreadable(text: &str, message: &str) {
    assert_eq!(read_film(text).map_err(|error| error.to_string()), Err(message.to_owned()), "{text}");
}

#[test]
fn what_is_not_json_is_refused_with_its_line_and_column() {
    check_unreadable("", "EOF while parsing a value at line 1, column 0");
    check_unreadable("{\n  \"slug\": heat", "expected value at line 2, column 11");
    check_unreadable(&"[".repeat(200), "recursion limit exceeded at line 1, column 128");
    let error = read_film("{").unwrap_err();
    assert!(matches!(error, Unreadable::Malformed { line: 1, column: 1, .. }), "{error:?}");
}

#[test]
fn a_file_without_a_film_is_refused_with_its_place() {
    check_unreadable("null", "$: found null, expected an object");
    check_unreadable(&changed(&[("/title", json!("--"))]), "$.title: found nothing, expected text");
    let year = "$.year: found the text “1995”, expected a whole number from 0 to 65535";
    check_unreadable(&changed(&[("/year", json!("1995"))]), year);
    let slug = "$.slug: found “Heat 1995”, expected a slug: lower-case letters a to z and digits, in runs joined by \
                single hyphens, at most 96 characters";
    check_unreadable(&changed(&[("/slug", json!("Heat 1995"))]), slug);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_film_reads_back_as_it_was_written(film in any::film()) {
        let text = serde_json::to_string(&FilmFile::from(&film)).unwrap();
        prop_assert_eq!(read_film(&text), Ok((film, Vec::new())));
    }

    #[test]
    fn a_file_cut_short_is_refused_and_never_a_panic(film in any::film(), cut: prop::sample::Index) {
        let text = serde_json::to_string_pretty(&FilmFile::from(&film)).unwrap();
        let end = text.floor_char_boundary(cut.index(text.len()));
        prop_assert!(read_film(&text[..end]).is_err());
    }

    #[test]
    fn a_claim_is_kept_only_where_its_quote_stands_once(quote in "[ab ]{0,4}", one in "[ab ]{1,9}", other in "[ab ]{1,9}") {
        let claim = json!({ "aspect": "sound", "stance": "mixed", "strength": 1, "hedged": true, "about": null, "quote": quote });
        let (one, other) = (format!("x{one}"), format!("x{other}"));
        let (film, _) = read(&[
            ("/reviews/2/body/0/text", json!(one)),
            ("/reviews/2/body/1/text", json!(other)),
            ("/reviews/2/claims", json!([claim])),
        ]);
        let starts = |text: &str| (0..text.len()).filter(|at| text[*at..].starts_with(&quote)).count();
        let times = if quote.is_empty() { 0 } else { starts(&one) + starts(&other) };
        let claims: &[Claim] = &film.reviews[2].claims;
        prop_assert_eq!(claims.len(), usize::from(times == 1));
        if let [claim] = claims {
            prop_assert_eq!(film.reviews[2].words_of(claim.quote), quote);
        }
    }
}
