//! Crosscut: film reviews, side by side.
//!
//! A static single-page app. It loads a bundled JSON data set of films and reviews and, wholly in
//! the browser, shows film pages, filters reviews and puts several reviews of one film side by side,
//! aspect by aspect.
//!
//! # Rings
//!
//! One direction: each ring knows only those above it. `tests/tidy.rs` holds the rule. The full text search,
//! [`crosscut_engine`] in `src/engine`, is a crate of its own that knows none of them: it is compiled for
//! speed, and the rest for size.
//!
//! | ring | what it is | may use |
//! | --- | --- | --- |
//! | [`domain`] | films, reviews, grades, claims, filters, comparison: pure, no I/O, cannot fail | itself, the engine |
//! | [`wire`] | the file formats: text in, domain values and defects out; and back | `domain`, serde |
//! | [`route`] | addresses: path to [`route::Route`], query to views, both ways; every link | `domain` |
//! | `load` | fetch and decode, with a closed list of errors | `wire`, gloo-net |
//! | `browser` | history, focus, storage, names, nodes: the only users of web-sys | |
//! | `derived` | memos and effects that are all of one type, so that the module stays small | Leptos |
//! | `hooks` | the reactive seam: what pages read, and where state lives | all of these |
//! | `element` | elements as HTML with what is alive in them, and drawing them on the page | `browser`, Leptos |
//! | `components`, `pages` | plain domain values in, views out; no predicates, no paths | `hooks`, `element` |
//! | `app`, `ahead` | the frame around every page, on the page and as HTML | all of these |
//!
//! `xtask` takes the crate without the `app` feature, so that checking data compiles no web
//! framework.
//!
//! # Data flow
//!
//! ```text
//! JSON --load--> Arc<Catalog>, Finder    (once; a film's own file when its page is near)
//! texts --load--> Finder                 (in the background, when something is searched for)
//! URL  --Derived--> Route, CatalogView, FilmView, CompareView, PairView
//! (Finder, CatalogView) --find--> Found
//! (Catalog, view) --pure functions in a Derived--> ids, counts, Comparison --> elements --> href --> URL
//! ```
//!
//! Films stay in the text of the index, each read when it is asked for; what is asked of all films at once is
//! packed in the `Finder`, column by column, in slices of some milliseconds, so that a hundred thousand reviews
//! neither fill the memory nor keep the page from answering.
//!
//! The build draws the catalogue, every film, comparison and reviewer once with the same components, natively
//! (`ahead`, run by `xtask/ahead`). Such a page can be read before and without the app, which takes its place as
//! soon as what it shows has arrived.
//!
//! # What state lives where
//!
//! - The address owns what a visitor chose about what is shown. Going to a page pushes a history
//!   entry, refining one replaces it; each entry remembers how far it was scrolled.
//! - A local signal owns what is not committed yet: a slider while it is held, a text in a field, which
//!   names of a blind comparison were revealed.
//! - The browser's storage owns the choice of colours, and nothing else so far.
//! - The search keeps what it found for the last words, and how close they may stand in each review: both only
//!   spare work, and what is found never depends on them.
//! - All else is derived. There is no store, and no effect that sets a signal.
//!
//! # Invariants
//!
//! - A [`domain::comparison::Comparison`] has two to six distinct reviews of one film: there is no
//!   other way to make one.
//! - A claim's quote lies inside its review's body: [`domain::claim::Claim::locate`] finds it or says
//!   why not.
//! - Unscored stays unscored: a score comes from a grade alone.
//! - What is wrong in data or in an address never takes down what is sound: parsers give back both
//!   the values and the [`domain::defect::Defect`]s or [`route::Notice`]s, and the page lists them.
//! - Every link is made by [`route::Base::href`], so the site works under any path.

pub mod domain;
pub mod route;
pub mod wire;

#[cfg(all(feature = "app", not(target_arch = "wasm32")))]
pub mod ahead;
#[cfg(feature = "app")]
mod app;
#[cfg(feature = "app")]
pub mod browser;
#[cfg(feature = "app")]
mod components;
#[cfg(feature = "app")]
mod derived;
#[cfg(feature = "app")]
pub mod element;
#[cfg(feature = "app")]
mod hooks;
#[cfg(feature = "app")]
mod load;
#[cfg(feature = "app")]
mod pages;

#[cfg(feature = "app")]
pub use app::mount;
