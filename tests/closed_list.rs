//! Closed lists: their words, their order, and both ways between word and value.

use std::{
    fmt::{Debug, Display},
    str::FromStr,
};

use crosscut::{
    domain::{
        UnknownWord,
        agreement::RowClass,
        aspect::Aspect,
        claim::{Stance, Strength},
        comparison::{RowFilter, RowOrder},
        facet::Facet,
        film::{CertificateSystem, Medium},
        filter::Unscored,
        grade::Scale,
        review::{BlockKind, ReviewKind, Spoiler},
        reviewer::ReviewerKind,
        sort::{FilmSort, ReviewSort},
    },
    route::ReadingMode,
};
use proptest::prelude::*;

/// The list holds these words in this order, and its values read from and write to them.
fn check<T>(list: &str, all: &[T], known: &[&str], words: &str)
where
    T: Copy + Debug + Display + PartialEq + FromStr<Err = UnknownWord>,
{
    assert_eq!(known.join(", "), words, "the words of the list of {list}");
    assert_eq!(all.iter().map(T::to_string).collect::<Vec<_>>(), known, "the words as {list} writes them");
    for value in all {
        assert_eq!(value.to_string().parse(), Ok(*value), "{list}");
    }
    let upper = words.split(", ").next().unwrap_or_default().to_uppercase();
    for word in ["", " ", "elsewhere", upper.as_str()] {
        let message = format!("“{word}” is not a known {list}; known are {words}");
        if !known.contains(&word) {
            assert_eq!(word.parse::<T>().map_err(|error| error.to_string()), Err(message), "{list}");
        }
    }
}

#[test]
fn every_list_reads_what_it_writes_and_nothing_else() {
    let aspects = "story, theme, acting, direction, writing, cinematography, sound, editing, pacing, \
                   production-design, effects, representation, overall, audience";
    check("aspect", &Aspect::ALL, &Aspect::WORDS, aspects);
    check("stance", &Stance::ALL, &Stance::WORDS, "positive, mixed, negative");
    check("row class", &RowClass::ALL, &RowClass::WORDS, "split, qualified, consensus, lone-voice, silent");
    check("facet", &Facet::ALL, &Facet::WORDS, "genre, decade, director, certificate, reviewer");
    check("certificate system", &CertificateSystem::ALL, &CertificateSystem::WORDS, "MPA, BBFC, FSK, ACB");
    check("medium", &Medium::ALL, &Medium::WORDS, "festival, cinema, streaming, home video, television");
    check("choice for unscored reviews", &Unscored::ALL, &Unscored::WORDS, "include, exclude, only");
    check("scale", &Scale::ALL, &Scale::WORDS, "letters, out-of-4, out-of-5, out-of-10, percent, thumbs, none");
    let blocks = "opinion, plot, credits, availability, boilerplate";
    check("kind of block", &BlockKind::ALL, &BlockKind::WORDS, blocks);
    check("kind of review", &ReviewKind::ALL, &ReviewKind::WORDS, "full, house, digest");
    check("kind of reviewer", &ReviewerKind::ALL, &ReviewerKind::WORDS, "house, person, unsigned");
    check("order of films", &FilmSort::ALL, &FilmSort::WORDS, "match, title, year, score, reviews, contested");
    check("choice of rows", &RowFilter::ALL, &RowFilter::WORDS, "all, differ, agree, one");
    check("order of rows", &RowOrder::ALL, &RowOrder::WORDS, "contested, list");
    check("way of reading", &ReadingMode::ALL, &ReadingMode::WORDS, "aligned, written");
    check("order of reviews", &ReviewSort::ALL, &ReviewSort::WORDS, "score, date, reviewer, length");
}

/// No two values are called the same, and none is called nothing.
fn check_labels<T: Copy>(list: &str, all: &[T], label: impl Fn(T) -> &'static str) {
    let mut labels: Vec<&str> = all.iter().map(|value| label(*value)).collect();
    labels.sort_unstable();
    labels.dedup();
    assert_eq!(labels.len(), all.len(), "{list}: two values share a label: {labels:?}");
    assert!(labels.iter().all(|label| !label.trim().is_empty()), "{list}: a label is empty: {labels:?}");
}

#[test]
fn no_two_values_of_a_list_have_the_same_label() {
    check_labels("aspect", &Aspect::ALL, Aspect::label);
    check_labels("aspect in a sentence", &Aspect::ALL, Aspect::in_sentence);
    check_labels("facet", &Facet::ALL, Facet::label);
    check_labels("medium", &Medium::ALL, Medium::label);
    check_labels("scale", &Scale::ALL, Scale::label);
    check_labels("kind of block", &BlockKind::ALL, BlockKind::label);
    check_labels("kind of review", &ReviewKind::ALL, ReviewKind::label);
    check_labels("kind of reviewer", &ReviewerKind::ALL, ReviewerKind::label);
    check_labels("order of films", &FilmSort::ALL, FilmSort::label);
    check_labels("order of reviews", &ReviewSort::ALL, ReviewSort::label);
    check_labels("spoiler level", &Spoiler::ALL, Spoiler::label);
    check_labels("strength", &Strength::ALL, Strength::label);
}

#[test]
fn an_aspects_place_is_its_place_in_the_list() {
    let places: Vec<usize> = Aspect::ALL.into_iter().map(Aspect::index).collect();
    assert_eq!(places, (0..14).collect::<Vec<_>>());
}

proptest! {
    #[test]
    fn a_word_off_the_list_is_refused_with_the_list(word in "\\PC{0,30}") {
        match word.parse::<Aspect>() {
            Ok(aspect) => prop_assert_eq!(aspect.word(), word),
            Err(error) => {
                prop_assert!(!Aspect::WORDS.contains(&word.as_str()));
                prop_assert_eq!(error.found, word);
                prop_assert_eq!(error.known, &Aspect::WORDS[..]);
            }
        }
    }

    #[test]
    fn numbers_of_strengths_and_spoiler_levels_read_back(number: u8) {
        prop_assert_eq!(Strength::new(number).map(Strength::number), Some(number).filter(|it| (1..=3).contains(it)));
        prop_assert_eq!(Spoiler::new(number).map(Spoiler::level), Some(number).filter(|it| *it <= 3));
    }
}
