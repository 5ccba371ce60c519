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
mod consequence;
mod document;
mod expected;
mod facts;
mod form;
mod problem;
mod schemas;
mod shape;
mod site;
mod source;
mod survey;
mod syntax;
mod template;

use std::path::PathBuf;

pub use self::site::write_site;
use self::{source::Folder, survey::Survey};
use crate::{Failure, say, setup::Workshop};

/// Where the sources are, in the repository.
const OWN: &str = "public/data";

/// Where the index and the films go that a sound check writes, below `target/`. The build writes its
/// own.
const CHECKED: &str = "checked";

const USAGE: &str = "it takes `check` or `schema`, and `--dir PATH`";

/// What the command line asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    Check,
    Schema,
}

/// `data [check|schema] [--dir PATH]`.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let (verb, folder) = read(arguments)?;
    match verb {
        Verb::Check => check(&folder),
        Verb::Schema => schemas::write(&folder),
    }
}

fn read(arguments: &[String]) -> Result<(Verb, Folder), Failure> {
    let mut verb = None;
    let mut folder = None;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "check" if verb.is_none() => verb = Some(Verb::Check),
            "schema" if verb.is_none() => verb = Some(Verb::Schema),
            "--dir" if folder.is_none() => folder = Some(other_folder(rest.next().map(String::as_str))?),
            other => match other.strip_prefix("--dir=") {
                Some(path) if folder.is_none() => folder = Some(other_folder(Some(path))?),
                _ => return Err(Failure::usage(format!("`data` does not know `{other}` here; {USAGE}"))),
            },
        }
    }
    Ok((verb.unwrap_or(Verb::Check), folder.map_or_else(own_folder, Ok)?))
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
        say(format!("the index and what else the site serves of them is in target/{CHECKED}"));
    }
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
