//! The JSON Schemas that stand beside the data, for editors.

use std::{fs, path::Path};

use crosscut::wire::schema;

use super::{problem::Problem, source::Folder};
use crate::Failure;

/// The schemas' files, below the data's folder, with their text.
pub fn files() -> Result<[(&'static str, String); 3], Failure> {
    Ok([
        ("schema/film.schema.json", text(&schema::film())?),
        ("schema/reviewers.schema.json", text(&schema::reviewers())?),
        ("schema/site.schema.json", text(&schema::settings())?),
    ])
}

fn text(schema: &impl serde::Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(schema);
    let text = text.map_err(|e| Failure::new(format!("a schema cannot be written as JSON: {e}")))?;
    Ok(text + "\n")
}

/// Writes the schemas beside the data.
pub fn write(folder: &Folder) -> Result<(), Failure> {
    for (name, text) in files()? {
        let (path, shown) = folder.file(name);
        put(&path, &shown, &text)?;
        println!("{shown}");
    }
    Ok(())
}

/// Whether the schemas beside the data are those of the types. A folder elsewhere may do without.
pub fn problems(folder: &Folder) -> Result<Vec<Problem>, Failure> {
    let mut problems = Vec::new();
    for (name, text) in files()? {
        let (path, shown) = folder.file(name);
        let found = fs::read_to_string(&path).ok();
        let sound = found.as_ref().map_or(!folder.own, |found| found.lines().eq(text.lines()));
        if !sound {
            let found = if found.is_some() { "another schema" } else { "no schema" };
            let text = format!("found {found}, expected that of the data as it is now: run cargo xtask data schema");
            problems.push(Problem::whole(&shown, &text));
        }
    }
    Ok(problems)
}

/// Writes a file, with the folders that it takes.
pub fn put(path: &Path, shown: &str, text: &str) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(path);
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, text));
    written.map_err(|e| Failure::new(format!("{shown} could not be written: {e}")))
}
