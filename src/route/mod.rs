//! Addresses, both ways and pure: a path to a [`Route`] and back, a query to what is chosen and
//! back. Every link of the site is made here.
//!
//! | address | parameter | takes | default |
//! | --- | --- | --- | --- |
//! | `/` | `q` | a search: words, phrases, fields ([`crate::domain::search::Question`]) | none |
//! | | `genre`, `decade`, `certificate`, `director`, `reviewer` | names, any of them | all |
//! | | `min`, `max` | scores, 0 to 100 | 0, 100 |
//! | | `split` | `yes`: films whose reviews split on an aspect | all |
//! | | `sort` | `match`, `title`, `year`, `score`, `reviews`, `contested` | `match` with a search, else `title` |
//! | `/film/<slug>` | `reviewer`, `outlet` | names, any of them | all |
//! | | `min`, `max` | scores, 0 to 100 | 0, 100 |
//! | | `unscored` | `include`, `exclude`, `only` | `include` without a range |
//! | | `aspect`, `stance` | an aspect; `positive`, `mixed`, `negative` on it | any |
//! | | `sort` | `score`, `date`, `reviewer`, `length` | `score` |
//! | | `pick` | ids of reviews picked to compare | none |
//! | `/compare/<slug>` | `reviews` | ids of two to six reviews, in the order of the columns | the film's set, else its most contrasting |
//! | | `pin` | ids of those whose columns come first and stay in view | none |
//! | | `rows` | `all`, `differ`, `agree`, `one` | `all` |
//! | | `order` | `contested`, `list` | `contested` |
//! | | `mode` | `aligned`, `written` | `aligned` |
//! | | `opinions` | `only`: all that is not opinion is folded | all |
//! | | `spoilers` | 0 to 3: what goes beyond is hidden until asked for | 2 |
//! | | `blind` | `yes`: names, outlets and grades are hidden | shown |
//! | | `aspect` | the aspect whose passages are looked at | none |
//! | | `passage` | one passage, as a review's id, a colon and the claim's number from 1 | none |
//! | `/reviewers/compare` | `who` | slugs of two reviewers | none |
//! | `/reviewers`, `/reviewer/<slug>`, `/about` | none | | |
//!
//! Lists are parted by commas. Defaults are left out. What cannot be read falls back to its default
//! and is told in a [`Notice`].

mod catalog_view;
mod compare_view;
mod film_view;
mod notice;
mod pair_view;
mod query;
mod title;

pub use catalog_view::CatalogView;
pub use compare_view::{ClaimName, CompareView, Focus, NoClaimName, NoFocus, ReadingMode};
pub use film_view::FilmView;
pub use notice::Notice;
pub use pair_view::PairView;
pub use query::{Query, Reader};
pub use title::title;

use crate::domain::gather::Gather;
use crate::domain::slug::{FilmSlug, ReviewId, ReviewerSlug};

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// All films.
    Catalogue,
    /// One film.
    Film(FilmSlug),
    /// Reviews of one film, side by side.
    Compare(FilmSlug),
    /// All reviewers.
    Reviewers,
    /// Two reviewers over the films that both reviewed.
    ReviewersCompare,
    /// One reviewer.
    Reviewer(ReviewerSlug),
    /// What the site is.
    About,
    /// Anything else: the path as it was asked for, after a single slash. Two would make a link to
    /// it a link to another host.
    NotFound(String),
}

impl Route {
    /// Reads a path below the base, such as `/film/heat`. A trailing slash does not matter.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let not_found = || Self::NotFound(format!("/{}", path.trim_start_matches('/')));
        let Some(decoded) = query::decode_path(path) else { return not_found() };
        let segments: Vec<&str> = decoded.split('/').filter(|segment| !segment.is_empty()).gathered();
        match segments.as_slice() {
            [] | ["index.html"] => Some(Self::Catalogue),
            ["film", slug] => slug.parse().ok().map(Self::Film),
            ["compare", slug] => slug.parse().ok().map(Self::Compare),
            ["reviewers"] => Some(Self::Reviewers),
            ["reviewers", "compare"] => Some(Self::ReviewersCompare),
            ["reviewer", slug] => slug.parse().ok().map(Self::Reviewer),
            ["about"] => Some(Self::About),
            _ => None,
        }
        .unwrap_or_else(not_found)
    }

    /// The path below the base, starting with a slash.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Catalogue => "/".to_owned(),
            Self::Film(slug) => format!("/film/{slug}"),
            Self::Compare(slug) => format!("/compare/{slug}"),
            Self::Reviewers => "/reviewers".to_owned(),
            Self::ReviewersCompare => "/reviewers/compare".to_owned(),
            Self::Reviewer(slug) => format!("/reviewer/{slug}"),
            Self::About => "/about".to_owned(),
            Self::NotFound(path) => path.clone(),
        }
    }
}

/// A page with what is chosen on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The page.
    pub route: Route,
    /// What is chosen.
    pub query: Query,
}

impl Address {
    /// A page with nothing chosen.
    #[must_use]
    pub fn of(route: Route) -> Self {
        Self { route, query: Query::default() }
    }

    /// The catalogue as chosen.
    #[must_use]
    pub fn catalogue(view: &CatalogView) -> Self {
        Self { route: Route::Catalogue, query: view.query() }
    }

    /// A film with its reviews as chosen.
    #[must_use]
    pub fn film(slug: FilmSlug, view: &FilmView) -> Self {
        Self { route: Route::Film(slug), query: view.query() }
    }

    /// A film with only one reviewer's reviews.
    #[must_use]
    pub fn film_by(slug: FilmSlug, reviewer: ReviewerSlug) -> Self {
        Self::film(slug, &FilmView::default().only(reviewer))
    }

    /// A comparison of reviews of one film.
    #[must_use]
    pub fn compare(slug: FilmSlug, reviews: &[ReviewId]) -> Self {
        let reviews = Some(reviews.iter().map(ToString::to_string).gathered());
        Self::comparison(slug, &CompareView { reviews, ..CompareView::default() })
    }

    /// A comparison as chosen.
    #[must_use]
    pub fn comparison(slug: FilmSlug, view: &CompareView) -> Self {
        Self { route: Route::Compare(slug), query: view.query() }
    }

    /// Two reviewers, or one to choose another for, over the films that both reviewed.
    #[must_use]
    pub fn pair(who: &[&ReviewerSlug]) -> Self {
        let view = PairView { who: who.iter().copied().cloned().gathered() };
        Self { route: Route::ReviewersCompare, query: view.query() }
    }

    /// The path and query below the base, starting with a slash.
    #[must_use]
    pub fn relative(&self) -> String {
        let path = self.route.path();
        if self.query.is_empty() { path } else { format!("{path}?{}", self.query) }
    }
}

/// The path that the site is served under: starts and ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

impl Default for Base {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl Base {
    /// The base of a path, with the slashes that it lacks.
    #[must_use]
    pub fn new(path: &str) -> Self {
        let inner = path.trim_matches('/');
        if inner.is_empty() { Self::default() } else { Self(format!("/{inner}/")) }
    }

    /// The base itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part of a path below the base, starting with a slash; none where it is elsewhere.
    #[must_use]
    pub fn strip<'a>(&self, path: &'a str) -> Option<&'a str> {
        let bare = self.0.trim_end_matches('/');
        let below = path.strip_prefix(bare)?;
        match below {
            "" => Some("/"),
            below => below.starts_with('/').then_some(below),
        }
    }

    /// The whole path of an address, base included.
    #[must_use]
    pub fn href(&self, address: &Address) -> String {
        format!("{}{}", self.0.trim_end_matches('/'), address.relative())
    }

    /// The whole path of a file of the data set.
    #[must_use]
    pub fn data(&self, file: &str) -> String {
        format!("{}data/{file}", self.0)
    }
}
