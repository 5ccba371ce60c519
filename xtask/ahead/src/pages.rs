//! Which pages there are, and writing them.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use crosscut::{
    ahead::{Code, Names, Site},
    domain::{
        catalog::Catalog,
        comparison::{Comparison, Selection},
        film::{Film, Listing},
        review::Spoiler,
    },
    route::{Address, Base, Route, SITE, title},
    wire::{
        Shown,
        film_file::read_film,
        index::read_index,
        json_ld::{self, Setting},
    },
};

use crate::{describe::describe, head::Head};

/// Writes all pages, and says how many.
pub fn write(folder: &Path, base: &str, names: &Path) -> Result<usize, String> {
    let frame = read(&folder.join("index.html"))?;
    let index = read(&folder.join("data/index.json"))?;
    let catalog = read_index(&index).map_err(|unreadable| format!("data/index.json: {unreadable}"))?;
    let names = read_names(&read(names)?);
    let pages = Pages {
        folder: folder.to_owned(),
        frame,
        site: Site { base: Base::new(base), catalog: Arc::new(catalog), names },
    };
    pages.write()
}

struct Pages {
    folder: PathBuf,
    frame: String,
    site: Site,
}

impl Pages {
    fn write(&self) -> Result<usize, String> {
        let catalog = &self.site.catalog;
        let mut count = 0;
        for listing in catalog.films() {
            let film = Arc::new(self.film(listing)?);
            self.page(&Route::Film(film.slug.clone()), Some(&film))?;
            self.page(&Route::Compare(film.slug.clone()), Some(&film))?;
            count += 2;
        }
        let reviewers = catalog.reviewers().iter().map(|reviewer| Route::Reviewer(reviewer.slug.clone()));
        for route in reviewers.chain([Route::Reviewers, Route::ReviewersCompare, Route::About]) {
            self.page(&route, None)?;
            count += 1;
        }
        Ok(count)
    }

    fn film(&self, listing: &Listing) -> Result<Film, String> {
        let name = listing.file.split('?').next().unwrap_or_default();
        let (film, _) = read_film(&read(&self.folder.join("data").join(name))?)
            .map_err(|unreadable| format!("data/{name}: {unreadable}"))?;
        Ok(film)
    }

    fn page(&self, route: &Route, film: Option<&Arc<Film>>) -> Result<(), String> {
        let Site { base, catalog, .. } = &self.site;
        let address = Address::of(route.clone());
        let path = base.href(&address);
        let head = Head {
            title: title(route, Some(catalog)),
            description: describe(route, catalog),
            path: path.clone(),
            json_ld: film.map(|film| linked_data(route, film, catalog, &path)),
        };
        let html = self.site.html(address, film.cloned());
        let page = head.page(&self.frame, &html)?;
        let name = base.strip(&path).unwrap_or(&path).trim_start_matches('/');
        let target = self.folder.join(format!("{name}.html"));
        let unwritten = |error| format!("{} could not be written: {error}", target.display());
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(unwritten)?;
        }
        fs::write(&target, page).map_err(unwritten)
    }
}

/// What the page says to machines.
fn linked_data(route: &Route, film: &Arc<Film>, catalog: &Catalog, page: &str) -> String {
    let setting = Setting { site: SITE, catalog, page, level: Spoiler::OnTheWay, blind: false };
    let whole = || {
        let reviews = film.reviews.iter().map(|review| json_ld::review(film, review, &setting));
        json_ld::graph(&[json_ld::movie(film, &setting)].into_iter().chain(reviews).collect::<Vec<_>>())
    };
    let Route::Compare(_) = route else { return whole() };
    let ids = Selection::of(film, None, &[]).ids;
    let Ok(comparison) = Comparison::new(Arc::clone(film), &ids, Spoiler::OnTheWay) else { return whole() };
    let names: Vec<String> = comparison.reviews().map(|review| catalog.name_of(&review.reviewer)).collect();
    json_ld::comparison(&comparison, &Shown { names: &names, blind: false, address: page }, SITE, catalog)
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{} could not be read: {error}", file.display()))
}

/// The names of a file that has a kind, a code and a name a line, with tabs between.
fn read_names(text: &str) -> Names {
    let line = |line: &str| {
        let mut fields = line.split('\t');
        let kind = match fields.next()? {
            "region" => Code::Region,
            _ => Code::Language,
        };
        Some((kind, fields.next()?.to_owned(), fields.next()?.to_owned()))
    };
    Names(text.lines().filter_map(line).collect())
}
