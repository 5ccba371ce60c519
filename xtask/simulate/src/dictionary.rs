//! Blocks of the dictionary: words that follow each other, with how many reviews have each and where its
//! postings are.
//!
//! A block has columns, since each compresses by itself better than in a mixture: letters, numbers, and the names
//! of files, which are hashes and do not compress at all.

use super::{
    bits::{put_varint, take_varint},
    postings::Posting,
};

/// A word in this many reviews or fewer has its postings in the dictionary: nothing further is fetched for it.
pub const HERE: u32 = 16;

/// The name of a file, by its content.
pub type Name = u64;

/// A word as it stands in a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub word: String,
    /// In how many reviews it is.
    pub reviews: u32,
    pub stored: Stored,
    /// The films that have it among their names, where there are any and the postings are not here.
    pub named: Option<Named>,
}

/// Where the postings of a word are. Lists stand in volumes, in the order of their words, and are fetched as
/// ranges of bytes: where one begins follows from the lengths of those before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    /// In the block; only the positions, of so many bytes, are in a volume.
    Here { postings: Vec<Posting>, positions: u32 },
    /// In volumes.
    Listed {
        /// The best reviews, in the order of their numbers.
        best: Vec<Posting>,
        /// The bytes of postings and positions, slice by slice: each slice has as many reviews to choose from, and
        /// their number is a power of two, so that the slices of all lists begin and end together.
        slices: Vec<[u32; 2]>,
        /// The bytes of the counts of facets, and of the postings in the sample.
        others: [u32; 2],
    },
}

/// Films that have a word among their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub films: u32,
    pub best: Vec<u32>,
    /// The bytes of the list.
    pub length: u32,
}

/// A block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The volumes that its lists are in, of all kinds.
    pub volumes: Vec<Name>,
    /// Where the first list of each kind begins in the first of its volumes.
    pub offsets: [u32; 5],
    pub entries: Vec<Entry>,
}

impl Block {
    pub fn encode(&self) -> Vec<u8> {
        let (mut letters, mut numbers) = (Vec::new(), Vec::new());
        put_varint(&mut numbers, self.volumes.len() as u32);
        for offset in self.offsets {
            put_varint(&mut numbers, offset);
        }
        let mut before = "";
        for entry in &self.entries {
            put_word(&mut letters, before, &entry.word);
            before = &entry.word;
            put_entry(&mut numbers, entry);
        }
        let mut bytes = Vec::new();
        for length in [self.entries.len(), letters.len(), numbers.len()] {
            put_varint(&mut bytes, length as u32);
        }
        let names: Vec<u8> = self.volumes.iter().flat_map(|name| name.to_le_bytes()).collect();
        [bytes, letters, numbers, names].concat()
    }

    /// Reads a block; nothing where it is cut off or no block.
    pub fn decode(mut bytes: &[u8]) -> Option<Self> {
        let count = take_varint(&mut bytes)?;
        let lengths = [take_varint(&mut bytes)? as usize, take_varint(&mut bytes)? as usize];
        let (mut letters, rest) = bytes.split_at_checked(lengths[0])?;
        let (mut numbers, names) = rest.split_at_checked(lengths[1])?;
        let volumes = take_varint(&mut numbers)? as usize;
        let mut offsets = [0; 5];
        for offset in &mut offsets {
            *offset = take_varint(&mut numbers)?;
        }
        let names = names.get(..volumes * size_of::<Name>())?;
        let volumes = names.as_chunks().0.iter().map(|bytes| Name::from_le_bytes(*bytes)).collect();
        let mut entries: Vec<Entry> = Vec::new();
        for _ in 0..count {
            let before = entries.last().map_or("", |entry| entry.word.as_str());
            let word = take_word(&mut letters, before)?;
            entries.push(take_entry(word, &mut numbers)?);
        }
        Some(Self { volumes, offsets, entries })
    }
}

/// Writes a word by how many letters it shares with the one before, and the others.
pub fn put_word(letters: &mut Vec<u8>, before: &str, word: &str) {
    let shared = shared(before, word).min(15);
    let rest = &word.as_bytes()[shared..];
    letters.push((shared as u8) << 4 | rest.len().min(15) as u8);
    if rest.len() >= 15 {
        put_varint(letters, rest.len() as u32 - 15);
    }
    letters.extend(rest);
}

/// Reads such a word.
pub fn take_word(letters: &mut &[u8], before: &str) -> Option<String> {
    let (head, rest) = letters.split_first()?;
    *letters = rest;
    let more = if head & 15 == 15 { take_varint(letters)? } else { 0 };
    let (own, rest) = letters.split_at_checked(usize::from(head & 15) + more as usize)?;
    *letters = rest;
    let shared = before.as_bytes().get(..usize::from(head >> 4))?;
    String::from_utf8([shared, own].concat()).ok()
}

/// How many bytes two words begin with in common.
pub fn shared(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count()
}

/// Writes the numbers of an entry.
pub fn put_entry(numbers: &mut Vec<u8>, entry: &Entry) {
    put_varint(numbers, entry.reviews);
    match &entry.stored {
        Stored::Here { postings, positions } => {
            put_varint(numbers, *positions);
            put_postings(numbers, postings);
        }
        Stored::Listed { best, slices, others } => {
            put_varint(numbers, best.len() as u32);
            put_postings(numbers, best);
            numbers.push(slices.len().ilog2() as u8);
            for kind in 0..2 {
                put_lengths(numbers, slices.iter().map(|slice| slice[kind]));
            }
            for length in others {
                put_varint(numbers, *length);
            }
            put_varint(numbers, entry.named.as_ref().map_or(0, |named| named.films));
        }
    }
    if let Some(named) = &entry.named {
        put_varint(numbers, named.best.len() as u32);
        let films: Vec<Posting> = named.best.iter().map(|film| Posting { review: *film, class: 0 }).collect();
        put_postings(numbers, &films);
        put_varint(numbers, named.length);
    }
}

fn take_entry(word: String, numbers: &mut &[u8]) -> Option<Entry> {
    let reviews = take_varint(numbers)?;
    if reviews <= HERE {
        let positions = take_varint(numbers)?;
        let stored = Stored::Here { postings: take_postings(numbers, reviews)?, positions };
        return Some(Entry { word, reviews, stored, named: None });
    }
    let count = take_varint(numbers)?;
    let best = take_postings(numbers, count)?;
    let (head, rest) = numbers.split_first()?;
    *numbers = rest;
    let count = 1_usize.checked_shl(u32::from(*head))?;
    let (postings, positions) = (take_lengths(numbers, count)?, take_lengths(numbers, count)?);
    let slices = postings.into_iter().zip(positions).map(|(postings, positions)| [postings, positions]).collect();
    let others = [take_varint(numbers)?, take_varint(numbers)?];
    let mut named = None;
    let films = take_varint(numbers)?;
    if films > 0 {
        let count = take_varint(numbers)?;
        let best = take_postings(numbers, count)?.into_iter().map(|film| film.review).collect();
        named = Some(Named { films, best, length: take_varint(numbers)? });
    }
    Some(Entry { word, reviews, stored: Stored::Listed { best, slices, others }, named })
}

/// Lengths that are about equal: the first, and by how much each differs from the one before.
fn put_lengths(numbers: &mut Vec<u8>, lengths: impl Iterator<Item = u32>) {
    let mut before = 0;
    for length in lengths.map(u32::cast_signed) {
        let difference: i32 = length - before;
        put_varint(numbers, ((difference << 1) ^ (difference >> 31)).cast_unsigned());
        before = length;
    }
}

fn take_lengths(numbers: &mut &[u8], count: usize) -> Option<Vec<u32>> {
    let (mut lengths, mut before) = (Vec::new(), 0_i32);
    for _ in 0..count {
        let number = take_varint(numbers)?;
        before = before.checked_add((number >> 1).cast_signed() ^ -(number & 1).cast_signed())?;
        lengths.push(before.cast_unsigned());
    }
    Some(lengths)
}

/// Writes a few postings: gap and class in a number.
pub fn put_postings(numbers: &mut Vec<u8>, postings: &[Posting]) {
    let mut next = 0;
    for posting in postings {
        put_varint(numbers, (posting.review - next) << 2 | u32::from(posting.class));
        next = posting.review + 1;
    }
}

fn take_postings(numbers: &mut &[u8], count: u32) -> Option<Vec<Posting>> {
    let (mut postings, mut next) = (Vec::new(), 0_u32);
    for _ in 0..count {
        let number = take_varint(numbers)?;
        let review = next.checked_add(number >> 2)?;
        postings.push(Posting { review, class: (number & 3) as u8 });
        next = review.checked_add(1)?;
    }
    Some(postings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(word: &str, reviews: u32, stored: Stored) -> Entry {
        let named = Named { films: 9, best: vec![0, 400, 999_999], length: 21 };
        Entry { word: word.to_owned(), reviews, stored, named: (reviews > 17).then_some(named) }
    }

    fn block() -> Block {
        let posting = |review, class| Posting { review, class };
        let postings = vec![posting(0, 0), posting(7, 3), posting(9_999_999, 1)];
        let listed = |best: &[u32], slices: &[[u32; 2]]| Stored::Listed {
            best: best.iter().map(|review| posting(*review, 2)).collect(),
            slices: slices.to_vec(),
            others: [45, 0],
        };
        Block {
            volumes: vec![1, u64::MAX],
            offsets: [16_000, 3, 0, 0, 999_999],
            entries: vec![
                entry("haul", 3, Stored::Here { postings, positions: 9 }),
                entry("haunt", 700, listed(&[2, 5, 9_000_000], &[[900, 1_300]])),
                entry("haunted", 2_000_000, listed(&[0, 1], &[[2_000, 0], [1_900, 0], [2_001, 7], [0, 8]])),
                entry("hauntedhousesandtheirinhabitants", 17, listed(&[], &[[1, 0]])),
            ],
        }
    }

    #[test]
    fn blocks_come_back_as_they_went_in() {
        let bytes = block().encode();
        assert_eq!(Block::decode(&bytes), Some(block()));
        for length in 0..bytes.len() {
            assert_eq!(Block::decode(&bytes[..length]), None, "cut off after {length} of {}", bytes.len());
        }
    }

    #[test]
    fn words_are_written_by_what_is_new_in_them() {
        let mut letters = Vec::new();
        put_word(&mut letters, "haunt", "haunted");
        assert_eq!(letters, [0x52, b'e', b'd']);
        let mut letters = letters.as_slice();
        assert_eq!(take_word(&mut letters, "haunt").as_deref(), Some("haunted"));
        assert_eq!(take_word(&mut letters, "haunted"), None);
    }
}
