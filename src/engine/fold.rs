//! Letters for comparing: case, accents and typographic marks put aside, in the scripts that film titles and
//! names come in.

/// Folds text for comparing and searching: lower case, accents and vowel points removed, typographic quotes
/// and dashes made plain. A letter is the same whether its accent is written with it or after it.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        fold_into(letter, &mut folded);
    }
    folded
}

/// What the Latin letters from U+00C0 are without their accents; a dot where that is no letter of ASCII.
const LATIN: &[u8; 400] = b"\
    aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggg\
    hhhhiiiiiiiiii..jjkk.llllllllllnnnnnnn..oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsb.......\
    ........................oo.............uu....zz......................aaiioouuuuuuuuuu.aaaa..ggggkkoo\
    oo..j...gg..nnaa..ooaaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy......acclt....b..eejj..rryy";

/// The same from U+1E00.
const LATIN_BEYOND: &[u8; 256] = b"\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss\
    ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasss..aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
    iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// A letter of Latin without its accents.
fn bare_latin(letter: char) -> Option<char> {
    let code = letter as usize;
    let known = LATIN.get(code.wrapping_sub(0xC0)).or_else(|| LATIN_BEYOND.get(code.wrapping_sub(0x1E00)))?;
    (*known != b'.').then_some(char::from(*known))
}

pub(crate) fn fold_into(letter: char, folded: &mut String) {
    if letter.is_ascii() {
        folded.push(letter.to_ascii_lowercase());
        return;
    }
    if let Some(bare) = bare_latin(letter) {
        folded.push(bare);
        return;
    }
    match lower(letter) {
        'æ' | 'Ǣ' | 'ǣ' | 'Ǽ' | 'ǽ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'ß' => folded.push_str("ss"),
        'þ' => folded.push_str("th"),
        '\u{FB00}' => folded.push_str("ff"),
        '\u{FB01}' => folded.push_str("fi"),
        '\u{FB02}' => folded.push_str("fl"),
        '\u{FB03}' => folded.push_str("ffi"),
        '\u{FB04}' => folded.push_str("ffl"),
        '\u{FB05}' | '\u{FB06}' => folded.push_str("st"),
        '\u{2018}'..='\u{201B}' | '\u{02BC}' => folded.push('\''),
        '\u{201C}'..='\u{201F}' => folded.push('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push('-'),
        '\u{00A0}' | '\u{2007}' | '\u{202F}' => folded.push(' '),
        '\u{00AD}' => {}
        mark if is_mark(mark) => {}
        other => join(bare(other), folded),
    }
}

/// Whether a letter only marks the one before it: an accent, a vowel point, the sign of a voiced kana.
pub(crate) const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0487}' | '\u{0591}'..='\u{05BD}'
        | '\u{05BF}' | '\u{05C1}' | '\u{05C2}' | '\u{05C4}' | '\u{05C5}' | '\u{05C7}' | '\u{0610}'..='\u{061A}'
        | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20F0}' | '\u{3099}' | '\u{309A}' | '\u{FE20}'..='\u{FE2F}')
}

/// A small letter of another script than Latin without what [`is_mark`] has as a letter of its own.
fn bare(letter: char) -> char {
    match letter {
        // Greek
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        // Cyrillic
        'й' | 'ѝ' => 'и',
        'ѐ' | 'ё' => 'е',
        'ѓ' => 'г',
        'ї' => 'і',
        'ќ' => 'к',
        'ў' => 'у',
        // Arabic
        '\u{0622}' | '\u{0623}' | '\u{0625}' => '\u{0627}',
        '\u{0624}' => '\u{0648}',
        '\u{0626}' => '\u{064A}',
        // Kana
        '\u{3041}'..='\u{3096}' => bare_kana(letter, 0),
        '\u{30A1}'..='\u{30F6}' => bare_kana(letter, 0x60),
        // What is as wide as a Chinese character
        '\u{FF01}'..='\u{FF5E}' => before(letter, 0xFEE0).to_ascii_lowercase(),
        other => other,
    }
}

/// A kana without the sign that voices it; katakana stand so many places after hiragana.
fn bare_kana(letter: char, after: u32) -> char {
    let place = u32::from(letter) - after;
    let voiced = match place {
        // Each after its own voiceless one; a small one stands in between from U+3063 on.
        0x304C..=0x3062 if place.is_multiple_of(2) => 1,
        0x3065 | 0x3067 | 0x3069 => 1,
        // Three of each.
        0x3070..=0x307D => (place - 0x306F) % 3,
        0x3094 => 0x3094 - 0x3046,
        _ => 0,
    };
    before(letter, voiced)
}

/// The letter that stands so many places before another.
fn before(letter: char, places: u32) -> char {
    char::from_u32(u32::from(letter) - places).unwrap_or(letter)
}

/// Adds a letter. The parts of a Korean syllable that are written one after the other become the syllable.
fn join(letter: char, folded: &mut String) {
    const SYLLABLES: u32 = 0xAC00;
    let (code, last) = (u32::from(letter), folded.chars().next_back().map_or(0, u32::from));
    let joined = match (last, code) {
        (0x1100..=0x1112, 0x1161..=0x1175) => Some(SYLLABLES + ((last - 0x1100) * 21 + code - 0x1161) * 28),
        (SYLLABLES..=0xD7A3, 0x11A8..=0x11C2) if (last - SYLLABLES).is_multiple_of(28) => Some(last + code - 0x11A7),
        _ => None,
    };
    if let Some(syllable) = joined.and_then(char::from_u32) {
        folded.pop();
        folded.push(syllable);
    } else {
        folded.push(letter);
    }
}

/// A letter in lower case, for the scripts that film titles and names come in. The standard
/// library's tables know every script, and would be a tenth of what a visitor downloads.
fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let odd = code % 2 == 1;
    let lower = match code {
        // Latin-1, but for the multiplication sign; capitals of Greek and Cyrillic
        0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3AB | 0x410..=0x42F => code + 32,
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

/// Whether a letter is of a writing without spaces: Chinese and Japanese, Thai, Lao, Burmese, Khmer.
#[must_use]
pub(crate) fn is_unspaced(letter: char) -> bool {
    matches!(u32::from(letter),
        0xE00..=0xEFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3005..=0x3007 | 0x3021..=0x30FF | 0x3400..=0x4DBF
        | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// Whether a letter is a capital, in the scripts that film titles and names come in.
#[must_use]
pub fn is_capital(letter: char) -> bool {
    letter.is_ascii_uppercase() || (!letter.is_ascii() && lower(letter) != letter)
}
