//! Rules for single values that neither the schema nor the decoder has.

use crosscut::{
    domain::{
        defect::{Defect, JsonPath},
        text::quoted,
    },
    wire::settings_file::Colour,
};
use serde_json::Value;

use super::codes;

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
        if !codes::is_country(code) {
            defects.push(Defect::value(path, code, "the two capital letters of a country in ISO 3166, such as “US”"));
        }
    }
    for (path, code) in texts(film, "languages.*").into_iter().filter(|(_, code)| !code.trim().is_empty()) {
        if !codes::is_language(code) {
            defects.push(Defect::value(path, code, "a language in ISO 639, in small letters, such as “en” or “ase”"));
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

/// The longest name of a site, in characters: it stands at the head of every page, on a phone too.
const LONGEST_NAME: usize = 30;
/// The grounds that accents stand on, light and dark (style/tokens.css), and how they have to stand out
/// from them: text of any size has to, by WCAG 2.
const GROUNDS: [(&str, &str, &str); 2] = [("light", "#fdfcf9", "darker"), ("dark", "#140f0d", "lighter")];
const LEAST_CONTRAST: f64 = 4.5;

/// What is wrong with single values of the settings.
pub fn of_settings(settings: &Value) -> Vec<Defect> {
    let mut defects = blanks(settings, &["name", "tagline", "about.*"], "some text");
    defects.extend(blanks(settings, &["mark", "foot"], "some text, or null for the usual"));
    let name = settings.get("name").and_then(Value::as_str).unwrap_or_default();
    for (path, name) in texts(settings, "name").into_iter().filter(|(_, name)| name.chars().count() > LONGEST_NAME) {
        defects.push(Defect::value(path, name, format!("a name of at most {LONGEST_NAME} characters")));
    }
    for (path, mark) in texts(settings, "mark").into_iter().filter(|(_, mark)| !mark.trim().is_empty()) {
        // Spaces of the name may be left out beside the slash, and elsewhere.
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        if mark.matches('/').count() != 1 || bare(&mark.replace('/', "")) != bare(name) {
            let expected = format!(
                "the name, {}, with one slash in it, such as {}, or null",
                quoted(name),
                quoted(&slashed(name))
            );
            defects.push(Defect::value(path, mark, expected));
        }
    }
    for (path, address) in texts(settings, "address") {
        if !is_site(address) {
            let expected = "the whole address of the site, from “https://” to a slash at the end, such as “https://example.org/films/”, or null";
            defects.push(Defect::value(path, address, expected));
        }
    }
    for (name, ground, way) in GROUNDS {
        for (path, text) in texts(settings, &format!("accent.{name}")) {
            let (Ok(colour), Ok(ground)) = (text.parse::<Colour>(), ground.parse::<Colour>()) else { continue };
            let contrast = colour.contrast(ground);
            if contrast < LEAST_CONTRAST {
                let expected = format!(
                    "a {way} colour: one that stands out from the {name} ground by {LEAST_CONTRAST} to 1, and not by {contrast:.1}"
                );
                defects.push(Defect::value(path, text, expected));
            }
        }
    }
    defects
}

/// A name with a slash between its first two words, or in its middle.
fn slashed(name: &str) -> String {
    if let Some((first, rest)) = name.split_once(' ') {
        return format!("{first}/{rest}");
    }
    let middle = name.chars().count() / 2;
    let (first, rest): (Vec<_>, Vec<_>) = name.chars().enumerate().partition(|(at, _)| *at < middle);
    let text = |part: Vec<(usize, char)>| part.into_iter().map(|(_, letter)| letter).collect::<String>();
    format!("{}/{}", text(first), text(rest))
}

/// Whether a text is where a site can be: a scheme, a host and a path of plain letters that ends with a slash.
fn is_site(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let Some(inner) = rest.and_then(|rest| rest.strip_suffix('/')) else { return false };
    let plain = |part: &str| {
        !part.is_empty()
            && part != "."
            && part != ".."
            && part.bytes().all(|it| it.is_ascii_alphanumeric() || b"-._~:".contains(&it))
    };
    inner.split('/').all(plain)
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
