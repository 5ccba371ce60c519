//! The letter on a card.

/// How the letters of a block get their capitals.
#[derive(Clone, Copy)]
enum Capital {
    /// They are capitals, or have none.
    Same,
    /// It stands as many places before.
    Back(u8),
    /// Capitals and small letters take turns, the capitals at even places.
    Even,
    /// The same, at odd places.
    Odd,
}

use Capital::{Back, Even, Odd, Same};

/// What counts as a letter or digit: the blocks that titles are written in, of which the first that
/// fits is right. Unicode's own tables are larger than all the cards.
static BLOCKS: [(u16, u16, Capital); 19] = [
    (0x30, 0x39, Same),
    (0x41, 0x5a, Same),
    (0x61, 0x7a, Back(32)),
    // Latin with accents; between the capitals and the small letters stand a cross and `ß`.
    (0xc0, 0xd6, Same),
    (0xd8, 0xdf, Same),
    (0xe0, 0xf6, Back(32)),
    (0xf8, 0xfe, Back(32)),
    (0x100, 0x12f, Even),
    (0x132, 0x137, Even),
    (0x139, 0x148, Odd),
    (0x14a, 0x177, Even),
    (0x179, 0x17e, Odd),
    (0xff, 0x2af, Same),
    // Greek, Cyrillic.
    (0x3b1, 0x3c9, Back(32)),
    (0x430, 0x44f, Back(32)),
    (0x450, 0x45f, Back(80)),
    // The other alphabets, kana and the first plane of Chinese, late Hebrew and Arabic forms.
    (0x370, 0x1fff, Same),
    (0x3041, 0xd7ff, Same),
    (0xf900, 0xfdff, Same),
];

/// The letter or digit a title is filed under, a capital if it is Latin, Greek or Cyrillic: that of
/// its first word, an English article aside. A title without either gives a point.
pub(super) fn initial(title: &str) -> char {
    let article = match title.as_bytes() {
        [b'A' | b'a', b' ', ..] => 2,
        [b'A' | b'a', b'n' | b'N', b' ', ..] => 3,
        [b'T' | b't', b'h' | b'H', b'e' | b'E', b' ', ..] => 4,
        _ => 0,
    };
    title.get(article..).and_then(first).or_else(|| first(title)).unwrap_or('•')
}

#[inline(never)]
fn first(words: &str) -> Option<char> {
    words.chars().find_map(|letter| {
        let Ok(code) = u16::try_from(u32::from(letter)) else {
            // The second plane of Chinese and on; in between are the emoji.
            return (letter > '\u{1ffff}').then_some(letter);
        };
        let (_, _, capital) = BLOCKS.iter().find(|(from, to, _)| (*from..=*to).contains(&code))?;
        let code = match capital {
            Same => code,
            Back(places) => code - u16::from(*places),
            Even => code & !1,
            Odd => (code - 1) | 1,
        };
        char::from_u32(code.into())
    })
}
