//! Texts as the numbers of their words.

use crate::names::narrow;

/// What follows is another text, or another part of the text.
pub const BORDER: u32 = u32::MAX;

/// In a chunk: a border.
const NARROW_BORDER: u16 = u16::MAX;
/// In a chunk: the number is in the two that follow, since it does not fit into one.
const WIDE: u16 = u16::MAX - 1;
/// How many numbers a chunk has room for. Chunks are of one size, so that a long list never has to be moved
/// to where there is more room.
const ROOM: usize = 1 << 16;

/// Numbered texts, each as the numbers of its words as they stand in it.
///
/// Most words are known early and so have low numbers: two bytes a word are enough for nearly all.
#[derive(Clone, Debug, Default)]
pub struct Runs {
    chunks: Vec<Vec<u16>>,
    /// Where each text stands: its chunk, the start in it, the end in it.
    spans: Vec<(u32, u32, u32)>,
}

impl Runs {
    /// Starts to add to a text. What is added in several goes, one right after the other, is parted by a
    /// border.
    pub fn start(&mut self, text: usize) {
        if text >= self.spans.len() {
            self.spans.resize(text + 1, (0, 0, 0));
        }
        let last = self.chunks.len().saturating_sub(1);
        let goes_on = self.spans.get(text).is_some_and(|(chunk, start, end)| start < end && *chunk as usize == last);
        if goes_on {
            self.push(NARROW_BORDER);
            return;
        }
        // A text stands in one chunk: a long one where much is free.
        if self.chunks.last().is_none_or(|chunk| chunk.len() > ROOM - ROOM / 8) {
            self.chunks.push(Vec::with_capacity(ROOM));
        }
        let chunk = self.chunks.len() - 1;
        let start = self.chunks.last().map_or(0, Vec::len);
        if let Some(span) = self.spans.get_mut(text) {
            *span = (narrow(chunk), narrow(start), narrow(start));
        }
    }

    fn push(&mut self, number: u16) {
        if let Some(chunk) = self.chunks.last_mut() {
            chunk.push(number);
        }
    }

    /// Adds a word to the text that was started last.
    #[inline]
    pub fn add(&mut self, word: u32) {
        match u16::try_from(word) {
            Ok(number) if number < WIDE => self.push(number),
            _ => {
                self.push(WIDE);
                self.push(u16::try_from(word >> 16).unwrap_or_default());
                self.push(u16::try_from(word & 0xFFFF).unwrap_or_default());
            }
        }
    }

    /// Ends what was started of a text.
    pub fn end(&mut self, text: usize) {
        let end = self.chunks.last().map_or(0, Vec::len);
        if let Some(span) = self.spans.get_mut(text) {
            span.2 = narrow(end);
        }
    }

    /// The words of a text, and [`BORDER`] where it is parted.
    #[inline]
    pub fn of(&self, text: usize) -> impl Iterator<Item = u32> {
        let (chunk, start, end) = self.spans.get(text).copied().unwrap_or_default();
        let chunk = self.chunks.get(chunk as usize).map_or(&[][..], Vec::as_slice);
        let mut numbers = chunk.get(start as usize..end as usize).unwrap_or_default().iter().copied();
        std::iter::from_fn(move || {
            let number = numbers.next()?;
            Some(match number {
                NARROW_BORDER => BORDER,
                WIDE => u32::from(numbers.next()?) << 16 | u32::from(numbers.next()?),
                number => u32::from(number),
            })
        })
    }

    /// How many bytes it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.spans.capacity() * 12 + self.chunks.iter().map(|chunk| chunk.capacity() * 2).sum::<usize>()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_come_back_as_they_were_added(
            texts in prop::collection::vec(prop::collection::vec(prop::collection::vec(any::<u32>(), 0..9), 1..4), 0..20),
            long in 0..3_usize,
        ) {
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
                        runs.add(word % (BORDER - 1));
                        words.push(word % (BORDER - 1));
                    }
                    runs.end(text);
                }
                expected.push(words);
            }
            for (text, words) in expected.iter().enumerate() {
                prop_assert_eq!(&runs.of(text).collect::<Vec<_>>(), words);
            }
        }
    }
}
