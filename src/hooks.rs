//! The reactive seam: what pages read. State lives in few places: the address (which the URL owns),
//! what was fetched, and the theme; all else is derived.

mod arrival;
mod choice;
mod pace;
mod searching;

use std::{sync::Arc, time::Duration};

use arrival::Arrival;
pub use choice::{Choice, use_catalog_view, use_compare_view, use_film_view};
use leptos::{prelude::*, task::spawn_local};
pub use pace::{once_shown, one_at_a_time};
pub use searching::{Searching, Seen, use_searching};

#[cfg(not(target_arch = "wasm32"))]
use crate::domain::film::Film;
use crate::domain::gather::Gather;
use crate::{
    browser::{
        boot,
        clock::{after, after_render},
        history::{self, Step},
        names, page,
        theme::Theme,
    },
    derived::{Derived, follow},
    domain::{catalog::Catalog, search::Finder, slug::FilmSlug},
    load::{self, FilmRead, Load},
    route::{Address, Base, Query, Route, title},
};

/// After this long, a download is called slow and a retry is offered.
const SLOW: Duration = Duration::from_secs(6);

/// The index, as far as it is here.
pub type CatalogLoad = Load<Arc<Catalog>>;
/// A film's file, as far as it is here.
pub type FilmLoad = Load<FilmRead>;

/// All state of the site.
#[derive(Clone, Copy)]
pub struct Site {
    base: StoredValue<Base>,
    address: RwSignal<Address>,
    arrival: StoredValue<Arrival>,
    /// How often the visitor went to another page, or to the same one of another entry of the history.
    moves: RwSignal<usize>,
    catalog: RwSignal<CatalogLoad>,
    films: StoredValue<Vec<(FilmSlug, RwSignal<FilmLoad>)>>,
    theme: RwSignal<Theme>,
    message: RwSignal<Option<&'static str>>,
    whole: StoredValue<bool>,
    /// What the catalogue is searched by, until the search takes it.
    finder: StoredValue<Option<Finder>>,
    searching: StoredValue<Option<Searching>>,
}

/// Starts everything that runs as long as the site is open, and gives it to all components.
pub fn provide_site() -> Site {
    let base = Base::new(&boot::base());
    let (path, query) = history::current();
    let address = address_of(&base, &path, &query);
    let site = Site::at(base, address, Arrival::First(history::take_over_scroll()));
    site.theme.set(Theme::chosen());
    site.load_catalog();
    site.listen();
    site.follow_route();
    site
}

/// The site at an address, with all that its page shows, where there is no browser.
#[cfg(not(target_arch = "wasm32"))]
pub fn provide_read_site(base: Base, address: Address, catalog: Arc<Catalog>, film: Option<Arc<Film>>) -> Site {
    let site = Site::at(base, address, Arrival::Link);
    site.catalog.set(Load::Ready(catalog));
    if let Some(film) = film {
        let slug = film.slug.clone();
        site.film_signal(&slug).set(Load::Ready(FilmRead { film, defects: Vec::new() }));
    }
    site.whole.set_value(true);
    site
}

fn address_of(base: &Base, path: &str, query: &str) -> Address {
    let route = base.strip(path).map_or_else(|| Route::NotFound(path.to_owned()), Route::parse);
    Address { route, query: Query::parse(query) }
}

impl Site {
    fn at(base: Base, address: Address, arrival: Arrival) -> Self {
        let site = Self {
            address: RwSignal::new(address),
            base: StoredValue::new(base),
            arrival: StoredValue::new(arrival),
            moves: RwSignal::new(0),
            catalog: RwSignal::new(Load::Waiting { slow: false }),
            films: StoredValue::new(Vec::new()),
            theme: RwSignal::new(Theme::default()),
            message: RwSignal::new(None),
            whole: StoredValue::new(false),
            finder: StoredValue::new(None),
            searching: StoredValue::new(None),
        };
        provide_context(site);
        site
    }

    /// Whether all that the page shows is here, or a film's file cannot be had; what is not asked for yet is.
    pub fn is_settled(self) -> bool {
        let route = self.address.with(|address| address.route.clone());
        self.catalog.with(|catalog| match (catalog, route) {
            (Load::Ready(catalog), Route::Film(slug) | Route::Compare(slug)) => {
                catalog.film_place(&slug).is_none() || {
                    self.film_near(&slug);
                    !self.film_signal(&slug).with(Load::is_waiting)
                }
            }
            // The page about the site does without the list.
            (Load::Ready(_), _) | (Load::Failed(_), Route::About) => true,
            (Load::Waiting { .. } | Load::Failed(_), _) => false,
        })
    }

    /// Draws in place of a page that is whole: so must be what is drawn, at once.
    pub fn draw_whole(self, draw: impl FnOnce()) {
        self.whole.set_value(true);
        draw();
        self.whole.set_value(false);
    }

    /// Whether pages are drawn whole at once, and not first what is seen first.
    pub fn draws_whole(self) -> bool {
        self.whole.get_value()
    }

    fn listen(self) {
        history::on_return(move |left| {
            let (path, query) = history::current();
            let address = self.base.with_value(|base| address_of(base, &path, &query));
            // A link into the page is a step of the history as well, and the browser's own.
            if self.address.with_untracked(|now| *now != address) {
                self.address.set(address);
                self.arrive(Arrival::Return(left));
            }
        });
        history::on_link(move |path, query, step| {
            let address = self.base.with_value(|base| {
                base.strip(path).map(|path| Address { route: Route::parse(path), query: Query::parse(query) })
            });
            let Some(address) = address.filter(is_page) else { return false };
            if step == Step::Push {
                // The browser first ends what it does with the click: it looks what is under the pointer then.
                after(Duration::ZERO, move || self.go(address, step));
            } else {
                self.go(address, step);
            }
            true
        });
        history::on_link_near(move |path| {
            let route = self.base.with_value(|base| base.strip(path).map(Route::parse));
            if let Some(Route::Film(slug) | Route::Compare(slug)) = route {
                self.film_near(&slug);
                after(Duration::ZERO, names::prepare);
            }
        });
        page::on_online(move || self.ask_again());
    }

    /// Goes to an address.
    pub fn go(self, address: Address, step: Step) {
        if step == Step::Replace {
            page::keep_focus();
        }
        history::enter(&self.base.with_value(|base| base.href(&address)), step);
        if step == Step::Push {
            // What could not be had as the pointer came near may well be had now.
            self.ask_film_again(&address.route);
        }
        self.address.set(address);
        if step == Step::Push {
            self.arrive(Arrival::Link);
        }
    }

    fn arrive(self, arrival: Arrival) {
        self.arrival.set_value(arrival);
        self.moves.update(|moves| *moves += 1);
    }

    /// A link to an address, base included.
    pub fn href(self, address: &Address) -> String {
        self.base.with_value(|base| base.href(address))
    }

    /// Shows the same page with another query, in place of the present entry.
    pub fn refine(self, query: Query) {
        self.go(self.refined(query), Step::Replace);
    }

    /// The same where it is to be answered in a frame: the browser's address follows when that is on the screen.
    pub fn refine_soon(self, query: Query) {
        let address = self.refined(query);
        page::keep_focus();
        history::enter_soon(self.href(&address));
        self.address.set(address);
    }

    fn refined(self, query: Query) -> Address {
        Address { route: self.address.with_untracked(|address| address.route.clone()), query }
    }

    /// Sets the document's title with the page, and after each change of the page its scroll
    /// position and its focus.
    fn follow_route(self) {
        follow(move || page::set_title(&self.title()));
        follow(move || {
            self.moves.track();
            let arrival = self.arrival.get_value();
            after_render(move || arrival.settle());
        });
    }

    /// The title of the page that is shown.
    pub fn title(self) -> String {
        let route = self.address.with(|address| address.route.clone());
        self.catalog.with(|catalog| title(&route, catalog.ready().map(Arc::as_ref)))
    }

    /// What assistive technology is told after a change of the page; nothing on the first.
    pub fn announcement(self) -> String {
        if self.moves.get() > 0 { self.title() } else { String::new() }
    }

    /// Fetches the index, again where it could not be had.
    pub fn load_catalog(self) {
        fetch_into(self.catalog, async move {
            let (catalog, finder) = load::catalog().await?;
            self.finder.set_value(Some(finder));
            Ok(Arc::new(catalog))
        });
    }

    /// Fetches a film's file, again where it could not be had.
    pub fn load_film(self, slug: &FilmSlug) {
        let signal = self.film_signal(slug);
        let file = self.catalog.with_untracked(|catalog| Some(catalog.ready()?.film(slug)?.file.clone()));
        let Some(file) = file else { return };
        let url = self.base.with_value(|base| base.data(&file));
        let slug = slug.clone();
        fetch_into(signal, async move { load::film(&url, &slug).await });
    }

    /// Fetches a film's file if it was not asked for yet.
    pub fn film_near(self, slug: &FilmSlug) {
        let known =
            self.catalog.with_untracked(|catalog| catalog.ready().is_some_and(|it| it.film_place(slug).is_some()));
        if known && self.asked(slug).is_none() {
            self.load_film(slug);
        }
    }

    /// Asks once more for a page's film that could not be had.
    fn ask_film_again(self, route: &Route) {
        if let Route::Film(slug) | Route::Compare(slug) = route
            && self.asked(slug).is_some_and(|film| film.with_untracked(|film| matches!(film, Load::Failed(_))))
        {
            self.load_film(slug);
        }
    }

    /// Asks once more for what could not be had and is still asked for.
    fn ask_again(self) {
        if self.catalog.with_untracked(|catalog| matches!(catalog, Load::Failed(_))) {
            self.load_catalog();
        }
        self.ask_film_again(&self.address.with_untracked(|address| address.route.clone()));
        if let Some(searching) = self.searching.get_value() {
            searching.retry();
        }
    }

    fn asked(self, slug: &FilmSlug) -> Option<RwSignal<FilmLoad>> {
        self.films.with_value(|films| films.iter().find(|(asked, _)| asked == slug).map(|(_, signal)| *signal))
    }

    fn film_signal(self, slug: &FilmSlug) -> RwSignal<FilmLoad> {
        self.asked(slug).unwrap_or_else(|| {
            let signal = for_the_visit(|| RwSignal::new(Load::Waiting { slow: false }));
            self.films.update_value(|films| films.push((slug.clone(), signal)));
            signal
        })
    }

    /// The theme that was chosen.
    pub fn theme(self) -> Theme {
        self.theme.get()
    }

    /// Chooses a theme.
    pub fn choose_theme(self, theme: Theme) {
        let kept = theme.choose();
        self.theme.set(theme);
        self.message.set(kept.is_err().then_some(
            "Your browser does not let this site keep the choice of colours: it holds until you close the page.",
        ));
    }

    /// A message about the site as a whole.
    pub fn message(self) -> RwSignal<Option<&'static str>> {
        self.message
    }
}

/// The owner of what lives as long as the site is open.
#[derive(Clone)]
pub struct Root(pub Owner);

/// Makes something that lives as long as the site is open, and not as long as the page that asked.
fn for_the_visit<T>(make: impl FnOnce() -> T) -> T {
    match use_context::<Root>() {
        Some(Root(owner)) => owner.with(make),
        None => make(),
    }
}

fn fetch_into<T: Send + Sync + 'static>(
    signal: RwSignal<Load<T>>,
    fetch: impl Future<Output = Result<T, load::LoadError>> + 'static,
) {
    signal.set(Load::Waiting { slow: false });
    after(SLOW, move || {
        if signal.with_untracked(Load::is_waiting) {
            signal.set(Load::Waiting { slow: true });
        }
    });
    spawn_local(async move {
        let load = match fetch.await {
            Ok(value) => Load::Ready(value),
            Err(error) => Load::Failed(error),
        };
        // A retry may have been faster: what is here is never replaced by a failure.
        if signal.with_untracked(|now| now.ready().is_none()) {
            signal.set(load);
        }
    });
}

/// Whether an address is a page of the app, and not a file beside it.
fn is_page(address: &Address) -> bool {
    !matches!(&address.route, Route::NotFound(path) if path.starts_with("/data/"))
}

/// The site's state.
pub fn use_site() -> Site {
    expect_context()
}

/// The page that is shown.
pub fn use_route() -> Derived<Route> {
    let site = use_site();
    Derived::new(move |_| site.address.with(|address| address.route.clone()))
}

/// The parameters of the address.
pub fn use_query() -> Derived<Query> {
    let site = use_site();
    Derived::new(move |_| site.address.with(|address| address.query.clone()))
}

/// The index, as far as it is here.
pub fn use_catalog() -> RwSignal<CatalogLoad> {
    use_site().catalog
}

/// A film's file, as far as it is here. It is asked for if it was not yet.
pub fn use_film(slug: &FilmSlug) -> RwSignal<FilmLoad> {
    let site = use_site();
    site.film_near(slug);
    site.film_signal(slug)
}

/// A link to an address, base included.
pub fn use_href() -> impl Fn(&Address) -> String + Copy + Send + Sync + 'static {
    let site = use_site();
    move |address| site.href(address)
}

/// The names of some countries or languages, parted by commas.
pub fn names_of(kind: names::Code, codes: &[String]) -> String {
    codes.iter().map(|code| names::name_of(kind, code)).gathered().join(", ")
}
