//! What the site is, and how its figures are worked out.

use leptos::prelude::*;

use super::{heading, lead};
use crate::domain::gather::Gather;
use crate::{
    components::stance_mark::stance_mark,
    domain::{
        claim::{Stance, Standing, Strength},
        grade::Grade,
        review::ReviewKind,
        site::{ABOUT, NAME},
    },
    element::{Child, Element, View, el},
    hooks::use_catalog,
};

/// Grades whose scores the page shows, worked out as everywhere on the site.
const EXAMPLES: [&str; 12] = ["3.5/4", "4/5", "7/10", "82%", "A+", "A-", "B+", "B", "C", "D-", "F", "thumbs up"];

/// What each kind of review is, told where the site has one.
const SOURCES: [(ReviewKind, &str); 3] = [
    (ReviewKind::Full, "A review by a person is in that person’s words."),
    (
        ReviewKind::House,
        "House columns are written for this site: a column is a title with a beat, a voice and a scale of its own, and not a person.",
    ),
    (
        ReviewKind::Digest,
        "A digest reports a review that was published elsewhere, in our words and in the third person, and says whose it is. In it, only what is in quotation marks is the reviewer’s own.",
    ),
];

/// The page.
pub fn about() -> View {
    let catalog = use_catalog();
    // Of all kinds as long as it is not known which there are: the page does without the index.
    let sources = move || {
        let told = |kind| catalog.with(|catalog| catalog.ready().is_none_or(|catalog| catalog.has(kind)));
        let told = SOURCES.iter().filter(|(kind, _)| told(*kind)).map(|(_, text)| *text);
        told.chain(["Nobody is quoted with words that they did not write."]).gathered().join(" ")
    };
    let parts = [
        lead(format!(
            "{NAME} puts several reviews of one film side by side, aspect by aspect, so that you see at once who agrees, who splits, and in which words."
        )),
        el("h2").child("Where the reviews are from"),
        el("p").text_with(sources),
        el("h2").child("How scores are worked out"),
        el("p").child(
            "The grade as written is what counts, and it is always shown first. Beside it stands a score from 0 to 100, so that grades on different scales can be filtered and sorted together: stars out of 4 times 25, out of 5 times 20, points out of 10 times 10, per cent as it is, and letters on twelve steps from F (0) to A and A+ (100). Halves are rounded up. Thumbs are a verdict without a score.",
        ),
        scores(),
        el("p").child(
            "A review without a grade stays unscored. No number is made up for it: it is counted apart in every filter, average and order.",
        ),
        el("h2").child("How to read the marks"),
        marks(),
        el("h2").child("How agreement is worked out"),
        terms(),
        el("p").child(
            "A film’s contention is the number of its split aspects, out of those that two or more reviews speak on. The most contrasting set is the four reviews whose comparison has the most splits, then speaks on the most aspects.",
        ),
        el("h2").child("Your privacy"),
        el("p").child(
            "Everything runs in your browser. The site sets no cookies, counts no visits, and asks no other server for anything. If you choose light or dark, your browser remembers it, and that is all.",
        ),
    ];
    let who = ABOUT.split("\n\n").filter(|text| !text.is_empty()).map(|text| el("p").child(text)).gathered();
    (heading(format!("About {NAME}")), el("div").class("prose page").child(who).child(parts)).view()
}

fn scores() -> Element {
    let row = |written: &'static str| {
        let score = written.parse::<Grade>().ok().and_then(|grade| grade.score());
        let score = score.map_or_else(|| "unscored".to_owned(), |score| score.to_string());
        el("tr").child(el("td").child(written)).child(el("td").child(score))
    };
    let head = ["As written", "Score"].map(|name| el("th").attr("scope", "col").child(name));
    el("table")
        .class("plain")
        .child(el("caption").class("visually-hidden").child("Grades and their scores"))
        .child(el("thead").child(el("tr").child(head)))
        .child(el("tbody").child(EXAMPLES.map(row)))
}

fn marks() -> Element {
    let line = |standing: Option<Standing>, meaning: &'static str| el("li").child(stance_mark(standing)).child(meaning);
    let standing = |stance, hedged| Some(Standing { stance, strength: Strength::Clear, hedged });
    el("ul").class("legend-list").child([
        line(standing(Stance::Positive, false), "positive: every judgement on the aspect is for it"),
        line(standing(Stance::Mixed, false), "mixed: some for, some against, or between"),
        line(standing(Stance::Negative, false), "negative: every judgement on it is against"),
        line(standing(Stance::Mixed, true), "outlined: hedged, as in “some may find it slow”"),
        line(None, "silent: the review does not speak of it"),
    ])
}

fn terms() -> Element {
    let term = |name: &'static str, meaning: &'static str| (el("dt").child(name), el("dd").child(meaning));
    el("dl").class("terms").child([
        term("Split", "at least one review is positive on the aspect and at least one negative"),
        term("Qualified", "two or more speak, not all the same way, but none against another"),
        term("Consensus", "two or more speak, all the same way"),
        term("Lone voice", "exactly one speaks of it"),
        term("Silent", "none does"),
    ])
}
