//! Title cards: chosen so that no two are alike, and drawn the same on every machine.

use std::collections::HashSet;

use crosscut::domain::title_card::*;

const GENRES: [Option<&str>; 9] = [
    Some("drama"),
    Some("documentary"),
    Some("thriller"),
    Some("Music"),
    Some("science fiction"),
    Some("comedy"),
    Some("romance"),
    Some("a genre nobody has heard of"),
    None,
];

const TITLES: [&str; 12] =
    ["", "   ", "The", "A", "...", "🎬🍿", "Été", "ßeta", "8½", "乱", "فراق", "Mad Max: Fury Road"];

fn slugs(count: usize) -> Vec<String> {
    (0..count).map(|k| format!("film-{k}")).collect()
}

/// One seed a slug, with genres and decades going round at different speeds.
fn seeds(slugs: &[String]) -> Vec<Seed<'_>> {
    let decades = (1920..=2020).step_by(10).cycle();
    let films = slugs.iter().zip(GENRES.into_iter().cycle()).zip(decades);
    films.map(|((slug, genre), decade)| Seed { slug, title: slug, genre, decade }).collect()
}

/// Every composition in every palette, each from a few hashes.
fn all_designs() -> impl Iterator<Item = Design> {
    let pairs = Composition::ALL.into_iter().flat_map(|one| Palette::ALL.map(|palette| (one, palette)));
    pairs.flat_map(|(composition, palette)| {
        [0, 1, 0x9e37_79b9, u32::MAX].map(|hash| Design { composition, palette, hash })
    })
}

/// Every number of a card, those inside path data included.
fn numbers(card: &TitleCard) -> Vec<f32> {
    let in_path = |d: &str| -> Vec<f32> {
        let inside = d.split(|c: char| c.is_ascii_alphabetic() || c.is_whitespace());
        inside.filter(|part| !part.is_empty()).map(|part| part.parse().unwrap_or(f32::NAN)).collect()
    };
    let of_paint = |paint: &Paint| [paint.opacity, paint.stroke.map_or(0.0, |(_, width)| width)];
    let of_shape = |shape: &Shape| -> Vec<f32> {
        let (mut found, paint) = match shape {
            Shape::Rect { x, y, width, height, paint } => (vec![*x, *y, *width, *height], paint),
            Shape::Circle { cx, cy, r, paint } => (vec![*cx, *cy, *r], paint),
            Shape::Path { d, paint } => (in_path(d), paint),
            Shape::Letter { x, y, size, paint, .. } => (vec![*x, *y, *size], paint),
        };
        found.extend(of_paint(paint));
        found
    };
    card.shapes.iter().flat_map(of_shape).collect()
}

/// The letter that a title's card shows.
fn letter(title: &str) -> String {
    let design = Design { composition: Composition::Initial, palette: Palette::ALL[0], hash: 7 };
    let shown = design.draw(title).shapes.into_iter().find_map(|shape| match shape {
        Shape::Letter { glyph, .. } => Some(glyph),
        Shape::Rect { .. } | Shape::Circle { .. } | Shape::Path { .. } => None,
    });
    shown.unwrap_or_default()
}

/// How bright a colour is, from 0 to 1 (relative luminance, WCAG 2.2).
fn luminance(colour: Colour) -> f32 {
    let channel = |from: usize| {
        let digits = colour.as_str().get(from..from + 2).unwrap_or_default();
        let value = u8::from_str_radix(digits, 16).map_or(f32::NAN, f32::from) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(a: Colour, b: Colour) -> f32 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

#[test]
fn the_same_list_gives_the_same_cards() {
    let slugs = slugs(40);
    let draw = || -> Vec<TitleCard> { designs(&seeds(&slugs)).iter().map(|one| one.draw("Heat")).collect() };
    assert_eq!(draw(), draw());
}

#[test]
fn every_seed_gets_a_design_in_its_place() {
    let slugs = slugs(60);
    let alone = |seed: &Seed<'_>| designs(&[*seed]).first().map(|one| one.hash);
    let together: Vec<_> = designs(&seeds(&slugs)).iter().map(|one| Some(one.hash)).collect();
    assert_eq!(together, seeds(&slugs).iter().map(alone).collect::<Vec<_>>());
    assert_eq!(designs(&[]), []);
}

#[test]
fn no_two_of_sixty_films_share_composition_and_palette() {
    let slugs = slugs(60);
    let pairs: HashSet<_> = designs(&seeds(&slugs)).iter().map(|one| (one.composition, one.palette)).collect();
    assert_eq!(pairs.len(), 60);
}

#[test]
fn every_pair_comes_once_before_any_comes_twice() {
    let all = Composition::ALL.len() * Palette::ALL.len();
    let slugs = slugs(all + 20);
    let made = designs(&seeds(&slugs));
    let pairs: HashSet<_> = made.iter().take(all).map(|one| (one.composition, one.palette)).collect();
    assert_eq!((made.len(), pairs.len()), (all + 20, all));
}

#[test]
fn films_up_to_five_apart_share_neither_composition_nor_palette() {
    let slugs = slugs(60);
    for near in designs(&seeds(&slugs)).windows(6) {
        let compositions: HashSet<_> = near.iter().map(|one| one.composition).collect();
        let palettes: HashSet<_> = near.iter().map(|one| one.palette).collect();
        assert_eq!((compositions.len(), palettes.len()), (6, 6), "{near:#?}");
    }
}

#[test]
fn thirty_films_of_one_genre_and_decade_still_spread_over_what_there_is() {
    let slugs = slugs(30);
    let alike = seeds(&slugs).into_iter().map(|seed| Seed { genre: Some("drama"), decade: 2010, ..seed });
    let made = designs(&alike.collect::<Vec<_>>());
    let compositions: HashSet<_> = made.iter().map(|one| one.composition).collect();
    let palettes: HashSet<_> = made.iter().map(|one| one.palette).collect();
    assert!(compositions.len() >= 15, "{compositions:?}");
    assert!(palettes.len() >= 12, "{palettes:?}");
}

#[test]
fn a_card_does_not_change_when_films_are_added_after_it() {
    let slugs = slugs(50);
    let all = seeds(&slugs);
    assert_eq!(designs(&all[..20]), designs(&all)[..20]);
}

#[test]
fn the_genre_is_read_in_any_case() {
    let choice = |genre| designs(&[Seed { slug: "heat", title: "Heat", genre: Some(genre), decade: 1990 }]);
    assert_eq!(choice("Thriller"), choice("thriller"));
}

#[test]
fn older_films_get_toned_palettes_and_newer_ones_full_colour() {
    let slugs = slugs(80);
    let names = |decade: u16| -> HashSet<&str> {
        let alone = seeds(&slugs).into_iter().map(|seed| designs(&[Seed { decade, ..seed }]));
        alone.flatten().map(|one| one.palette.name).collect()
    };
    let (old, middle, new) = (names(1940), names(1980), names(2020));
    assert!(old.contains("Nitrate") && middle.contains("Tobacco") && new.contains("Ultramarine"));
    assert!(old.is_disjoint(&middle) && middle.is_disjoint(&new) && new.is_disjoint(&old));
}

#[test]
fn there_are_enough_compositions_and_palettes_and_none_is_listed_twice() {
    assert_eq!(Composition::ALL.into_iter().collect::<HashSet<_>>().len(), 26);
    assert_eq!(Palette::ALL.map(|palette| palette.name).into_iter().collect::<HashSet<_>>().len(), 20);
}

#[test]
fn ink_and_accent_stand_out_from_every_ground() {
    for Palette { name, ground, ink, accent, mid, .. } in Palette::ALL {
        for colour in [ground, ink, accent, mid] {
            assert_eq!((colour.as_str().len(), &colour.as_str()[..1]), (7, "#"), "{name}");
        }
        assert!(contrast(ground, ink) >= 4.0, "{name}: ink {}", contrast(ground, ink));
        assert!(contrast(ground, accent) >= 1.9, "{name}: accent {}", contrast(ground, accent));
        // A page of either theme must not swallow the card's edge.
        for page in [Colour("#fdfcf9"), Colour("#150f0c")] {
            assert!(contrast(ground, page) >= 1.3, "{name}: page {}", contrast(ground, page));
        }
    }
}

#[test]
fn every_number_of_every_card_is_finite_and_has_one_decimal_at_most() {
    for design in all_designs() {
        let card = design.draw("Sound of Metal");
        for number in numbers(&card) {
            assert!(number.is_finite() && number.abs() < 1000.0, "{design:?}: {number}");
        }
        for shape in &card.shapes {
            if let Shape::Path { d, .. } = shape {
                let long = d.split(' ').find(|part| part.split_once('.').is_some_and(|(_, tail)| tail.len() > 1));
                assert_eq!(long, None, "{design:?}");
            }
        }
    }
}

#[test]
fn every_path_begins_by_moving() {
    for design in all_designs() {
        for shape in design.draw("Heat").shapes {
            if let Shape::Path { d, .. } = shape {
                // An empty layer is allowed; SVG draws nothing.
                assert!(d.is_empty() || d.starts_with('M'), "{design:?}: {d}");
            }
        }
    }
}

#[test]
fn a_card_has_between_one_and_ninety_shapes_and_is_small() {
    for design in all_designs() {
        let card = design.draw("Man on Wire");
        assert!((1..=90).contains(&card.shapes.len()), "{design:?}: {}", card.shapes.len());
        let bytes: usize =
            card.shapes.iter().map(|shape| if let Shape::Path { d, .. } = shape { d.len() } else { 0 }).sum();
        assert!(bytes < 8_000, "{design:?}: {bytes}");
        assert_eq!(card.ground, design.palette.ground);
    }
}

#[test]
fn the_hash_changes_what_is_drawn() {
    let draw = |composition, hash| Design { composition, palette: Palette::ALL[3], hash }.draw("Heat");
    for composition in Composition::ALL {
        assert_ne!(draw(composition, 11), draw(composition, 0x9e37_79b9), "{composition:?}");
    }
}

#[test]
fn any_title_can_be_drawn() {
    for title in TITLES {
        for design in all_designs() {
            for shape in design.draw(title).shapes {
                if let Shape::Letter { glyph, .. } = shape {
                    assert_eq!(glyph.chars().count(), 1, "{title:?}");
                }
            }
        }
    }
}

#[test]
fn the_letter_is_the_one_a_title_is_filed_under() {
    for (title, expected) in [
        ("Heat", "H"),
        ("The Red Shoes", "R"),
        ("A Separation", "S"),
        ("An Autumn Afternoon", "A"),
        ("the Third Man", "T"),
        ("The", "T"),
        ("A", "A"),
        ("Anora", "A"),
        ("Theorem", "T"),
        ("été", "É"),
        ("...And Justice", "A"),
        ("«La Haine»", "L"),
        ("8½", "8"),
        ("ßeta", "ß"),
        ("乱", "乱"),
        ("Сталкер", "С"),
        ("", "•"),
        ("🎬", "•"),
        ("The 🎬", "T"),
    ] {
        assert_eq!(letter(title), expected, "{title:?}");
    }
}
