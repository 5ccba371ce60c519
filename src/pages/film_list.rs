//! The films of the catalogue as a list. A long one is drawn around the screen alone: ten thousand cards would
//! take seconds to draw, and keep the page from answering.

use std::{sync::Arc, time::Duration};

use leptos::prelude::*;

use super::catalogue::Desk;
use crate::{
    browser::{
        clock::{after, after_draw, after_paint},
        dom::is_focused,
        window::{Frame, frame, make_room, on_view_change},
    },
    components::{film_card::film_card, found_in::found_in},
    derived::{Derived, follow},
    domain::{gather::Gather, search::Question, text::counted, window::Window},
    element::{Child, View, el, keyed},
    hooks::use_site,
};

/// Of how many films more are not all on the page. Where all are, the browser's own search finds them.
const FEW: usize = 60;
/// How many are drawn before it is known how large they are.
const FIRST: usize = 12;
/// How many are on the page that is rendered ahead, which everybody downloads first: as many as a large screen shows.
const AHEAD: usize = 16;
/// How many rows are drawn beyond the screen, on each side.
const BEYOND: usize = 2;
/// How long other films have to stand before more is drawn of them than the screen shows: for as long as
/// somebody types, each key would draw what nobody sees.
const REST: Duration = Duration::from_millis(200);
/// The list.
const LIST: &str = ".film-grid";

/// Which films are drawn, and how high a row of them is.
///
/// When others are shown, those on the screen are drawn at once, so that a key is answered in a frame,
/// and the others when these have stood for a while, row by row. So it is where the page was scrolled to
/// what is not drawn.
#[derive(Clone, Copy)]
struct Drawn {
    length: Derived<usize>,
    is_long: Derived<bool>,
    window: RwSignal<(Window, f64)>,
    way: StoredValue<Way>,
}

/// How far the drawing has got.
#[derive(Clone, Copy, Default)]
struct Way {
    /// The list as it was laid out when it was looked at last.
    frame: Option<Frame>,
    /// How many rows beyond the screen.
    reach: usize,
    /// How many films of a short list are drawn: they stay.
    drawn: usize,
    /// How often other films were shown.
    turn: usize,
}

impl Drawn {
    fn of(desk: &Desk) -> Self {
        let shown = desk.shown;
        let length = Derived::new(move |_| shown.with(|shown| shown.films.len()));
        let is_long = Derived::new(move |_| length.get() > FEW);
        let first = match is_long.get_untracked() {
            _ if use_site().draws_whole() => AHEAD,
            true => FIRST,
            false => FEW,
        };
        let drawn = Self {
            length,
            is_long,
            window: RwSignal::new((Window::all(first), 0.0)),
            way: StoredValue::new(Way { drawn: first, ..Way::default() }),
        };
        on_view_change(move || drawn.follow_view());
        follow(move || {
            shown.with(|_| ());
            let before = drawn.way.get_value();
            let is_first = before.frame.is_none();
            drawn.way.set_value(Way { drawn: if is_first { before.drawn } else { 0 }, ..before });
            // As the list was laid out before.
            drawn.start();
        });
        follow(move || {
            let room = is_long.get().then(|| drawn.window.get());
            let (before, after) = room.map_or((0.0, 0.0), |(window, row)| {
                let high = |rows: usize| row * f64::from(u32::try_from(rows).unwrap_or(u32::MAX));
                (high(window.rows_before), high(window.rows_after))
            });
            after_draw(move || make_room(LIST, before, after));
        });
        drawn
    }

    /// Whether the film at a place of the list is drawn.
    fn has(self, place: usize) -> bool {
        self.window.with(|(window, _)| window.items.contains(&place))
    }

    /// Draws what the screen shows, and the others after that.
    fn start(self) {
        self.way.update_value(|way| (way.reach, way.turn) = (0, way.turn + 1));
        self.plan();
        let turn = self.way.with_value(|way| way.turn);
        after_paint(move || self.go_on(turn));
    }

    /// Draws what a view that has changed shows now.
    fn follow_view(self) {
        let Some(frame) = frame(LIST) else { return };
        self.way.update_value(|way| way.frame = Some(frame));
        let shown = self.near(frame, 0).items;
        let is_near =
            self.window.with_untracked(|(Window { items, .. }, _)| shown.start < items.end && items.start < shown.end);
        if is_near { self.plan() } else { self.start() }
    }

    /// Looks how the list lies now.
    fn look(self) {
        if let Some(frame) = frame(LIST) {
            self.way.update_value(|way| way.frame = Some(frame));
            self.plan();
        }
    }

    /// What the screen shows of a list that lies so, and so many rows beyond.
    fn near(self, Frame { columns, row, above, screen }: Frame, reach: usize) -> Window {
        let length = self.length.with_untracked(|length| *length);
        // One at least, which says how high they are.
        let shown = whole(above / row)..whole((above + screen) / row) + 1;
        Window::of(length, columns, &shown, reach)
    }

    /// Draws what is to be drawn where the list lies as it was seen last.
    fn plan(self) {
        let way = self.way.get_value();
        let Some(frame) = way.frame else { return };
        let mut window = self.near(frame, way.reach);
        if !self.is_long.with_untracked(|is_long| *is_long) {
            window = Window::all(window.items.end.max(way.drawn));
            self.way.update_value(|way| way.drawn = window.items.end);
        }
        let now = (window, frame.row);
        if self.window.with_untracked(|known| *known != now) {
            self.window.set(now);
        }
    }

    /// Draws what is still missing on the screen, and then a row more on each side, until there are enough.
    fn go_on(self, turn: usize) {
        // Other films may be shown by now, or another page.
        if self.way.try_get_value().is_none_or(|way| way.turn != turn) {
            return;
        }
        self.look();
        let is_long = self.is_long.with_untracked(|is_long| *is_long);
        let way = self.way.get_value();
        let is_done = if is_long { way.reach == BEYOND } else { way.drawn >= self.length.with_untracked(|it| *it) };
        if is_done {
            return;
        }
        let further = move || {
            if self.way.try_update_value(|way| way.reach += usize::from(way.turn == turn)).is_some() {
                self.go_on(turn);
            }
        };
        if way.reach == 0 { after(REST, further) } else { after_paint(further) }
    }
}

/// Every film that is shown, as a card.
pub fn film_list(desk: &Desk, question: Derived<Question>) -> View {
    let &Desk { shown, searching, .. } = desk;
    let drawn = Drawn::of(desk);
    let Drawn { length, is_long, .. } = drawn;
    let held = RwSignal::new(None);
    let slugs = {
        let catalog = Arc::clone(&desk.catalog);
        move || {
            let held = held.get();
            shown.with(|shown| {
                let held = held.and_then(|film| shown.place(film));
                let drawn = drawn.window.with(|(window, _)| window.items.clone());
                let (before, after) = (held.filter(|it| *it < drawn.start), held.filter(|it| *it >= drawn.end));
                let films = before.into_iter().chain(drawn).chain(after).filter_map(|place| shown.films.get(place));
                films.filter_map(|hit| catalog.slug_at(hit.film).map(ToString::to_string)).gathered()
            })
        }
    };
    let catalog = Arc::clone(&desk.catalog);
    let cards = keyed(slugs, move |slug| {
        let film = slug.parse().ok().and_then(|slug| catalog.film_place(&slug));
        let film = film.and_then(|number| Some((number, catalog.film_at(number)?)));
        let Some((number, film)) = film else { return el("li") };
        let place = move || shown.with(|shown| shown.place(number));
        let hit = move || shown.with(|shown| shown.films.get(shown.place(number)?).copied());
        el("li")
            .attr_with("aria-posinset", move || {
                is_long.get().then(|| place().map(|place| (place + 1).to_string())).flatten()
            })
            .attr_with("aria-setsize", move || is_long.get().then(|| length.get().to_string()))
            // What has the focus stays on the page, wherever that is scrolled.
            .attr_with("data-away", move || (!place().is_some_and(|place| drawn.has(place))).then_some(""))
            .on("focusin", move |_| held.set(Some(number)))
            .on("focusout", move |event| {
                // Where the visitor goes to another window the focus stays.
                if !is_focused(&event) {
                    held.set(None);
                }
            })
            .child(film_card(&catalog, &film, question))
            .child(found_in(&catalog, film, searching, question, hit))
    });
    let note = move || {
        is_long.get().then(|| {
            el("p").class("progress").child(format!(
                "Of {} only those near the screen are on the page: to find one, search above and not in the browser.",
                counted(length.get(), "film")
            ))
        })
    };
    let has_words = Derived::new(move |_| question.with(|question| !question.terms.is_empty()));
    let kind = move || is_long.get().then(|| if has_words.get() { "words" } else { "" });
    let list = el("ul").class("film-grid").attr_with("data-long", kind).child(cards);
    (el("div").class("search-notes").child_with(note), list).view()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rows are few, and what is below 0 becomes 0"
)]
const fn whole(rows: f64) -> usize {
    rows as usize
}
