//! One file by itself: its shape, then what it means.

use crosscut::{
    domain::{
        defect::{Defect, JsonPath},
        film::Film,
        reviewer::Reviewer,
    },
    wire::{
        Unreadable,
        film_file::read_film,
        reviewers_file::read_reviewers,
        schema,
        settings_file::{Settings, read_settings},
    },
};
use serde_json::Value;

use super::{
    consequence::Known,
    document::{Anchor, Document},
    shape::{Kind, Shape},
    template,
};
use crate::Failure;

/// Reads a text into what is sound of it, and what is not.
type Decode<T> = fn(&str) -> Result<(T, Vec<Defect>), Unreadable>;

/// The form that a sort of file has.
#[derive(Debug)]
pub struct Form<T> {
    shape: Shape,
    template: Value,
    read: Decode<T>,
}

/// What a file holds, and what is wrong with it.
#[derive(Debug)]
pub struct Reading<T> {
    /// The content. It is that of the file where nothing is wrong.
    pub content: Option<T>,
    /// What is wrong.
    pub defects: Vec<(Defect, Anchor)>,
}

impl Form<Film> {
    /// Of a film's file.
    pub fn film() -> Result<Self, Failure> {
        Ok(Self { shape: Shape::new(schema::film().to_value())?, template: template::film(), read: read_film })
    }
}

impl Form<Vec<Reviewer>> {
    /// Of the reviewers' file.
    pub fn reviewers() -> Result<Self, Failure> {
        let shape = Shape::new(schema::reviewers().to_value())?;
        Ok(Self { shape, template: template::reviewers(), read: read_reviewers })
    }
}

impl Form<Settings> {
    /// Of the site's settings.
    pub fn settings() -> Result<Self, Failure> {
        let shape = Shape::new(schema::settings().to_value())?;
        Ok(Self { shape, template: template::settings(), read: read_settings })
    }
}

impl<T> Form<T> {
    /// Reads a file, with everything that is wrong with it, each fault once.
    pub fn read(&self, document: &Document) -> Reading<T> {
        let faults = self.shape.faults(document);
        let (content, meant) = self.decode(template::mended(&document.value, &faults, &self.template));
        let mut defects: Vec<(Defect, Anchor)> =
            document.twice.iter().map(|defect| (defect.clone(), Anchor::Name)).collect();
        let known = Known::new(&document.value, &faults, &meant);
        defects.extend(meant.iter().filter(|defect| !known.explains(defect)).map(|it| (it.clone(), Anchor::Value)));
        let told = faults.into_iter().filter_map(|fault| match fault.kind {
            Kind::Unknown => Some((fault.defect, Anchor::Name)),
            Kind::Missing { told: false } => None,
            // Of a word that is not on its list, what is read from it says more.
            Kind::Refused if meant.iter().any(|defect| defect.path == fault.defect.path) => None,
            Kind::Missing { told: true } | Kind::Ill | Kind::Refused => Some((fault.defect, Anchor::Value)),
        });
        defects.extend(told);
        Reading { content, defects }
    }

    /// Reads a value that is of the right shape. Where one part of it keeps all the rest from being
    /// read, that is mended too.
    fn decode(&self, mut value: Value) -> (Option<T>, Vec<Defect>) {
        let mut fatal: Vec<Defect> = Vec::new();
        loop {
            match (self.read)(&value.to_string()) {
                Ok((content, defects)) => {
                    fatal.extend(defects);
                    return (Some(content), fatal);
                }
                Err(Unreadable::Defect(defect)) if fatal.iter().all(|known| known.path != defect.path) => {
                    template::replace(&mut value, &defect.path, &self.template);
                    fatal.push(defect);
                }
                Err(Unreadable::Defect(_)) => return (None, fatal),
                Err(Unreadable::Malformed { reason, .. }) => {
                    fatal.push(Defect::shape(JsonPath::root(), reason, "JSON"));
                    return (None, fatal);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::data::{facts, source::Source};

    fn film() -> Value {
        let mut film = template::film();
        film["reviews"][0]["claims"][0]["about"] = json!("Template");
        film["reviews"][0]["kind"] = json!("house");
        film
    }

    fn told<T>(form: &Form<T>, value: &Value) -> Vec<String> {
        let source = Source { file: "a.json".to_owned(), text: value.to_string() };
        let document = Document::parse(&source).unwrap();
        form.read(&document).defects.iter().map(|(defect, _)| defect.to_string()).collect()
    }

    /// Every pointer to a part of a value.
    fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
        all.push(at.to_owned());
        match value {
            Value::Array(items) => items.iter().enumerate().for_each(|(i, it)| pointers(it, &format!("{at}/{i}"), all)),
            Value::Object(fields) => fields.iter().for_each(|(name, it)| pointers(it, &format!("{at}/{name}"), all)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// One thing that is wrong is one line, whatever it is, and nothing is left to the decoder's own
    /// words.
    fn check<T>(form: &Form<T>, sound: &Value) {
        assert_eq!(told(form, sound), [""; 0]);
        let mut all = Vec::new();
        pointers(sound, "", &mut all);
        let wrong = [
            json!(null),
            json!(true),
            json!(-1),
            json!(5),
            json!(70_000),
            json!(0.5),
            json!(3.0),
            json!(""),
            json!("x y"),
            json!([]),
            json!([[]]),
            json!({}),
            json!({ "x": 1 }),
        ];
        for (pointer, wrong) in all.iter().flat_map(|pointer| wrong.iter().map(move |wrong| (pointer, wrong))) {
            let mut value = sound.clone();
            *value.pointer_mut(pointer).unwrap() = wrong.clone();
            let told = told(form, &value);
            // Fields that are missing are faults each by itself.
            let others = told.iter().filter(|line| !line.contains("no such field")).count();
            assert!(others <= 1, "{pointer} = {wrong}: {told:#?}");
            assert!(!told.iter().any(|line| line.contains("cannot be read")), "{pointer} = {wrong}: {told:#?}");
        }
    }

    #[test]
    fn one_fault_is_told_once() {
        check(&Form::film().unwrap(), &film());
        check(&Form::reviewers().unwrap(), &template::reviewers());
        check(&Form::settings().unwrap(), &template::settings());
    }

    #[test]
    fn a_field_that_is_taken_out_is_one_problem() {
        let (form, sound) = (Form::film().unwrap(), film());
        let mut all = Vec::new();
        pointers(&sound, "", &mut all);
        for pointer in &all {
            let (around, name) = pointer.rsplit_once('/').unwrap_or_default();
            let mut value = sound.clone();
            let Some(fields) = value.pointer_mut(around).and_then(Value::as_object_mut) else { continue };
            let Some(field) = fields.shift_remove(name) else { continue };
            let lines = told(&form, &value);
            let expected = usize::from(!["compare", "$schema"].contains(&name));
            assert_eq!(lines.len(), expected, "{pointer}: {lines:#?}");

            let fields = value.pointer_mut(around).and_then(Value::as_object_mut).unwrap();
            fields.insert(format!("{name}s"), field);
            let lines = told(&form, &value);
            assert_eq!(lines.len(), 1, "{pointer}s: {lines:#?}");
            assert!(lines[0].contains(&format!("did you mean “{name}”?")), "{lines:#?}");
        }
    }

    #[test]
    fn what_a_template_has_is_no_blank() {
        assert_eq!(facts::of_film(&film()), []);
        assert_eq!(facts::of_reviewers(&template::reviewers()), []);
        assert_eq!(facts::of_settings(&template::settings()), []);
    }
}
