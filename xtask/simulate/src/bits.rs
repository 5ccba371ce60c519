//! Numbers as bits and bytes.

/// Writes bits, the lowest of a number first.
#[derive(Debug, Default)]
pub struct BitWriter {
    bytes: Vec<u8>,
    /// What does not fill a byte yet, and how many bits that is.
    pending: (u64, u32),
}

impl BitWriter {
    /// Writes the lowest `count` bits of a number; 32 at most.
    pub fn put(&mut self, number: u32, count: u32) {
        let (bits, held) = self.pending;
        let kept = u64::from(number) & ((1 << count) - 1);
        let (mut bits, mut held) = (bits | (kept << held), held + count);
        while held >= 8 {
            self.bytes.push((bits & 0xff) as u8);
            bits >>= 8;
            held -= 8;
        }
        self.pending = (bits, held);
    }

    /// Writes so many ones and a zero.
    pub fn unary(&mut self, mut ones: u32) {
        while ones >= 31 {
            self.put(u32::MAX, 31);
            ones -= 31;
        }
        self.put((1 << ones) - 1, ones + 1);
    }

    /// Writes a number in Rice's code: the lowest bits as they are, the rest as ones.
    pub fn rice(&mut self, number: u32, bits: u32) {
        self.unary(number >> bits);
        self.put(number, bits);
    }

    /// The bytes; the last is filled with zeros.
    pub fn finish(mut self) -> Vec<u8> {
        if self.pending.1 > 0 {
            self.put(0, 8 - self.pending.1);
        }
        self.bytes
    }
}

/// Reads what [`BitWriter`] wrote.
#[derive(Debug)]
pub struct BitReader<'a> {
    bytes: &'a [u8],
    /// The next bit.
    at: usize,
}

impl<'a> BitReader<'a> {
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn bit(&mut self) -> Option<u32> {
        let bit = self.bytes.get(self.at / 8)? >> (self.at % 8) & 1;
        self.at += 1;
        Some(u32::from(bit))
    }

    /// A number of so many bits; nothing where the bytes end before.
    pub fn get(&mut self, count: u32) -> Option<u32> {
        (0..count).try_fold(0, |number, place| Some(number | (self.bit()? << place)))
    }

    /// The bytes after those that were read from.
    pub fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at.div_ceil(8)..).unwrap_or_default()
    }

    pub fn unary(&mut self) -> Option<u32> {
        let mut ones = 0;
        while self.bit()? == 1 {
            ones += 1;
        }
        Some(ones)
    }

    pub fn rice(&mut self, bits: u32) -> Option<u32> {
        Some((self.unary()? << bits) | self.get(bits)?)
    }
}

/// How many bits of Rice's code are written as they are so that the numbers take the fewest bits together.
pub fn best_rice(numbers: &[u32]) -> u32 {
    let cost = |bits: u32| numbers.iter().map(|number| u64::from(number >> bits) + u64::from(bits)).sum::<u64>();
    let mean = numbers.iter().map(|number| u64::from(*number)).sum::<u64>() / (numbers.len().max(1) as u64);
    let guess = mean.max(1).ilog2();
    (guess.saturating_sub(2)..=guess + 1).min_by_key(|bits| cost(*bits)).unwrap_or(guess)
}

/// Writes a number seven bits a byte, the lowest first; the highest bit says that more follow (LEB128).
pub fn put_varint(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads such a number off the front.
pub fn take_varint(bytes: &mut &[u8]) -> Option<u32> {
    let (mut number, mut place) = (0, 0);
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f).checked_shl(place)?;
        place += 7;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NUMBERS: [u32; 12] = [0, 1, 2, 3, 31, 62, 63, 127, 128, 300, 16_384, 100_000];

    #[test]
    fn bits_come_back_as_they_went_in() {
        let mut writer = BitWriter::default();
        for number in NUMBERS {
            writer.put(number, 17);
            writer.unary(number % 100);
            writer.rice(number, 9);
        }
        writer.put(u32::MAX, 32);
        let bytes = writer.finish();
        let mut reader = BitReader::new(&bytes);
        for number in NUMBERS {
            assert_eq!(reader.get(17), Some(number));
            assert_eq!(reader.unary(), Some(number % 100));
            assert_eq!(reader.rice(9), Some(number));
        }
        assert_eq!(reader.get(32), Some(u32::MAX));
        assert_eq!(reader.get(8), None, "nothing is read beyond the end");
    }

    #[test]
    fn varints_come_back_as_they_went_in() {
        let mut bytes = Vec::new();
        NUMBERS.into_iter().chain([u32::MAX]).for_each(|number| put_varint(&mut bytes, number));
        let mut rest = bytes.as_slice();
        for number in NUMBERS.into_iter().chain([u32::MAX]) {
            assert_eq!(take_varint(&mut rest), Some(number));
        }
        assert_eq!(take_varint(&mut rest), None);
        assert_eq!(take_varint(&mut [0x80].as_slice()), None, "a number that is cut off");
    }

    #[test]
    fn the_best_code_is_found() {
        assert_eq!(best_rice(&[]), 0);
        assert_eq!(best_rice(&[0, 0, 1, 0]), 0);
        assert_eq!(best_rice(&[1_000; 128]), 9, "nine bits, a one and a zero each");
    }
}
