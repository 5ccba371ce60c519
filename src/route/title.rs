//! The titles of pages, as browsers and announcements say them.

use super::Route;
use crate::domain::{
    catalog::Catalog,
    site::{NAME, TAGLINE},
};

/// The title of a page. Until the catalog is here, pages of films and reviewers are named by what
/// they are.
#[must_use]
pub fn title(route: &Route, catalog: Option<&Catalog>) -> String {
    let film = |slug| catalog.and_then(|catalog| catalog.title_of(slug));
    let page = match route {
        Route::Catalogue => return format!("{NAME}: {TAGLINE}"),
        Route::Film(slug) => match (film(slug), catalog) {
            (Some((title, year)), _) => format!("{title} ({year}), its reviews"),
            (None, Some(_)) => "No such film".to_owned(),
            (None, None) => "Film".to_owned(),
        },
        Route::Compare(slug) => match (film(slug), catalog) {
            (Some((title, year)), _) => format!("{title} ({year}), reviews compared"),
            (None, Some(_)) => "No such film".to_owned(),
            (None, None) => "Comparison".to_owned(),
        },
        Route::Reviewers => "Reviewers".to_owned(),
        Route::ReviewersCompare => "Two reviewers compared".to_owned(),
        Route::Reviewer(slug) => match (catalog.and_then(|catalog| catalog.reviewer(slug)), catalog) {
            (Some(reviewer), _) => reviewer.name.clone(),
            (None, Some(_)) => "No such reviewer".to_owned(),
            (None, None) => "Reviewer".to_owned(),
        },
        Route::About => "About".to_owned(),
        Route::NotFound(_) => "Page not found".to_owned(),
    };
    format!("{page} · {NAME}")
}
