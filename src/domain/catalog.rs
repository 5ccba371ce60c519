//! All films and reviewers, as the index lists them.

use std::{fmt, ops::Range, sync::Arc};

use super::gather::Gather;
use super::{
    agreement::Contention,
    claim::Standings,
    contrast::most_contrasting,
    defect::Defect,
    film::Listing,
    review::{Brief, ReviewKind},
    reviewer::Reviewer,
    slug::{FilmSlug, ReviewId, ReviewerSlug},
    text::title_key,
    title_card::{Design, Seed, TitleCard, designs},
};

/// Reads a film of the catalogue by its number.
pub type ReadFilm = Arc<dyn Fn(usize) -> Option<Listing> + Send + Sync>;

/// Every film and reviewer of the site. It never changes: when more has arrived, it is a new one.
///
/// Films are kept as they were fetched, and read when they are asked for: those of a hundred thousand
/// reviews would otherwise take ten times the memory. What is asked for of all films at once is in the
/// [`Finder`](super::search::Finder).
#[derive(Clone)]
pub struct Catalog {
    read: ReadFilm,
    heads: Vec<Head>,
    /// The films' numbers in the order of their slugs.
    by_slug: Vec<u32>,
    reviews: usize,
    /// Which kinds of review there are.
    kinds: Vec<ReviewKind>,
    reviewers: Vec<Reviewer>,
    /// The reviewers' numbers in the order of their slugs.
    reviewers_by_slug: Vec<u32>,
    /// What each reviewer wrote, in the order of their slugs.
    works: Vec<Works>,
    designs: Vec<Design>,
    texts: Vec<TextsFile>,
    defects: Vec<Defect>,
}

/// What a reviewer wrote.
#[derive(Clone, Debug)]
struct Works {
    by: ReviewerSlug,
    /// The places of the films.
    films: Vec<u32>,
    reviews: usize,
}

/// What is known of a film without reading it.
#[derive(Clone, Debug)]
struct Head {
    slug: FilmSlug,
    title: String,
    year: u16,
    genre: Option<String>,
    /// Which of all films it is, with those that are left out.
    number: usize,
}

/// A file with the texts of the reviews of some films that follow each other in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextsFile {
    /// Its address, below that of the data.
    pub file: String,
    /// How many films it has, with those that are left out of the catalogue.
    pub films: usize,
}

impl Default for Catalog {
    fn default() -> Self {
        Self::empty()
    }
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.films()).finish()
    }
}

impl Catalog {
    /// A catalog of these films and reviewers. `defects` is what could not be read of them. Of two
    /// films, or two reviewers, with one slug, the first counts.
    #[must_use]
    pub fn new(films: Vec<Listing>, reviewers: Vec<Reviewer>, defects: Vec<Defect>) -> Self {
        let mut catalog = Self::empty();
        for reviewer in reviewers {
            let _ = catalog.add_reviewer(reviewer);
        }
        for (number, film) in films.iter().enumerate() {
            catalog.add(number, film);
        }
        catalog.complete(Arc::new(move |number| films.get(number).cloned()), defects)
    }

    /// One without films, to which they are added one by one, and which is to be completed then.
    pub(crate) fn empty() -> Self {
        Self {
            read: Arc::new(|_| None),
            heads: Vec::new(),
            by_slug: Vec::new(),
            reviews: 0,
            kinds: Vec::new(),
            reviewers: Vec::new(),
            reviewers_by_slug: Vec::new(),
            works: Vec::new(),
            designs: Vec::new(),
            texts: Vec::new(),
            defects: Vec::new(),
        }
    }

    /// Adds reviewers. Of two with one slug the first counts.
    ///
    /// # Errors
    /// Where there is one with its slug: the number of that one.
    pub(crate) fn add_reviewer(&mut self, reviewer: Reviewer) -> Result<(), usize> {
        let slug = |number: u32| self.reviewers.get(number as usize).map_or("", |it| it.slug.as_str());
        match self.reviewers_by_slug.binary_search_by(|it| slug(*it).cmp(reviewer.slug.as_str())) {
            Ok(place) => Err(self.reviewers_by_slug.get(place).map_or(0, |number| *number as usize)),
            Err(place) => {
                self.reviewers_by_slug.insert(place, narrow(self.reviewers.len()));
                self.reviewers.push(reviewer);
                Ok(())
            }
        }
    }

    /// Adds a film; whether that is done, and not left out, since there is one with its slug.
    pub(crate) fn add(&mut self, number: usize, film: &Listing) -> bool {
        let Err(place) = self.slug_place(film.slug.as_str()) else { return false };
        let at = narrow(self.heads.len());
        self.by_slug.insert(place, at);
        self.heads.push(Head {
            slug: film.slug.clone(),
            title: film.title.clone(),
            year: film.year,
            genre: film.genres.first().cloned(),
            number,
        });
        self.reviews += film.reviews.len();
        for review in &film.reviews {
            if !self.kinds.contains(&review.kind) {
                self.kinds.push(review.kind);
            }
            let place = self.works.binary_search_by(|works| works.by.cmp(&review.reviewer)).unwrap_or_else(|place| {
                self.works.insert(place, Works { by: review.reviewer.clone(), films: Vec::new(), reviews: 0 });
                place
            });
            if let Some(works) = self.works.get_mut(place) {
                works.reviews += 1;
                if works.films.last() != Some(&at) {
                    works.films.push(at);
                }
            }
        }
        true
    }

    /// The catalogue with all that it needs once all films are added.
    pub(crate) fn complete(mut self, read: ReadFilm, defects: Vec<Defect>) -> Self {
        self.designs = designs(&self.heads.iter().map(seed).gathered());
        Self { read, defects, ..self }
    }

    /// The catalogue with the files in which the texts of its reviews are, in the order of the films.
    #[must_use]
    pub fn with_texts(self, texts: Vec<TextsFile>) -> Self {
        Self { texts, ..self }
    }

    /// Which of all films of the file one is, those that are left out counted too.
    pub(crate) fn row_of(&self, film: usize) -> Option<usize> {
        self.heads.get(film).map(|head| head.number)
    }

    /// Which of the films that could be read were among so many of the file, those that could not be
    /// read counted too.
    #[must_use]
    pub fn films_among(&self, rows: &Range<usize>) -> Range<usize> {
        let before = |end: usize| self.heads.partition_point(|head| head.number < end);
        before(rows.start)..before(rows.end)
    }

    /// The files in which the texts of the reviews are, in the order of the films.
    #[must_use]
    pub fn texts(&self) -> &[TextsFile] {
        &self.texts
    }

    /// How many films there are.
    #[must_use]
    pub const fn film_count(&self) -> usize {
        self.heads.len()
    }

    /// A film by its place in the catalogue, from 0.
    #[must_use]
    pub fn film_at(&self, place: usize) -> Option<Listing> {
        (self.read)(self.heads.get(place)?.number)
    }

    /// Every film, in the order of the index. Each is read anew.
    pub fn films(&self) -> impl Iterator<Item = Listing> {
        (0..self.heads.len()).filter_map(|place| self.film_at(place))
    }

    /// The slug of the film at a place.
    #[must_use]
    pub fn slug_at(&self, place: usize) -> Option<&FilmSlug> {
        self.heads.get(place).map(|head| &head.slug)
    }

    /// The title of the film at a place.
    #[must_use]
    pub fn title_at(&self, place: usize) -> Option<&str> {
        self.heads.get(place).map(|head| head.title.as_str())
    }

    /// The title and the year of the film of that slug.
    #[must_use]
    pub fn title_of(&self, slug: &FilmSlug) -> Option<(&str, u16)> {
        self.heads.get(self.film_place(slug)?).map(|head| (head.title.as_str(), head.year))
    }

    /// The reviewers, in the order of their file.
    #[must_use]
    pub fn reviewers(&self) -> &[Reviewer] {
        &self.reviewers
    }

    /// The reviewers by name, without a leading article.
    #[must_use]
    pub fn reviewers_by_name(&self) -> Vec<&Reviewer> {
        let mut reviewers: Vec<&Reviewer> = self.reviewers.iter().gathered();
        reviewers.sort_by_cached_key(|reviewer| title_key(&reviewer.name));
        reviewers
    }

    /// What could not be read.
    #[must_use]
    pub fn defects(&self) -> &[Defect] {
        &self.defects
    }

    /// The film of that slug.
    #[must_use]
    pub fn film(&self, slug: &FilmSlug) -> Option<Listing> {
        self.film_at(self.film_place(slug)?)
    }

    /// The title card of the film of that slug. No two films' cards are alike.
    #[must_use]
    pub fn title_card(&self, slug: &FilmSlug) -> Option<TitleCard> {
        let place = self.film_place(slug)?;
        Some(self.designs.get(place)?.draw(&self.heads.get(place)?.title))
    }

    /// The reviewer of that slug.
    #[must_use]
    pub fn reviewer(&self, slug: &ReviewerSlug) -> Option<&Reviewer> {
        let slug_at = |number: u32| self.reviewers.get(number as usize).map_or("", |it| it.slug.as_str());
        let place = self.reviewers_by_slug.binary_search_by(|number| slug_at(*number).cmp(slug.as_str())).ok()?;
        self.reviewers.get(*self.reviewers_by_slug.get(place)? as usize)
    }

    /// The place of the film of that slug.
    #[must_use]
    pub fn film_place(&self, slug: &FilmSlug) -> Option<usize> {
        let place = self.slug_place(slug.as_str()).ok()?;
        self.by_slug.get(place).map(|place| *place as usize)
    }

    fn slug_place(&self, slug: &str) -> Result<usize, usize> {
        let slug_at = |place: u32| self.heads.get(place as usize).map_or("", |head| head.slug.as_str());
        self.by_slug.binary_search_by(|place| slug_at(*place).cmp(slug))
    }

    /// A reviewer's name as shown; the slug where nobody has it.
    #[must_use]
    pub fn name_of(&self, slug: &ReviewerSlug) -> String {
        self.reviewer(slug).map_or_else(|| slug.to_string(), |reviewer| reviewer.name.clone())
    }

    /// Whether any review is of that kind.
    #[must_use]
    pub fn has(&self, kind: ReviewKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// How many reviews there are of all films.
    #[must_use]
    pub const fn review_count(&self) -> usize {
        self.reviews
    }

    /// The films that a reviewer wrote of, in the order of the index.
    #[must_use]
    pub fn films_by(&self, slug: &ReviewerSlug) -> Vec<Listing> {
        let films = self.works(slug).map_or(&[][..], |works| &works.films);
        films.iter().filter_map(|film| self.film_at(*film as usize)).gathered()
    }

    /// How many reviews a reviewer wrote.
    #[must_use]
    pub fn review_count_by(&self, slug: &ReviewerSlug) -> usize {
        self.works(slug).map_or(0, |works| works.reviews)
    }

    fn works(&self, slug: &ReviewerSlug) -> Option<&Works> {
        self.works.get(self.works.binary_search_by(|works| works.by.cmp(slug)).ok()?)
    }

    /// A reviewer's reviews with their films, in the order of the index.
    #[must_use]
    pub fn reviews_by(&self, slug: &ReviewerSlug) -> Vec<(Listing, Brief)> {
        let mut all = Vec::new();
        for film in self.films_by(slug) {
            for review in film.reviews.iter().filter(|review| review.reviewer == *slug) {
                all.push((film.clone(), review.clone()));
            }
        }
        all
    }
}

fn seed(head: &Head) -> Seed<'_> {
    Seed {
        slug: head.slug.as_str(),
        title: &head.title,
        genre: head.genre.as_deref(),
        decade: head.year - head.year % 10,
    }
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Listing {
    /// Where the film's reviews stand, in the order of the file.
    #[must_use]
    pub fn standings(&self) -> Vec<Standings> {
        self.reviews.iter().map(|review| review.standings).gathered()
    }

    /// How contested the film is.
    #[must_use]
    pub fn contention(&self) -> Contention {
        Contention::of(&self.standings())
    }

    /// The reviews that differ most.
    #[must_use]
    pub fn most_contrasting(&self) -> Vec<ReviewId> {
        let chosen = most_contrasting(&self.standings());
        chosen.into_iter().filter_map(|place| Some(self.reviews.get(place)?.id.clone())).gathered()
    }
}
