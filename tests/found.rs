//! Searching and filtering against the plainest way to do both: every review is looked at by itself, for
//! every option anew. The films, the counts and the reviews found must be the same.
//!
//! How words are found, ranked and ordered is held against a plain search of its own, in the engine's
//! tests; how a search is read, in `tests/search.rs`.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test")]

use std::collections::BTreeSet;

use crosscut::domain::{
    aspect::Aspect,
    catalog::Catalog,
    claim::Stance,
    facet::{CatalogFilter, Chosen, Facet},
    film::Listing,
    filter::ScoreRange,
    grade::Score,
    review::Brief,
    search::{Condition, Field, Finder, Question, State},
    stats::ScoreSummary,
    text::{address_form, fold},
};
use crosscut_engine::{term::Term, words::each_word};
use proptest::{
    collection::{btree_map, vec},
    prelude::*,
    sample::{select, subsequence},
};

mod support;

use support::any;

/// A film, one of its reviews where it has any, and the blocks of that review's text.
struct Row<'a> {
    film: &'a Listing,
    review: Option<&'a Brief>,
    blocks: &'a [String],
}

/// Every review, and every film without.
fn rows<'a>(films: &'a [Listing], texts: &'a [Vec<String>]) -> Vec<Row<'a>> {
    let mut texts = texts.iter();
    let mut rows = Vec::new();
    for film in films {
        if film.reviews.is_empty() {
            rows.push(Row { film, review: None, blocks: &[] });
        }
        for review in &film.reviews {
            rows.push(Row { film, review: Some(review), blocks: texts.next().map_or(&[], Vec::as_slice) });
        }
    }
    rows
}

fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, |word, _| words.push(word.to_owned()));
    words
}

/// Everything of a row that is searched, each text apart.
fn searched(catalog: &Catalog, row: &Row) -> Vec<Vec<String>> {
    let film = row.film;
    let mut texts = vec![film.title.clone(), film.year.to_string()];
    texts.extend(film.directors.iter().chain(&film.others).cloned());
    if let Some(review) = row.review {
        texts.push(catalog.name_of(&review.reviewer));
        texts.extend(review.outlet.clone().map(|outlet| outlet_name(catalog, &outlet)));
        texts.extend(review.headline.clone());
    }
    texts.extend(row.blocks.iter().cloned());
    texts.iter().map(|text| words(text)).collect()
}

/// The name under which an outlet goes: of spellings with one form, the first.
fn outlet_name(catalog: &Catalog, outlet: &str) -> String {
    let mut all = catalog.films().flat_map(|film| film.reviews).filter_map(|review| review.outlet);
    all.find(|other| address_form(other) == address_form(outlet)).unwrap()
}

fn has(texts: &[Vec<String>], term: &Term) -> bool {
    texts.iter().any(|text| match term {
        Term::Word(part) => text.iter().any(|word| word.contains(part.as_str())),
        Term::Phrase { words, open } => text.windows(words.len()).any(|run| {
            let last = words.len() - 1;
            (0..last).all(|at| run[at] == words[at])
                && (run[last] == words[last] || (*open && run[last].starts_with(words[last].as_str())))
        }),
    })
}

/// Whether one of the names is what was typed; or, where none of `all` is, has its form; or, where none has
/// that either, has words that start so.
fn is_called(names: &[(String, String)], all: &[(String, String)], typed: &str) -> bool {
    let alike = |(_, label): &(String, String)| fold(label) == fold(typed);
    if all.iter().any(alike) {
        return names.iter().any(alike);
    }
    let form = address_form(typed);
    let same = |name: &(String, String)| address_form(&name.0) == form || address_form(&name.1) == form;
    if all.iter().any(same) {
        return names.iter().any(same);
    }
    let typed: Vec<&str> = form.split('-').filter(|word| !word.is_empty()).collect();
    let label = |(_, label): &(String, String)| address_form(label);
    let starts = |label: String| typed.iter().all(|start| label.split('-').any(|word| word.starts_with(start)));
    !typed.is_empty() && names.iter().map(label).any(starts)
}

/// The names of a row that a field is about: the form in addresses and the name as shown.
fn names(catalog: &Catalog, field: Field, row: &Row) -> Vec<(String, String)> {
    let formed = |name: &String| (address_form(name), name.clone());
    match field {
        Field::Reviewer => {
            let name = |review: &Brief| (review.reviewer.to_string(), catalog.name_of(&review.reviewer));
            row.review.map(name).into_iter().collect()
        }
        Field::Outlet => {
            let outlet = row.review.and_then(|review| review.outlet.as_ref());
            outlet.map(|outlet| (address_form(outlet), outlet_name(catalog, outlet))).into_iter().collect()
        }
        Field::Director => row.film.directors.iter().map(formed).collect(),
        Field::Genre => row.film.genres.iter().map(formed).collect(),
        Field::Certificate => {
            row.film.certificate.iter().map(|it| (it.code().to_owned(), it.code().to_owned())).collect()
        }
        _ => Vec::new(),
    }
}

fn mean(film: &Listing) -> Option<u8> {
    ScoreSummary::of(&film.reviews).mean.map(Score::get)
}

fn inside(score: Option<u8>, range: ScoreRange) -> bool {
    score.is_some_and(|score| range.min().get() <= score && score <= range.max().get())
}

fn takes(row: &Row, stances: &[Stance], aspects: &[Aspect]) -> bool {
    row.review.is_some_and(|review| {
        review.standings.spoken().any(|(aspect, standing)| {
            (aspects.is_empty() || aspects.contains(&aspect))
                && (stances.is_empty() || stances.contains(&standing.stance))
        })
    })
}

fn holds(catalog: &Catalog, all: &[Row], row: &Row, condition: &Condition, aspects: &[Aspect]) -> bool {
    let score = row.review.and_then(Brief::score).map(Score::get);
    match condition {
        Condition::Name(field, typed) => {
            let known: Vec<(String, String)> = all.iter().flat_map(|row| names(catalog, *field, row)).collect();
            is_called(&names(catalog, *field, row), &known, typed)
        }
        Condition::Years(years) | Condition::Decade(years) => years.contains(&row.film.year),
        Condition::Aspect(aspect) => takes(row, &[], &[*aspect]),
        Condition::Stance(stance) => takes(row, &[*stance], aspects),
        Condition::Score(range) => inside(score, *range),
        Condition::Average(range) => inside(mean(row.film), *range),
        Condition::Is(State::Unscored) => row.review.is_some() && score.is_none(),
        Condition::Is(State::Scored) => score.is_some(),
        Condition::Is(State::Split) => !row.film.contention().splits.is_empty(),
    }
}

/// Whether a row is what was asked for.
fn answers(catalog: &Catalog, all: &[Row], row: &Row, question: &Question) -> bool {
    let texts = searched(catalog, row);
    let conditions = &question.conditions;
    let aspects: Vec<Aspect> = conditions
        .iter()
        .filter_map(|it| if let Condition::Aspect(aspect) = it { Some(*aspect) } else { None })
        .collect();
    let stances: Vec<Stance> = conditions
        .iter()
        .filter_map(|it| if let Condition::Stance(stance) = it { Some(*stance) } else { None })
        .collect();
    let holds = |condition: &Condition| holds(catalog, all, row, condition, &aspects);
    let any_of = |is: &dyn Fn(&Condition) -> bool| {
        let group: Vec<&Condition> = conditions.iter().filter(|condition| is(condition)).collect();
        group.is_empty() || group.into_iter().any(holds)
    };
    let named =
        Field::ALL.into_iter().all(|field| any_of(&|it| matches!(it, Condition::Name(known, _) if *known == field)));
    let ranged = conditions
        .iter()
        .filter(|it| matches!(it, Condition::Years(_) | Condition::Score(_) | Condition::Average(_)))
        .all(holds);
    question.terms.iter().all(|term| has(&texts, term))
        && !question.without.iter().any(|term| has(&texts, term))
        && named
        && ranged
        && any_of(&|it| matches!(it, Condition::Is(State::Scored | State::Unscored)))
        && any_of(&|it| matches!(it, Condition::Is(State::Split)))
        && any_of(&|it| matches!(it, Condition::Decade(_)))
        && ((aspects.is_empty() && stances.is_empty()) || takes(row, &stances, &aspects))
        && !question.unwanted.iter().any(holds)
}

/// A row's values of a facet, by the words of PRODUCT.md.
fn values(facet: Facet, row: &Row) -> BTreeSet<String> {
    let film = row.film;
    match facet {
        Facet::Genre => film.genres.iter().map(|genre| address_form(genre)).collect(),
        Facet::Decade => BTreeSet::from([format!("{}0s", film.year / 10)]),
        Facet::Director => film.directors.iter().map(|name| address_form(name)).collect(),
        Facet::Certificate => film.certificate.iter().map(|it| it.code().to_owned()).collect(),
        Facet::Reviewer => row.review.iter().map(|review| review.reviewer.to_string()).collect(),
    }
}

/// The rows that a filter keeps.
fn kept<'a, 'b>(catalog: &Catalog, all: &'b [Row<'a>], filter: &CatalogFilter) -> Vec<&'b Row<'a>> {
    let question = Question::read(&filter.search);
    let keeps = |row: &&Row| {
        let facets = Facet::ALL.into_iter().all(|facet| {
            let (chosen, values) = (filter.chosen.of(facet), values(facet, row));
            chosen.is_empty() || chosen.iter().any(|value| values.contains(value))
        });
        facets
            && (filter.range == ScoreRange::WHOLE || inside(mean(row.film), filter.range))
            && (!filter.split || !row.film.contention().splits.is_empty())
            && answers(catalog, all, row, &question)
    };
    all.iter().filter(keeps).collect()
}

fn films<'a>(rows: &[&Row<'a>]) -> BTreeSet<&'a str> {
    rows.iter().map(|row| row.film.slug.as_str()).collect()
}

fn check(catalog: &Catalog, texts: &[Vec<String>], filter: &CatalogFilter) -> Result<(), TestCaseError> {
    let mut finder = Finder::new(catalog);
    let mut text = texts.iter();
    let listings: Vec<Listing> = catalog.films().collect();
    for (film, listing) in listings.iter().enumerate() {
        for review in 0..listing.reviews.len() {
            let row = finder.corpus().rows_of(film).start + 1 + review;
            finder.add_text(row, text.next().into_iter().flatten().map(|text| (0, text.as_str())));
        }
    }
    let all = rows(&listings, texts);
    let plain = kept(catalog, &all, filter);
    let (found, counts) = (finder.find(filter, usize::MAX), finder.counts(filter));
    let slug = |film: usize| catalog.slug_at(film).unwrap().as_str();
    prop_assert_eq!(found.films.iter().map(|hit| slug(hit.film)).collect::<BTreeSet<_>>(), films(&plain));
    prop_assert_eq!(found.films.len(), films(&plain).len(), "no film twice");
    prop_assert_eq!(found.reviews, plain.iter().filter(|row| row.review.is_some()).count());
    for facet in Facet::ALL {
        let offered: BTreeSet<String> = all.iter().flat_map(|row| values(facet, row)).collect();
        let (forms, called) = finder.foremost(facet, "", &[], &counts, usize::MAX);
        prop_assert_eq!(&forms, &offered.into_iter().collect::<Vec<_>>());
        prop_assert_eq!(called, forms.len());
        for form in &forms {
            let number = finder.value(facet, form).unwrap();
            let chosen = filter.chosen.clone().with(facet, vec![form.clone()]);
            let choosing = CatalogFilter { chosen, ..filter.clone() };
            prop_assert_eq!(
                counts.of(facet, number),
                films(&kept(catalog, &all, &choosing)).len(),
                "{} {}",
                facet,
                form
            );
        }
    }
    let split = CatalogFilter { split: true, ..filter.clone() };
    prop_assert_eq!(counts.split, films(&kept(catalog, &all, &split)).len());
    // Asked again, with what is remembered, the answer is the same.
    prop_assert_eq!(&finder.find(filter, usize::MAX), &found);
    prop_assert_eq!(&finder.counts(filter), &counts);
    prop_assert_eq!(finder.unknown_values(&finder.known(filter)), []);
    Ok(())
}

fn any_part() -> impl Strategy<Value = String> {
    let word = prop_oneof!["[a-e]{1,2}", "[a-eé’]{1,4}", Just("mann".to_owned()), Just("19".to_owned()), "\\PC{0,3}"];
    let name = select(vec![
        "reviewer:matinee",
        "reviewer:aisle",
        "reviewer:ra",
        "reviewer:\"the sound\"",
        "outlet:guys",
        "outlet:le-monde",
        "director:mann",
        "director:\"Agnes Varda\"",
        "director:m",
        "genre:drama",
        "genre:film",
        "certificate:r",
        "certificate:pg-13",
        "certificate:r+",
    ]);
    let fact = select(vec![
        "year:1990..1999",
        "year:>=1980",
        "year:<2000",
        "decade:1970s",
        "decade:1990",
        "decade:2000S",
        "score:>=50",
        "score:..80",
        "score:0",
        "average:40..90",
        "is:unscored",
        "is:scored",
        "is:split",
        "aspect:pacing",
        "aspect:story",
        "aspect:sound",
        "stance:negative",
        "stance:positive",
        "stance:mixed",
        "score:x",
        "nofield:a",
        "aspect:",
        "is:nothing",
    ]);
    prop_oneof![
        5 => word.clone(),
        1 => (word.clone(), word).prop_map(|(one, other)| format!("\"{one} {other}\"")),
        2 => name.prop_map(str::to_owned),
        3 => fact.prop_map(str::to_owned),
    ]
}

fn any_search() -> impl Strategy<Value = String> {
    let part =
        (any_part(), prop::bool::weighted(0.2)).prop_map(|(part, not)| if not { format!("-{part}") } else { part });
    prop_oneof![1 => Just(String::new()), 4 => vec(part, 0..4).prop_map(|parts| parts.join(" "))]
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
    let values = subsequence(known, 1..=8).prop_map(|values| values.iter().map(|it| (*it).to_owned()).collect());
    let chosen = btree_map(select(Facet::ALL.to_vec()), values, 0..3);
    (any_search(), chosen, any::score(), any::score(), any::<bool>(), prop::bool::weighted(0.3)).prop_map(
        |(search, chosen, one, other, whole, split)| CatalogFilter {
            search,
            chosen: chosen.into_iter().fold(Chosen::default(), |all, (facet, values)| all.with(facet, values)),
            range: ScoreRange::new(one.min(other), one.max(other)).filter(|_| !whole).unwrap_or_default(),
            split,
        },
    )
}

fn any_texts() -> impl Strategy<Value = Vec<Vec<String>>> {
    let text = vec("[a-e]{1,3}", 0..8).prop_map(|words| words.join(" "));
    vec(vec(text, 0..3), 30)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn what_is_found_and_counted_is_what_the_definition_says(
        filter in any_filter(),
        catalog in any::catalog(6),
        texts in any_texts(),
    ) {
        check(&catalog, &texts, &filter)?;
    }
}
