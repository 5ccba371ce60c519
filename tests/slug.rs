//! Names in addresses.

use crosscut::domain::slug::{FilmSlug, LONGEST_SLUG, ReviewId, ReviewerSlug};
use proptest::prelude::*;

mod support;

use support::any;

/// All three kinds of slug read the text alike.
fn read(text: &str) -> Result<String, String> {
    let film = text.parse::<FilmSlug>().map(|slug| slug.to_string()).map_err(|error| error.to_string());
    let reviewer = text.parse::<ReviewerSlug>().map(|slug| slug.as_str().to_owned()).map_err(|error| error.to_string());
    let review = text.parse::<ReviewId>().map(|slug| slug.as_str().to_owned()).map_err(|error| error.to_string());
    assert_eq!(film, reviewer);
    assert_eq!(film, review);
    film
}

#[test]
fn lower_case_letters_digits_and_single_hyphens_make_a_slug() {
    for text in ["a", "7", "sound-of-metal", "cleo-from-5-to-7", "2001", "x".repeat(LONGEST_SLUG).as_str()] {
        assert_eq!(read(text), Ok(text.to_owned()));
    }
}

#[test]
fn what_is_no_slug_is_refused() {
    let wrong = [
        "",
        "-",
        "-a",
        "a-",
        "a--b",
        "A",
        "Sound-of-metal",
        "a b",
        " a",
        "a_b",
        "a.b",
        "a/b",
        "../a",
        "é",
        "a\u{301}",
        "a\n",
        "%20",
        "a?b",
    ];
    for text in wrong {
        let shown = text.replace('\n', "\u{FFFD}");
        let expected = "a slug: lower-case letters a to z and digits, in runs joined by single hyphens, at most 96 \
                        characters";
        assert_eq!(read(text), Err(format!("“{shown}” is not {expected}")));
    }
    let long = read(&"x".repeat(LONGEST_SLUG + 1)).unwrap_err();
    assert!(long.starts_with(&format!("“{}…” is not a slug: ", "x".repeat(60))), "{long}");
}

proptest! {
    #[test]
    fn a_slug_reads_back_as_it_is_written(text in any::slug_text()) {
        prop_assert_eq!(read(&text), Ok(text));
    }

    #[test]
    fn whatever_is_read_as_a_slug_is_safe_in_an_address(text in "[a-zA-Z0-9 _./-]{0,12}|\\PC{0,12}") {
        let safe = text.bytes().all(|byte| byte == b'-' || byte.is_ascii_lowercase() || byte.is_ascii_digit());
        let sound = safe && !text.is_empty() && !format!("-{text}-").contains("--");
        prop_assert_eq!(read(&text).is_ok(), sound);
    }
}
