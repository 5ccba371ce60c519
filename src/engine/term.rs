//! What is searched for.

use crate::{fold::is_unspaced, words::words_of};

/// One thing that is searched for. Its words are folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// A word, the start of one, or any part of one.
    Word(String),
    /// Words that stand one after the other in one place, each of them whole; of an open phrase the
    /// last may be the start of a word, as it is still being typed.
    Phrase {
        /// The words, at least one.
        words: Vec<String>,
        /// Whether the last may be the start of a word.
        open: bool,
    },
}

impl Term {
    /// What a run of typed letters without spaces searches for: its word, or, where it has marks
    /// within, as in `wall-e`, its words one after the other. None where it has no letters.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        let mut words = words(text);
        match words.len() {
            0 => None,
            1 => words.pop().map(Self::Word),
            _ => Some(Self::Phrase { words, open: true }),
        }
    }

    /// The phrase of a text in quotation marks; none where it has no letters. One run of a writing without
    /// spaces may stand anywhere: where in it words end nobody can tell.
    #[must_use]
    pub fn phrase(text: &str, open: bool) -> Option<Self> {
        let mut words = words(text);
        match words.pop()? {
            run if words.is_empty() && run.contains(is_unspaced) => Some(Self::Word(run)),
            last => {
                words.push(last);
                Some(Self::Phrase { words, open })
            }
        }
    }

    /// The same where it stands whole: what is left out is left out for just what is typed, and not for
    /// longer words.
    #[must_use]
    pub fn whole(self) -> Self {
        match self {
            Self::Word(run) if run.contains(is_unspaced) => Self::Word(run),
            Self::Word(word) => Self::Phrase { words: vec![word], open: false },
            Self::Phrase { words, .. } => Self::Phrase { words, open: false },
        }
    }

    /// Whether what is found of this term can be searched for another: both are words, and the other is in
    /// this one. Of single letters the words are not kept.
    #[must_use]
    pub fn narrows(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Word(long), Self::Word(short)) if short.len() > 1 && long.contains(short.as_str()))
    }

    /// Its words.
    #[must_use]
    pub fn words(&self) -> &[String] {
        match self {
            Self::Word(word) => std::slice::from_ref(word),
            Self::Phrase { words, .. } => words,
        }
    }
}

fn words(text: &str) -> Vec<String> {
    words_of(text).into_iter().map(|(word, _)| word).collect()
}

/// Whether two texts are the same. They are short: a call of the library's comparison would take longer.
#[inline]
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one == other)
}

/// How a term stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// As a whole word.
    Whole,
    /// As the start of a word.
    Start,
    /// Inside a word.
    Part,
}

impl Fit {
    /// Every fit, the best first.
    pub const ALL: [Self; 3] = [Self::Whole, Self::Start, Self::Part];

    /// How a word fits into another; none where it is no part of it.
    #[must_use]
    #[inline]
    pub fn of(part: &str, word: &str) -> Option<Self> {
        let (part, word) = (part.as_bytes(), word.as_bytes());
        let (first, rest) = part.split_first()?;
        let beyond = word.len().checked_sub(part.len())?;
        for (at, letter) in word.get(..=beyond)?.iter().enumerate() {
            if letter == first && same(rest, word.get(at + 1..at + part.len())?) {
                return Some(match at {
                    0 if beyond == 0 => Self::Whole,
                    0 => Self::Start,
                    _ => Self::Part,
                });
            }
        }
        None
    }
}
