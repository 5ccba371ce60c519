//! JSON Schemas of the source files, written from their types. Editors complete and check data
//! files with them, and `cargo xtask data` finds faults of shape.

use schemars::{Schema, SchemaGenerator, generate::SchemaSettings, json_schema, transform::RecursiveTransform};
use serde_json::Value;

use super::{film_file::FilmFile, reviewers_file::ReviewerFile, settings_file::SettingsFile};
use crate::domain::gather::Gather;
use crate::domain::{
    aspect::Aspect,
    claim::Stance,
    film::{CertificateSystem, Medium},
    grade::Scale,
    review::{BlockKind, ReviewKind},
    reviewer::ReviewerKind,
};

/// The schema of a film's file.
#[must_use]
pub fn film() -> Schema {
    generator().into_root_schema_for::<FilmFile>()
}

/// The schema of the reviewers' file.
#[must_use]
pub fn reviewers() -> Schema {
    generator().into_root_schema_for::<Vec<ReviewerFile>>()
}

/// The schema of the site's settings.
#[must_use]
pub fn settings() -> Schema {
    generator().into_root_schema_for::<SettingsFile>()
}

fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().with_transform(RecursiveTransform(require_all)).into_generator()
}

/// Every field has to be written, be it as null: a grade that was forgotten would pass for an
/// unscored review. Fields that have a default are optional; schemars leaves out the default of one
/// that is not written when empty, so such a field states it.
fn require_all(schema: &mut Schema) {
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return };
    let has_default = |field: &Value| field.get("default").is_some();
    let required: Vec<Value> = properties
        .iter()
        .filter(|(_, field)| !has_default(field))
        .map(|(name, _)| Value::from(name.as_str()))
        .gathered();
    schema.insert("required".to_owned(), Value::from(required));
}

macro_rules! word_lists {
    ($($name:ident = $list:ty),+ $(,)?) => {
        $(pub(super) fn $name(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "type": "string", "enum": <$list>::WORDS })
        })+
    };
}

word_lists! {
    aspects = Aspect,
    stances = Stance,
    block_kinds = BlockKind,
    review_kinds = ReviewKind,
    reviewer_kinds = ReviewerKind,
    certificate_systems = CertificateSystem,
    media = Medium,
}

pub(super) fn scales(_: &mut SchemaGenerator) -> Schema {
    let words: Vec<Value> = Scale::WORDS.into_iter().map(Value::from).chain([Value::Null]).gathered();
    json_schema!({ "enum": words })
}
