//! Grades as written, and the common score.

use crosscut::domain::{
    film::CertificateSystem,
    grade::{Grade, Scale, Score, Thumbs},
};
use proptest::prelude::*;

mod support;

use support::any;

fn check(written: &str, scale: Scale, score: Option<u8>) {
    let grade = support::grade(written);
    assert_eq!(grade.written(), written, "the grade is kept as written");
    assert_eq!(grade.to_string(), written);
    assert_eq!(grade.scale(), scale, "the scale of “{written}”");
    assert_eq!(grade.score().map(Score::get), score, "the score of “{written}”");
}

#[test]
fn letters_score_in_twelfths() {
    let scores = [
        ("A+", 100),
        ("A", 100),
        ("A-", 92),
        ("B+", 83),
        ("B", 75),
        ("B-", 67),
        ("C+", 58),
        ("C", 50),
        ("C-", 42),
        ("D+", 33),
        ("D", 25),
        ("D-", 17),
        ("F", 0),
    ];
    for (letter, score) in scores {
        check(letter, Scale::Letters, Some(score));
    }
}

#[test]
fn points_are_known_as_written() {
    for (written, points) in [
        ("3.5/4", Some(("3.5", 4))),
        (" 4 / 5 ", Some(("4", 5))),
        ("07.50/10", Some(("07.50", 10))),
        ("82 %", Some(("82", 100))),
        ("B+", None),
        ("thumbs up", None),
    ] {
        assert_eq!(support::grade(written).points(), points, "{written}");
    }
}

#[test]
fn points_score_as_their_share_of_a_hundred_with_halves_rounded_up() {
    let scores = [
        ("3.5/4", Scale::OutOf4, 88),
        ("2.5/4", Scale::OutOf4, 63),
        ("0/4", Scale::OutOf4, 0),
        ("4/4", Scale::OutOf4, 100),
        ("4/5", Scale::OutOf5, 80),
        ("3.5/5", Scale::OutOf5, 70),
        ("4.25/5", Scale::OutOf5, 85),
        ("7/10", Scale::OutOf10, 70),
        ("8.25/10", Scale::OutOf10, 83),
        ("8.24/10", Scale::OutOf10, 82),
        ("10/10", Scale::OutOf10, 100),
        ("82%", Scale::Percent, 82),
        ("82.5%", Scale::Percent, 83),
        ("82.49%", Scale::Percent, 82),
        ("100%", Scale::Percent, 100),
        ("0%", Scale::Percent, 0),
    ];
    for (written, scale, score) in scores {
        check(written, scale, Some(score));
    }
}

#[test]
fn thumbs_are_a_verdict_without_a_score() {
    for (written, thumbs) in [
        ("thumbs up", Thumbs::Up),
        ("thumbs down", Thumbs::Down),
        ("Thumbs Up", Thumbs::Up),
        (" thumbs up", Thumbs::Up),
    ] {
        check(written, Scale::Thumbs, None);
        assert_eq!(support::grade(written).thumbs(), Some(thumbs), "{written}");
    }
    assert_eq!(support::grade("A").thumbs(), None);
    assert_eq!(support::grade("4/4").thumbs(), None);
}

#[test]
fn white_space_and_typographic_minuses_are_read_and_kept() {
    check(" 3.5 / 4 ", Scale::OutOf4, Some(88));
    check("82 %", Scale::Percent, Some(82));
    check("B−", Scale::Letters, Some(67));
    check("B–", Scale::Letters, Some(67));
    check(" A- ", Scale::Letters, Some(92));
}

fn check_error(written: &str, message: &str) {
    let error = written.parse::<Grade>().map_err(|error| error.to_string());
    assert_eq!(error, Err(message.to_owned()), "{written}");
}

#[test]
fn what_is_no_grade_is_refused_with_examples() {
    let no_grades = [
        "",
        " ",
        "E",
        "A++",
        "F+",
        "F-",
        "b+",
        "AB",
        "7",
        "3.5",
        "7/20",
        "7/",
        "/10",
        "/",
        "%",
        "-1/4",
        "3,5/4",
        "3.555/4",
        "1000%",
        "1e1/10",
        "+3/4",
        ".5/4",
        "3./4",
        "3/4/5",
        "NaN/4",
        "٣/٥",
        "thumbs",
        "thumbsup",
        "thumbs sideways",
        "★★★",
        "A -",
        "4/4 stars",
    ];
    for written in no_grades {
        let expected = "is not a grade such as “3.5/4”, “4/5”, “7/10”, “82%”, “B+”, “thumbs up” or “thumbs down”, or \
                        null for none";
        check_error(written, &format!("“{written}” {expected}"));
    }
}

#[test]
fn a_grade_above_the_top_of_its_scale_is_refused() {
    for written in ["5/4", "4.01/4", "5.5/5", "11/10", "101%", "100.01%", "999/10"] {
        check_error(written, &format!("“{written}” is not a grade that is not above the top of its own scale"));
    }
}

#[test]
fn a_certificate_is_never_read_as_a_grade() {
    for code in CertificateSystem::ALL.into_iter().flat_map(CertificateSystem::codes) {
        assert!(code.parse::<Grade>().is_err(), "{code}");
    }
}

#[test]
fn scores_read_as_whole_numbers_from_0_to_100() {
    for (text, score) in [("0", Some(0)), ("7", Some(7)), ("100", Some(100)), ("007", Some(7))] {
        assert_eq!(text.parse().ok().map(Score::get), score, "{text}");
    }
    for text in ["", "101", "-1", "+1", "1.5", " 1", "0100", "1e1", "٣", "999"] {
        let error = text.parse::<Score>().map_err(|error| error.to_string());
        assert_eq!(error, Err("a score is a whole number from 0 to 100".to_owned()), "{text}");
    }
}

#[test]
fn a_mean_rounds_halves_up_and_is_none_of_none() {
    for (scores, mean) in [
        (&[][..], None),
        (&[88], Some(88)),
        (&[50, 51], Some(51)),
        (&[0, 0, 1], Some(0)),
        (&[100, 100, 99], Some(100)),
        (&[33, 33, 34], Some(33)),
    ] {
        let scores: Vec<Score> = scores.iter().copied().map(support::score).collect();
        assert_eq!(Score::mean(&scores).map(Score::get), mean, "{scores:?}");
    }
}

proptest! {
    #[test]
    fn a_grade_reads_back_as_it_was_written(written in any::grade_text()) {
        let grade = support::grade(&written);
        prop_assert_eq!(grade.written(), &written);
        prop_assert_eq!(grade.to_string().parse::<Grade>(), Ok(grade));
    }

    #[test]
    fn whatever_is_read_as_a_grade_is_kept_as_written(text in "[0-9A-F./%+ -]{0,8}|\\PC{0,12}") {
        if let Ok(grade) = text.parse::<Grade>() {
            prop_assert_eq!(grade.written(), text);
            prop_assert_eq!(grade.score().is_none(), grade.scale() == Scale::Thumbs);
        }
    }

    #[test]
    fn a_score_reads_back_as_it_is_written(number: u8) {
        prop_assert_eq!(Score::new(number).is_some(), number <= 100);
        if let Some(score) = Score::new(number) {
            prop_assert_eq!(score.to_string(), number.to_string());
            prop_assert_eq!(score.to_string().parse::<Score>(), Ok(score));
        }
    }

    #[test]
    fn points_score_as_plain_arithmetic_says(hundredths in 0..=1000_u32) {
        let written = format!("{}.{:02}/10", hundredths / 100, hundredths % 100);
        let score = support::grade(&written).score().map(|score| u32::from(score.get()));
        prop_assert_eq!(score, Some((hundredths + 5) / 10));
    }

    #[test]
    fn a_mean_lies_between_the_lowest_and_the_highest(scores in proptest::collection::vec(any::score(), 1..20)) {
        let mean = Score::mean(&scores);
        prop_assert!(mean >= scores.iter().min().copied() && mean <= scores.iter().max().copied());
    }
}
