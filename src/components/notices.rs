//! What was left out, said plainly.

use crate::domain::gather::Gather;
use crate::{
    element::{Element, el},
    hooks::Choice,
};

/// The most lines that are listed.
const MOST: usize = 8;

/// Lines about what was left out; nothing where there are none. `title` says what they have in
/// common.
pub fn notices(title: &'static str, lines: impl Fn() -> Vec<String> + Send + Sync + 'static) -> Element {
    list(title, Box::new(lines))
}

#[inline(never)]
fn list(title: &'static str, lines: Box<dyn Fn() -> Vec<String> + Send + Sync>) -> Element {
    let list = move || {
        let lines = lines();
        let more = lines.len().saturating_sub(MOST);
        let more = (more > 0).then(|| el("p").child(format!("And {more} more.")));
        let items: Vec<Element> = lines.into_iter().take(MOST).map(|line| el("li").child(line)).gathered();
        (!items.is_empty())
            .then(|| [Some(el("p").class("notices-title").child(title)), Some(el("ul").child(items)), more])
            .map(|parts| parts.into_iter().flatten().gathered())
    };
    el("div").class("notices").attr("role", "status").child_with(list)
}

/// What of the address could not be used.
pub fn address_notices<V: Clone + PartialEq + Send + Sync>(choice: Choice<V>) -> Element {
    notices("Part of the address could not be used", move || choice.notices())
}
