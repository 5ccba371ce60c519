//! The browser's history: where the visitor is, going elsewhere, and coming back.
//!
//! Each entry remembers how far it was scrolled and which link was followed from it, so that back and reload
//! restore the position, and back the focus.

use std::cell::RefCell;

use js_sys::Array;
use leptos::prelude::{document, window, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PopStateEvent, ScrollRestoration};

use super::{clock::after_paint, page::scroll_position};

/// How the visitor gets to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// As a page of its own, that back returns from.
    Push,
    /// In place of the entry where they are: the same page, refined.
    Replace,
}

/// The path and the query (without its question mark) of where the visitor is.
#[must_use]
pub fn current() -> (String, String) {
    let location = window().location();
    let search = location.search().unwrap_or_default();
    let query = search.strip_prefix('?').unwrap_or(&search).to_owned();
    (location.pathname().unwrap_or_default(), query)
}

thread_local! {
    /// The address that is about to take the place of the present entry's.
    static COMING: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Enters an address into the history. A browser that refuses (some limit how often) keeps the old
/// address on its bar, and nothing else is lost.
pub fn enter(href: &str, step: Step) {
    let Ok(history) = window().history() else { return };
    let entered = match step {
        Step::Push => {
            settle();
            remember(Some(href));
            history.push_state_with_url(&JsValue::NULL, "", Some(href))
        }
        Step::Replace => {
            COMING.take();
            let left = left_with(scroll_position(), None);
            history.replace_state_with_url(&left, "", Some(href))
        }
    };
    drop(entered);
}

/// Lets an address take the place of the present entry's once what it shows is on the screen. To enter it
/// takes milliseconds; while a visitor types, only the last is entered.
pub fn enter_soon(href: String) {
    let waiting = COMING.with_borrow_mut(|coming| coming.replace(href));
    if waiting.is_none() {
        after_paint(settle);
    }
}

/// Enters the address that waits to be entered.
pub fn settle() {
    if let Some(href) = COMING.take() {
        enter(&href, Step::Replace);
    }
}

/// Takes over scroll restoration from the browser, which would restore before the page is drawn.
/// Gives back the position that a reloaded entry was left at.
#[must_use]
pub fn take_over_scroll() -> Option<f64> {
    let history = window().history().ok()?;
    drop(history.set_scroll_restoration(ScrollRestoration::Manual));
    // At `pagehide` it is too late for a reload in Chromium; browsers without `scrollend` have only it.
    for name in ["scrollend", "pagehide"] {
        drop(window_event_listener_untyped(name, |_| {
            settle();
            remember(None);
        }));
    }
    Left::of(&history.state().ok()?).position
}

/// Calls `then` when the visitor goes back or forward, with what the entry was left with.
pub fn on_return(then: impl Fn(Left) + 'static) {
    drop(window_event_listener_untyped("popstate", move |event| {
        // It was for the entry that is left.
        COMING.take();
        let state = event.dyn_ref::<PopStateEvent>().map(PopStateEvent::state);
        then(state.map(|state| Left::of(&state)).unwrap_or_default());
    }));
}

/// What an entry of the history was left with.
#[derive(Clone, Debug, Default)]
pub struct Left {
    /// How far it was scrolled, in CSS pixels.
    pub position: Option<f64>,
    /// The address of the link that was followed from it.
    pub opened: Option<String>,
}

impl Left {
    fn of(state: &JsValue) -> Self {
        let Some(parts) = state.dyn_ref::<Array>() else { return Self::default() };
        Self { position: parts.get(0).as_f64(), opened: parts.get(1).as_string() }
    }
}

fn left_with(position: f64, opened: Option<&str>) -> JsValue {
    Array::of2(&JsValue::from_f64(position), &opened.map_or(JsValue::NULL, JsValue::from_str)).into()
}

/// Has the present entry remember how far it is scrolled, and the link that is followed from it: none leaves that
/// as it is.
fn remember(opened: Option<&str>) {
    let Ok(history) = window().history() else { return };
    let before = history.state().map(|state| Left::of(&state)).unwrap_or_default();
    let position = scroll_position();
    if before.position != Some(position) || opened.is_some() {
        let left = left_with(position, opened.or(before.opened.as_deref()));
        drop(history.replace_state(&left, ""));
    }
}

/// Calls `follow` when the visitor follows a link of this site in this window, with its path, its
/// query and whether it refines the page. Where `follow` gives back true, the browser does not load
/// the page itself.
pub fn on_link(follow: impl Fn(&str, &str, Step) -> bool + 'static) {
    drop(window_event_listener_untyped("click", move |event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
        let plain =
            click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
        if !plain || click.default_prevented() {
            return;
        }
        let Some(link) = link_of(&event) else { return };
        let elsewhere =
            link.has_attribute("download") || link.get_attribute("target").is_some_and(|target| target != "_self");
        let Some((path, query)) = link_target(&link).filter(|_| !elsewhere) else { return };
        let refines = link.matches("[data-refine], [data-look]").unwrap_or_default();
        let step = if refines { Step::Replace } else { Step::Push };
        if follow(&path, &query, step) {
            event.prevent_default();
        }
    }));
}

/// Calls `near` when the pointer or the focus comes to a link of this site, with its path.
pub fn on_link_near(near: impl Fn(&str) + Clone + 'static) {
    for name in ["pointerover", "focusin", "touchstart"] {
        let near = near.clone();
        drop(window_event_listener_untyped(name, move |event| {
            if let Some((path, _)) = link_of(&event).and_then(|link| link_target(&link)) {
                near(&path);
            }
        }));
    }
}

fn link_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()?
}

/// The path and query of a link inside this site; none of one to a place on the page where the
/// visitor is.
fn link_target(link: &Element) -> Option<(String, String)> {
    let property = |name: &str| js_sys::Reflect::get(link, &JsValue::from_str(name)).ok()?.as_string();
    let location = window().location();
    if property("origin")? != location.origin().ok()? {
        return None;
    }
    let (path, search) = (property("pathname")?, property("search")?);
    let on_page =
        !property("hash")?.is_empty() && path == location.pathname().ok()? && search == location.search().ok()?;
    (!on_page).then(|| (path, search.trim_start_matches('?').to_owned()))
}

/// Whether a key is meant for a field in which the visitor is writing.
#[must_use]
pub fn is_writing(event: &KeyboardEvent) -> bool {
    let fields = "input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable]";
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.matches(fields).unwrap_or_default())
        || document().query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some())
}
