//! Small rules of text: folding for search, words, and how values are shown in messages.

use super::gather::Gather;

/// The longest value shown whole in a message, in characters.
const SHOWN: usize = 60;

/// Folds text for comparing and searching: lower case, Latin accents removed, combining marks
/// dropped, typographic quotes and dashes made plain. Other scripts are only lower-cased.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        fold_into(letter, &mut folded);
    }
    folded
}

fn fold_into(letter: char, folded: &mut String) {
    if letter.is_ascii() {
        folded.push(letter.to_ascii_lowercase());
        return;
    }
    match lower(letter) {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => folded.push('a'),
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => folded.push('c'),
        'ď' | 'đ' | 'ð' => folded.push('d'),
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => folded.push('e'),
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => folded.push('g'),
        'ĥ' | 'ħ' => folded.push('h'),
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ỉ'..='ị' => folded.push('i'),
        'ĵ' => folded.push('j'),
        'ķ' => folded.push('k'),
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => folded.push('l'),
        'ñ' | 'ń' | 'ņ' | 'ň' => folded.push('n'),
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ǒ' | 'ọ'..='ợ' => folded.push('o'),
        'ŕ' | 'ŗ' | 'ř' => folded.push('r'),
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => folded.push('s'),
        'ţ' | 'ť' | 'ŧ' | 'ț' => folded.push('t'),
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ǔ' | 'ụ'..='ự' => folded.push('u'),
        'ŵ' => folded.push('w'),
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => folded.push('y'),
        'ź' | 'ż' | 'ž' => folded.push('z'),
        'æ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'ß' => folded.push_str("ss"),
        'þ' => folded.push_str("th"),
        '\u{2018}'..='\u{201B}' | '\u{02BC}' => folded.push('\''),
        '\u{201C}'..='\u{201F}' => folded.push('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push('-'),
        '\u{00A0}' | '\u{2007}' | '\u{202F}' => folded.push(' '),
        '\u{0300}'..='\u{036F}' | '\u{00AD}' => {}
        other => folded.push(other),
    }
}

/// A letter in lower case, for the scripts that film titles and names come in. The standard
/// library's tables know every script, and would be a tenth of what a visitor downloads.
fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let odd = code % 2 == 1;
    let lower = match code {
        // Latin-1, but for the multiplication sign; capitals of Greek and Cyrillic
        0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A9 | 0x410..=0x42F => code + 32,
        0x130 => u32::from('i'),
        0x178 => 0xFF,
        0x1E9E => 0xDF,
        // Latin and Cyrillic that alternate, capital first on the even or on the odd
        0x100..=0x137
        | 0x14A..=0x177
        | 0x1DE..=0x1EF
        | 0x1F8..=0x233
        | 0x1E00..=0x1E95
        | 0x1EA0..=0x1EFF
        | 0x1A0
        | 0x460..=0x481
        | 0x48A..=0x4BF
        | 0x4D0..=0x52F
            if !odd =>
        {
            code + 1
        }
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC | 0x1AF if odd => code + 1,
        // Greek with an accent, Cyrillic beyond Russian, Armenian
        0x386 => 0x3AC,
        0x388..=0x38A => code + 37,
        0x38C => 0x3CC,
        0x38E | 0x38F => code + 63,
        0x400..=0x40F => code + 80,
        0x531..=0x556 => code + 48,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(letter)
}

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

/// Whether a letter is of a word, and not punctuation, a symbol or a space.
pub(crate) fn is_word(letter: char) -> bool {
    !matches!(u32::from(letter),
        // ASCII and Latin-1 punctuation and signs
        0..=0x2F | 0x3A..=0x40 | 0x5B..=0x60 | 0x7B..=0xA9 | 0xAB..=0xB4 | 0xB6..=0xB9 | 0xBB..=0xBF | 0xD7 | 0xF7
        // general and CJK punctuation, currency, arrows, signs and pictures
        | 0x2000..=0x206F | 0x20A0..=0x20CF | 0x2190..=0x2BFF | 0x2E00..=0x2E7F | 0x3000..=0x3004 | 0x3008..=0x3020
        | 0xFE00..=0xFE6F | 0xFF00..=0xFF0F | 0xFF1A..=0xFF20 | 0xFFE0..=0xFFFF | 0x1F000..=0x1FAFF | 0xE0000..)
}

/// Whether a letter is a capital, in the scripts that film titles and names come in.
pub(crate) fn is_capital(letter: char) -> bool {
    letter.is_ascii_uppercase() || (!letter.is_ascii() && lower(letter) != letter)
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

/// A count with its noun, `1 review`, `9 reviews`: the noun gets an `s` unless the count is one.
#[must_use]
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
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
