//! A review's text, block by block.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    domain::{
        aspect::Aspect,
        film::Film,
        passage::segments,
        review::{Block, BlockKind, Review, Source, Spoiler},
        text,
    },
    element::{Child, Element, el},
    hooks::Choice,
    route::FilmView,
};

/// Texts up to this many words are shown whole.
const SHORT: usize = 160;

/// The text of the film's review at `place`: up to its first opinion at once, the rest one step
/// away. What gives the ending away is folded until asked for. The passages on the aspect that is
/// chosen are marked.
pub fn review_body(film: &Arc<Film>, place: usize, view: Choice<FilmView>) -> Option<Vec<Element>> {
    let review = film.reviews.get(place)?;
    let opinion = review.body.iter().position(|block| block.kind == BlockKind::Opinion).unwrap_or_default();
    let total: usize = review.body.iter().map(|block| text::words(&block.text)).sum();
    let first = if total <= SHORT { review.body.len() } else { opinion + 1 };
    let blocks = |range: std::ops::Range<usize>| -> Vec<Element> {
        range.filter_map(|block| block_view(film, place, block, view)).collect()
    };
    let rest = review.body.len() - first;
    let read_on = (rest > 0).then(|| {
        let words: usize = review.body.iter().skip(first).map(|block| text::words(&block.text)).sum();
        let film = Arc::clone(film);
        let marks_rest = move || {
            let review = film.reviews.get(place);
            let here = |aspect| review.is_some_and(|it| it.claims_on(aspect).any(|claim| claim.quote.block >= first));
            marked(view).is_some_and(here)
        };
        el("details")
            .class("read-on")
            .prop_with("open", marks_rest)
            .child(el("summary").child(format!("Read on: {} more, {words} words", text::counted(rest, "passage"))))
            .child(blocks(first..review.body.len()))
    });
    let prose = el("div")
        .class("prose")
        .attr("lang", review.language.clone())
        .attr("dir", "auto")
        .child(blocks(0..first))
        .child(read_on);
    Some([Some(prose), review.source.as_ref().map(source)].into_iter().flatten().collect())
}

/// The aspect whose passages are marked.
fn marked(view: Choice<FilmView>) -> Option<Aspect> {
    view.with(|view| view.filter.aspect)
}

fn block_view(film: &Arc<Film>, place: usize, block: usize, view: Choice<FilmView>) -> Option<Element> {
    let this = film.reviews.get(place)?.body.get(block)?;
    let heading = this.heading.as_deref().map(|heading| el("h4").child(heading));
    let film = Arc::clone(film);
    let text = move || film.reviews.get(place).map(|review| passages(review, block, marked(view)));
    let passage = (heading, el("p").child_with(text));
    let folded = fold(this);
    let name = if folded.is_some() { "details" } else { "div" };
    let class = if folded.is_some() { "block folded" } else { "block" };
    let head = match folded {
        Some(why) => Some(el("summary").child(why)),
        None => label(this).map(|label| el("span").class("block-label").child(label)),
    };
    Some(el(name).class(class).attr("data-kind", this.kind.word()).child(head).child(passage))
}

/// Why a block is folded until asked for.
const fn fold(block: &Block) -> Option<&'static str> {
    match (block.spoiler, block.kind) {
        (Spoiler::Ending, BlockKind::Plot) => Some("Plot, which gives away the ending or a twist"),
        (Spoiler::Ending, _) => Some("Gives away the ending or a twist"),
        (Spoiler::Premise | Spoiler::SetUp | Spoiler::OnTheWay, _) => None,
    }
}

/// What a block is, where it is not opinion, and that it tells what happens on the way.
fn label(block: &Block) -> Option<String> {
    let borrowed = if block.borrowed { ", borrowed words" } else { "" };
    let kind = (block.kind != BlockKind::Opinion).then(|| format!("{}{borrowed}", block.kind.label()));
    let tells = (block.spoiler == Spoiler::OnTheWay).then(|| "Tells what happens on the way".to_owned());
    let parts: Vec<String> = kind.into_iter().chain(tells).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// The text, with the passages on an aspect marked.
fn passages(review: &Review, block: usize, aspect: Option<Aspect>) -> Vec<AnyView> {
    let mut views = Vec::new();
    for part in segments(review, block, |claim| Some(claim.aspect) == aspect) {
        match part.claims.first() {
            None => part.text.put(&mut views),
            Some(claim) => {
                el("mark").class("passage").attr("data-stance", claim.stance.word()).child(part.text).put(&mut views);
            }
        }
    }
    views
}

fn source(source: &Source) -> Element {
    let origin: Vec<&str> = source.by.iter().chain(&source.outlet).map(String::as_str).collect();
    let origin = if origin.is_empty() { String::new() } else { format!(" Original: {}.", origin.join(", ")) };
    let link = source
        .url
        .as_deref()
        .map(|url| el("a").attr("href", url.to_owned()).attr("rel", "external noopener").child("Read the original"));
    el("p").class("source").child(format!("{}.{origin} ", source.note.trim_end_matches('.'))).child(link)
}
