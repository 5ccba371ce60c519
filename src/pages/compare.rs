//! Reviews of one film, side by side.

use std::{mem, sync::Arc};

use leptos::prelude::*;

use super::{
    compare_asked::{Asked, is_of},
    compare_limits::{focus_trouble, invitation, no_rows, omission_line},
    film::file_notices,
    heading,
    not_found::no_such_film,
    with_catalog,
};
use crate::domain::gather::Gather;
use crate::{
    browser::{
        clock::{after_draw, after_paint},
        columns::{self as scrollers, Part},
        keys::on_key,
        layout,
        page::{self, kept_focus},
        passages::{self, Going, Target},
        redraw::Redraw,
    },
    components::{
        columns::{Columns, Shown, claim_name},
        compare_head::compare_head,
        compare_status::compare_status,
        compare_table::{TableState, column_pager, columns_frame, compare_table},
        compare_tools::compare_tools,
        compare_words::compare_words,
        failure::{Trouble, failure},
        notices::notices,
        skeleton::line_skeletons,
    },
    derived::{Derived, follow},
    domain::{
        catalog::Catalog,
        comparison::{Comparison, NotComparable, Selection},
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
            Some(film) => known(catalog, &film),
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
    /// What the page comes to.
    outcome: RwSignal<Outcome>,
    table: TableState,
    /// The columns whose words are shown: the table is on the screen before them.
    words: Shown,
    /// How often a link to passages was followed: it leads there again where it led before.
    asked: RwSignal<usize>,
    /// What was gone to last.
    looked_at: StoredValue<Option<Look>>,
    /// The owner of what lives as long as the page.
    owner: StoredValue<Owner>,
}

/// What a comparison's page comes to.
#[derive(Clone, PartialEq)]
enum Outcome {
    /// The film's file is on its way.
    Waiting,
    /// It could not be read.
    Failed,
    /// Fewer reviews than can be compared are left.
    Few(Arc<Film>, Selection, NotComparable),
    /// A table.
    Table,
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
    let whole = site.draws_whole();
    let desk = Desk {
        view,
        drawn: Derived::new(move |_| view.with(|view| view.focused(None))),
        revealed: RwSignal::new(Vec::new()),
        in_view: RwSignal::new(Vec::new()),
        words_in_view: RwSignal::new(Vec::new()),
        outcome: RwSignal::new(Outcome::Waiting),
        table: TableState {
            now: Shown::default(),
            later: Shown::default(),
            far: StoredValue::new(Vec::new()),
            all: RwSignal::new(whole),
        },
        words: Shown::default(),
        asked: RwSignal::new(0),
        looked_at: StoredValue::new(None),
        owner: StoredValue::new(Owner::current().unwrap_or_default()),
    };
    let load = use_film(&film.slug);
    desk.compare(catalog, load, whole);
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
        .child(desk.table(catalog, film))
        .child(desk.words());
    vec![
        sheet.view(),
        failure(trouble, "The film’s file", still, move || site.load_film(&slug)).view(),
        file_notices(load).view(),
        compare_status(catalog, load, view).view(),
    ]
}

impl Desk {
    /// Compares what is to be compared, whenever that is something else: other reviews, another order of
    /// columns or rows, another level of spoilers. All other choices are attributes of what is drawn.
    fn compare(self, catalog: &Arc<Catalog>, load: RwSignal<FilmLoad>, mut whole: bool) {
        let catalog = Arc::clone(catalog);
        let compared = Derived::new(move |_| {
            let CompareView { reviews, pins, order, spoilers, .. } = self.drawn.get();
            CompareView { reviews, pins, order, spoilers, ..CompareView::default() }
        });
        let again = RwSignal::new(0_usize);
        let mut asked = Asked::default();
        follow(move || {
            again.track();
            let keep = kept_focus();
            let redraw = Redraw::begin();
            let compared = compared.get();
            if load.with(|load| matches!(load, Load::Ready(read) if asked.acknowledge(&read.film, &compared, &redraw)))
            {
                after_paint(move || {
                    let _ = again.try_update(|again| *again += 1);
                });
                return;
            }
            let (columns, outcome) = load.with(|load| match load {
                Load::Ready(read) => self.outcome(&catalog, &read.film, &compared),
                Load::Waiting { .. } => (None, Outcome::Waiting),
                Load::Failed(_) => (None, Outcome::Failed),
            });
            let sideways = scrollers::position();
            // The browser would keep what it takes for the same place, which is elsewhere now.
            let top = self.words.untracked().is_some().then(page::scroll_position);
            let words = columns.clone();
            let some = columns.is_some();
            if let Some(columns) = columns {
                columns.follow_looks(self.table.now.untracked().is_some());
                let kept = columns.ids();
                page::leave(|key| !is_of(key, &kept));
                // Up to here the page was asked, from here on it changes.
                self.table.far.set_value(redraw.set_aside());
                self.table.now.show(Some(columns));
            }
            if self.outcome.with_untracked(|before| *before != outcome) {
                self.outcome.set(outcome);
            }
            if mem::take(&mut whole) {
                self.table.later.show(self.table.now.untracked());
                self.words.show(words.clone());
            }
            after_draw(move || {
                scrollers::align(sideways);
                scrollers::follow_focus();
                if let Some(top) = top {
                    page::scroll_to(top);
                }
                self.measure();
                redraw.drawn();
                if let Some(keep) = keep {
                    keep();
                }
                after_paint(move || {
                    self.table.far.try_set_value(Vec::new());
                    self.table.later.show(self.table.now.untracked());
                    let _ = self.table.all.try_set(some);
                    Redraw::all_drawn();
                });
                // Not at once: an answer to a key need not wait for both.
                after_paint(move || self.words.show(words));
            });
        });
    }

    fn outcome(self, catalog: &Catalog, film: &Arc<Film>, compared: &CompareView) -> (Option<Columns>, Outcome) {
        let selection = Selection::of(film, compared.reviews.as_deref(), &compared.pins);
        match Comparison::new(Arc::clone(film), &selection.ids, compared.spoilers) {
            Ok(comparison) => {
                let owner = self.owner.get_value();
                let columns = Columns::new(&owner, catalog, comparison, selection, self.view, self.revealed);
                (Some(columns), Outcome::Table)
            }
            Err(reason) => (None, Outcome::Few(Arc::clone(film), selection, reason)),
        }
    }

    /// What is compared, and the table.
    fn table(self, catalog: &Arc<Catalog>, film: &Listing) -> View {
        let catalog = Arc::clone(catalog);
        let title = film.title.clone();
        let page = use_href()(&Address::of(Route::Film(film.slug.clone())));
        let shown = self.table.now;
        // What stands around the table does not depend on the order of the columns.
        let set = Derived::new(move |_| shown.now().map(|columns| columns.set()));
        let of_set = move |view: fn(&Arc<Catalog>, &Columns, Shown) -> Element, catalog: &Arc<Catalog>| {
            let catalog = Arc::clone(catalog);
            reactive(move || {
                set.get()?;
                shown.untracked().map(|columns| view(&catalog, &columns, shown))
            })
        };
        let plain = format!("{title}, reviews compared");
        let failed = move || heading(plain.as_str());
        reactive(move || {
            self.outcome.with(|outcome| match outcome {
                Outcome::Table => vec![
                    of_set(head, &catalog),
                    self.left_out(&catalog).view(),
                    of_set(compare_tools, &catalog),
                    columns_frame(self.table.now)
                        .child(column_pager(self.table.now, Part::Table, self.in_view))
                        .child(compare_table(&title, self.table, move |event| self.scrolled(event)))
                        .view(),
                    no_rows(self.table.now),
                ],
                Outcome::Few(film, selection, reason) => vec![
                    failed().view(),
                    self.left_out(&catalog).view(),
                    invitation(&catalog, film, &reason.to_string(), selection.ids.first(), &self.view.get()).view(),
                ],
                Outcome::Waiting => vec![failed().view(), line_skeletons(8).view()],
                Outcome::Failed => vec![
                    failed().view(),
                    el("p").child(el("a").attr("href", page.clone()).child("To the film’s page")).view(),
                ],
            })
        })
    }

    /// The words: drawn anew with the table.
    fn words(self) -> View {
        reactive(move || {
            kept_focus().into_iter().for_each(after_draw);
            let columns = self.words.now()?;
            self.follow_focus(&columns);
            Some(compare_words(&columns, self.words, self.words_in_view, move |event| self.scrolled(event)))
        })
    }

    /// What could not be used of the address.
    fn left_out(self, catalog: &Arc<Catalog>) -> Element {
        let catalog = Arc::clone(catalog);
        notices("Part of the address could not be used", move || {
            let blind = self.view.with(|view| view.blind);
            let lines = |film: &Film, selection: &Selection| -> Vec<String> {
                let line = |omission| omission_line(&catalog, film, omission, blind);
                selection.omissions.iter().map(line).gathered()
            };
            let (omissions, focus) = self.outcome.with(|outcome| match outcome {
                Outcome::Few(film, selection, _) => (lines(film, selection), None),
                _ => self.table.now.now().map_or_else(Default::default, |columns| {
                    (lines(columns.comparison().film(), columns.selection()), focus_trouble(&columns))
                }),
            });
            self.view.notices().into_iter().chain(omissions).chain(focus).gathered()
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
        let first = || first_claim(&self.words.untracked()?);
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
        let now = columns.clone();
        let look = Derived::new(move |_| Look {
            focus: now.focus(),
            mode: self.drawn.with(|view| view.mode),
            asked: self.asked.get(),
        });
        let mut mode = None;
        follow(move || {
            let look = look.get();
            let going = self.looked_at.with_value(|before| match before {
                None => Going::Scroll,
                Some(before) if *before == look => Going::Mark,
                Some(_) => Going::Focus,
            });
            // What the words scroll in is new, or was hidden.
            let shown_anew = mode.replace(look.mode) != Some(look.mode);
            self.looked_at.set_value(Some(look.clone()));
            after_draw(move || {
                if shown_anew {
                    scrollers::align(scrollers::position());
                    self.measure();
                    after_paint(layout::settle);
                }
                match &look.focus {
                    Some(Focus::Aspect(aspect)) => passages::show(Some(Target::Aspect(aspect.word())), going),
                    Some(Focus::Passage(claim)) => passages::show(Some(Target::Claim(&claim.to_string())), going),
                    None => passages::show(None, going),
                }
            });
        });
    }
}

fn head(catalog: &Arc<Catalog>, columns: &Columns, shown: Shown) -> Element {
    let comparison = columns.comparison();
    let title = format!("{}, {} ways", comparison.film().title, text::count_in_words(comparison.reviews().len()));
    compare_head(catalog, columns, shown, heading(title).attr("dir", "auto"))
}

/// Where reading as written starts: the first claim in the text of the first review that has one.
fn first_claim(columns: &Columns) -> Option<String> {
    columns.focus().is_none().then_some(())?;
    let review = columns.reviews().find(|review| !review.claims.is_empty())?;
    let first = review.claims.iter().enumerate().min_by_key(|(_, claim)| claim.quote)?;
    Some(claim_name(review, first.0).to_string())
}
