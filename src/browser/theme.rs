//! Light or dark: as the system says, or as the visitor chose.

use leptos::prelude::document;

use super::storage::{self, Refused};

const NAME: &str = "theme";

/// Which colours the site is shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the visitor's system says.
    #[default]
    System,
    /// Paper and ink.
    Light,
    /// A dark theatre.
    Dark,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word for it in storage and in the document.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The word for it on its button.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::System => "As the system",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    /// The visitor's choice, where there is one.
    #[must_use]
    pub fn chosen() -> Self {
        let word = storage::read(NAME).ok().flatten();
        Self::ALL.into_iter().find(|theme| Some(theme.word()) == word.as_deref()).unwrap_or_default()
    }

    /// Shows the site in this theme, and keeps the choice.
    ///
    /// # Errors
    /// Where the browser does not keep it; the theme is shown all the same.
    pub fn choose(self) -> Result<(), Refused> {
        if let Some(root) = document().document_element() {
            drop(match self {
                Self::System => root.remove_attribute("data-theme"),
                Self::Light | Self::Dark => root.set_attribute("data-theme", self.word()),
            });
        }
        storage::keep(NAME, (self != Self::System).then_some(self.word()))
    }
}
