//! A film and its reviews as [schema.org] knows them, for machines that read pages: JSON-LD.
//!
//! | here | there |
//! | --- | --- |
//! | a film | `Movie` |
//! | a full review | `Review` by its author |
//! | a house review | `Review` by the site, part of the column's series |
//! | a digest | `CreativeWork` by the site, about the film, based on the original; no `Review`, no rating |
//! | a grade that has a score | `Rating`: points on their own scale, letters on the common one |
//! | a column of the house | `CreativeWorkSeries` by the site, with its reviews |
//! | a reviewer with a name | `Person`, with the reviews that are theirs in full |
//! | what a review is for and against | `positiveNotes`, `negativeNotes`: its own words |
//!
//! No rating is ever made up, and words that give away more than they may are left out. Every text
//! can stand in a `script` element as it is.
//!
//! [schema.org]: https://schema.org/Review

use super::{
    Shown,
    object::{Object, array, text},
};
use crate::domain::gather::Gather;
use crate::domain::{
    catalog::Catalog,
    claim::{Stance, Standings},
    comparison::Comparison,
    film::{Film, Listing},
    grade::{Grade, Score},
    review::{BlockKind, Brief, Review, ReviewKind, Spoiler},
    reviewer::{Reviewer, ReviewerKind},
};

/// Of so many ratings an average is one.
const FEWEST_RATINGS: usize = 2;

/// The page that nodes are written for.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The name of the site, which answers for house reviews and digests.
    pub site: &'a str,
    /// Who the reviewers are.
    pub catalog: &'a Catalog,
    /// The whole address of the page, without a fragment.
    pub page: &'a str,
    /// How much of the film the words may give away.
    pub level: Spoiler,
    /// Whether names, outlets and grades are hidden. Then authors, publishers, ratings, headlines,
    /// dates, ids and what all pieces of an outlet carry are left out.
    pub blind: bool,
}

/// A comparison: its film and its reviews, in the order of the columns.
#[must_use]
pub fn comparison(comparison: &Comparison, shown: &Shown, site: &str, catalog: &Catalog) -> String {
    let page = shown.address(comparison).and_then(|address| address.split('#').next()).unwrap_or_default();
    let setting = Setting { site, catalog, page, level: comparison.level(), blind: shown.blind };
    let film = comparison.film();
    let reviews = comparison.reviews().map(|it| review(film, it, &setting));
    graph(&[movie(film, &setting)].into_iter().chain(reviews).gathered())
}

/// A whole document of nodes.
#[must_use]
pub fn graph(nodes: &[String]) -> String {
    let nodes = format!("[{}]", nodes.join(","));
    Object::new().text("@context", "https://schema.org").json("@graph", &nodes).into_json()
}

/// A film. Its rating is the mean of the scores of its full reviews, where two or more have one:
/// neither digests nor the site's own reviews count.
#[must_use]
pub fn movie(film: &Film, setting: &Setting) -> String {
    let directors: Vec<String> = film.directors.iter().map(|name| named("Person", name)).gathered();
    let imdb = film.ids.imdb.as_deref().filter(|id| is_imdb(id));
    named_film(film, setting)
        .text("dateCreated", &format!("{:04}", film.year))
        .some_json("director", array(&directors))
        .some_text("sameAs", imdb.map(|id| format!("https://www.imdb.com/title/{id}/")).as_deref())
        .some_json("aggregateRating", average(film).filter(|_| !setting.blind))
        .into_json()
}

/// One review of a film, or the digest of one.
#[must_use]
pub fn review(film: &Film, review: &Review, setting: &Setting) -> String {
    let shown = !setting.blind;
    let node = Object::of_type(match review.kind {
        ReviewKind::Full | ReviewKind::House => "Review",
        ReviewKind::Digest => "CreativeWork",
    });
    let id = format!("{}#review-{}", setting.page, review.id);
    let node = node
        .some_text("@id", shown.then_some(id.as_str()))
        .some_text("name", review.headline.as_deref().filter(|_| shown))
        .text("inLanguage", &review.language);
    let film = named_film(film, setting).into_json();
    let body = body(review, setting);
    match review.kind {
        ReviewKind::Full | ReviewKind::House => {
            let node = node.json("itemReviewed", &film);
            let node = if shown { signed(node, review, setting) } else { node };
            judged(node, review, setting.level).some_text("reviewBody", body.as_deref()).into_json()
        }
        ReviewKind::Digest => {
            let what = review.source.as_ref().map(|source| source.note.as_str());
            let node = node.json("about", &film);
            let node = if shown {
                node.json("creator", &named("Organization", setting.site))
                    .some_text("description", what)
                    .some_json("isBasedOn", original(review))
            } else {
                node
            };
            node.some_text("text", body.as_deref()).into_json()
        }
    }
}

/// A reviewer, with the reviews that are on the site: their films, grades and pages, each with its whole
/// address, and not their words. An unsigned review is somebody's who is not known, and no digest is a review
/// of its critic.
#[must_use]
pub fn reviewer(reviewer: &Reviewer, reviews: &[(&Listing, &Brief, String)], setting: &Setting) -> Option<String> {
    let node = match reviewer.kind {
        ReviewerKind::House => {
            Object::of_type("CreativeWorkSeries").json("publisher", &named("Organization", setting.site))
        }
        ReviewerKind::Person => Object::of_type("Person"),
        ReviewerKind::Unsigned => return None,
    };
    let node = node
        .text("@id", &format!("{}#reviewer", setting.page))
        .text("name", &reviewer.name)
        .text("description", &reviewer.about)
        .text("url", setting.page);
    let author = match reviewer.kind {
        ReviewerKind::House => named("Organization", setting.site),
        ReviewerKind::Person | ReviewerKind::Unsigned => named("Person", &reviewer.name),
    };
    let of = |(film, review, page): &(&Listing, &Brief, String)| {
        let movie =
            Object::of_type("Movie").text("name", &film.title).text("dateCreated", &format!("{:04}", film.year));
        Object::of_type("Review")
            .some_text("name", review.headline.as_deref())
            .text("url", page)
            .json("itemReviewed", &movie.into_json())
            .json("author", &author)
            .some_text("datePublished", review.published.map(|date| date.to_string()).as_deref())
            .some_json("reviewRating", review.grade.as_ref().and_then(rating))
            .into_json()
    };
    let written = reviews.iter().filter(|(_, review, _)| review.kind != ReviewKind::Digest);
    Some(graph(&[node.into_json()].into_iter().chain(written.map(of)).gathered()))
}

/// The film by its name, under the one id that it has on the page.
fn named_film(film: &Film, setting: &Setting) -> Object {
    Object::of_type("Movie").text("@id", &format!("{}#film", setting.page)).text("name", &film.title)
}

fn named(kind: &str, name: &str) -> String {
    Object::of_type(kind).text("name", name).into_json()
}

/// Whether a text is a number of IMDb's, and not something else that would be an address.
fn is_imdb(id: &str) -> bool {
    id.strip_prefix("tt").is_some_and(|digits| digits.len() >= 7 && digits.bytes().all(|it| it.is_ascii_digit()))
}

/// Who wrote a review and where it appeared, when, and how it was graded.
fn signed(node: Object, review: &Review, setting: &Setting) -> Object {
    let reviewer = setting.catalog.reviewer(&review.reviewer);
    let node = node.some_text("datePublished", review.published.map(|date| date.to_string()).as_deref());
    let node = match review.kind {
        ReviewKind::House => node
            .json("author", &named("Organization", setting.site))
            .some_json("isPartOf", reviewer.map(|column| named("CreativeWorkSeries", &column.name))),
        ReviewKind::Full | ReviewKind::Digest => {
            let person = reviewer.filter(|it| it.kind == ReviewerKind::Person);
            node.some_json("author", person.map(|it| named("Person", &it.name)))
                .some_json("publisher", review.outlet.as_ref().map(|outlet| named("Organization", outlet)))
        }
    };
    node.some_json("reviewRating", review.grade.as_ref().and_then(rating))
}

/// What a review speaks of, and its words for and against. Claims that are mixed are neither.
fn judged(node: Object, review: &Review, level: Spoiler) -> Object {
    let standings = Standings::of(&review.claims);
    let aspects: Vec<String> = standings.spoken().map(|(aspect, _)| text(aspect.label())).gathered();
    let notes = |stance: Stance| -> Option<String> {
        let claims = review.claims.iter().filter(|it| it.stance == stance && review.spoiler_of(it) <= level);
        let mut quotes: Vec<&str> = Vec::new();
        for quote in claims.map(|claim| review.words_of(claim.quote)) {
            if !quotes.contains(&quote) {
                quotes.push(quote);
            }
        }
        let item = |(position, quote): (u32, &&str)| {
            Object::of_type("ListItem").number("position", position).text("name", quote).into_json()
        };
        let items = array(&(1..).zip(&quotes).map(item).gathered())?;
        Some(Object::of_type("ItemList").json("itemListElement", &items).into_json())
    };
    node.some_json("reviewAspect", array(&aspects))
        .some_json("positiveNotes", notes(Stance::Positive))
        .some_json("negativeNotes", notes(Stance::Negative))
}

/// The text, but for what gives away too much; and of a review, which is in its author's words, but
/// for what is somebody else's.
fn body(review: &Review, setting: &Setting) -> Option<String> {
    let blocks = review.body.iter().filter(|block| {
        let own = !block.borrowed || review.kind == ReviewKind::Digest;
        let tells = setting.blind && block.kind == BlockKind::Boilerplate;
        block.spoiler <= setting.level && own && !tells
    });
    let parts: Vec<&str> =
        blocks.flat_map(|block| block.heading.iter().chain([&block.text])).map(String::as_str).gathered();
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

/// What a digest is of, where anything is known of it.
fn original(review: &Review) -> Option<String> {
    let source = review.source.as_ref();
    let url = source.and_then(|it| it.url.as_deref());
    let by = source.and_then(|it| it.by.as_deref());
    let outlet = source.and_then(|it| it.outlet.as_deref()).or(review.outlet.as_deref());
    if url.is_none() && by.is_none() && outlet.is_none() {
        return None;
    }
    let original = Object::of_type("CreativeWork")
        .some_text("url", url)
        .some_json("author", by.map(|name| named("Person", name)))
        .some_json("publisher", outlet.map(|name| named("Organization", name)))
        .some_text("datePublished", review.published.map(|date| date.to_string()).as_deref());
    Some(original.into_json())
}

/// A grade that has a score: points as written, out of what they are out of; anything else on the
/// common scale.
fn rating(grade: &Grade) -> Option<String> {
    let score = grade.score()?.to_string();
    let (value, best) = grade.points().unwrap_or((&score, 100));
    Some(rated("Rating", value, best).text("name", grade.written()).into_json())
}

fn rated(kind: &str, value: &str, best: u32) -> Object {
    Object::of_type(kind).text("ratingValue", value).number("bestRating", best).number("worstRating", 0)
}

fn average(film: &Film) -> Option<String> {
    let full = film.reviews.iter().filter(|review| review.kind == ReviewKind::Full);
    let scores: Vec<Score> = full.filter_map(|review| review.grade.as_ref()?.score()).gathered();
    let mean = Score::mean(&scores).filter(|_| scores.len() >= FEWEST_RATINGS)?;
    let count = u32::try_from(scores.len()).ok()?;
    Some(rated("AggregateRating", &mean.to_string(), 100).number("ratingCount", count).into_json())
}
