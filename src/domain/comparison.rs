//! Several reviews of one film, side by side, aspect by aspect.

mod addition;
mod arrangement;
mod selection;
mod summary;

use std::{cmp::Reverse, fmt, sync::Arc};

pub use addition::Addition;
pub use arrangement::{RowFilter, RowOrder};
pub use selection::{Omission, Origin, Selection, contrasting};

use super::gather::Gather;
use super::{
    agreement::Tally,
    aspect::Aspect,
    claim::{Claim, Stance, Standing, Standings},
    film::Film,
    review::{Review, Spoiler},
    slug::ReviewId,
};

/// The fewest reviews that can be compared.
pub const FEWEST: usize = 2;
/// The most reviews that can be compared.
pub const MOST: usize = 6;

/// Two to six distinct reviews of one film. There is no other way to make one, so nothing that
/// shows it has to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    film: Arc<Film>,
    columns: Vec<usize>,
    rows: Vec<Row>,
    level: Spoiler,
}

/// One aspect over the compared reviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// How the reviews stand on it.
    pub tally: Tally,
    /// One cell a column; a silent review has none.
    pub cells: Vec<Option<Cell>>,
    /// Whom the claims on it are about, first whom most of the reviews speak of, then in the order
    /// of the credits.
    pub people: Vec<PersonRow>,
}

/// One aspect of one person's work over the compared reviews: who praises whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// The person, as in the film's credits.
    pub name: String,
    /// Whom they play, or what they did.
    pub part: Option<String>,
    /// How the reviews stand on their work.
    pub tally: Tally,
    /// One cell a column; a review that does not speak of them has none.
    pub cells: Vec<Option<Cell>>,
}

/// What one review says on one aspect, or on one person under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What its claims add up to.
    pub standing: Standing,
    /// The claims that carry it: the strongest, or for a mixed cell the strongest for and against.
    /// Where one of them gives away more than it may, the strongest that does not comes after it.
    pub lead: Vec<Claim>,
    /// Its other claims, in the order of the file.
    pub rest: Vec<Claim>,
}

/// Why some reviews cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotComparable {
    /// Fewer than two.
    TooFew,
    /// More than six.
    TooMany,
    /// One is there twice.
    Twice,
    /// One is not of this film.
    NotOfThisFilm,
}

impl fmt::Display for NotComparable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooFew => "a comparison takes at least two reviews",
            Self::TooMany => "a comparison takes at most six reviews",
            Self::Twice => "a review cannot be compared with itself",
            Self::NotOfThisFilm => "only reviews of the same film can be compared",
        })
    }
}

impl std::error::Error for NotComparable {}

impl Comparison {
    /// Compares the reviews of those names, in that order. Of claims as strong, one that gives
    /// away no more than `level` carries a cell.
    ///
    /// # Errors
    /// Where there are fewer than two or more than six, one is named twice, or one is not a review
    /// of the film.
    pub fn new(film: Arc<Film>, ids: &[ReviewId], level: Spoiler) -> Result<Self, NotComparable> {
        if ids.len() < FEWEST {
            return Err(NotComparable::TooFew);
        }
        if ids.len() > MOST {
            return Err(NotComparable::TooMany);
        }
        let mut columns = Vec::with_capacity(ids.len());
        for id in ids {
            let column = film.reviews.iter().position(|review| review.id == *id);
            let column = column.ok_or(NotComparable::NotOfThisFilm)?;
            if columns.contains(&column) {
                return Err(NotComparable::Twice);
            }
            columns.push(column);
        }
        let rows = rows(&film, &columns, level);
        Ok(Self { film, columns, rows, level })
    }

    /// The film.
    #[must_use]
    pub const fn film(&self) -> &Arc<Film> {
        &self.film
    }

    /// The reviews, in the order of the columns.
    pub fn reviews(&self) -> impl ExactSizeIterator<Item = &Review> {
        self.columns.iter().filter_map(|&column| self.film.reviews.get(column)).gathered().into_iter()
    }

    /// One row an aspect, in the list's order.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// How much of the film the words that are shown may give away.
    #[must_use]
    pub const fn level(&self) -> Spoiler {
        self.level
    }

    /// Where each review stands, in the order of the columns.
    #[must_use]
    pub fn standings(&self) -> Vec<Standings> {
        self.reviews().map(|review| Standings::of(&review.claims)).gathered()
    }
}

fn rows(film: &Film, columns: &[usize], level: Spoiler) -> Vec<Row> {
    let reviews: Vec<&Review> = columns.iter().filter_map(|&column| film.reviews.get(column)).gathered();
    let cells = |aspect: Aspect, about: Option<&str>| -> (Tally, Vec<Option<Cell>>) {
        let cells: Vec<Option<Cell>> = reviews
            .iter()
            .map(|review| {
                let claims =
                    review.claims_on(aspect).filter(|claim| about.is_none() || claim.about.as_deref() == about);
                Cell::of(review, &claims.gathered(), level)
            })
            .gathered();
        let stances = cells.iter().map(|cell| cell.as_ref().map(|cell| cell.standing.stance));
        (Tally::counting(aspect, stances), cells)
    };
    let people = film.people();
    Aspect::ALL
        .into_iter()
        .map(|aspect| {
            let (tally, all) = cells(aspect, None);
            let about = |name: &str| {
                reviews.iter().any(|it| it.claims_on(aspect).any(|claim| claim.about.as_deref() == Some(name)))
            };
            let mut rows: Vec<PersonRow> = people
                .iter()
                .filter(|name| about(name))
                .map(|name| {
                    let (tally, cells) = cells(aspect, Some(name));
                    PersonRow { name: (*name).to_owned(), part: film.part_of(name), tally, cells }
                })
                .gathered();
            rows.sort_by_key(|row| Reverse(row.tally.speakers()));
            Row { tally, cells: all, people: rows }
        })
        .gathered()
}

impl Cell {
    /// What these claims of a review add up to; none of none.
    fn of(review: &Review, claims: &[&Claim], level: Spoiler) -> Option<Self> {
        let standing = Standing::of(claims.iter().copied())?;
        let hidden = |claim: &Claim| review.spoiler_of(claim) > level;
        let strongest = |stance: Stance, open: bool| {
            let claims = claims.iter().enumerate();
            let claims = claims.filter(|(_, claim)| claim.stance == stance && !(open && hidden(claim)));
            claims.min_by_key(|&(at, claim)| lead_key(claim, hidden(claim), at)).map(|(at, _)| at)
        };
        let has = |stance: Stance| claims.iter().any(|claim| claim.stance == stance);
        let sides: &[Stance] = match standing.stance {
            Stance::Mixed if has(Stance::Positive) && has(Stance::Negative) => &[Stance::Positive, Stance::Negative],
            Stance::Mixed => &Stance::ALL,
            Stance::Positive => &[Stance::Positive],
            Stance::Negative => &[Stance::Negative],
        };
        let lead: Vec<usize> =
            sides.iter().flat_map(|&side| [strongest(side, false), strongest(side, true)]).flatten().gathered();
        let (mut carrying, mut rest) = (Vec::new(), Vec::new());
        for (at, claim) in claims.iter().enumerate() {
            if lead.contains(&at) { carrying.push((*claim).clone()) } else { rest.push((*claim).clone()) }
        }
        Some(Self { standing, lead: carrying, rest })
    }
}

/// The claim that carries a cell is the strongest, then one that gives away no more than it may,
/// then the one with the shortest quote, then the first.
fn lead_key(claim: &Claim, hidden: bool, at: usize) -> (Reverse<u8>, bool, usize, usize) {
    (Reverse(claim.strength.number()), hidden, claim.quote.end - claim.quote.start, at)
}
