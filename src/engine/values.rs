//! Which of some values each of many things has, and how many have each.

use crate::{
    bits::Bits,
    names::{Names, narrow},
};

/// The values of numbered things: each has any number of them.
#[derive(Clone, Debug, Default)]
pub struct Values {
    names: Names,
    /// The values of every thing by their numbers, one after the other.
    numbers: Vec<u32>,
    /// Where those of each thing end in `numbers`.
    ends: Vec<u32>,
}

impl Values {
    /// Adds the next thing, as yet without values.
    pub fn add_thing(&mut self) {
        self.ends.push(narrow(self.numbers.len()));
    }

    /// Gives the thing that was added last a value, unless it has it; gives the value's number.
    pub fn add_value(&mut self, value: &str) -> usize {
        let number = self.names.add(value);
        self.give(number);
        number
    }

    /// Gives the thing that was added last a value by its number, unless it has it.
    pub fn give(&mut self, number: usize) {
        let start = self.start_of(self.ends.len().saturating_sub(1));
        let wide = narrow(number);
        if !self.numbers.iter().skip(start).any(|known| *known == wide) {
            self.numbers.push(wide);
            if let Some(end) = self.ends.last_mut() {
                *end = narrow(self.numbers.len());
            }
        }
    }

    /// The values by their numbers.
    #[must_use]
    pub const fn names(&self) -> &Names {
        &self.names
    }

    /// How many things there are.
    #[must_use]
    pub const fn things(&self) -> usize {
        self.ends.len()
    }

    fn start_of(&self, thing: usize) -> usize {
        thing.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize)
    }

    /// The numbers of a thing's values.
    #[must_use]
    #[inline]
    pub fn of(&self, thing: usize) -> &[u32] {
        let start = self.start_of(thing);
        let end = self.ends.get(thing).map_or(start, |end| *end as usize);
        self.numbers.get(start..end).unwrap_or_default()
    }

    /// The things that have any of these values.
    #[must_use]
    #[inline(never)]
    pub fn with(&self, wanted: &Bits) -> Bits {
        let mut with = Bits::none(self.ends.len());
        for thing in 0..self.ends.len() {
            if self.of(thing).iter().any(|value| wanted.contains(*value as usize)) {
                with.insert(thing);
            }
        }
        with
    }

    /// Of every value how many of these things have it.
    #[must_use]
    #[inline(never)]
    pub fn count(&self, of: &Bits) -> Vec<u32> {
        let mut counts = vec![0; self.names.len()];
        for thing in of.iter() {
            for value in self.of(thing) {
                if let Some(count) = counts.get_mut(*value as usize) {
                    *count += 1;
                }
            }
        }
        counts
    }

    /// Of every value how many groups have a thing among these that has it. `group_of` gives the group of
    /// a thing; those of a group stand together.
    #[must_use]
    #[inline(never)]
    pub fn count_groups(&self, of: &Bits, group_of: &[u32]) -> Vec<u32> {
        let mut counts = vec![(0, u32::MAX); self.names.len()];
        for thing in of.iter() {
            let group = group_of.get(thing).copied().unwrap_or_default();
            for value in self.of(thing) {
                if let Some((count, last)) = counts.get_mut(*value as usize)
                    && *last != group
                {
                    *last = group;
                    *count += 1;
                }
            }
        }
        counts.into_iter().map(|(count, _)| count).collect()
    }
}
