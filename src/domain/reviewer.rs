//! Those who write reviews.

use super::{closed_list::closed_list, grade::Scale, slug::ReviewerSlug};

closed_list! {
    /// What a reviewer is.
    ReviewerKind, "kind of reviewer" {
        /// A column of this site: a title, not a person.
        House = "house",
        /// A named person.
        Person = "person",
        /// One unsigned review's own identity.
        Unsigned = "unsigned",
    }
}

impl ReviewerKind {
    /// The kind as a reader sees it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::House => "House column",
            Self::Person => "Critic",
            Self::Unsigned => "Unsigned",
        }
    }
}

/// A named person, a house column, or one unsigned review's own identity: three unsigned reviews
/// are three reviewers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewer {
    /// The name in addresses.
    pub slug: ReviewerSlug,
    /// The name as shown.
    pub name: String,
    /// What they are.
    pub kind: ReviewerKind,
    /// What they write on, in a few words.
    pub beat: Option<String>,
    /// How they grade; none where it is not known.
    pub scale: Option<Scale>,
    /// The text of their page.
    pub about: String,
}
