//! What an address chooses in the catalogue.

use crosscut::{
    domain::{
        facet::{CatalogFilter, Chosen, Facet},
        film::Listing,
        filter::ScoreRange,
        search::Finder,
        sort::FilmSort,
    },
    route::{CatalogView, Query},
};
use proptest::prelude::*;

mod support;

use support::{any_view, brief, catalog, listing, score};

fn range(min: u8, max: u8) -> ScoreRange {
    ScoreRange::new(score(min), score(max)).unwrap_or_default()
}

fn chosen(facet: Facet, values: &[&str]) -> CatalogFilter {
    let values = values.iter().map(|value| (*value).to_owned()).collect();
    CatalogFilter { chosen: Chosen::default().with(facet, values), ..CatalogFilter::default() }
}

/// A query reads as this filter and order, is written so, and this is said of it.
fn check(query: &str, filter: CatalogFilter, sort: Option<FilmSort>, written: &str, notices: &[&str]) {
    let (view, said) = CatalogView::read(&Query::parse(query));
    assert_eq!(view, CatalogView { filter, sort }, "{query}");
    assert_eq!(said.iter().map(ToString::to_string).collect::<Vec<_>>(), notices, "{query}");
    assert_eq!(view.query().to_string(), written, "{query}");
}

fn check_filter(query: &str, filter: CatalogFilter, written: &str) {
    check(query, filter, None, written, &[]);
}

#[test]
fn without_parameters_nothing_is_filtered() {
    check_filter("", CatalogFilter::default(), "");
    check_filter("q=&genre=&decade=&min=&max=&split=&sort=", CatalogFilter::default(), "");
    check_filter("min=0&max=100&sort=title&q=+&genre=,", CatalogFilter::default(), "");
    assert!(CatalogView::default().query().is_empty());
}

#[test]
fn every_parameter_is_read() {
    let search = |text: &str| CatalogFilter { search: text.to_owned(), ..CatalogFilter::default() };
    check_filter("q=agn%C3%A8s+varda", search("agnès varda"), "q=agn%C3%A8s+varda");
    check_filter("q=++heat+", search("heat"), "q=heat");
    check_filter("genre=drama,film-noir", chosen(Facet::Genre, &["drama", "film-noir"]), "genre=drama,film-noir");
    check_filter("decade=1970s", chosen(Facet::Decade, &["1970s"]), "decade=1970s");
    check_filter("director=agnes-varda", chosen(Facet::Director, &["agnes-varda"]), "director=agnes-varda");
    check_filter("certificate=PG-13,15", chosen(Facet::Certificate, &["PG-13", "15"]), "certificate=PG-13,15");
    check_filter("reviewer=matinee", chosen(Facet::Reviewer, &["matinee"]), "reviewer=matinee");
    let scores = |range| CatalogFilter { range, ..CatalogFilter::default() };
    check_filter("min=60", scores(range(60, 100)), "min=60");
    check_filter("max=60", scores(range(0, 60)), "max=60");
    check_filter("max=60&min=060", scores(range(60, 60)), "min=60&max=60");
    check_filter("split=yes", CatalogFilter { split: true, ..CatalogFilter::default() }, "split=yes");
    check("sort=contested", CatalogFilter::default(), Some(FilmSort::Contested), "sort=contested", &[]);
}

#[test]
fn a_search_is_shown_by_best_match_unless_another_order_is_chosen() {
    let check = |query: &str, shown: FilmSort, written: &str| {
        let (view, said) = CatalogView::read(&Query::parse(query));
        assert_eq!((view.sort(), said.len()), (shown, 0), "{query}");
        assert_eq!(view.query().to_string(), written, "{query}");
    };
    check("", FilmSort::Title, "");
    check("q=heat", FilmSort::Match, "q=heat");
    check("q=heat&sort=match", FilmSort::Match, "q=heat");
    check("q=heat&sort=title", FilmSort::Title, "q=heat&sort=title");
    check("sort=title", FilmSort::Title, "");
    check("sort=match", FilmSort::Match, "sort=match");
}

#[test]
fn values_are_read_however_they_are_typed() {
    check_filter("director=Agn%C3%A8s+Varda", chosen(Facet::Director, &["agnes-varda"]), "director=agnes-varda");
    check_filter("decade=1970,1970s", chosen(Facet::Decade, &["1970s"]), "decade=1970s");
    check_filter("certificate=pg-13", chosen(Facet::Certificate, &["PG-13"]), "certificate=PG-13");
    check_filter("genre=Film+Noir,,film-noir,", chosen(Facet::Genre, &["film-noir"]), "genre=film-noir");
}

/// A query of which nothing can be used, and the one thing that is said of it.
fn check_bad(query: &str, notice: &str) {
    check(query, CatalogFilter::default(), None, "", &[notice]);
}

#[test]
fn a_bad_value_falls_back_to_its_default_and_is_said() {
    let number = "which takes a whole number from 0 to 100.";
    check_bad("min=x", &format!("“x” was left out of “min”, {number}"));
    check_bad("max=101", &format!("“101” was left out of “max”, {number}"));
    check_bad("max=-1", &format!("“-1” was left out of “max”, {number}"));
    check_bad("min=%2B5", &format!("“+5” was left out of “min”, {number}"));
    check_bad("min=60&max=40", "The score range from 60 to 40 ends below its start, so it was left out.");
    check_bad("split=no", "“no” was left out of “split”, which takes “yes” or nothing.");
    check_bad(
        "sort=Year",
        "“Year” was left out of “sort”, which takes one of match, title, year, score, reviews, contested.",
    );
    check_bad("genre=%21", "“!” was left out of “genre”, which takes names parted by commas.");
    check_bad("director=...,...", "“...” was left out of “director”, which takes names parted by commas.");
    check_bad("pick=a", "This page has no parameter “pick”; it was left out.");
    check_bad("q=%", "“q=%” has a broken percent escape and was left out.");
}

#[test]
fn values_that_are_too_long_or_too_many_are_left_out_and_said() {
    check_bad(&format!("q={}", "é".repeat(201)), "“q” is longer than 200 characters and was left out.");
    check_bad(&format!("q={}", "a+".repeat(50_000)), "“q” is longer than 200 characters and was left out.");
    let long = "é".repeat(200);
    let filter = CatalogFilter { search: long.clone(), ..CatalogFilter::default() };
    check_filter(&format!("q={long}"), filter, &format!("q={}", "%C3%A9".repeat(200)));
    let notice = format!(
        "“{}…” was left out of “sort”, which takes one of match, title, year, score, reviews, contested.",
        "x".repeat(60)
    );
    check_bad(&format!("sort={}", "x".repeat(100_000)), &notice);
    let names: Vec<String> = (0..50_000).map(|at| format!("g{at}")).collect();
    let (view, said) = CatalogView::read(&Query::parse(&format!("genre={}", names.join(","))));
    assert_eq!(view.filter.chosen.of(Facet::Genre), &names[..40]);
    assert_eq!(said.iter().map(ToString::to_string).collect::<Vec<_>>(), ["Only the first 40 of “genre” were read."]);
}

#[test]
fn what_is_sound_is_kept_beside_what_is_not() {
    let notices = [
        "“genre” is there more than once; the first counts.",
        "“x” was left out of “sort”, which takes one of match, title, year, score, reviews, contested.",
        "This page has no parameter “colour”; it was left out.",
    ];
    let filter = CatalogFilter { split: true, ..chosen(Facet::Genre, &["drama"]) };
    let query = "colour=red&genre=drama&sort=x&genre=music&split=yes&utm_source=mail";
    check(query, filter, None, "genre=drama&split=yes", &notices);
}

#[test]
fn what_no_film_has_is_left_out_and_said() {
    let film = Listing { genres: vec!["drama".to_owned()], ..listing("heat", vec![brief("a", "")]) };
    let view = CatalogView::read(&Query::parse("genre=drama,opera&reviewer=a,b&decade=1810s&q=zz")).0;
    let (known, notices) = view.known(&Finder::new(&catalog(vec![film])));
    assert_eq!(known.query().to_string(), "q=zz&genre=drama&reviewer=a");
    let said: Vec<String> = notices.iter().map(ToString::to_string).collect();
    let expected = [
        "Nothing here has “opera” as its genre, so it was left out.",
        "Nothing here has “1810s” as its decade, so it was left out.",
        "Nothing here has “b” as its reviewer, so it was left out.",
    ];
    assert_eq!(said, expected);
}

proptest! {
    #[test]
    fn any_view_reads_back_from_its_query(view in any_view::catalog_view()) {
        prop_assert_eq!(CatalogView::read(&view.query()), (view.clone(), vec![]));
        prop_assert_eq!(CatalogView::read(&Query::parse(&view.query().to_string())), (view, vec![]));
    }

    #[test]
    fn what_is_read_of_any_query_reads_back(
        names in proptest::collection::vec("q|genre|decade|director|certificate|reviewer|min|max|split|sort|x", 0..9),
        values in proptest::collection::vec(any_view::wild(), 9),
    ) {
        let query = names.iter().zip(&values).fold(Query::default(), |query, (name, value)| query.and(name, value));
        let (view, _) = CatalogView::read(&query);
        prop_assert_eq!(CatalogView::read(&view.query()), (view, vec![]));
    }
}
