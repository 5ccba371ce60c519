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
        (("/reviews/1", json!("b")), "invalid type: string \"b\", expected struct ReviewFile"),
        (
            ("/reviews/1/stars", json!(4)),
            "unknown field `stars`, expected one of `id`, `reviewer`, `kind`, `source`, \
          `headline`, `outlet`, `published`, `language`, `grade`, `body`, `claims`",
        ),
        (("/reviews/1/language", json!("--")), "missing field `language`"),
        (("/reviews/1/body/0/spoiler", json!(-1)), "invalid value: integer `-1`, expected u8"),
    ] {
        let message = format!("$.reviews[1]: cannot be read: {message}");
        check(&[changes], &[&message, compare], without_b);
    }
}

#[test]
fn one_bad_claim_never_takes_down_the_rest() {
    for (changes, message) in [
        (("/reviews/0/claims/1/hedged", json!("no")), "invalid type: string \"no\", expected a boolean"),
        (("/reviews/0/claims/1/quote", json!("--")), "missing field `quote`"),
        (("/reviews/0/claims/1", json!(null)), "invalid type: null, expected struct ClaimFile"),
    ] {
        let message = format!("$.reviews[0].claims[1]: cannot be read: {message}");
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
fn a_file_without_a_film_is_refused_with_its_line_and_column() {
    check_unreadable("", "EOF while parsing a value at line 1, column 0");
    check_unreadable("{\n  \"slug\": heat", "expected value at line 2, column 11");
    check_unreadable("null", "invalid type: null, expected struct FilmFile at line 1, column 4");
    check_unreadable(
        &changed(&[("/title", json!("--"))]).replace("{\"cast\"", "\n{\"cast\""),
        &format!("missing field `title` at line 2, column {}", changed(&[("/title", json!("--"))]).len()),
    );
    let slug = "$.slug: found “Heat 1995”, expected a slug: lower-case letters a to z and digits, in runs joined by \
                single hyphens, at most 96 characters";
    check_unreadable(&changed(&[("/slug", json!("Heat 1995"))]), slug);
    let error = read_film("{").unwrap_err();
    assert!(matches!(error, Unreadable::Malformed { line: 1, column: 1, .. }), "{error:?}");
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
