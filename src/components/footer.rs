//! The foot of every page.

use super::key_list::toggle_key_list;
use crate::{
    domain::site::FOOT,
    element::{Element, el},
    hooks::use_href,
    route::{Address, Route},
};

/// What the site is, in one line.
pub fn footer() -> Element {
    let about = use_href()(&Address::of(Route::About));
    let link = el("a").attr("href", about).child("How scores and agreement are worked out");
    let keys = el("button")
        .class("link")
        .attr("type", "button")
        .on("click", |_| {
            toggle_key_list();
        })
        .child("Keys");
    let links = el("p").child(link).child(" · ").child(keys).child(" ").child(el("kbd").child("?"));
    let frame = el("div").class("frame").child(el("p").child(FOOT)).child(links);
    el("footer").class("site").child(frame)
}
