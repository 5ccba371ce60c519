//! Several reviews of one film, side by side, aspect by aspect.

use std::{fmt, sync::Arc};

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
}

/// One aspect over the compared reviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// How the reviews stand on it.
    pub tally: Tally,
    /// One cell a column; a silent review has none.
    pub cells: Vec<Option<Cell>>,
}

/// What one review says on one aspect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What its claims add up to.
    pub standing: Standing,
    /// The claims that carry it: one, or for a mixed cell the strongest for and against.
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
    /// Compares the reviews of those names, in that order.
    ///
    /// # Errors
    /// Where there are fewer than two or more than six, one is named twice, or one is not a review
    /// of the film.
    pub fn new(film: Arc<Film>, ids: &[ReviewId]) -> Result<Self, NotComparable> {
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
        let rows = rows(&film, &columns);
        Ok(Self { film, columns, rows })
    }

    /// The film.
    #[must_use]
    pub const fn film(&self) -> &Arc<Film> {
        &self.film
    }

    /// The reviews, in the order of the columns.
    pub fn reviews(&self) -> impl ExactSizeIterator<Item = &Review> {
        self.columns.iter().filter_map(|&column| self.film.reviews.get(column)).collect::<Vec<_>>().into_iter()
    }

    /// One row an aspect, in the list's order.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The rows, most contested first.
    #[must_use]
    pub fn rows_by_contention(&self) -> Vec<&Row> {
        let mut rows: Vec<&Row> = self.rows.iter().collect();
        rows.sort_by(|a, b| a.tally.by_contention(&b.tally));
        rows
    }
}

fn rows(film: &Film, columns: &[usize]) -> Vec<Row> {
    let reviews: Vec<&Review> = columns.iter().filter_map(|&column| film.reviews.get(column)).collect();
    let standings: Vec<Standings> = reviews.iter().map(|review| Standings::of(&review.claims)).collect();
    Aspect::ALL
        .into_iter()
        .map(|aspect| Row {
            tally: Tally::of(aspect, &standings),
            cells: reviews.iter().map(|review| Cell::of(review, aspect)).collect(),
        })
        .collect()
}

impl Cell {
    fn of(review: &Review, aspect: Aspect) -> Option<Self> {
        let claims: Vec<&Claim> = review.claims_on(aspect).collect();
        let standing = Standing::of(claims.iter().copied())?;
        let strongest = |stance: Stance| {
            claims
                .iter()
                .enumerate()
                .filter(|(_, claim)| claim.stance == stance)
                .min_by_key(|&(at, claim)| lead_key(review, claim, at))
                .map(|(at, _)| at)
        };
        let lead: Vec<usize> = match standing.stance {
            Stance::Mixed => {
                let sides = [strongest(Stance::Positive), strongest(Stance::Negative)];
                let both = sides.iter().all(Option::is_some);
                sides.into_iter().chain([if both { None } else { strongest(Stance::Mixed) }]).flatten().collect()
            }
            one => strongest(one).into_iter().collect(),
        };
        let (mut carrying, mut rest) = (Vec::new(), Vec::new());
        for (at, claim) in claims.into_iter().enumerate() {
            if lead.contains(&at) { carrying.push(claim.clone()) } else { rest.push(claim.clone()) }
        }
        Some(Self { standing, lead: carrying, rest })
    }
}

/// The claim that carries a cell is the strongest, then one that does not give the ending away,
/// then the one with the shortest quote, then the first.
fn lead_key(review: &Review, claim: &Claim, at: usize) -> (std::cmp::Reverse<u8>, bool, usize, usize) {
    let gives_away = review.spoiler_of(claim) == Spoiler::Ending;
    (std::cmp::Reverse(claim.strength.number()), gives_away, claim.quote.end - claim.quote.start, at)
}

/// How the compared reviews came to be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The address names them.
    Asked,
    /// The film's file names them.
    Named,
    /// They are the film's most contrasting set.
    MostContrasting,
}

/// Why a review that the address names is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Omission {
    /// No review of this film is called that.
    Unknown(String),
    /// It is named more than once.
    Twice(ReviewId),
    /// Six are named before it.
    TooMany(ReviewId),
}

/// The reviews to compare, how they were chosen, and what was left out on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The reviews, in the order of the columns; fewer than two where the address names fewer.
    pub ids: Vec<ReviewId>,
    /// How they were chosen.
    pub origin: Origin,
    /// What was left out.
    pub omissions: Vec<Omission>,
}

impl Selection {
    /// The reviews that the address names; where it names none, or none that the film has, the set
    /// that the film's file names, else its most contrasting set.
    #[must_use]
    pub fn of(film: &Film, asked: Option<&[String]>) -> Self {
        let asked = asked.map(|asked| Self::asked(film, asked));
        match asked {
            Some(asked) if asked.ids.is_empty() && !asked.omissions.is_empty() => {
                Self { omissions: asked.omissions, ..Self::default_of(film) }
            }
            Some(asked) => asked,
            None => Self::default_of(film),
        }
    }

    fn default_of(film: &Film) -> Self {
        let (ids, origin) = if film.compare.len() >= FEWEST {
            (film.compare.clone(), Origin::Named)
        } else {
            (contrasting_ids(film), Origin::MostContrasting)
        };
        Self { ids, origin, omissions: Vec::new() }
    }

    fn asked(film: &Film, asked: &[String]) -> Self {
        let mut ids: Vec<ReviewId> = Vec::new();
        let mut omissions = Vec::new();
        for name in asked {
            match film.reviews.iter().find(|review| review.id.as_str() == name) {
                None => omissions.push(Omission::Unknown(name.clone())),
                Some(review) if ids.contains(&review.id) => omissions.push(Omission::Twice(review.id.clone())),
                Some(review) if ids.len() == MOST => omissions.push(Omission::TooMany(review.id.clone())),
                Some(review) => ids.push(review.id.clone()),
            }
        }
        Self { ids, origin: Origin::Asked, omissions }
    }
}

fn contrasting_ids(film: &Film) -> Vec<ReviewId> {
    let standings: Vec<Standings> = film.reviews.iter().map(|review| Standings::of(&review.claims)).collect();
    super::contrast::most_contrasting(&standings)
        .into_iter()
        .filter_map(|at| film.reviews.get(at).map(|review| review.id.clone()))
        .collect()
}
