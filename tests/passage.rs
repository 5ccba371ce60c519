//! Where claims stand in a review's text.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test or of its data")]

use crosscut::domain::{
    aspect::Aspect,
    claim::Claim,
    passage::{Passage, Segment, passages, segments, segments_within},
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

/// The passages that quotes stand in, parted by bars, each with the places of its claims.
fn check_passages(text: &str, quotes: &[&str], expected: &str) {
    let review = quoting(text, quotes);
    let shown = |it: &Passage| {
        let claims: Vec<String> = it.claims.iter().map(ToString::to_string).collect();
        format!("{}[{}]", review.words_of(it.run), claims.join(" "))
    };
    let found: Vec<String> = passages(&review, |_| true).iter().map(shown).collect();
    assert_eq!(found.join("|"), expected, "{text}");
}

#[test]
fn a_passage_is_the_sentences_that_a_quote_touches() {
    check_passages("It is loud. It is long. It ends.", &["is long"], "It is long.[0]");
    check_passages("It is loud. It is long. It ends.", &["loud. It is long"], "It is loud. It is long.[0]");
    check_passages("It is loud. It is long. It ends.", &["It is loud."], "It is loud.[0]");
    check_passages("It is loud. It is long. It ends.", &["It ends."], "It ends.[0]");
    check_passages("It is loud", &["loud"], "It is loud[0]");
    check_passages("  It is loud.  It is long.  ", &["long"], "It is long.[0]");
    check_passages("It is loud.", &[], "");
}

#[test]
fn quotes_that_share_a_sentence_share_a_passage() {
    check_passages("It is loud and long. It ends.", &["long", "loud"], "It is loud and long.[1 0]");
    check_passages("It is loud. It is long. It ends.", &["ends", "loud"], "It is loud.[1]|It ends.[0]");
    check_passages("One. Two. Three. Four.", &["One. Two", "Two. Three", "Four"], "One. Two. Three.[0 1]|Four.[2]");
    check_passages("One. Two. Three.", &["One. Two. Three.", "Two"], "One. Two. Three.[0 1]");
    check_passages("One. Two.", &["One.", "Two."], "One.[0]|Two.[1]");
}

#[test]
fn space_at_the_ends_of_a_quote_is_of_no_other_sentence() {
    check_passages("One. Two. Three.", &["Two. "], "Two. [0]");
    check_passages("One. Two. Three.", &[" Two."], " Two.[0]");
    check_passages("One.\n\nTwo.\n", &["\n\nTwo.\n"], "\n\nTwo.\n[0]");
}

/// The sentences of a text, as the passages of quotes on each of its words are.
fn check_sentences(sentences: &[&str]) {
    for space in [" ", "  ", "\n", "\r\n", "\u{A0}"] {
        let text = sentences.join(space);
        let words: Vec<Span> = text
            .split_whitespace()
            .map(|word| word.as_ptr() as usize - text.as_ptr() as usize)
            .map(|start| Span { block: 0, start, end: start + text[start..].chars().next().unwrap().len_utf8() })
            .collect();
        let claims = words.iter().map(|quote| Claim { quote: *quote, ..claims("story+").remove(0) });
        let review = Review { body: vec![block(&text)], claims: claims.collect(), ..review("a", "") };
        let found: Vec<&str> = passages(&review, |_| true).iter().map(|it| review.words_of(it.run)).collect();
        assert_eq!(found, sentences, "{text:?}");
    }
}

#[test]
fn a_sentence_ends_at_a_stop_before_the_next() {
    check_sentences(&[
        "It is loud.",
        "Is it long?",
        "It is!",
        "Really?!",
        "Well...",
        "So…",
        "2 hours.",
        "“No” is said.",
    ]);
    check_sentences(&["Élan is rare.", "Ça va."]);
    check_sentences(&["Это фильм.", "Он длинный."]);
}

#[test]
fn closing_quotes_and_brackets_are_of_the_sentence_that_they_close() {
    check_sentences(&[
        "He says “it is loud.”",
        "(It is.)",
        "'So it is.'",
        "\"So!\"",
        "«Oui.»",
        "[Sic.]",
        "It ends.”)",
        "No?",
    ]);
}

#[test]
fn a_stop_inside_a_sentence_ends_none() {
    check_sentences(&["Dr. Doe and Mrs. Roe meet J. D. Salinger vs. St. John, No. 5.", "It ends."]);
    check_sentences(&["It runs 2.5 hours at 23.976 frames, e.g. in the U.S. or at 9 p.m. on TV.", "It ends."]);
    check_sentences(&["Some, e.g. Ahmed, i.e. Ruben, shout.", "It ends."]);
    check_sentences(&["It waits ... and waits … and “Why?” it asks (or says!) at last.", "It ends."]);
    check_sentences(&["See crosscut.rs and www.example.org today.", "It ends."]);
    check_sentences(&["Ça dure. étonnant."]);
}

#[test]
fn scripts_without_spaces_between_sentences_have_sentences_too() {
    let text = "とても長い。でも美しい！本当に？はい";
    check_passages(text, &["長"], "とても長い。[0]");
    check_passages(text, &["美"], "でも美しい！[0]");
    check_passages(text, &["長い。でも", "は"], "とても長い。でも美しい！[0]|はい[1]");
    check_passages("「長い。」と彼は言う。次。", &["長"], "「長い。」と彼は言う。[0]");
    check_passages("何！？次。", &["何", "次"], "何！？[0]|次。[1]");
    check_passages("很好。\n不好。", &["不"], "不好。[0]");
}

#[test]
fn no_passage_reaches_out_of_its_block() {
    let mut review = quoting("One. Two.", &["Two"]);
    review.body.push(block("Three. Four."));
    review.claims.push(Claim { quote: Span { block: 1, start: 0, end: 5 }, ..review.claims[0].clone() });
    review.claims.push(Claim { quote: Span { block: 7, start: 0, end: 5 }, ..review.claims[0].clone() });
    let runs: Vec<Span> = passages(&review, |_| true).iter().map(|it| it.run).collect();
    assert_eq!(runs, [Span { block: 0, start: 5, end: 9 }, Span { block: 1, start: 0, end: 6 }]);
}

#[test]
fn a_passage_is_cut_where_its_quotes_start_and_end() {
    let review = quoting("One two. Three four five. Six.", &["four", "two. Three", "Six"]);
    let found = passages(&review, |_| true);
    assert_eq!(shown(&segments_within(&review, found[0].run, |_| true)), "One |two. Three[1]| |four[1]| five.");
    let narrow = Span { block: 0, start: 5, end: 19 };
    assert_eq!(shown(&segments_within(&review, narrow, |_| true)), "wo. Three[1]| |four[1]");
    assert_eq!(shown(&segments_within(&review, narrow, |_| false)), "wo. Three four");
    assert_eq!(segments_within(&review, Span { block: 3, start: 0, end: 1 }, |_| true), []);
}

/// A review of one or two blocks of sentences of all sorts, with quotes anywhere in them.
fn of_sentences() -> impl Strategy<Value = Review> {
    const PARTS: [&str; 30] = [
        "One", "two", "J", "Dr", "é", "長い", "ß", "5", " ", " ", "  ", "\n", "\r\n", "\u{A0}", ".", ".", "?", "!",
        "…", "。", "！", "“", "”", "’", ")", "」", "-", ",", "😀", "e.g.",
    ];
    let text = proptest::collection::vec(proptest::sample::select(PARTS.to_vec()), 1..40).prop_map(|it| it.concat());
    let quote = (0..2_usize, any::<prop::sample::Index>(), any::<prop::sample::Index>());
    (proptest::collection::vec(text, 2), proptest::collection::vec(quote, 0..6)).prop_map(|(texts, quotes)| {
        let body: Vec<_> = texts.iter().map(|text| block(text)).collect();
        let claims = quotes.into_iter().map(|(at, one, other)| {
            let places: Vec<usize> = (0..=texts[at].len()).filter(|it| texts[at].is_char_boundary(*it)).collect();
            let (one, other) = (one.index(places.len() - 1), other.index(places.len() - 1));
            let (start, end) = (places[one.min(other)], places[one.max(other) + 1]);
            Claim { quote: Span { block: at, start, end }, ..claims("story+").remove(0) }
        });
        Review { claims: claims.collect(), body, ..review("a", "") }
    })
}

proptest! {
    #[test]
    fn every_quote_is_in_one_passage_and_no_two_overlap(review in of_sentences()) {
        let found = passages(&review, |_| true);
        let mut places: Vec<usize> = found.iter().flat_map(|it| it.claims.clone()).collect();
        let quotes: Vec<Span> = places.iter().map(|at| review.claims[*at].quote).collect();
        prop_assert!(quotes.is_sorted(), "{:?}", quotes);
        places.sort_unstable();
        prop_assert_eq!(places, (0..review.claims.len()).collect::<Vec<_>>());
        for passage in &found {
            let run = passage.run;
            let text = review.body[run.block].text.get(run.start..run.end);
            prop_assert!(text.is_some_and(|text| !text.is_empty()), "on the bounds of letters, inside the block");
            for quote in passage.claims.iter().map(|at| review.claims[*at].quote) {
                prop_assert!(run.block == quote.block && run.start <= quote.start && quote.end <= run.end);
            }
        }
        for pair in found.windows(2) {
            let (one, next) = (pair[0].run, pair[1].run);
            prop_assert!((one.block, one.end) <= (next.block, next.start) || one.block < next.block, "{:?}", found);
        }
    }

    #[test]
    fn a_passage_quoted_whole_is_its_own_passage(review in of_sentences()) {
        for passage in passages(&review, |_| true) {
            let words = review.words_of(passage.run);
            let claims = vec![Claim { quote: passage.run, ..claims("story+").remove(0) }];
            let again = passages(&Review { claims, ..review.clone() }, |_| true);
            prop_assert_eq!(again[0].run, passage.run, "{:?}", words);
        }
    }

    #[test]
    fn segments_of_a_passage_join_to_it(review in of_sentences()) {
        for passage in passages(&review, |_| true) {
            let segments = segments_within(&review, passage.run, |_| true);
            prop_assert_eq!(segments.iter().map(|it| it.text).collect::<String>(), review.words_of(passage.run));
        }
    }

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
