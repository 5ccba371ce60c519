//! *Sound of Metal*: what the comparison of its four digests must show (`sound-of-metal.md`).
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test or of its data")]

use std::{fs, sync::Arc};

use crosscut::{
    domain::{
        agreement::RowClass,
        aspect::Aspect,
        claim::Claim,
        comparison::{Comparison, Origin, RowFilter, RowOrder, Selection},
        film::Film,
        review::{BlockKind, ReviewKind, Spoiler},
    },
    wire::{film_file::read_film, reviewers_file::read_reviewers},
};

mod support;

use support::ids;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/data");
const DIGESTS: &str = "sound-of-metal-a sound-of-metal-b sound-of-metal-c sound-of-metal-d";

fn film() -> Film {
    let text = fs::read_to_string(format!("{DATA}/films/sound-of-metal.json")).unwrap();
    let (film, defects) = read_film(&text).unwrap();
    assert_eq!(defects, [], "the file is sound");
    film
}

fn comparison() -> Comparison {
    let film = Arc::new(film());
    let selection = Selection::of(&film, None, &[]);
    assert_eq!(selection.origin, Origin::Named, "the file names the set");
    Comparison::new(film, &selection.ids, Spoiler::OnTheWay).unwrap()
}

/// The row of an aspect: its class, and where A, B, C and D stand.
fn check(aspect: Aspect, class: RowClass, label: &str, columns: [&str; 4]) {
    let comparison = comparison();
    let row = &comparison.rows()[aspect.index()];
    assert_eq!((row.tally.class(), row.tally.label().as_str()), (class, label), "{aspect}");
    let found: Vec<&str> =
        row.cells.iter().map(|cell| cell.as_ref().map_or("silent", |cell| cell.standing.label())).collect();
    assert_eq!(found, columns, "{aspect}");
}

#[test]
fn the_set_that_the_file_names_is_the_four_digests() {
    assert_eq!(ids(&film().compare), DIGESTS);
    assert_eq!(ids(comparison().reviews().map(|review| &review.id)), DIGESTS);
    assert!(comparison().reviews().all(|review| review.kind == ReviewKind::Digest));
    let digests: Vec<_> = film().reviews.into_iter().filter(|review| review.kind == ReviewKind::Digest).collect();
    assert_eq!(ids(digests.iter().map(|review| &review.id)), DIGESTS, "and there is no other digest");
}

#[test]
fn the_four_agree_on_acting_direction_sound_and_theme() {
    for aspect in [Aspect::Acting, Aspect::Direction, Aspect::Sound, Aspect::Theme, Aspect::Overall] {
        check(aspect, RowClass::Consensus, "Consensus of four", ["positive"; 4]);
    }
}

#[test]
fn three_agree_on_cinematography_and_the_essay_is_silent() {
    let columns = ["positive", "positive", "silent", "positive"];
    check(Aspect::Cinematography, RowClass::Consensus, "Consensus of three", columns);
}

#[test]
fn they_split_on_the_pacing() {
    check(Aspect::Pacing, RowClass::Split, "Split", ["mixed", "negative", "positive", "silent"]);
    assert_eq!(
        comparison().arranged(RowFilter::All, RowOrder::Contested)[0].tally.aspect,
        Aspect::Pacing,
        "and it is the first row"
    );
    let splits = comparison().rows().iter().filter(|row| row.tally.class() == RowClass::Split).count();
    assert_eq!(splits, 1, "and the only split");
}

#[test]
fn writing_and_representation_are_qualified() {
    check(Aspect::Writing, RowClass::Qualified, "Qualified", ["positive", "mixed", "positive", "positive"]);
    let columns = ["mixed, hedged", "positive", "positive", "silent"];
    check(Aspect::Representation, RowClass::Qualified, "Qualified", columns);
}

#[test]
fn five_aspects_have_a_lone_voice() {
    for aspect in [Aspect::Editing, Aspect::ProductionDesign, Aspect::Effects] {
        check(aspect, RowClass::LoneVoice, "Lone voice", ["positive", "silent", "silent", "silent"]);
    }
    check(Aspect::Story, RowClass::LoneVoice, "Lone voice", ["silent", "silent", "positive", "silent"]);
    check(Aspect::Audience, RowClass::LoneVoice, "Lone voice", ["silent", "positive", "silent", "silent"]);
}

#[test]
fn none_of_the_four_is_scored() {
    for review in comparison().reviews() {
        assert_eq!(review.grade, None, "{}", review.id);
        assert_eq!(review.brief().score(), None, "{}", review.id);
    }
}

/// The claims of a digest on an aspect, as stance, strength, hedged and whom.
fn check_claims(id: &str, aspect: Aspect, expected: &[&str]) {
    let film = film();
    let review = film.reviews.iter().find(|review| review.id.as_str() == id).unwrap();
    let claim = |claim: &Claim| {
        let hedged = if claim.hedged { " hedged" } else { "" };
        let about = claim.about.as_ref().map(|name| format!(" {name}")).unwrap_or_default();
        format!("{} {}{hedged}{about}", claim.stance, claim.strength.number())
    };
    assert_eq!(review.claims_on(aspect).map(claim).collect::<Vec<_>>(), expected, "{id}: {aspect}");
}

#[test]
fn the_claims_behind_the_differences_are_those_of_the_notes() {
    check_claims("sound-of-metal-a", Aspect::Pacing, &["positive 2", "negative 1 hedged"]);
    check_claims("sound-of-metal-b", Aspect::Pacing, &["negative 1"]);
    check_claims("sound-of-metal-c", Aspect::Pacing, &["positive 3"]);
    check_claims("sound-of-metal-b", Aspect::Writing, &["positive 1", "negative 1"]);
    check_claims("sound-of-metal-a", Aspect::Representation, &["mixed 1 hedged"]);
    check_claims("sound-of-metal-d", Aspect::Cinematography, &["positive 1"]);
    let praised = ["positive 3 Riz Ahmed", "positive 3 Paul Raci", "positive 3 Olivia Cooke"];
    check_claims("sound-of-metal-d", Aspect::Acting, &praised);
    let praised = ["positive 3 Riz Ahmed", "positive 2 Olivia Cooke", "positive 2"];
    check_claims("sound-of-metal-a", Aspect::Acting, &praised);
}

#[test]
fn b_is_mixed_on_the_writing_over_lou() {
    let comparison = comparison();
    let cell = comparison.rows()[Aspect::Writing.index()].cells[1].clone().unwrap();
    let review = comparison.reviews().nth(1).unwrap();
    let quotes: Vec<&str> = cell.lead.iter().map(|claim| review.words_of(claim.quote)).collect();
    assert_eq!(quotes.len(), 2, "the strongest for and the strongest against");
    assert!(quotes.iter().all(|quote| quote.contains("Lou")), "{quotes:?}");
}

#[test]
fn every_digest_says_whose_review_it_reports_and_stays_within_half_of_it() {
    for (id, by, outlet, most) in [
        ("sound-of-metal-a", None, None, 130),
        ("sound-of-metal-b", None, None, 80),
        ("sound-of-metal-c", None, None, 130),
        ("sound-of-metal-d", Some("Ray Schillaci"), Some("The Movie Guys"), 130),
    ] {
        let film = film();
        let review = film.reviews.iter().find(|review| review.id.as_str() == id).unwrap();
        let source = review.source.as_ref().unwrap();
        assert!(source.note.starts_with("Digest, in our words, of "), "{id}: {}", source.note);
        assert_eq!((source.by.as_deref(), source.outlet.as_deref()), (by, outlet), "{id}");
        let words = review.brief().words;
        assert!(words <= most, "{id} has {words} words, at most {most}");
    }
}

#[test]
fn the_digests_have_the_shape_of_the_originals() {
    let film = film();
    let kinds = |id: &str| -> Vec<BlockKind> {
        let review = film.reviews.iter().find(|review| review.id.as_str() == id).unwrap();
        review.body.iter().map(|block| block.kind).collect()
    };
    let (a, c, d) = (kinds("sound-of-metal-a"), kinds("sound-of-metal-c"), kinds("sound-of-metal-d"));
    assert_eq!(a[..3], [BlockKind::Plot, BlockKind::Credits, BlockKind::Plot]);
    assert!(film.reviews[0].body[0].borrowed, "the synopsis on top of A is borrowed");
    assert!(kinds("sound-of-metal-b").iter().all(|kind| *kind == BlockKind::Opinion));
    assert_eq!(c[0], BlockKind::Availability);
    assert_eq!(c.iter().filter(|kind| **kind == BlockKind::Plot).count(), 1);
    assert_eq!(d[d.len() - 2..], [BlockKind::Credits, BlockKind::Boilerplate]);
    let plot = film.reviews[3].body.iter().find(|block| block.kind == BlockKind::Plot).unwrap();
    assert_eq!(plot.spoiler, Spoiler::Ending, "the plot of D gives most of the second act away");
}

#[test]
fn the_facts_of_the_film_are_right() {
    let film = film();
    assert_eq!((film.title.as_str(), film.year, film.runtime_minutes), ("Sound of Metal", 2019, Some(120)));
    assert_eq!(film.certificate.map(|it| it.to_string()).as_deref(), Some("R (MPA)"));
    assert_eq!((film.ids.imdb.as_deref(), film.ids.tmdb), (Some("tt5363618"), Some(502_033)));
    assert_eq!(
        (film.directors, film.distributor.as_deref()),
        (vec!["Darius Marder".to_owned()], Some("Amazon Studios"))
    );
    assert_eq!(film.writers, ["Darius Marder", "Abraham Marder"]);
    let cast: Vec<String> = film.cast.iter().take(3).map(|it| format!("{}: {}", it.name, it.role)).collect();
    assert_eq!(cast, ["Riz Ahmed: Ruben", "Olivia Cooke: Lou", "Paul Raci: Joe"]);
    let job = |name: &str| film.crew.iter().find(|it| it.name == name).map(|it| it.job.as_str());
    assert_eq!(job("Derek Cianfrance"), Some("story"));
    assert_eq!(job("Heikki Kossi"), Some("foley artist"));
    assert_eq!(job("Pietu Korhonen"), Some("sound editor"), "who did not edit the picture");
    let dates: Vec<String> = film.releases.iter().map(|it| format!("{} {}", it.date, it.medium)).collect();
    assert_eq!(dates[1..], ["2020-11-20 cinema", "2020-12-04 streaming"]);
    assert!(dates[0].starts_with("2019-09-") && dates[0].ends_with(" festival"), "{}", dates[0]);
}

#[test]
fn the_three_unsigned_reviews_are_three_reviewers() {
    let text = fs::read_to_string(format!("{DATA}/reviewers.json")).unwrap();
    let (reviewers, defects) = read_reviewers(&text).unwrap();
    assert_eq!(defects, []);
    let by: Vec<_> = comparison().reviews().map(|review| review.reviewer.clone()).collect();
    let kinds: Vec<&str> = by
        .iter()
        .map(|slug| reviewers.iter().find(|it| it.slug == *slug).map_or("nobody", |it| it.kind.word()))
        .collect();
    assert_eq!(kinds, ["unsigned", "unsigned", "unsigned", "person"]);
    let distinct: std::collections::BTreeSet<_> = by.iter().collect();
    assert_eq!(distinct.len(), 4);
}
