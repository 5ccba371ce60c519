//! The address of two reviewers compared.

use crosscut::{
    domain::catalog::Catalog,
    route::{PairView, Query},
};
use proptest::{prelude::*, sample::subsequence};

mod support;

use support::{any, listing, reviewer, reviewer_slug};

fn catalog() -> Catalog {
    let reviewers = [("matinee", "Matinee"), ("ray", "Ray"), ("anne", "Anne")];
    Catalog::new(
        vec![listing("heat", Vec::new())],
        reviewers.map(|(slug, name)| reviewer(slug, name)).to_vec(),
        Vec::new(),
    )
}

fn view(who: &str) -> PairView {
    PairView { who: who.split_whitespace().map(reviewer_slug).collect() }
}

fn check(query: &str, who: &str, notices: &[&str]) {
    let (read, told) = PairView::read(&Query::parse(query), &catalog());
    assert_eq!(read, view(who), "{query}");
    assert_eq!(told.iter().map(ToString::to_string).collect::<Vec<_>>(), notices, "{query}");
}

#[test]
fn two_reviewers_are_read_in_the_order_of_the_address() {
    check("who=matinee,ray", "matinee ray", &[]);
    check("who=ray,matinee", "ray matinee", &[]);
    check("who=ray", "ray", &[]);
    check("who=", "", &[]);
    check("", "", &[]);
}

#[test]
fn whoever_is_not_there_is_left_out_and_told() {
    check("who=nobody,ray", "ray", &["Nobody here is called “nobody”, so that name was left out."]);
    check("who=Not+a+slug!", "", &["Nobody here is called “Not a slug!”, so that name was left out."]);
    check("who=ray,nobody,anne", "ray anne", &["Nobody here is called “nobody”, so that name was left out."]);
}

#[test]
fn the_same_twice_counts_once() {
    check("who=ray,ray", "ray", &["Ray is there twice and counts once."]);
    check("who=ray,ray,anne", "ray anne", &["Ray is there twice and counts once."]);
}

#[test]
fn of_three_the_first_two_are_compared() {
    check("who=ray,anne,matinee", "ray anne", &["Only the first 2 of “who” were read."]);
    check("who=ray,anne&who=matinee", "ray anne", &["“who” is there more than once; the first counts."]);
    check("who=ray&whom=anne", "ray", &["This page has no parameter “whom”; it was left out."]);
}

#[test]
fn another_reviewer_takes_one_of_the_two_places() {
    for (who, place, slug, expected) in [
        ("", 0, "ray", "ray"),
        ("", 1, "ray", "ray"),
        ("ray", 0, "anne", "anne"),
        ("ray", 1, "anne", "ray anne"),
        ("ray anne", 0, "matinee", "matinee anne"),
        ("ray anne", 1, "matinee", "ray matinee"),
        ("ray anne", 0, "anne", "ray anne"),
        ("ray anne", 2, "matinee", "ray anne"),
    ] {
        assert_eq!(view(who).with(place, reviewer_slug(slug)), view(expected), "{who}, {slug} in {place}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(who in subsequence(vec!["matinee", "ray", "anne"], 0..=2).prop_shuffle()) {
        let view = view(&who.join(" "));
        let query = Query::parse(&view.query().to_string());
        prop_assert_eq!(PairView::read(&query, &catalog()), (view, Vec::new()));
    }

    #[test]
    fn any_address_gives_two_known_reviewers_at_most(who in any::text(), more in "[a-z,-]{0,20}") {
        let query = Query::default().and("who", format!("ray,{who},{more},anne"));
        let (view, _) = PairView::read(&query, &catalog());
        prop_assert!(view.who.len() <= 2);
        prop_assert!(view.who.iter().all(|slug| catalog().reviewer(slug).is_some()));
        prop_assert!(view.who.first() != view.who.get(1));
    }
}
