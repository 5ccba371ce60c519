//! Which defects only follow from others: a fault is told once, where it is.

use crosscut::domain::{
    comparison::MOST,
    defect::{
        Defect, JsonPath,
        Step::{self, Index, Key},
    },
};
use serde_json::Value;

use super::{
    document::{lies_in, value_at},
    shape::{Kind, ShapeFault},
};

/// What is known to be wrong with a file.
#[derive(Debug)]
pub struct Known<'a> {
    value: &'a Value,
    /// Places that were mended: what is there now, or below, is not of the file.
    mended: Vec<&'a JsonPath>,
    /// Places where something is wrong in any way.
    faulty: Vec<&'a JsonPath>,
}

impl<'a> Known<'a> {
    /// From the faults of shape of a value, and the defects that were found once it was mended.
    pub fn new(value: &'a Value, shape: &'a [ShapeFault], meant: &'a [Defect]) -> Self {
        let mended = shape.iter().filter(|fault| fault.kind != Kind::Refused).map(|fault| &fault.defect.path);
        let mended: Vec<&JsonPath> = mended.collect();
        let faulty = mended.iter().copied().chain(meant.iter().map(|defect| &defect.path)).collect();
        Self { value, mended, faulty }
    }

    /// Whether a defect is one of the mending, or would be gone if a known fault were.
    pub fn explains(&self, defect: &Defect) -> bool {
        let path = &defect.path;
        self.mended.iter().any(|mended| lies_in(path, mended)) || self.follows(path)
    }

    fn follows(&self, path: &JsonPath) -> bool {
        let names: Vec<&str> = path.steps().iter().map(name).collect();
        match (names.as_slice(), path.steps()) {
            (["reviews", _, "claims", _, "quote"], [reviews, review, ..]) => self.text_is_faulty(reviews, review),
            (["reviews", _, "claims", _, "about"], _) => self.people_are_faulty(),
            (["reviews", _, "body"], body) => self.kind_is_faulty(body),
            (["certificate", "code"], [certificate, _]) => {
                self.mended.iter().any(|mended| *mended.steps() == [certificate.clone(), Key("system".to_owned())])
            }
            (["compare", _], _) => self.is_named(path),
            // Their number in the file is right, so it was one of them that was left out; or one of them
            // is no id at all.
            (["compare"], _) => {
                let count = value_at(self.value, path).and_then(Value::as_array).map(Vec::len);
                count.is_none_or(|count| (2..=MOST).contains(&count))
                    || self.mended.iter().any(|mended| lies_in(mended, path))
            }
            _ => false,
        }
    }

    /// A quote cannot be found in a text that is not there, or not as it should be.
    fn text_is_faulty(&self, reviews: &Step, review: &Step) -> bool {
        let body = [reviews.clone(), review.clone(), Key("body".to_owned())];
        self.faulty.iter().any(|fault| match fault.steps().strip_prefix(&body[..]) {
            Some([]) => self.mended.contains(fault) || value_at(self.value, fault).is_some_and(is_empty),
            Some([Index(_)]) => self.mended.contains(fault),
            Some([Index(_), Key(name)]) => name == "text",
            _ => false,
        })
    }

    /// A claim cannot be about a person who would be in a list that is not as it should be.
    fn people_are_faulty(&self) -> bool {
        self.mended.iter().any(|mended| match mended.steps() {
            [Key(list), ..] => ["directors", "writers", "crew", "cast"].contains(&list.as_str()),
            _ => false,
        })
    }

    /// A block whose kind is not known may be the opinion that the body lacks.
    fn kind_is_faulty(&self, body: &[Step]) -> bool {
        self.faulty.iter().any(|fault| match fault.steps().strip_prefix(body) {
            Some([Index(_)]) => true,
            Some([Index(_), Key(name)]) => name == "kind",
            _ => false,
        })
    }

    /// Whether a review has, or may have, the id that stands at a path of the opening comparison:
    /// it was left out because of a fault of its own. The second time that one is named is a fault.
    fn is_named(&self, path: &JsonPath) -> bool {
        let Some(name) = value_at(self.value, path) else { return true };
        let array = |field: &str| self.value.get(field).and_then(Value::as_array).into_iter().flatten();
        let first = array("compare").position(|other| other == name).map(Index);
        let named = first.as_ref() == path.steps().last()
            && array("reviews").any(|review| review.get("id").is_some_and(|id| id == name));
        let unnamed = |mended: &&JsonPath| match mended.steps() {
            [Key(reviews)] | [Key(reviews), Index(_)] => reviews == "reviews",
            [Key(reviews), Index(_), Key(id)] => reviews == "reviews" && id == "id",
            _ => false,
        };
        named || self.mended.iter().any(unnamed)
    }
}

fn name(step: &Step) -> &str {
    match step {
        Key(name) => name,
        Index(_) => "*",
    }
}

fn is_empty(value: &Value) -> bool {
    value.as_array().is_some_and(Vec::is_empty)
}
