//! What is alive in a view: the nodes that closures and handlers are about, and the parts of the page
//! that are drawn anew.
//!
//! Each closure of a view becomes an effect. What an effect makes (effects, listeners, signals) is
//! of its owner: it is gone when the effect runs again, and when an effect around it does.

use std::{
    cell::{OnceCell, RefCell},
    iter::{successors, zip},
    mem,
    rc::Rc,
};

use any_spawner::Executor;
use leptos::prelude::{Owner, untrack};

use super::{Child, Element, View};
use crate::domain::gather::Gather;
use crate::{
    browser::dom::{self, Event, Listener, Node, PAGE},
    derived::{follow, keep},
    domain::rising::longest_rising,
};

/// What says that an element is a place.
pub(super) const ON_ELEMENT: &str = if PAGE { " data-live" } else { "" };
/// A place that is no element: an empty text takes it.
const MARK: &str = if PAGE { "<template data-live></template>" } else { "" };
/// What finds both.
const PLACES: &str = "[data-live]";

/// Starts what runs effects; it fails where it was done before, which is as good.
pub fn start() {
    drop(Executor::init_wasm_bindgen());
}

/// Draws a view into a node of the page, after what is there, for as long as the page is open.
pub fn mount<C: Child>(parent: &Node, view: impl FnOnce() -> C) {
    start();
    let owner = Owner::new();
    owner.with(|| draw(view().view(), parent, None));
    mem::forget(owner);
}

/// Draws a view before a node, or at the end of its parent.
#[inline(never)]
fn draw(view: View, parent: &Node, before: Option<&Node>) {
    let Some(drawn) = dom::parse(&view.html) else { return };
    for (place, node) in zip(view.places, dom::find(&drawn, PLACES)) {
        place.found(node);
    }
    dom::insert(&drawn, parent, before);
}

/// A node of the page, known when it is there.
#[derive(Default)]
pub(super) struct Place {
    node: OnceCell<Node>,
    is_mark: bool,
    handlers: RefCell<Vec<(&'static str, Handler)>>,
    listeners: RefCell<Vec<Listener>>,
}

type Handler = Box<dyn FnMut(Event)>;

impl Place {
    fn mark() -> Rc<Self> {
        Rc::new(Self { is_mark: true, ..Self::default() })
    }

    /// Takes a handler of an event at it, for as long as what asks is there.
    pub fn handle(self: &Rc<Self>, event: &'static str, handler: Handler) {
        self.handlers.borrow_mut().push((event, handler));
        keep(Rc::clone(self));
    }

    fn found(&self, element: dom::Element) {
        let node = if self.is_mark {
            let text = dom::text();
            dom::replace(&element, &text);
            text
        } else {
            let listen = |(event, handler)| Listener::new(element.clone(), event, handler);
            self.listeners.replace(self.handlers.take().into_iter().map(listen).gathered());
            element.into()
        };
        drop(self.node.set(node));
    }
}

/// What of an element follows a closure.
#[derive(Clone, Copy)]
pub(super) enum Known {
    Attribute(&'static str),
    Flag(&'static str),
    Value,
    Text,
}

impl Known {
    /// The attribute that says what it is at first.
    pub const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Attribute(name) | Self::Flag(name) => Some(name),
            Self::Value => Some("value"),
            Self::Text => None,
        }
    }

    /// Whether nothing but the closure changes it. What is the same is left alone then: a screen
    /// reader may read again what is written again.
    const fn is_ours(self) -> bool {
        matches!(self, Self::Attribute(_) | Self::Text)
    }

    fn set(self, node: &Node, value: Option<&str>) {
        match self {
            Self::Attribute(name) => dom::set_attribute(node, name, value),
            Self::Flag(name) => dom::set_property(node, name, value.is_some()),
            Self::Value => dom::set_property(node, "value", value.unwrap_or_default()),
            Self::Text => dom::set_text(node, value.unwrap_or_default()),
        }
    }
}

/// Has something of an element follow a closure; gives back what it is at first.
pub(super) fn follow_value(place: &Rc<Place>, known: Known, value: Box<dyn Fn() -> Option<String>>) -> Option<String> {
    let first = Rc::new(RefCell::new(None));
    let (place, shown) = (Rc::clone(place), Rc::clone(&first));
    follow(move || {
        let value = value();
        if let Some(node) = place.node.get()
            && !(known.is_ours() && *shown.borrow() == value)
        {
            known.set(node, value.as_deref());
        }
        shown.replace(value);
    });
    first.borrow().clone()
}

/// A view that follows what the closure reads.
pub fn reactive<C: Child>(child: impl Fn() -> C + 'static) -> View {
    follow_view(Box::new(move || child().view()))
}

#[inline(never)]
fn follow_view(view: Box<dyn Fn() -> View>) -> View {
    let region = Region::new();
    let first = Rc::new(RefCell::new(View::default()));
    let (inside, undrawn) = (region.clone(), Rc::clone(&first));
    follow(move || {
        let view = view();
        match inside.parent() {
            Some(parent) => inside.replace(view, &parent),
            None => drop(undrawn.replace(view)),
        }
    });
    region.around(first.take())
}

/// A view that is drawn anew each time that what it is in opens.
#[inline(never)]
pub(super) fn opened(place: &Rc<Place>, event: &'static str, view: Box<dyn Fn() -> View>) -> View {
    if !PAGE {
        return view();
    }
    let region = Region::new();
    let inside = region.clone();
    let owner = Owner::new();
    let open = move |event: Event| {
        if let Some(parent) = inside.parent().filter(|_| dom::is_opening(&event)) {
            owner.cleanup();
            inside.replace(owner.with(&view), &parent);
        }
    };
    place.handle(event, Box::new(open));
    region.around(View::default())
}

/// A list that follows what `keys` reads. The element of a key is made once, and kept and moved for as
/// long as it is there.
pub fn keyed(keys: impl Fn() -> Vec<String> + 'static, item: impl Fn(&str) -> Element + 'static) -> View {
    follow_list(Box::new(keys), Box::new(item))
}

#[inline(never)]
fn follow_list(keys: Box<dyn Fn() -> Vec<String>>, item: Box<dyn Fn(&str) -> Element>) -> View {
    let region = Region::new();
    let first = Rc::new(RefCell::new(View::default()));
    let (inside, undrawn) = (region.clone(), Rc::clone(&first));
    // The owner of the items is the list's, and not its effect's: they last from run to run.
    let list = Owner::current().unwrap_or_default();
    let mut items: Vec<(String, Owner)> = Vec::new();
    follow(move || {
        let keys = keys();
        let new = |key: &str| {
            let owner = list.with(Owner::new);
            let view = owner.with(|| untrack(|| item(key).view()));
            (owner, view)
        };
        let Some(parent) = inside.parent() else {
            for key in keys {
                let (owner, view) = new(&key);
                undrawn.borrow_mut().push(view);
                items.push((key, owner));
            }
            return;
        };
        if items.iter().map(|(key, _)| key).eq(&keys) {
            return;
        }
        // Each item is one node; where something else put others between them, all is drawn anew.
        let nodes = inside.within();
        let intact = nodes.len() == items.len();
        let mut wanted: Vec<Option<usize>> = Vec::new();
        let mut kept: Vec<usize> = Vec::new();
        let mut focused = None;
        for key in &keys {
            let at = items.iter().position(|(of, _)| intact && of == key);
            if let Some(at) = at {
                focused = dom::has_focus(&nodes[at]).then_some(kept.len()).or(focused);
                kept.push(at);
            }
            wanted.push(at);
        }
        for (at, node) in nodes.iter().enumerate() {
            if !kept.contains(&at) {
                dom::unfocus(node);
                dom::remove(node);
            }
        }
        for (at, (_, owner)) in items.iter().enumerate() {
            if !kept.contains(&at) {
                owner.cleanup();
            }
        }
        // Few are moved, and what has the focus is not: it would lose it.
        let mut stays = longest_rising(&kept, focused).into_iter();
        let mut next = inside.start().and_then(Node::next_sibling);
        let before = mem::take(&mut items);
        for (key, at) in zip(keys, wanted) {
            let owner = if let Some(at) = at {
                let node = &nodes[at];
                if stays.next() == Some(true) || next.as_ref() == Some(node) {
                    next = node.next_sibling();
                } else {
                    dom::insert(node, &parent, next.as_ref());
                }
                before[at].1.clone()
            } else {
                let (owner, view) = new(&key);
                draw(view, &parent, next.as_ref());
                owner
            };
            items.push((key, owner));
        }
    });
    region.around(first.take())
}

/// What stands between two empty texts.
#[derive(Clone)]
struct Region {
    start: Rc<Place>,
    end: Rc<Place>,
}

impl Region {
    fn new() -> Self {
        Self { start: Place::mark(), end: Place::mark() }
    }

    /// A view as what stands in it.
    fn around(&self, mut view: View) -> View {
        view.html.insert_str(0, MARK);
        view.html.push_str(MARK);
        view.places.insert(0, Rc::clone(&self.start));
        view.places.push(Rc::clone(&self.end));
        view
    }

    fn start(&self) -> Option<&Node> {
        self.start.node.get()
    }

    fn end(&self) -> Option<&Node> {
        self.end.node.get()
    }

    /// What it stands in; none as long as it is not drawn.
    fn parent(&self) -> Option<Node> {
        self.end()?.parent_node()
    }

    /// Draws another view in place of what is there.
    fn replace(&self, view: View, parent: &Node) {
        let stale = self.within();
        stale.iter().for_each(dom::unfocus);
        // The new comes before the old goes, so that the page does not get shorter in between.
        draw(view, parent, self.end());
        stale.iter().for_each(dom::remove);
    }

    /// What is there now.
    fn within(&self) -> Vec<Node> {
        let next = |node: &Node| node.next_sibling().filter(|next| Some(next) != self.end());
        successors(self.start().and_then(next), next).gathered()
    }
}
