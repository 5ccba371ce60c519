//! Where a word stands: a list of numbers that grows.

use crate::bits::Bits;

/// Numbers of texts, each once. Few are kept as the distances from one to the next, a byte or more each;
/// many as bits.
#[derive(Clone, Debug)]
pub enum Places {
    /// The distances, seven bits a byte, the lowest first; the highest bit says that more follow. With the
    /// number that came last, and how many there are.
    Few {
        /// The distances, each from the number before.
        steps: Vec<u8>,
        /// The number that came last.
        last: u32,
        /// How many there are.
        count: u32,
    },
    /// A bit each.
    Many(Bits),
}

impl Default for Places {
    fn default() -> Self {
        Self::Few { steps: Vec::new(), last: 0, count: 0 }
    }
}

impl Places {
    /// Puts a number in. All numbers are below `length`.
    #[inline]
    pub fn add(&mut self, number: u32, length: usize) {
        match self {
            Self::Many(bits) => bits.insert_anew(number as usize),
            Self::Few { last, count, .. } if *last == number && *count > 0 => {}
            Self::Few { steps, last, count } => {
                // Texts may come in any order: a step back is one around.
                let mut step = number.wrapping_sub(*last);
                while step >= 128 {
                    steps.push(u8::try_from(step & 127).unwrap_or_default() | 128);
                    step >>= 7;
                }
                steps.push(u8::try_from(step).unwrap_or_default());
                *last = number;
                *count += 1;
                // Bits are put into others sixteen bytes at a time, steps one: they are faster from a small part
                // of their size on, at the price of some memory.
                if steps.len() * 32 > length + 2048 {
                    let mut bits = Bits::none(length);
                    self.put(&mut bits);
                    *self = Self::Many(bits);
                }
            }
        }
    }

    /// Puts all numbers into a set.
    #[inline]
    pub fn put(&self, bits: &mut Bits) {
        match self {
            Self::Many(many) => bits.add(many),
            Self::Few { steps, .. } => {
                let (mut number, mut step, mut shift) = (0_u32, 0_u32, 0);
                for byte in steps {
                    step |= u32::from(byte & 127) << shift;
                    if byte & 128 != 0 {
                        shift += 7;
                        continue;
                    }
                    number = number.wrapping_add(step);
                    bits.insert(number as usize);
                    (step, shift) = (0, 0);
                }
            }
        }
    }

    /// How many numbers there are.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::Many(bits) => bits.count(),
            Self::Few { count, .. } => *count as usize,
        }
    }

    /// How many bytes it takes, beside its own.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        match self {
            Self::Many(bits) => bits.bytes(),
            Self::Few { steps, .. } => steps.capacity(),
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn all_that_is_put_in_is_there(numbers in prop::collection::vec(0..4000_u32, 0..900), up in any::<bool>()) {
            let mut numbers = numbers;
            if up {
                numbers.sort_unstable();
            }
            let mut places = Places::default();
            for number in &numbers {
                places.add(*number, 4000);
            }
            let mut bits = Bits::none(4000);
            places.put(&mut bits);
            let all: BTreeSet<usize> = numbers.iter().map(|number| *number as usize).collect();
            prop_assert_eq!(bits.iter().collect::<BTreeSet<_>>(), all);
        }
    }
}
