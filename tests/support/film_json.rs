//! A sound film's file, and ways to break it.

use crosscut::{
    domain::{film::Film, review::Review},
    wire::film_file::read_film,
};
use serde_json::{Value, json};

/// A sound film of three reviews: `a` with three claims, the digest `b` with one, and `c` without.
pub fn sound() -> Value {
    let review = |id: &str, grade: Value, text: &str, claims: Value| {
        json!({
            "id": id, "reviewer": "matinee", "kind": "house", "source": null, "headline": null, "outlet": "Crosscut",
            "published": "2024-02-29", "language": "en", "grade": grade,
            "body": [
                { "kind": "plot", "spoiler": 2, "borrowed": true, "heading": "Plot", "text": "They rob a bank." },
                { "kind": "opinion", "spoiler": 0, "borrowed": false, "heading": null, "text": text }
            ],
            "claims": claims
        })
    };
    let claim = |aspect: &str, about: Value, quote: &str| json!({ "aspect": aspect, "stance": "positive", "strength": 2, "hedged": false, "about": about, "quote": quote });
    let claims = json!([
        claim("acting", json!("Al Pacino"), "Pacino is loud"),
        claim("sound", Value::Null, "The guns are loud"),
        claim("overall", Value::Null, "a bank")
    ]);
    let mut digest = review("b", Value::Null, "Calls it long.", json!([claim("pacing", Value::Null, "long")]));
    digest["kind"] = json!("digest");
    digest["source"] = json!({ "note": "Digest", "by": null, "outlet": null, "url": "https://example.org/b" });
    json!({
        "slug": "heat", "title": "Heat", "year": 1995, "synopsis": "A thief and a policeman.",
        "genres": ["crime"], "countries": ["US"], "languages": ["en"], "directors": ["Michael Mann"],
        "writers": ["Michael Mann"], "crew": [{ "name": "Dante Spinotti", "job": "cinematography" }],
        "cast": [{ "name": "Al Pacino", "role": "Hanna" }], "runtime_minutes": 170,
        "certificate": { "system": "MPA", "code": "R" }, "distributor": "Warner Bros.",
        "releases": [
            { "date": "1995-12-15", "medium": "cinema", "where": null, "region": "US" },
            { "date": "1996-01-26", "medium": "cinema", "where": null, "region": "GB" }
        ],
        "ids": { "imdb": "tt0113277", "tmdb": 949 },
        "compare": ["b", "a"],
        "reviews": [
            review("a", json!("B+"), "Pacino is loud. The guns are loud.", claims), digest,
            review("c", json!("3.5/4"), "It ends well.", json!([]))
        ]
    })
}

/// Puts the value at that place; `"--"` takes the member out.
pub fn put(file: &mut Value, pointer: &str, value: Value) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match file.pointer_mut(parent).unwrap() {
        Value::Object(members) if value == "--" => drop(members.remove(name).unwrap()),
        Value::Object(members) => drop(members.insert(name.to_owned(), value)),
        other => other[name.parse::<usize>().unwrap()] = value,
    }
}

/// The sound film with values put at places.
pub fn changed(changes: &[(&str, Value)]) -> String {
    let mut file = sound();
    for (pointer, value) in changes {
        put(&mut file, pointer, value.clone());
    }
    file.to_string()
}

/// What is read of the sound film with these changes, and all that is wrong with it.
pub fn read(changes: &[(&str, Value)]) -> (Film, Vec<String>) {
    let (film, defects) = read_film(&changed(changes)).unwrap();
    (film, defects.iter().map(ToString::to_string).collect())
}

/// What is left of the reviews: each id with its claims' aspects.
pub fn left(film: &Film) -> String {
    let claims = |review: &Review| review.claims.iter().map(|claim| claim.aspect.word()).collect::<Vec<_>>().join(" ");
    film.reviews.iter().map(|review| format!("{}({})", review.id, claims(review))).collect::<Vec<_>>().join(" ")
}

/// What is left of the sound film.
pub const ALL: &str = "a(acting sound overall) b(pacing) c()";

/// With these changes the file has these faults, and these reviews are left.
pub fn check(changes: &[(&str, Value)], messages: &[&str], expected: &str) {
    let (film, found) = read(changes);
    assert_eq!(found, messages);
    assert_eq!(left(&film), expected);
}
