//! What searching ten million reviews on static files would cost, computed: `simulate [--reviews N] [--seed N]`.
//!
//! The layout that is simulated, and what came out, is told in `docs/scale.md`. Here is how it is computed:
//!
//! | modules | what they do |
//! | --- | --- |
//! | [`language`], [`spelling`], [`films`], [`site`], [`vocabulary`] | a site of any size by its statistics: which words it has, how many reviews have each, and the list of each, made as it is asked for |
//! | [`bits`], [`postings`], [`dictionary`], [`parts`], [`cards`], [`root`], [`packed`] | the files, encoded for real |
//! | [`sizes`], [`plan`], [`layout`], [`facets`], [`totals`], [`changes`] | which files the site has and how big they are, from lists that were encoded |
//! | [`corpus`], [`sample`] | a small site with all its texts and files, to hold the prediction against |
//! | [`rank`], [`search`], [`several`], [`query`], [`cost`], [`summary`] | searches on the layout, and what they cost |
//!
//! Everything follows from a seed. A crate of its own, since it has to be optimised, and `xtask` need not be.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "counts and estimates turn into each other everywhere, and all are far from the limits"
)]

mod bits;
mod cards;
mod changes;
mod corpus;
mod cost;
mod dictionary;
mod facets;
mod films;
mod language;
mod layout;
mod packed;
mod parts;
mod plan;
mod postings;
mod query;
mod random;
mod rank;
mod report;
mod root;
mod sample;
mod search;
mod several;
mod site;
mod sizes;
mod spelling;
mod summary;
mod totals;
mod vocabulary;

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use crate::{
    changes::{Volumes, stale},
    facets::Facets,
    layout::Layout,
    report::Size,
    search::Search,
    site::Site,
    summary::Summary,
};

/// The sizes that are shown when none is named.
const SIZES: [u32; 3] = [100_000, 1_000_000, 10_000_000];
/// The sizes that can be named: below, there is too little of everything; above, the words take too much memory.
const LIMITS: (u32, u32) = (2_000, 20_000_000);
/// How many reviews the proof has.
const PROOF: u32 = 20_000;
/// How many queries are run.
const QUERIES: usize = 2_000;
/// How many changed reviews are looked at.
const CHANGED: [u32; 3] = [1, 100, 10_000];
/// How many changed reviews an overlay has.
const OVERLAY: u32 = 10_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match read(&arguments) {
        Err(usage) => {
            eprintln!("simulate: {usage}");
            ExitCode::from(2)
        }
        Ok((sizes, seed)) => match run(&sizes, seed) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("simulate: {error}");
                ExitCode::FAILURE
            }
        },
    }
}

/// The sizes and the seed that are asked for.
fn read(arguments: &[String]) -> Result<(Vec<u32>, u64), String> {
    let (mut sizes, mut seed) = (SIZES.to_vec(), 1);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let (name, value) = match argument.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (argument.as_str(), rest.next().map(String::as_str)),
        };
        let value = value.unwrap_or_default();
        let number: Option<u64> = value.replace('_', "").parse().ok();
        match name {
            "--reviews" => {
                let size = number.and_then(|number| u32::try_from(number).ok());
                let size = size.filter(|size| (LIMITS.0..=LIMITS.1).contains(size));
                sizes = vec![size.ok_or_else(|| {
                    format!("`--reviews {value}` is no number of reviews from {} to {}", LIMITS.0, LIMITS.1)
                })?];
            }
            "--seed" => seed = number.ok_or_else(|| format!("`--seed {value}` is no number"))?,
            _ => return Err(format!("it does not know `{argument}`; it takes --reviews and --seed")),
        }
    }
    Ok((sizes, seed))
}

fn run(sizes: &[u32], seed: u64) -> io::Result<()> {
    eprintln!("simulate: building a site of {PROOF} reviews");
    let site = Site::of(PROOF, seed);
    let layout = Layout::of(&site)?;
    let predicted = totals::of(&layout, &Facets::of(&site));
    print(&report::proof(PROOF, &sample::build(&site, layout.part_block.0)?, &predicted))?;
    print(&overlay(seed)?)?;
    let sizes = sizes.iter().map(|reviews| size(*reviews, seed)).collect::<io::Result<Vec<Size>>>()?;
    if sizes.len() > 1 {
        print(&report::growth(&sizes))?;
    }
    Ok(())
}

fn print(text: &str) -> io::Result<()> {
    writeln!(io::stdout(), "{text}")
}

/// The changed reviews as a small site beside the large one.
fn overlay(seed: u64) -> io::Result<String> {
    let site = Site::of(OVERLAY, seed);
    let (layout, facets) = (Layout::of(&site)?, Facets::of(&site));
    let runs = summary::run(&Search { layout: &layout, facets: &facets }, &query::log(&layout, QUERIES));
    Ok(report::overlay(OVERLAY, &totals::of(&layout, &facets), &runs))
}

/// Simulates a size and prints it.
fn size(reviews: u32, seed: u64) -> io::Result<Size> {
    eprintln!("simulate: laying out {reviews} reviews");
    let site = Site::of(reviews, seed);
    let (layout, facets) = (Layout::of(&site)?, Facets::of(&site));
    let totals = totals::of(&layout, &facets);
    print(&format!("== {reviews} reviews\n\n{}", report::files(&layout, &totals)))?;
    eprintln!("simulate: searching them");
    let runs = summary::run(&Search { layout: &layout, facets: &facets }, &query::log(&layout, QUERIES));
    print(&report::searches(&runs))?;
    let volumes = Volumes::of(&layout);
    print(&report::changes(&CHANGED.map(|changed| (changed, stale(&layout, &volumes, changed)))))?;
    Ok(Size {
        reviews,
        words: layout.vocabulary.len(),
        root: layout.root_bytes,
        block: layout.block_bytes.iter().map(|bytes| f64::from(*bytes)).sum::<f64>() / layout.block_bytes.len() as f64,
        totals,
        summary: Summary::of(&runs.iter().collect::<Vec<_>>()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(line: &str) -> Result<(Vec<u32>, u64), String> {
        read(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn sizes_and_seeds_are_read() {
        assert_eq!(arguments(""), Ok((SIZES.to_vec(), 1)));
        assert_eq!(arguments("--reviews 50_000 --seed=7"), Ok((vec![50_000], 7)));
        let said = "`--reviews many` is no number of reviews from 2000 to 20000000";
        assert_eq!(arguments("--reviews many"), Err(said.to_owned()));
        for wrong in ["--reviews 10", "--reviews 9999999999", "--seed", "--seed x", "--size 3"] {
            assert!(arguments(wrong).is_err(), "{wrong}");
        }
    }
}
