//! Pages rendered ahead: each film, comparison and reviewer as a file that can be read as it is.
//!
//! The crate `xtask/ahead` draws them with the app's own components. Here it is told what only a browser or
//! node knows, the names of countries and languages, and run.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::{Failure, data, say, setup::Workshop};

/// Prints the names of all codes of a site's films, `region⇥KR⇥South Korea` a line, as browsers name them.
const NAMES: &str = "
const { readdirSync, readFileSync } = require('node:fs');
const folder = process.argv[1];
const names = new Map();
for (const file of readdirSync(folder)) {
  const film = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  for (const [type, codes] of [['region', film.countries], ['language', film.languages]]) {
    for (const code of codes) {
      try { names.set(`${type}\\t${code}`, new Intl.DisplayNames('en', { type }).of(code)); } catch { /* No code: it is shown as it is. */ }
    }
  }
}
for (const [code, name] of names) console.log(`${code}\\t${name}`);
";

/// Writes the pages of a finished site beside its `index.html`.
pub fn write(
    workshop: &Workshop,
    site: &Path,
    base: &str,
    address: Option<&str>,
    accent: Option<&str>,
    variables: &[(&str, String)],
) -> Result<(), Failure> {
    say("rendering the pages ahead");
    let films = site.join("data/films");
    let names = workshop.command("node").arg("-e").arg(NAMES).arg(&films).stderr(Stdio::inherit()).output();
    // Without node codes are shown in place of names; only a build without optimisation goes without it.
    let names = names.ok().filter(|it| it.status.success()).map(|it| it.stdout).unwrap_or_default();
    let list = names_file(workshop);
    std::fs::write(&list, names).map_err(|e| Failure::new(format!("{} cannot be written: {e}", list.display())))?;
    let mut ahead = program(workshop, variables);
    ahead.arg(site).arg(base).arg(&list);
    let here = address.filter(|address| data::path_of(address) == base);
    if let (Some(address), None) = (address, here) {
        say(format!("no sitemap, feed or whole addresses: the site’s own address, {address}, is not under {base}"));
    }
    ahead.args([here.unwrap_or("-"), accent.unwrap_or("-")]);
    let failed = || Failure::new("the pages could not be rendered ahead; what went wrong is above");
    let done = ahead.stderr(Stdio::inherit()).output().map_err(|_| failed())?;
    if !done.status.success() {
        return Err(failed());
    }
    say(format!("{} pages rendered ahead", String::from_utf8_lossy(&done.stdout).trim()));
    Ok(())
}

/// Writes the catalogue's page of made-up data into their folder, in the frame of a site that is built.
pub fn catalogue(workshop: &Workshop, site: &Path, base: &str, folder: &Path) -> Result<(), Failure> {
    let variables = data::variables(&data::settings()?);
    let mut ahead = program(workshop, &variables);
    ahead
        .arg("catalogue")
        .arg(site.join("404.html"))
        .arg(folder.join("index.json"))
        .arg(base)
        .arg(names_file(workshop));
    let done = ahead.stderr(Stdio::inherit()).output().ok().filter(|it| it.status.success());
    let done =
        done.ok_or_else(|| Failure::new("the catalogue could not be rendered ahead; what went wrong is above"))?;
    let page = folder.join("index.html");
    std::fs::write(&page, done.stdout).map_err(|e| Failure::new(format!("{} cannot be written: {e}", page.display())))
}

/// The program that renders, without what it is to render.
fn program(workshop: &Workshop, variables: &[(&str, String)]) -> Command {
    let mut program = workshop.command("cargo");
    program.args(["run", "--quiet", "--locked", "--package", "ahead", "--"]);
    program.envs(variables.iter().map(|(name, value)| (name, value)));
    program
}

fn names_file(workshop: &Workshop) -> PathBuf {
    workshop.target("names.tsv")
}
