//! How reviews stand to each other on an aspect, and over a film.

use std::cmp::{Ordering, Reverse};

use super::{
    aspect::Aspect,
    claim::{Stance, Standings},
    closed_list::closed_list,
    text,
};

closed_list! {
    /// How the compared reviews stand on one aspect, most contested first.
    RowClass, "row class" {
        /// At least one positive and at least one negative.
        Split = "split",
        /// Two or more speak, not split, and not all the same stance.
        Qualified = "qualified",
        /// Two or more speak, all the same stance.
        Consensus = "consensus",
        /// Exactly one speaks.
        LoneVoice = "lone-voice",
        /// None speaks.
        Silent = "silent",
    }
}

/// How many reviews stand where on one aspect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tally {
    /// The aspect.
    pub aspect: Aspect,
    /// Reviews that are positive on it.
    pub positive: usize,
    /// Reviews that are mixed on it.
    pub mixed: usize,
    /// Reviews that are negative on it.
    pub negative: usize,
    /// Reviews that say nothing of it.
    pub silent: usize,
}

impl Tally {
    /// Counts the reviews on one aspect.
    #[must_use]
    pub fn of(aspect: Aspect, reviews: &[Standings]) -> Self {
        let mut tally = Self { aspect, positive: 0, mixed: 0, negative: 0, silent: 0 };
        for review in reviews {
            let count = match review.on(aspect).map(|standing| standing.stance) {
                Some(Stance::Positive) => &mut tally.positive,
                Some(Stance::Mixed) => &mut tally.mixed,
                Some(Stance::Negative) => &mut tally.negative,
                None => &mut tally.silent,
            };
            *count += 1;
        }
        tally
    }

    /// Counts the reviews on every aspect, in the list's order.
    #[must_use]
    pub fn of_all(reviews: &[Standings]) -> Vec<Self> {
        Aspect::ALL.into_iter().map(|aspect| Self::of(aspect, reviews)).collect()
    }

    /// How many speak of it.
    #[must_use]
    pub const fn speakers(&self) -> usize {
        self.positive + self.mixed + self.negative
    }

    /// How they stand to each other.
    #[must_use]
    pub const fn class(&self) -> RowClass {
        match (self.speakers(), self.positive, self.mixed, self.negative) {
            (0, ..) => RowClass::Silent,
            (1, ..) => RowClass::LoneVoice,
            (_, 1.., _, 1..) => RowClass::Split,
            (_, _, 0, 0) | (_, 0, _, 0) | (_, 0, 0, _) => RowClass::Consensus,
            _ => RowClass::Qualified,
        }
    }

    /// The class in words, as it stands at the head of a row: `Consensus of four`.
    #[must_use]
    pub fn label(&self) -> String {
        match self.class() {
            RowClass::Split => "Split".to_owned(),
            RowClass::Qualified => "Qualified".to_owned(),
            RowClass::Consensus => format!("Consensus of {}", text::count_in_words(self.speakers())),
            RowClass::LoneVoice => "Lone voice".to_owned(),
            RowClass::Silent => "Silent".to_owned(),
        }
    }

    /// The order of contention: by class; among splits, first the one whose smaller side is the
    /// larger share of those who speak; then the list's order.
    #[must_use]
    pub fn by_contention(&self, other: &Self) -> Ordering {
        let share = |tally: &Self| match tally.class() {
            RowClass::Split => tally.positive.min(tally.negative),
            RowClass::Qualified | RowClass::Consensus | RowClass::LoneVoice | RowClass::Silent => 0,
        };
        // a/b against c/d, without division
        let shares = (share(other) * self.speakers()).cmp(&(share(self) * other.speakers()));
        self.class().cmp(&other.class()).then(shares).then(self.aspect.cmp(&other.aspect))
    }
}

/// How contested a film is: its split aspects over all its reviews, out of the aspects that two
/// or more speak on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contention {
    /// The split aspects, most contested first.
    pub splits: Vec<Aspect>,
    /// How many aspects two or more speak on.
    pub shared: usize,
}

impl Contention {
    /// The contention among some reviews of one film.
    #[must_use]
    pub fn of(reviews: &[Standings]) -> Self {
        let mut shared: Vec<Tally> = Tally::of_all(reviews).into_iter().filter(|tally| tally.speakers() >= 2).collect();
        shared.sort_by(Tally::by_contention);
        Self {
            splits: shared.iter().filter(|tally| tally.class() == RowClass::Split).map(|tally| tally.aspect).collect(),
            shared: shared.len(),
        }
    }

    /// Most contested first: by the share of split aspects, then by their number.
    #[must_use]
    pub fn most_first(&self, other: &Self) -> Ordering {
        let shares = (other.splits.len() * self.shared.max(1)).cmp(&(self.splits.len() * other.shared.max(1)));
        shares.then(Reverse(self.splits.len()).cmp(&Reverse(other.splits.len())))
    }

    /// In words: `split on 3 of 11 aspects`.
    #[must_use]
    pub fn label(&self) -> String {
        match (self.splits.len(), self.shared) {
            (_, 0) => "no aspect that two reviews speak on".to_owned(),
            (0, 1) => "no split on the one aspect that two speak on".to_owned(),
            (0, shared) => format!("no split on {shared} aspects"),
            (splits, 1) => format!("split on {splits} of 1 aspect"),
            (splits, shared) => format!("split on {splits} of {shared} aspects"),
        }
    }
}
