//! Reviews: their text in blocks, and the claims made in it.

use super::{
    aspect::Aspect,
    claim::{Claim, Stance, Standings, Strength},
    closed_list::closed_list,
    date::Date,
    defect::{Defect, JsonPath},
    grade::{Grade, Score},
    slug::{ReviewId, ReviewerSlug},
    text,
};

closed_list! {
    /// What a review is, and whose words it is in.
    ReviewKind, "kind of review" {
        /// The reviewer's own text.
        Full = "full",
        /// Written for this site, under a column's title.
        House = "house",
        /// A published review, reported in this site's words.
        Digest = "digest",
    }
}

impl ReviewKind {
    /// The kind as a reader sees it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Full => "Review",
            Self::House => "House column",
            Self::Digest => "Digest",
        }
    }
}

closed_list! {
    /// What a run of a review is.
    BlockKind, "kind of block" {
        /// Judgement.
        Opinion = "opinion",
        /// Retelling.
        Plot = "plot",
        /// Who made it.
        Credits = "credits",
        /// Where it can be seen.
        Availability = "availability",
        /// Anything else that every piece of the outlet carries.
        Boilerplate = "boilerplate",
    }
}

impl BlockKind {
    /// The kind as a reader sees it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Opinion => "Opinion",
            Self::Plot => "Plot",
            Self::Credits => "Credits",
            Self::Availability => "Availability",
            Self::Boilerplate => "Boilerplate",
        }
    }
}

/// How much of the film a block gives away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spoiler {
    /// 0: no more than the premise.
    #[default]
    Premise,
    /// 1: the set-up.
    SetUp,
    /// 2: what happens on the way.
    OnTheWay,
    /// 3: the ending, or a twist.
    Ending,
}

impl Spoiler {
    /// Every level, from the least.
    pub const ALL: [Self; 4] = [Self::Premise, Self::SetUp, Self::OnTheWay, Self::Ending];

    /// The level of a number from 0 to 3.
    #[must_use]
    pub fn new(level: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|spoiler| spoiler.level() == level)
    }

    /// The number, 0 to 3.
    #[must_use]
    pub const fn level(self) -> u8 {
        match self {
            Self::Premise => 0,
            Self::SetUp => 1,
            Self::OnTheWay => 2,
            Self::Ending => 3,
        }
    }

    /// What the level gives away.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Premise => "the premise",
            Self::SetUp => "the set-up",
            Self::OnTheWay => "what happens on the way",
            Self::Ending => "the ending or a twist",
        }
    }
}

/// A run of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// What it gives away.
    pub spoiler: Spoiler,
    /// Whether its words are somebody else's, such as a distributor's synopsis.
    pub borrowed: bool,
    /// The heading over it.
    pub heading: Option<String>,
    /// Its text, one paragraph or several parted by line breaks.
    pub text: String,
}

impl Block {
    /// How many words it has.
    #[must_use]
    pub fn words(&self) -> usize {
        text::words(&self.text)
    }
}

/// A run of characters inside one block of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The block's place in the body, from 0.
    pub block: usize,
    /// Where the run starts in the block's text, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
}

/// Where a review that is reported here was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What this text is, in words for the reader.
    pub note: String,
    /// Who wrote the original.
    pub by: Option<String>,
    /// Where it appeared.
    pub outlet: Option<String>,
    /// Its address.
    pub url: Option<String>,
}

/// One review of a film. Every claim's quote lies inside its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Its name in addresses.
    pub id: ReviewId,
    /// Who wrote it.
    pub reviewer: ReviewerSlug,
    /// Whose words it is in.
    pub kind: ReviewKind,
    /// Where the original is, for a digest.
    pub source: Option<Source>,
    /// Its own title.
    pub headline: Option<String>,
    /// Where it was published.
    pub outlet: Option<String>,
    /// When.
    pub published: Option<Date>,
    /// The language of its text, as a BCP 47 tag.
    pub language: String,
    /// The grade as written; an unscored review has none, or thumbs.
    pub grade: Option<Grade>,
    /// Its text.
    pub body: Vec<Block>,
    /// Its judgements, in the order of the file.
    pub claims: Vec<Claim>,
}

impl Review {
    /// The words of a run of the body.
    #[must_use]
    pub fn words_of(&self, span: Span) -> &str {
        self.body.get(span.block).and_then(|block| block.text.get(span.start..span.end)).unwrap_or_default()
    }

    /// What a claim gives away: the level of the block that its quote stands in.
    #[must_use]
    pub fn spoiler_of(&self, claim: &Claim) -> Spoiler {
        self.body.get(claim.quote.block).map_or(Spoiler::Premise, |block| block.spoiler)
    }

    /// How many words its body has.
    #[must_use]
    pub fn words(&self) -> usize {
        self.body.iter().map(Block::words).sum()
    }

    /// How many words stand in blocks that are not opinion: plot, credits, availability, boilerplate.
    #[must_use]
    pub fn words_beside_opinion(&self) -> usize {
        self.body.iter().filter(|block| block.kind != BlockKind::Opinion).map(Block::words).sum()
    }

    /// The share of its words that retells the plot, in percent, halves rounded up.
    #[must_use]
    pub fn plot_share(&self) -> usize {
        let plot: usize = self.body.iter().filter(|block| block.kind == BlockKind::Plot).map(Block::words).sum();
        let words = self.words().max(1);
        (plot * 200 + words) / (2 * words)
    }

    /// The claims on one aspect, in the order of the file.
    pub fn claims_on(&self, aspect: Aspect) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(move |claim| claim.aspect == aspect)
    }

    /// What lists, filters and counts need of it.
    #[must_use]
    pub fn brief(&self) -> Brief {
        Brief {
            id: self.id.clone(),
            reviewer: self.reviewer.clone(),
            kind: self.kind,
            headline: self.headline.clone(),
            outlet: self.outlet.clone(),
            published: self.published,
            grade: self.grade.clone(),
            words: self.words(),
            standings: Standings::of(&self.claims),
        }
    }
}

/// What lists, filters and counts need of a review: everything but its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// Its name in addresses.
    pub id: ReviewId,
    /// Who wrote it.
    pub reviewer: ReviewerSlug,
    /// Whose words it is in.
    pub kind: ReviewKind,
    /// Its own title.
    pub headline: Option<String>,
    /// Where it was published.
    pub outlet: Option<String>,
    /// When.
    pub published: Option<Date>,
    /// The grade as written.
    pub grade: Option<Grade>,
    /// How many words its body has.
    pub words: usize,
    /// Where it stands on every aspect.
    pub standings: Standings,
}

impl Brief {
    /// What it is, beside its reviewer's name: its kind and where it was published, such as
    /// `The Movie Guys, digest`.
    #[must_use]
    pub fn byline(&self) -> String {
        match (self.kind, &self.outlet) {
            (ReviewKind::Full | ReviewKind::Digest, Some(outlet)) => {
                format!("{outlet}, {}", self.kind.label().to_ascii_lowercase())
            }
            (kind, _) => kind.label().to_owned(),
        }
    }

    /// The grade on the common scale, where it has one.
    #[must_use]
    pub fn score(&self) -> Option<Score> {
        self.grade.as_ref().and_then(Grade::score)
    }
}

/// A claim as it stands in a file, before its quote is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimDraft<'a> {
    /// What it is about, as written.
    pub aspect: &'a str,
    /// Which way it goes, as written.
    pub stance: &'a str,
    /// How firmly, 1 to 3.
    pub strength: u8,
    /// Whether it is hedged.
    pub hedged: bool,
    /// Whom it is about.
    pub about: Option<&'a str>,
    /// The words it stands on.
    pub quote: &'a str,
}

impl Claim {
    /// Finds the quote in the body and checks every value.
    ///
    /// # Errors
    /// All that is wrong with the claim: an aspect or a stance off its list, a strength that is not
    /// 1, 2 or 3, an `about` that is not among `people`, a quote that does not stand in the body or
    /// stands there more than once.
    pub fn locate(draft: &ClaimDraft, body: &[Block], people: &[&str], path: &JsonPath) -> Result<Self, Vec<Defect>> {
        let mut defects = Vec::new();
        let aspect = draft.aspect.parse::<Aspect>().map_err(|_| {
            defects.push(Defect::off_list(path.key("aspect"), draft.aspect, "aspect", &Aspect::WORDS));
        });
        let stance = draft.stance.parse::<Stance>().map_err(|_| {
            defects.push(Defect::off_list(path.key("stance"), draft.stance, "stance", &Stance::WORDS));
        });
        let strength = Strength::new(draft.strength);
        if strength.is_none() {
            let expected = "1 (in passing), 2 (clear) or 3 (emphatic)";
            defects.push(Defect::shape(path.key("strength"), draft.strength.to_string(), expected));
        }
        if let Some(name) = draft.about.filter(|name| !people.contains(name)) {
            defects.push(Defect::about(path.key("about"), name, people));
        }
        let places = places(draft.quote, body);
        if places.len() != 1 {
            defects.push(Defect::quote(path.key("quote"), draft.quote, places.len()));
        }
        match (aspect, stance, strength, places.first()) {
            (Ok(aspect), Ok(stance), Some(strength), Some(&quote)) if defects.is_empty() => Ok(Self {
                aspect,
                stance,
                strength,
                hedged: draft.hedged,
                about: draft.about.map(str::to_owned),
                quote,
            }),
            _ => Err(defects),
        }
    }
}

/// Every place where the quote stands, overlapping ones too; an empty quote stands nowhere.
fn places(quote: &str, body: &[Block]) -> Vec<Span> {
    let mut places = Vec::new();
    let Some(first) = quote.chars().next() else { return places };
    for (block, text) in body.iter().map(|block| block.text.as_str()).enumerate() {
        let mut from = 0;
        while let Some(at) = text.get(from..).and_then(|rest| rest.find(quote)) {
            let start = from + at;
            places.push(Span { block, start, end: start + quote.len() });
            from = start + first.len_utf8();
        }
    }
    places
}
