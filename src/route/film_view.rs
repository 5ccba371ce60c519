//! What is chosen on a film's page.

use super::{Notice, Query, Reader};
use crate::domain::{
    comparison::MOST,
    film::Listing,
    filter::{ReviewFilter, ScoreRange},
    grade::Score,
    slug::{ReviewId, ReviewerSlug},
    sort::ReviewSort,
    text::address_form,
};

/// The filters and the order of a film's reviews, and the reviews picked for a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilmView {
    /// Which reviews are shown.
    pub filter: ReviewFilter,
    /// In which order.
    pub sort: ReviewSort,
    /// The reviews picked, in the order of picking; at most six.
    pub picks: Vec<ReviewId>,
}

impl Default for FilmView {
    fn default() -> Self {
        Self { filter: ReviewFilter::default(), sort: Self::SORT, picks: Vec::new() }
    }
}

impl FilmView {
    const SORT: ReviewSort = ReviewSort::Score;

    /// Reads the parameters of a film's page.
    #[must_use]
    pub fn read(query: &Query) -> (Self, Vec<Notice>) {
        let mut reader = query.reader();
        let slugs = "slugs parted by commas";
        let filter = ReviewFilter {
            reviewers: reader.list("reviewer", slugs, |slug| slug.parse().ok()),
            range: read_range(&mut reader),
            unscored: reader.word("unscored"),
            stance: reader.word("stance"),
            aspect: reader.word("aspect"),
            outlets: reader.list("outlet", "outlets parted by commas", |outlet| {
                Some(address_form(outlet)).filter(|form| !form.is_empty())
            }),
        };
        let sort = reader.word("sort").unwrap_or(Self::SORT);
        let mut picks = reader.list("pick", slugs, |id| id.parse().ok());
        if picks.len() > MOST {
            reader.note(Notice::TooMany { what: "pick", most: MOST });
            picks.truncate(MOST);
        }
        (Self { filter, sort, picks }, reader.notices())
    }

    /// The view without the values that the film does not have, and what is said of them.
    #[must_use]
    pub fn known(&self, film: &Listing) -> (Self, Vec<Notice>) {
        let mut notices = Vec::new();
        let mut unknown = |name: &'static str, value: &str| {
            notices.push(Notice::NothingHas { name, value: value.to_owned() });
        };
        let mut view = self.clone();
        view.filter.reviewers.retain(|slug| {
            let known = film.reviews.iter().any(|review| review.reviewer == *slug);
            if !known {
                unknown("reviewer", slug.as_str());
            }
            known
        });
        view.filter.outlets.retain(|form| {
            let known =
                film.reviews.iter().any(|review| review.outlet.as_deref().is_some_and(|it| address_form(it) == *form));
            if !known {
                unknown("outlet", form);
            }
            known
        });
        view.picks.retain(|id| {
            let known = film.reviews.iter().any(|review| review.id == *id);
            if !known {
                unknown("pick", id.as_str());
            }
            known
        });
        (view, notices)
    }

    /// The parameters, defaults left out.
    #[must_use]
    pub fn query(&self) -> Query {
        let Self { filter, sort, picks } = self;
        let query = Query::default().and_list("reviewer", &filter.reviewers);
        and_range(query, filter.range)
            .and_some("unscored", filter.unscored)
            .and_some("stance", filter.stance)
            .and_some("aspect", filter.aspect)
            .and_list("outlet", &filter.outlets)
            .and_some("sort", (*sort != Self::SORT).then_some(sort))
            .and_list("pick", picks)
    }

    /// The view with another filter.
    #[must_use]
    pub fn with(&self, filter: ReviewFilter) -> Self {
        Self { filter, ..self.clone() }
    }

    /// The view with only one reviewer's reviews.
    #[must_use]
    pub fn only(&self, reviewer: ReviewerSlug) -> Self {
        self.with(ReviewFilter { reviewers: vec![reviewer], ..self.filter.clone() })
    }

    /// The view with a review picked, or no longer picked. A seventh is not added.
    #[must_use]
    pub fn picked(&self, id: &ReviewId) -> Self {
        let mut view = self.clone();
        match view.picks.iter().position(|picked| picked == id) {
            Some(place) => drop(view.picks.remove(place)),
            None if view.picks.len() < MOST => view.picks.push(id.clone()),
            None => {}
        }
        view
    }
}

/// Reads `min` and `max`.
pub(super) fn read_range(reader: &mut Reader) -> ScoreRange {
    let expected = "a whole number from 0 to 100";
    let min = reader.value("min", expected).unwrap_or(Score::LOWEST);
    let max = reader.value("max", expected).unwrap_or(Score::HIGHEST);
    ScoreRange::new(min, max).unwrap_or_else(|| {
        reader.note(Notice::Backwards { min, max });
        ScoreRange::WHOLE
    })
}

/// The query with `min` and `max`, where they narrow.
pub(super) fn and_range(query: Query, range: ScoreRange) -> Query {
    query
        .and_some("min", (range.min() != Score::LOWEST).then(|| range.min()))
        .and_some("max", (range.max() != Score::HIGHEST).then(|| range.max()))
}
