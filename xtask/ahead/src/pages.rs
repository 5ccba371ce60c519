//! Which pages there are, and writing them.

use std::{
    fs,
    num::NonZero,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use crosscut::{
    ahead::{Code, Names, Site},
    domain::{
        catalog::Catalog,
        comparison::{Comparison, Selection},
        film::{Film, Listing},
        review::{Brief, Spoiler},
        site::NAME,
        slug::ReviewerSlug,
        text::counted,
    },
    route::{Address, Base, Route, title},
    wire::{
        Shown,
        film_file::read_film,
        index::read_index,
        json_ld::{self, Setting},
        markup::escaped,
    },
};

use crate::{
    describe::describe,
    head::Head,
    lists::Lists,
    preview::{self, Painter},
};

/// How many films the list for visitors without script has. It is in the page that everybody downloads.
const LISTED: usize = 300;

/// Writes all pages with their pictures, and says how many.
pub fn write(
    folder: &Path,
    base: &str,
    names: &Path,
    address: Option<&str>,
    accent: Option<&str>,
) -> Result<usize, String> {
    let pages = Pages::of(folder, base, names, address)?;
    let written = pages.write()?;
    pages.previews(&written, accent)?;
    // The first is the frame, which is there.
    Ok(written.len() - 1)
}

/// The catalogue's page in a frame, of an index.
pub fn catalogue(frame: &Path, index: &Path, base: &str, names: &Path) -> Result<String, String> {
    let site = site(index, base, names)?;
    Pages { folder: PathBuf::new(), frame: read(frame)?, site, address: None }.catalogue()
}

/// What an index has to show.
fn site(index: &Path, base: &str, names: &Path) -> Result<Site, String> {
    let catalog = read_index(&read(index)?).map_err(|unreadable| format!("{}: {unreadable}", index.display()))?;
    Ok(Site { base: Base::new(base), catalog: Arc::new(catalog), names: read_names(&read(names)?) })
}

/// The pages of a finished site.
pub struct Pages {
    folder: PathBuf,
    frame: String,
    site: Site,
    /// The whole address of the site, where it is known.
    address: Option<String>,
}

impl Pages {
    pub fn of(folder: &Path, base: &str, names: &Path, address: Option<&str>) -> Result<Self, String> {
        Ok(Self {
            folder: folder.to_owned(),
            frame: read(&folder.join("index.html"))?,
            site: site(&folder.join("data/index.json"), base, names)?,
            address: address.map(str::to_owned),
        })
    }

    /// Writes all pages and lists of them: which, the catalogue first.
    pub fn write(&self) -> Result<Vec<Route>, String> {
        let catalog = &self.site.catalog;
        let mut written = vec![Route::Catalogue];
        let mut films = Vec::new();
        for listing in catalog.films() {
            let film = Arc::new(self.film(&listing)?);
            for route in [Route::Film(film.slug.clone()), Route::Compare(film.slug.clone())] {
                self.page(&route, Some(&film))?;
                written.push(route);
            }
            films.push(film);
        }
        let reviewers = catalog.reviewers().iter().map(|reviewer| Route::Reviewer(reviewer.slug.clone()));
        for route in reviewers.chain([Route::Reviewers, Route::ReviewersCompare, Route::About]) {
            self.page(&route, None)?;
            written.push(route);
        }
        if let Some(address) = &self.address {
            let lists = Lists { address, base: &self.site.base, catalog };
            self.file("sitemap.xml", lists.sitemap(&written))?;
            self.file("feed.xml", lists.feed(&films))?;
            self.file("opensearch.xml", lists.open_search())?;
            self.file("robots.txt", format!("User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n"))?;
        }
        self.file("index.html", self.catalogue()?)?;
        Ok(written)
    }

    /// The pictures that stand beside links to the pages: each once, on all processors.
    fn previews(&self, routes: &[Route], accent: Option<&str>) -> Result<(), String> {
        let painter = Painter::new(&self.folder, accent)?;
        let mut drawn: Vec<(String, &Route)> = routes.iter().map(|route| (preview::path(route), route)).collect();
        drawn.sort_by(|one, other| one.0.cmp(&other.0));
        drawn.dedup_by(|one, other| one.0 == other.0);
        let share = drawn.len().div_ceil(thread::available_parallelism().map_or(1, NonZero::get)).max(1);
        thread::scope(|scope| {
            let draw = |part: &[(String, &Route)]| -> Result<(), String> {
                part.iter().try_for_each(|(path, route)| self.file(path, painter.png(route, &self.site.catalog)?))
            };
            let parts: Vec<_> = drawn.chunks(share).map(|part| scope.spawn(move || draw(part))).collect();
            let stopped = || Err("the previews could not be drawn".to_owned());
            parts.into_iter().try_for_each(|part| part.join().unwrap_or_else(|_| stopped()))
        })
    }

    fn film(&self, listing: &Listing) -> Result<Film, String> {
        let name = listing.file.split('?').next().unwrap_or_default();
        let (film, _) = read_film(&read(&self.folder.join("data").join(name))?)
            .map_err(|unreadable| format!("data/{name}: {unreadable}"))?;
        Ok(film)
    }

    /// The catalogue: as it is without a search, with all films as a list for visitors without script.
    fn catalogue(&self) -> Result<String, String> {
        let Site { base, catalog, .. } = &self.site;
        let content = self.site.html(Address::of(Route::Catalogue), None);
        let link = |route: Route, text: &str| {
            format!("<a href=\"{}\">{}</a>", escaped(&base.href(&Address::of(route))), escaped(text))
        };
        let film = |film: Listing| {
            format!(
                "<li>{} ({}), {}",
                link(Route::Film(film.slug.clone()), &film.title),
                film.year,
                counted(film.reviews.len(), "review")
            )
        };
        let films: String = catalog.films().take(LISTED).map(film).collect();
        let more = catalog.film_count().saturating_sub(LISTED);
        let more = if more == 0 { String::new() } else { format!("<p>And {}.</p>", counted(more, "film")) };
        let without = format!(
            "<p>Searching and filtering need JavaScript. Every film and its reviews can be read without, and so can {}:</p><ul>{films}</ul>{more}",
            link(Route::Reviewers, "every reviewer’s page")
        );
        self.head(&Route::Catalogue, None).catalogue(&self.frame, &content, &without)
    }

    fn page(&self, route: &Route, film: Option<&Arc<Film>>) -> Result<(), String> {
        let Site { base, .. } = &self.site;
        let address = Address::of(route.clone());
        let path = base.href(&address);
        let head = self.head(route, film);
        let html = self.site.html(address, film.cloned());
        let page = head.page(&self.frame, &html)?;
        let name = base.strip(&path).unwrap_or(&path).trim_start_matches('/');
        self.file(&format!("{name}.html"), page)
    }

    fn head(&self, route: &Route, film: Option<&Arc<Film>>) -> Head {
        let Site { base, catalog, .. } = &self.site;
        let path = base.href(&Address::of(route.clone()));
        Head {
            path: path.clone(),
            title: title(route, Some(catalog)),
            description: describe(route, catalog),
            address: self.address.as_deref().map(|address| whole(address, base, &path)),
            picture: (
                self.whole(&format!("{}{}", base.as_str(), preview::path(route))),
                preview::alternative(route, catalog),
            ),
            json_ld: match (film, route) {
                (Some(film), _) => Some(linked_data(route, film, catalog, &self.whole(&path))),
                (None, Route::Reviewer(slug)) => self.reviewer(slug, &self.whole(&path)),
                (None, _) => None,
            },
        }
    }

    /// What a reviewer's page says to machines.
    fn reviewer(&self, slug: &ReviewerSlug, page: &str) -> Option<String> {
        let Site { base, catalog, .. } = &self.site;
        let place = |film: &Listing, review: &Brief| {
            let film = base.href(&Address::of(Route::Film(film.slug.clone())));
            format!("{}#{}", self.whole(&film), review.id)
        };
        let reviews = catalog.reviews_by(slug);
        let reviews: Vec<_> = reviews.iter().map(|(film, review)| (film, review, place(film, review))).collect();
        let setting = Setting { site: NAME, catalog, page, level: Spoiler::OnTheWay, blind: false };
        json_ld::reviewer(catalog.reviewer(slug)?, &reviews, &setting)
    }

    /// A path of the site, whole where its address is known.
    fn whole(&self, path: &str) -> String {
        self.address.as_deref().map_or_else(|| path.to_owned(), |address| whole(address, &self.site.base, path))
    }

    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> Result<(), String> {
        let target = self.folder.join(name);
        let unwritten = |error| format!("{} could not be written: {error}", target.display());
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(unwritten)?;
        }
        fs::write(&target, text).map_err(unwritten)
    }
}

/// The whole address of a path of the site.
pub fn whole(address: &str, base: &Base, path: &str) -> String {
    format!("{address}{}", path.strip_prefix(base.as_str()).unwrap_or_default())
}

/// What the page says to machines.
fn linked_data(route: &Route, film: &Arc<Film>, catalog: &Catalog, page: &str) -> String {
    let setting = Setting { site: NAME, catalog, page, level: Spoiler::OnTheWay, blind: false };
    let whole = || {
        let reviews = film.reviews.iter().map(|review| json_ld::review(film, review, &setting));
        json_ld::graph(&[json_ld::movie(film, &setting)].into_iter().chain(reviews).collect::<Vec<_>>())
    };
    let Route::Compare(_) = route else { return whole() };
    let ids = Selection::of(film, None, &[]).ids;
    let Ok(comparison) = Comparison::new(Arc::clone(film), &ids, Spoiler::OnTheWay) else { return whole() };
    let names: Vec<String> = comparison.reviews().map(|review| catalog.name_of(&review.reviewer)).collect();
    json_ld::comparison(&comparison, &Shown { names: &names, blind: false, address: page }, NAME, catalog)
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
