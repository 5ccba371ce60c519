//! Renders pages ahead: `ahead SITE BASE NAMES`.
//!
//! `SITE` is the finished site: its `index.html` is the frame of every page, its `data/` what they show.
//! Each page is written beside it as `film/<slug>.html` and so on, which hosts answer under the address
//! without the ending. `NAMES` has the names of countries and languages, `region⇥KR⇥South Korea` a line.
//!
//! A crate of its own, so that `xtask` need not compile the app to check data.

mod describe;
mod head;
mod pages;

use std::{env, process::ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [site, base, names] = arguments.as_slice() else {
        eprintln!("ahead: it takes the folder of the site, the base path and the file of names");
        return ExitCode::from(2);
    };
    match pages::write(site.as_ref(), base, names.as_ref()) {
        Ok(count) => {
            println!("{count}");
            ExitCode::SUCCESS
        }
        Err(trouble) => {
            eprintln!("ahead: {trouble}");
            ExitCode::FAILURE
        }
    }
}
