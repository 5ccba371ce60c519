//! `bench`: how fast the site and its search are, and what they weigh. Prints figures and asserts none:
//! machines are noisy.

mod engine;
mod page;
mod queries;
mod records;
mod search;
mod steps;

use crate::{Failure, say, serve::Server, setup, setup::Workshop, site::Build};

/// The path that the measured site lives under.
const BASE: &str = "/crosscut/";

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// Search and filters beside known libraries.
    Search,
    /// How fast a comparison opens and answers.
    Comparison,
    /// What the page weighs and what of, and how soon it is there.
    Page,
}

/// `bench [search | comparison | page] …`.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let (what, rest) = read(arguments)?;
    match what {
        What::Search => search::run(rest),
        What::Comparison => comparison(),
        What::Page => page::run(rest),
    }
}

/// What is asked for, and the flags of it.
fn read(arguments: &[String]) -> Result<(What, &[String]), Failure> {
    let Some((word, rest)) = arguments.split_first() else { return Ok((What::Search, arguments)) };
    match (word.as_str(), rest) {
        ("search", _) => Ok((What::Search, rest)),
        ("comparison", []) => Ok((What::Comparison, rest)),
        ("comparison", [more, ..]) => {
            Err(Failure::usage(format!("`bench comparison` does not know `{more}`; it takes nothing")))
        }
        ("page" | "--page", _) => Ok((What::Page, rest)),
        (unknown, _) => Err(Failure::usage(format!(
            "`bench` does not know `{unknown}`; there are `search`, which is meant where nothing is said, `comparison` and `--page`"
        ))),
    }
}

/// How fast a comparison opens and answers in the built site.
fn comparison() -> Result<(), Failure> {
    let mut workshop = Workshop::open()?;
    let dist = workshop.target("bench-dist");
    Build { base: BASE.to_owned(), debug: false, dist: dist.clone() }.run(&mut workshop)?;
    workshop.packages()?;
    let browser = workshop.browser()?;
    let server = Server::start(&dist, BASE, 0)?;
    say(format!("measuring the site at {}; this takes some minutes", server.address()));
    let mut node = workshop.command("node");
    node.arg(workshop.root().join("tests/bench/comparison.mjs"))
        .env("BASE_URL", server.address())
        .env("CHROMIUM", browser.chromium);
    finish(setup::run(&mut node))
}

fn finish(sound: bool) -> Result<(), Failure> {
    if sound { Ok(()) } else { Err(Failure::new("the benchmark broke off; the reason is above")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Result<(What, &[&str]), &str>) {
        let arguments: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        let found = read(&arguments).map_err(|failure| failure.to_string());
        let expected =
            expected.map(|(what, rest)| (what, rest.iter().map(|&it| it.to_owned()).collect::<Vec<String>>()));
        assert_eq!(found.map(|(what, rest)| (what, rest.to_vec())), expected.map_err(str::to_owned), "{line}");
    }

    #[test]
    fn what_is_measured_is_named_and_search_where_it_is_not() {
        check("", Ok((What::Search, &[])));
        check("search --runs 1", Ok((What::Search, &["--runs", "1"])));
        check("comparison", Ok((What::Comparison, &[])));
        check("--page", Ok((What::Page, &[])));
        check("page parts", Ok((What::Page, &["parts"])));
    }

    #[test]
    fn what_there_is_not_is_refused() {
        check("comparison --runs 3", Err("`bench comparison` does not know `--runs`; it takes nothing"));
        check(
            "pages",
            Err("`bench` does not know `pages`; there are `search`, which is meant where nothing is said, \
                 `comparison` and `--page`"),
        );
    }
}
