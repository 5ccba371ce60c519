//! How many bytes things of a site take, by what is known of them without making them.
//!
//! Every figure comes from the real encoders: lists of words of many frequencies are made as the site would have
//! them, encoded, and measured; what lies between is read off between.

use super::{
    bits::put_varint,
    dictionary::{HERE, put_postings},
    language::LENGTHS,
    postings::{Posting, encode, encode_positions},
    random::Random,
    rank::{Best, FILMS, HITS, OF_A_FILM},
    site::{List, Site, Spread},
    vocabulary::Term,
};

/// How many postings of a long list are made to measure it.
const MEASURED: u32 = 20_000;
/// How many values the facets of a film or review have that are counted for every word.
pub const VALUES: u32 = 40;

/// What a slice of a list has at most, in bytes, where the list is cut.
const SLICE: f64 = 2_048.0;

/// What positions and counts are named among what draws numbers.
const POSITIONS: u64 = 10;
const COUNTS: u64 = 11;

/// A quantity by another, both above zero: measured at points, and read off between them as powers.
#[derive(Debug)]
struct Curve {
    points: Vec<(f64, f64)>,
}

impl Curve {
    /// Measured at about three points an octave up to `end`.
    fn up_to(end: u32, mut measure: impl FnMut(u32) -> f64) -> Self {
        let (mut points, mut next) = (Vec::new(), 1.0_f64);
        while next < f64::from(end) {
            let at = next.round() as u32;
            points.push((f64::from(at), measure(at).max(0.001)));
            next = (next * 1.25).max(next + 1.0);
        }
        points.push((f64::from(end), measure(end).max(0.001)));
        Self { points }
    }

    fn at(&self, x: f64) -> f64 {
        let after = self.points.partition_point(|point| point.0 < x).clamp(1, self.points.len() - 1);
        let ((x0, y0), (x1, y1)) = (self.points[after - 1], self.points[after]);
        if x <= x0 {
            return y0 * x / x0;
        }
        y0 * (y1 / y0).powf((x / x0).ln() / (x1 / x0).ln())
    }
}

/// The measures of a site. All are in bytes.
#[derive(Debug)]
pub struct Sizes {
    reviews: f64,
    /// A list, by how many bodies have the word.
    spoken: Curve,
    /// A list, by how many films have the word among their names.
    named: Curve,
    /// The list of these films, by their number.
    names: Curve,
    /// The positions, by how many bodies have the word.
    positions: Curve,
    /// The postings in the dictionary, by how many bodies have the word.
    here: Curve,
    /// The best reviews in the dictionary, by how many bodies have the word.
    best: Curve,
    /// The same, by how many films have it among their names: three follow each other then.
    best_named: Curve,
    /// The counts of the values of facets, by how many reviews have the word.
    counts: Curve,
}

impl Sizes {
    pub fn of(site: &Site) -> Self {
        let (reviews, films) = (site.reviews(), site.films.len());
        Self {
            reviews: f64::from(reviews),
            spoken: Curve::up_to(reviews, |bodies| spoken(site, bodies, |list, from| encode(list, from).len() as f64)),
            named: Curve::up_to((films / 8).max(2), |films| named(site, films)),
            names: Curve::up_to((films / 8).max(2), |named| names(site, named)),
            positions: Curve::up_to(reviews, |bodies| positions(site, bodies)),
            here: Curve::up_to(HERE, |bodies| spoken(site, bodies, |list, _| here(list))),
            best: Curve::up_to(reviews, |bodies| best(site, bodies, 0)),
            best_named: Curve::up_to((films / 8).max(2), |films| best(site, 0, films)),
            counts: Curve::up_to(reviews, |reviews| counts(site, reviews)),
        }
    }

    /// The posting list of a word.
    pub fn list(&self, term: &Term) -> f64 {
        let mut bytes = 0.0;
        if term.spread.bodies > 0 {
            bytes += self.spoken.at(f64::from(term.spread.bodies));
        }
        if term.spread.films > 0 {
            bytes += self.named.at(f64::from(term.spread.films));
        }
        bytes
    }

    /// The list of the films that have a word among their names, where it has one.
    pub fn names(&self, term: &Term) -> f64 {
        if has_names(term) { self.names.at(f64::from(term.spread.films)) } else { 0.0 }
    }

    /// The positions of a word.
    pub fn positions(&self, term: &Term) -> f64 {
        let named = only_named(term) / 8.0;
        named + if term.spread.bodies == 0 { 2.0 } else { self.positions.at(f64::from(term.spread.bodies)) }
    }

    /// The numbers of a word in the dictionary, but for the names of its own files.
    pub fn entry(&self, term: &Term) -> f64 {
        let count = varint(term.reviews);
        if term.reviews > HERE {
            return count + 1.0 + self.best(term) + self.lengths(term) + self.named_entry(term);
        }
        let (bodies, named) = (f64::from(term.spread.bodies), only_named(term));
        let spoken = if bodies > 0.0 { self.here.at(bodies) } else { 0.0 };
        // The reviews of a film follow each other: after the first of them a byte each.
        let first = 4.0 * f64::from(term.spread.films).min(named);
        count + 1.0 + spoken + first + (named - f64::from(term.spread.films)).max(0.0)
    }

    fn best(&self, term: &Term) -> f64 {
        let (films, bodies) = (term.spread.films as usize, term.spread.bodies as usize);
        let (named, spoken) = (self.best_named.at(films as f64), self.best.at(f64::from(term.reviews)));
        // Names weigh more than texts; but where many texts have the word, some are of better placed films.
        match (films * OF_A_FILM >= HITS || only_named(term) > bodies as f64, bodies >= HITS) {
            (true, true) => f64::midpoint(named, spoken),
            (true, false) => named,
            (false, _) => spoken,
        }
    }

    /// The lengths of the slices of postings and positions, and those of counts and sample.
    fn lengths(&self, term: &Term) -> f64 {
        let slices = f64::from(slices(self.list(term)));
        let first = varint(2 * (self.list(term) / slices) as u32) + varint(2 * (self.positions(term) / slices) as u32);
        // The others differ by less than 64 bytes for postings and by some more for positions.
        first + (slices - 1.0) * 2.5 + 2.5
    }

    fn named_entry(&self, term: &Term) -> f64 {
        let films = term.spread.films.min(FILMS as u32);
        if films == 0 {
            return 1.0;
        }
        let gap = 4 * (self.reviews / 10.0) as u32 / (term.spread.films + 1);
        varint(term.spread.films) + 1.0 + varint(gap) * f64::from(films) + varint(self.names(term) as u32)
    }

    /// The counts of a word.
    pub fn counts(&self, term: &Term) -> f64 {
        self.counts.at(f64::from(term.reviews))
    }

    /// The share of reviews that have a word.
    pub fn share(&self, term: &Term) -> f64 {
        f64::from(term.reviews) / self.reviews
    }
}

/// How many reviews are found by a word for the names of their film alone.
fn only_named(term: &Term) -> f64 {
    (f64::from(term.reviews) - f64::from(term.spread.bodies)).max(0.0)
}

/// In how many slices a list of so many bytes is cut: a power of two, one where it is short.
pub fn slices(bytes: f64) -> u32 {
    if bytes <= 2.0 * SLICE { 1 } else { ((bytes / SLICE).ceil() as u32).next_power_of_two() }
}

/// Whether a word has a list of films: one that is in few reviews says with each whether it is for a name.
pub const fn has_names(term: &Term) -> bool {
    term.reviews > HERE && term.spread.films > 0
}

/// The bytes of a number ([`put_varint`]).
fn varint(number: u32) -> f64 {
    f64::from((32 - (number | 1).leading_zeros()).div_ceil(7))
}

/// The rank of a word that so many bodies have.
fn rank_of(site: &Site, bodies: u32) -> u32 {
    let chance = f64::from(bodies) / f64::from(site.reviews());
    let (mut low, mut high) = (1, u32::MAX / 2);
    while low < high {
        let middle = low + (high - low) / 2;
        if site.language.presence(middle) > chance {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// The mean of some lists with so many bodies, measured; of a long list, from a stretch of it.
fn spoken(site: &Site, bodies: u32, measure: impl Fn(&[Posting], u32) -> f64) -> f64 {
    let rank = rank_of(site, bodies);
    let stretch = (u64::from(site.reviews()) * u64::from(MEASURED.min(bodies)) / u64::from(bodies)) as u32;
    let lists = (2_000 / bodies).clamp(1, 50);
    let one = |other: u32| {
        let spread = Spread { rank: rank + other, bodies, films: 0 };
        let list = List::of(site, spread).read(0..stretch);
        // What chance made too many or too few of is evened out.
        let found = f64::from(bodies) * f64::from(stretch) / f64::from(site.reviews());
        if list.is_empty() { 0.0 } else { measure(&list, 0) * found / list.len() as f64 }
    };
    let whole = f64::from(site.reviews()) / f64::from(stretch);
    let (sum, count) = (0..lists)
        .map(one)
        .filter(|bytes| *bytes > 0.0)
        .fold((0.0, 0.0), |(sum, count), bytes| (sum + bytes, count + 1.0));
    whole * sum / f64::max(count, 1.0)
}

/// The mean of some lists of the reviews of so many films.
fn named(site: &Site, films: u32) -> f64 {
    let lists = (2_000 / films).clamp(1, 200);
    let one = |list: u32| {
        let spread = Spread { rank: u32::MAX - list, bodies: 0, films };
        encode(&List::of(site, spread).read(0..site.reviews()), 0).len() as f64
    };
    (0..lists).map(one).sum::<f64>() / f64::from(lists)
}

/// The mean of some lists of so many films, each with the field that has the name.
fn names(site: &Site, films: u32) -> f64 {
    let lists = (2_000 / films).clamp(1, 50);
    (0..lists).map(|list| fields(&site.named(u32::MAX - list, films)).len() as f64).sum::<f64>() / f64::from(lists)
}

/// The list of films, with the field that has the name: a title, a person, who reviewed it, where.
pub fn fields(films: &[u32]) -> Vec<u8> {
    let field = |film: u32| (film % 3) as u8;
    encode(&films.iter().map(|film| Posting { review: *film, class: field(*film) }).collect::<Vec<_>>(), 0)
}

/// The positions of a word in so many bodies, from some of them.
fn positions(site: &Site, bodies: u32) -> f64 {
    let rank = rank_of(site, bodies);
    let mut random = Random::of(site.seed, &[POSITIONS, u64::from(bodies)]);
    let mut places = || {
        let words = random.one(&LENGTHS).copied().unwrap_or_default();
        let times = site.language.times(rank, &mut random);
        let mut places: Vec<u32> = (0..times).map(|_| random.below(words)).collect();
        places.sort_unstable();
        places.dedup();
        places
    };
    let made = bodies.clamp(1, 3_000);
    let lists = (2_000 / made).clamp(1, 50);
    let mut one = || {
        let all: Vec<Vec<u32>> = (0..made).map(|_| places()).collect();
        encode_positions(&all).len()
    };
    let sum: usize = (0..lists).map(|_| one()).sum();
    sum as f64 / f64::from(lists) * f64::from(bodies) / f64::from(made)
}

/// Postings as they stand in the dictionary.
fn here(list: &[Posting]) -> f64 {
    let mut numbers = Vec::new();
    put_postings(&mut numbers, list);
    numbers.len() as f64
}

/// The best reviews of a list, read from the front until none further back can be among them.
pub fn best_of(site: &Site, list: &List) -> Best {
    let (mut best, reviews) = (Best::default(), site.reviews());
    let (mut start, mut end) = (0, reviews.div_ceil(1_024));
    while !best.is_final(start, reviews) {
        for posting in list.read(start..end) {
            best.add_one(posting, &site.films);
        }
        (start, end) = (end, end.saturating_mul(2));
    }
    best
}

/// The best reviews of a word in so many bodies and names as they stand in the dictionary.
fn best(site: &Site, bodies: u32, films: u32) -> f64 {
    let spread = Spread { rank: rank_of(site, bodies), bodies, films };
    1.0 + here(&best_of(site, &List::of(site, spread)).postings())
}

/// How many of so many reviews have each value of the facets: which values are there, and the numbers of these.
fn counts(site: &Site, reviews: u32) -> f64 {
    let mut random = Random::of(site.seed, &[COUNTS, u64::from(reviews)]);
    let mut bytes = vec![0; VALUES.div_ceil(8) as usize];
    for value in 1..=VALUES {
        let count = random.successes(reviews, 0.3 / f64::from(value));
        if count > 0 {
            put_varint(&mut bytes, count);
        }
    }
    bytes.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_is_read_off_between_its_points() {
        let curve = Curve::up_to(1_000, |at| f64::from(at) * f64::from(at));
        for x in [1.0, 7.0, 333.0, 1_000.0] {
            assert!((curve.at(x) / (x * x) - 1.0).abs() < 0.02, "{x}: {}", curve.at(x));
        }
        assert!((curve.at(0.5) - 0.5).abs() < 0.01, "below the first in proportion");
    }

    #[test]
    fn the_rank_of_a_word_is_found_by_how_many_bodies_have_it() {
        let site = Site::of(100_000, 1);
        for rank in [3, 100, 5_000, 60_000] {
            let bodies = site.language.presence(rank) * 100_000.0;
            let found = rank_of(&site, bodies.round() as u32);
            assert!((f64::from(found) / f64::from(rank) - 1.0).abs() < 0.1, "{found} for {rank}");
        }
    }
}
