//! What an address chooses on a film's page.

use crosscut::{
    domain::{
        aspect::Aspect,
        claim::Stance,
        filter::{ReviewFilter, ScoreRange, Unscored},
        review::Brief,
        sort::ReviewSort,
    },
    route::{FilmView, Query},
};
use proptest::{collection::vec, prelude::*};

mod support;

use support::{any_view, brief, ids, listing, review_id, reviewer_slug, score};

/// A query reads as this view, is written so, and this is said of it.
fn check(query: &str, view: &FilmView, written: &str, notices: &[&str]) {
    let (read, said) = FilmView::read(&Query::parse(query));
    assert_eq!(read, *view, "{query}");
    assert_eq!(said.iter().map(ToString::to_string).collect::<Vec<_>>(), notices, "{query}");
    assert_eq!(view.query().to_string(), written, "{query}");
}

fn check_filter(query: &str, filter: ReviewFilter) {
    check(query, &FilmView::default().with(filter), query, &[]);
}

#[test]
fn without_parameters_nothing_is_filtered() {
    check("", &FilmView::default(), "", &[]);
    let empty = "reviewer=&outlet=,&min=&max=100&unscored=&stance=&aspect=&sort=score&pick=,";
    check(empty, &FilmView::default(), "", &[]);
}

#[test]
fn every_parameter_is_read() {
    let all = ReviewFilter::default;
    check_filter(
        "reviewer=ray,matinee",
        ReviewFilter { reviewers: ["ray", "matinee"].map(reviewer_slug).to_vec(), ..all() },
    );
    let range = ScoreRange::new(score(50), score(75)).unwrap_or_default();
    check_filter("min=50&max=75", ReviewFilter { range, ..all() });
    for unscored in Unscored::ALL {
        check_filter(&format!("unscored={unscored}"), ReviewFilter { unscored: Some(unscored), ..all() });
    }
    for stance in Stance::ALL {
        check_filter(&format!("stance={stance}"), ReviewFilter { stance: Some(stance), ..all() });
    }
    for aspect in Aspect::ALL {
        check_filter(&format!("aspect={aspect}"), ReviewFilter { aspect: Some(aspect), ..all() });
    }
    check_filter("outlet=the-movie-guys", ReviewFilter { outlets: vec!["the-movie-guys".to_owned()], ..all() });
    for sort in ReviewSort::ALL.into_iter().filter(|sort| *sort != ReviewSort::Score) {
        let query = format!("sort={sort}");
        check(&query, &FilmView { sort, ..FilmView::default() }, &query, &[]);
    }
    let picks = ["b", "a"].map(review_id).to_vec();
    check("pick=b,a", &FilmView { picks, ..FilmView::default() }, "pick=b,a", &[]);
}

#[test]
fn outlets_are_read_however_they_are_typed() {
    let filter = ReviewFilter { outlets: vec!["the-movie-guys".to_owned()], ..ReviewFilter::default() };
    let view = FilmView::default().with(filter);
    check("outlet=The+Movie+Guys!,the-movie-guys", &view, "outlet=the-movie-guys", &[]);
}

#[test]
fn a_bad_value_falls_back_to_its_default_and_is_said() {
    let bad = |query: &str, notice: &str| check(query, &FilmView::default(), "", &[notice]);
    bad("reviewer=Ray", "“Ray” was left out of “reviewer”, which takes slugs parted by commas.");
    bad("pick=a--b", "“a--b” was left out of “pick”, which takes slugs parted by commas.");
    bad("outlet=%3F", "“?” was left out of “outlet”, which takes outlets parted by commas.");
    bad("min=ten", "“ten” was left out of “min”, which takes a whole number from 0 to 100.");
    bad("max=1e1", "“1e1” was left out of “max”, which takes a whole number from 0 to 100.");
    bad("min=2&max=1", "The score range from 2 to 1 ends below its start, so it was left out.");
    bad("unscored=yes", "“yes” was left out of “unscored”, which takes one of include, exclude, only.");
    bad("stance=for", "“for” was left out of “stance”, which takes one of positive, mixed, negative.");
    bad("sort=name", "“name” was left out of “sort”, which takes one of score, date, reviewer, length.");
    bad("reviews=a", "This page has no parameter “reviews”; it was left out.");
    let aspects = "story, theme, acting, direction, writing, cinematography, sound, editing, pacing, production-design, \
                   effects, representation, overall, audience";
    bad("aspect=music", &format!("“music” was left out of “aspect”, which takes one of {aspects}."));
    let long = format!("“{}…” was left out of “pick”, which takes slugs parted by commas.", "a".repeat(60));
    bad(&format!("pick={}", "a".repeat(100_000)), &long);
}

#[test]
fn a_seventh_pick_is_left_out_and_said() {
    let picks: Vec<_> = ["a", "b", "c", "d", "e", "f"].map(review_id).to_vec();
    let view = FilmView { picks, ..FilmView::default() };
    let notice = "Only the first 6 of “pick” were read.";
    check("pick=a,b,c,d,e,f,g,h", &view, "pick=a,b,c,d,e,f", &[notice]);
    check("pick=a,b,a,c,d,c,e,f", &view, "pick=a,b,c,d,e,f", &[]);
}

#[test]
fn what_the_film_does_not_have_is_left_out_and_said() {
    let daily = Brief { outlet: Some("The Daily".to_owned()), ..brief("a", "") };
    let film = listing("heat", vec![daily, brief("b", "")]);
    let view = FilmView::read(&Query::parse("reviewer=a,zz&outlet=the-daily,le-monde&pick=b,yy&min=5")).0;
    let (known, notices) = view.known(&film);
    assert_eq!(known.query().to_string(), "reviewer=a&min=5&outlet=the-daily&pick=b");
    let said: Vec<String> = notices.iter().map(ToString::to_string).collect();
    let expected = [
        "Nothing here has “zz” as its reviewer, so it was left out.",
        "Nothing here has “le-monde” as its outlet, so it was left out.",
        "Nothing here has “yy” as its pick, so it was left out.",
    ];
    assert_eq!(said, expected);
    assert_eq!(known.known(&film), (known, vec![]));
}

#[test]
fn a_review_is_picked_and_picked_no_more() {
    let pick = |view: &FilmView, names: &str| names.split(' ').fold(view.clone(), |it, id| it.picked(&review_id(id)));
    let view = pick(&FilmView::default(), "c a b");
    assert_eq!(ids(&view.picks), "c a b");
    assert_eq!(ids(&pick(&view, "a").picks), "c b");
    assert_eq!(ids(&pick(&view, "a a").picks), "c b a");
    assert_eq!(ids(&pick(&view, "d e f g").picks), "c a b d e f");
}

proptest! {
    #[test]
    fn any_view_reads_back_from_its_query(view in any_view::film_view()) {
        prop_assert_eq!(FilmView::read(&view.query()), (view.clone(), vec![]));
        prop_assert_eq!(FilmView::read(&Query::parse(&view.query().to_string())), (view, vec![]));
    }

    #[test]
    fn what_is_read_of_any_query_reads_back(
        names in vec("reviewer|outlet|min|max|unscored|stance|aspect|sort|pick|x", 0..9),
        values in vec(any_view::wild(), 9),
    ) {
        let query = names.iter().zip(&values).fold(Query::default(), |query, (name, value)| query.and(name, value));
        let (view, _) = FilmView::read(&query);
        prop_assert_eq!(FilmView::read(&view.query()), (view, vec![]));
    }
}
