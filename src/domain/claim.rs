//! Judgements in reviews, and what they add up to on an aspect.

use super::{aspect::Aspect, closed_list::closed_list, review::Span};

closed_list! {
    /// Which way a judgement goes.
    Stance, "stance" {
        /// For.
        Positive = "positive",
        /// Both, or between.
        Mixed = "mixed",
        /// Against.
        Negative = "negative",
    }
}

impl Stance {
    /// The stance of several judgements together: theirs where all agree, else mixed; none of none.
    #[must_use]
    pub fn of(stances: impl IntoIterator<Item = Self>) -> Option<Self> {
        stances.into_iter().reduce(|all, stance| if all == stance { all } else { Self::Mixed })
    }
}

/// How firmly a judgement is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// 1: said in passing.
    InPassing,
    /// 2: clear.
    Clear,
    /// 3: emphatic.
    Emphatic,
}

impl Strength {
    /// Every strength, from the weakest.
    pub const ALL: [Self; 3] = [Self::InPassing, Self::Clear, Self::Emphatic];

    /// The strength of a number from 1 to 3.
    #[must_use]
    pub fn new(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|strength| strength.number() == number)
    }

    /// The number, 1 to 3.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::InPassing => 1,
            Self::Clear => 2,
            Self::Emphatic => 3,
        }
    }

    /// The word for it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::InPassing => "in passing",
            Self::Clear => "clear",
            Self::Emphatic => "emphatic",
        }
    }
}

/// One judgement in a review, with the words that it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What it is about.
    pub aspect: Aspect,
    /// Which way it goes.
    pub stance: Stance,
    /// How firmly.
    pub strength: Strength,
    /// Whether the reviewer leaves a way out: “some may feel”.
    pub hedged: bool,
    /// Whom it is about, one of the film's people.
    pub about: Option<String>,
    /// Where its words stand in the review's body.
    pub quote: Span,
}

/// Where a review stands on one aspect: what all its claims there add up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    /// Positive if every claim is, negative if every claim is, else mixed.
    pub stance: Stance,
    /// The strongest claim's strength.
    pub strength: Strength,
    /// Whether every claim behind it is hedged.
    pub hedged: bool,
}

impl Standing {
    /// What some claims add up to; none of none.
    pub fn of<'a>(claims: impl IntoIterator<Item = &'a Claim>) -> Option<Self> {
        claims
            .into_iter()
            .map(|claim| Self { stance: claim.stance, strength: claim.strength, hedged: claim.hedged })
            .reduce(|all, one| Self {
                stance: if all.stance == one.stance { all.stance } else { Stance::Mixed },
                strength: all.strength.max(one.strength),
                hedged: all.hedged && one.hedged,
            })
    }

    /// The standing in words, as assistive technology says the mark: `mixed, hedged`.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match (self.stance, self.hedged) {
            (Stance::Positive, false) => "positive",
            (Stance::Positive, true) => "positive, hedged",
            (Stance::Mixed, false) => "mixed",
            (Stance::Mixed, true) => "mixed, hedged",
            (Stance::Negative, false) => "negative",
            (Stance::Negative, true) => "negative, hedged",
        }
    }
}

/// Where a review stands on every aspect; silent where it has no claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Standings([Option<Standing>; Aspect::COUNT]);

impl Standings {
    /// What a review's claims add up to, aspect by aspect.
    #[must_use]
    pub fn of(claims: &[Claim]) -> Self {
        Self(Aspect::ALL.map(|aspect| Standing::of(claims.iter().filter(|claim| claim.aspect == aspect))))
    }

    /// From one standing an aspect, in the list's order.
    #[must_use]
    pub const fn new(standings: [Option<Standing>; Aspect::COUNT]) -> Self {
        Self(standings)
    }

    /// Where the review stands on an aspect.
    #[must_use]
    pub fn on(&self, aspect: Aspect) -> Option<Standing> {
        self.0.get(aspect.index()).copied().flatten()
    }

    /// Only those on aspects that are kept; silent on all others.
    #[must_use]
    pub fn only(mut self, keep: impl Fn(Aspect) -> bool) -> Self {
        for (aspect, standing) in Aspect::ALL.into_iter().zip(&mut self.0) {
            if !keep(aspect) {
                *standing = None;
            }
        }
        self
    }

    /// The aspects that the review speaks of, with where it stands, in the list's order.
    pub fn spoken(&self) -> impl Iterator<Item = (Aspect, Standing)> + '_ {
        Aspect::ALL.into_iter().filter_map(|aspect| Some((aspect, self.on(aspect)?)))
    }
}
