//! The page around the app: its title, its focus and its scroll position.

use leptos::prelude::{document, window, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, FocusOptions, HtmlElement, HtmlInputElement, HtmlSelectElement, ScrollBehavior, ScrollToOptions,
};

use super::{
    clock::after_render,
    dom::{self, PAGE},
    grid::all,
};
use crate::domain::gather::Gather;

/// How many frames to wait for a page to be long enough for its scroll position: two seconds.
const PATIENCE: u32 = 120;

/// The element that the app is drawn into.
#[must_use]
pub fn app_root() -> Option<Element> {
    document().get_element_by_id("app")
}

/// On the element that the app is drawn into, as long as a page rendered ahead stands there.
const AHEAD: &str = "data-ahead";
/// On a button there that was pressed, which the page's own script writes down.
const PRESSED: &str = "data-pressed";

/// Whether a page rendered ahead stands there, and not just a frame.
#[must_use]
pub fn is_ahead(root: &Element) -> bool {
    root.has_attribute(AHEAD)
}

/// A new place at the front of the content of a page rendered ahead, for what is to be said above it.
#[must_use]
pub fn front(root: &Element) -> Option<Element> {
    let main = root.query_selector("main").ok()??;
    let place = document().create_element("div").ok()?;
    main.prepend_with_node_1(&place).ok()?;
    Some(place)
}

/// What was done on a page rendered ahead, which the app has to answer.
enum Done {
    /// A button was pressed, or what can be chosen was.
    Pressed,
    /// This was typed or chosen.
    Typed(String),
}

/// What was done with a control since the page came.
fn done(control: &Element) -> Option<Done> {
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        let turned = input.checked() != input.default_checked();
        return match input.type_().as_str() {
            "checkbox" => turned.then_some(Done::Pressed),
            // The one that is chosen now, and not the one that was.
            "radio" => (turned && input.checked()).then_some(Done::Pressed),
            _ => Some(input.value()).filter(|value| *value != input.default_value()).map(Done::Typed),
        };
    }
    if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
        let before = select.query_selector("[selected]").ok()??.get_attribute("value")?;
        return Some(select.value()).filter(|value| *value != before).map(Done::Typed);
    }
    control.has_attribute(PRESSED).then_some(Done::Pressed)
}

/// Does the same with the control that the app has drawn.
fn redo(control: &Element, done: Done) {
    match done {
        Done::Pressed => control.unchecked_ref::<HtmlElement>().click(),
        Done::Typed(value) => {
            let _ = js_sys::Reflect::set(control, &"value".into(), &value.into());
            for name in ["input", "change"] {
                drop(Event::new(name).map(|event| control.dispatch_event(&event)));
            }
        }
    }
}

/// Empties what the app is drawn into. What this gives back is called when it is drawn: the focus, what was
/// opened and the scroll position are as they were, and what was typed, chosen and pressed is done again,
/// where the same elements are there again.
pub fn take_over(root: &Element) -> impl FnOnce() + 'static {
    const FOCUSABLE: &str = "a, button, input, select, summary, [tabindex]";
    // Without those of what is said above the page.
    const CONTROLS: &str = ":is(button, input, select):not([role=alert] *)";
    let (root, position) = (root.clone(), scroll_position());
    let focused = document().active_element();
    let before = all(&root, FOCUSABLE);
    let focused = before.iter().position(|it| Some(it) == focused.as_ref());
    let focusable = before.len();
    let top = |element: &Element| element.get_bounding_client_rect().top();
    let is_scrolled = position > 0.0;
    let seen = all(&root, "[data-key]").into_iter().filter(|_| is_scrolled).find(|it| top(it) > 0.0);
    let seen = seen.and_then(|it| Some((format!("[data-key='{}']", it.get_attribute("data-key")?), top(&it))));
    let controls = all(&root, CONTROLS).iter().map(done).gathered();
    let opened: Vec<bool> = all(&root, "details").iter().map(|it| it.has_attribute("open")).gathered();
    root.set_text_content(None);
    drop(root.remove_attribute(AHEAD));
    move || {
        let details = all(&root, "details");
        if details.len() == opened.len() {
            for (it, open) in details.iter().zip(opened) {
                drop(it.toggle_attribute_with_force("open", open));
            }
        }
        let (again, after) = (all(&root, CONTROLS), all(&root, FOCUSABLE));
        if again.len() == controls.len() {
            for (control, done) in again.iter().zip(controls) {
                if let Some(done) = done {
                    redo(control, done);
                }
            }
        }
        if let Some(again) = focused.filter(|_| after.len() == focusable).and_then(|at| after.get(at)) {
            focus_quietly(again);
        }
        if !is_scrolled {
            // To scroll would lay out the page on the spot, which can come later.
            return;
        }
        scroll_to(position);
        // Heights that are estimated may be others now: what is seen stays where it is.
        let again = seen.and_then(|(key, top)| Some((root.query_selector(&key).ok()??, top)));
        if let Some((it, before)) = again {
            scroll_to(position + top(&it) - before);
        }
    }
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Moves the focus to the page's heading, and leaves the scroll position as it is.
pub fn focus_heading() {
    focus("main h1");
}

/// For a part of the page that is about to be drawn anew: if it had the focus, the focus goes to the
/// element that has the same `data-key` then, else to the one of its `data-key-else`, else it gets a
/// home.
pub fn keep_focus() {
    if let Some(keep) = kept_focus() {
        after_render(keep);
    }
}

/// The same for an effect that draws: gives back what is to be done when it has.
pub fn kept_focus() -> Option<impl FnOnce() + 'static> {
    if !PAGE {
        return None;
    }
    let focused = document().query_selector("main :focus").ok()??;
    let keys = focused.closest("[data-key]").ok().flatten().map_or_else(Vec::new, |it| {
        ["data-key", "data-key-else"].iter().filter_map(|name| it.get_attribute(name)).gathered()
    });
    Some(move || rescue(&keys))
}

/// For a comparison that is about to lose columns: takes the focus from what of the table goes with them,
/// or is beside the table and drawn anew. A browser that finds the focus gone lays out what there is on the
/// spot; now that is done already.
pub fn leave(gone: impl Fn(&str) -> bool) {
    if !PAGE {
        return;
    }
    let Some(focused) = document().query_selector("main :focus").ok().flatten() else { return };
    let in_table = focused.closest(".compare").ok().flatten().is_some();
    let key = focused.closest("[data-key]").ok().flatten().and_then(|it| it.get_attribute("data-key"));
    if !in_table || key.is_some_and(|key| gone(&key)) {
        dom::unfocus(&focused);
    }
}

/// Gives the focus a home where the focused element went away with a change of the page.
fn rescue(keys: &[String]) {
    let lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
    if lost {
        let same = keys.iter().any(|key| focus(&format!("main [data-key='{key}']")));
        let _ = same || focus("main [data-focus-home]") || focus("main h1");
    }
}

/// Moves the focus to an element without scrolling to it; whether it took it.
pub(super) fn focus_quietly(element: &Element) -> bool {
    let Some(html) = element.dyn_ref::<HtmlElement>() else { return false };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    html.focus_with_options(&options).is_ok() && document().active_element().as_ref() == Some(element)
}

/// Tells assistive technology something, without showing it.
pub fn announce(text: &str) {
    if let Some(place) = document().get_element_by_id("announcement") {
        place.set_text_content(Some(text));
    }
}

/// Moves the focus to the first search field.
pub fn focus_search() -> bool {
    focus("main input[type=search]")
}

/// Moves the focus to the first element that a selector finds, without scrolling to headings.
fn focus(selector: &str) -> bool {
    let Ok(Some(element)) = document().query_selector(selector) else { return false };
    focus_quietly(&element)
}

/// How far the page is scrolled down, in CSS pixels.
#[must_use]
pub fn scroll_position() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls the page to a position, at once.
pub fn scroll_to(position: f64) {
    let options = ScrollToOptions::new();
    options.set_top(position);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}

/// Scrolls the page to a position as soon as it is long enough. While what it shows is still being fetched, that
/// is waited for.
pub fn restore_scroll(position: f64) {
    let mut frames = 0;
    try_each_frame(move || {
        frames += 1;
        // What is fetched for longer than that the visitor may be reading something of by now.
        if frames > PATIENCE && is_waiting() {
            return false;
        }
        scroll_to(position);
        (scroll_position() - position).abs() < 2.0
    });
}

/// Moves the focus from the heading to the link with an address, as soon as it is there.
pub fn focus_link(href: &str) {
    let link = format!("main a[href='{}']", href.replace(['\\', '\''], ""));
    let heading = document().active_element();
    try_each_frame(move || document().active_element() != heading || focus(&link));
}

/// Tries something in each frame until it is done, or has not been for two seconds although nothing is fetched.
fn try_each_frame(attempt: impl FnMut() -> bool + 'static) {
    fn go_on(mut attempt: impl FnMut() -> bool + 'static, frames: u32) {
        if !attempt() && frames > 0 {
            let left = if is_waiting() { PATIENCE } else { frames - 1 };
            after_render(move || go_on(attempt, left));
        }
    }
    go_on(attempt, PATIENCE);
}

/// Whether what the page shows is still being fetched.
fn is_waiting() -> bool {
    document().query_selector("[data-ahead], main > [aria-busy=true]").is_ok_and(|busy| busy.is_some())
}

/// Whether a media query holds now.
#[must_use]
pub fn media_matches(query: &str) -> bool {
    PAGE && window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// Whether the browser says that it is offline.
#[must_use]
pub fn is_offline() -> bool {
    let navigator = js_sys::Reflect::get(&window(), &JsValue::from_str("navigator"));
    let online = navigator.and_then(|it| js_sys::Reflect::get(&it, &JsValue::from_str("onLine")));
    online.is_ok_and(|online| online.as_bool() == Some(false))
}

/// Calls `then` whenever the browser has a network again.
pub fn on_online(then: impl Fn() + 'static) {
    drop(window_event_listener_untyped("online", move |_| then()));
}
