//! Posting lists: which reviews have a word, how strongly, and where in their text.
//!
//! Gaps between reviews are written in Rice's code, with the best parameter for each block of 128. For gaps that
//! are spread as chance spreads them it comes within a twentieth of what is possible at all, where numbers of a
//! fixed width, which decode faster, need a bit more for each posting; here bytes are what a search waits for.

use super::bits::{BitReader, BitWriter, best_rice, put_varint, take_varint};

/// How many postings a block has.
const BLOCK: usize = 128;

/// A review that has a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Posting {
    pub review: u32,
    /// How strongly it speaks of the word, from 0 to 3 ([`super::language::class`]).
    pub class: u8,
}

/// Writes postings in the order of their reviews, none of which is before `from`.
pub fn encode(postings: &[Posting], from: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    put_varint(&mut bytes, postings.len() as u32);
    let mut next = from;
    for block in postings.chunks(BLOCK) {
        let mut gap = |posting: &Posting| {
            let gap = posting.review - next;
            next = posting.review + 1;
            gap
        };
        let gaps: Vec<u32> = block.iter().map(&mut gap).collect();
        let rice = best_rice(&gaps);
        // The most that the block can add to a score, so that it can be left out unread.
        let most = block.iter().map(|posting| posting.class).max().unwrap_or_default();
        bytes.push(rice as u8 | most << 5);
        let mut bits = BitWriter::default();
        for (gap, posting) in gaps.iter().zip(block) {
            bits.rice(*gap, rice);
            put_class(&mut bits, posting.class);
        }
        bytes.extend(bits.finish());
    }
    bytes
}

/// Three of four postings have class 0: one, two or three bits.
fn put_class(bits: &mut BitWriter, class: u8) {
    match class {
        0 => bits.put(0, 1),
        1 => bits.put(0b01, 2),
        2 => bits.put(0b011, 3),
        _ => bits.put(0b111, 3),
    }
}

fn take_class(bits: &mut BitReader) -> Option<u8> {
    for class in 0..3 {
        if bits.get(1)? == 0 {
            return Some(class);
        }
    }
    Some(3)
}

/// Reads postings; nothing where the bytes are cut off.
pub fn decode(bytes: &[u8], from: u32) -> Option<Vec<Posting>> {
    let mut rest = bytes;
    let count = take_varint(&mut rest)? as usize;
    let mut postings = Vec::new();
    let mut next = from;
    while postings.len() < count {
        let (head, block) = rest.split_first()?;
        let mut bits = BitReader::new(block);
        for _ in 0..BLOCK.min(count - postings.len()) {
            let review = next.checked_add(bits.rice(u32::from(head & 0x1f))?)?;
            postings.push(Posting { review, class: take_class(&mut bits)? });
            next = review.checked_add(1)?;
        }
        rest = bits.rest();
    }
    Some(postings)
}

/// Writes where a word stands in each review of its list, counted in words; nowhere, where it is only among the
/// names of the film.
pub fn encode_positions(reviews: &[Vec<u32>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    put_varint(&mut bytes, reviews.len() as u32);
    for block in reviews.chunks(BLOCK) {
        let gaps: Vec<Vec<u32>> = block.iter().map(|places| gaps(places)).collect();
        let rice = best_rice(&gaps.concat());
        bytes.push(rice as u8);
        let mut bits = BitWriter::default();
        for gaps in gaps {
            bits.unary(gaps.len() as u32);
            for gap in gaps {
                bits.rice(gap, rice);
            }
        }
        bytes.extend(bits.finish());
    }
    bytes
}

fn gaps(places: &[u32]) -> Vec<u32> {
    let mut next = 0;
    let gap = |place: &u32| {
        let gap = place - next;
        next = place + 1;
        gap
    };
    places.iter().map(gap).collect()
}

/// Reads them; nothing where the bytes are cut off.
pub fn decode_positions(bytes: &[u8]) -> Option<Vec<Vec<u32>>> {
    let mut rest = bytes;
    let count = take_varint(&mut rest)? as usize;
    let mut reviews: Vec<Vec<u32>> = Vec::new();
    while reviews.len() < count {
        let (rice, block) = rest.split_first()?;
        let mut bits = BitReader::new(block);
        for _ in 0..BLOCK.min(count - reviews.len()) {
            let (mut places, mut next) = (Vec::new(), 0_u32);
            for _ in 0..bits.unary()? {
                let place = next.checked_add(bits.rice(u32::from(*rice))?)?;
                places.push(place);
                next = place.checked_add(1)?;
            }
            reviews.push(places);
        }
        rest = bits.rest();
    }
    Some(reviews)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    fn postings(count: usize, chance: f64, from: u32) -> Vec<Posting> {
        let mut random = Random::of(1, &[count as u64]);
        let mut next = from;
        let mut one = || {
            let review = next + random.failures(chance) as u32;
            next = review + 1;
            Posting { review, class: random.below(4) as u8 }
        };
        (0..count).map(|_| one()).collect()
    }

    #[test]
    fn postings_come_back_as_they_went_in() {
        for (count, chance, from) in
            [(0, 0.5, 0), (1, 0.001, 7), (128, 0.9, 0), (129, 0.01, 99), (5_000, 0.3, 1_000_000)]
        {
            let list = postings(count, chance, from);
            let bytes = encode(&list, from);
            assert_eq!(decode(&bytes, from).as_deref(), Some(list.as_slice()), "{count}");
            if let Some((_, cut_off)) = bytes.split_last().filter(|_| count > 0) {
                assert_eq!(decode(cut_off, from), None, "{count}, cut off");
            }
        }
    }

    #[test]
    fn postings_take_little_more_than_they_must() {
        for chance in [0.3_f64, 0.02, 0.0005] {
            let list: Vec<Posting> =
                postings(10_000, chance, 0).into_iter().map(|posting| Posting { class: 0, ..posting }).collect();
            let bits = encode(&list, 0).len() as f64 * 8.0 / 10_000.0 - 1.0;
            let least = -(chance * chance.log2() + (1.0 - chance) * (1.0 - chance).log2()) / chance;
            assert!((1.0..1.13).contains(&(bits / least)), "{chance}: {bits} bits where {least} are the least");
        }
    }

    #[test]
    fn positions_come_back_as_they_went_in() {
        let reviews: Vec<Vec<u32>> =
            (0..300).map(|at| (0..at % 5).map(|place| place * (at + 3) + at).collect()).collect();
        let bytes = encode_positions(&reviews);
        assert_eq!(decode_positions(&bytes), Some(reviews.clone()));
        assert_eq!(decode_positions(&bytes[..bytes.len() - 2]), None);
        assert_eq!(decode_positions(&encode_positions(&[])), Some(Vec::new()));
    }
}
