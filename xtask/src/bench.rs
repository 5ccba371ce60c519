//! `bench`: how fast the built site is. Prints figures and asserts none: machines are noisy.

use crate::{Failure, say, serve::Server, setup, setup::Workshop, site::Build};

/// The verb `bench`.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    if let Some(unknown) = arguments.first() {
        return Err(Failure::usage(format!("`bench` does not know `{unknown}`; it takes nothing")));
    }
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
    if setup::run(&mut node) { Ok(()) } else { Err(Failure::new("the benchmark broke off; the reason is above")) }
}
