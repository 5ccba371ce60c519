//! What an address asks for that cannot be done, as the visitor is told.

use std::fmt;

use crate::domain::{grade::Score, text::quoted};

/// Something in an address that was left out, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A parameter that has a broken percent escape.
    BadEscape(String),
    /// A parameter that this page does not have.
    UnknownParameter(String),
    /// A parameter that is there more than once.
    Repeated(&'static str),
    /// A value that cannot be read.
    BadValue {
        /// The parameter.
        name: &'static str,
        /// Its value.
        value: String,
        /// What it can be.
        expected: String,
    },
    /// A value that nothing of the data set has.
    NothingHas {
        /// The parameter.
        name: &'static str,
        /// Its value.
        value: String,
    },
    /// A name that no reviewer has.
    Nobody(String),
    /// Somebody, by their name as shown, who is named twice.
    Twice(String),
    /// A parameter that another one makes void.
    SetAside {
        /// The parameter.
        name: &'static str,
        /// The one that counts.
        by: &'static str,
    },
    /// A score range that ends below its start.
    Backwards {
        /// The lowest score asked for.
        min: Score,
        /// The highest score asked for.
        max: Score,
    },
    /// A text that is too long.
    TooLong {
        /// The parameter.
        name: &'static str,
        /// The most characters it can have.
        most: usize,
    },
    /// Too many of something.
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many are read.
        most: usize,
    },
}

impl Notice {
    pub(super) fn bad_value(name: &'static str, value: &str, expected: &str) -> Self {
        Self::BadValue { name, value: value.to_owned(), expected: expected.to_owned() }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadEscape(part) => {
                write!(f, "{} has a broken percent escape and was left out.", quoted(part))
            }
            Self::UnknownParameter(name) => {
                write!(f, "This page has no parameter {}; it was left out.", quoted(name))
            }
            Self::Repeated(name) => write!(f, "“{name}” is there more than once; the first counts."),
            Self::BadValue { name, value, expected } => {
                write!(f, "{} was left out of “{name}”, which takes {expected}.", quoted(value))
            }
            Self::NothingHas { name, value } => {
                write!(f, "Nothing here has {} as its {name}, so it was left out.", quoted(value))
            }
            Self::Nobody(name) => write!(f, "Nobody here is called {}, so that name was left out.", quoted(name)),
            Self::Twice(name) => write!(f, "{name} is there twice and counts once."),
            Self::SetAside { name, by } => write!(f, "“{name}” was left out, since “{by}” says more."),
            Self::Backwards { min, max } => {
                write!(f, "The score range from {min} to {max} ends below its start, so it was left out.")
            }
            Self::TooLong { name, most } => {
                write!(f, "“{name}” is longer than {most} characters and was left out.")
            }
            Self::TooMany { what, most } => write!(f, "Only the first {most} of “{what}” were read."),
        }
    }
}
