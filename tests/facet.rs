//! Filtering the catalogue by facets, and the counts beside the options.

use std::collections::BTreeSet;

use crosscut::domain::{
    catalog::Catalog,
    facet::{CatalogFilter, Chosen, Facet},
    film::{Certificate, CertificateSystem, Listing},
    filter::ScoreRange,
    stats::ScoreSummary,
    text::{address_form, fold},
};
use proptest::{collection::btree_map, prelude::*, sample::select, sample::subsequence};

mod support;

use support::{any, brief, graded, listing, reviewer, score, slugs};

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

fn check(filter: &CatalogFilter, expected: &str) {
    assert_eq!(slugs(&filter.apply(&films()).films), expected, "{filter:?}");
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
    assert_eq!(CatalogFilter::default().apply(&films()).split, 1);
    assert_eq!(choosing(Facet::Decade, &["1990s"]).apply(&films()).split, 0);
}

#[test]
fn a_search_narrows_films_and_counts() {
    let filter = CatalogFilter { search: "LEGRAND michel".to_owned(), ..CatalogFilter::default() };
    check(&filter, "cleo");
    check(&CatalogFilter { search: "matinee".to_owned(), ..CatalogFilter::default() }, "heat cleo");
    let films = films();
    let genres = &filter.apply(&films).facets[Facet::Genre as usize];
    let counts: Vec<String> = genres.iter().map(|it| format!("{} {}", it.value, it.count)).collect();
    assert_eq!(counts, ["crime 0", "drama 1", "film-noir 0"]);
}

#[test]
fn options_have_a_value_for_the_address_and_a_label_to_read() {
    let films = films();
    let found = choosing(Facet::Director, &["agnes-varda"]).apply(&films);
    let of = |facet: Facet| -> Vec<(&str, &str, usize, bool)> {
        let options = &found.facets[facet as usize];
        options.iter().map(|it| (it.value.as_str(), it.label.as_str(), it.count, it.chosen)).collect()
    };
    assert_eq!(
        of(Facet::Director),
        [
            ("agnes-varda", "Agnès Varda", 1, true),
            ("george-miller", "George Miller", 1, false),
            ("michael-mann", "Michael Mann", 1, false)
        ]
    );
    assert_eq!(of(Facet::Reviewer), [("matinee", "Matinee", 1, false), ("ray", "ray", 1, false)]);
    let decades = [("1960s", "1960s", 1, false), ("1990s", "1990s", 0, false), ("2010s", "2010s", 0, false)];
    assert_eq!(of(Facet::Decade), decades);
    assert_eq!(of(Facet::Certificate), [("PG", "PG", 1, false), ("R", "R", 0, false)]);
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
    let unknown: Vec<String> =
        filter.unknown_values(&films()).iter().map(|(facet, value)| format!("{facet} {value}")).collect();
    assert_eq!(unknown, ["genre opera", "genre ballet", "decade 1200s"]);
    assert_eq!(filter.known(&films()), choosing(Facet::Genre, &["drama"]));
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

/// A film's values, by the words of PRODUCT.md.
fn values(facet: Facet, film: &Listing) -> BTreeSet<String> {
    match facet {
        Facet::Genre => film.genres.iter().map(|genre| address_form(genre)).collect(),
        Facet::Decade => BTreeSet::from([format!("{}0s", film.year / 10)]),
        Facet::Director => film.directors.iter().map(|name| address_form(name)).collect(),
        Facet::Certificate => film.certificate.iter().map(|it| it.code().to_owned()).collect(),
        Facet::Reviewer => film.reviews.iter().map(|review| review.reviewer.to_string()).collect(),
    }
}

fn expected<'a>(filter: &CatalogFilter, catalog: &'a Catalog) -> Vec<&'a Listing> {
    let shown = |film: &&Listing| {
        let reviewers = film.reviews.iter().map(|review| catalog.name_of(&review.reviewer));
        let texts: Vec<String> = [film.title.clone(), film.year.to_string()]
            .into_iter()
            .chain(film.directors.iter().chain(&film.others).cloned())
            .chain(reviewers)
            .map(|text| fold(&text))
            .collect();
        let found = fold(&filter.search).split_whitespace().all(|word| texts.iter().any(|text| text.contains(word)));
        let facets = Facet::ALL.into_iter().all(|facet| {
            let (chosen, values) = (filter.chosen.of(facet), values(facet, film));
            chosen.is_empty() || chosen.iter().any(|value| values.contains(value))
        });
        let mean = ScoreSummary::of(&film.reviews).mean;
        let whole = filter.range == ScoreRange::WHOLE;
        let ranged = whole || mean.is_some_and(|mean| filter.range.min() <= mean && mean <= filter.range.max());
        found && facets && ranged && (!filter.split || !film.contention().splits.is_empty())
    };
    catalog.films().iter().filter(shown).collect()
}

fn any_filter() -> impl Strategy<Value = CatalogFilter> {
    let known = vec![
        "drama",
        "music",
        "film-noir",
        "1960s",
        "1990s",
        "agnes-varda",
        "michael-mann",
        "PG",
        "R",
        "15",
        "matinee",
        "ray",
    ];
    let values = subsequence(known, 1..=8).prop_map(|values| names(&values));
    let chosen = btree_map(select(Facet::ALL.to_vec()), values, 0..3);
    let search = select(vec!["", "", "a", "mann ray", "é", "19", "varda"]);
    (search, chosen, any::score(), any::score(), any::<bool>(), any::<bool>()).prop_map(
        |(search, chosen, one, other, whole, split)| CatalogFilter {
            search: search.to_owned(),
            chosen: chosen.into_iter().fold(Chosen::default(), |all, (facet, values)| all.with(facet, values)),
            range: ScoreRange::new(one.min(other), one.max(other)).filter(|_| !whole).unwrap_or_default(),
            split,
        },
    )
}

proptest! {
    #[test]
    fn the_films_shown_are_those_that_the_definition_says(filter in any_filter(), catalog in any::catalog(9)) {
        prop_assert_eq!(slugs(&filter.apply(&catalog).films), slugs(&expected(&filter, &catalog)));
    }

    #[test]
    fn every_count_is_what_choosing_the_option_shows(filter in any_filter(), catalog in any::catalog(9)) {
        let found = filter.apply(&catalog);
        for facet in Facet::ALL {
            let offered: BTreeSet<String> = catalog.films().iter().flat_map(|film| values(facet, film)).collect();
            let options = &found.facets[facet as usize];
            prop_assert_eq!(options.iter().map(|it| it.value.clone()).collect::<BTreeSet<_>>(), offered);
            for option in options {
                let chosen = filter.chosen.clone().with(facet, vec![option.value.clone()]);
                let choosing = CatalogFilter { chosen, ..filter.clone() };
                prop_assert_eq!(option.count, expected(&choosing, &catalog).len(), "{} {}", facet, option.value);
                prop_assert_eq!(option.chosen, filter.chosen.of(facet).contains(&option.value));
            }
        }
        let split = CatalogFilter { split: true, ..filter.clone() };
        prop_assert_eq!(found.split, expected(&split, &catalog).len());
    }

    #[test]
    fn a_filter_of_known_values_has_no_unknown_ones(filter in any_filter(), catalog in any::catalog(4)) {
        prop_assert_eq!(filter.known(&catalog).unknown_values(&catalog), []);
    }
}
