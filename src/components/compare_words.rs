//! The words of the reviews that are compared, in the same columns.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    columns::{Columns, Shown, claim_name},
    compare_cell::words_for,
    compare_table::{column_pager, columns_frame},
    compare_tools::chip,
    review_article::headline,
    review_body::{Reading, marked_segments, review_body},
    stance_mark::stance_mark,
};
use crate::domain::gather::Gather;
use crate::{
    browser::{clock::after_draw, columns::Part, layout, passages},
    derived::Derived,
    domain::{
        claim::Standing,
        comparison::{Row, RowFilter},
        passage::{Passage, passages, segments_within},
        review::Review,
        text,
    },
    element::{Element, Event, el, reactive},
    route::{Focus, ReadingMode},
};

/// The words, aspect by aspect or as they were written.
pub fn compare_words(
    columns: &Columns,
    shown: Shown,
    in_view: RwSignal<Vec<usize>>,
    on_scroll: impl Fn(&Event) + Copy + 'static,
) -> Element {
    let now = columns.clone();
    let scroller = |class: &'static str| {
        el("div").class(class).attr("data-columns-scroll", true).on("scroll", move |event| on_scroll(&event))
    };
    let names = (0..columns.reviews().len()).map(|column| {
        let pin = columns.pin_of(column);
        let columns = columns.clone();
        el("span")
            .class("who")
            .attr("id", format!("who-{column}"))
            .attr("data-column", column)
            .attr("data-pinned", pin)
            .text_with(move || columns.name(column))
    });
    let names: Vec<Element> = names.gathered();
    let head = el("div").class("words-row").attr("aria-hidden", "true").child(el("span")).child(names);
    // Drawn when it is first asked for, or about to be, and kept.
    let near = RwSignal::new(None);
    let bodies = ReadingMode::ALL.map(|mode| {
        let [asking, showing, drawing] = [columns.clone(), columns.clone(), columns.clone()];
        let asked = Derived::new(move |asked| {
            asked == Some(&true) || near.get() == Some(mode) || asking.is(&|view| view.mode == mode)
        });
        scroller("columns-body")
            // Not `hidden`: what is laid out stays so, and comes back at once.
            .attr_with("data-off", move || showing.is(&|view| view.mode != mode))
            .child_with(move || asked.get().then(|| body(&drawing, mode)))
    });
    let modes = ReadingMode::ALL.map(|mode| {
        let come_near = move |_| {
            if near.get_untracked() != Some(mode) {
                near.set(Some(mode));
                after_draw(layout::lay_out_words);
            }
        };
        chip(columns, mode.label(), move |view| view.mode == mode, move |view| view.mode = mode)
            .on("pointerover", come_near)
            .on("focusin", come_near)
    });
    let title = el("div")
        .class("words-top")
        .child(el("h2").attr("id", "words").child("Their words"))
        .child(el("p").class("chips").child(modes));
    el("section")
        .class("words")
        .attr("aria-labelledby", "words")
        .attr_with("data-mode", move || now.view().mode.word())
        .on("click", |event| passages::on_click(&event))
        .child(title)
        .child(
            columns_frame(shown)
                .child(column_pager(shown, Part::Words, in_view))
                .child(scroller("columns-head").child(head))
                .child(bodies),
        )
}

fn body(columns: &Columns, mode: ReadingMode) -> Vec<Element> {
    match mode {
        ReadingMode::Aligned => {
            let rows = columns.comparison().arranged(RowFilter::All, columns.view_untracked().order).into_iter();
            let rows = rows.filter(|row| row.tally.speakers() > 0).map(|row| aligned_row(columns, row));
            let rows: Vec<Element> = rows.gathered();
            if rows.is_empty() {
                vec![el("p").class("note").child("No claims are marked in these reviews. Read them as written.")]
            } else {
                rows
            }
        }
        ReadingMode::Written => vec![written_row(columns)],
    }
}

/// An aspect: how the reviews stand on it and why it is called that, and their passages side by side.
fn aligned_row(columns: &Columns, row: &Row) -> Element {
    let aspect = row.tally.aspect;
    let class = row.tally.class().word();
    let name = format!("on-{aspect}");
    let title = el("div")
        .class("words-title")
        .child(el("h3").child(aspect.label()))
        .child(el("p").class("class").attr("data-class", class).child(row.tally.label()))
        .child(el("p").class("note").child(row.tally.explanation()))
        .child(on(&name, aspect.in_sentence()));
    let cells: Vec<Element> = columns
        .reviews()
        .enumerate()
        .map(|(at, review)| {
            let found = passages(review, |claim| claim.aspect == aspect);
            let cell = words_cell(columns, at, format!("{aspect}/{}", review.id), &name);
            if found.is_empty() {
                return cell.child(nothing_of(aspect.in_sentence()));
            }
            cell.child(found.iter().map(|passage| passage_block(columns, review, passage)).gathered())
        })
        .gathered();
    el("section")
        .class("words-row")
        .attr("aria-label", aspect.label())
        .attr("tabindex", "-1")
        .attr("data-aspect", aspect.word())
        .attr("data-class", class)
        .child(title)
        .child(cells)
}

/// What the cells of a row speak on, as a part of their names.
fn on(id: &str, what: &str) -> Element {
    el("span").attr("id", id.to_owned()).attr("hidden", true).child(format!("on {what}"))
}

/// What a column has in a row of the words; `on` is the id of what names the row.
fn words_cell(columns: &Columns, column: usize, key: String, on: &str) -> Element {
    let pin = columns.pin_of(column);
    el("div")
        .class("words-cell")
        .attr("role", "group")
        .attr("aria-labelledby", format!("who-{column} {on}"))
        .attr("data-pinned", pin)
        .attr("data-cell", key)
}

fn nothing_of(what: &str) -> Element {
    el("p").class("silent").child(format!("Says nothing of {what}."))
}

/// Sentences of a review, with the quotes in them marked, and what each of them claims.
fn passage_block(columns: &Columns, review: &Review, passage: &Passage) -> Element {
    let claims = passage.claims.iter().filter_map(|&at| Some((at, review.claims.get(at)?)));
    let aspect = claims.clone().next().map(|(_, claim)| claim.aspect);
    let names: Vec<String> = claims.clone().map(|(at, _)| claim_name(review, at).to_string()).gathered();
    let marks: Vec<Element> = claims
        .map(|(at, claim)| {
            let standing = Standing::of([claim]);
            let link = columns
                .look(&Focus::Passage(claim_name(review, at)))
                .class("standing")
                .attr("title", "A link to this passage")
                .child(stance_mark(standing))
                .child(standing.map(words_for));
            let about = claim.about.as_deref().map(|name| format!(" on {name}"));
            el("li").child(link).child(about)
        })
        .gathered();
    let parts = segments_within(review, passage.run, |claim| Some(claim.aspect) == aspect);
    let text = marked_segments(review, passage.run.block, passage.run.start, parts);
    let text = el("p").class("sentences").attr("lang", review.language.clone()).attr("dir", "auto").child(text);
    let level = columns.comparison().level();
    let gives_away = review.body.get(passage.run.block).map_or(level, |block| block.spoiler);
    let text = if gives_away > level {
        let summary = el("summary").child(format!("Gives away {}", gives_away.label()));
        el("details").class("more").child(summary).child(text)
    } else {
        text
    };
    let tools = passage.claims.first().map(|&at| passage_tools(columns, &Focus::Passage(claim_name(review, at))));
    el("div")
        .class("passage-block")
        .attr("tabindex", "-1")
        .attr("data-claims", names.join(" "))
        .child(el("ul").child(marks))
        .child(text)
        .child(tools)
}

/// The way to the passage in its review, and its link to take along.
fn passage_tools(columns: &Columns, focus: &Focus) -> Element {
    let whole = columns.look_in_review(focus).child("In the review");
    let copy = el("button").class("link").attr("type", "button").attr("data-copy", true).child("Copy its link");
    el("p").class("passage-tools").child([whole, copy])
}

/// Every review whole, each in a column that scrolls by itself.
fn written_row(columns: &Columns) -> Element {
    let cells: Vec<Element> = columns.reviews().enumerate().map(|(at, review)| written(columns, at, review)).gathered();
    el("div").class("words-row").child(el("span").child(on("on-film", "the film"))).child(cells)
}

fn written(columns: &Columns, column: usize, review: &Review) -> Element {
    let film = Arc::clone(columns.comparison().film());
    let place = film.reviews.iter().position(|it| it.id == review.id).unwrap_or_default();
    // Every block follows these: they tell only what is new.
    let now = columns.clone();
    let aspect = Derived::new(move |_| now.aspect_in_focus());
    let marked = move || aspect.get();
    let now = columns.clone();
    let folded = Derived::new(move |_| now.is(&|view| view.opinions_only));
    let opinions_only = move || folded.get();
    let reading = Reading {
        marked: Arc::new(marked),
        level: columns.comparison().level(),
        opinions_only: Some(Arc::new(opinions_only)),
        hidden: {
            let columns = columns.clone();
            Arc::new(move || columns.is_hidden(column))
        },
    };
    let silent = {
        let film = Arc::clone(&film);
        reactive(move || {
            let aspect = marked()?;
            let speaks = film.reviews.get(place).is_some_and(|it| it.claims_on(aspect).next().is_some());
            (!speaks).then(|| nothing_of(aspect.in_sentence()))
        })
    };
    let body = review_body(&film, place, &reading);
    let name = {
        let columns = columns.clone();
        // The name stands over the column; this is for those who go from heading to heading.
        el("h3").class("visually-hidden").text_with(move || columns.name(column))
    };
    let makeup = Makeup { words: review.words(), beside: review.words_beside_opinion(), plot: review.plot_share() };
    words_cell(columns, column, format!("head/{}", review.id), "on-film")
        .attr("data-column-text", true)
        .attr("tabindex", "0")
        .child(name)
        .child(el("p").class("note").text_with(move || makeup.told(opinions_only())))
        .child(silent)
        .child(review.headline.as_deref().map(headline))
        .child(body)
}

/// What a review is made of: its words, those beside opinion, and the share of plot in percent.
struct Makeup {
    words: usize,
    beside: usize,
    plot: usize,
}

impl Makeup {
    /// It in a line, with how much of it is folded.
    fn told(&self, opinions_only: bool) -> String {
        let plot = if self.plot == 0 { "no plot".to_owned() } else { format!("{} % plot", self.plot) };
        let folded = match self.beside {
            _ if !opinions_only => String::new(),
            0 => "; nothing to fold".to_owned(),
            words => format!("; {} folded", text::counted(words, "word")),
        };
        format!("{}, {plot}{folded}", text::counted(self.words, "word"))
    }
}
