//! What another review would bring to a comparison.

use std::cmp::Reverse;

use super::Comparison;
use crate::domain::gather::Gather;
use crate::domain::{
    agreement::{RowClass, Tally},
    aspect::Aspect,
    claim::Standings,
    review::Review,
    text,
};

/// Another review of the film, and what it would add to the ones that are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition<'a> {
    /// The review.
    pub review: &'a Review,
    /// Aspects on which those that are compared would be split with it, and are not without.
    pub splits: Vec<Aspect>,
    /// Aspects that it speaks of and none of those that are compared does.
    pub new: Vec<Aspect>,
    /// How many aspects it speaks of.
    pub speaks: usize,
}

impl Addition<'_> {
    /// What it would add, in a few words.
    #[must_use]
    pub fn label(&self) -> String {
        let named = |aspects: &[Aspect]| text::listed(&aspects.iter().map(|aspect| aspect.in_sentence()).gathered());
        let mut parts = Vec::new();
        if !self.splits.is_empty() {
            parts.push(format!("splits them on {}", named(&self.splits)));
        }
        if !self.new.is_empty() {
            parts.push(format!("speaks of {}, which no one here does", named(&self.new)));
        }
        if parts.is_empty() {
            return match self.speaks {
                0 => "makes no claim".to_owned(),
                count => format!("speaks of {}, all spoken of here, and splits none", text::counted(count, "aspect")),
            };
        }
        parts.join("; ")
    }
}

impl Comparison {
    /// The film's other reviews with what each would add: first the one with the most new splits,
    /// then the one with the most new aspects, then in the order of the file.
    #[must_use]
    pub fn additions(&self) -> Vec<Addition<'_>> {
        let mut standings = self.standings();
        let others = self.film.reviews.iter().enumerate().filter(|(at, _)| !self.columns.contains(at));
        let mut additions: Vec<Addition> = others
            .map(|(_, review)| {
                let its = Standings::of(&review.claims);
                standings.push(its);
                let with = Tally::of_all(&standings);
                standings.pop();
                let (mut splits, mut new) = (Vec::new(), Vec::new());
                for (row, with) in self.rows.iter().zip(&with) {
                    if with.class() == RowClass::Split && row.tally.class() != RowClass::Split {
                        splits.push(with.aspect);
                    }
                    if row.tally.speakers() == 0 && with.speakers() > 0 {
                        new.push(with.aspect);
                    }
                }
                Addition { review, splits, new, speaks: its.spoken().count() }
            })
            .gathered();
        additions.sort_by_key(|it| (Reverse(it.splits.len()), Reverse(it.new.len())));
        additions
    }
}
