//! Nodes of the page: making them, and putting them where they belong. What the browser refuses is
//! left undone; it refuses nothing of what is asked of it here.

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DocumentFragment, HtmlElement, HtmlTemplateElement};
pub use web_sys::{Element, Event, Node};

use crate::domain::gather::Gather;

/// Whether there is a page, and a browser around it.
pub const PAGE: bool = cfg!(target_arch = "wasm32");

/// The nodes that a text of HTML says, before they are on the page. It is written by
/// [`element`](crate::element) alone, which escapes every text and value in it.
#[must_use]
pub fn parse(html: &str) -> Option<Node> {
    let template: HtmlTemplateElement = document().create_element("template").ok()?.unchecked_into();
    template.set_inner_html(html);
    Some(template.content().into())
}

/// The elements of what was parsed that a selector finds, in their order.
#[must_use]
pub fn find(parsed: &Node, selector: &str) -> Vec<Element> {
    let Ok(found) = parsed.unchecked_ref::<DocumentFragment>().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at).map(JsCast::unchecked_into)).gathered()
}

/// A new text, with nothing in it.
#[must_use]
pub fn text() -> Node {
    document().create_text_node("").into()
}

/// Puts a node where an element is.
pub fn replace(element: &Element, node: &Node) {
    drop(element.replace_with_with_node_1(node));
}

/// Writes another text in place of the one of a node.
pub fn set_text(node: &Node, text: &str) {
    node.set_text_content(Some(text));
}

/// Puts a node before another, or at the end; it leaves where it was.
pub fn insert(node: &Node, parent: &Node, before: Option<&Node>) {
    drop(parent.insert_before(node, before));
}

/// Whether something in a node has the focus.
#[must_use]
pub fn has_focus(node: &Node) -> bool {
    document().active_element().is_some_and(|focused| node.contains(Some(&focused)))
}

/// Whether what an event is told to still has the focus.
#[must_use]
pub fn is_focused(event: &Event) -> bool {
    event.target().is_some_and(|target| document().active_element().as_ref() == target.dyn_ref())
}

/// Takes the focus from what is in a node. A browser that finds it gone when the node is off the page
/// lays out the whole page on the spot.
pub fn unfocus(node: &Node) {
    let focused = document().active_element().filter(|focused| node.contains(Some(focused)));
    if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
        drop(focused.blur());
    }
}

/// Takes a node off the page.
pub fn remove(node: &Node) {
    if let Some(parent) = node.parent_node() {
        drop(parent.remove_child(node));
    }
}

/// Sets an attribute, or takes it away.
pub fn set_attribute(element: &Node, name: &str, value: Option<&str>) {
    let element = element.unchecked_ref::<Element>();
    drop(match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    });
}

/// Sets a property of an element's object.
pub fn set_property(element: &Node, name: &str, value: impl Into<JsValue>) {
    drop(js_sys::Reflect::set(element, &JsValue::from_str(name), &value.into()));
}

/// Whether an event tells that something opens, and not that it closes.
#[must_use]
pub fn is_opening(event: &Event) -> bool {
    js_sys::Reflect::get(event, &JsValue::from_str("newState")).is_ok_and(|state| state == "open")
}

/// Closes the popover that an event is for.
pub fn close(event: &Event) {
    let popover = event.current_target().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    drop(popover.map(|popover| popover.hide_popover()));
}

/// A handler of an event, for as long as this lives.
#[must_use]
pub struct Listener {
    element: Element,
    event: &'static str,
    handle: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Calls `handle` at each such event.
    pub fn new(element: Element, event: &'static str, handle: Box<dyn FnMut(Event)>) -> Self {
        let handle = Closure::wrap(handle);
        drop(element.add_event_listener_with_callback(event, handle.as_ref().unchecked_ref()));
        Self { element, event, handle }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // Some browsers tell a focused element of the focus it loses when it is taken off the page.
        let handle = self.handle.as_ref().unchecked_ref();
        drop(self.element.remove_event_listener_with_callback(self.event, handle));
    }
}
