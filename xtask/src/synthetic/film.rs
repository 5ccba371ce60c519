//! One film.

use crosscut::domain::{
    date::Date,
    film::{CastMember, Certificate, CertificateSystem, CrewMember, Film, FilmIds, Medium, Release},
    text::address_form,
};

use super::{
    DataSet, names,
    prose::{Prose, title},
    random::{Random, Skewed},
};

/// The last year that films are made up for.
const NOW: u16 = 2025;

/// The genres, from the commonest.
const GENRES: [&str; 18] = [
    "drama",
    "comedy",
    "thriller",
    "romance",
    "action",
    "crime",
    "documentary",
    "horror",
    "adventure",
    "science fiction",
    "mystery",
    "fantasy",
    "animation",
    "family",
    "history",
    "war",
    "music",
    "western",
];
const COUNTRIES: [&str; 10] = ["US", "GB", "FR", "JP", "DE", "IT", "KR", "IN", "ES", "SE"];
const LANGUAGES: [&str; 8] = ["en", "fr", "ja", "de", "it", "ko", "hi", "es"];
const JOBS: [&str; 3] = ["cinematography", "editing", "music"];

impl DataSet {
    /// The film of that number, from 0, with at most so many reviews; none where none are left.
    pub(super) fn film(&self, number: u64, left: usize) -> Option<Film> {
        let mut random = Random::of(self.seed, number + 1);
        let count = self.reviews_of_film(&mut random, left)?;
        let title = title(&self.vocabulary, &mut random);
        let slug = format!("{}-{}", address_form(&title), number + 1).parse().ok()?;
        let year = NOW - u16::try_from(random.lowest(3, 106)).ok()?;
        let directors = {
            let count = if random.chance(120) { 2 } else { 1 };
            self.directors.several(&mut random, count)
        };
        let cast = self.actors.several(&mut random, 4);
        let cast = cast.into_iter().map(|name| CastMember { name, role: names::role(&mut random) }).collect();
        let place = random.lowest(2, COUNTRIES.len());
        let mut film = Film {
            slug,
            synopsis: Prose::new(&self.vocabulary, &[]).text(&mut random, 140),
            title,
            year,
            genres: genres(&mut random),
            countries: vec![COUNTRIES[place].to_owned()],
            languages: vec![LANGUAGES[place.min(LANGUAGES.len() - 1)].to_owned()],
            writers: self.writers(&mut random, &directors),
            directors,
            crew: self.crew(&mut random),
            cast,
            runtime_minutes: u16::try_from(80 + random.lowest(2, 110)).ok(),
            certificate: certificate(&mut random),
            distributor: None,
            releases: Vec::new(),
            ids: FilmIds::default(),
            compare: Vec::new(),
            reviews: Vec::new(),
        };
        film.releases.extend(release(&mut random, year));
        film.reviews = self.reviews(&mut random, &film, count);
        Some(film)
    }

    /// How many reviews a film has: from 2 to 60, often 3 to 9, 10 on average. Nobody reviews a film
    /// twice, so not more than there are reviewers.
    fn reviews_of_film(&self, random: &mut Random, left: usize) -> Option<usize> {
        let talked_of = random.chance(50);
        let drawn = if talked_of { random.within(20, 60) } else { 2 + random.below(7) + random.lowest(9, 35) };
        let drawn = drawn.min(self.reviewers.len());
        match left {
            0 => None,
            1..=3 => Some(left),
            // The last film is not left with one review.
            _ if drawn + 1 == left => Some(drawn.max(3) - 1),
            _ => Some(drawn.min(left)),
        }
    }

    /// Often the director writes.
    fn writers(&self, random: &mut Random, directors: &[String]) -> Vec<String> {
        if random.chance(500) { directors.iter().take(1).cloned().collect() } else { self.directors.several(random, 1) }
    }

    fn crew(&self, random: &mut Random) -> Vec<CrewMember> {
        let count = random.below(3);
        let names = self.actors.several(random, count);
        names.into_iter().zip(JOBS).map(|(name, job)| CrewMember { name, job: job.to_owned() }).collect()
    }
}

/// One to three genres.
fn genres(random: &mut Random) -> Vec<String> {
    let drawn = Skewed::zipf(GENRES.len(), 2);
    let count = 1 + random.lowest(2, 3);
    let mut genres: Vec<String> = Vec::with_capacity(count);
    while genres.len() < count {
        let genre = GENRES[drawn.draw(random)];
        if genres.iter().all(|it| it != genre) {
            genres.push(genre.to_owned());
        }
    }
    genres
}

/// A content rating; one film in twelve has none.
fn certificate(random: &mut Random) -> Option<Certificate> {
    let system = match random.below(24) {
        0..2 => return None,
        2..17 => CertificateSystem::Mpa,
        17..21 => CertificateSystem::Bbfc,
        21..23 => CertificateSystem::Fsk,
        _ => CertificateSystem::Acb,
    };
    let codes = system.codes();
    Certificate::new(system, codes[random.below(codes.len())])
}

fn release(random: &mut Random, year: u16) -> Option<Release> {
    let date = day(random, year)?;
    Some(Release { date, medium: Medium::Cinema, place: None, region: None })
}

/// Some day of a year.
pub fn day(random: &mut Random, year: u16) -> Option<Date> {
    let (month, day) = (random.within(1, 12), random.within(1, 28));
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// A year from `first` to the last, the early ones more often: most films are reviewed when new.
pub fn year_from(random: &mut Random, first: u16) -> u16 {
    let later = if random.chance(600) { 0 } else { random.below(usize::from(NOW - first) + 1) };
    first + u16::try_from(later).unwrap_or_default()
}
