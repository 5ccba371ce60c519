//! Where claims stand in a review's text, and the passages around them.

use super::{
    claim::Claim,
    review::{Review, Span},
    text::{is_capital, is_word},
};

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
    let end = review.body.get(block).map_or(0, |block| block.text.len());
    segments_within(review, Span { block, start: 0, end }, chosen)
}

/// Cuts a run of a block's text as [`segments`] cuts all of it.
#[must_use]
pub fn segments_within(review: &Review, run: Span, chosen: impl Fn(&Claim) -> bool) -> Vec<Segment<'_>> {
    let Some(text) = review.body.get(run.block).map(|block| block.text.as_str()) else {
        return Vec::new();
    };
    let claims: Vec<&Claim> =
        review.claims.iter().filter(|claim| claim.quote.block == run.block && chosen(claim)).collect();
    let mut cuts: Vec<usize> = claims.iter().flat_map(|claim| [claim.quote.start, claim.quote.end]).collect();
    cuts.retain(|cut| (run.start..run.end).contains(cut));
    cuts.extend([run.start, run.end]);
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

/// A run of whole sentences of a review, with the claims whose quotes stand in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands.
    pub run: Span,
    /// The claims, by their places in the review's list, in the order of their quotes.
    pub claims: Vec<usize>,
}

/// The passages that the chosen claims stand in, in the order of the text: for each quote the
/// sentences that it touches. Quotes that share a sentence share a passage.
#[must_use]
pub fn passages(review: &Review, chosen: impl Fn(&Claim) -> bool) -> Vec<Passage> {
    let mut claims: Vec<(usize, &Claim)> =
        review.claims.iter().enumerate().filter(|(_, claim)| chosen(claim)).collect();
    claims.sort_by_key(|(_, claim)| claim.quote);
    let mut passages: Vec<Passage> = Vec::new();
    for (at, claim) in claims {
        let Some(block) = review.body.get(claim.quote.block) else { continue };
        let run = sentences_around(&block.text, claim.quote);
        match passages.last_mut() {
            Some(last) if last.run.block == run.block && run.start < last.run.end => {
                last.run.end = last.run.end.max(run.end);
                last.claims.push(at);
            }
            _ => passages.push(Passage { run, claims: vec![at] }),
        }
    }
    passages
}

/// From the start of the sentence that a quote starts in to the end of the one that it ends in,
/// without the space around.
fn sentences_around(text: &str, quote: Span) -> Span {
    let ends = sentence_ends(text);
    let start = ends.iter().copied().take_while(|&end| end <= quote.start).last().unwrap_or_default();
    let end = ends.iter().copied().find(|&end| end >= quote.end).unwrap_or(text.len());
    let run = text.get(start..end).unwrap_or_default();
    let start = start + (run.len() - run.trim_start().len());
    Span { block: quote.block, start: start.min(quote.start), end: (start + run.trim().len()).max(quote.end) }
}

/// Where the sentences of a text end, in bytes: after a full stop, a question or an exclamation mark
/// with the closing quotes and brackets that follow, where white space and the start of another
/// sentence come next; and at line breaks. A stop after a single capital or a short title, as in
/// `J. Doe` and `Dr. Doe`, ends none.
fn sentence_ends(text: &str) -> Vec<usize> {
    const TITLES: [&str; 9] = ["Mr", "Mrs", "Ms", "Dr", "St", "Jr", "Sr", "vs", "No"];
    let mut ends = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\n' => ends.push(at),
            '.' | '?' | '!' | '…' => {
                let word = text.get(..at).unwrap_or_default().rsplit(|it: char| !is_word(it)).next();
                let word = word.unwrap_or_default();
                let initial = word.chars().count() == 1 && word.chars().all(is_capital);
                if letter == '.' && (initial || TITLES.contains(&word)) {
                    continue;
                }
                let closes = |it: char| matches!(it, '.' | '?' | '!' | '…' | '”' | '’' | '"' | '\'' | ')' | ']' | '»');
                while letters.next_if(|&(_, it)| closes(it)).is_some() {}
                let Some(&(end, space)) = letters.peek() else { continue };
                let next = text.get(end..).and_then(|rest| rest.trim_start().chars().next());
                if space.is_whitespace() && next.is_some_and(|it| !matches!(it, 'a'..='z' | 'ß'..='ÿ')) {
                    ends.push(end);
                }
            }
            _ => {}
        }
    }
    ends.push(text.len());
    ends
}
