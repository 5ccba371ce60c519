//! Texts as the numbers of their words.

use crate::chunks::Chunks;

/// What follows is another text, or another part of the text.
pub const BORDER: u32 = u32::MAX;

/// In a chunk: a border.
const NARROW_BORDER: u16 = u16::MAX;
/// In a chunk: the number is in the two that follow, since it does not fit into one.
const WIDE: u16 = u16::MAX - 1;
/// Numbered texts, each as the numbers of its words as they stand in it.
///
/// Most words are known early and so have low numbers: two bytes a word are enough for nearly all.
#[derive(Clone, Debug, Default)]
pub struct Runs(Chunks<u16>);

impl Runs {
    /// Starts to add to a text. What is added in several goes, one right after the other, is parted by a
    /// border.
    pub fn start(&mut self, text: usize) {
        if self.0.start(text) {
            self.0.push(NARROW_BORDER);
        }
    }

    /// Adds a word to the text that was started last.
    #[inline]
    pub fn add(&mut self, word: u32) {
        match u16::try_from(word) {
            Ok(number) if number < WIDE => self.0.push(number),
            _ => {
                self.0.push(WIDE);
                self.0.push(u16::try_from(word >> 16).unwrap_or_default());
                self.0.push(u16::try_from(word & 0xFFFF).unwrap_or_default());
            }
        }
    }

    /// Ends what was started of a text.
    pub fn end(&mut self, text: usize) {
        self.0.end(text);
    }

    /// The words of a text, and [`BORDER`] where it is parted.
    #[inline]
    pub fn of(&self, text: usize) -> impl Iterator<Item = u32> {
        let mut numbers = self.0.of(text).iter().copied();
        std::iter::from_fn(move || {
            let number = numbers.next()?;
            Some(match number {
                NARROW_BORDER => BORDER,
                WIDE => u32::from(numbers.next()?) << 16 | u32::from(numbers.next()?),
                number => u32::from(number),
            })
        })
    }

    /// The words of a text that a table marks, each with its place in the text and its mark, and [`BORDER`]
    /// with none where it is parted: what [`of`](Self::of) gives, without what is not marked.
    #[inline]
    pub fn marked<'a>(&'a self, text: usize, marks: &'a MarkTable) -> impl Iterator<Item = (usize, u32, u8)> + 'a {
        let numbers = self.0.of(text);
        // How many numbers say what is no word of its own.
        let (mut at, mut beside) = (0, 0);
        std::iter::from_fn(move || {
            loop {
                let rest = numbers.get(at..)?;
                at += rest.iter().position(|number| marks.narrow(*number) != 0)?;
                let place = at - beside;
                match *numbers.get(at)? {
                    NARROW_BORDER => {
                        at += 1;
                        return Some((place, BORDER, 0));
                    }
                    WIDE => {
                        let number = wide(numbers.get(at + 1..)?)?;
                        at += 3;
                        beside += 2;
                        let mark = marks.wide(number);
                        if mark != 0 {
                            return Some((place, number, mark));
                        }
                    }
                    number => {
                        at += 1;
                        return Some((place, u32::from(number), marks.narrow(number)));
                    }
                }
            }
        })
    }

    /// How many bytes it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.0.bytes()
    }
}

fn wide(numbers: &[u16]) -> Option<u32> {
    let (high, low) = (numbers.first()?, numbers.get(1)?);
    Some(u32::from(*high) << 16 | u32::from(*low))
}

/// A mark for each word, by its number; none is 0.
#[derive(Clone, Debug)]
pub struct MarkTable {
    /// Of the words whose numbers fit into two bytes.
    narrow: Vec<u8>,
    /// Of the words from there on.
    wide: Vec<u8>,
}

impl MarkTable {
    /// None of so many words is marked.
    #[must_use]
    pub fn none(words: usize) -> Self {
        let narrow = words.min(usize::from(WIDE));
        Self { narrow: vec![0; narrow], wide: vec![0; words - narrow] }
    }

    /// The mark of a number of two bytes, and one of what is no word.
    #[inline]
    fn narrow(&self, number: u16) -> u8 {
        self.narrow.get(usize::from(number)).copied().unwrap_or(u8::MAX)
    }

    fn wide(&self, word: u32) -> u8 {
        self.wide.get(word as usize - usize::from(WIDE)).copied().unwrap_or_default()
    }

    /// Adds to the marks of all words that have one of these bits, given in their order.
    pub fn add_where(&mut self, bits: &[u64], wanted: u64, mark: u8) {
        let (narrow, wide) = bits.split_at(self.narrow.len().min(bits.len()));
        for (of, bits) in [(&mut self.narrow, narrow), (&mut self.wide, wide)] {
            for (of, bits) in of.iter_mut().zip(bits) {
                *of |= mark * u8::from(bits & wanted != 0);
            }
        }
    }

    /// Adds to the mark of a word; whether there is such a word.
    #[inline]
    pub fn add(&mut self, word: usize, mark: u8) -> bool {
        let of = match word.checked_sub(usize::from(WIDE)) {
            None => self.narrow.get_mut(word),
            Some(wide) => self.wide.get_mut(wide),
        };
        of.map(|of| *of |= mark).is_some()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Some of them do not fit into two bytes.
    const WORDS: u32 = 140_000;

    fn mark(word: u32) -> u8 {
        if word.is_multiple_of(3) { 1 << (word % 8) } else { 0 }
    }

    proptest! {
        #[test]
        fn words_come_back_as_they_were_added(
            texts in prop::collection::vec(prop::collection::vec(prop::collection::vec(0..WORDS, 0..9), 1..4), 0..20),
            long in 0..3_usize,
        ) {
            let mut marks = MarkTable::none(WORDS as usize);
            for word in 0..WORDS {
                prop_assert!(marks.add(word as usize, mark(word)));
            }
            prop_assert!(!marks.add(WORDS as usize, 1));
            let mut runs = Runs::default();
            let mut expected: Vec<Vec<u32>> = Vec::new();
            for (text, parts) in texts.iter().enumerate() {
                let mut words: Vec<u32> = Vec::new();
                for part in parts {
                    // Some texts are as long as a chunk.
                    let times = if text % 5 == 1 { 1 + long * 9000 } else { 1 };
                    runs.start(text);
                    if !words.is_empty() {
                        words.push(BORDER);
                    }
                    for word in part.iter().cycle().take(part.len() * times) {
                        runs.add(*word);
                        words.push(*word);
                    }
                    runs.end(text);
                }
                expected.push(words);
            }
            for (text, words) in expected.iter().enumerate() {
                prop_assert_eq!(&runs.of(text).collect::<Vec<_>>(), words);
                let marked: Vec<_> = runs.marked(text, &marks).collect();
                let mark_of = |word: u32| if word == BORDER { 0 } else { mark(word) };
                let expected = (0..).zip(words).map(|(place, word)| (place, *word, mark_of(*word)));
                let expected: Vec<_> = expected.filter(|(_, word, mark)| *mark != 0 || *word == BORDER).collect();
                prop_assert_eq!(marked, expected);
            }
        }
    }
}
