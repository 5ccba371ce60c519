//! Laying out a long page in steps. What is far from the screen has an estimated height at first
//! (`content-visibility` in style/components/columns.css) and is laid out soon after, so that the
//! screen need not wait for it, and nothing moves later when it comes near.

use std::time::Duration;

use leptos::prelude::document;
use web_sys::Element;

use super::{
    clock::{after, after_paint},
    grid::{all, is_shown},
};
use crate::domain::gather::Gather;

/// What is laid out when it comes near, as long as it is not [`LAID`].
const ROWS: &str = "main :is(.compare tbody tr, section.words-row)";
/// Those of them that are shown and not laid out yet, and those whose height is an estimate.
const WAITING: &str = "main :is(.compare tbody tr, section.words-row):not([data-laid], [data-away])";
const ESTIMATED: &str = "main :is(.compare tbody tr, section.words-row):not([data-laid], [data-away], [data-known])";
/// On what is laid out wherever it is.
const LAID: &str = "data-laid";
/// On what was laid out once: its height is known.
const KNOWN: &str = "data-known";
/// On what is filtered away.
const AWAY: &str = "data-away";
/// How many rows are laid out at a time, and the time between: short enough to answer a key on a slow
/// phone meanwhile.
const STEP: usize = 4;
const PAUSE: Duration = Duration::from_millis(50);

fn rows(selector: &str) -> Vec<Element> {
    document().body().map_or_else(Vec::new, |body| all(&body, selector))
}

/// Lays out a row wherever it is.
pub(super) fn lay_out(row: &Element) {
    drop(row.set_attribute(LAID, "").and_then(|()| row.set_attribute(KNOWN, "")));
}

/// Lays out all that is shown and is not yet, some of it at a time.
pub fn settle() {
    settle_from(rows(WAITING));
}

fn settle_from(mut rows: Vec<Element>) {
    let later = rows.split_off(STEP.min(rows.len()));
    rows.iter().for_each(lay_out);
    if !later.is_empty() {
        after(PAUSE, || settle_from(later));
    }
}

/// Lays out what is shown and has only an estimated height, at once: for what has to know where it is.
pub fn settle_now() {
    rows(ESTIMATED).iter().for_each(lay_out);
}

/// After other rows were filtered away: has those laid out in steps when they are shown again. They
/// keep the height that they had.
pub fn leave_hidden() {
    // All is asked before anything changes.
    let rows: Vec<(Element, bool)> = rows(ROWS).into_iter().map(|row| (row.clone(), is_shown(&row))).gathered();
    for (row, shown) in rows {
        drop(if shown {
            row.remove_attribute(AWAY)
        } else {
            row.remove_attribute(LAID).and_then(|()| row.set_attribute(AWAY, ""))
        });
    }
    after_paint(settle);
}
