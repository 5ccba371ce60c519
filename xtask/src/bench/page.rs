//! `bench --page`: what the page weighs and what of, how Lighthouse sees it, and how soon the first film
//! card is there beside a page by hand. All of it is of the release build with the real data.

use std::path::Path;

use super::{BASE, finish};
use crate::{Failure, say, serve::Server, setup, setup::Workshop, site::Build, weight};

mod cost;
mod named;
mod owner;
mod parts;
mod reader;
mod sheets;
mod wasm;

/// How often each page is loaded in each condition, where nothing is said.
const RUNS: usize = 9;
/// More than anybody would wait for.
const MOST_RUNS: usize = 1000;

/// What is measured, in the order it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Check {
    Weight,
    Parts,
    Lighthouse,
    FirstCard,
}

impl Check {
    const ALL: [Self; 4] = [Self::Weight, Self::Parts, Self::Lighthouse, Self::FirstCard];

    const fn name(self) -> &'static str {
        match self {
            Self::Weight => "weight",
            Self::Parts => "parts",
            Self::Lighthouse => "lighthouse",
            Self::FirstCard => "first-card",
        }
    }

    const fn needs_browser(self) -> bool {
        match self {
            Self::Weight | Self::Parts => false,
            Self::Lighthouse | Self::FirstCard => true,
        }
    }
}

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    checks: Vec<Check>,
    runs: usize,
    /// Whether files are sent compressed, as hosts send them.
    compressed: bool,
}

/// The verb `bench --page`.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let asked = read(arguments)?;
    let mut workshop = Workshop::open()?;
    let dist = workshop.target("bench-dist");
    Build { base: BASE.to_owned(), debug: false, dist: dist.clone() }.run(&mut workshop)?;
    if asked.checks.contains(&Check::Weight) {
        println!("\nWhat a first visit downloads before it can show anything\n");
        // A benchmark asserts nothing: what is too heavy is said, and the rest measured.
        if let Err(heavy) = weight::check(&dist) {
            println!("{heavy}");
        }
    }
    if asked.checks.contains(&Check::Parts) {
        parts::print(&workshop, &dist)?;
        sheets::print(&workshop, &dist)?;
    }
    in_browser(&workshop, &dist, &asked)
}

/// What only a browser can tell.
fn in_browser(workshop: &Workshop, dist: &Path, asked: &Asked) -> Result<(), Failure> {
    let checks: Vec<&str> = asked.checks.iter().filter(|it| it.needs_browser()).map(|it| it.name()).collect();
    if checks.is_empty() {
        return Ok(());
    }
    workshop.packages()?;
    workshop.packages_in("tests/bench")?;
    let browser = workshop.browser()?;
    let server = Server::start(dist, BASE, 0)?;
    say("measuring the page in a browser; this takes some ten minutes");
    let mut node = workshop.command("node");
    node.arg(workshop.root().join("tests/bench/page.mjs"))
        .env("BASE_URL", server.address())
        .env("CHECKS", checks.join(","))
        .env("RUNS", asked.runs.to_string())
        .env("COMPRESSED", if asked.compressed { "yes" } else { "no" })
        .env("CHROME_PATH", &browser.chromium)
        .env("CHROMIUM", browser.chromium);
    finish(setup::run(&mut node))
}

fn read(arguments: &[String]) -> Result<Asked, Failure> {
    let mut asked = Asked { checks: Vec::new(), runs: RUNS, compressed: true };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let (name, joined) =
            argument.split_once('=').map_or((argument.as_str(), None), |(name, value)| (name, Some(value)));
        match name {
            "--runs" => asked.runs = runs(joined.or_else(|| rest.next().map(String::as_str)).unwrap_or_default())?,
            "--uncompressed" if joined.is_none() => asked.compressed = false,
            _ => asked.checks.push(check(argument)?),
        }
    }
    if asked.checks.is_empty() {
        asked.checks = Check::ALL.to_vec();
    }
    Ok(asked)
}

fn runs(value: &str) -> Result<usize, Failure> {
    let number = value.parse().ok().filter(|number| (1..=MOST_RUNS).contains(number));
    number.ok_or_else(|| Failure::usage(format!("`--runs {value}` is not a number from 1 to {MOST_RUNS}")))
}

fn check(word: &str) -> Result<Check, Failure> {
    Check::ALL.into_iter().find(|check| check.name() == word).ok_or_else(|| {
        let names = Check::ALL.map(Check::name).join(", ");
        Failure::usage(format!("`bench --page` does not know `{word}`; it takes {names}, --runs and --uncompressed"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Result<Asked, String> {
        let arguments: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        read(&arguments).map_err(|failure| failure.to_string())
    }

    #[test]
    fn everything_is_measured_unless_something_is_named() {
        assert_eq!(asked(""), Ok(Asked { checks: Check::ALL.to_vec(), runs: RUNS, compressed: true }));
        let some = asked("parts --runs=3 first-card --uncompressed").unwrap();
        assert_eq!(some, Asked { checks: vec![Check::Parts, Check::FirstCard], runs: 3, compressed: false });
        assert_eq!(asked("--runs 20").unwrap().runs, 20);
    }

    #[test]
    fn what_there_is_not_is_refused() {
        let said = |line| asked(line).unwrap_err();
        let takes = "it takes weight, parts, lighthouse, first-card, --runs and --uncompressed";
        assert_eq!(said("cards"), format!("`bench --page` does not know `cards`; {takes}"));
        assert_eq!(said("--uncompressed=1"), format!("`bench --page` does not know `--uncompressed=1`; {takes}"));
        assert_eq!(said("--runs 0"), "`--runs 0` is not a number from 1 to 1000");
        assert_eq!(said("--runs"), "`--runs ` is not a number from 1 to 1000");
    }
}
