//! Stands in for the crate of that name.
//!
//! Leptos brings `server_fn`, and that `wasm-streams`, which exports three JavaScript classes. The
//! site streams nothing, but what is exported is never dropped: the classes and the code behind them
//! were four kilobytes of every first visit. `[patch.crates-io]` in the workspace's Cargo.toml puts
//! this in its place: what `server_fn` names of it, without exports, and with no data in any stream.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;
use wasm_bindgen::{JsCast, JsValue};

/// A stream of the browser.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// The stream of the browser.
    #[must_use]
    pub const fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The stream of the browser.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// No stream: there would have to be an export that the browser reads from.
    #[must_use]
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// A stream that is over.
    #[must_use]
    pub fn into_stream(self) -> Over {
        Over
    }
}

/// A stream that is over.
#[derive(Clone, Copy, Debug)]
pub struct Over;

impl Stream for Over {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
