//! `build`: the whole site into `dist/`.
//!
//! 1. The data is checked and written, the fonts and the style sheet are made: `target/site`.
//! 2. Trunk builds the WebAssembly and takes in what index.html names: `target/stage`.
//! 3. The module and its glue are made small ([`module`]).
//! 4. The stage is finished: names by content, the placeholders of index.html, the hosts' files.
//! 5. The pages are rendered ahead ([`ahead`]).
//! 6. The stage takes the place of `dist/`. Until then the last good build stands.

use std::{
    fs, io,
    io::BufRead as _,
    path::{Path, PathBuf},
    process::Stdio,
};

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use crosscut::wire::{markup::escaped, settings_file::Settings};
use sha2::{Digest as _, Sha256, Sha384};

use crate::{Failure, ahead, data, flags::Flags, hosting, lean, module, say, setup::Workshop};

/// What to build, and where to.
#[derive(Debug, Clone)]
pub struct Build {
    /// The path the site will live under; begins and ends with a slash.
    pub base: String,
    pub debug: bool,
    pub dist: PathBuf,
}

/// The verb `build`.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let flags = Flags::read("build", arguments, false)?;
    let mut workshop = Workshop::open()?;
    let base = data::base(flags.base)?;
    let build = Build { base, debug: flags.debug, dist: workshop.root().join("dist") };
    build.run(&mut workshop)?;
    println!("The site is in dist/, for a host that serves it at {}", build.base);
    Ok(())
}

impl Build {
    /// Builds the site, with the set-up that it takes.
    pub fn run(&self, workshop: &mut Workshop) -> Result<(), Failure> {
        // Two builds at once would take each other's files away.
        let _alone = alone(&workshop.target("build.lock"))?;
        let site = workshop.target("site");
        let stage = workshop.target("stage");
        empty(&site)?;
        empty(&stage)?;

        say("checking the data");
        data::write_site(&site)?;
        let settings = data::settings()?;
        let style = workshop.root().join("style");
        let fonts = hash_fonts(&style.join("fonts"), &site.join("fonts"))?;
        let css = fonts.rename(&sheet(&style)?, "the style sheets")? + &data::sheet(settings.accent);
        write(&site.join("crosscut.css"), css)?;

        workshop.for_build(self.debug)?;
        let boot = site.join("boot.js");
        write(&boot, text(&workshop.root().join("src/boot.js"))?)?;
        self.minify(workshop, &boot, &[])?;
        let variables = data::variables(&settings);
        self.trunk(workshop, &stage, &variables)?;
        self.slim(workshop, &stage)?;
        self.finish(&site, &stage, &fonts, &settings)?;
        let accent = settings.accent.map(|(light, _)| light.to_string());
        ahead::write(workshop, &stage, &self.base, settings.address.as_deref(), accent.as_deref(), &variables)?;

        remove(&self.dist)?;
        fs::rename(&stage, &self.dist).map_err(|e| trouble("moved to dist", &stage, &e))
    }

    /// Makes the module and its glue smaller; a build without optimisation leaves them as they are.
    fn slim(&self, workshop: &Workshop, stage: &Path) -> Result<(), Failure> {
        for name in files(stage)?.iter().filter(|_| !self.debug) {
            // The glue has the module's name, but for its ending.
            let Some(glue) = name.strip_suffix("_bg.wasm").map(|stem| stage.join(format!("{stem}.js"))) else {
                continue;
            };
            module::slim(workshop, &stage.join(name), &glue)?;
            self.minify(workshop, &glue, &["--module"])?;
        }
        Ok(())
    }

    /// Makes a script smaller, in its place; a build without optimisation leaves it as it is. Trunk
    /// has a minifier, but it gives up on the syntax of wasm-bindgen's glue and of boot.js.
    fn minify(&self, workshop: &Workshop, script: &Path, options: &[&str]) -> Result<(), Failure> {
        if self.debug {
            return Ok(());
        }
        let mut terser = workshop.command("terser");
        // The functions of the scripts need no `this`, so they can all be arrows.
        let compress = ["--ecma", "2020", "--compress", "passes=3,unsafe_arrows=true", "--mangle"];
        terser.arg(script).args(compress).args(options).arg("--output").arg(script);
        let failed = || Failure::new(format!("{} could not be minified; what terser said is above", script.display()));
        if terser.status().map_err(|_| failed())?.success() { Ok(()) } else { Err(failed()) }
    }

    fn trunk(&self, workshop: &Workshop, stage: &Path, variables: &[(&str, String)]) -> Result<(), Failure> {
        say(if self.debug {
            "building the WebAssembly, without optimisation"
        } else {
            "building the WebAssembly (some minutes the first time)"
        });
        let release = format!("--release={}", !self.debug);
        let mut trunk = workshop.command("trunk");
        trunk
            .args(["build", "--offline", "--skip-version-check", "--log", "warn"])
            .args([&release, "--public-url", &self.base, "--dist"])
            .arg(stage)
            .envs(variables.iter().map(|(name, value)| (name, value)))
            // Trunk exits with status 2 where NO_COLOR is `1`.
            .env_remove("NO_COLOR")
            // Where trunk's own code failed helps nobody here.
            .env_remove("RUST_BACKTRACE")
            .stdout(Stdio::piped());
        if !self.debug {
            lean::with_std(&mut trunk);
        }
        let failed = || Failure::new("the site could not be built; what the compiler or trunk said is above");
        let mut child = trunk.spawn().map_err(|_| failed())?;
        if let Some(out) = child.stdout.take() {
            for line in io::BufReader::new(out).lines().map_while(Result::ok) {
                // Trunk's minifier does not know the syntax of wasm-bindgen's glue and leaves it as
                // it is. Nothing to do about it, and nothing lost but a kilobyte.
                if !line.contains("Failed to minify JS") {
                    eprintln!("{line}");
                }
            }
        }
        let status = child.wait().map_err(|_| failed())?;
        if status.success() { Ok(()) } else { Err(failed()) }
    }

    /// Does what trunk leaves undone. From here on no style, script or module is changed, only
    /// renamed: their integrity is written in the page.
    fn finish(&self, site: &Path, stage: &Path, fonts: &Fonts, settings: &Settings) -> Result<(), Failure> {
        let page = stage.join("index.html");
        let mut html = text(&page)?;
        let mut hashed: Vec<String> = Vec::new();
        let (mut glue, mut wasm) = (None, None);
        for name in files(stage)? {
            let Some(new) = name_by_content(&name, &bytes(&stage.join(&name))?) else {
                continue;
            };
            let (from, to) = (stage.join(&name), stage.join(&new));
            fs::rename(&from, &to).map_err(|e| trouble("renamed", &from, &e))?;
            html = html.replace(&name, &new);
            if has_extension(&new, "wasm") {
                // The glue has the module's name, but for its ending.
                glue = name.strip_suffix("_bg.wasm").map(|stem| format!("{stem}.js"));
                wasm = Some(new.clone());
            }
            hashed.push(new);
        }
        hashed.extend(fonts.0.iter().map(|font| format!("fonts/{}", font.hashed)));

        let none = || Failure::new("trunk left no module with its glue; see index.html");
        let wasm = wasm.ok_or_else(none)?;
        let glue = glue.ok_or_else(none)?;
        let module = bytes(&stage.join(&wasm))?;
        let glue = hashed.iter().find(|name| same_but_hash(name, &glue)).ok_or_else(none)?;
        let index = bytes(&site.join("data/index.json"))?;

        html = fonts.rename(&html, "index.html")?;
        html = attribute(&html, "%POLICY%", hosting::POLICY);
        html = attribute(&html, "%WASM_INTEGRITY%", &integrity(&module));
        html = attribute(&html, "%GLUE_INTEGRITY%", &integrity(&bytes(&stage.join(glue))?));
        html = attribute(&html, "%NAME%", &escaped(&settings.name));
        html = html
            .replace("%TAGLINE%", &escaped(&settings.tagline))
            .replace("%MARK%", &escaped(&settings.mark).replacen('/', "<i>/</i>", 1))
            .replace("%BASE%", &self.base)
            .replace("%INDEX_HASH%", &short_hash(&index))
            .replace("%WASM%", &wasm)
            .replace("%WASM_SIZE%", &module.len().to_string())
            .replace("%GLUE%", glue);
        if let Some(left) = placeholder(&html) {
            return Err(Failure::new(format!(
                "index.html has the placeholder {left}, which the build does not know; see \
                 Build::finish in xtask/src/site.rs"
            )));
        }

        write(&page, &html)?;
        // What hosts answer unknown addresses with; the app then says what is unknown.
        write(&stage.join("404.html"), &html)?;
        // Without this GitHub Pages runs the site through Jekyll.
        write(&stage.join(".nojekyll"), "")?;
        write(&stage.join("robots.txt"), "User-agent: *\nAllow: /\n")?;
        write(&stage.join("_headers"), hosting::headers(&self.base, &hashed))
    }
}

/// One font file: its plain name, and its name with a hash of its content.
#[derive(Debug)]
struct Font {
    plain: String,
    hashed: String,
}

#[derive(Debug)]
struct Fonts(Vec<Font>);

impl Fonts {
    /// Style sheets and index.html name fonts plainly (`fonts/a.woff2`); here they get the names
    /// that hosts may keep for ever.
    fn rename(&self, text: &str, whose: &str) -> Result<String, Failure> {
        let renamed = self.0.iter().fold(text.to_owned(), |text, font| {
            text.replace(&format!("fonts/{}", font.plain), &format!("fonts/{}", font.hashed))
        });
        for (at, _) in renamed.match_indices("fonts/") {
            let name = renamed.get(at + 6..).unwrap_or_default();
            let end = name.find(['"', '\'', ')', '>', ' ']).unwrap_or(name.len());
            let name = name.get(..end).unwrap_or_default();
            let unknown = self.0.iter().all(|font| font.hashed != name);
            if unknown && has_extension(name, "woff2") {
                return Err(Failure::new(format!(
                    "{whose} name the font {name}, which is not in style/fonts; add the file or \
                     correct the name"
                )));
            }
        }
        Ok(renamed)
    }
}

fn hash_fonts(from: &Path, to: &Path) -> Result<Fonts, Failure> {
    make(to)?;
    let mut fonts = Vec::new();
    let names = if from.is_dir() { files(from)? } else { Vec::new() };
    for plain in names {
        let content = bytes(&from.join(&plain))?;
        if let Some(stem) = plain.strip_suffix(".woff2") {
            let hashed = format!("{stem}-{}.woff2", short_hash(&content));
            write(&to.join(&hashed), content)?;
            fonts.push(Font { plain, hashed });
        } else if has_extension(&plain, "txt") {
            // The fonts' licences ask to go where the fonts go.
            write(&to.join(&plain), content)?;
        }
    }
    Ok(Fonts(fonts))
}

/// All style sheets in one, in the order of the cascade's layers. Written as many files, served as
/// one: it loads faster than twenty would, and it compresses better.
fn sheet(style: &Path) -> Result<String, Failure> {
    const FIRST: [&str; 6] = ["layers.css", "fonts.css", "reset.css", "tokens.css", "base.css", "layout.css"];
    const LAST: [&str; 1] = ["print.css"];
    let sheets = |folder: &Path| -> Result<Vec<String>, Failure> {
        let mut names = files(folder)?;
        names.retain(|name| has_extension(name, "css"));
        Ok(names)
    };
    let there = sheets(style)?;
    if let Some(stray) = there.iter().find(|name| !FIRST.contains(&name.as_str()) && !LAST.contains(&name.as_str())) {
        return Err(Failure::new(format!(
            "style/{stray} has no place in the order of the sheets; move it to style/components or \
             add it to `sheet` in xtask/src/site.rs"
        )));
    }
    let components = style.join("components");
    let mut order: Vec<PathBuf> = Vec::new();
    order.extend(FIRST.map(|name| style.join(name)));
    if components.is_dir() {
        order.extend(sheets(&components)?.into_iter().map(|n| components.join(n)));
    }
    order.extend(LAST.map(|name| style.join(name)));

    let mut all = String::new();
    for path in order.iter().filter(|path| path.is_file()) {
        all.push_str(&text(path)?);
        all.push('\n');
    }
    Ok(all)
}

/// `crosscut-<trunk's hash>_bg.wasm` with a hash of what the file holds; none for other files.
///
/// Trunk names the module after what cargo built, so a new wasm-opt makes another file of the same
/// name. A browser that keeps the old one for ever would find its integrity wrong.
fn name_by_content(name: &str, content: &[u8]) -> Option<String> {
    let hashable = ["css", "js", "wasm", "svg"].iter().any(|extension| has_extension(name, extension));
    let (stem, end) = name.rsplit_once('.').filter(|_| hashable)?;
    let (stem, end) = match stem.strip_suffix("_bg") {
        Some(stem) => (stem, format!("_bg.{end}")),
        None => (stem, format!(".{end}")),
    };
    let (stem, _) = stem.rsplit_once('-')?;
    Some(format!("{stem}-{}{end}", short_hash(content)))
}

fn same_but_hash(one: &str, other: &str) -> bool {
    let plain = |name: &str| -> Option<(String, String)> {
        let (stem, end) = name.rsplit_once('.')?;
        Some((stem.rsplit_once('-')?.0.to_owned(), end.to_owned()))
    };
    plain(one).is_some() && plain(one) == plain(other)
}

/// Fills a placeholder that is the whole of an attribute's value. The minifier takes the quotes off
/// a value that needs none; what is filled in needs them.
fn attribute(html: &str, placeholder: &str, value: &str) -> String {
    html.replace(&format!("={placeholder}"), &format!("=\"{value}\"")).replace(placeholder, value)
}

/// The first `%PLACEHOLDER%` in a text, also where trunk has escaped it, as it does in its own elements.
fn placeholder(html: &str) -> Option<String> {
    let html = html.replace("&#x25;", "%").replace("&#x5F;", "_");
    let mut parts = html.split('%').skip(1);
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_uppercase() || b == b'_');
    parts.find(|part| is_name(part)).map(|name| format!("%{name}%"))
}

/// Sixteen hexadecimal digits of SHA-256.
fn short_hash(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    let digits = digest.iter().take(8).map(|byte| format!("{byte:02x}"));
    digits.collect()
}

/// A value for the `integrity` attribute.
fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(Sha384::digest(content)))
}

fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == extension)
}

/// The names of the files in a directory, sorted.
fn files(directory: &Path) -> Result<Vec<String>, Failure> {
    let unread = |e: io::Error| trouble("read", directory, &e);
    let mut names = Vec::new();
    for entry in fs::read_dir(directory).map_err(unread)? {
        let entry = entry.map_err(unread)?;
        if entry.file_type().map_err(unread)?.is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// Waits until no other command builds, and keeps others waiting for as long as the file is held.
fn alone(lock: &Path) -> Result<fs::File, Failure> {
    let unlocked = |e: io::Error| trouble("locked", lock, &e);
    make(lock.parent().unwrap_or(lock))?;
    let file = fs::File::create(lock).map_err(unlocked)?;
    if file.try_lock().is_err() {
        say("another command is building the site; waiting for it");
        file.lock().map_err(unlocked)?;
    }
    Ok(file)
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|e| trouble("read", path, &e))
}

fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|e| trouble("read", path, &e))
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    fs::write(path, content).map_err(|e| trouble("written", path, &e))
}

fn make(directory: &Path) -> Result<(), Failure> {
    fs::create_dir_all(directory).map_err(|e| trouble("made", directory, &e))
}

fn remove(directory: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(directory) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(trouble("removed", directory, &error)),
        _ => Ok(()),
    }
}

fn empty(directory: &Path) -> Result<(), Failure> {
    remove(directory)?;
    make(directory)
}

fn trouble(done: &str, path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("{} cannot be {done}: {error}", path.display()))
}

#[cfg(test)]
mod tests;
