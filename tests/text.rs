//! Small rules of text.

use crosscut::domain::text::{
    address_form, capitalised, clipped, count_in_words, counted, fold, grouped, listed, quoted, title_key, words,
};
use proptest::prelude::*;

fn check<T: std::fmt::Debug + PartialEq<U>, U: std::fmt::Debug>(rule: impl Fn(&str) -> T, table: &[(&str, U)]) {
    for (text, expected) in table {
        assert_eq!(rule(text), *expected, "{text:?}");
    }
}

#[test]
fn folding_lowers_case_and_drops_latin_accents() {
    check(
        fold,
        &[
            ("", ""),
            ("Sound of METAL", "sound of metal"),
            ("Cléo de 5 à 7", "cleo de 5 a 7"),
            ("AGNÈS VARDA", "agnes varda"),
            ("Cle\u{301}o", "cleo"),
            ("Daniël Bouquet", "daniel bouquet"),
            ("Ångström Łódź Đorđe", "angstrom lodz dorde"),
            ("Trần Anh Hùng", "tran anh hung"),
            ("Ægir Œuvre Straße STRAẞE Þór", "aegir oeuvre strasse strasse thor"),
            ("İstanbul ıssız", "istanbul issiz"),
            ("soft\u{AD}hyphen", "softhyphen"),
        ],
    );
}

#[test]
fn folding_makes_typographic_marks_plain() {
    check(
        fold,
        &[
            ("don’t ‘quote’ ‚low‛", "don't 'quote' 'low'"),
            ("“double” „low‟", "\"double\" \"low\""),
            ("a‐b‑c–d—e−f", "a-b-c-d-e-f"),
            ("10\u{A0}000\u{202F}km", "10 000 km"),
        ],
    );
}

#[test]
fn folding_knows_the_case_and_the_marks_of_other_scripts() {
    check(
        fold,
        &[
            ("ПРИВЕТ", "привет"),
            ("千と千尋の神隠し", "千と千尋の神隠し"),
            ("ΑΘΗΝΑ", "αθηνα"),
            ("Όνειρο ΜΕΓΆΛΟΣ μεγάλος Ϊ", "ονειρο μεγαλοσ μεγαλοσ ι"),
            ("Ḥasanov Ẅ Ṣṭ Ǧ ǖ Ǿ Ǽ", "hasanov w st g u o ae"),
            ("ﬁlm oﬃce ſo", "film office so"),
            ("ＦｕｌｌＷｉｄｅ　１２", "fullwide　12"),
            ("שָׁלוֹם שלום", "שלום שלום"),
            ("مُحَمَّد محمد أحمد", "محمد محمد احمد"),
            (
                "ガギグゲゴ ざじずぜぞ だぢづでど ぱびぷべぽ ヴっか",
                "カキクケコ さしすせそ たちつてと はひふへほ ウっか",
            ),
        ],
    );
}

#[test]
fn a_letter_is_the_same_with_its_marks_in_it_or_after_it() {
    for (composed, parted) in [
        ("й", "и\u{306}"),
        ("Ё", "Е\u{308}"),
        ("ї", "і\u{308}"),
        ("ώ", "ω\u{301}"),
        ("ガ", "カ\u{3099}"),
        ("ぽ", "ほ\u{309A}"),
        ("기생충", "\u{1100}\u{1175}\u{1109}\u{1162}\u{11BC}\u{110E}\u{116E}\u{11BC}"),
        ("힣", "\u{1112}\u{1175}\u{11C2}"),
        ("Ṩ", "S\u{323}\u{307}"),
        ("Ữ", "U\u{31B}\u{303}"),
        ("أ", "\u{0627}\u{0654}"),
    ] {
        assert_eq!(fold(composed), fold(parted), "{composed}");
    }
}

#[test]
fn the_form_in_an_address_keeps_letters_and_digits_of_any_script() {
    check(
        address_form,
        &[
            ("Agnès Varda", "agnes-varda"),
            ("Bong Joon-ho", "bong-joon-ho"),
            ("  The Movie   Guys! ", "the-movie-guys"),
            ("L’Avventura", "l-avventura"),
            ("film noir", "film-noir"),
            ("宮崎 駿", "宮崎-駿"),
            ("!?", ""),
            ("", ""),
        ],
    );
}

#[test]
fn words_are_parted_by_white_space() {
    check(words, &[("", 0), ("  ", 0), ("one", 1), ("one  two\nthree\u{A0}four", 4), ("well-made — yes", 3)]);
}

#[test]
fn clipped_text_ends_in_an_ellipsis() {
    for (text, most, expected) in [
        ("abc", 3, "abc"),
        ("abcd", 3, "abc…"),
        ("ab cd", 3, "ab…"),
        ("éàü😀x", 4, "éàü😀…"),
        ("", 0, ""),
        ("a", 0, "…"),
    ] {
        assert_eq!(clipped(text, most), expected);
    }
}

#[test]
fn messages_show_a_value_in_marks_without_control_characters() {
    check(quoted, &[("", "“”"), ("B+", "“B+”"), ("a\nb\tc\u{0}", "“a\u{FFFD}b\u{FFFD}c\u{FFFD}”")]);
    assert_eq!(quoted(&"é".repeat(60)), format!("“{}”", "é".repeat(60)));
    assert_eq!(quoted(&"é".repeat(61)), format!("“{}…”", "é".repeat(60)));
}

#[test]
fn titles_sort_without_their_leading_article() {
    check(
        title_key,
        &[
            ("The Red Shoes", "red shoes"),
            ("A Separation", "separation"),
            ("An Education", "education"),
            ("Theatre", "theatre"),
            ("Anora", "anora"),
            ("A", "a"),
            ("The ", "the "),
            ("Éloge", "eloge"),
        ],
    );
}

#[test]
fn lists_are_joined_as_a_sentence_says_them() {
    for (items, expected) in [(&[][..], ""), (&["a"], "a"), (&["a", "b"], "a and b"), (&["a", "b", "c"], "a, b and c")]
    {
        assert_eq!(listed(items), expected);
    }
}

#[test]
fn counts_are_words_up_to_twelve_and_figures_beyond() {
    for (count, expected) in [(0, "no"), (1, "one"), (4, "four"), (12, "twelve"), (13, "13"), (1000, "1000")] {
        assert_eq!(count_in_words(count), expected);
    }
    for (count, expected) in [(0, "0 reviews"), (1, "1 review"), (2, "2 reviews")] {
        assert_eq!(counted(count, "review"), expected);
    }
}

#[test]
fn only_the_first_letter_is_made_a_capital() {
    check(capitalised, &[("", ""), ("the ending", "The ending"), ("élan Vital", "Élan Vital"), ("3 of 4", "3 of 4")]);
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing_more(text in "\\PC{0,40}") {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn a_form_in_an_address_is_its_own_form(name in "\\PC{0,40}") {
        let form = address_form(&name);
        prop_assert!(!form.starts_with('-') && !form.ends_with('-') && !form.contains("--"), "{}", form);
        prop_assert_eq!(address_form(&form), form);
    }

    #[test]
    fn a_message_never_holds_more_than_sixty_characters_of_a_value(value in any::<String>()) {
        let shown = quoted(&value);
        prop_assert!(shown.chars().count() <= 63, "{}", shown);
        prop_assert!(!shown.contains(char::is_control), "{:?}", shown);
    }

    #[test]
    fn clipping_keeps_the_start(text in "\\PC{0,20}", most in 0..25_usize) {
        let clipped = clipped(&text, most);
        let kept = clipped.strip_suffix('…').unwrap_or(&clipped);
        prop_assert!(text.starts_with(kept));
        prop_assert!(kept.chars().count() <= most);
    }
}

#[test]
fn a_comma_stands_before_every_three_figures() {
    let counts = [0, 7, 999, 1000, 10_000, 100_000, 1_234_567, 1_000_000_000];
    let figures = counts.map(grouped).join(" ");
    assert_eq!(figures, "0 7 999 1,000 10,000 100,000 1,234,567 1,000,000,000");
    assert_eq!(counted(1, "review"), "1 review");
    assert_eq!(counted(1200, "review"), "1,200 reviews");
}
