//! Reviews of one film, side by side.

use std::{rc::Rc, sync::Arc};

use leptos::prelude::*;

use super::{
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
        dom::PAGE,
        keys::on_key,
        layout,
        page::{self, kept_focus},
        passages::{self, Going, Target},
        redraw::Redraw,
    },
    components::{
        columns::{Columns, claim_name},
        compare_head::compare_head,
        compare_status::compare_status,
        compare_table::{column_pager, columns_frame, compare_table, row_keys},
        compare_tools::compare_tools,
        compare_words::compare_words,
        failure::{Trouble, failure},
        notices::notices,
        skeleton::line_skeletons,
    },
    derived::{Derived, follow},
    domain::{
        catalog::Catalog,
        comparison::{Comparison, Selection},
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
    /// The last drawing of the table.
    redraw: StoredValue<Option<Rc<Redraw>>, LocalStorage>,
    /// The owner of what lives as long as the page.
    owner: StoredValue<Owner>,
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
        redraw: StoredValue::new_local(None),
        owner: StoredValue::new(Owner::current().unwrap_or_default()),
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
            let keep = kept_focus();
            let redraw = self.redraw.with_value(|before| Rc::new(Redraw::begin(before.as_deref())));
            self.redraw.set_value(Some(Rc::clone(&redraw)));
            let all_rows = RwSignal::new(!PAGE);
            let drawn = Rc::clone(&redraw);
            after_draw(move || {
                drawn.drawn();
                if let Some(keep) = keep {
                    keep();
                }
                after_paint(move || {
                    let _ = all_rows.try_set(true);
                    after_draw(move || drawn.all_drawn());
                });
            });
            let compared = compared.get();
            load.with(|load| match load {
                Load::Ready(read) => self.content(&catalog, &read.film, &compared, &redraw, all_rows),
                Load::Waiting { .. } => vec![heading(title.as_str()).view(), line_skeletons(8).view()],
                Load::Failed(_) => vec![
                    heading(title.as_str()).view(),
                    el("p").child(el("a").attr("href", page.clone()).child("To the film’s page")).view(),
                ],
            })
        })
    }

    fn content(
        self,
        catalog: &Arc<Catalog>,
        film: &Arc<Film>,
        compared: &CompareView,
        redraw: &Redraw,
        all_rows: RwSignal<bool>,
    ) -> Vec<View> {
        let selection = Selection::of(film, compared.reviews.as_deref(), &compared.pins);
        let lines = |blind: bool| -> Vec<String> {
            selection.omissions.iter().map(|omission| omission_line(catalog, film, omission, blind)).gathered()
        };
        let omissions = [lines(false), lines(true)];
        match Comparison::new(Arc::clone(film), &selection.ids, compared.spoilers) {
            Ok(comparison) => {
                let title = format!("{}, {} ways", film.title, text::count_in_words(comparison.reviews().len()));
                let columns =
                    Columns::new(&self.owner.get_value(), catalog, comparison, &selection, self.view, self.revealed);
                self.show_words(Some(columns.clone()));
                let first = redraw.first(&row_keys(&columns));
                columns.follow_looks();
                vec![
                    compare_head(catalog, &columns, selection.origin, heading(title).attr("dir", "auto")).view(),
                    self.left_out(omissions, Some(columns.clone())).view(),
                    compare_tools(catalog, &columns).view(),
                    columns_frame(&columns)
                        .child(column_pager(&columns, Part::Table, self.in_view))
                        .child(compare_table(&columns, first, all_rows, move |event| self.scrolled(event)))
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

/// Where reading as written starts: the first claim in the text of the first review that has one.
fn first_claim(columns: &Columns) -> Option<String> {
    columns.focus().is_none().then_some(())?;
    let review = columns.reviews().find(|review| !review.claims.is_empty())?;
    let first = review.claims.iter().enumerate().min_by_key(|(_, claim)| claim.quote)?;
    Some(claim_name(review, first.0).to_string())
}
