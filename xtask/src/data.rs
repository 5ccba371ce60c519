//! `data`: checks the films and reviews that the site is made of, and writes them for the site.
//!
//! Everything that is wrong is told in one run, one line a fault: the file, line and column, the
//! JSON path, what was found there and what was expected. A source goes through four sieves:
//!
//! 1. is it a file of JSON ([`source`], [`document`], with [`syntax`] for the wording),
//! 2. has it the fields and types of its JSON Schema ([`shape`], with [`expected`]),
//! 3. does it mean something: quotes, grades, dates, names ([`form`], [`facts`]; most of it is the
//!    decoder of the app itself),
//! 4. does it agree with the other files ([`across`]).
//!
//! A fault of shape does not hide the ones behind it: the value is mended from [`template`] before
//! it is decoded, and what follows from a fault that is told already is not told again
//! ([`consequence`]).

mod across;
mod codes;
mod consequence;
mod document;
mod expected;
mod facts;
mod form;
mod near;
mod new;
mod problem;
mod schemas;
mod settings;
mod shape;
mod site;
mod source;
mod stats;
mod survey;
mod syntax;
mod template;
mod texts;

use std::path::PathBuf;

pub use self::{
    settings::{base, path_of, settings, sheet, variables},
    site::write_site,
    texts::TextFiles,
};
use self::{source::Folder, survey::Survey};
use crate::{Failure, say, setup::Workshop};

/// Where the sources are, in the repository.
const OWN: &str = "public/data";

/// Where the index and the films go that a sound check writes, below `target/`. The build writes its
/// own.
const CHECKED: &str = "checked";

const USAGE: &str =
    "it takes `check`, `stats`, `schema`, `new film SLUG` or `new review FILM REVIEWER`, and `--dir PATH`";

/// `data [check|stats|schema|new …] [--dir PATH]`.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let (words, folder) = read(arguments)?;
    match words.as_slice() {
        [] | ["check"] => check(&folder),
        ["stats"] => stats(&folder),
        ["schema"] => schemas::write(&folder),
        ["new", "film", slug] => new::film(&folder, slug),
        ["new", "review", film, reviewer] => new::review(&folder, film, reviewer),
        ["new", ..] => Err(Failure::usage("`data new` takes `film SLUG` or `review FILM REVIEWER`")),
        [known @ ("check" | "stats" | "schema"), more, ..] => {
            Err(Failure::usage(format!("`data {known}` does not know `{more}` here; {USAGE}")))
        }
        [other, ..] => Err(Failure::usage(format!("`data` does not know `{other}` here; {USAGE}"))),
    }
}

/// The words of the command, and the folder that it is about.
fn read(arguments: &[String]) -> Result<(Vec<&str>, Folder), Failure> {
    let mut words = Vec::new();
    let mut folder = None;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--dir" if folder.is_none() => folder = Some(other_folder(rest.next().map(String::as_str))?),
            other => match other.strip_prefix("--dir=") {
                Some(path) if folder.is_none() => folder = Some(other_folder(Some(path))?),
                _ if other.starts_with("--") => {
                    return Err(Failure::usage(format!("`data` does not know `{other}` here; {USAGE}")));
                }
                _ => words.push(other),
            },
        }
    }
    Ok((words, folder.map_or_else(own_folder, Ok)?))
}

fn other_folder(path: Option<&str>) -> Result<Folder, Failure> {
    let path = path.filter(|path| !path.is_empty());
    let path = path.ok_or_else(|| Failure::usage("`--dir` needs a path, as in `--dir public/data`"))?;
    Ok(Folder { path: PathBuf::from(path), shown: path.trim_end_matches('/').to_owned(), own: false })
}

/// The repository's own data.
fn own_folder() -> Result<Folder, Failure> {
    let path = Workshop::open()?.root().join(OWN);
    Ok(Folder { path, shown: OWN.to_owned(), own: true })
}

fn check(folder: &Folder) -> Result<(), Failure> {
    let mut survey = Survey::of(folder)?;
    survey.problems.extend(schemas::problems(folder)?);
    survey.problems.sort();
    report(&survey)?;
    if folder.own {
        write_site(&Workshop::open()?.target(CHECKED))?;
        say(format!("the files that the site makes of it are in target/{CHECKED}"));
    }
    Ok(())
}

/// Counts what is sound, and says what is not.
fn stats(folder: &Folder) -> Result<(), Failure> {
    let survey = Survey::of(folder)?;
    if !survey.problems.is_empty() {
        println!(
            "{}: what is not sound is not counted, see `cargo xtask data check`\n",
            problem::sum(&survey.problems)
        );
    }
    print!("{}", stats::write(&survey));
    Ok(())
}

/// Prints the problems and their number, or that there are none.
fn report(survey: &Survey) -> Result<(), Failure> {
    if survey.problems.is_empty() {
        println!("{}: no problems", survey.counts());
        return Ok(());
    }
    for problem in &survey.problems {
        println!("{problem}");
    }
    println!("{}", problem::sum(&survey.problems));
    Err(Failure::new("the data is not sound; every line above says what is wrong, where, and what was expected"))
}
