//! Whose a function is, by its name.

use std::{collections::BTreeSet, fs, path::Path};

/// Our crates, with where their modules are below `src/`.
const OURS: [(&str, &str); 2] = [("crosscut", ""), ("crosscut_engine", "engine")];
/// The standard library, whose generic code is there for whoever uses it.
const STANDARD: [&str; 3] = ["core", "alloc", "std"];
/// What carries the views and lists of all others, and whose generic code is theirs.
const CARRIERS: [&str; 3] = ["crosscut::element", "crosscut::derived", "crosscut::domain::gather"];
/// What wasm-bindgen adds to the name of what it wraps.
const WRAPPED: &str = " externref shim";
/// Where a name tells no crate.
const NO_CRATE: &str = "(no crate)";
/// What has no name: wasm-opt makes such functions, of what it finds in several.
const MERGED: &str = "(what wasm-opt took out of several)";

/// Whose a function is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Owner {
    /// A crate; of the site's own the module at its root, as `crosscut::pages`.
    pub name: String,
    /// Of our crates the module within, where there is one.
    pub module: Option<String>,
}

/// The modules of our crates by their paths, such as `crosscut::pages::film`.
#[derive(Debug, Default)]
pub struct Modules(BTreeSet<String>);

impl Modules {
    /// Those whose files are there.
    pub fn of(src: &Path) -> Self {
        let mut all = BTreeSet::new();
        for (name, folder) in OURS {
            for first in modules_in(&src.join(folder)) {
                let second = modules_in(&src.join(folder).join(&first));
                all.extend(second.into_iter().map(|second| format!("{name}::{first}::{second}")));
                all.insert(format!("{name}::{first}"));
            }
        }
        Self(all)
    }

    /// The owner of the function of that symbol, or of one that has none.
    ///
    /// It is the first part of ours that the name mentions, so that what a generic function of somebody else's
    /// is made for has to pay for it; else the first crate beside the standard library, else the first of all.
    pub fn owner(&self, symbol: Option<&str>) -> Owner {
        let plain = |name: &str| Owner { name: name.to_owned(), module: None };
        let symbol = match symbol {
            None => return plain(MERGED),
            // What starts the site.
            Some("main") => return plain("crosscut"),
            Some(symbol) => symbol,
        };
        let name = rustc_demangle::demangle(symbol.strip_suffix(WRAPPED).unwrap_or(symbol));
        let name = format!("{name:#}");
        let paths = paths(&name);
        let is_ours = |path: &&Vec<&str>| OURS.iter().any(|(ours, _)| path.first() == Some(ours));
        let carries = |path: &&Vec<&str>| {
            let path = path.join("::");
            CARRIERS.iter().any(|carrier| path == *carrier || path.starts_with(&format!("{carrier}::")))
        };
        let ours = paths.iter().filter(is_ours).find(|path| !carries(path)).or_else(|| paths.iter().find(is_ours));
        if let Some(path) = ours {
            return self.ours(path);
        }
        let others = paths.iter().filter_map(|path| path.first().copied());
        let first = others.clone().find(|name| !STANDARD.contains(name)).or_else(|| others.clone().next());
        plain(first.unwrap_or_else(|| without_path(symbol, &name)))
    }

    fn ours(&self, path: &[&str]) -> Owner {
        let known = |length: usize| path.get(..length).map(|start| start.join("::")).filter(|it| self.0.contains(it));
        let at = |place: usize| path.get(place).map(|name| (*name).to_owned());
        match (path.first(), known(2)) {
            (Some(&"crosscut"), Some(name)) => Owner { name, module: known(3).and_then(|_| at(2)) },
            (Some(name), module) => Owner { name: (*name).to_owned(), module: module.and_then(|_| at(1)) },
            (None, _) => Owner { name: NO_CRATE.to_owned(), module: None },
        }
    }
}

/// The names of the modules whose files are in a folder.
fn modules_in(folder: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            names.insert(name);
        } else if let Some(name) = name.strip_suffix(".rs") {
            names.insert(name.to_owned());
        }
    }
    names
}

/// The paths in a name that begin with a crate: `<core::Option<a::B>>::map` has `core::Option` and `a::B`.
fn paths(name: &str) -> Vec<Vec<&str>> {
    let in_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let word = |text: &str| text.find(|letter| !in_word(letter)).unwrap_or(text.len());
    let mut paths = Vec::new();
    let mut at = 0;
    while let Some(start) = name[at..].find(in_word).map(|start| at + start) {
        let mut end = start + word(&name[start..]);
        let mut path = vec![&name[start..end]];
        while let Some(next) = name[end..].strip_prefix("::").filter(|rest| rest.starts_with(in_word)) {
            let from = end + 2;
            end = from + word(next);
            path.push(&name[from..end]);
        }
        // What follows `>::` belongs to a type that stands before; a word alone is a primitive or a keyword.
        if path.len() > 1 && !name[..start].ends_with("::") {
            paths.push(path);
        }
        at = end;
    }
    paths
}

/// The crate of a name that has no path in it.
fn without_path(symbol: &str, name: &str) -> &'static str {
    let ours = ["__wb", "__externref", "Closure(", "Ref(", "F64"];
    let bound = ours.iter().any(|start| symbol.starts_with(start)) || symbol.ends_with(WRAPPED);
    // Methods of slices, numbers and text have no crate in front.
    let primitive = name.starts_with('<');
    let word = |start: &str| symbol.starts_with(start);
    match () {
        () if bound => "wasm_bindgen",
        () if primitive => "core",
        () if word("mem") || word("__multi") || word("__u") || word("fm") => "compiler_builtins",
        () => NO_CRATE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn modules() -> Modules {
        let known = [
            "crosscut::pages",
            "crosscut::pages::film",
            "crosscut::element",
            "crosscut::element::live",
            "crosscut::domain",
            "crosscut::domain::grade",
            "crosscut::hooks",
            "crosscut_engine::index",
        ];
        Modules(known.map(str::to_owned).into())
    }

    fn check(symbol: &str, name: &str, module: Option<&str>) {
        let found = modules().owner(Some(symbol));
        assert_eq!((found.name.as_str(), found.module.as_deref()), (name, module), "{symbol}");
    }

    #[test]
    fn a_function_of_ours_belongs_to_its_module() {
        check("crosscut::pages::film::film", "crosscut::pages", Some("film"));
        check("crosscut::hooks::use_catalog", "crosscut::hooks", None);
        check("crosscut::mount", "crosscut", None);
        check("<crosscut_engine::index::Index>::add", "crosscut_engine", Some("index"));
    }

    #[test]
    fn generic_code_belongs_to_whom_it_is_made_for() {
        check("core::ptr::drop_in_place::<crosscut::domain::grade::Grade>", "crosscut::domain", Some("grade"));
        check("<alloc::vec::Vec<serde_json::Value>>::push", "serde_json", None);
        check("<alloc::vec::Vec<u8> as core::ops::Drop>::drop", "alloc", None);
        check("<(leptos::A, crosscut::pages::B) as core::any::Any>::type_id", "crosscut::pages", None);
    }

    #[test]
    fn what_carries_views_is_theirs_that_it_carries() {
        check(
            "crosscut::element::reactive::<crosscut::pages::film::films::{closure#0}>",
            "crosscut::pages",
            Some("film"),
        );
        check("<crosscut::element::Element>::class", "crosscut::element", None);
        check("crosscut::element::live::start", "crosscut::element", Some("live"));
    }

    #[test]
    fn mangled_names_are_read_too() {
        check("_RNvNtNtCsfessfAjFmrj_8crosscut5pages4film5films", "crosscut::pages", Some("film"));
        check("_RNvMsF_NtCs1caf2yz4crS_5alloc3vecINtB5_3VecjE4pushCsfessfAjFmrj_8crosscut", "alloc", None);
        check("_RNvMNtCsa7e25hjXJrd_4core5sliceSh8containsCsfessfAjFmrj_8crosscut.12", "core", None);
    }

    #[test]
    fn names_without_a_crate_are_told_apart() {
        check("__wbindgen_malloc", "wasm_bindgen", None);
        check("Closure(Closure { owned: true }) -> Externref externref shim", "wasm_bindgen", None);
        check("memcpy", "compiler_builtins", None);
        check("main", "crosscut", None);
        check("start", NO_CRATE, None);
        assert_eq!(modules().owner(None).name, MERGED);
    }
}
