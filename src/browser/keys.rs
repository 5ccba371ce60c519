//! Keys that work everywhere on the site.

use leptos::prelude::window_event_listener_untyped;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::history::is_writing;

/// Calls `pressed` for each key that is pressed without modifiers outside a field. Where it gives
/// back true, the browser does nothing else with the key.
pub fn on_key(pressed: impl Fn(&str) -> bool + 'static) {
    drop(window_event_listener_untyped("keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let plain = !(key.ctrl_key() || key.meta_key() || key.alt_key());
        if plain && !is_writing(key) && pressed(&key.key()) {
            event.prevent_default();
        }
    }));
}
