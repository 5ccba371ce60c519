//! Filtering the catalogue by facets, with live counts.

use super::gather::Gather;
use super::{
    catalog::Catalog, closed_list::closed_list, film::Listing, filter::ScoreRange, search::Search, stats::ScoreSummary,
    text::address_form,
};

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

    /// A value as shown; the form in addresses where no film has it.
    #[must_use]
    pub fn label_of(self, value: &str, catalog: &Catalog) -> String {
        let found = catalog
            .films()
            .iter()
            .find_map(|film| self.values(film, catalog).into_iter().find(|(form, _)| form == value));
        found.map_or_else(|| value.to_owned(), |(_, label)| label)
    }

    /// A film's values: the form in addresses with the value as shown.
    fn values(self, film: &Listing, catalog: &Catalog) -> Vec<(String, String)> {
        let mut values: Vec<(String, String)> = match self {
            Self::Genre => film.genres.iter().map(|genre| (address_form(genre), genre.clone())).gathered(),
            Self::Decade => vec![(format!("{}s", film.decade()), format!("{}s", film.decade()))],
            Self::Director => film.directors.iter().map(|name| (address_form(name), name.clone())).gathered(),
            Self::Certificate => {
                film.certificate.iter().map(|it| (it.code().to_owned(), it.code().to_owned())).gathered()
            }
            Self::Reviewer => film
                .reviews
                .iter()
                .map(|review| (review.reviewer.to_string(), catalog.name_of(&review.reviewer)))
                .gathered(),
        };
        for place in (1..values.len()).rev() {
            let (before, from) = values.split_at(place);
            if before.iter().any(|earlier| from.first().is_some_and(|this| this.0 == earlier.0)) {
                values.remove(place);
            }
        }
        values
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

/// The parts of the filter that are counted apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Facet(Facet),
    Split,
}

/// One value of a facet, with its count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetOption {
    /// The form in addresses.
    pub value: String,
    /// The value as shown.
    pub label: String,
    /// How many films would be shown with it, under all the other filters.
    pub count: usize,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// The films to show, and the counts beside every option.
#[derive(Clone, Debug, Default)]
pub struct Found<'a> {
    /// The films, in the order of the index.
    pub films: Vec<&'a Listing>,
    /// The options of each facet, in the order of the facets; options are in the order of their
    /// values.
    pub facets: Vec<Vec<FacetOption>>,
    /// How many of the films have a split aspect, under all the other filters.
    pub split: usize,
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

    /// Applies the filter to the catalogue.
    #[must_use]
    pub fn apply<'a>(&self, catalog: &'a Catalog) -> Found<'a> {
        let found = catalog.search(&Search::new(&self.search));
        let films: Vec<Facts> = found.into_iter().map(|film| Facts::of(film, catalog)).gathered();
        let options = |facet: Facet| {
            let mut options = Vec::new();
            for (value, label) in catalog.films().iter().flat_map(|film| facet.values(film, catalog)) {
                option(&mut options, value, label);
            }
            for facts in films.iter().filter(|facts| self.accepts(facts, Some(Part::Facet(facet)))) {
                for (value, label) in facts.values(facet) {
                    option(&mut options, value.clone(), label.clone()).count += 1;
                }
            }
            for option in &mut options {
                option.chosen = self.chosen.of(facet).contains(&option.value);
            }
            options
        };
        Found {
            facets: Facet::ALL.into_iter().map(options).gathered(),
            split: films.iter().filter(|facts| facts.split && self.accepts(facts, Some(Part::Split))).count(),
            films: films.iter().filter(|facts| self.accepts(facts, None)).map(|facts| facts.film).gathered(),
        }
    }

    fn accepts(&self, facts: &Facts, part: Option<Part>) -> bool {
        let chosen_values = Facet::ALL.into_iter().all(|facet| {
            let chosen = self.chosen.of(facet);
            part == Some(Part::Facet(facet))
                || chosen.is_empty()
                || facts.values(facet).iter().any(|(value, _)| chosen.contains(value))
        });
        let score = !self.range.is_set() || facts.scores.mean.is_some_and(|mean| self.range.contains(mean));
        let split = part == Some(Part::Split) || !self.split || facts.split;
        chosen_values && score && split
    }

    /// The chosen values that no film of the catalogue has.
    #[must_use]
    pub fn unknown_values(&self, catalog: &Catalog) -> Vec<(Facet, String)> {
        let known = |facet: Facet, value: &str| {
            catalog.films().iter().any(|film| facet.values(film, catalog).iter().any(|(known, _)| known == value))
        };
        let unknown = self.chosen.iter().filter(|(facet, value)| !known(*facet, value));
        unknown.map(|(facet, value)| (facet, value.to_owned())).gathered()
    }

    /// The filter without the values that no film of the catalogue has.
    #[must_use]
    pub fn known(&self, catalog: &Catalog) -> Self {
        let unknown = self.unknown_values(catalog);
        unknown.iter().fold(self.clone(), |filter, (facet, value)| filter.toggled(*facet, value))
    }
}

/// The option of that value, made at its place where it is not there yet.
fn option(options: &mut Vec<FacetOption>, value: String, label: String) -> &mut FacetOption {
    let place = match options.binary_search_by(|option| option.value.cmp(&value)) {
        Ok(place) => place,
        Err(place) => {
            options.insert(place, FacetOption { value, label, count: 0, chosen: false });
            place
        }
    };
    &mut options[place]
}

/// What the filter asks of a film, worked out once.
struct Facts<'a> {
    film: &'a Listing,
    values: [Vec<(String, String)>; Facet::ALL.len()],
    scores: ScoreSummary,
    split: bool,
}

impl<'a> Facts<'a> {
    fn of(film: &'a Listing, catalog: &Catalog) -> Self {
        Self {
            film,
            values: Facet::ALL.map(|facet| facet.values(film, catalog)),
            scores: ScoreSummary::of(&film.reviews),
            split: !film.contention().splits.is_empty(),
        }
    }

    fn values(&self, facet: Facet) -> &[(String, String)] {
        self.values.get(facet as usize).map_or(&[], Vec::as_slice)
    }
}
