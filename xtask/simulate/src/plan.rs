//! Which word goes into which block of the dictionary: a block is begun when the last is full.

use std::io;

use super::{
    dictionary::{Block, Entry, HERE, Named, Stored, shared},
    layout::{BLOCK, MEASURED, spread},
    packed::brotli,
    postings::encode,
    random::Random,
    rank::FILMS,
    site::{List, Site},
    sizes::{Sizes, best_of, fields, has_names, slices},
    vocabulary::{Term, Vocabulary},
};

/// What the names of files are drawn as.
const FILES: u64 = 12;
/// How many volumes the lists of a block are in, about: two of each kind.
pub const VOLUMES: usize = 10;

/// The blocks of the words of a site.
#[derive(Debug, Default)]
pub struct Plan {
    /// The first word of each, and one more for the end.
    pub blocks: Vec<usize>,
    /// Before they are compressed.
    pub bytes: Vec<f64>,
}

/// What came of building some blocks.
#[derive(Debug)]
pub struct Measured {
    /// Compressed bytes over predicted bytes before compression.
    pub ratio: f64,
    /// Bytes before compression over the predicted ones.
    pub checked: f64,
    /// The bytes of the posting lists of their words over the predicted ones.
    pub lists: f64,
}

impl Plan {
    pub fn of(vocabulary: &Vocabulary, sizes: &Sizes) -> Self {
        let mut plan = Self::default();
        let mut before = "";
        for (place, term) in vocabulary.terms.iter().enumerate() {
            let letters = (term.word.len() - shared(before, &term.word).min(15) + 1) as f64;
            plan.add(place, letters + sizes.entry(term));
            before = &term.word;
        }
        plan.blocks.push(vocabulary.len());
        plan
    }

    fn add(&mut self, place: usize, bytes: f64) {
        match self.bytes.last_mut() {
            Some(block) if *block + bytes <= BLOCK => *block += bytes,
            _ => {
                self.blocks.push(place);
                self.bytes.push(bytes + (8 * VOLUMES) as f64);
            }
        }
    }

    /// What parts each block from the one before.
    pub fn divides(&self, vocabulary: &Vocabulary) -> Vec<String> {
        let divide = |first: &usize| match first {
            0 => String::new(),
            first => {
                let (before, word) = (&vocabulary.terms[first - 1].word, &vocabulary.terms[*first].word);
                word[..(shared(before, word) + 1).min(word.len())].to_owned()
            }
        };
        self.blocks.iter().take(self.bytes.len()).map(divide).collect()
    }

    /// Builds some blocks with lists as the site would have them.
    pub fn measure(&self, site: &Site, vocabulary: &Vocabulary, sizes: &Sizes) -> io::Result<Measured> {
        let (mut predicted, mut raw, mut packed) = (0.0, 0, 0);
        let (mut lists, mut expected) = (0.0, 0.0);
        for block in spread(self.bytes.len(), MEASURED) {
            let mut names = Random::of(site.seed, &[FILES, block as u64]);
            let terms = &vocabulary.terms[self.blocks[block]..self.blocks[block + 1]];
            let entries: Vec<Entry> = terms.iter().map(|term| entry(site, term, sizes)).collect();
            for (term, entry) in terms.iter().zip(&entries) {
                if let Stored::Listed { slices, .. } = &entry.stored {
                    lists += slices.iter().map(|slice| f64::from(slice[0])).sum::<f64>();
                    expected += sizes.list(term);
                }
            }
            let volumes = (0..VOLUMES).map(|_| names.bits()).collect();
            let bytes = Block { volumes, offsets: [0; 5], entries }.encode();
            predicted += self.bytes[block];
            raw += bytes.len();
            packed += brotli(&bytes)?;
        }
        Ok(Measured { ratio: packed as f64 / predicted, checked: raw as f64 / predicted, lists: lists / expected })
    }
}

/// An entry with lists as the site would have them.
fn entry(site: &Site, term: &Term, sizes: &Sizes) -> Entry {
    let list = List::of(site, term.spread);
    let stored = if term.reviews <= HERE {
        let mut postings = list.read(0..site.reviews());
        postings.truncate(HERE as usize);
        Stored::Here { postings, positions: sizes.positions(term) as u32 }
    } else {
        let count = slices(sizes.list(term));
        let positions = (sizes.positions(term) / f64::from(count)) as u32;
        let slice = |slice: u32| {
            let (start, end) = (cut(site, slice, count), cut(site, slice + 1, count));
            [encode(&list.read(start..end), start).len() as u32, positions]
        };
        Stored::Listed {
            best: best_of(site, &list).postings(),
            slices: (0..count).map(slice).collect(),
            others: [sizes.counts(term) as u32, 0],
        }
    };
    let named = has_names(term).then(|| {
        let films = site.named(term.spread.rank, term.spread.films);
        let length = fields(&films).len() as u32;
        Named { films: films.len() as u32, best: films.into_iter().take(FILMS).collect(), length }
    });
    Entry { word: term.word.to_string(), reviews: term.reviews, stored, named }
}

/// The first review of a slice.
pub fn cut(site: &Site, slice: u32, slices: u32) -> u32 {
    (u64::from(site.reviews()) * u64::from(slice)).div_ceil(u64::from(slices)) as u32
}
