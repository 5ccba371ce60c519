//! The module of the site once more, with the names of its functions.

use std::{fs, path::Path, process::Stdio};

use serde::Deserialize;
use wasmparser::BinaryReaderError;

use super::wasm::{Module, without_names};
use crate::{Failure, data, lean, module, say, setup, setup::Workshop};

/// One line of what cargo tells of a build.
#[derive(Deserialize)]
struct Told {
    /// What it made.
    #[serde(default)]
    filenames: Vec<String>,
}

/// A module as it is released, but for what has no length: a few functions and numbers of types stand in
/// another order, since wasm-opt orders by name where nothing else tells.
pub struct Known {
    /// The file, without names.
    pub bytes: Vec<u8>,
    /// Its parts, with names.
    pub module: Module,
}

/// Makes it: what cargo has built for the release goes through wasm-bindgen and wasm-opt again, and functions
/// keep their names. It fails where what comes of it is not the released module in another order.
pub fn made(workshop: &Workshop, released: &[u8]) -> Result<Known, Failure> {
    say("making the module once more, with the names of its functions");
    let folder = workshop.target("bench-names");
    build(workshop, &folder)?;
    let path = folder.join("named_bg.wasm");
    let named = fs::read(&path).map_err(|error| Failure::new(format!("{} cannot be read: {error}", path.display())))?;
    known(&named, released).map_err(|error| {
        Failure::new(format!("the module cannot be read: {error}; see xtask/src/bench/page/wasm.rs"))
    })?
}

fn known(named: &[u8], released: &[u8]) -> Result<Result<Known, Failure>, BinaryReaderError> {
    let bytes = without_names(named)?;
    let (mut module, released_module) = (Module::read(&bytes)?, Module::read(released)?);
    if bytes.len() != released.len() || lengths(&module) != lengths(&released_module) {
        return Ok(Err(Failure::new(
            "the module with names has other functions than the released one, so nothing can be said of what they \
             cost; if nobody else builds the site here, wasm-opt has changed: see slim_named in xtask/src/module.rs",
        )));
    }
    for (function, named) in module.functions.iter_mut().zip(Module::read(named)?.functions) {
        function.name = named.name;
    }
    Ok(Ok(Known { bytes, module }))
}

/// The lengths of all functions and of all data, the shortest first.
fn lengths(module: &Module) -> (Vec<usize>, Vec<usize>) {
    let mut lengths: (Vec<usize>, Vec<usize>) = (
        module.functions.iter().map(|function| function.place.len()).collect(),
        module.data.iter().map(|data| data.place.len()).collect(),
    );
    lengths.0.sort_unstable();
    lengths.1.sort_unstable();
    lengths
}

fn build(workshop: &Workshop, folder: &Path) -> Result<(), Failure> {
    let failed = || Failure::new("the module with names could not be built; the reason is above");
    let settings = data::settings()?;
    let mut cargo = workshop.command("cargo");
    // As trunk calls it, so that what is there already is taken.
    cargo
        .args(["build", "--target", "wasm32-unknown-unknown", "--release", "--bin", "crosscut"])
        .arg("--message-format=json-render-diagnostics")
        .envs(data::variables(&settings))
        .stderr(Stdio::inherit());
    let told = lean::with_std(&mut cargo).output().map_err(|_| failed())?;
    let built = built(&String::from_utf8_lossy(&told.stdout)).filter(|_| told.status.success()).ok_or_else(failed)?;
    let mut bindgen = workshop.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--no-demangle", "--out-name", "named", "--out-dir"]);
    if !setup::run(bindgen.arg(folder).arg(built)) {
        return Err(failed());
    }
    module::slim_named(workshop, &folder.join("named_bg.wasm"), &folder.join("named.js"))
}

/// The site's module among what cargo tells that it made.
fn built(told: &str) -> Option<String> {
    let lines = told.lines().filter_map(|line| serde_json::from_str::<Told>(line).ok());
    lines.flat_map(|line| line.filenames).find(|name| name.ends_with("crosscut.wasm"))
}

#[cfg(test)]
mod tests {
    use super::{super::wasm::tests::handmade, *};

    #[test]
    fn names_are_taken_over_where_the_functions_are_the_released_ones() {
        let file = handmade();
        let released = without_names(&file).unwrap();
        let known = known(&file, &released).unwrap().ok().unwrap();
        assert_eq!(known.bytes, released);
        let names: Vec<Option<&str>> = known.module.functions.iter().map(|it| it.name.as_deref()).collect();
        assert_eq!(names, [Some("a"), Some("b")]);
    }

    #[test]
    fn a_module_with_other_functions_is_not_taken() {
        let other = known(&handmade(), b"\0asm\x01\0\0\0").unwrap();
        assert!(
            other.is_err_and(|failure| failure.to_string().starts_with("the module with names has other functions"))
        );
    }

    #[test]
    fn the_module_is_found_in_what_cargo_tells() {
        let told = "{\"reason\":\"compiler-artifact\",\"filenames\":[\"a/liballoc.rlib\"]}\n\
                    {\"reason\":\"compiler-artifact\",\"filenames\":[\"a/crosscut.d\",\"a/crosscut.wasm\"]}\n\
                    {\"reason\":\"build-finished\",\"success\":true}\nplain words";
        assert_eq!(built(told).as_deref(), Some("a/crosscut.wasm"));
        assert_eq!(built(""), None);
    }
}
