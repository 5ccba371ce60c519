//! Faults of shape: what the JSON Schema of a file finds, in our words.

use std::collections::BTreeMap;

use crosscut::domain::{
    defect::{Defect, JsonPath, Step},
    search::nearest,
    text::{counted, quoted},
};
use jsonschema::{
    ValidationError, Validator,
    error::{TypeKind, ValidationErrorKind},
};
use serde_json::Value;

use super::{
    document::{Document, lies_in, value_at},
    expected::Expectations,
};
use crate::Failure;

/// What a file has to look like.
#[derive(Debug)]
pub struct Shape {
    expectations: Expectations,
    validator: Validator,
}

/// Something that is not of the shape.
#[derive(Debug)]
pub struct ShapeFault {
    /// What, and where.
    pub defect: Defect,
    /// Of what sort.
    pub kind: Kind,
}

/// The sorts of faults of shape. The first ones say more: where two are at one place, the first
/// counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A field that the format does not have.
    Unknown,
    /// A field that is not there. Where an unknown field is this one misspelt, it is not `told`.
    Missing {
        /// Whether it is a problem of its own.
        told: bool,
    },
    /// A value that cannot be read as what it should be.
    Ill,
    /// A value of the right kind that is not allowed.
    Refused,
}

impl Shape {
    /// The shape that a schema describes.
    pub fn new(schema: Value) -> Result<Self, Failure> {
        let expectations = Expectations::new(schema);
        let validator = jsonschema::validator_for(expectations.schema())
            .map_err(|e| Failure::new(format!("the JSON Schema of the data is not sound: {e}")))?;
        Ok(Self { expectations, validator })
    }

    /// All that is not of this shape, one fault at a place.
    pub fn faults(&self, document: &Document) -> Vec<ShapeFault> {
        let mut found = Found { shape: self, value: &document.value, faults: BTreeMap::new() };
        for error in self.validator.iter_errors(&document.value) {
            found.error(&error);
        }
        found.fractions(&document.fractions);
        found.misspelt();
        found.faults.into_values().collect()
    }
}

struct Found<'a> {
    shape: &'a Shape,
    value: &'a Value,
    faults: BTreeMap<JsonPath, ShapeFault>,
}

impl Found<'_> {
    fn add(&mut self, defect: Defect, kind: Kind) {
        let weaker = |known: &ShapeFault| known.kind <= kind;
        if !self.faults.get(&defect.path).is_some_and(weaker) {
            self.faults.insert(defect.path.clone(), ShapeFault { defect, kind });
        }
    }

    fn error(&mut self, error: &ValidationError) {
        let path = self.path(error);
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => self.unknown(&path, unexpected),
            ValidationErrorKind::Required { property } => {
                self.missing(&path.key(property.as_str().unwrap_or_default()));
            }
            ValidationErrorKind::AnyOf { context } => self.any_of(&path, context),
            ValidationErrorKind::Type { .. } => self.ill(&path),
            ValidationErrorKind::Enum { .. } => match value_at(self.value, &path) {
                Some(Value::String(_)) => self.refused(&path),
                _ => self.ill(&path),
            },
            ValidationErrorKind::Minimum { .. } | ValidationErrorKind::Maximum { .. } => {
                // What fits the smallest of our numbers is read, and told better, further on.
                match value_at(self.value, &path).and_then(Value::as_u64) {
                    Some(number) if number <= 255 => self.refused(&path),
                    _ => self.ill(&path),
                }
            }
            _ => {
                let found = self.found(&path);
                self.add(Defect::shape(path, found, format!("what its schema allows: {error}")), Kind::Refused);
            }
        }
    }

    /// The part of a choice that the value was meant for: the one that is not null.
    fn any_of(&mut self, path: &JsonPath, choices: &[Vec<ValidationError<'static>>]) {
        let other_type = |error: &ValidationError| {
            matches!(error.kind(), ValidationErrorKind::Type { kind: TypeKind::Single(_) }) && self.path(error) == *path
        };
        match choices.iter().find(|errors| !errors.iter().any(other_type)) {
            Some(errors) => errors.iter().for_each(|error| self.error(error)),
            None => self.ill(path),
        }
    }

    fn unknown(&mut self, path: &JsonPath, names: &[String]) {
        let known = self.shape.expectations.fields(path);
        for name in names {
            self.add(Defect::off_list(path.key(name), name, "field", &known), Kind::Unknown);
        }
    }

    fn missing(&mut self, path: &JsonPath) {
        let expected = self.shape.expectations.at(path);
        self.add(Defect::shape(path.clone(), "no such field", expected), Kind::Missing { told: true });
    }

    fn ill(&mut self, path: &JsonPath) {
        let expected = self.shape.expectations.at(path);
        let found = self.found(path);
        // A number in quotation marks looks right, so it is said what it is.
        let sort = if found.starts_with('“') && !expected.contains("text") { "the text " } else { "" };
        self.add(Defect::shape(path.clone(), format!("{sort}{found}"), expected), Kind::Ill);
    }

    fn refused(&mut self, path: &JsonPath) {
        let expected = self.shape.expectations.at(path);
        self.add(Defect::shape(path.clone(), self.found(path), expected), Kind::Refused);
    }

    /// Numbers such as `2019.0`, where nothing else is wrong: the format has whole numbers only.
    fn fractions(&mut self, fractions: &[(JsonPath, String)]) {
        for (path, literal) in fractions {
            let told = self.faults.iter().any(|(at, fault)| fault.kind != Kind::Refused && lies_in(path, at));
            if !told {
                let expected = format!("{}, without point or exponent", self.shape.expectations.at(path));
                self.faults.remove(path);
                self.add(Defect::shape(path.clone(), format!("the number {literal}"), expected), Kind::Ill);
            }
        }
    }

    /// A field that is misspelt is one fault, not an unknown field and a missing one.
    fn misspelt(&mut self) {
        let unknown = self.faults.iter().filter(|(_, fault)| fault.kind == Kind::Unknown);
        let meant: Vec<JsonPath> = unknown.filter_map(|(path, _)| self.meant(path)).collect();
        for path in meant {
            if let Some(ShapeFault { kind: Kind::Missing { told }, .. }) = self.faults.get_mut(&path) {
                *told = false;
            }
        }
    }

    fn meant(&self, unknown: &JsonPath) -> Option<JsonPath> {
        let (Step::Key(name), around) = unknown.steps().split_last()? else { return None };
        let around = around.iter().fold(JsonPath::root(), |path, step| match step {
            Step::Key(name) => path.key(name),
            Step::Index(index) => path.index(*index),
        });
        let known = self.shape.expectations.fields(&around);
        nearest(name, known).map(|name| around.key(name))
    }

    fn found(&self, path: &JsonPath) -> String {
        value_at(self.value, path).map_or_else(|| "nothing".to_owned(), described)
    }

    /// The path of an error's place. A pointer does not tell `0` the name from 0 the index; the
    /// value does.
    fn path(&self, error: &ValidationError) -> JsonPath {
        let mut value = self.value;
        let mut path = JsonPath::root();
        for segment in error.instance_path().segments() {
            let segment = segment.to_string();
            path = match value {
                Value::Array(_) => path.index(segment.parse().unwrap_or_default()),
                _ => path.key(&segment),
            };
            value = value_at(self.value, &path).unwrap_or(&Value::Null);
        }
        path
    }
}

/// A value as messages show it.
fn described(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => quoted(text),
        Value::Array(items) => format!("an array of {}", items.len()),
        Value::Object(fields) => format!("an object of {}", counted(fields.len(), "field")),
    }
}
