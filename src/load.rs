//! Fetching and decoding: the index once, a film's file when its page is near.

use std::{fmt, pin::Pin, sync::Arc, time::Duration};

use gloo_net::http::{Request, Response};

use crate::{
    browser::{
        body, boot,
        clock::{Limit, Slice, pause},
        page,
    },
    domain::{catalog::Catalog, defect::Defect, film::Film, search::Finder, slug::FilmSlug},
    wire::{
        Unreadable,
        film_file::read_film,
        index::Reading,
        texts::{Texts, read_texts},
    },
};

/// How long a request may take before it is given up.
const PATIENCE: Duration = Duration::from_secs(30);

/// Something that is fetched.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T> {
    /// On its way; `slow` when that takes longer than usual.
    Waiting {
        /// Whether it takes longer than usual.
        slow: bool,
    },
    /// Here.
    Ready(T),
    /// It could not be had.
    Failed(LoadError),
}

impl<T> Load<T> {
    /// What was fetched, where it is here.
    pub const fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Waiting { .. } | Self::Failed(_) => None,
        }
    }

    /// Whether it is on its way.
    pub const fn is_waiting(&self) -> bool {
        matches!(self, Self::Waiting { .. })
    }
}

/// Why something could not be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The visitor has no network.
    Offline,
    /// The request did not get through, or broke off.
    Unreachable,
    /// No answer in time.
    TimedOut,
    /// The server answered with a status other than success.
    Status(u16),
    /// The answer is a web page in place of data.
    NotData,
    /// The answer is damaged.
    Malformed(Unreadable),
    /// The answer is a damaged file of texts.
    Damaged(&'static str),
    /// The answer is another film's file.
    OtherFilm(FilmSlug),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Offline => f.write_str("You seem to be offline."),
            Self::Unreachable => f.write_str("The server could not be reached, or the connection broke off."),
            Self::TimedOut => write!(f, "The server did not answer within {} seconds.", PATIENCE.as_secs()),
            Self::Status(404) => f.write_str("The server has no such file (404)."),
            Self::Status(status) => write!(f, "The server answered with an error ({status})."),
            Self::NotData => f.write_str("The server sent a web page in place of the data."),
            Self::Malformed(reason) => write!(f, "The data arrived damaged: {reason}."),
            Self::Damaged(reason) => write!(f, "The file arrived damaged: {reason}."),
            Self::OtherFilm(slug) => write!(f, "The server sent the file of another film, “{slug}”."),
        }
    }
}

/// A film's file as it was read: what is sound, and what is not.
#[derive(Clone, Debug, PartialEq)]
pub struct FilmRead {
    /// The film.
    pub film: Arc<Film>,
    /// What could not be read.
    pub defects: Vec<Defect>,
}

/// Fetches the index, and makes it ready for searching, a little at a time. The first call takes over the
/// request that the page has begun.
///
/// # Errors
/// Where it cannot be had, or not be read.
pub async fn catalog() -> Result<(Catalog, Finder), LoadError> {
    let text = match boot::take_index().await {
        Some(response) => body(response.map_err(|_| unreachable_error())?.into()).await?,
        None => fetch(boot::index_url()).await?,
    };
    let mut reading = Reading::new(text);
    loop {
        let slice = Slice::start();
        while !slice.is_over() {
            if !reading.go_on().map_err(LoadError::Malformed)? {
                let read = reading.finish();
                // Next it is drawn.
                pause().await;
                return Ok(read);
            }
        }
        pause().await;
    }
}

/// Fetches a film's file.
///
/// # Errors
/// Where it cannot be had, cannot be read, or is another film's.
pub async fn film(url: &str, slug: &FilmSlug) -> Result<FilmRead, LoadError> {
    let text = fetch(url.to_owned()).await?;
    let (film, defects) = read_film(&text).map_err(LoadError::Malformed)?;
    if film.slug != *slug {
        return Err(LoadError::OtherFilm(film.slug));
    }
    Ok(FilmRead { film: Arc::new(film), defects })
}

/// Fetches some texts of reviews. `rows_of` gives the rows of a film's reviews by its slug and their ids.
///
/// # Errors
/// Where they cannot be had, or are damaged.
pub async fn texts(url: &str, rows_of: impl Fn(&str, &[&str]) -> Vec<Option<usize>>) -> Result<Texts, LoadError> {
    read_texts(fetch(url.to_owned()).await?, rows_of).map_err(LoadError::Damaged)
}

/// Something that comes later. It is kept behind a pointer: otherwise whoever waits for it has its code anew.
type Coming<T> = Pin<Box<dyn Future<Output = Result<T, LoadError>>>>;

#[inline(never)]
fn fetch(url: String) -> Coming<String> {
    Box::pin(async move {
        let limit = Limit::start(PATIENCE);
        let request = Request::get(&url).abort_signal(limit.as_ref().map(Limit::signal).as_ref());
        let answer = async { body(request.send().await.map_err(|_| unreachable_error())?).await };
        let timed_out = |error| if limit.as_ref().is_some_and(Limit::is_over) { LoadError::TimedOut } else { error };
        answer.await.map_err(timed_out)
    })
}

#[inline(never)]
fn body(response: Response) -> Coming<String> {
    Box::pin(async move {
        if !response.ok() {
            return Err(LoadError::Status(response.status()));
        }
        let text = body::text(response.into()).await.map_err(|fault| match fault {
            body::Fault::BrokenOff => unreachable_error(),
            body::Fault::NotText => LoadError::Damaged("it is not text in UTF-8"),
        })?;
        if text.trim_start().starts_with('<') { Err(LoadError::NotData) } else { Ok(text) }
    })
}

fn unreachable_error() -> LoadError {
    if page::is_offline() { LoadError::Offline } else { LoadError::Unreachable }
}
