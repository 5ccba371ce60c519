//! What a card can show, and to which genres it comes easily.

mod figures;
mod scenes;

use super::pen::Pen;

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
    /// A road to where lines meet.
    Road,
    /// The title's first letter, cut across.
    Initial,
    /// The blades of a lens.
    Iris,
    /// One figure in a beam of light.
    Spotlight,
    /// A flight of stairs.
    Stairs,
    /// The moon, night by night.
    Phases,
    /// A sea of scales.
    Scales,
    /// A spiral that swells as it turns.
    Spiral,
    /// A disc seen through slats.
    Blinds,
    /// A lit door at the end of a passage.
    Doorway,
    /// A walker on a wire between two towers.
    Wire,
    /// The contour lines of a hill.
    Contours,
    /// Crooked slabs of cut paper.
    Slabs,
    /// Dots that grow towards the light.
    Halftone,
    /// A disc cut in two, and slipped.
    Split,
    /// Planets on their paths.
    Orbits,
    /// An eye, wide open.
    Eye,
    /// A curtain drawn aside.
    Curtain,
    /// An umbrella in the rain.
    Umbrella,
}

impl Composition {
    /// Every composition.
    pub const ALL: [Self; 26] = [
        Self::Rings,
        Self::Waveform,
        Self::Keys,
        Self::Horizon,
        Self::Windows,
        Self::Ridges,
        Self::Quarters,
        Self::Road,
        Self::Initial,
        Self::Iris,
        Self::Spotlight,
        Self::Stairs,
        Self::Phases,
        Self::Scales,
        Self::Spiral,
        Self::Blinds,
        Self::Doorway,
        Self::Wire,
        Self::Contours,
        Self::Slabs,
        Self::Halftone,
        Self::Split,
        Self::Orbits,
        Self::Eye,
        Self::Curtain,
        Self::Umbrella,
    ];

    /// Draws it.
    pub(super) fn draw(self, pen: &mut Pen) {
        match self {
            Self::Rings => figures::rings(pen),
            Self::Waveform => figures::waveform(pen),
            Self::Keys => scenes::keys(pen),
            Self::Horizon => scenes::horizon(pen),
            Self::Windows => scenes::windows(pen),
            Self::Ridges => scenes::ridges(pen),
            Self::Quarters => figures::quarters(pen),
            Self::Road => scenes::road(pen),
            Self::Initial => figures::initial(pen),
            Self::Iris => figures::iris(pen),
            Self::Spotlight => scenes::spotlight(pen),
            Self::Stairs => scenes::stairs(pen),
            Self::Phases => figures::phases(pen),
            Self::Scales => figures::scales(pen),
            Self::Spiral => figures::spiral(pen),
            Self::Blinds => figures::blinds(pen),
            Self::Doorway => scenes::doorway(pen),
            Self::Wire => scenes::wire(pen),
            Self::Contours => figures::contours(pen),
            Self::Slabs => figures::slabs(pen),
            Self::Halftone => figures::halftone(pen),
            Self::Split => figures::split(pen),
            Self::Orbits => figures::orbits(pen),
            Self::Eye => scenes::eye(pen),
            Self::Curtain => scenes::curtain(pen),
            Self::Umbrella => scenes::umbrella(pen),
        }
    }

    /// The compositions that suit a genre; all of them where nothing is known of it.
    pub(super) fn suited_to(genre: Option<&str>) -> &'static [Self] {
        use Composition::{
            Blinds, Contours, Curtain, Doorway, Eye, Halftone, Horizon, Initial, Iris, Keys, Orbits, Phases, Quarters,
            Ridges, Rings, Road, Scales, Slabs, Spiral, Split, Spotlight, Stairs, Umbrella, Waveform, Windows, Wire,
        };
        match genre.unwrap_or_default().to_lowercase().as_str() {
            "music" | "musical" => &[Waveform, Rings, Keys, Curtain, Spotlight, Halftone],
            "documentary" | "biography" => &[Wire, Iris, Contours, Halftone, Initial, Waveform],
            "thriller" | "crime" | "mystery" | "film-noir" | "noir" => {
                &[Blinds, Stairs, Windows, Eye, Spiral, Doorway, Slabs, Iris]
            }
            "horror" => &[Eye, Doorway, Spiral, Phases, Slabs, Windows],
            "science fiction" | "science-fiction" | "sci-fi" => {
                &[Orbits, Phases, Contours, Rings, Split, Doorway, Halftone]
            }
            "animation" | "fantasy" | "family" => &[Scales, Ridges, Phases, Quarters, Umbrella, Orbits, Horizon],
            "romance" => &[Umbrella, Horizon, Split, Scales, Windows, Curtain],
            "comedy" => &[Quarters, Umbrella, Split, Slabs, Keys, Halftone],
            "action" | "adventure" | "western" | "war" | "history" => {
                &[Road, Ridges, Slabs, Horizon, Split, Contours, Iris]
            }
            "drama" => {
                &[Rings, Horizon, Windows, Ridges, Stairs, Split, Initial, Doorway, Spotlight, Road, Wire, Slabs]
            }
            _ => &Self::ALL,
        }
    }
}
