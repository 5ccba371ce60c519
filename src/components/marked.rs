//! Text in which what was searched for is marked.

use std::ops::Range;

use crate::{
    domain::gather::Gather,
    element::{Child, View, el},
};

/// A text with some of its parts marked; the parts are in bytes, ascending and apart.
pub fn marked(text: &str, parts: &[Range<usize>]) -> Vec<View> {
    let mut from = 0;
    let mut views = Vec::new();
    for part in parts {
        views.push(text.get(from..part.start).unwrap_or_default().to_owned().view());
        views.push(el("mark").child(text.get(part.clone()).unwrap_or_default().to_owned()).view());
        from = part.end;
    }
    views.push(text.get(from..).unwrap_or_default().to_owned().view());
    views.into_iter().gathered()
}
