//! Taking things out of the page: the clipboard, the system's share sheet, files and paper.

use std::time::Duration;

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::{
    prelude::{document, window},
    task::spawn_local,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Element, HtmlElement, Url};

use super::{clock::after, dom::PAGE, history::settle};

/// For how long a control says what came of it.
const SAID_FOR: Duration = Duration::from_secs(2);

/// The address of the page that is shown, whole.
#[must_use]
pub fn address() -> String {
    if !PAGE {
        return String::new();
    }
    settle();
    window().location().href().unwrap_or_default()
}

/// The whole address of a path of this site.
#[must_use]
pub fn address_of(path: &str) -> String {
    if !PAGE {
        return path.to_owned();
    }
    format!("{}{path}", window().location().origin().unwrap_or_default())
}

/// Puts a text on the clipboard, and says whether the browser took it.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let asked = call_of_navigator("clipboard", "writeText", &JsValue::from_str(text));
    wait(asked, then);
}

/// Puts a text on the clipboard; the control that was used then says what came of it.
pub(super) fn copy_and_say(control: Element, text: &str) {
    copy(text, move |done| {
        let said = if done { "Copied" } else { "Your browser did not allow it" };
        super::page::announce(said);
        let label = control.text_content();
        control.set_text_content(Some(said));
        // Clicked again meanwhile, it says the same.
        if label.as_deref() != Some(said) {
            after(SAID_FOR, move || control.set_text_content(label.as_deref()));
        }
    });
}

/// Whether the system can share an address.
#[must_use]
pub fn can_share() -> bool {
    PAGE && Reflect::has(&window().navigator(), &JsValue::from_str("share")).unwrap_or_default()
}

/// Opens the system's share sheet. What the visitor does there is theirs.
pub fn share(title: &str, url: &str) {
    let what = Object::new();
    for (name, value) in [("title", title), ("url", url)] {
        drop(Reflect::set(&what, &JsValue::from_str(name), &JsValue::from_str(value)));
    }
    wait(call_of_navigator("", "share", &what), |_| {});
}

/// Has the browser save a text as a file.
pub fn save(name: &str, kind: &str, text: &str) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return false };
    let Ok(url) = Url::create_object_url_with_blob(&blob) else { return false };
    let Ok(link) = document().create_element("a").map(JsCast::unchecked_into::<HtmlElement>) else { return false };
    let set = link.set_attribute("href", &url).and_then(|()| link.set_attribute("download", name));
    link.click();
    // The browser has begun to read it long before.
    after(Duration::from_mins(1), move || drop(Url::revoke_object_url(&url)));
    set.is_ok()
}

/// Opens the browser's dialog for printing.
pub fn print() {
    drop(window().print());
}

/// Calls a method of the navigator, or of an object of it.
fn call_of_navigator(object: &str, method: &str, argument: &JsValue) -> Option<Promise> {
    let navigator = JsValue::from(window().navigator());
    let this = if object.is_empty() { navigator } else { Reflect::get(&navigator, &JsValue::from_str(object)).ok()? };
    let method = Reflect::get(&this, &JsValue::from_str(method)).ok()?.dyn_into::<Function>().ok()?;
    method.call1(&this, argument).ok()?.dyn_into().ok()
}

fn wait(asked: Option<Promise>, then: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        then(match asked {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        });
    });
}
