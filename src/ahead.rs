//! Pages rendered ahead: what the app draws at an address, as HTML.
//!
//! The app's own components draw it, natively, with all that the page shows at hand. In the browser the app
//! takes the place of what stands there once it has loaded as much ([`mount`](crate::mount)).

use std::sync::Arc;

use leptos::prelude::{Owner, provide_context, untrack};

pub use crate::browser::names::{Code, Names};
use crate::{
    app::{app, provide_root},
    domain::{catalog::Catalog, film::Film},
    element::{Child, to_html},
    hooks::provide_read_site,
    route::{Address, Base},
};

/// What of a site is the same on every page.
#[derive(Clone, Debug)]
pub struct Site {
    /// The path it lives under.
    pub base: Base,
    /// Its films and reviewers.
    pub catalog: Arc<Catalog>,
    /// What its countries and languages are called.
    pub names: Names,
}

impl Site {
    /// What stands in the page's `#app` at an address. A film's page and its comparison take the film.
    #[must_use]
    pub fn html(&self, address: Address, film: Option<Arc<Film>>) -> String {
        let owner = Owner::new();
        provide_root(&owner);
        let html = owner.with(|| {
            provide_context(self.names.clone());
            let site = provide_read_site(self.base.clone(), address, Arc::clone(&self.catalog), film);
            untrack(|| to_html(app(site).view()))
        });
        owner.cleanup();
        html
    }
}
