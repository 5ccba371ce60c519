//! Figures over the reviews of a film or of a reviewer.

use super::gather::Gather;
use super::{grade::Score, review::Brief, text};

/// How some reviews score: the mean rests on the scored ones alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScoreSummary {
    /// How many have a score.
    pub scored: usize,
    /// How many have none.
    pub unscored: usize,
    /// The mean score, halves rounded up; none without a scored review.
    pub mean: Option<Score>,
}

impl ScoreSummary {
    /// Sums up the scores of some reviews.
    #[must_use]
    pub fn of<'a>(reviews: impl IntoIterator<Item = &'a Brief>) -> Self {
        let all: Vec<Option<Score>> = reviews.into_iter().map(Brief::score).gathered();
        let scored: Vec<Score> = all.iter().copied().flatten().gathered();
        Self { scored: scored.len(), unscored: all.len() - scored.len(), mean: Score::mean(&scored) }
    }

    /// In words: `Average 79 over five scored reviews; one is unscored.`
    #[must_use]
    pub fn label(&self) -> String {
        let unscored = match self.unscored {
            0 => String::new(),
            1 => "; one is unscored".to_owned(),
            more => format!("; {} are unscored", text::count_in_words(more)),
        };
        match (self.mean, self.scored) {
            (None, _) if self.unscored == 0 => "No reviews yet.".to_owned(),
            (None, _) => "No review gives a score.".to_owned(),
            (Some(mean), 1) => format!("{mean} in the one scored review{unscored}."),
            (Some(mean), scored) => {
                format!("Average {mean} over {} scored reviews{unscored}.", text::count_in_words(scored))
            }
        }
    }
}

/// The level of each label over an axis from 0 to 100, from 0, so that none covers another. Each is a place
/// on the axis, which must ascend, and the width of the label around it, in the axis' own units.
#[must_use]
pub fn stacked(labels: &[(usize, usize)]) -> Vec<usize> {
    // Of each level, twice where its last label ends.
    let mut ends: Vec<usize> = Vec::new();
    labels
        .iter()
        .map(|(place, width)| {
            let free = ends.iter().position(|end| 2 * place >= end + width);
            let level = free.unwrap_or(ends.len());
            let end = 2 * place + width;
            match ends.get_mut(level) {
                Some(last) => *last = end,
                None => ends.push(end),
            }
            level
        })
        .gathered()
}

/// Where a label may stand beside its dot, in user units from the middle to the middle: best first.
const BESIDE: [(isize, isize); 8] = [(14, 0), (-14, 0), (0, -14), (0, 14), (13, -13), (-13, -13), (13, 13), (-13, 13)];
/// How many times as far away a label may stand, where all is taken.
const FARTHEST: isize = 6;

/// Where the label of each dot of a picture stands: the nearest place, by its middle in user units,
/// where it covers neither a dot nor another label, and not beyond `edge`, the lower right corner; on
/// the dot where there is none.
#[must_use]
pub fn labelled(dots: &[(usize, usize)], edge: (usize, usize)) -> Vec<(usize, usize)> {
    let mut labels: Vec<(usize, usize)> = Vec::new();
    for (x, y) in dots.iter().copied() {
        let mut free = (x, y);
        'search: for times in 1..=FARTHEST {
            for (across, down) in BESIDE {
                let place = (x.saturating_add_signed(across * times), y.saturating_add_signed(down * times));
                let inside = place.0 <= edge.0 && place.1 <= edge.1;
                if inside && is_clear(place, dots, (13, 11)) && is_clear(place, &labels, (17, 13)) {
                    free = place;
                    break 'search;
                }
            }
        }
        labels.push(free);
    }
    labels
}

/// Whether a place is so far across or so far down from all others.
#[inline(never)]
fn is_clear((x, y): (usize, usize), others: &[(usize, usize)], (across, down): (usize, usize)) -> bool {
    others.iter().all(|other| other.0.abs_diff(x) >= across || other.1.abs_diff(y) >= down)
}
