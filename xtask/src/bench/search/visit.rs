//! A visit of the site with a made-up data set: its release build, and the files that it asks for beside
//! the index and the texts.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write as _},
    path::Path,
};

use crosscut::wire::film_file::FilmFile;

use crate::{Failure, ahead, setup, setup::Workshop, site::Build, synthetic::DataSet};

/// The path that the site is served under.
const BASE: &str = "/crosscut/";

/// Builds the site as visitors have it. It is the build that `bench` measures a comparison in.
pub fn build(workshop: &mut Workshop) -> Result<(), Failure> {
    let dist = workshop.target("bench-dist");
    Build { base: BASE.to_owned(), debug: false, dist }.run(workshop)
}

/// Writes every film's file into `films/` of a data set's folder, as the site would serve it.
pub fn write(set: &DataSet, folder: &Path) -> io::Result<()> {
    let films = folder.join("films");
    let _ = fs::remove_dir_all(&films);
    fs::create_dir_all(&films)?;
    for film in set.films() {
        let mut out = BufWriter::new(File::create(films.join(format!("{}.json", film.slug)))?);
        serde_json::to_writer(&mut out, &FilmFile::from(&film))?;
        out.flush()?;
    }
    Ok(())
}

/// Writes the catalogue's page of a data set into its folder: the one that is built has the films of the site.
pub fn catalogue(workshop: &Workshop, folder: &Path) -> Result<(), Failure> {
    ahead::catalogue(workshop, &workshop.target("bench-dist"), BASE, folder)
}

/// Measures the site with each data set of a folder, by name, in a browser; whether that could be done.
pub fn measure(workshop: &Workshop, folder: &Path, sets: &str, runs: usize, chromium: &Path) -> bool {
    let mut node = workshop.command("node");
    node.arg(workshop.root().join("tests/bench/visit.mjs"))
        .env("FOLDER", folder)
        .env("SITE", workshop.target("bench-dist"))
        .env("BASE", BASE)
        .env("SETS", sets)
        .env("RUNS", runs.to_string())
        .env("CHROMIUM", chromium);
    setup::run(&mut node)
}
