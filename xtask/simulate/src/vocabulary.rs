//! The words of a site, in the order of their letters, with how much of the site has each.
//!
//! Nothing is counted in texts here, since ten million of them are not at hand: for each word the law of the
//! language says in how many reviews it is expected, and the number is drawn around that.

use std::ops::Range;

use super::{
    language::Language,
    random::Random,
    site::{Site, Spread},
    spelling::Spelling,
};

/// What the drawing of words is named among what draws numbers.
const WORDS: u64 = 3;

/// A word of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub word: Box<str>,
    pub spread: Spread,
    /// In how many reviews it is found, by the body or by the names of the film.
    pub reviews: u32,
}

/// The words.
#[derive(Debug)]
pub struct Vocabulary {
    pub terms: Vec<Term>,
    /// Where the word of a rank is, in the order of ranks.
    by_rank: Vec<(u32, u32)>,
}

impl Vocabulary {
    /// The words of a site, drawn.
    pub fn of(site: &Site) -> Self {
        let mut random = Random::of(site.seed, &[WORDS]);
        let mut spreads = Vec::new();
        let spoken_and_named = 1..Language::names_end();
        for rank in spoken_and_named {
            let bodies = random.successes(site.reviews(), site.language.presence(rank));
            let films = random.successes(site.films.len(), Language::naming(rank));
            spreads.extend((bodies + films > 0).then_some(Spread { rank, bodies, films }));
        }
        spreads.extend(rare(site, &mut random));
        Self::spelt(spreads.into_iter().map(|spread| (spread, reviews(site, spread))))
    }

    /// The words that were found in texts, with how many reviews have each.
    pub fn spelt(found: impl IntoIterator<Item = (Spread, u32)>) -> Self {
        let spelling = Spelling::new();
        let term = |(spread, reviews): (Spread, u32)| Term { word: spelling.word(spread.rank).into(), spread, reviews };
        let mut terms: Vec<Term> = found.into_iter().map(term).collect();
        // Of two words that are spelt alike one goes on. It may meet a third.
        loop {
            terms.sort_unstable_by(|one, other| (&one.word, one.spread.rank).cmp(&(&other.word, other.spread.rank)));
            let again: Vec<usize> = (1..terms.len()).filter(|at| terms[*at].word == terms[at - 1].word).collect();
            if again.is_empty() {
                break;
            }
            for at in again {
                let mut random = Random::of(1, &[u64::from(terms[at].spread.rank)]);
                let mut word = terms[at].word.to_string();
                let length = word.len() + 2;
                spelling.go_on(&mut word, length, &mut random);
                terms[at].word = word.into();
            }
        }
        let mut by_rank: Vec<(u32, u32)> = terms.iter().zip(0..).map(|(term, at)| (term.spread.rank, at)).collect();
        by_rank.sort_unstable();
        Self { terms, by_rank }
    }

    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// The place of the word of a rank, where the site has it.
    pub fn place(&self, rank: u32) -> Option<usize> {
        let at = self.by_rank.binary_search_by_key(&rank, |(rank, _)| *rank).ok()?;
        Some(self.by_rank[at].1 as usize)
    }

    /// The places of the words that begin so.
    pub fn beginning(&self, prefix: &str) -> Range<usize> {
        let start = self.terms.partition_point(|term| &*term.word < prefix);
        let count = self.terms[start..].partition_point(|term| term.word.starts_with(prefix));
        start..start + count
    }
}

/// In how many reviews a word is found.
fn reviews(site: &Site, spread: Spread) -> u32 {
    let named: usize =
        site.named(spread.rank, spread.films).iter().map(|film| site.films.reviews_of(*film).len()).sum();
    let others = 1.0 - named as f64 / f64::from(site.reviews());
    named as u32 + (f64::from(spread.bodies) * others).round() as u32
}

/// The words that are in no names, rarer than all others: bundle by bundle of ranks, since most of them are not
/// on the site at all.
fn rare(site: &Site, random: &mut Random) -> Vec<Spread> {
    let words = Language::new_words(site.reviews());
    let mut found = Vec::new();
    let mut rank = f64::from(Language::names_end());
    while rank * 1.02 < f64::from(u32::MAX) {
        let end = (rank * 1.02).floor();
        let expected = words * (site.language.from(rank) - site.language.from(end)) / (end - rank);
        let some = -(-expected).exp_m1();
        for _ in 0..random.successes((end - rank) as u32, some) {
            let rank = rank + (random.unit() * (end - rank)).floor();
            found.push(Spread { rank: rank as u32, bodies: some_of(expected, random), films: 0 });
        }
        rank = end;
    }
    found.sort_unstable_by_key(|spread| spread.rank);
    found.dedup_by_key(|spread| spread.rank);
    found
}

/// A count that is known not to be zero (Poisson), by going through its terms.
fn some_of(expected: f64, random: &mut Random) -> u32 {
    let mut left = random.unit() * -(-expected).exp_m1();
    let (mut count, mut term) = (1, expected * (-expected).exp());
    while left > term && count < 1_000 {
        left -= term;
        count += 1;
        term *= expected / f64::from(count);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_order_distinct_and_found() {
        let vocabulary = Vocabulary::of(&Site::of(2_000, 1));
        assert!(vocabulary.terms.is_sorted_by(|one, next| one.word < next.word));
        for (at, term) in vocabulary.terms.iter().enumerate() {
            assert_eq!(vocabulary.place(term.spread.rank), Some(at));
            assert!(term.reviews > 0, "{term:?}");
        }
        let range = vocabulary.beginning("st");
        assert!(!range.is_empty());
        for (at, term) in vocabulary.terms.iter().enumerate() {
            assert_eq!(term.word.starts_with("st"), range.contains(&at), "{}", term.word);
        }
        assert_eq!(vocabulary.place(u32::MAX), None);
    }

    #[test]
    fn the_same_seed_gives_the_same_words() {
        let draw = |seed| Vocabulary::of(&Site::of(1_000, seed)).terms;
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
    }

    /// Heaps: the number of distinct words grows with about the square root of the text.
    #[test]
    fn new_words_become_rarer() {
        let words = |reviews| Vocabulary::of(&Site::of(reviews, 1)).len() as f64;
        let exponent = (words(40_000) / words(4_000)).log10();
        assert!((0.45..0.7).contains(&exponent), "{exponent}");
    }

    #[test]
    fn counts_that_are_not_zero_have_their_mean() {
        let mut random = Random::of(5, &[]);
        for expected in [0.01, 1.0, 3.0] {
            let found = (0..20_000).map(|_| f64::from(some_of(expected, &mut random))).sum::<f64>() / 20_000.0;
            let mean = expected / -f64::exp_m1(-expected);
            assert!((found / mean - 1.0).abs() < 0.03, "{found}, {mean}");
        }
    }
}
