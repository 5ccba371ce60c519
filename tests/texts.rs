//! The files of texts that the search loads.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test")]

use crosscut::{
    domain::{
        film::Film,
        review::{Block, BlockKind, Spoiler},
    },
    wire::texts::{blocks, meaning, read_texts, write_texts},
};
use proptest::prelude::*;

mod support;

use support::{any, film_slug};

/// The rows that reviews have when they all follow each other.
fn rows(films: &[&Film]) -> impl Fn(&str, &[&str]) -> Vec<Option<usize>> {
    let known: Vec<(String, Vec<String>, usize)> = films
        .iter()
        .scan(0, |next, film| {
            let first = *next;
            *next += film.reviews.len();
            Some((film.slug.to_string(), film.reviews.iter().map(|it| it.id.to_string()).collect(), first))
        })
        .collect();
    move |slug, ids| {
        let film = known.iter().find(|(known, all, _)| known == slug && all.iter().eq(ids.iter()));
        ids.iter().enumerate().map(|(at, _)| film.map(|(_, _, first)| first + at)).collect()
    }
}

fn refused(content: &str, reason: &str) {
    assert_eq!(read_texts(content.to_owned(), |_, _| Vec::new()).unwrap_err(), reason);
}

#[test]
fn what_is_no_file_of_texts_is_refused_with_the_reason() {
    let empty = write_texts(&[]);
    assert_eq!(empty, "crosscut texts 1 811c9dc5\n");
    assert_eq!(read_texts(empty, |_, _| Vec::new()).unwrap().reviews, []);
    refused("", "it is not a file of texts");
    refused("<!doctype html>", "it is not a file of texts");
    refused("crosscut texts 2 811c9dc5\n", "it is not a file of texts");
    refused("crosscut texts 1 811c", "it breaks off");
    refused("crosscut texts 1 811c9dc6\n", "its checksum is not that of its content");
    refused("crosscut texts 1 811c9dc5\n\u{1D}heat", "its checksum is not that of its content");
    refused("crosscut texts 1 nothing\n", "its checksum is not that of its content");
}

#[test]
fn blocks_that_cannot_be_read_are_left_out() {
    assert_eq!(blocks("\u{1F}aSound.\u{1F}zOff.\u{1F}\u{1F}hEnd."), [(b'a', "Sound."), (b'h', "End.")]);
    assert_eq!(meaning(b'a'), Some((BlockKind::Opinion, Spoiler::Premise)));
    assert_eq!(meaning(b'h'), Some((BlockKind::Plot, Spoiler::Ending)));
    assert_eq!([meaning(b'z'), meaning(0), meaning(u8::MAX)], [None; 3]);
    assert_eq!(blocks(""), []);
}

proptest! {
    #[test]
    fn texts_read_back_as_they_were_written(one in any::film(), other in any::film()) {
        let other = Film { slug: film_slug("another"), ..other };
        let films = [&one, &other];
        let texts = read_texts(write_texts(&films), rows(&films)).unwrap();
        let reviews = films.iter().flat_map(|film| &film.reviews);
        prop_assert_eq!(texts.reviews.len(), reviews.clone().count());
        for ((row, range), (at, review)) in texts.reviews.iter().zip(reviews.enumerate()) {
            prop_assert_eq!(*row, at);
            let read = blocks(&texts.content[range.clone()]);
            let written = review.body.iter().map(|Block { kind, spoiler, text, .. }| (*kind, *spoiler, text.as_str()));
            let read = read.into_iter().map(|(code, text)| meaning(code).map(|(kind, level)| (kind, level, text)));
            prop_assert_eq!(read.collect::<Option<Vec<_>>>(), Some(written.collect()));
        }
    }

    #[test]
    fn only_films_are_asked_for_and_a_review_without_a_row_moves_no_other(one in any::film(), other in any::film()) {
        let other = Film { slug: film_slug("another"), ..other };
        let films = [&one, &other];
        let content = write_texts(&films);
        let asked = std::cell::RefCell::new(Vec::new());
        let whole = read_texts(content.clone(), rows(&films)).unwrap();
        let all = rows(&films);
        // Of the first film one row too few is given.
        let less = read_texts(content, |slug, ids| {
            asked.borrow_mut().push(slug.to_owned());
            let mut rows = all(slug, ids);
            if slug == one.slug.as_str() {
                rows.pop();
            }
            rows
        });
        prop_assert_eq!(asked.into_inner(), [one.slug.as_str(), "another"]);
        let mut expected = whole.reviews;
        if let Some(last) = one.reviews.len().checked_sub(1) {
            expected.remove(last);
        }
        prop_assert_eq!(less.unwrap().reviews, expected);
    }

    #[test]
    fn a_file_that_is_damaged_anywhere_is_refused(film in any::film(), at: prop::sample::Index, letter in "[a-z]") {
        let content = write_texts(&[&film]);
        let start = content.floor_char_boundary(at.index(content.len()));
        let end = content.ceil_char_boundary(start + 1);
        prop_assume!(content[start..end] != letter);
        let damaged = format!("{}{letter}{}", &content[..start], &content[end..]);
        prop_assert!(read_texts(damaged, |_, _| Vec::new()).is_err());
        prop_assert!(read_texts(content[..start].to_owned(), |_, _| Vec::new()).is_err());
    }
}
