//! A table that is drawn, or drawn anew: the rows on the screen come before the others, rows keep their
//! heights until they are laid out again, and what was in one place and is in another glides there.

use std::{cell::Cell, ops::Range};

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::{dom::PAGE, grid::all, layout::lay_out, page::media_matches};
use crate::domain::gather::Gather;

/// How long gliding takes, in milliseconds.
const TIME: f64 = 240.0;
/// The heads of columns and of rows, by which both are known again.
const COLUMNS: &str = "main .compare thead th[data-key]";
const ROWS: &str = "main .compare tbody th[data-key]";
/// How many rows of a new table are drawn before the others.
const FIRST: usize = 6;
/// Where the rows are.
const TABLE: &str = "main .compare tbody";
/// What stands for the rows that are drawn later: those before the others, and those after.
const SPACERS: &str = "main .compare .spacer";
/// The height of a row that was never there, in CSS pixels.
const USUAL: f64 = 96.0;

/// A column or a row by its head, and where it was.
#[derive(Clone)]
struct Place {
    key: String,
    left: f64,
    top: f64,
    height: f64,
    /// The height without the rule above it.
    inside: f64,
}

/// A table that is drawn, or drawn anew.
#[derive(Default)]
pub struct Redraw {
    columns: Vec<Place>,
    rows: Vec<Place>,
    /// Where the rows began, if there was a table.
    top: Option<f64>,
    screen: f64,
    spaces: Cell<[f64; 2]>,
}

impl Redraw {
    /// Before it is drawn. Rows that are not there now were perhaps for the redrawing `before`.
    #[must_use]
    pub fn begin(before: Option<&Self>) -> Self {
        let mut rows = places(&heads(ROWS), false);
        let top = heads(TABLE).first().map(|it| it.get_bounding_client_rect().top());
        for place in before.map_or(&[][..], |before| &before.rows) {
            if was(&rows, &place.key).is_none() {
                rows.push(Place { top: f64::NAN, ..place.clone() });
            }
        }
        Self { columns: places(&heads(COLUMNS), true), rows, top, screen: screen(), spaces: Cell::default() }
    }

    /// Which of the rows, by their keys in their order, will be on the screen: they are drawn first.
    #[must_use]
    pub fn first(&self, keys: &[String]) -> Range<usize> {
        if !PAGE {
            return 0..keys.len();
        }
        let Some(start) = self.top else { return 0..FIRST.min(keys.len()) };
        let (mut top, mut range, mut spaces) = (start, 0..0, [0.0, 0.0]);
        for (at, key) in keys.iter().enumerate() {
            let height = was(&self.rows, key).map_or(USUAL, |place| place.height);
            if top + height < 0.0 {
                spaces[0] += height;
                range = at + 1..at + 1;
            } else if top < self.screen {
                range.end = at + 1;
            } else {
                spaces[1] += height;
            }
            top += height;
        }
        self.spaces.set(spaces);
        range
    }

    /// When the first rows are drawn: has them laid out, and what was in one place and is in another
    /// glide there.
    pub fn drawn(&self) {
        let [before, after] = self.spaces.get();
        for spacer in heads(SPACERS) {
            let height = if spacer.has_attribute("data-before") { before } else { after };
            if let Some(spacer) = spacer.dyn_ref::<HtmlElement>() {
                drop(spacer.style().set_property("block-size", &format!("{}px", whole(height))));
            }
        }
        let heads = heads(ROWS);
        self.keep_heights(&heads);
        heads.iter().filter_map(row_of).for_each(|row| lay_out(&row));
        if !self.rows.is_empty() && !media_matches("(prefers-reduced-motion: reduce)") {
            glide(&self.columns, &self.rows, &heads);
        }
    }

    /// When all rows are drawn.
    pub fn all_drawn(&self) {
        self.keep_heights(&heads(ROWS));
    }

    fn keep_heights(&self, heads: &[Element]) {
        for head in heads {
            if let (Some(was), Some(row)) = (was_of(&self.rows, head), row_of(head))
                && was.height > 0.0
            {
                drop(
                    row.style().set_property("contain-intrinsic-block-size", &format!("auto {}px", whole(was.inside))),
                );
            }
        }
    }
}

fn heads(selector: &str) -> Vec<Element> {
    if !PAGE {
        return Vec::new();
    }
    document().body().map_or_else(Vec::new, |body| all(&body, selector))
}

fn screen() -> f64 {
    if !PAGE {
        return 0.0;
    }
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

fn row_of(head: &Element) -> Option<HtmlElement> {
    head.parent_element()?.dyn_into().ok()
}

/// A length in whole CSS pixels.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
fn whole(length: f64) -> i32 {
    length.round() as i32
}

fn key_of(head: &Element) -> Option<String> {
    head.get_attribute("data-key")
}

fn was<'a>(before: &'a [Place], key: &str) -> Option<&'a Place> {
    before.iter().find(|place| place.key == key)
}

/// Where heads are, or else their rows. What is far from the screen would be laid out for the asking;
/// its row says where it will be.
fn places(heads: &[Element], sideways: bool) -> Vec<Place> {
    let place = |head: &Element| {
        let row = row_of(head)?;
        let frame = if sideways { head.get_bounding_client_rect() } else { row.get_bounding_client_rect() };
        let height = frame.height();
        let rule = f64::from(row.offset_height() - row.client_height());
        Some(Place { key: key_of(head)?, left: frame.left(), top: frame.top(), height, inside: height - rule })
    };
    heads.iter().filter_map(place).gathered()
}

/// Has columns, and rows that are in view, glide from where they were.
fn glide(columns: &[Place], rows: &[Place], in_view: &[Element]) {
    let heads = heads(COLUMNS);
    // All is asked before anything moves: each answer would be worked out anew.
    let mut moved: Vec<(Element, f64, f64)> = Vec::new();
    for (head, now) in in_view.iter().zip(places(in_view, false)) {
        if let (Some(was), Some(row)) = (was_of(rows, head), row_of(head))
            && was.height > 0.0
            && was.top.is_finite()
        {
            moved.push((row.into(), 0.0, was.top - now.top));
        }
    }
    for (at, (head, now)) in (1..).zip(heads.iter().zip(places(&heads, true))) {
        let Some(x) = was_of(columns, head).map(|was| was.left - now.left).filter(|x| x.abs() >= 1.0) else { continue };
        let cells = in_view.iter().filter_map(|row| row.parent_element()?.children().item(at));
        moved.extend(cells.chain([head.clone()]).map(|cell| (cell, x, 0.0)));
    }
    for (element, x, y) in moved {
        move_from(&element, x, y);
    }
}

fn was_of<'a>(before: &'a [Place], head: &Element) -> Option<&'a Place> {
    was(before, &key_of(head)?)
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
