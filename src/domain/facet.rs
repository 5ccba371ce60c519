//! Filtering the catalogue by facets, with live counts.

use super::gather::Gather;
use super::{closed_list::closed_list, film::Listing, filter::ScoreRange, text::address_form};

closed_list! {
    /// Something that films share, by which the catalogue can be narrowed.
    Facet, "facet" {
        /// Genre.
        Genre = "genre",
        /// Decade of the first showing.
        Decade = "decade",
        /// Director.
        Director = "director",
        /// The certificate's code.
        Certificate = "certificate",
        /// Who reviewed it.
        Reviewer = "reviewer",
    }
}

impl Facet {
    /// The facet as a reader sees it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Genre => "Genre",
            Self::Decade => "Decade",
            Self::Director => "Director",
            Self::Certificate => "Certificate",
            Self::Reviewer => "Reviewer",
        }
    }

    /// A value as it stands in an address, however it was typed there: `Bong Joon-ho` and
    /// `bong-joon-ho` are one, and so are `1970` and `1970s`.
    #[must_use]
    pub fn form(self, value: &str) -> String {
        match self {
            Self::Genre | Self::Director | Self::Reviewer => address_form(value),
            Self::Decade => format!("{}s", value.trim().trim_end_matches('s')),
            Self::Certificate => value.trim().to_ascii_uppercase(),
        }
    }

    /// A film's values as shown. Reviewers are of its reviews.
    pub(super) fn labels(self, film: &Listing) -> Vec<String> {
        match self {
            Self::Genre => film.genres.clone(),
            Self::Decade => vec![format!("{}s", film.decade())],
            Self::Director => film.directors.clone(),
            Self::Certificate => film.certificate.iter().map(|it| it.code().to_owned()).gathered(),
            Self::Reviewer => Vec::new(),
        }
    }

    /// A value as it stands in an address, by the value as shown.
    pub(super) fn form_of(self, label: &str) -> String {
        match self {
            Self::Genre | Self::Director | Self::Reviewer => address_form(label),
            Self::Decade | Self::Certificate => label.to_owned(),
        }
    }
}

/// The chosen values of every facet, by their form in addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen([Vec<String>; Facet::ALL.len()]);

impl Chosen {
    /// The values chosen of a facet, in the order of choosing.
    #[must_use]
    pub fn of(&self, facet: Facet) -> &[String] {
        self.0.get(facet as usize).map_or(&[], Vec::as_slice)
    }

    /// With these values chosen of a facet.
    #[must_use]
    pub fn with(mut self, facet: Facet, values: Vec<String>) -> Self {
        if let Some(chosen) = self.0.get_mut(facet as usize) {
            *chosen = values;
        }
        self
    }

    /// Every chosen value with its facet, in the order of the facets.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &str)> {
        Facet::ALL.into_iter().flat_map(|facet| self.of(facet).iter().map(move |value| (facet, value.as_str())))
    }
}

/// Which films the catalogue shows. Values of one facet widen, facets narrow each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogFilter {
    /// What is searched for, as typed.
    pub search: String,
    /// The chosen values of each facet, by their form in addresses.
    pub chosen: Chosen,
    /// Only films whose average score is inside.
    pub range: ScoreRange,
    /// Only films with a split aspect.
    pub split: bool,
}

impl CatalogFilter {
    /// Whether nothing is filtered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The filter with a value of a facet chosen, or no longer chosen.
    #[must_use]
    pub fn toggled(&self, facet: Facet, value: &str) -> Self {
        let mut values = self.chosen.of(facet).to_vec();
        match values.iter().position(|chosen| chosen == value) {
            Some(place) => drop(values.remove(place)),
            None => values.push(value.to_owned()),
        }
        Self { chosen: self.chosen.clone().with(facet, values), ..self.clone() }
    }
}
