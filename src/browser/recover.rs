//! What the visitor sees if the app breaks down.
//!
//! After a panic the other handlers would go on running on a state that may be broken: a page half
//! dead and silent. So the page is replaced by a plain message with a way back.

use leptos::prelude::document;
use web_sys::Element;

/// From now on a panic shows a message instead of leaving a dead page.
pub fn on_panic() {
    std::panic::set_hook(Box::new(|panic| {
        show(&panic.to_string());
    }));
}

fn show(reason: &str) -> Option<()> {
    let body = document().body()?;
    body.set_text_content(None);
    let main = element("main", "")?;
    main.set_attribute("class", "frame recover").ok()?;
    let heading = element("h1", "Something broke")?;
    let text = element(
        "p",
        "This is a fault of the site and not of anything you did. Your address is unchanged, so loading the page again brings you back to where you were.",
    )?;
    let again = element("a", "Load the page again")?;
    again.set_attribute("href", "").ok()?;
    again.set_attribute("class", "button").ok()?;
    let details = element("details", "")?;
    let summary = element("summary", "What happened")?;
    let trace = element("pre", reason)?;
    details.append_child(&summary).ok()?;
    details.append_child(&trace).ok()?;
    for part in [&heading, &text, &again, &details] {
        main.append_child(part).ok()?;
    }
    body.append_child(&main).ok()?;
    Some(())
}

fn element(name: &str, text: &str) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    Some(element)
}
