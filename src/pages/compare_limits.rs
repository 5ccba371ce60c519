//! What a comparison says where not all that was asked for can be shown.

use crate::domain::gather::Gather;
use crate::{
    components::columns::{Columns, Shown},
    derived::Derived,
    domain::{
        agreement::RowClass,
        aspect::Aspect,
        catalog::Catalog,
        comparison::{FEWEST, MOST, Omission, RowFilter},
        film::Film,
        slug::ReviewId,
        text,
    },
    element::{Element, View, el, reactive},
    hooks::use_href,
    route::{Address, CompareView, Focus, ReadingMode, Route},
};

/// What to do where no row is left.
pub fn no_rows(shown: Shown) -> View {
    let none = Derived::new(move |_| {
        let columns = shown.now()?;
        Some(columns.view().rows).filter(|rows| columns.comparison().count(*rows) == 0)
    });
    reactive(move || {
        let rows = none.get()?;
        let columns = shown.now()?;
        let what = match rows {
            RowFilter::All | RowFilter::Differ => "They differ on nothing. ",
            RowFilter::Agree => "They agree on nothing. ",
            RowFilter::One => "On no aspect one speaks alone. ",
        };
        let all = columns.link(|view| view.rows = RowFilter::All).child("Show all aspects");
        Some(el("p").class("note no-rows").child(what).child(all))
    })
}

/// Why a review of the address is left out.
pub fn omission_line(catalog: &Catalog, film: &Film, omission: &Omission, blind: bool) -> String {
    let name = |id: &ReviewId| match film.review(id) {
        Some(review) if !blind => catalog.name_of(&review.reviewer),
        _ => "A review".to_owned(),
    };
    match omission {
        Omission::Unknown(id) => {
            format!("{} is no review of {}, so it was left out.", text::quoted(id), film.title)
        }
        Omission::NotPinned(id) => {
            format!("{} is not among the reviews that are compared, so it was not pinned.", text::quoted(id))
        }
        Omission::Twice(id) => format!("{} is there twice and counts once.", name(id)),
        Omission::TooMany(id) => format!("{} was left out: a comparison takes at most {MOST} reviews.", name(id)),
    }
}

/// What is wrong with what the address looks at.
pub fn focus_trouble(columns: &Columns) -> Option<String> {
    match columns.focus()? {
        Focus::Passage(name) if columns.claim(&name).is_none() => {
            let name = text::quoted(&name.to_string());
            Some(format!("{name} is no passage of the reviews that are compared, so none is looked at."))
        }
        Focus::Aspect(_) | Focus::Passage(_) => away(columns, columns.aspect_in_focus()?),
    }
}

/// Why the words on an aspect are not there, if they are not. As written all words are, whichever rows
/// the table has, and a review without any on it says so.
fn away(columns: &Columns, aspect: Aspect) -> Option<String> {
    let view = columns.view();
    let class = columns.class_of(aspect).filter(|_| view.mode == ReadingMode::Aligned)?;
    let what = aspect.in_sentence();
    if class == RowClass::Silent {
        return Some(format!("No one here speaks of {what}."));
    }
    (!view.rows.accepts(class)).then(|| format!("{} is not among the aspects that are shown.", text::capitalised(what)))
}

/// Fewer than two reviews are left, perhaps `first`: what else could be compared, as all is chosen now.
/// While names are hidden the others cannot be told apart, so they are not listed.
pub fn invitation(
    catalog: &Catalog,
    film: &Film,
    reason: &str,
    first: Option<&ReviewId>,
    view: &CompareView,
) -> Element {
    let href = use_href();
    let compared = |ids: &[ReviewId]| {
        let names = (!ids.is_empty()).then(|| ids.iter().map(ToString::to_string).gathered());
        href(&Address::comparison(film.slug.clone(), &view.with_reviews(names, ids)))
    };
    let mut state = el("div").class("empty-state").child(el("p").child(format!("{}.", text::capitalised(reason))));
    if let Some(first) = first.filter(|_| !view.blind).and_then(|id| film.review(id)) {
        let with = |id: &ReviewId| compared(&[first.id.clone(), id.clone()]);
        let others: Vec<Element> = film
            .reviews
            .iter()
            .filter(|review| review.id != first.id)
            .map(|review| {
                let link = el("a").attr("href", with(&review.id)).child(catalog.name_of(&review.reviewer));
                el("li").child(link)
            })
            .gathered();
        if !others.is_empty() {
            state = state
                .child(el("p").child(format!("Compare {} with:", catalog.name_of(&first.reviewer))))
                .child(el("ul").class("plain-list").child(others));
        }
    }
    if film.reviews.len() >= FEWEST {
        let link = el("a").class("button").attr("href", compared(&[])).child("Show its usual comparison");
        state = state.child(el("p").child(link));
    }
    let page = href(&Address::of(Route::Film(film.slug.clone())));
    state.child(el("p").child(el("a").attr("href", page).child(format!("All reviews of {}", film.title))))
}
