//! The orders in which films and reviews can be shown. All are stable: ties keep the file's order.

use std::cmp::{Ordering, Reverse};

use super::gather::Gather;
use super::{
    agreement::most_contested_first,
    closed_list::closed_list,
    film::Listing,
    grade::Score,
    review::Brief,
    stats::ScoreSummary,
    text::{fold, title_key},
};

closed_list! {
    /// An order of films.
    FilmSort, "order of films" {
        /// What a search fits best first; by title where nothing is searched for.
        Match = "match",
        /// By title, without a leading article.
        Title = "title",
        /// Newest first.
        Year = "year",
        /// Highest average score first, films without one last.
        Score = "score",
        /// Most reviews first.
        Reviews = "reviews",
        /// Most contested first.
        Contested = "contested",
    }
}

impl FilmSort {
    /// The order as a reader chooses it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Match => "Best match",
            Self::Title => "Title",
            Self::Year => "Newest",
            Self::Score => "Highest average score",
            Self::Reviews => "Most reviews",
            Self::Contested => "Most contested",
        }
    }

    /// The place of every film in this order, by what is known of each; films that tie stand by title, then
    /// by year, then as they are.
    #[must_use]
    pub fn places(self, films: &[SortFacts]) -> Vec<u32> {
        let mut sorted: Vec<(usize, &SortFacts)> = films.iter().enumerate().gathered();
        sorted.sort_by(|(_, one), (_, other)| {
            let by_title = || one.title.cmp(&other.title).then(one.year.cmp(&other.year));
            self.compare(one, other).then_with(by_title)
        });
        let mut places = vec![0; films.len()];
        for (place, (film, _)) in (0..).zip(sorted) {
            if let Some(of_film) = places.get_mut(film) {
                *of_film = place;
            }
        }
        places
    }

    fn compare(self, one: &SortFacts, other: &SortFacts) -> Ordering {
        match self {
            Self::Match | Self::Title => Ordering::Equal,
            Self::Year => other.year.cmp(&one.year),
            Self::Score => other.average.cmp(&one.average),
            Self::Reviews => other.reviews.cmp(&one.reviews),
            Self::Contested => most_contested_first((one.splits, one.shared), (other.splits, other.shared)),
        }
    }
}

/// What films are ordered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortFacts {
    /// The title as it is sorted.
    title: String,
    /// The year of the first showing.
    pub year: u16,
    /// The average score.
    pub average: Option<Score>,
    /// How many reviews it has.
    pub reviews: usize,
    /// On how many aspects they split.
    pub splits: usize,
    /// How many aspects two or more of them speak on.
    pub shared: usize,
}

impl SortFacts {
    /// Those of a film.
    #[must_use]
    pub fn of(film: &Listing) -> Self {
        let contention = film.contention();
        Self {
            title: title_key(&film.title),
            year: film.year,
            average: ScoreSummary::of(&film.reviews).mean,
            reviews: film.reviews.len(),
            splits: contention.splits.len(),
            shared: contention.shared,
        }
    }
}

closed_list! {
    /// An order of a film's reviews.
    ReviewSort, "order of reviews" {
        /// Highest score first, unscored last.
        Score = "score",
        /// Newest first, undated last.
        Date = "date",
        /// By the reviewer's name.
        Reviewer = "reviewer",
        /// Longest first.
        Length = "length",
    }
}

impl ReviewSort {
    /// The order as a reader chooses it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Score => "Highest score",
            Self::Date => "Newest",
            Self::Reviewer => "Reviewer, A to Z",
            Self::Length => "Longest",
        }
    }

    /// Puts reviews in this order. `name` gives a reviewer's name as shown.
    pub fn sort(self, reviews: &mut [&Brief], name: impl Fn(&Brief) -> String) {
        match self {
            Self::Score => reviews.sort_by_key(|review| Reverse(review.score())),
            Self::Date => reviews.sort_by_key(|review| Reverse(review.published)),
            Self::Reviewer => reviews.sort_by_cached_key(|review| fold(&name(review))),
            Self::Length => reviews.sort_by_key(|review| Reverse(review.words)),
        }
    }
}
