//! The colours of the cards.

/// A colour as `0xrrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour(pub u32);

impl Colour {
    /// The colour as CSS and SVG write it, `#rrggbb`.
    pub fn css(self) -> String {
        let digit = |shift: u32| char::from_digit((self.0 >> shift) & 15, 16).unwrap_or('0');
        let mut css = String::from('#');
        for place in 1..7 {
            css.push(digit(24 - place * 4));
        }
        css
    }

    /// This colour where `share` is 0, the other where it is 100, and between them otherwise.
    pub(super) fn mixed(self, other: Self, share: u32) -> Self {
        let mut mixed = 0;
        for shift in [0, 8, 16] {
            let (from, to) = ((self.0 >> shift) & 255, (other.0 >> shift) & 255);
            mixed |= ((from * (100 - share) + to * share) / 100) << shift;
        }
        Self(mixed)
    }
}

/// Four colours that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Palette {
    /// The colour under everything; never so pale or so dark that a page swallows the card's edge.
    pub ground: Colour,
    /// The main drawing colour, far from the ground.
    pub ink: Colour,
    /// The one that catches the eye.
    pub accent: Colour,
    /// Between ground and ink, for what lies behind.
    pub mid: Colour,
}

const fn palette(ground: u32, ink: u32, accent: u32, mid: u32) -> Palette {
    Palette { ground: Colour(ground), ink: Colour(ink), accent: Colour(accent), mid: Colour(mid) }
}

impl Palette {
    /// Every palette, oldest look first.
    pub const ALL: [Self; 16] = [
        // Tinted and toned prints: nitrate, playbill, cyanotype, oxblood, rosewater.
        palette(0x31_2b27, 0xe9_dcc3, 0xc8_a468, 0x77_695a),
        palette(0xe4_d5b7, 0x21_1d1b, 0xb3_3a2b, 0xa9_946f),
        palette(0x1d_3d60, 0xe6_e6da, 0x9f_c0d3, 0x4f_7699),
        palette(0x5b_1a23, 0xf1_dec6, 0xdd_8f6a, 0x94_4550),
        palette(0xe2_bfae, 0x3a_2231, 0xa3_3c4a, 0xc4_8c82),
        // Faded colour stock: tobacco, conifer, terracotta, celadon, teal hour.
        palette(0xc7_8f45, 0x2c_1b15, 0xf3_e3c0, 0x9c_5e2d),
        palette(0x39_482f, 0xec_dfba, 0xe0_8b40, 0x7b_8853),
        palette(0xb4_512f, 0xf7_e7cf, 0x2b_1c20, 0x8a_3820),
        palette(0xd2_dcd0, 0x1f_2d2b, 0xcd_821d, 0x5f_8f82),
        palette(0x13_494d, 0xf1_e4cd, 0xef_8c52, 0x41_8280),
        // Full colour: ultramarine, vermilion, violet, saffron, emerald, ice.
        palette(0x25_399c, 0xf4_ecda, 0xff_7043, 0x6d_84d8),
        palette(0xd5_432c, 0x18_0f12, 0xff_e2b6, 0x93_232a),
        palette(0x3b_2568, 0xf5_e6ee, 0xff_7590, 0x86_61bb),
        palette(0xef_b137, 0x24_1b30, 0xcf_3b3b, 0xbd_7c2a),
        palette(0x0f_5b46, 0xf4_ead1, 0xf2_b94d, 0x4b_9477),
        palette(0xc3_d8e2, 0x15_2a3c, 0xe2_552d, 0x6e_99af),
    ];

    /// Those that have the look of a decade's film stock, as bits counted from the first.
    pub(super) const fn suited_to(decade: u16) -> u16 {
        match decade {
            0..1970 => 0b0000_0000_0001_1111,
            1970..2000 => 0b0000_0011_1110_0000,
            2000.. => 0b1111_1100_0000_0000,
        }
    }
}
