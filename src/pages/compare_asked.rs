//! What was asked of a comparison last, and showing at once that it was.

use crate::{
    browser::redraw::Redraw,
    domain::{comparison::Selection, film::Film, review::Spoiler, slug::ReviewId},
    route::CompareView,
};

/// Whether a key is that of something of one of these reviews.
pub(super) fn is_of(key: &str, reviews: &[ReviewId]) -> bool {
    reviews.iter().any(|id| key.ends_with(&format!("/{id}")))
}

/// The reviews and the level of spoilers that were asked for.
#[derive(Default)]
pub(super) struct Asked(Vec<ReviewId>, Spoiler);

impl Asked {
    /// With other columns or other quotes much is laid out anew, which takes its time: first the page shows
    /// that it was asked. Whether it does that now.
    pub(super) fn acknowledge(&mut self, film: &Film, compared: &CompareView, redraw: &Redraw) -> bool {
        let Self(before, level) = self;
        let ids = Selection::of(film, compared.reviews.as_deref(), &[]).ids;
        let same = *level == compared.spoilers && before.len() == ids.len() && before.iter().all(|id| ids.contains(id));
        let acknowledges = !same && !before.is_empty();
        if acknowledges {
            redraw.pale(|key| !is_of(key, &ids));
        }
        *self = Self(ids, compared.spoilers);
        acknowledges
    }
}
