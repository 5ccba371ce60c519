//! Which part of a long list is drawn.

use std::ops::Range;

/// The items of a list that are drawn, and how many rows stand before and after them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The items.
    pub items: Range<usize>,
    /// The rows before them.
    pub rows_before: usize,
    /// The rows after them.
    pub rows_after: usize,
}

impl Window {
    /// All items of a list of any length.
    #[must_use]
    pub const fn all(items: usize) -> Self {
        Self { items: 0..items, rows_before: 0, rows_after: 0 }
    }

    /// What is drawn of a list of so many items in rows of so many `columns`, of which the screen shows the
    /// rows `shown`, from 0: whole rows, and so many `beyond` the screen on each side.
    #[must_use]
    pub fn of(items: usize, columns: usize, shown: &Range<usize>, beyond: usize) -> Self {
        let columns = columns.max(1);
        let rows = items.div_ceil(columns);
        // Where the list got shorter than what was scrolled, its end is drawn.
        let first = shown.start.min(rows.saturating_sub(shown.len())).saturating_sub(beyond);
        let last = rows.min(shown.end.saturating_add(beyond));
        Self {
            items: (first * columns).min(items)..(last * columns).min(items),
            rows_before: first,
            rows_after: rows - last,
        }
    }
}
