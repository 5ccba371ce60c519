//! Moving about in a grid with the keyboard, as the ARIA practices describe it: one cell is a stop of
//! the Tab key, arrows go from cell to cell, Home and End to the ends of a row, with Ctrl to the
//! corners of the grid.

use std::time::Duration;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::clock::after;
use crate::domain::gather::Gather;

/// What a cell is, in a grid.
const CELL: &str = "[role=gridcell], [role=rowheader], [role=columnheader]";

/// What can be done in a cell, each thing by itself.
const WIDGETS: &str = "a[href], button, summary";

/// What can be done with a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Moves it to the left.
    Left,
    /// Moves it to the right.
    Right,
    /// Pins it, or no longer.
    Pin,
    /// Removes it.
    Remove,
}

/// Follows the keys of a grid; for its `keydown`. Enter does what the cell is for, Space opens what
/// is folded in it, F2 leads into it, where arrows go from thing to thing and Escape leads back. In
/// the head of a column Shift with an arrow moves it, `p` pins it and Delete removes it: `act` does it
/// where it can be done, and says so.
pub fn on_key(event: &Event, act: impl Fn(Act, usize) -> bool) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Some(cell) = closest(&target, CELL) else { return };
    if key.alt_key() || key.meta_key() || closest(&target, "[popover]").is_some() {
        return;
    }
    let name = key.key();
    let done = if target != cell {
        inside(&cell, &target, &name)
    } else if let Some(asked) = asked(&name, key) {
        column_of(&cell).is_some_and(|column| act(asked, column))
    } else {
        on_cell(&cell, &name, key)
    };
    if done {
        event.prevent_default();
    }
}

/// A key on a cell.
fn on_cell(cell: &Element, name: &str, key: &KeyboardEvent) -> bool {
    match name {
        "Enter" => act(cell),
        " " => press(cell, "summary") || act(cell),
        "F2" => widgets(cell).first().is_some_and(focus),
        _ => next(cell, name, key.ctrl_key()).is_some_and(|next| focus(&next)),
    }
}

/// What a key asks to do with a column.
fn asked(name: &str, key: &KeyboardEvent) -> Option<Act> {
    match name {
        "p" if !key.ctrl_key() => Some(Act::Pin),
        "Delete" => Some(Act::Remove),
        "ArrowLeft" if key.shift_key() => Some(Act::Left),
        "ArrowRight" if key.shift_key() => Some(Act::Right),
        _ => None,
    }
}

/// The column that a cell is the head of.
fn column_of(cell: &Element) -> Option<usize> {
    cell.get_attribute("data-column")?.parse().ok()
}

/// A key on something in a cell.
fn inside(cell: &Element, target: &Element, name: &str) -> bool {
    let widgets = widgets(cell);
    let at = widgets.iter().position(|it| it == target);
    match name {
        "Escape" => focus(cell),
        "ArrowRight" | "ArrowDown" => at.and_then(|at| widgets.get(at + 1)).is_some_and(focus),
        "ArrowLeft" | "ArrowUp" => at.and_then(|at| widgets.get(at.checked_sub(1)?)).is_some_and(focus),
        _ => false,
    }
}

/// Does what a cell is for where it is clicked beside everything in it; for the grid's `click`.
pub fn on_click(event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let selecting = document().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
    if selecting || closest(&target, WIDGETS).is_some() || closest(&target, "[popover]").is_some() {
        return;
    }
    if let Some(cell) = closest(&target, "[role=gridcell]") {
        // Not now: what is pressed is clicked, and this is the answer to a click.
        after(Duration::ZERO, move || {
            act(&cell);
        });
    }
}

/// What of a cell can be used now.
fn widgets(cell: &Element) -> Vec<Element> {
    let mut widgets = all(cell, WIDGETS);
    widgets.retain(is_shown);
    widgets
}

/// Makes the cell that gets the focus the grid's stop of the Tab key; for its `focusin`.
pub fn on_focus(event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let (Some(cell), Some(grid)) = (closest(&target, CELL), closest(&target, "[role=grid]")) else { return };
    if let Ok(Some(stop)) = grid.query_selector(&format!(":is({CELL})[tabindex='0']")) {
        drop(stop.set_attribute("tabindex", "-1"));
    }
    drop(cell.set_attribute("tabindex", "0"));
}

/// Where the cell that was the stop of the Tab key is hidden, makes another one of the grid the stop.
pub fn keep_stop() {
    let Some(grid) = document().query_selector("main [role=grid]").ok().flatten() else { return };
    let stop = grid.query_selector(&format!(":is({CELL})[tabindex='0']")).ok().flatten();
    if stop.as_ref().is_some_and(is_shown) {
        return;
    }
    if let Some(stop) = stop {
        drop(stop.set_attribute("tabindex", "-1"));
    }
    if let Some(first) = all(&grid, CELL).into_iter().find(is_shown) {
        drop(first.set_attribute("tabindex", "0"));
    }
}

/// Whether an element has a place on the page.
pub(super) fn is_shown(element: &Element) -> bool {
    element.get_client_rects().length() > 0
}

/// The cell that a key leads to from another.
fn next(cell: &Element, key: &str, ctrl: bool) -> Option<Element> {
    const KEYS: [&str; 6] = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];
    KEYS.contains(&key).then_some(())?;
    let mut rows = all(&closest(cell, "[role=grid]")?, "[role=row]");
    rows.retain(is_shown);
    let row = closest(cell, "[role=row]")?;
    let cells = |row: &Element| {
        let mut cells = all(row, CELL);
        cells.retain(is_shown);
        cells
    };
    let in_row = cells(&row);
    let (y, x) = (rows.iter().position(|it| *it == row)?, in_row.iter().position(|it| it == cell)?);
    // In a row that lacks a cell there, the one in its place.
    let in_other = |row: &Element| cells(row).into_iter().take(x + 1).last();
    match key {
        "ArrowLeft" => in_row.into_iter().nth(x.checked_sub(1)?),
        "ArrowRight" => in_row.into_iter().nth(x + 1),
        "ArrowUp" => in_other(rows.get(y.checked_sub(1)?)?),
        "ArrowDown" => in_other(rows.get(y + 1)?),
        "Home" if ctrl => cells(rows.first()?).into_iter().next(),
        "End" if ctrl => cells(rows.last()?).into_iter().last(),
        "Home" => in_row.into_iter().next(),
        "End" => in_row.into_iter().last(),
        _ => None,
    }
}

/// Moves the focus to an element.
fn focus(element: &Element) -> bool {
    element.dyn_ref::<HtmlElement>().is_some_and(|element| element.focus().is_ok())
}

/// Does what a cell is for, or else what its row is.
fn act(cell: &Element) -> bool {
    const PRIMARY: &str = "[data-primary]";
    press(cell, PRIMARY) || closest(cell, "[role=row]").is_some_and(|row| press(&row, PRIMARY))
}

/// Does what a control in a cell does.
fn press(cell: &Element, control: &str) -> bool {
    let control = cell.query_selector(control).ok().flatten();
    control.and_then(|it| it.dyn_into::<HtmlElement>().ok()).inspect(HtmlElement::click).is_some()
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// The elements below another that a selector finds, in the order of the document.
pub(super) fn all(below: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = below.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).gathered()
}
