//! `data new film` and `data new review`: a file, or a review in one, to be filled in.
//!
//! What must be written is left blank, so that `data check` tells what is still missing and where; what the
//! fields mean is printed, as the JSON Schema says it.

use std::{fmt::Write as _, fs};

use crosscut::{
    domain::{
        reviewer::ReviewerKind,
        slug::{FilmSlug, ReviewerSlug},
        text::quoted,
    },
    wire::schema,
};
use serde_json::{Value, json};

use super::{
    document::Document,
    schemas::put,
    source::{Folder, Source},
    survey::Survey,
};
use crate::Failure;

/// Writes the file of a new film.
pub fn film(folder: &Folder, slug: &str) -> Result<(), Failure> {
    let slug: FilmSlug = read_slug(slug, "film", "sound-of-metal")?;
    let (path, shown) = folder.file(&format!("films/{slug}.json"));
    if path.exists() {
        return Err(Failure::usage(format!("{shown} is there already; nothing was written")));
    }
    let text = indented(&blank_film(slug.as_str()), 0)? + "\n";
    put(&path, &shown, &text)?;
    println!("{shown}\n\nThe fields of a film:\n{}", fields(&schema::film(), None));
    for (of, name) in [
        ("crew", "CrewMember"),
        ("cast", "CastMember"),
        ("certificate", "Certificate"),
        ("releases", "Release"),
        ("ids", "FilmIds"),
    ] {
        println!("In `{of}`:\n{}", fields(&schema::film(), Some(name)));
    }
    println!(
        "`cargo xtask data` says what is still missing; `cargo xtask data new review {slug} REVIEWER` adds a review."
    );
    Ok(())
}

/// Adds a review to a film's file, at the end of its reviews; the rest of the file stays as it is.
pub fn review(folder: &Folder, film: &str, reviewer: &str) -> Result<(), Failure> {
    let slug: FilmSlug = read_slug(film, "film", "sound-of-metal")?;
    let reviewer: ReviewerSlug = read_slug(reviewer, "reviewer", "matinee")?;
    let (path, shown) = folder.file(&format!("films/{slug}.json"));
    let text = fs::read_to_string(&path).map_err(|error| {
        Failure::usage(format!("{shown} cannot be read ({error}); `cargo xtask data new film {slug}` starts it"))
    })?;
    let source = Source { file: shown.clone(), text: text.clone() };
    let document = Document::parse(&source).map_err(|problem| Failure::usage(problem.to_string()))?;
    let reviews = document.value.get("reviews").and_then(Value::as_array);
    let reviews = reviews.ok_or_else(|| Failure::usage(format!("{shown} has no list of `reviews` to add to")))?;

    let id = format!("{slug}-{reviewer}");
    if reviews.iter().any(|review| review.get("id").and_then(Value::as_str) == Some(&id)) {
        return Err(Failure::usage(format!("{shown} has a review {} already; nothing was written", quoted(&id))));
    }
    let known = Survey::of(folder)?.reviewers.into_iter().find(|it| it.slug == reviewer);
    let known = known.ok_or_else(|| {
        let list = folder.file("reviewers.json").1;
        Failure::usage(format!("{list} has no reviewer {}; write them there first", quoted(reviewer.as_str())))
    })?;
    let kind = if known.kind == ReviewerKind::House { "house" } else { "full" };
    let blank = indented(&blank_review(&id, reviewer.as_str(), kind), 4)?;
    let end = document.end_of("reviews").and_then(|end| text.get(..end).zip(text.get(end..)));
    let (before, after) = end.ok_or_else(|| Failure::new(format!("{shown} could not be added to")))?;
    let comma = if reviews.is_empty() { "" } else { "," };
    let whole = format!("{}{comma}\n    {blank}\n  {after}", before.trim_end());
    put(&path, &shown, &whole)?;
    println!("{shown}: {id}\n\nThe fields of a review:\n{}", fields(&schema::film(), Some("Review")));
    println!("Its blocks:\n{}", fields(&schema::film(), Some("Block")));
    println!("Its claims:\n{}", fields(&schema::film(), Some("Claim")));
    Ok(())
}

fn read_slug<T: std::str::FromStr>(text: &str, of: &str, example: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| {
        let rule = "lower-case letters, digits and single hyphens";
        Failure::usage(format!("{} is no slug of a {of}; one has {rule}, as in `{example}`", quoted(text)))
    })
}

fn blank_film(slug: &str) -> Value {
    json!({
        "$schema": "../schema/film.schema.json",
        "slug": slug,
        "title": "",
        "year": 0,
        "synopsis": "",
        "genres": [],
        "countries": [],
        "languages": [],
        "directors": [],
        "writers": [],
        "crew": [],
        "cast": [],
        "runtime_minutes": null,
        "certificate": null,
        "distributor": null,
        "releases": [],
        "ids": { "imdb": null, "tmdb": null },
        "reviews": []
    })
}

fn blank_review(id: &str, reviewer: &str, kind: &str) -> Value {
    json!({
        "id": id,
        "reviewer": reviewer,
        "kind": kind,
        "source": null,
        "headline": null,
        "outlet": null,
        "published": null,
        "language": "en",
        "grade": null,
        "body": [{ "kind": "opinion", "spoiler": 0, "borrowed": false, "heading": null, "text": "" }],
        "claims": [
            { "aspect": "overall", "stance": "positive", "strength": 2, "hedged": false, "about": null, "quote": "" }
        ]
    })
}

/// A value as it stands in a file, after so many spaces.
fn indented(value: &Value, by: usize) -> Result<String, Failure> {
    let text =
        serde_json::to_string_pretty(value).map_err(|e| Failure::new(format!("no JSON could be written: {e}")))?;
    Ok(text.replace('\n', &format!("\n{}", " ".repeat(by))))
}

/// The fields of a type of the schema with what they mean and the words that they may have, one a line.
fn fields(schema: &impl serde::Serialize, of: Option<&str>) -> String {
    let schema = serde_json::to_value(schema).unwrap_or_default();
    let of = of.map_or(Some(&schema), |name| schema.get("$defs")?.get(name));
    let Some(properties) = of.and_then(|of| of.get("properties")).and_then(Value::as_object) else {
        return String::new();
    };
    let mut text = String::new();
    for (name, field) in properties.iter().filter(|(name, _)| *name != "$schema") {
        let meaning = field.get("description").and_then(Value::as_str).unwrap_or_default().replace('\n', " ");
        let words = field.get("enum").and_then(Value::as_array);
        let words: Vec<&str> = words.into_iter().flatten().filter_map(Value::as_str).collect();
        let words = if words.is_empty() { String::new() } else { format!(" One of: {}.", words.join(", ")) };
        let optional = if field.get("default").is_some() { " May be left out." } else { "" };
        let _ = writeln!(text, "  {name:<16} {meaning}{words}{optional}");
    }
    text
}
