//! Views on the page.
//!
//! Each closure of a view becomes an effect. What an effect makes (effects, listeners, signals) is
//! of its owner: it is gone when the effect runs again, and when an effect around it does.

use std::{iter::successors, mem};

use any_spawner::Executor;
use leptos::prelude::Owner;

use super::{Child, Element, Keyed, Part, Property, View};
use crate::domain::gather::Gather;
use crate::{
    browser::dom::{self, Listener, Node},
    derived::{follow, keep},
};

/// Draws a view into a node of the page, after what is there, for as long as the page is open.
pub fn mount<C: Child>(parent: &Node, view: impl FnOnce() -> C) {
    // It fails where it was done before, which is as good.
    drop(Executor::init_wasm_bindgen());
    let owner = Owner::new();
    owner.with(|| place(view().view(), parent, None));
    mem::forget(owner);
}

/// Draws a view before a node, or at the end of its parent.
fn place(view: View, parent: &Node, before: Option<&Node>) {
    match view {
        View::Element(element) => place_element(element, parent, before),
        View::Text(text) => dom::insert(&dom::text(&text), parent, before),
        View::TextWith(text) => place_text(text, parent, before),
        View::With(view) => place_following(view, parent, before),
        View::Keyed(list) => place_list(list, parent, before),
        View::Many(views) => views.into_iter().for_each(|view| place(view, parent, before)),
    }
}

fn place_element(element: Element, parent: &Node, before: Option<&Node>) {
    let Some(node) = dom::element(element.0.name, element.0.space) else { return };
    for part in element.0.parts {
        place_part(part, node.clone());
    }
    for child in element.0.children {
        place(child, &node, None);
    }
    dom::insert(&node, parent, before);
}

fn place_part(part: Part, element: dom::Element) {
    match part {
        Part::Attribute(name, value) => dom::set_attribute(&element, name, Some(&value)),
        Part::AttributeWith(name, value) => {
            let mut shown = None;
            follow(move || {
                let value = value();
                if value != shown {
                    dom::set_attribute(&element, name, value.as_deref());
                    shown = value;
                }
            });
        }
        Part::PropertyWith(name, value) => follow(move || match value() {
            Property::Text(text) => dom::set_property(&element, name, text),
            Property::Flag(flag) => dom::set_property(&element, name, flag),
        }),
        Part::Handler(event, handle) => keep(Listener::new(element, event, handle)),
    }
}

fn place_text(text: Box<dyn Fn() -> String>, parent: &Node, before: Option<&Node>) {
    let node = dom::text("");
    dom::insert(&node, parent, before);
    let mut shown = String::new();
    follow(move || {
        let text = text();
        // A screen reader may read again what is written again.
        if text != shown {
            dom::set_text(&node, &text);
            shown = text;
        }
    });
}

fn place_following(view: Box<dyn Fn() -> View>, parent: &Node, before: Option<&Node>) {
    let region = Region::new(parent, before);
    follow(move || {
        let Some(parent) = region.end.parent_node() else { return };
        let stale = region.inside();
        // The new comes before the old goes, so that the page does not get shorter in between.
        place(view(), &parent, Some(&region.end));
        stale.iter().for_each(dom::remove);
    });
}

fn place_list(list: Keyed, parent: &Node, before: Option<&Node>) {
    let region = Region::new(parent, before);
    // The owner of the items is the list's, and not its effect's: they last from run to run.
    let owner = Owner::current().unwrap_or_default();
    let mut items: Vec<Item> = Vec::new();
    follow(move || {
        let Some(parent) = region.end.parent_node() else { return };
        let mut old = mem::take(&mut items);
        let kept = |key: String| (Item::take(&mut old, &key), key);
        let wanted: Vec<(Option<Item>, String)> = (list.keys)().into_iter().map(kept).gathered();
        old.into_iter().for_each(Item::remove);
        // Only what is not in its place is moved: an element that moves loses the focus.
        let mut next = region.start.next_sibling();
        for (item, key) in wanted {
            let item = item.unwrap_or_else(|| {
                let item = Item { key, region: Region::new(&parent, next.as_ref()), owner: owner.with(Owner::new) };
                item.owner.with(|| place((list.view)(&item.key), &parent, Some(&item.region.end)));
                next = Some(item.region.start.clone());
                item
            });
            if next.as_ref() != Some(&item.region.start) {
                item.region.all().iter().for_each(|node| dom::insert(node, &parent, next.as_ref()));
            }
            next = item.region.end.next_sibling();
            items.push(item);
        }
    });
}

/// What is drawn for a key of a list.
struct Item {
    key: String,
    region: Region,
    owner: Owner,
}

impl Item {
    /// Takes the item of a key out of a list of them.
    fn take(items: &mut Vec<Self>, key: &str) -> Option<Self> {
        let place = items.iter().position(|item| item.key == key)?;
        Some(items.remove(place))
    }

    fn remove(self) {
        self.region.all().iter().for_each(dom::remove);
        self.owner.cleanup();
    }
}

/// What stands between two empty texts.
struct Region {
    start: Node,
    end: Node,
}

impl Region {
    fn new(parent: &Node, before: Option<&Node>) -> Self {
        let (start, end) = (dom::text(""), dom::text(""));
        dom::insert(&start, parent, before);
        dom::insert(&end, parent, before);
        Self { start, end }
    }

    /// All that is there now, with the two texts.
    fn all(&self) -> Vec<Node> {
        let next = |node: &Node| (*node != self.end).then(|| node.next_sibling()).flatten();
        successors(Some(self.start.clone()), next).gathered()
    }

    /// All that is there now, without the two texts.
    fn inside(&self) -> Vec<Node> {
        self.all().into_iter().filter(|node| *node != self.start && *node != self.end).gathered()
    }
}
