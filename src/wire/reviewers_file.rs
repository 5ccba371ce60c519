//! The reviewers: `public/data/reviewers.json`.

use std::collections::{HashMap, hash_map::Entry};

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Unreadable;
use crate::domain::{
    defect::{Defect, JsonPath},
    grade::Scale,
    reviewer::{Reviewer, ReviewerKind},
    slug::{ReviewerSlug, SlugError},
};

/// A reviewer as the file has it.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "Reviewer"))]
#[serde(deny_unknown_fields)]
pub struct ReviewerFile {
    /// The name in addresses: lower-case letters, digits and single hyphens.
    pub slug: String,
    /// The name as shown.
    pub name: String,
    /// What they are: a column of the site, a named person, or one unsigned review's own identity.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::reviewer_kinds"))]
    pub kind: String,
    /// What they write on, in a few words.
    pub beat: Option<String>,
    /// How they grade; null where it is not known.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::scales"))]
    pub scale: Option<String>,
    /// The text of their page.
    pub about: String,
}

/// Reads the reviewers' file. Those that are sound come back, with all that is not.
///
/// # Errors
/// Where it is not JSON or not a list of reviewers.
pub fn read_reviewers(text: &str) -> Result<(Vec<Reviewer>, Vec<Defect>), Unreadable> {
    let files: Vec<ReviewerFile> = serde_json::from_str(text)?;
    let mut defects = Vec::new();
    let reviewers = read_all(files, &JsonPath::root(), &mut defects);
    Ok((reviewers, defects))
}

/// Reads a list of reviewers that stands at `path`.
pub(super) fn read_all(files: Vec<ReviewerFile>, path: &JsonPath, defects: &mut Vec<Defect>) -> Vec<Reviewer> {
    let mut reviewers: Vec<Reviewer> = Vec::with_capacity(files.len());
    let mut firsts: HashMap<_, String> = HashMap::new();
    for (at, file) in files.into_iter().enumerate() {
        let path = path.index(at);
        let Some(reviewer) = read_reviewer(file, &path, defects) else { continue };
        match firsts.entry(reviewer.slug.clone()) {
            Entry::Occupied(first) => {
                defects.push(Defect::duplicate(path.key("slug"), first.key().as_str(), "slug", first.get()));
            }
            Entry::Vacant(place) => {
                place.insert(path.key("slug").to_string());
                reviewers.push(reviewer);
            }
        }
    }
    reviewers
}

fn read_reviewer(file: ReviewerFile, path: &JsonPath, defects: &mut Vec<Defect>) -> Option<Reviewer> {
    let slug = file.slug.parse::<ReviewerSlug>().ok();
    if slug.is_none() {
        defects.push(Defect::value(path.key("slug"), &file.slug, SlugError::EXPECTED));
    }
    let kind = file.kind.parse::<ReviewerKind>().ok();
    if kind.is_none() {
        defects.push(Defect::off_list(path.key("kind"), &file.kind, "kind of reviewer", &ReviewerKind::WORDS));
    }
    let scale = file.scale.and_then(|scale| {
        let read = scale.parse::<Scale>().ok();
        if read.is_none() {
            defects.push(Defect::off_list(path.key("scale"), &scale, "scale", &Scale::WORDS));
        }
        read
    });
    Some(Reviewer { slug: slug?, name: file.name, kind: kind?, beat: file.beat, scale, about: file.about })
}

impl From<&Reviewer> for ReviewerFile {
    fn from(reviewer: &Reviewer) -> Self {
        Self {
            slug: reviewer.slug.to_string(),
            name: reviewer.name.clone(),
            kind: reviewer.kind.to_string(),
            beat: reviewer.beat.clone(),
            scale: reviewer.scale.map(|scale| scale.to_string()),
            about: reviewer.about.clone(),
        }
    }
}
