//! Texts as they were written, by their words.
//!
//! The words of a text are kept as numbers for the search. What is between them, and how they were written where
//! that is otherwise than the search has them, is a tenth of the text: with both, it can be had again, and it
//! need not be kept.
//!
//! A block is its tag, then codes of a byte each:
//!
//! | code | is |
//! | --: | --- |
//! | 0 to 191 | one more than so many words, each after a space and written as the search has it |
//! | 192 to 209 | 3 times how the gap before a word is ([`GAPS`]; 5: as follows), and how the word is: 0 as the search has it, 1 with a capital letter, 2 as follows |
//! | 255 | no words more; what is after the last follows |
//!
//! What follows is its length in bytes, seven bits a byte with the lowest first, and itself.

use std::ops::Range;

use crate::chunks::Chunks;

/// The gaps that are not written out.
const GAPS: [&str; 5] = [" ", "", ", ", ". ", "-"];
/// The number of the others.
const OTHER_GAP: u8 = 5;
/// The ways in which a word is written.
const WAYS: u8 = 3;
const AS_FOUND: u8 = 0;
const CAPITAL: u8 = 1;
const OTHER_WAY: u8 = 2;
/// The first code of a word that is not plain.
const WORD: u8 = 192;
const END: u8 = u8::MAX;

/// What of texts is not told by the numbers of their words.
#[derive(Clone, Debug, Default)]
pub struct Written {
    codes: Chunks<u8>,
    /// Where the last word ended.
    at: usize,
    /// How many plain words are not written yet.
    plain: u8,
}

impl Written {
    /// Starts a block of a text, with a tag that comes back with it.
    pub fn start(&mut self, text: usize, tag: u8) {
        self.codes.start(text);
        self.codes.push(tag);
        (self.at, self.plain) = (0, 0);
    }

    /// Adds the next word of the block, as the search has it, and where it stands.
    #[inline]
    pub fn word(&mut self, block: &str, word: &str, place: Range<usize>) {
        let gap = block.get(self.at..place.start).unwrap_or_default();
        let text = block.get(place.clone()).unwrap_or_default();
        self.at = place.end;
        let way = way(text, word);
        if gap == " " && way == AS_FOUND {
            self.plain += 1;
            if self.plain == WORD {
                self.plain_words();
            }
            return;
        }
        self.other_word(gap, way, text);
    }

    fn other_word(&mut self, gap: &str, way: u8, text: &str) {
        self.plain_words();
        let known = GAPS.iter().zip(0..).find(|(known, _)| **known == gap);
        let number = known.map_or(OTHER_GAP, |(_, number)| number);
        self.codes.push(WORD + WAYS * number + way);
        if number == OTHER_GAP {
            self.text(gap);
        }
        if way == OTHER_WAY {
            self.text(text);
        }
    }

    fn plain_words(&mut self) {
        if let Some(more) = self.plain.checked_sub(1) {
            self.codes.push(more);
        }
        self.plain = 0;
    }

    fn text(&mut self, text: &str) {
        let mut length = text.len();
        while length >= 128 {
            self.codes.push(u8::try_from(length & 127).unwrap_or_default() | 128);
            length >>= 7;
        }
        self.codes.push(u8::try_from(length).unwrap_or_default());
        text.bytes().for_each(|byte| self.codes.push(byte));
    }

    /// Ends the block.
    pub fn end(&mut self, text: usize, block: &str) {
        self.plain_words();
        self.codes.push(END);
        self.text(block.get(self.at..).unwrap_or_default());
        self.codes.end(text);
    }

    /// The blocks of a text, each with its tag. `words` are the words of all of them, as the search has them.
    pub fn blocks<'a>(&self, text: usize, words: impl Iterator<Item = &'a str>) -> Vec<(u8, String)> {
        let mut codes = Codes(self.codes.of(text));
        let mut words = words.map(str::as_bytes);
        let mut blocks = Vec::new();
        while let Some(tag) = codes.next() {
            let mut block: Vec<u8> = Vec::new();
            while let Some(code) = codes.next() {
                if code == END {
                    block.extend(codes.text());
                    break;
                }
                let Some(other) = code.checked_sub(WORD) else {
                    for word in words.by_ref().take(usize::from(code) + 1) {
                        block.push(b' ');
                        block.extend(word);
                    }
                    continue;
                };
                let gap = GAPS.get(usize::from(other / WAYS));
                block.extend(gap.map_or_else(|| codes.text(), |gap| gap.as_bytes()));
                let word = words.next().unwrap_or_default();
                match other % WAYS {
                    OTHER_WAY => block.extend(codes.text()),
                    way => {
                        let start = block.len();
                        block.extend(word);
                        if way == CAPITAL
                            && let Some(first) = block.get_mut(start)
                        {
                            first.make_ascii_uppercase();
                        }
                    }
                }
            }
            blocks.push((tag, String::from_utf8(block).unwrap_or_default()));
        }
        blocks
    }

    /// How many bytes it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.codes.bytes()
    }
}

/// How a word is written.
#[inline]
fn way(text: &str, word: &str) -> u8 {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    match (text.split_first(), word.split_first()) {
        (Some((written, text)), Some((first, word))) if text == word => match () {
            () if written == first => AS_FOUND,
            () if written.is_ascii_uppercase() && written.eq_ignore_ascii_case(first) => CAPITAL,
            () => OTHER_WAY,
        },
        _ => OTHER_WAY,
    }
}

/// Codes that are read.
struct Codes<'a>(&'a [u8]);

impl<'a> Codes<'a> {
    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn text(&mut self) -> &'a [u8] {
        let (mut length, mut shift) = (0, 0);
        while let Some(byte) = self.next() {
            length |= usize::from(byte & 127) << shift;
            shift += 7;
            if byte & 128 == 0 {
                break;
            }
        }
        let (text, rest) = self.0.split_at_checked(length).unwrap_or((self.0, &[]));
        self.0 = rest;
        text
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use crate::index::WordIndex;

    const PIECES: &str =
        "[ab]{0,3}|[A-C]{0,2}|Ab|ab ab|, |\\. |-|’|é|É|e\u{301}|ß|İ|ı|中文|🎬|\u{0}|\\PC{0,3}| {1,3}|\n";

    proptest! {
        #[test]
        fn texts_come_back_as_they_were_written(
            texts in prop::collection::vec(prop::collection::vec(prop::collection::vec(PIECES, 0..12), 0..4), 0..9),
            often in 1..300_usize,
        ) {
            let mut index = WordIndex::keeping();
            let mut expected: Vec<Vec<(u8, String)>> = Vec::new();
            for (text, blocks) in texts.iter().enumerate() {
                let mut known = Vec::new();
                for (tag, pieces) in (0..).zip(blocks) {
                    // Some runs of plain words are longer than a code can tell, some texts than a length of one byte.
                    let times = if text == 1 { often } else { 1 };
                    let block = pieces.concat().repeat(times);
                    index.add_block(text, tag, &block);
                    known.push((tag, block));
                }
                expected.push(known);
            }
            for (text, blocks) in expected.iter().enumerate() {
                prop_assert_eq!(&index.blocks(text), blocks);
            }
            prop_assert_eq!(index.blocks(expected.len()), []);
        }

        #[test]
        fn plain_words_cost_little(words in 1..2000_usize) {
            let mut index = WordIndex::keeping();
            let before = index.written.as_ref().map_or(0, |written| written.codes.of(0).len());
            index.add_block(0, 7, &" sound".repeat(words));
            let after = index.written.as_ref().map_or(0, |written| written.codes.of(0).len());
            prop_assert_eq!(after - before, words.div_ceil(192) + 3);
        }
    }
}
