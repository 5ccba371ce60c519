//! The reviewers' file.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test or of its data")]

use crosscut::wire::reviewers_file::{ReviewerFile, read_reviewers};
use proptest::prelude::*;
use serde_json::{Value, json};

mod support;

use support::any;

fn reviewer(slug: &str) -> Value {
    json!({ "slug": slug, "name": "Matinee", "kind": "house", "beat": null, "scale": "out-of-5", "about": "A column." })
}

fn with(slug: &str, member: &str, value: Value) -> Value {
    let mut reviewer = reviewer(slug);
    reviewer[member] = value;
    reviewer
}

/// With these reviewers the file has these faults, and those of these slugs are left.
fn check(reviewers: &[Value], messages: &[&str], left: &str) {
    let (read, defects) = read_reviewers(&json!(reviewers).to_string()).unwrap();
    assert_eq!(defects.iter().map(ToString::to_string).collect::<Vec<_>>(), messages);
    assert_eq!(read.iter().map(|it| it.slug.as_str()).collect::<Vec<_>>().join(" "), left);
}

#[test]
fn sound_reviewers_are_read_in_their_order() {
    check(&[reviewer("b"), reviewer("a")], &[], "b a");
    check(&[], &[], "");
}

#[test]
fn every_fault_is_told_and_what_is_sound_survives() {
    check(
        &[reviewer("Not A Slug"), reviewer("a")],
        &["$[0].slug: found “Not A Slug”, expected a slug: lower-case letters a to z and digits, in runs joined by \
           single hyphens, at most 96 characters"],
        "a",
    );
    check(
        &[reviewer("a"), with("b", "kind", json!("column"))],
        &["$[1].kind: found “column”, expected a kind of reviewer of the list house, person, unsigned"],
        "a",
    );
    check(
        &[with("a", "scale", json!("out of 5"))],
        &["$[0].scale: found “out of 5”, expected a scale of the list letters, out-of-4, out-of-5, out-of-10, \
           percent, thumbs, none (did you mean “out-of-5”?)"],
        "a",
    );
}

#[test]
fn no_two_reviewers_have_one_slug_and_the_first_is_kept() {
    check(
        &[with("x", "kind", json!("?")), reviewer("a"), reviewer("b"), reviewer("a")],
        &[
            "$[0].kind: found “?”, expected a kind of reviewer of the list house, person, unsigned",
            "$[3].slug: found “a”, expected a slug that no other has; it stands first at $[1].slug",
        ],
        "a b",
    );
}

#[test]
fn one_bad_reviewer_never_takes_down_the_rest() {
    for (row, message) in [
        (json!("a"), ": found the text “a”, expected an object"),
        (with("x", "slug", json!(null)), ".slug: found null, expected text"),
        (with("x", "name", json!(5)), ".name: found the number 5, expected text"),
        (with("x", "kind", json!(true)), ".kind: found true, expected text"),
    ] {
        check(&[row, reviewer("a")], &[&format!("$[0]{message}")], "a");
    }
    for member in ["beat", "scale", "about"] {
        let message = format!("$[0].{member}: found the number 5, expected text");
        check(&[with("x", member, json!(5)), reviewer("a")], &[&message], "x a");
    }
}

#[test]
fn fields_of_another_format_are_passed_over_and_those_that_may_be_null_may_be_missing() {
    let mut short = with("a", "email", json!("a@example.org"));
    for member in ["beat", "scale"] {
        short.as_object_mut().unwrap().remove(member);
    }
    check(&[short], &[], "a");
}

#[test]
fn what_is_no_list_of_reviewers_is_refused_with_its_place() {
    for (text, message) in [
        ("{}", "$: found an object of 0 fields, expected an array"),
        ("[\n{},]", "trailing comma at line 2, column 4"),
        ("[", "EOF while parsing a list at line 1, column 1"),
    ] {
        assert_eq!(read_reviewers(text).map_err(|error| error.to_string()), Err(message.to_owned()), "{text}");
    }
    let missing = ["slug", "name", "kind", "about"].map(|it| format!("$[0].{it}: found nothing, expected text"));
    check(&[json!({})], &missing.each_ref().map(String::as_str), "");
}

proptest! {
    #[test]
    fn reviewers_read_back_as_they_were_written(reviewers in any::reviewers()) {
        let files: Vec<ReviewerFile> = reviewers.iter().map(ReviewerFile::from).collect();
        let text = serde_json::to_string(&files).unwrap();
        prop_assert_eq!(read_reviewers(&text), Ok((reviewers, Vec::new())));
    }
}
