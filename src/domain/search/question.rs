//! A search as typed: words, phrases, what is to be left out, and fields.

use std::{fmt, ops::RangeInclusive};

use crosscut_engine::term::Term;

use super::{LONGEST_SEARCH, nearest};
use crate::domain::{
    aspect::Aspect,
    claim::Stance,
    closed_list::closed_list,
    filter::ScoreRange,
    gather::Gather,
    grade::Score,
    text::{clipped, listed},
};

/// The most words and phrases of one search that count.
pub const MOST_TERMS: usize = 12;

closed_list! {
    /// What can be asked for by name, as in `aspect:pacing`.
    Field, "field" {
        /// Who reviewed it.
        Reviewer = "reviewer",
        /// Where the review was published.
        Outlet = "outlet",
        /// Who directed the film.
        Director = "director",
        /// The film's genre.
        Genre = "genre",
        /// The decade of its first showing.
        Decade = "decade",
        /// The year of its first showing.
        Year = "year",
        /// The code of its certificate.
        Certificate = "certificate",
        /// An aspect that the review speaks of.
        Aspect = "aspect",
        /// Which way the review goes: on that aspect where one is named, else on any.
        Stance = "stance",
        /// The review's score, 0 to 100.
        Score = "score",
        /// The film's average score, 0 to 100.
        Average = "average",
        /// `unscored` or `scored` reviews, or films with a `split`.
        Is = "is",
    }
}

closed_list! {
    /// What `is:` can ask for.
    State, "state" {
        /// A review without a score.
        Unscored = "unscored",
        /// A review with one.
        Scored = "scored",
        /// A film whose reviews split on an aspect.
        Split = "split",
    }
}

/// What a field asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// A name that one of the field's values has: of reviewers, outlets, directors, genres or
    /// certificates, as typed.
    Name(Field, String),
    /// Films first shown in these years.
    Years(RangeInclusive<u16>),
    /// Films first shown in these ten years.
    Decade(RangeInclusive<u16>),
    /// Reviews that speak of it.
    Aspect(Aspect),
    /// Reviews that go that way.
    Stance(Stance),
    /// Reviews with such a score.
    Score(ScoreRange),
    /// Films with such an average.
    Average(ScoreRange),
    /// Reviews or films in that state.
    Is(State),
}

/// One part of a search that cannot be read as meant, and what is made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A quotation mark without its second.
    Unclosed,
    /// A field that there is not; it is searched for as words.
    NoField(String),
    /// A value that its field does not take; it is left out.
    NoValue(Field, String),
    /// More words than count.
    TooMany,
    /// As long as a search can be: the field cuts off what is pasted beyond that.
    Cut,
    /// Nothing but marks, which are not searched for.
    OnlyMarks(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unclosed => {
                f.write_str("A quotation mark is not closed: the phrase is taken to run to the end of the search.")
            }
            Self::NoField(name) => {
                let hint = match nearest(name, Field::WORDS) {
                    Some(word) => format!("did you mean {word}:?"),
                    None => format!("fields are {}", listed(&Field::WORDS)),
                };
                write!(f, "There is no field {}: it is searched for as words ({hint}).", clipped(name, SHOWN))
            }
            Self::NoValue(field, value) => {
                let value = clipped(value, SHOWN);
                let what = if value.is_empty() { "is empty" } else { "cannot be read" };
                write!(f, "{field}:{value} {what} and is left out. {}", field.takes())
            }
            Self::TooMany => write!(f, "Only the first {MOST_TERMS} words and phrases are searched for."),
            Self::Cut => write!(f, "A search has at most {LONGEST_SEARCH} characters: what was beyond is cut off."),
            Self::OnlyMarks(text) => {
                write!(f, "“{}” has no letters or digits: marks are not searched for.", clipped(text, SHOWN))
            }
        }
    }
}

const SHOWN: usize = 40;

impl Field {
    /// What the field takes, in a sentence.
    fn takes(self) -> String {
        match self {
            Self::Reviewer | Self::Outlet | Self::Director | Self::Genre | Self::Certificate => {
                format!(
                    "It takes a name or the start of one; where it has spaces, in quotation marks: {self}:\"a name\"."
                )
            }
            Self::Decade => "It takes the first year of a decade: decade:1990s.".to_owned(),
            Self::Year => "It takes a year or a range: year:1994, year:1990..1999, year:>=1990.".to_owned(),
            Self::Score | Self::Average => {
                format!("It takes a score from 0 to 100 or a range: {self}:>=80, {self}:40..60.")
            }
            Self::Aspect => format!("It takes one of {}.", listed(&Aspect::WORDS)),
            Self::Stance => format!("It takes one of {}.", listed(&Stance::WORDS)),
            Self::Is => format!("It takes one of {}.", listed(&State::WORDS)),
        }
    }

    /// What a value of the field asks for.
    fn condition(self, value: &str) -> Option<Condition> {
        match self {
            Self::Reviewer | Self::Outlet | Self::Director | Self::Genre | Self::Certificate => {
                (!value.is_empty()).then(|| Condition::Name(self, value.to_owned()))
            }
            Self::Decade => {
                let start: u16 = value.strip_suffix(['s', 'S']).unwrap_or(value).parse().ok()?;
                let is_decade = start.is_multiple_of(10) && (1000..=9990).contains(&start);
                is_decade.then(|| Condition::Decade(start..=start + 9))
            }
            Self::Year => Some(Condition::Years(range(value, 0, 9999)?)),
            Self::Aspect => value.to_ascii_lowercase().parse().ok().map(Condition::Aspect),
            Self::Stance => value.to_ascii_lowercase().parse().ok().map(Condition::Stance),
            Self::Score => scores(value).map(Condition::Score),
            Self::Average => scores(value).map(Condition::Average),
            Self::Is => value.to_ascii_lowercase().parse().ok().map(Condition::Is),
        }
    }
}

fn scores(text: &str) -> Option<ScoreRange> {
    let score = |number: u16| u8::try_from(number).ok().and_then(Score::new);
    let range = range(text, 0, 100)?;
    ScoreRange::new(score(*range.start())?, score(*range.end())?)
}

/// A range of whole numbers between a lowest and a highest: `80`, `>=80`, `<80`, `40..60`, `..60`, `40..`.
/// None where it cannot be read, or holds nothing.
fn range(text: &str, lowest: u16, highest: u16) -> Option<RangeInclusive<u16>> {
    let number = |text: &str| text.parse::<u16>().ok();
    let (start, end) = if let Some(rest) = text.strip_prefix(">=") {
        (number(rest)?, highest)
    } else if let Some(rest) = text.strip_prefix("<=") {
        (lowest, number(rest)?)
    } else if let Some(rest) = text.strip_prefix('>') {
        (number(rest)?.checked_add(1)?, highest)
    } else if let Some(rest) = text.strip_prefix('<') {
        (lowest, number(rest)?.checked_sub(1)?)
    } else if let Some((start, end)) = text.split_once("..") {
        let or = |text: &str, other| if text.is_empty() { Some(other) } else { number(text) };
        (or(start, lowest)?, or(end, highest)?)
    } else {
        let only = number(text)?;
        (only, only)
    };
    (lowest <= start && start <= end && end <= highest).then_some(start..=end)
}

/// A search, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// What must stand in a film or one of its reviews, every term.
    pub terms: Vec<Term>,
    /// What must not; words count only where they stand whole, or anywhere in writing without spaces.
    pub without: Vec<Term>,
    /// What must hold. Of one field, one condition is enough, except that ranges narrow each other.
    pub conditions: Vec<Condition>,
    /// What must not hold, each.
    pub unwanted: Vec<Condition>,
    /// What could not be read as meant.
    pub troubles: Vec<Trouble>,
}

impl Question {
    /// Reads what a visitor typed. Whatever it is, something is made of it.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        let mut question = Self::default();
        if typed.chars().nth(LONGEST_SEARCH - 1).is_some() {
            question.troubles.push(Trouble::Cut);
        }
        let mut rest = typed.trim_start();
        while !rest.is_empty() {
            let part = rest.trim_start_matches(is_dash);
            let without = part.len() < rest.len() && part.starts_with(|letter: char| !letter.is_whitespace());
            let part = if without { part } else { rest };
            rest = question.take(part, without).trim_start();
        }
        question
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.without.is_empty() && self.conditions.is_empty() && self.unwanted.is_empty()
    }

    /// Takes the first part of what is left; gives the rest.
    fn take<'a>(&mut self, text: &'a str, without: bool) -> &'a str {
        if text.starts_with(is_quote) {
            let (phrase, closed, rest) = quoted(text);
            if !closed {
                self.troubles.push(Trouble::Unclosed);
            }
            match Term::phrase(phrase, !closed) {
                Some(term) => self.add(term, without),
                // An empty phrase is one that is about to be typed.
                None if phrase.trim().is_empty() => {}
                None => self.troubles.push(Trouble::OnlyMarks(phrase.to_owned())),
            }
            return rest;
        }
        let end = text.find(|letter: char| letter.is_whitespace() || is_quote(letter)).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        if let Some((name, value)) = word.split_once(':')
            && !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_alphabetic())
        {
            let (value, rest) = match rest.strip_prefix(is_quote) {
                Some(_) if value.is_empty() => {
                    let (value, closed, rest) = quoted(rest);
                    if !closed {
                        self.troubles.push(Trouble::Unclosed);
                    }
                    (value.trim(), rest)
                }
                _ => (value, rest),
            };
            match name.to_ascii_lowercase().parse::<Field>() {
                Ok(field) => {
                    self.add_condition(field, value, without);
                    return rest;
                }
                Err(_) if !value.is_empty() => self.troubles.push(Trouble::NoField(name.to_owned())),
                Err(_) => {}
            }
        }
        match Term::typed(word) {
            Some(term) => self.add(term, without),
            // What is to be left out is about to be typed.
            None if word.chars().all(is_dash) => {}
            None => self.troubles.push(Trouble::OnlyMarks(word.to_owned())),
        }
        rest
    }

    fn add(&mut self, term: Term, without: bool) {
        if self.terms.len() + self.without.len() == MOST_TERMS {
            if !self.troubles.contains(&Trouble::TooMany) {
                self.troubles.push(Trouble::TooMany);
            }
            return;
        }
        let (term, terms) = if without { (term.whole(), &mut self.without) } else { (term, &mut self.terms) };
        if !terms.contains(&term) {
            terms.push(term);
        }
    }

    fn add_condition(&mut self, field: Field, value: &str, without: bool) {
        match field.condition(value) {
            Some(condition) if without => self.unwanted.push(condition),
            Some(condition) => self.conditions.push(condition),
            None => self.troubles.push(Trouble::NoValue(field, value.to_owned())),
        }
    }

    /// What could not be read as meant, in words.
    #[must_use]
    pub fn notices(&self) -> Vec<String> {
        self.troubles.iter().map(ToString::to_string).gathered()
    }
}

/// Whether a sign says that what follows is to be left out: phones and word processors make longer dashes of one.
const fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}')
}

const fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '\u{201C}'..='\u{201F}' | '«' | '»')
}

/// What stands in the quotation marks that a text starts with, whether they are closed, and what follows.
fn quoted(text: &str) -> (&str, bool, &str) {
    let inner = text.strip_prefix(is_quote).unwrap_or(text);
    match inner.char_indices().find(|(_, letter)| is_quote(*letter)) {
        Some((at, mark)) => {
            (inner.get(..at).unwrap_or_default(), true, inner.get(at + mark.len_utf8()..).unwrap_or_default())
        }
        None => (inner, false, ""),
    }
}
