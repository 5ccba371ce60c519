//! The thin edge to the browser: the only place that names web-sys. Everything here is small, and
//! gives back plain values; what the browser refuses comes back as an `Err` or a `None`.

pub mod body;
pub mod boot;
pub mod clock;
pub mod columns;
pub mod dom;
pub mod drag;
pub mod grid;
pub mod history;
pub mod keys;
pub mod layout;
pub mod names;
pub mod page;
pub mod passages;
pub mod redraw;
pub mod storage;
pub mod take;
pub mod theme;
pub mod window;
