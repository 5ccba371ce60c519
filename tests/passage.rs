//! Where claims stand in a review's text.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test or of its data")]

use crosscut::domain::{
    aspect::Aspect,
    claim::Claim,
    passage::{Segment, segments},
    review::{Review, Span},
};
use proptest::prelude::*;

mod support;

use support::{any, block, claims, review, review_id};

/// A review of one block, with claims on the runs between these places in it.
fn quoting(text: &str, quotes: &[&str]) -> Review {
    let places = quotes.iter().map(|quote| {
        let start = text.find(quote).unwrap();
        Span { block: 0, start, end: start + quote.len() }
    });
    let all = Aspect::ALL.into_iter().zip(places).map(|(aspect, quote)| Claim {
        aspect,
        quote,
        ..claims("story+").remove(0)
    });
    Review { body: vec![block(text)], claims: all.collect(), ..review("a", "") }
}

/// Segments as `text[how many claims]`, parted by bars.
fn shown(segments: &[Segment]) -> String {
    let all = segments.iter().map(|it| match it.claims.len() {
        0 => it.text.to_owned(),
        count => format!("{}[{count}]", it.text),
    });
    all.collect::<Vec<_>>().join("|")
}

fn check(text: &str, quotes: &[&str], expected: &str) {
    assert_eq!(shown(&segments(&quoting(text, quotes), 0, |_| true)), expected);
}

#[test]
fn a_block_is_cut_where_quotes_start_and_end() {
    check("one two three", &[], "one two three");
    check("one two three", &["two"], "one |two[1]| three");
    check("one two three", &["one"], "one[1]| two three");
    check("one two three", &["three"], "one two |three[1]");
    check("one two three", &["one two three"], "one two three[1]");
    check("é “ü” 😀 z", &["“ü”", "😀"], "é |“ü”[1]| |😀[1]| z");
}

#[test]
fn quotes_may_overlap_nest_and_touch() {
    check("one two three", &["one two", "two three"], "one [1]|two[2]| three[1]");
    check("one two three", &["one two three", "two"], "one [1]|two[2]| three[1]");
    check("one two three", &["one ", "two"], "one [1]|two[1]| three");
    check("one two three", &["two", "two"], "one |two[2]| three");
}

#[test]
fn only_the_claims_that_are_chosen_cut_the_text() {
    let review = quoting("one two three", &["one", "three"]);
    assert_eq!(shown(&segments(&review, 0, |claim| claim.aspect == Aspect::Theme)), "one two |three[1]");
}

#[test]
fn claims_of_another_block_do_not_cut_the_text() {
    let mut review = quoting("one two", &["two"]);
    review.body.push(block("one two"));
    assert_eq!(shown(&segments(&review, 1, |_| true)), "one two");
    assert_eq!(segments(&review, 2, |_| true), []);
}

proptest! {
    #[test]
    fn segments_join_to_the_text_and_each_claim_stands_over_its_own_quote(
        review in any::review(review_id("a"), Vec::new()),
        chosen in proptest::sample::select(Aspect::ALL.to_vec()),
        all: bool,
    ) {
        let test = |claim: &Claim| all || claim.aspect == chosen;
        for (at, block) in review.body.iter().enumerate() {
            let segments = segments(&review, at, test);
            prop_assert_eq!(segments.iter().map(|it| it.text).collect::<String>(), &block.text[..]);
            prop_assert!(segments.iter().all(|it| !it.text.is_empty()));
            for claim in review.claims.iter().filter(|claim| claim.quote.block == at) {
                let under: String = segments
                    .iter()
                    .filter(|it| it.claims.iter().any(|other| std::ptr::eq(*other, claim)))
                    .map(|it| it.text)
                    .collect();
                prop_assert_eq!(under, if test(claim) { review.words_of(claim.quote) } else { "" });
            }
        }
    }
}
