//! Pages rendered ahead: each film, comparison and reviewer as a file that can be read as it is.
//!
//! The crate `xtask/ahead` draws them with the app's own components. Here it is told what only a browser or
//! node knows, the names of countries and languages, and run.

use std::{path::Path, process::Stdio};

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
    let list = workshop.target("names.tsv");
    std::fs::write(&list, names).map_err(|e| Failure::new(format!("{} cannot be written: {e}", list.display())))?;
    let mut ahead = workshop.command("cargo");
    ahead.args(["run", "--quiet", "--locked", "--package", "ahead", "--"]).arg(site).arg(base).arg(&list);
    let here = address.filter(|address| data::path_of(address) == base);
    if let (Some(address), None) = (address, here) {
        say(format!("no sitemap, feed or whole addresses: the site’s own address, {address}, is not under {base}"));
    }
    ahead.args([here.unwrap_or("-"), accent.unwrap_or("-")]).envs(variables.iter().map(|(name, value)| (name, value)));
    let failed = || Failure::new("the pages could not be rendered ahead; what went wrong is above");
    let done = ahead.stderr(Stdio::inherit()).output().map_err(|_| failed())?;
    if !done.status.success() {
        return Err(failed());
    }
    say(format!("{} pages rendered ahead", String::from_utf8_lossy(&done.stdout).trim()));
    Ok(())
}
