//! What is chosen on a page.

use super::{searching::Searching, use_query};
use crate::domain::gather::Gather;
use crate::{
    derived::Derived,
    domain::film::Listing,
    route::{CatalogView, CompareView, FilmView, Notice},
};

/// What is chosen on a page, as the address says it, and what of the address was left out.
pub struct Choice<V: Send + Sync + 'static>(Derived<(V, Vec<Notice>)>);

impl<V: Send + Sync> Copy for Choice<V> {}
impl<V: Send + Sync> Clone for Choice<V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V: Clone + PartialEq + Send + Sync> Choice<V> {
    /// Reads what is chosen.
    pub fn with<T>(self, read: impl FnOnce(&V) -> T) -> T {
        self.0.with(|(view, _)| read(view))
    }

    /// What is chosen now.
    pub fn get(self) -> V {
        self.with(V::clone)
    }

    /// What is chosen now, without following it.
    pub fn get_untracked(self) -> V {
        self.0.with_untracked(|(view, _)| view.clone())
    }

    /// What of the address was left out.
    pub fn notices(self) -> Vec<String> {
        self.0.with(|(_, notices)| notices.iter().map(ToString::to_string).gathered())
    }
}

/// What is chosen in the catalogue.
pub fn use_catalog_view(searching: Searching) -> Choice<CatalogView> {
    let query = use_query();
    Choice(Derived::new(move |_| {
        let (view, mut notices) = query.with(CatalogView::read);
        let (view, unknown) = searching.with(|finder| view.known(finder));
        notices.extend(unknown);
        (view, notices)
    }))
}

/// What is chosen on a film's page.
pub fn use_film_view(film: Listing) -> Choice<FilmView> {
    let query = use_query();
    Choice(Derived::new(move |_| {
        let (view, mut notices) = query.with(FilmView::read);
        let (view, unknown) = view.known(&film);
        notices.extend(unknown);
        (view, notices)
    }))
}

/// What is chosen on a comparison's page. What its film does not have is for the page to leave out.
pub fn use_compare_view() -> Choice<CompareView> {
    let query = use_query();
    Choice(Derived::new(move |_| query.with(CompareView::read)))
}
