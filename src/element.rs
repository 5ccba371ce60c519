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
    web_sys::Event,
};

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
pub fn svg(view_box: impl Into<Attribute>) -> Element {
    Element::new(Tag::Svg).attr("viewBox", view_box).attr("aria-hidden", "true").attr("focusable", "false")
}

/// An SVG path. Every shape of the site is one.
pub fn path(d: impl Into<Attribute>) -> Element {
    Element::new(Tag::Path).attr("d", d)
}

/// Text in an SVG picture, with its middle at `x`.
pub fn svg_text(x: impl Into<Attribute>, y: impl Into<Attribute>, text: impl Into<String>) -> Element {
    Element::new(Tag::Text).attr("x", x).attr("y", y).attr("text-anchor", "middle").child(text.into())
}

impl Element {
    #[inline(never)]
    fn new(tag: Tag) -> Self {
        Self(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
    }

    /// With its `class` attribute.
    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// With an attribute; without it where the value is none.
    pub fn attr(self, name: &'static str, value: impl Into<Attribute>) -> Self {
        self.fixed(name, value.into())
    }

    #[inline(never)]
    fn fixed(self, name: &'static str, value: Attribute) -> Self {
        match value.into_text() {
            Some(value) => self.with(custom_attribute(name, value).into_any_attr()),
            None => self,
        }
    }

    /// With an attribute that follows what the closure reads.
    pub fn attr_with<V: Into<Attribute>>(
        self,
        name: &'static str,
        value: impl Fn() -> V + Send + Sync + 'static,
    ) -> Self {
        self.following(name, Box::new(move || value().into()))
    }

    #[inline(never)]
    fn following(self, name: &'static str, value: Box<dyn Fn() -> Attribute + Send + Sync>) -> Self {
        self.with(custom_attribute(name, move || value().into_text()).into_any_attr())
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
    pub fn child(mut self, child: impl Child) -> Self {
        child.put(&mut self.0.children);
        self
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

/// The value of an attribute, or none.
pub enum Attribute {
    /// The attribute is not there.
    None,
    /// A value known when the site was built.
    Word(&'static str),
    /// Any other value.
    Text(String),
}

impl Attribute {
    fn into_text(self) -> Option<String> {
        match self {
            Self::None => None,
            Self::Word(word) => Some(word.to_owned()),
            Self::Text(text) => Some(text),
        }
    }
}

impl From<&'static str> for Attribute {
    fn from(word: &'static str) -> Self {
        Self::Word(word)
    }
}

impl From<String> for Attribute {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Attribute {
    fn from(number: usize) -> Self {
        Self::Text(number.to_string())
    }
}

impl<V: Into<Self>> From<Option<V>> for Attribute {
    fn from(value: Option<V>) -> Self {
        value.map_or(Self::None, Into::into)
    }
}

/// There without a value, or not there.
impl From<bool> for Attribute {
    fn from(there: bool) -> Self {
        if there { Self::Word("") } else { Self::None }
    }
}

/// What can stand inside an element: text, elements, views, lists of them and nothing.
pub trait Child {
    /// Puts it at the end of the children.
    fn put(self, children: &mut Vec<AnyView>);

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
    fn put(self, children: &mut Vec<AnyView>) {
        children.push(Element::view(self));
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
