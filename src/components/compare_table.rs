//! Reviews side by side: columns are reviews, rows are aspects.

use std::ops::Range;

use leptos::prelude::*;

use super::{
    column_head::column_head,
    columns::Columns,
    compare_cell::{compare_cell, person_cell},
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
    },
    element::{Child, Element, Event, el, reactive},
    hooks::use_site,
    route::Focus,
};

/// A row of the table: how the reviews stand on an aspect, or what they say of a person under it.
#[derive(Clone, Copy)]
struct Line<'a> {
    row: &'a Row,
    person: Option<&'a PersonRow>,
}

impl Line<'_> {
    fn key(&self) -> String {
        let aspect = self.row.tally.aspect;
        self.person.map_or_else(|| aspect.word().to_owned(), |person| person_key(aspect, person))
    }
}

fn person_key(aspect: Aspect, person: &PersonRow) -> String {
    format!("{aspect}/{}", person.name.replace('\'', " "))
}

fn lines(columns: &Columns) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for row in columns.comparison().arranged(RowFilter::All, columns.view_untracked().order) {
        lines.push(Line { row, person: None });
        lines.extend(row.people.iter().map(|person| Line { row, person: Some(person) }));
    }
    lines
}

/// The rows' keys, in their order.
pub fn row_keys(columns: &Columns) -> Vec<String> {
    lines(columns).iter().map(Line::key).gathered()
}

/// The table. Roles are written out, because its layout takes them away. The `first` rows are there
/// at once, and all as soon as `all` says so.
pub fn compare_table(
    columns: &Columns,
    first: Range<usize>,
    all: RwSignal<bool>,
    on_scroll: impl Fn(&Event) + Copy + 'static,
) -> Element {
    let comparison = columns.comparison();
    let heads: Vec<Element> =
        columns.reviews().enumerate().map(|(at, review)| column_head(columns, at, review)).gathered();
    let rows = |range: Range<usize>| {
        let columns = columns.clone();
        move || -> Vec<Element> {
            let lines = lines(&columns);
            let lines = lines.iter().enumerate().skip(range.start).take(range.len());
            lines.map(|(at, line)| table_line(&columns, line, at == 0)).gathered()
        }
    };
    let later = |range: Range<usize>| {
        let (before, none) = (range.start == 0, range.is_empty());
        let rows = rows(range);
        reactive(move || match all.get() {
            _ if none => Vec::new(),
            true => rows(),
            false => vec![spacer(before)],
        })
    };
    let rows = [later(0..first.start), rows(first.clone())().view(), later(first.end..usize::MAX)];
    let corner = el("th")
        .class("corner")
        .attr("role", "columnheader")
        .attr("scope", "col")
        .attr("tabindex", "-1")
        .child("Aspect");
    let scroller = |part: &'static str| {
        el(part).attr("role", "rowgroup").attr("data-columns-scroll", true).on("scroll", move |event| on_scroll(&event))
    };
    let head = scroller("thead").class("columns-head").child(table_row().child(corner).child(heads));
    let now = columns.clone();
    let mut drawn = false;
    follow(move || {
        let some_hidden = now.is(&|view| view.rows != RowFilter::All);
        if drawn || some_hidden {
            after_draw(|| {
                grid::keep_stop();
                after_paint(layout::settle);
            });
        }
        drawn = true;
    });
    let dragged = {
        let (columns, site) = (columns.clone(), use_site());
        move |event: &Event| {
            if let Some((from, to)) = drag::on_drag(event)
                && let Some(ids) = columns.moved(from, to)
            {
                site.refine(columns.with(&ids).query());
            }
        }
    };
    let acting = columns.clone();
    let mut table = el("table")
        .class("compare")
        .attr("role", "grid")
        .attr("aria-label", format!("Reviews of {}, aspect by aspect", comparison.film().title))
        .on("keydown", move |event| grid::on_key(&event, |act, column| acting.act(act, column)))
        .on("click", |event| grid::on_click(&event))
        .on("focusin", |event| grid::on_focus(&event));
    for name in ["dragstart", "dragover", "drop"] {
        let dragged = dragged.clone();
        table = table.on(name, move |event| dragged(&event));
    }
    table.child(head).child(scroller("tbody").class("columns-body").child(rows))
}

/// What the columns of a page are laid out in.
pub fn columns_frame(columns: &Columns) -> Element {
    let [rows, words] = [columns.clone(), columns.clone()];
    let pins = Some(columns.pinned()).filter(|pins| *pins > 0);
    el("div")
        .class("columns")
        .attr("data-count", columns.reviews().len())
        .attr("data-pins", pins)
        .attr_with("data-rows", move || rows.view().rows.word())
        .attr_with("data-words", move || words.view().mode.word())
}

/// Where the columns are scrolled to, and the buttons that scroll them; only where they do not all
/// fit.
pub fn column_pager(columns: &Columns, part: Part, in_view: RwSignal<Vec<usize>>) -> Element {
    let count = columns.reviews().len();
    let text = move || in_view.with(|in_view| position(in_view, count));
    let (role, left, right) = match part {
        Part::Table => (Some("status"), "Reviews to the left", "Reviews to the right"),
        Part::Words => (None, "Words to the left", "Words to the right"),
    };
    let button = |forward: bool, label: &'static str, sign: &'static str| {
        let end = move || in_view.with(|it| it.contains(&if forward { count - 1 } else { 0 }));
        el("button")
            .attr("type", "button")
            .attr("aria-label", label)
            .attr_with("aria-disabled", move || end().then_some("true"))
            .on("click", move |_| columns::page(part, forward))
            .child(sign)
    };
    el("div")
        .class("column-pager")
        .attr_with("hidden", move || in_view.with(|it| it.is_empty() || it.len() >= count))
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

fn table_line(columns: &Columns, line: &Line, stop: bool) -> Element {
    match line.person {
        None => aspect_row(columns, line.row, stop),
        Some(person) => person_row(columns, line.row, person),
    }
}

/// What stands for rows that are not drawn yet, as high as they were.
fn spacer(before: bool) -> Element {
    el("tr").class("spacer").attr("aria-hidden", "true").attr("data-before", before)
}

fn table_row() -> Element {
    el("tr").attr("role", "row")
}

fn aspect_row(columns: &Columns, row: &Row, first: bool) -> Element {
    let aspect = row.tally.aspect;
    let class = row.tally.class().word();
    let cells: Vec<Element> = columns
        .reviews()
        .zip(&row.cells)
        .enumerate()
        .map(|(at, (review, cell))| {
            let stop = first && at == 0;
            let cell = cell.as_ref().map(|cell| compare_cell(columns, review, cell));
            let td = grid_cell(columns, at, format!("{aspect}/{}", review.id));
            let td = td.attr("tabindex", if stop { "0" } else { "-1" });
            td.child(cell.unwrap_or_else(|| silent(columns, aspect)))
        })
        .gathered();
    let link = columns
        .look(&Focus::Aspect(aspect))
        .class("aspect")
        .attr("data-primary", true)
        .attr("tabindex", "-1")
        .child(aspect.label());
    let head = row_head(aspect.word().to_owned())
        .child(link)
        .child(" ")
        .child(el("span").class("class").attr("data-class", class).child(row.tally.label()))
        .child(" ")
        .child(el("span").class("counts").child(row.tally.counts()));
    table_row().attr("data-class", class).child(head).child(cells)
}

fn person_row(columns: &Columns, row: &Row, person: &PersonRow) -> Element {
    let aspect = row.tally.aspect;
    let cells: Vec<Element> = columns
        .reviews()
        .zip(&person.cells)
        .enumerate()
        .map(|(at, (review, cell)): (usize, (_, &Option<Cell>))| {
            let cell = cell.as_ref().map(|cell| person_cell(columns, review, cell));
            let key = format!("{}/{}", person_key(aspect, person), review.id);
            let td = grid_cell(columns, at, key).attr("tabindex", "-1");
            match cell {
                Some(cell) => td.child(cell),
                None => td.class("silent").child("silent"),
            }
        })
        .gathered();
    let head = row_head(person_key(aspect, person))
        .child(
            columns
                .look(&Focus::Aspect(aspect))
                .class("name")
                .attr("data-primary", true)
                .attr("tabindex", "-1")
                .child(person.name.as_str()),
        )
        .child(" ")
        .child(person.part.as_deref().map(|part| el("span").class("part").child(part)));
    table_row().class("person-row").attr("data-class", row.tally.class().word()).child(head).child(cells)
}

fn row_head(key: String) -> Element {
    el("th").attr("role", "rowheader").attr("scope", "row").attr("tabindex", "-1").attr("data-key", key)
}

/// A cell.
fn grid_cell(columns: &Columns, column: usize, key: String) -> Element {
    el("td").attr("role", "gridcell").attr("data-pinned", columns.pin_of(column)).attr("data-key", key)
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
