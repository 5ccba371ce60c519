//! Reviews side by side: columns are reviews, rows are aspects. With another choice of reviews the table
//! stays, and what is in it comes, goes and moves: most of it need not be drawn again.

use std::mem;

use leptos::prelude::*;

use super::{
    column_head::column_head,
    columns::{Columns, Shown},
    compare_cell::{add_signs, compare_cell, person_cell},
};
use crate::domain::gather::Gather;
use crate::{
    browser::{
        clock::{after_draw, after_paint},
        columns::{self, Part},
        drag, grid, layout,
    },
    derived::follow,
    domain::{
        aspect::Aspect,
        comparison::{Cell, PersonRow, Row, RowFilter},
        slug::ReviewId,
    },
    element::{Element, Event, el, keyed},
    hooks::use_site,
    route::Focus,
};

/// How many rows are drawn before the others.
const FIRST: usize = 6;

/// What a table shows, and when.
#[derive(Clone, Copy)]
pub struct TableState {
    /// Its columns.
    pub now: Shown,
    /// The same, once those are on the screen: rows that are not follow this.
    pub later: Shown,
    /// The keys of the rows that are far from the screen.
    pub far: StoredValue<Vec<String>>,
    /// Whether it has all its rows: at first it has few.
    pub all: RwSignal<bool>,
}

/// A row of the table: how the reviews stand on an aspect, or what they say of a person under it.
struct Line {
    columns: Columns,
    aspect: Aspect,
    person: Option<usize>,
}

/// The rows' keys, in their order.
fn row_keys(columns: &Columns) -> Vec<String> {
    let mut keys = Vec::new();
    for row in columns.comparison().arranged(RowFilter::All, columns.view_untracked().order) {
        let aspect = row.tally.aspect;
        keys.push(aspect.word().to_owned());
        keys.extend(row.people.iter().map(|person| person_key(aspect, person)));
    }
    keys
}

fn is_first(columns: &Columns, row: &str) -> bool {
    row_keys(columns).first().is_some_and(|first| first == row)
}

fn person_key(aspect: Aspect, person: &PersonRow) -> String {
    format!("{aspect}/{}", person.name.replace('\'', " "))
}

impl Line {
    /// The row of a key, which is followed; none where there is no such row any more.
    fn of(table: TableState, key: &str) -> Option<Self> {
        let is_far = table.far.with_value(|far| far.iter().any(|it| it == key));
        let (now, later) = (table.now.now(), table.later.now());
        let columns = if is_far { later } else { now }?;
        let aspect: Aspect = key.split('/').next()?.parse().ok()?;
        let people = &columns.comparison().rows().get(aspect.index())?.people;
        let person = people.iter().position(|person| person_key(aspect, person) == key);
        (person.is_some() || key == aspect.word()).then_some(Self { columns, aspect, person })
    }

    fn row(&self) -> Option<&Row> {
        self.columns.comparison().rows().get(self.aspect.index())
    }

    fn person(&self) -> Option<&PersonRow> {
        self.row()?.people.get(self.person?)
    }

    fn cells(&self) -> &[Option<Cell>] {
        self.person().map(|person| &person.cells).or_else(|| Some(&self.row()?.cells)).map_or(&[], Vec::as_slice)
    }

    /// What tells its head and its cells from others: whose it is, and what it shows.
    fn keys(&self) -> Vec<String> {
        let mut head = " ".to_owned();
        if let (Some(row), None) = (self.row(), self.person) {
            head.push_str(&row.tally.counts());
        }
        let mut keys = vec![head];
        for (at, (review, cell)) in self.columns.reviews().zip(self.cells()).enumerate() {
            let mut key = format!("{} ", review.id);
            if let Some(pin) = self.columns.pin_of(at) {
                key.push_str(&pin.to_string());
            }
            if let Some(cell) = cell {
                add_signs(&mut key, &self.columns, review, cell);
            }
            keys.push(key);
        }
        keys
    }
}

/// The table. Roles are written out, because its layout takes them away.
pub fn compare_table(title: &str, table: TableState, on_scroll: impl Fn(&Event) + Copy + 'static) -> Element {
    let TableState { now: shown, all, .. } = table;
    let site = use_site();
    let ids = move || shown.now().map_or_else(Vec::new, |columns| columns.ids());
    let heads = keyed(move || ids().iter().map(ReviewId::to_string).gathered(), move |id| column_head(shown, id));
    let rows = keyed(
        move || {
            let mut keys = shown.now().as_ref().map_or_else(Vec::new, row_keys);
            keys.truncate(if all.get() { usize::MAX } else { FIRST });
            keys
        },
        move |key| {
            let first = (site.draws_whole() || !all.get_untracked())
                && shown.untracked().is_some_and(|columns| is_first(&columns, key));
            table_row(table, key, first)
        },
    );
    let corner = el("th")
        .class("corner")
        .attr("role", "columnheader")
        .attr("scope", "col")
        .attr("tabindex", "-1")
        .child("Aspect");
    let scroller = |part: &'static str| {
        el(part).attr("role", "rowgroup").attr("data-columns-scroll", true).on("scroll", move |event| on_scroll(&event))
    };
    let head = scroller("thead").class("columns-head").child(el("tr").attr("role", "row").child(corner).child(heads));
    let mut drawn = false;
    follow(move || {
        let all_shown = shown.now().is_some_and(|columns| columns.is(&|view| view.rows == RowFilter::All));
        let again = mem::replace(&mut drawn, true);
        if again || !all_shown {
            after_draw(|| {
                grid::keep_stop();
                after_paint(layout::settle);
            });
        }
    });
    let dragged = move |event: &Event| {
        if let Some((from, to)) = drag::on_drag(event)
            && let Some(columns) = shown.untracked()
            && let Some(ids) = columns.moved(from, to)
        {
            site.refine(columns.with(&ids).query());
        }
    };
    let act = move |act, column| shown.untracked().is_some_and(|columns| columns.act(act, column));
    let mut table = el("table")
        .class("compare")
        .attr("role", "grid")
        .attr("aria-label", format!("Reviews of {title}, aspect by aspect"))
        .attr_with("aria-busy", move || (!all.get()).then_some("true"))
        .on("keydown", move |event| grid::on_key(&event, act))
        .on("click", |event| grid::on_click(&event))
        .on("focusin", |event| grid::on_focus(&event));
    for name in ["dragstart", "dragover", "drop"] {
        table = table.on(name, move |event| dragged(&event));
    }
    table.child(head).child(scroller("tbody").class("columns-body").child(rows))
}

/// What the columns of a page are laid out in.
pub fn columns_frame(shown: Shown) -> Element {
    let of = move |read: fn(Columns) -> String| move || shown.now().map(read);
    el("div")
        .class("columns")
        .attr_with("data-count", of(|columns| columns.reviews().len().to_string()))
        .attr_with("data-pins", move || Some(shown.now()?.pinned()).filter(|pins| *pins > 0))
        .attr_with("data-rows", of(|columns| columns.view().rows.word().to_owned()))
        .attr_with("data-words", of(|columns| columns.view().mode.word().to_owned()))
}

/// Where the columns are scrolled to, and the buttons that scroll them; only where they do not all
/// fit.
pub fn column_pager(shown: Shown, part: Part, in_view: RwSignal<Vec<usize>>) -> Element {
    let count = move || shown.now().map_or(0, |columns| columns.reviews().len());
    let text = move || in_view.with(|in_view| position(in_view, count()));
    let (role, left, right) = match part {
        Part::Table => (Some("status"), "Reviews to the left", "Reviews to the right"),
        Part::Words => (None, "Words to the left", "Words to the right"),
    };
    let button = |forward: bool, label: &'static str, sign: &'static str| {
        let end = move || in_view.with(|it| it.contains(&if forward { count().saturating_sub(1) } else { 0 }));
        el("button")
            .attr("type", "button")
            .attr("aria-label", label)
            .attr_with("aria-disabled", move || end().then_some("true"))
            .on("click", move |_| columns::page(part, forward))
            .child(sign)
    };
    el("div")
        .class("column-pager")
        .attr_with("hidden", move || in_view.with(|it| it.is_empty() || it.len() >= count()))
        .child(el("p").attr("role", role).text_with(text))
        .child(button(false, left, "←"))
        .child(button(true, right, "→"))
}

/// As in `Reviews 1–2 of 4`, or `Reviews 1 and 4 of 4` beside a pinned one.
fn position(in_view: &[usize], count: usize) -> String {
    let (Some(first), Some(last)) = (in_view.first(), in_view.last()) else { return String::new() };
    let (from, to) = (first + 1, last + 1);
    match in_view.len() {
        1 => format!("Review {from} of {count}"),
        shown if shown == to - first => format!("Reviews {from}–{to} of {count}"),
        2 => format!("Reviews {from} and {to} of {count}"),
        shown => format!("Reviews {from} and {}–{to} of {count}", to + 2 - shown),
    }
}

fn table_row(table: TableState, key: &str, first: bool) -> Element {
    let [keys, class, row] = [key.to_owned(), key.to_owned(), key.to_owned()];
    let cells = keyed(
        move || Line::of(table, &keys).map_or_else(Vec::new, |line| line.keys()),
        move |cell| {
            let id = cell.split(' ').next().unwrap_or_default();
            let draw =
                |line: Line| if id.is_empty() { row_head(&line, &row) } else { grid_cell(&line, id, &row, first) };
            Line::of(table, &row).and_then(draw).unwrap_or_else(|| el("td"))
        },
    );
    el("tr")
        .attr("role", "row")
        .class(if key.contains('/') { "person-row" } else { "aspect-row" })
        .attr_with("data-class", move || Some(Line::of(table, &class)?.row()?.tally.class().word()))
        .child(cells)
}

fn row_head(line: &Line, key: &str) -> Option<Element> {
    let name = line.columns.look(&Focus::Aspect(line.aspect)).attr("data-primary", true).attr("tabindex", "-1");
    let head =
        el("th").attr("role", "rowheader").attr("scope", "row").attr("tabindex", "-1").attr("data-key", key.to_owned());
    if let Some(person) = line.person() {
        return Some(
            head.child(name.class("name").child(person.name.as_str()))
                .child(" ")
                .child(person.part.as_deref().map(|part| el("span").class("part").child(part))),
        );
    }
    let tally = &line.row()?.tally;
    Some(
        head.child(name.class("aspect").child(line.aspect.label()))
            .child(" ")
            .child(el("span").class("class").attr("data-class", tally.class().word()).child(tally.label()))
            .child(" ")
            .child(el("span").class("counts").child(tally.counts())),
    )
}

/// The cell of a review. The very first of the table is the stop of the Tab key at first.
fn grid_cell(line: &Line, id: &str, row: &str, first: bool) -> Option<Element> {
    let Line { columns, aspect, person } = line;
    let at = columns.column_of(id)?;
    let (review, cell) = (columns.reviews().nth(at)?, line.cells().get(at)?);
    let td = el("td")
        .attr("role", "gridcell")
        .attr("data-pinned", columns.pin_of(at))
        .attr("data-key", format!("{row}/{id}"))
        .attr("tabindex", if first && at == 0 { "0" } else { "-1" });
    Some(match (cell, person) {
        (Some(cell), None) => td.child(compare_cell(columns, review, cell)),
        (Some(cell), Some(_)) => td.child(person_cell(columns, review, cell)),
        (None, None) => td.child(silent(columns, *aspect)),
        (None, Some(_)) => td.class("silent").child("silent"),
    })
}

/// Where a review says nothing: what leads to what the others say.
fn silent(columns: &Columns, aspect: Aspect) -> Element {
    columns
        .look(&Focus::Aspect(aspect))
        .class("silent")
        .attr("data-primary", true)
        .attr("tabindex", "-1")
        .child("silent")
}
