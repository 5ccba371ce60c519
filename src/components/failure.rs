//! Something could not be fetched, or takes long.

use std::sync::Arc;

use crate::{
    browser::page::keep_focus,
    element::{Element, el},
    load::{Load, LoadError},
};

/// Where something stands that is being fetched, without the thing itself.
#[derive(Clone, PartialEq)]
pub enum Trouble {
    /// None: it is here, or on its way.
    None,
    /// It takes long.
    Slow,
    /// It could not be had.
    Failed(LoadError),
}

impl<T> From<&Load<T>> for Trouble {
    fn from(load: &Load<T>) -> Self {
        match load {
            Load::Ready(_) | Load::Waiting { slow: false } => Self::None,
            Load::Waiting { slow: true } => Self::Slow,
            Load::Failed(error) => Self::Failed(error.clone()),
        }
    }
}

/// What happened, what still works, and a retry. Shows nothing while all is well. `what` is being
/// fetched, as in “The list of films”.
pub fn failure(
    trouble: impl Fn() -> Trouble + Send + Sync + 'static,
    what: &'static str,
    still: &'static str,
    retry: impl Fn() + Send + Sync + 'static,
) -> Element {
    alert(Arc::new(trouble), what, still, Arc::new(retry))
}

#[inline(never)]
fn alert(
    trouble: Arc<dyn Fn() -> Trouble + Send + Sync>,
    what: &'static str,
    still: &'static str,
    retry: Arc<dyn Fn() + Send + Sync>,
) -> Element {
    let is_fine = {
        let trouble = Arc::clone(&trouble);
        move || trouble() == Trouble::None
    };
    let message = move || {
        let (heading, text) = match trouble() {
            Trouble::None => {
                // The button, which may have the focus, goes away.
                keep_focus();
                return None;
            }
            Trouble::Slow => (
                format!("{what} is taking long to arrive"),
                "The connection is slow; it is still on its way.".to_owned(),
            ),
            Trouble::Failed(error) => (format!("{what} could not be loaded"), error.to_string()),
        };
        let retry = Arc::clone(&retry);
        Some([
            el("h2").child(heading),
            el("p").child(text),
            el("p").child(still),
            el("button").class("button").attr("type", "button").on("click", move |_| retry()).child("Try again"),
        ])
    };
    let class = move || if is_fine() { "failure empty" } else { "failure" };
    el("div").attr_with("class", class).attr("role", "alert").child_with(message)
}
