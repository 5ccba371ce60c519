//! The rules of the code that no compiler holds (`src/lib.rs` has their reasons).

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The longest file of Rust, in lines.
const LONGEST: usize = 400;

/// A ring of the crate: what it may name of the crate, and of other crates.
struct Ring {
    name: &'static str,
    of_the_crate: &'static [&'static str],
    crates: &'static [&'static str],
}

const RINGS: [Ring; 3] = [
    Ring { name: "domain", of_the_crate: &["domain"], crates: &["crosscut_engine", "strsim"] },
    Ring {
        name: "wire",
        of_the_crate: &["domain", "wire"],
        crates: &["crosscut_engine", "serde", "serde_json", "schemars"],
    },
    Ring { name: "route", of_the_crate: &["domain", "route"], crates: &[] },
];

/// Crates of the browser, and where alone they may be named, as starts of paths.
const EDGES: [(&str, &[&str]); 4] = [
    ("web_sys", &["src/browser/"]),
    ("js_sys", &["src/browser/"]),
    ("wasm_bindgen", &["src/browser/"]),
    ("gloo_net", &["src/load.rs"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the repository, by its path from the root, with its text.
struct File {
    path: String,
    text: String,
}

/// Every file below a folder that ends so, in order; none where there is no such folder.
fn files(folder: &str, ending: &str) -> Vec<File> {
    let mut folders: Vec<PathBuf> = vec![root().join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            if path.is_dir() {
                folders.extend((name != "target" && name != "node_modules").then_some(path));
            } else if name.to_string_lossy().ends_with(ending)
                && let Ok(text) = fs::read_to_string(&path)
            {
                let path = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                files.push(File { path, text });
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// The text without its comments, line for line.
fn code(text: &str) -> String {
    let line = |line: &str| match line.trim_start() {
        comment if comment.starts_with("//") => String::new(),
        _ => line.split(" // ").next().unwrap_or_default().to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

const fn in_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// The places where the word stands by itself.
fn places<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |at| !code[..*at].ends_with(in_word) && !code[at + word.len()..].starts_with(in_word))
}

fn line_of(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count() + 1
}

/// The first names after a `::`: one, or those of a group in braces.
fn names_after(rest: &str) -> Vec<&str> {
    let word = |text: &str| text.find(|letter| !in_word(letter)).unwrap_or(text.len());
    let Some(group) = rest.strip_prefix('{') else { return vec![&rest[..word(rest)]] };
    let (mut names, mut depth, mut expecting) = (Vec::new(), 0_usize, true);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' => expecting = depth == 0 || expecting,
            _ if expecting && depth == 0 && in_word(letter) => {
                names.push(&group[at..at + word(&group[at..])]);
                expecting = false;
            }
            _ => {}
        }
    }
    names
}

/// The names of the crate's root that a file of a ring reaches, by `crate::` or by `super::`, with
/// the places. `src/domain/date.rs` is the module `domain::date`: two steps up from it is the root.
fn reached<'a>(path: &str, code: &'a str) -> Vec<(usize, &'a str)> {
    let module = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let depth = module.split('/').count();
    let from_root = code.match_indices("crate::").filter(|(at, _)| !code[..*at].ends_with(in_word));
    let from_root = from_root.map(|(at, step)| (at, &code[at + step.len()..]));
    let from_here = places(code, "super").filter(|at| !code[..*at].ends_with("::")).filter_map(|at| {
        let rest = code[at..].trim_start_matches("super::");
        ((code.len() - at - rest.len()) / "super::".len() >= depth).then_some((at, rest))
    });
    from_root
        .chain(from_here)
        .flat_map(|(at, rest)| names_after(rest).into_iter().map(move |name| (at, name)))
        .collect()
}

/// The crates that `Cargo.toml` lists, as Rust names them.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut inside = false;
    let mut names = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.trim_end_matches(']').ends_with("dependencies") && !line.contains("workspace");
        } else if let Some(end) = line.find([' ', '.', '=']).filter(|end| inside && *end > 0 && !line.starts_with('#'))
        {
            names.push(line[..end].replace('-', "_"));
        }
    }
    names
}

fn ring_faults(ring: &Ring, File { path, text }: &File, dependencies: &[String]) -> Vec<String> {
    let code = code(text);
    let name = ring.name;
    let outside = reached(path, &code).into_iter().filter(|(_, found)| !ring.of_the_crate.contains(found));
    let mut faults: Vec<String> = outside
        .map(|(at, found)| {
            let line = line_of(&code, at);
            format!("{path}:{line}: {name} names crate::{found}; move what it needs inward, or this code outward")
        })
        .collect();
    for found in dependencies.iter().filter(|it| !ring.crates.contains(&it.as_str())) {
        faults.extend(places(&code, found).filter(|at| code[at + found.len()..].starts_with("::") || code[..*at].ends_with("use ")).map(|at| {
            let line = line_of(&code, at);
            format!("{path}:{line}: {name} names the crate {found}; move this code outward, or, if the crate is as pure as the ring, list it in RINGS")
        }));
    }
    faults
}

fn edge_faults(File { path, text }: &File) -> Vec<String> {
    let code = code(text);
    let mut faults = Vec::new();
    for (name, homes) in EDGES {
        let home = homes.iter().any(|home| path.starts_with(home));
        faults.extend(places(&code, name).filter(|_| !home).map(|at| {
            let line = line_of(&code, at);
            format!("{path}:{line}: names {name}; only {} may: give it a function there and call that", homes[0])
        }));
    }
    faults
}

fn view_faults(File { path, text }: &File) -> Vec<String> {
    let code = code(text);
    let mut faults = Vec::new();
    for call in ["window", "document"] {
        faults.extend(places(&code, call).filter(|at| code[at + call.len()..].starts_with("()")).map(|at| {
            let line = line_of(&code, at);
            format!("{path}:{line}: calls {call}(); ask src/browser/ for what is needed of it")
        }));
    }
    faults
}

/// Markup is written where every text in it is escaped, and read in one place.
const MARKUP: &str = "build the view from values: text from files is never markup";

fn markup_faults(File { path, text }: &File) -> Vec<String> {
    let code = code(text);
    let mut faults = Vec::new();
    for (found, home, advice) in [
        ("style=\"", "", "write a rule in style/, or set a custom property with style:--name"),
        ("inner_html", "src/browser/dom.rs", MARKUP),
        ("dom::parse", "src/element/live.rs", MARKUP),
    ] {
        if path == home {
            continue;
        }
        faults.extend(
            code.match_indices(found).map(|(at, _)| format!("{path}:{}: {found}: {advice}", line_of(&code, at))),
        );
    }
    faults
}

fn length_faults(File { path, text }: &File) -> Vec<String> {
    let lines = text.lines().count();
    let fault = format!("{path}: {lines} lines, at most {LONGEST}: split it where it has two subjects");
    if lines > LONGEST { vec![fault] } else { Vec::new() }
}

/// Folders of a developer's machine. Put together here, so that this file does not hold them.
fn machine_faults(File { path, text }: &File) -> Vec<String> {
    let mut faults = Vec::new();
    for folder in ["home", "root", "Users", "work", "tmp"].map(|name| format!("/{name}/")) {
        let starts = |at: &usize| !text[..*at].ends_with(|before: char| in_word(before) || "./-}*".contains(before));
        faults.extend(text.match_indices(&folder).map(|(at, _)| at).filter(starts).map(|at| {
            let line = line_of(text, at);
            format!("{path}:{line}: names {folder}: name it from the repository's root or take it from the environment")
        }));
    }
    faults
}

fn rust() -> Vec<File> {
    ["src", "xtask", "tests"].into_iter().flat_map(|folder| files(folder, ".rs")).collect()
}

fn check(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn each_ring_names_only_itself_and_the_rings_inside_it() {
    let dependencies = dependencies(&fs::read_to_string(root().join("Cargo.toml")).unwrap_or_default());
    assert!(dependencies.iter().any(|name| name == "serde_json"), "the dependencies are read: {dependencies:?}");
    let inside = |ring: &Ring, path: &str| {
        path.starts_with(&format!("src/{}/", ring.name)) || path == format!("src/{}.rs", ring.name)
    };
    let sources = files("src", ".rs");
    let pairs =
        RINGS.iter().flat_map(|ring| sources.iter().filter(|it| inside(ring, &it.path)).map(move |it| (ring, it)));
    check(&pairs.flat_map(|(ring, file)| ring_faults(ring, file, &dependencies)).collect::<Vec<_>>());
}

#[test]
fn only_the_edge_names_the_browser() {
    check(&files("src", ".rs").iter().flat_map(edge_faults).collect::<Vec<_>>());
}

#[test]
fn pages_and_components_ask_the_edge_and_not_the_window() {
    let views = ["src/pages", "src/components"].into_iter().flat_map(|folder| files(folder, ".rs"));
    check(&views.flat_map(|file| view_faults(&file)).collect::<Vec<_>>());
}

#[test]
fn no_view_writes_a_style_attribute_or_markup_as_text() {
    check(&files("src", ".rs").iter().flat_map(markup_faults).collect::<Vec<_>>());
}

#[test]
fn no_file_is_longer_than_can_be_read_at_once() {
    check(&rust().iter().flat_map(length_faults).collect::<Vec<_>>());
}

#[test]
fn every_components_style_has_the_name_of_its_component() {
    let sources: Vec<String> =
        ["src/components", "src/pages"].into_iter().flat_map(|folder| files(folder, ".rs")).map(|it| it.path).collect();
    let stray = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".css");
        !["src/components", "src/pages"].iter().any(|folder| sources.contains(&format!("{folder}/{name}.rs")))
    };
    let styles = files("style/components", ".css").into_iter().map(|it| it.path).filter(|path| stray(path));
    check(
        &styles
            .map(|path| format!("{path}: no file of src/components or src/pages has its name: rename or remove it"))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn no_file_names_a_folder_of_somebodys_machine() {
    let all = ["src", "xtask", "tests", "style", "public", ".github", ".cargo"]
        .into_iter()
        .flat_map(|folder| files(folder, ""));
    let tops = fs::read_dir(root()).into_iter().flatten().flatten().filter(|entry| entry.path().is_file());
    let tops = tops.filter_map(|entry| {
        let path = entry.file_name().to_string_lossy().into_owned();
        Some(File { text: fs::read_to_string(entry.path()).ok()?, path })
    });
    check(&all.chain(tops).flat_map(|file| machine_faults(&file)).collect::<Vec<_>>());
}

/// The rules find what they are for: each text breaks one, at the line that is told.
fn check_finds(rule: impl Fn(&File) -> Vec<String>, path: &str, text: &str, starts: &[&str]) {
    let found = rule(&File { path: path.to_owned(), text: text.to_owned() });
    assert_eq!(found.len(), starts.len(), "{text:?}: {found:?}");
    for (found, start) in found.iter().zip(starts) {
        assert!(found.starts_with(start), "{found:?} does not start with {start:?}");
    }
}

#[test]
fn the_ring_rule_finds_what_reaches_outward() {
    let dependencies = ["serde", "leptos", "strsim"].map(str::to_owned);
    let domain = |file: &File| ring_faults(&RINGS[0], file, &dependencies);
    let wire = |file: &File| ring_faults(&RINGS[1], file, &dependencies);
    let date = "src/domain/date.rs";
    check_finds(domain, date, "use crate::wire::index;", &["src/domain/date.rs:1: domain names crate::wire;"]);
    check_finds(
        domain,
        date,
        "use std::fmt;\nuse super::super::load;",
        &["src/domain/date.rs:2: domain names crate::load;"],
    );
    check_finds(domain, "src/domain/mod.rs", "use super::route;", &["src/domain/mod.rs:1: domain names crate::route;"]);
    check_finds(domain, "src/domain/title_card/pen.rs", "use super::super::date; use super::Pen;", &[]);
    check_finds(domain, date, "use serde::Serialize;", &["src/domain/date.rs:1: domain names the crate serde;"]);
    check_finds(domain, date, "fn a() -> leptos::View {}", &["src/domain/date.rs:1: domain names the crate leptos;"]);
    check_finds(
        domain,
        date,
        "// serde::Serialize\nuse super::slug; strsim::x(); $crate::domain::A; // crate::wire",
        &[],
    );
    check_finds(
        wire,
        "src/wire/a.rs",
        "use crate::{domain::{b, c}, load::d, wire::e};",
        &["src/wire/a.rs:1: wire names crate::load;"],
    );
    check_finds(wire, "src/wire/a.rs", "use crate::domain::b; use serde::Serialize;", &[]);
}

#[test]
fn the_other_rules_find_what_they_are_for() {
    let page = "src/pages/film.rs";
    check_finds(
        edge_faults,
        page,
        "\nweb_sys::window()",
        &["src/pages/film.rs:2: names web_sys; only src/browser/ may"],
    );
    check_finds(
        edge_faults,
        "src/hooks.rs",
        "use gloo_net::http;",
        &["src/hooks.rs:1: names gloo_net; only src/load.rs may"],
    );
    check_finds(edge_faults, "src/browser/page.rs", "use web_sys::Window;", &[]);
    check_finds(edge_faults, "src/load.rs", "use gloo_net::http;", &[]);
    check_finds(view_faults, page, "let w = window();", &["src/pages/film.rs:1: calls window()"]);
    check_finds(view_faults, page, "document().title(); my_window()", &["src/pages/film.rs:1: calls document()"]);
    check_finds(markup_faults, page, "<p style=\"color:red\">", &["src/pages/film.rs:1: style=\": write a rule"]);
    check_finds(markup_faults, page, "<p inner_html=text />", &["src/pages/film.rs:1: inner_html: build"]);
    check_finds(markup_faults, page, "dom::parse(&text)", &["src/pages/film.rs:1: dom::parse: build"]);
    check_finds(markup_faults, "src/browser/dom.rs", "template.set_inner_html(html)", &[]);
    check_finds(length_faults, page, &"\n".repeat(LONGEST + 1), &["src/pages/film.rs: 401 lines, at most 400"]);
    check_finds(length_faults, page, &"\n".repeat(LONGEST), &[]);
    let machine = format!("a\n\"/{}/me/crosscut\"", "home");
    check_finds(machine_faults, "README.md", &machine, &["README.md:2: names "]);
    check_finds(machine_faults, "README.md", "https://example.org/work/1 target/tmp/ crosscut/root/", &[]);
}

#[test]
fn the_manifests_dependencies_are_read() {
    let manifest = "[workspace.dependencies]\nx = \"1\"\n[package]\nname = \"a\"\n[dependencies]\n# one\nserde-json = \"1\"\n\
                    serde.workspace = true\n[target.'cfg(unix)'.dev-dependencies]\nproptest = \"1\"\n[lints]\nworkspace = true\n";
    assert_eq!(dependencies(manifest), ["serde_json", "serde", "proptest"]);
}
