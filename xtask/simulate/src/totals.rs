//! How many files a site has, of which kind, and how many bytes.

use std::collections::BTreeMap;

use super::{
    cards::Cards,
    dictionary::HERE,
    facets::Facets,
    layout::{Kind, Layout, VOLUME},
    search::{page_bytes, pages},
};

/// Files of a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Total {
    pub files: u64,
    pub bytes: f64,
    /// The biggest of them.
    pub most: f64,
}

impl Total {
    pub fn add(&mut self, files: u64, each: f64) {
        self.files += files;
        self.bytes += files as f64 * each;
        self.most = self.most.max(if files > 0 { each } else { 0.0 });
    }
}

/// Files by their kinds.
pub type Totals = BTreeMap<Kind, Total>;

/// The files of a layout.
pub fn of(layout: &Layout, facets: &Facets) -> Totals {
    let mut totals = Totals::new();
    let mut add = |kind: Kind, files: u64, each: f64| totals.entry(kind).or_default().add(files, each);
    add(Kind::Root, 1, f64::from(layout.root_bytes));
    add(Kind::Root, 1, f64::from(layout.part_root_bytes));
    add(Kind::Answers, (layout.answers.len() + layout.part_answers.len()) as u64, f64::from(layout.answer_bytes));
    for bytes in &layout.block_bytes {
        add(Kind::Dictionary, 1, f64::from(*bytes));
    }
    let mut volumes = |kind: Kind, bytes: f64| {
        let whole = (bytes / VOLUME).floor();
        add(kind, whole as u64, VOLUME);
        add(kind, 1, bytes - whole * VOLUME);
    };
    let terms = || layout.vocabulary.terms.iter();
    let listed = || terms().filter(|term| term.reviews > HERE);
    volumes(Kind::Postings, listed().map(|term| layout.sizes.list(term)).sum());
    volumes(Kind::Positions, terms().map(|term| layout.positions(term)).sum());
    volumes(Kind::Names, terms().map(|term| layout.sizes.names(term)).sum());
    volumes(Kind::Counts, listed().map(|term| layout.sizes.counts(term)).sum());
    volumes(Kind::Facets, facets.lists.iter().sum());
    volumes(
        Kind::Sample,
        f64::from(facets.column) + terms().filter_map(|term| facets.sampled(layout, term)).sum::<f64>(),
    );
    add(Kind::Parts, layout.part_blocks() as u64, f64::from(layout.part_block.1));
    add(Kind::Cards, u64::from(Cards::of(layout.site).files()), f64::from(layout.card_bytes));
    let films = &layout.site.films;
    for film in 0..films.len() {
        for page in 0..pages(films, film) {
            add(Kind::Films, 1, f64::from(page_bytes(films, film, page)));
        }
    }
    totals
}
