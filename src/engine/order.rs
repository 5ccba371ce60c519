//! The order in which films are listed that a search finds.

use std::{collections::BinaryHeap, sync::Arc};

use crate::{
    bits::Bits,
    corpus::{Corpus, Matches, Place},
    index::{MOST_MARKS, Marks},
    names::narrow,
    term::Term,
};

/// A film that is found, with what it is found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The film.
    pub film: usize,
    /// Its row in which the terms stand best: that of a review, or the film's own.
    pub row: usize,
}

/// The films that have any of the rows `found`, best first: by the sum of the ranks at which their best
/// row meets the terms; among the same, the closer the words stand together, the better; then in the
/// order of the corpus. The first `most` are in that order; closeness is not worked out for those after.
/// `least` is of the search before in the same corpus, or new; it is of this search then.
#[must_use]
#[inline(never)]
pub fn ordered(
    corpus: &Corpus,
    found: &Bits,
    terms: &[(Term, Arc<Matches>)],
    most: usize,
    least: &mut Least,
) -> Vec<Hit> {
    let mut hits = Vec::new();
    match terms {
        [] => every(corpus, found, &mut hits),
        [(term, matches)] if term.words().len() == 1 => by_rank(corpus, found, matches, &mut hits),
        terms => {
            let mut closeness = Closeness::of(corpus, terms, least);
            let sums = Sums::of(corpus, found, terms);
            for group in sums.groups(corpus, found, &closeness) {
                closeness.closer_first(corpus, found, &sums, group, most, &mut hits);
            }
        }
    }
    hits
}

/// In the order of the corpus, each with its first row.
fn every(corpus: &Corpus, found: &Bits, hits: &mut Vec<Hit>) {
    let mut from = 0;
    while let Some(row) = found.next(from) {
        let film = corpus.film_of(row);
        hits.push(Hit { film, row });
        from = corpus.rows_of(film).end;
    }
}

/// By the rank of the one term.
fn by_rank(corpus: &Corpus, found: &Bits, matches: &Matches, hits: &mut Vec<Hit>) {
    let mut seen = Bits::none(corpus.films());
    for (_, rows) in &matches.ranks {
        let mut rows = rows.clone();
        rows.keep(found);
        let mut from = 0;
        while let Some(row) = rows.next(from) {
            let film = corpus.film_of(row);
            if !seen.contains(film) {
                seen.insert(film);
                hits.push(Hit { film, row });
            }
            from = corpus.rows_of(film).end;
        }
    }
}

/// Of every row the sum of the ranks at which it meets the terms.
struct Sums(Vec<u16>);

/// The films whose best row has the same sum, in the order of the corpus.
struct Group {
    sum: u16,
    films: Vec<Candidate>,
}

/// A film, the first of its best rows, and how close the words may stand in any of these.
struct Candidate {
    film: u32,
    row: u32,
    least: usize,
}

impl Sums {
    fn of(corpus: &Corpus, found: &Bits, terms: &[(Term, Arc<Matches>)]) -> Self {
        let mut sums = vec![0; corpus.rows()];
        for (_, matches) in terms {
            for (rank, rows) in &matches.ranks {
                rows.each_in(found, |row| {
                    if let Some(sum) = sums.get_mut(row) {
                        *sum += u16::from(*rank);
                    }
                });
            }
        }
        Self(sums)
    }

    fn at(&self, row: usize) -> u16 {
        self.0.get(row).copied().unwrap_or(u16::MAX)
    }

    /// The films by the sum of their best row, best first.
    fn groups(&self, corpus: &Corpus, found: &Bits, closeness: &Closeness) -> Vec<Group> {
        let mut groups: Vec<Vec<Candidate>> = Vec::new();
        let mut put = |sum: u16, candidate: Candidate| {
            let place = usize::from(sum);
            if groups.len() <= place {
                groups.resize_with(place + 1, Vec::new);
            }
            if let Some(group) = groups.get_mut(place) {
                group.push(candidate);
            }
        };
        // The film of the row before, with its best rows.
        let mut best: Option<(u16, Candidate)> = None;
        found.each_in(found, |row| {
            let film = narrow(corpus.film_of(row));
            let (sum, least) = (self.at(row), closeness.least(row));
            match &mut best {
                Some((lowest, candidate)) if candidate.film == film && *lowest <= sum => {
                    if *lowest == sum {
                        candidate.least = candidate.least.min(least);
                    }
                }
                _ => {
                    let this = Candidate { film, row: narrow(row), least };
                    match best.replace((sum, this)) {
                        Some((sum, other)) if other.film != film => put(sum, other),
                        _ => {}
                    }
                }
            }
        });
        if let Some((sum, film)) = best {
            put(sum, film);
        }
        let groups = (0..).zip(groups).filter(|(_, films)| !films.is_empty());
        groups.map(|(sum, films)| Group { sum, films }).collect()
    }
}

/// Of each row a length that the words of a search do not come below, as far as it is known. Who types on
/// searches for words in which those before are: they stand no closer together. So most rows need not be
/// looked into again.
#[derive(Clone, Debug, Default)]
pub struct Least {
    words: Vec<String>,
    lengths: Vec<u16>,
}

impl Least {
    /// Where the words stand together nowhere.
    const NOWHERE: u16 = u16::MAX;

    /// Goes on to the words of another search, of so many rows.
    fn go_on(&mut self, words: Vec<String>, rows: usize) {
        let goes_on = self.words.len() <= words.len()
            && self.words.iter().zip(&words).all(|(before, word)| word.contains(before.as_str()));
        if !goes_on {
            self.lengths.clear();
        }
        self.lengths.resize(rows, 0);
        self.words = words;
    }

    fn of(&self, row: usize) -> usize {
        match self.lengths.get(row).copied().unwrap_or_default() {
            Self::NOWHERE => usize::MAX,
            length => length.into(),
        }
    }

    fn learn(&mut self, row: usize, length: usize) {
        let known = if length == usize::MAX {
            Self::NOWHERE
        } else {
            u16::try_from(length).unwrap_or(u16::MAX).min(Self::NOWHERE - 1)
        };
        if let Some(least) = self.lengths.get_mut(row) {
            *least = known;
        }
    }
}

/// How close together the words stand that are searched for.
struct Closeness<'a> {
    /// How many words there are, each once.
    searched: usize,
    /// Of each place in which all of them stand somewhere, which words are meant.
    marks: Vec<(Place, Marks)>,
    least: &'a mut Least,
}

impl<'a> Closeness<'a> {
    fn of(corpus: &Corpus, terms: &[(Term, Arc<Matches>)], least: &'a mut Least) -> Self {
        let mut words: Vec<(&str, Option<&Matches>)> = Vec::new();
        for (term, matches) in terms {
            // Of a phrase, what is known is not known of each of its words.
            let known = matches!(term, Term::Word(_)).then_some(&**matches);
            for word in term.words() {
                if words.iter().all(|(earlier, _)| earlier != word) && words.len() < MOST_MARKS {
                    words.push((word, known));
                }
            }
        }
        let marks = Place::ALL.map(|place| {
            let words: Vec<_> = words
                .iter()
                .map(|(word, matches)| (*word, matches.and_then(|matches| matches.words_at(place))))
                .collect();
            (place, corpus.index(place).marks(&words))
        });
        let marks = marks.into_iter().filter(|(_, marks)| marks.has(words.len())).collect();
        least.go_on(words.iter().map(|(word, _)| (*word).to_owned()).collect(), corpus.rows());
        Self { searched: words.len(), marks, least }
    }

    /// Puts the films of a group in the order of how close the words stand in their best rows, as far as that
    /// is asked for. Films in which they may stand closest come first: once as many as are asked for stand closer
    /// than they can in those that are left, these need not be looked into.
    fn closer_first(
        &mut self,
        corpus: &Corpus,
        found: &Bits,
        sums: &Sums,
        group: Group,
        most: usize,
        hits: &mut Vec<Hit>,
    ) {
        let Group { sum, mut films } = group;
        films.sort_by_key(|candidate| candidate.least);
        let asked = most.saturating_sub(hits.len());
        // Of the films that come first so far, how far apart the words stand.
        let mut first = BinaryHeap::new();
        let mut measured: Vec<(usize, Hit)> = Vec::new();
        for Candidate { film, row, least } in films {
            let film = film as usize;
            let is_full = first.len() >= asked;
            let farthest = first.peek().copied().unwrap_or_default();
            // Among films that are alike the order is that of the corpus, in which those of one `least` are.
            let is_after = is_full && (least > farthest || farthest <= self.searched);
            if is_after || least == usize::MAX {
                // Those in which the words stand nowhere together come last: they need not be counted.
                measured.push((usize::MAX, Hit { film, row: row as usize }));
                continue;
            }
            let mut best: Option<(usize, Hit)> = None;
            for row in corpus.rows_of(film).filter(|row| found.contains(*row) && sums.at(*row) == sum) {
                let least = self.least(row);
                if best.is_some_and(|(shortest, _)| least >= shortest) || is_full && least > farthest {
                    continue;
                }
                let length = self.window(corpus, row);
                if best.is_none_or(|(shortest, _)| length < shortest) {
                    best = Some((length, Hit { film, row }));
                }
                if length <= self.searched {
                    break;
                }
            }
            let Some(best) = best else { continue };
            measured.push(best);
            first.push(best.0);
            if is_full {
                first.pop();
            }
        }
        measured.sort_by_key(|(length, hit)| (*length, hit.film));
        hits.extend(measured.into_iter().map(|(_, hit)| hit));
    }

    /// What [`window`](Self::window) does not come below, as far as it is known.
    fn least(&self, row: usize) -> usize {
        self.least.of(row).max(self.searched)
    }

    /// The fewest words of one place of the row in which all stand, and not less than there are of them: one
    /// word may meet two. The greatest number where they stand together nowhere.
    fn window(&mut self, corpus: &Corpus, row: usize) -> usize {
        let at = |(place, marks): &(Place, Marks)| {
            corpus.index(*place).window(corpus.at(*place, row), marks, self.searched, self.searched)
        };
        let length = self.marks.iter().filter_map(at).min().map_or(usize::MAX, |length| length.max(self.searched));
        self.least.learn(row, length);
        length
    }
}
