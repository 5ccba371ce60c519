//! The reviews as a search library takes them: one flat object a review, with what is known of its
//! film.

use std::{
    collections::{BTreeMap, HashMap},
    io::{self, Write},
};

use crosscut::domain::{
    aspect::Aspect,
    film::{Certificate, Film},
    grade::Score,
    review::Review,
};
use serde::Serialize;

use crate::synthetic::{DataSet, Random};

/// One review. The text fields are searched, the others are counted and filtered by.
#[derive(Serialize)]
pub struct Record<'a> {
    /// Its place in the data set, from 0.
    id: usize,
    film: &'a str,
    title: &'a str,
    /// Everyone of the film's credits.
    people: String,
    reviewer: &'a str,
    outlet: Option<&'a str>,
    headline: Option<&'a str>,
    /// Its blocks, one a line.
    text: String,
    year: u16,
    decade: u16,
    genres: &'a [String],
    certificate: Option<&'static str>,
    /// From 0 to 100.
    score: Option<u8>,
    /// Where it stands on the film as a whole.
    stance: Option<&'static str>,
}

impl<'a> Record<'a> {
    fn new(id: usize, film: &'a Film, review: &'a Review, reviewer: &'a str) -> Self {
        let brief = review.brief();
        let text: Vec<&str> = review.body.iter().map(|block| block.text.as_str()).collect();
        Self {
            id,
            film: film.slug.as_str(),
            title: &film.title,
            people: film.people().join(", "),
            reviewer,
            outlet: review.outlet.as_deref(),
            headline: review.headline.as_deref(),
            text: text.join("\n"),
            year: film.year,
            decade: film.year - film.year % 10,
            genres: &film.genres,
            certificate: film.certificate.map(Certificate::code),
            score: brief.score().map(Score::get),
            stance: brief.standings.on(Aspect::Overall).map(|it| it.stance.word()),
        }
    }
}

/// A review that queries are made of.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The film's title.
    pub title: String,
    /// Its first director.
    pub director: String,
    /// Its first actor.
    pub actor: String,
    /// The reviewer's name.
    pub reviewer: String,
    /// The text, all blocks.
    pub text: String,
}

/// What was written: enough to make queries and filters of it.
#[derive(Debug, Default)]
pub struct Written {
    /// Reviews from all over the data set.
    pub samples: Vec<Sample>,
    /// How many reviews have each value of a dimension.
    pub values: BTreeMap<&'static str, HashMap<String, usize>>,
}

impl Written {
    /// The values of a dimension, the commonest first.
    pub fn common(&self, dimension: &str) -> Vec<&str> {
        let mut values: Vec<(&str, usize)> =
            self.values.get(dimension).into_iter().flatten().map(|(value, count)| (value.as_str(), *count)).collect();
        values.sort_unstable_by(|(one, often), (other, seldom)| seldom.cmp(often).then(one.cmp(other)));
        values.into_iter().map(|(value, _)| value).collect()
    }

    fn count(&mut self, record: &Record) {
        let mut count = |dimension, value: String| {
            *self.values.entry(dimension).or_default().entry(value).or_default() += 1;
        };
        count("reviewer", record.reviewer.to_owned());
        record.genres.iter().for_each(|genre| count("genre", genre.clone()));
        count("decade", record.decade.to_string());
        if let Some(code) = record.certificate {
            count("certificate", code.to_owned());
        }
    }

    /// Keeps a sample of the reviews seen so far, each with the same chance (Vitter's algorithm R).
    fn sample(&mut self, random: &mut Random, seen: usize, sample: impl FnOnce() -> Sample) {
        const SAMPLES: usize = 200;
        match random.below(seen + 1) {
            _ if self.samples.len() < SAMPLES => self.samples.push(sample()),
            at if at < SAMPLES => self.samples[at] = sample(),
            _ => {}
        }
    }
}

/// Writes all reviews as one array, a review a line.
pub fn write(set: &DataSet, random: &mut Random, out: &mut impl Write) -> io::Result<Written> {
    let names: HashMap<&str, &str> = set.reviewers().iter().map(|it| (it.slug.as_str(), it.name.as_str())).collect();
    let mut written = Written::default();
    let mut id = 0;
    for film in set.films() {
        for review in &film.reviews {
            let name = names.get(review.reviewer.as_str()).copied().unwrap_or_default();
            let record = Record::new(id, &film, review, name);
            out.write_all(if id == 0 { b"[\n" } else { b",\n" })?;
            serde_json::to_writer(&mut *out, &record)?;
            written.count(&record);
            written.sample(random, id, || Sample {
                title: film.title.clone(),
                director: film.directors.first().cloned().unwrap_or_default(),
                actor: film.cast.first().map(|it| it.name.clone()).unwrap_or_default(),
                reviewer: name.to_owned(),
                text: record.text.clone(),
            });
            id += 1;
        }
    }
    out.write_all(b"\n]\n")?;
    Ok(written)
}
