//! Two reviewers over all the films that both reviewed.

use std::{
    cmp::{Ordering, Reverse},
    fmt,
};

use super::gather::Gather;
use super::{
    agreement::Agreement,
    aspect::Aspect,
    catalog::Catalog,
    claim::Standings,
    film::Listing,
    grade::Score,
    review::Brief,
    reviewer::Reviewer,
    slug::ReviewerSlug,
    text::{counted, title_key},
};

/// The fewest films that a figure about two reviewers rests on.
pub const FEWEST_FILMS: usize = 3;

/// A film that both reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedFilm<'a> {
    /// The film.
    pub film: &'a Listing,
    /// The review of each; where one reviewed it twice, the earlier in the file.
    pub reviews: [&'a Brief; 2],
    /// How the two reviews agree.
    pub agreement: Agreement,
}

impl<'a> SharedFilm<'a> {
    fn of(film: &'a Listing, who: [&ReviewerSlug; 2]) -> Option<Self> {
        let by = |slug: &ReviewerSlug| film.reviews.iter().find(|review| review.reviewer == *slug);
        let [one, other] = who;
        let reviews = [by(one)?, by(other)?];
        let [one, other] = reviews;
        Some(Self { film, reviews, agreement: Agreement::of(&one.standings, &other.standings) })
    }

    /// The score of each, where both have one.
    #[must_use]
    pub fn scores(&self) -> Option<[Score; 2]> {
        let [one, other] = self.reviews;
        Some([one.score()?, other.score()?])
    }

    /// How far their scores are apart, 0 to 100, where both have one.
    #[must_use]
    pub fn gap(&self) -> Option<u8> {
        let [one, other] = self.scores()?;
        Some(one.get().abs_diff(other.get()))
    }

    /// Where each stands on the aspects on which one is for and the other against, and only there.
    #[must_use]
    pub fn opposites(&self) -> [Standings; 2] {
        self.reviews.map(|review| review.standings.only(|aspect| self.on(aspect).opposite > 0))
    }

    fn on(&self, aspect: Aspect) -> Agreement {
        let [one, other] = self.reviews;
        Agreement::on(aspect, &one.standings, &other.standings)
    }

    /// Biggest quarrel first: by the number of opposite aspects, then by the gap of the scores, then
    /// by title.
    fn biggest_quarrel_first(&self, other: &Self) -> Ordering {
        let size = |it: &Self| Reverse((it.agreement.opposite, it.gap()));
        let title = |it: &Self| title_key(&it.film.title);
        size(self).cmp(&size(other)).then_with(|| title(self).cmp(&title(other)))
    }
}

/// How far the scores of two reviewers are apart: the mean over the films that both scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoreGap {
    /// In tenths of a point, halves rounded up.
    pub tenths: usize,
    /// How many films both scored.
    pub films: usize,
}

/// The mean in points, such as `7` or `12.5`.
impl fmt::Display for ScoreGap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (points, tenths) = (self.tenths / 10, self.tenths % 10);
        if tenths == 0 { write!(f, "{points}") } else { write!(f, "{points}.{tenths}") }
    }
}

/// Two reviewers, and how they stand to each other over the films that both reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewerPair<'a> {
    films: Vec<SharedFilm<'a>>,
}

impl<'a> ReviewerPair<'a> {
    /// Compares two reviewers over some films: those that one of them wrote of, as
    /// [`Catalog::films_by`] gives them, in the order of the index.
    #[must_use]
    pub fn of(films_by_one: &'a [Listing], who: [&ReviewerSlug; 2]) -> Self {
        let mut films: Vec<SharedFilm> = Vec::new();
        for shared in films_by_one.iter().filter_map(|film| SharedFilm::of(film, who)) {
            // Each at its place: a sort would be compiled anew for it.
            let place = films.partition_point(|it| it.biggest_quarrel_first(&shared).is_le());
            films.insert(place, shared);
        }
        Self { films }
    }

    /// The films that both reviewed, biggest quarrel first: by the number of aspects on which they
    /// are opposite, then by the gap of their scores, unscored last, then by title.
    #[must_use]
    pub fn films(&self) -> &[SharedFilm<'a>] {
        &self.films
    }

    /// How they agree, over all films both reviewed; none under three films, and none where both
    /// speak on no aspect.
    #[must_use]
    pub fn agreement(&self) -> Option<Agreement> {
        let all = self.films.iter().fold(Agreement::default(), |all, shared| all.and(shared.agreement));
        (self.films.len() >= FEWEST_FILMS && all.shared > 0).then_some(all)
    }

    /// How far their scores are apart; none under three films that both scored.
    #[must_use]
    pub fn score_gap(&self) -> Option<ScoreGap> {
        let (mut sum, mut films) = (0, 0);
        for gap in self.films.iter().filter_map(SharedFilm::gap) {
            sum += usize::from(gap);
            films += 1;
        }
        (films >= FEWEST_FILMS).then(|| ScoreGap { tenths: (20 * sum + films) / (2 * films), films })
    }

    /// How they agree on each aspect that both speak on in one film at least, in the list's order.
    #[must_use]
    pub fn by_aspect(&self) -> Vec<(Aspect, Agreement)> {
        let mut aspects = Vec::new();
        for aspect in Aspect::ALL {
            let all = self.films.iter().fold(Agreement::default(), |all, shared| all.and(shared.on(aspect)));
            if all.shared > 0 {
                aspects.push((aspect, all));
            }
        }
        aspects
    }

    /// The figures with what they rest on, in words; where there is none, why not.
    #[must_use]
    pub fn label(&self) -> String {
        let films = counted(self.films.len(), "film");
        match self.films.len() {
            0 => return "They have no film in common.".to_owned(),
            1 | 2 => return format!("They have {films} in common; figures take three at least."),
            _ => {}
        }
        let agreement = self.agreement().unwrap_or_default();
        let figure = agreement.figure().map_or_else(|| "No figure".to_owned(), |figure| format!("Agreement {figure}"));
        let scores = match self.score_gap() {
            None => "fewer than three have a score from both".to_owned(),
            Some(gap) => format!("the scores of {} are {gap} points apart on average", gap.films),
        };
        format!("{figure} over {films}: {}; {scores}.", agreement.counts())
    }

    /// How the figures were worked out, in one line.
    #[must_use]
    pub fn explanation(&self) -> String {
        let Some(Agreement { same, opposite, shared }) = self.agreement() else { return String::new() };
        format!(
            "Same stances minus opposite ones, one for and one against, divided by the number of aspects: ({same}\u{a0}−\u{a0}{opposite})\u{a0}÷\u{a0}{shared}, from −1 to +1."
        )
    }
}

/// Somebody with whom a reviewer has enough films in common for a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Companion<'a> {
    /// Who.
    pub reviewer: &'a Reviewer,
    /// How many films both reviewed.
    pub films: usize,
    /// How the two agree over them.
    pub agreement: Agreement,
}

/// Those with whom a reviewer has three films at least in common and an aspect that both speak on,
/// nearest first.
#[must_use]
pub fn companions<'a>(catalog: &'a Catalog, slug: &ReviewerSlug) -> Vec<Companion<'a>> {
    let mut companions: Vec<Companion> = Vec::new();
    let films = catalog.films_by(slug);
    for reviewer in met_in(catalog, &films, slug) {
        let pair = ReviewerPair::of(&films, [slug, &reviewer.slug]);
        let Some(agreement) = pair.agreement() else { continue };
        let place = companions.partition_point(|it| it.agreement.nearest_first(&agreement).is_le());
        companions.insert(place, Companion { reviewer, films: pair.films.len(), agreement });
    }
    companions
}

/// The others who wrote of some films that a reviewer wrote of, in the order of the reviewers.
#[must_use]
pub fn met_in<'a>(catalog: &'a Catalog, films: &[Listing], slug: &ReviewerSlug) -> Vec<&'a Reviewer> {
    let mut met: Vec<&ReviewerSlug> = Vec::new();
    for review in films.iter().flat_map(|film| &film.reviews).filter(|review| review.reviewer != *slug) {
        if let Err(place) = met.binary_search(&&review.reviewer) {
            met.insert(place, &review.reviewer);
        }
    }
    catalog.reviewers().iter().filter(|reviewer| met.binary_search(&&reviewer.slug).is_ok()).gathered()
}
