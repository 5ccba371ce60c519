//! A site of a size: its films, its language, and the lists of reviews that have a word, made as they are asked
//! for. The list of a common word in ten million reviews has millions of postings; a search reads a part of it.

use std::ops::Range;

use super::{
    films::Films,
    language::{Language, NAME, class},
    postings::Posting,
    random::Random,
};

/// How many reviews are made at a time.
const STRETCH: u32 = 4_096;

/// What each word draws its numbers for.
const NAMED: u64 = 1;
const SPOKEN: u64 = 2;

/// A site.
#[derive(Debug)]
pub struct Site {
    pub seed: u64,
    pub films: Films,
    pub language: Language,
}

/// How much of a site has a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The rank of the word in the language.
    pub rank: u32,
    /// In how many bodies of reviews it is, whatever the film.
    pub bodies: u32,
    /// Among the names of how many films it is; every review of these is found by it.
    pub films: u32,
}

impl Site {
    pub fn of(reviews: u32, seed: u64) -> Self {
        Self { seed, films: Films::of(reviews), language: Language::new() }
    }

    pub fn reviews(&self) -> u32 {
        self.films.reviews()
    }

    /// The films that have a word among their names, in order.
    pub fn named(&self, rank: u32, films: u32) -> Vec<u32> {
        let mut random = Random::of(self.seed, &[NAMED, u64::from(rank)]);
        let mut named: Vec<u32> = (0..films).map(|_| random.below(self.films.len())).collect();
        named.sort_unstable();
        named.dedup();
        named
    }
}

/// The reviews that have a word.
#[derive(Debug)]
pub struct List<'a> {
    site: &'a Site,
    spread: Spread,
    named: Vec<u32>,
    /// Reviews that have the word because the search was made from one of them.
    added: Vec<Range<u32>>,
}

impl<'a> List<'a> {
    pub fn of(site: &'a Site, spread: Spread) -> Self {
        Self { site, spread, named: site.named(spread.rank, spread.films), added: Vec::new() }
    }

    /// The list with these reviews in it.
    #[must_use]
    pub fn with(mut self, reviews: Range<u32>) -> Self {
        self.added.push(reviews);
        self
    }

    /// The postings of these reviews.
    pub fn read(&self, range: Range<u32>) -> Vec<Posting> {
        let range = range.start..range.end.min(self.site.reviews());
        let mut postings = self.spoken(&range);
        let first = self.named.partition_point(|film| self.site.films.reviews_of(*film).end <= range.start);
        let named = self.named[first..].iter().map(|film| self.site.films.reviews_of(*film));
        for reviews in named.take_while(|reviews| reviews.start < range.end).chain(self.added.iter().cloned()) {
            let reviews = reviews.start.max(range.start)..reviews.end.min(range.end);
            postings.extend(reviews.map(|review| Posting { review, class: NAME }));
        }
        // The stronger of two postings of a review stays.
        postings.sort_unstable_by_key(|posting| (posting.review, 3 - posting.class));
        postings.dedup_by_key(|posting| posting.review);
        postings
    }

    /// The reviews whose bodies have it by chance.
    fn spoken(&self, range: &Range<u32>) -> Vec<Posting> {
        let chance = f64::from(self.spread.bodies) / f64::from(self.site.reviews());
        let mut postings = Vec::new();
        for stretch in range.start / STRETCH..range.end.div_ceil(STRETCH) {
            let names = [SPOKEN, u64::from(self.spread.rank), u64::from(stretch)];
            let mut random = Random::of(self.site.seed, &names);
            let mut review = u64::from(stretch * STRETCH);
            let end = review + u64::from(STRETCH);
            loop {
                review = review.saturating_add(random.failures(chance));
                if review >= end {
                    break;
                }
                let class = class(self.site.language.times(self.spread.rank, &mut random));
                if range.contains(&(review as u32)) {
                    postings.push(Posting { review: review as u32, class });
                }
                review += 1;
            }
        }
        postings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(rank: u32, bodies: u32, films: u32) -> Spread {
        Spread { rank, bodies, films }
    }

    #[test]
    fn a_list_has_as_many_reviews_as_the_word_is_in() {
        let site = Site::of(200_000, 1);
        for bodies in [100, 5_000, 150_000] {
            let found = List::of(&site, spread(400, bodies, 0)).read(0..site.reviews()).len() as f64;
            assert!((found / f64::from(bodies) - 1.0).abs() < 0.25, "{found} for {bodies}");
        }
    }

    #[test]
    fn a_part_of_a_list_is_what_the_whole_has_there() {
        let site = Site::of(50_000, 2);
        let list = List::of(&site, spread(500, 9_000, 40)).with(7..9);
        let whole = list.read(0..50_000);
        let part: Vec<Posting> = whole.iter().copied().filter(|it| (3_000..20_001).contains(&it.review)).collect();
        assert_eq!(list.read(3_000..20_001), part);
        assert!(whole.is_sorted_by(|one, next| one.review < next.review), "each review once, in order");
        assert!(whole.iter().filter(|it| [7, 8].contains(&it.review)).all(|it| it.class == NAME));
    }

    #[test]
    fn all_reviews_of_a_film_are_found_by_its_names() {
        let site = Site::of(20_000, 3);
        let named = site.named(1_000, 3);
        let list = List::of(&site, spread(1_000, 0, 3)).read(0..20_000);
        let expected: Vec<u32> = named.iter().flat_map(|film| site.films.reviews_of(*film)).collect();
        assert_eq!(list.iter().map(|posting| posting.review).collect::<Vec<_>>(), expected);
    }
}
