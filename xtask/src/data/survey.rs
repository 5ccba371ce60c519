//! A whole data folder: everything that is in it, and everything that is wrong with it.

use crosscut::{
    domain::{defect::Defect, film::Film, reviewer::Reviewer, text::counted},
    wire::settings_file::Settings,
};

use super::{
    across::{self, NamedFilm},
    document::{Anchor, Document},
    facts,
    form::Form,
    near,
    problem::Problem,
    source::{FilmSource, Folder, Source},
};
use crate::Failure;

/// What a data folder holds.
#[derive(Debug, Default)]
pub struct Survey {
    /// The films, by the names of their files.
    pub films: Vec<Film>,
    /// The reviewers, in the order of their file.
    pub reviewers: Vec<Reviewer>,
    /// What the site says of itself.
    pub settings: Settings,
    /// What is wrong. Where there is anything, films and reviewers may be other than in the files.
    pub problems: Vec<Problem>,
}

impl Survey {
    /// Reads a folder.
    pub fn of(folder: &Folder) -> Result<Self, Failure> {
        let mut survey = Self::default();
        let reviewers = folder.reviewers(&mut survey.problems);
        let reviewers = survey.reviewers(reviewers.as_ref())?;
        let settings = folder.settings(&mut survey.problems);
        survey.settings(settings.as_ref())?;
        let films = folder.films(&mut survey.problems);
        let films = survey.films(&films)?;
        survey.problems.extend(across::problems(&films, reviewers.as_ref()));
        survey.problems.sort();
        survey.problems.dedup();
        Ok(survey)
    }

    /// How much there is.
    pub fn counts(&self) -> String {
        let reviews = self.films.iter().map(|film| film.reviews.len()).sum();
        let films = counted(self.films.len(), "film");
        format!("{films}, {}, {}", counted(self.reviewers.len(), "reviewer"), counted(reviews, "review"))
    }

    fn reviewers(&mut self, source: Option<&Source>) -> Result<Option<Document>, Failure> {
        let Some(document) = source.and_then(|source| self.document(source)) else { return Ok(None) };
        let reading = Form::reviewers()?.read(&document);
        self.reviewers = reading.content.unwrap_or_default();
        self.add(&document, reading.defects);
        self.add(&document, facts::of_reviewers(&document.value).into_iter().map(|it| (it, Anchor::Value)));
        Ok(Some(document))
    }

    fn settings(&mut self, source: Option<&Source>) -> Result<(), Failure> {
        let Some(document) = source.and_then(|source| self.document(source)) else { return Ok(()) };
        let reading = Form::settings()?.read(&document);
        self.settings = reading.content.unwrap_or_default();
        self.add(&document, reading.defects);
        self.add(&document, facts::of_settings(&document.value).into_iter().map(|it| (it, Anchor::Value)));
        Ok(())
    }

    fn films(&mut self, sources: &[FilmSource]) -> Result<Vec<NamedFilm>, Failure> {
        let form = Form::film()?;
        let mut films = Vec::with_capacity(sources.len());
        for FilmSource { slug, source } in sources {
            let Some(document) = self.document(source) else { continue };
            let mut reading = form.read(&document);
            reading.defects.iter_mut().for_each(|(defect, _)| near::hint(&document.value, defect));
            self.films.extend(reading.content);
            self.add(&document, reading.defects);
            self.add(&document, facts::of_film(&document.value).into_iter().map(|it| (it, Anchor::Value)));
            films.push(NamedFilm { slug: slug.clone(), document });
        }
        Ok(films)
    }

    fn document(&mut self, source: &Source) -> Option<Document> {
        Document::parse(source).map_err(|problem| self.problems.push(problem)).ok()
    }

    fn add(&mut self, document: &Document, defects: impl IntoIterator<Item = (Defect, Anchor)>) {
        let problems = defects.into_iter().map(|(defect, anchor)| document.problem(&defect, anchor));
        self.problems.extend(problems);
    }
}
