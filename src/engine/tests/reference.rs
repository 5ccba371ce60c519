//! The search against one that is as plain as can be: every text is cut into words for every question,
//! nothing is packed, kept or left out. Both must find the same rows at the same ranks, and list the
//! films in the same order.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "what is wrong here is a fault of the test")]

use std::{collections::BTreeMap, sync::Arc};

use crosscut_engine::{
    bits::Bits,
    corpus::{Corpus, Entry, Matches, Place, rank},
    order::{Hit, Least, ordered},
    term::{Fit, Term},
    words::each_word,
};
use proptest::prelude::*;

#[derive(Clone, Debug)]
struct Film {
    title: String,
    people: Vec<String>,
    reviews: Vec<Review>,
}

#[derive(Clone, Debug)]
struct Review {
    reviewer: usize,
    outlet: Option<usize>,
    headline: Option<String>,
    blocks: Vec<String>,
}

const REVIEWERS: [&str; 4] = ["Ray Ohm", "Mara", "An A", "Zoë Àb"];
const OUTLETS: [&str; 2] = ["The Ab Post", "Bab"];

/// What stands at a place of a row: texts that no phrase runs across, each as its words.
fn texts(films: &[Film], film: usize, review: Option<usize>, place: Place) -> Vec<Vec<String>> {
    let film = &films[film];
    let review = review.map(|review| &film.reviews[review]);
    let texts: Vec<String> = match place {
        Place::Title => vec![film.title.clone(), "1999".to_owned()],
        Place::People => film.people.clone(),
        Place::Reviewer => review.map(|review| REVIEWERS[review.reviewer].to_owned()).into_iter().collect(),
        Place::Outlet => review.and_then(|review| review.outlet).map(|it| OUTLETS[it].to_owned()).into_iter().collect(),
        Place::Headline => review.and_then(|review| review.headline.clone()).into_iter().collect(),
        Place::Text => review.map(|review| review.blocks.clone()).unwrap_or_default(),
    };
    texts.iter().map(|text| words(text)).collect()
}

fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, |word, _| words.push(word.to_owned()));
    words
}

/// The best fit of a term in some texts.
fn fit(texts: &[Vec<String>], term: &Term) -> Option<Fit> {
    let word_fit = |part: &str, word: &str| {
        if word == part {
            Some(Fit::Whole)
        } else if word.starts_with(part) {
            Some(Fit::Start)
        } else {
            word.contains(part).then_some(Fit::Part)
        }
    };
    let fits = texts.iter().flat_map(|text| match term {
        Term::Word(part) => text.iter().filter_map(|word| word_fit(part, word)).collect::<Vec<_>>(),
        Term::Phrase { words, open } => {
            let (last, first) = words.split_last().unwrap();
            let runs =
                text.windows(words.len()).filter(|run| run.iter().zip(first).all(|(word, wanted)| word == wanted));
            let ends = runs.filter_map(|run| word_fit(last, run.last().unwrap()));
            ends.filter(|fit| *fit == Fit::Whole || (*open && *fit == Fit::Start)).collect()
        }
    });
    fits.min()
}

/// The rank of a term in a row.
fn rank_of(films: &[Film], film: usize, review: Option<usize>, term: &Term) -> Option<u8> {
    let at = |place| Some(rank(place, fit(&texts(films, film, review, place), term)?));
    Place::ALL.into_iter().filter_map(at).min()
}

/// The fewest words in which everything that is searched for stands together.
fn window(films: &[Film], film: usize, review: Option<usize>, terms: &[Term]) -> usize {
    let mut wanted: Vec<&String> = Vec::new();
    for word in terms.iter().flat_map(Term::words) {
        if !wanted.contains(&word) && wanted.len() < 8 {
            wanted.push(word);
        }
    }
    let mut best = usize::MAX;
    for text in Place::ALL.into_iter().flat_map(|place| texts(films, film, review, place)) {
        for start in 0..text.len() {
            for end in start + 1..=text.len() {
                let all = wanted.iter().all(|part| text[start..end].iter().any(|word| word.contains(part.as_str())));
                if all {
                    best = best.min((end - start).max(wanted.len()));
                }
            }
        }
    }
    best
}

fn corpus(films: &[Film]) -> Corpus {
    let mut packed = Corpus::default();
    for (number, name) in REVIEWERS.into_iter().enumerate() {
        packed.add_reviewer(number, name);
    }
    for (number, name) in OUTLETS.into_iter().enumerate() {
        packed.add_outlet(number, name);
    }
    let mut texts = Vec::new();
    for film in films {
        packed.add_film(&film.title, "1999", film.people.iter().map(String::as_str));
        for review in &film.reviews {
            let headline = review.headline.as_deref();
            let row = packed.add_review(Entry { reviewer: Some(review.reviewer), outlet: review.outlet, headline });
            texts.push((row, &review.blocks));
        }
    }
    // Texts may come in any order.
    for (row, blocks) in texts.iter().rev() {
        for (tag, block) in (0..).zip(*blocks) {
            packed.add_text(*row, tag, block);
        }
    }
    for (row, blocks) in texts {
        let expected: Vec<(u8, String)> = (0..).zip(blocks.iter().cloned()).collect();
        assert_eq!(packed.text(row), expected, "the text that was added");
    }
    packed
}

/// Every row as its film and review.
fn rows(films: &[Film]) -> Vec<(usize, Option<usize>)> {
    let of = |(at, film): (usize, &Film)| {
        std::iter::once((at, None)).chain((0..film.reviews.len()).map(move |review| (at, Some(review))))
    };
    films.iter().enumerate().flat_map(of).collect()
}

fn check(films: &[Film], terms: &[Term]) -> Result<(), TestCaseError> {
    let mut corpus = corpus(films);
    check_in(&corpus, films, terms)?;
    // With the shortest parts looked up, in part and all, it finds the same.
    corpus.look_up();
    check_in(&corpus, films, terms)?;
    while corpus.look_up() {}
    check_in(&corpus, films, terms)
}

fn check_in(corpus: &Corpus, films: &[Film], terms: &[Term]) -> Result<(), TestCaseError> {
    let rows = rows(films);
    let mut found = Bits::all(rows.len());
    let mut matched: Vec<(Term, Arc<Matches>)> = Vec::new();
    for term in terms {
        let found_by = corpus.find(term);
        if let Some((wider, wider_found)) = matched.iter().find(|(wider, _)| term.narrows(wider)) {
            let narrowed = corpus.find_among(term, Some(wider_found));
            prop_assert_eq!(&narrowed.ranks, &found_by.ranks, "{:?} among {:?}", term, wider);
        }
        let ranks: BTreeMap<usize, u8> =
            found_by.ranks.iter().flat_map(|(rank, rows)| rows.iter().map(|row| (row, *rank))).collect();
        let plain = rows.iter().enumerate();
        let plain: BTreeMap<usize, u8> =
            plain.filter_map(|(row, (film, review))| Some((row, rank_of(films, *film, *review, term)?))).collect();
        prop_assert_eq!(&ranks, &plain, "{:?}", term);
        prop_assert_eq!(found_by.rows.iter().collect::<Vec<_>>(), plain.keys().copied().collect::<Vec<_>>());
        found.keep(&found_by.rows);
        matched.push((term.clone(), Arc::new(found_by)));
    }
    let mut best: BTreeMap<usize, (u16, usize, usize)> = BTreeMap::new();
    for row in found.iter() {
        let (film, review) = rows[row];
        let sum = terms.iter().map(|term| u16::from(rank_of(films, film, review, term).unwrap())).sum();
        let close = if terms.iter().flat_map(Term::words).count() > 1 { window(films, film, review, terms) } else { 0 };
        let this = (sum, close, row);
        best.entry(film).and_modify(|best| *best = this.min(*best)).or_insert(this);
    }
    let mut plain: Vec<((u16, usize, usize), usize)> = best.into_iter().map(|(film, best)| (best, film)).collect();
    plain.sort_by_key(|((sum, close, _), film)| (*sum, *close, *film));
    let plain: Vec<Hit> = plain.into_iter().map(|((_, _, row), film)| Hit { film, row }).collect();
    prop_assert_eq!(&ordered(corpus, &found, &matched, usize::MAX, &mut Least::default()), &plain);
    // Where only the first few are asked for in order, they are the same, and the others are all there.
    let few = ordered(corpus, &found, &matched, 3, &mut Least::default());
    prop_assert_eq!(&few[..plain.len().min(3)], &plain[..plain.len().min(3)]);
    let films = |hits: &[Hit]| {
        let mut films: Vec<usize> = hits.iter().map(|hit| hit.film).collect();
        films.sort_unstable();
        films
    };
    prop_assert_eq!(films(&few), films(&plain));
    Ok(())
}

/// Types terms letter by letter, and back: with what is known of the search before, the first films are those that
/// they are without.
fn check_typed(films: &[Film], terms: &[Term], most: usize) -> Result<(), TestCaseError> {
    let corpus = corpus(films);
    let mut steps: Vec<Vec<Term>> = Vec::new();
    for (at, term) in terms.iter().enumerate() {
        let before = &terms[..at];
        let typed = match term {
            Term::Word(word) => word.char_indices().map(|(end, letter)| &word[..end + letter.len_utf8()]).collect(),
            Term::Phrase { .. } => Vec::new(),
        };
        let last = typed.into_iter().map(|word| Term::Word(word.to_owned())).chain([term.clone()]);
        steps.extend(last.map(|last| before.iter().cloned().chain([last]).collect()));
    }
    steps.extend(steps.clone().into_iter().rev());
    let mut least = Least::default();
    for terms in steps {
        let matched: Vec<_> = terms.iter().map(|term| (term.clone(), Arc::new(corpus.find(term)))).collect();
        let mut found = Bits::all(corpus.rows());
        for (_, matches) in &matched {
            found.keep(&matches.rows);
        }
        let exact = ordered(&corpus, &found, &matched, usize::MAX, &mut Least::default());
        let first = ordered(&corpus, &found, &matched, most, &mut least);
        let most = most.min(exact.len());
        prop_assert_eq!(&first[..most], &exact[..most], "{:?}", terms);
        prop_assert_eq!(first.len(), exact.len());
    }
    Ok(())
}

/// Few letters, so that much is alike; some that fold, some of other writings, some that part words.
fn any_text(most: usize) -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[ab]{1,3}",
        2 => "[A-Bé’']{1,4}",
        1 => "[a-dß千の🎬1-9]{1,3}",
        1 => "\\PC{0,3}",
    ];
    let gap = prop_oneof![6 => Just(" "), 1 => Just(", "), 1 => Just("-"), 1 => Just("\n"), 1 => Just("\u{A0}")];
    prop::collection::vec((word, gap), 0..most)
        .prop_map(|parts| parts.into_iter().map(|(word, gap)| word + gap).collect())
}

fn any_film() -> impl Strategy<Value = Film> {
    let review = (
        0..REVIEWERS.len(),
        prop::option::of(0..OUTLETS.len()),
        prop::option::of(any_text(3)),
        prop::collection::vec(any_text(8), 0..3),
    )
        .prop_map(|(reviewer, outlet, headline, blocks)| Review { reviewer, outlet, headline, blocks });
    (any_text(3), prop::collection::vec(any_text(2), 0..3), prop::collection::vec(review, 0..4))
        .prop_map(|(title, people, reviews)| Film { title, people, reviews })
}

fn any_term() -> impl Strategy<Value = Term> {
    let typed = prop_oneof!["[ab]{1,2}", "[ab1é]{1,3}", "[ab]-[ab]{1,2}", "[a-dß千🎬]"];
    let phrase = (any_text(3), any::<bool>()).prop_filter_map("words", |(text, open)| Term::phrase(&text, open));
    prop_oneof![4 => typed.prop_filter_map("words", |text| Term::typed(&text)), 1 => phrase]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn finds_ranks_and_orders_as_the_plain_search_does(
        films in prop::collection::vec(any_film(), 0..7),
        terms in prop::collection::vec(any_term(), 1..4),
    ) {
        check(&films, &terms)?;
    }

    #[test]
    fn what_is_typed_letter_by_letter_comes_in_the_same_order(
        films in prop::collection::vec(any_film(), 0..12),
        terms in prop::collection::vec(any_term(), 1..4),
        most in 0..6_usize,
    ) {
        check_typed(&films, &terms, most)?;
    }
}

proptest! {
    #[test]
    fn the_closest_of_many_films_come_first_while_more_words_are_typed(
        texts in prop::collection::vec("[abcx]( [abcx]){2,9}", 0..60),
        most in 1..9_usize,
    ) {
        let film = |text: &String| Film {
            title: "t".to_owned(),
            people: Vec::new(),
            reviews: vec![Review { reviewer: 0, outlet: None, headline: None, blocks: vec![text.clone()] }],
        };
        let films: Vec<Film> = texts.iter().map(film).collect();
        check_typed(&films, &["a", "b", "c"].map(|word| Term::Word(word.to_owned())), most)?;
    }
}

/// Words of many texts change from numbers to bits; nothing else may change with that.
#[test]
fn words_of_very_many_texts_are_found_as_others_are() {
    let review = |at: usize| Review {
        reviewer: at % 4,
        outlet: None,
        headline: None,
        blocks: vec![
            format!("every {} text{}", if at.is_multiple_of(3) { "third" } else { "other" }, at % 7),
            "every one".to_owned(),
        ],
    };
    let film = |at: usize| Film {
        title: format!("t{at}"),
        people: Vec::new(),
        reviews: (0..40).map(|review_at| review(at * 40 + review_at)).collect(),
    };
    let films: Vec<Film> = (0..100).map(film).collect();
    for term in ["every", "third", "text3", "e", "th", "one", "t9"] {
        check(&films, &[Term::typed(term).unwrap()]).unwrap();
    }
    check(&films, &[Term::typed("third").unwrap(), Term::typed("one").unwrap()]).unwrap();
}
