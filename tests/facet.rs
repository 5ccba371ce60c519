//! Filtering the catalogue by facets, and the counts beside the options.

use crosscut::domain::{
    catalog::Catalog,
    facet::{CatalogFilter, Chosen, Facet},
    film::{Certificate, CertificateSystem, Listing},
    filter::ScoreRange,
    search::{Finder, Found},
};

mod support;

use support::{brief, found_slugs, graded, listing, reviewer, score};

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn films() -> Catalog {
    let heat = Listing {
        title: "Heat".to_owned(),
        year: 1995,
        genres: names(&["crime", "drama"]),
        directors: names(&["Michael Mann"]),
        certificate: Certificate::new(CertificateSystem::Mpa, "R"),
        ..listing("heat", vec![graded("matinee", "A"), graded("ray", "C")])
    };
    let cleo = Listing {
        title: "Cléo from 5 to 7".to_owned(),
        year: 1962,
        genres: names(&["drama"]),
        directors: names(&["Agnès Varda"]),
        others: names(&["Michel Legrand"]),
        certificate: Certificate::new(CertificateSystem::Bbfc, "PG"),
        ..listing("cleo", vec![brief("matinee", "sound+"), brief("ray", "sound-")])
    };
    let fury = Listing {
        title: "Fury Road".to_owned(),
        year: 2015,
        genres: names(&["Film Noir"]),
        directors: names(&["George Miller"]),
        ..listing("fury", Vec::new())
    };
    Catalog::new(vec![heat, cleo, fury], vec![reviewer("matinee", "Matinee")], Vec::new())
}

fn choosing(facet: Facet, values: &[&str]) -> CatalogFilter {
    CatalogFilter { chosen: Chosen::default().with(facet, names(values)), ..CatalogFilter::default() }
}

fn find(filter: &CatalogFilter) -> Found {
    Finder::new(&films()).find(filter, usize::MAX)
}

fn check(filter: &CatalogFilter, expected: &str) {
    assert_eq!(found_slugs(&films(), &find(filter)), expected, "{filter:?}");
}

/// The values of a facet with their labels and counts.
fn counts(filter: &CatalogFilter, facet: Facet) -> Vec<(String, String, usize)> {
    let mut finder = Finder::new(&films());
    let counts = finder.counts(filter);
    let (forms, _) = finder.foremost(facet, "", &[], &counts, usize::MAX);
    let value = |form: String| {
        let label = finder.label_of(facet, &form)?.to_owned();
        let count = counts.of(facet, finder.value(facet, &form)?);
        Some((form, label, count))
    };
    forms.into_iter().filter_map(value).collect()
}

#[test]
fn values_of_one_facet_widen_and_facets_narrow_each_other() {
    check(&CatalogFilter::default(), "heat cleo fury");
    check(&choosing(Facet::Genre, &["drama"]), "heat cleo");
    check(&choosing(Facet::Genre, &["crime", "film-noir"]), "heat fury");
    check(&choosing(Facet::Decade, &["1960s", "2010s"]), "cleo fury");
    check(&choosing(Facet::Director, &["agnes-varda"]), "cleo");
    check(&choosing(Facet::Certificate, &["PG", "R"]), "heat cleo");
    check(&choosing(Facet::Reviewer, &["matinee"]), "heat cleo");
    check(&choosing(Facet::Reviewer, &["nobody"]), "");
    let both = choosing(Facet::Genre, &["drama"]).toggled(Facet::Decade, "1990s");
    check(&both, "heat");
}

#[test]
fn a_range_shows_films_whose_average_is_inside_and_no_unscored_film() {
    let ranging = |min, max| CatalogFilter {
        range: ScoreRange::new(score(min), score(max)).unwrap(),
        ..CatalogFilter::default()
    };
    check(&ranging(75, 75), "heat");
    check(&ranging(0, 99), "heat");
    check(&ranging(76, 100), "");
    check(&ranging(0, 100), "heat cleo fury");
}

#[test]
fn only_films_with_a_split_aspect_are_shown_where_that_is_asked() {
    check(&CatalogFilter { split: true, ..CatalogFilter::default() }, "cleo");
    let split = |filter: &CatalogFilter| Finder::new(&films()).counts(filter).split;
    assert_eq!(split(&CatalogFilter::default()), 1);
    assert_eq!(split(&choosing(Facet::Decade, &["1990s"])), 0);
}

#[test]
fn a_search_narrows_films_and_counts() {
    let filter = CatalogFilter { search: "LEGRAND michel".to_owned(), ..CatalogFilter::default() };
    check(&filter, "cleo");
    check(&CatalogFilter { search: "matinee".to_owned(), ..CatalogFilter::default() }, "heat cleo");
    let genres = counts(&filter, Facet::Genre);
    let genres: Vec<String> = genres.iter().map(|(form, _, count)| format!("{form} {count}")).collect();
    assert_eq!(genres, ["crime 0", "drama 1", "film-noir 0"]);
}

#[test]
fn options_have_a_value_for_the_address_and_a_label_to_read() {
    let filter = choosing(Facet::Director, &["agnes-varda"]);
    let check = |facet: Facet, expected: &[(&str, &str, usize)]| {
        let counts = counts(&filter, facet);
        let counts: Vec<_> =
            counts.iter().map(|(form, label, count)| (form.as_str(), label.as_str(), *count)).collect();
        assert_eq!(counts, expected, "{facet}");
    };
    check(
        Facet::Director,
        &[
            ("agnes-varda", "Agnès Varda", 1),
            ("george-miller", "George Miller", 1),
            ("michael-mann", "Michael Mann", 1),
        ],
    );
    check(Facet::Reviewer, &[("matinee", "Matinee", 1), ("ray", "ray", 1)]);
    check(Facet::Decade, &[("1960s", "1960s", 1), ("1990s", "1990s", 0), ("2010s", "2010s", 0)]);
    check(Facet::Certificate, &[("PG", "PG", 1), ("R", "R", 0)]);
}

#[test]
fn a_value_is_known_however_it_was_typed() {
    for (facet, typed, form) in [
        (Facet::Director, "Bong Joon-ho", "bong-joon-ho"),
        (Facet::Director, "bong-joon-ho", "bong-joon-ho"),
        (Facet::Genre, "Film Noir", "film-noir"),
        (Facet::Decade, "1970", "1970s"),
        (Facet::Decade, " 1970s ", "1970s"),
        (Facet::Certificate, "pg-13", "PG-13"),
        (Facet::Certificate, "ma15+", "MA15+"),
        (Facet::Reviewer, "The Aisle Seat", "the-aisle-seat"),
    ] {
        assert_eq!(facet.form(typed), form);
        assert_eq!(facet.form(form), form, "a form is its own form");
    }
}

#[test]
fn values_that_no_film_has_are_found_and_can_be_left_out() {
    let filter = choosing(Facet::Genre, &["opera", "drama", "ballet"]).toggled(Facet::Decade, "1200s");
    let finder = Finder::new(&films());
    let unknown: Vec<String> =
        finder.unknown_values(&filter).iter().map(|(facet, value)| format!("{facet} {value}")).collect();
    assert_eq!(unknown, ["genre opera", "genre ballet", "decade 1200s"]);
    assert_eq!(finder.known(&filter), choosing(Facet::Genre, &["drama"]));
}

#[test]
fn choosing_twice_is_choosing_nothing() {
    let filter = CatalogFilter::default();
    assert!(filter.is_empty());
    let chosen = filter.toggled(Facet::Genre, "drama");
    assert_eq!(chosen.chosen.of(Facet::Genre), ["drama"]);
    assert!(!chosen.is_empty());
    assert_eq!(chosen.toggled(Facet::Genre, "drama"), filter);
}

#[test]
fn of_many_values_those_that_most_films_have_and_the_chosen_stand_there() {
    let mut finder = Finder::new(&films());
    let counts = finder.counts(&CatalogFilter::default());
    let foremost = |facet: Facet, typed: &str, chosen: &[&str], most: usize| {
        let (forms, called) = finder.foremost(facet, typed, &names(chosen), &counts, most);
        (forms.join(" "), called)
    };
    let expect = |forms: &str, called: usize| (forms.to_owned(), called);
    let all = foremost(Facet::Genre, "", &[], 9);
    assert_eq!(foremost(Facet::Genre, "", &[], 1), expect("drama", all.1));
    assert_eq!(foremost(Facet::Genre, "", &["film-noir", "nothing"], 1), expect("drama film-noir", all.1));
    assert_eq!(foremost(Facet::Genre, "noir", &[], 1), expect("film-noir", 1));
    assert_eq!(foremost(Facet::Genre, "noir", &["crime"], 1), expect("crime film-noir", 1));
    assert_eq!(foremost(Facet::Director, "VARDA agnes", &[], 5), expect("agnes-varda", 1));
    assert_eq!(foremost(Facet::Director, "arda", &["agnes-varda"], 5), expect("agnes-varda", 0));
    assert_eq!(foremost(Facet::Director, " .", &[], 0).1, 3);
}
