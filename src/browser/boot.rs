//! What `boot.js` hands over: it ran before the app, and has started the download of the index.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The path that the site is served under, as the page says it.
#[must_use]
pub fn base() -> String {
    handed("base").and_then(|value| value.as_string()).unwrap_or_else(|| "/".to_owned())
}

/// The address of the index, with the hash of its content.
#[must_use]
pub fn index_url() -> String {
    handed("indexUrl").and_then(|value| value.as_string()).unwrap_or_else(|| format!("{}data/index.json", base()))
}

/// The response to the request for the index that is under way, or that it failed. There is one,
/// for the first who asks.
pub async fn take_index() -> Option<Result<Response, Failed>> {
    let response = JsFuture::from(take_promise()?).await;
    Some(response.map(Response::from).map_err(|_| Failed))
}

/// The request did not get through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failed;

fn take_promise() -> Option<Promise> {
    let promise = handed("index")?.dyn_into::<Promise>().ok()?;
    let boot = Reflect::get(&js_sys::global(), &JsValue::from_str("crosscut")).ok()?;
    Reflect::set(&boot, &JsValue::from_str("index"), &JsValue::UNDEFINED).ok()?;
    Some(promise)
}

fn handed(name: &str) -> Option<JsValue> {
    let boot = Reflect::get(&js_sys::global(), &JsValue::from_str("crosscut")).ok()?;
    let value = Reflect::get(&boot, &JsValue::from_str(name)).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}
