//! What is wrong in data, where, and what was expected: the one place for the wording.

use std::fmt;

use super::text::quoted;

/// A place inside a JSON document.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JsonPath(Vec<Step>);

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Into the member of an object.
    Key(String),
    /// Into the element of an array, from 0.
    Index(usize),
}

impl JsonPath {
    /// The document itself.
    #[must_use]
    pub const fn root() -> Self {
        Self(Vec::new())
    }

    /// The member `name` of this place.
    #[must_use]
    pub fn key(&self, name: &str) -> Self {
        self.step(Step::Key(name.to_owned()))
    }

    /// The element at `index`, from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.step(Step::Index(index))
    }

    /// The steps from the root.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    fn step(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("$")?;
        self.0.iter().try_for_each(|step| match step {
            Step::Key(name) => write!(f, ".{name}"),
            Step::Index(index) => write!(f, "[{index}]"),
        })
    }
}

/// One fault of a data file, and where it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Defect {
    /// Where.
    pub path: JsonPath,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong at a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The value as found, ready to show.
    pub found: String,
    /// What was expected instead.
    pub expected: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "found {}, expected {}", self.found, self.expected)
    }
}

impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.fault)
    }
}

impl Defect {
    /// A value that is not what was expected.
    #[must_use]
    pub fn value(path: JsonPath, found: &str, expected: impl Into<String>) -> Self {
        Self::shape(path, quoted(found), expected)
    }

    /// A value that is not text, as it is to be shown.
    #[must_use]
    pub fn shape(path: JsonPath, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { path, fault: Fault { found: found.into(), expected: expected.into() } }
    }

    /// A word off a closed list.
    #[must_use]
    pub fn off_list(path: JsonPath, found: &str, list: &str, known: &[&str]) -> Self {
        let nearest = super::search::nearest(found, known.iter().copied());
        let hint = nearest.map_or_else(String::new, |word| format!(" (did you mean “{word}”?)"));
        Self::value(path, found, format!("{} of the list {}{hint}", article(list), known.join(", ")))
    }

    /// A quote that is not in the body, or is there more than once.
    #[must_use]
    pub fn quote(path: JsonPath, quote: &str, times: usize) -> Self {
        let expected = if times == 0 {
            "a run of words that stands in one block of this review's body, letter for letter".to_owned()
        } else {
            format!("a run of words that stands in the body once; this one is there {times} times: make it longer")
        };
        Self::value(path, quote, expected)
    }

    /// An `about` that is not one of the film's people.
    #[must_use]
    pub fn about(path: JsonPath, name: &str, people: &[&str]) -> Self {
        let nearest = super::search::nearest(name, people.iter().copied());
        let hint = nearest.map_or_else(String::new, |name| format!(" (did you mean “{name}”?)"));
        Self::value(path, name, format!("null or a name from the film's directors, writers, crew or cast{hint}"))
    }

    /// A body in which nothing is opinion.
    #[must_use]
    pub fn no_opinion(path: JsonPath, blocks: usize) -> Self {
        let found = match blocks {
            0 => "no blocks".to_owned(),
            1 => "1 block, which is not opinion".to_owned(),
            more => format!("{more} blocks, none of them opinion"),
        };
        Self::shape(path, found, "at least one block whose kind is “opinion”")
    }

    /// A name that something else has already.
    #[must_use]
    pub fn duplicate(path: JsonPath, name: &str, what: &str, first: &str) -> Self {
        Self::value(path, name, format!("{} that no other has; it stands first at {first}", article(what)))
    }

    /// A reference to something that is not there.
    #[must_use]
    pub fn unknown<'a>(path: JsonPath, name: &str, what: &str, known: impl Iterator<Item = &'a str>) -> Self {
        let hint =
            super::search::nearest(name, known).map_or_else(String::new, |word| format!(" (did you mean “{word}”?)"));
        Self::value(path, name, format!("{} that exists{hint}", article(what)))
    }
}

/// The noun with `a` or `an`: by its sound where it starts with initials, `an MPA certificate`.
fn article(noun: &str) -> String {
    let initials = noun.split(' ').next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_uppercase()));
    let vowels = if initials { "AEFHILMNORSX" } else { "aeiou" };
    let article = if noun.starts_with(|first| vowels.contains(first)) { "an" } else { "a" };
    format!("{article} {noun}")
}
