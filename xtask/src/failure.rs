//! The one kind of error that these commands end with.

use std::fmt;

/// One sentence for the person at the terminal: what could not be had or does not hold, and what
/// to do about it. Anything longer has been printed before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    sentence: String,
    status: u8,
}

impl Failure {
    /// Something could not be done, or does not hold: exit status 1.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), status: 1 }
    }

    /// The command line cannot be understood: exit status 2.
    pub fn usage(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), status: 2 }
    }

    /// What the process exits with.
    pub const fn status(&self) -> u8 {
        self.status
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl std::error::Error for Failure {}
