//! The JSON Schemas of the source files.
#![cfg(feature = "schema")]
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test or of its data")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use crosscut::wire::{
    film_file::{FilmFile, read_film},
    reviewers_file::{ReviewerFile, read_reviewers},
    schema,
};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};

mod support;

use support::{any, film_json::put};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

fn film_files() -> Vec<PathBuf> {
    let entries = fs::read_dir(data().join("films")).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    assert!(!files.is_empty(), "there are films");
    files
}

fn film_schema() -> Validator {
    jsonschema::validator_for(schema::film().as_value()).unwrap()
}

fn reviewers_schema() -> Validator {
    jsonschema::validator_for(schema::reviewers().as_value()).unwrap()
}

fn faults(schema: &Validator, file: &Value) -> Vec<String> {
    schema.iter_errors(file).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn json(file: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

#[test]
fn the_schemas_are_schemas() {
    for schema in [schema::film(), schema::reviewers()] {
        assert!(jsonschema::meta::is_valid(schema.as_value()));
        assert_eq!(schema.get("$schema"), Some(&json!("https://json-schema.org/draft/2020-12/schema")));
    }
}

#[test]
fn every_film_file_is_sound_by_the_schema_and_by_the_reader() {
    let schema = film_schema();
    for file in film_files() {
        let name = file.display();
        assert_eq!(faults(&schema, &json(&file)), [""; 0], "{name}");
        let (film, defects) = read_film(&fs::read_to_string(&file).unwrap()).unwrap();
        assert_eq!(defects.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0], "{name}");
        assert_eq!(file.file_stem().and_then(|stem| stem.to_str()), Some(film.slug.as_str()), "{name}");
    }
}

#[test]
fn the_reviewers_file_is_sound_by_the_schema_and_by_the_reader() {
    let file = data().join("reviewers.json");
    assert_eq!(faults(&reviewers_schema(), &json(&file)), [""; 0]);
    let (_, defects) = read_reviewers(&fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(defects, []);
}

#[test]
fn a_file_may_name_its_schema_and_need_not_name_a_set_to_compare() {
    let mut file = json(&data().join("films/sound-of-metal.json"));
    file["$schema"] = json!("../film.schema.json");
    file.as_object_mut().unwrap().remove("compare");
    assert_eq!(faults(&film_schema(), &file), [""; 0]);
}

/// With the value at that place the schema finds this fault.
fn check(schema: &Validator, file: &Path, pointer: &str, value: Value, fault: &str) {
    let mut file = json(file);
    put(&mut file, pointer, value);
    let found = faults(schema, &file);
    assert!(found.iter().any(|found| found.contains(fault)), "{pointer}: {fault:?} is not among {found:?}");
}

#[test]
fn a_broken_film_file_is_refused() {
    let (schema, file) = (film_schema(), data().join("films/sound-of-metal.json"));
    for (pointer, value, fault) in [
        ("/stars", json!(5), ": Additional properties are not allowed ('stars' was unexpected)"),
        ("/title", json!("--"), ": \"title\" is a required property"),
        ("/certificate", json!("--"), ": \"certificate\" is a required property"),
        ("/runtime_minutes", json!("--"), ": \"runtime_minutes\" is a required property"),
        ("/year", json!("2019"), "/year: \"2019\" is not of type \"integer\""),
        ("/year", json!(1202), "/year: 1202 is less than the minimum of 1870"),
        ("/genres", json!("drama"), "/genres: \"drama\" is not of type \"array\""),
        ("/title", json!(null), "/title: null is not of type \"string\""),
        ("/ids/letterboxd", json!("x"), "/ids: Additional properties are not allowed ('letterboxd' was unexpected)"),
        ("/releases/0/medium", json!("cinemas"), "/releases/0/medium: \"cinemas\" is not one of \"festival\", "),
        ("/reviews/0/claims/0/strength", json!(4), "/strength: 4 is greater than the maximum of 3"),
        ("/reviews/0/claims/0/strength", json!(0), "/strength: 0 is less than the minimum of 1"),
        ("/reviews/0/claims/0/aspect", json!("music"), "/aspect: \"music\" is not one of \"story\", "),
        ("/reviews/0/claims/0/stance", json!("good"), "/stance: \"good\" is not one of \"positive\", "),
        ("/reviews/0/claims/0/about", json!("--"), "/reviews/0/claims/0: \"about\" is a required property"),
        ("/reviews/0/claims/0/hedged", json!("no"), "/hedged: \"no\" is not of type \"boolean\""),
        ("/reviews/0/claims/0/note", json!(1), "Additional properties are not allowed ('note' was unexpected)"),
        ("/reviews/0/body/0/kind", json!("fact"), "/kind: \"fact\" is not one of \"opinion\", "),
        ("/reviews/0/body/0/spoiler", json!(4), "/spoiler: 4 is greater than the maximum of 3"),
        ("/reviews/0/body/0/spoiler", json!(-1), "/spoiler: -1 is less than the minimum of 0"),
        ("/reviews/0/grade", json!("--"), "/reviews/0: \"grade\" is a required property"),
        ("/reviews/0/grade", json!(4), "/reviews/0/grade: 4 is not of types \"null\", \"string\""),
        (
            "/reviews/0/kind",
            json!("essay"),
            "/reviews/0/kind: \"essay\" is not one of \"full\", \"house\" or \"digest\"",
        ),
    ] {
        check(&schema, &file, pointer, value, fault);
    }
    check(&schema, &file, "/reviews/0", json!(null), "/reviews/0: null is not of type \"object\"");
    // One member alone, so that the message does not depend on the order of members.
    let system = json!({ "system": "MPAA" });
    check(&schema, &file, "/certificate", system, "/certificate: {\"system\":\"MPAA\"} is not valid");
}

#[test]
fn a_broken_reviewers_file_is_refused() {
    let (schema, file) = (reviewers_schema(), data().join("reviewers.json"));
    for (pointer, value, fault) in [
        ("/0/name", json!("--"), "/0: \"name\" is a required property"),
        ("/0/scale", json!("--"), "/0: \"scale\" is a required property"),
        ("/0/scale", json!("stars"), "/0/scale: \"stars\" is not one of \"letters\", "),
        ("/0/kind", json!("column"), "/0/kind: \"column\" is not one of \"house\", \"person\" or \"unsigned\""),
        ("/0/mail", json!(""), "/0: Additional properties are not allowed ('mail' was unexpected)"),
    ] {
        check(&schema, &file, pointer, value, fault);
    }
    assert_eq!(faults(&schema, &json!({})), [": {} is not of type \"array\""]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_is_written_is_sound_by_the_schema(film in any::film(), reviewers in any::reviewers()) {
        let film = serde_json::to_value(FilmFile::from(&film)).unwrap();
        prop_assert_eq!(faults(&film_schema(), &film), [""; 0]);
        let reviewers: Vec<ReviewerFile> = reviewers.iter().map(ReviewerFile::from).collect();
        prop_assert_eq!(faults(&reviewers_schema(), &serde_json::to_value(reviewers).unwrap()), [""; 0]);
    }
}
