//! Lists from iterators, in little code.

/// Iterators that can be made a list.
pub(crate) trait Gather: Iterator + Sized {
    /// All that is left, as `collect` gives it.
    ///
    /// `collect` is compiled anew for each chain of iterators, with what it takes to guess the length
    /// first; with a plain loop the module is 20 KB smaller, 6.8 KB of what a visitor downloads. The
    /// lists here are short.
    fn gathered(self) -> Vec<Self::Item> {
        let mut all = Vec::new();
        for one in self {
            all.push(one);
        }
        all
    }
}

impl<I: Iterator> Gather for I {}
