//! The words of a text, as the search takes them.

use std::ops::Range;

use crate::fold::{fold_into, is_mark, is_word};

/// What a letter is to a word.
enum Part {
    /// Of the word.
    Letter,
    /// Passed over: an apostrophe, an accent of its own, a mark that only changes the look.
    Nothing,
    /// Not of any word.
    Border,
}

/// For each ASCII letter its lower case, 0 for a border, 1 for an apostrophe.
const ASCII: [u8; 128] = {
    let mut table = [0; 128];
    let mut letter: u8 = 0;
    while letter < 128 {
        if letter.is_ascii_alphanumeric() {
            table[letter as usize] = letter.to_ascii_lowercase();
        }
        letter += 1;
    }
    table[b'\'' as usize] = 1;
    table[b'`' as usize] = 1;
    table
};

/// Whether a byte is a letter or digit that folds to itself.
#[inline]
fn is_plain(byte: u8) -> bool {
    byte > 1 && ASCII.get(usize::from(byte)) == Some(&byte)
}

/// Calls back for every word of a text with the word folded, and where it stands, in bytes.
///
/// A word is a run of letters, digits and pictures. Apostrophes are passed over: `don’t`, `don't` and
/// `dont` are one word. In writing without spaces a run is as long as its clause; the search finds its
/// parts.
#[inline]
pub fn each_word(text: &str, mut found: impl FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let mut start = 0;
    let mut end = 0;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        // Most words are in small letters: they are taken from the text as they are.
        if word.is_empty() && is_plain(byte) {
            start = at;
            while bytes.get(at).is_some_and(|byte| is_plain(*byte)) {
                at += 1;
            }
            let plain = text.get(start..at).unwrap_or_default();
            if bytes.get(at).is_none_or(|byte| ASCII.get(usize::from(*byte)) == Some(&0)) {
                found(plain, start..at);
                at += 1;
            } else {
                word.push_str(plain);
                end = at;
            }
            continue;
        }
        if byte < 128 {
            let folded = ASCII.get(usize::from(byte)).copied().unwrap_or_default();
            if folded > 1 {
                if word.is_empty() {
                    start = at;
                }
                word.push(char::from(folded));
                end = at + 1;
            } else if folded == 0 && !word.is_empty() {
                found(&word, start..end);
                word.clear();
            }
            at += 1;
            continue;
        }
        let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        let next = at + letter.len_utf8();
        match part(letter) {
            Part::Letter => {
                if word.is_empty() {
                    start = at;
                }
                fold_into(letter, &mut word);
                end = next;
            }
            // An accent belongs to the letter before it.
            Part::Nothing => end = if end == at { next } else { end },
            Part::Border => {
                if !word.is_empty() {
                    found(&word, start..end);
                    word.clear();
                }
            }
        }
        at = next;
    }
    if !word.is_empty() {
        found(&word, start..end);
    }
}

/// The words of a text, folded, and where each stands, in bytes.
#[inline(never)]
pub(crate) fn words_of(text: &str) -> Vec<(String, Range<usize>)> {
    let mut words = Vec::new();
    each_word(text, |word, place| words.push((word.to_owned(), place)));
    words
}

fn part(letter: char) -> Part {
    match letter {
        // Accents, the soft hyphen, what joins letters or pictures, what turns the direction.
        '\u{00AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' => Part::Nothing,
        letter if is_apostrophe(letter) || is_mark(letter) => Part::Nothing,
        letter if is_word(letter) || is_picture(letter) => Part::Letter,
        _ => Part::Border,
    }
}

/// Whether a letter is a picture or a sign that stands for something: an emoji, a star.
const fn is_picture(letter: char) -> bool {
    matches!(letter, '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}')
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '`' | '\u{00B4}' | '\u{02B9}'..='\u{02BC}' | '\u{2018}' | '\u{2019}' | '\u{2032}')
}

/// Where so many bytes of a folded word end in its text: `from` where the word stands in it.
pub(crate) fn place_of(text: &str, from: Range<usize>, folded: Range<usize>) -> Range<usize> {
    let mut letters = String::new();
    let (mut start, mut end) = (from.end, from.end);
    let word = text.get(from.clone()).unwrap_or_default();
    for (at, letter) in word.char_indices() {
        let before = letters.len();
        match part(letter) {
            Part::Letter => fold_into(letter, &mut letters),
            Part::Nothing | Part::Border => {
                // An accent goes with the letter before it, an apostrophe only where more follows.
                if !is_apostrophe(letter) && before > folded.start && before <= folded.end {
                    end = from.start + at + letter.len_utf8();
                }
                continue;
            }
        }
        if before <= folded.start && letters.len() > folded.start {
            start = from.start + at;
        }
        // A part of a syllable that is written as several is folded into the letter before.
        let joins = letters.len() == before && before > folded.start && before <= folded.end;
        if before < folded.end || joins {
            end = from.start + at + letter.len_utf8();
        }
    }
    start..end
}
