//! The colours of the cards.

use std::fmt;

/// A colour in CSS hexadecimal notation, `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour(pub &'static str);

impl Colour {
    /// The colour as CSS and SVG write it.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Four colours that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Palette {
    /// A name for people and tests, unlike all others.
    pub name: &'static str,
    /// The colour under everything; never so pale or so dark that a page swallows the card's edge.
    pub ground: Colour,
    /// The main drawing colour, far from the ground.
    pub ink: Colour,
    /// The one that catches the eye.
    pub accent: Colour,
    /// Between ground and ink, for what lies behind.
    pub mid: Colour,
    pub(super) era: Era,
}

/// The look of film stock a palette recalls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Era {
    /// Tinted and toned prints, two colours and their mixture: before 1970.
    Toned,
    /// Faded colour stock: from 1970 to 1999.
    Faded,
    /// Full colour: since 2000.
    Vivid,
}

impl Era {
    pub(super) const fn of(decade: u16) -> Self {
        match decade {
            0..1970 => Self::Toned,
            1970..2000 => Self::Faded,
            2000.. => Self::Vivid,
        }
    }
}

/// `[ground, ink, accent, mid]`, for a table that can be read.
const fn palette(name: &'static str, era: Era, colours: [&'static str; 4]) -> Palette {
    let [ground, ink, accent, mid] = colours;
    Palette { name, ground: Colour(ground), ink: Colour(ink), accent: Colour(accent), mid: Colour(mid), era }
}

impl Palette {
    /// Every palette, oldest look first.
    pub const ALL: [Self; 20] = [
        palette("Nitrate", Era::Toned, ["#312b27", "#e9dcc3", "#c8a468", "#77695a"]),
        palette("Playbill", Era::Toned, ["#e4d5b7", "#211d1b", "#b33a2b", "#a9946f"]),
        palette("Cyanotype", Era::Toned, ["#1d3d60", "#e6e6da", "#9fc0d3", "#4f7699"]),
        palette("Oxblood", Era::Toned, ["#5b1a23", "#f1dec6", "#dd8f6a", "#944550"]),
        palette("Rosewater", Era::Toned, ["#e2bfae", "#3a2231", "#a33c4a", "#c48c82"]),
        palette("Verdigris", Era::Toned, ["#cfd6bd", "#233029", "#a8552f", "#8fa283"]),
        palette("Tobacco", Era::Faded, ["#c78f45", "#2c1b15", "#f3e3c0", "#9c5e2d"]),
        palette("Conifer", Era::Faded, ["#39482f", "#ecdfba", "#e08b40", "#7b8853"]),
        palette("Terracotta", Era::Faded, ["#b4512f", "#f7e7cf", "#2b1c20", "#8a3820"]),
        palette("Slate", Era::Faded, ["#233447", "#e8dcc4", "#d9582f", "#6f8790"]),
        palette("Celadon", Era::Faded, ["#d2dcd0", "#1f2d2b", "#cd821d", "#5f8f82"]),
        palette("Mulberry", Era::Faded, ["#472338", "#f0d8b8", "#e0764f", "#85506a"]),
        palette("Teal hour", Era::Faded, ["#13494d", "#f1e4cd", "#ef8c52", "#418280"]),
        palette("Ultramarine", Era::Vivid, ["#25399c", "#f4ecda", "#ff7043", "#6d84d8"]),
        palette("Vermilion", Era::Vivid, ["#d5432c", "#180f12", "#ffe2b6", "#93232a"]),
        palette("Violet hour", Era::Vivid, ["#3b2568", "#f5e6ee", "#ff9168", "#8661bb"]),
        palette("Saffron", Era::Vivid, ["#efb137", "#241b30", "#cf3b3b", "#bd7c2a"]),
        palette("Emerald", Era::Vivid, ["#0f5b46", "#f4ead1", "#f2b94d", "#4b9477"]),
        palette("Ice", Era::Vivid, ["#c3d8e2", "#152a3c", "#e2552d", "#6e99af"]),
        palette("Fuchsia", Era::Vivid, ["#372347", "#f3e7ef", "#ef5280", "#76558c"]),
    ];
}
