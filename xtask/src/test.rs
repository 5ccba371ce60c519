//! `test`: everything that must hold, one step after another.
//!
//! A step that fails does not keep the next from running; the sum at the end tells.

use std::{
    fmt, fs, io,
    io::BufRead as _,
    path::PathBuf,
    process::{Command, Stdio},
    str::FromStr,
    time::Instant,
};

use serde_json::json;

use crate::{
    Failure, data, say,
    serve::Server,
    setup::{self, Workshop},
    site::Build,
    weight,
};

/// The path that the tested site lives under: a base of its own finds what `/` would hide.
const BASE: &str = "/crosscut/";

/// The steps in the order they run: the quick ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Fmt,
    Clippy,
    Unit,
    Data,
    Wasm,
    Build,
    Weight,
    EndToEnd,
}

impl Step {
    const ALL: [Self; 8] =
        [Self::Fmt, Self::Clippy, Self::Unit, Self::Data, Self::Wasm, Self::Build, Self::Weight, Self::EndToEnd];

    const fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::Unit => "unit",
            Self::Data => "data",
            Self::Wasm => "wasm",
            Self::Build => "build",
            Self::Weight => "weight",
            Self::EndToEnd => "e2e",
        }
    }

    const fn about(self) -> &'static str {
        match self {
            Self::Fmt => "the code is formatted",
            Self::Clippy => "no lint complains, here or for WebAssembly",
            Self::Unit => "the tests that need no browser",
            Self::Data => "the films and reviews are sound",
            Self::Wasm => "the tests inside a browser",
            Self::Build => "the site builds under a base path",
            Self::Weight => "the page is light enough",
            Self::EndToEnd => "the built site in a browser, as visitors use it",
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Step {
    type Err = Failure;

    fn from_str(name: &str) -> Result<Self, Failure> {
        Self::ALL.into_iter().find(|step| step.name() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            Failure::usage(format!("`test` has no step `{name}`; the steps are {names}"))
        })
    }
}

/// What came of a step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Count {
    passed: usize,
    failed: usize,
}

impl std::ops::AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The verb `test`.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let steps = plan(arguments)?;
    let mut bench = Bench::new(Workshop::open()?);
    let mut results: Vec<(Step, Result<(), Failure>)> = Vec::new();
    for step in steps {
        println!("\n== {step}: {}", step.about());
        let start = Instant::now();
        let before = bench.count;
        let result = bench.run(step);
        // A step without tests of its own counts as one; so does one that failed before any did.
        if bench.count.failed == before.failed && (result.is_err() || bench.count == before) {
            let (passed, failed) = (usize::from(result.is_ok()), usize::from(result.is_err()));
            bench.count += Count { passed, failed };
        }
        let seconds = start.elapsed().as_secs_f32();
        match &result {
            Ok(()) => println!("== {step}: passed in {seconds:.1} s"),
            Err(why) => println!("== {step}: FAILED in {seconds:.1} s: {why}"),
        }
        results.push((step, result));
    }
    sum_up(&results, bench.count)
}

/// The steps that were named, or all. What looks at the built site needs it built.
fn plan(arguments: &[String]) -> Result<Vec<Step>, Failure> {
    let named = arguments.iter().map(|name| name.parse()).collect::<Result<Vec<Step>, Failure>>()?;
    let needs_build = named.contains(&Step::Weight) || named.contains(&Step::EndToEnd);
    Ok(Step::ALL
        .into_iter()
        .filter(|step| named.is_empty() || named.contains(step) || (needs_build && *step == Step::Build))
        .collect())
}

fn sum_up(results: &[(Step, Result<(), Failure>)], count: Count) -> Result<(), Failure> {
    println!();
    for (step, result) in results {
        match result {
            Ok(()) => println!("  passed  {step}"),
            Err(why) => println!("  FAILED  {step}: {why}"),
        }
    }
    let failed = results.iter().filter(|(_, result)| result.is_err()).count();
    let passed = results.len() - failed;
    // Every test counts here, and every step that is not made of tests.
    println!("\n{} passed, {} failed", count.passed, count.failed);
    println!("xtask test: {passed} steps passed, {failed} failed");
    if failed == 0 {
        return Ok(());
    }
    let names: Vec<&str> = results.iter().filter(|(_, result)| result.is_err()).map(|(step, _)| step.name()).collect();
    Err(Failure::new(format!("not everything holds; `cargo xtask test {}` runs again what failed", names.join(" "))))
}

/// Where the steps are run.
struct Bench {
    workshop: Workshop,
    /// Not `dist/`: a test must not put its own build in the place of one to be deployed.
    dist: PathBuf,
    built: bool,
    count: Count,
}

impl Bench {
    fn new(workshop: Workshop) -> Self {
        Self { dist: workshop.target("test-dist"), workshop, built: false, count: Count::default() }
    }

    fn run(&mut self, step: Step) -> Result<(), Failure> {
        match step {
            Step::Fmt => self.fmt(),
            Step::Clippy => self.clippy(),
            Step::Unit => self.unit(),
            Step::Data => data::run(&["check".to_owned()]),
            Step::Wasm => self.wasm(),
            Step::Build => self.build(),
            Step::Weight => weight::check(self.site()?),
            Step::EndToEnd => self.end_to_end(),
        }
    }

    fn fmt(&self) -> Result<(), Failure> {
        self.workshop.component("rustfmt", "rustfmt")?;
        self.cargo(&["fmt", "--all", "--check"], "run `cargo fmt --all`")
    }

    fn clippy(&self) -> Result<(), Failure> {
        self.workshop.component("clippy", "cargo-clippy")?;
        self.workshop.wasm_target()?;
        let deny = ["--", "-D", "warnings"];
        let native = ["clippy", "--workspace", "--all-targets"];
        // Not all targets: the native tests use crates that are not there on wasm.
        let wasm =
            ["clippy", "--package=crosscut", "--target=wasm32-unknown-unknown", "--lib", "--bins", "--test=browser"];
        let mend = "mend what clippy names above";
        let native = self.cargo(&[&native[..], &deny].concat(), mend);
        let wasm = self.cargo(&[&wasm[..], &deny].concat(), mend);
        native.and(wasm)
    }

    fn unit(&mut self) -> Result<(), Failure> {
        let mut cargo = self.workshop.command("cargo");
        cargo.args(["test", "--workspace", "--no-fail-fast"]);
        self.tests(&mut cargo, "a test failed; its name and reason are above")
    }

    fn wasm(&mut self) -> Result<(), Failure> {
        self.workshop.wasm_target()?;
        let bin = self.workshop.wasm_bindgen()?;
        let browser = self.workshop.browser()?;
        let capabilities = self.workshop.target("webdriver.json");
        let written = fs::create_dir_all(self.workshop.target(""))
            .and_then(|()| fs::write(&capabilities, webdriver(&browser.chromium)));
        written.map_err(|error| Failure::new(format!("{} cannot be written: {error}", capabilities.display())))?;
        let mut cargo = self.workshop.command("cargo");
        cargo
            .args(["test", "--package=crosscut", "--test=browser"])
            .arg("--target=wasm32-unknown-unknown")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", bin.join("wasm-bindgen-test-runner"))
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
            .env("CHROMEDRIVER", browser.chromedriver);
        self.tests(&mut cargo, "a test in the browser failed; its name and reason are above")
    }

    fn build(&mut self) -> Result<(), Failure> {
        self.built = false;
        let build = Build { base: BASE.to_owned(), debug: false, dist: self.dist.clone() };
        build.run(&mut self.workshop)?;
        self.built = true;
        Ok(())
    }

    fn end_to_end(&mut self) -> Result<(), Failure> {
        let dist = self.site()?.clone();
        self.workshop.packages()?;
        let browser = self.workshop.browser()?;
        let folder = self.workshop.root().join("tests/e2e");
        let mut suites: Vec<PathBuf> = fs::read_dir(&folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
            .collect();
        suites.sort();
        if suites.is_empty() {
            return Err(Failure::new("there is no tests/e2e/*.test.mjs, so nothing was tested; restore them from git"));
        }
        let server = Server::start(&dist, BASE, 0)?;
        say(format!("serving the built site at {}", server.address()));
        let mut node = self.workshop.command("node");
        node.args(["--test", "--test-reporter=spec"])
            .args(suites)
            .env("BASE_URL", server.address())
            .env("CHROMIUM", browser.chromium);
        self.tests(&mut node, "a browser test failed; its name and reason are above")
    }

    fn site(&self) -> Result<&PathBuf, Failure> {
        if self.built { Ok(&self.dist) } else { Err(Failure::new("there is no built site to look at")) }
    }

    fn cargo(&self, arguments: &[&str], mend: &str) -> Result<(), Failure> {
        let done = setup::run(self.workshop.command("cargo").args(arguments));
        if done { Ok(()) } else { Err(Failure::new(mend)) }
    }

    /// Runs a command, shows what it prints and counts the tests in it.
    fn tests(&mut self, command: &mut Command, failed: &str) -> Result<(), Failure> {
        let failure = || Failure::new(failed);
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| Failure::new(format!("the tests could not be started: {error}")))?;
        if let Some(out) = child.stdout.take() {
            for line in io::BufReader::new(out).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line);
                println!("{line}");
                self.count += counted(&line);
            }
        }
        let status = child.wait().map_err(|_| failure())?;
        if status.success() { Ok(()) } else { Err(failure()) }
    }
}

/// The tests that a line sums up, as cargo's and node's runners write it.
fn counted(line: &str) -> Count {
    let mut count = Count::default();
    if let Some(result) = line.strip_prefix("test result: ") {
        let number = |word: &str| {
            let before = result.split(word).next().unwrap_or_default();
            let digits = before.trim().rsplit(' ').next().unwrap_or_default();
            digits.parse().unwrap_or_default()
        };
        count.passed = number("passed;");
        count.failed = number("failed;");
    } else if let Some(result) = line.strip_prefix("ℹ ") {
        match result.trim().split_once(' ') {
            Some(("pass", number)) => count.passed = number.parse().unwrap_or_default(),
            Some(("fail" | "cancelled", number)) => {
                count.failed = number.parse().unwrap_or_default();
            }
            _ => {}
        }
    }
    count
}

/// What the browser of the wasm tests is told: which program it is, and to keep off the network.
fn webdriver(chromium: &std::path::Path) -> String {
    // The runner adds `headless`, `no-sandbox` and `disable-dev-shm-usage` itself.
    json!({
        "goog:chromeOptions": {
            "binary": chromium,
            "args": [
                "disable-quic",
                "disable-background-networking",
                "disable-component-update",
                "disable-sync",
            ],
        }
    })
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(filters: &[&str]) -> String {
        let filters: Vec<String> = filters.iter().map(|&f| f.to_owned()).collect();
        match plan(&filters) {
            Ok(steps) => steps.into_iter().map(Step::name).collect::<Vec<_>>().join(" "),
            Err(failure) => failure.to_string(),
        }
    }

    #[test]
    fn named_steps_run_in_order_with_what_they_need() {
        assert_eq!(names(&[]), "fmt clippy unit data wasm build weight e2e");
        assert_eq!(names(&["clippy", "fmt"]), "fmt clippy");
        assert_eq!(names(&["e2e"]), "build e2e");
        assert_eq!(
            names(&["lint"]),
            "`test` has no step `lint`; the steps are fmt, clippy, unit, data, wasm, build, \
             weight, e2e"
        );
    }

    #[test]
    fn the_sums_of_cargo_and_node_are_read() {
        let count = |passed, failed| Count { passed, failed };
        let cargo = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured";
        assert_eq!(counted(cargo), count(12, 3));
        assert_eq!(counted("ℹ pass 7"), count(7, 0));
        assert_eq!(counted("ℹ fail 2"), count(0, 2));
        assert_eq!(counted("test a ... ok"), count(0, 0));
    }
}
