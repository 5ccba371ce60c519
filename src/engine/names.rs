//! Distinct texts with a number each.

use crate::term::same;

/// In the table: nothing here.
const FREE: u32 = u32::MAX;

/// Distinct texts, numbered from 0 in the order in which they came.
#[derive(Clone, Debug)]
pub struct Names {
    /// All texts, one after the other.
    letters: String,
    /// Where each ends in `letters`.
    ends: Vec<u32>,
    /// Open addressing: the number of a text by its hash.
    table: Vec<u32>,
}

impl Default for Names {
    fn default() -> Self {
        Self { letters: String::new(), ends: Vec::new(), table: vec![FREE; 64] }
    }
}

impl Names {
    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A text by its number.
    #[must_use]
    #[inline]
    pub fn get(&self, number: usize) -> &str {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(number).map_or(start, |end| *end as usize);
        self.letters.get(start..end).unwrap_or_default()
    }

    /// The number of a text, where it is among them.
    #[must_use]
    #[inline]
    pub fn find(&self, text: &str) -> Option<usize> {
        self.slot_of(text).ok()
    }

    /// The number of a text, a new one where it is new.
    #[inline]
    pub fn add(&mut self, text: &str) -> usize {
        let slot = match self.slot_of(text) {
            Ok(number) => return number,
            Err(slot) => slot,
        };
        let number = self.ends.len();
        self.letters.push_str(text);
        self.ends.push(narrow(self.letters.len()));
        if let Some(place) = self.table.get_mut(slot) {
            *place = narrow(number);
        }
        if self.ends.len() * 2 > self.table.len() {
            self.grow();
        }
        number
    }

    /// The number of a text, or where in the table it would stand.
    #[inline]
    fn slot_of(&self, text: &str) -> Result<usize, usize> {
        let most = self.table.len() - 1;
        let mut slot = hash(text) as usize & most;
        loop {
            match self.table.get(slot) {
                Some(&number) if number != FREE => {
                    if same(self.get(number as usize).as_bytes(), text.as_bytes()) {
                        return Ok(number as usize);
                    }
                }
                _ => return Err(slot),
            }
            slot = (slot + 1) & most;
        }
    }

    fn grow(&mut self) {
        let mut table = vec![FREE; self.table.len() * 2];
        let most = table.len() - 1;
        for number in 0..self.ends.len() {
            let mut slot = hash(self.get(number)) as usize & most;
            while table.get(slot).is_some_and(|taken| *taken != FREE) {
                slot = (slot + 1) & most;
            }
            if let Some(place) = table.get_mut(slot) {
                *place = narrow(number);
            }
        }
        self.table = table;
    }

    /// How many bytes it takes.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.letters.capacity() + (self.ends.capacity() + self.table.capacity()) * 4
    }
}

/// FNV-1a: what is hashed is short.
#[inline]
fn hash(text: &str) -> u32 {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash ^ hash >> 15
}

/// A number of something that a page can hold, which is less than 4 GB.
#[inline]
pub(crate) fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_text_has_one_number(texts in prop::collection::vec("[ab]{0,4}|\\PC{0,3}", 0..200)) {
            let mut names = Names::default();
            let mut known: Vec<&String> = Vec::new();
            for text in &texts {
                let expected = known.iter().position(|it| *it == text);
                prop_assert_eq!(names.find(text), expected);
                prop_assert_eq!(names.add(text), expected.unwrap_or(known.len()));
                if expected.is_none() {
                    known.push(text);
                }
            }
            prop_assert_eq!(names.len(), known.len());
            for (number, text) in known.iter().enumerate() {
                prop_assert_eq!(names.get(number), text.as_str());
            }
        }
    }
}
