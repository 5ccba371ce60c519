//! `bench`: how fast the built site and its search are. Prints figures and asserts none: machines
//! are noisy.

mod engine;
mod queries;
mod records;
mod search;
mod steps;

use crate::{Failure, say, serve::Server, setup, setup::Workshop, site::Build};

/// `bench [search …]`.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    match arguments.split_first() {
        None => comparison(),
        Some((word, rest)) if word == "search" => search::run(rest),
        Some((unknown, _)) => {
            Err(Failure::usage(format!("`bench` does not know `{unknown}`; it takes nothing or `search`")))
        }
    }
}

/// How fast a comparison opens and answers in the built site.
fn comparison() -> Result<(), Failure> {
    let mut workshop = Workshop::open()?;
    let dist = workshop.target("bench-dist");
    let base = "/crosscut/";
    Build { base: base.to_owned(), debug: false, dist: dist.clone() }.run(&mut workshop)?;
    workshop.packages()?;
    let browser = workshop.browser()?;
    let server = Server::start(&dist, base, 0)?;
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
