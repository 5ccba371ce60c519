//! What has to be fast: full text search in memory, for texts that a page holds, and the reading of the
//! JSON that it comes in.
//!
//! It is a crate of its own because it is compiled for speed, where the rest of the site is compiled
//! for size. What is called from there is never inlined: in a function that is compiled for size it would
//! be, too.

pub mod bits;
mod chunks;
pub mod corpus;
pub mod fold;
pub mod highlight;
pub mod index;
pub mod json;
pub mod names;
pub mod order;
mod places;
mod runs;
mod shorts;
pub mod term;
pub mod values;
pub mod words;
mod written;
