//! The orders in which films and reviews can be shown. All are stable: ties keep the file's order.

use std::cmp::Reverse;

use super::gather::Gather;
use super::{
    agreement::Contention,
    closed_list::closed_list,
    film::Listing,
    review::Brief,
    stats::ScoreSummary,
    text::{fold, title_key},
};

closed_list! {
    /// An order of films.
    FilmSort, "order of films" {
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
            Self::Title => "Title",
            Self::Year => "Newest",
            Self::Score => "Highest average score",
            Self::Reviews => "Most reviews",
            Self::Contested => "Most contested",
        }
    }

    /// Puts films in this order; films that tie stand by title.
    pub fn sort(self, films: &mut [&Listing]) {
        films.sort_by_cached_key(|film| (title_key(&film.title), film.year));
        match self {
            Self::Title => {}
            Self::Year => films.sort_by_key(|film| Reverse(film.year)),
            Self::Score => films.sort_by_cached_key(|film| Reverse(ScoreSummary::of(&film.reviews).mean)),
            Self::Reviews => films.sort_by_key(|film| Reverse(film.reviews.len())),
            Self::Contested => {
                let mut keyed: Vec<(Contention, &Listing)> =
                    films.iter().map(|film| (film.contention(), *film)).gathered();
                keyed.sort_by(|(a, _), (b, _)| a.most_first(b));
                for (place, (_, film)) in films.iter_mut().zip(keyed) {
                    *place = film;
                }
            }
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
