//! Keys that work everywhere on the site.

use leptos::prelude::{document, on_cleanup, window_event_listener_untyped};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement, KeyboardEvent};

use super::{dom::PAGE, history::is_writing};

/// Calls `pressed` for each key that is pressed without modifiers outside a field, for as long as
/// what asks is on the page. Where it gives back true, the browser does nothing else with the key.
pub fn on_key(pressed: impl Fn(&str) -> bool + 'static) {
    if !PAGE {
        return;
    }
    let listener = window_event_listener_untyped("keydown", move |event| {
        let key = plain_key(&event);
        if !key.is_empty() && pressed(&key) {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// The key of a `keydown` that nothing else has answered, without modifiers; empty for all others.
#[must_use]
pub fn plain_key(event: &Event) -> String {
    match event.dyn_ref::<KeyboardEvent>() {
        Some(key) if !(key.ctrl_key() || key.meta_key() || key.alt_key() || key.default_prevented()) => {
            if is_writing(key) { String::new() } else { key.key() }
        }
        _ => String::new(),
    }
}

/// Opens the dialog of a selector, over everything else; closes it where it is open.
pub fn toggle_dialog(selector: &str) -> bool {
    let Ok(Some(dialog)) = document().query_selector(selector) else { return false };
    let Ok(dialog) = dialog.dyn_into::<HtmlDialogElement>() else { return false };
    if dialog.open() {
        dialog.close();
        true
    } else {
        dialog.show_modal().is_ok()
    }
}
