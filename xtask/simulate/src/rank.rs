//! Which of the reviews that a search finds are shown first.
//!
//! The order of reviews is the order of films by how much they are reviewed, and it weighs more than what the
//! text does to it. That is what lets a search stop early: what was not read yet has a bound, and it falls. Who
//! means a title or a name is served before that, by the lists of names, which are read whole.

use super::{films::Films, postings::Posting};

/// How many reviews a page of results shows.
pub const HITS: usize = 20;
/// How many of them may be of one film; the others are folded under it.
pub const OF_A_FILM: usize = 3;
/// How many films it shows before them, those whose names have all words.
pub const FILMS: usize = 5;

/// What a review has for its place among so many, from 2 down to 0.
pub fn place(review: u32, reviews: u32) -> f64 {
    2.0 * (1.0 - f64::from(review).ln_1p() / f64::from(reviews).ln_1p())
}

/// What a word has for each class: for being in the text once, twice, more often; for being among the names.
const CLASSES: [f64; 4] = [0.25, 0.3, 0.4, 0.6];

/// What a review has for the words in it: the mean of their classes.
pub fn text(classes: &[u8]) -> f64 {
    let sum: f64 = classes.iter().map(|class| CLASSES[usize::from(*class).min(3)]).sum();
    sum / classes.len().max(1) as f64
}

/// The best of what was found so far.
#[derive(Debug, Default)]
pub struct Best {
    /// Scores with postings, the best first.
    hits: Vec<(f64, Posting)>,
}

impl Best {
    /// Takes a review in that has a word, where it is among the best for it.
    pub fn add_one(&mut self, posting: Posting, films: &Films) {
        self.add(place(posting.review, films.reviews()) + text(&[posting.class]), posting, films);
    }

    /// Takes a review in where it is among the best.
    pub fn add(&mut self, score: f64, posting: Posting, films: &Films) {
        if self.hits.len() == HITS && score <= self.least() {
            return;
        }
        let film = films.of_review(posting.review);
        let at = self.hits.partition_point(|(other, _)| *other >= score);
        self.hits.insert(at, (score, posting));
        let same = |hit: &(f64, Posting)| films.of_review(hit.1.review) == film;
        if self.hits.iter().filter(|hit| same(hit)).count() > OF_A_FILM
            && let Some(last) = self.hits.iter().rposition(same)
        {
            self.hits.remove(last);
        }
        self.hits.truncate(HITS);
    }

    /// Takes in what was found elsewhere.
    pub fn join(&mut self, other: &Self, films: &Films) {
        for (score, posting) in &other.hits {
            if self.hits.iter().all(|hit| hit.1.review != posting.review) {
                self.add(*score, *posting, films);
            }
        }
    }

    /// The score of the last that is shown; below every score while there is room.
    pub fn least(&self) -> f64 {
        if self.hits.len() < HITS { -1.0 } else { self.hits.last().map_or(-1.0, |hit| hit.0) }
    }

    /// Whether nothing from this review on can be among the best.
    pub fn is_final(&self, from: u32, reviews: u32) -> bool {
        from >= reviews || self.least() >= place(from, reviews) + CLASSES[3]
    }

    /// The reviews, the best first.
    pub fn reviews(&self) -> Vec<u32> {
        self.hits.iter().map(|hit| hit.1.review).collect()
    }

    /// Their postings, in the order of their numbers: their order for a single word follows from their classes.
    pub fn postings(&self) -> Vec<Posting> {
        let mut postings: Vec<Posting> = self.hits.iter().map(|hit| hit.1).collect();
        postings.sort_unstable();
        postings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(films: &Films, film: u32) -> Posting {
        Posting { review: films.reviews_of(film).start, class: 0 }
    }

    #[test]
    fn the_best_are_kept_in_order_and_three_of_a_film() {
        let films = Films::of(10_000);
        let many = films.reviews_of(0);
        let mut best = Best::default();
        for review in many.clone().take(6) {
            best.add(f64::from(review), Posting { review, class: 0 }, &films);
        }
        assert_eq!(best.reviews(), [5, 4, 3], "three of one film, the best of them");
        for film in 1..40 {
            best.add(0.5, first(&films, film), &films);
        }
        let reviews = best.reviews();
        assert_eq!((reviews.len(), &reviews[..3]), (HITS, [5, 4, 3].as_slice()));
        assert_eq!(reviews[3], films.reviews_of(1).start, "of equals the first that came");
    }

    #[test]
    fn a_search_is_over_when_nothing_further_back_can_be_better() {
        let films = Films::of(10_000);
        let mut best = Best::default();
        assert!(!best.is_final(9_999, 10_000));
        assert!(best.is_final(10_000, 10_000), "all is read");
        for film in 0..20 {
            best.add(1.5, first(&films, film), &films);
        }
        // What has a place of 0.9 and the best of texts is as good as the last that is shown.
        let equal = 10_000_f64.powf(0.55) as u32;
        assert!((place(equal, 10_000) - 0.9).abs() < 0.01);
        assert!(best.is_final(equal + 9, 10_000));
        assert!(!best.is_final(equal - 9, 10_000));
    }

    #[test]
    fn scores_have_their_bounds() {
        assert_eq!((place(0, 1_000), text(&[3, 3]), text(&[0])), (2.0, 0.6, 0.25));
        assert!(place(999, 1_000) < 0.001);
    }
}
