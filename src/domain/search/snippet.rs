//! The sentence of a review in which a search is found best.

use std::ops::Range;

use crosscut_engine::{
    highlight::{Lack, highlights, lack},
    term::Term,
};

use crate::domain::{
    passage::sentences_around,
    review::{BlockKind, Span, Spoiler},
};

/// A sentence in which something that is searched for stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The sentence, or the part of a very long one around the first thing that is found.
    pub text: String,
    /// Where in it stands what is searched for, in bytes, ascending and apart.
    pub marked: Vec<Range<usize>>,
    /// How much of the film it gives away.
    pub spoiler: Spoiler,
}

/// The longest snippet, in characters.
const LONGEST: usize = 240;
/// How much of a long sentence stands before what is found, in characters.
const BEFORE: usize = 80;

/// The sentence of a review's blocks in which most of the terms stand; of as good ones the one in which they
/// stand as words and not inside of others, then the one that gives away less, then the first. None where no
/// block has any of them.
#[must_use]
pub fn snippet(blocks: &[(BlockKind, Spoiler, &str)], terms: &[Term]) -> Option<Snippet> {
    let mut best: Option<((Lack, Spoiler), Snippet)> = None;
    for (_, spoiler, text) in blocks {
        for found in highlights(text, terms) {
            let run = sentences_around(text, Span { block: 0, start: found.start, end: found.end });
            let sentence = text.get(run.start..run.end).unwrap_or_default();
            let worth = (lack(sentence, terms), *spoiler);
            if best.as_ref().is_none_or(|(other, _)| worth < *other) {
                let text = shortened(sentence, found.start - run.start);
                best = Some((worth, Snippet { marked: highlights(&text, terms), text, spoiler: *spoiler }));
            }
        }
    }
    best.map(|(_, snippet)| snippet)
}

/// A sentence, cut to its part around a place where it is very long; what is cut off is an ellipsis.
fn shortened(sentence: &str, place: usize) -> String {
    if sentence.chars().count() <= LONGEST {
        return sentence.to_owned();
    }
    let (before, after) = sentence.split_at_checked(place).unwrap_or((sentence, ""));
    let start = before.char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    // At the start of a word, where there is one.
    let start =
        before.get(start..).and_then(|rest| rest.find(' ')).filter(|_| start > 0).map_or(start, |at| start + at + 1);
    let taken = before.get(start..).map_or(0, |part| part.chars().count());
    let end = after.char_indices().nth(LONGEST - taken).map_or(sentence.len(), |(at, _)| place + at);
    let part = sentence.get(start..end).unwrap_or_default();
    // At the end of a word, where there is one after what is found.
    let whole = part.rfind(' ').filter(|at| end < sentence.len() && start + at > place);
    let part = part.get(..whole.unwrap_or(part.len())).unwrap_or_default().trim_end();
    format!("{}{part}{}", if start > 0 { "… " } else { "" }, if end < sentence.len() { " …" } else { "" })
}
