//! The counts beside every option of a filter.

use crosscut_engine::bits::Bits;

use super::{
    finder::Finder,
    found::{Part, under_parts},
};
use crate::domain::facet::{CatalogFilter, Facet};

/// Of every option, how many films would be shown with it under all the other filters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// For each facet, of every value by its number.
    values: Vec<Vec<u32>>,
    /// Of the films with a split aspect.
    pub split: usize,
}

impl Counts {
    /// Of a value of a facet, by its number.
    #[must_use]
    pub fn of(&self, facet: Facet, value: usize) -> usize {
        self.values.get(facet as usize).and_then(|counts| counts.get(value)).map_or(0, |count| *count as usize)
    }
}

impl Finder {
    /// Counts what every option would show under all the other filters.
    #[must_use]
    pub fn counts(&mut self, filter: &CatalogFilter) -> Counts {
        let kept = self.keep(filter);
        let under = |but| under_parts(kept.with_rows.clone(), &kept.parts, Some(but));
        let values = Facet::ALL.map(|facet| {
            let values = &self.named(facet).values;
            if facet == Facet::Reviewer {
                let films = under_parts(Bits::all(self.corpus.films()), &kept.parts, None);
                let mut rows = kept.rows.clone();
                rows.keep(&self.corpus.rows_with(&films));
                return values.count_groups(&rows, self.corpus.films_of_rows());
            }
            let part = Part::Facet(facet);
            let is_chosen = kept.parts.iter().any(|(chosen, _)| *chosen == part);
            if is_chosen { values.count(&under(part)) } else { values.count(&kept.films) }
        });
        let mut split = under(Part::Split);
        split.keep(&self.split);
        Counts { values: values.to_vec(), split: split.count() }
    }
}
