//! Movement that helps to follow what moved: what was in one place and is in another glides there.

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::{clock::after_render, grid::all, page::media_matches};
use crate::domain::gather::Gather;

/// How long it takes, in milliseconds.
const TIME: f64 = 240.0;

/// For a part of the page that is about to be drawn anew: what has the same `data-key` then glides
/// from where it is to where it will be.
pub fn glide() {
    if media_matches("(prefers-reduced-motion: reduce)") {
        return;
    }
    let before = places();
    if !before.is_empty() {
        after_render(move || {
            for (key, element, x, y) in places() {
                if let Some((_, _, was_x, was_y)) = before.iter().find(|(was, ..)| *was == key) {
                    move_from(&element, was_x - x, was_y - y);
                }
            }
        });
    }
}

/// The keys of the cells that are in view, and where they are.
fn places() -> Vec<(String, Element, f64, f64)> {
    let Some(body) = document().body() else { return Vec::new() };
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    all(&body, "main table [data-key]")
        .into_iter()
        .filter_map(|element| {
            let place = element.get_bounding_client_rect();
            let in_view = place.width() > 0.0 && place.bottom() > 0.0 && place.top() < height;
            in_view.then(|| Some((element.get_attribute("data-key")?, element, place.left(), place.top())))?
        })
        .gathered()
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
