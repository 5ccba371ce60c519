//! What a page is about in a sentence or two, for previews and search engines.

use crosscut::{
    domain::{catalog::Catalog, film::Listing, text},
    route::Route,
};

/// The description of a page.
pub fn describe(route: &Route, catalog: &Catalog) -> String {
    let film = |slug| catalog.film(slug);
    match route {
        Route::Film(slug) => film(slug).map_or_else(String::new, |film| film_page(&film, catalog)),
        Route::Compare(slug) => film(slug).map_or_else(String::new, |film| comparison(&film, catalog)),
        Route::Reviewer(slug) => catalog.reviewer(slug).map_or_else(String::new, |reviewer| {
            let count = text::counted(catalog.review_count_by(slug), "review");
            format!("{count} by {}. {}", reviewer.name, reviewer.about)
        }),
        Route::Reviewers => format!(
            "{} and what they write on, how they grade and whom they agree with.",
            text::capitalised(&text::counted(catalog.reviewers().len(), "reviewer"))
        ),
        Route::ReviewersCompare => {
            "Two reviewers over the films that both reviewed: score against score, agreement by aspect, biggest quarrels first.".to_owned()
        }
        Route::Catalogue | Route::About | Route::NotFound(_) => {
            "Read several reviews of one film against each other, aspect by aspect: where critics agree, where they split, and the words themselves.".to_owned()
        }
    }
}

fn film_page(film: &Listing, catalog: &Catalog) -> String {
    let names = reviewers(film, catalog);
    let by = film.directors.join(" and ");
    let by = if by.is_empty() { by } else { format!(", directed by {by}") };
    match film.reviews.len() {
        0 => format!("{} ({}){by}.", film.title, film.year),
        count => format!("{} ({}){by}: {} by {names}.", film.title, film.year, text::counted(count, "review")),
    }
}

fn comparison(film: &Listing, catalog: &Catalog) -> String {
    format!(
        "{} as {} see it, side by side and aspect by aspect: who agrees, who splits, and in which words.",
        film.title,
        reviewers(film, catalog)
    )
}

/// The names of those who reviewed a film.
fn reviewers(film: &Listing, catalog: &Catalog) -> String {
    let names: Vec<String> = film.reviews.iter().map(|review| catalog.name_of(&review.reviewer)).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
