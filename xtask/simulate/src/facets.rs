//! Facets of films: the lists of films with a value, and a sample of reviews by which counts are estimated.

use super::{
    bits::{BitWriter, best_rice},
    layout::{Layout, spread},
    random::Random,
    site::Site,
    vocabulary::Term,
};

/// How many reviews the sample has, drawn from all alike.
const SAMPLED: u32 = 16_384;
/// How many bytes the values of a sampled review take: two genres of five bits, a decade of four, a certificate
/// of three, kind and stance of the review; they do not compress much.
const VALUES: f64 = 2.5;
/// A word that is in fewer reviews of the sample has no list there: nothing could be said from it.
const FEWEST: f64 = 8.0;

/// What the films with a value are named among what draws numbers.
const FILMS: u64 = 13;

/// The shares of films that the values have, forty of them: six genres are common, most values are rare.
pub fn shares() -> impl Iterator<Item = f64> {
    (1..=super::sizes::VALUES).map(|value| 0.3 / f64::from(value))
}

/// The lists and the sample of a site.
#[derive(Debug)]
pub struct Facets {
    /// The bytes of the list of each value.
    pub lists: Vec<f64>,
    /// The values of the reviews of the sample, in bytes.
    pub column: u32,
    /// The share of reviews that are in the sample.
    part: f64,
}

impl Facets {
    pub fn of(site: &Site) -> Self {
        let sampled = SAMPLED.min(site.reviews());
        Self {
            lists: shares().zip(0..).map(|(share, value)| list(site, value, share)).collect(),
            column: (f64::from(sampled) * VALUES) as u32,
            part: f64::from(sampled) / f64::from(site.reviews()),
        }
    }

    /// The bytes of the reviews of the sample that have a word, where there are enough of them.
    pub fn sampled(&self, layout: &Layout, term: &Term) -> Option<f64> {
        (f64::from(term.reviews) * self.part >= FEWEST).then(|| layout.sizes.list(term) * self.part)
    }
}

/// Whether a film has a value that this share of films has.
pub fn has(site: &Site, film: u32, value: u32, share: f64) -> bool {
    Random::of(site.seed, &[FILMS, u64::from(film), u64::from(value)]).unit() < share
}

/// The bytes of the list of a value: the reviews of the films that have it, as gaps and runs, in Rice's code. A
/// long list is measured in stretches.
fn list(site: &Site, value: u32, share: f64) -> f64 {
    let films = site.films.len();
    let length = 2_000.min(films);
    let starts: Vec<usize> = spread((films - length + 1) as usize, 20).collect();
    let stretch = |start: &usize| {
        let (mut gaps, mut runs, mut next) = (Vec::new(), Vec::new(), site.films.reviews_of(*start as u32).start);
        for film in (*start as u32..*start as u32 + length).filter(|film| has(site, *film, value, share)) {
            let reviews = site.films.reviews_of(film);
            gaps.push(reviews.start - next);
            runs.push(reviews.end - reviews.start - 1);
            next = reviews.end;
        }
        let mut bits = BitWriter::default();
        let (gap_bits, run_bits) = (best_rice(&gaps), best_rice(&runs));
        for (gap, run) in gaps.iter().zip(&runs) {
            bits.rice(*gap, gap_bits);
            bits.rice(*run, run_bits);
        }
        bits.finish().len()
    };
    let bytes: usize = starts.iter().map(stretch).sum();
    bytes as f64 * f64::from(films) / (starts.len() as f64 * f64::from(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_takes_little_over_a_byte_for_each_film() {
        let site = Site::of(100_000, 1);
        let bytes = list(&site, 3, 0.1);
        assert!((900.0..1_800.0).contains(&bytes), "{bytes} for a thousand films");
        assert!(list(&site, 4, 0.02) < bytes / 3.0);
    }

    #[test]
    fn a_value_is_of_its_share_of_films() {
        let site = Site::of(100_000, 1);
        let count = (0..10_000).filter(|film| has(&site, *film, 7, 0.05)).count();
        assert!((420..580).contains(&count), "{count}");
    }
}
