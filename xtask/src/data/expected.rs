//! What a JSON Schema expects at a place, in words.

use crosscut::domain::defect::{JsonPath, Step};
use serde_json::{Value, json};

/// A schema, asked for what it expects.
#[derive(Debug)]
pub struct Expectations {
    schema: Value,
}

impl Expectations {
    /// Of a schema.
    pub fn new(mut schema: Value) -> Self {
        limit_numbers(&mut schema);
        Self { schema }
    }

    /// The schema.
    pub const fn schema(&self) -> &Value {
        &self.schema
    }

    /// What is expected at a path.
    pub fn at(&self, path: &JsonPath) -> String {
        self.find(path).map_or_else(|| "something else".to_owned(), |schema| self.words(schema))
    }

    /// The fields of the object that is expected at a path.
    pub fn fields(&self, path: &JsonPath) -> Vec<&str> {
        let object = self.find(path).and_then(|schema| self.object(schema)?.get("properties")?.as_object());
        object.map(|fields| fields.keys().map(String::as_str).collect()).unwrap_or_default()
    }

    fn find(&self, path: &JsonPath) -> Option<&Value> {
        path.steps().iter().try_fold(&self.schema, |schema, step| {
            let object = self.object(schema)?;
            match step {
                Step::Key(name) => object.get("properties")?.get(name),
                Step::Index(_) => object.get("items"),
            }
        })
    }

    /// The schema without references, and of a choice the part that is not null.
    fn object<'a>(&'a self, schema: &'a Value) -> Option<&'a Value> {
        let schema = self.resolved(schema)?;
        let Some(choices) = choices(schema) else { return Some(schema) };
        let choice = choices.iter().find(|choice| choice.get("type").is_none_or(|kind| kind != "null"));
        choice.and_then(|choice| self.resolved(choice))
    }

    fn resolved<'a>(&'a self, schema: &'a Value) -> Option<&'a Value> {
        match schema.get("$ref").and_then(Value::as_str) {
            Some(reference) => self.schema.pointer(reference.strip_prefix('#')?),
            None => Some(schema),
        }
    }

    fn words(&self, schema: &Value) -> String {
        let Some(schema) = self.resolved(schema) else { return "something else".to_owned() };
        if let Some(choices) = choices(schema) {
            let choices: Vec<String> = choices.iter().map(|choice| self.words(choice)).collect();
            return choices.join(" or ");
        }
        if let Some(words) = schema.get("enum").and_then(Value::as_array) {
            return listed(words);
        }
        match schema.get("type") {
            Some(Value::String(kind)) => self.kind(kind, schema),
            Some(Value::Array(kinds)) => {
                let kinds = kinds.iter().filter_map(Value::as_str).map(|kind| self.kind(kind, schema));
                kinds.collect::<Vec<_>>().join(" or ")
            }
            _ => "something else".to_owned(),
        }
    }

    fn kind(&self, kind: &str, schema: &Value) -> String {
        match kind {
            "string" => "text".to_owned(),
            "boolean" => "true or false".to_owned(),
            "integer" => whole_number(schema),
            "object" => "an object".to_owned(),
            "array" => match schema.get("items").map(|items| self.words(items)).as_deref() {
                Some("text") => "an array of texts".to_owned(),
                Some("an object") => "an array of objects".to_owned(),
                Some(_) | None => "an array".to_owned(),
            },
            other => other.to_owned(),
        }
    }
}

fn choices(schema: &Value) -> Option<&Vec<Value>> {
    schema.get("anyOf").or_else(|| schema.get("oneOf"))?.as_array()
}

fn listed(words: &[Value]) -> String {
    let texts: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
    let or_null = if words.contains(&Value::Null) { ", or null" } else { "" };
    format!("one of {}{or_null}", texts.join(", "))
}

fn whole_number(schema: &Value) -> String {
    match (schema.get("minimum"), schema.get("maximum")) {
        (Some(least), Some(most)) => format!("a whole number from {least} to {most}"),
        _ => "a whole number".to_owned(),
    }
}

/// The formats `uint8`, `uint16` and `uint32` are limits, but only to those who know them.
fn limit_numbers(schema: &mut Value) {
    let most = match schema.get("format").and_then(Value::as_str) {
        Some("uint8") => Some(u32::from(u8::MAX)),
        Some("uint16") => Some(u32::from(u16::MAX)),
        Some("uint32") => Some(u32::MAX),
        _ => None,
    };
    match schema {
        Value::Object(fields) => {
            if let (Some(most), false) = (most, fields.contains_key("maximum")) {
                fields.insert("maximum".to_owned(), json!(most));
            }
            fields.values_mut().for_each(limit_numbers);
        }
        Value::Array(items) => items.iter_mut().for_each(limit_numbers),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
