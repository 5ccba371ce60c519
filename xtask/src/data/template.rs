//! A sound film and reviewer with one of everything. Whatever of a file is not of its shape is
//! replaced from here, so that the rest can be read and checked all the same.

use crosscut::domain::defect::{JsonPath, Step};
use serde_json::{Value, json};

use super::shape::{Kind, ShapeFault};

/// A film's file.
pub fn film() -> Value {
    json!({
        "$schema": "../schema/film.schema.json",
        "slug": "template",
        "title": "Template",
        "year": 2000,
        "synopsis": "Text.",
        "genres": ["drama"],
        "countries": ["US"],
        "languages": ["en"],
        "directors": ["Template"],
        "writers": ["Template"],
        "crew": [{ "name": "Template", "job": "music" }],
        "cast": [{ "name": "Template", "role": "Template" }],
        "runtime_minutes": 100,
        "certificate": { "system": "MPA", "code": "R" },
        "distributor": "Template",
        "releases": [{ "date": "2000-01-01", "medium": "cinema", "where": null, "region": "US" }],
        "ids": { "imdb": "tt0000001", "tmdb": 1 },
        "compare": [],
        "reviews": [{
            "id": "template",
            "reviewer": "template",
            "kind": "digest",
            "source": { "note": "Text", "by": null, "outlet": null, "url": null },
            "headline": "Template",
            "outlet": null,
            "published": "2000-01-01",
            "language": "en",
            "grade": null,
            "body": [{ "kind": "opinion", "spoiler": 0, "borrowed": false, "heading": null, "text": "Text." }],
            "claims": [{
                "aspect": "overall",
                "stance": "mixed",
                "strength": 1,
                "hedged": false,
                "about": null,
                "quote": "Text."
            }]
        }]
    })
}

/// The site's settings.
pub fn settings() -> Value {
    json!({
        "$schema": "schema/site.schema.json",
        "name": "Template",
        "mark": "Temp/late",
        "tagline": "Text",
        "address": "https://example.org/",
        "accent": { "light": "#000000", "dark": "#ffffff" },
        "about": ["Text."],
        "foot": "Text."
    })
}

/// The reviewers' file.
pub fn reviewers() -> Value {
    json!([{
        "slug": "template",
        "name": "Template",
        "kind": "unsigned",
        "beat": null,
        "scale": null,
        "about": "Text."
    }])
}

/// The value with every fault of its shape mended: fields that are missing put in, unknown ones
/// taken out, what cannot be read replaced.
pub fn mended(value: &Value, faults: &[ShapeFault], template: &Value) -> Value {
    let mut value = value.clone();
    for fault in faults {
        match fault.kind {
            Kind::Unknown => remove(&mut value, &fault.defect.path),
            Kind::Missing { .. } | Kind::Ill => replace(&mut value, &fault.defect.path, template),
            Kind::Refused => {}
        }
    }
    value
}

/// Puts the template's value at a path.
pub fn replace(value: &mut Value, path: &JsonPath, template: &Value) {
    let sound = path.steps().iter().try_fold(template, |template, step| match step {
        Step::Key(name) => template.get(name),
        Step::Index(_) => template.get(0),
    });
    let sound = sound.cloned().unwrap_or_default();
    match path.steps().split_last() {
        None => *value = sound,
        Some((Step::Key(name), around)) => {
            if let Some(fields) = inside(value, around).and_then(Value::as_object_mut) {
                fields.insert(name.clone(), sound);
            }
        }
        Some((Step::Index(index), around)) => {
            if let Some(item) = inside(value, around).and_then(|array| array.get_mut(*index)) {
                *item = sound;
            }
        }
    }
}

fn remove(value: &mut Value, path: &JsonPath) {
    let Some((Step::Key(name), around)) = path.steps().split_last() else { return };
    if let Some(fields) = inside(value, around).and_then(Value::as_object_mut) {
        fields.shift_remove(name);
    }
}

fn inside<'a>(value: &'a mut Value, steps: &[Step]) -> Option<&'a mut Value> {
    steps.iter().try_fold(value, |value, step| match step {
        Step::Key(name) => value.get_mut(name),
        Step::Index(index) => value.get_mut(*index),
    })
}

#[cfg(test)]
mod tests {
    use crosscut::wire::{film_file::read_film, reviewers_file::read_reviewers, schema};

    use super::*;

    /// Every field that a schema has, and nothing else.
    fn strictest(schema: Value) -> Value {
        let Value::Object(mut fields) = schema else { return schema };
        if let Some(Value::Object(properties)) = fields.get("properties") {
            let names: Vec<Value> = properties.keys().cloned().map(Value::from).collect();
            fields.insert("required".to_owned(), names.into());
        }
        fields.into_iter().map(|(name, value)| (name, strictest(value))).collect()
    }

    #[test]
    fn the_templates_are_sound_and_have_every_field() {
        for (template, schema) in [(film(), schema::film()), (reviewers(), schema::reviewers())] {
            let validator = jsonschema::validator_for(&strictest(schema.to_value())).unwrap();
            let errors: Vec<String> = validator.iter_errors(&template).map(|error| error.to_string()).collect();
            assert_eq!(errors, [""; 0]);
        }
        assert_eq!(read_film(&film().to_string()).unwrap().1, []);
        assert_eq!(read_reviewers(&reviewers().to_string()).unwrap().1, []);
    }
}
