//! The settings of a site.
#![cfg(feature = "schema")]
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test")]

use crosscut::wire::settings_file::{Colour, Settings, read_settings};
use proptest::prelude::*;

fn read(text: &str) -> (Settings, Vec<String>) {
    let (settings, defects) = read_settings(text).unwrap();
    (settings, defects.iter().map(ToString::to_string).collect())
}

#[test]
fn settings_are_read_as_they_are_written() {
    let (settings, defects) = read(
        r##"{ "name": "Reel Talk", "mark": null, "tagline": "films", "address": "https://example.org/x/",
              "accent": { "light": "#0050A0", "dark": "#90c0ff" }, "about": ["One.", "Two."], "foot": "Here." }"##,
    );
    assert_eq!(defects, [""; 0]);
    assert_eq!(
        (settings.name.as_str(), settings.mark.as_str()),
        ("Reel Talk", "Reel Talk"),
        "without a mark it is the name"
    );
    assert_eq!(settings.address.as_deref(), Some("https://example.org/x/"));
    let (light, dark) = settings.accent.unwrap();
    assert_eq!((light.to_string(), dark.to_string()), ("#0050a0".to_owned(), "#90c0ff".to_owned()));
    assert_eq!((settings.about.len(), settings.foot.as_str()), (2, "Here."));
}

#[test]
fn what_is_not_sound_is_as_usual_and_told() {
    let (settings, defects) = read(
        r##"{ "name": 7, "mark": null, "tagline": "films", "address": null, "accent": { "light": "red", "dark": "#90c0ff" },
             "about": [], "foot": null }"##,
    );
    assert_eq!((settings.name, settings.accent), (Settings::default().name, None));
    assert_eq!(defects.len(), 2, "{defects:?}");
    assert!(defects[1].contains("$.accent.light") && defects[1].contains("six hexadecimal digits"), "{defects:?}");
}

#[test]
fn contrast_is_what_wcag_says() {
    let contrast = |one: &str, other: &str| one.parse::<Colour>().unwrap().contrast(other.parse().unwrap());
    for (one, other, expected) in
        [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#a1b2c3", "#a1b2c3", 1.0)]
    {
        assert!((contrast(one, other) - expected).abs() < 0.01, "{one} on {other}: {}", contrast(one, other));
    }
}

proptest! {
    #[test]
    fn a_colour_is_six_digits_and_nothing_else(text in "#?[0-9a-gA-G]{5,7}|.{0,8}") {
        let sound = text.len() == 7 && text.starts_with('#') && text[1..].bytes().all(|it| it.is_ascii_hexdigit());
        let colour = text.parse::<Colour>();
        prop_assert_eq!(colour.is_ok(), sound, "{}", text);
        if let Ok(colour) = colour {
            prop_assert_eq!(colour.to_string(), text.to_ascii_lowercase());
        }
    }

    #[test]
    fn contrast_does_not_depend_on_the_order(one: [u8; 3], other: [u8; 3]) {
        let colour = |[red, green, blue]: [u8; 3]| format!("#{red:02x}{green:02x}{blue:02x}").parse::<Colour>().unwrap();
        let (there, back) = (colour(one).contrast(colour(other)), colour(other).contrast(colour(one)));
        prop_assert!((there - back).abs() < 1e-9 && (1.0..=21.01).contains(&there));
    }
}
