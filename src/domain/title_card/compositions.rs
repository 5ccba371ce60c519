//! What a card can show, and to which genres it comes easily.

use super::{figures, pen::Pen, scenes};

/// What a card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Composition {
    /// Rings spreading from a point, with a silence among them.
    Rings,
    /// A sound as bars about a line.
    Waveform,
    /// The keys of a piano, one of them down.
    Keys,
    /// A sun over water.
    Horizon,
    /// A house front at night, somebody at a window.
    Windows,
    /// Mountains behind mountains.
    Ridges,
    /// Quarter discs on a grid.
    Quarters,
    /// The title's first letter, cut across.
    Initial,
    /// One figure in a beam of light.
    Spotlight,
    /// The moon, night by night.
    Phases,
    /// A sea of scales.
    Scales,
    /// A lit door at the end of a passage.
    Doorway,
    /// A walker on a wire between two towers.
    Wire,
    /// A disc cut in two, and slipped.
    Split,
    /// An eye, wide open.
    Eye,
    /// An umbrella in the rain.
    Umbrella,
}

use Composition::{
    Doorway, Eye, Horizon, Initial, Keys, Phases, Quarters, Ridges, Rings, Scales, Split, Spotlight, Umbrella,
    Waveform, Windows, Wire,
};

/// A genre by its first three letters, and what suits it as bits counted from the first composition.
type Suited = ([u8; 3], u16);

const fn suited(genre: [u8; 3], compositions: &[Composition]) -> Suited {
    let (mut bits, mut rest) = (0, compositions);
    while let [one, others @ ..] = rest {
        bits |= 1 << (*one as u16);
        rest = others;
    }
    (genre, bits)
}

const MUSIC: &[Composition] = &[Waveform, Rings, Keys, Spotlight];
const FACT: &[Composition] = &[Wire, Windows, Rings];
const CRIME: &[Composition] = &[Windows, Eye, Doorway, Split, Initial];
const FUTURE: &[Composition] = &[Phases, Rings, Split, Doorway, Eye];
const WONDER: &[Composition] = &[Scales, Ridges, Phases, Quarters, Umbrella];
const DEEDS: &[Composition] = &[Ridges, Horizon, Split, Quarters];
const LIFE: &[Composition] = &[Rings, Horizon, Windows, Ridges, Split, Initial, Doorway, Spotlight, Wire];

static SUITED: [Suited; 22] = [
    suited(*b"mus", MUSIC),
    suited(*b"doc", FACT),
    suited(*b"bio", FACT),
    suited(*b"thr", CRIME),
    suited(*b"cri", CRIME),
    suited(*b"mys", CRIME),
    suited(*b"fil", CRIME), // film-noir
    suited(*b"noi", CRIME),
    suited(*b"hor", &[Eye, Doorway, Phases, Windows]),
    suited(*b"sci", FUTURE),
    suited(*b"ani", WONDER),
    suited(*b"fan", WONDER),
    suited(*b"fam", WONDER),
    suited(*b"rom", &[Umbrella, Horizon, Split, Scales, Windows]),
    suited(*b"com", &[Quarters, Umbrella, Split, Keys]),
    suited(*b"act", DEEDS),
    suited(*b"adv", DEEDS),
    suited(*b"wes", DEEDS),
    suited(*b"war", DEEDS),
    suited(*b"his", DEEDS),
    suited(*b"spo", DEEDS),
    suited(*b"dra", LIFE),
];

impl Composition {
    /// Every composition.
    pub const ALL: [Self; 16] = [
        Rings, Waveform, Keys, Horizon, Windows, Ridges, Quarters, Initial, Spotlight, Phases, Scales, Doorway, Wire,
        Split, Eye, Umbrella,
    ];

    /// Draws it.
    pub(super) fn draw(self, pen: &mut Pen) {
        match self {
            Rings => figures::rings(pen),
            Waveform => figures::waveform(pen),
            Keys => scenes::keys(pen),
            Horizon => scenes::horizon(pen),
            Windows => scenes::windows(pen),
            Ridges => scenes::ridges(pen),
            Quarters => figures::quarters(pen),
            Initial => figures::initial(pen),
            Spotlight => scenes::spotlight(pen),
            Phases => figures::phases(pen),
            Scales => figures::scales(pen),
            Doorway => scenes::doorway(pen),
            Wire => scenes::wire(pen),
            Split => figures::split(pen),
            Eye => figures::eye(pen),
            Umbrella => scenes::umbrella(pen),
        }
    }

    /// The compositions that suit a genre, as bits counted from the first; all of them where nothing
    /// is known of it.
    pub(super) fn suited_to(genre: Option<&str>) -> u16 {
        let start = genre.and_then(|genre| genre.as_bytes().first_chunk::<3>());
        if let Some(start) = start {
            for (known, bits) in &SUITED {
                if start.eq_ignore_ascii_case(known) {
                    return *bits;
                }
            }
        }
        u16::MAX
    }
}
