//! Laying out a long page in steps. What is far from the screen is not laid out (`content-visibility`
//! in style/components/columns.css), so that every key and click is answered as on a short page. Its
//! height is an estimate at first. Each row is laid out once, soon after it is drawn, and the browser
//! remembers its height: nothing moves later when it comes near.

use std::time::Duration;

use leptos::prelude::{document, window};
use web_sys::Element;

use super::{
    clock::{after, after_render},
    grid::{all, is_shown},
};

/// What is laid out when it comes near, where the browser does not know its height yet.
const WAITING: &str = "main :is(.compare tbody > [role], .columns-body:not([data-off]) > section):not([data-known])";
/// On what is laid out wherever it is.
const LAID: &str = "data-laid";
/// On what was laid out once: its height is known.
const KNOWN: &str = "data-known";
/// How many rows are laid out at a time, and the time between: short enough to answer a key on a slow
/// phone meanwhile.
const STEP: usize = 4;
const PAUSE: Duration = Duration::from_millis(50);

fn waiting() -> Vec<Element> {
    document().body().map_or_else(Vec::new, |body| all(&body, WAITING))
}

/// Lays out a row wherever it is, until it was its turn in [`settle`].
fn lay_out(row: &Element) {
    drop(row.set_attribute(LAID, ""));
}

/// Has [`settle`] see to a row again, and lays it out until then where it is `new`.
pub(super) fn forget(row: &Element, new: bool) {
    drop(row.remove_attribute(KNOWN));
    if new {
        lay_out(row);
    }
}

/// Has the browser get to know the height of all that is shown, some of it at a time. What is hidden
/// has none; it is for whoever shows it to ask again.
pub fn settle() {
    let mut rows = waiting();
    rows.retain(is_shown);
    // What is on the screen is known, and would seem to move if it were laid out another way for a while.
    let screen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let seen = |row: &Element| {
        let frame = row.get_bounding_client_rect();
        frame.bottom() > 0.0 && frame.top() < screen && !row.has_attribute(LAID)
    };
    let (seen, far): (Vec<_>, Vec<_>) = rows.into_iter().partition(seen);
    seen.iter().for_each(remember);
    settle_from(far);
}

fn settle_from(mut rows: Vec<Element>) {
    let later = rows.split_off(STEP.min(rows.len()));
    rows.iter().for_each(lay_out);
    if !rows.is_empty() {
        // A height is remembered from what was on the screen so.
        after_render(move || {
            after(PAUSE, move || {
                // All is asked before anything changes.
                rows.retain(is_shown);
                rows.iter().for_each(remember);
                settle_from(later);
            });
        });
    }
}

fn remember(row: &Element) {
    drop(row.set_attribute(KNOWN, "").and_then(|()| row.remove_attribute(LAID)));
}

/// Lays out the words that are not shown, for whoever is about to show them: the browser keeps that.
pub fn lay_out_words() {
    let hidden = document().query_selector("main .words .columns-body[data-off] .words-cell").ok().flatten();
    drop(hidden.map(|words| words.get_bounding_client_rect()));
}

/// Lays out at once what has only an estimated height: for what has to know where it is.
pub fn settle_now() {
    waiting().iter().for_each(lay_out);
}
