//! The file formats. Text in, domain values and defects out, through nodes of one JSON tree; and
//! back, through serde twins of the domain types, exactly as they stand in files.

pub mod film_file;
pub mod index;
mod json;
mod node;
pub mod reviewers_file;
#[cfg(feature = "schema")]
pub mod schema;

use std::fmt;

use crate::domain::defect::Defect;

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

impl From<Defect> for Unreadable {
    fn from(defect: Defect) -> Self {
        Self::Defect(defect)
    }
}

impl From<serde_json::Error> for Unreadable {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let said = error.to_string();
        let reason = said.split_once(" at line ").map_or(said.as_str(), |(reason, _)| reason);
        Self::Malformed { line, column, reason: reason.to_owned() }
    }
}
