//! `simulate`: what searching ten million reviews on static files would cost; `docs/scale.md` tells what came of it.
//!
//! The crate `xtask/simulate` computes it: it has to be optimised, and nobody else should wait for that.

use crate::{Failure, say, setup::Workshop};

/// The verb `simulate`.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let workshop = Workshop::open()?;
    say("simulating; this takes a minute or two");
    let mut cargo = workshop.command("cargo");
    cargo.args(["run", "--quiet", "--locked", "--package", "simulate", "--"]).args(arguments);
    let status = cargo.status().map_err(|error| Failure::new(format!("cargo could not be run: {error}")))?;
    match status.code() {
        Some(0) => Ok(()),
        Some(2) => Err(Failure::usage("`simulate` takes --reviews and --seed; what is wrong with them is above")),
        _ => Err(Failure::new("the simulation broke off; the reason is above")),
    }
}
