//! How a search finds what it needs: which files it fetches, step by step, on the layout of a site.

use std::ops::Range;

use super::{
    cards::CARDS,
    cost::{Fetch, File, Trace},
    dictionary::HERE,
    facets::Facets,
    films::Films,
    layout::{EVERYWHERE, Layout},
    rank::{Best, FILMS},
    several::Several,
    site::List,
    sizes::{best_of, has_names},
};

/// How many cards are shown while a word is typed.
const WHILE_TYPING: usize = 5;
/// How many words a part of a word is looked up as.
const WORDS_OF_A_PART: usize = 3;
/// How many reviews of a film one file has.
const PAGE: u32 = 20;
/// What a review takes in the file of its film, in bytes of brotli, for a body of 2,000: 0.515 a byte of body, as
/// the site's own 33 films have, with claims and all else.
const REVIEW: f64 = 0.515 * 2_000.0;

/// A word that is searched for, and the reviews that are known to have it because the search was made from one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Its place in the vocabulary.
    pub word: usize,
    pub with: Range<u32>,
}

/// What is searched for beside words.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Also {
    /// The words have to follow each other, which this share of the reviews that have them all does.
    pub phrase: Option<f64>,
    /// The film has to have this value of a facet.
    pub value: Option<u32>,
}

/// Searches on a layout.
#[derive(Debug)]
pub struct Search<'a> {
    pub layout: &'a Layout<'a>,
    pub facets: &'a Facets,
}

impl Search<'_> {
    fn root(&self) -> Fetch {
        (File::Root, self.layout.root_bytes)
    }

    fn block(&self, block: u32) -> Fetch {
        (File::Block(block), self.layout.block_bytes[block as usize])
    }

    /// The block of the dictionary that a word is in.
    pub fn block_of(&self, word: usize) -> Fetch {
        self.block(self.layout.block(word))
    }

    fn list(&self, wanted: &Wanted) -> List<'_> {
        List::of(self.layout.site, self.layout.vocabulary.terms[wanted.word].spread).with(wanted.with.clone())
    }

    /// The cards of reviews.
    pub fn cards(&self, reviews: &[u32]) -> Vec<Fetch> {
        reviews.iter().map(|review| (File::Cards(review / CARDS), self.layout.card_bytes)).collect()
    }

    /// The cards of films, which are with those of their first reviews.
    fn cards_of_films(&self, films: &[u32]) -> Vec<Fetch> {
        let reviews = films.iter().map(|film| self.layout.site.films.reviews_of(*film).start);
        self.cards(&reviews.collect::<Vec<_>>())
    }

    /// A beginning of a word, while it is typed: words to go on with, and the first reviews.
    pub fn typing(&self, beginning: &str) -> Trace {
        let layout = self.layout;
        let mut trace = Trace { complete: true, ..Trace::default() };
        trace.fetch([self.root()]);
        if layout.answers.contains(beginning) {
            trace.fetch([(File::Answer(beginning.to_owned()), layout.answer_bytes)]);
            return trace;
        }
        let words = layout.vocabulary.beginning(beginning);
        let last = words.end.saturating_sub(1).max(words.start).min(layout.vocabulary.len() - 1);
        let first = words.start.min(last);
        trace.fetch((layout.block(first)..=layout.block(last)).map(|block| self.block(block)));
        if let Some(word) = words.max_by_key(|word| layout.vocabulary.terms[*word].reviews) {
            let hits = self.hits(&Wanted { word, with: 0..0 });
            trace.fetch(self.cards(&hits[..hits.len().min(WHILE_TYPING)]));
        }
        trace
    }

    /// The best reviews of one word, which stand in the dictionary.
    fn hits(&self, wanted: &Wanted) -> Vec<u32> {
        best_of(self.layout.site, &self.list(wanted)).reviews()
    }

    /// One word, with the counts of the facets of all that it finds.
    pub fn word(&self, wanted: &Wanted) -> Trace {
        let mut trace = Trace { complete: true, ..Trace::default() };
        trace.fetch([self.root()]);
        trace.fetch([self.block_of(wanted.word)]);
        let term = &self.layout.vocabulary.terms[wanted.word];
        let hits = self.hits(wanted);
        let named = self.layout.site.named(term.spread.rank, term.spread.films);
        let films = if has_names(term) { &named[..named.len().min(FILMS)] } else { &[] };
        // What is in few reviews is counted from their cards.
        let counts = (term.reviews > HERE).then(|| (File::Counts(wanted.word), self.layout.sizes.counts(term) as u32));
        trace.fetch(self.cards(&hits).into_iter().chain(self.cards_of_films(films)).chain(counts));
        trace.shown = hits.len();
        trace
    }

    /// A part of a word: the words that have it, and the best reviews of the most common of them.
    pub fn part(&self, part: &str) -> Trace {
        let layout = self.layout;
        let mut trace = Trace { complete: true, ..Trace::default() };
        trace.fetch([self.root()]);
        trace.fetch([(File::PartRoot, layout.part_root_bytes)]);
        if layout.part_answers.contains(part) {
            trace.fetch([(File::PartAnswer(part.to_owned()), layout.answer_bytes)]);
            return trace;
        }
        let ends = layout.parts.beginning(part);
        let last = ends.end.saturating_sub(1).max(ends.start).min(layout.parts.len().saturating_sub(1));
        let (ends_of_block, bytes) = layout.part_block;
        let blocks = ends.start.min(last) / ends_of_block..=last / ends_of_block;
        trace.fetch(blocks.map(|block| (File::Part(block as u32), bytes)));
        let mut words: Vec<usize> = layout.parts.words(ends).collect();
        words.sort_unstable_by_key(|word| (u32::MAX - layout.vocabulary.terms[*word].reviews, *word));
        words.dedup();
        words.truncate(WORDS_OF_A_PART);
        trace.fetch(words.iter().map(|word| self.block_of(*word)));
        let mut best = Best::default();
        for word in words {
            let spoken = self.list(&Wanted { word, with: 0..0 });
            best.join(&best_of(layout.site, &spoken), &layout.site.films);
        }
        trace.fetch(self.cards(&best.reviews()));
        trace.shown = best.reviews().len();
        trace
    }

    /// Several words, all of which a review has to have; before them films whose names have all.
    pub fn words(&self, wanted: &[Wanted], also: Also) -> Trace {
        let mut trace = Trace::default();
        trace.fetch([self.root()]);
        trace.fetch(wanted.iter().map(|it| self.block_of(it.word)));
        let beside = self.names(wanted).into_iter().chain(self.sample(wanted, also));
        let found = Several::of(self, wanted, also).run(&mut trace, beside.collect());
        let films = self.named(wanted);
        trace.fetch(self.cards(&found).into_iter().chain(self.cards_of_films(&films)));
        trace.shown = found.len();
        trace
    }

    /// The lists of films with the words among their names; none where a word is in no names.
    fn names(&self, wanted: &[Wanted]) -> Vec<Fetch> {
        let terms = || wanted.iter().map(|it| (it.word, &self.layout.vocabulary.terms[it.word]));
        if terms().any(|(_, term)| term.spread.films == 0) {
            return Vec::new();
        }
        let listed = terms().filter(|(_, term)| has_names(term));
        listed.map(|(word, term)| (File::Names(word), self.layout.sizes.names(term) as u32)).collect()
    }

    /// The first films that have all words among their names.
    fn named(&self, wanted: &[Wanted]) -> Vec<u32> {
        let films = &self.layout.site.films;
        let of = |it: &Wanted| {
            let spread = self.layout.vocabulary.terms[it.word].spread;
            let mut named = self.layout.site.named(spread.rank, spread.films);
            let home = films.of_review(it.with.start);
            named.extend((films.reviews_of(home) == it.with && spread.films > 0).then_some(home));
            named.sort_unstable();
            named
        };
        let mut all = wanted.iter().map(of);
        let first = all.next().unwrap_or_default();
        let both = |left: Vec<u32>, other: Vec<u32>| {
            left.into_iter().filter(|film| other.binary_search(film).is_ok()).collect()
        };
        let mut films: Vec<u32> = all.fold(first, both);
        films.truncate(FILMS);
        films
    }

    /// What the counts of facets are estimated from, where one is chosen.
    fn sample(&self, wanted: &[Wanted], also: Also) -> Vec<Fetch> {
        if also.value.is_none() {
            return Vec::new();
        }
        let list = |it: &Wanted| {
            let bytes = self.facets.sampled(self.layout, &self.layout.vocabulary.terms[it.word])?;
            Some((File::Sample(it.word), bytes as u32))
        };
        wanted.iter().filter_map(list).chain([(File::SampleColumn, self.facets.column)]).collect()
    }

    /// The bytes of the whole lists of words; with a value, also of its list and of the facets of every film, which
    /// is what counting exactly has to read.
    pub fn whole(&self, wanted: &[Wanted], value: Option<u32>) -> u64 {
        let layout = self.layout;
        let needed = wanted.iter().map(|it| &layout.vocabulary.terms[it.word]);
        let needed = needed.filter(|term| layout.sizes.share(term) <= EVERYWHERE);
        let lists: f64 = needed.map(|term| layout.sizes.list(term)).sum();
        // Three bytes a film: its values, and how many reviews it has.
        let films = 3.0 * f64::from(layout.site.films.len());
        (lists + value.map_or(0.0, |value| self.facets.lists[value as usize] + films)) as u64
    }

    /// Opens a film: its first file, by its address.
    pub fn film(&self, film: u32) -> Trace {
        let mut trace = Trace { complete: true, ..Trace::default() };
        trace.fetch([(File::Film { film, page: 0 }, page_bytes(&self.layout.site.films, film, 0))]);
        trace
    }
}

/// How many files the reviews of a film have.
pub fn pages(films: &Films, film: u32) -> u32 {
    (films.reviews_of(film).len() as u32).div_ceil(PAGE)
}

/// The bytes of one of them.
pub fn page_bytes(films: &Films, film: u32, page: u32) -> u32 {
    let reviews = (films.reviews_of(film).len() as u32 - page * PAGE).min(PAGE);
    (f64::from(reviews) * REVIEW) as u32
}
