//! Films and the facts about them.

use std::fmt;

use super::gather::Gather;
use super::{
    closed_list::closed_list,
    date::Date,
    review::{Brief, Review},
    slug::{FilmSlug, ReviewId},
};

closed_list! {
    /// Who gives certificates. The systems are a closed list, and so are the codes of each.
    CertificateSystem, "certificate system" {
        /// Motion Picture Association, United States.
        Mpa = "MPA",
        /// British Board of Film Classification.
        Bbfc = "BBFC",
        /// Freiwillige Selbstkontrolle der Filmwirtschaft, Germany.
        Fsk = "FSK",
        /// Australian Classification Board.
        Acb = "ACB",
    }
}

impl CertificateSystem {
    /// The codes that the system gives, from the mildest.
    #[must_use]
    pub const fn codes(self) -> &'static [&'static str] {
        match self {
            Self::Mpa => &["G", "PG", "PG-13", "R", "NC-17"],
            Self::Bbfc => &["U", "PG", "12", "12A", "15", "18", "R18"],
            Self::Fsk => &["0", "6", "12", "16", "18"],
            Self::Acb => &["G", "PG", "M", "MA15+", "R18+"],
        }
    }
}

/// The film's content rating. It is not a grade and never read as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Certificate {
    system: CertificateSystem,
    code: &'static str,
}

impl Certificate {
    /// The certificate, where the system gives that code.
    #[must_use]
    pub fn new(system: CertificateSystem, code: &str) -> Option<Self> {
        let code = system.codes().iter().find(|&&known| known == code)?;
        Some(Self { system, code })
    }

    /// Who gave it.
    #[must_use]
    pub const fn system(self) -> CertificateSystem {
        self.system
    }

    /// The code, such as `R`, `PG-13` or `15`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.code
    }
}

impl fmt::Display for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.code, self.system)
    }
}

closed_list! {
    /// How a film was released.
    Medium, "medium" {
        /// At a festival.
        Festival = "festival",
        /// In cinemas.
        Cinema = "cinema",
        /// On a streaming service.
        Streaming = "streaming",
        /// On disc or tape.
        HomeVideo = "home video",
        /// On television.
        Television = "television",
    }
}

impl Medium {
    /// The medium as a reader sees it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Festival => "Festival",
            Self::Cinema => "Cinemas",
            Self::Streaming => "Streaming",
            Self::HomeVideo => "Home video",
            Self::Television => "Television",
        }
    }
}

/// When and where a film came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// The day.
    pub date: Date,
    /// How.
    pub medium: Medium,
    /// The festival, service or chain.
    pub place: Option<String>,
    /// The country, as an ISO 3166 alpha-2 code.
    pub region: Option<String>,
}

/// Someone of the crew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrewMember {
    /// The name.
    pub name: String,
    /// What they did.
    pub job: String,
}

/// Someone of the cast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CastMember {
    /// The name.
    pub name: String,
    /// Whom they play.
    pub role: String,
}

/// The film's numbers in film databases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilmIds {
    /// In IMDb: `tt` and at least seven digits.
    pub imdb: Option<String>,
    /// In TMDB.
    pub tmdb: Option<u32>,
}

/// One film with its reviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Film {
    /// The name in addresses.
    pub slug: FilmSlug,
    /// The title as shown.
    pub title: String,
    /// The year of the first showing, as film databases count it.
    pub year: u16,
    /// What it starts from, in a few sentences.
    pub synopsis: String,
    /// Genres, in lower case.
    pub genres: Vec<String>,
    /// Countries, as ISO 3166 alpha-2 codes.
    pub countries: Vec<String>,
    /// Languages spoken or signed, as ISO 639 codes.
    pub languages: Vec<String>,
    /// Directors.
    pub directors: Vec<String>,
    /// Writers of the screenplay.
    pub writers: Vec<String>,
    /// Others who made it.
    pub crew: Vec<CrewMember>,
    /// Those who play in it, leading parts first.
    pub cast: Vec<CastMember>,
    /// The running time in minutes.
    pub runtime_minutes: Option<u16>,
    /// The content rating.
    pub certificate: Option<Certificate>,
    /// The distributor.
    pub distributor: Option<String>,
    /// When and where it came out, earliest first.
    pub releases: Vec<Release>,
    /// Numbers in film databases.
    pub ids: FilmIds,
    /// The reviews that its comparison opens with, where the file names them.
    pub compare: Vec<ReviewId>,
    /// Its reviews, in the order of the file.
    pub reviews: Vec<Review>,
}

impl Film {
    /// Everyone of its credits, each once: directors, writers, crew, cast.
    #[must_use]
    pub fn people(&self) -> Vec<&str> {
        let crew = self.crew.iter().map(|member| &member.name);
        let cast = self.cast.iter().map(|member| &member.name);
        let mut people: Vec<&str> = Vec::new();
        for name in self.directors.iter().chain(&self.writers).chain(crew).chain(cast) {
            if !people.contains(&name.as_str()) {
                people.push(name);
            }
        }
        people
    }

    /// What a person did for it: whom they play, else their job; none where the credits do not say
    /// or do not know them.
    #[must_use]
    pub fn part_of(&self, name: &str) -> Option<String> {
        let role = self.cast.iter().find(|member| member.name == name).map(|member| member.role.clone());
        let listed = |names: &[String], part: &str| names.iter().any(|it| it == name).then(|| part.to_owned());
        role.or_else(|| listed(&self.directors, "director"))
            .or_else(|| listed(&self.writers, "writer"))
            .or_else(|| self.crew.iter().find(|member| member.name == name).map(|member| member.job.clone()))
    }

    /// The review of that name.
    #[must_use]
    pub fn review(&self, id: &ReviewId) -> Option<&Review> {
        self.reviews.iter().find(|review| review.id == *id)
    }

    /// What the catalogue needs of it. `file` is where its own file is, below the data's address.
    #[must_use]
    pub fn listing(&self, file: String) -> Listing {
        Listing {
            slug: self.slug.clone(),
            title: self.title.clone(),
            year: self.year,
            genres: self.genres.clone(),
            countries: self.countries.clone(),
            directors: self.directors.clone(),
            others: self
                .people()
                .into_iter()
                .filter(|name| !self.directors.iter().any(|director| director == name))
                .map(str::to_owned)
                .gathered(),
            certificate: self.certificate,
            file,
            compare: self.compare.clone(),
            reviews: self.reviews.iter().map(Review::brief).gathered(),
        }
    }
}

/// What the catalogue knows of a film: enough for its card, its facets and its counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The name in addresses.
    pub slug: FilmSlug,
    /// The title as shown.
    pub title: String,
    /// The year of the first showing.
    pub year: u16,
    /// Genres, in lower case.
    pub genres: Vec<String>,
    /// Countries, as ISO 3166 alpha-2 codes.
    pub countries: Vec<String>,
    /// Directors.
    pub directors: Vec<String>,
    /// Everyone else of the credits.
    pub others: Vec<String>,
    /// The content rating.
    pub certificate: Option<Certificate>,
    /// Where the film's own file is, below the data's address.
    pub file: String,
    /// The reviews that its comparison opens with, where the file names them.
    pub compare: Vec<ReviewId>,
    /// Its reviews, in the order of the file.
    pub reviews: Vec<Brief>,
}

impl Listing {
    /// The first year of its decade.
    #[must_use]
    pub const fn decade(&self) -> u16 {
        self.year - self.year % 10
    }
}
