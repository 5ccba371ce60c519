//! Filtering the reviews of one film, with the count beside every option.

use std::fmt;

use super::{
    aspect::Aspect, claim::Stance, closed_list::closed_list, grade::Score, review::Brief, slug::ReviewerSlug,
    text::address_form,
};

closed_list! {
    /// What is done with unscored reviews.
    Unscored, "choice for unscored reviews" {
        /// Shown among the others.
        Include = "include",
        /// Left out.
        Exclude = "exclude",
        /// Nothing else is shown.
        Only = "only",
    }
}

/// A range of scores, both ends included. It is never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ScoreRange {
    min: Score,
    max: Score,
}

impl Default for ScoreRange {
    fn default() -> Self {
        Self::WHOLE
    }
}

impl ScoreRange {
    /// From 0 to 100: no range at all.
    pub const WHOLE: Self = Self { min: Score::LOWEST, max: Score::HIGHEST };

    /// The range, where its lowest score is not above its highest.
    #[must_use]
    pub fn new(min: Score, max: Score) -> Option<Self> {
        (min <= max).then_some(Self { min, max })
    }

    /// The lowest score.
    #[must_use]
    pub const fn min(self) -> Score {
        self.min
    }

    /// The highest score.
    #[must_use]
    pub const fn max(self) -> Score {
        self.max
    }

    /// Whether it is narrower than 0 to 100.
    #[must_use]
    pub fn is_set(self) -> bool {
        self != Self::WHOLE
    }

    /// Whether a score is inside.
    #[must_use]
    pub fn contains(self, score: Score) -> bool {
        (self.min..=self.max).contains(&score)
    }

    /// The range with another lowest score; the highest gives way.
    #[must_use]
    pub fn from(self, min: Score) -> Self {
        Self { min, max: self.max.max(min) }
    }

    /// The range with another highest score; the lowest gives way.
    #[must_use]
    pub fn up_to(self, max: Score) -> Self {
        Self { min: self.min.min(max), max }
    }
}

impl fmt::Display for ScoreRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.min, self.max)
    }
}

/// Which reviews of a film are shown. Values of one kind widen, kinds narrow each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReviewFilter {
    /// Only these reviewers; all where empty.
    pub reviewers: Vec<ReviewerSlug>,
    /// Only scores inside.
    pub range: ScoreRange,
    /// What is done with unscored reviews; where nothing is chosen they are included without a
    /// range and left out with one.
    pub unscored: Option<Unscored>,
    /// Only reviews with that stance: on the aspect where one is chosen, else on any.
    pub stance: Option<Stance>,
    /// Only reviews that speak of it.
    pub aspect: Option<Aspect>,
    /// Only these outlets, by their form in addresses; all where empty.
    pub outlets: Vec<String>,
}

/// The parts of a filter that are counted apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Reviewer,
    Unscored,
    Stance,
    Aspect,
    Outlet,
}

impl ReviewFilter {
    /// What is done with unscored reviews, chosen or by default.
    #[must_use]
    pub fn unscored(&self) -> Unscored {
        self.unscored.unwrap_or(if self.range.is_set() { Unscored::Exclude } else { Unscored::Include })
    }

    /// Whether the range is set aside because only unscored reviews are asked for.
    #[must_use]
    pub fn sets_range_aside(&self) -> bool {
        self.range.is_set() && self.unscored() == Unscored::Only
    }

    /// Whether nothing is filtered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a review is shown.
    #[must_use]
    pub fn accepts(&self, review: &Brief) -> bool {
        self.accepts_but_for(review, None)
    }

    /// How many reviews are left out for nothing but being unscored.
    #[must_use]
    pub fn unscored_left_out(&self, reviews: &[Brief]) -> usize {
        if self.unscored() != Unscored::Exclude {
            return 0;
        }
        let unscored = reviews.iter().filter(|review| review.score().is_none());
        unscored.filter(|review| self.accepts_but_for(review, Some(Part::Unscored))).count()
    }

    /// The count beside every option: how many reviews would be shown with it, under all the
    /// other filters.
    #[must_use]
    pub fn counts(&self, reviews: &[Brief]) -> ReviewCounts {
        let but_for = |part: Part| reviews.iter().filter(move |review| self.accepts_but_for(review, Some(part)));
        let mut counts = ReviewCounts::default();
        for review in reviews {
            let count = usize::from(self.accepts_but_for(review, Some(Part::Reviewer)));
            match counts.reviewers.iter_mut().find(|(reviewer, _)| *reviewer == review.reviewer) {
                Some((_, counted)) => *counted += count,
                None => counts.reviewers.push((review.reviewer.clone(), count)),
            }
            let Some(outlet) = &review.outlet else { continue };
            let count = usize::from(self.accepts_but_for(review, Some(Part::Outlet)));
            let form = address_form(outlet);
            match counts.outlets.iter_mut().find(|outlet| outlet.form == form) {
                Some(outlet) => outlet.count += count,
                None => counts.outlets.push(OutletCount { form, name: outlet.clone(), count }),
            }
        }
        counts.unscored = but_for(Part::Unscored).filter(|review| review.score().is_none()).count();
        counts.scored = but_for(Part::Unscored)
            .filter(|review| review.score().is_some_and(|score| self.range.contains(score)))
            .count();
        counts.stances = Stance::ALL.map(|stance| {
            (stance, but_for(Part::Stance).filter(|review| takes(review, Some(stance), self.aspect)).count())
        });
        counts.aspects = Aspect::ALL.map(|aspect| {
            (aspect, but_for(Part::Aspect).filter(|review| takes(review, self.stance, Some(aspect))).count())
        });
        counts
    }

    fn accepts_but_for(&self, review: &Brief, part: Option<Part>) -> bool {
        let reviewer =
            part == Some(Part::Reviewer) || self.reviewers.is_empty() || self.reviewers.contains(&review.reviewer);
        let outlet = part == Some(Part::Outlet)
            || self.outlets.is_empty()
            || review.outlet.as_ref().is_some_and(|outlet| self.outlets.contains(&address_form(outlet)));
        let score = part == Some(Part::Unscored)
            || match (review.score(), self.unscored()) {
                (Some(_), Unscored::Only) | (None, Unscored::Exclude) => false,
                (Some(score), Unscored::Include | Unscored::Exclude) => self.range.contains(score),
                (None, Unscored::Include | Unscored::Only) => true,
            };
        let stance = if part == Some(Part::Stance) { None } else { self.stance };
        let aspect = if part == Some(Part::Aspect) { None } else { self.aspect };
        let apart = matches!(part, Some(Part::Stance | Part::Aspect));
        reviewer && outlet && score && (apart || takes(review, stance, aspect))
    }
}

/// Whether a review takes a stance on an aspect; on any where none is named.
fn takes(review: &Brief, stance: Option<Stance>, aspect: Option<Aspect>) -> bool {
    if stance.is_none() && aspect.is_none() {
        return true;
    }
    review.standings.spoken().any(|(spoken, standing)| {
        aspect.is_none_or(|aspect| aspect == spoken) && stance.is_none_or(|stance| stance == standing.stance)
    })
}

/// An outlet, with its count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutletCount {
    /// The form in addresses.
    pub form: String,
    /// The name as shown.
    pub name: String,
    /// How many reviews would be shown with it, under all the other filters.
    pub count: usize,
}

/// The count beside every option of a film's filters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewCounts {
    /// Reviews by reviewer, every reviewer of the film, in the order of the file.
    pub reviewers: Vec<(ReviewerSlug, usize)>,
    /// Reviews by outlet, in the order of the file.
    pub outlets: Vec<OutletCount>,
    /// Unscored reviews.
    pub unscored: usize,
    /// Scored reviews inside the range.
    pub scored: usize,
    /// Reviews by stance.
    pub stances: [(Stance, usize); Stance::ALL.len()],
    /// Reviews by aspect.
    pub aspects: [(Aspect, usize); Aspect::COUNT],
}

impl Default for ReviewCounts {
    fn default() -> Self {
        Self {
            reviewers: Vec::new(),
            outlets: Vec::new(),
            unscored: 0,
            scored: 0,
            stances: Stance::ALL.map(|stance| (stance, 0)),
            aspects: Aspect::ALL.map(|aspect| (aspect, 0)),
        }
    }
}
