//! Renders pages ahead: `ahead SITE BASE NAMES ADDRESS ACCENT`.
//!
//! `SITE` is the finished site: its `index.html` is the frame of every page, its `data/` what they show.
//! Each page is written beside it as `film/<slug>.html` and so on, which hosts answer under the address
//! without the ending. `NAMES` has the names of countries and languages, `region⇥KR⇥South Korea` a line.
//! With the whole `ADDRESS` of the site there are a sitemap, a feed and a description for search boxes too;
//! `ACCENT` is the colour of accents in pictures for previews. Each may be `-` for none.
//!
//! `ahead catalogue FRAME INDEX BASE NAMES` prints the catalogue's page alone, from the files of the frame and of
//! the index: for measuring.
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
    let said = match arguments.as_slice() {
        [command, frame, index, base, names] if command == "catalogue" => {
            pages::catalogue(frame.as_ref(), index.as_ref(), base, names.as_ref())
        }
        [site, base, names, address, accent] => {
            pages::write(site.as_ref(), base, names.as_ref(), some(address), some(accent)).map(|it| it.to_string())
        }
        _ => {
            eprintln!(
                "ahead: it takes SITE BASE NAMES ADDRESS ACCENT, or the word catalogue and FRAME INDEX BASE NAMES"
            );
            return ExitCode::from(2);
        }
    };
    match said {
        Ok(said) => {
            println!("{said}");
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
