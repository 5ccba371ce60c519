//! All films and reviewers, as the index lists them.

use super::gather::Gather;
use super::{
    agreement::Contention,
    claim::Standings,
    contrast::most_contrasting,
    defect::Defect,
    film::Listing,
    review::Brief,
    reviewer::Reviewer,
    search::Search,
    slug::{FilmSlug, ReviewId, ReviewerSlug},
    text::{fold, title_key},
    title_card::{Design, Seed, TitleCard, designs},
};

/// Every film and reviewer of the site. It never changes: when more has arrived, it is a new one.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    films: Vec<Listing>,
    reviewers: Vec<Reviewer>,
    film_places: Places,
    reviewer_places: Places,
    searched: Vec<String>,
    designs: Vec<Design>,
    defects: Vec<Defect>,
}

impl Catalog {
    /// A catalog of these films and reviewers. `defects` is what could not be read of them. Of two
    /// films, or two reviewers, with one slug, the first counts.
    #[must_use]
    pub fn new(films: Vec<Listing>, reviewers: Vec<Reviewer>, defects: Vec<Defect>) -> Self {
        let film_places = Places::of(&films.iter().map(|film| film.slug.as_str()).gathered());
        let reviewer_places = Places::of(&reviewers.iter().map(|reviewer| reviewer.slug.as_str()).gathered());
        let films = film_places.firsts(films);
        let reviewers = reviewer_places.firsts(reviewers);
        let film_places = Places::of(&films.iter().map(|film| film.slug.as_str()).gathered());
        let reviewer_places = Places::of(&reviewers.iter().map(|reviewer| reviewer.slug.as_str()).gathered());
        let designs = designs(&films.iter().map(seed).gathered());
        let searched = Vec::new();
        let mut catalog = Self { films, reviewers, film_places, reviewer_places, searched, designs, defects };
        catalog.searched = catalog.films.iter().map(|film| catalog.searched_text(film)).gathered();
        catalog
    }

    /// The films, in the order of the index.
    #[must_use]
    pub fn films(&self) -> &[Listing] {
        &self.films
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
    pub fn film(&self, slug: &FilmSlug) -> Option<&Listing> {
        self.films.get(self.film_place(slug)?)
    }

    /// The title card of the film of that slug. No two films' cards are alike.
    #[must_use]
    pub fn title_card(&self, slug: &FilmSlug) -> Option<TitleCard> {
        let place = self.film_place(slug)?;
        Some(self.designs.get(place)?.draw(&self.films.get(place)?.title))
    }

    /// The reviewer of that slug.
    #[must_use]
    pub fn reviewer(&self, slug: &ReviewerSlug) -> Option<&Reviewer> {
        let slug_at = |place: usize| self.reviewers.get(place).map_or("", |reviewer| reviewer.slug.as_str());
        self.reviewers.get(self.reviewer_places.find(slug.as_str(), &slug_at)?)
    }

    fn film_place(&self, slug: &FilmSlug) -> Option<usize> {
        let slug_at = |place: usize| self.films.get(place).map_or("", |film| film.slug.as_str());
        self.film_places.find(slug.as_str(), &slug_at)
    }

    /// A reviewer's name as shown; the slug where nobody has it.
    #[must_use]
    pub fn name_of(&self, slug: &ReviewerSlug) -> String {
        self.reviewer(slug).map_or_else(|| slug.to_string(), |reviewer| reviewer.name.clone())
    }

    /// How many reviews there are of all films.
    #[must_use]
    pub fn review_count(&self) -> usize {
        self.films.iter().map(|film| film.reviews.len()).sum()
    }

    /// A reviewer's reviews with their films, in the order of the index.
    #[must_use]
    pub fn reviews_by(&self, slug: &ReviewerSlug) -> Vec<(&Listing, &Brief)> {
        self.films
            .iter()
            .flat_map(|film| film.reviews.iter().map(move |review| (film, review)))
            .filter(|(_, review)| review.reviewer == *slug)
            .gathered()
    }

    /// The films in which a search finds every word: among titles, people and reviewers.
    #[must_use]
    pub fn search(&self, search: &Search) -> Vec<&Listing> {
        let found = self.films.iter().zip(&self.searched).filter(|(_, text)| search.finds(text));
        found.map(|(film, _)| film).gathered()
    }

    /// What a search looks at: title, year, people and reviewers, folded, parted by line breaks so
    /// that no match runs from one into the next.
    fn searched_text(&self, film: &Listing) -> String {
        let mut text = format!("{}\n{}", film.title, film.year);
        let people = film.directors.iter().chain(&film.others).cloned();
        for name in people.chain(film.reviews.iter().map(|review| self.name_of(&review.reviewer))) {
            text.push('\n');
            text.push_str(&name);
        }
        fold(&text)
    }
}

fn seed(film: &Listing) -> Seed<'_> {
    Seed {
        slug: film.slug.as_str(),
        title: &film.title,
        genre: film.genres.first().map(String::as_str),
        decade: film.decade(),
    }
}

/// The places of things in the order of their slugs, to find one by its slug.
#[derive(Clone, Debug, Default)]
struct Places(Vec<usize>);

impl Places {
    /// Of things with these slugs. Of several with one slug, only the first has a place.
    fn of(slugs: &[&str]) -> Self {
        let mut places: Vec<usize> = (0..slugs.len()).gathered();
        places.sort_by(|a, b| slugs.get(*a).cmp(&slugs.get(*b)));
        places.dedup_by(|later, first| slugs.get(*later) == slugs.get(*first));
        Self(places)
    }

    /// The things that have a place.
    fn firsts<T>(&self, things: Vec<T>) -> Vec<T> {
        if self.0.len() == things.len() {
            return things;
        }
        things.into_iter().enumerate().filter(|(place, _)| self.0.contains(place)).map(|(_, thing)| thing).gathered()
    }

    fn find<'a>(&self, slug: &str, slug_at: &dyn Fn(usize) -> &'a str) -> Option<usize> {
        let found = self.0.binary_search_by(|place| slug_at(*place).cmp(slug)).ok()?;
        self.0.get(found).copied()
    }
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
