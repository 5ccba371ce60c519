//! Elements as plain values.
//!
//! Leptos's own views have a type each, and the building, patching and removing of each is compiled
//! anew: written with them this site was 340 KB of WebAssembly under brotli, more than twice what a
//! visitor should have to wait for. Here an element is a value like any other, with its attributes
//! and children in vectors and what is reactive in closures (`..._with`). [`mount`] draws it on the
//! page, where Leptos runs the closures again when a signal they read has changed; [`to_html`]
//! writes it as text, where there is no page.
//!
//! When a closure runs again, what it gives takes the place of what it gave before; to keep
//! elements, put the closure on the attribute or the text and not around the element.

mod html;
mod mount;

pub use html::to_html;
pub use mount::mount;

pub use crate::browser::dom::Event;
use crate::browser::dom::Space;

/// A part of the page: what an element, a text or a closure gives, before it is drawn.
#[must_use]
pub enum View {
    /// An element.
    Element(Element),
    /// A text.
    Text(String),
    /// A text that follows what the closure reads.
    TextWith(Box<dyn Fn() -> String>),
    /// A view that follows what the closure reads.
    With(Box<dyn Fn() -> View>),
    /// A list whose elements are kept.
    Keyed(Keyed),
    /// Several, one after the other.
    Many(Vec<View>),
}

/// A list that follows what `keys` reads ([`keyed`]).
pub struct Keyed {
    keys: Box<dyn Fn() -> Vec<String>>,
    view: Box<dyn Fn(&str) -> View>,
}

/// An element on its way to the page. One pointer, so that passing it from call to call is cheap.
#[must_use]
pub struct Element(Box<Inside>);

struct Inside {
    name: &'static str,
    space: Space,
    parts: Vec<Part>,
    children: Vec<View>,
}

/// What is set on an element.
enum Part {
    Attribute(&'static str, String),
    AttributeWith(&'static str, Box<dyn Fn() -> Option<String>>),
    PropertyWith(&'static str, Box<dyn Fn() -> Property>),
    Handler(&'static str, Box<dyn FnMut(Event)>),
}

/// An HTML element of that name.
pub fn el(name: &'static str) -> Element {
    Element::new(name, Space::Html)
}

/// The `svg` element.
pub fn svg(view_box: impl Attribute) -> Element {
    Element::new("svg", Space::Svg).attr("viewBox", view_box).attr("aria-hidden", "true").attr("focusable", "false")
}

/// An SVG path. Every shape of the site is one.
pub fn path(d: impl Attribute) -> Element {
    Element::new("path", Space::Svg).attr("d", d)
}

/// Text in an SVG picture, with its middle at `x`.
pub fn svg_text(x: impl Attribute, y: impl Attribute, text: impl Into<String>) -> Element {
    Element::new("text", Space::Svg).attr("x", x).attr("y", y).attr("text-anchor", "middle").child(text.into())
}

impl Element {
    #[inline(never)]
    fn new(name: &'static str, space: Space) -> Self {
        Self(Box::new(Inside { name, space, parts: Vec::new(), children: Vec::new() }))
    }

    /// With its `class` attribute.
    #[inline(never)]
    pub fn class(self, class: &'static str) -> Self {
        self.fixed("class", class.to_owned())
    }

    /// With an attribute; without it where the value is none.
    pub fn attr(self, name: &'static str, value: impl Attribute) -> Self {
        value.set_on(self, name)
    }

    #[inline(never)]
    fn fixed(self, name: &'static str, value: String) -> Self {
        self.with(Part::Attribute(name, value))
    }

    /// With an attribute that follows what the closure reads.
    pub fn attr_with<V: Attribute>(self, name: &'static str, value: impl Fn() -> V + 'static) -> Self {
        self.with(Part::AttributeWith(name, Box::new(move || value().text())))
    }

    /// With a property of its DOM object that follows what the closure reads.
    pub fn prop_with<V: Into<Property>>(self, name: &'static str, value: impl Fn() -> V + 'static) -> Self {
        self.with(Part::PropertyWith(name, Box::new(move || value().into())))
    }

    /// With a handler of an event.
    pub fn on(self, event: &'static str, handle: impl FnMut(Event) + 'static) -> Self {
        self.with(Part::Handler(event, Box::new(handle)))
    }

    #[inline(never)]
    fn with(mut self, part: Part) -> Self {
        self.0.parts.push(part);
        self
    }

    /// With a child more, or several, or none.
    pub fn child(self, child: impl Child) -> Self {
        child.put_into(self)
    }

    /// With a child that follows what the closure reads.
    pub fn child_with<C: Child>(self, child: impl Fn() -> C + 'static) -> Self {
        self.child(reactive(child))
    }

    /// With a text that follows what the closure reads.
    pub fn text_with(self, text: impl Fn() -> String + 'static) -> Self {
        self.child(View::TextWith(Box::new(text)))
    }

    /// The element as a view.
    pub fn view(self) -> View {
        View::Element(self)
    }
}

/// A view that follows what the closure reads.
pub fn reactive<C: Child>(child: impl Fn() -> C + 'static) -> View {
    View::With(Box::new(move || child().view()))
}

/// A list that follows what `keys` reads. The elements of a key are made once, and kept and moved
/// for as long as it is there.
pub fn keyed(keys: impl Fn() -> Vec<String> + 'static, view: impl Fn(&str) -> View + 'static) -> View {
    View::Keyed(Keyed { keys: Box::new(keys), view: Box::new(view) })
}

/// The value of a property.
pub enum Property {
    /// A text.
    Text(String),
    /// Yes or no.
    Flag(bool),
}

impl From<String> for Property {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Property {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

/// What can be the value of an attribute; none leaves the attribute away.
pub trait Attribute: Sized {
    /// The value as text.
    fn text(self) -> Option<String>;

    /// Puts it on an element.
    fn set_on(self, element: Element, name: &'static str) -> Element {
        match self.text() {
            Some(text) => element.fixed(name, text),
            None => element,
        }
    }
}

impl Attribute for &'static str {
    fn text(self) -> Option<String> {
        Some(self.to_owned())
    }

    #[inline(never)]
    fn set_on(self, element: Element, name: &'static str) -> Element {
        element.fixed(name, self.to_owned())
    }
}

impl Attribute for String {
    fn text(self) -> Option<String> {
        Some(self)
    }
}

impl Attribute for usize {
    fn text(self) -> Option<String> {
        Some(self.to_string())
    }
}

impl<V: Attribute> Attribute for Option<V> {
    fn text(self) -> Option<String> {
        self.and_then(V::text)
    }
}

/// There without a value, or not there.
impl Attribute for bool {
    fn text(self) -> Option<String> {
        self.then(String::new)
    }
}

/// What can stand inside an element: text, elements, views, lists of them and nothing.
pub trait Child {
    /// Puts it at the end of the children.
    fn put(self, children: &mut Vec<View>);

    /// Puts it into an element, after its other children.
    fn put_into(self, mut element: Element) -> Element
    where
        Self: Sized,
    {
        self.put(&mut element.0.children);
        element
    }

    /// It as one view.
    fn view(self) -> View
    where
        Self: Sized,
    {
        let mut children = Vec::new();
        self.put(&mut children);
        together(children)
    }
}

#[inline(never)]
fn together(mut views: Vec<View>) -> View {
    match views.pop() {
        Some(only) if views.is_empty() => only,
        last => {
            views.extend(last);
            View::Many(views)
        }
    }
}

impl Child for View {
    fn put(self, children: &mut Vec<View>) {
        children.push(self);
    }
}

impl Child for Element {
    #[inline(never)]
    fn put(self, children: &mut Vec<View>) {
        children.push(View::Element(self));
    }

    #[inline(never)]
    fn put_into(self, mut element: Element) -> Element {
        element.0.children.push(View::Element(self));
        element
    }
}

impl Child for String {
    fn put(self, children: &mut Vec<View>) {
        children.push(View::Text(self));
    }
}

impl Child for &str {
    #[inline(never)]
    fn put(self, children: &mut Vec<View>) {
        self.to_owned().put(children);
    }

    #[inline(never)]
    fn put_into(self, mut element: Element) -> Element {
        self.put(&mut element.0.children);
        element
    }
}

impl<C: Child> Child for Option<C> {
    fn put(self, children: &mut Vec<View>) {
        if let Some(child) = self {
            child.put(children);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn put(self, children: &mut Vec<View>) {
        for child in self {
            child.put(children);
        }
    }
}

impl<C: Child, const N: usize> Child for [C; N] {
    fn put(self, children: &mut Vec<View>) {
        for child in self {
            child.put(children);
        }
    }
}

impl<A: Child, B: Child> Child for (A, B) {
    fn put(self, children: &mut Vec<View>) {
        self.0.put(children);
        self.1.put(children);
    }
}
