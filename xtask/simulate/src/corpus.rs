//! A sample of a site, word by word: what the predicted sizes are held against.

use super::{
    language::{Language, NAME, NAMES, class},
    postings::Posting,
    random::Random,
    site::{Site, Spread},
    vocabulary::Vocabulary,
};

/// What texts and names are named among what draws numbers.
const TEXTS: u64 = 4;
const TITLES: u64 = 5;

/// A word in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Token {
    rank: u32,
    review: u32,
    /// The number of words before it.
    place: u32,
}

/// The texts of a site, turned round: where each word is.
#[derive(Debug)]
pub struct Corpus {
    /// By word, then by review.
    tokens: Vec<Token>,
    /// Words among the names of films, by word.
    named: Vec<(u32, u32)>,
}

impl Corpus {
    pub fn of(site: &Site) -> Self {
        let (mut tokens, mut named) = (Vec::new(), Vec::new());
        for film in 0..site.films.len() {
            let mut random = Random::of(site.seed, &[TITLES, u64::from(film)]);
            named.extend((0..NAMES).map(|_| (Language::name(&mut random), film)));
            for review in site.films.reviews_of(film) {
                let mut random = Random::of(site.seed, &[TEXTS, u64::from(review)]);
                let words = site.language.text(&mut random).into_iter().zip(0..);
                tokens.extend(words.map(|(rank, place)| Token { rank, review, place }));
            }
        }
        tokens.sort_unstable();
        named.sort_unstable();
        named.dedup();
        Self { tokens, named }
    }

    /// Its words, with what has them, as they were counted.
    pub fn vocabulary(&self, site: &Site) -> Vocabulary {
        let mut ranks: Vec<u32> = self.named.iter().map(|(rank, _)| *rank).collect();
        ranks.extend(self.tokens.chunk_by(|one, next| one.rank == next.rank).map(|tokens| tokens[0].rank));
        ranks.sort_unstable();
        ranks.dedup();
        let counted = |rank: u32| {
            let bodies = self.tokens(rank).chunk_by(|one, next| one.review == next.review).count();
            let spread = Spread { rank, bodies: bodies as u32, films: self.films(rank).len() as u32 };
            (spread, self.list(site, rank).len() as u32)
        };
        Vocabulary::spelt(ranks.into_iter().map(counted))
    }

    fn tokens(&self, rank: u32) -> &[Token] {
        let start = self.tokens.partition_point(|token| token.rank < rank);
        let count = self.tokens[start..].partition_point(|token| token.rank == rank);
        &self.tokens[start..start + count]
    }

    /// The films that have a word among their names.
    pub fn films(&self, rank: u32) -> &[(u32, u32)] {
        let start = self.named.partition_point(|(named, _)| *named < rank);
        let count = self.named[start..].partition_point(|(named, _)| *named == rank);
        &self.named[start..start + count]
    }

    /// The reviews that a word finds.
    pub fn list(&self, site: &Site, rank: u32) -> Vec<Posting> {
        let spoken = self.tokens(rank).chunk_by(|one, next| one.review == next.review);
        let mut list: Vec<Posting> =
            spoken.map(|tokens| Posting { review: tokens[0].review, class: class(tokens.len() as u32) }).collect();
        let named = self.films(rank).iter().flat_map(|(_, film)| site.films.reviews_of(*film));
        list.extend(named.map(|review| Posting { review, class: NAME }));
        list.sort_unstable_by_key(|posting| (posting.review, 3 - posting.class));
        list.dedup_by_key(|posting| posting.review);
        list
    }

    /// Where the word stands in each review of its list.
    pub fn places(&self, rank: u32, list: &[Posting]) -> Vec<Vec<u32>> {
        let mut tokens = self.tokens(rank);
        let mut of = |posting: &Posting| {
            let count = tokens.partition_point(|token| token.review == posting.review);
            let (these, rest) = tokens.split_at(count);
            tokens = rest;
            these.iter().map(|token| token.place).collect()
        };
        list.iter().map(&mut of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_every_text_is_found() {
        let site = Site::of(200, 1);
        let corpus = Corpus::of(&site);
        let vocabulary = corpus.vocabulary(&site);
        let mut words = 0;
        for term in &vocabulary.terms {
            let list = corpus.list(&site, term.spread.rank);
            let places = corpus.places(term.spread.rank, &list);
            assert_eq!(list.len(), term.reviews as usize, "{term:?}");
            assert_eq!(places.iter().filter(|it| !it.is_empty()).count(), term.spread.bodies as usize, "{term:?}");
            words += places.concat().len();
        }
        assert_eq!(words, corpus.tokens.len());
    }
}
