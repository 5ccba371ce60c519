//! Elements as text.
//!
//! Leptos's own views have a type each, and the building, patching and removing of each is compiled
//! anew: written with them this site was 340 KB of WebAssembly under brotli, more than twice what a
//! visitor should have to wait for. Here an element is HTML from the start, and the browser makes the
//! nodes of a whole part of the page of it at once, which takes a fraction of the time that making
//! them one by one does. What is reactive is a closure (`..._with`): it becomes an effect of Leptos
//! at once, gives what is written at first, and is told its node when that is on the page ([`mount`]).
//! Where there is no page, each closure runs once, and [`to_html`] gives the text.
//!
//! When a closure runs again, what it gives takes the place of what it gave before; to keep
//! elements, put the closure on the attribute or the text and not around the element.
//!
//! Elements must lie in each other as HTML allows: its parser moves out a block in a paragraph.

mod live;

use std::{ops::Range, rc::Rc};

use live::{Known, Place};
pub use live::{keyed, mount, reactive, start};

pub use crate::browser::dom::Event;

/// Elements that hold nothing, and have no end tag.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// A part of the page: its text, and the places in it where something is alive, in their order.
#[derive(Default)]
#[must_use]
pub struct View {
    html: String,
    places: Vec<Rc<Place>>,
}

/// A view as HTML.
#[must_use]
pub fn to_html(view: View) -> String {
    view.html
}

impl View {
    #[inline(never)]
    fn push(&mut self, view: Self) {
        self.html.push_str(&view.html);
        self.places.extend(view.places);
    }

    /// Adds what is text and no markup.
    #[inline(never)]
    fn push_text(&mut self, text: &str) {
        escape(text, &mut self.html);
    }

    #[inline(never)]
    fn push_element(&mut self, Element(element): Element) {
        let Inside { name, attributes, place, content, .. } = *element;
        self.html.reserve(2 * name.len() + attributes.len() + content.html.len() + 16);
        for part in ["<", name, &attributes] {
            self.html.push_str(part);
        }
        if let Some(place) = place {
            self.html.push_str(live::ON_ELEMENT);
            self.places.push(place);
        }
        self.html.push('>');
        if !VOID.contains(&name) {
            self.push(content);
            for part in ["</", name, ">"] {
                self.html.push_str(part);
            }
        }
    }
}

/// An element on its way to the page. One pointer, so that passing it from call to call is cheap.
#[must_use]
pub struct Element(Box<Inside>);

struct Inside {
    name: &'static str,
    /// As they are written.
    attributes: String,
    /// The bits of their names: of a name whose bit is not there, none was written.
    names: u64,
    place: Option<Rc<Place>>,
    content: View,
}

/// An element of that name.
#[inline(never)]
pub fn el(name: &'static str) -> Element {
    Element(Box::new(Inside { name, attributes: String::new(), names: 0, place: None, content: View::default() }))
}

/// The `svg` element.
pub fn svg(view_box: impl Attribute) -> Element {
    el("svg").attr("viewBox", view_box).attr("aria-hidden", "true").attr("focusable", "false")
}

/// An SVG path. Every shape of the site is one.
pub fn path(d: impl Attribute) -> Element {
    el("path").attr("d", d)
}

/// Text in an SVG picture, with its middle at `x`.
pub fn svg_text(x: impl Attribute, y: impl Attribute, text: impl Into<String>) -> Element {
    el("text").attr("x", x).attr("y", y).attr("text-anchor", "middle").child(text.into())
}

impl Element {
    /// With its `class` attribute.
    #[inline(never)]
    pub fn class(self, class: &'static str) -> Self {
        self.fixed("class", class)
    }

    /// With an attribute; without it where the value is none.
    pub fn attr(self, name: &'static str, value: impl Attribute) -> Self {
        value.set_on(self, name)
    }

    /// Of two attributes of a name the last counts; HTML has it the other way round.
    #[inline(never)]
    fn fixed(mut self, name: &'static str, value: &str) -> Self {
        let Inside { attributes, names, .. } = &mut *self.0;
        let bit = bit(name);
        if *names & bit != 0
            && let Some(written) = written(attributes, name)
        {
            attributes.replace_range(written, "");
        }
        *names |= bit;
        attributes.reserve(name.len() + value.len() + 4);
        for part in [" ", name, "=\""] {
            attributes.push_str(part);
        }
        escape(value, attributes);
        attributes.push('"');
        self
    }

    /// With an attribute that follows what the closure reads.
    pub fn attr_with<V: Attribute>(self, name: &'static str, value: impl Fn() -> V + 'static) -> Self {
        self.following(Known::Attribute(name), Box::new(move || value().text()))
    }

    /// With a property that says yes or no, as `checked` does, and follows what the closure reads.
    pub fn flag_with(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Self {
        self.following(Known::Flag(name), Box::new(move || value().text()))
    }

    /// With the value of a field that follows what the closure reads.
    pub fn value_with(self, value: impl Fn() -> String + 'static) -> Self {
        self.following(Known::Value, Box::new(move || Some(value())))
    }

    /// With a text that follows what the closure reads. There is nothing else in the element.
    pub fn text_with(self, text: impl Fn() -> String + 'static) -> Self {
        self.following(Known::Text, Box::new(move || Some(text())))
    }

    #[inline(never)]
    fn following(mut self, known: Known, value: Box<dyn Fn() -> Option<String>>) -> Self {
        let first = live::follow_value(self.place(), known, value);
        if let Some(name) = known.attribute() {
            return first.attribute(self, name);
        }
        self.0.content.push_text(&first.unwrap_or_default());
        self
    }

    /// With a handler of an event.
    pub fn on(self, event: &'static str, handle: impl FnMut(Event) + 'static) -> Self {
        self.handling(event, Box::new(handle))
    }

    #[inline(never)]
    fn handling(mut self, event: &'static str, handle: Box<dyn FnMut(Event)>) -> Self {
        self.place().handle(event, handle);
        self
    }

    fn place(&mut self) -> &Rc<Place> {
        self.0.place.get_or_insert_default()
    }

    /// With a child more, or several, or none.
    pub fn child(self, child: impl Child) -> Self {
        child.put_into(self)
    }

    /// With a child that follows what the closure reads.
    pub fn child_with<C: Child>(self, child: impl Fn() -> C + 'static) -> Self {
        self.child(reactive(child))
    }

    /// With what is drawn anew each time it opens: `event` tells of that, as `beforetoggle` does. Where
    /// there is no page it is there from the start.
    pub fn child_opened<C: Child>(mut self, event: &'static str, child: impl Fn() -> C + 'static) -> Self {
        let view = live::opened(self.place(), event, Box::new(move || child().view()));
        self.child(view)
    }

    /// The element as a view.
    pub fn view(self) -> View {
        Child::view(self)
    }
}

/// The bit of a name. Few names share one.
fn bit(name: &str) -> u64 {
    let sum = name.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
    1 << (sum % 64)
}

/// Where an attribute of that name is written. No value has a quotation mark in it.
fn written(attributes: &str, name: &str) -> Option<Range<usize>> {
    attributes.match_indices(name).find_map(|(at, _)| {
        let value = attributes.get(at + name.len()..)?.strip_prefix("=\"")?;
        let start = at.checked_sub(1).filter(|_| attributes.get(..at).is_some_and(|it| it.ends_with(' ')))?;
        Some(start..attributes.len() - value.len() + value.find('"')? + 1)
    })
}

#[inline(never)]
fn escape(text: &str, html: &mut String) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        html.push_str(text.get(done..at).unwrap_or_default());
        html.push_str(entity);
        done = at + 1;
    }
    html.push_str(text.get(done..).unwrap_or_default());
}

/// What can be the value of an attribute; none leaves the attribute away.
pub trait Attribute: Sized {
    /// The value as text.
    fn text(self) -> Option<String>;

    /// Puts it on an element.
    fn set_on(self, element: Element, name: &'static str) -> Element {
        self.text().attribute(element, name)
    }
}

/// What may be there, as an attribute.
trait Perhaps {
    fn attribute(self, element: Element, name: &'static str) -> Element;
}

impl Perhaps for Option<String> {
    #[inline(never)]
    fn attribute(self, element: Element, name: &'static str) -> Element {
        match self {
            Some(text) => element.fixed(name, &text),
            None => element,
        }
    }
}

impl Attribute for &'static str {
    fn text(self) -> Option<String> {
        Some(self.to_owned())
    }

    fn set_on(self, element: Element, name: &'static str) -> Element {
        element.fixed(name, self)
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
    /// Puts it at the end of a view.
    fn put(self, view: &mut View);

    /// Puts it into an element, after its other children.
    fn put_into(self, mut element: Element) -> Element
    where
        Self: Sized,
    {
        self.put(&mut element.0.content);
        element
    }

    /// It as one view.
    fn view(self) -> View
    where
        Self: Sized,
    {
        let mut view = View::default();
        self.put(&mut view);
        view
    }
}

impl Child for View {
    fn put(self, view: &mut View) {
        view.push(self);
    }
}

impl Child for Element {
    fn put(self, view: &mut View) {
        view.push_element(self);
    }

    #[inline(never)]
    fn put_into(self, mut element: Element) -> Element {
        element.0.content.push_element(self);
        element
    }
}

impl Child for String {
    fn put(self, view: &mut View) {
        view.push_text(&self);
    }
}

impl Child for &str {
    fn put(self, view: &mut View) {
        view.push_text(self);
    }

    #[inline(never)]
    fn put_into(self, mut element: Element) -> Element {
        element.0.content.push_text(self);
        element
    }
}

impl<C: Child> Child for Option<C> {
    fn put(self, view: &mut View) {
        if let Some(child) = self {
            child.put(view);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn put(self, view: &mut View) {
        for child in self {
            child.put(view);
        }
    }
}

impl<C: Child, const N: usize> Child for [C; N] {
    fn put(self, view: &mut View) {
        for child in self {
            child.put(view);
        }
    }
}

impl<A: Child, B: Child> Child for (A, B) {
    fn put(self, view: &mut View) {
        self.0.put(view);
        self.1.put(view);
    }
}
