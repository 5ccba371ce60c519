//! Small rules of text: folding for search, words, and how values are shown in messages.

pub use crosscut_engine::fold::fold;
pub(crate) use crosscut_engine::fold::{is_capital, is_word};

use super::gather::Gather;

/// The longest value shown whole in a message, in characters.
const SHOWN: usize = 60;

/// The form of a name in an address: folded, letters and digits of any script kept, everything
/// else one hyphen. `Agnès Varda` is `agnes-varda`. Two names are the same facet value when their
/// forms are the same.
#[must_use]
pub fn address_form(name: &str) -> String {
    let mut form = String::with_capacity(name.len());
    for letter in fold(name).chars() {
        if is_word(letter) {
            form.push(letter);
        } else if !form.is_empty() && !form.ends_with('-') {
            form.push('-');
        }
    }
    form.truncate(form.trim_end_matches('-').len());
    form
}

/// The number of words, as separated by white space.
#[must_use]
pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The text, cut to `most` characters with an ellipsis where it is longer.
#[must_use]
pub fn clipped(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// A value as messages show it: in quotation marks, control characters made visible, at most
/// sixty characters.
#[must_use]
pub fn quoted(value: &str) -> String {
    let visible: String =
        clipped(value, SHOWN).chars().map(|letter| if letter.is_control() { '\u{FFFD}' } else { letter }).collect();
    format!("“{visible}”")
}

/// The key a title sorts by: folded, without a leading English article.
#[must_use]
pub fn title_key(title: &str) -> String {
    let folded = fold(title);
    ["the ", "a ", "an "]
        .iter()
        .find_map(|article| folded.strip_prefix(article).filter(|rest| !rest.is_empty()))
        .map_or_else(|| folded.clone(), str::to_owned)
}

/// A list as a sentence says it: `a`, `a and b`, `a, b and c`.
#[must_use]
pub fn listed<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).gathered();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// A count in words up to twelve, in figures beyond.
#[must_use]
pub fn count_in_words(count: usize) -> String {
    const WORDS: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// A count in figures, with a comma before every three of them: `10,000`.
#[must_use]
pub fn grouped(count: usize) -> String {
    let mut figures = count.to_string();
    let mut end = figures.len();
    while end > 3 {
        end -= 3;
        figures.insert(end, ',');
    }
    figures
}

/// A count with its noun, `1 review`, `9 reviews`: the noun gets an `s` unless the count is one.
#[must_use]
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{} {noun}s", grouped(count)) }
}

/// The text with its first letter in upper case, where that is a letter of Latin-1.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let capital = match first {
        'à'..='ö' | 'ø'..='þ' => char::from_u32(u32::from(first) - 32).unwrap_or(first),
        other => other.to_ascii_uppercase(),
    };
    format!("{capital}{}", letters.as_str())
}
