//! Finding films and reviews by what a visitor types and chooses, and the nearest word to a misspelt one.
//!
//! A [`Question`] is what was typed, read. A [`Finder`] is the catalogue made ready for it, and answers
//! with what is [`Found`], and with the [`Counts`] beside every option.

mod counts;
mod finder;
mod found;
mod question;
mod snippet;
mod suggest;

pub use counts::Counts;
pub use finder::Finder;
pub use found::Found;
pub use question::{Condition, Field, MOST_TERMS, Question, State, Trouble};
pub use snippet::{Snippet, snippet};

use super::text::fold;

/// The longest search text, in characters.
pub const LONGEST_SEARCH: usize = 200;

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
