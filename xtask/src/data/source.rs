//! The files of a data folder, as far as they can be read at all.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crosscut::domain::slug::{FilmSlug, SlugError};

use super::{document::Lines, problem::Problem};

/// The largest source that is read, in bytes. A film with forty reviews is a tenth of it.
const LARGEST: u64 = 10 * 1024 * 1024;

/// A folder with `reviewers.json` and `films/`.
#[derive(Debug, Clone)]
pub struct Folder {
    /// Where it is.
    pub path: PathBuf,
    /// How messages name it.
    pub shown: String,
    /// Whether it is the repository's own: that one also holds the schemas.
    pub own: bool,
}

/// The text of a source file.
#[derive(Debug, Clone)]
pub struct Source {
    /// The file's name as messages show it.
    pub file: String,
    /// Its text, without a byte-order mark.
    pub text: String,
}

/// A source that may be a film.
#[derive(Debug, Clone)]
pub struct FilmSource {
    /// The slug that the file's name tells, where it is one.
    pub slug: Option<String>,
    /// The file.
    pub source: Source,
}

impl Folder {
    /// The path of a file in it, and how messages name that.
    pub fn file(&self, name: &str) -> (PathBuf, String) {
        (self.path.join(name), format!("{}/{name}", self.shown))
    }

    /// The reviewers' file.
    pub fn reviewers(&self, problems: &mut Vec<Problem>) -> Option<Source> {
        let (path, shown) = self.file("reviewers.json");
        read(&path, &shown, problems)
    }

    /// What the site says of itself; a folder may do without.
    pub fn settings(&self, problems: &mut Vec<Problem>) -> Option<Source> {
        let (path, shown) = self.file("site.json");
        if fs::symlink_metadata(&path).is_err() {
            return None;
        }
        read(&path, &shown, problems)
    }

    /// The films' files, by name.
    pub fn films(&self, problems: &mut Vec<Problem>) -> Vec<FilmSource> {
        let (path, shown) = self.file("films");
        let names = match names(&path) {
            Ok(names) => names,
            Err(error) => {
                let text = format!("found {}, expected a folder with a file for every film", reason(&error));
                problems.push(Problem::whole(&shown, &text));
                return Vec::new();
            }
        };
        if names.is_empty() {
            problems.push(Problem::whole(&shown, "found an empty folder, expected a file for every film"));
        }
        let film = |name: &String| film(&path.join(name), &format!("{shown}/{name}"), name, problems);
        names.iter().filter_map(film).collect()
    }
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let mut names: Vec<String> = entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    Ok(names)
}

fn film(path: &Path, shown: &str, name: &str, problems: &mut Vec<Problem>) -> Option<FilmSource> {
    let Some(stem) = name.strip_suffix(".json") else {
        let text = "found a name that does not end in .json, expected only films here, as <slug>.json";
        problems.push(Problem::whole(shown, text));
        return None;
    };
    let slug = stem.parse::<FilmSlug>().ok();
    if slug.is_none() {
        let text = format!("found the name “{stem}”, expected {}", SlugError::EXPECTED);
        problems.push(Problem::whole(shown, &text));
    }
    let source = read(path, shown, problems)?;
    Some(FilmSource { slug: slug.map(|slug| slug.to_string()), source })
}

fn read(path: &Path, shown: &str, problems: &mut Vec<Problem>) -> Option<Source> {
    match bytes(path) {
        Ok(bytes) => decode(&bytes, shown, problems),
        Err(text) => {
            problems.push(Problem::whole(shown, &text));
            None
        }
    }
}

/// The bytes of an ordinary file of ordinary size. A link could lead anywhere, and a site that is
/// built elsewhere would lack what it leads to.
fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let about = fs::symlink_metadata(path).map_err(|e| format!("found {}, expected a file", reason(&e)))?;
    if about.is_symlink() {
        return Err("found a symbolic link, expected a file".to_owned());
    }
    if !about.is_file() {
        return Err("found something that is no file, expected a file".to_owned());
    }
    if about.len() > LARGEST {
        return Err(format!("found a file of {} bytes, expected at most {LARGEST} (10 MB)", about.len()));
    }
    fs::read(path).map_err(|e| format!("found {}, expected a file", reason(&e)))
}

fn decode(bytes: &[u8], shown: &str, problems: &mut Vec<Problem>) -> Option<Source> {
    let without_mark = bytes.strip_prefix(b"\xEF\xBB\xBF");
    if without_mark.is_some() {
        let text = "found a byte-order mark, expected JSON from the first byte: save the file as UTF-8 without BOM";
        problems.push(Problem::at(shown, Lines::new("").position(0), text));
    }
    let bytes = without_mark.unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(Source { file: shown.to_owned(), text: text.to_owned() }),
        Err(error) => {
            let (sound, rest) = bytes.split_at(error.valid_up_to());
            let lines = Lines::new(&String::from_utf8_lossy(sound));
            let byte = rest.first().copied().unwrap_or_default();
            let text = format!("found the byte 0x{byte:02X}, which is no part of UTF-8, expected text in UTF-8");
            problems.push(Problem::at(shown, lines.position(sound.len()), &text));
            None
        }
    }
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "nothing".to_owned(),
        io::ErrorKind::NotADirectory => "something that is no folder".to_owned(),
        io::ErrorKind::PermissionDenied => "something that may not be read".to_owned(),
        _ => format!("something that cannot be read ({error})"),
    }
}
