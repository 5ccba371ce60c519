//! Which reviews are compared, and how they were chosen.

use super::{FEWEST, MOST};
use crate::domain::gather::Gather;
use crate::domain::{claim::Standings, contrast::most_contrasting, film::Film, slug::ReviewId};

/// How the compared reviews came to be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The address names them.
    Asked,
    /// They are the ones that the film's file names, in whatever order.
    Named,
    /// They are the film's most contrasting set, in whatever order.
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
    /// It is to be pinned, and is not among those that are compared.
    NotPinned(String),
}

/// The reviews to compare, how they were chosen, and what was left out on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The reviews, in the order of the columns, pinned ones first; fewer than two where the address
    /// names fewer.
    pub ids: Vec<ReviewId>,
    /// How many of them, from the first, are pinned.
    pub pinned: usize,
    /// How they were chosen.
    pub origin: Origin,
    /// What was left out.
    pub omissions: Vec<Omission>,
}

impl Selection {
    /// The reviews that the address names; where it names none, or none that the film has, the set
    /// that the film's file names, else its most contrasting set. Those that are pinned come first.
    #[must_use]
    pub fn of(film: &Film, asked: Option<&[String]>, pins: &[String]) -> Self {
        let mut selection = match asked {
            None => Self::of_ids(film, usual(film)),
            Some(names) => {
                let asked = Self::asked(film, names);
                if asked.ids.is_empty() && !asked.omissions.is_empty() {
                    Self { omissions: asked.omissions, ..Self::of_ids(film, usual(film)) }
                } else {
                    asked
                }
            }
        };
        selection.pin(pins);
        selection
    }

    /// What an address has to name for these reviews in this order: nothing where they are what the
    /// film opens with.
    #[must_use]
    pub fn to_name(film: &Film, ids: &[ReviewId]) -> Option<Vec<String>> {
        (usual(film) != ids).then(|| ids.iter().map(ToString::to_string).gathered())
    }

    fn of_ids(film: &Film, ids: Vec<ReviewId>) -> Self {
        let origin = if same(&ids, &film.compare) && ids.len() >= FEWEST {
            Origin::Named
        } else if same(&ids, &contrasting(film)) && ids.len() >= FEWEST {
            Origin::MostContrasting
        } else {
            Origin::Asked
        };
        Self { ids, pinned: 0, origin, omissions: Vec::new() }
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
        Self { omissions, ..Self::of_ids(film, ids) }
    }

    fn pin(&mut self, pins: &[String]) {
        let is_pinned = |id: &ReviewId| pins.iter().any(|pin| pin == id.as_str());
        for pin in pins {
            if !self.ids.iter().any(|id| id.as_str() == pin) {
                self.omissions.push(Omission::NotPinned(pin.clone()));
            }
        }
        // Stable, so that among the pinned and among the others the order is the address's.
        self.ids.sort_by_key(|id| !is_pinned(id));
        self.pinned = self.ids.iter().filter(|id| is_pinned(id)).count();
    }
}

/// The reviews that the film's comparison opens with.
fn usual(film: &Film) -> Vec<ReviewId> {
    if film.compare.len() >= FEWEST { film.compare.clone() } else { contrasting(film) }
}

/// The film's most contrasting set, in the order of the file.
#[must_use]
pub fn contrasting(film: &Film) -> Vec<ReviewId> {
    let standings: Vec<Standings> = film.reviews.iter().map(|review| Standings::of(&review.claims)).gathered();
    most_contrasting(&standings)
        .into_iter()
        .filter_map(|at| film.reviews.get(at).map(|review| review.id.clone()))
        .gathered()
}

/// Whether two lists have the same reviews, in whatever order.
fn same(one: &[ReviewId], other: &[ReviewId]) -> bool {
    one.len() == other.len() && one.iter().all(|id| other.contains(id))
}
