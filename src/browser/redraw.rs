//! A table that is drawn anew: its rows keep their heights until they are laid out again, and what was
//! in one place and is in another glides there.

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::{grid::all, layout::lay_out, page::media_matches};
use crate::domain::gather::Gather;

/// How long gliding takes, in milliseconds.
const TIME: f64 = 240.0;
/// The heads of columns and of rows, by which both are known again.
const COLUMNS: &str = "main .compare thead th[data-key]";
const ROWS: &str = "main .compare tbody th[data-key]";
/// How many rows of a new table may be on the screen.
const FIRST: usize = 8;

/// A column or a row by its head, and where it was.
struct Place {
    key: Option<String>,
    left: f64,
    top: f64,
    height: i32,
    in_view: bool,
}

/// For a table that is about to be drawn, or drawn anew: gives back what is to be done when it is.
pub fn redraw() -> impl FnOnce() + 'static {
    let (columns, rows) = (places(&heads(COLUMNS), true), places(&heads(ROWS), false));
    move || {
        let now = heads(ROWS);
        if rows.is_empty() {
            now.iter().take(FIRST).filter_map(|head| head.parent_element()).for_each(|row| lay_out(&row));
            return;
        }
        let mut in_view = Vec::new();
        for head in now {
            let (Some(was), Some(row)) = (was(&rows, &head), row_of(&head)) else { continue };
            drop(row.style().set_property("contain-intrinsic-block-size", &format!("auto {}px", was.height)));
            if was.in_view {
                lay_out(&row);
                in_view.push(head);
            }
        }
        if !media_matches("(prefers-reduced-motion: reduce)") {
            glide(&columns, &rows, &in_view);
        }
    }
}

fn heads(selector: &str) -> Vec<Element> {
    document().body().map_or_else(Vec::new, |body| all(&body, selector))
}

fn row_of(head: &Element) -> Option<HtmlElement> {
    head.parent_element()?.dyn_into().ok()
}

fn was<'a>(before: &'a [Place], head: &Element) -> Option<&'a Place> {
    let key = head.get_attribute("data-key");
    before.iter().find(|place| place.key == key)
}

/// Where heads are, or else their rows. What is far from the screen would be laid out for the asking;
/// its row says where it will be.
fn places(heads: &[Element], sideways: bool) -> Vec<Place> {
    let screen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let place = |head: &Element| {
        let row = row_of(head)?;
        let frame = if sideways { head.get_bounding_client_rect() } else { row.get_bounding_client_rect() };
        let in_view = frame.bottom() > 0.0 && frame.top() < screen;
        let height = row.client_height();
        (height > 0).then(|| Place {
            key: head.get_attribute("data-key"),
            left: frame.left(),
            top: frame.top(),
            height,
            in_view,
        })
    };
    heads.iter().filter_map(place).gathered()
}

/// Has columns, and rows that are in view, glide from where they were.
fn glide(columns: &[Place], rows: &[Place], in_view: &[Element]) {
    let heads = heads(COLUMNS);
    // All is asked before anything moves: each answer would be worked out anew.
    let mut moved: Vec<(Element, f64, f64)> = Vec::new();
    for (head, now) in in_view.iter().zip(places(in_view, false)) {
        if let (Some(was), Some(row)) = (was(rows, head), row_of(head)) {
            moved.push((row.into(), 0.0, was.top - now.top));
        }
    }
    for (at, (head, now)) in (1..).zip(heads.iter().zip(places(&heads, true))) {
        let Some(x) = was(columns, head).map(|was| was.left - now.left).filter(|x| x.abs() >= 1.0) else { continue };
        let cells = in_view.iter().filter_map(|row| row.parent_element()?.children().item(at));
        moved.extend(cells.chain([head.clone()]).map(|cell| (cell, x, 0.0)));
    }
    for (element, x, y) in moved {
        move_from(&element, x, y);
    }
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
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
    let from = frame("transform", &format!("translate({}px, {}px)", x as i32, y as i32));
    let options = frame("easing", "ease-out");
    drop(Reflect::set(&options, &"duration".into(), &TIME.into()));
    let animate = Reflect::get(element, &"animate".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    if let Some(animate) = animate {
        let frames = Array::of2(&from, &frame("transform", "none"));
        drop(animate.call2(&JsValue::from(element), &frames, &options));
    }
}
