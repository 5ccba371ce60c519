//! What the formats' reader says of a text that is not JSON is what `serde_json` says of it.

use crosscut::wire::{Unreadable, reviewers_file::read_reviewers};
use proptest::prelude::*;
use serde_json::Value;

/// What both say of a text: nothing where it is JSON. `serde_json` refuses numbers that are beyond
/// its own; they are JSON all the same.
fn check(text: &str) {
    let ours = match read_reviewers(text) {
        Err(error @ Unreadable::Malformed { .. }) => Some(error.to_string()),
        Err(Unreadable::Defect(_)) | Ok(_) => None,
    };
    let theirs = serde_json::from_str::<Value>(text).err();
    let theirs = theirs.map(|error| error.to_string().replace(" column", ", column"));
    if !theirs.as_ref().is_some_and(|error| error.starts_with("number out of range")) {
        assert_eq!(ours, theirs, "{text:?}");
    }
}

#[test]
fn every_fault_is_told_alike() {
    let texts = [
        "",
        " ",
        "\n\n",
        "nul",
        "nulL",
        "tru",
        "true",
        "falsy",
        "x",
        "[",
        "[ ",
        "[,",
        "[1",
        "[1 2",
        "[1,",
        "[1,]",
        "[1,,2]",
        "[1]]",
        "[]x",
        "{",
        "{ ",
        "{,",
        "{1",
        "{\"",
        "{\"a\"",
        "{\"a\" 1",
        "{\"a\":",
        "{\"a\":}",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{\"a\":1 \"b\"",
        "{\"a\":1,b",
        "-",
        "-x",
        "01",
        "-01",
        "1.",
        "1.x",
        "1.\n",
        "1e",
        "1e+",
        "1ex",
        "1.5e3",
        "-0",
        "[-1,\n.5]",
        "+1",
        "\"",
        "\"a",
        "\"\n\"",
        "\"\u{1}",
        "\"\\",
        "\"\\x\"",
        "\"\\u12",
        "\"\\u12\"",
        "\"\\u123g\"",
        "\"\\ud800\"",
        "\"\\ud800\\n\"",
        "\"\\ud800x\"",
        "\"\\ud800\\ud800\"",
        "\"\\udc00\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud800\\",
        "\"é\u{7f}\\u00e9\" é",
        "[\"é\n",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
    ];
    texts.into_iter().for_each(check);
    for depth in [127, 128, 129] {
        check(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
        check(&"{\"a\":".repeat(depth));
    }
}

#[test]
fn a_number_beyond_all_others_is_a_number_that_the_formats_do_not_have() {
    let error = read_reviewers("1e999").unwrap_err().to_string();
    assert_eq!(error, "$: found a number that is not whole, expected an array");
}

#[test]
fn texts_are_read_as_they_were_meant() {
    let name = |name: &str| {
        let text = format!(r#"[{{"slug":"a","name":{name},"kind":"house","beat":null,"scale":"none","about":"b"}}]"#);
        read_reviewers(&text).unwrap().0.remove(0).name
    };
    assert_eq!(name(r#""plain é""#), "plain é");
    assert_eq!(name(r#""\"\\\/\b\f\n\r\t""#), "\"\\/\u{8}\u{c}\n\r\t");
    assert_eq!(name(r#""a\u00e9b\ud83d\ude00c\uFFFF""#), "aéb😀c\u{ffff}");
}

proptest! {
    #[test]
    fn any_text_is_told_alike(text in "[\\[\\]{}:,\"\\\\ \n0-9a-f.eE+-tru\u{e9}\u{3}]{0,24}") {
        check(&text);
    }

    /// A file of the site, cut off somewhere, with a character or two in place of another.
    #[test]
    fn a_broken_file_is_told_alike(cut in 0_usize..1000, at in 0_usize..1000, other in "[\\[\\]{}:,\"\\\\ \n0ux]{0,2}") {
        let text = r#"[ { "slug": "matinee", "name": "Ma\u00e9\ud83d\ude00t\\in\"ee", "year": -120.5e3, "is": [true, false, null, [], {}] },
            {"kind": "house", "beat": null, "scale": "out-of-5", "about": "A column.", "é": [[1, 2], [3, [4]]]} ]"#;
        let mut letters: Vec<String> = text.chars().map(String::from).collect();
        let place = at % letters.len();
        letters[place] = other;
        let cut = if cut > 500 { letters.len() } else { cut.min(letters.len()) };
        check(&letters[..cut].concat());
    }
}
