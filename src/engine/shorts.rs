//! Where the shortest parts of words stand, looked up before anyone asks.
//!
//! A part of one or two letters fits into thousands of words. To join their texts when it is typed takes
//! longer than all the keys that follow; so that is done ahead, for the parts that most texts have.

use std::cmp::Reverse;

use crate::{bits::Bits, names::narrow};

/// The letters and digits that are told apart.
const LETTERS: usize = 36;
/// The parts of one letter and of two.
const PARTS: usize = LETTERS + LETTERS * LETTERS;
/// How many bytes the sets may take together.
const ROOM: usize = 3 << 20;
/// No set.
const NONE: u16 = u16::MAX;

/// The texts of short parts, and the words that they fit into.
///
/// First every word is [counted](Self::count), then the parts are [chosen](Self::choose), then every word
/// is [added](Self::add).
#[derive(Clone, Debug)]
pub struct Shorts {
    /// Of each part in how many texts its words stand, taken together, and how many words it has.
    counts: Vec<(u32, u32)>,
    /// Of each part the place of what is known of it.
    known_of: Vec<u16>,
    known: Vec<Known>,
    /// The parts of the word at hand, and whether each starts it.
    at_hand: Vec<(usize, bool)>,
}

/// What is known of a part.
#[derive(Clone, Debug)]
pub struct Known {
    /// The texts that have a word that starts with it.
    pub starts: Bits,
    /// The texts that have a word with it.
    pub texts: Bits,
    /// The words with it, unless it is a single letter: too many have it.
    pub words: Option<Vec<u32>>,
}

impl Default for Shorts {
    fn default() -> Self {
        Self { counts: vec![(0, 0); PARTS], known_of: vec![NONE; PARTS], known: Vec::new(), at_hand: Vec::new() }
    }
}

impl Shorts {
    /// Counts a word that stands in so many texts.
    pub fn count(&mut self, word: &str, texts: usize) {
        self.take_apart(word);
        for (part, _) in &self.at_hand {
            if let Some(all) = self.counts.get_mut(*part) {
                *all = (all.0.saturating_add(narrow(texts)), all.1 + 1);
            }
        }
    }

    /// Chooses the parts that are worth it: those that stand most often, as long as there is room. `texts`
    /// is how many texts there are.
    pub fn choose(&mut self, texts: usize) {
        let mut parts: Vec<(Reverse<u32>, usize)> = Vec::new();
        for (part, (texts, _)) in self.counts.iter().enumerate().filter(|(_, (texts, _))| *texts > 0) {
            parts.push((Reverse(*texts), part));
        }
        parts.sort_unstable();
        let none = Bits::none(texts);
        for (_, part) in parts.into_iter().take(ROOM / (2 * none.bytes()).max(1)) {
            if let (Some(known), Ok(at)) = (self.known_of.get_mut(part), u16::try_from(self.known.len())) {
                *known = at;
                let words = self.counts.get(part).filter(|_| part >= LETTERS);
                let words = words.map(|(_, words)| Vec::with_capacity(*words as usize));
                self.known.push(Known { starts: none.clone(), texts: none.clone(), words });
            }
        }
    }

    /// Adds a word by its number: `put` puts its texts into a set.
    pub fn add(&mut self, word: &str, number: u32, put: impl Fn(&mut Bits)) {
        self.take_apart(word);
        for (part, is_start) in &self.at_hand {
            let at = self.known_of.get(*part).copied().unwrap_or(NONE);
            if let Some(known) = self.known.get_mut(usize::from(at)) {
                put(&mut known.texts);
                if *is_start {
                    put(&mut known.starts);
                }
                if let Some(words) = &mut known.words {
                    words.push(number);
                }
            }
        }
    }

    /// What is known of a part, where it was chosen.
    #[must_use]
    pub fn find(&self, part: &str) -> Option<&Known> {
        self.known.get(usize::from(*self.known_of.get(part_of(part.as_bytes())?)?))
    }

    /// How many bytes it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let words = |known: &Known| known.words.as_ref().map_or(0, Vec::capacity) * 4;
        let of = |known: &Known| known.starts.bytes() + known.texts.bytes() + words(known);
        self.known.iter().map(of).sum::<usize>() + PARTS * 10
    }

    fn take_apart(&mut self, word: &str) {
        self.at_hand.clear();
        for length in 1..=2 {
            for (at, part) in word.as_bytes().windows(length).enumerate() {
                let Some(part) = part_of(part) else { continue };
                if !self.at_hand.iter().any(|(known, _)| *known == part) {
                    self.at_hand.push((part, at == 0));
                }
            }
        }
    }
}

/// The number of a part of one or two letters or digits of ASCII.
fn part_of(part: &[u8]) -> Option<usize> {
    match part {
        [only] => letter(*only),
        [one, other] => Some(LETTERS + letter(*one)? * LETTERS + letter(*other)?),
        _ => None,
    }
}

const fn letter(byte: u8) -> Option<usize> {
    match byte {
        b'a'..=b'z' => Some((byte - b'a') as usize),
        b'0'..=b'9' => Some((byte - b'0') as usize + 26),
        _ => None,
    }
}
