//! The file formats. Text in, domain values and defects out, through nodes of one JSON tree; and
//! back, through serde twins of the domain types and `serde_json`, exactly as they stand in files.
//!
//! A comparison can be taken away as [`markdown`], [`csv`] and [`json_ld`]: text out, and no way back.

pub mod csv;
pub mod film_file;
pub mod index;
pub mod json_ld;
pub mod markdown;
pub mod markup;
mod node;
mod object;
pub mod reviewers_file;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "schema")]
pub mod settings_file;
pub mod texts;

use std::fmt;

use crosscut_engine::json::Fault;

use crate::domain::{comparison::Comparison, defect::Defect};

/// What of a comparison is shown, and so may be taken away.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The names of the reviewers, in the order of the columns; letters where they are hidden.
    pub names: &'a [String],
    /// Whether names, outlets and grades are hidden. Then nothing is written that tells them.
    pub blind: bool,
    /// The whole address of the comparison.
    pub address: &'a str,
}

impl<'a> Shown<'a> {
    /// The name over a column, from 0.
    fn name(&self, column: usize) -> &'a str {
        self.names.get(column).map_or("", String::as_str)
    }

    /// The address; none where names are hidden and it names a review, since ids tell whose it is.
    fn address(&self, comparison: &Comparison) -> Option<&'a str> {
        let tells = comparison.film().reviews.iter().any(|review| self.address.contains(review.id.as_str()));
        (!self.blind || !tells).then_some(self.address)
    }
}

/// Why a whole file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not JSON.
    Malformed {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What the parser said.
        reason: String,
    },
    /// A value without which the rest means nothing is not sound.
    Defect(Defect),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed { line, column, reason } => write!(f, "{reason} at line {line}, column {column}"),
            Self::Defect(defect) => defect.fmt(f),
        }
    }
}

impl std::error::Error for Unreadable {}

impl Unreadable {
    /// A text that is not JSON.
    fn malformed(fault: Fault, text: &str) -> Self {
        let (line, column) = fault.place(text);
        Self::Malformed { line, column, reason: fault.reason.to_owned() }
    }
}

impl From<Defect> for Unreadable {
    fn from(defect: Defect) -> Self {
        Self::Defect(defect)
    }
}
