//! Reviews of one film, side by side.

use std::sync::Arc;

use leptos::prelude::*;

use super::{film::file_notices, heading, not_found::no_such_film, with_catalog};
use crate::{
    browser::{
        clock::after_render,
        columns as scrollers,
        keys::plain_key,
        motion::glide,
        page::keep_focus,
        passages::{self, Going, Target},
    },
    components::{
        columns::Columns,
        compare_head::compare_head,
        compare_status::compare_status,
        compare_table::{column_pager, columns_frame, compare_table},
        compare_tools::compare_tools,
        compare_words::compare_words,
        failure::{Trouble, failure},
        notices::notices,
        skeleton::line_skeletons,
    },
    domain::{
        catalog::Catalog,
        comparison::{Comparison, FEWEST, MOST, Omission, RowFilter, Selection},
        film::{Film, Listing},
        slug::{FilmSlug, ReviewId},
        text,
    },
    element::{Element, Event, el, reactive},
    hooks::{Choice, use_compare_view, use_film, use_href, use_site},
    load::Load,
    route::{Address, CompareView, Focus, ReadingMode, Route},
};

/// The page.
pub fn compare_page(slug: FilmSlug) -> AnyView {
    with_catalog(
        || vec![heading("Loading the comparison"), line_skeletons(8)],
        move |catalog| match catalog.film(&slug) {
            Some(film) => known(catalog, film),
            None => no_such_film(catalog, &slug),
        },
    )
}

/// What lives as long as the page: the rest is drawn anew with every choice.
#[derive(Clone, Copy)]
struct Desk {
    view: Choice<CompareView>,
    /// The reviews whose names were revealed.
    revealed: RwSignal<Vec<ReviewId>>,
    /// The columns that are in view.
    in_view: RwSignal<Vec<usize>>,
    /// How often a link to passages was followed: it leads there again where it led before.
    asked: RwSignal<usize>,
    /// What was gone to last.
    looked_at: StoredValue<Option<Look>>,
}

/// Something that is gone to: what, in which way of reading, and at which asking.
#[derive(Clone, PartialEq)]
struct Look {
    focus: Option<Focus>,
    mode: ReadingMode,
    asked: usize,
}

fn known(catalog: &Arc<Catalog>, film: &Listing) -> Vec<AnyView> {
    let site = use_site();
    let view = use_compare_view();
    let desk = Desk {
        view,
        revealed: RwSignal::new(Vec::new()),
        in_view: RwSignal::new(Vec::new()),
        asked: RwSignal::new(0),
        looked_at: StoredValue::new(None),
    };
    let load = use_film(&film.slug);
    let trouble = move || load.with(|load| Trouble::from(load));
    let still = "A comparison needs the words of the reviews. The film’s own page shows the grades and where each review stands without them.";
    let slug = film.slug.clone();
    let page = use_href()(&Address::of(Route::Film(slug.clone())));
    let title = format!("{}, reviews compared", film.title);
    let status = compare_status(catalog, load, view);
    let catalog = Arc::clone(catalog);
    // All that is chosen, but for what is looked at: that is marked on what is drawn.
    let drawn = Memo::new(move |_| view.with(|view| view.focused(None)));
    let content = reactive(move || {
        keep_focus();
        glide();
        drawn.track();
        load.with(|load| match load {
            Load::Ready(read) => content(&catalog, &read.film, desk),
            Load::Waiting { .. } => vec![heading(title.as_str()).view(), line_skeletons(8).view()],
            Load::Failed(_) => vec![
                heading(title.as_str()).view(),
                el("p").child(el("a").attr("href", page.clone()).child("To the film’s page")).view(),
            ],
        })
    });
    let busy = move || load.with(Load::is_waiting).then_some("true");
    vec![
        el("div")
            .attr_with("aria-busy", busy)
            .on("click", move |event| {
                if passages::is_link_to(&event) {
                    desk.asked.update(|asked| *asked += 1);
                }
            })
            .child(content)
            .view(),
        failure(trouble, "The film’s file", still, move || site.load_film(&slug)).view(),
        file_notices(load).view(),
        status.view(),
    ]
}

fn content(catalog: &Catalog, film: &Arc<Film>, desk: Desk) -> Vec<AnyView> {
    let view = desk.view.get_untracked();
    let selection = Selection::of(film, view.reviews.as_deref(), &view.pins);
    let omissions = selection.omissions.iter().map(|omission| omission_line(catalog, film, omission));
    let mut lines: Vec<String> = desk.view.notices_untracked().into_iter().chain(omissions).collect();
    match Comparison::new(Arc::clone(film), &selection.ids, view.spoilers) {
        Ok(comparison) => {
            let title = format!("{}, {} ways", film.title, text::count_in_words(comparison.reviews().len()));
            let columns = Columns::new(catalog, comparison, selection.pinned, desk.view, desk.revealed);
            lines.extend(focus_trouble(&columns, view.focus.as_ref()));
            follow_focus(&columns, desk);
            vec![
                compare_head(catalog, &columns, selection.origin, heading(title).attr("dir", "auto")).view(),
                left_out(lines).view(),
                compare_tools(catalog, &columns).view(),
                sheet(&columns, desk.in_view).view(),
            ]
        }
        Err(reason) => vec![
            heading(format!("{}, reviews compared", film.title)).view(),
            left_out(lines).view(),
            invitation(catalog, film, &reason.to_string(), selection.ids.first()).view(),
        ],
    }
}

fn left_out(lines: Vec<String>) -> Element {
    notices("Part of the address could not be used", move || lines.clone())
}

/// The table and the words, which scroll sideways together.
fn sheet(columns: &Columns, in_view: RwSignal<Vec<usize>>) -> Element {
    let measure = move || {
        let now = scrollers::in_view();
        if in_view.with_untracked(|before| *before != now) {
            in_view.set(now);
        }
    };
    let position = scrollers::position();
    after_render(move || {
        scrollers::align(position);
        measure();
    });
    scrollers::on_resize(measure);
    let scrolled = move |event: &Event| {
        scrollers::follow(event);
        measure();
    };
    let table = columns_frame(columns).child(column_pager(columns, in_view)).child(compare_table(columns, scrolled));
    let keys = columns.clone();
    let site = use_site();
    el("div")
        .on("keydown", move |event| {
            let to = |claim: String| {
                let focus = claim.parse().ok().map(Focus::Passage);
                site.refine(keys.view().focused(focus).query());
                true
            };
            if match plain_key(&event).as_str() {
                "j" => passages::neighbour(true).is_some_and(to),
                "k" => passages::neighbour(false).is_some_and(to),
                "Escape" => passages::cell_of_focus().is_some_and(|cell| passages::focus_key(&cell)),
                _ => false,
            } {
                event.prevent_default();
            }
        })
        .child(table)
        .child(no_rows(columns))
        .child(compare_words(columns, scrolled))
}

/// What to do where no row is left.
fn no_rows(columns: &Columns) -> Option<Element> {
    let view = columns.view();
    if columns.comparison().count(view.rows) > 0 {
        return None;
    }
    let all = columns.href(&CompareView { rows: RowFilter::All, ..view.clone() });
    let link = el("a").attr("data-refine", true).attr("href", all).child("Show all aspects");
    let what = match view.rows {
        RowFilter::All | RowFilter::Differ => "They differ on nothing. ",
        RowFilter::Agree => "They agree on nothing. ",
        RowFilter::One => "On no aspect one speaks alone. ",
    };
    Some(el("p").class("note").child(what).child(link))
}

/// Why a review of the address is left out.
fn omission_line(catalog: &Catalog, film: &Film, omission: &Omission) -> String {
    let name =
        |id: &ReviewId| film.review(id).map_or_else(|| id.to_string(), |review| catalog.name_of(&review.reviewer));
    match omission {
        Omission::Unknown(id) => {
            format!("{} is no review of {}, so it was left out.", text::quoted(id), film.title)
        }
        Omission::NotPinned(id) => {
            format!("{} is not among the reviews that are compared, so it was not pinned.", text::quoted(id))
        }
        Omission::Twice(id) => format!("{} is there twice; it has one column.", name(id)),
        Omission::TooMany(id) => format!("{} was left out: a comparison takes at most {MOST} reviews.", name(id)),
    }
}

/// What is wrong with what the address looks at.
fn focus_trouble(columns: &Columns, focus: Option<&Focus>) -> Option<String> {
    match focus? {
        Focus::Aspect(_) => None,
        Focus::Passage(name) if columns.claim(name).is_some() => None,
        Focus::Passage(name) => {
            let name = text::quoted(&name.to_string());
            Some(format!("{name} is no passage of the reviews that are compared, so none is looked at."))
        }
    }
}

/// Marks what is looked at and goes there whenever it is asked for. The focus goes along where the
/// visitor asked for it here, and not where the address came with it.
fn follow_focus(columns: &Columns, desk: Desk) {
    let columns = columns.clone();
    Effect::new(move || {
        let look = Look { focus: columns.focus(), mode: columns.view().mode, asked: desk.asked.get() };
        let before = desk.looked_at.get_value();
        let going = match &before {
            None => Going::Scroll,
            Some(before) if *before == look => Going::Mark,
            Some(_) => Going::Focus,
        };
        desk.looked_at.set_value(Some(look.clone()));
        after_render(move || match &look.focus {
            Some(Focus::Aspect(aspect)) => passages::show(Some(Target::Aspect(aspect.word())), going),
            Some(Focus::Passage(claim)) => passages::show(Some(Target::Claim(&claim.to_string())), going),
            None => passages::show(None, going),
        });
    });
}

/// Fewer than two reviews are left, perhaps `first`: what else could be compared.
fn invitation(catalog: &Catalog, film: &Film, reason: &str, first: Option<&ReviewId>) -> Element {
    let href = use_href();
    let mut state = el("div").class("empty-state").child(el("p").child(format!("{}.", text::capitalised(reason))));
    if let Some(first) = first.and_then(|id| film.review(id)) {
        let with = |id: &ReviewId| href(&Address::compare(film.slug.clone(), &[first.id.clone(), id.clone()]));
        let others: Vec<Element> = film
            .reviews
            .iter()
            .filter(|review| review.id != first.id)
            .map(|review| {
                let link = el("a").attr("href", with(&review.id)).child(catalog.name_of(&review.reviewer));
                el("li").child(link)
            })
            .collect();
        if !others.is_empty() {
            state = state
                .child(el("p").child(format!("Compare {} with:", catalog.name_of(&first.reviewer))))
                .child(el("ul").class("plain-list").child(others));
        }
    }
    if film.reviews.len() >= FEWEST {
        let usual = href(&Address::of(Route::Compare(film.slug.clone())));
        let link = el("a").class("button").attr("href", usual).child("Show its usual comparison");
        state = state.child(el("p").child(link));
    }
    let page = href(&Address::of(Route::Film(film.slug.clone())));
    state.child(el("p").child(el("a").attr("href", page).child(format!("All reviews of {}", film.title))))
}
