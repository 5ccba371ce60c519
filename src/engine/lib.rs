//! Full text search in memory, for texts that a page holds: nothing is read or written, nothing can
//! fail.
//!
//! It is a crate of its own because it is compiled for speed, where the rest of the site is compiled
//! for size. What is called from there is never inlined: in a function that is compiled for size it would
//! be, too.

pub mod bits;
pub mod corpus;
pub mod fold;
pub mod index;
pub mod names;
pub mod order;
mod places;
mod runs;
pub mod term;
pub mod values;
pub mod words;
