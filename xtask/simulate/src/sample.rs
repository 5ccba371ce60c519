//! The proof of the prediction: a small site, all of whose texts are made and all of whose index is built and read
//! back, against what was predicted for a site of its size.

use std::io;

use super::{
    cards::Cards,
    corpus::Corpus,
    dictionary::{Block, Entry, HERE, Named, Stored, put_entry, shared},
    layout::{BLOCK, EVERYWHERE, FACET_NAMES, Kind},
    packed::brotli,
    parts::Parts,
    plan::{VOLUMES, cut},
    postings::{Posting, decode, decode_positions, encode, encode_positions},
    random::Random,
    rank::{Best, FILMS},
    root,
    site::Site,
    sizes::{fields, has_names, slices},
    totals::Totals,
    vocabulary::Term,
};

/// What the names of the files that are built are drawn as.
const FILES: u64 = 16;

/// The kinds of files that are built.
pub const BUILT: [Kind; 7] =
    [Kind::Root, Kind::Dictionary, Kind::Postings, Kind::Positions, Kind::Names, Kind::Parts, Kind::Cards];

/// Builds the index of a site from its texts.
pub fn build(site: &Site, part_ends: usize) -> io::Result<Totals> {
    let corpus = Corpus::of(site);
    let vocabulary = corpus.vocabulary(site);
    let mut files = Files::of(site);
    for term in &vocabulary.terms {
        let list = corpus.list(site, term.spread.rank);
        let places = corpus.places(term.spread.rank, &list);
        let named: Vec<u32> = corpus.films(term.spread.rank).iter().map(|(_, film)| *film).collect();
        files.add(site, term, &named, (&list, &places))?;
    }
    files.close()?;
    let divides = files.divides();
    let Files { mut totals, .. } = files;
    let mut add = |kind: Kind, bytes: usize| totals.entry(kind).or_default().add(1, bytes as f64);
    add(Kind::Root, brotli(&root::list(&divides, site.seed))? + FACET_NAMES as usize);
    let parts = Parts::of(&vocabulary);
    let starts: Vec<usize> = (0..parts.len()).step_by(part_ends).collect();
    for start in &starts {
        add(Kind::Parts, brotli(&parts.encode(*start..(start + part_ends).min(parts.len()), &vocabulary))?);
    }
    let divide = |start: &usize| if *start == 0 { String::new() } else { parts.divide(*start) };
    add(Kind::Root, brotli(&root::list(&starts.iter().map(divide).collect::<Vec<_>>(), site.seed))?);
    let cards = Cards::of(site);
    for file in 0..cards.files() {
        add(Kind::Cards, brotli(&cards.file(file))?);
    }
    Ok(totals)
}

/// What is being built.
struct Files {
    names: Random,
    totals: Totals,
    /// The words on both sides of where each block begins.
    divides: Vec<(String, String)>,
    entries: Vec<Entry>,
    /// The bytes of the entries.
    block: usize,
    /// The last word that was added.
    last: String,
}

impl Files {
    fn of(site: &Site) -> Self {
        Self {
            names: Random::of(site.seed, &[FILES]),
            totals: Totals::new(),
            divides: Vec::new(),
            entries: Vec::new(),
            block: 0,
            last: String::new(),
        }
    }

    /// Adds bytes to the volumes of a kind.
    fn volume(&mut self, kind: Kind, bytes: usize) -> u32 {
        self.totals.entry(kind).or_default().bytes += bytes as f64;
        bytes as u32
    }

    fn add(
        &mut self,
        site: &Site,
        term: &Term,
        films: &[u32],
        (list, places): (&[Posting], &[Vec<u32>]),
    ) -> io::Result<()> {
        let everywhere = f64::from(term.reviews) > EVERYWHERE * f64::from(site.reviews());
        check(decode_positions(&encode_positions(places)).as_deref() == Some(places), "positions", term)?;
        check(decode(&encode(list, 0), 0).as_deref() == Some(list), "postings", term)?;
        let positions = |places: &[Vec<u32>]| if everywhere { 0 } else { encode_positions(places).len() };
        let stored = if term.reviews <= HERE {
            Stored::Here { postings: list.to_vec(), positions: self.volume(Kind::Positions, positions(places)) }
        } else {
            let count = slices(encode(list, 0).len() as f64);
            let mut slice = |slice: u32| {
                let (start, end) = (cut(site, slice, count), cut(site, slice + 1, count));
                let range = list.partition_point(|it| it.review < start)..list.partition_point(|it| it.review < end);
                let postings = self.volume(Kind::Postings, encode(&list[range.clone()], start).len());
                [postings, self.volume(Kind::Positions, positions(&places[range]))]
            };
            let slices = (0..count).map(&mut slice).collect();
            Stored::Listed { best: best(site, list), slices, others: [0; 2] }
        };
        let named = has_names(term).then(|| Named {
            films: films.len() as u32,
            best: films.iter().copied().take(FILMS).collect(),
            length: self.volume(Kind::Names, fields(films).len()),
        });
        self.entry(Entry { word: term.word.to_string(), reviews: term.reviews, stored, named })
    }

    /// Adds an entry to the block, or to a new one where it is full.
    fn entry(&mut self, entry: Entry) -> io::Result<()> {
        let mut numbers = Vec::new();
        put_entry(&mut numbers, &entry);
        let bytes = entry.word.len() - shared(&self.last, &entry.word).min(15) + 1 + numbers.len();
        if self.entries.is_empty() || (self.block + bytes) as f64 > BLOCK {
            self.close()?;
            self.divides.push((self.last.clone(), entry.word.clone()));
        }
        self.block += bytes;
        self.last.clone_from(&entry.word);
        self.entries.push(entry);
        Ok(())
    }

    /// Writes the block.
    fn close(&mut self) -> io::Result<()> {
        let entries = std::mem::take(&mut self.entries);
        if !entries.is_empty() {
            let volumes = (0..VOLUMES).map(|_| self.names.bits()).collect();
            let block = Block { volumes, offsets: [0; 5], entries };
            let bytes = block.encode();
            if Block::decode(&bytes) != Some(block) {
                return Err(io::Error::other(format!(
                    "the block up to {} does not come back as it went in",
                    self.last
                )));
            }
            self.totals.entry(Kind::Dictionary).or_default().add(1, brotli(&bytes)? as f64);
        }
        self.block = 8 * VOLUMES;
        Ok(())
    }

    /// What parts each block from the one before.
    fn divides(&self) -> Vec<String> {
        let divide = |(before, first): &(String, String)| match before.as_str() {
            "" => String::new(),
            before => first[..(shared(before, first) + 1).min(first.len())].to_owned(),
        };
        self.divides.iter().map(divide).collect()
    }
}

/// What was written has to be what is read.
fn check(same: bool, what: &str, term: &Term) -> io::Result<()> {
    let said = || io::Error::other(format!("the {what} of {} do not come back as they went in", term.word));
    if same { Ok(()) } else { Err(said()) }
}

fn best(site: &Site, list: &[Posting]) -> Vec<Posting> {
    let mut best = Best::default();
    for posting in list {
        best.add_one(*posting, &site.films);
    }
    best.postings()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{facets::Facets, layout::Layout, totals};

    /// What the sizes of ten million reviews rest on.
    #[test]
    fn what_is_built_is_as_big_as_predicted() {
        let site = Site::of(2_000, 1);
        let layout = Layout::of(&site).unwrap();
        let predicted = totals::of(&layout, &Facets::of(&site));
        let built = build(&site, layout.part_block.0).unwrap();
        for kind in BUILT {
            let (bytes, expected) = (built[&kind].bytes, predicted[&kind].bytes);
            assert!((bytes / expected - 1.0).abs() < 0.1, "{kind}: {bytes} bytes where {expected} were predicted");
        }
        let words = Corpus::of(&site).vocabulary(&site).len() as f64;
        assert!((words / layout.vocabulary.len() as f64 - 1.0).abs() < 0.03, "{words} words");
    }
}
