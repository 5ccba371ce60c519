//! What a changed review makes stale.

use std::collections::BTreeSet;

use super::{
    cards::CARDS,
    dictionary::HERE,
    language::Language,
    language::NAMES,
    layout::{Kind, Layout, VOLUME},
    random::Random,
    search::page_bytes,
};

/// What changed reviews are named among what draws numbers.
const CHANGED: u64 = 17;

/// Files that have to be written anew, under other names: nobody has them cached.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stale {
    pub files: usize,
    pub bytes: f64,
}

/// In which volume the lists of each word begin.
#[derive(Debug)]
pub struct Volumes {
    /// Postings, positions, counts.
    of: [(Kind, Vec<f64>); 3],
}

impl Volumes {
    pub fn of(layout: &Layout) -> Self {
        let up_to = |bytes: &dyn Fn(usize) -> f64| {
            let mut sum = 0.0;
            let mut add = |word: usize| {
                let start = sum;
                sum += bytes(word);
                start
            };
            (0..layout.vocabulary.len()).map(&mut add).collect()
        };
        let term = |word: usize| &layout.vocabulary.terms[word];
        let listed = |word: usize, bytes: f64| if term(word).reviews > HERE { bytes } else { 0.0 };
        Self {
            of: [
                (Kind::Postings, up_to(&|word| listed(word, layout.sizes.list(term(word))))),
                (Kind::Positions, up_to(&|word| layout.positions(term(word)))),
                (Kind::Counts, up_to(&|word| listed(word, layout.sizes.counts(term(word))))),
            ],
        }
    }

    /// The volume with what a word has for a review at such a part of all reviews.
    fn volume(starts: &[f64], word: usize, part: f64) -> u32 {
        let end = starts.get(word + 1).copied().unwrap_or(starts[word]);
        ((starts[word] + part * (end - starts[word])) / VOLUME) as u32
    }
}

/// What is stale when so many reviews have been written anew and the files are built again: every block, volume
/// and card file that has one of their words, or them.
pub fn stale(layout: &Layout, volumes: &Volumes, changed: u32) -> Stale {
    let site = layout.site;
    let (mut files, mut bytes) = (BTreeSet::new(), 0.0);
    let mut add = |kind: Kind, file: u32, size: f64| {
        if files.insert((kind, file)) {
            bytes += size;
        }
    };
    add(Kind::Root, 0, f64::from(layout.root_bytes));
    for number in 0..changed {
        let mut random = Random::of(site.seed, &[CHANGED, u64::from(number)]);
        let review = random.below(site.reviews());
        let part = f64::from(review) / f64::from(site.reviews());
        let mut ranks = site.language.text(&mut random);
        ranks.extend((0..NAMES).map(|_| Language::name(&mut random)));
        ranks.sort_unstable();
        ranks.dedup();
        for word in ranks.into_iter().filter_map(|rank| layout.vocabulary.place(rank)) {
            let block = layout.block(word);
            add(Kind::Dictionary, block, f64::from(layout.block_bytes[block as usize]));
            for (kind, starts) in &volumes.of {
                add(*kind, Volumes::volume(starts, word, part), VOLUME);
            }
        }
        let film = site.films.of_review(review);
        add(Kind::Cards, review / CARDS, f64::from(layout.card_bytes));
        add(Kind::Films, film, f64::from(page_bytes(&site.films, film, 0)));
    }
    Stale { files: files.len(), bytes }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::Site;

    #[test]
    fn more_changes_make_more_stale_and_never_more_than_there_is() {
        let site = Site::of(2_000, 1);
        let layout = Layout::of(&site).unwrap();
        let volumes = Volumes::of(&layout);
        let [one, some, all] = [1, 50, 2_000].map(|changed| stale(&layout, &volumes, changed));
        assert!(one.files > 20 && one.bytes > 1e5, "{one:?}");
        assert!(some.files > one.files && all.files > some.files, "{one:?} {some:?} {all:?}");
        assert!(all.files < layout.block_bytes.len() + 200 + 200 + 20, "{all:?}");
    }
}
