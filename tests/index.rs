//! The compact index.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test or of its data")]

use crosscut::{
    domain::{aspect::Aspect, catalog::Catalog, claim::Standings},
    wire::index::{VERSION, read_index, read_standings, write_index, write_standings},
};
use proptest::prelude::*;
use serde_json::{Value, json};

mod support;

use support::{any, slugs, standings};

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
    assert_eq!(slugs(&catalog.films().iter().collect::<Vec<_>>()), films);
    catalog
}

#[test]
fn a_film_that_is_not_sound_is_left_out_and_listed() {
    check("/films/0/slug", json!("Heat!"), &["$.films[0].slug: cannot be read: a film's slug is not sound"], "thief");
    check(
        "/films/0/year",
        json!("1995"),
        &["$.films[0]: cannot be read: invalid type: string \"1995\", expected u16"],
        "thief",
    );
}

#[test]
fn a_review_that_is_not_sound_is_left_out_and_listed() {
    for (place, value) in [
        (0, json!("No slug")),
        (1, json!("")),
        (2, json!("column")),
        (5, json!("2024-02-30")),
        (6, json!("eight")),
        (8, json!("z")),
    ] {
        let pointer = format!("/films/0/reviews/0/{place}");
        let message = "$.films[0].reviews[0]: cannot be read: a review's row is not sound";
        let catalog = check(&pointer, value, &[message], "heat thief");
        assert_eq!(support::ids(catalog.films()[0].reviews.iter().map(|review| &review.id)), "b");
    }
}

#[test]
fn a_certificate_or_a_set_that_is_not_sound_is_left_out_and_listed() {
    for certificate in [["MPA", "15"], ["XXX", "R"]] {
        let message = "$.films[1].certificate: cannot be read: a film's certificate is not sound";
        let catalog = check("/films/1/certificate", json!(certificate), &[message], "heat thief");
        assert_eq!(catalog.films()[1].certificate, None);
    }
    let message = "$.films[1].compare[1]: cannot be read: a review's id is not sound";
    let catalog = check("/films/1/compare", json!(["a", "B!", "c"]), &[message], "heat thief");
    assert_eq!(support::ids(&catalog.films()[1].compare), "a c");
}

#[test]
fn reviewers_are_told_by_their_place_in_the_index() {
    let column = sound()["reviewers"][0].clone();
    let message = "$.reviewers[1].slug: found “matinee”, expected a slug that no other has; it stands first at \
                   $.reviewers[0].slug";
    check("/reviewers", json!([column, column]), &[message], "heat thief");
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
fn what_is_no_index_is_refused_with_its_line_and_column() {
    for (text, message) in [
        ("", "EOF while parsing a value at line 1, column 0"),
        ("<!doctype html>", "expected value at line 1, column 1"),
        ("{\"version\":1,\n\"films\":[]}", "missing field `reviewers` at line 2, column 11"),
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
        prop_assert_eq!(read.films(), catalog.films());
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
