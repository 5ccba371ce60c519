//! Numbered lists that are filled one after the other.

use crate::names::narrow;

/// How many items a chunk has room for. Chunks are of one size, so that what grows never has to be moved to where
/// there is more room.
const ROOM: usize = 1 << 16;

/// Numbered lists, each in one piece.
#[derive(Clone, Debug)]
pub struct Chunks<T> {
    chunks: Vec<Vec<T>>,
    /// Where each list stands: its chunk, the start in it, the end in it.
    spans: Vec<(u32, u32, u32)>,
}

impl<T> Default for Chunks<T> {
    fn default() -> Self {
        Self { chunks: Vec::new(), spans: Vec::new() }
    }
}

impl<T> Chunks<T> {
    /// Starts to add to a list; whether it has something already. What is added in several goes has to come one
    /// right after the other.
    pub fn start(&mut self, number: usize) -> bool {
        if number >= self.spans.len() {
            self.spans.resize(number + 1, (0, 0, 0));
        }
        let last = self.chunks.len().saturating_sub(1);
        let goes_on = self.spans.get(number).is_some_and(|(chunk, start, end)| start < end && *chunk as usize == last);
        if goes_on {
            return true;
        }
        // A list stands in one chunk: a long one where much is free.
        if self.chunks.last().is_none_or(|chunk| chunk.len() > ROOM - ROOM / 8) {
            self.chunks.push(Vec::with_capacity(ROOM));
        }
        let chunk = self.chunks.len() - 1;
        let start = self.chunks.last().map_or(0, Vec::len);
        if let Some(span) = self.spans.get_mut(number) {
            *span = (narrow(chunk), narrow(start), narrow(start));
        }
        false
    }

    /// Adds to the list that was started last.
    #[inline]
    pub fn push(&mut self, item: T) {
        if let Some(chunk) = self.chunks.last_mut() {
            chunk.push(item);
        }
    }

    /// Ends what was started of a list.
    pub fn end(&mut self, number: usize) {
        let end = self.chunks.last().map_or(0, Vec::len);
        if let Some(span) = self.spans.get_mut(number) {
            span.2 = narrow(end);
        }
    }

    /// A list.
    #[inline]
    pub fn of(&self, number: usize) -> &[T] {
        let (chunk, start, end) = self.spans.get(number).copied().unwrap_or_default();
        let chunk = self.chunks.get(chunk as usize).map_or(&[][..], Vec::as_slice);
        chunk.get(start as usize..end as usize).unwrap_or_default()
    }

    /// How many bytes it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let items: usize = self.chunks.iter().map(Vec::capacity).sum();
        self.spans.capacity() * 12 + items * size_of::<T>()
    }
}
