//! Dragging the heads of columns with the mouse. With the keyboard and by touch their menus do it.

use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event};

/// Follows a drag; for `dragstart`, `dragover` and `drop`. At the end gives back which column is to
/// go to the place of which.
pub fn on_drag(event: &Event) -> Option<(usize, usize)> {
    let drag = event.dyn_ref::<DragEvent>()?;
    let column = event.target()?.dyn_into::<Element>().ok()?.closest("[data-column]").ok()??;
    let column = column.get_attribute("data-column")?;
    let data = drag.data_transfer()?;
    match event.type_().as_str() {
        "dragstart" => {
            drop(data.set_data("text/plain", &column));
            data.set_effect_allowed("move");
            None
        }
        "dragover" => {
            event.prevent_default();
            None
        }
        _ => {
            event.prevent_default();
            Some((data.get_data("text/plain").ok()?.parse().ok()?, column.parse().ok()?))
        }
    }
}
