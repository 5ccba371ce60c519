//! How reviews stand to each other on an aspect, and over a film.

use std::cmp::Ordering;

use super::gather::Gather;
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
        Self::counting(aspect, reviews.iter().map(|review| review.on(aspect).map(|standing| standing.stance)))
    }

    /// Counts the reviews on every aspect, in the list's order.
    #[must_use]
    pub fn of_all(reviews: &[Standings]) -> Vec<Self> {
        Aspect::ALL.into_iter().map(|aspect| Self::of(aspect, reviews)).gathered()
    }

    /// Counts stances on an aspect, silence as none.
    pub fn counting(aspect: Aspect, stances: impl IntoIterator<Item = Option<Stance>>) -> Self {
        let mut tally = Self { aspect, positive: 0, mixed: 0, negative: 0, silent: 0 };
        for stance in stances {
            let count = match stance {
                Some(Stance::Positive) => &mut tally.positive,
                Some(Stance::Mixed) => &mut tally.mixed,
                Some(Stance::Negative) => &mut tally.negative,
                None => &mut tally.silent,
            };
            *count += 1;
        }
        tally
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

    /// The counts in words: `2 for, 1 mixed, 1 silent`; what there is none of is left out.
    #[must_use]
    pub fn counts(&self) -> String {
        let counts =
            [(self.positive, "for"), (self.mixed, "mixed"), (self.negative, "against"), (self.silent, "silent")];
        let parts: Vec<String> =
            counts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).gathered();
        parts.join(", ")
    }

    /// How the class was worked out, in one line.
    #[must_use]
    pub fn explanation(&self) -> String {
        let reason = match self.class() {
            RowClass::Split => "split, because at least one is for it and at least one against",
            RowClass::Qualified => {
                "qualified, because not all stand the same, yet none is against where another is for"
            }
            RowClass::Consensus => "a consensus, because two or more speak and all stand the same",
            RowClass::LoneVoice => "a lone voice, because exactly one speaks of it",
            RowClass::Silent => "silent, because none makes a claim on it",
        };
        format!("{}: {reason}.", text::capitalised(&self.counts()))
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

/// How two reviews stand to each other, or two reviewers over several films: over the aspects
/// that both speak on, same stances minus opposite ones (positive against negative), divided by
/// their number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Agreement {
    /// Aspects on which both have the same stance.
    pub same: usize,
    /// Aspects on which one is positive and the other negative.
    pub opposite: usize,
    /// Aspects on which both speak.
    pub shared: usize,
}

impl Agreement {
    /// How two reviews agree.
    #[must_use]
    pub fn of(one: &Standings, other: &Standings) -> Self {
        Aspect::ALL.into_iter().fold(Self::default(), |all, aspect| all.and(Self::on(aspect, one, other)))
    }

    /// How two reviews agree on one aspect.
    #[must_use]
    pub fn on(aspect: Aspect, one: &Standings, other: &Standings) -> Self {
        let (Some(one), Some(other)) = (one.on(aspect), other.on(aspect)) else { return Self::default() };
        let opposite = matches!(
            (one.stance, other.stance),
            (Stance::Positive, Stance::Negative) | (Stance::Negative, Stance::Positive)
        );
        Self { same: usize::from(one.stance == other.stance), opposite: usize::from(opposite), shared: 1 }
    }

    /// Aspects on which both speak and are neither the same nor opposite: one of the two is mixed.
    #[must_use]
    pub const fn between(self) -> usize {
        self.shared - self.same - self.opposite
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            same: self.same + other.same,
            opposite: self.opposite + other.opposite,
            shared: self.shared + other.shared,
        }
    }

    /// From -100 to 100: the figure, which is from -1 to 1, in hundredths, halves away from zero;
    /// none where both speak on no aspect.
    #[must_use]
    pub fn hundredths(self) -> Option<i32> {
        if self.shared == 0 {
            return None;
        }
        let size = (self.same.abs_diff(self.opposite) * 200 + self.shared) / (2 * self.shared);
        let size = i32::try_from(size).unwrap_or(i32::MAX);
        Some(if self.same < self.opposite { -size } else { size })
    }

    /// The figure as it is written, such as `+0.67` or `−0.50`.
    #[must_use]
    pub fn figure(self) -> Option<String> {
        let hundredths = self.hundredths()?;
        let sign = match hundredths.signum() {
            1 => "+",
            -1 => "−",
            _ => "",
        };
        let size = hundredths.unsigned_abs();
        Some(format!("{sign}{}.{:02}", size / 100, size % 100))
    }

    /// The counts behind the figure: `same stance on 5, opposite on 1, of 8 aspects that both speak on`.
    #[must_use]
    pub fn counts(self) -> String {
        match self.shared {
            0 => "no aspect that both speak on".to_owned(),
            1 => format!("same stance on {}, opposite on {}, of 1 aspect that both speak on", self.same, self.opposite),
            shared => {
                format!(
                    "same stance on {}, opposite on {}, of {shared} aspects that both speak on",
                    self.same, self.opposite
                )
            }
        }
    }

    /// Nearest first: by the figure, then by the number of aspects it rests on; what has no figure
    /// is last.
    #[must_use]
    pub fn nearest_first(&self, other: &Self) -> Ordering {
        // a/b against c/d, without division; nothing shared is neither near nor far
        let signed =
            |it: &Self| i64::try_from(it.same).unwrap_or(i64::MAX) - i64::try_from(it.opposite).unwrap_or(i64::MAX);
        let size = |it: &Self| i64::try_from(it.shared).unwrap_or(i64::MAX);
        (self.shared == 0)
            .cmp(&(other.shared == 0))
            .then((signed(other) * size(self)).cmp(&(signed(self) * size(other))))
            .then(other.shared.cmp(&self.shared))
    }

    /// How each review stands to all the others together: its agreements with each of them, added.
    #[must_use]
    pub fn with_the_rest(reviews: &[Standings]) -> Vec<Self> {
        let others = |at: usize| reviews.iter().enumerate().filter(move |(other, _)| *other != at);
        reviews
            .iter()
            .enumerate()
            .map(|(at, one)| others(at).fold(Self::default(), |all, (_, other)| all.and(Self::of(one, other))))
            .gathered()
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
        let mut shared: Vec<Tally> =
            Tally::of_all(reviews).into_iter().filter(|tally| tally.speakers() >= 2).gathered();
        shared.sort_by(Tally::by_contention);
        Self {
            splits: shared.iter().filter(|tally| tally.class() == RowClass::Split).map(|tally| tally.aspect).gathered(),
            shared: shared.len(),
        }
    }

    /// Most contested first: by the share of split aspects, then by their number.
    #[must_use]
    pub fn most_first(&self, other: &Self) -> Ordering {
        most_contested_first((self.splits.len(), self.shared), (other.splits.len(), other.shared))
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

/// How two films stand by the numbers of their splits and of the aspects that two or more speak on: most
/// contested first, by the share of splits, then by their number.
pub(super) fn most_contested_first(one: (usize, usize), other: (usize, usize)) -> Ordering {
    let shares = (other.0 * one.1.max(1)).cmp(&(one.0 * other.1.max(1)));
    shares.then(other.0.cmp(&one.0))
}
