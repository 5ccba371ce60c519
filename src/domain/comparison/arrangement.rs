//! Which rows of a comparison are shown, and in which order.

use super::{Comparison, Row};
use crate::domain::gather::Gather;
use crate::domain::{agreement::RowClass, closed_list::closed_list};

closed_list! {
    /// Which rows are shown.
    RowFilter, "choice of rows" {
        /// All.
        All = "all",
        /// Split and qualified ones.
        Differ = "differ",
        /// Those of a consensus.
        Agree = "agree",
        /// Those of a lone voice.
        One = "one",
    }
}

impl RowFilter {
    /// The choice as a reader sees it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::Differ => "Differ",
            Self::Agree => "Agree",
            Self::One => "One speaks",
        }
    }

    /// Whether rows of that class are shown.
    #[must_use]
    pub const fn accepts(self, class: RowClass) -> bool {
        match class {
            RowClass::Split | RowClass::Qualified => matches!(self, Self::All | Self::Differ),
            RowClass::Consensus => matches!(self, Self::All | Self::Agree),
            RowClass::LoneVoice => matches!(self, Self::All | Self::One),
            RowClass::Silent => matches!(self, Self::All),
        }
    }
}

closed_list! {
    /// In which order the rows stand.
    RowOrder, "order of rows" {
        /// Most contested first.
        Contested = "contested",
        /// In the order of the list of aspects.
        List = "list",
    }
}

impl Comparison {
    /// The rows that a filter leaves, in an order.
    #[must_use]
    pub fn arranged(&self, filter: RowFilter, order: RowOrder) -> Vec<&Row> {
        let mut rows: Vec<&Row> = self.rows.iter().filter(|row| filter.accepts(row.tally.class())).gathered();
        match order {
            RowOrder::Contested => rows.sort_by(|one, other| one.tally.by_contention(&other.tally)),
            RowOrder::List => {}
        }
        rows
    }

    /// How many rows a filter leaves.
    #[must_use]
    pub fn count(&self, filter: RowFilter) -> usize {
        self.rows.iter().filter(|row| filter.accepts(row.tally.class())).count()
    }
}
