//! What a visitor might type into the search field.

use crosscut::domain::text::fold;
use serde::Serialize;

use super::records::Sample;
use crate::synthetic::{Random, Vocabulary};

/// One query; it is typed letter by letter.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Query {
    /// What it tries, for tables.
    kind: &'static str,
    text: String,
}

/// The ranks of the single words: from `that` to words that hardly ever occur.
const RANKS: [usize; 12] = [6, 81, 150, 180, 260, 420, 800, 1600, 3200, 7000, 15_000, 36_000];

/// Sixty queries, made of words and reviews of the data set. There is at least one sample.
pub fn queries(vocabulary: &Vocabulary, samples: &[Sample], random: &mut Random) -> Vec<Query> {
    let words = vocabulary.words();
    let mut queries = Vec::new();
    let mut add = |kind, text: String| queries.push(Query { kind, text });
    for rank in RANKS {
        add("word", words[rank + random.below(4)].clone());
    }
    for at in 0..10 {
        let title = one(random, samples).title.clone();
        add("title", if at < 7 { title.to_lowercase() } else { title });
    }
    for at in 0..10 {
        let sample = one(random, samples);
        let name = [&sample.director, &sample.actor, &sample.reviewer][at % 3];
        add("name", if at < 5 { name.clone() } else { surname(name).to_lowercase() });
    }
    for at in 0..10 {
        let sample = one(random, samples);
        add(
            "two words",
            match at {
                0..3 => format!("{} {}", surname(&sample.director), sample.title).to_lowercase(),
                3..5 => format!("{} {}", surname(&sample.reviewer), surname(&sample.actor)).to_lowercase(),
                _ => of_text(random, &sample.text, 2),
            },
        );
    }
    for _ in 0..6 {
        let sample = one(random, samples);
        add("three words", of_text(random, &sample.text, 3));
    }
    let accented: Vec<&String> = words.iter().skip(200).take(12_000).filter(|word| fold(word) != **word).collect();
    for _ in 0..4 {
        add("accent left out", fold(accented[random.below(accented.len())]));
    }
    for at in 0..5 {
        let sample = one(random, samples);
        let meant = [&sample.title, &sample.actor][at % 2];
        add("misspelt", misspelt(random, &meant.to_lowercase()));
    }
    for text in ["xqzvk", "zzyzx road", "the qwvxp"] {
        add("nothing", text.to_owned());
    }
    queries
}

fn one<'a>(random: &mut Random, samples: &'a [Sample]) -> &'a Sample {
    &samples[random.below(samples.len())]
}

fn surname(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// So many words of a text in their order, but not one after the other, and no short ones where
/// there are longer.
fn of_text(random: &mut Random, text: &str, count: usize) -> String {
    let all: Vec<&str> = text.split(|it: char| !it.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let long: Vec<&str> = all.iter().copied().filter(|word| word.len() > 3).collect();
    let words = if long.len() < count { all } else { long };
    let part = words.len() / count;
    let chosen: Vec<&str> =
        (0..count).filter_map(|at| words.get(at * part + random.below(part.max(1))).copied()).collect();
    chosen.join(" ").to_lowercase()
}

/// Two letters the wrong way round, or one left out, somewhere after the first.
fn misspelt(random: &mut Random, text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let last = letters.len().saturating_sub(2);
    if last < 1 {
        return text.to_owned();
    }
    let at = random.within(1, last);
    if random.chance(500) {
        letters.swap(at, at + 1);
    } else {
        letters.remove(at);
    }
    letters.into_iter().collect()
}
