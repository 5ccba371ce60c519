//! Waiting, and giving up waiting. Where there is no page nothing is waited for, and nothing comes after.

use std::time::Duration;

use js_sys::{Function, Object, Promise, Reflect};
use leptos::{
    prelude::{request_animation_frame, set_timeout, set_timeout_with_handle},
    task::spawn_local,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, AbortSignal};

use super::dom::PAGE;

/// Calls `then` once, after some time.
pub fn after(time: Duration, then: impl FnOnce() + 'static) {
    if PAGE {
        set_timeout(then, time);
    }
}

/// For an effect: calls `then` once all that is to be drawn now is in the page. It is not laid out yet,
/// so that what changes more of it costs little.
pub fn after_draw(then: impl FnOnce() + 'static) {
    // Effects run one after the other, and this after them.
    if PAGE {
        spawn_local(async { then() });
    }
}

/// Calls `then` once what has changed is on the screen.
pub fn after_render(then: impl FnOnce() + 'static) {
    // Leptos renders in a microtask, so the next frame has the new page.
    if PAGE {
        request_animation_frame(then);
    }
}

/// Calls `then` once what has changed is on the screen and the browser has had time to answer.
pub fn after_paint(then: impl FnOnce() + 'static) {
    after_render(move || set_timeout(then, Duration::ZERO));
}

/// How long a slice of work may take, in milliseconds: a frame has 16.
const SLICE: f64 = 6.0;

/// A slice of work that is done in the background.
pub struct Slice(f64);

impl Slice {
    /// Starts one.
    #[must_use]
    pub fn start() -> Self {
        Self(now())
    }

    /// Whether it has taken its time.
    #[must_use]
    pub fn is_over(&self) -> bool {
        now() - self.0 > SLICE
    }

    /// Where it has taken its time, lets the browser do what waits, and starts another.
    pub async fn rest(&mut self) {
        if self.is_over() {
            pause().await;
            *self = Self::start();
        }
    }
}

/// Milliseconds since the visit began.
fn now() -> f64 {
    leptos::prelude::window().performance().map_or(0.0, |performance| performance.now())
}

/// Lets the browser do what waits.
pub async fn pause() {
    let wait = Promise::new(&mut |done, _| {
        if post(&done).is_none() {
            let _ = leptos::prelude::window().set_timeout_with_callback(&done);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(wait).await;
}

/// Has the browser call something when nothing else waits. Timers that set timers wait 4 ms each time, which is
/// as long as the work between them; not every browser has another way.
fn post(then: &Function) -> Option<()> {
    let scheduler = Reflect::get(&js_sys::global(), &JsValue::from_str("scheduler")).ok()?;
    let post: Function = Reflect::get(&scheduler, &JsValue::from_str("postTask")).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &JsValue::from_str("priority"), &JsValue::from_str("background")).ok()?;
    post.call2(&scheduler, then, &options).ok().map(drop)
}

/// A limit of time on a request: the signal aborts it when the time is over.
pub struct Limit {
    controller: AbortController,
}

impl Limit {
    /// Starts to count.
    #[must_use]
    pub fn start(time: Duration) -> Option<Self> {
        let controller = AbortController::new().ok()?;
        let abort = controller.clone();
        set_timeout_with_handle(move || abort.abort(), time).ok()?;
        Some(Self { controller })
    }

    /// The signal for the request.
    #[must_use]
    pub fn signal(&self) -> AbortSignal {
        self.controller.signal()
    }

    /// Whether the time is over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.controller.signal().aborted()
    }
}
