//! Films with their reviews, to be searched.
//!
//! Everything that can be found has a row: each film one, and right after it each of its reviews. What
//! stands in a film's title or its people is found in all its rows; what stands in a review, in that
//! one. So one set of rows says which films and which reviews are found.

use std::{array, ops::Range};

use crate::{
    bits::Bits,
    index::WordIndex,
    names::narrow,
    term::{Fit, Term},
};

/// Where a term can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The film's title, or its year.
    Title,
    /// Those who made it or play in it.
    People,
    /// The reviewer's name.
    Reviewer,
    /// Where the review was published.
    Outlet,
    /// The review's own title.
    Headline,
    /// The review's text.
    Text,
}

impl Place {
    /// Every place, the best first.
    pub const ALL: [Self; PLACES as usize] =
        [Self::Title, Self::People, Self::Reviewer, Self::Outlet, Self::Headline, Self::Text];
}

const PLACES: u8 = 6;

/// How well a term is met: 0 is best. Whole words and starts of words come before parts of words;
/// among each, the place decides; at one place, whole words come before starts.
#[must_use]
pub const fn rank(place: Place, fit: Fit) -> u8 {
    let place = place as u8;
    match fit {
        Fit::Whole => 2 * place,
        Fit::Start => 2 * place + 1,
        Fit::Part => 2 * PLACES + place,
    }
}

/// How many ranks there are.
pub const RANKS: usize = 3 * Place::ALL.len();

/// Rows in which a term stands, by rank.
#[derive(Clone, Debug)]
pub struct Matches {
    /// All of them.
    pub rows: Bits,
    /// The rows of each rank that has any, the best first; every row at its best rank alone.
    pub ranks: Vec<(u8, Bits)>,
    /// Of each place the words that the term fits into, where these are known.
    words: [Option<Vec<u32>>; PLACES as usize],
}

impl Matches {
    /// The words of a place that the term fits into, where these are known.
    pub(crate) fn words_at(&self, place: Place) -> Option<&[u32]> {
        self.words[place as usize].as_deref()
    }
}

/// What is said of a review when it is added.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The reviewer, by their place among the names given.
    pub reviewer: Option<usize>,
    /// The outlet, by its place among the names given.
    pub outlet: Option<usize>,
    /// The review's own title.
    pub headline: Option<&'a str>,
}

/// Films with their reviews, to be searched. The texts of the reviews may come later than the rest.
#[derive(Clone, Debug)]
pub struct Corpus {
    /// Where the rows of each film start; the last ends with all rows.
    starts: Vec<u32>,
    /// The film of each row.
    film_of: Vec<u32>,
    /// The reviewer of each row, [`NOBODY`] of a film's own.
    reviewer_of: Vec<u32>,
    /// The outlet of each row, [`NOBODY`] where there is none.
    outlet_of: Vec<u32>,
    titles: WordIndex,
    people: WordIndex,
    reviewers: WordIndex,
    outlets: WordIndex,
    headlines: WordIndex,
    texts: WordIndex,
}

const NOBODY: u32 = u32::MAX;

impl Default for Corpus {
    fn default() -> Self {
        Self {
            starts: Vec::new(),
            film_of: Vec::new(),
            reviewer_of: Vec::new(),
            outlet_of: Vec::new(),
            titles: WordIndex::default(),
            people: WordIndex::default(),
            reviewers: WordIndex::default(),
            outlets: WordIndex::default(),
            headlines: WordIndex::default(),
            texts: WordIndex::keeping(),
        }
    }
}

impl Corpus {
    /// The name of a reviewer by its number.
    pub fn add_reviewer(&mut self, number: usize, name: &str) {
        self.reviewers.add(number, name);
    }

    /// The name of an outlet by its number.
    pub fn add_outlet(&mut self, number: usize, name: &str) {
        self.outlets.add(number, name);
    }

    /// Adds a film by its title and year; its reviews follow.
    pub fn add_film<'a>(&mut self, title: &str, year: &str, people: impl IntoIterator<Item = &'a str>) {
        let film = self.films();
        self.titles.add(film, title);
        self.titles.add(film, year);
        for name in people {
            self.people.add(film, name);
        }
        self.starts.push(narrow(self.film_of.len()));
        self.add_row(film, NOBODY, NOBODY);
    }

    /// Adds a review to the film that was added last; gives its row.
    pub fn add_review(&mut self, review: Entry) -> usize {
        let row = self.film_of.len();
        if let Some(headline) = review.headline {
            self.headlines.add(row, headline);
        }
        let film = self.films().saturating_sub(1);
        self.add_row(film, review.reviewer.map_or(NOBODY, narrow), review.outlet.map_or(NOBODY, narrow));
        row
    }

    fn add_row(&mut self, film: usize, reviewer: u32, outlet: u32) {
        self.film_of.push(narrow(film));
        self.reviewer_of.push(reviewer);
        self.outlet_of.push(outlet);
    }

    /// Adds to the text of a review: a block of it, with a tag. The blocks of one review come one right after
    /// the other.
    pub fn add_text(&mut self, row: usize, tag: u8, block: &str) {
        self.texts.add_block(row, tag, block);
    }

    /// The text of a review by its blocks, as it was added, each with its tag.
    #[must_use]
    pub fn text(&self, row: usize) -> Vec<(u8, String)> {
        self.texts.blocks(row)
    }

    /// How many films there are.
    #[must_use]
    pub const fn films(&self) -> usize {
        self.starts.len()
    }

    /// How many rows there are: films and reviews.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.film_of.len()
    }

    /// The rows of a film, its own first.
    #[must_use]
    #[inline]
    pub fn rows_of(&self, film: usize) -> Range<usize> {
        let at = |film: usize| self.starts.get(film).map_or(self.rows(), |row| *row as usize);
        at(film)..at(film + 1)
    }

    /// The film of a row.
    #[must_use]
    #[inline]
    pub fn film_of(&self, row: usize) -> usize {
        self.film_of.get(row).map_or(0, |film| *film as usize)
    }

    /// The film of each row.
    #[must_use]
    pub fn films_of_rows(&self) -> &[u32] {
        &self.film_of
    }

    /// The films that have any of these rows.
    #[must_use]
    #[inline(never)]
    pub fn films_with(&self, rows: &Bits) -> Bits {
        let mut films = Bits::none(self.films());
        let mut from = 0;
        while let Some(row) = rows.next(from) {
            let film = self.film_of(row);
            films.insert(film);
            from = self.rows_of(film).end;
        }
        films
    }

    /// All rows of these films.
    #[must_use]
    #[inline(never)]
    pub fn rows_with(&self, films: &Bits) -> Bits {
        let mut rows = Bits::none(self.rows());
        for film in films.iter() {
            rows.fill(self.rows_of(film));
        }
        rows
    }

    /// Looks up some more of the shortest parts of words, so that they are found in no time; false where
    /// all are.
    pub fn look_up(&mut self) -> bool {
        Place::ALL.into_iter().any(|place| {
            let things = self.things(place);
            self.index_mut(place).look_up(things)
        })
    }

    /// The rows in which a term stands.
    #[must_use]
    pub fn find(&self, term: &Term) -> Matches {
        self.find_among(term, None)
    }

    /// The rows in which a term stands, by those in which another stands that [narrows](Term::narrows) it:
    /// of a longer word only the words are looked at that have the shorter one.
    #[must_use]
    #[inline(never)]
    pub fn find_among(&self, term: &Term, wider: Option<&Matches>) -> Matches {
        let mut ranked: [Option<Bits>; RANKS] = [const { None }; RANKS];
        let mut words = [const { Some(Vec::new()) }; PLACES as usize];
        for place in Place::ALL {
            let Some(found) =
                self.index(place).find(term, wider.and_then(|wider| wider.words_at(place)), self.things(place))
            else {
                continue;
            };
            words[place as usize] = found.words;
            for (fit, rows) in Fit::ALL.into_iter().zip(self.rows_at(place, found.texts)) {
                if !rows.is_empty() {
                    ranked[usize::from(rank(place, fit))] = Some(rows);
                }
            }
        }
        let mut rows = Bits::none(self.rows());
        let mut ranks = Vec::new();
        for (rank, found) in (0..).zip(ranked) {
            let Some(mut found) = found else { continue };
            found.remove(&rows);
            if !found.is_empty() {
                rows.add(&found);
                ranks.push((rank, found));
            }
        }
        Matches { rows, ranks, words }
    }

    /// How many things a place has, as it numbers them.
    fn things(&self, place: Place) -> usize {
        match place {
            Place::Title | Place::People => self.films(),
            Place::Reviewer => self.reviewers.texts(),
            Place::Outlet => self.outlets.texts(),
            Place::Headline | Place::Text => self.rows(),
        }
    }

    /// The rows of what is numbered otherwise, by how a term fits there.
    fn rows_at(&self, place: Place, found: [Bits; 3]) -> [Bits; 3] {
        let of = |row_of: &[u32], found: [Bits; 3]| {
            let mut rows: [Bits; 3] = array::from_fn(|_| Bits::none(self.rows()));
            // How each thing is found best.
            let mut fits = vec![found.len(); found[0].length()];
            for (fit, found) in found.iter().enumerate().rev() {
                found.iter().for_each(|thing| fits[thing] = fit);
            }
            for (row, thing) in row_of.iter().enumerate() {
                if let Some(rows) = fits.get(*thing as usize).and_then(|fit| rows.get_mut(*fit)) {
                    rows.insert(row);
                }
            }
            rows
        };
        match place {
            Place::Title | Place::People => found.map(|found| self.rows_with(&found)),
            Place::Reviewer => of(&self.reviewer_of, found),
            Place::Outlet => of(&self.outlet_of, found),
            Place::Headline | Place::Text => found,
        }
    }

    pub(crate) const fn index(&self, place: Place) -> &WordIndex {
        match place {
            Place::Title => &self.titles,
            Place::People => &self.people,
            Place::Reviewer => &self.reviewers,
            Place::Outlet => &self.outlets,
            Place::Headline => &self.headlines,
            Place::Text => &self.texts,
        }
    }

    const fn index_mut(&mut self, place: Place) -> &mut WordIndex {
        match place {
            Place::Title => &mut self.titles,
            Place::People => &mut self.people,
            Place::Reviewer => &mut self.reviewers,
            Place::Outlet => &mut self.outlets,
            Place::Headline => &mut self.headlines,
            Place::Text => &mut self.texts,
        }
    }

    /// What of a place a row has, as that place numbers it.
    #[inline]
    pub(crate) fn at(&self, place: Place, row: usize) -> usize {
        let other = |of: &[u32]| of.get(row).map_or(usize::MAX, |number| *number as usize);
        match place {
            Place::Title | Place::People => self.film_of(row),
            Place::Reviewer => other(&self.reviewer_of),
            Place::Outlet => other(&self.outlet_of),
            Place::Headline | Place::Text => row,
        }
    }

    /// The words of a place that may come from another by at most so many changes of a letter, and in how
    /// many texts each stands.
    pub fn words_like(&self, place: Place, word: &str, changes: usize) -> impl Iterator<Item = (&str, usize)> {
        self.index(place).words_like(word, changes)
    }

    /// How many bytes it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let numbers = [&self.starts, &self.film_of, &self.reviewer_of, &self.outlet_of];
        numbers.map(|numbers| numbers.capacity() * 4).iter().sum::<usize>()
            + Place::ALL.map(|place| self.index(place).bytes()).iter().sum::<usize>()
    }
}
