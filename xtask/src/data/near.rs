//! What the writer of a quote that stands nowhere may have meant: the run of the review's words that
//! is nearest to it.

use crosscut::domain::{
    defect::{Defect, Step},
    text::fold,
};
use serde_json::Value;

/// How much of a quote may be other than in the text, in hundredths of its letters. Above that, what
/// is found is more likely chance than what was meant.
const FAR: usize = 35;

/// Adds to the message of a quote that stands nowhere what stands nearest to it in the body.
pub fn hint(film: &Value, defect: &mut Defect) {
    let [Step::Key(reviews), Step::Index(review), Step::Key(claims), Step::Index(claim), Step::Key(quote)] =
        defect.path.steps()
    else {
        return;
    };
    if [reviews.as_str(), claims, quote] != ["reviews", "claims", "quote"] {
        return;
    }
    let Some(review) = film.get("reviews").and_then(|reviews| reviews.get(*review)) else { return };
    let quote = review.get("claims").and_then(|claims| claims.get(*claim)?.get("quote")?.as_str());
    let Some(quote) = quote else { return };
    let blocks = review.get("body").and_then(Value::as_array).into_iter().flatten();
    let texts: Vec<&str> = blocks.filter_map(|block| block.get("text")?.as_str()).collect();
    if texts.iter().any(|text| !quote.is_empty() && text.contains(quote)) {
        return;
    }
    if let Some(run) = nearest(quote, &texts) {
        defect.fault.expected = format!("{}; the nearest is “{run}”", defect.fault.expected);
    }
}

/// The run of whole words of one of the texts that takes the fewest changes of letters to become the
/// quote, case and accents aside, where these are few enough. The first of several as near.
fn nearest<'a>(quote: &str, texts: &[&'a str]) -> Option<&'a str> {
    let quote: Vec<char> = fold(quote.trim()).chars().collect();
    if quote.is_empty() {
        return None;
    }
    let runs = texts.iter().filter_map(|text| Some((near_run(&quote, text)?, *text)));
    let ((changes, start, end), text) = runs.min_by_key(|((changes, ..), _)| *changes)?;
    (changes * 100 <= quote.len() * FAR).then(|| to_words(text, start, end)).flatten()
}

/// Where in a text the run with the fewest changes starts and ends, in bytes, and how many changes:
/// Sellers' table, one column a letter of the text, with the start of the run carried along.
fn near_run(quote: &[char], text: &str) -> Option<(usize, usize, usize)> {
    let letters = text.char_indices().flat_map(|(at, letter)| {
        let end = at + letter.len_utf8();
        fold(letter.encode_utf8(&mut [0; 4])).chars().map(move |folded| (end, folded)).collect::<Vec<_>>()
    });
    let mut column: Vec<(usize, usize)> = (0..=quote.len()).map(|changes| (changes, 0)).collect();
    let mut best: Option<(usize, usize, usize)> = None;
    for (end, letter) in letters {
        let mut above = (0, end);
        let mut diagonal = std::mem::replace(column.first_mut()?, above);
        for (cell, wanted) in column.iter_mut().skip(1).zip(quote) {
            let kept = (diagonal.0 + usize::from(letter != *wanted), diagonal.1);
            let added = (cell.0 + 1, cell.1);
            let left_out = (above.0 + 1, above.1);
            diagonal = *cell;
            *cell = [kept, added, left_out].into_iter().min_by_key(|(changes, _)| *changes)?;
            above = *cell;
        }
        if best.is_none_or(|(changes, ..)| above.0 < changes) {
            best = Some((above.0, above.1, end));
        }
    }
    best
}

/// The run with the words that it cuts made whole, without spaces at its ends.
fn to_words(text: &str, start: usize, end: usize) -> Option<&str> {
    let inner = |letter: char| letter.is_alphanumeric() || letter == '\'' || letter == '’';
    let start = text.get(..start)?.trim_end_matches(inner).len();
    let rest = text.get(end..)?;
    let end = end + rest.len() - rest.trim_start_matches(inner).len();
    text.get(start..end).map(str::trim).filter(|run| !run.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 2] =
        ["The engine acts. Keaton lets it act.", "A café with no door: the camera never enters, and we don’t either."];

    #[test]
    fn finds_what_was_meant() {
        for (quote, run) in [
            ("Keaton let it", "Keaton lets it"),
            ("keaton lets it act", "Keaton lets it act"),
            ("The engine  acts", "The engine acts"),
            ("a cafe with no door", "A café with no door"),
            ("the camera never entered, and we dont", "the camera never enters, and we don’t"),
            ("camera nevr enter", "camera never enters"),
        ] {
            assert_eq!(nearest(quote, &TEXTS), Some(run), "{quote}");
        }
    }

    #[test]
    fn tells_nothing_where_nothing_is_near() {
        for quote in ["", " ", "a song of ice", "Entirely other words about a film"] {
            assert_eq!(nearest(quote, &TEXTS), None, "{quote}");
        }
        assert_eq!(nearest("word", &[]), None);
        assert_eq!(nearest("word", &[""]), None);
    }
}
