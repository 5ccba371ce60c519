//! Where in a text stands what was searched for.

use std::ops::Range;

use crate::{
    term::{Fit, Term},
    words::{place_of, words_of},
};

/// Where in a text its words stand that terms fit into, in bytes: just the letters that fit, ascending
/// and apart. What fits inside of words is told where it stands nowhere as a word or the start of one. Of a
/// phrase all words are told.
#[must_use]
pub fn highlights(text: &str, terms: &[Term]) -> Vec<Range<usize>> {
    let words = words_of(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    for term in terms {
        match term {
            Term::Word(part) => {
                let best = words.iter().filter_map(|(word, _)| Fit::of(part, word)).min();
                // A single letter starts words everywhere.
                let loosest = match best {
                    Some(Fit::Whole) if part.chars().nth(1).is_none() => Fit::Whole,
                    Some(Fit::Whole | Fit::Start) => Fit::Start,
                    Some(Fit::Part) => Fit::Part,
                    None => continue,
                };
                for (word, range) in &words {
                    match Fit::of(part, word) {
                        Some(Fit::Part) if loosest == Fit::Part => found.extend(
                            word.match_indices(part.as_str())
                                .map(|(at, part)| place_of(text, range.clone(), at..at + part.len())),
                        ),
                        Some(fit) if fit <= loosest => found.push(place_of(text, range.clone(), 0..part.len())),
                        _ => {}
                    }
                }
            }
            Term::Phrase { words: phrase, open } => {
                for run in runs(&words, phrase, *open) {
                    let places = run.iter().zip(phrase);
                    found.extend(places.map(|((_, range), wanted)| place_of(text, range.clone(), 0..wanted.len())));
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

/// The words of a text that stand as a phrase does.
fn runs<'a>(
    words: &'a [(String, Range<usize>)],
    phrase: &'a [String],
    open: bool,
) -> impl Iterator<Item = &'a [(String, Range<usize>)]> {
    words.windows(phrase.len().max(1)).filter(move |run| {
        let last = run.len() - 1;
        run.iter().zip(phrase).enumerate().all(|(at, ((word, _), wanted))| {
            word == wanted || (open && at == last && word.starts_with(wanted.as_str()))
        })
    })
}

/// What a text lacks of terms. Less is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lack {
    /// How many terms stand nowhere in it.
    pub missing: usize,
    /// How loosely the others stand in it: each counts 0 as a whole word, 1 as the start of one and 2 inside.
    pub loose: usize,
}

/// What a text lacks of terms.
#[must_use]
pub fn lack(text: &str, terms: &[Term]) -> Lack {
    let words = words_of(text);
    let fit = |term: &Term| match term {
        Term::Word(part) => words.iter().filter_map(|(word, _)| Fit::of(part, word)).min(),
        Term::Phrase { words: phrase, open } => runs(&words, phrase, *open).next().map(|_| Fit::Whole),
    };
    let mut lack = Lack::default();
    for term in terms {
        match fit(term) {
            Some(fit) => lack.loose += fit as usize,
            None => lack.missing += 1,
        }
    }
    lack
}
