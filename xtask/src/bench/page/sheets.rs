//! What each style sheet costs in the one that visitors download.

use std::{
    fs,
    ops::Range,
    path::{Path, PathBuf},
};

use super::cost::{saved, shares};
use crate::{Failure, setup::Workshop, weight::brotli};

/// Prints what each sheet of `style/` costs.
///
/// The build makes one sheet of all and the minifier leaves no trace of which was which. So here each is without
/// its comments and its room, much as the minifier leaves it, and what it costs among them is told as a share of
/// what visitors download.
pub fn print(workshop: &Workshop, dist: &Path) -> Result<(), Failure> {
    let style = workshop.root().join("style");
    let mut paths = [sheets_in(&style)?, sheets_in(&style.join("components"))?].concat();
    paths.sort();
    let mut all = String::new();
    let mut places: Vec<Vec<Range<usize>>> = Vec::new();
    for path in &paths {
        let text = fs::read_to_string(path).map_err(|error| unread(path, &error))?;
        let from = all.len();
        all.push_str(&squeezed(&text));
        let place = from..all.len();
        places.push(vec![place]);
    }
    let built = sheets_in(dist)?;
    let [built] = built.as_slice() else {
        return Err(Failure::new(format!("{} has {} style sheets, not one", dist.display(), built.len())));
    };
    let built = fs::read(built).map_err(|error| unread(built, &error))?;
    let whole = brotli(&built)?;
    let saved = saved(all.as_bytes(), &places)?;
    let shares = shares(whole, &saved);
    let mut order: Vec<usize> = (0..paths.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(shares[*at]));
    println!(
        "\nWhat the style sheet’s {} bytes, {whole} of brotli 11, are of, by its sources without comments\n\n    \
         bytes     saved     share  sheet",
        built.len()
    );
    let row = |bytes: usize, saved: usize, share: usize, name: &str| {
        println!("{bytes:>9}  {saved:>8}  {share:>8}  {name}");
    };
    for at in order {
        let name = paths[at].strip_prefix(&style).unwrap_or(&paths[at]).display().to_string();
        row(places[at].iter().map(Range::len).sum(), saved[at], shares[at], &name);
    }
    row(all.len(), saved.iter().sum(), shares.iter().sum(), "together");
    Ok(())
}

fn sheets_in(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| unread(folder, &error))?;
    let paths = entries.flatten().map(|entry| entry.path());
    Ok(paths.filter(|path| path.extension().is_some_and(|extension| extension == "css")).collect())
}

fn unread(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{} cannot be read: {error}", path.display()))
}

/// A sheet without comments, with one blank where there were several, and none beside most signs.
fn squeezed(sheet: &str) -> String {
    let mut text = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // A blank before a colon means something in a selector.
    for sign in ["{ ", " {", " }", "} ", "; ", ", ", ": "] {
        text = text.replace(sign, sign.trim());
    }
    text.replace(";}", "}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_room_are_left_out() {
        let sheet =
            "/* A card. */\n.card {\n  color: red; /* or so */\n\n  margin: 0 auto;\n}\n.card :hover { a: b }\n";
        assert_eq!(squeezed(sheet), ".card{color:red;margin:0 auto}.card :hover{a:b}");
        assert_eq!(squeezed("a{b:c}/* to the end"), "a{b:c}");
    }
}
