//! A film's file: every fault is told exactly, with its place.

use crosscut::domain::defect::JsonPath;
use serde_json::{Value, json};

mod support;

use support::{
    film_json::{ALL, check, left, put, read, sound},
    ids,
};

#[test]
fn words_off_a_list_are_told_with_the_list_and_the_nearest_word() {
    let aspects = "story, theme, acting, direction, writing, cinematography, sound, editing, pacing, \
                   production-design, effects, representation, overall, audience";
    check(
        &[("/reviews/0/claims/0/aspect", json!("actng"))],
        &[&format!(
            "$.reviews[0].claims[0].aspect: found “actng”, expected an aspect of the list {aspects} (did you mean \
             “acting”?)"
        )],
        "a(sound overall) b(pacing) c()",
    );
    check(
        &[("/reviews/0/claims/1/stance", json!("good"))],
        &["$.reviews[0].claims[1].stance: found “good”, expected a stance of the list positive, mixed, negative"],
        "a(acting overall) b(pacing) c()",
    );
    check(
        &[("/reviews/1/kind", json!("digests"))],
        &[
            "$.reviews[1].kind: found “digests”, expected a kind of review of the list full, house, digest (did you \
           mean “digest”?)",
            "$.compare[0]: found “b”, expected a review of this film that exists",
        ],
        "a(acting sound overall) c()",
    );
    check(
        &[("/reviews/2/body/0/kind", json!("plott"))],
        &["$.reviews[2].body[0].kind: found “plott”, expected a kind of block of the list opinion, plot, credits, \
           availability, boilerplate (did you mean “plot”?)"],
        ALL,
    );
    check(
        &[("/releases/0/medium", json!("cinemas"))],
        &["$.releases[0].medium: found “cinemas”, expected a medium of the list festival, cinema, streaming, home \
           video, television (did you mean “cinema”?)"],
        ALL,
    );
}

#[test]
fn a_quote_stands_in_one_block_of_the_body_once_word_for_word() {
    let without = "a(sound overall) b(pacing) c()";
    let place = "/reviews/0/claims/0/quote";
    for quote in ["pacino is loud", "Pacino is  loud", "a bank. Pacino", "", "Pacino is loud! "] {
        let message = format!(
            "$.reviews[0].claims[0].quote: found “{quote}”, expected a run of words that stands in one block of this \
             review's body, letter for letter"
        );
        check(&[(place, json!(quote))], &[&message], without);
    }
    for (quote, times) in [("loud", 2), ("ou", 2), ("a", 4)] {
        let message = format!(
            "$.reviews[0].claims[0].quote: found “{quote}”, expected a run of words that stands in the body once; \
             this one is there {times} times: make it longer"
        );
        check(&[(place, json!(quote))], &[&message], without);
    }
    let overlapping = "$.reviews[0].claims[0].quote: found “éé”, expected a run of words that stands in the body \
                       once; this one is there 2 times: make it longer";
    check(
        &[(place, json!("éé")), ("/reviews/0/body/1/text", json!("ééé. The guns are loud."))],
        &[overlapping],
        without,
    );
}

#[test]
fn who_a_claim_is_about_is_one_of_the_films_people() {
    check(
        &[("/reviews/0/claims/0/about", json!("Al Paccino"))],
        &["$.reviews[0].claims[0].about: found “Al Paccino”, expected null or a name from the film's directors, \
           writers, crew or cast (did you mean “Al Pacino”?)"],
        "a(sound overall) b(pacing) c()",
    );
    check(
        &[("/cast", json!([]))],
        &["$.reviews[0].claims[0].about: found “Al Pacino”, expected null or a name from the film's directors, \
           writers, crew or cast"],
        "a(sound overall) b(pacing) c()",
    );
}

#[test]
fn numbers_off_their_scale_are_told() {
    check(
        &[("/reviews/0/claims/0/strength", json!(4)), ("/reviews/0/claims/1/strength", json!(0))],
        &[
            "$.reviews[0].claims[0].strength: found 4, expected 1 (in passing), 2 (clear) or 3 (emphatic)",
            "$.reviews[0].claims[1].strength: found 0, expected 1 (in passing), 2 (clear) or 3 (emphatic)",
        ],
        "a(overall) b(pacing) c()",
    );
    let (film, messages) = read(&[("/reviews/2/body/1/spoiler", json!(7))]);
    let expected = "$.reviews[2].body[1].spoiler: found 7, expected a spoiler level: 0 the premise, 1 the set-up, 2 \
                    on the way, 3 the ending or a twist";
    assert_eq!(messages, [expected]);
    assert_eq!(film.reviews[2].body[1].spoiler.level(), 3, "a block of unknown level is folded");
}

#[test]
fn a_grade_that_cannot_be_read_costs_the_review_its_grade_alone() {
    let examples =
        "a grade such as “3.5/4”, “4/5”, “7/10”, “82%”, “B+”, “thumbs up” or “thumbs down”, or null for none";
    for (grade, expected) in
        [("three stars", examples), ("R", examples), ("5/4", "a grade that is not above the top of its own scale")]
    {
        let (film, messages) = read(&[("/reviews/0/grade", json!(grade))]);
        assert_eq!(messages, [format!("$.reviews[0].grade: found “{grade}”, expected {expected}")]);
        assert_eq!((left(&film).as_str(), &film.reviews[0].grade), (ALL, &None));
    }
}

#[test]
fn a_date_that_does_not_exist_is_told() {
    let (film, messages) =
        read(&[("/releases/1/date", json!("1996-02-30")), ("/reviews/0/published", json!("2024-13-01"))]);
    assert_eq!(
        messages,
        [
            "$.releases[1].date: found “1996-02-30”, expected a date that exists, as YYYY-MM-DD",
            "$.reviews[0].published: found “2024-13-01”, expected a date that exists, as YYYY-MM-DD"
        ]
    );
    assert_eq!((film.releases.len(), film.reviews[0].published), (1, None));
    assert_eq!(left(&film), ALL);
}

#[test]
fn a_certificate_is_of_a_known_system_and_of_its_codes() {
    for (pointer, value, message) in [
        (
            "/certificate/system",
            "MPAA",
            "$.certificate.system: found “MPAA”, expected a certificate system of the \
          list MPA, BBFC, FSK, ACB (did you mean “MPA”?)",
        ),
        (
            "/certificate/code",
            "15",
            "$.certificate.code: found “15”, expected an MPA certificate of the list G, PG, \
          PG-13, R, NC-17",
        ),
    ] {
        let (film, messages) = read(&[(pointer, json!(value))]);
        assert_eq!(messages, [message]);
        assert_eq!((left(&film).as_str(), film.certificate), (ALL, None));
    }
    let bbfc = json!({ "system": "BBFC", "code": "R" });
    let message = "$.certificate.code: found “R”, expected a BBFC certificate of the list U, PG, 12, 12A, 15, 18, R18";
    check(&[("/certificate", bbfc)], &[message], ALL);
}

#[test]
fn a_body_has_a_block_of_opinion_and_no_empty_block() {
    let without_c = "a(acting sound overall) b(pacing)";
    for (body, found) in
        [(json!([]), "no blocks"), (sound()["reviews"][0]["body"].clone(), "2 blocks, none of them opinion")]
    {
        let mut body = body;
        if let Some(block) = body.get_mut(1) {
            block["kind"] = json!("credits");
        }
        let message = format!("$.reviews[2].body: found {found}, expected at least one block whose kind is “opinion”");
        check(&[("/reviews/2/body", body)], &[&message], without_c);
    }
    check(
        &[("/reviews/2/body/0/text", json!(" \n"))],
        &["$.reviews[2].body[0].text: found “ \u{FFFD}”, expected some text"],
        ALL,
    );
}

#[test]
fn no_two_reviews_of_a_file_have_one_id_and_the_first_is_kept() {
    check(
        &[("/reviews/2/id", json!("a"))],
        &["$.reviews[2].id: found “a”, expected an id that no other has; it stands first at $.reviews[0].id"],
        "a(acting sound overall) b(pacing)",
    );
    check(
        &[("/reviews/0/reviewer", json!("The Matinee")), ("/reviews/2/id", json!("b"))],
        &[
            "$.reviews[0].reviewer: found “The Matinee”, expected a slug: lower-case letters a to z and digits, in runs \
           joined by single hyphens, at most 96 characters",
            "$.reviews[2].id: found “b”, expected an id that no other has; it stands first at $.reviews[1].id",
            "$.compare[1]: found “a”, expected a review of this film that exists",
        ],
        "b(pacing)",
    );
}

#[test]
fn a_digest_says_what_it_is_of_and_an_address_is_one() {
    check(
        &[("/reviews/1/source", Value::Null)],
        &["$.reviews[1].source: found null, expected an object that says what the digest is of, whose and from where"],
        ALL,
    );
    let (film, messages) = read(&[("/reviews/1/source/url", json!("javascript:alert(1)"))]);
    let expected = "$.reviews[1].source.url: found “javascript:alert(1)”, expected an address that starts with https:// \
                    or http://, or null";
    assert_eq!(messages, [expected]);
    assert_eq!(film.reviews[1].source.as_ref().map(|source| source.url.as_ref()), Some(None));
}

#[test]
fn the_set_to_compare_is_two_to_six_reviews_of_the_film() {
    for (compare, messages, kept) in [
        (json!(["a", "bb"]), vec!["$.compare[1]: found “bb”, expected a review of this film that exists"], ""),
        (json!(["a", "bb", "c"]), vec!["$.compare[1]: found “bb”, expected a review of this film that exists"], "a c"),
        (
            json!(["a", "c", "a"]),
            vec!["$.compare[2]: found “a”, expected an id that no other has; it stands first at $.compare[0]"],
            "a c",
        ),
        (
            json!(["a"]),
            vec!["$.compare: found 1 id, expected two to six ids of this film's reviews, or no such key"],
            "",
        ),
        (json!([]), vec![], ""),
        (json!("--"), vec![], ""),
    ] {
        let (film, found) = read(&[("/compare", compare)]);
        assert_eq!(found, messages);
        assert_eq!(ids(&film.compare), kept);
    }
    let seven = ["d", "a", "b", "c", "e", "f", "g"];
    let reviews = seven.map(|id| {
        let mut review = sound()["reviews"][2].clone();
        put(&mut review, "/id", json!(id));
        review
    });
    let (film, found) = read(&[("/reviews", json!(reviews)), ("/compare", json!(seven))]);
    assert_eq!(ids(&film.compare), "d a b c e f");
    assert_eq!(found, ["$.compare: found 7 ids, expected two to six ids of this film's reviews, or no such key"]);
}

#[test]
fn a_path_names_its_steps() {
    let path = JsonPath::root().key("reviews").index(3).key("claims").index(0).key("quote");
    assert_eq!(path.to_string(), "$.reviews[3].claims[0].quote");
    assert_eq!(path.steps().len(), 5);
    assert_eq!(JsonPath::root().to_string(), "$");
}
