//! Closed lists of words: enums whose values are written in files and addresses.

use std::fmt;

/// A word that is not on a closed list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    /// What the list is of, in the singular: `aspect`, `stance`.
    pub list: &'static str,
    /// The word as it was found.
    pub found: String,
    /// Every word of the list, in its order.
    pub known: &'static [&'static str],
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} is not a known {}; known are {}",
            super::text::quoted(&self.found),
            self.list,
            self.known.join(", ")
        )
    }
}

impl std::error::Error for UnknownWord {}

/// Declares an enum that reads from and writes to a fixed word for each value.
macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident, $list:literal { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant),+
        }

        impl $name {
            /// Every value, in the list's order.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$variant),+];

            /// Every word, in the list's order.
            pub const WORDS: [&'static str; [$($word),+].len()] = [$($word),+];

            /// The word that stands for this value in files and addresses.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Self::ALL.into_iter().find(|value| value.word() == word).ok_or_else(|| {
                    $crate::domain::UnknownWord { list: $list, found: word.to_owned(), known: &Self::WORDS }
                })
            }
        }
    };
}

pub(crate) use closed_list;
