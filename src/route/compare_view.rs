//! What is chosen on a comparison's page.

use std::{fmt, str::FromStr};

use super::{Notice, Query, Reader};
use crate::domain::gather::Gather;
use crate::domain::{
    aspect::Aspect,
    closed_list::closed_list,
    comparison::{RowFilter, RowOrder},
    review::Spoiler,
    slug::ReviewId,
};

closed_list! {
    /// How the words of the reviews stand under the table.
    ReadingMode, "way of reading" {
        /// Aspect by aspect, each review's passages beside the others'.
        Aligned = "aligned",
        /// Each review whole, as it was written.
        Written = "written",
    }
}

impl ReadingMode {
    /// The mode as a reader sees it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Aligned => "Aspect by aspect",
            Self::Written => "As written",
        }
    }
}

/// What of the words is looked at. In an address it is the last parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Focus {
    /// All passages on an aspect.
    Aspect(Aspect),
    /// One passage: the one that a claim stands in.
    Passage(ClaimName),
}

impl fmt::Display for Focus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Aspect(aspect) => write!(f, "{ASPECT}={aspect}"),
            Self::Passage(claim) => write!(f, "{PASSAGE}={claim}"),
        }
    }
}

impl FromStr for Focus {
    type Err = NoFocus;

    fn from_str(text: &str) -> Result<Self, NoFocus> {
        match text.split_once('=').ok_or(NoFocus)? {
            (ASPECT, aspect) => aspect.parse().map(Self::Aspect).map_err(|_| NoFocus),
            (PASSAGE, claim) => claim.parse().map(Self::Passage).map_err(|_| NoFocus),
            _ => Err(NoFocus),
        }
    }
}

/// The parameters of what is looked at.
const ASPECT: &str = "aspect";
const PASSAGE: &str = "passage";

/// A text that is nothing to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoFocus;

/// A claim of a comparison's address: the review, a colon, and the claim's place in the review's
/// list, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimName {
    /// The review.
    pub review: ReviewId,
    /// The place in its list of claims, from 0.
    pub claim: usize,
}

impl fmt::Display for ClaimName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.review, self.claim + 1)
    }
}

impl FromStr for ClaimName {
    type Err = NoClaimName;

    fn from_str(text: &str) -> Result<Self, NoClaimName> {
        let (review, number) = text.split_once(':').ok_or(NoClaimName)?;
        // A claim has one name: no sign and no zero before its number.
        let number = Some(number).filter(|it| it.starts_with(|first| matches!(first, '1'..='9'))).ok_or(NoClaimName)?;
        let number: usize = number.parse().map_err(|_| NoClaimName)?;
        Ok(Self { review: review.parse().map_err(|_| NoClaimName)?, claim: number - 1 })
    }
}

/// A text that names no claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoClaimName;

/// What is compared, and how it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareView {
    /// The reviews as the address names them, in the order of the columns; none where it names
    /// none. Which of them there are is for the film to say.
    pub reviews: Option<Vec<String>>,
    /// The reviews whose columns come first and stay in view.
    pub pins: Vec<String>,
    /// Which rows are shown.
    pub rows: RowFilter,
    /// In which order.
    pub order: RowOrder,
    /// How the words stand.
    pub mode: ReadingMode,
    /// Whether all that is not opinion is folded.
    pub opinions_only: bool,
    /// How much the words that are shown at once may give away.
    pub spoilers: Spoiler,
    /// Whether names, outlets and grades are hidden.
    pub blind: bool,
    /// What of the words is looked at.
    pub focus: Option<Focus>,
}

impl Default for CompareView {
    fn default() -> Self {
        Self {
            reviews: None,
            pins: Vec::new(),
            rows: RowFilter::All,
            order: RowOrder::Contested,
            mode: ReadingMode::Aligned,
            opinions_only: false,
            spoilers: Self::SPOILERS,
            blind: false,
            focus: None,
        }
    }
}

impl CompareView {
    /// The level up to which words are shown unless the address says otherwise.
    pub const SPOILERS: Spoiler = Spoiler::OnTheWay;

    /// Reads the parameters of a comparison's page.
    #[must_use]
    pub fn read(query: &Query) -> (Self, Vec<Notice>) {
        let mut reader = query.reader();
        let names = |parts: Vec<&str>| parts.into_iter().map(str::to_owned).gathered();
        let usual = Self::default();
        let view = Self {
            reviews: reader.parts("reviews").map(names),
            pins: reader.parts("pin").map(names).unwrap_or_default(),
            rows: reader.word("rows").unwrap_or(usual.rows),
            order: reader.word("order").unwrap_or(usual.order),
            mode: reader.word("mode").unwrap_or(usual.mode),
            opinions_only: reader.flag("opinions", "only"),
            spoilers: read_spoilers(&mut reader),
            blind: reader.flag("blind", "yes"),
            focus: read_focus(&mut reader),
        };
        (view, reader.notices())
    }

    /// The parameters, defaults left out.
    #[must_use]
    pub fn query(&self) -> Query {
        let usual = Self::default();
        let (aspect, passage) = match &self.focus {
            None => (None, None),
            Some(Focus::Aspect(aspect)) => (Some(aspect), None),
            Some(Focus::Passage(claim)) => (None, Some(claim)),
        };
        self.reviews
            .iter()
            .fold(Query::default(), |query, reviews| query.and_list("reviews", reviews))
            .and_list("pin", &self.pins)
            .and_some("rows", (self.rows != usual.rows).then_some(self.rows))
            .and_some("order", (self.order != usual.order).then_some(self.order))
            .and_some("mode", (self.mode != usual.mode).then_some(self.mode))
            .and_some("opinions", self.opinions_only.then_some("only"))
            .and_some("spoilers", (self.spoilers != usual.spoilers).then(|| self.spoilers.level()))
            .and_some("blind", self.blind.then_some("yes"))
            .and_some(ASPECT, aspect)
            .and_some(PASSAGE, passage)
    }

    /// The view with other reviews, in that order; pins of those that are gone are gone too.
    #[must_use]
    pub fn with_reviews(&self, names: Option<Vec<String>>, kept: &[ReviewId]) -> Self {
        let is_kept = |name: &str| kept.iter().any(|id| id.as_str() == name);
        let focus = self.focus.clone().filter(|focus| match focus {
            Focus::Aspect(_) => true,
            Focus::Passage(claim) => is_kept(claim.review.as_str()),
        });
        let pins = self.pins.iter().filter(|pin| is_kept(pin)).cloned().gathered();
        Self { reviews: names, pins, focus, ..self.clone() }
    }

    /// The view with a review pinned, or no longer.
    #[must_use]
    pub fn pinning(mut self, id: &ReviewId) -> Self {
        match self.pins.iter().position(|pin| pin == id.as_str()) {
            Some(at) => drop(self.pins.remove(at)),
            None => self.pins.push(id.to_string()),
        }
        self
    }

    /// The view with another focus.
    #[must_use]
    pub fn focused(&self, focus: Option<Focus>) -> Self {
        Self { focus, ..self.clone() }
    }
}

fn read_spoilers(reader: &mut Reader) -> Spoiler {
    let expected = "a whole number from 0 to 3";
    let Some(text) = reader.text("spoilers") else { return CompareView::SPOILERS };
    let level = Spoiler::ALL.into_iter().find(|spoiler| spoiler.level().to_string() == text);
    level.unwrap_or_else(|| {
        reader.note(Notice::bad_value("spoilers", text, expected));
        CompareView::SPOILERS
    })
}

fn read_focus(reader: &mut Reader) -> Option<Focus> {
    let aspect = reader.word(ASPECT).map(Focus::Aspect);
    let Some(text) = reader.text(PASSAGE) else { return aspect };
    if let Ok(claim) = text.parse() {
        if aspect.is_some() {
            reader.note(Notice::SetAside { name: ASPECT, by: PASSAGE });
        }
        Some(Focus::Passage(claim))
    } else {
        reader.note(Notice::bad_value(PASSAGE, text, "a review, a colon and the number of its claim"));
        aspect
    }
}
