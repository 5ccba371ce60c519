//! Grades as reviewers write them, and the common score from 0 to 100.

use std::{fmt, str::FromStr};

use super::{closed_list::closed_list, text::quoted};

closed_list! {
    /// A way of grading.
    Scale, "scale" {
        /// Letters from A+ to F.
        Letters = "letters",
        /// Stars or points out of four.
        OutOf4 = "out-of-4",
        /// Stars or points out of five.
        OutOf5 = "out-of-5",
        /// Points out of ten.
        OutOf10 = "out-of-10",
        /// Per cent.
        Percent = "percent",
        /// Thumbs up or down: a verdict without a score.
        Thumbs = "thumbs",
        /// No grade is ever given.
        None = "none",
    }
}

impl Scale {
    /// The scale as a reader sees it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Letters => "letters, A+ to F",
            Self::OutOf4 => "out of 4",
            Self::OutOf5 => "out of 5",
            Self::OutOf10 => "out of 10",
            Self::Percent => "per cent",
            Self::Thumbs => "thumbs up or down",
            Self::None => "no grade, ever",
        }
    }
}

/// A whole number from 0 to 100, the common scale on which grades are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// The lowest score.
    pub const LOWEST: Self = Self(0);
    /// The highest score.
    pub const HIGHEST: Self = Self(100);

    /// The score, where the number is at most 100.
    #[must_use]
    pub const fn new(score: u8) -> Option<Self> {
        if score <= 100 { Some(Self(score)) } else { None }
    }

    /// The number, 0 to 100.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// `part` of `whole` on the common scale, halves rounded up; the top where `part` is larger.
    #[must_use]
    pub fn of(part: u32, whole: u32) -> Self {
        let (part, whole) = (u64::from(part), u64::from(whole.max(1)));
        let rounded = (200 * part + whole) / (2 * whole);
        Self(u8::try_from(rounded.min(100)).unwrap_or(100))
    }

    /// The mean of some scores, halves rounded up; none of none.
    #[must_use]
    pub fn mean(scores: &[Self]) -> Option<Self> {
        let sum: u32 = scores.iter().map(|score| u32::from(score.0)).sum();
        let count = u32::try_from(scores.len()).ok().filter(|&count| count > 0)?;
        Some(Self::of(sum, count * 100))
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Score {
    type Err = ScoreError;

    fn from_str(text: &str) -> Result<Self, ScoreError> {
        let digits = !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse().ok().and_then(Self::new)).flatten().ok_or(ScoreError)
    }
}

/// A text that is not a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoreError;

impl fmt::Display for ScoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a score is a whole number from 0 to 100")
    }
}

impl std::error::Error for ScoreError {}

/// The mark exactly as the reviewer wrote it, with its scale.
///
/// | written | score |
/// | --- | --- |
/// | `3.5/4`, `4/5`, `7/10`, at most two decimals | the fraction of 100 |
/// | `82%` | as it is |
/// | `A+` to `F` | `round(100*k/12)`: A+ and A are 12, A- 11 ... D- 2, F 0 |
/// | `thumbs up`, `thumbs down` | none |
///
/// Halves are rounded up. White space around the grade and its slash is allowed, and a
/// typographic minus stands for a hyphen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Grade {
    written: String,
    mark: Mark,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Mark {
    /// Hundredths of a point, out of so many points.
    Points {
        hundredths: u32,
        out_of: u32,
    },
    /// Twelfths, 0 to 12.
    Letter(u8),
    Thumbs(Thumbs),
}

/// A verdict without a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thumbs {
    /// Thumbs up.
    Up,
    /// Thumbs down.
    Down,
}

impl Grade {
    /// The grade exactly as it was written.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The scale that it is on.
    #[must_use]
    pub const fn scale(&self) -> Scale {
        match self.mark {
            Mark::Points { out_of: 4, .. } => Scale::OutOf4,
            Mark::Points { out_of: 5, .. } => Scale::OutOf5,
            Mark::Points { out_of: 10, .. } => Scale::OutOf10,
            Mark::Points { .. } => Scale::Percent,
            Mark::Letter(_) => Scale::Letters,
            Mark::Thumbs(_) => Scale::Thumbs,
        }
    }

    /// The grade on the common scale; thumbs have none.
    #[must_use]
    pub fn score(&self) -> Option<Score> {
        match self.mark {
            Mark::Points { hundredths, out_of } => Some(Score::of(hundredths, out_of * 100)),
            Mark::Letter(twelfths) => Some(Score::of(u32::from(twelfths), 12)),
            Mark::Thumbs(_) => None,
        }
    }

    /// The points as written and out of how many, where the grade is points: `3.5` and 4.
    #[must_use]
    pub fn points(&self) -> Option<(&str, u32)> {
        match self.mark {
            Mark::Points { out_of, .. } => Some((self.written.split(['/', '%']).next()?.trim(), out_of)),
            Mark::Letter(_) | Mark::Thumbs(_) => None,
        }
    }

    /// The verdict, where the grade is thumbs.
    #[must_use]
    pub const fn thumbs(&self) -> Option<Thumbs> {
        match self.mark {
            Mark::Thumbs(thumbs) => Some(thumbs),
            Mark::Points { .. } | Mark::Letter(_) => None,
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl FromStr for Grade {
    type Err = GradeError;

    fn from_str(text: &str) -> Result<Self, GradeError> {
        let mark = mark(text.trim()).map_err(|problem| GradeError { found: text.to_owned(), problem })?;
        Ok(Self { written: text.to_owned(), mark })
    }
}

fn mark(text: &str) -> Result<Mark, Problem> {
    if text.eq_ignore_ascii_case("thumbs up") {
        return Ok(Mark::Thumbs(Thumbs::Up));
    }
    if text.eq_ignore_ascii_case("thumbs down") {
        return Ok(Mark::Thumbs(Thumbs::Down));
    }
    if let Some((points, out_of)) = text.split_once('/') {
        let out_of = match out_of.trim_start() {
            "4" => 4,
            "5" => 5,
            "10" => 10,
            _ => return Err(Problem::Unread),
        };
        return points_mark(points.trim_end(), out_of);
    }
    if let Some(points) = text.strip_suffix('%') {
        return points_mark(points.trim_end(), 100);
    }
    letter_mark(text)
}

fn points_mark(points: &str, out_of: u32) -> Result<Mark, Problem> {
    let hundredths = hundredths(points).ok_or(Problem::Unread)?;
    if hundredths > out_of * 100 { Err(Problem::AboveTop) } else { Ok(Mark::Points { hundredths, out_of }) }
}

/// A plain decimal number with at most three digits before the point and two after it.
fn hundredths(number: &str) -> Option<u32> {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, "0"));
    let digits =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole, 3) || !digits(decimals, 2) {
        return None;
    }
    let fraction: u32 = decimals.parse().ok()?;
    let fraction = if decimals.len() == 1 { fraction * 10 } else { fraction };
    Some(whole.parse::<u32>().ok()? * 100 + fraction)
}

fn letter_mark(text: &str) -> Result<Mark, Problem> {
    let mut letters = text.chars();
    let base: u8 = match letters.next() {
        Some('A') => 12,
        Some('B') => 9,
        Some('C') => 6,
        Some('D') => 3,
        Some('F') if letters.as_str().is_empty() => return Ok(Mark::Letter(0)),
        _ => return Err(Problem::Unread),
    };
    match letters.as_str() {
        "" => Ok(Mark::Letter(base)),
        "+" => Ok(Mark::Letter((base + 1).min(12))),
        "-" | "\u{2212}" | "\u{2013}" => Ok(Mark::Letter(base - 1)),
        _ => Err(Problem::Unread),
    }
}

/// A text that is not a grade of any notation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GradeError {
    found: String,
    problem: Problem,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    Unread,
    AboveTop,
}

impl GradeError {
    /// What was expected, as messages say it.
    #[must_use]
    pub const fn expected(&self) -> &'static str {
        match self.problem {
            Problem::Unread => {
                "a grade such as “3.5/4”, “4/5”, “7/10”, “82%”, “B+”, “thumbs up” or “thumbs down”, or null for none"
            }
            Problem::AboveTop => "a grade that is not above the top of its own scale",
        }
    }
}

impl fmt::Display for GradeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not {}", quoted(&self.found), self.expected())
    }
}

impl std::error::Error for GradeError {}
