//! What a choice on a comparison's page did, for those who do not see it.

use std::sync::Arc;

use leptos::prelude::*;

use super::compare_tools::shown_up_to;
use crate::domain::gather::Gather;
use crate::{
    derived::Derived,
    domain::{
        aspect::Aspect,
        catalog::Catalog,
        comparison::{Comparison, RowOrder, Selection},
        film::Film,
        slug::ReviewId,
        text,
    },
    element::{Element, el},
    hooks::{Choice, FilmLoad},
    route::CompareView,
};

/// A live region that tells every change; at first it is empty.
pub fn compare_status(catalog: &Arc<Catalog>, load: RwSignal<FilmLoad>, view: Choice<CompareView>) -> Element {
    let catalog = Arc::clone(catalog);
    let told = Derived::new(move |before: Option<&(CompareView, String)>| {
        let now = view.get().focused(None);
        let film = load.with(|load| load.ready().map(|read| Arc::clone(&read.film)));
        let text = match (before, film) {
            (Some((before, _)), Some(film)) => change(&catalog, &film, before, &now),
            _ => String::new(),
        };
        (now, text)
    });
    el("p").class("visually-hidden").attr("role", "status").text_with(move || told.with(|(_, text)| text.clone()))
}

/// What is different now, in a few sentences.
fn change(catalog: &Catalog, film: &Arc<Film>, before: &CompareView, now: &CompareView) -> String {
    let ids = |view: &CompareView| Selection::of(film, view.reviews.as_deref(), &view.pins).ids;
    let (old, new) = (ids(before), ids(now));
    let name = |id: &ReviewId| match film.review(id) {
        Some(review) if !now.blind => catalog.name_of(&review.reviewer),
        _ => "A review".to_owned(),
    };
    let mut told: Vec<String> = Vec::new();
    for id in new.iter().filter(|id| !old.contains(id)) {
        told.push(format!("{} was added", name(id)));
    }
    for id in old.iter().filter(|id| !new.contains(id)) {
        told.push(format!("{} was removed", name(id)));
    }
    let pinned = |view: &CompareView, id: &ReviewId| view.pins.iter().any(|pin| pin == id.as_str());
    for id in &new {
        match (pinned(before, id), pinned(now, id)) {
            (false, true) => told.push(format!("{} is pinned", name(id))),
            (true, false) => told.push(format!("{} is no longer pinned", name(id))),
            (true, true) | (false, false) => {}
        }
    }
    if old != new {
        let names: Vec<String> = new.iter().map(name).gathered();
        told.push(if now.blind {
            format!("{} are compared", text::counted(new.len(), "review"))
        } else {
            format!("The columns are {}", text::listed(&names))
        });
    }
    if before.rows != now.rows
        && let Ok(comparison) = Comparison::new(Arc::clone(film), &new, now.spoilers)
    {
        told.push(format!("{} of {} aspects are shown", comparison.count(now.rows), Aspect::COUNT));
    }
    if before.order != now.order {
        told.push(match now.order {
            RowOrder::Contested => "The most contested aspects come first".to_owned(),
            RowOrder::List => "The aspects stand in the order of the list".to_owned(),
        });
    }
    if before.mode != now.mode {
        told.push(format!("The words stand {}", now.mode.label().to_ascii_lowercase()));
    }
    if before.opinions_only != now.opinions_only {
        told.push(
            if now.opinions_only { "All but opinions is folded" } else { "Nothing is folded but spoilers" }.to_owned(),
        );
    }
    if before.spoilers != now.spoilers {
        told.push(format!("Spoilers: {}", shown_up_to(now.spoilers).to_ascii_lowercase()));
    }
    if before.blind != now.blind {
        told.push(if now.blind { "Names and grades are hidden" } else { "Names and grades are shown" }.to_owned());
    }
    if told.is_empty() { String::new() } else { format!("{}.", told.join(". ")) }
}
