//! One value of a file with its place: what the readers of all formats are made of.
//!
//! A text is parsed once, into a tree; nodes walk it. Where a node does not find what it is asked
//! for, it notes a defect with its path and answers none, and the reader goes on with the rest.
//! Derived decoders would stop at the first fault and keep no paths, and took some eighty thousand
//! bytes more of the page. So most accessors are never inlined: one copy serves all formats.

use std::{cell::Cell, str::FromStr};

use crosscut_engine::json::{Json, Number};

use crate::domain::gather::Gather;
use crate::domain::{
    defect::{Defect, JsonPath},
    text::{counted, quoted},
};

/// What is wrong with a file, in the order in which it was found.
#[derive(Default)]
pub(super) struct Defects(Cell<Vec<Defect>>);

impl Defects {
    /// Notes one more.
    #[inline(never)]
    fn push(&self, defect: Defect) {
        let mut all = self.0.take();
        all.push(defect);
        self.0.set(all);
    }

    /// All of it.
    pub fn into_vec(self) -> Vec<Defect> {
        self.0.into_inner()
    }
}

/// A value of a file, or a place where there is none.
pub(super) struct Node<'a> {
    value: Option<&'a Json<'a>>,
    place: Place<'a>,
    defects: &'a Defects,
}

/// Where a node is: a chain up to the root, so that only a defect costs a path.
enum Place<'a> {
    Root,
    Key(&'a Self, &'a str),
    Index(&'a Self, usize),
}

impl Place<'_> {
    fn path(&self) -> JsonPath {
        match self {
            Self::Root => JsonPath::root(),
            Self::Key(around, name) => around.path().key(name),
            Self::Index(around, index) => around.path().index(*index),
        }
    }
}

impl<'a> Node<'a> {
    /// The whole file.
    pub const fn root(value: &'a Json<'a>, defects: &'a Defects) -> Self {
        Self { value: Some(value), place: Place::Root, defects }
    }

    /// An element of a member of the file, that was read by itself.
    pub const fn element_of(value: &'a Json<'a>, member: &'a Self, index: usize) -> Self {
        Self { value: Some(value), place: Place::Index(&member.place, index), defects: member.defects }
    }

    /// The member of that name.
    #[inline(never)]
    pub fn at(&'a self, name: &'a str) -> Self {
        let value = self.value.and_then(|value| value.member(name));
        Self { value, place: Place::Key(&self.place, name), defects: self.defects }
    }

    /// The element at that index, from 0.
    #[inline(never)]
    pub fn nth(&'a self, index: usize) -> Self {
        let value = self.value.and_then(|value| value.element(index));
        Self { value, place: Place::Index(&self.place, index), defects: self.defects }
    }

    /// How many elements the array has, where it is one.
    #[inline(never)]
    pub fn len(&self) -> Option<usize> {
        if let Some(Json::Array(elements)) = self.value { Some(elements.len()) } else { None }
    }

    /// Its place.
    #[inline(never)]
    pub fn path(&self) -> JsonPath {
        self.place.path()
    }

    /// The node, unless nothing is there, or null.
    pub const fn present(&self) -> Option<&Self> {
        if matches!(self.value, None | Some(Json::Null)) { None } else { Some(self) }
    }
}

/// What the rest means nothing without: the defect is not noted but given back, to fail with.
impl<'a> Node<'a> {
    /// The text.
    #[inline(never)]
    pub fn try_text(&self) -> Result<&'a str, Defect> {
        self.value.and_then(Json::text).ok_or_else(|| self.mismatch("text"))
    }

    /// What the text stands for.
    pub fn try_parsed<T: FromStr>(&self, expected: &str) -> Result<T, Defect> {
        let text = self.try_text()?;
        text.parse().map_err(|_| Defect::value(self.path(), text, expected))
    }

    /// The whole number up to `most`.
    pub fn try_number<N: Into<u32> + TryFrom<u32>>(&self, most: N) -> Result<N, Defect> {
        let most = most.into();
        let number = self.whole().filter(|number| *number <= most);
        number.and_then(|number| N::try_from(number).ok()).ok_or_else(|| self.no_number(most))
    }

    /// The node, where it is an array.
    #[inline(never)]
    pub fn try_array(&self) -> Result<&Self, Defect> {
        if self.len().is_some() { Ok(self) } else { Err(self.mismatch("an array")) }
    }

    /// The node, where it is an object.
    #[inline(never)]
    pub fn try_object(&self) -> Result<&Self, Defect> {
        if matches!(self.value, Some(Json::Object(_))) { Ok(self) } else { Err(self.mismatch("an object")) }
    }

    /// That something else is there than was expected.
    #[inline(never)]
    pub fn mismatch(&self, expected: &str) -> Defect {
        Defect::shape(self.path(), found(self.value), expected)
    }

    #[inline(never)]
    fn whole(&self) -> Option<u32> {
        if let Some(Json::Number(Number::Whole(number))) = self.value { u32::try_from(*number).ok() } else { None }
    }

    #[inline(never)]
    fn no_number(&self, most: u32) -> Defect {
        self.mismatch(&format!("a whole number from 0 to {most}"))
    }
}

/// What the rest is of use without: the defect is noted.
impl<'a> Node<'a> {
    /// The text.
    #[inline(never)]
    pub fn text(&self) -> Option<&'a str> {
        self.noted(self.try_text())
    }

    /// A copy of the text.
    #[inline(never)]
    pub fn string(&self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    /// A copy of the text; none where nothing is there, or null.
    #[inline(never)]
    pub fn optional_string(&self) -> Option<String> {
        self.present()?.string()
    }

    /// Copies of the texts of the array, without its elements that are none.
    #[inline(never)]
    pub fn strings(&self) -> Vec<String> {
        self.items().filter_map(|item| item.string()).gathered()
    }

    /// The whole number up to `most`.
    pub fn number<N: Into<u32> + TryFrom<u32>>(&self, most: N) -> Option<N> {
        self.noted(self.try_number(most))
    }

    /// The truth value.
    #[inline(never)]
    pub fn flag(&self) -> Option<bool> {
        if let Some(Json::Flag(flag)) = self.value {
            return Some(*flag);
        }
        self.note(self.mismatch("true or false"));
        None
    }

    /// What the text stands for.
    pub fn parsed<T: FromStr>(&self, expected: &str) -> Option<T> {
        self.noted(self.try_parsed(expected))
    }

    /// What the word of a closed list stands for; `list` is what it is a list of.
    pub fn word<T: FromStr>(&self, list: &str, known: &[&str]) -> Option<T> {
        let text = self.text()?;
        let parsed = text.parse().ok();
        if parsed.is_none() {
            self.refuse_word(text, list, known);
        }
        parsed
    }

    /// The elements of the array.
    pub fn items(&self) -> impl Iterator<Item = Node<'_>> {
        let len = self.array().and_then(Node::len).unwrap_or_default();
        (0..len).map(|index| self.nth(index))
    }

    /// The elements of the array that can be read, without those whose name one before them has.
    pub fn distinct<T>(&self, name: &str, name_of: fn(&T) -> &str, read: impl Fn(&Node) -> Option<T>) -> Vec<T> {
        let mut all: Vec<T> = Vec::new();
        let mut places: Vec<usize> = Vec::new();
        for (at, item) in self.items().enumerate() {
            let Some(one) = read(&item) else { continue };
            if let Some(first) = all.iter().position(|other| name_of(other) == name_of(&one)) {
                let first = self.nth(places.get(first).copied().unwrap_or_default());
                item.refuse_double(name, name_of(&one), &first);
            } else {
                all.push(one);
                places.push(at);
            }
        }
        all
    }

    /// Notes that what stands under a name is what one before has there.
    #[inline(never)]
    pub fn refuse_double(&self, name: &str, found: &str, first: &Node) {
        let place = self.at(name);
        place.note(Defect::duplicate(place.path(), found, name, &first.at(name).path().to_string()));
    }

    /// The node, where it is an array.
    #[inline(never)]
    pub fn array(&self) -> Option<&Self> {
        self.noted(self.try_array())
    }

    /// The node, where it is an object.
    #[inline(never)]
    pub fn object(&self) -> Option<&Self> {
        self.noted(self.try_object())
    }

    /// Notes a text that is of no use.
    #[inline(never)]
    pub fn refuse(&self, text: &str, expected: &str) {
        self.defects.push(Defect::value(self.path(), text, expected));
    }

    /// Notes a word that is not on its list.
    #[inline(never)]
    pub fn refuse_word(&self, word: &str, list: &str, known: &[&str]) {
        self.defects.push(Defect::off_list(self.path(), word, list, known));
    }

    /// Notes a defect.
    pub fn note(&self, defect: Defect) {
        self.defects.push(defect);
    }

    fn noted<T>(&self, result: Result<T, Defect>) -> Option<T> {
        result.map_err(|defect| self.defects.push(defect)).ok()
    }
}

/// What is there, as messages show it.
#[inline(never)]
fn found(value: Option<&Json>) -> String {
    match value {
        None => "nothing".to_owned(),
        Some(Json::Null) => "null".to_owned(),
        Some(Json::Flag(true)) => "true".to_owned(),
        Some(Json::Flag(false)) => "false".to_owned(),
        Some(Json::Number(Number::Whole(number))) => format!("the number {number}"),
        Some(Json::Number(Number::Negative(number))) => format!("the number {number}"),
        Some(Json::Number(Number::Other)) => "a number that is not whole".to_owned(),
        // A number in quotation marks looks right, so it is said what it is.
        Some(Json::Text(text)) => format!("the text {}", quoted(text)),
        Some(Json::Array(elements)) => format!("an array of {}", elements.len()),
        Some(Json::Object(members)) => format!("an object of {}", counted(members.len(), "field")),
    }
}
