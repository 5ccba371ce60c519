use std::collections::HashMap;

use crosscut::{
    domain::film::Film,
    wire::film_file::{FilmFile, read_film},
};

use super::*;

const SEED: u64 = 7;

fn films(size: usize, corpus: Corpus) -> Vec<Film> {
    DataSet::new(size, corpus, SEED).films().collect()
}

fn reviews(films: &[Film]) -> usize {
    films.iter().map(|film| film.reviews.len()).sum()
}

#[test]
fn a_seed_settles_every_byte() {
    let written = |seed| {
        let films: Vec<Film> = DataSet::new(300, Corpus::Full, seed).films().collect();
        serde_json::to_string(&films.iter().map(FilmFile::from).collect::<Vec<_>>()).unwrap()
    };
    assert_eq!(written(SEED), written(SEED));
    assert_ne!(written(SEED), written(SEED + 1));
}

#[test]
fn it_has_as_many_reviews_as_asked_for() {
    for size in [2, 3, 10, 61, 1000, 4321] {
        assert_eq!(reviews(&films(size, Corpus::Short)), size);
    }
    let films = films(10_000, Corpus::Short);
    assert!((900..1100).contains(&films.len()), "{} films", films.len());
    assert!(films.iter().any(|film| film.reviews.len() == 2));
    assert!(films.iter().any(|film| film.reviews.len() > 50));
    assert!(films.iter().all(|film| (2..=61).contains(&film.reviews.len())));
}

#[test]
fn every_film_reads_as_it_was_written() {
    for film in films(300, Corpus::Full).into_iter().chain(films(300, Corpus::Short)) {
        let text = serde_json::to_string(&FilmFile::from(&film)).unwrap();
        assert_eq!(read_film(&text).unwrap(), (film, Vec::new()));
    }
}

#[test]
fn texts_are_as_long_as_said() {
    let mean = |corpus| {
        let films = films(2000, corpus);
        let reviews = || films.iter().flat_map(|film| &film.reviews);
        let body: usize = reviews().flat_map(|review| &review.body).map(|block| block.text.len()).sum();
        let headline: usize = reviews().filter_map(|review| review.headline.as_ref()).map(String::len).sum();
        (body / 2000, headline / 2000)
    };
    let (body, headline) = mean(Corpus::Short);
    assert!((114..=126).contains(&(body + headline)), "{body} + {headline}");
    let (body, _) = mean(Corpus::Full);
    assert!((1900..=2100).contains(&body), "{body}");
}

#[test]
fn few_words_are_common_and_many_are_rare() {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let films = films(2000, Corpus::Full);
    let texts = films.iter().flat_map(|film| &film.reviews).flat_map(|review| &review.body).map(|block| &block.text);
    let (mut letters, mut accented) = (0, 0);
    for word in texts.flat_map(|text| text.split(|it: char| !it.is_alphanumeric() && it != '’')) {
        if !word.is_empty() {
            *counts.entry(word.to_lowercase()).or_default() += 1;
            letters += word.chars().count();
            accented += usize::from(word.chars().any(|it| it.is_alphabetic() && !it.is_ascii()));
        }
    }
    let mut counts: Vec<usize> = counts.into_values().collect();
    counts.sort_unstable_by(|one, other| other.cmp(one));
    let all: usize = counts.iter().sum();
    let top: usize = counts.iter().take(100).sum();
    assert!((400..=600).contains(&(top * 1000 / all)), "{top} of {all}");
    assert!((45..=75).contains(&(counts[0] * 1000 / all)), "{} of {all}", counts[0]);
    assert!(counts.len() > 30_000, "{} words", counts.len());
    assert!((42..=54).contains(&(letters * 10 / all)), "{letters} letters in {all} words");
    assert!((5..=20).contains(&(accented * 1000 / all)), "{accented} of {all}");
}

#[test]
fn a_quarter_of_the_reviews_has_no_score() {
    let films = films(4000, Corpus::Short);
    let reviews = || films.iter().flat_map(|film| &film.reviews);
    let unscored = reviews().filter(|review| review.brief().score().is_none()).count();
    assert!((900..=1100).contains(&unscored), "{unscored} of 4000");
    assert!(reviews().all(|review| (4..=9).contains(&review.claims.len())));
}
