//! What a passage is about.

use super::closed_list::closed_list;

closed_list! {
    /// What a passage of a review is about. The list is closed, and its order is the order of the
    /// rows of a comparison.
    Aspect, "aspect" {
        /// What happens, and whether it holds.
        Story = "story",
        /// What it is about underneath.
        Theme = "theme",
        /// The performances.
        Acting = "acting",
        /// The director's work as a whole.
        Direction = "direction",
        /// Screenplay, dialogue and how people are drawn.
        Writing = "writing",
        /// The camera, light and colour.
        Cinematography = "cinematography",
        /// Sound design, mix and music.
        Sound = "sound",
        /// How it is cut.
        Editing = "editing",
        /// How time passes.
        Pacing = "pacing",
        /// Places, sets and costumes.
        ProductionDesign = "production-design",
        /// Visual and practical effects.
        Effects = "effects",
        /// Who is shown, and how they are treated.
        Representation = "representation",
        /// The verdict on the whole.
        Overall = "overall",
        /// Who it is for.
        Audience = "audience",
    }
}

impl Aspect {
    /// How many aspects there are.
    pub const COUNT: usize = Self::ALL.len();

    /// The aspect's place in the list, from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The name at the head of a row.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Story => "Story",
            Self::Theme => "Theme",
            Self::Acting => "Acting",
            Self::Direction => "Direction",
            Self::Writing => "Writing",
            Self::Cinematography => "Cinematography",
            Self::Sound => "Sound",
            Self::Editing => "Editing",
            Self::Pacing => "Pacing",
            Self::ProductionDesign => "Production design",
            Self::Effects => "Effects",
            Self::Representation => "Representation",
            Self::Overall => "Overall",
            Self::Audience => "Audience",
        }
    }

    /// The name inside a sentence: `they split on the pacing`.
    #[must_use]
    pub const fn in_sentence(self) -> &'static str {
        match self {
            Self::Story => "the story",
            Self::Theme => "the theme",
            Self::Acting => "the acting",
            Self::Direction => "the direction",
            Self::Writing => "the writing",
            Self::Cinematography => "the cinematography",
            Self::Sound => "the sound",
            Self::Editing => "the editing",
            Self::Pacing => "the pacing",
            Self::ProductionDesign => "the production design",
            Self::Effects => "the effects",
            Self::Representation => "the representation",
            Self::Overall => "the film as a whole",
            Self::Audience => "who it is for",
        }
    }
}
