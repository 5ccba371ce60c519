//! A film and its reviews as schema.org knows them.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test or of its data")]

use crosscut::{
    domain::{
        catalog::Catalog,
        claim::Stance,
        film::Film,
        review::{Review, ReviewKind, Spoiler},
    },
    wire::{Shown, json_ld, json_ld::Setting, reviewers_file::read_reviewers},
};
use proptest::prelude::*;
use serde_json::{Value, json};

mod support;

use support::{
    any, film, grade, review,
    taken::{ADDRESS, catalog, comparison, heat, hostile_comparison, letters, names, shown},
};

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

const fn setting(catalog: &Catalog, level: Spoiler, blind: bool) -> Setting<'_> {
    Setting { site: "Crosscut", catalog, page: "https://example.org/film/heat", level, blind }
}

/// The node of a review on the film's page.
fn node(film: &Film, at: usize, level: Spoiler, blind: bool) -> Value {
    parsed(&json_ld::review(film, &film.reviews[at], &setting(&catalog(), level, blind)))
}

/// The parts of a list that say something.
fn named(kind: &str, name: &str) -> Value {
    json!({ "@type": kind, "name": name })
}

fn notes(quotes: &[&str]) -> Value {
    let items = (1..).zip(quotes).map(|(at, quote)| json!({ "@type": "ListItem", "position": at, "name": quote }));
    json!({ "@type": "ItemList", "itemListElement": items.collect::<Vec<_>>() })
}

fn the_film() -> Value {
    json!({ "@type": "Movie", "@id": "https://example.org/film/heat#film", "name": "Heat" })
}

#[test]
fn a_comparison_is_a_graph_of_its_film_and_its_reviews() {
    let graph = parsed(&json_ld::comparison(&comparison(heat()), &shown(&names()), "Crosscut", &catalog()));
    assert_eq!(graph["@context"], "https://schema.org");
    let nodes = graph["@graph"].as_array().unwrap();
    let kinds: Vec<&str> = nodes.iter().map(|node| node["@type"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["Movie", "Review", "Review", "CreativeWork"]);
    let film = format!("{ADDRESS}#film");
    assert_eq!(nodes[0]["@id"], film);
    assert_eq!(nodes[1]["itemReviewed"]["@id"], film);
    assert_eq!(nodes[3]["about"]["@id"], film);
    assert_eq!(nodes[2]["@id"], format!("{ADDRESS}#review-heat-ray"));
    let place = format!("{ADDRESS}#words");
    let names = names();
    let there =
        json_ld::comparison(&comparison(heat()), &Shown { address: &place, ..shown(&names) }, "Crosscut", &catalog());
    assert_eq!(parsed(&there), graph);
}

#[test]
fn a_film_is_a_movie() {
    let catalog = catalog();
    let text = json_ld::movie(&heat(), &setting(&catalog, Spoiler::OnTheWay, false));
    let expected = "{\"@type\":\"Movie\",\"@id\":\"https://example.org/film/heat#film\",\"name\":\"Heat\",\
                    \"dateCreated\":\"1995\",\"director\":[{\"@type\":\"Person\",\"name\":\"Michael Mann\"}],\
                    \"sameAs\":\"https://www.imdb.com/title/tt0113277/\"}";
    assert_eq!(text, expected);
}

#[test]
fn what_is_not_known_of_a_film_is_left_out() {
    let catalog = catalog();
    for imdb in [None, Some("tt12"), Some("nm0000199"), Some("tt0113277/../evil"), Some("tt0113277\"")] {
        let mut bare = Film { year: 987, ..film("bare", Vec::new()) };
        bare.ids.imdb = imdb.map(str::to_owned);
        let node = parsed(&json_ld::movie(&bare, &setting(&catalog, Spoiler::OnTheWay, false)));
        let id = "https://example.org/film/heat#film";
        assert_eq!(node, json!({ "@type": "Movie", "@id": id, "name": "bare", "dateCreated": "0987" }), "{imdb:?}");
    }
}

#[test]
fn a_house_review_is_by_the_site_in_the_columns_series() {
    let expected = json!({
        "@type": "Review",
        "@id": "https://example.org/film/heat#review-heat-booth",
        "name": "Gunfire",
        "inLanguage": "en",
        "itemReviewed": the_film(),
        "datePublished": "2024-02-29",
        "author": named("Organization", "Crosscut"),
        "isPartOf": named("CreativeWorkSeries", "The Booth"),
        "reviewRating": { "@type": "Rating", "ratingValue": "83", "bestRating": 100, "worstRating": 0, "name": "B+" },
        "reviewAspect": ["Story", "Acting", "Sound"],
        "positiveNotes": notes(&["The guns are loud"]),
        "reviewBody": "The guns are loud, and rightly so. Pacino shouts."
    });
    assert_eq!(node(&heat(), 0, Spoiler::OnTheWay, false), expected);
}

#[test]
fn a_full_review_is_by_its_author() {
    let expected = json!({
        "@type": "Review",
        "@id": "https://example.org/film/heat#review-heat-ray",
        "inLanguage": "en",
        "itemReviewed": the_film(),
        "author": named("Person", "Ray"),
        "publisher": named("Organization", "The Daily"),
        "reviewRating": { "@type": "Rating", "ratingValue": "3.5", "bestRating": 4, "worstRating": 0, "name": "3.5/4" },
        "reviewAspect": ["Acting", "Sound", "Pacing"],
        "positiveNotes": notes(&["Pacino is superb;\nthe middle", "The mix"]),
        "negativeNotes": notes(&["the middle drags.", "The mix is “muddy”."]),
        "reviewBody": "By Ray, for The Daily.\n\nPacino is superb;\nthe middle drags. The mix is “muddy”."
    });
    assert_eq!(node(&heat(), 1, Spoiler::OnTheWay, false), expected);
}

#[test]
fn a_full_review_that_nobody_signed_has_no_author() {
    for reviewer in ["note", "nobody"] {
        let mut film = heat();
        film.reviews[1].reviewer = support::reviewer_slug(reviewer);
        let node = node(&film, 1, Spoiler::OnTheWay, false);
        assert_eq!(node["author"], Value::Null);
        assert_eq!(node["publisher"], named("Organization", "The Daily"));
    }
}

#[test]
fn a_digest_is_no_review_of_the_critic_and_has_no_rating() {
    let expected = json!({
        "@type": "CreativeWork",
        "@id": "https://example.org/film/heat#review-heat-note",
        "inLanguage": "en",
        "about": the_film(),
        "creator": named("Organization", "Crosscut"),
        "description": "Digest, in our words",
        "isBasedOn": {
            "@type": "CreativeWork",
            "url": "https://example.org/roe",
            "author": named("Person", "R. Roe"),
            "publisher": named("Organization", "The Gazette"),
            "datePublished": "1995-12-16"
        },
        "text": "Finds it long."
    });
    assert_eq!(node(&heat(), 2, Spoiler::OnTheWay, false), expected);
}

#[test]
fn a_digest_of_what_nothing_is_known_of_is_based_on_nothing() {
    let mut film = heat();
    film.reviews[2].outlet = None;
    film.reviews[2].source = None;
    let node = node(&film, 2, Spoiler::OnTheWay, false);
    assert_eq!((&node["isBasedOn"], &node["description"]), (&Value::Null, &Value::Null));
}

#[test]
fn without_names_nothing_tells_whose_a_review_is() {
    let letters = letters();
    let blind = Shown { blind: true, ..shown(&letters) };
    let text = json_ld::comparison(&comparison(heat()), &blind, "Crosscut", &catalog());
    for telling in
        ["Booth", "Ray", "note\"", "Roe", "Daily", "Gazette", "Gunfire", "Rating", "author", "example.org", "heat-"]
    {
        assert!(!text.contains(telling), "{telling}: {text}");
    }
    let expected = json!({
        "@type": "CreativeWork",
        "inLanguage": "en",
        "about": the_film(),
        "text": "Finds it long."
    });
    assert_eq!(node(&heat(), 2, Spoiler::OnTheWay, true), expected);
}

#[test]
fn words_that_give_away_too_much_are_left_out() {
    let ending = node(&heat(), 0, Spoiler::Ending, false);
    let quotes = ["The guns are loud", "He dies at the airport, superbly."];
    assert_eq!(ending["positiveNotes"], notes(&quotes));
    let body = "The guns are loud, and rightly so. Pacino shouts.\n\nHe dies at the airport, superbly.";
    assert_eq!(ending["reviewBody"], body);
    let mut film = heat();
    for block in &mut film.reviews[0].body {
        block.spoiler = Spoiler::SetUp;
    }
    let premise = node(&film, 0, Spoiler::Premise, false);
    assert_eq!((&premise["positiveNotes"], &premise["reviewBody"]), (&Value::Null, &Value::Null));
    assert_eq!(premise["reviewAspect"], json!(["Story", "Acting", "Sound"]));
}

#[test]
fn headings_stand_over_their_blocks_and_one_quote_is_one_note() {
    let mut film = heat();
    film.reviews[0].body[0].heading = Some("On <sound>".to_owned());
    let twice = film.reviews[0].claims[0].clone();
    film.reviews[0].claims.push(twice);
    let node = node(&film, 0, Spoiler::OnTheWay, false);
    assert_eq!(node["reviewBody"], "On <sound>\n\nThe guns are loud, and rightly so. Pacino shouts.");
    assert_eq!(node["positiveNotes"], notes(&["The guns are loud"]));
}

fn check_rating(written: &str, value: Option<&str>, best: u32) {
    let mut film = heat();
    film.reviews[1].grade = Some(grade(written));
    let expected = value.map_or(Value::Null, |value| {
        json!({ "@type": "Rating", "ratingValue": value, "bestRating": best, "worstRating": 0, "name": written })
    });
    assert_eq!(node(&film, 1, Spoiler::OnTheWay, false)["reviewRating"], expected, "{written}");
}

#[test]
fn a_rating_is_on_the_scale_of_the_grade_and_never_made_up() {
    check_rating("3.5/4", Some("3.5"), 4);
    check_rating(" 4 / 5 ", Some("4"), 5);
    check_rating("7.25/10", Some("7.25"), 10);
    check_rating("82 %", Some("82"), 100);
    check_rating("0/4", Some("0"), 4);
    check_rating("B+", Some("83"), 100);
    check_rating("F", Some("0"), 100);
    check_rating("thumbs up", None, 0);
    let mut film = heat();
    film.reviews[1].grade = None;
    assert_eq!(node(&film, 1, Spoiler::OnTheWay, false)["reviewRating"], Value::Null);
}

/// The film's rating where its reviews are of these kinds and grades.
fn check_average(reviews: &[(ReviewKind, &str)], expected: &Value) {
    let reviews = reviews.iter().enumerate().map(|(at, (kind, written))| Review {
        kind: *kind,
        grade: (!written.is_empty()).then(|| grade(written)),
        ..review(&format!("r{at}"), "")
    });
    let catalog = catalog();
    let movie = |blind| {
        parsed(&json_ld::movie(&film("heat", reviews.clone().collect()), &setting(&catalog, Spoiler::OnTheWay, blind)))
    };
    assert_eq!(movie(false)["aggregateRating"], *expected);
    assert_eq!(movie(true)["aggregateRating"], Value::Null);
}

#[test]
fn a_films_rating_rests_on_full_reviews_with_scores_alone() {
    use ReviewKind::{Digest, Full, House};
    let average = |value: &str, count: u32| json!({ "@type": "AggregateRating", "ratingValue": value, "bestRating": 100, "worstRating": 0, "ratingCount": count });
    check_average(&[], &Value::Null);
    check_average(&[(House, "A"), (House, "B"), (Digest, "A"), (Digest, "1/4")], &Value::Null);
    check_average(&[(Full, "A"), (House, "B"), (Full, ""), (Full, "thumbs up")], &Value::Null);
    check_average(&[(Full, "A"), (Full, "1/4")], &average("63", 2));
    check_average(
        &[(Full, "A"), (House, "F"), (Full, "50%"), (Digest, "F"), (Full, ""), (Full, "0/5")],
        &average("50", 3),
    );
}

#[test]
fn a_reviewer_is_what_they_are_with_the_reviews_that_are_theirs() {
    let read = |kind: &str| {
        let text = format!(
            r#"[{{"slug":"x","name":"X </script>","kind":"{kind}","beat":null,"scale":null,"about":"Text."}}]"#
        );
        read_reviewers(&text).unwrap().0.remove(0)
    };
    let film = heat().listing(String::new());
    let page = |at: usize| format!("https://example.org/film/heat#{}", film.reviews[at].id);
    let reviews: Vec<_> = film.reviews.iter().enumerate().map(|(at, review)| (&film, review, page(at))).collect();
    let whole = reviews.iter().filter(|(_, review, _)| review.kind != ReviewKind::Digest).count();
    assert!(0 < whole && whole < reviews.len(), "some are digests");
    let catalog = catalog();
    let setting = setting(&catalog, Spoiler::Ending, false);
    for (kind, expected, author) in [
        ("house", "CreativeWorkSeries", named("Organization", "Crosscut")),
        ("person", "Person", named("Person", "X </script>")),
    ] {
        let text = json_ld::reviewer(&read(kind), &reviews, &setting).unwrap();
        assert!(!text.contains("</script"), "{text}");
        let graph = parsed(&text);
        let nodes = graph["@graph"].as_array().unwrap();
        assert_eq!((nodes[0]["@type"].as_str(), nodes.len()), (Some(expected), whole + 1), "{kind}");
        for node in &nodes[1..] {
            assert_eq!((node["@type"].as_str(), &node["author"]), (Some("Review"), &author), "{kind}");
            assert!(
                node.get("reviewBody").is_none() && node["url"].as_str().unwrap().starts_with("https://"),
                "{kind}"
            );
        }
    }
    assert_eq!(json_ld::reviewer(&read("unsigned"), &reviews, &setting), None);
}

#[test]
fn nothing_can_end_the_script_that_a_text_stands_in() {
    let title =
        "</script><!-- & \u{2028}\u{2029} \"quoted\" back\\slash \u{0}\u{7F}\u{1F}\n\t 😀 \u{202E}עברית \u{FEFF}";
    let film = Film { title: title.to_owned(), ..film("film", vec![review("a", ""), review("b", "")]) };
    let text = json_ld::comparison(&comparison(film), &shown(&names()), "<b>", &catalog());
    let written = "\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028\\u2029 \\\"quoted\\\" back\\\\slash \
                   \\u0000\\u007f\\u001f\\n\\u0009 😀 \u{202E}עברית \u{FEFF}\"";
    assert!(text.contains(written), "{text}");
    assert_eq!(parsed(&text)["@graph"][0]["name"], title);
}

/// The quotes of the notes, in their order.
fn quotes(node: &Value, notes: &str) -> Vec<String> {
    let items = node[notes]["itemListElement"].as_array().into_iter().flatten();
    items.map(|item| item["name"].as_str().unwrap().to_owned()).collect()
}

proptest! {
    #[test]
    fn every_claim_for_or_against_is_a_note_and_nothing_ends_the_script(
        (comparison, names) in hostile_comparison(),
        blind: bool,
    ) {
        let text = json_ld::comparison(&comparison, &Shown { blind, ..shown(&names) }, "Crosscut", &catalog());
        let ends = text.contains(['<', '>', '&', '\n', '\r', '\u{2028}', '\u{2029}']);
        prop_assert!(!ends, "{}", text);
        let graph = parsed(&text);
        prop_assert_eq!(graph["@graph"].as_array().unwrap().len(), 1 + comparison.reviews().len());
        for (at, review) in comparison.reviews().enumerate() {
            let node = &graph["@graph"][at + 1];
            let says = |stance: Stance| -> Vec<String> {
                let shown = review.claims.iter().filter(|it| review.spoiler_of(it) <= comparison.level());
                let mut quotes: Vec<String> = Vec::new();
                for claim in shown.filter(|it| it.stance == stance && review.kind != ReviewKind::Digest) {
                    let quote = review.words_of(claim.quote).to_owned();
                    if !quotes.contains(&quote) {
                        quotes.push(quote);
                    }
                }
                quotes
            };
            prop_assert_eq!(quotes(node, "positiveNotes"), says(Stance::Positive));
            prop_assert_eq!(quotes(node, "negativeNotes"), says(Stance::Negative));
            prop_assert_eq!(node["reviewRating"].is_null(), blind || review.kind == ReviewKind::Digest);
            prop_assert_eq!(node["@type"] == "Review", review.kind != ReviewKind::Digest);
        }
    }

    #[test]
    fn any_film_with_its_reviews_is_a_sound_graph(film in any::film(), catalog in any::catalog(2), blind: bool) {
        let setting = setting(&catalog, Spoiler::SetUp, blind);
        let mut nodes = vec![json_ld::movie(&film, &setting)];
        nodes.extend(film.reviews.iter().map(|review| json_ld::review(&film, review, &setting)));
        let graph = parsed(&json_ld::graph(&nodes));
        prop_assert_eq!(graph["@graph"].as_array().unwrap().len(), 1 + film.reviews.len());
        prop_assert_eq!(&graph["@graph"][0]["name"], &film.title);
    }
}
