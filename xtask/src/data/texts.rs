//! The files of texts that the search loads.

use crosscut::{
    domain::{catalog::TextsFile, film::Film},
    wire::texts::write_texts,
};

use super::site::versioned;

/// From how many bytes of text on a file is full: a search has to wait for whole files, and each costs a
/// request.
const FULL: usize = 400_000;

/// Files of texts, as they fill.
#[derive(Debug, Default)]
pub struct TextFiles {
    /// The films of the file that is being filled, and how many bytes of text they have.
    films: Vec<Film>,
    bytes: usize,
    listed: Vec<TextsFile>,
}

impl TextFiles {
    /// Adds a film; where its file is full, that is given to `write`, with its name.
    pub fn add(&mut self, film: Film, write: &mut dyn FnMut(&str, String)) {
        self.bytes += film.reviews.iter().flat_map(|review| &review.body).map(|it| it.text.len()).sum::<usize>();
        self.films.push(film);
        if self.bytes >= FULL {
            self.close(write);
        }
    }

    /// Gives the last file to `write`, and what the index says of all.
    pub fn finish(mut self, write: &mut dyn FnMut(&str, String)) -> Vec<TextsFile> {
        if !self.films.is_empty() {
            self.close(write);
        }
        self.listed
    }

    fn close(&mut self, write: &mut dyn FnMut(&str, String)) {
        let content = write_texts(&self.films.iter().collect::<Vec<_>>());
        let name = format!("texts/{}.txt", self.listed.len());
        self.listed.push(TextsFile { file: versioned(&name, &content), films: self.films.len() });
        write(&name, content);
        self.films.clear();
        self.bytes = 0;
    }
}
