//! Any part of a word: a dictionary of the ends of words.
//!
//! A part of a word is the beginning of one of its ends: “cape” begins the end “cape” of “landscape”. With all ends
//! in order, a part is found in one place, as a beginning is found in the dictionary. A table from trigrams to
//! words, which is usual, keeps every word about as often, but fetches the lists of all trigrams of the part, of
//! which that of “ing” has a tenth of all words, to find what they have in common.

use std::ops::Range;

use super::{
    bits::put_varint,
    dictionary::{put_word, shared},
    vocabulary::{Term, Vocabulary},
};

/// The shortest end, in letters; a shorter part of a word is not looked for.
pub const SHORTEST: usize = 3;
/// In how many reviews a word has to be. Half of all words are in one review: they would double the table, and
/// are found by their beginnings.
const REVIEWS: u32 = 4;
/// How many letters of an end count for its order.
const LETTERS: usize = 12;

/// The ends of words, in order.
#[derive(Debug)]
pub struct Parts {
    /// The first letters of an end, five bits each, with the place of its word in the vocabulary.
    ends: Vec<(u64, u32)>,
}

impl Parts {
    pub fn of(vocabulary: &Vocabulary) -> Self {
        let common = vocabulary.terms.iter().zip(0..).filter(|(term, _)| term.reviews >= REVIEWS);
        let ends = |(term, place): (&Term, u32)| {
            let word = term.word.clone();
            (1..=word.len().saturating_sub(SHORTEST)).map(move |at| (key(&word[at..]), place)).collect::<Vec<_>>()
        };
        let mut ends: Vec<(u64, u32)> = common.flat_map(ends).collect();
        ends.sort_unstable();
        Self { ends }
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The places of the ends that begin with a part.
    pub fn beginning(&self, part: &str) -> Range<usize> {
        let least = key(part);
        let most = least | ((1 << (5 * (LETTERS - part.len().min(LETTERS)))) - 1);
        self.ends.partition_point(|end| end.0 < least)..self.ends.partition_point(|end| end.0 <= most)
    }

    /// The words of some ends.
    pub fn words(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        self.ends[range].iter().map(|end| end.1 as usize)
    }

    /// A block of some ends: what is new in each, and what is before it in its word.
    pub fn encode(&self, range: Range<usize>, vocabulary: &Vocabulary) -> Vec<u8> {
        let (mut letters, mut starts) = (Vec::new(), Vec::new());
        let mut before = String::new();
        for (key, place) in &self.ends[range] {
            let term = &vocabulary.terms[*place as usize];
            let Some(at) = (1..term.word.len()).find(|at| self::key(&term.word[*at..]) == *key) else { continue };
            let (start, end) = term.word.split_at(at);
            put_word(&mut letters, &before, end);
            end.clone_into(&mut before);
            // What is shown first of many words that have the part: the binary digits of the count.
            starts.push((start.len().min(7) as u8) << 5 | (term.reviews.ilog2() as u8));
            starts.extend(start.bytes());
        }
        let mut bytes = Vec::new();
        put_varint(&mut bytes, letters.len() as u32);
        [bytes, letters, starts].concat()
    }

    /// What parts an end from the one before it, as the list of blocks says it; as letters.
    pub fn divide(&self, at: usize) -> String {
        let (before, end) = (spell(self.ends[at - 1].0), spell(self.ends[at].0));
        end[..(shared(&before, &end) + 1).min(end.len())].to_owned()
    }
}

/// The first letters of an end, as a number in the same order.
fn key(end: &str) -> u64 {
    let letter = |at: usize| end.as_bytes().get(at).map_or(0, |letter| u64::from(letter & 0x1f));
    (0..LETTERS).fold(0, |key, at| key << 5 | letter(at))
}

fn spell(key: u64) -> String {
    let letters = (0..LETTERS).rev().map(|at| (key >> (5 * at) & 0x1f) as u8);
    letters.filter(|letter| *letter > 0).map(|letter| char::from(letter | 0x60)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::Site;

    #[test]
    fn every_part_of_every_common_word_is_found() {
        let vocabulary = Vocabulary::of(&Site::of(1_000, 1));
        let parts = Parts::of(&vocabulary);
        let words = |part: &str| {
            let mut words: Vec<usize> = parts.words(parts.beginning(part)).collect();
            words.sort_unstable();
            words.dedup();
            words
        };
        for part in ["ter", "ound", "ingin", "xqz"] {
            let has = |term: &Term| term.reviews >= REVIEWS && term.word[1..].contains(part);
            let expected: Vec<usize> =
                vocabulary.terms.iter().enumerate().filter(|(_, term)| has(term)).map(|(at, _)| at).collect();
            assert_eq!(words(part), expected, "{part}");
        }
    }

    #[test]
    fn ends_are_in_the_order_of_their_letters() {
        assert!(key("ape") < key("apes") && key("apes") < key("b"));
        assert_eq!(spell(key("landscape")), "landscape");
        assert_eq!(spell(key("incomprehensibilities")), "incomprehens");
    }
}
