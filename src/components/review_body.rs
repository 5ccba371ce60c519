//! A review's text, block by block.

use std::sync::Arc;

use super::columns::claim_name;
use crate::domain::gather::Gather;
use crate::{
    domain::{
        aspect::Aspect,
        film::Film,
        passage::{Segment, segments},
        review::{Block, BlockKind, Review, Source, Spoiler},
        text,
    },
    element::{Child, Element, View, el},
};

/// Texts up to this many words are shown whole.
const SHORT: usize = 160;

/// How a review's text is shown.
#[derive(Clone)]
pub struct Reading {
    /// The aspect whose passages are marked.
    pub marked: Arc<dyn Fn() -> Option<Aspect> + Send + Sync>,
    /// What goes beyond this is folded until asked for.
    pub level: Spoiler,
    /// Whether all that is not opinion is folded too. Where this is asked, a long text is shown
    /// whole; else only up to its first opinion.
    pub opinions_only: Option<Arc<dyn Fn() -> bool + Send + Sync>>,
    /// Whether it is hidden whose the review is.
    pub hidden: Arc<dyn Fn() -> bool + Send + Sync>,
}

/// The text of the film's review at `place`: up to its first opinion at once and the rest one step
/// away, or all of it.
pub fn review_body(film: &Arc<Film>, place: usize, reading: &Reading) -> Option<Vec<Element>> {
    let review = film.reviews.get(place)?;
    let opinion = review.body.iter().position(|block| block.kind == BlockKind::Opinion).unwrap_or_default();
    let whole = reading.opinions_only.is_some() || review.words() <= SHORT;
    let first = if whole { review.body.len() } else { opinion + 1 };
    let blocks = |range: std::ops::Range<usize>| -> Vec<Element> {
        range.filter_map(|block| block_view(film, place, block, reading)).gathered()
    };
    let rest = review.body.len() - first;
    let read_on = (rest > 0).then(|| {
        let words: usize = review.body.iter().skip(first).map(Block::words).sum();
        let film = Arc::clone(film);
        let marked = Arc::clone(&reading.marked);
        let marks_rest = move || {
            let review = film.reviews.get(place);
            let here = |aspect| review.is_some_and(|it| it.claims_on(aspect).any(|claim| claim.quote.block >= first));
            marked().is_some_and(here)
        };
        el("details")
            .class("read-on")
            .flag_with("open", marks_rest)
            .child(el("summary").child(format!("Read on: {} more, {words} words", text::counted(rest, "passage"))))
            .child(blocks(first..review.body.len()))
    });
    let prose = el("div")
        .class("prose")
        .attr("lang", review.language.clone())
        .attr("dir", "auto")
        .child(blocks(0..first))
        .child(read_on);
    let hidden = Arc::clone(&reading.hidden);
    let source = review.source.as_ref().map(|it| source(it).attr_with("hidden", move || hidden()));
    Some([Some(prose), source].into_iter().flatten().gathered())
}

fn block_view(film: &Arc<Film>, place: usize, block: usize, reading: &Reading) -> Option<Element> {
    let this = film.reviews.get(place)?.body.get(block)?;
    let heading = this.heading.as_deref().map(|heading| el("h4").child(heading));
    let film = Arc::clone(film);
    let marked = Arc::clone(&reading.marked);
    let text = move || film.reviews.get(place).map(|review| marked_text(review, block, marked()));
    let passage = (heading, el("p").child_with(text));
    if let Some(why) = gives_away(this, reading.level) {
        return Some(
            block_element("details", this).class("block folded").child(el("summary").child(why)).child(passage),
        );
    }
    match &reading.opinions_only {
        Some(opinions_only) if this.kind != BlockKind::Opinion => {
            let opinions_only = Arc::clone(opinions_only);
            let what = format!("{}, {}", label(this).unwrap_or_default(), text::counted(this.words(), "word"));
            let details = block_element("details", this).class("block").flag_with("open", move || !opinions_only());
            Some(details.child(el("summary").child(what)).child(passage))
        }
        _ => {
            let label = label(this).map(|label| el("span").class("block-label").child(label));
            Some(block_element("div", this).class("block").child(label).child(passage))
        }
    }
}

fn block_element(name: &'static str, block: &Block) -> Element {
    el(name).attr("data-kind", block.kind.word())
}

/// Why a block is folded until asked for.
fn gives_away(block: &Block, level: Spoiler) -> Option<String> {
    let what = format!("gives away {}", block.spoiler.label());
    match block.kind {
        _ if block.spoiler <= level => None,
        BlockKind::Opinion => Some(text::capitalised(&what)),
        kind => Some(format!("{}, which {what}", kind.label())),
    }
}

/// What a block is, where it is not opinion, and that it tells what happens on the way.
fn label(block: &Block) -> Option<String> {
    let borrowed = if block.borrowed { ", borrowed words" } else { "" };
    let kind = (block.kind != BlockKind::Opinion).then(|| format!("{}{borrowed}", block.kind.label()));
    let tells = (block.spoiler == Spoiler::OnTheWay).then(|| "Tells what happens on the way".to_owned());
    let parts: Vec<String> = kind.into_iter().chain(tells).gathered();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn marked_text(review: &Review, block: usize, aspect: Option<Aspect>) -> View {
    marked_segments(review, block, 0, segments(review, block, |claim| Some(claim.aspect) == aspect))
}

/// Segments of a block from `start` on, those of claims marked, each with the names of the claims
/// that start there.
pub fn marked_segments(review: &Review, block: usize, start: usize, segments: Vec<Segment>) -> View {
    let mut views = View::default();
    let mut at = start;
    for part in segments {
        let here = at;
        at += part.text.len();
        let Some(claim) = part.claims.first() else {
            part.text.put(&mut views);
            continue;
        };
        let starting = review
            .claims
            .iter()
            .enumerate()
            .filter(|(_, it)| it.quote.block == block && it.quote.start == here && part.claims.contains(it));
        let names: Vec<String> = starting.map(|(at, _)| claim_name(review, at).to_string()).gathered();
        el("mark")
            .class("passage")
            .attr("data-stance", claim.stance.word())
            .attr("data-aspect", claim.aspect.word())
            .attr("data-claims", (!names.is_empty()).then(|| names.join(" ")))
            .attr("tabindex", "-1")
            .child(part.text)
            .put(&mut views);
    }
    views
}

fn source(source: &Source) -> Element {
    let origin: Vec<&str> = source.by.iter().chain(&source.outlet).map(String::as_str).gathered();
    let origin = if origin.is_empty() { String::new() } else { format!(" Original: {}.", origin.join(", ")) };
    let link = source
        .url
        .as_deref()
        .map(|url| el("a").attr("href", url.to_owned()).attr("rel", "external noopener").child("Read the original"));
    el("p").class("source").child(format!("{}.{origin} ", source.note.trim_end_matches('.'))).child(link)
}
