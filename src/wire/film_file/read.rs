//! From a film's file to the film, and all that is wrong with it.

use std::collections::{HashMap, hash_map::Entry};

use serde_json::value::RawValue;

use super::{BlockFile, CertificateFile, ClaimFile, FilmFile, ReleaseFile, ReviewFile, SourceFile};
use crate::{
    domain::{
        claim::Claim,
        comparison::{FEWEST, MOST},
        date::{Date, DateError},
        defect::{Defect, JsonPath},
        film::{CastMember, Certificate, CertificateSystem, CrewMember, Film, FilmIds, Medium, Release},
        grade::{Grade, GradeError},
        review::{Block, BlockKind, ClaimDraft, Review, ReviewKind, Source, Spoiler},
        slug::{FilmSlug, ReviewId, SlugError},
        text::{count_in_words, counted},
    },
    wire::{Unreadable, reason},
};

/// Reads a film's file. What is sound of it comes back, with all that is not.
///
/// # Errors
/// Where it is not JSON, lacks something without which there is no film, or its slug is none.
pub fn read_film(text: &str) -> Result<(Film, Vec<Defect>), Unreadable> {
    let written: FilmFile<&RawValue> = serde_json::from_str(text)?;
    let root = JsonPath::root();
    let slug: FilmSlug = written
        .slug
        .parse()
        .map_err(|_| Unreadable::Defect(Defect::value(root.key("slug"), &written.slug, SlugError::EXPECTED)))?;
    let mut defects = Vec::new();
    let mut film = Film {
        slug,
        title: written.title,
        year: written.year,
        synopsis: written.synopsis,
        genres: written.genres,
        countries: written.countries,
        languages: written.languages,
        directors: written.directors,
        writers: written.writers,
        crew: written.crew.into_iter().map(|it| CrewMember { name: it.name, job: it.job }).collect(),
        cast: written.cast.into_iter().map(|it| CastMember { name: it.name, role: it.role }).collect(),
        runtime_minutes: written.runtime_minutes,
        certificate: written.certificate.and_then(|it| read_certificate(&it, &mut defects)),
        distributor: written.distributor,
        releases: read_releases(&written.releases, &mut defects),
        ids: FilmIds { imdb: written.ids.imdb, tmdb: written.ids.tmdb },
        compare: Vec::new(),
        reviews: Vec::new(),
    };
    film.reviews = read_reviews(&written.reviews, &film, &mut defects);
    film.compare = read_compare(&written.compare, &film.reviews, &mut defects);
    Ok((film, defects))
}

fn read_certificate(file: &CertificateFile, defects: &mut Vec<Defect>) -> Option<Certificate> {
    let path = JsonPath::root().key("certificate");
    let Ok(system) = file.system.parse::<CertificateSystem>() else {
        let known = &CertificateSystem::WORDS;
        defects.push(Defect::off_list(path.key("system"), &file.system, "certificate system", known));
        return None;
    };
    let certificate = Certificate::new(system, &file.code);
    if certificate.is_none() {
        let list = format!("{system} certificate");
        defects.push(Defect::off_list(path.key("code"), &file.code, &list, system.codes()));
    }
    certificate
}

fn read_releases(files: &[ReleaseFile], defects: &mut Vec<Defect>) -> Vec<Release> {
    let path = JsonPath::root().key("releases");
    let read = |(at, file): (usize, &ReleaseFile)| {
        let path = path.index(at);
        let date = read_date(&file.date, &path.key("date"), defects);
        let medium = file.medium.parse::<Medium>().ok();
        if medium.is_none() {
            defects.push(Defect::off_list(path.key("medium"), &file.medium, "medium", &Medium::WORDS));
        }
        Some(Release { date: date?, medium: medium?, place: file.place.clone(), region: file.region.clone() })
    };
    let mut releases: Vec<Release> = files.iter().enumerate().filter_map(read).collect();
    releases.sort_by_key(|release| release.date);
    releases
}

fn read_date(text: &str, path: &JsonPath, defects: &mut Vec<Defect>) -> Option<Date> {
    let date = text.parse().ok();
    if date.is_none() {
        defects.push(Defect::value(path.clone(), text, DateError::EXPECTED));
    }
    date
}

fn read_reviews(files: &[&RawValue], film: &Film, defects: &mut Vec<Defect>) -> Vec<Review> {
    let people = film.people();
    let mut reviews: Vec<Review> = Vec::with_capacity(files.len());
    let mut firsts: HashMap<_, String> = HashMap::new();
    for (at, file) in files.iter().enumerate() {
        let path = JsonPath::root().key("reviews").index(at);
        let Some(review) = read_review(file.get(), &people, &path, defects) else { continue };
        match firsts.entry(review.id.clone()) {
            Entry::Occupied(first) => {
                defects.push(Defect::duplicate(path.key("id"), first.key().as_str(), "id", first.get()));
            }
            Entry::Vacant(place) => {
                place.insert(path.key("id").to_string());
                reviews.push(review);
            }
        }
    }
    reviews
}

/// Reads one review. It comes back without the claims that are not sound, and without a grade that
/// cannot be read; not at all where its name, its reviewer, its kind or its text is not sound.
pub fn read_review(text: &str, people: &[&str], path: &JsonPath, defects: &mut Vec<Defect>) -> Option<Review> {
    let file: ReviewFile<&RawValue> = match serde_json::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            defects.push(Defect::unreadable(path.clone(), reason(&error)));
            return None;
        }
    };
    let body = read_body(&file.body, path, defects);
    let claims = read_claims(&file.claims, &body, people, path, defects);
    let mut slug_defect = |key: &str, value: &str| {
        defects.push(Defect::value(path.key(key), value, SlugError::EXPECTED));
    };
    let id = file.id.parse::<ReviewId>().map_err(|_| slug_defect("id", &file.id)).ok();
    let reviewer = file.reviewer.parse().map_err(|_| slug_defect("reviewer", &file.reviewer)).ok();
    let kind = file.kind.parse::<ReviewKind>().ok();
    if kind.is_none() {
        defects.push(Defect::off_list(path.key("kind"), &file.kind, "kind of review", &ReviewKind::WORDS));
    }
    if kind == Some(ReviewKind::Digest) && file.source.is_none() {
        let expected = "an object that says what the digest is of, whose and from where";
        defects.push(Defect::shape(path.key("source"), "null", expected));
    }
    let source = file.source.map(|it| read_source(it, path, defects));
    let published = file.published.and_then(|date| read_date(&date, &path.key("published"), defects));
    let grade = file.grade.and_then(|grade| read_grade(&grade, path, defects));
    if !body.iter().any(|block| block.kind == BlockKind::Opinion) {
        defects.push(Defect::no_opinion(path.key("body"), file.body.len()));
        return None;
    }
    Some(Review {
        id: id?,
        reviewer: reviewer?,
        kind: kind?,
        source,
        headline: file.headline,
        outlet: file.outlet,
        published,
        language: file.language,
        grade,
        body,
        claims,
    })
}

fn read_grade(text: &str, path: &JsonPath, defects: &mut Vec<Defect>) -> Option<Grade> {
    let unread = |error: GradeError| {
        defects.push(Defect::value(path.key("grade"), text, error.expected()));
    };
    text.parse::<Grade>().map_err(unread).ok()
}

fn read_source(file: SourceFile, path: &JsonPath, defects: &mut Vec<Defect>) -> Source {
    let sound = |url: &String| url.starts_with("https://") || url.starts_with("http://");
    if let Some(url) = file.url.as_ref().filter(|url| !sound(url)) {
        let expected = "an address that starts with https:// or http://, or null";
        defects.push(Defect::value(path.key("source").key("url"), url, expected));
    }
    Source { note: file.note, by: file.by, outlet: file.outlet, url: file.url.filter(sound) }
}

fn read_body(files: &[BlockFile], path: &JsonPath, defects: &mut Vec<Defect>) -> Vec<Block> {
    let read = |(at, file): (usize, &BlockFile)| {
        let path = path.key("body").index(at);
        let kind = file.kind.parse::<BlockKind>().ok();
        if kind.is_none() {
            defects.push(Defect::off_list(path.key("kind"), &file.kind, "kind of block", &BlockKind::WORDS));
        }
        let spoiler = Spoiler::new(file.spoiler);
        if spoiler.is_none() {
            let expected = "a spoiler level: 0 the premise, 1 the set-up, 2 on the way, 3 the ending or a twist";
            defects.push(Defect::shape(path.key("spoiler"), file.spoiler.to_string(), expected));
        }
        if file.text.trim().is_empty() {
            defects.push(Defect::value(path.key("text"), &file.text, "some text"));
        }
        // A block whose kind or level is not sound is kept, at its most careful: its text is the
        // review's, and the places of quotes depend on it.
        Block {
            kind: kind.unwrap_or(BlockKind::Boilerplate),
            spoiler: spoiler.unwrap_or(Spoiler::Ending),
            borrowed: file.borrowed,
            heading: file.heading.clone(),
            text: file.text.clone(),
        }
    };
    files.iter().enumerate().map(read).collect()
}

fn read_claims(
    files: &[&RawValue],
    body: &[Block],
    people: &[&str],
    path: &JsonPath,
    defects: &mut Vec<Defect>,
) -> Vec<Claim> {
    let mut claims = Vec::with_capacity(files.len());
    for (at, raw) in files.iter().enumerate() {
        let path = path.key("claims").index(at);
        let file: ClaimFile = match serde_json::from_str(raw.get()) {
            Ok(file) => file,
            Err(error) => {
                defects.push(Defect::unreadable(path, reason(&error)));
                continue;
            }
        };
        let draft = ClaimDraft {
            aspect: &file.aspect,
            stance: &file.stance,
            strength: file.strength,
            hedged: file.hedged,
            about: file.about.as_deref(),
            quote: &file.quote,
        };
        match Claim::locate(&draft, body, people, &path) {
            Ok(claim) => claims.push(claim),
            Err(found) => defects.extend(found),
        }
    }
    claims
}

fn read_compare(files: &[String], reviews: &[Review], defects: &mut Vec<Defect>) -> Vec<ReviewId> {
    let path = JsonPath::root().key("compare");
    let mut ids: Vec<ReviewId> = Vec::with_capacity(files.len());
    for (at, name) in files.iter().enumerate() {
        match reviews.iter().find(|review| review.id.as_str() == name) {
            Some(review) if !ids.contains(&review.id) => ids.push(review.id.clone()),
            Some(_) => {
                let first = files.iter().position(|other| other == name).unwrap_or(at);
                defects.push(Defect::duplicate(path.index(at), name, "id", &path.index(first).to_string()));
            }
            None => {
                let known = reviews.iter().map(|review| review.id.as_str());
                defects.push(Defect::unknown(path.index(at), name, "review of this film", known));
            }
        }
    }
    if files.len() == 1 || files.len() > MOST {
        let expected = format!("two to {} ids of this film's reviews, or no such key", count_in_words(MOST));
        defects.push(Defect::shape(path, counted(files.len(), "id"), expected));
    }
    ids.truncate(if ids.len() < FEWEST { 0 } else { MOST });
    ids
}
