//! Taking a comparison along: as a link, as a file, on paper.

use leptos::prelude::*;

use super::columns::Columns;
use crate::{
    browser::take,
    element::{Element, el},
};

/// Ways to take it along. While names are hidden, files have letters for them.
pub fn take_away(columns: &Columns) -> Element {
    let said = RwSignal::new("");
    let film = columns.comparison().film();
    let title = format!("{}, reviews compared", film.title);
    let copy = move |text: String| {
        take::copy(&text, move |done| said.set(if done { "Copied." } else { NOT_COPIED }));
    };
    let copy_link = button("Copy the link", move || copy(take::address()));
    let share = take::can_share().then(|| button("Share…", move || take::share(&title, &take::address())));
    let print = button("Print", take::print);
    let ways: Vec<Element> = [Some(copy_link), share, Some(print)].into_iter().flatten().collect();
    let ways: Vec<Element> = ways.into_iter().map(|way| el("li").child(way)).collect();
    el("details")
        .class("panel")
        .child(el("summary").class("chip").attr("data-key", "take").child("Take it with you"))
        .child(
            el("div")
                .class("panel-body take-away")
                .child(el("ul").child(ways))
                .child(el("p").class("note").attr("role", "status").text_with(move || said.get().to_owned())),
        )
}

const NOT_COPIED: &str = "Your browser did not allow it. The address is in its address bar, to be copied there.";

fn button(label: &'static str, act: impl Fn() + 'static) -> Element {
    el("button").attr("type", "button").on("click", move |_| act()).child(label)
}
