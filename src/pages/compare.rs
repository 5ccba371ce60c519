//! Reviews of one film, side by side.

use std::sync::Arc;

use leptos::prelude::*;

use super::{film::file_notices, heading, not_found::no_such_film, with_catalog};
use crate::domain::gather::Gather;
use crate::{
    browser::{
        clock::{after_draw, after_paint},
        columns::{self as scrollers, Part},
        keys::on_key,
        layout,
        page::{self, kept_focus},
        passages::{self, Going, Target},
        redraw::redraw,
    },
    components::{
        columns::{Columns, claim_name},
        compare_head::compare_head,
        compare_status::compare_status,
        compare_table::{column_pager, columns_frame, compare_table},
        compare_tools::compare_tools,
        compare_words::compare_words,
        failure::{Trouble, failure},
        notices::notices,
        skeleton::line_skeletons,
    },
    derived::{Derived, follow},
    domain::{
        agreement::RowClass,
        aspect::Aspect,
        catalog::Catalog,
        comparison::{Comparison, FEWEST, MOST, Omission, RowFilter, Selection},
        film::{Film, Listing},
        slug::{FilmSlug, ReviewId},
        text,
    },
    element::{Element, Event, View, el, reactive},
    hooks::{Choice, FilmLoad, Site, use_compare_view, use_film, use_href, use_site},
    load::Load,
    route::{Address, CompareView, Focus, ReadingMode, Route},
};

/// The page.
pub fn compare_page(slug: FilmSlug) -> View {
    with_catalog(
        || vec![heading("Loading the comparison"), line_skeletons(8)],
        move |catalog| match catalog.film(&slug) {
            Some(film) => known(catalog, film),
            None => no_such_film(catalog, &slug),
        },
    )
}

/// What lives as long as the page: the rest is drawn anew with other reviews.
#[derive(Clone, Copy)]
struct Desk {
    view: Choice<CompareView>,
    /// What is chosen, but for what is looked at.
    drawn: Derived<CompareView>,
    /// The reviews whose names were revealed.
    revealed: RwSignal<Vec<ReviewId>>,
    /// The columns that are in view: the table's, and the words'.
    in_view: RwSignal<Vec<usize>>,
    words_in_view: RwSignal<Vec<usize>>,
    /// The columns whose words are shown: the table is on the screen before them.
    words: RwSignal<Option<Columns>>,
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

fn known(catalog: &Arc<Catalog>, film: &Listing) -> Vec<View> {
    let site = use_site();
    let view = use_compare_view();
    let desk = Desk {
        view,
        drawn: Derived::new(move |_| view.with(|view| view.focused(None))),
        revealed: RwSignal::new(Vec::new()),
        in_view: RwSignal::new(Vec::new()),
        words_in_view: RwSignal::new(Vec::new()),
        words: RwSignal::new(None),
        asked: RwSignal::new(0),
        looked_at: StoredValue::new(None),
    };
    let load = use_film(&film.slug);
    let trouble = move || load.with(|load| Trouble::from(load));
    let still = "A comparison needs the words of the reviews. The film’s own page shows the grades and where each review stands without them.";
    let slug = film.slug.clone();
    let busy = move || load.with(Load::is_waiting).then_some("true");
    scrollers::on_resize(move || desk.measure());
    on_key(move |key| desk.on_key(key, site));
    let sheet = el("div")
        .attr_with("aria-busy", busy)
        .on("click", move |event| {
            if passages::is_link_to(&event) {
                desk.asked.update(|asked| *asked += 1);
            }
        })
        .child(desk.table(catalog, film, load))
        .child(desk.words());
    vec![
        sheet.view(),
        failure(trouble, "The film’s file", still, move || site.load_film(&slug)).view(),
        file_notices(load).view(),
        compare_status(catalog, load, view).view(),
    ]
}

impl Desk {
    /// What is compared, and the table: drawn anew for other reviews, another order of columns or
    /// rows, and another level of spoilers. All other choices are attributes of what is drawn.
    fn table(self, catalog: &Arc<Catalog>, film: &Listing, load: RwSignal<FilmLoad>) -> View {
        let catalog = Arc::clone(catalog);
        let title = format!("{}, reviews compared", film.title);
        let page = use_href()(&Address::of(Route::Film(film.slug.clone())));
        let compared = Derived::new(move |_| {
            let CompareView { reviews, pins, order, spoilers, .. } = self.drawn.get();
            CompareView { reviews, pins, order, spoilers, ..CompareView::default() }
        });
        reactive(move || {
            let (redrawn, keep) = (redraw(), kept_focus());
            after_draw(move || {
                redrawn();
                if let Some(keep) = keep {
                    keep();
                }
            });
            let compared = compared.get();
            load.with(|load| match load {
                Load::Ready(read) => self.content(&catalog, &read.film, &compared),
                Load::Waiting { .. } => vec![heading(title.as_str()).view(), line_skeletons(8).view()],
                Load::Failed(_) => vec![
                    heading(title.as_str()).view(),
                    el("p").child(el("a").attr("href", page.clone()).child("To the film’s page")).view(),
                ],
            })
        })
    }

    fn content(self, catalog: &Catalog, film: &Arc<Film>, compared: &CompareView) -> Vec<View> {
        let selection = Selection::of(film, compared.reviews.as_deref(), &compared.pins);
        let lines = |blind: bool| -> Vec<String> {
            selection.omissions.iter().map(|omission| omission_line(catalog, film, omission, blind)).gathered()
        };
        let omissions = [lines(false), lines(true)];
        match Comparison::new(Arc::clone(film), &selection.ids, compared.spoilers) {
            Ok(comparison) => {
                let title = format!("{}, {} ways", film.title, text::count_in_words(comparison.reviews().len()));
                let columns = Columns::new(catalog, comparison, &selection, self.view, self.revealed);
                self.show_words(Some(columns.clone()));
                columns.follow_looks();
                vec![
                    compare_head(catalog, &columns, selection.origin, heading(title).attr("dir", "auto")).view(),
                    self.left_out(omissions, Some(columns.clone())).view(),
                    compare_tools(catalog, &columns).view(),
                    columns_frame(&columns)
                        .child(column_pager(&columns, Part::Table, self.in_view))
                        .child(compare_table(&columns, move |event| self.scrolled(event)))
                        .view(),
                    no_rows(&columns),
                ]
            }
            Err(reason) => {
                self.show_words(None);
                vec![
                    heading(format!("{}, reviews compared", film.title)).view(),
                    self.left_out(omissions, None).view(),
                    invitation(catalog, film, &reason.to_string(), selection.ids.first(), &self.view.get()).view(),
                ]
            }
        }
    }

    /// Has the words of some columns shown as soon as the table is on the screen.
    fn show_words(self, columns: Option<Columns>) {
        let position = scrollers::position();
        // The browser would keep what it takes for the same place, which is elsewhere now.
        let top = self.words.with_untracked(Option::is_some).then(page::scroll_position);
        after_draw(move || {
            scrollers::align(position);
            if let Some(top) = top {
                page::scroll_to(top);
            }
            self.measure();
            after_paint(move || drop(self.words.try_set(columns)));
        });
    }

    /// The words: drawn anew with the table.
    fn words(self) -> View {
        reactive(move || {
            kept_focus().into_iter().for_each(after_draw);
            self.words.with(|columns| {
                let columns = columns.as_ref()?;
                self.follow_focus(columns);
                Some(compare_words(columns, self.words_in_view, move |event| self.scrolled(event)))
            })
        })
    }

    /// What could not be used of the address.
    fn left_out(self, omissions: [Vec<String>; 2], columns: Option<Columns>) -> Element {
        notices("Part of the address could not be used", move || {
            let focus = columns.as_ref().and_then(focus_trouble);
            let [open, blind] = &omissions;
            let omissions = if self.view.with(|view| view.blind) { blind } else { open };
            self.view.notices().into_iter().chain(omissions.clone()).chain(focus).gathered()
        })
    }

    fn scrolled(self, event: &Event) {
        scrollers::follow(event);
        self.measure();
    }

    /// Looks which columns are in view.
    fn measure(self) {
        for (part, signal) in [(Part::Table, self.in_view), (Part::Words, self.words_in_view)] {
            let now = scrollers::in_view(part);
            if signal.try_with_untracked(|before| *before != now) == Some(true) {
                signal.set(now);
            }
        }
    }

    /// Answers the keys of the table and the words.
    fn on_key(self, key: &str, site: Site) -> bool {
        let to = |claim: String| {
            let focus = claim.parse().ok().map(Focus::Passage);
            site.refine(self.drawn.get_untracked().focused(focus).query());
            true
        };
        let first = || self.words.with_untracked(|columns| first_claim(columns.as_ref()?));
        match key {
            "j" => passages::neighbour(true).or_else(first).is_some_and(to),
            "k" => passages::neighbour(false).is_some_and(to),
            "Escape" => passages::cell_of_focus().is_some_and(|cell| passages::focus_key(&cell)),
            _ => false,
        }
    }

    /// Marks what is looked at and goes there whenever it is asked for. The focus goes along where
    /// the visitor asked for it here, and not where the address came with it.
    fn follow_focus(self, columns: &Columns) {
        let columns = columns.clone();
        follow(move || {
            let look =
                Look { focus: columns.focus(), mode: self.drawn.with(|view| view.mode), asked: self.asked.get() };
            let before = self.looked_at.get_value();
            let going = match &before {
                None => Going::Scroll,
                Some(before) if *before == look => Going::Mark,
                Some(_) => Going::Focus,
            };
            self.looked_at.set_value(Some(look.clone()));
            after_draw(move || {
                // What the words scroll in is new, or was hidden.
                scrollers::align(scrollers::position());
                self.measure();
                match &look.focus {
                    Some(Focus::Aspect(aspect)) => passages::show(Some(Target::Aspect(aspect.word())), going),
                    Some(Focus::Passage(claim)) => passages::show(Some(Target::Claim(&claim.to_string())), going),
                    None => passages::show(None, going),
                }
                layout::leave_hidden();
            });
        });
    }
}

/// What to do where no row is left.
fn no_rows(columns: &Columns) -> View {
    let columns = columns.clone();
    reactive(move || {
        let rows = columns.view().rows;
        if columns.comparison().count(rows) > 0 {
            return None;
        }
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
fn omission_line(catalog: &Catalog, film: &Film, omission: &Omission, blind: bool) -> String {
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
fn focus_trouble(columns: &Columns) -> Option<String> {
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

/// Where reading as written starts: the first claim in the text of the first review that has one.
fn first_claim(columns: &Columns) -> Option<String> {
    columns.focus().is_none().then_some(())?;
    let review = columns.reviews().find(|review| !review.claims.is_empty())?;
    let first = review.claims.iter().enumerate().min_by_key(|(_, claim)| claim.quote)?;
    Some(claim_name(review, first.0).to_string())
}

/// Fewer than two reviews are left, perhaps `first`: what else could be compared, as all is chosen now.
/// While names are hidden the others cannot be told apart, so they are not listed.
fn invitation(catalog: &Catalog, film: &Film, reason: &str, first: Option<&ReviewId>, view: &CompareView) -> Element {
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
