//! How often words are used: the law that reviews are drawn from.
//!
//! Up to a knee words follow the law of Zipf and Mandelbrot, beyond it a steeper one, by which the number of
//! distinct words grows with about the square root of the text (Heaps). One exponent cannot do both: with the one
//! that fits the common words of English, ten million reviews would have tens of millions of distinct words
//! (Ferrer-i-Cancho and Solé, “Two regimes in the frequency of words”, 2001).
//!
//! The figures were set by the site's own reviews (176 of them, 74,000 words, November 2026): the share of the
//! first, tenth, hundredth and thousandth word, and how many distinct words a review has.

use super::random::Random;

/// How many words a review has: each eighth of the reviews so many. The mean, 381, is 2,000 bytes at the 5.25
/// bytes a word of the site's own reviews; they spread more widely here, as those of many hands do.
pub const LENGTHS: [u32; 8] = [150, 230, 290, 340, 390, 450, 530, 668];

/// The share of the words of a review that repeat a word from earlier in it, whichever. Reviews are about
/// something: drawn word by word from the whole language, they would have an eighth more distinct words.
const REPEATED: f64 = 0.14;

/// Where the law of common words ends.
const KNEE: u32 = 8_000;
/// What is added to the rank of common words (Mandelbrot).
const OFFSET: f64 = 0.5;
/// The exponent of common words is 1; this one is that of the others.
const STEEPER: f64 = 2.05;

/// How many words the names of a film have: its title, people, and who reviewed it.
pub const NAMES: u32 = 25;
/// The ranks of the words that names are made of.
const NAMED: (f64, f64) = (300.0, 1_000_000.0);

/// The law.
#[derive(Debug)]
pub struct Language {
    /// The share of all words up to each common one.
    up_to: Vec<f64>,
}

impl Language {
    pub fn new() -> Self {
        let weight = |rank: u32| 1.0 / (f64::from(rank) + OFFSET);
        let mut sum = 0.0;
        let mut up_to: Vec<f64> = (1..=KNEE)
            .map(|rank| {
                sum += weight(rank);
                sum
            })
            .collect();
        // The steeper law goes on where the other ends.
        let beyond = weight(KNEE) * f64::from(KNEE) / (STEEPER - 1.0);
        for share in &mut up_to {
            *share /= sum + beyond;
        }
        Self { up_to }
    }

    /// The share of the words of all reviews that are this one; the most common has rank 1.
    pub fn share(&self, rank: u32) -> f64 {
        match rank {
            0 => 0.0,
            1 => self.up_to[0],
            2..=KNEE => self.up_to[rank as usize - 1] - self.up_to[rank as usize - 2],
            _ => self.from(f64::from(rank)) - self.from(f64::from(rank) + 1.0),
        }
    }

    /// The share of the words of this rank and beyond, from the knee on.
    pub fn from(&self, rank: f64) -> f64 {
        let beyond = 1.0 - self.up_to[KNEE as usize - 1];
        beyond * ((rank - 1.0).max(f64::from(KNEE)) / f64::from(KNEE)).powf(1.0 - STEEPER)
    }

    /// The words of a review, by their ranks.
    pub fn text(&self, random: &mut Random) -> Vec<u32> {
        let length = random.one(&LENGTHS).copied().unwrap_or_default();
        self.words(length, random)
    }

    fn words(&self, length: u32, random: &mut Random) -> Vec<u32> {
        let mut words: Vec<u32> = Vec::new();
        for place in 0..length {
            let earlier = words.get(random.below(place) as usize).copied();
            let repeats = random.unit() < REPEATED;
            words.push(earlier.filter(|_| repeats).unwrap_or_else(|| self.word(random)));
        }
        words
    }

    /// A word of the language, by its rank.
    pub fn word(&self, random: &mut Random) -> u32 {
        let share = random.unit();
        let common = self.up_to.partition_point(|up_to| *up_to <= share);
        if common < self.up_to.len() {
            return common as u32 + 1;
        }
        let beyond = 1.0 - self.up_to[KNEE as usize - 1];
        let left = ((1.0 - share) / beyond).max(f64::MIN_POSITIVE);
        // Cut off where there is one word in thousands of millions.
        ((f64::from(KNEE) * left.powf(1.0 / (1.0 - STEEPER))) as u32).saturating_add(1)
    }

    /// The chance that a word of a review is this one, and not as a repetition.
    pub fn new_word(&self, rank: u32) -> f64 {
        self.share(rank) * (1.0 - REPEATED)
    }

    /// How many words of all reviews are not repetitions, where there are so many reviews.
    pub fn new_words(reviews: u32) -> f64 {
        let mean = f64::from(LENGTHS.iter().sum::<u32>()) / LENGTHS.len() as f64;
        f64::from(reviews) * mean * (1.0 - REPEATED)
    }

    /// How often a review has a word that it has.
    pub fn times(&self, rank: u32, random: &mut Random) -> u32 {
        let words = random.one(&LENGTHS).copied().unwrap_or_default();
        let expected = self.new_word(rank) * f64::from(words);
        // A Poisson count without its zero; where it is hardly ever two, from its first two terms.
        let mut new = 0;
        if expected < 0.02 {
            new = 1 + u32::from(random.unit() < expected / 2.0);
        }
        while new == 0 {
            new = random.count(expected);
        }
        // What was said early is repeated more often, as a power of its place (Yule).
        let mut repeated = || {
            let place = random.unit();
            random.failures(place.powf(REPEATED)) as u32
        };
        (0..new).map(|_| 1 + repeated()).sum()
    }

    /// The chance that a review has a word in its body.
    pub fn presence(&self, rank: u32) -> f64 {
        let absent = (-self.new_word(rank)).ln_1p();
        let mean = LENGTHS.iter().map(|words| -(f64::from(*words) * absent).exp_m1()).sum::<f64>();
        mean / LENGTHS.len() as f64
    }

    /// A word of a film's names, by its rank. Each octave of ranks is as likely as the others: titles are made
    /// of common words, and people of rare ones.
    pub fn name(random: &mut Random) -> u32 {
        (NAMED.0 * (NAMED.1 / NAMED.0).powf(random.unit())) as u32
    }

    /// The chance that a film has a word among its names.
    pub fn naming(rank: u32) -> f64 {
        let rank = f64::from(rank);
        if rank < NAMED.0 || rank >= NAMED.1 {
            return 0.0;
        }
        let share = (1.0 / rank).ln_1p() / (NAMED.1 / NAMED.0).ln();
        -(f64::from(NAMES) * (-share).ln_1p()).exp_m1()
    }

    /// The rank from which on no word is among names.
    pub const fn names_end() -> u32 {
        NAMED.1 as u32
    }
}

/// How strongly a review speaks of a word that it has so often, from 0 to 2.
pub const fn class(times: u32) -> u8 {
    match times {
        0 | 1 => 0,
        2 => 1,
        _ => 2,
    }
}

/// The class of a word that is among the names of the reviewed film.
pub const NAME: u8 = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_to_one() {
        let language = Language::new();
        let common: f64 = (1..=20_000).map(|rank| language.share(rank)).sum();
        assert!((common + language.from(20_001.0) - 1.0).abs() < 1e-9);
        assert!((language.from(f64::from(KNEE + 1)) + language.up_to[KNEE as usize - 1] - 1.0).abs() < 1e-9);
    }

    #[test]
    fn common_words_have_the_shares_that_they_have_in_the_reviews_of_the_site() {
        let language = Language::new();
        for (rank, counted) in [(1, 0.0658), (3, 0.0380), (10, 0.0104), (100, 0.00119), (1_000, 0.000_109)] {
            let share = language.share(rank);
            assert!((share / counted).ln().abs() < 0.3, "{rank}: {share} where {counted} was counted");
        }
    }

    #[test]
    fn a_review_has_as_many_distinct_words_as_those_of_the_site() {
        let (language, mut random) = (Language::new(), Random::of(1, &[]));
        let mut distinct = |words: u32| {
            let one = |random: &mut Random| {
                let mut ranks = language.words(words, random);
                ranks.sort_unstable();
                ranks.dedup();
                ranks.len() as f64
            };
            (0..200).map(|_| one(&mut random)).sum::<f64>() / 200.0
        };
        // Counted: the means of 27, 73 and 72 reviews.
        for (words, counted) in [(305, 190.0), (408, 237.0), (489, 266.0)] {
            let found = distinct(words);
            assert!((found / counted - 1.0).abs() < 0.06, "{words}: {found} where {counted} was counted");
        }
    }

    #[test]
    fn words_are_drawn_by_their_shares() {
        let (language, mut random) = (Language::new(), Random::of(2, &[]));
        let ranks: Vec<u32> = (0..200_000).map(|_| language.word(&mut random)).collect();
        let found = |from: u32| ranks.iter().filter(|rank| **rank >= from).count() as f64 / 200_000.0;
        for from in [2, 100, 8_001, 20_000, 1_000_000] {
            let share =
                if from > KNEE { language.from(f64::from(from)) } else { 1.0 - language.up_to[from as usize - 2] };
            assert!((found(from) - share).abs() < 0.004, "{from}: {} for {share}", found(from));
        }
    }

    #[test]
    fn words_are_in_as_many_reviews_and_as_often_as_they_are_in_texts() {
        let (language, mut random) = (Language::new(), Random::of(4, &[]));
        let texts: Vec<Vec<u32>> = (0..4_000).map(|_| language.text(&mut random)).collect();
        for rank in [5, 60, 300] {
            let counts: Vec<usize> = texts.iter().map(|text| text.iter().filter(|it| **it == rank).count()).collect();
            let with = counts.iter().filter(|count| **count > 0).count() as f64;
            let near = |found: f64, expected: f64, what: &str| {
                assert!((found / expected - 1.0).abs() < 0.1, "{what} {rank}: {found}, {expected}");
            };
            near(with, language.presence(rank) * 4_000.0, "reviews");
            let times = (0..4_000).map(|_| f64::from(language.times(rank, &mut random))).sum::<f64>() / 4_000.0;
            // Reviews that have the word are longer than others, which is left out of account.
            near(times, counts.iter().sum::<usize>() as f64 / with, "times");
        }
    }

    #[test]
    fn names_are_drawn_by_their_chance() {
        let mut random = Random::of(3, &[]);
        let with = |random: &mut Random| (0..NAMES).any(|_| Language::name(random) == 300);
        let found = (0..20_000).filter(|_| with(&mut random)).count() as f64 / 20_000.0;
        assert!((found / Language::naming(300) - 1.0).abs() < 0.15, "{found} for {}", Language::naming(300));
        assert_eq!((Language::naming(299), Language::naming(Language::names_end())), (0.0, 0.0));
    }
}
