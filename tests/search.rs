//! Finding films by what a visitor types, and the nearest word to a misspelt one.

use crosscut::domain::{
    aspect::Aspect,
    catalog::Catalog,
    film::Listing,
    search::{Search, nearest},
};
use proptest::prelude::*;

mod support;

use support::{any, brief, listing, reviewer, slugs};

fn films() -> Catalog {
    let film = |slug, title: &str, year, director: &str, other: &str, reviews| Listing {
        title: title.to_owned(),
        year,
        directors: vec![director.to_owned()],
        others: vec![other.to_owned()],
        ..listing(slug, reviews)
    };
    let films = vec![
        film("cleo", "Cléo from 5 to 7", 1962, "Agnès Varda", "Corinne Marchand", vec![brief("matinee", "")]),
        film("metal", "Sound of Metal", 2019, "Darius Marder", "Riz Ahmed", vec![brief("ray", "")]),
        film("spirited", "千と千尋の神隠し", 2001, "Hayao Miyazaki", "Rumi Hiiragi", Vec::new()),
    ];
    Catalog::new(films, vec![reviewer("ray", "Ray O’Schillaci")], Vec::new())
}

fn check(typed: &str, expected: &str) {
    assert_eq!(slugs(&films().search(&Search::new(typed))), expected, "{typed}");
}

#[test]
fn a_search_finds_titles_years_people_and_reviewers() {
    check("metal", "metal");
    check("1962", "cleo");
    check("varda", "cleo");
    check("ahmed", "metal");
    check("schillaci", "metal");
    check("matinee", "cleo");
    check("千尋", "spirited");
    check("elsewhere", "");
}

#[test]
fn accents_case_and_typographic_marks_do_not_matter() {
    check("CLEO", "cleo");
    check("cléo", "cleo");
    check("agnes VARDA", "cleo");
    check("o'schillaci", "metal");
    check("O’Schillaci", "metal");
}

#[test]
fn every_word_must_be_found_in_any_order_and_as_part_of_a_word() {
    check("metal sound", "metal");
    check("riz metal 2019", "metal");
    check("met ahm", "metal");
    check("metal varda", "");
    check("  sound\t metal ", "metal");
}

#[test]
fn no_match_runs_from_one_name_into_the_next() {
    check("metal2019", "");
    check("marderriz", "");
}

#[test]
fn an_empty_search_finds_everything() {
    check("", "cleo metal spirited");
    check(" \u{A0}\n", "cleo metal spirited");
    assert!(Search::new("  ").is_empty());
    assert!(!Search::new("a").is_empty());
}

fn check_nearest(word: &str, expected: Option<&str>) {
    assert_eq!(nearest(word, Aspect::WORDS), expected, "{word}");
}

#[test]
fn a_misspelt_word_has_a_nearest_one_where_one_is_near_enough() {
    check_nearest("acting", Some("acting"));
    check_nearest("actng", Some("acting"));
    check_nearest("Acting", Some("acting"));
    check_nearest("cinematograpy", Some("cinematography"));
    check_nearest("production design", Some("production-design"));
    check_nearest("edtiing", Some("editing"));
    check_nearest("music", None);
    check_nearest("", None);
    check_nearest(&"acting".repeat(100), None);
    assert_eq!(nearest("acting", []), None);
}

proptest! {
    #[test]
    fn a_film_is_found_by_any_part_of_its_title_or_people(film in any::listing("film".to_owned()), skip in 0..9_usize) {
        let catalog = support::catalog(vec![film.clone()]);
        for name in [&film.title].into_iter().chain(&film.directors).chain(&film.others) {
            let part: String = name.chars().skip(skip).take(5).collect();
            prop_assert_eq!(slugs(&catalog.search(&Search::new(&part))), "film", "{:?} of {:?}", part, name);
        }
    }

    #[test]
    fn more_words_never_find_more_films(catalog in any::catalog(6), one in "[a-z]{1,2}", other in "[a-z]{1,2}") {
        let found = |typed: &str| -> Vec<String> {
            catalog.search(&Search::new(typed)).iter().map(|film| film.slug.to_string()).collect()
        };
        let both = found(&format!("{one} {other}"));
        let each: Vec<String> = found(&one).into_iter().filter(|slug| found(&other).contains(slug)).collect();
        prop_assert_eq!(both, each);
    }
}
