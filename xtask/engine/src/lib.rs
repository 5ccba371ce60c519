//! The site's search as a module by itself, for the benchmark: what the page does with its files and
//! with what is typed, without the page.

use std::cell::Cell;

use crosscut::{
    domain::{aspect::Aspect, catalog::Catalog, facet::CatalogFilter, film::Listing, grade::Score, search::Finder},
    wire::{
        index::Reading,
        texts::{blocks, read_texts},
    },
};
use crosscut_engine::{bits::Bits, values::Values};
use wasm_bindgen::prelude::wasm_bindgen;

/// The search, with everything that the page keeps for it.
#[wasm_bindgen]
pub struct Search {
    finder: Finder,
    /// The number of reviews before each row.
    reviews_before: Vec<u32>,
}

#[wasm_bindgen]
impl Search {
    /// Reads the index.
    #[wasm_bindgen(constructor)]
    pub fn new(index: Vec<u8>) -> Result<Self, String> {
        let (_, finder) = read_all(text_of(index)?)?;
        let corpus = finder.corpus();
        let mut reviews_before = Vec::with_capacity(corpus.rows());
        let mut reviews = 0;
        for film in 0..corpus.films() {
            let count = u32::try_from(corpus.rows_of(film).len()).unwrap_or_default();
            reviews_before.push(reviews);
            reviews_before.extend(reviews..reviews + count - 1);
            reviews += count - 1;
        }
        Ok(Self { finder, reviews_before })
    }

    /// Adds a file of texts, which starts with the film of that number; gives the number of the next one's.
    pub fn add(&mut self, content: Vec<u8>, first: usize) -> Result<usize, String> {
        let film = Cell::new(first);
        let fits = Cell::new(true);
        let texts = read_texts(text_of(content)?, |_, ids| {
            let rows = self.finder.corpus().rows_of(film.get());
            film.set(film.get() + 1);
            fits.set(fits.get() && rows.len() == ids.len() + 1);
            rows.skip(1).map(Some).collect()
        })?;
        if !fits.get() {
            return Err("the texts are not in the order of the index".to_owned());
        }
        for (row, range) in &texts.reviews {
            let text = texts.content.get(range.clone()).unwrap_or_default();
            self.finder.add_text(*row, blocks(text));
        }
        Ok(film.get())
    }

    /// The reviews in which the best of the films that are found have it best, by their numbers; and after
    /// them how many reviews are found in all.
    pub fn search(&mut self, query: &str, limit: usize) -> Vec<u32> {
        let filter = CatalogFilter { search: query.to_owned(), ..CatalogFilter::default() };
        let found = self.finder.find(&filter, limit);
        let review = |row: usize| self.reviews_before.get(row).copied().unwrap_or_default();
        let mut ids: Vec<u32> = found.films.iter().take(limit).map(|hit| review(hit.row)).collect();
        ids.push(u32::try_from(found.reviews).unwrap_or(u32::MAX));
        ids
    }

    /// Does some more of what makes the shortest searches faster; false where all is done.
    pub fn look_up(&mut self) -> bool {
        self.finder.look_up()
    }

    /// How many bytes the packed texts take, without the files.
    pub fn packed_bytes(&self) -> usize {
        self.finder.corpus().bytes()
    }
}

/// Filters with live counts over reviews: what the catalogue does with its facets, with the dimensions that
/// all libraries are measured with.
#[wasm_bindgen]
pub struct Facets {
    reviews: usize,
    dimensions: Vec<Values>,
    chosen: Vec<Option<Bits>>,
}

#[wasm_bindgen]
impl Facets {
    /// Reads the index.
    #[wasm_bindgen(constructor)]
    pub fn new(index: Vec<u8>) -> Result<Self, String> {
        let mut dimensions = vec![Values::default(); 6];
        let (catalog, _) = read_all(text_of(index)?)?;
        for film in catalog.films() {
            add(&mut dimensions, &catalog, &film);
        }
        let reviews = dimensions.first().map_or(0, Values::things);
        Ok(Self { reviews, dimensions, chosen: vec![None; 6] })
    }

    /// The values of a dimension by their numbers, parted by line breaks.
    pub fn values(&self, dimension: usize) -> String {
        let names = self.dimensions[dimension].names();
        (0..names.len()).map(|number| names.get(number)).collect::<Vec<_>>().join("\n")
    }

    /// Chooses values of a dimension, parted by line breaks; none where empty.
    pub fn choose(&mut self, dimension: usize, values: &str) {
        let of = &self.dimensions[dimension];
        self.chosen[dimension] = (!values.is_empty()).then(|| {
            let mut wanted = Bits::none(of.names().len());
            for number in values.split('\n').filter_map(|value| of.names().find(value)) {
                wanted.insert(number);
            }
            of.with(&wanted)
        });
    }

    /// Of every value of a dimension how many reviews have it, under all the filters but that dimension's.
    pub fn count(&self, dimension: usize) -> Vec<u32> {
        let mut kept = Bits::all(self.reviews);
        for (at, chosen) in self.chosen.iter().enumerate() {
            if let Some(chosen) = chosen
                && at != dimension
            {
                kept.keep(chosen);
            }
        }
        self.dimensions[dimension].count(&kept)
    }
}

fn add(dimensions: &mut [Values], catalog: &Catalog, film: &Listing) {
    for review in &film.reviews {
        dimensions.iter_mut().for_each(Values::add_thing);
        let [reviewer, genre, decade, certificate, score, stance] = dimensions else { return };
        reviewer.add_value(&catalog.name_of(&review.reviewer));
        for name in &film.genres {
            genre.add_value(name);
        }
        decade.add_value(&film.decade().to_string());
        if let Some(it) = film.certificate {
            certificate.add_value(it.code());
        }
        if let Some(it) = review.score().map(Score::get) {
            score.add_value(&(it - it % 10).to_string());
        }
        if let Some(it) = review.standings.on(Aspect::Overall) {
            stance.add_value(it.stance.word());
        }
    }
}

/// The text of a file, as the page has it: from bytes.
fn text_of(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// Reads an index as the page does.
fn read_all(index: String) -> Result<(Catalog, Finder), String> {
    let mut reading = Reading::new(index);
    while reading.go_on().map_err(|error| error.to_string())? {}
    Ok(reading.finish())
}
