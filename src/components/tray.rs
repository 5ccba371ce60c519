//! The reviews that are picked for a comparison.

use crate::{
    domain::{
        comparison::{FEWEST, MOST},
        slug::FilmSlug,
        text,
    },
    element::{Element, el},
    hooks::{Choice, use_href},
    route::{Address, FilmView},
};

/// How many are picked, and the way to their comparison once there are two.
pub fn tray(slug: FilmSlug, view: Choice<FilmView>) -> Element {
    let href = use_href();
    let text = move || match view.with(|view| view.picks.len()) {
        0 => String::new(),
        1 => "One picked. Pick another to compare.".to_owned(),
        MOST => format!("{} picked, the most that can be compared.", text::capitalised(&text::count_in_words(MOST))),
        count => format!("{} picked.", text::capitalised(&text::count_in_words(count))),
    };
    let ways = move || {
        let mut none = view.get();
        let picks = std::mem::take(&mut none.picks);
        let clear = (!picks.is_empty()).then(|| {
            let href = href(&Address::film(slug.clone(), &none));
            el("a").class("quiet-link").attr("data-refine", true).attr("href", href).child("Clear")
        });
        let compare = (picks.len() >= FEWEST).then(|| {
            let href = href(&Address::compare(slug.clone(), &picks));
            el("a").class("button").attr("href", href).child("Compare side by side")
        });
        (clear, compare)
    };
    el("div")
        .class("tray")
        .attr_with("data-open", move || view.with(|view| !view.picks.is_empty()))
        .child(el("p").attr("role", "status").text_with(text))
        .child_with(ways)
}
