//! How close the words stand that are searched for.

use super::{WordIndex, mask, only_letter};
use crate::runs::{BORDER, MarkTable};

/// The words of the shortest window are told apart up to this many.
pub const MOST_MARKS: usize = 8;

impl WordIndex {
    /// Which words of this index the words that are searched for fit into: of each word the numbers of
    /// those, a bit each. At most [`MOST_MARKS`] count. With each may come the words that it fits into, where
    /// these are known.
    #[must_use]
    #[inline(never)]
    pub fn marks(&self, searched: &[(&str, Option<&[u32]>)]) -> Marks {
        let mut marks = Marks { of_word: MarkTable::none(self.words.len()), all: 0, letters: 0 };
        for (bit, (part, known)) in searched.iter().take(MOST_MARKS).enumerate() {
            marks.letters |= mask(part);
            if let Some(letter) = only_letter(part) {
                marks.of_word.add_where(&self.masks, letter, 1 << bit);
                if self.letters.iter().any(|(letters, _)| letters & letter != 0) {
                    marks.all |= 1 << bit;
                }
            } else if let Some(known) = known {
                known.iter().for_each(|number| marks.mark(*number as usize, bit));
            } else {
                self.fitting(part).for_each(|(number, _)| marks.mark(number, bit));
            }
            if !marks.has(bit + 1) {
                break;
            }
        }
        marks
    }

    /// The length in words of the shortest part of a text in which all that is marked stands; none
    /// where not all of the `searched` words are there. It stops at one of `enough` words.
    #[must_use]
    #[inline(never)]
    pub fn window(&self, text: usize, marks: &Marks, searched: usize, enough: usize) -> Option<usize> {
        // Short texts, such as titles, mostly lack some of the letters.
        if self.letters.get(text).is_none_or(|(letters, _)| letters & marks.letters != marks.letters) {
            return None;
        }
        let wanted = marks_of(searched);
        let mut last = [0; MOST_MARKS];
        let mut seen = 0;
        let mut shortest: Option<usize> = None;
        for (place, word, mark) in self.runs.marked(text, &marks.of_word) {
            if word == BORDER {
                seen = 0;
                continue;
            }
            seen |= mark;
            let mut bits = mark;
            while bits != 0 {
                last[bits.trailing_zeros() as usize % MOST_MARKS] = place;
                bits &= bits - 1;
            }
            if seen == wanted {
                let from = last.iter().take(searched).fold(place, |from, last| from.min(*last));
                let length = place - from + 1;
                shortest = Some(shortest.map_or(length, |shortest| shortest.min(length)));
                if length <= enough {
                    break;
                }
            }
        }
        shortest
    }
}

/// Which words of an index the words that are searched for fit into.
#[derive(Clone, Debug)]
pub struct Marks {
    of_word: MarkTable,
    all: u8,
    /// The letters of these words, a bit each.
    letters: u64,
}

impl Marks {
    fn mark(&mut self, word: usize, bit: usize) {
        if self.of_word.add(word, 1 << bit) {
            self.all |= 1 << bit;
        }
    }

    /// Whether all of so many words that are searched for fit into some word of the index.
    #[must_use]
    pub fn has(&self, searched: usize) -> bool {
        self.all == marks_of(searched)
    }
}

/// A bit for each of so many words, at most [`MOST_MARKS`].
fn marks_of(searched: usize) -> u8 {
    u8::try_from((1_u32 << searched.min(MOST_MARKS)) - 1).unwrap_or(u8::MAX)
}
