//! Searching: the catalogue made ready, and the texts of the reviews, as far as they are here.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{Site, for_the_visit, use_site};
use crate::{
    browser::clock::{Slice, after_paint, pause},
    domain::{
        catalog::{Catalog, TextsFile},
        facet::CatalogFilter,
        gather::Gather,
        search::{Counts, Finder, Found, Question, Snippet, snippet},
        sort::FilmSort,
    },
    load,
    wire::texts::{Texts, blocks, meaning},
};

/// The search, as long as the site is open.
#[derive(Clone, Copy)]
pub struct Searching {
    site: Site,
    desk: StoredValue<Desk>,
    seen: RwSignal<Seen>,
}

/// What the search looks in.
struct Desk {
    catalog: Arc<Catalog>,
    finder: Finder,
}

/// How much of the texts the search has looked at so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// Whether the texts were asked for.
    pub asked: bool,
    /// How many reviews' texts are looked at.
    pub reviews: usize,
    /// How many rows of files are on their way: a retry may come while others are.
    pub loading: usize,
    /// The files that could not be had: the first and the last film of each, and why.
    pub missing: Vec<(String, String)>,
}

impl Seen {
    /// Whether more is to come than is looked at.
    #[must_use]
    pub const fn is_coming(&self) -> bool {
        self.loading > 0 || !self.asked
    }
}

/// The search of a catalogue. It is made once for the visit.
pub fn use_searching(catalog: &Arc<Catalog>) -> Searching {
    let site = use_site();
    if let Some(searching) = site.searching.get_value().filter(|it| it.is_of(catalog)) {
        return searching;
    }
    let mut finder = None;
    site.finder.update_value(|made| finder = made.take());
    let desk = Desk::new(catalog, finder.unwrap_or_else(|| Finder::new(catalog)));
    let searching =
        for_the_visit(|| Searching { site, desk: StoredValue::new(desk), seen: RwSignal::new(Seen::default()) });
    site.searching.set_value(Some(searching));
    after_paint(move || spawn_local(searching.put_in_order()));
    searching
}

impl Searching {
    fn is_of(self, catalog: &Arc<Catalog>) -> bool {
        self.desk.with_value(|desk| Arc::ptr_eq(&desk.catalog, catalog))
    }

    /// Reads the catalogue made ready.
    pub fn with<T>(self, read: impl FnOnce(&Finder) -> T) -> T {
        self.desk.with_value(|desk| read(&desk.finder))
    }

    /// Applies a filter to what is here so far, and follows what comes. The first `most` films are in
    /// exact order.
    pub fn find(self, filter: &CatalogFilter, most: usize) -> Found {
        self.seen.with(|_| ());
        let mut found = None;
        self.desk.update_value(|desk| found = Some(desk.finder.find(filter, most)));
        found.unwrap_or_default()
    }

    /// The counts beside every option of a filter, by what is here so far.
    pub fn counts(self, filter: &CatalogFilter) -> Counts {
        let mut counts = None;
        self.update(|finder| counts = Some(finder.counts(filter)));
        counts.unwrap_or_default()
    }

    /// Works out the orders of films that may be chosen, one at a time: ten thousand take some milliseconds each.
    async fn put_in_order(self) {
        for sort in FilmSort::ALL {
            pause().await;
            self.update(|finder| {
                finder.order(sort);
            });
        }
    }

    /// Does something with the catalogue made ready that may leave a trace in it.
    pub fn update(self, change: impl FnOnce(&mut Finder)) {
        self.desk.update_value(|desk| change(&mut desk.finder));
    }

    /// How much of the texts is looked at.
    pub fn seen(self) -> RwSignal<Seen> {
        self.seen
    }

    /// How many reviews there are.
    pub fn reviews(self) -> usize {
        self.desk.with_value(|desk| desk.catalog.review_count())
    }

    /// The row of a film.
    pub fn row_of(self, film: usize) -> usize {
        self.with(|finder| finder.corpus().rows_of(film).start)
    }

    /// The sentence of a review in which a search is found best, where its text is here and has any of it.
    pub fn snippet(self, row: usize, question: &Question) -> Option<Snippet> {
        let blocks = self.with(|finder| finder.corpus().text(row));
        let mut read = Vec::new();
        for (code, text) in &blocks {
            if let Some((kind, spoiler)) = meaning(*code) {
                read.push((kind, spoiler, text.as_str()));
            }
        }
        snippet(&read, &question.terms)
    }

    /// Fetches the texts one after the other and makes them ready, a little at a time, unless that was
    /// asked for before.
    pub fn need_texts(self) {
        if self.seen.with_untracked(|seen| seen.asked) {
            return;
        }
        self.fetch(self.desk.with_value(Desk::files));
    }

    /// Asks once more for the texts that could not be had.
    pub fn retry(self) {
        let missing = self.seen.with_untracked(|seen| seen.missing.clone());
        if missing.is_empty() {
            return;
        }
        let files = self.desk.with_value(Desk::files);
        let again = files.into_iter().filter(|file| missing.iter().any(|(films, _)| *films == file.films)).gathered();
        self.seen.update(|seen| seen.missing.clear());
        self.fetch(again);
    }

    fn fetch(self, files: Vec<File>) {
        self.seen.update(|seen| seen.asked = true);
        if files.is_empty() {
            return;
        }
        self.seen.update(|seen| seen.loading += 1);
        spawn_local(async move {
            for file in files {
                let url = self.site.base.with_value(|base| base.data(&file.file));
                let rows_of = |slug: &str, ids: &[&str]| self.desk.with_value(|desk| desk.rows_of(slug, ids));
                match load::texts(&url, rows_of).await {
                    Ok(texts) => self.take(texts).await,
                    Err(error) => self.seen.update(|seen| seen.missing.push((file.films, error.to_string()))),
                }
            }
            self.seen.update(|seen| seen.loading -= 1);
            self.look_up().await;
        });
    }

    /// Makes the shortest searches faster.
    async fn look_up(self) {
        let mut more = true;
        while more {
            let slice = Slice::start();
            while more && !slice.is_over() {
                self.desk.update_value(|desk| more = desk.finder.look_up());
            }
            pause().await;
        }
    }

    /// Makes some texts ready, in slices that no one feels.
    async fn take(self, texts: Texts) {
        let mut reviews = texts.reviews.iter().peekable();
        while reviews.peek().is_some() {
            let slice = Slice::start();
            while let Some((row, range)) = reviews.next_if(|_| !slice.is_over()) {
                let text = texts.content.get(range.clone()).unwrap_or_default();
                self.desk.update_value(|desk| desk.finder.add_text(*row, blocks(text)));
            }
            pause().await;
        }
        self.seen.update(|seen| seen.reviews += texts.reviews.len());
    }
}

/// A file of texts that is to be fetched.
struct File {
    file: String,
    /// The films that are in it, in words.
    films: String,
}

impl Desk {
    fn new(catalog: &Arc<Catalog>, finder: Finder) -> Self {
        Self { catalog: Arc::clone(catalog), finder }
    }

    fn files(&self) -> Vec<File> {
        let mut first = 0;
        let name = |at: usize| self.catalog.title_at(at).unwrap_or_default();
        let file = |texts: &TextsFile| {
            let rows = first..first + texts.films;
            first = rows.end;
            let films = self.catalog.films_among(&rows);
            let films = match films.len() {
                0 => "films that could not be read".to_owned(),
                1 => name(films.start).to_owned(),
                _ => format!("{} to {}", name(films.start), name(films.end - 1)),
            };
            File { file: texts.file.clone(), films }
        };
        self.catalog.texts().iter().map(file).gathered()
    }

    /// The rows of a film's reviews. They follow each other as in the index; where they are not as many, it
    /// was written anew since, and each is looked for by its id.
    fn rows_of(&self, slug: &str, ids: &[&str]) -> Vec<Option<usize>> {
        let film = slug.parse().ok().and_then(|slug| self.catalog.film_place(&slug));
        let Some(film) = film else { return vec![None; ids.len()] };
        let rows = self.finder.corpus().rows_of(film);
        if rows.len() == ids.len() + 1 {
            return rows.skip(1).map(Some).gathered();
        }
        let reviews = self.catalog.film_at(film).map(|film| film.reviews).unwrap_or_default();
        let place = |id: &&str| reviews.iter().position(|review| review.id.as_str() == *id);
        ids.iter().map(|id| Some(rows.start + 1 + place(id)?)).gathered()
    }
}
