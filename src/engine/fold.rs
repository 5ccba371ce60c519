//! Letters for comparing: case, accents and typographic marks put aside.

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

pub(crate) fn fold_into(letter: char, folded: &mut String) {
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

/// Whether a letter is of a word, and not punctuation, a symbol or a space.
#[must_use]
pub fn is_word(letter: char) -> bool {
    !matches!(u32::from(letter),
        // ASCII and Latin-1 punctuation and signs
        0..=0x2F | 0x3A..=0x40 | 0x5B..=0x60 | 0x7B..=0xA9 | 0xAB..=0xB4 | 0xB6..=0xB9 | 0xBB..=0xBF | 0xD7 | 0xF7
        // general and CJK punctuation, currency, arrows, signs and pictures
        | 0x2000..=0x206F | 0x20A0..=0x20CF | 0x2190..=0x2BFF | 0x2E00..=0x2E7F | 0x3000..=0x3004 | 0x3008..=0x3020
        | 0xFE00..=0xFE6F | 0xFF00..=0xFF0F | 0xFF1A..=0xFF20 | 0xFFE0..=0xFFFF | 0x1F000..=0x1FAFF | 0xE0000..)
}

/// Whether a letter is a capital, in the scripts that film titles and names come in.
#[must_use]
pub fn is_capital(letter: char) -> bool {
    letter.is_ascii_uppercase() || (!letter.is_ascii() && lower(letter) != letter)
}
