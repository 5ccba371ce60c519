//! Getting to a page, and what that does to its scroll position and its focus.

use crate::browser::{history::Left, page};

/// How the visitor got to the page that is shown.
#[derive(Clone)]
pub(super) enum Arrival {
    /// It is the first page of the visit; where it was scrolled to before a reload.
    First(Option<f64>),
    /// By a link.
    Link,
    /// Back or forward, to what they had left so.
    Return(Left),
}

impl Arrival {
    /// Scrolls the page and moves the focus, once it is drawn.
    pub fn settle(self) {
        match self {
            Self::First(None) => {}
            Self::First(Some(position)) => page::restore_scroll(position),
            Self::Link => {
                page::scroll_to(0.0);
                page::focus_heading();
            }
            Self::Return(Left { position, opened }) => {
                page::focus_heading();
                page::restore_scroll(position.unwrap_or_default());
                if let Some(opened) = opened {
                    page::focus_link(&opened);
                }
            }
        }
    }
}
