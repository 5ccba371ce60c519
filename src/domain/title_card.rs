//! Title cards: what a film has here in place of a poster.
//!
//! A card is drawn from the film's own data. A hash of the slug picks a composition and a palette;
//! the genre says which compositions are likely, the decade which palettes. [`designs`] chooses for
//! a whole list at once, so that no two cards of it are alike; [`Design::draw`] turns a choice into
//! plain shapes, which the view writes out as SVG. Nothing here is random: the same list gives the
//! same cards, on every machine.
//!
//! All of it is done in integers, and drawn with few means: a visitor has to fetch this code.

mod compositions;
mod figures;
mod initial;
mod palette;
mod pen;
mod scenes;

pub use compositions::Composition;
pub use palette::{Colour, Palette};

/// Width of the canvas, in user units.
pub const WIDTH: i32 = 2400;
/// Height of the canvas, in user units.
pub const HEIGHT: i32 = 3300;
/// The canvas as SVG's `viewBox`.
pub const VIEW_BOX: &str = "0 0 2400 3300";

/// How far back in a list a card looks, so as not to repeat what stands near it.
const NEIGHBOURS: u32 = 5;

/// How a path is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    /// Its one colour.
    pub colour: Colour,
    /// The width of the line along the path, which has round caps and joins; 0 where the path is
    /// filled instead.
    pub width: usize,
}

/// One element of a card, in user units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// An outline, or several.
    Path {
        /// SVG path data, in whole numbers.
        d: String,
        /// How it is painted.
        paint: Paint,
    },
    /// One letter. The site's CSS sets the typeface.
    Letter {
        /// The letter, a capital if it is Latin, Greek or Cyrillic.
        letter: char,
        /// Its middle, from the left (`text-anchor="middle"`).
        x: usize,
        /// Its baseline, from the top.
        y: usize,
        /// Type size.
        size: usize,
        /// Its colour.
        colour: Colour,
    },
}

/// A finished card of [`WIDTH`] by [`HEIGHT`]. Some shapes run past the edge and are meant to be
/// clipped by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleCard {
    /// What is painted, bottom first: the ground, then at most a dozen shapes.
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
/// No pair of composition and palette comes twice before all have come once, nor three times before
/// all have come twice; and as far as that allows, cards up to five apart share neither. Within
/// that, each keeps as near as it can to what its own hash, genre and decade ask for, and the whole
/// list is spread over all there is. A seed alone gets just what it asks for. A card depends on
/// those before it, not on those after it.
pub fn designs(seeds: &[Seed]) -> Vec<Design> {
    let mut made = Vec::with_capacity(seeds.len());
    let mut compositions = [Uses::default(); 16];
    let mut palettes = [Uses::default(); 16];
    let mut pairs = [[0_u16; 16]; 16];
    // Far enough from the start that nothing counts as used just before.
    let mut place = NEIGHBOURS;
    for seed in seeds {
        place += 1;
        let hash = fnv1a(seed.slug);
        price(&mut compositions, hash, Composition::suited_to(seed.genre), place);
        price(&mut palettes, hash.rotate_left(16), Palette::suited_to(seed.decade), place);

        let mut cheapest = (u16::MAX, u32::MAX);
        let mut choice = (0, 0);
        for (c, (one, row)) in compositions.iter().zip(&pairs).enumerate() {
            for (p, (other, taken)) in palettes.iter().zip(row).enumerate() {
                let price = (*taken, one.price + other.price);
                if price < cheapest {
                    (cheapest, choice) = (price, (c, p));
                }
            }
        }
        // Both are below 16; said here, they need no check.
        let (c, p) = (choice.0 & 15, choice.1 & 15);
        compositions[c].book(place);
        palettes[p].book(place);
        pairs[c][p] += 1;
        made.push(Design { composition: Composition::ALL[c], palette: Palette::ALL[p], hash });
    }
    made
}

/// What is known of a composition or a palette while choosing.
#[derive(Clone, Copy, Default)]
struct Uses {
    count: u32,
    last: u32,
    /// What it costs the next card.
    price: u32,
}

impl Uses {
    fn book(&mut self, place: u32) {
        self.count += 1;
        self.last = place;
    }
}

/// Prices all values for the card at a place: by the taste of its hash, more if they are not suited,
/// more for each time they were chosen, and most if that was a few cards ago.
#[inline(never)]
fn price(values: &mut [Uses; 16], hash: u32, suited: u16, place: u32) {
    const UNSUITED: u32 = 16;
    const AGAIN: u32 = 24;
    const NEAR: u32 = 1 << 24;

    let (mut taste, mut suited) = (hash, suited);
    for value in values {
        taste = taste.wrapping_mul(0x915f_77f5).wrapping_add(0x9e37_79b9);
        value.price = taste / (u32::MAX / UNSUITED + 1) + value.count * AGAIN;
        if suited & 1 == 0 {
            value.price += UNSUITED;
        }
        if value.last + NEIGHBOURS >= place {
            value.price += NEAR;
        }
        suited >>= 1;
    }
}

/// The 32-bit FNV-1a hash of a text's bytes
/// (<https://www.ietf.org/archive/id/draft-eastlake-fnv-21.html>).
fn fnv1a(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
