//! The films of a site and how many reviews each has.

use std::ops::Range;

/// The mean number of reviews of a film.
const REVIEWS: u32 = 10;

/// Films in the order of their rank, that of the most reviewed first, and their reviews numbered through: the
/// reviews of a film follow each other, the best placed films have the lowest numbers. By these numbers postings
/// are small, and whatever is read from the front is read from the best.
#[derive(Debug)]
pub struct Films {
    /// The first review of each film, and one more for the end.
    first: Vec<u32>,
}

impl Films {
    /// So many reviews. Every film has one; the others fall off with the rank of the film by a power of 0.8, by
    /// which the first of a million films has a thousand and half of them have six or fewer.
    pub fn of(reviews: u32) -> Self {
        let films = (reviews / REVIEWS).max(1);
        let start = f64::from(films) / 2_000.0 + 10.0;
        let mut sum = 0.0;
        let up_to: Vec<f64> = (0..films)
            .map(|rank| {
                sum += (f64::from(rank) + start).powf(-0.8);
                sum
            })
            .collect();
        let more = f64::from(reviews.saturating_sub(films));
        let ends = up_to.iter().zip(1..).map(|(share, film): (_, u32)| film + (more * share / sum).round() as u32);
        Self { first: std::iter::once(0).chain(ends).collect() }
    }

    pub fn len(&self) -> u32 {
        self.first.len() as u32 - 1
    }

    pub fn reviews(&self) -> u32 {
        self.first.last().copied().unwrap_or_default()
    }

    /// The film of a review.
    pub fn of_review(&self, review: u32) -> u32 {
        self.first.partition_point(|first| *first <= review) as u32 - 1
    }

    /// The reviews of a film.
    pub fn reviews_of(&self, film: u32) -> Range<u32> {
        let at = film as usize;
        self.first[at]..self.first[at + 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_review_is_of_one_film() {
        let films = Films::of(20_000);
        assert_eq!((films.len(), films.reviews()), (2_000, 20_000));
        for film in 0..films.len() {
            let reviews = films.reviews_of(film);
            assert!(!reviews.is_empty(), "{film}");
            assert_eq!((films.of_review(reviews.start), films.of_review(reviews.end - 1)), (film, film));
        }
    }

    #[test]
    fn few_films_have_many_reviews() {
        let films = Films::of(10_000_000);
        let counts: Vec<usize> = (0..films.len()).map(|film| films.reviews_of(film).len()).collect();
        assert_eq!(films.reviews(), 10_000_000);
        assert!((900..1_200).contains(&counts[0]), "{}", counts[0]);
        let half = counts[counts.len() / 2];
        assert!((4..=7).contains(&half), "{half}");
    }
}
