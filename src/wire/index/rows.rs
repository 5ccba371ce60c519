//! A film and its reviews as rows of the index, both ways.

use serde::Serialize;

use crate::domain::{
    aspect::Aspect,
    claim::{Stance, Standing, Standings, Strength},
    date::DateError,
    film::{Certificate, Listing},
    gather::Gather,
    review::{Brief, ReviewKind},
    slug::{ReviewId, SlugError},
};
use crate::wire::{
    film_file::{read_certificate, read_grade},
    node::Node,
};

/// A film.
#[derive(Serialize)]
pub(super) struct ListingRow {
    slug: String,
    title: String,
    year: u16,
    genres: Vec<String>,
    countries: Vec<String>,
    directors: Vec<String>,
    others: Vec<String>,
    /// System and code.
    certificate: Option<(String, String)>,
    file: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    compare: Vec<String>,
    reviews: Vec<BriefRow>,
}

/// Id, reviewer, kind, headline, outlet, date, grade, words, standings.
#[derive(Serialize)]
struct BriefRow(String, String, String, Option<String>, Option<String>, Option<String>, Option<String>, usize, String);

/// Reads a film; what of it is not sound is noted.
pub(super) fn read_listing(row: &Node) -> Option<Listing> {
    let row = row.object()?;
    let (slug, title) = (row.at("slug").parsed(SlugError::EXPECTED), row.at("title").text());
    let (year, file) = (row.at("year").number(u16::MAX), row.at("file").text());
    let (title, year, file) = (title?, year?, file?);
    Some(Listing {
        slug: slug?,
        title: title.to_owned(),
        year,
        genres: row.at("genres").strings(),
        countries: row.at("countries").strings(),
        directors: row.at("directors").strings(),
        others: row.at("others").strings(),
        certificate: row.at("certificate").present().and_then(read_pair),
        file: file.to_owned(),
        compare: row.at("compare").present().map(read_ids).unwrap_or_default(),
        reviews: row.at("reviews").items().filter_map(|row| read_brief(&row)).gathered(),
    })
}

fn read_pair(row: &Node) -> Option<Certificate> {
    let pair = row.array()?;
    read_certificate(&pair.nth(0), &pair.nth(1))
}

fn read_ids(list: &Node) -> Vec<ReviewId> {
    list.items().filter_map(|id| id.parsed(SlugError::EXPECTED)).gathered()
}

fn read_brief(row: &Node) -> Option<Brief> {
    let row = row.array()?;
    let (id, reviewer) = (row.nth(0).parsed(SlugError::EXPECTED), row.nth(1).parsed(SlugError::EXPECTED));
    let kind = row.nth(2).word("kind of review", &ReviewKind::WORDS);
    let (headline, outlet) = (row.nth(3).optional_string(), row.nth(4).optional_string());
    let published = row.nth(5).present().and_then(|it| it.parsed(DateError::EXPECTED));
    let grade = row.nth(6).present().and_then(read_grade);
    let words = row.nth(7).number(u32::MAX).and_then(|words| usize::try_from(words).ok());
    let standings = read_letters(&row.nth(8));
    let (Some(id), Some(reviewer), Some(kind), Some(words), Some(standings)) = (id, reviewer, kind, words, standings)
    else {
        return None;
    };
    Some(Brief { id, reviewer, kind, headline, outlet, published, grade, words, standings })
}

fn read_letters(letters: &Node) -> Option<Standings> {
    let text = letters.text()?;
    let standings = read_standings(text);
    if standings.is_none() {
        letters.refuse(text, "one letter from a to r, or a point, for each aspect, and no point at the end");
    }
    standings
}

impl From<&Listing> for ListingRow {
    fn from(film: &Listing) -> Self {
        Self {
            slug: film.slug.to_string(),
            title: film.title.clone(),
            year: film.year,
            genres: film.genres.clone(),
            countries: film.countries.clone(),
            directors: film.directors.clone(),
            others: film.others.clone(),
            certificate: film.certificate.map(|it| (it.system().to_string(), it.code().to_owned())),
            file: film.file.clone(),
            compare: film.compare.iter().map(ToString::to_string).gathered(),
            reviews: film.reviews.iter().map(BriefRow::from).gathered(),
        }
    }
}

impl From<&Brief> for BriefRow {
    fn from(brief: &Brief) -> Self {
        Self(
            brief.id.to_string(),
            brief.reviewer.to_string(),
            brief.kind.to_string(),
            brief.headline.clone(),
            brief.outlet.clone(),
            brief.published.map(|date| date.to_string()),
            brief.grade.as_ref().map(|grade| grade.written().to_owned()),
            brief.words,
            write_standings(&brief.standings),
        )
    }
}

const SILENT: char = '.';
const FIRST: u8 = b'a';

/// One character an aspect: `.` for silent, else a letter from `a` to `r` for stance, hedged and
/// strength. Trailing silence is left out.
#[must_use]
pub fn write_standings(standings: &Standings) -> String {
    let letters: String = Aspect::ALL
        .into_iter()
        .map(|aspect| {
            let Some(standing) = standings.on(aspect) else { return SILENT };
            let stance = Stance::ALL.iter().position(|stance| *stance == standing.stance).unwrap_or_default();
            let code = stance * 6 + usize::from(standing.hedged) * 3 + usize::from(standing.strength.number() - 1);
            u8::try_from(code).map_or(SILENT, |code| char::from(FIRST + code))
        })
        .collect();
    letters.trim_end_matches(SILENT).to_owned()
}

/// Reads what [`write_standings`] wrote; none for anything else.
#[must_use]
pub fn read_standings(text: &str) -> Option<Standings> {
    if text.len() > Aspect::COUNT || text.ends_with(SILENT) {
        return None;
    }
    let mut standings = [None; Aspect::COUNT];
    for (standing, letter) in standings.iter_mut().zip(text.chars()) {
        if letter != SILENT {
            *standing = Some(read_standing(letter)?);
        }
    }
    Some(Standings::new(standings))
}

fn read_standing(letter: char) -> Option<Standing> {
    let code = u8::try_from(letter).ok()?.checked_sub(FIRST)?;
    Some(Standing {
        stance: *Stance::ALL.get(usize::from(code / 6))?,
        hedged: code % 6 >= 3,
        strength: Strength::new(code % 3 + 1)?,
    })
}
