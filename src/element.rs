//! Elements that are all of one type.
//!
//! Leptos's `view!` gives each view a type of its own, and the building, patching and removing of
//! each is compiled anew: written with it this site was 340 KB of WebAssembly under brotli, more
//! than twice what a visitor should have to wait for. Here an element is a value like any other,
//! with its attributes and children in vectors, so all of that is compiled once. It is still a
//! Leptos view: what is reactive goes into closures (`..._with`), as there.
//!
//! When a closure runs again, what it gives takes the place of what it gave before; to keep
//! elements, put the closure on the attribute or the text and not around the element.

use std::sync::Arc;

use leptos::{
    ev,
    prelude::*,
    tachys::{
        html::{
            attribute::{
                any_attribute::{AnyAttribute, IntoAnyAttribute},
                custom::custom_attribute,
            },
            element::{HtmlElement, custom},
            event::on,
            property::prop,
        },
        svg,
        view::iterators::StaticVec,
    },
    wasm_bindgen::JsValue,
};

pub use leptos::web_sys::Event;

/// An element on its way to the page. One pointer, so that passing it from call to call is cheap.
pub struct Element(Box<Parts>);

struct Parts {
    tag: Tag,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

enum Tag {
    Html(&'static str),
    Svg,
    Path,
    Text,
}

/// An HTML element of that name.
pub fn el(name: &'static str) -> Element {
    Element::new(Tag::Html(name))
}

/// The `svg` element.
pub fn svg(view_box: impl Attribute) -> Element {
    Element::new(Tag::Svg).attr("viewBox", view_box).attr("aria-hidden", "true").attr("focusable", "false")
}

/// An SVG path. Every shape of the site is one.
pub fn path(d: impl Attribute) -> Element {
    Element::new(Tag::Path).attr("d", d)
}

/// Text in an SVG picture, with its middle at `x`.
pub fn svg_text(x: impl Attribute, y: impl Attribute, text: impl Into<String>) -> Element {
    Element::new(Tag::Text).attr("x", x).attr("y", y).attr("text-anchor", "middle").child(text.into())
}

impl Element {
    #[inline(never)]
    fn new(tag: Tag) -> Self {
        Self(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
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
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// With an attribute that follows what the closure reads.
    pub fn attr_with<V: Attribute>(self, name: &'static str, value: impl Fn() -> V + Send + Sync + 'static) -> Self {
        self.following(name, Box::new(move || value().text()))
    }

    #[inline(never)]
    fn following(self, name: &'static str, value: Box<dyn Fn() -> Option<String> + Send + Sync>) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// With a property of its DOM object that follows what the closure reads.
    pub fn prop_with<V: Into<JsValue>>(
        self,
        name: &'static str,
        value: impl Fn() -> V + Send + Sync + 'static,
    ) -> Self {
        self.property(name, Box::new(move || value().into()))
    }

    #[inline(never)]
    fn property(self, name: &'static str, value: Box<dyn Fn() -> JsValue + Send + Sync>) -> Self {
        self.with(prop(name, value).into_any_attr())
    }

    /// With a handler of an event.
    pub fn on(self, event: &'static str, handle: impl FnMut(Event) + 'static) -> Self {
        self.handler(event, Box::new(handle))
    }

    #[inline(never)]
    fn handler(self, event: &'static str, handle: Box<dyn FnMut(Event)>) -> Self {
        self.with(on(ev::Custom::<Event>::new(event), handle).into_any_attr())
    }

    #[inline(never)]
    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// With a child more, or several, or none.
    pub fn child(self, child: impl Child) -> Self {
        child.put_into(self)
    }

    /// With a child that follows what the closure reads.
    pub fn child_with<C: Child>(self, child: impl Fn() -> C + Send + Sync + 'static) -> Self {
        self.child(reactive(child))
    }

    /// With a text that follows what the closure reads.
    pub fn text_with(self, text: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.child(following_text(Box::new(text)))
    }

    /// The element as a view.
    #[inline(never)]
    pub fn view(self) -> AnyView {
        let Parts { tag, attributes, children } = *self.0;
        match tag {
            Tag::Html(name) if children.is_empty() => custom(name).add_any_attr(attributes).into_any(),
            Tag::Html(name) => with_children(custom(name), attributes, children),
            Tag::Svg => with_children(svg::svg(), attributes, children),
            Tag::Path => svg::path().add_any_attr(attributes).into_any(),
            Tag::Text => with_children(svg::text(), attributes, children),
        }
    }
}

#[inline(never)]
fn following_text(text: Box<dyn Fn() -> String + Send + Sync>) -> AnyView {
    text.into_any()
}

#[inline(never)]
fn fixed_text(text: String) -> AnyView {
    text.into_any()
}

fn with_children<E>(element: HtmlElement<E, (), ()>, attributes: Vec<AnyAttribute>, children: Vec<AnyView>) -> AnyView
where
    HtmlElement<E, (), ()>: ElementChild<StaticVec<AnyView>>,
    <HtmlElement<E, (), ()> as ElementChild<StaticVec<AnyView>>>::Output: AddAnyAttr,
    <<HtmlElement<E, (), ()> as ElementChild<StaticVec<AnyView>>>::Output as AddAnyAttr>::Output<Vec<AnyAttribute>>:
        IntoAny,
{
    element.child(StaticVec::from(children)).add_any_attr(attributes).into_any()
}

/// A view that follows what the closure reads.
pub fn reactive<C: Child>(child: impl Fn() -> C + Send + Sync + 'static) -> AnyView {
    following(Box::new(move || child().view()))
}

#[inline(never)]
fn following(view: Box<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    view.into_any()
}

/// A list that follows what `keys` reads. The elements of a key are made once, and kept and moved
/// for as long as it is there.
pub fn keyed(
    keys: impl Fn() -> Vec<String> + Send + Sync + 'static,
    view: impl Fn(&str) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    list(Box::new(keys), Arc::new(view))
}

#[inline(never)]
fn list(each: Box<dyn Fn() -> Vec<String> + Send + Sync>, view: Arc<dyn Fn(&str) -> AnyView + Send + Sync>) -> AnyView {
    For(ForProps { each, key: String::clone, children: move |key: String| view(&key) }).into_any()
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
    fn put(self, children: &mut Vec<AnyView>);

    /// Puts it into an element, after its other children.
    fn put_into(self, mut element: Element) -> Element
    where
        Self: Sized,
    {
        self.put(&mut element.0.children);
        element
    }

    /// It as one view.
    fn view(self) -> AnyView
    where
        Self: Sized,
    {
        let mut children = Vec::new();
        self.put(&mut children);
        together(children)
    }
}

#[inline(never)]
fn together(mut views: Vec<AnyView>) -> AnyView {
    match views.pop() {
        Some(only) if views.is_empty() => only,
        last => {
            views.extend(last);
            StaticVec::from(views).into_any()
        }
    }
}

impl Child for AnyView {
    fn put(self, children: &mut Vec<AnyView>) {
        children.push(self);
    }
}

impl Child for Element {
    #[inline(never)]
    fn put(self, children: &mut Vec<AnyView>) {
        children.push(Self::view(self));
    }

    #[inline(never)]
    fn put_into(self, mut element: Element) -> Element {
        element.0.children.push(Self::view(self));
        element
    }
}

impl Child for String {
    fn put(self, children: &mut Vec<AnyView>) {
        children.push(fixed_text(self));
    }
}

impl Child for &str {
    #[inline(never)]
    fn put(self, children: &mut Vec<AnyView>) {
        self.to_owned().put(children);
    }

    #[inline(never)]
    fn put_into(self, mut element: Element) -> Element {
        self.put(&mut element.0.children);
        element
    }
}

impl<C: Child> Child for Option<C> {
    fn put(self, children: &mut Vec<AnyView>) {
        if let Some(child) = self {
            child.put(children);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn put(self, children: &mut Vec<AnyView>) {
        for child in self {
            child.put(children);
        }
    }
}

impl<C: Child, const N: usize> Child for [C; N] {
    fn put(self, children: &mut Vec<AnyView>) {
        for child in self {
            child.put(children);
        }
    }
}

impl<A: Child, B: Child> Child for (A, B) {
    fn put(self, children: &mut Vec<AnyView>) {
        self.0.put(children);
        self.1.put(children);
    }
}
