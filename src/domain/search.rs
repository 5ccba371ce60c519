//! Finding films by what a visitor types, and the nearest word to a misspelt one.

use super::gather::Gather;
use super::text::fold;

/// The longest search text, in characters.
pub const LONGEST_SEARCH: usize = 200;

/// A search as typed: every word of it must be found, in any order, as part of any word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    words: Vec<String>,
}

impl Search {
    /// Reads what a visitor typed.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { words: fold(text).split_whitespace().map(str::to_owned).gathered() }
    }

    /// Whether nothing is searched for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether every word is found in a text that is folded already.
    #[must_use]
    pub fn finds(&self, folded: &str) -> bool {
        self.words.iter().all(|word| folded.contains(word.as_str()))
    }
}

/// The candidate nearest to a misspelt word, where one is near enough to be what was meant.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const NEAR: f64 = 0.65;
    if word.chars().count() > LONGEST_SEARCH {
        return None;
    }
    let word = fold(word);
    candidates
        .into_iter()
        .map(|candidate| (strsim::normalized_damerau_levenshtein(&word, &fold(candidate)), candidate))
        .filter(|(nearness, _)| *nearness >= NEAR)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}
