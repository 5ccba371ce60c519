//! Which two reviewers are compared.

use super::{Notice, Query};
use crate::domain::{catalog::Catalog, slug::ReviewerSlug};

/// The most reviewers that are compared at once.
const MOST: usize = 2;

/// The reviewers chosen: none, one, or two that are not the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PairView {
    /// Their slugs, in the order of the address.
    pub who: Vec<ReviewerSlug>,
}

impl PairView {
    /// Reads the parameters of the page, of which those count that are reviewers of the catalog.
    #[must_use]
    pub fn read(query: &Query, catalog: &Catalog) -> (Self, Vec<Notice>) {
        let mut reader = query.reader();
        let mut view = Self::default();
        for name in reader.parts("who").unwrap_or_default() {
            match name.parse().ok().and_then(|slug| catalog.reviewer(&slug)) {
                None => reader.note(Notice::Nobody(name.to_owned())),
                Some(reviewer) if view.who.contains(&reviewer.slug) => {
                    reader.note(Notice::Twice(reviewer.name.clone()));
                }
                Some(reviewer) if view.who.len() < MOST => view.who.push(reviewer.slug.clone()),
                Some(_) => {
                    reader.note(Notice::TooMany { what: "who", most: MOST });
                    break;
                }
            }
        }
        (view, reader.notices())
    }

    /// The parameters, defaults left out.
    #[must_use]
    pub fn query(&self) -> Query {
        Query::default().and_list("who", &self.who)
    }

    /// The view with another reviewer in a place, 0 or 1. It stays as it is where they are in one
    /// already.
    #[must_use]
    pub fn with(&self, place: usize, slug: ReviewerSlug) -> Self {
        let mut view = self.clone();
        if !view.who.contains(&slug) {
            match view.who.get_mut(place) {
                Some(chosen) => *chosen = slug,
                None if place < MOST => view.who.push(slug),
                None => {}
            }
        }
        view
    }
}
