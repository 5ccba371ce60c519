//! A table that changes: what was in one place and is in another glides there.

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::{dom::PAGE, grid::all, layout, page::media_matches};
use crate::domain::gather::Gather;

/// How long gliding takes, in milliseconds.
const TIME: f64 = 240.0;
/// The heads of columns and of rows, by which both are known again.
const COLUMNS: &str = "main .compare thead th[data-key]";
const ROWS: &str = "main .compare tbody th[data-key]";
/// On rows that are not on the screen: they keep their height and are not drawn until the others are
/// (style/components/columns.css).
const FAR: &str = "data-far";
const FAR_ROWS: &str = "main .compare tbody [data-far]";
/// On what is about to go (style/components/columns.css).
const LEAVING: &str = "data-leaving";
const PALE: &str = "main [data-leaving]";
/// What was chosen in, and is drawn anew.
const PANEL: &str = "main .panel-body:popover-open";
/// What is on the screen or soon will be, where rows get shorter, in heights of the screen.
const NEAR: f64 = 1.1;

/// A column or a row by its head, and where it was.
struct Place {
    key: String,
    left: f64,
    top: f64,
    bottom: f64,
}

/// A table that is about to change.
pub struct Redraw {
    columns: Vec<Place>,
    rows: Vec<Place>,
}

impl Redraw {
    /// Before it changes.
    #[must_use]
    pub fn begin() -> Self {
        Self { columns: places(&found(COLUMNS), true), rows: places(&found(ROWS), false) }
    }

    /// Pales what is about to go: columns, where they are in view, and an open panel.
    pub fn pale(&self, goes: impl Fn(&str) -> bool) {
        let mut pale = found(PANEL);
        let mut rows = Vec::new();
        for (head, row) in found(ROWS).iter().zip(&self.rows) {
            rows.extend(head.parent_element().filter(|_| row.top < screen() && row.bottom > 0.0));
        }
        for (at, head) in (1..).zip(found(COLUMNS)) {
            if key_of(&head).is_some_and(|key| goes(&key)) {
                pale.extend(rows.iter().filter_map(|row| row.children().item(at)));
                pale.push(head);
            }
        }
        for element in found(PALE) {
            drop(element.remove_attribute(LEAVING));
        }
        for element in pale {
            drop(element.set_attribute(LEAVING, ""));
        }
    }

    /// Sets the rows aside that are far from the screen: their keys.
    #[must_use]
    pub fn set_aside(&self) -> Vec<String> {
        let far = |place: &&Place| place.bottom < 0.0 || place.top > screen() * NEAR;
        let far: Vec<String> = self.rows.iter().filter(far).map(|place| place.key.clone()).gathered();
        for head in found(ROWS).iter().filter(|head| key_of(head).is_some_and(|key| far.contains(&key))) {
            drop(head.parent_element().map(|row| row.set_attribute(FAR, "")));
        }
        far
    }

    /// When it is on the screen: has rows that are not drawn too.
    pub fn all_drawn() {
        for row in found(FAR_ROWS) {
            drop(row.remove_attribute(FAR));
        }
    }

    /// When it has: has what was in one place and is in another glide there.
    pub fn drawn(&self) {
        if self.rows.is_empty() {
            return;
        }
        let rows = found(ROWS);
        // The height of what is new is not known, and that of the others may be another now.
        for head in &rows {
            if let Some(row) = head.parent_element() {
                layout::forget(&row, was(&self.rows, head).is_none());
            }
        }
        if !media_matches("(prefers-reduced-motion: reduce)") {
            self.glide(&rows);
        }
    }

    /// Has columns, and rows that are in view, glide from where they were.
    fn glide(&self, rows: &[Element]) {
        let heads = found(COLUMNS);
        let screen = screen();
        // All is asked before anything moves: each answer would be worked out anew.
        let (places_of_heads, places_of_rows) = (places(&heads, true), places(rows, false));
        let in_view: Vec<(&Element, &Place)> =
            rows.iter().zip(&places_of_rows).filter(|(_, place)| place.top < screen && place.bottom > 0.0).gathered();
        let mut moved: Vec<(Element, f64, f64)> = Vec::new();
        for (head, now) in &in_view {
            if let (Some(was), Some(row)) = (was(&self.rows, head), head.parent_element()) {
                moved.push((row, 0.0, was.top - now.top));
            }
        }
        for (at, (head, now)) in (1..).zip(heads.iter().zip(places_of_heads)) {
            let Some(x) = was(&self.columns, head).map(|was| was.left - now.left).filter(|x| x.abs() >= 1.0) else {
                continue;
            };
            let cells = in_view.iter().filter_map(|(row, _)| row.parent_element()?.children().item(at));
            moved.extend(cells.chain([head.clone()]).map(|cell| (cell, x, 0.0)));
        }
        for (element, x, y) in moved {
            move_from(&element, x, y);
        }
    }
}

/// Where the column or row of a head was.
fn was<'a>(before: &'a [Place], head: &Element) -> Option<&'a Place> {
    let key = key_of(head)?;
    before.iter().find(|place| place.key == key)
}

fn screen() -> f64 {
    if !PAGE {
        return 0.0;
    }
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

fn found(selector: &str) -> Vec<Element> {
    if !PAGE {
        return Vec::new();
    }
    document().body().map_or_else(Vec::new, |body| all(&body, selector))
}

/// A length in whole CSS pixels.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
fn whole(length: f64) -> i32 {
    length.round() as i32
}

fn key_of(head: &Element) -> Option<String> {
    head.get_attribute("data-key")
}

/// Where heads are, or else their rows. What is far from the screen would be laid out for the asking;
/// its row says where it is.
fn places(heads: &[Element], sideways: bool) -> Vec<Place> {
    let place = |head: &Element| {
        let of = if sideways { head.clone() } else { head.parent_element()? };
        let frame = of.get_bounding_client_rect();
        Some(Place { key: key_of(head)?, left: frame.left(), top: frame.top(), bottom: frame.bottom() })
    };
    heads.iter().filter_map(place).gathered()
}

fn move_from(element: &Element, x: f64, y: f64) {
    if x.abs() < 1.0 && y.abs() < 1.0 {
        return;
    }
    let frame = |name: &str, value: &str| {
        let frame = Object::new();
        drop(Reflect::set(&frame, &name.into(), &value.into()));
        frame
    };
    let from = frame("transform", &format!("translate({}px, {}px)", whole(x), whole(y)));
    let options = frame("easing", "ease-out");
    drop(Reflect::set(&options, &"duration".into(), &TIME.into()));
    let animate = Reflect::get(element, &"animate".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    if let Some(animate) = animate {
        let frames = Array::of2(&from, &frame("transform", "none"));
        drop(animate.call2(&JsValue::from(element), &frames, &options));
    }
}
