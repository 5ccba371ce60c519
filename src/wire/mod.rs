//! The file formats: serde twins of the domain types, exactly as they stand in files. Text in,
//! domain values and defects out; and back.

pub mod film_file;
pub mod index;
pub mod reviewers_file;
#[cfg(feature = "schema")]
pub mod schema;

use std::fmt;

use crate::domain::defect::Defect;

/// Why a whole file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not JSON, or not of the expected shape.
    Malformed {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What the decoder said.
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

impl From<serde_json::Error> for Unreadable {
    fn from(error: serde_json::Error) -> Self {
        Self::Malformed { line: error.line(), column: error.column(), reason: reason(&error) }
    }
}

/// What the decoder said, without the place. Where a part of a file is decoded by itself, the place
/// counts from the start of that part and would mislead.
fn reason(error: &serde_json::Error) -> String {
    let reason = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    reason.strip_suffix(&place).unwrap_or(&reason).to_owned()
}
