//! `data stats`: what a data set consists of, for whoever edits it.
//!
//! For each film and each reviewer its reviews, words, grades, stances and aspects; then the longest runs of
//! words that any two reviews share, by which copied or repeated phrases come to light. It counts what is
//! sound; what is not is for `data check` to tell.

use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write as _,
};

use crosscut::domain::{aspect::Aspect, claim::Stance, film::Film, review::Review, reviewer::Reviewer, text::counted};

use super::survey::Survey;

/// Runs of fewer words are shared by chance.
const SEED: usize = 5;
/// How many shared runs are listed.
const LISTED: usize = 10;

/// The statistics of a data set as text.
pub fn write(survey: &Survey) -> String {
    let all: Vec<&Review> = survey.films.iter().flat_map(|film| &film.reviews).collect();
    let mut text = format!("{}\n{}\n", survey.counts(), summary(&all));
    text.push_str("\nFilms\n");
    for film in &survey.films {
        let _ = write!(text, "{}", of_film(film));
    }
    text.push_str("\nReviewers\n");
    for reviewer in &survey.reviewers {
        let _ = write!(text, "{}", of_reviewer(reviewer, &all));
    }
    let _ = write!(text, "\nLongest runs of words that two reviews share ({SEED} or more)\n");
    let shared = shared_runs(&all);
    if shared.is_empty() {
        text.push_str("  none\n");
    }
    for run in shared.iter().take(LISTED) {
        let _ = writeln!(text, "  {} words, {} and {}: “{}”", run.words.len(), run.one, run.other, run.words.join(" "));
    }
    text
}

fn of_film(film: &Film) -> String {
    let reviews: Vec<&Review> = film.reviews.iter().collect();
    format!("  {} ({})\n{}", film.slug, film.year, details(&reviews))
}

fn of_reviewer(reviewer: &Reviewer, all: &[&Review]) -> String {
    let reviews: Vec<&Review> = all.iter().copied().filter(|review| review.reviewer == reviewer.slug).collect();
    let scale = reviewer.scale.map_or("no scale named", |scale| scale.label());
    format!("  {} ({scale})\n{}", reviewer.slug, details(&reviews))
}

fn details(reviews: &[&Review]) -> String {
    if reviews.is_empty() {
        return "    no reviews\n".to_owned();
    }
    let grades: Vec<&str> =
        reviews.iter().map(|it| it.grade.as_ref().map_or("none", |grade| grade.written())).collect();
    let mut aspects: BTreeMap<usize, usize> = BTreeMap::new();
    for review in reviews {
        for aspect in Aspect::ALL.into_iter().filter(|aspect| review.claims_on(*aspect).next().is_some()) {
            *aspects.entry(aspect.index()).or_default() += 1;
        }
    }
    let aspects: Vec<String> = Aspect::ALL
        .into_iter()
        .filter_map(|aspect| Some(format!("{aspect} {}", aspects.get(&aspect.index())?)))
        .collect();
    format!(
        "    {}\n    grades: {}\n    reviews that speak of: {}\n",
        summary(reviews),
        grades.join(", "),
        aspects.join(", ")
    )
}

/// How many reviews, words and claims.
fn summary(reviews: &[&Review]) -> String {
    let words: Vec<usize> = reviews.iter().map(|review| review.words()).collect();
    let stance = |stance| reviews.iter().flat_map(|it| &it.claims).filter(|claim| claim.stance == stance).count();
    let claims = reviews.iter().map(|review| review.claims.len()).sum();
    format!(
        "{}, {} ({} to {}), {}: {} positive, {} mixed, {} negative",
        counted(reviews.len(), "review"),
        counted(words.iter().sum(), "word"),
        words.iter().min().unwrap_or(&0),
        words.iter().max().unwrap_or(&0),
        counted(claims, "claim"),
        stance(Stance::Positive),
        stance(Stance::Mixed),
        stance(Stance::Negative)
    )
}

/// A run of words that two reviews share.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    one: String,
    other: String,
    words: Vec<String>,
}

/// The longest run that each two reviews share, the longest first.
fn shared_runs(reviews: &[&Review]) -> Vec<Run> {
    let words: Vec<Vec<String>> = reviews.iter().map(|review| words(review)).collect();
    let mut places: HashMap<&[String], Vec<(usize, usize)>> = HashMap::new();
    for (review, words) in words.iter().enumerate() {
        for (at, seed) in words.windows(SEED).enumerate() {
            places.entry(seed).or_default().push((review, at));
        }
    }
    let mut longest: BTreeMap<(usize, usize), &[String]> = BTreeMap::new();
    for found in places.values() {
        for (at, (one, start)) in found.iter().enumerate() {
            for (other, from) in found.iter().skip(at + 1).filter(|(other, _)| other != one) {
                let (left, right) = (&words[*one][*start..], &words[*other][*from..]);
                let length = left.iter().zip(right).take_while(|(a, b)| a == b).count();
                let known = longest.entry((*one.min(other), *one.max(other))).or_default();
                if length > known.len() {
                    *known = &left[..length];
                }
            }
        }
    }
    let id = |review: usize| reviews[review].id.to_string();
    let mut runs: Vec<Run> = longest
        .into_iter()
        .map(|((one, other), words)| Run { one: id(one), other: id(other), words: words.to_vec() })
        .collect();
    runs.sort_by(|a, b| b.words.len().cmp(&a.words.len()).then_with(|| (&a.one, &a.other).cmp(&(&b.one, &b.other))));
    runs
}

/// The words of a review's own text, in lower case and without marks.
fn words(review: &Review) -> Vec<String> {
    let text = review.body.iter().filter(|block| !block.borrowed).flat_map(|block| block.text.split_whitespace());
    let bare = |word: &str| word.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    text.map(bare).filter(|word: &String| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::data::source::Folder;

    fn survey() -> Survey {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/data/sound");
        Survey::of(&Folder { path, shown: "sound".to_owned(), own: false }).unwrap()
    }

    /// The review of the sound folder with another text.
    fn review(id: &str, text: &str) -> Review {
        let mut review = survey().films[0].reviews[0].clone();
        review.id = id.parse().unwrap();
        review.body.truncate(1);
        review.body[0].text = text.to_owned();
        review.claims.clear();
        review
    }

    fn runs(texts: &[(&str, &str)]) -> Vec<(String, String, String)> {
        let reviews: Vec<Review> = texts.iter().map(|(id, text)| review(id, text)).collect();
        let runs = shared_runs(&reviews.iter().collect::<Vec<_>>());
        runs.into_iter().map(|run| (run.one, run.other, run.words.join(" "))).collect()
    }

    #[test]
    fn the_longest_shared_run_of_each_two_is_found_whatever_its_case_and_marks() {
        let found = runs(&[
            ("a", "He waits by the door, and says nothing at all. Then one two three four five."),
            ("b", "Nobody here waits by the Door and says nothing, at least not today."),
            ("c", "One, two, three, four, five: six."),
        ]);
        let run = |one: &str, other: &str, words: &str| (one.to_owned(), other.to_owned(), words.to_owned());
        let expected =
            [run("a", "b", "waits by the door and says nothing at"), run("a", "c", "one two three four five")];
        assert_eq!(found, expected);
    }

    #[test]
    fn few_words_and_the_same_review_are_no_shared_run() {
        assert_eq!(
            runs(&[
                ("a", "one two three four. one two three four five one two three four five"),
                ("b", "one two three four")
            ]),
            []
        );
    }

    #[test]
    fn every_film_and_reviewer_is_counted() {
        let mut survey = survey();
        let stranger = Reviewer { slug: "nobody-yet".parse().unwrap(), ..survey.reviewers[0].clone() };
        survey.reviewers.push(stranger);
        let text = write(&survey);
        let review = &survey.films[0].reviews[0];
        let summary = format!("1 review, {} words ({} to {})", review.words(), review.words(), review.words());
        assert_eq!(text.matches(&summary).count(), 3, "the whole, the film and the reviewer:\n{text}");
        assert!(text.contains("  the-general (1926)\n"), "{text}");
        assert!(text.contains("  nobody-yet (") && text.contains("    no reviews\n"), "{text}");
        assert!(text.ends_with("(5 or more)\n  none\n"), "{text}");
    }
}
