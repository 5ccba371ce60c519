//! The weight of a page: what a first visit downloads before it can show anything, compressed.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::Failure;

/// The most that HTML, CSS, JavaScript and WebAssembly may weigh together, in bytes of brotli 11.
/// It was 187,000 until reviews were searched word by word; it is to come down again, to 130,000. Some 6,000 of it
/// are the first films of the catalogue, which so are on the screen before the module is there. How well the module
/// compresses is luck by 1,500 bytes: 55 more of it have made 1,800, and 64 bytes of nothing before it took them away.
const LIMIT: usize = 250_000;

/// Prints the weight of each file, and fails where they are too heavy together. Fonts and data are
/// not counted: the page is there before them.
pub fn check(dist: &Path) -> Result<(), Failure> {
    let mut paths = Vec::new();
    collect(dist, &mut paths);
    paths.sort();
    let mut total = (0, 0);
    println!("{:>9}  {:>9}  file", "bytes", "brotli 11");
    for path in paths {
        let content =
            fs::read(&path).map_err(|error| Failure::new(format!("{} cannot be read: {error}", path.display())))?;
        let packed = brotli(&content)?;
        total = (total.0 + content.len(), total.1 + packed);
        let name = path.strip_prefix(dist).unwrap_or(&path);
        println!("{:>9}  {packed:>9}  {}", content.len(), name.display());
    }
    println!("{:>9}  {:>9}  together", total.0, total.1);
    if total.1 > LIMIT {
        return Err(Failure::new(format!(
            "the page weighs {} bytes compressed, {} more than the {LIMIT} it may; look for what \
             grew in the table above",
            total.1,
            total.1 - LIMIT
        )));
    }
    println!("{:>9}  {:>9}  allowed", "", LIMIT);
    Ok(())
}

fn collect(directory: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found);
        } else if counts(&path) {
            found.push(path);
        }
    }
}

/// A visit loads one page of the site, and the index page is as heavy as any.
fn counts(path: &Path) -> bool {
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
    ["css", "js", "wasm"].contains(&extension) || path.ends_with("index.html")
}

/// How many bytes of brotli 11 some content is.
pub fn brotli(content: &[u8]) -> Result<usize, Failure> {
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut packed = Vec::new();
    let mut content = content;
    brotli::BrotliCompress(&mut content, &mut packed, &best)
        .map_err(|error| Failure::new(format!("brotli cannot compress a file: {error}")))?;
    Ok(packed.len())
}
