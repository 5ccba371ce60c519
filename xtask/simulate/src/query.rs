//! What visitors search for: a log of queries, drawn.
//!
//! Words come from a review, as those of people who have something in mind do: so every query finds at least that
//! one. Half of the words are from the names of its film, half from its text, without the most common ones, which
//! nobody types by themselves.

use std::fmt;

use super::{
    cost::Trace,
    language::Language,
    layout::Layout,
    parts::SHORTEST,
    random::Random,
    search::{Also, Search, Wanted},
    sizes::VALUES,
};

/// How many of the most common words nobody searches for by themselves.
const USUAL: u32 = 150;
/// The ranks up to which a word of a text is called common.
const COMMON: u32 = 3_000;
/// A word in fewer than one of so many reviews is called rare.
const RARE: u32 = 2_000;

/// What queries are named among what draws numbers.
const QUERY: u64 = 15;

/// The kinds of queries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    ShortBeginning,
    LongBeginning,
    Word,
    RareAndCommon,
    TwoCommon,
    Three,
    Part,
    Phrase,
    Filtered,
    Film,
}

impl Kind {
    pub const ALL: [Self; 10] = [
        Self::ShortBeginning,
        Self::LongBeginning,
        Self::Word,
        Self::RareAndCommon,
        Self::TwoCommon,
        Self::Three,
        Self::Part,
        Self::Phrase,
        Self::Filtered,
        Self::Film,
    ];
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::ShortBeginning => "typing, 1 to 3 letters",
            Self::LongBeginning => "typing, 4 letters and more",
            Self::Word => "one word, with counts",
            Self::RareAndCommon => "a rare and a common word",
            Self::TwoCommon => "two common words",
            Self::Three => "three or four words",
            Self::Part => "part of a word",
            Self::Phrase => "phrase",
            Self::Filtered => "word and facet, with counts",
            Self::Film => "opening a film",
        })
    }
}

/// A query.
#[derive(Clone, Debug, PartialEq)]
pub enum Query {
    Typing(String),
    Word(Wanted),
    Words(Vec<Wanted>, Also),
    Part(String),
    Film(u32),
}

impl Query {
    /// Runs the query.
    pub fn run(&self, search: &Search) -> Trace {
        match self {
            Self::Typing(beginning) => search.typing(beginning),
            Self::Word(word) => search.word(word),
            Self::Words(words, also) => search.words(words, *also),
            Self::Part(part) => search.part(part),
            Self::Film(film) => search.film(*film),
        }
    }

    /// The bytes of the whole lists of its words, where it has several; where it has a facet, of all that counting
    /// exactly would have to read.
    pub fn whole(&self, search: &Search) -> Option<u64> {
        match self {
            Self::Words(words, also) => Some(search.whole(words, also.value)),
            Self::Typing(_) | Self::Word(_) | Self::Part(_) | Self::Film(_) => None,
        }
    }
}

/// A log of queries, by turns of each kind.
pub fn log(layout: &Layout, queries: usize) -> Vec<(Kind, Query)> {
    let turn = |number: usize| {
        let kind = Kind::ALL[number % Kind::ALL.len()];
        let mut draw = Draw::of(layout, number as u64);
        (kind, draw.query(kind))
    };
    (0..queries).map(turn).collect()
}

/// Draws a query from a review.
struct Draw<'a> {
    layout: &'a Layout<'a>,
    random: Random,
    review: u32,
}

impl<'a> Draw<'a> {
    fn of(layout: &'a Layout, number: u64) -> Self {
        let mut random = Random::of(layout.site.seed, &[QUERY, number]);
        // A review of a popular film is more often looked for than one of another.
        let share = random.unit() * random.unit();
        let review = (share * f64::from(layout.site.reviews())) as u32;
        Self { layout, random, review }
    }

    fn query(&mut self, kind: Kind) -> Query {
        let also = Also::default();
        match kind {
            Kind::ShortBeginning => {
                let letters = 1 + self.random.below(3) as usize;
                Query::Typing(self.beginning(letters))
            }
            Kind::LongBeginning => {
                let letters = 4 + self.random.below(4) as usize;
                Query::Typing(self.beginning(letters))
            }
            Kind::Word => Query::Word(self.word()),
            Kind::RareAndCommon => Query::Words(vec![self.rare(), self.common()], also),
            Kind::TwoCommon => Query::Words(vec![self.common(), self.common()], also),
            Kind::Three => {
                let more = self.random.below(2);
                let words = (0..3 + more).map(|_| self.word()).collect();
                Query::Words(words, also)
            }
            Kind::Part => Query::Part(self.part()),
            Kind::Phrase => {
                let more = self.random.below(2);
                let words = (0..2 + more).map(|_| self.spoken(1)).collect();
                // From one in two hundred to one in three, all octaves alike: a guess.
                let share = 0.005 * (0.3_f64 / 0.005).powf(self.random.unit());
                Query::Words(words, Also { phrase: Some(share), value: None })
            }
            Kind::Filtered => {
                let value = self.random.below(VALUES);
                Query::Words(vec![self.word()], Also { phrase: None, value: Some(value) })
            }
            Kind::Film => Query::Film(self.layout.site.films.of_review(self.review)),
        }
    }

    /// A word of the text, of this rank and beyond.
    fn spoken(&mut self, least: u32) -> Wanted {
        loop {
            let rank = self.layout.site.language.word(&mut self.random);
            if let Some(word) = self.layout.vocabulary.place(rank).filter(|_| rank >= least) {
                return Wanted { word, with: self.review..self.review + 1 };
            }
        }
    }

    /// A word of the names of the film.
    fn name(&mut self) -> Wanted {
        let films = &self.layout.site.films;
        loop {
            let rank = Language::name(&mut self.random);
            if let Some(word) = self.layout.vocabulary.place(rank) {
                return Wanted { word, with: films.reviews_of(films.of_review(self.review)) };
            }
        }
    }

    fn word(&mut self) -> Wanted {
        if self.random.unit() < 0.5 { self.name() } else { self.spoken(USUAL) }
    }

    fn common(&mut self) -> Wanted {
        loop {
            let wanted = self.spoken(USUAL);
            if self.layout.vocabulary.terms[wanted.word].spread.rank <= COMMON {
                return wanted;
            }
        }
    }

    fn rare(&mut self) -> Wanted {
        let most = (self.layout.site.reviews() / RARE).max(20);
        loop {
            let wanted = self.name();
            if self.layout.vocabulary.terms[wanted.word].reviews <= most {
                return wanted;
            }
        }
    }

    /// The beginning of a word, or all of it where it is shorter.
    fn beginning(&mut self, letters: usize) -> String {
        let word = self.word().word;
        self.layout.vocabulary.terms[word].word.chars().take(letters).collect()
    }

    /// Three to six letters from within a word, not its beginning.
    fn part(&mut self) -> String {
        let least = SHORTEST + self.random.below(4) as usize;
        loop {
            let place = self.word().word;
            let word = &self.layout.vocabulary.terms[place].word;
            if word.len() > least {
                let start = 1 + self.random.below((word.len() - least) as u32) as usize;
                return word[start..(start + least).min(word.len())].to_owned();
            }
        }
    }
}
