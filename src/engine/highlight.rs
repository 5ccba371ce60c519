//! Where in a text stands what was searched for.

use std::ops::Range;

use crate::{
    term::Term,
    words::{place_of, words_of},
};

/// Where in a text its words stand that terms fit into, in bytes: just the letters that fit, ascending
/// and apart. Of a phrase all words are told.
#[must_use]
pub fn highlights(text: &str, terms: &[Term]) -> Vec<Range<usize>> {
    let words = words_of(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    for term in terms {
        match term {
            Term::Word(part) => {
                for (word, range) in &words {
                    found.extend(
                        word.match_indices(part.as_str())
                            .map(|(at, part)| place_of(text, range.clone(), at..at + part.len())),
                    );
                }
            }
            Term::Phrase { words: phrase, open } => {
                for run in words.windows(phrase.len().max(1)) {
                    let last = run.len() - 1;
                    let fits = |(at, ((word, _), wanted)): (usize, (&(String, Range<usize>), &String))| {
                        let start = *open && at == last && word.starts_with(wanted.as_str());
                        word == wanted || start
                    };
                    if run.iter().zip(phrase).enumerate().all(fits) {
                        let places = run.iter().zip(phrase);
                        found.extend(places.map(|((_, range), wanted)| place_of(text, range.clone(), 0..wanted.len())));
                    }
                }
            }
        }
    }
    found.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}
