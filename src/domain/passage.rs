//! Where claims stand in a review's text.

use super::{claim::Claim, review::Review};

/// A run of a block's text over which the same claims stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment<'a> {
    /// The text.
    pub text: &'a str,
    /// The claims whose quotes cover it; none for text between quotes.
    pub claims: Vec<&'a Claim>,
}

/// Cuts a block's text where the quotes of the chosen claims start and end. Quotes may overlap.
/// The segments' texts joined are the block's text.
#[must_use]
pub fn segments(review: &Review, block: usize, chosen: impl Fn(&Claim) -> bool) -> Vec<Segment<'_>> {
    let Some(text) = review.body.get(block).map(|block| block.text.as_str()) else {
        return Vec::new();
    };
    let claims: Vec<&Claim> =
        review.claims.iter().filter(|claim| claim.quote.block == block && chosen(claim)).collect();
    let mut cuts: Vec<usize> = claims.iter().flat_map(|claim| [claim.quote.start, claim.quote.end]).collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .filter_map(|pair| {
            let &[start, end] = pair else { return None };
            let covering = claims.iter().filter(|claim| claim.quote.start <= start && end <= claim.quote.end);
            Some(Segment { text: text.get(start..end)?, claims: covering.copied().collect() })
        })
        .collect()
}
