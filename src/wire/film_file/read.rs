//! From a film's file to the film, and all that is wrong with it.

use crosscut_engine::json::Json;

use crate::domain::gather::Gather;
use crate::{
    domain::{
        claim::Claim,
        comparison::{FEWEST, MOST},
        date::DateError,
        defect::Defect,
        film::{CastMember, Certificate, CertificateSystem, CrewMember, Film, FilmIds, Medium, Release},
        grade::{Grade, GradeError},
        review::{Block, BlockKind, ClaimDraft, Review, ReviewKind, Source, Spoiler},
        slug::{ReviewId, SlugError},
        text::{count_in_words, counted},
    },
    wire::{
        Unreadable,
        node::{Defects, Node},
    },
};

/// Reads a film's file. What is sound of it comes back, with all that is not. Fields that the format
/// does not have are passed over, and one that may be null may be missing: `cargo xtask data` is the
/// strict reader.
///
/// # Errors
/// Where it is not JSON, or is no object with a sound slug, title and year.
pub fn read_film(text: &str) -> Result<(Film, Vec<Defect>), Unreadable> {
    let value = Json::read(text).map_err(|fault| Unreadable::malformed(fault, text))?;
    let defects = Defects::default();
    let film = read(&Node::root(&value, &defects))?;
    Ok((film, defects.into_vec()))
}

fn read(written: &Node) -> Result<Film, Defect> {
    let written = written.try_object()?;
    let (title, year) = (written.at("title").try_text()?, written.at("year").try_number(u16::MAX)?);
    let mut film = Film {
        slug: written.at("slug").try_parsed(SlugError::EXPECTED)?,
        title: title.to_owned(),
        year,
        synopsis: written.at("synopsis").string().unwrap_or_default(),
        genres: written.at("genres").strings(),
        countries: written.at("countries").strings(),
        languages: written.at("languages").strings(),
        directors: written.at("directors").strings(),
        writers: written.at("writers").strings(),
        crew: people(&written.at("crew"), "job", |name, job| CrewMember { name, job }),
        cast: people(&written.at("cast"), "role", |name, role| CastMember { name, role }),
        runtime_minutes: written.at("runtime_minutes").present().and_then(|it| it.number(u16::MAX)),
        certificate: written.at("certificate").present().and_then(certificate),
        distributor: written.at("distributor").optional_string(),
        releases: releases(&written.at("releases")),
        ids: ids(&written.at("ids")),
        compare: Vec::new(),
        reviews: Vec::new(),
    };
    let people = film.people();
    film.reviews = written.at("reviews").distinct("id", |review| review.id.as_str(), |it| review(it, &people));
    film.compare = written.at("compare").present().map(|it| compare(it, &film.reviews)).unwrap_or_default();
    Ok(film)
}

/// Those whose name and part in the film are sound.
fn people<T>(list: &Node, part: &str, person: fn(String, String) -> T) -> Vec<T> {
    let read = |file: Node| {
        let file = file.object()?;
        let (name, part) = (file.at("name").text(), file.at(part).text());
        Some(person(name?.to_owned(), part?.to_owned()))
    };
    list.items().filter_map(read).gathered()
}

fn certificate(file: &Node) -> Option<Certificate> {
    let file = file.object()?;
    read_certificate(&file.at("system"), &file.at("code"))
}

/// The certificate of that system and code.
pub fn read_certificate(system: &Node, code: &Node) -> Option<Certificate> {
    let known = system.word("certificate system", &CertificateSystem::WORDS);
    let (system, word): (CertificateSystem, _) = (known?, code.text()?);
    let certificate = Certificate::new(system, word);
    if certificate.is_none() {
        code.refuse_word(word, &format!("{system} certificate"), system.codes());
    }
    certificate
}

/// The releases, earliest first; those of one day in the order of the file.
fn releases(list: &Node) -> Vec<Release> {
    let mut releases: Vec<Release> = Vec::new();
    for release in list.items() {
        let Some(release) = read_release(&release) else { continue };
        // A sort would be three thousand bytes of code for a handful of rows.
        let at = releases.partition_point(|earlier| earlier.date <= release.date);
        releases.insert(at, release);
    }
    releases
}

fn read_release(file: &Node) -> Option<Release> {
    let file = file.object()?;
    let date = file.at("date").parsed(DateError::EXPECTED);
    let medium = file.at("medium").word("medium", &Medium::WORDS);
    let (place, region) = (file.at("where").optional_string(), file.at("region").optional_string());
    Some(Release { date: date?, medium: medium?, place, region })
}

fn ids(file: &Node) -> FilmIds {
    let Some(file) = file.object() else { return FilmIds { imdb: None, tmdb: None } };
    let tmdb = file.at("tmdb").present().and_then(|it| it.number(u32::MAX));
    FilmIds { imdb: file.at("imdb").optional_string(), tmdb }
}

/// One review. It comes back without what it can do without: claims, its grade, its date. It does
/// not where its name, its reviewer, its kind, its language or its text is not sound.
fn review(file: &Node, people: &[&str]) -> Option<Review> {
    let file = file.object()?;
    let body = file.at("body");
    let blocks: Vec<Block> = body.items().filter_map(|it| block(&it)).gathered();
    let claims = file.at("claims").items().filter_map(|it| claim(&it, &blocks, people)).gathered();
    let id = file.at("id").parsed(SlugError::EXPECTED);
    let reviewer = file.at("reviewer").parsed(SlugError::EXPECTED);
    let kind = file.at("kind").word("kind of review", &ReviewKind::WORDS);
    let language = file.at("language").text();
    let source = file.at("source");
    if kind == Some(ReviewKind::Digest) && source.present().is_none() {
        let expected = "an object that says what the digest is of, whose and from where";
        source.note(source.mismatch(expected));
    }
    let source = source.present().and_then(read_source);
    let published = file.at("published").present().and_then(|it| it.parsed(DateError::EXPECTED));
    let grade = file.at("grade").present().and_then(read_grade);
    let (headline, outlet) = (file.at("headline").optional_string(), file.at("outlet").optional_string());
    let opinion = blocks.iter().any(|block| block.kind == BlockKind::Opinion);
    // A body that is no array is told already.
    if let (false, Some(count)) = (opinion, body.len()) {
        body.note(Defect::no_opinion(body.path(), count));
    }
    let (true, Some(id), Some(reviewer), Some(kind), Some(language)) = (opinion, id, reviewer, kind, language) else {
        return None;
    };
    let language = language.to_owned();
    Some(Review { id, reviewer, kind, source, headline, outlet, published, language, grade, body: blocks, claims })
}

/// The grade as written.
pub fn read_grade(file: &Node) -> Option<Grade> {
    let text = file.text()?;
    text.parse().map_err(|error: GradeError| file.refuse(text, error.expected())).ok()
}

fn read_source(file: &Node) -> Option<Source> {
    let file = file.object()?;
    let note = file.at("note").text();
    let place = file.at("url");
    let url = place.present().and_then(Node::text);
    let sound = url.filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    if let (Some(url), None) = (url, sound) {
        place.refuse(url, "an address that starts with https:// or http://, or null");
    }
    let (by, outlet) = (file.at("by").optional_string(), file.at("outlet").optional_string());
    let (note, url) = (note?.to_owned(), sound.map(str::to_owned));
    Some(Source { note, by, outlet, url })
}

/// A block that has a text. One whose kind or level is not sound is kept, at its most careful: its
/// text is the review's, and the places of quotes depend on it.
fn block(file: &Node) -> Option<Block> {
    let file = file.object()?;
    let kind = file.at("kind").word("kind of block", &BlockKind::WORDS).unwrap_or(BlockKind::Boilerplate);
    let level = file.at("spoiler");
    let spoiler = level.number(u8::MAX).and_then(|number| {
        let spoiler = Spoiler::new(number);
        if spoiler.is_none() {
            let expected = "a spoiler level: 0 the premise, 1 the set-up, 2 on the way, 3 the ending or a twist";
            level.note(Defect::shape(level.path(), number.to_string(), expected));
        }
        spoiler
    });
    let text = file.at("text");
    let words = text.text();
    if let Some(words) = words.filter(|words| words.trim().is_empty()) {
        text.refuse(words, "some text");
    }
    let borrowed = file.at("borrowed").flag().unwrap_or(true);
    let heading = file.at("heading").optional_string();
    let text = words?.to_owned();
    Some(Block { kind, spoiler: spoiler.unwrap_or(Spoiler::Ending), borrowed, heading, text })
}

/// A claim of which everything is sound: one half of a judgement is another judgement.
fn claim(file: &Node, body: &[Block], people: &[&str]) -> Option<Claim> {
    let file = file.object()?;
    let (aspect, stance, quote) = (file.at("aspect").text(), file.at("stance").text(), file.at("quote").text());
    let (strength, hedged) = (file.at("strength").number(u8::MAX), file.at("hedged").flag());
    let about = file.at("about");
    let about = about.present().map_or(Some(None), |about| about.text().map(Some));
    let (aspect, stance, strength, hedged) = (aspect?, stance?, strength?, hedged?);
    let draft = ClaimDraft { aspect, stance, strength, hedged, about: about?, quote: quote? };
    let located = Claim::locate(&draft, body, people, &file.path());
    located.map_err(|defects| defects.into_iter().for_each(|defect| file.note(defect))).ok()
}

fn compare(list: &Node, reviews: &[Review]) -> Vec<ReviewId> {
    let names: Vec<Option<&str>> = list.items().map(|name| name.text()).gathered();
    let known: Vec<&str> = reviews.iter().map(|review| review.id.as_str()).gathered();
    let mut ids: Vec<ReviewId> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let Some(name) = *name else { continue };
        let path = list.nth(at).path();
        match reviews.iter().find(|review| review.id.as_str() == name) {
            Some(review) if !ids.contains(&review.id) => ids.push(review.id.clone()),
            Some(_) => {
                let first = names.iter().position(|other| *other == Some(name)).unwrap_or(at);
                list.note(Defect::duplicate(path, name, "id", &list.nth(first).path().to_string()));
            }
            None => list.note(Defect::unknown(path, name, "review of this film", known.iter().copied())),
        }
    }
    if names.len() == 1 || names.len() > MOST {
        let expected = format!("two to {} ids of this film's reviews, or no such key", count_in_words(MOST));
        list.note(Defect::shape(list.path(), counted(names.len(), "id"), expected));
    }
    ids.truncate(if ids.len() < FEWEST { 0 } else { MOST });
    ids
}
