//! What an address chooses on a comparison's page.

use crosscut::{
    domain::{
        aspect::Aspect,
        comparison::{RowFilter, RowOrder},
        review::Spoiler,
    },
    route::{ClaimName, CompareView, Focus, NoClaimName, NoFocus, Query, ReadingMode},
};
use proptest::{collection::vec, prelude::*};

mod support;

use support::{any_view, review_id};

fn names(list: &str) -> Vec<String> {
    list.split_whitespace().map(str::to_owned).collect()
}

fn usual() -> CompareView {
    CompareView::default()
}

/// A query reads as this view, is written so, and this is said of it.
fn check(query: &str, view: &CompareView, written: &str, notices: &[&str]) {
    let (read, said) = CompareView::read(&Query::parse(query));
    assert_eq!(read, *view, "{query}");
    assert_eq!(said.iter().map(ToString::to_string).collect::<Vec<_>>(), notices, "{query}");
    assert_eq!(view.query().to_string(), written, "{query}");
}

fn check_same(query: &str, view: &CompareView) {
    check(query, view, query, &[]);
}

#[test]
fn without_parameters_the_page_is_as_usual() {
    check_same("", &usual());
    let empty = "reviews=&pin=&rows=&order=&mode=&opinions=&spoilers=&blind=&aspect=&passage=";
    check(empty, &usual(), "", &[]);
    let defaults = "reviews=,&pin=+,+&rows=all&order=contested&mode=aligned&spoilers=2";
    check(defaults, &usual(), "", &[]);
}

#[test]
fn every_parameter_is_read() {
    check_same("reviews=b,a,zz", &CompareView { reviews: Some(names("b a zz")), ..usual() });
    check_same("pin=a", &CompareView { pins: names("a"), ..usual() });
    for rows in RowFilter::ALL.into_iter().filter(|rows| *rows != RowFilter::All) {
        check_same(&format!("rows={rows}"), &CompareView { rows, ..usual() });
    }
    check_same("order=list", &CompareView { order: RowOrder::List, ..usual() });
    check_same("mode=written", &CompareView { mode: ReadingMode::Written, ..usual() });
    check_same("opinions=only", &CompareView { opinions_only: true, ..usual() });
    for spoilers in Spoiler::ALL.into_iter().filter(|level| *level != CompareView::SPOILERS) {
        check_same(&format!("spoilers={}", spoilers.level()), &CompareView { spoilers, ..usual() });
    }
    check_same("blind=yes", &CompareView { blind: true, ..usual() });
    for aspect in Aspect::ALL {
        check_same(&format!("aspect={aspect}"), &usual().focused(Some(Focus::Aspect(aspect))));
    }
    let claim = ClaimName { review: review_id("heat-a"), claim: 2 };
    check_same("passage=heat-a:3", &usual().focused(Some(Focus::Passage(claim))));
}

#[test]
fn names_are_kept_as_they_stand() {
    let reviews = Some(names("a a Ünknown"));
    check("reviews=+a,,a,%C3%9Cnknown+", &CompareView { reviews, ..usual() }, "reviews=a,a,%C3%9Cnknown", &[]);
}

#[test]
fn a_bad_value_falls_back_to_its_default_and_is_said() {
    let bad = |query: &str, notice: &str| check(query, &usual(), "", &[notice]);
    bad("rows=some", "“some” was left out of “rows”, which takes one of all, differ, agree, one.");
    bad("order=best", "“best” was left out of “order”, which takes one of contested, list.");
    bad("mode=Aligned", "“Aligned” was left out of “mode”, which takes one of aligned, written.");
    bad("opinions=yes", "“yes” was left out of “opinions”, which takes “only” or nothing.");
    bad("blind=no", "“no” was left out of “blind”, which takes “yes” or nothing.");
    for level in ["4", "-1", "%2B2", "02", "1.0", "x", "256", "２"] {
        let notice = format!(
            "“{}” was left out of “spoilers”, which takes a whole number from 0 to 3.",
            level.replace("%2B", "+")
        );
        bad(&format!("spoilers={level}"), &notice);
    }
    for name in
        ["a", "a:", ":1", "a:0", "a:-1", "a:01", "a:1:2", "A:1", "a:x", "a b:1", "a:99999999999999999999", "a:1 "]
    {
        let notice =
            format!("“{name}” was left out of “passage”, which takes a review, a colon and the number of its claim.");
        bad(&format!("passage={name}"), &notice);
    }
    bad("pick=a", "This page has no parameter “pick”; it was left out.");
    let long = format!(
        "“{}…” was left out of “passage”, which takes a review, a colon and the number of its claim.",
        "a".repeat(60)
    );
    bad(&format!("passage={}", "a".repeat(100_000)), &long);
}

#[test]
fn a_passage_says_more_than_an_aspect() {
    let claim = ClaimName { review: review_id("a"), claim: 0 };
    let passage = usual().focused(Some(Focus::Passage(claim)));
    let notice = "“aspect” was left out, since “passage” says more.";
    check("aspect=sound&passage=a:1", &passage, "passage=a:1", &[notice]);
    let sound = usual().focused(Some(Focus::Aspect(Aspect::Sound)));
    let notice = "“a” was left out of “passage”, which takes a review, a colon and the number of its claim.";
    check("aspect=sound&passage=a", &sound, "aspect=sound", &[notice]);
}

#[test]
fn what_is_nothing_to_look_at_is_said() {
    for text in
        ["", "sound", "aspect", "aspect=noise", "aspect=", "passage=a", "Aspect=sound", "aspect=sound&x", "rows=all"]
    {
        assert_eq!(text.parse::<Focus>(), Err(NoFocus), "{text}");
    }
}

#[test]
fn only_so_many_names_are_read() {
    let all: Vec<String> = (0..20_000).map(|at| format!("r{at}")).collect();
    let first = all[..40].to_vec();
    let view = CompareView { reviews: Some(first.clone()), pins: first.clone(), ..usual() };
    let written = format!("reviews={0}&pin={0}", first.join(","));
    let notices = ["Only the first 40 of “reviews” were read.", "Only the first 40 of “pin” were read."];
    check(&format!("reviews={0}&pin={0}", all.join(",")), &view, &written, &notices);
}

#[test]
fn of_a_repeated_parameter_the_first_counts() {
    let view = CompareView { reviews: Some(names("a b")), ..usual() };
    let notice = "“reviews” is there more than once; the first counts.";
    check("reviews=a,b&utm_medium=mail&reviews=c", &view, "reviews=a,b", &[notice]);
}

#[test]
fn with_other_reviews_the_pins_and_the_passage_of_those_that_are_gone_are_gone() {
    let view = CompareView::read(&Query::parse("reviews=a,b,c&pin=c,a&rows=differ&passage=c:2")).0;
    let changed = |kept: &str| {
        let kept: Vec<_> = kept.split(' ').map(review_id).collect();
        view.with_reviews(Some(kept.iter().map(ToString::to_string).collect()), &kept).query().to_string()
    };
    assert_eq!(changed("b a"), "reviews=b,a&pin=a&rows=differ");
    assert_eq!(changed("d c"), "reviews=d,c&pin=c&rows=differ&passage=c:2");
    assert_eq!(view.with_reviews(None, &[]).query().to_string(), "rows=differ");
    let aspect = view.focused(Some(Focus::Aspect(Aspect::Sound)));
    assert_eq!(aspect.with_reviews(None, &[]).query().to_string(), "rows=differ&aspect=sound");
}

#[test]
fn a_review_is_pinned_and_pinned_no_more() {
    let pin = |ids: &str| ids.split(' ').fold(usual(), |view, id| view.pinning(&review_id(id))).pins;
    assert_eq!(pin("b a"), names("b a"));
    assert_eq!(pin("b a c a"), names("b c"));
    assert_eq!(pin("b b"), names(""));
}

#[test]
fn a_claim_is_named_by_its_review_and_its_number_from_one() {
    let name = ClaimName { review: review_id("heat-a"), claim: 0 };
    assert_eq!(name.to_string(), "heat-a:1");
    assert_eq!("heat-a:1".parse(), Ok(name));
    for text in ["", ":", "heat-a", "heat-a:", "heat-a:0", "heat-a:+1", "heat-a:1a", "heat-a: 1", "-:1", "heat-a::1"] {
        assert_eq!(text.parse::<ClaimName>(), Err(NoClaimName), "{text}");
    }
}

proptest! {
    #[test]
    fn a_claims_name_reads_back(name in any_view::claim_name()) {
        prop_assert_eq!(name.to_string().parse(), Ok(name));
    }

    #[test]
    fn what_names_a_claim_is_its_name(text in prop_oneof![any_view::wild(), "[a-z-]{0,4}:[-+ 0-9]{0,4}"]) {
        if let Ok(name) = text.parse::<ClaimName>() {
            prop_assert_eq!(name.to_string(), text);
        }
    }

    #[test]
    fn what_is_looked_at_is_the_last_of_a_query_and_reads_back(view in any_view::compare_view()) {
        let before = view.focused(None).query().to_string();
        let query = view.query().to_string();
        match view.focus {
            None => prop_assert_eq!(query, before),
            Some(focus) => {
                let separator = if before.is_empty() { "" } else { "&" };
                prop_assert_eq!(query, format!("{before}{separator}{focus}"));
                prop_assert_eq!(focus.to_string().parse(), Ok(focus));
            }
        }
    }

    #[test]
    fn any_view_reads_back_from_its_query(view in any_view::compare_view()) {
        prop_assert_eq!(CompareView::read(&view.query()), (view.clone(), vec![]));
        prop_assert_eq!(CompareView::read(&Query::parse(&view.query().to_string())), (view, vec![]));
    }

    #[test]
    fn what_is_read_of_any_query_reads_back(
        names in vec("reviews|pin|rows|order|mode|opinions|spoilers|blind|aspect|passage|x", 0..9),
        values in vec(any_view::wild(), 9),
    ) {
        let query = names.iter().zip(&values).fold(Query::default(), |query, (name, value)| query.and(name, value));
        let (view, _) = CompareView::read(&query);
        prop_assert_eq!(CompareView::read(&view.query()), (view, vec![]));
    }
}
