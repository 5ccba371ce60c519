//! Names in addresses: of films, reviewers and reviews.

use std::{fmt, str::FromStr, sync::Arc};

use super::text::quoted;

/// The longest slug, in characters.
pub const LONGEST_SLUG: usize = 96;

/// Why a text is not a slug. A slug is 1 to 96 lower-case ASCII letters and digits, in runs
/// joined by single hyphens, so that it is safe as a file name and in an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlugError {
    found: String,
}

impl fmt::Display for SlugError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not {}", quoted(&self.found), Self::EXPECTED)
    }
}

impl std::error::Error for SlugError {}

impl SlugError {
    /// What a slug looks like, as messages say it.
    pub const EXPECTED: &str =
        "a slug: lower-case letters a to z and digits, in runs joined by single hyphens, at most 96 characters";
}

fn parse(text: &str) -> Result<Arc<str>, SlugError> {
    let sound = text.len() <= LONGEST_SLUG
        && text
            .as_bytes()
            .split(|byte| *byte == b'-')
            .all(|run| !run.is_empty() && run.iter().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()));
    if sound { Ok(text.into()) } else { Err(SlugError { found: text.to_owned() }) }
}

macro_rules! slug {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The slug as it is written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = SlugError;

            fn from_str(text: &str) -> Result<Self, SlugError> {
                parse(text).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

slug!(
    /// Names a film in addresses and files.
    FilmSlug
);
slug!(
    /// Names a reviewer in addresses and files.
    ReviewerSlug
);
slug!(
    /// Names a review; no two reviews of the data set share one.
    ReviewId
);
