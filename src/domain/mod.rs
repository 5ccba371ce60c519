//! The pure core: films, reviewers, reviews and what can be worked out of them.
//!
//! Nothing here does any I/O, knows of a file format or of a browser, so nothing here can fail but
//! for the values it is given; constructors parse, and what is built is sound.

pub mod agreement;
pub mod aspect;
pub mod catalog;
pub mod claim;
pub(crate) mod closed_list;
pub mod comparison;
pub mod contrast;
pub mod date;
pub mod defect;
pub mod facet;
pub mod film;
pub mod filter;
pub(crate) mod gather;
pub mod grade;
pub mod passage;
pub mod review;
pub mod reviewer;
pub mod reviewer_pair;
pub mod rising;
pub mod search;
pub mod site;
pub mod slug;
pub mod sort;
pub mod stats;
pub mod text;
pub mod title_card;
pub mod window;

pub use closed_list::UnknownWord;
