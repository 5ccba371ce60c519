//! Views as text.

use super::{Element, Inside, Part, Property, View};

/// Elements that hold nothing, and have no end tag.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// A view as HTML, as it is now: each closure is called once, and handlers are left out.
#[must_use]
pub fn to_html(view: View) -> String {
    let mut html = String::new();
    write(view, &mut html);
    html
}

fn write(view: View, html: &mut String) {
    match view {
        View::Element(element) => write_element(element, html),
        View::Text(text) => escape(&text, html),
        View::TextWith(text) => escape(&text(), html),
        View::With(view) => write(view(), html),
        View::Keyed(list) => (list.keys)().iter().for_each(|key| write((list.view)(key), html)),
        View::Many(views) => views.into_iter().for_each(|view| write(view, html)),
    }
}

fn write_element(Element(element): Element, html: &mut String) {
    let Inside { name, parts, children, .. } = *element;
    html.push('<');
    html.push_str(name);
    for part in parts {
        match part {
            Part::Attribute(name, value) => attribute(name, &value, html),
            Part::AttributeWith(name, value) => {
                if let Some(value) = value() {
                    attribute(name, &value, html);
                }
            }
            // The attribute of a property's name says what the property is at first.
            Part::PropertyWith(name, value) => match value() {
                Property::Text(value) => attribute(name, &value, html),
                Property::Flag(true) => attribute(name, "", html),
                Property::Flag(false) => {}
            },
            Part::Handler(..) => {}
        }
    }
    html.push('>');
    if !VOID.contains(&name) {
        for child in children {
            write(child, html);
        }
        html.push_str("</");
        html.push_str(name);
        html.push('>');
    }
}

fn attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape(value, html);
    html.push('"');
}

fn escape(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(letter),
        }
    }
}
