//! Title cards: chosen so that no two are alike, and drawn the same on every machine.

use std::collections::{HashMap, HashSet};

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
        [0, 1, 7, 1 << 20, 0x9e37_79b9, u32::MAX].map(|hash| Design { composition, palette, hash })
    })
}

/// The path data of a card.
fn paths(card: &TitleCard) -> Vec<&str> {
    let data = card.shapes.iter().map(|shape| match shape {
        Shape::Path { d, .. } => Some(d.as_str()),
        Shape::Letter { .. } => None,
    });
    data.flatten().collect()
}

/// The letter that a title's card shows.
fn letter(title: &str) -> Option<char> {
    let design = Design { composition: Composition::Initial, palette: Palette::ALL[0], hash: 7 };
    design.draw(title).shapes.into_iter().find_map(|shape| match shape {
        Shape::Letter { letter, .. } => Some(letter),
        Shape::Path { .. } => None,
    })
}

/// How bright a colour is, from 0 to 1 (relative luminance, WCAG 2.2).
fn luminance(colour: Colour) -> f32 {
    let channel = |from: usize| {
        let digits = colour.css().get(from..from + 2).unwrap_or_default().to_owned();
        let value = u8::from_str_radix(&digits, 16).map_or(f32::NAN, f32::from) / 255.0;
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
    assert!(compositions.len() >= 14, "{compositions:?}");
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
    let slugs = slugs(200);
    let chosen = |decade: u16| -> HashSet<Palette> {
        let alone = seeds(&slugs).into_iter().map(|seed| designs(&[Seed { decade, ..seed }]));
        alone.flatten().map(|one| one.palette).collect()
    };
    let listed = |from: usize, to: usize| Palette::ALL[from..to].iter().copied().collect::<HashSet<_>>();
    assert_eq!(chosen(1940), listed(0, 5));
    assert_eq!(chosen(1980), listed(5, 10));
    assert_eq!(chosen(2020), listed(10, 16));
}

#[test]
fn a_film_alone_gets_what_suits_its_genre() {
    use Composition::{Doorway, Eye, Keys, Phases, Rings, Split, Spotlight, Waveform};

    let slugs = slugs(200);
    let chosen = |genre| -> HashSet<Composition> {
        let alone = seeds(&slugs).into_iter().map(|seed| designs(&[Seed { genre, ..seed }]));
        alone.flatten().map(|one| one.composition).collect()
    };
    assert_eq!(chosen(Some("music")), HashSet::from([Waveform, Rings, Keys, Spotlight]));
    assert_eq!(chosen(Some("Sci-fi")), HashSet::from([Phases, Rings, Split, Doorway, Eye]));
    for unknown in [None, Some(""), Some("乱"), Some("unheard of")] {
        assert_eq!(chosen(unknown).len(), Composition::ALL.len(), "{unknown:?}");
    }
}

#[test]
fn ten_thousand_films_are_spread_evenly() {
    let slugs = slugs(10_000);
    let mut counts: HashMap<(Composition, Palette), usize> = HashMap::new();
    for one in designs(&seeds(&slugs)) {
        *counts.entry((one.composition, one.palette)).or_default() += 1;
    }
    assert_eq!(counts.values().sum::<usize>(), 10_000);
    assert!(counts.values().all(|count| [39, 40].contains(count)), "{counts:?}");
}

#[test]
fn no_composition_and_no_palette_is_listed_twice() {
    assert_eq!(Composition::ALL.into_iter().collect::<HashSet<_>>().len(), 16);
    assert_eq!(Palette::ALL.into_iter().collect::<HashSet<_>>().len(), 16);
}

#[test]
fn compositions_are_listed_in_the_order_of_their_numbers() {
    assert!(Composition::ALL.into_iter().enumerate().all(|(place, one)| place == one as usize));
}

#[test]
fn a_colour_is_written_in_six_digits() {
    assert_eq!(Colour(0x00_0a_f0).css(), "#000af0");
    assert_eq!(Colour(0xff_c3_9b).css(), "#ffc39b");
}

#[test]
fn ink_and_accent_stand_out_from_every_ground() {
    for palette @ Palette { ground, ink, accent, .. } in Palette::ALL {
        assert!(contrast(ground, ink) >= 4.0, "{palette:?}: ink {}", contrast(ground, ink));
        assert!(contrast(ground, accent) >= 1.9, "{palette:?}: accent {}", contrast(ground, accent));
        // A page of either theme must not swallow the card's edge.
        for page in [Colour(0xfd_fcf9), Colour(0x15_0f0c)] {
            assert!(contrast(ground, page) >= 1.3, "{palette:?}: page {}", contrast(ground, page));
        }
    }
}

#[test]
fn paths_are_made_of_known_commands_and_of_numbers_that_are_near_the_canvas() {
    for design in all_designs() {
        for d in paths(&design.draw("Sound of Metal")) {
            assert!(d.starts_with('M'), "{design:?}: {d}");
            for part in d.split_inclusive(|c: char| c.is_ascii_alphabetic()) {
                let (numbers, command) = part.split_at(part.trim_end_matches(char::is_alphabetic).len());
                assert!(command.is_empty() || "MLlAaCQSz".contains(command), "{design:?}: {command}");
                for number in numbers.split(' ').filter(|number| !number.is_empty()) {
                    assert!(number.parse::<i32>().is_ok_and(|number| number.abs() < 10_000), "{design:?}: {number:?}");
                }
            }
        }
    }
}

#[test]
fn a_card_is_its_ground_and_then_a_dozen_shapes_at_most() {
    for design in all_designs() {
        let card = design.draw("Man on Wire");
        assert!((2..=13).contains(&card.shapes.len()), "{design:?}: {}", card.shapes.len());
        let bytes: usize = paths(&card).iter().map(|d| d.len()).sum();
        assert!(bytes < 6_000, "{design:?}: {bytes}");
        let d = "M0 0l2400 0l0 3300l-2400 0z".to_owned();
        let ground = Shape::Path { d, paint: Paint { colour: design.palette.ground, width: 0 } };
        assert_eq!(card.shapes.first(), Some(&ground));
    }
}

#[test]
fn the_view_box_is_the_canvas() {
    assert_eq!(VIEW_BOX, format!("0 0 {WIDTH} {HEIGHT}"));
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
            let letters = design.draw(title).shapes.iter().filter(|one| matches!(one, Shape::Letter { .. })).count();
            assert_eq!(letters, usize::from(design.composition == Composition::Initial), "{title:?}: {design:?}");
        }
    }
}

#[test]
fn the_letter_is_the_one_a_title_is_filed_under() {
    for (title, expected) in [
        ("Heat", 'H'),
        ("The Red Shoes", 'R'),
        ("A Separation", 'S'),
        ("An Autumn Afternoon", 'A'),
        ("the Third Man", 'T'),
        ("The", 'T'),
        ("A", 'A'),
        ("Anora", 'A'),
        ("Theorem", 'T'),
        ("été", 'É'),
        ("...And Justice", 'A'),
        ("«La Haine»", 'L'),
        ("8½", '8'),
        ("ßeta", 'ß'),
        ("乱", '乱'),
        ("Сталкер", 'С'),
        ("", '•'),
        ("🎬", '•'),
        ("The 🎬", 'T'),
        ("AN OUTCRY", 'O'),
        ("Thé", 'T'),
        ("An", 'A'),
        ("žena", 'Ž'),
        ("łódź", 'Ł'),
        ("őr", 'Ő'),
        ("ÿ", 'ÿ'),
        ("ωμέγα", 'Ω'),
        ("ёлки", 'Ё'),
        ("七人の侍", '七'),
        ("「生きる」", '生'),
        ("𠮷野", '𠮷'),
    ] {
        assert_eq!(letter(title), Some(expected), "{title:?}");
    }
}
