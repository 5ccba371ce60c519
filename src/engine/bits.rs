//! Sets of numbers, one bit each.

use std::ops::Range;

/// A set of numbers below a length that is fixed when it is made. Numbers from there on are never in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
    length: usize,
}

const WORD: usize = 64;

impl Bits {
    /// None of the numbers below `length`.
    #[must_use]
    pub fn none(length: usize) -> Self {
        Self { words: vec![0; length.div_ceil(WORD)], length }
    }

    /// All numbers below `length`.
    #[must_use]
    pub fn all(length: usize) -> Self {
        let mut bits = Self::none(length);
        bits.fill(0..length);
        bits
    }

    /// The length that it was made with.
    #[must_use]
    pub const fn length(&self) -> usize {
        self.length
    }

    /// Puts a number in.
    #[inline]
    pub fn insert(&mut self, number: usize) {
        if number < self.length
            && let Some(word) = self.words.get_mut(number / WORD)
        {
            *word |= 1 << (number % WORD);
        }
    }

    /// Puts a number in, and makes the set longer where it is beyond.
    #[inline]
    pub fn insert_anew(&mut self, number: usize) {
        if number >= self.length {
            self.length = number + 1;
            self.words.resize(self.length.div_ceil(WORD), 0);
        }
        self.insert(number);
    }

    /// Takes a number out.
    #[inline]
    pub fn take(&mut self, number: usize) {
        if let Some(word) = self.words.get_mut(number / WORD) {
            *word &= !(1 << (number % WORD));
        }
    }

    /// Puts a range of numbers in.
    #[inline]
    pub fn fill(&mut self, range: Range<usize>) {
        let end = range.end.min(self.length);
        if range.start >= end {
            return;
        }
        let (first, last) = (range.start / WORD, (end - 1) / WORD);
        let head = u64::MAX << (range.start % WORD);
        let tail = u64::MAX >> (WORD - 1 - (end - 1) % WORD);
        let Some(words) = self.words.get_mut(first..=last) else { return };
        match words {
            [] => {}
            [only] => *only |= head & tail,
            [start, between @ .., end] => {
                *start |= head;
                between.fill(u64::MAX);
                *end |= tail;
            }
        }
    }

    /// Whether a number is in it.
    #[must_use]
    #[inline]
    pub fn contains(&self, number: usize) -> bool {
        self.words.get(number / WORD).is_some_and(|word| word >> (number % WORD) & 1 == 1)
    }

    /// Puts in all that another set has; what is beyond the length is left out.
    #[inline(never)]
    pub fn add(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// Takes out all that another set lacks.
    #[inline(never)]
    pub fn keep(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
        if let Some(beyond) = self.words.get_mut(other.words.len()..) {
            beyond.fill(0);
        }
    }

    /// Takes out all that another set has.
    #[inline(never)]
    pub fn remove(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// How many numbers are in it.
    #[must_use]
    #[inline(never)]
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The first number in it that is not below `from`.
    #[must_use]
    #[inline]
    pub fn next(&self, from: usize) -> Option<usize> {
        let mut place = from / WORD;
        let mut word = self.words.get(place)? & (u64::MAX << (from % WORD));
        while word == 0 {
            place += 1;
            word = *self.words.get(place)?;
        }
        Some(place * WORD + word.trailing_zeros() as usize)
    }

    /// Calls `then` with each number that is in both sets, ascending.
    #[inline]
    pub fn each_in(&self, other: &Self, mut then: impl FnMut(usize)) {
        for (place, (word, other)) in self.words.iter().zip(&other.words).enumerate() {
            let mut rest = word & other;
            while rest != 0 {
                then(place * WORD + rest.trailing_zeros() as usize);
                rest &= rest - 1;
            }
        }
    }

    /// The numbers in it, ascending.
    #[inline]
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(place, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros() as usize;
                (rest != 0).then(|| {
                    rest &= rest - 1;
                    place * WORD + bit
                })
            })
        })
    }

    /// How many bytes it takes.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.words.capacity() * size_of::<u64>()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    const LENGTH: usize = 200;

    fn bits(numbers: &BTreeSet<usize>) -> Bits {
        let mut bits = Bits::none(LENGTH);
        for number in numbers {
            bits.insert(*number);
        }
        bits
    }

    proptest! {
        #[test]
        fn does_what_a_set_does(
            one in prop::collection::btree_set(0..LENGTH, 0..60),
            other in prop::collection::btree_set(0..LENGTH, 0..60),
            start in 0..LENGTH + 9,
            end in 0..LENGTH + 9,
        ) {
            let all = |bits: &Bits| bits.iter().collect::<BTreeSet<usize>>();
            let (first, second) = (bits(&one), bits(&other));
            prop_assert_eq!(all(&first), one.clone());
            prop_assert_eq!(first.count(), one.len());
            prop_assert_eq!(first.is_empty(), one.is_empty());
            prop_assert_eq!(first.next(start), one.range(start..).next().copied());
            prop_assert_eq!(first.contains(start), one.contains(&start));
            let changed = |change: fn(&mut Bits, &Bits)| {
                let mut bits = first.clone();
                change(&mut bits, &second);
                all(&bits)
            };
            prop_assert_eq!(changed(Bits::add), &one | &other);
            prop_assert_eq!(changed(Bits::keep), &one & &other);
            prop_assert_eq!(changed(Bits::remove), &one - &other);
            let mut filled = first.clone();
            filled.fill(start..end);
            prop_assert_eq!(all(&filled), &one | &(start..end.min(LENGTH)).collect());
            prop_assert_eq!(Bits::all(start).count(), start);
            let mut short = Bits::none(0);
            one.iter().filter(|number| **number < end).for_each(|number| short.insert_anew(*number));
            let mut kept = second.clone();
            kept.keep(&short);
            prop_assert_eq!(all(&kept), other.iter().copied().filter(|it| *it < end && one.contains(it)).collect());
            let mut fewer = first.clone();
            fewer.take(start);
            prop_assert_eq!(all(&fewer), one.iter().copied().filter(|number| *number != start).collect());
        }
    }
}
