//! The claims of the bundled reviews were labelled twice (docs/labelling.md): the figures in the document
//! are those of the labels, and what was settled is what the data has.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what cannot be had is a fault of the test or of its data"
)]

use std::{collections::BTreeMap, fs, path::PathBuf};

use crosscut::{
    domain::{
        aspect::Aspect,
        claim::{Stance, Standings},
    },
    wire::film_file::read_film,
};
use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn labels() -> BTreeMap<String, Value> {
    serde_json::from_str(&fs::read_to_string(root().join("docs/labelling.json")).unwrap()).unwrap()
}

/// The stance of a labelling on an aspect of a review; none where the review does not speak of it.
fn stance<'a>(review: &'a Value, labelling: &str, aspect: Aspect) -> Option<&'a str> {
    review[labelling].get(aspect.word()).map(|it| it.as_str().unwrap())
}

/// How often two labellings agree, and Cohen's kappa: what is left of that beyond chance.
fn kappa<T: Copy + Ord>(pairs: &[(T, T)]) -> (f64, f64) {
    let share =
        |count: usize| f64::from(u32::try_from(count).unwrap()) / f64::from(u32::try_from(pairs.len()).unwrap());
    let mut labels: Vec<T> = pairs.iter().flat_map(|(one, other)| [*one, *other]).collect();
    labels.sort_unstable();
    labels.dedup();
    let agreed = share(pairs.iter().filter(|(one, other)| one == other).count());
    let side = |of: &dyn Fn(&(T, T)) -> T, label: T| share(pairs.iter().filter(|pair| of(pair) == label).count());
    let chance: f64 = labels.iter().map(|label| side(&|it| it.0, *label) * side(&|it| it.1, *label)).sum();
    (agreed, (agreed - chance) / (1.0 - chance))
}

#[test]
fn kappa_is_what_cohen_defined() {
    // The example of most textbooks: 20 and 15 agreed of 50, with 5 and 10 not.
    let pairs: Vec<(bool, bool)> = [((true, true), 20), ((true, false), 5), ((false, true), 10), ((false, false), 15)]
        .into_iter()
        .flat_map(|(pair, count)| std::iter::repeat_n(pair, count))
        .collect();
    let (agreed, kappa) = kappa(&pairs);
    assert!((agreed - 0.7).abs() < 1e-9 && (kappa - 0.4).abs() < 1e-9, "{agreed} {kappa}");
}

#[test]
fn the_figures_of_the_document_are_those_of_the_labels() {
    let labels = labels();
    assert!(labels.len() >= 20, "{} reviews", labels.len());
    let pairs = |review: &'static str| {
        labels.values().flat_map(move |it| Aspect::ALL.map(|aspect| stance(it, review, aspect))).collect::<Vec<_>>()
    };
    let (first, second) = (pairs("first"), pairs("second"));
    let all: Vec<(Option<&str>, Option<&str>)> = first.into_iter().zip(second).collect();
    let spoken: Vec<(bool, bool)> = all.iter().map(|(one, other)| (one.is_some(), other.is_some())).collect();
    let stances: Vec<(&str, &str)> = all.iter().filter_map(|(one, other)| one.zip(*other)).collect();
    let document = fs::read_to_string(root().join("docs/labelling.md")).unwrap();
    for (name, count, (agreed, kappa)) in [
        ("aspect", spoken.len(), kappa(&spoken)),
        ("stance", stances.len(), kappa(&stances)),
        ("both", all.len(), kappa(&all)),
    ] {
        let line = format!("| {name} | {count} | {:.1} % | {kappa:.2} |", agreed * 100.0);
        assert!(document.contains(&line), "docs/labelling.md has no line\n{line}");
    }
    let differ = all.iter().filter(|(one, other)| one != other).count();
    assert!(document.contains(&format!("in {differ} of {}", all.len())), "in {differ} of {}", all.len());
}

#[test]
fn what_was_settled_is_what_the_data_has() {
    let mut standing: BTreeMap<String, BTreeMap<&str, &str>> = BTreeMap::new();
    for entry in fs::read_dir(root().join("public/data/films")).unwrap() {
        let (film, _) = read_film(&fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        for review in film.reviews {
            let spoken = Standings::of(&review.claims);
            let spoken = spoken.spoken().map(|(aspect, it)| {
                let stance = match it.stance {
                    Stance::Positive => "positive",
                    Stance::Mixed => "mixed",
                    Stance::Negative => "negative",
                };
                (aspect.word(), stance)
            });
            standing.insert(review.id.to_string(), spoken.collect());
        }
    }
    for (id, review) in labels() {
        let settled: BTreeMap<&str, &str> = review["settled"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(aspect, it)| (aspect.as_str(), it.as_str().unwrap()))
            .collect();
        assert_eq!(standing.get(&id), Some(&settled), "{id}");
    }
}
