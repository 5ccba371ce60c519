//! Crosscut's commands. `cargo xtask <verb>`; one file per verb.
//!
//! Each command does its own set-up ([`setup`]), says on stderr what it is doing, skips what is
//! there already, and ends with one sentence ([`Failure`]) when something cannot be had.

mod ahead;
mod bench;
mod data;
mod failure;
mod flags;
mod hosting;
mod lean;
mod module;
mod serve;
mod setup;
mod simulate;
mod site;
mod synthetic;
mod test;
mod weight;

use std::process::ExitCode;

pub use failure::Failure;

const HELP: &str = "\
Crosscut's commands

  cargo xtask serve [--base /path/] [--port N] [--debug]   build the site and serve it here
  cargo xtask build [--base /path/] [--debug]              build the site into dist/
  cargo xtask test [step...]                               check everything that must hold
  cargo xtask bench [search] [flags]                       measure search and filters beside known libraries
  cargo xtask bench comparison                             measure how fast a comparison opens and answers
  cargo xtask bench --page [check...] [flags]              measure what the page weighs and how soon it is there
  cargo xtask data [check] [--dir PATH]                    check the films and reviews
  cargo xtask data stats [--dir PATH]                      count them: words, stances, shared runs of words
  cargo xtask data new film SLUG [--dir PATH]              start the file of a film
  cargo xtask data new review FILM REVIEWER [--dir PATH]   add a review to it, to be filled in
  cargo xtask data schema [--dir PATH]                     write their JSON Schemas
  cargo xtask simulate [--reviews N] [--seed N]            what searching ten million reviews would cost

  --base /path/   the path the site will live under (default /)
  --port N        the first port to try (default 8080)
  --debug         quick to build, big and slow to load
  --dir PATH      another folder of data (default public/data)
  --reviews N     made-up reviews: of `bench search` one size (default 1000, 10000 and 100000), of
                  `simulate` one from 2000 to 20000000 (default three, up to ten million)
  --corpus WORD   short or full texts (default both)
  --only WORD     of `bench search`: the libraries or the page (default both)
  --runs N        how often each library is measured (default 3), of `bench --page` each page (default 9)
  --uncompressed  of `bench --page`: send files as `serve` does, not compressed as hosts do
  --seed N        another site of that size (default 1)

Steps of the test: fmt, clippy, unit, data, wasm, build, weight, e2e.
Checks of the page: weight, parts, lighthouse, first-card.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::from(failure.status())
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Failure> {
    let Some((verb, rest)) = arguments.split_first() else {
        print!("{HELP}");
        return Ok(());
    };
    if arguments.iter().any(|a| a == "--help" || a == "-h") || verb == "help" {
        print!("{HELP}");
        return Ok(());
    }
    // Paths are relative to the repository, wherever in it the command was given.
    let root = setup::Workshop::open()?.root().to_owned();
    std::env::set_current_dir(&root)
        .map_err(|error| Failure::new(format!("{} cannot be entered: {error}", root.display())))?;
    match verb.as_str() {
        "serve" => serve::run(rest),
        "build" => site::run(rest),
        "test" => test::run(rest),
        "bench" => bench::run(rest),
        "data" => data::run(rest),
        "simulate" => simulate::run(rest),
        unknown => Err(Failure::usage(format!(
            "there is no command `{unknown}`; the commands are serve, build, test, bench, data and simulate"
        ))),
    }
}

/// Says what is going on. On stderr, so that stdout holds results only.
pub fn say(what: impl std::fmt::Display) {
    eprintln!("xtask: {what}");
}
