//! The catalogue made ready for searching and filtering.

use std::cmp::Reverse;

use crosscut_engine::{
    bits::Bits,
    corpus::{Corpus, Entry},
    names::Names,
    values::Values,
};

use super::{counts::Counts, found::Memory};
use crate::domain::{
    aspect::Aspect,
    catalog::Catalog,
    claim::{Stance, Standings},
    facet::Facet,
    film::Listing,
    gather::Gather,
    grade::Score,
    review::Brief,
    sort::{FilmSort, SortFacts},
    text::address_form,
};

/// The values of a facet, by their forms in addresses, with the values as shown.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    pub values: Values,
    pub labels: Vec<String>,
    /// All spellings, and the number of the value of each.
    spellings: Names,
    spelled: Vec<u32>,
}

impl Named {
    /// Gives the thing that was added last a value. Of several spellings of one the first counts.
    fn add(&mut self, form: &str, label: &str) -> usize {
        let number = self.values.add_value(form);
        if number == self.labels.len() {
            self.labels.push(label.to_owned());
        }
        number
    }

    /// Gives the thing that was added last a value by a spelling of it, of which `form` makes the form.
    fn add_spelled(&mut self, label: &str, form: impl FnOnce(&str) -> String) -> usize {
        let spelling = self.spellings.add(label);
        if let Some(number) = self.spelled.get(spelling) {
            let number = *number as usize;
            self.values.give(number);
            return number;
        }
        let number = self.add(&form(label), label);
        self.spelled.push(u32::try_from(number).unwrap_or(u32::MAX));
        number
    }

    /// Whether every word of a text that is typed starts one of the words of a value.
    pub fn is_called(&self, value: usize, typed: &[String]) -> bool {
        let label = address_form(self.labels.get(value).map_or("", String::as_str));
        !typed.is_empty() && typed.iter().all(|start| label.split('-').any(|word| word.starts_with(start.as_str())))
    }

    /// The values with these forms.
    pub fn formed(&self, forms: &[String]) -> Bits {
        let mut wanted = Bits::none(self.labels.len());
        for form in forms {
            if let Some(number) = self.values.names().find(form) {
                wanted.insert(number);
            }
        }
        wanted
    }
}

/// The score of a review that has none.
pub(super) const UNSCORED: u8 = 101;
/// The score of a film's own row.
const NO_REVIEW: u8 = u8::MAX;

/// The catalogue made ready for searching and filtering: the texts packed, and every fact by which
/// films and reviews are filtered in a column of its own.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    pub(super) corpus: Corpus,
    /// Of films; that of the reviewers is of rows.
    facets: [Named; Facet::ALL.len()],
    /// Of rows.
    pub(super) outlets: Named,
    /// What films are ordered by.
    pub(super) facts: Vec<SortFacts>,
    pub(super) split: Bits,
    /// What is found and counted: reviews, and films that have none.
    pub(super) counted: Bits,
    /// The score of each row.
    pub(super) scores: Vec<u8>,
    /// Two bits an aspect for each row: 0 for silent, else the stance's number from 1.
    pub(super) stances: Vec<u32>,
    pub(super) memory: Memory,
    /// For each order of films the place of every film in it, where it was asked for.
    pub(super) orders: [Option<Vec<u32>>; FilmSort::ALL.len()],
}

impl Finder {
    /// Makes a catalogue ready; the texts of the reviews come later.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        let mut finder = Self::default();
        for film in catalog.films() {
            finder.add(catalog, &film);
        }
        finder
    }

    /// Adds the next film of a catalogue.
    pub(crate) fn add(&mut self, catalog: &Catalog, film: &Listing) {
        let people = film.directors.iter().chain(&film.others).map(String::as_str);
        self.corpus.add_film(&film.title, &film.year.to_string(), people);
        for facet in Facet::ALL.into_iter().filter(|facet| *facet != Facet::Reviewer) {
            let named = &mut self.facets[facet as usize];
            named.values.add_thing();
            for label in facet.labels(film) {
                named.add_spelled(&label, |label| facet.form_of(label));
            }
        }
        let number = self.corpus.films() - 1;
        let facts = SortFacts::of(film);
        if facts.splits > 0 {
            self.split.insert_anew(number);
        }
        self.facts.push(facts);
        self.add_row(None);
        if film.reviews.is_empty() {
            self.counted.insert_anew(self.corpus.rows() - 1);
        }
        for review in &film.reviews {
            self.add_row(Some(review));
            let by = &mut self.facets[Facet::Reviewer as usize];
            let slug = review.reviewer.as_str();
            let reviewer = by.values.add_value(slug);
            if reviewer == by.labels.len() {
                let name = catalog.name_of(&review.reviewer);
                self.corpus.add_reviewer(reviewer, &name);
                by.labels.push(name);
            }
            let outlet = review.outlet.as_ref().map(|outlet| {
                let known = self.outlets.labels.len();
                let number = self.outlets.add_spelled(outlet, address_form);
                if number == known {
                    self.corpus.add_outlet(number, outlet);
                }
                number
            });
            let headline = review.headline.as_deref();
            let row = self.corpus.add_review(Entry { reviewer: Some(reviewer), outlet, headline });
            self.counted.insert_anew(row);
        }
    }

    fn add_row(&mut self, review: Option<&Brief>) {
        self.facets[Facet::Reviewer as usize].values.add_thing();
        self.outlets.values.add_thing();
        let score = |review: &Brief| review.score().map_or(UNSCORED, Score::get);
        self.scores.push(review.map_or(NO_REVIEW, score));
        self.stances.push(review.map_or(0, |review| packed(&review.standings)));
    }

    /// Adds the text of a review by its blocks, each with a tag that comes back with it.
    pub fn add_text<'a>(&mut self, row: usize, blocks: impl IntoIterator<Item = (u8, &'a str)>) {
        self.memory.clear();
        for (tag, block) in blocks {
            self.corpus.add_text(row, tag, block);
        }
    }

    /// Makes the shortest searches faster, some more of them at every call; false where all are. What is
    /// added later undoes it.
    pub fn look_up(&mut self) -> bool {
        self.corpus.look_up()
    }

    /// The values of a facet.
    pub(super) const fn named(&self, facet: Facet) -> &Named {
        let [genre, decade, director, certificate, reviewer] = &self.facets;
        match facet {
            Facet::Genre => genre,
            Facet::Decade => decade,
            Facet::Director => director,
            Facet::Certificate => certificate,
            Facet::Reviewer => reviewer,
        }
    }

    /// A value of a facet as shown, by its form in addresses; none where nothing has it.
    #[must_use]
    pub fn label_of(&self, facet: Facet, form: &str) -> Option<&str> {
        let named = self.named(facet);
        named.labels.get(named.values.names().find(form)?).map(String::as_str)
    }

    /// How many values a facet has.
    #[must_use]
    pub const fn value_count(&self, facet: Facet) -> usize {
        self.named(facet).labels.len()
    }

    /// The number of a value of a facet, by its form in addresses; none where nothing has it.
    #[must_use]
    pub fn value(&self, facet: Facet, form: &str) -> Option<usize> {
        self.named(facet).values.names().find(form)
    }

    /// Some of the values of a facet, by their forms and in the order of these: the `chosen` ones, and
    /// of those that are called what is `typed` the `most` that most of the films have by these `counts`. Also
    /// gives how many are called so. Where nothing is typed, all are.
    #[must_use]
    pub fn foremost(
        &self,
        facet: Facet,
        typed: &str,
        chosen: &[String],
        counts: &Counts,
        most: usize,
    ) -> (Vec<String>, usize) {
        let named = self.named(facet);
        let words = typed_words(typed);
        let mut highest: Vec<(Reverse<usize>, usize)> = Vec::new();
        for value in 0..named.labels.len() {
            if words.is_empty() || named.is_called(value, &words) {
                highest.push((Reverse(counts.of(facet, value)), value));
            }
        }
        let called = highest.len();
        if called > most {
            // Of equal counts the value that came first.
            highest.sort_unstable();
            highest.truncate(most);
        }
        let known = chosen.iter().filter(|form| named.values.names().find(form).is_some());
        let mut forms: Vec<String> = known.cloned().gathered();
        for (_, value) in highest {
            let form = named.values.names().get(value);
            if !forms.iter().any(|known| known == form) {
                forms.push(form.to_owned());
            }
        }
        forms.sort_unstable();
        (forms, called)
    }

    /// The texts to search in.
    #[must_use]
    pub const fn corpus(&self) -> &Corpus {
        &self.corpus
    }
}

fn packed(standings: &Standings) -> u32 {
    standings.spoken().fold(0, |packed, (aspect, standing)| packed | stance_bits(standing.stance, aspect))
}

/// The bits of a stance on an aspect.
pub(super) const fn stance_bits(stance: Stance, aspect: Aspect) -> u32 {
    let number: u32 = match stance {
        Stance::Positive => 1,
        Stance::Mixed => 2,
        Stance::Negative => 3,
    };
    number << (2 * aspect.index())
}

/// Text as values are compared with it.
pub(super) fn typed_words(text: &str) -> Vec<String> {
    address_form(text).split('-').filter(|word| !word.is_empty()).map(str::to_owned).gathered()
}
