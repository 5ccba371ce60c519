//! Nodes of the page: making them, and putting them where they belong. What the browser refuses is
//! left undone; it refuses nothing of what is asked of it here.

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
pub use web_sys::{Element, Event, Node};

/// What an element is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// HTML.
    Html,
    /// A picture.
    Svg,
}

/// A new element of that name.
#[must_use]
pub fn element(name: &str, space: Space) -> Option<Element> {
    let space = match space {
        Space::Html => "http://www.w3.org/1999/xhtml",
        Space::Svg => "http://www.w3.org/2000/svg",
    };
    document().create_element_ns(Some(space), name).ok()
}

/// A new text.
#[must_use]
pub fn text(text: &str) -> Node {
    document().create_text_node(text).into()
}

/// Writes another text in place of the one of a node.
pub fn set_text(node: &Node, text: &str) {
    node.set_text_content(Some(text));
}

/// Puts a node before another, or at the end; it leaves where it was.
pub fn insert(node: &Node, parent: &Node, before: Option<&Node>) {
    drop(parent.insert_before(node, before));
}

/// Takes a node off the page.
pub fn remove(node: &Node) {
    if let Some(parent) = node.parent_node() {
        drop(parent.remove_child(node));
    }
}

/// Sets an attribute, or takes it away.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    drop(match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    });
}

/// Sets a property of an element's object.
pub fn set_property(element: &Element, name: &str, value: impl Into<JsValue>) {
    drop(js_sys::Reflect::set(element, &JsValue::from_str(name), &value.into()));
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
