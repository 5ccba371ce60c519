//! Data sets of any size for measuring, made up from a seed.
//!
//! They are as large and as uneven as real ones are: words, reviewers, directors and genres each
//! have their few common and many rare. Nothing in them means anything, and nobody in them exists.
//! Films are made one at a time, so that a data set need not fit into memory.

mod film;
mod names;
mod prose;
mod random;
mod review;
#[cfg(test)]
mod tests;
mod vocabulary;

use std::{collections::HashSet, fmt};

use crosscut::domain::{
    film::Film,
    grade::Scale,
    reviewer::{Reviewer, ReviewerKind},
    slug::ReviewerSlug,
    text::address_form,
};

pub use self::{
    random::{Random, Skewed},
    vocabulary::Vocabulary,
};

/// How much text a review has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corpus {
    /// 120 bytes on average: a headline and an opening, as a catalogue lists reviews.
    Short,
    /// 2,000 bytes on average in several blocks, and a headline.
    Full,
}

impl Corpus {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Full => "full",
        }
    }
}

impl fmt::Display for Corpus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A made-up data set: its films and their reviews, and those who wrote them.
#[derive(Debug)]
pub struct DataSet {
    seed: u64,
    size: usize,
    corpus: Corpus,
    vocabulary: Vocabulary,
    directors: Pool,
    actors: Pool,
    outlets: Pool,
    reviewers: Vec<Reviewer>,
    reviewers_drawn: Skewed,
}

/// Names, some of which come up more often.
#[derive(Debug)]
struct Pool {
    names: Vec<String>,
    drawn: Skewed,
}

impl Pool {
    /// The first comes up about four times as often as the mean.
    fn new(names: Vec<String>) -> Self {
        Self { drawn: Skewed::zipf(names.len(), names.len() / 10), names }
    }

    fn draw(&self, random: &mut Random) -> &str {
        &self.names[self.drawn.draw(random)]
    }

    /// So many different names, or all where there are no more.
    fn several(&self, random: &mut Random, count: usize) -> Vec<String> {
        let mut several: Vec<String> = Vec::with_capacity(count);
        while several.len() < count.min(self.names.len()) {
            let name = self.draw(random);
            if several.iter().all(|it| it != name) {
                several.push(name.to_owned());
            }
        }
        several
    }
}

impl DataSet {
    /// The data set of that many reviews that a seed settles.
    pub fn new(size: usize, corpus: Corpus, seed: u64) -> Self {
        let mut random = Random::new(seed);
        let mut taken = HashSet::new();
        let count = |per: usize| (size / per).max(4);
        let directors = names::people(&mut random, &mut taken, count(25));
        let actors = names::people(&mut random, &mut taken, count(8));
        let outlets = (0..count(240)).map(|_| names::outlet(&mut random, &mut taken)).collect();
        let reviewers: Vec<Reviewer> = (0..count(60)).map(|_| reviewer(&mut random, &mut taken)).collect();
        Self {
            seed,
            size,
            corpus,
            vocabulary: Vocabulary::new(seed),
            directors: Pool::new(directors),
            actors: Pool::new(actors),
            outlets: Pool::new(outlets),
            reviewers_drawn: Skewed::zipf(reviewers.len(), reviewers.len() / 20 + 1),
            reviewers,
        }
    }

    /// The words that its texts are made of.
    pub const fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Everyone who wrote a review of it, and some who did not.
    pub fn reviewers(&self) -> &[Reviewer] {
        &self.reviewers
    }

    /// Its films, made as they are asked for. Together they have exactly as many reviews as the data
    /// set is large.
    pub fn films(&self) -> impl Iterator<Item = Film> + '_ {
        let mut left = self.size;
        (0..).map_while(move |number| {
            let film = self.film(number, left)?;
            left -= film.reviews.len();
            Some(film)
        })
    }
}

/// Somebody who writes reviews: mostly a person, now and then a column of the site.
fn reviewer(random: &mut Random, taken: &mut HashSet<String>) -> Reviewer {
    const SCALES: [Scale; 5] = [Scale::OutOf5, Scale::OutOf4, Scale::OutOf10, Scale::Letters, Scale::Percent];
    loop {
        let name = names::person(random, taken);
        // Two names may differ in their accents alone.
        let Ok(slug) = address_form(&name).parse::<ReviewerSlug>() else { continue };
        if !taken.insert(slug.to_string()) {
            continue;
        }
        let house = random.chance(40);
        return Reviewer {
            slug,
            about: format!("{name} writes on film."),
            name,
            kind: if house { ReviewerKind::House } else { ReviewerKind::Person },
            beat: None,
            scale: Some(SCALES[random.lowest(2, SCALES.len())]),
        };
    }
}
