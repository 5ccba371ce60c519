//! Where claims stand in a review's text, and the passages around them.

use super::gather::Gather;
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
        review.claims.iter().filter(|claim| claim.quote.block == run.block && chosen(claim)).gathered();
    let mut cuts: Vec<usize> = claims.iter().flat_map(|claim| [claim.quote.start, claim.quote.end]).gathered();
    cuts.retain(|cut| (run.start..run.end).contains(cut));
    cuts.extend([run.start, run.end]);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .filter_map(|pair| {
            let &[start, end] = pair else { return None };
            let covering = claims.iter().filter(|claim| claim.quote.start <= start && end <= claim.quote.end);
            Some(Segment { text: text.get(start..end)?, claims: covering.copied().gathered() })
        })
        .gathered()
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
        review.claims.iter().enumerate().filter(|(_, claim)| chosen(claim)).gathered();
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
/// without the space around. Space at the ends of the quote is of no sentence.
pub(super) fn sentences_around(text: &str, quote: Span) -> Span {
    let words = text.get(quote.start..quote.end).unwrap_or_default();
    let first = quote.end - words.trim_start().len();
    let last = first + words.trim().len();
    let ends = sentence_ends(text);
    let start = ends.iter().copied().take_while(|&end| end <= first).last().unwrap_or_default();
    let end = ends.iter().copied().find(|&end| end >= last).unwrap_or(text.len());
    let run = text.get(start..end).unwrap_or_default();
    let start = start + (run.len() - run.trim_start().len());
    Span { block: quote.block, start: start.min(quote.start), end: (start + run.trim().len()).max(quote.end) }
}

/// Where the sentences of a text end, in bytes: after a full stop, a question or an exclamation mark
/// with the closing quotes and brackets that follow, where white space and the start of another
/// sentence come next; after the marks of scripts that put no space between sentences, unless a
/// bracket closes and the sentence around it may go on; and at line breaks. A stop after a single
/// capital, a short title or letters with stops between, as in `J. Doe`, `Dr. Doe` and `e.g. Doe`,
/// ends none.
fn sentence_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let wide = matches!(letter, '。' | '！' | '？' | '｡');
        match letter {
            '\n' => ends.push(at),
            '.' if shortens(text.get(..at).unwrap_or_default()) => {}
            _ if stops(letter) => {
                let mut closed = false;
                while let Some((_, mark)) = letters.next_if(|&(_, it)| stops(it) || closes(it)) {
                    closed = closes(mark);
                }
                let Some(&(end, space)) = letters.peek() else { continue };
                let next = text.get(end..).and_then(|rest| rest.trim_start().chars().next());
                let starts = next.is_some_and(|it| !matches!(it, 'a'..='z' | 'ß'..='ÿ'));
                if starts && (space.is_whitespace() || (wide && !closed)) {
                    ends.push(end);
                }
            }
            _ => {}
        }
    }
    ends.push(text.len());
    ends
}

/// Whether a stop after this text only shortens a word.
fn shortens(before: &str) -> bool {
    const TITLES: [&str; 9] = ["Mr", "Mrs", "Ms", "Dr", "St", "Jr", "Sr", "vs", "No"];
    let word = before.rsplit(|it: char| !is_word(it)).next().unwrap_or_default();
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) => is_capital(only) || before.trim_end_matches(only).ends_with('.'),
        _ => TITLES.contains(&word),
    }
}

/// Whether a sentence may end with that mark.
const fn stops(mark: char) -> bool {
    matches!(mark, '.' | '?' | '!' | '…' | '。' | '！' | '？' | '｡')
}

/// Whether that mark closes a quote or a bracket.
const fn closes(mark: char) -> bool {
    matches!(mark, '”' | '’' | '"' | '\'' | ')' | ']' | '»' | '」' | '』' | '）')
}
