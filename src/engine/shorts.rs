//! Where the shortest parts of words stand, looked up before anyone asks.
//!
//! A part of one or two letters fits into thousands of words, and many a part of three into hundreds. To join
//! their texts when it is typed takes longer than all the keys that follow; so that is done ahead, for the parts
//! that would take longest.

use std::cmp::Reverse;

use crate::{bits::Bits, names::narrow};

/// The letters and digits that are told apart.
const LETTERS: usize = 36;
/// The most letters of a part.
const LONGEST: usize = 3;
/// The parts of one letter, of two and of three.
const PARTS: usize = LETTERS * (1 + LETTERS * (1 + LETTERS));
/// How many bytes the sets may take together.
const ROOM: usize = 2 << 20;
/// The texts of short parts, and the words that they fit into.
///
/// First every word is [counted](Self::count), then the parts are [chosen](Self::choose), then every word
/// is [added](Self::add).
#[derive(Clone, Debug)]
pub struct Shorts {
    /// Of each part what its words would take, taken together, and how many words it has.
    counts: Vec<(u32, u32)>,
    /// The parts that are known, ascending, and what is known of each.
    parts: Vec<u16>,
    known: Vec<Known>,
    /// The parts of the word at hand, and whether each starts it.
    at_hand: Vec<(u16, bool)>,
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
        Self { counts: vec![(0, 0); PARTS], parts: Vec::new(), known: Vec::new(), at_hand: Vec::new() }
    }
}

impl Shorts {
    /// Counts a word, with what it would take to put its texts into a set.
    pub fn count(&mut self, word: &str, cost: usize) {
        self.take_apart(word);
        for (part, _) in &self.at_hand {
            if let Some(all) = self.counts.get_mut(usize::from(*part)) {
                *all = (all.0.saturating_add(narrow(cost)), all.1 + 1);
            }
        }
    }

    /// Chooses the parts that are worth it: those that would take longest, as long as there is room. `texts`
    /// is how many texts there are.
    pub fn choose(&mut self, texts: usize) {
        let counts = std::mem::take(&mut self.counts);
        // What costs less than half of all texts is found soon enough.
        let cheap = narrow(texts / 2);
        let mut costs: Vec<(Reverse<u32>, u16)> = Vec::new();
        for (part, (cost, _)) in (0..).zip(&counts).filter(|(_, (cost, _))| *cost > cheap) {
            costs.push((Reverse(*cost), part));
        }
        costs.sort_unstable();
        let none = Bits::none(texts);
        costs.truncate(ROOM / (2 * none.bytes()).max(1));
        self.parts = costs.into_iter().map(|(_, part)| part).collect();
        self.parts.sort_unstable();
        for part in self.parts.iter().map(|part| usize::from(*part)) {
            let words = counts.get(part).filter(|_| part >= LETTERS);
            let words = words.map(|(_, words)| Vec::with_capacity(*words as usize));
            self.known.push(Known { starts: none.clone(), texts: none.clone(), words });
        }
    }

    /// Adds a word by its number: `put` puts its texts into a set.
    pub fn add(&mut self, word: &str, number: u32, put: impl Fn(&mut Bits)) {
        self.take_apart(word);
        for (part, is_start) in &self.at_hand {
            if let Ok(at) = self.parts.binary_search(part)
                && let Some(known) = self.known.get_mut(at)
            {
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
        self.known.get(self.parts.binary_search(&part_of(part.as_bytes())?).ok()?)
    }

    /// How many bytes it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let words = |known: &Known| known.words.as_ref().map_or(0, Vec::capacity) * 4;
        let of = |known: &Known| known.starts.bytes() + known.texts.bytes() + words(known);
        self.known.iter().map(of).sum::<usize>() + self.counts.capacity() * 8 + self.parts.capacity() * 2
    }

    fn take_apart(&mut self, word: &str) {
        self.at_hand.clear();
        for length in 1..=LONGEST {
            for (at, part) in word.as_bytes().windows(length).enumerate() {
                let Some(part) = part_of(part) else { continue };
                if !self.at_hand.iter().any(|(known, _)| *known == part) {
                    self.at_hand.push((part, at == 0));
                }
            }
        }
    }
}

/// The number of a part of up to three letters or digits of ASCII; those of fewer come first.
fn part_of(part: &[u8]) -> Option<u16> {
    if !(1..=LONGEST).contains(&part.len()) {
        return None;
    }
    let number = part.iter().try_fold(0, |number, byte| Some(LETTERS * number + letter(*byte)? + 1))?;
    u16::try_from(number - 1).ok()
}

const fn letter(byte: u8) -> Option<usize> {
    match byte {
        b'a'..=b'z' => Some((byte - b'a') as usize),
        b'0'..=b'9' => Some((byte - b'0') as usize + 26),
        _ => None,
    }
}
