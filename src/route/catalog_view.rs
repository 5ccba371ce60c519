//! What is chosen in the catalogue.

use super::{
    Notice, Query, Reader,
    film_view::{and_range, read_range},
};
use crate::domain::gather::Gather;
use crate::domain::{
    facet::{CatalogFilter, Chosen, Facet},
    search::{Finder, LONGEST_SEARCH},
    sort::FilmSort,
};

/// The catalogue's filters and order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogView {
    /// Which films are shown.
    pub filter: CatalogFilter,
    /// In which order, where one is chosen.
    pub sort: Option<FilmSort>,
}

impl CatalogView {
    /// The order, chosen or by default: best match first where something is searched for, else by title.
    #[must_use]
    pub fn sort(&self) -> FilmSort {
        self.sort.unwrap_or_else(|| Self::default_sort(&self.filter))
    }

    fn default_sort(filter: &CatalogFilter) -> FilmSort {
        if filter.search.trim().is_empty() { FilmSort::Title } else { FilmSort::Match }
    }

    /// Reads the parameters of the catalogue.
    #[must_use]
    pub fn read(query: &Query) -> (Self, Vec<Notice>) {
        let mut reader = query.reader();
        let filter = CatalogFilter {
            search: read_search(&mut reader),
            chosen: Facet::ALL.into_iter().fold(Chosen::default(), |chosen, facet| {
                let form = |value: &str| Some(facet.form(value)).filter(|form| !form.is_empty());
                chosen.with(facet, reader.list(facet.word(), "names parted by commas", form))
            }),
            range: read_range(&mut reader),
            split: reader.flag("split", "yes"),
        };
        let sort = reader.word("sort").filter(|sort| *sort != Self::default_sort(&filter));
        (Self { filter, sort }, reader.notices())
    }

    /// The view without the values that no film has, and what is said of them.
    #[must_use]
    pub fn known(&self, finder: &Finder) -> (Self, Vec<Notice>) {
        let unknown = finder.unknown_values(&self.filter);
        let view = Self { filter: finder.known(&self.filter), sort: self.sort };
        let notice = |(facet, value): (Facet, String)| Notice::NothingHas { name: facet.word(), value };
        (view, unknown.into_iter().map(notice).gathered())
    }

    /// The parameters, defaults left out.
    #[must_use]
    pub fn query(&self) -> Query {
        let Self { filter, sort } = self;
        let search = filter.search.trim();
        let query = Query::default().and_some("q", (!search.is_empty()).then_some(search));
        let query =
            Facet::ALL.into_iter().fold(query, |query, facet| query.and_list(facet.word(), filter.chosen.of(facet)));
        and_range(query, filter.range)
            .and_some("split", filter.split.then_some("yes"))
            .and_some("sort", sort.filter(|sort| *sort != Self::default_sort(filter)))
    }

    /// The view with another filter.
    #[must_use]
    pub fn with(&self, filter: CatalogFilter) -> Self {
        Self { filter, sort: self.sort }
    }
}

fn read_search(reader: &mut Reader) -> String {
    let text = reader.text("q").unwrap_or_default().trim();
    if text.chars().count() > LONGEST_SEARCH {
        reader.note(Notice::TooLong { name: "q", most: LONGEST_SEARCH });
        return String::new();
    }
    text.to_owned()
}
