//! Paths, both ways, and the links that are made of them.

use crosscut::{
    domain::{slug::ReviewId, text::quoted},
    route::{Address, Base, CatalogView, CompareView, FilmView, Query, Route, title},
};
use proptest::prelude::*;

mod support;

use support::{any, any_view, catalog, film_slug, listing, review_id, reviewer_slug};

fn check(path: &str, route: &Route, canonical: &str) {
    assert_eq!(Route::parse(path), *route, "{path}");
    assert_eq!(route.path(), canonical, "{path}");
}

fn not_found(path: &str) -> Route {
    Route::NotFound(path.to_owned())
}

#[test]
fn every_page_has_a_path() {
    check("/", &Route::Catalogue, "/");
    check("/film/heat", &Route::Film(film_slug("heat")), "/film/heat");
    check("/compare/sound-of-metal", &Route::Compare(film_slug("sound-of-metal")), "/compare/sound-of-metal");
    check("/reviewers", &Route::Reviewers, "/reviewers");
    check("/reviewers/compare", &Route::ReviewersCompare, "/reviewers/compare");
    check("/reviewer/aisle-seat", &Route::Reviewer(reviewer_slug("aisle-seat")), "/reviewer/aisle-seat");
    check("/about", &Route::About, "/about");
}

#[test]
fn slashes_too_many_or_at_the_end_do_not_matter() {
    check("", &Route::Catalogue, "/");
    check("/index.html", &Route::Catalogue, "/");
    check("/film/heat/", &Route::Film(film_slug("heat")), "/film/heat");
    check("//film///heat//", &Route::Film(film_slug("heat")), "/film/heat");
    check("/about/", &Route::About, "/about");
    check("/reviewers/compare/", &Route::ReviewersCompare, "/reviewers/compare");
}

#[test]
fn escapes_that_need_not_be_are_read() {
    check("/film/%68eat", &Route::Film(film_slug("heat")), "/film/heat");
    check("/%61bout", &Route::About, "/about");
}

#[test]
fn anything_else_is_not_found_and_keeps_its_path() {
    for path in [
        "/nothing",
        "/film",
        "/film/",
        "/film/heat/reviews",
        "/film/Heat",
        "/film/h%C3%A9at",
        "/film/he at",
        "/film/he+at",
        "/film/heat%20",
        "/film/heat%2Fa",
        "/film/-heat",
        "/film/..",
        "/film/%2e%2e/about",
        "/film/heat%",
        "/film/heat%2",
        "/film/heat%zz",
        "/film/heat%00",
        "/film/%FF%FE",
        "/reviewers/compared",
        "/reviewers/compare/matinee",
        "/reviewer/",
        "/About",
        "/index.html/about",
        "/about%3Fq=1",
        "/<script>alert(1)</script>",
        "/😀",
    ] {
        check(path, &not_found(path), path);
    }
    check(
        &format!("/film/{}", "a".repeat(97)),
        &not_found(&format!("/film/{}", "a".repeat(97))),
        &format!("/film/{}", "a".repeat(97)),
    );
}

#[test]
fn no_path_is_a_link_to_another_host() {
    check("//example.org/evil", &not_found("/example.org/evil"), "/example.org/evil");
    check("///", &Route::Catalogue, "/");
    check("nothing", &not_found("/nothing"), "/nothing");
    let address = Address::of(Route::parse("//example.org/evil"));
    assert_eq!(Base::default().href(&address), "/example.org/evil");
    assert_eq!(Base::new("crosscut").href(&address), "/crosscut/example.org/evil");
}

/// A base as it is given, as it is kept, and the part of each path below it.
fn check_base(given: &str, kept: &str, paths: &[(&str, Option<&str>)]) {
    let base = Base::new(given);
    assert_eq!(base.as_str(), kept, "{given}");
    for (path, below) in paths {
        assert_eq!(base.strip(path), *below, "{path} below {kept}");
    }
}

#[test]
fn a_base_has_a_slash_on_both_sides_and_takes_its_part_of_a_path() {
    for given in ["", "/", "//"] {
        check_base(given, "/", &[("/", Some("/")), ("", Some("/")), ("/about", Some("/about")), ("about", None)]);
    }
    for given in ["crosscut", "/crosscut", "crosscut/", "/crosscut/"] {
        let paths = [
            ("/crosscut/", Some("/")),
            ("/crosscut", Some("/")),
            ("/crosscut/film/heat", Some("/film/heat")),
            ("/crosscut//x", Some("//x")),
            ("/crosscuts", None),
            ("/crosscut-2/about", None),
            ("/about", None),
            ("/", None),
            ("crosscut/about", None),
        ];
        check_base(given, "/crosscut/", &paths);
    }
    check_base("/a/b/", "/a/b/", &[("/a/b/about", Some("/about")), ("/a/b", Some("/")), ("/a/", None)]);
}

#[test]
fn a_base_says_where_the_data_is() {
    assert_eq!(Base::default().data("index.json"), "/data/index.json");
    assert_eq!(Base::new("a/b").data("films/heat.json"), "/a/b/data/films/heat.json");
}

fn check_address(address: &Address, relative: &str) {
    assert_eq!(address.relative(), relative);
    assert_eq!(Base::new("crosscut").href(address), format!("/crosscut{relative}"));
}

#[test]
fn an_address_is_its_path_and_what_is_chosen() {
    let reviews: Vec<ReviewId> = ["b", "a"].map(review_id).to_vec();
    check_address(&Address::of(Route::About), "/about");
    check_address(&Address::catalogue(&CatalogView::default()), "/");
    check_address(&Address::film(film_slug("heat"), &FilmView::default()), "/film/heat");
    check_address(&Address::film_by(film_slug("heat"), reviewer_slug("ray")), "/film/heat?reviewer=ray");
    check_address(&Address::compare(film_slug("heat"), &reviews), "/compare/heat?reviews=b,a");
    check_address(&Address::compare(film_slug("heat"), &[]), "/compare/heat");
    check_address(&Address::comparison(film_slug("heat"), &CompareView::default()), "/compare/heat");
    let (one, other) = (reviewer_slug("ray"), reviewer_slug("anne"));
    check_address(&Address::pair(&[&one, &other]), "/reviewers/compare?who=ray,anne");
    check_address(&Address::pair(&[&one]), "/reviewers/compare?who=ray");
    check_address(&Address::pair(&[]), "/reviewers/compare");
    let query = Query::default().and("q", "a b");
    check_address(&Address { route: Route::Catalogue, query }, "/?q=a+b");
}

#[test]
fn every_page_has_a_title_until_the_catalogue_is_here_and_after() {
    let mut heat = listing("heat", Vec::new());
    heat.title = "Heat".to_owned();
    let catalog = catalog(vec![heat]);
    for (path, before, after) in [
        ("/", "Crosscut: film reviews, side by side", "Crosscut: film reviews, side by side"),
        ("/film/heat", "Film · Crosscut", "Heat (2000), its reviews · Crosscut"),
        ("/film/cold", "Film · Crosscut", "No such film · Crosscut"),
        ("/compare/heat", "Comparison · Crosscut", "Heat (2000), reviews compared · Crosscut"),
        ("/compare/cold", "Comparison · Crosscut", "No such film · Crosscut"),
        ("/reviewers", "Reviewers · Crosscut", "Reviewers · Crosscut"),
        ("/reviewers/compare", "Two reviewers compared · Crosscut", "Two reviewers compared · Crosscut"),
        ("/reviewer/ray", "Reviewer · Crosscut", "No such reviewer · Crosscut"),
        ("/about", "About · Crosscut", "About · Crosscut"),
        ("/nothing", "Page not found · Crosscut", "Page not found · Crosscut"),
    ] {
        assert_eq!(title(&Route::parse(path), None), before, "{path}");
        assert_eq!(title(&Route::parse(path), Some(&catalog)), after, "{path}");
    }
}

fn any_route() -> impl Strategy<Value = Route> {
    prop_oneof![
        Just(Route::Catalogue),
        any::slug_text().prop_map(|slug| Route::Film(film_slug(&slug))),
        any::slug_text().prop_map(|slug| Route::Compare(film_slug(&slug))),
        Just(Route::Reviewers),
        Just(Route::ReviewersCompare),
        any::slug_text().prop_map(|slug| Route::Reviewer(reviewer_slug(&slug))),
        Just(Route::About),
    ]
}

proptest! {
    #[test]
    fn a_page_is_read_from_its_path(route in any_route()) {
        prop_assert_eq!(Route::parse(&route.path()), route);
    }

    #[test]
    fn any_path_is_a_page_whose_path_reads_the_same(path in prop_oneof![any_view::wild(), "(/|%2[fF]|film|about|[a-z.%]){0,9}"]) {
        let route = Route::parse(&path);
        let canonical = route.path();
        prop_assert!(canonical.starts_with('/') && !canonical.starts_with("//"), "{} of {}", quoted(&canonical), quoted(&path));
        prop_assert_eq!(Route::parse(&canonical), route);
    }

    #[test]
    fn an_address_is_read_from_its_link_under_any_base(
        base in "(/?[a-z0-9.~-]{1,6}){0,3}/?",
        route in any_route(),
        view in any_view::film_view(),
    ) {
        let base = Base::new(&base);
        let address = Address { route, query: view.query() };
        let href = base.href(&address);
        let (path, query) = href.split_once('?').unwrap_or((&href, ""));
        prop_assert_eq!(base.strip(path).map(Route::parse), Some(address.route.clone()));
        prop_assert_eq!(Query::parse(query), address.query);
    }
}
