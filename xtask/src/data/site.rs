//! The data as the site serves it.

use std::path::Path;

use crosscut::{
    domain::{
        catalog::Catalog,
        film::{Film, Listing},
        text::title_key,
    },
    wire::{film_file::FilmFile, index::write_index, reviewers_file::ReviewerFile},
};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::{
    own_folder, report,
    schemas::{self, put},
    survey::Survey,
    texts::TextFiles,
};
use crate::Failure;

/// How many hexadecimal digits of a film file's hash are in its address.
const HASH_DIGITS: usize = 12;

/// Checks the sources and writes what the site serves of them into `data/` of a folder: the index,
/// the reviewers, every film, the schemas. Where the sources are not sound, all that is wrong is
/// printed and nothing is written.
pub fn write_site(out: &Path) -> Result<(), Failure> {
    let survey = Survey::of(&own_folder()?)?;
    if !survey.problems.is_empty() {
        return report(&survey);
    }
    for (name, text) in files(survey)? {
        let path = out.join("data").join(&name);
        put(&path, &path.display().to_string(), &text)?;
    }
    Ok(())
}

/// Every file below `data/`, with its text.
fn files(survey: Survey) -> Result<Vec<(String, String)>, Failure> {
    let mut sorted = survey.films;
    sorted.sort_by_cached_key(|film| (title_key(&film.title), film.year, film.slug.clone()));
    let mut files = Vec::with_capacity(sorted.len() + 4);
    let mut listings = Vec::with_capacity(sorted.len());
    for film in &sorted {
        let text = json(&FilmFile::from(film))?;
        let name = format!("films/{}.json", film.slug);
        listings.push(listing(film, &name, &text));
        files.push((name, text));
    }
    let reviewers: Vec<ReviewerFile> = survey.reviewers.iter().map(ReviewerFile::from).collect();
    let mut texts = TextFiles::default();
    let mut file = |name: &str, content| files.push((name.to_owned(), content));
    for film in sorted {
        texts.add(film, &mut file);
    }
    let texts = texts.finish(&mut file);
    files.push(("reviewers.json".to_owned(), json(&reviewers)?));
    let index = write_index(&Catalog::new(listings, survey.reviewers, Vec::new()).with_texts(texts))
        .map_err(|e| unwritten(&e))?;
    files.push(("index.json".to_owned(), index));
    files.extend(schemas::files()?.map(|(name, text)| (name.to_owned(), text)));
    Ok(files)
}

/// A film in the index. The hash is in the address of its file, so that a changed film is fetched
/// anew and an unchanged one never.
fn listing(film: &Film, name: &str, text: &str) -> Listing {
    film.listing(versioned(name, text))
}

/// The address of a file with the hash of its content.
pub(super) fn versioned(name: &str, content: &str) -> String {
    let hash = Sha256::digest(content);
    let digits = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(u32::from);
    let version: String = digits.filter_map(|digit| char::from_digit(digit, 16)).take(HASH_DIGITS).collect();
    format!("{name}?v={version}")
}

fn json(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|e| unwritten(&e))
}

fn unwritten(error: &serde_json::Error) -> Failure {
    Failure::new(format!("the data cannot be written as JSON: {error}"))
}

#[cfg(test)]
mod tests {
    use crosscut::{
        domain::slug::FilmSlug,
        wire::{film_file::read_film, index::read_index, reviewers_file::read_reviewers, texts::read_texts},
    };

    use super::*;
    use crate::data::source::Folder;

    fn survey() -> Survey {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/data/sound");
        Survey::of(&Folder { path, shown: "sound".to_owned(), own: false }).unwrap()
    }

    fn text<'a>(files: &'a [(String, String)], name: &str) -> &'a str {
        files.iter().find(|file| file.0 == name).unwrap().1.as_str()
    }

    #[test]
    fn what_is_written_reads_back_as_what_was_checked() {
        let survey = survey();
        let (film, reviewers) = (survey.films[0].clone(), survey.reviewers.clone());
        let files = files(survey).unwrap();
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        let expected = [
            "films/the-general.json",
            "texts/0.txt",
            "reviewers.json",
            "index.json",
            "schema/film.schema.json",
            "schema/reviewers.schema.json",
            "schema/site.schema.json",
        ];
        assert_eq!(names, expected);

        let written = text(&files, "films/the-general.json");
        assert_eq!(read_film(written).unwrap(), (film.clone(), vec![]));
        assert!(!written.contains('\n'));
        assert_eq!(read_reviewers(text(&files, "reviewers.json")).unwrap(), (reviewers.clone(), vec![]));

        let index = read_index(text(&files, "index.json")).unwrap();
        assert_eq!(index.defects(), []);
        assert_eq!(index.reviewers(), reviewers);
        let address = index.films().next().unwrap().file;
        assert_eq!(index.films().collect::<Vec<_>>(), [film.listing(address.clone())]);
        let hash = address.strip_prefix("films/the-general.json?v=").unwrap();
        assert!(format!("{:x}", Sha256::digest(written)).starts_with(hash));
        assert_eq!(hash.len(), HASH_DIGITS);

        let [texts] = index.texts() else { panic!("{:?}", index.texts()) };
        let written = text(&files, "texts/0.txt");
        assert_eq!((&texts.file, texts.films), (&versioned("texts/0.txt", written), 1));
        let review = film.reviews[0].id.as_str();
        let rows = |slug: &str, ids: &[&str]| vec![(slug == "the-general" && ids == [review]).then_some(7)];
        assert_eq!(read_texts(written.to_owned(), rows).unwrap().reviews[0].0, 7);
    }

    #[test]
    fn the_index_is_in_the_order_of_titles_and_then_of_years() {
        let mut survey = survey();
        let film = survey.films.remove(0);
        for (slug, title, year) in [("b", "The Bat", 1959), ("a", "The Bat", 1926), ("z", "An Ant", 1999)] {
            let slug: FilmSlug = slug.parse().unwrap();
            survey.films.push(Film { slug, title: title.to_owned(), year, ..film.clone() });
        }
        let index = files(survey).unwrap();
        let index = read_index(text(&index, "index.json")).unwrap();
        let slugs: Vec<String> = index.films().map(|film| film.slug.to_string()).collect();
        assert_eq!(slugs, ["z", "a", "b"]);
    }
}
