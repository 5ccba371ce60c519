//! The reviewers: `public/data/reviewers.json`.

use crosscut_engine::json::Json;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Unreadable,
    node::{Defects, Node},
};
use crate::domain::{
    defect::Defect,
    grade::Scale,
    reviewer::{Reviewer, ReviewerKind},
    slug::SlugError,
};

/// A reviewer as the file has it.
#[derive(Serialize)]
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

/// Reads the reviewers' file. Those that are sound come back, with all that is not. Fields that the
/// format does not have are passed over, and one that may be null may be missing.
///
/// # Errors
/// Where it is not JSON or not an array.
pub fn read_reviewers(text: &str) -> Result<(Vec<Reviewer>, Vec<Defect>), Unreadable> {
    let value = Json::read(text).map_err(|fault| Unreadable::malformed(fault, text))?;
    let defects = Defects::default();
    let reviewers =
        Node::root(&value, &defects).try_array()?.distinct("slug", |reviewer| reviewer.slug.as_str(), read_reviewer);
    Ok((reviewers, defects.into_vec()))
}

/// Reads one reviewer.
pub(super) fn read_reviewer(file: &Node) -> Option<Reviewer> {
    let file = file.object()?;
    let slug = file.at("slug").parsed(SlugError::EXPECTED);
    let name = file.at("name").text();
    let kind = file.at("kind").word("kind of reviewer", &ReviewerKind::WORDS);
    let beat = file.at("beat").optional_string();
    let scale = file.at("scale").present().and_then(|it| it.word("scale", &Scale::WORDS));
    let about = file.at("about").string().unwrap_or_default();
    let (Some(slug), Some(name), Some(kind)) = (slug, name, kind) else { return None };
    Some(Reviewer { slug, name: name.to_owned(), kind, beat, scale, about })
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
