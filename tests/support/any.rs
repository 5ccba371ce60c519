//! Generators of domain values. Names, genres and reviewers come from small sets, so that values
//! are shared and filters find something.

use crosscut::domain::{
    aspect::Aspect,
    catalog::Catalog,
    claim::{Claim, Stance, Standing, Standings, Strength},
    date::Date,
    film::{CastMember, Certificate, CertificateSystem, CrewMember, Film, FilmIds, Listing, Medium, Release},
    grade::{Grade, Scale, Score},
    review::{Block, BlockKind, Brief, Review, ReviewKind, Source, Span, Spoiler},
    reviewer::{Reviewer, ReviewerKind},
    slug::ReviewId,
};
use proptest::{
    array::uniform4,
    collection::vec,
    option,
    prelude::*,
    sample::{select, subsequence},
};

use super::{film_slug, review_id, reviewer_slug};

const REVIEWERS: [&str; 5] = ["matinee", "aisle-seat", "second-viewing", "the-sound-booth", "ray"];
const PEOPLE: [&str; 5] = ["Agnès Varda", "Bong Joon-ho", "George Miller", "Michael Mann", "Hayao Miyazaki"];
const GENRES: [&str; 4] = ["drama", "music", "film noir", "documentary"];
const OUTLETS: [&str; 3] = ["Crosscut", "The Movie Guys", "Le Monde"];

/// Printable text of any script.
pub fn text() -> impl Strategy<Value = String> {
    "\\PC{0,24}"
}

pub fn slug_text() -> impl Strategy<Value = String> {
    "[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}"
}

pub fn score() -> impl Strategy<Value = Score> {
    (0..=100_u8).prop_map(super::score)
}

pub fn date() -> impl Strategy<Value = Date> {
    (1..=9999_u16, 1..=12_u8, 1..=31_u8).prop_filter_map("a day that exists", |(y, m, d)| Date::new(y, m, d))
}

/// A grade as it may be written, of every notation.
pub fn grade_text() -> impl Strategy<Value = String> {
    let letters = ["A+", "A", "A-", "B+", "B", "B−", "C+", "C", "C–", "D+", "D", "D-", "F"];
    let points =
        (select(vec![(4_u32, "/4"), (5, " / 5"), (10, "/10"), (100, "%"), (100, " %")]), any::<prop::sample::Index>())
            .prop_map(|((top, suffix), at)| {
                let hundredths = u32::try_from(at.index(top as usize * 100 + 1)).unwrap_or_default();
                match hundredths % 100 {
                    0 => format!("{}{suffix}", hundredths / 100),
                    tenths if tenths % 10 == 0 => format!("{}.{}{suffix}", hundredths / 100, tenths / 10),
                    rest => format!("{}.{rest:02}{suffix}", hundredths / 100),
                }
            });
    let words = ["thumbs up", "Thumbs down"];
    prop_oneof![
        select(letters.to_vec()).prop_map(str::to_owned),
        points,
        select(words.to_vec()).prop_map(str::to_owned),
    ]
}

pub fn grade() -> impl Strategy<Value = Grade> {
    grade_text().prop_map(|written| super::grade(&written))
}

pub fn standing() -> impl Strategy<Value = Standing> {
    (select(Stance::ALL.to_vec()), select(Strength::ALL.to_vec()), any::<bool>())
        .prop_map(|(stance, strength, hedged)| Standing { stance, strength, hedged })
}

/// Standings that speak on about every other aspect.
pub fn standings() -> impl Strategy<Value = Standings> {
    vec(option::of(standing()), Aspect::COUNT).prop_map(|all| Standings::new(all.try_into().unwrap()))
}

pub fn brief() -> impl Strategy<Value = Brief> {
    let outlet = option::of(select(OUTLETS.to_vec()).prop_map(str::to_owned));
    let kind = select(ReviewKind::ALL.to_vec());
    let facts = (option::of(text()), outlet, option::of(date()), option::of(grade()), 0..2000_usize);
    (slug_text(), select(REVIEWERS.to_vec()), kind, facts, standings()).prop_map(
        |(id, reviewer, kind, (headline, outlet, published, grade, words), standings)| Brief {
            id: review_id(&id),
            reviewer: reviewer_slug(reviewer),
            kind,
            headline,
            outlet,
            published,
            grade,
            words,
            standings,
        },
    )
}

fn names(most: usize) -> impl Strategy<Value = Vec<String>> {
    subsequence(PEOPLE.to_vec(), 0..=most).prop_map(|names| names.into_iter().map(str::to_owned).collect())
}

fn codes() -> impl Strategy<Value = Vec<String>> {
    vec("[a-z]{2,3}", 0..3)
}

pub fn certificate() -> impl Strategy<Value = Certificate> {
    let all = CertificateSystem::ALL
        .into_iter()
        .flat_map(|system| system.codes().iter().filter_map(move |code| Certificate::new(system, code)));
    select(all.collect::<Vec<_>>())
}

/// A film of the catalogue, under the slug that it is given.
pub fn listing(slug: String) -> impl Strategy<Value = Listing> {
    let genres = subsequence(GENRES.to_vec(), 0..=3);
    let facts = (text(), 1960..2025_u16, genres, codes(), option::of(certificate()));
    (facts, names(2), names(3), vec(brief(), 0..7), any::<bool>()).prop_map(
        move |((title, year, genres, countries, certificate), directors, others, reviews, named)| Listing {
            slug: film_slug(&slug),
            title,
            year,
            genres: genres.into_iter().map(str::to_owned).collect(),
            countries,
            directors,
            others,
            certificate,
            file: format!("films/{slug}.json"),
            compare: reviews.iter().filter(|_| named).map(|review| review.id.clone()).collect(),
            reviews,
        },
    )
}

pub fn listings(most: usize) -> impl Strategy<Value = Vec<Listing>> {
    (0..=most).prop_flat_map(|count| (0..count).map(|at| listing(format!("film-{at}"))).collect::<Vec<_>>())
}

pub fn reviewers() -> impl Strategy<Value = Vec<Reviewer>> {
    subsequence(REVIEWERS.to_vec(), 0..=REVIEWERS.len())
        .prop_flat_map(|slugs| slugs.into_iter().map(reviewer).collect::<Vec<_>>())
}

pub fn reviewer(slug: &'static str) -> impl Strategy<Value = Reviewer> {
    let scale = option::of(select(Scale::ALL.to_vec()));
    (text(), select(ReviewerKind::ALL.to_vec()), option::of(text()), scale, text()).prop_map(
        move |(name, kind, beat, scale, about)| Reviewer { slug: reviewer_slug(slug), name, kind, beat, scale, about },
    )
}

pub fn catalog(most: usize) -> impl Strategy<Value = Catalog> {
    (listings(most), reviewers()).prop_map(|(films, reviewers)| Catalog::new(films, reviewers, Vec::new()))
}

/// A block of words of which no two of one review are alike, so that a run of them stands once.
fn block(at: usize) -> impl Strategy<Value = Block> {
    let spoiler = select(Spoiler::ALL.to_vec());
    (select(BlockKind::ALL.to_vec()), spoiler, any::<bool>(), option::of(text()), 1..9_usize).prop_map(
        move |(kind, spoiler, borrowed, heading, words)| Block {
            kind: if at == 0 { BlockKind::Opinion } else { kind },
            spoiler,
            borrowed,
            heading,
            text: (0..words).map(|word| format!("“é{at}·{word}”")).collect::<Vec<_>>().join(" "),
        },
    )
}

/// A claim on a run of words of one of the blocks.
fn claim(body: Vec<Block>, people: Vec<String>) -> impl Strategy<Value = Claim> {
    let about = option::of(any::<prop::sample::Index>());
    let place = uniform4(any::<prop::sample::Index>());
    (select(Aspect::ALL.to_vec()), standing(), about, place).prop_map(move |(aspect, standing, about, place)| {
        let [block, one, other, _] = place;
        let block = block.index(body.len());
        let starts: Vec<usize> = body[block].text.match_indices('“').map(|(at, _)| at).collect();
        let ends: Vec<usize> = body[block].text.match_indices('”').map(|(at, end)| at + end.len()).collect();
        let (one, other) = (one.index(starts.len()), other.index(ends.len()));
        Claim {
            aspect,
            stance: standing.stance,
            strength: standing.strength,
            hedged: standing.hedged,
            about: about.filter(|_| !people.is_empty()).map(|at| at.get(&people).clone()),
            quote: Span { block, start: starts[one.min(other)], end: ends[one.max(other)] },
        }
    })
}

fn source() -> impl Strategy<Value = Source> {
    let url = option::of("https?://[a-z]{1,8}\\.org/[a-z]{0,5}");
    (text(), option::of(text()), option::of(text()), url).prop_map(|(note, by, outlet, url)| Source {
        note,
        by,
        outlet,
        url,
    })
}

/// A review under the id that it is given, whose claims may be about these people.
pub fn review(id: ReviewId, people: Vec<String>) -> impl Strategy<Value = Review> {
    let body = (1..5_usize).prop_flat_map(|blocks| (0..blocks).map(block).collect::<Vec<_>>());
    let body = body.prop_flat_map(move |body| (vec(claim(body.clone(), people.clone()), 0..7), Just(body)));
    (brief(), source(), text(), body).prop_map(move |(brief, source, language, (claims, body))| Review {
        id: id.clone(),
        reviewer: brief.reviewer,
        kind: brief.kind,
        source: (brief.kind == ReviewKind::Digest).then_some(source),
        headline: brief.headline,
        outlet: brief.outlet,
        published: brief.published,
        language,
        grade: brief.grade,
        body,
        claims,
    })
}

fn releases() -> impl Strategy<Value = Vec<Release>> {
    let medium = select(Medium::ALL.to_vec());
    let release = (date(), medium, option::of(text()), option::of("[A-Z]{2}"))
        .prop_map(|(date, medium, place, region)| Release { date, medium, place, region });
    vec(release, 0..4).prop_map(|mut releases| {
        releases.sort_by_key(|release| release.date);
        releases
    })
}

/// A film whose file is sound.
pub fn film() -> impl Strategy<Value = Film> {
    let ids = (option::of("tt[0-9]{7,8}"), option::of(any::<u32>())).prop_map(|(imdb, tmdb)| FilmIds { imdb, tmdb });
    let facts = (text(), codes(), codes(), names(3), option::of(any::<u16>()), option::of(text()), releases(), ids);
    (listing("film".to_owned()), facts, 0..4_usize).prop_flat_map(|(listing, facts, count)| {
        let (synopsis, countries, languages, names, runtime_minutes, distributor, releases, ids) = facts;
        let reviews: Vec<_> = (0..count).map(|at| review(review_id(&format!("review-{at}")), names.clone())).collect();
        (reviews, any::<bool>()).prop_map(move |(reviews, named)| Film {
            slug: listing.slug.clone(),
            title: listing.title.clone(),
            year: listing.year,
            synopsis: synopsis.clone(),
            genres: listing.genres.clone(),
            countries: countries.clone(),
            languages: languages.clone(),
            directors: listing.directors.clone(),
            writers: listing.others.clone(),
            crew: names.iter().map(|name| CrewMember { name: name.clone(), job: "editing".to_owned() }).collect(),
            cast: names.iter().map(|name| CastMember { name: name.clone(), role: "Lou".to_owned() }).collect(),
            runtime_minutes,
            certificate: listing.certificate,
            distributor: distributor.clone(),
            releases: releases.clone(),
            ids: ids.clone(),
            compare: reviews
                .iter()
                .rev()
                .filter(|_| named && reviews.len() >= 2)
                .map(|review| review.id.clone())
                .collect(),
            reviews,
        })
    })
}
