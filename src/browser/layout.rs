//! Laying out a long page in steps. What is far from the screen has an estimated height at first
//! (`content-visibility` in style/components/columns.css) and is laid out in the frames after, so
//! that the screen need not wait for it, and nothing moves later when it comes near.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{
    clock::after_paint,
    grid::{all, is_shown},
};
use crate::domain::gather::Gather;

/// What is laid out when it comes near, as long as it does not have [`LAID`].
const ROWS: &str = "main :is(.compare tbody tr, section.words-row)";
/// On what is laid out wherever it is.
const LAID: &str = "data-laid";
/// Rows a frame: some milliseconds on a slow phone.
const STEP: usize = 4;

/// The rows that are shown, or those that are not.
fn rows(shown: bool) -> Vec<Element> {
    let mut rows = document().body().map_or_else(Vec::new, |body| all(&body, ROWS));
    rows.retain(|row| row.has_attribute(LAID) != shown && is_shown(row) == shown);
    rows
}

/// Lays out all that is shown and is not yet, some of it in each frame.
pub fn settle() {
    let rows = rows(true);
    for row in rows.iter().take(STEP) {
        drop(row.set_attribute(LAID, ""));
    }
    if rows.len() > STEP {
        after_paint(settle);
    }
}

/// Lays out all that is shown and is not yet, at once: for what has to know where it is.
pub fn settle_now() {
    for row in rows(true) {
        drop(row.set_attribute(LAID, ""));
    }
}

/// Has what is hidden now laid out in steps when it is shown again. It keeps the height that it had.
pub fn leave_hidden() {
    for row in rows(false) {
        drop(row.remove_attribute(LAID));
    }
    after_paint(settle);
}

/// For a table that is about to be drawn anew: gives back what gives its rows the heights that they
/// have now, until they are laid out again.
pub fn keep_heights() -> impl FnOnce() + 'static {
    let heads = || document().body().map_or_else(Vec::new, |body| all(&body, "main .compare tbody th[data-key]"));
    let row = |head: &Element| head.parent_element().and_then(|row| row.dyn_into::<HtmlElement>().ok());
    let height = |head: &Element| Some((head.get_attribute("data-key")?, row(head)?.offset_height()));
    let before: Vec<(String, i32)> = heads().iter().filter_map(height).filter(|(_, height)| *height > 0).gathered();
    move || {
        if before.is_empty() {
            return;
        }
        for head in heads() {
            let key = head.get_attribute("data-key");
            if let Some((_, height)) = before.iter().find(|(was, _)| Some(was) == key.as_ref())
                && let Some(row) = row(&head)
            {
                let estimate = format!("auto {height}px");
                drop(row.style().set_property("contain-intrinsic-block-size", &estimate));
            }
        }
    }
}
