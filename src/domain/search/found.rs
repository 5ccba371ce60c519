//! What a search and filters find.

use std::sync::Arc;

use crosscut_engine::{
    bits::Bits,
    corpus::{Corpus, Matches},
    order::{Hit, Least, ordered},
    term::Term,
};

use super::{
    finder::{Finder, UNSCORED, stance_bits, typed_words},
    question::{Condition, Field, Question, State},
};
use crate::domain::{
    aspect::Aspect,
    claim::Stance,
    facet::{CatalogFilter, Facet},
    filter::ScoreRange,
    gather::Gather,
    sort::FilmSort,
    text::{address_form, fold},
};

/// The films and reviews that are found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The films, each with its best row, best first; in the order of the catalogue where no word is
    /// searched for.
    pub films: Vec<Hit>,
    /// Whether words are searched for, so that the order says something.
    pub ranked: bool,
    /// How many reviews are found.
    pub reviews: usize,
    /// What of the search could not be read, or names nothing that there is.
    pub notices: Vec<String>,
}

/// The answers to terms that were searched for before: most of a search is as it was a key earlier.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    recent: Vec<(Term, Arc<Matches>)>,
    least: Least,
}

/// How many answers are kept.
const KEPT: usize = 24;

impl Memory {
    /// Forgets all: more texts have come.
    pub fn clear(&mut self) {
        self.recent.clear();
        self.least = Least::default();
    }

    fn find(&mut self, corpus: &Corpus, term: &Term) -> Arc<Matches> {
        let known = self.recent.iter().position(|(known, _)| known == term);
        let kept = known.map(|at| self.recent.remove(at));
        let (term, matches) = kept.unwrap_or_else(|| self.find_anew(corpus, term));
        if self.recent.len() == KEPT {
            self.recent.remove(0);
        }
        self.recent.push((term, Arc::clone(&matches)));
        matches
    }

    /// Finds a term, by the longest part of it that is remembered.
    fn find_anew(&self, corpus: &Corpus, term: &Term) -> (Term, Arc<Matches>) {
        let mut wider: Option<&(Term, Arc<Matches>)> = None;
        for kept in self.recent.iter().filter(|(kept, _)| term.narrows(kept)) {
            if wider.is_none_or(|(other, _)| kept.0.narrows(other)) {
                wider = Some(kept);
            }
        }
        (term.clone(), Arc::new(corpus.find_among(term, wider.map(|(_, found)| &**found))))
    }
}

impl Finder {
    /// Applies a filter, with its search. The first `most` films are in exact order.
    #[must_use]
    pub fn find(&mut self, filter: &CatalogFilter, most: usize) -> Found {
        let Kept { terms, mut by_reviewers, parts, films, notices, .. } = self.keep(filter);
        if !parts.is_empty() {
            by_reviewers.keep(&self.corpus.rows_with(&films));
        }
        Found {
            ranked: !terms.is_empty(),
            films: ordered(&self.corpus, &by_reviewers, &terms, most, &mut self.memory.least),
            reviews: by_reviewers.count() - self.without_reviews(&films),
            notices,
        }
    }

    /// What a filter keeps, with its search.
    pub(super) fn keep(&mut self, filter: &CatalogFilter) -> Kept {
        let question = Question::read(&filter.search);
        let mut notices = question.notices();
        let mut rows = self.counted.clone();
        let mut terms = Vec::new();
        for term in &question.terms {
            let matches = self.memory.find(&self.corpus, term);
            rows.keep(&matches.rows);
            terms.push((term.clone(), matches));
        }
        for term in &question.without {
            rows.remove(&self.memory.find(&self.corpus, term).rows);
        }
        self.keep_conditions(&question, &mut rows, &mut notices);
        let mut by_reviewers = rows.clone();
        if let Some(reviewers) = &self.chosen(filter, Facet::Reviewer) {
            by_reviewers.keep(reviewers);
        }
        let parts = self.film_parts(filter);
        let with_rows = self.corpus.films_with(&by_reviewers);
        let films = under_parts(with_rows.clone(), &parts, None);
        Kept { terms, rows, by_reviewers, with_rows, parts, films, notices }
    }

    /// Films in another order than that in which they were found.
    pub fn sort(&mut self, films: &mut [Hit], sort: FilmSort) {
        let order = self.order(sort);
        films.sort_by_key(|hit| order.get(hit.film).copied());
    }

    /// Works out an order. The first time takes long.
    pub(crate) fn order(&mut self, sort: FilmSort) -> &[u32] {
        let Some(order) = self.orders.get_mut(sort as usize) else { return &[] };
        order.get_or_insert_with(|| sort.places(&self.facts))
    }

    /// The chosen values that nothing has.
    #[must_use]
    pub fn unknown_values(&self, filter: &CatalogFilter) -> Vec<(Facet, String)> {
        let unknown = filter.chosen.iter().filter(|(facet, value)| self.label_of(*facet, value).is_none());
        unknown.map(|(facet, value)| (facet, value.to_owned())).gathered()
    }

    /// The filter without the values that nothing has.
    #[must_use]
    pub fn known(&self, filter: &CatalogFilter) -> CatalogFilter {
        let unknown = self.unknown_values(filter);
        unknown.iter().fold(filter.clone(), |filter, (facet, value)| filter.toggled(*facet, value))
    }

    /// How many of these films have no reviews.
    fn without_reviews(&self, films: &Bits) -> usize {
        films.iter().filter(|film| self.corpus.rows_of(*film).len() == 1).count()
    }

    /// The films or rows that have any of the values chosen of a facet; none where all go.
    fn chosen(&self, filter: &CatalogFilter, facet: Facet) -> Option<Bits> {
        let (chosen, named) = (filter.chosen.of(facet), self.named(facet));
        (!chosen.is_empty()).then(|| named.values.with(&named.formed(chosen)))
    }

    /// The films that each part of the filter keeps by itself.
    fn film_parts(&self, filter: &CatalogFilter) -> Vec<(Part, Bits)> {
        let mut parts = Vec::new();
        for facet in Facet::ALL.into_iter().filter(|facet| *facet != Facet::Reviewer) {
            if let Some(with) = self.chosen(filter, facet) {
                parts.push((Part::Facet(facet), with));
            }
        }
        if filter.range.is_set() {
            parts.push((Part::Range, self.with_average(filter.range)));
        }
        if filter.split {
            parts.push((Part::Split, self.split.clone()));
        }
        parts
    }

    fn with_average(&self, range: ScoreRange) -> Bits {
        where_true(self.facts.iter().map(|facts| facts.average.is_some_and(|average| range.contains(average))))
    }

    /// Takes out the rows that do not hold what the fields of a search ask for. Of one field, one
    /// condition is enough, except that ranges narrow each other.
    fn keep_conditions(&self, question: &Question, rows: &mut Bits, notices: &mut Vec<String>) {
        let conditions = &question.conditions;
        let mut groups: Vec<(Kind, Bits)> = Vec::new();
        let aspects = aspects(conditions);
        let stances = stances(conditions);
        if !aspects.is_empty() || !stances.is_empty() {
            rows.keep(&self.taking(&stances, &aspects));
        }
        for condition in conditions {
            let Some(kind) = kind(condition) else { continue };
            let with = self.holding(condition, notices);
            match groups.iter_mut().find(|(known, _)| *known == kind) {
                Some((Kind::Field(_) | Kind::State(_), all)) => all.add(&with),
                Some((Kind::Range, _)) | None => groups.push((kind, with)),
            }
        }
        for (_, with) in &groups {
            rows.keep(with);
        }
        for condition in &question.unwanted {
            let with = match condition {
                Condition::Aspect(aspect) => self.taking(&[], &[*aspect]),
                Condition::Stance(stance) => self.taking(&[*stance], &aspects),
                other => self.holding(other, notices),
            };
            rows.remove(&with);
        }
    }

    /// The rows in which a condition holds that is not about aspects or stances.
    fn holding(&self, condition: &Condition, notices: &mut Vec<String>) -> Bits {
        match condition {
            Condition::Name(field, typed) => self.called(*field, typed, notices),
            Condition::Years(years) | Condition::Decade(years) => {
                self.corpus.rows_with(&where_true(self.facts.iter().map(|facts| years.contains(&facts.year))))
            }
            Condition::Average(range) => self.corpus.rows_with(&self.with_average(*range)),
            Condition::Score(range) => where_true(self.scores.iter().map(|score| in_range(*score, *range))),
            Condition::Is(State::Unscored) => where_true(self.scores.iter().map(|score| *score == UNSCORED)),
            Condition::Is(State::Scored) => where_true(self.scores.iter().map(|score| *score < UNSCORED)),
            Condition::Is(State::Split) => self.corpus.rows_with(&self.split),
            Condition::Aspect(_) | Condition::Stance(_) => Bits::all(self.corpus.rows()),
        }
    }

    /// The rows that have a value of that name: one that is what was typed, else one of its form, else each of which
    /// some word starts with every word of it.
    fn called(&self, field: Field, typed: &str, notices: &mut Vec<String>) -> Bits {
        let (named, of_films) = match field {
            Field::Reviewer => (self.named(Facet::Reviewer), false),
            Field::Outlet => (&self.outlets, false),
            Field::Director => (self.named(Facet::Director), true),
            Field::Genre => (self.named(Facet::Genre), true),
            // The fields that are left take no name.
            _ => (self.named(Facet::Certificate), true),
        };
        let form = address_form(typed);
        let words = typed_words(typed);
        let all = 0..named.labels.len();
        let mut wanted = Bits::none(all.end);
        let label = |value: usize| named.labels.get(value).map_or("", String::as_str);
        // `R18` and `R18+` have one form: what is just what was typed goes first.
        let typed_alike = |value: usize| fold(label(value)) == fold(typed);
        let formed_alike =
            |value: usize| address_form(named.values.names().get(value)) == form || address_form(label(value)) == form;
        let called = |value: usize| named.is_called(value, &words);
        let ways: [&dyn Fn(usize) -> bool; 3] = [&typed_alike, &formed_alike, &called];
        if let Some(way) = ways.into_iter().find(|way| all.clone().any(way)) {
            all.clone().filter(|value| way(*value)).for_each(|value| wanted.insert(value));
        }
        if wanted.is_empty() {
            let near = super::nearest(typed, all.clone().map(label)).or_else(|| nearest_part(typed, all.map(label)));
            let hint = near.map_or_else(String::new, |name| format!(" (did you mean “{name}”?)"));
            notices.push(format!("No {field} here is called “{}”{hint}.", crate::domain::text::clipped(typed, 40)));
        }
        let with = named.values.with(&wanted);
        if of_films { self.corpus.rows_with(&with) } else { with }
    }

    /// The rows that take any of these stances on any of these aspects; an empty list is any.
    fn taking(&self, stances: &[Stance], aspects: &[Aspect]) -> Bits {
        let aspects = if aspects.is_empty() { &Aspect::ALL[..] } else { aspects };
        let stances = if stances.is_empty() { &Stance::ALL[..] } else { stances };
        let mut wanted: Vec<(u32, u32)> = Vec::new();
        for aspect in aspects {
            let both = 3 << (2 * aspect.index());
            wanted.extend(stances.iter().map(|stance| (both, stance_bits(*stance, *aspect))));
        }
        where_true(self.stances.iter().map(|packed| wanted.iter().any(|(both, bits)| packed & both == *bits)))
    }
}

/// What a filter keeps.
pub(super) struct Kept {
    /// The words that are searched for, with the rows of each.
    terms: Vec<(Term, Arc<Matches>)>,
    /// The rows that the search keeps.
    pub rows: Bits,
    /// Of these, those by the reviewers that are chosen.
    by_reviewers: Bits,
    /// The films that have any such row.
    pub with_rows: Bits,
    /// The films that each other part of the filter keeps by itself.
    pub parts: Vec<(Part, Bits)>,
    /// The films that all keep.
    pub films: Bits,
    /// What of the search could not be read, or names nothing that there is.
    notices: Vec<String>,
}

/// Of some films those that all parts of a filter keep but one.
pub(super) fn under_parts(mut films: Bits, parts: &[(Part, Bits)], but: Option<Part>) -> Bits {
    parts.iter().filter(|(part, _)| Some(*part) != but).for_each(|(_, kept)| films.keep(kept));
    films
}

/// The parts of a filter that are counted apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Facet(Facet),
    Range,
    Split,
}

/// Which conditions go together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// One of the field is enough.
    Field(Field),
    /// Each must hold.
    Range,
    /// A review is scored or unscored; whether its film has a split is another matter.
    State(bool),
}

fn kind(condition: &Condition) -> Option<Kind> {
    match condition {
        Condition::Name(field, _) => Some(Kind::Field(*field)),
        Condition::Decade(_) => Some(Kind::Field(Field::Decade)),
        Condition::Years(_) | Condition::Score(_) | Condition::Average(_) => Some(Kind::Range),
        Condition::Is(state) => Some(Kind::State(*state == State::Split)),
        Condition::Aspect(_) | Condition::Stance(_) => None,
    }
}

fn aspects(conditions: &[Condition]) -> Vec<Aspect> {
    let aspect = |condition: &Condition| if let Condition::Aspect(aspect) = condition { Some(*aspect) } else { None };
    conditions.iter().filter_map(aspect).gathered()
}

fn stances(conditions: &[Condition]) -> Vec<Stance> {
    let stance = |condition: &Condition| if let Condition::Stance(stance) = condition { Some(*stance) } else { None };
    conditions.iter().filter_map(stance).gathered()
}

fn in_range(score: u8, range: ScoreRange) -> bool {
    (range.min().get()..=range.max().get()).contains(&score)
}

/// The name of which a word is nearest to what was typed.
fn nearest_part<'a>(typed: &str, names: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let word = super::nearest(typed, names.clone().flat_map(str::split_whitespace))?;
    names.into_iter().find(|name| name.split_whitespace().any(|part| part == word))
}

fn where_true(all: impl ExactSizeIterator<Item = bool>) -> Bits {
    let mut bits = Bits::none(all.len());
    for (number, holds) in all.enumerate() {
        if holds {
            bits.insert(number);
        }
    }
    bits
}
