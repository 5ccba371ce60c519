//! One film with its reviews: `public/data/films/<slug>.json`. The types are those of writing and of
//! the schema; reading needs none.

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::gather::Gather;
use crate::domain::{
    claim::Claim,
    film::{Film, Release},
    review::{Block, Review, Source},
};

mod read;

pub use read::read_film;
pub(super) use read::{read_certificate, read_grade};

/// A film as its file has it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "Film"))]
#[serde(deny_unknown_fields)]
pub struct FilmFile {
    /// Where the schema of this file is, for editors.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = null)))]
    pub schema: Option<String>,
    /// The name in addresses, and of this file: lower-case letters, digits and single hyphens.
    pub slug: String,
    /// The title as shown.
    pub title: String,
    /// The year of the first showing, as film databases count it.
    #[cfg_attr(feature = "schema", schemars(range(min = 1870, max = 2200)))]
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
    pub crew: Vec<CrewFile>,
    /// Those who play in it, leading parts first.
    pub cast: Vec<CastFile>,
    /// The running time in minutes.
    pub runtime_minutes: Option<u16>,
    /// The content rating.
    pub certificate: Option<CertificateFile>,
    /// The distributor.
    pub distributor: Option<String>,
    /// When and where it came out.
    pub releases: Vec<ReleaseFile>,
    /// Numbers in film databases.
    pub ids: IdsFile,
    /// The reviews that its comparison opens with, by their ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = [])))]
    pub compare: Vec<String>,
    /// Its reviews.
    pub reviews: Vec<ReviewFile>,
}

/// Someone of the crew.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "CrewMember"))]
#[serde(deny_unknown_fields)]
pub struct CrewFile {
    /// The name.
    pub name: String,
    /// What they did, in lower case.
    pub job: String,
}

/// Someone of the cast.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "CastMember"))]
#[serde(deny_unknown_fields)]
pub struct CastFile {
    /// The name.
    pub name: String,
    /// Whom they play.
    pub role: String,
}

/// A content rating.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "Certificate"))]
#[serde(deny_unknown_fields)]
pub struct CertificateFile {
    /// Who gave it.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::certificate_systems"))]
    pub system: String,
    /// The code, one that the system gives.
    pub code: String,
}

/// When and where a film came out.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "Release"))]
#[serde(deny_unknown_fields)]
pub struct ReleaseFile {
    /// The day, as YYYY-MM-DD.
    pub date: String,
    /// How.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::media"))]
    pub medium: String,
    /// The festival, service or chain.
    #[serde(rename = "where")]
    pub place: Option<String>,
    /// The country, as an ISO 3166 alpha-2 code.
    pub region: Option<String>,
}

/// Numbers in film databases.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "FilmIds"))]
#[serde(deny_unknown_fields)]
pub struct IdsFile {
    /// In IMDb: `tt` and digits.
    pub imdb: Option<String>,
    /// In TMDB.
    pub tmdb: Option<u32>,
}

/// A review.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "Review"))]
#[serde(deny_unknown_fields)]
pub struct ReviewFile {
    /// The name in addresses; no other review of the site has it.
    pub id: String,
    /// Who wrote it: a slug of `reviewers.json`.
    pub reviewer: String,
    /// Whose words it is in.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::review_kinds"))]
    pub kind: String,
    /// Where the original is; a digest must say.
    pub source: Option<SourceFile>,
    /// Its own title.
    pub headline: Option<String>,
    /// Where it was published.
    pub outlet: Option<String>,
    /// When, as YYYY-MM-DD.
    pub published: Option<String>,
    /// The language of its text, as a BCP 47 tag.
    pub language: String,
    /// The grade exactly as the reviewer wrote it: `3.5/4`, `B+`, `7/10`, `82%`, `thumbs up`; null
    /// for none.
    pub grade: Option<String>,
    /// Its text.
    pub body: Vec<BlockFile>,
    /// Every judgement in it.
    pub claims: Vec<ClaimFile>,
}

/// Where a review that is reported here was published.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "Source"))]
#[serde(deny_unknown_fields)]
pub struct SourceFile {
    /// What this text is, in words for the reader.
    pub note: String,
    /// Who wrote the original.
    pub by: Option<String>,
    /// Where it appeared.
    pub outlet: Option<String>,
    /// Its address, starting with `https://` or `http://`.
    pub url: Option<String>,
}

/// A run of a review.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "Block"))]
#[serde(deny_unknown_fields)]
pub struct BlockFile {
    /// What it is.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::block_kinds"))]
    pub kind: String,
    /// What it gives away: 0 the premise, 1 the set-up, 2 what happens on the way, 3 the ending or a
    /// twist.
    #[cfg_attr(feature = "schema", schemars(range(max = 3)))]
    pub spoiler: u8,
    /// Whether its words are somebody else's.
    pub borrowed: bool,
    /// The heading over it.
    pub heading: Option<String>,
    /// Its text.
    pub text: String,
}

/// One judgement in a review.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "Claim"))]
#[serde(deny_unknown_fields)]
pub struct ClaimFile {
    /// What it is about.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::aspects"))]
    pub aspect: String,
    /// Which way it goes.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::stances"))]
    pub stance: String,
    /// How firmly: 1 in passing, 2 clear, 3 emphatic.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 3)))]
    pub strength: u8,
    /// Whether the reviewer leaves a way out (“some may feel”).
    pub hedged: bool,
    /// Whom it is about: a name of the film's directors, writers, crew or cast.
    pub about: Option<String>,
    /// The words it stands on: a run of one block's text, letter for letter, that stands in the body
    /// once.
    pub quote: String,
}

impl From<&Film> for FilmFile {
    fn from(film: &Film) -> Self {
        Self {
            schema: None,
            slug: film.slug.to_string(),
            title: film.title.clone(),
            year: film.year,
            synopsis: film.synopsis.clone(),
            genres: film.genres.clone(),
            countries: film.countries.clone(),
            languages: film.languages.clone(),
            directors: film.directors.clone(),
            writers: film.writers.clone(),
            crew: film.crew.iter().map(|it| CrewFile { name: it.name.clone(), job: it.job.clone() }).gathered(),
            cast: film.cast.iter().map(|it| CastFile { name: it.name.clone(), role: it.role.clone() }).gathered(),
            runtime_minutes: film.runtime_minutes,
            certificate: film
                .certificate
                .map(|it| CertificateFile { system: it.system().to_string(), code: it.code().to_owned() }),
            distributor: film.distributor.clone(),
            releases: film.releases.iter().map(ReleaseFile::from).gathered(),
            ids: IdsFile { imdb: film.ids.imdb.clone(), tmdb: film.ids.tmdb },
            compare: film.compare.iter().map(ToString::to_string).gathered(),
            reviews: film.reviews.iter().map(ReviewFile::from).gathered(),
        }
    }
}

impl From<&Release> for ReleaseFile {
    fn from(release: &Release) -> Self {
        Self {
            date: release.date.to_string(),
            medium: release.medium.to_string(),
            place: release.place.clone(),
            region: release.region.clone(),
        }
    }
}

impl From<&Review> for ReviewFile {
    fn from(review: &Review) -> Self {
        let source = |it: &Source| SourceFile {
            note: it.note.clone(),
            by: it.by.clone(),
            outlet: it.outlet.clone(),
            url: it.url.clone(),
        };
        let block = |it: &Block| BlockFile {
            kind: it.kind.to_string(),
            spoiler: it.spoiler.level(),
            borrowed: it.borrowed,
            heading: it.heading.clone(),
            text: it.text.clone(),
        };
        let claim = |it: &Claim| ClaimFile {
            aspect: it.aspect.to_string(),
            stance: it.stance.to_string(),
            strength: it.strength.number(),
            hedged: it.hedged,
            about: it.about.clone(),
            quote: review.words_of(it.quote).to_owned(),
        };
        Self {
            id: review.id.to_string(),
            reviewer: review.reviewer.to_string(),
            kind: review.kind.to_string(),
            source: review.source.as_ref().map(source),
            headline: review.headline.clone(),
            outlet: review.outlet.clone(),
            published: review.published.map(|date| date.to_string()),
            language: review.language.clone(),
            grade: review.grade.as_ref().map(|grade| grade.written().to_owned()),
            body: review.body.iter().map(block).gathered(),
            claims: review.claims.iter().map(claim).gathered(),
        }
    }
}
