//! What must hold between files: names that are given once, and names that somebody has.

use std::collections::{BTreeMap, HashMap};

use crosscut::domain::{
    defect::{Defect, JsonPath},
    grade::{Grade, Scale},
    reviewer::ReviewerKind,
    slug::{FilmSlug, ReviewId, ReviewerSlug},
    text::clipped,
};
use serde_json::Value;

use super::{
    document::{Anchor, Document},
    facts::texts,
    problem::Problem,
};

/// A film's file, and the slug that its name tells, where it tells one.
#[derive(Debug)]
pub struct NamedFilm {
    /// The slug.
    pub slug: Option<String>,
    /// The file.
    pub document: Document,
}

/// All that is wrong between files. Without the reviewers' file, reviewers are not looked up.
pub fn problems(films: &[NamedFilm], reviewers: Option<&Document>) -> Vec<Problem> {
    let mut problems = slugs(films);
    problems.extend(review_ids(films));
    if let Some(reviewers) = reviewers {
        let known = Reviewers::new(&reviewers.value);
        problems.extend(films.iter().flat_map(|film| known.problems(&film.document)));
    }
    problems
}

/// A film's slug is the name of its file, so two films have one slug only where one of them has the
/// wrong file name.
fn slugs(films: &[NamedFilm]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for film in films {
        let Some(named) = &film.slug else { continue };
        for (path, slug) in texts(&film.document.value, "slug") {
            if slug != named && slug.parse::<FilmSlug>().is_ok() {
                let has_it = |other: &&NamedFilm| {
                    other.slug.as_deref() == Some(slug) && text(&other.document.value, "slug") == Some(slug)
                };
                let other = films.iter().find(has_it);
                let defect = match other {
                    Some(other) => Defect::duplicate(path, slug, "slug", &place(&other.document, "slug")),
                    None => Defect::value(path, slug, format!("“{named}”, the name of this file without .json")),
                };
                problems.push(film.document.problem(&defect, Anchor::Value));
            }
        }
    }
    problems
}

fn place(document: &Document, field: &str) -> String {
    format!("{}:{}", document.file, document.position(&JsonPath::root().key(field), Anchor::Value))
}

/// An id that a review of another film has already; those of one film are compared as it is read.
fn review_ids(films: &[NamedFilm]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut first: HashMap<&str, (usize, String)> = HashMap::new();
    for (at, film) in films.iter().enumerate() {
        for (path, id) in texts(&film.document.value, "reviews.*.id") {
            match first.get(id) {
                Some((other, place)) if *other != at => {
                    let defect = Defect::duplicate(path, id, "id", place);
                    problems.push(film.document.problem(&defect, Anchor::Value));
                }
                None if id.parse::<ReviewId>().is_ok() => {
                    let place = format!("{}:{}", film.document.file, film.document.position(&path, Anchor::Value));
                    first.insert(id, (at, place));
                }
                Some(_) | None => {}
            }
        }
    }
    problems
}

/// The reviewers by their slugs, sound or not: what is wrong with them is told once, at their own
/// place.
struct Reviewers<'a>(BTreeMap<&'a str, &'a Value>);

impl<'a> Reviewers<'a> {
    fn new(reviewers: &'a Value) -> Self {
        let all = reviewers.as_array().into_iter().flatten();
        Self(all.filter_map(|reviewer| Some((text(reviewer, "slug")?, reviewer))).collect())
    }

    fn problems(&self, film: &Document) -> Vec<Problem> {
        let reviews = film.value.get("reviews").and_then(Value::as_array).into_iter().flatten().enumerate();
        let defects = reviews.filter_map(|(at, review)| {
            let path = JsonPath::root().key("reviews").index(at);
            let slug = text(review, "reviewer")?;
            match self.0.get(slug) {
                Some(reviewer) => scale_defect(review, &path, reviewer),
                None if slug.parse::<ReviewerSlug>().is_ok() => {
                    Some(Defect::unknown(path.key("reviewer"), slug, "reviewer", self.0.keys().copied()))
                }
                None => None,
            }
        });
        defects.map(|defect| film.problem(&defect, Anchor::Value)).collect()
    }
}

/// A house column grades as it says it does.
fn scale_defect(review: &Value, path: &JsonPath, reviewer: &Value) -> Option<Defect> {
    let written = text(review, "grade")?;
    let scale: Scale = text(reviewer, "scale")?.parse().ok()?;
    let grade: Grade = written.parse().ok()?;
    if text(reviewer, "kind")? != ReviewerKind::House.word() || grade.scale() == scale {
        return None;
    }
    let name = clipped(text(reviewer, "name").unwrap_or_default(), 40);
    let expected = match scale {
        Scale::None => format!("null: {name} gives no grades"),
        scale => format!("a grade on the scale of {name}, {}", scale.label()),
    };
    Some(Defect::value(path.key("grade"), written, expected))
}

fn text<'a>(object: &'a Value, field: &str) -> Option<&'a str> {
    object.get(field)?.as_str()
}
