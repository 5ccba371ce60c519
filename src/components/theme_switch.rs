//! Choosing light or dark.

use crate::{
    browser::theme::Theme,
    element::{Element, el, path, svg},
    hooks::use_site,
};

/// A button that goes from the system's colours to light, to dark and back.
pub fn theme_switch() -> Element {
    let site = use_site();
    let next = move || match site.theme() {
        Theme::System => Theme::Light,
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::System,
    };
    let label = move || format!("Colours: {}. Change to: {}", site.theme().label(), next().label());
    let ring = path("M10 2a8 8 0 1 0 0 16a8 8 0 1 0 0-16zm0 1.6a6.4 6.4 0 1 1 0 12.8a6.4 6.4 0 1 1 0-12.8z");
    let half = path("M10 2a8 8 0 0 1 0 16z").class("half");
    let whole = path("M10 2a8 8 0 1 0 0 16a8 8 0 1 0 0-16z").class("whole");
    el("button")
        .class("theme-switch")
        .attr("type", "button")
        .attr_with("data-choice", move || site.theme().word())
        .attr_with("aria-label", label)
        .attr_with("title", label)
        .on("click", move |_| site.choose_theme(next()))
        .child(svg("0 0 20 20").child([ring, half, whole]))
}
