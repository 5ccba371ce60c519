//! Title cards: what a film has here in place of a poster.
//!
//! A card is drawn from the film's own data. A hash of the slug picks a composition and a palette;
//! the genre says which compositions are likely, the decade which palettes. [`designs`] chooses for
//! a whole list at once, so that no two cards of it are alike; [`Design::draw`] turns a choice into
//! plain shapes, which the view writes out as SVG. Nothing here is random: the same list gives the
//! same cards, on every machine.

mod compositions;
mod palette;
mod pen;

use std::collections::HashMap;

pub use compositions::Composition;
use palette::Era;
pub use palette::{Colour, Palette};

/// Width of the canvas, in user units.
pub const WIDTH: f32 = 240.0;
/// Height of the canvas, in user units.
pub const HEIGHT: f32 = 330.0;

/// How far back in a list a card looks, so as not to repeat what stands near it.
const NEIGHBOURS: usize = 5;

/// How a shape is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// Colour of the inside; `None` is SVG's `fill="none"`.
    pub fill: Option<Colour>,
    /// Colour and width of the outline, which has round caps and joins.
    pub stroke: Option<(Colour, f32)>,
    /// From 0 (unseen) to 1 (solid).
    pub opacity: f32,
}

impl Paint {
    /// A solid inside and no outline.
    pub const fn fill(colour: Colour) -> Self {
        Self { fill: Some(colour), stroke: None, opacity: 1.0 }
    }

    /// An outline and no inside.
    pub const fn stroke(colour: Colour, width: f32) -> Self {
        Self { fill: None, stroke: Some((colour, hundredths(width))), opacity: 1.0 }
    }

    /// The same paint, let through to this degree.
    #[must_use]
    pub const fn at(self, opacity: f32) -> Self {
        Self { opacity: hundredths(opacity), ..self }
    }
}

const fn hundredths(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

/// One element of a card. All numbers are user units, rounded to one decimal.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle.
    Rect {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// From left to right.
        width: f32,
        /// From top to bottom.
        height: f32,
        /// How it is painted.
        paint: Paint,
    },
    /// A disc or a ring.
    Circle {
        /// Centre, from the left.
        cx: f32,
        /// Centre, from the top.
        cy: f32,
        /// Radius.
        r: f32,
        /// How it is painted.
        paint: Paint,
    },
    /// Anything else.
    Path {
        /// SVG path data.
        d: String,
        /// How it is painted.
        paint: Paint,
    },
    /// One letter. The site's CSS sets the typeface.
    Letter {
        /// The letter, in capitals where its script has them.
        glyph: String,
        /// Its middle, from the left (`text-anchor="middle"`).
        x: f32,
        /// Its baseline, from the top.
        y: f32,
        /// Type size.
        size: f32,
        /// How it is painted.
        paint: Paint,
    },
}

/// A finished card: a ground of [`WIDTH`] by [`HEIGHT`], and shapes to paint over it in order.
/// Some shapes run past the edge and are meant to be clipped by it.
#[derive(Clone, Debug, PartialEq)]
pub struct TitleCard {
    /// The colour under everything.
    pub ground: Colour,
    /// What is painted, bottom first; at most 90.
    pub shapes: Vec<Shape>,
}

/// What a choice is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Seed<'a> {
    /// The film's slug, which is hashed.
    pub slug: &'a str,
    /// The film's title.
    pub title: &'a str,
    /// The genre the film is filed under first, in English, any case.
    pub genre: Option<&'a str>,
    /// The first year of the decade, as 1990; any other year of it does as well.
    pub decade: u16,
}

/// A choice: which composition, in which colours, and the number its details come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Design {
    /// What is drawn.
    pub composition: Composition,
    /// In which colours.
    pub palette: Palette,
    /// The hash of the slug.
    pub hash: u32,
}

impl Design {
    /// The card itself. Only a composition with a letter in it looks at the title.
    pub fn draw(&self, title: &str) -> TitleCard {
        let mut pen = pen::Pen::new(self, title);
        self.composition.draw(&mut pen);
        pen.finish()
    }
}

/// A design for each seed, in their order.
///
/// No pair of composition and palette comes twice before all have come once, and cards up to five
/// apart share neither. Within that, each keeps as near as it can to what its own hash, genre and
/// decade ask for, and the whole list is spread over all there is. A seed alone gets just what it
/// asks for. A card depends on those before it, not on those after it.
pub fn designs(seeds: &[Seed]) -> Vec<Design> {
    let mut made: Vec<Design> = Vec::with_capacity(seeds.len());
    let mut pairs: HashMap<(Composition, Palette), u32> = HashMap::new();
    for seed in seeds {
        let hash = fnv1a(seed.slug);
        let era = Era::of(seed.decade);
        let suited: Vec<Palette> = Palette::ALL.into_iter().filter(|palette| palette.era == era).collect();
        let palettes = prices(&Palette::ALL, &suited, hash >> 13, &made, |one| one.palette);
        let suited = Composition::suited_to(seed.genre);
        let compositions = prices(&Composition::ALL, suited, hash, &made, |one| one.composition);

        let cheapest = compositions
            .iter()
            .flat_map(|(composition, a)| palettes.iter().map(move |(palette, b)| (*composition, *palette, a + b)))
            .min_by_key(|(composition, palette, price)| {
                let taken = pairs.get(&(*composition, *palette)).copied().unwrap_or(0);
                (taken, *price)
            });
        if let Some((composition, palette, _)) = cheapest {
            *pairs.entry((composition, palette)).or_insert(0) += 1;
            made.push(Design { composition, palette, hash });
        }
    }
    made
}

/// Every value with what it costs to choose it: least for the one that `hash` points at among those
/// that are suited, most for one that was chosen a few cards ago.
fn prices<T: Copy + PartialEq>(
    all: &[T],
    suited: &[T],
    hash: u32,
    made: &[Design],
    of: fn(&Design) -> T,
) -> Vec<(T, u32)> {
    const UNSUITED: u32 = 4;
    const AGAIN: u32 = 6;
    const NEAR: u32 = 10_000;

    let others: Vec<T> = all.iter().copied().filter(|one| !suited.contains(one)).collect();
    let wanted = turned(suited, hash).zip(0..);
    let unwanted = turned(&others, hash).zip(UNSUITED..);
    wanted
        .chain(unwanted)
        .map(|(one, wish)| {
            let uses = made.iter().rev().map(|design| of(design) == one);
            let price =
                uses.zip(0..).filter(|(used, _)| *used).map(|(_, back)| if back < NEIGHBOURS { NEAR } else { AGAIN });
            (one, price.fold(wish, u32::saturating_add))
        })
        .collect()
}

/// The list from the place that `hash` points at, round to the one before it.
fn turned<T: Copy>(list: &[T], hash: u32) -> impl Iterator<Item = T> {
    let length = list.len();
    let start = usize::try_from(hash).unwrap_or(0).checked_rem(length).unwrap_or(0);
    list.iter().copied().cycle().skip(start).take(length)
}

/// The 32-bit FNV-1a hash of a text's bytes
/// (<https://www.ietf.org/archive/id/draft-eastlake-fnv-21.html>).
fn fnv1a(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
