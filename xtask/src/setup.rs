//! Gets what a command needs: the wasm target, trunk, wasm-bindgen, the npm packages, a browser.
//!
//! What is there at the right version is used, wherever it stands. A cargo tool of which no version
//! is installed goes into the user's own cargo bin; where another version stands, ours goes under
//! `target/tools`, so that nobody's tools are changed under them. Each function is cheap when there
//! is nothing to do, so every command calls what it needs, every time.

use std::{
    env,
    ffi::{OsStr, OsString},
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

mod browser;

use crate::{Failure, lean, say};

const TRUNK: &str = "0.21.14";
const WASM_TARGET: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;

/// The repository and the directories that are put before the user's PATH for what runs in it.
#[derive(Debug, Clone)]
pub struct Workshop {
    root: PathBuf,
    tools: Vec<PathBuf>,
}

impl Workshop {
    /// The repository that this very command stands in.
    pub fn open() -> Result<Self, Failure> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| OsString::from(env!("CARGO_MANIFEST_DIR")));
        let root = Path::new(&manifest)
            .parent()
            .ok_or_else(|| Failure::new("the repository was not found; run `cargo xtask` in it"))?;
        Ok(Self { root: root.to_owned(), tools: Vec::new() })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path in `target/`. Not cargo's own idea of it: these are ours, and index.html names one.
    pub fn target(&self, name: &str) -> PathBuf {
        self.root.join("target").join(name)
    }

    /// A command that runs in the repository and finds our tools first.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let user = env::var_os("PATH").unwrap_or_default();
        // wasm-opt is the one of the npm packages: others that lie about are often too old.
        let path = std::iter::once(self.root.join("node_modules/.bin"))
            .chain(self.tools.iter().cloned())
            .chain(env::split_paths(&user));
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        // A PATH that cannot be joined holds a separator inside a name: leave the user's as it is.
        if let Ok(path) = env::join_paths(path) {
            command.env("PATH", path);
        }
        command
    }

    /// All that the build needs; what can fail at once comes before what takes minutes. Without
    /// optimisation there is no wasm-opt, so no node either.
    pub fn for_build(&mut self, debug: bool) -> Result<(), Failure> {
        self.wasm_target()?;
        if !debug {
            self.packages()?;
            self.std_source()?;
        }
        self.crates(debug)?;
        self.trunk()?;
        self.wasm_bindgen()?;
        Ok(())
    }

    /// The standard library for WebAssembly. rust-toolchain.toml asks for it, but rustup is not
    /// always allowed to act on that by itself (`RUSTUP_AUTO_INSTALL=0`).
    pub fn wasm_target(&self) -> Result<(), Failure> {
        if self.sysroot()?.join("lib/rustlib").join(WASM_TARGET).is_dir() {
            return Ok(());
        }
        say("adding the WebAssembly target to the Rust toolchain");
        self.rustup(&["target", "add", WASM_TARGET])
    }

    /// The source of the standard library, which is built along with the site ([`lean`]).
    fn std_source(&self) -> Result<(), Failure> {
        if self.sysroot()?.join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
            return Ok(());
        }
        say("adding the source of the standard library to the Rust toolchain");
        self.rustup(&["component", "add", "rust-src"])
    }

    /// rustfmt or clippy, by the name of its component.
    pub fn component(&self, name: &str, program: &str) -> Result<(), Failure> {
        let program = format!("{program}{}", env::consts::EXE_SUFFIX);
        if self.sysroot()?.join("bin").join(program).is_file() {
            return Ok(());
        }
        say(format!("adding {name} to the Rust toolchain"));
        self.rustup(&["component", "add", name])
    }

    /// `wasm-bindgen` and `wasm-bindgen-test-runner`, of the very version of the crate.
    /// Returns the directory they stand in.
    pub fn wasm_bindgen(&mut self) -> Result<PathBuf, Failure> {
        let lock = self.root.join("Cargo.lock");
        let version = fs::read_to_string(lock)
            .ok()
            .and_then(|lock| locked_version(&lock, "wasm-bindgen"))
            .ok_or_else(|| Failure::new("Cargo.lock does not name a version of wasm-bindgen; restore it from git"))?;
        self.cargo_tool("wasm-bindgen", "wasm-bindgen-cli", &version, &|found| found == version)
    }

    /// The npm packages of the build and the tests.
    pub fn packages(&self) -> Result<(), Failure> {
        self.packages_in("")
    }

    /// The packages of a folder's package-lock.json: installed anew when it has changed since.
    pub fn packages_in(&self, folder: &str) -> Result<(), Failure> {
        self.node()?;
        let file = Path::new(folder).join("package-lock.json").display().to_string();
        let folder = self.root.join(folder);
        let stamp = folder.join("node_modules/.crosscut-lock");
        let lock = fs::read(self.root.join(&file))
            .map_err(|error| Failure::new(format!("{file} cannot be read ({error}); restore it from git")))?;
        if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
            return Ok(());
        }
        say(format!("installing the npm packages of {file} into node_modules"));
        let mut npm = self.command(npm());
        npm.current_dir(&folder).args(["ci", "--no-audit", "--no-fund"]);
        if !run(&mut npm) {
            return Err(Failure::new(
                "the npm packages could not be installed (npm's own words are above); \
                 check that npm is there and that the network or npm's registry can be reached",
            ));
        }
        fs::write(&stamp, lock)
            .map_err(|error| Failure::new(format!("{} cannot be written: {error}", stamp.display())))?;
        Ok(())
    }

    /// Trunk runs without the network, so all crates of Cargo.lock must be here beforehand, and
    /// those of the standard library where it is built along.
    fn crates(&self, debug: bool) -> Result<(), Failure> {
        let fetch = |options: &[&str]| {
            let mut cargo = self.command("cargo");
            cargo.args(["fetch", "--locked"]).args(options);
            if !debug {
                lean::with_std(cargo.args(["--target", WASM_TARGET]));
            }
            cargo
        };
        if output(&mut fetch(&["--offline", "--quiet"])).is_some() {
            return Ok(());
        }
        say("fetching the crates of Cargo.lock");
        if run(&mut fetch(&[])) {
            return Ok(());
        }
        Err(Failure::new(
            "the crates of Cargo.lock could not be fetched (cargo's own words are above); \
             check that crates.io or your mirror of it can be reached",
        ))
    }

    fn trunk(&mut self) -> Result<(), Failure> {
        // The same range as in Trunk.toml.
        let fits = |found: &str| ([0, 21, 14]..[0, 23, 0]).contains(&numbers(found));
        self.cargo_tool("trunk", "trunk", TRUNK, &fits)?;
        Ok(())
    }

    fn node(&self) -> Result<(), Failure> {
        let found = output(self.command("node").arg("--version")).unwrap_or_default();
        let [major, ..] = numbers(found.trim().trim_start_matches('v'));
        if major >= OLDEST_NODE {
            return Ok(());
        }
        let state = match found.trim() {
            "" => "was not found".to_owned(),
            version => format!("is {version}"),
        };
        Err(Failure::new(format!(
            "node {state}, and version {OLDEST_NODE} or newer is needed with npm; install it from \
             https://nodejs.org or your system's packages"
        )))
    }

    /// Finds or installs a cargo tool and puts the directory it stands in first.
    fn cargo_tool(
        &mut self,
        program: &str,
        package: &str,
        version: &str,
        fits: &dyn Fn(&str) -> bool,
    ) -> Result<PathBuf, Failure> {
        if let Some(directory) = self.tool_that(program, fits) {
            self.first(directory.clone());
            return Ok(directory);
        }
        let mut install = vec!["install", package, "--version", version];
        let private = self.target("tools").display().to_string();
        if self.all(program).next().is_none() {
            say(format!("installing {package} {version} with cargo (some minutes, once)"));
        } else {
            say(format!(
                "another version of {package} is installed; building {version} into target/tools \
                 (some minutes, once)"
            ));
            install.extend(["--root", &private, "--force"]);
        }
        // Not every mirror has the newest version of every dependency, so the tool's own lock file
        // cannot always be followed. On the other hand the newest do not always fit together.
        let installed = self.install(&install, true) || self.install(&install, false);
        match self.tool_that(program, fits).filter(|_| installed) {
            Some(directory) => {
                self.first(directory.clone());
                Ok(directory)
            }
            None => Err(Failure::new(format!(
                "{package} {version} could not be installed (cargo's own words are above); check \
                 that crates.io can be reached and a C compiler is there, or install it by hand \
                 with `cargo install {package} --version {version}`"
            ))),
        }
    }

    fn install(&self, arguments: &[&str], locked: bool) -> bool {
        let mut cargo = self.command("cargo");
        cargo
            .args(arguments)
            // Trunk's own profile takes three times as long, for a tool that waits on others.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            // Into the user's cargo home, not into a build directory that is set for this build.
            .env_remove("CARGO_TARGET_DIR");
        if locked {
            cargo.arg("--locked");
        }
        run(&mut cargo)
    }

    /// The directory of the first tool of that name whose version fits.
    fn tool_that(&self, program: &str, fits: &dyn Fn(&str) -> bool) -> Option<PathBuf> {
        self.all(program).find_map(|path| {
            let said = output(Command::new(&path).arg("--version"))?;
            fits(said.split_whitespace().nth(1)?).then(|| path.parent().map(Path::to_owned))?
        })
    }

    /// Every program of that name: ours, on PATH, in cargo's bin.
    fn all(&self, program: &str) -> impl Iterator<Item = PathBuf> {
        let file = format!("{program}{}", env::consts::EXE_SUFFIX);
        let user = env::var_os("PATH").unwrap_or_default();
        let mut directories = vec![self.target("tools").join("bin")];
        directories.extend(env::split_paths(&user));
        directories.extend(cargo_bin());
        directories.into_iter().map(move |directory| directory.join(&file)).filter(|path| path.is_file())
    }

    fn first(&mut self, directory: PathBuf) {
        self.tools.retain(|known| *known != directory);
        self.tools.insert(0, directory);
    }

    fn sysroot(&self) -> Result<PathBuf, Failure> {
        output(self.command("rustc").args(["--print", "sysroot"]))
            .map(|path| PathBuf::from(path.trim()))
            .ok_or_else(|| Failure::new("rustc does not run; install Rust with https://rustup.rs and try again"))
    }

    fn rustup(&self, arguments: &[&str]) -> Result<(), Failure> {
        if run(self.command("rustup").args(arguments)) {
            return Ok(());
        }
        Err(Failure::new(format!(
            "`rustup {}` did not succeed (its own words are above); check that rustup is installed \
             (https://rustup.rs) and that static.rust-lang.org can be reached",
            arguments.join(" ")
        )))
    }
}

/// Runs a command in view of the user; false where it fails or cannot be started.
pub fn run(command: &mut Command) -> bool {
    match command.status() {
        Ok(status) => status.success(),
        Err(error) => {
            let program = Path::new(command.get_program()).display().to_string();
            let state = match error.kind() {
                io::ErrorKind::NotFound => "was not found".to_owned(),
                _ => format!("could not be started: {error}"),
            };
            say(format!("{program} {state}"));
            false
        }
    }
}

/// What a command prints, where it succeeds.
fn output(command: &mut Command) -> Option<String> {
    let out = command.stdin(Stdio::null()).output().ok()?;
    (out.status.success()).then(|| String::from_utf8_lossy(&out.stdout).into_owned())
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

fn cargo_bin() -> Option<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"))?;
        Some(Path::new(&home).join(".cargo"))
    })?;
    Some(home.join("bin"))
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let (_, after) = lock.split_once(&format!("name = \"{package}\"\n"))?;
    let line = after.lines().next()?;
    let version = line.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

/// `0.21.14` as numbers, for comparison; a pre-release counts as its release.
fn numbers(version: &str) -> [u32; 3] {
    let release = version.split(['-', '+']).next().unwrap_or_default();
    let mut parts = release.split('.').map(str::parse);
    [(); 3].map(|()| parts.next().and_then(Result::ok).unwrap_or_default())
}

#[cfg(test)]
mod tests;
