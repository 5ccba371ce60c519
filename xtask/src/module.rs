//! The module and its glue after trunk: as small as they compress.
//!
//! What crosses the border between the two has long names with a hash in each, written in both files;
//! here they get names of one or two letters. Then the module is optimised. The options are those
//! that make it smallest under brotli, which is not the same as smallest: two equal runs of code cost
//! next to nothing, and what keeps them from being equal costs.

use std::{collections::HashMap, fs, path::Path};

use serde::Deserialize;

use crate::{Failure, setup::Workshop};

/// Prints what it renamed.
const SHORTEN: [&str; 1] = ["--minify-imports-and-exports-and-modules"];

const OPTIMISE: [&str; 9] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    // The stack's far end lies there, and nothing of ours.
    "--low-memory-unused",
    // What these two draw together, brotli would have found.
    "--skip-pass=local-cse",
    "--skip-pass=simplify-locals",
    "--strip-target-features",
    "--strip-producers",
];

/// What wasm-opt calls the place that the module imports from.
const IMPORTED_FROM: &str = "a";

/// What a module imports and exports: before, and after.
#[derive(Debug, Deserialize)]
struct Names {
    /// Where from, old and new.
    imports: Vec<(String, String, String)>,
    /// Old and new.
    exports: Vec<(String, String)>,
}

/// Makes a module and its glue smaller, in their places.
pub fn slim(workshop: &Workshop, module: &Path, glue: &Path) -> Result<(), Failure> {
    slim_with(workshop, module, glue, &[])
}

/// The same, and its functions keep their names. Each has the place and the length that it has without; what
/// has no length of its own, such as the numbers of types, stands in another order.
pub fn slim_named(workshop: &Workshop, module: &Path, glue: &Path) -> Result<(), Failure> {
    slim_with(workshop, module, glue, &["-g"])
}

fn slim_with(workshop: &Workshop, module: &Path, glue: &Path, more: &[&str]) -> Result<(), Failure> {
    let names = wasm_opt(workshop, module, &[&SHORTEN, more].concat())?;
    let names = serde_json::from_str(&names).map_err(|error| {
        Failure::new(format!("wasm-opt does not tell the names it gave: {error}; see Names in xtask/src/module.rs"))
    })?;
    let trouble = |error| Failure::new(format!("{} cannot be renamed within: {error}", glue.display()));
    let text = fs::read_to_string(glue).map_err(trouble)?;
    fs::write(glue, renamed(&text, &names)?).map_err(trouble)?;
    wasm_opt(workshop, module, &[&OPTIMISE, more].concat()).map(drop)
}

/// Runs wasm-opt on a module, in its place; gives back what it prints.
fn wasm_opt(workshop: &Workshop, module: &Path, options: &[&str]) -> Result<String, Failure> {
    let run = workshop.command("wasm-opt").arg(module).args(options).arg("--output").arg(module).output();
    let run = run.map_err(|error| Failure::new(format!("wasm-opt could not be started: {error}")))?;
    if run.status.success() {
        return Ok(String::from_utf8_lossy(&run.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    Err(Failure::new(format!("{} could not be optimised; wasm-opt said: {said}", module.display())))
}

/// The glue with the new names. It has each import as a key of an object, `name: function…`, and
/// each export as a member, `wasm.name`.
fn renamed(glue: &str, names: &Names) -> Result<String, Failure> {
    let imports: HashMap<&str, &str> = names.imports.iter().map(|(_, old, new)| (&**old, &**new)).collect();
    let exports: HashMap<&str, &str> = names.exports.iter().map(|(old, new)| (&**old, &**new)).collect();
    let in_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let (mut text, mut rest, mut keys) = (String::new(), glue, 0);
    while let Some(start) = rest.find(in_name) {
        let (before, after) = rest.split_at(start);
        text.push_str(before);
        let (name, after) = after.split_at(after.find(|letter| !in_name(letter)).unwrap_or(after.len()));
        let key = imports.get(name).filter(|_| after.starts_with(':'));
        let member = exports.get(name).filter(|_| text.ends_with("wasm."));
        keys += usize::from(key.is_some());
        text.push_str(key.or(member).unwrap_or(&name));
        rest = after;
    }
    text.push_str(rest);
    for (from, ..) in &names.imports {
        text = text.replace(&format!("\"{from}\""), &format!("\"{IMPORTED_FROM}\""));
    }
    if keys == names.imports.len() {
        return Ok(text);
    }
    Err(Failure::new(format!(
        "wasm-bindgen's glue has {keys} of the {} functions that the module imports where they were looked for; \
         see `renamed` in xtask/src/module.rs",
        names.imports.len()
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{
        "imports": [["./x_bg.js", "__wbg_text_1f", "b"], ["./x_bg.js", "__wbg_text_2e", "c"]],
        "exports": [["memory", "d"], ["__wbindgen_start", "e"], ["main", "f"]]
    }"#;

    fn check(glue: &str, expected: Result<&str, &str>) {
        let names = serde_json::from_str(PRINTED).unwrap();
        let renamed = renamed(glue, &names).map_err(|failure| failure.to_string());
        match expected {
            Ok(expected) => assert_eq!(renamed.as_deref(), Ok(expected)),
            Err(start) => assert!(renamed.is_err_and(|failure| failure.starts_with(start))),
        }
    }

    #[test]
    fn both_sides_of_the_border_get_the_same_names() {
        check(
            "const i = { __wbg_text_1f: (a) => a.text, __wbg_text_2e: function() {} }; \
             main(wasm.memory.buffer, memory, wasm.memory2, wasm.__wbindgen_start()); return { \"./x_bg.js\": i };",
            Ok("const i = { b: (a) => a.text, c: function() {} }; \
                main(wasm.d.buffer, memory, wasm.memory2, wasm.e()); return { \"a\": i };"),
        );
    }

    #[test]
    fn a_glue_that_lacks_an_import_is_not_taken() {
        check("{ __wbg_text_1f: 1, __wbg_text_2e() {} }", Err("wasm-bindgen's glue has 1 of the 2 functions"));
    }
}
