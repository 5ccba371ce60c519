//! A film whose comparison is taken away: a house review, a full one and a digest.

use std::sync::Arc;

use crosscut::{
    domain::{
        catalog::Catalog,
        claim::{Claim, Stance, Strength},
        comparison::Comparison,
        film::Film,
        review::{Review, ReviewKind, Source, Span, Spoiler},
        reviewer::{Reviewer, ReviewerKind},
    },
    wire::{Shown, film_file::read_film},
};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::{Value, json};

use super::{block, film, review, reviewer};

/// Where the comparison is.
pub const ADDRESS: &str = "https://example.org/compare/heat?reviews=heat-booth,heat-ray,heat-note";

fn claim(aspect: &str, stance: &str, strength: u8, hedged: bool, quote: &str) -> Value {
    let about = quote.starts_with("Pacino").then_some("Al Pacino");
    json!({ "aspect": aspect, "stance": stance, "strength": strength, "hedged": hedged, "about": about, "quote": quote })
}

fn block_of(kind: &str, spoiler: u8, borrowed: bool, text: &str) -> Value {
    json!({ "kind": kind, "spoiler": spoiler, "borrowed": borrowed, "heading": null, "text": text })
}

/// *Heat*, and what three reviews say of it.
pub fn heat() -> Film {
    let booth = json!({
        "id": "heat-booth", "reviewer": "booth", "kind": "house", "source": null, "headline": "Gunfire",
        "outlet": "Crosscut", "published": "2024-02-29", "language": "en", "grade": "B+",
        "body": [
            block_of("opinion", 0, false, "The guns are loud, and rightly so. Pacino shouts."),
            block_of("plot", 3, false, "He dies at the airport, superbly.")
        ],
        "claims": [
            claim("sound", "positive", 3, false, "The guns are loud"),
            claim("acting", "mixed", 1, true, "Pacino shouts."),
            claim("story", "positive", 2, false, "He dies at the airport, superbly.")
        ]
    });
    let ray = json!({
        "id": "heat-ray", "reviewer": "ray", "kind": "full", "source": null, "headline": null,
        "outlet": "The Daily", "published": null, "language": "en", "grade": "3.5/4",
        "body": [
            block_of("boilerplate", 0, false, "By Ray, for The Daily."),
            block_of("plot", 1, true, "A thief and a policeman."),
            block_of("opinion", 0, false, "Pacino is superb;\nthe middle drags. The mix is “muddy”.")
        ],
        "claims": [
            claim("acting", "positive", 2, false, "Pacino is superb;\nthe middle"),
            claim("pacing", "negative", 2, false, "the middle drags."),
            claim("sound", "negative", 1, false, "The mix is “muddy”."),
            claim("sound", "positive", 1, true, "The mix")
        ]
    });
    let note = json!({
        "id": "heat-note", "reviewer": "note", "kind": "digest",
        "source": { "note": "Digest, in our words", "by": "R. Roe", "outlet": "The Gazette", "url": "https://example.org/roe" },
        "headline": null, "outlet": "The Gazette", "published": "1995-12-16", "language": "en", "grade": "thumbs up",
        "body": [block_of("opinion", 0, false, "Finds it long.")],
        "claims": [claim("pacing", "negative", 2, false, "Finds it long.")]
    });
    let file = json!({
        "slug": "heat", "title": "Heat", "year": 1995, "synopsis": "", "genres": [], "countries": [], "languages": [],
        "directors": ["Michael Mann"], "writers": [], "crew": [], "cast": [{ "name": "Al Pacino", "role": "Hanna" }],
        "runtime_minutes": null, "certificate": null, "distributor": null, "releases": [],
        "ids": { "imdb": "tt0113277", "tmdb": null }, "reviews": [booth, ray, note]
    });
    let (heat, defects) = read_film(&file.to_string()).unwrap();
    assert_eq!(defects, [], "the film is sound");
    heat
}

/// The three who review it.
pub fn catalog() -> Catalog {
    let of_kind = |slug, name, kind| Reviewer { kind, ..reviewer(slug, name) };
    let reviewers = vec![
        of_kind("booth", "The Booth", ReviewerKind::House),
        of_kind("ray", "Ray", ReviewerKind::Person),
        of_kind("note", "The note", ReviewerKind::Unsigned),
    ];
    Catalog::new(Vec::new(), reviewers, Vec::new())
}

/// All reviews of a film side by side, the ending untold.
pub fn comparison(film: Film) -> Comparison {
    let ids: Vec<_> = film.reviews.iter().map(|review| review.id.clone()).collect();
    Comparison::new(Arc::new(film), &ids, Spoiler::OnTheWay).unwrap()
}

/// The names over its columns.
pub fn names() -> Vec<String> {
    ["The Booth", "Ray", "The note"].map(str::to_owned).to_vec()
}

/// The comparison with its names.
pub const fn shown(names: &[String]) -> Shown<'_> {
    Shown { names, blind: false, address: ADDRESS }
}

/// The comparison without names.
pub fn letters() -> Vec<String> {
    ["A", "B", "C"].map(str::to_owned).to_vec()
}

/// What formats could take for more than words.
const HOSTILE: [&str; 56] = [
    "a",
    "b",
    " ",
    "  ",
    "    ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\r",
    "#",
    "## b",
    "*",
    "**",
    "_",
    "__",
    "`",
    "```",
    "~~~",
    "[a](b)",
    "![a](b)",
    "[a]: b",
    "[^1]",
    "[x] ",
    "<b>",
    "</script>",
    "<!--",
    "-->",
    "&lt;",
    "&#35;",
    "|",
    "---",
    "===",
    "- ",
    "+ ",
    "1. ",
    "2) ",
    "> ",
    "\\",
    "$a$",
    "{a}",
    "^",
    "http://a.b",
    "www.a.b",
    "a@b.c",
    "\"",
    "'",
    ",",
    ";",
    "=1+1",
    "＝",
    "@",
    "\u{FEFF}",
    "\u{2028}",
    "\u{202E}עברית",
    "😀",
];

/// A text of what formats could take for more than words, with something in it to see.
pub fn hostile() -> impl Strategy<Value = String> {
    let text = vec(select(HOSTILE.to_vec()), 1..9).prop_map(|parts| parts.concat());
    text.prop_filter("something to see", |text| text.contains(|it: char| !it.is_whitespace() && it != '\u{FEFF}'))
}

/// A review whose every text is hostile, with a claim on the whole of each of its blocks.
fn hostile_review(id: &'static str) -> impl Strategy<Value = Review> {
    let kind = select(ReviewKind::ALL.to_vec());
    let aspects = select(crosscut::domain::aspect::Aspect::ALL.to_vec());
    let facts = (aspects, select(Stance::ALL.to_vec()), select(Strength::ALL.to_vec()), any::<bool>());
    let claims = vec((facts, option_of_name(), select(Spoiler::ALL.to_vec()), hostile()), 0..5);
    (kind, hostile(), hostile(), claims).prop_map(move |(kind, outlet, note, claims)| {
        let mut review = Review { kind, outlet: Some(outlet), ..review(id, "") };
        review.headline = Some(note.clone());
        review.source = (kind == ReviewKind::Digest).then_some(Source { note, by: None, outlet: None, url: None });
        review.grade = Some(super::grade("B+"));
        for ((aspect, stance, strength, hedged), about, spoiler, text) in claims {
            let quote = Span { block: review.body.len(), start: 0, end: text.len() };
            review.body.push(crosscut::domain::review::Block { spoiler, ..block(&text) });
            review.claims.push(Claim { aspect, stance, strength, hedged, about, quote });
        }
        review
    })
}

fn option_of_name() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(hostile())
}

/// Two hostile reviews of a hostile film, with the names over their columns.
pub fn hostile_comparison() -> impl Strategy<Value = (Comparison, Vec<String>)> {
    (hostile(), hostile_review("one"), hostile_review("other"), vec(hostile(), 2)).prop_map(
        |(title, one, other, names)| {
            let film = Film { title, ..film("film", vec![one, other]) };
            (comparison(film), names)
        },
    )
}
