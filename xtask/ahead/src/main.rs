//! Renders pages ahead: `ahead SITE BASE NAMES ADDRESS ACCENT`.
//!
//! `SITE` is the finished site: its `index.html` is the frame of every page, its `data/` what they show.
//! Each page is written beside it as `film/<slug>.html` and so on, which hosts answer under the address
//! without the ending. `NAMES` has the names of countries and languages, `region⇥KR⇥South Korea` a line.
//! With the whole `ADDRESS` of the site there are a sitemap, a feed and a description for search boxes too;
//! `ACCENT` is the colour of accents in pictures for previews. Each may be `-` for none.
//!
//! A crate of its own, so that `xtask` need not compile the app to check data.

mod describe;
mod head;
mod lists;
mod pages;
mod preview;
#[cfg(test)]
mod tests;

use std::{env, process::ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [site, base, names, address, accent] = arguments.as_slice() else {
        eprintln!(
            "ahead: it takes the folder of the site, the base path, the file of names, the address and the accent"
        );
        return ExitCode::from(2);
    };
    match pages::write(site.as_ref(), base, names.as_ref(), some(address), some(accent)) {
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

/// What is given in place of `-`.
fn some(argument: &str) -> Option<&str> {
    (argument != "-").then_some(argument)
}
