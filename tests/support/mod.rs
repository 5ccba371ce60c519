//! Builders that the tests share: films, reviews and briefs from short notation.
//!
//! A claim is written `pacing-1?@3`: an aspect, its stance (`+`, `~` or `-`), its strength (2 where
//! left out), `?` where it is hedged, and after `@` the spoiler level of its block (0 where left
//! out). Claims are parted by white space.
#![allow(dead_code, reason = "each test file uses its own part of it")]
#![allow(clippy::unwrap_used, reason = "short notation that is wrong is a fault of the test")]

use crosscut::domain::{
    catalog::Catalog,
    claim::{Claim, Stance, Standings, Strength},
    date::Date,
    film::{Film, FilmIds, Listing},
    grade::{Grade, Score},
    review::{Block, BlockKind, Brief, Review, ReviewKind, Span, Spoiler},
    reviewer::{Reviewer, ReviewerKind},
    search::Found,
    slug::{FilmSlug, ReviewId, ReviewerSlug},
};

pub mod any;
pub mod any_view;
pub mod film_json;
pub mod taken;

/// A claim without its place in a body.
struct Note {
    claim: Claim,
    spoiler: Spoiler,
}

impl Note {
    fn read(notation: &str) -> Self {
        let (rest, spoiler) = notation.split_once('@').unwrap_or((notation, "0"));
        let hedged = rest.ends_with('?');
        let rest = rest.trim_end_matches('?');
        let (rest, strength) = match rest.chars().last() {
            Some(digit @ '1'..='3') => (&rest[..rest.len() - 1], digit),
            _ => (rest, '2'),
        };
        let (aspect, sign) = rest.split_at(rest.len() - 1);
        Self {
            claim: Claim {
                aspect: aspect.parse().unwrap(),
                stance: stance(sign),
                strength: Strength::new(strength.to_string().parse().unwrap()).unwrap(),
                hedged,
                about: None,
                quote: Span { block: 0, start: 0, end: 0 },
            },
            spoiler: Spoiler::new(spoiler.parse().unwrap()).unwrap(),
        }
    }
}

/// The stance of a sign.
pub fn stance(sign: &str) -> Stance {
    let place = ["+", "~", "-"].iter().position(|known| *known == sign).unwrap();
    Stance::ALL[place]
}

/// Claims that stand nowhere, for what does not look at their words.
pub fn claims(notation: &str) -> Vec<Claim> {
    notation.split_whitespace().map(|claim| Note::read(claim).claim).collect()
}

/// What claims add up to.
pub fn standings(notation: &str) -> Standings {
    Standings::of(&claims(notation))
}

/// A review that has one block a claim, all of which the claim's quote takes.
pub fn review(id: &str, notation: &str) -> Review {
    let notes: Vec<Note> = notation.split_whitespace().map(Note::read).collect();
    let mut body: Vec<Block> = notes
        .iter()
        .enumerate()
        .map(|(at, note)| Block { spoiler: note.spoiler, ..block(&format!("Claim {at} of {id}.")) })
        .collect();
    let claims = notes
        .into_iter()
        .zip(&body)
        .enumerate()
        .map(|(at, (note, block))| Claim { quote: Span { block: at, start: 0, end: block.text.len() }, ..note.claim });
    let claims: Vec<Claim> = claims.collect();
    if body.is_empty() {
        body.push(block("It says nothing."));
    }
    Review {
        id: review_id(id),
        reviewer: reviewer_slug(id),
        kind: ReviewKind::House,
        source: None,
        headline: None,
        outlet: None,
        published: None,
        language: "en".to_owned(),
        grade: None,
        body,
        claims,
    }
}

/// A block of opinion that gives nothing away.
pub fn block(text: &str) -> Block {
    Block { kind: BlockKind::Opinion, spoiler: Spoiler::Premise, borrowed: false, heading: None, text: text.to_owned() }
}

/// What lists know of [`review`].
pub fn brief(id: &str, notation: &str) -> Brief {
    review(id, notation).brief()
}

/// A brief with a grade; without one where the grade is empty.
pub fn graded(id: &str, written: &str) -> Brief {
    Brief { grade: (!written.is_empty()).then(|| grade(written)), ..brief(id, "") }
}

/// A film of which nothing is known but its slug, year and reviews.
pub fn film(slug: &str, reviews: Vec<Review>) -> Film {
    Film {
        slug: film_slug(slug),
        title: slug.to_owned(),
        year: 2000,
        synopsis: String::new(),
        genres: Vec::new(),
        countries: Vec::new(),
        languages: Vec::new(),
        directors: Vec::new(),
        writers: Vec::new(),
        crew: Vec::new(),
        cast: Vec::new(),
        runtime_minutes: None,
        certificate: None,
        distributor: None,
        releases: Vec::new(),
        ids: FilmIds::default(),
        compare: Vec::new(),
        reviews,
    }
}

/// What the catalogue knows of [`film`], with these reviews.
pub fn listing(slug: &str, reviews: Vec<Brief>) -> Listing {
    Listing { reviews, ..film(slug, Vec::new()).listing(format!("films/{slug}.json")) }
}

/// A column of that name.
pub fn reviewer(slug: &str, name: &str) -> Reviewer {
    Reviewer {
        slug: reviewer_slug(slug),
        name: name.to_owned(),
        kind: ReviewerKind::House,
        beat: None,
        scale: None,
        about: String::new(),
    }
}

/// A catalogue without reviewers of its own.
pub fn catalog(films: Vec<Listing>) -> Catalog {
    Catalog::new(films, Vec::new(), Vec::new())
}

/// The slugs of some films, parted by spaces.
pub fn slugs(films: &[&Listing]) -> String {
    films.iter().map(|film| film.slug.as_str()).collect::<Vec<_>>().join(" ")
}

/// The slugs of all films of a catalogue, parted by spaces.
pub fn film_slugs(catalog: &Catalog) -> String {
    catalog.films().map(|film| film.slug.to_string()).collect::<Vec<_>>().join(" ")
}

/// The slugs of the films that were found, in their order, parted by spaces.
pub fn found_slugs(catalog: &Catalog, found: &Found) -> String {
    found.films.iter().map(|hit| catalog.slug_at(hit.film).unwrap().as_str()).collect::<Vec<_>>().join(" ")
}

/// A film of a catalogue by its place.
pub fn film_at(catalog: &Catalog, place: usize) -> Listing {
    catalog.film_at(place).unwrap()
}

/// The ids of some reviews, parted by spaces.
pub fn ids<'a>(ids: impl IntoIterator<Item = &'a ReviewId>) -> String {
    ids.into_iter().map(ReviewId::as_str).collect::<Vec<_>>().join(" ")
}

pub fn grade(written: &str) -> Grade {
    written.parse().unwrap()
}

pub fn score(score: u8) -> Score {
    Score::new(score).unwrap()
}

pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn film_slug(text: &str) -> FilmSlug {
    text.parse().unwrap()
}

pub fn review_id(text: &str) -> ReviewId {
    text.parse().unwrap()
}

pub fn reviewer_slug(text: &str) -> ReviewerSlug {
    text.parse().unwrap()
}
