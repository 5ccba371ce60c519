//! Rules for single values that neither the schema nor the decoder has.

use crosscut::domain::defect::{Defect, JsonPath};
use serde_json::Value;

/// Texts that say something; `*` stands for every part of an array.
const TEXTS: [&str; 11] = [
    "title",
    "synopsis",
    "genres.*",
    "languages.*",
    "directors.*",
    "writers.*",
    "crew.*.name",
    "crew.*.job",
    "cast.*.name",
    "reviews.*.language",
    "reviews.*.source.note",
];

/// Texts that say something or are null.
const TEXTS_OR_NULL: [&str; 7] = [
    "distributor",
    "releases.*.where",
    "reviews.*.headline",
    "reviews.*.outlet",
    "reviews.*.source.by",
    "reviews.*.source.outlet",
    "reviews.*.body.*.heading",
];

const COUNTRIES: [&str; 2] = ["countries.*", "releases.*.region"];

/// What is wrong with single values of a film.
pub fn of_film(film: &Value) -> Vec<Defect> {
    let mut defects = blanks(film, &TEXTS, "some text");
    defects.extend(blanks(film, &TEXTS_OR_NULL, "some text, or null for none"));
    for (path, code) in COUNTRIES.iter().flat_map(|pattern| texts(film, pattern)) {
        if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            defects.push(Defect::value(path, code, "the two capital letters of a country in ISO 3166, such as “US”"));
        }
    }
    for (path, id) in texts(film, "ids.imdb") {
        let digits = id.strip_prefix("tt").unwrap_or_default();
        if digits.len() < 7 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            defects.push(Defect::value(path, id, "an IMDb title: “tt” and at least seven digits"));
        }
    }
    defects
}

/// What is wrong with single values of the reviewers.
pub fn of_reviewers(reviewers: &Value) -> Vec<Defect> {
    let mut defects = blanks(reviewers, &["*.name", "*.about"], "some text");
    defects.extend(blanks(reviewers, &["*.beat"], "some text, or null for none"));
    defects
}

fn blanks(value: &Value, patterns: &[&str], expected: &str) -> Vec<Defect> {
    let texts = patterns.iter().flat_map(|pattern| texts(value, pattern));
    let blank = texts.filter(|(_, text)| text.trim().is_empty());
    blank.map(|(path, text)| Defect::value(path, text, expected)).collect()
}

/// Every text at a pattern of paths, with its path.
pub fn texts<'a>(value: &'a Value, pattern: &str) -> Vec<(JsonPath, &'a str)> {
    let mut places = vec![(JsonPath::root(), value)];
    for step in pattern.split('.') {
        places = places.into_iter().flat_map(|(path, value)| parts(&path, value, step)).collect();
    }
    places.into_iter().filter_map(|(path, value)| Some((path, value.as_str()?))).collect()
}

fn parts<'a>(path: &JsonPath, value: &'a Value, step: &str) -> Vec<(JsonPath, &'a Value)> {
    match (step, value) {
        ("*", Value::Array(items)) => items.iter().enumerate().map(|(at, item)| (path.index(at), item)).collect(),
        (name, Value::Object(fields)) => fields.get(name).map(|field| (path.key(name), field)).into_iter().collect(),
        _ => Vec::new(),
    }
}
