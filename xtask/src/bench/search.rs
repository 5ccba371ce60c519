//! `bench search`: search and filters of made-up data sets, ours beside those of known libraries, and
//! then in the site itself.

mod visit;

use std::{
    fs,
    io::{self, BufWriter, Write},
    path::Path,
};

use serde::Serialize;

use super::{engine, finish, queries::queries, records, steps::steps};
use crate::{
    Failure, say, setup,
    setup::Workshop,
    synthetic::{Corpus, DataSet, Random},
};

/// Everything that is measured follows from it.
const SEED: u64 = 2020;

/// The most reviews that are made with full texts; more would not be read in one piece by anyone.
const MOST_FULL: usize = 10_000;

const ALL: [Size; 5] = [
    Size { reviews: 1000, corpus: Corpus::Short },
    Size { reviews: 10_000, corpus: Corpus::Short },
    Size { reviews: 100_000, corpus: Corpus::Short },
    Size { reviews: 1000, corpus: Corpus::Full },
    Size { reviews: MOST_FULL, corpus: Corpus::Full },
];

/// A data set to measure with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Size {
    reviews: usize,
    corpus: Corpus,
}

impl Size {
    /// The name of its folder, such as `short-10000`.
    fn name(self) -> String {
        format!("{}-{}", self.corpus, self.reviews)
    }
}

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    sizes: Vec<Size>,
    runs: usize,
    /// The only part that is measured; none for both.
    only: Option<Part>,
}

/// A part of what is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// The search by itself, beside known libraries.
    Libraries,
    /// The site, as a visitor has it.
    Page,
}

impl Asked {
    fn has(&self, part: Part) -> bool {
        self.only.is_none_or(|only| only == part)
    }
}

/// The verb `bench search`.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let asked = read(arguments)?;
    let mut workshop = Workshop::open()?;
    let folder = workshop.target("bench");
    if asked.has(Part::Libraries) {
        engine::build(&mut workshop, &folder.join("engine"))?;
    }
    if asked.has(Part::Page) {
        visit::build(&mut workshop)?;
    }
    for &size in &asked.sizes {
        let folder = folder.join(size.name());
        write(size, asked.has(Part::Page), &folder)?;
        if asked.has(Part::Page) {
            visit::catalogue(&workshop, &folder)?;
        }
    }
    workshop.packages()?;
    workshop.packages_in("tests/bench")?;
    let chromium = workshop.browser()?.chromium;
    let names: Vec<String> = asked.sizes.iter().map(|size| size.name()).collect();
    let names = names.join(",");
    if asked.has(Part::Libraries) {
        say("measuring search and filters; 100,000 reviews take some ten minutes a run, the others less");
        let mut node = workshop.command("node");
        node.arg(workshop.root().join("tests/bench/search.mjs"))
            .env("FOLDER", &folder)
            .env("SETS", &names)
            .env("RUNS", asked.runs.to_string())
            .env("CHROMIUM", &chromium);
        finish(setup::run(&mut node))?;
    }
    if asked.has(Part::Page) {
        say("measuring the site with the same data; that takes some minutes a run and data set");
        finish(visit::measure(&workshop, &folder, &names, asked.runs, &chromium))?;
    }
    Ok(())
}

/// Makes a data set and writes what the libraries are given: its records, what is typed, and how
/// the filters change; for the site its films too.
fn write(size: Size, films: bool, folder: &Path) -> Result<(), Failure> {
    say(format!("making {} reviews with {} texts", size.reviews, size.corpus));
    let write = || -> io::Result<()> {
        fs::create_dir_all(folder)?;
        let set = DataSet::new(size.reviews, size.corpus, SEED);
        let mut random = Random::new(SEED);
        let mut out = BufWriter::new(fs::File::create(folder.join("records.json"))?);
        let written = records::write(&set, &mut random, &mut out)?;
        out.flush()?;
        engine::write(&set, folder)?;
        if films {
            visit::write(&set, folder)?;
        }
        write_json(&folder.join("queries.json"), &queries(set.vocabulary(), &written.samples, &mut random))?;
        write_json(&folder.join("steps.json"), &steps(&written, &mut random))
    };
    write().map_err(|error| Failure::new(format!("{} cannot be written: {error}", folder.display())))
}

fn write_json(path: &Path, value: &impl Serialize) -> io::Result<()> {
    let mut text = serde_json::to_string_pretty(value)?;
    text.push('\n');
    fs::write(path, text)
}

fn read(arguments: &[String]) -> Result<Asked, Failure> {
    let (mut reviews, mut corpus, mut runs, mut only) = (None, None, 3, None);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let (name, joined) =
            argument.split_once('=').map_or((argument.as_str(), None), |(it, value)| (it, Some(value)));
        let mut value = || joined.or_else(|| rest.next().map(String::as_str)).unwrap_or_default();
        match name {
            "--reviews" => reviews = Some(number(name, value(), 2)?),
            "--runs" => runs = number(name, value(), 1)?,
            "--corpus" => corpus = Some(read_corpus(value())?),
            "--only" => only = Some(read_part(value())?),
            _ => {
                return Err(Failure::usage(format!(
                    "`bench search` does not know `{argument}`; it takes --reviews, --corpus, --runs and --only"
                )));
            }
        }
    }
    let sizes: Vec<Size> = match reviews {
        None => ALL.into_iter().filter(|size| corpus.is_none_or(|corpus| corpus == size.corpus)).collect(),
        Some(reviews) => {
            let corpora = corpus.map_or_else(|| vec![Corpus::Short, Corpus::Full], |corpus| vec![corpus]);
            let sizes = corpora.into_iter().map(|corpus| Size { reviews, corpus });
            sizes.filter(|size| size.corpus == Corpus::Short || reviews <= MOST_FULL).collect()
        }
    };
    if sizes.is_empty() {
        return Err(Failure::usage(format!("full texts are made for {MOST_FULL} reviews at most")));
    }
    Ok(Asked { sizes, runs, only })
}

fn number(flag: &str, value: &str, least: usize) -> Result<usize, Failure> {
    const MOST: usize = 10_000_000;
    value
        .parse()
        .ok()
        .filter(|number| (least..=MOST).contains(number))
        .ok_or_else(|| Failure::usage(format!("`{flag} {value}` is not a number from {least} to {MOST}")))
}

fn read_corpus(value: &str) -> Result<Corpus, Failure> {
    [Corpus::Short, Corpus::Full]
        .into_iter()
        .find(|corpus| corpus.word() == value)
        .ok_or_else(|| Failure::usage(format!("`--corpus {value}` is not `short` or `full`")))
}

fn read_part(value: &str) -> Result<Part, Failure> {
    match value {
        "libraries" => Ok(Part::Libraries),
        "page" => Ok(Part::Page),
        _ => Err(Failure::usage(format!("`--only {value}` is not `libraries` or `page`"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Result<Asked, String> {
        let arguments: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        read(&arguments).map_err(|failure| failure.to_string())
    }

    fn names(line: &str) -> Vec<String> {
        asked(line).unwrap().sizes.into_iter().map(Size::name).collect()
    }

    #[test]
    fn a_size_is_chosen_by_its_reviews_and_its_corpus() {
        assert_eq!(names("").len(), 5);
        assert_eq!(names("--corpus full"), ["full-1000", "full-10000"]);
        assert_eq!(names("--reviews 500"), ["short-500", "full-500"]);
        assert_eq!(names("--reviews=100000"), ["short-100000"]);
        assert_eq!(names("--reviews 10 --corpus=full"), ["full-10"]);
        assert_eq!(asked("--runs 7").unwrap().runs, 7);
    }

    #[test]
    fn a_part_can_be_measured_alone() {
        let has = |line| [Part::Libraries, Part::Page].map(|part| asked(line).unwrap().has(part));
        assert_eq!(has(""), [true, true]);
        assert_eq!(has("--only page"), [false, true]);
        assert_eq!(has("--only=libraries"), [true, false]);
    }

    #[test]
    fn what_cannot_be_made_is_refused() {
        let said = |line| asked(line).unwrap_err();
        assert_eq!(said("--reviews 100000 --corpus full"), "full texts are made for 10000 reviews at most");
        assert_eq!(said("--reviews 1"), "`--reviews 1` is not a number from 2 to 10000000");
        assert_eq!(said("--runs"), "`--runs ` is not a number from 1 to 10000000");
        assert_eq!(said("--corpus long"), "`--corpus long` is not `short` or `full`");
        assert_eq!(said("--only peers"), "`--only peers` is not `libraries` or `page`");
        assert_eq!(
            said("--size 1"),
            "`bench search` does not know `--size`; it takes --reviews, --corpus, --runs and --only"
        );
    }

    #[test]
    fn a_seed_settles_what_is_written() {
        let written = || {
            let set = DataSet::new(400, Corpus::Short, SEED);
            let mut random = Random::new(SEED);
            let mut out = Vec::new();
            let written = records::write(&set, &mut random, &mut out).unwrap();
            let queries = queries(set.vocabulary(), &written.samples, &mut random);
            (out, queries, steps(&written, &mut random))
        };
        let (records, queries, steps) = written();
        assert_eq!(written(), (records.clone(), queries, steps));
        let records: serde_json::Value = serde_json::from_slice(&records).unwrap();
        assert_eq!(records.as_array().unwrap().len(), 400);
    }
}
