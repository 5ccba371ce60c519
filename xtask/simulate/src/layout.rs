//! Which files a site's index has, how big they are, and which of them has what: predicted for a site of any
//! size, from its words and from the measures of [`Sizes`].

use std::{collections::BTreeSet, fmt, io};

use super::{
    cards::Cards,
    packed::brotli,
    parts::Parts,
    plan::Plan,
    rank::HITS,
    root,
    site::Site,
    sizes::Sizes,
    vocabulary::{Term, Vocabulary},
};

/// A block of the dictionary has so many bytes before it is compressed.
pub const BLOCK: f64 = 24_576.0;
/// A volume of lists has so many bytes. Ranges are fetched from it, so that its size is nothing to a search; a
/// host counts files, and a change of one list makes all of its volume new.
pub const VOLUME: f64 = 1_048_576.0;
/// A word in more than this share of the reviews has no positions, and in a search for several words it is taken
/// to be in every review: it parts nothing from anything.
pub const EVERYWHERE: f64 = 0.5;

/// How many blocks and files are built to measure how they compress.
pub const MEASURED: usize = 12;
/// What the root has of the lists of facets: their volumes, and the lengths of their slices.
pub const FACET_NAMES: u32 = 1_600;

/// The kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Root,
    Answers,
    Dictionary,
    Counts,
    Postings,
    Positions,
    Names,
    Parts,
    Cards,
    Facets,
    Sample,
    Films,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Root => "roots",
            Self::Answers => "answers to beginnings",
            Self::Dictionary => "dictionary",
            Self::Counts => "counts of facets",
            Self::Postings => "postings",
            Self::Positions => "positions",
            Self::Names => "films by name",
            Self::Parts => "parts of words",
            Self::Cards => "cards",
            Self::Facets => "lists of facets",
            Self::Sample => "sample for estimates",
            Self::Films => "pages of films",
        })
    }
}

/// The layout of a site.
#[derive(Debug)]
pub struct Layout<'a> {
    pub site: &'a Site,
    pub vocabulary: Vocabulary,
    pub sizes: Sizes,
    /// The first word of each block of the dictionary, and one more for the end.
    pub blocks: Vec<usize>,
    /// Compressed, by block.
    pub block_bytes: Vec<u32>,
    pub root_bytes: u32,
    pub answers: BTreeSet<String>,
    pub answer_bytes: u32,
    pub parts: Parts,
    /// How many ends a block of parts has, and its bytes.
    pub part_block: (usize, u32),
    pub part_root_bytes: u32,
    pub part_answers: BTreeSet<String>,
    pub card_bytes: u32,
    /// The bytes of the blocks that were built, and of the lists of their words, over those that were predicted.
    pub checked: [f64; 2],
}

impl<'a> Layout<'a> {
    pub fn of(site: &'a Site) -> io::Result<Self> {
        let (vocabulary, sizes) = (Vocabulary::of(site), Sizes::of(site));
        let plan = Plan::of(&vocabulary, &sizes);
        let measured = plan.measure(site, &vocabulary, &sizes)?;
        let divides = plan.divides(&vocabulary);
        let cards = Cards::of(site);
        let parts = Parts::of(&vocabulary);
        let (part_block, part_divides) = blocks_of_parts(&parts, &vocabulary)?;
        Ok(Self {
            site,
            sizes,
            blocks: plan.blocks,
            block_bytes: plan.bytes.iter().map(|bytes| (bytes * measured.ratio) as u32).collect(),
            root_bytes: brotli(&root::list(&divides, site.seed))? as u32 + FACET_NAMES,
            answers: root::answered(&divides).into_iter().collect(),
            answer_bytes: mean(["s", "co", "th", "pre", "inter"].into_iter(), |beginning| {
                brotli(&cards.answer(beginning, HITS as u32))
            })?,
            part_root_bytes: brotli(&root::list(&part_divides, site.seed))? as u32,
            part_answers: root::answered(&part_divides).into_iter().collect(),
            card_bytes: mean(spread(cards.files() as usize, 24), |file| brotli(&cards.file(file as u32)))?,
            checked: [measured.checked, measured.lists],
            vocabulary,
            parts,
            part_block,
        })
    }

    /// The block that a word is in.
    pub fn block(&self, place: usize) -> u32 {
        self.blocks.partition_point(|first| *first <= place) as u32 - 1
    }

    /// The positions of a word: none where it is everywhere.
    pub fn positions(&self, term: &Term) -> f64 {
        if self.sizes.share(term) > EVERYWHERE { 0.0 } else { self.sizes.positions(term) }
    }

    /// How many blocks the parts of words have.
    pub fn part_blocks(&self) -> usize {
        self.parts.len().div_ceil(self.part_block.0)
    }
}

/// Places that are spread evenly over so many.
pub fn spread(of: usize, count: usize) -> impl Iterator<Item = usize> {
    let count = count.min(of).max(1);
    (0..count).map(move |at| at * of / count)
}

fn mean<T>(things: impl Iterator<Item = T>, bytes: impl Fn(T) -> io::Result<usize>) -> io::Result<u32> {
    let all = things.map(bytes).collect::<io::Result<Vec<usize>>>()?;
    Ok((all.iter().sum::<usize>() / all.len().max(1)) as u32)
}

/// The blocks of parts of words: how many ends each has and its bytes, and what divides them.
fn blocks_of_parts(parts: &Parts, vocabulary: &Vocabulary) -> io::Result<((usize, u32), Vec<String>)> {
    let stretch = 1_000.min(parts.len());
    let raw: usize = spread(parts.len() - stretch + 1, MEASURED)
        .map(|start| parts.encode(start..start + stretch, vocabulary).len())
        .sum();
    let measured = spread(parts.len() - stretch + 1, MEASURED).count() * stretch;
    let ends = ((BLOCK * measured as f64 / raw.max(1) as f64) as usize).clamp(1, parts.len().max(1));
    let bytes = mean(spread(parts.len() / ends, MEASURED), |block| {
        brotli(&parts.encode(block * ends..((block + 1) * ends).min(parts.len()), vocabulary))
    })?;
    let divide = |block: usize| if block == 0 { String::new() } else { parts.divide(block * ends) };
    Ok(((ends, bytes), (0..parts.len().div_ceil(ends)).map(divide).collect()))
}
