//! A comparison as a document in Markdown.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test or of its data")]

use crosscut::{
    domain::{
        comparison::{Comparison, RowFilter, RowOrder},
        film::Film,
        review::{Block, Review, ReviewKind, Span},
    },
    wire::{Shown, markdown},
};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

mod support;

use support::{
    block, claims, film, grade, review,
    taken::{ADDRESS, comparison, heat, hostile_comparison, letters, names, shown},
};

fn write(comparison: &Comparison, shown: &Shown) -> String {
    markdown::write(comparison, &comparison.arranged(RowFilter::All, RowOrder::Contested), shown)
}

const HEAT: &str = "\
# Heat (1995), three reviews compared

[The comparison, with the reviews themselves](https://example.org/compare/heat?reviews=heat-booth,heat-ray,heat-note)

They agree on the pacing. They differ in degree on the acting and the sound. One aspect only one of them mentions.

## The reviews

- **The Booth**: House column; graded B+ (83 of 100)
- **Ray**: The Daily, review; graded 3.5/4 (88 of 100)
- **The note**: The Gazette, digest; graded thumbs up (a verdict without a score)

A digest reports a review in our words. What it says stands without quotation marks.

## Acting: Qualified (1 for, 1 mixed, 1 silent)

- **The Booth**: mixed, hedged, in passing
  - “Pacino shouts.” (about Al Pacino)
- **Ray**: positive
  - “Pacino is superb; the middle” (about Al Pacino)
- Silent: The note

## Sound: Qualified (1 for, 1 mixed, 1 silent)

- **The Booth**: positive, emphatic
  - “The guns are loud”
- **Ray**: mixed, in passing
  - against: “The mix is “muddy”.”
  - for: “The mix”
- Silent: The note

## Pacing: Consensus of two (2 against, 1 silent)

- **Ray**: negative
  - “the middle drags.”
- **The note**: negative
  - Finds it long.
- Silent: The Booth

## Story: Lone voice (1 for, 2 silent)

- **The Booth**: positive
  - (a quote that gives away the ending or a twist is left out)
- Silent: Ray and The note
";

#[test]
fn a_comparison_is_a_document_with_a_heading_an_aspect() {
    assert_eq!(write(&comparison(heat()), &shown(&names())), HEAT);
}

#[test]
fn only_the_rows_that_are_asked_for_are_written_in_their_order() {
    let comparison = comparison(heat());
    let headings = |filter, order| -> Vec<String> {
        let document = markdown::write(&comparison, &comparison.arranged(filter, order), &shown(&names()));
        document.lines().filter_map(|line| Some(line.strip_prefix("## ")?.split(':').next()?.to_owned())).collect()
    };
    assert_eq!(headings(RowFilter::Agree, RowOrder::Contested), ["The reviews", "Pacing"]);
    assert_eq!(headings(RowFilter::All, RowOrder::List), ["The reviews", "Story", "Acting", "Sound", "Pacing"]);
}

#[test]
fn without_names_nothing_tells_whose_a_review_is() {
    let letters = letters();
    let document = write(&comparison(heat()), &Shown { blind: true, ..shown(&letters) });
    let reviews = "## The reviews\n\n- **A**: House column\n- **B**: Review\n- **C**: Digest\n\nA digest";
    assert!(document.contains(reviews), "{document}");
    for telling in ["Booth", "Ray", "note", "Daily", "Gazette", "B+", "3.5", "thumbs", "example.org", "heat-"] {
        assert!(!document.contains(telling), "{telling}: {document}");
    }
    let usual = Shown { blind: true, address: "https://example.org/compare/heat?blind=yes", ..shown(&letters) };
    assert!(write(&comparison(heat()), &usual).contains("](https://example.org/compare/heat?blind=yes)\n"));
}

#[test]
fn reviews_that_say_nothing_are_listed_and_no_more() {
    let silent = film("film", vec![review("a", ""), review("b", "")]);
    let expected = format!(
        "# film (2000), two reviews compared\n\n[The comparison, with the reviews themselves]({ADDRESS})\n\n\
         ## The reviews\n\n- **The Booth**: House column; no grade\n- **Ray**: House column; no grade\n"
    );
    assert_eq!(write(&comparison(silent), &shown(&names())), expected);
}

/// The line of the document that a review with this one quote gets, for each kind of review.
fn check_quote(quote: &str, own: &str, digest: &str) {
    for (kind, expected) in [(ReviewKind::Full, own), (ReviewKind::House, own), (ReviewKind::Digest, digest)] {
        let body: Vec<Block> = vec![block(quote)];
        let claims = claims("sound+");
        let place = Span { block: 0, start: 0, end: quote.len() };
        let claims = claims.into_iter().map(|claim| crosscut::domain::claim::Claim { quote: place, ..claim });
        let one = Review { kind, claims: claims.collect(), body, ..review("a", "") };
        let document = write(&comparison(film("film", vec![one, review("b", "")])), &shown(&names()));
        let line = document.lines().find(|line| line.starts_with("  - ")).unwrap();
        assert_eq!(line, format!("  - {expected}"), "{quote:?}");
    }
}

#[test]
fn a_digest_is_never_quoted_as_the_reviewers_own() {
    check_quote("It is loud.", "“It is loud.”", "It is loud.");
}

#[test]
fn a_quote_stays_on_its_line() {
    check_quote("one\ntwo", "“one two”", "one two");
    check_quote("one\r\n\r\n# two", "“one    # two”", "one    # two");
    check_quote("\none\u{2028}two\u{85}\u{0}", "“one two”", "one two");
    check_quote("\t    code", "“code”", "code");
}

#[test]
fn no_text_is_taken_for_markup() {
    for (quote, escaped) in [
        ("*a* _b_ `c` ~~d~~ ^e^", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\^e\\^"),
        ("[a](https://b.c) ![d](e)", "\\[a\\](https\\://b.c) !\\[d\\](e)"),
        ("<script>alert(1)</script> <!-- -->", "\\<script\\>alert(1)\\</script\\> \\<!-- --\\>"),
        ("&lt; &#35; AT&T", "\\&lt; \\&#35; AT\\&T"),
        ("a | b | $9.99 {c}", "a \\| b \\| \\$9.99 \\{c\\}"),
        ("C:\\film see www.a.b, WWW.a.b or a@b.c", "C:\\\\film see www\\.a.b, WWW\\.a.b or a\\@b.c"),
        ("100% of it #1 (10/10) - a + b = c!", "100% of it #1 (10/10) - a + b = c!"),
        ("ה\u{202E}פוך \u{2066}א\u{2069} “😀”", "הפוך א “😀”"),
    ] {
        check_quote(quote, &format!("“{escaped}”"), escaped);
    }
}

#[test]
fn no_text_starts_a_list_a_heading_or_a_line() {
    for (quote, escaped) in [
        ("# one", "\\# one"),
        ("- one", "\\- one"),
        ("+ one", "\\+ one"),
        ("> one", "\\> one"),
        ("---", "\\---"),
        ("===", "\\==="),
        ("1. one", "1\\. one"),
        ("12) one", "12\\) one"),
        ("1.", "1\\."),
        ("3.5 of 4", "3.5 of 4"),
        (". one", ". one"),
        ("```", "\\`\\`\\`"),
        ("[x] one", "\\[x\\] one"),
        (": one", "\\: one"),
    ] {
        check_quote(quote, &format!("“{escaped}”"), escaped);
    }
}

#[test]
fn titles_names_outlets_and_grades_are_no_markup_either() {
    let full = Review {
        kind: ReviewKind::Full,
        outlet: Some("*The* Daily".to_owned()),
        grade: Some(grade(" B- ")),
        ..review("a", "")
    };
    let hostile = Film { title: "[REC]² #1".to_owned(), ..film("film", vec![full, review("b", "")]) };
    let names = ["1. One".to_owned(), "_b_\n".to_owned()];
    let document = write(&comparison(hostile), &shown(&names));
    assert!(document.starts_with("# \\[REC\\]² #1 (2000), two reviews compared\n"), "{document}");
    let reviews =
        "- **1\\. One**: \\*The\\* Daily, review; graded B- (67 of 100)\n- **\\_b\\_**: House column; no grade\n";
    assert!(document.ends_with(reviews), "{document}");
}

#[test]
fn an_address_cannot_end_its_link() {
    let address = "https://example.org/a b?c=(d)<e>`f`;g\\h\n&i=é,j";
    let document = write(&comparison(heat()), &Shown { address, ..shown(&names()) });
    let link = "](https://example.org/a%20b?c=%28d%29%3Ce%3E%60f%60%3Bg%5Ch%0A&i=é,j)\n";
    assert!(document.contains(link), "{document}");
}

/// The parts of a document as a reader of Markdown finds them.
#[derive(Debug, Default, PartialEq, Eq)]
struct Found {
    headings: usize,
    lists: usize,
    items: usize,
    paragraphs: usize,
    strong: usize,
    links: Vec<String>,
    /// What the document should have none of.
    others: Vec<String>,
    text: String,
}

fn read(document: &str) -> Found {
    let mut found = Found::default();
    for event in Parser::new_ext(document, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Start(Tag::Heading { .. }) => found.headings += 1,
            Event::Start(Tag::List(None)) => found.lists += 1,
            Event::Start(Tag::Item) => found.items += 1,
            Event::Start(Tag::Paragraph) => found.paragraphs += 1,
            Event::Start(Tag::Strong) => found.strong += 1,
            Event::Start(Tag::Link { dest_url, .. }) => found.links.push(dest_url.into_string()),
            Event::Text(text) => found.text.push_str(&text),
            Event::End(_) => found.text.push('\n'),
            other => found.others.push(format!("{other:?}")),
        }
    }
    found
}

/// A text as it is shown: on one line, nothing that turns the line.
fn shown_text(text: &str) -> String {
    let kept = text.chars().filter(|it| *it != '\u{202E}');
    let kept: String =
        kept.map(|it| if it.is_control() || matches!(it, '\u{2028}' | '\u{2029}') { ' ' } else { it }).collect();
    kept.trim().to_owned()
}

proptest! {
    #[test]
    fn whatever_the_texts_are_the_document_keeps_its_shape((comparison, names) in hostile_comparison()) {
        let document = write(&comparison, &shown(&names));
        let found = read(&document);
        prop_assert_eq!(&found.others, &Vec::<String>::new(), "{}", document);
        prop_assert_eq!(&found.links, &[ADDRESS.to_owned()]);
        let rows: Vec<_> = comparison.rows().iter().filter(|row| row.tally.speakers() > 0).collect();
        let voices: usize = rows.iter().map(|row| row.tally.speakers()).sum();
        let silent = rows.iter().filter(|row| row.tally.silent > 0).count();
        let quotes: usize = comparison.reviews().map(|review| review.claims.len()).sum();
        prop_assert_eq!(found.headings, 2 + rows.len(), "{}", document);
        prop_assert_eq!(found.items, 2 + voices + silent + quotes, "{}", document);
        prop_assert_eq!(found.lists, 1 + rows.len() + voices, "{}", document);
        prop_assert_eq!(found.strong, 2 + voices, "{}", document);
        for review in comparison.reviews() {
            for claim in review.claims.iter().filter(|claim| review.spoiler_of(claim) <= comparison.level()) {
                let quote = shown_text(review.words_of(claim.quote));
                prop_assert!(found.text.contains(&quote), "{:?} in {}", quote, document);
            }
        }
    }
}
