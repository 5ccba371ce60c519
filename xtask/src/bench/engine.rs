//! Our own part of the search benchmark: the module, and the files that it is given.

use std::{fs, io, path::Path};

use crosscut::{domain::catalog::Catalog, wire::index::write_index};

use crate::{Failure, data::TextFiles, lean, module, say, setup, setup::Workshop, synthetic::DataSet};

/// Builds the search as a module by itself, with the means of the site's build.
pub fn build(workshop: &mut Workshop, folder: &Path) -> Result<(), Failure> {
    workshop.for_build(false)?;
    say("building the search as a module by itself");
    let mut cargo = workshop.command("cargo");
    cargo.args(["build", "--release", "--target", "wasm32-unknown-unknown", "--package", "bench-engine"]);
    let built = workshop.target("wasm32-unknown-unknown/release/bench_engine.wasm");
    let mut bindgen = workshop.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "engine", "--out-dir"]).arg(folder).arg(&built);
    if !(setup::run(lean::with_std(&mut cargo)) && setup::run(&mut bindgen)) {
        return Err(Failure::new("the search could not be built; the reason is above"));
    }
    module::slim(workshop, &folder.join("engine_bg.wasm"), &folder.join("engine.js"))
}

/// Writes the index and the texts of a data set, as the site would serve them.
pub fn write(set: &DataSet, folder: &Path) -> io::Result<()> {
    let mut texts = TextFiles::default();
    let mut listings = Vec::new();
    let mut written = Vec::new();
    for film in set.films() {
        listings.push(film.listing(format!("films/{}.json?v=0123456789ab", film.slug)));
        texts.add(film, &mut |name, content| written.push((name.to_owned(), content)));
    }
    let texts = texts.finish(&mut |name, content| written.push((name.to_owned(), content)));
    let _ = fs::remove_dir_all(folder.join("texts"));
    fs::create_dir_all(folder.join("texts"))?;
    for (name, content) in written {
        fs::write(folder.join(name), content)?;
    }
    let catalog = Catalog::new(listings, set.reviewers().to_vec(), Vec::new()).with_texts(texts);
    fs::write(folder.join("index.json"), write_index(&catalog)?)
}
