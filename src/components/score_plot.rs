//! Scores on one axis, with the grades as written.

use crate::domain::gather::Gather;
use crate::{
    domain::{
        grade::Score,
        stats::{ScoreSummary, stacked},
        text,
    },
    element::{Element, el, path, svg, svg_text},
};

/// A grade to be shown: whose it is, as written, and its score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plotted {
    /// Whose, as shown.
    pub name: String,
    /// The grade as written; none where none was given.
    pub grade: Option<String>,
    /// Its score.
    pub score: Option<Score>,
}

/// The width of a letter of a label, in points of the score.
const LETTER: usize = 2;
/// The height of one level of labels, in user units.
const LEVEL: usize = 22;

/// Each score is a dot over a line from 0 to 100 with its grade above; unscored reviews stand
/// beside the line, never on it.
pub fn score_plot(grades: &[Plotted], summary: ScoreSummary) -> Element {
    let mut scored: Vec<(Score, &Plotted)> = grades.iter().filter_map(|it| Some((it.score?, it))).gathered();
    scored.sort_by_key(|(score, _)| *score);
    let spoken: Vec<Element> = scored
        .iter()
        .map(|(score, it)| {
            el("li").child(format!("{}: {}, {score} of 100", it.name, it.grade.as_deref().unwrap_or_default()))
        })
        .gathered();
    let list = (!spoken.is_empty()).then(|| el("ul").class("visually-hidden").child(spoken));
    el("div")
        .class("score-plot")
        .child((!scored.is_empty()).then(|| picture(&scored)))
        .child(list)
        .child(beside(grades))
        .child(el("p").class("note").child(summary.label()))
}

fn picture(scored: &[(Score, &Plotted)]) -> Element {
    let labels = labels(scored);
    let placed = |(score, label): &(Score, String)| (score.get().into(), LETTER * label.chars().count() + 1);
    let levels = stacked(&labels.iter().map(placed).gathered());
    let axis = 46 + LEVEL * levels.iter().max().copied().unwrap_or_default();
    let ticks = [0, 25, 50, 75, 100].map(|tick| {
        let at = x(tick);
        [path(format!("M{at} {}v8", axis - 4)).class("axis"), svg_text(at, axis + 24, tick.to_string()).class("tick")]
    });
    let dots: Vec<Vec<Element>> =
        labels.iter().zip(&levels).map(|((score, label), level)| dot(*score, label, *level, axis)).gathered();
    svg(format!("0 0 420 {}", axis + 32))
        .child(path(format!("M{} {axis}H{}", x(0), x(100))).class("axis"))
        .child(ticks)
        .child(dots)
}

/// Where a score stands on the axis, in user units.
fn x(score: u8) -> usize {
    16 + usize::from(score) * 388 / 100
}

/// The grades to be written over the axis: the same grade twice is written once, with its number.
fn labels(scored: &[(Score, &Plotted)]) -> Vec<(Score, String)> {
    let mut labels: Vec<(Score, &str, usize)> = Vec::new();
    for (score, plotted) in scored {
        let grade = plotted.grade.as_deref().unwrap_or_default();
        match labels.iter_mut().find(|(_, label, _)| *label == grade) {
            Some((.., times)) => *times += 1,
            None => labels.push((*score, grade, 1)),
        }
    }
    let written = |(score, grade, times): (Score, &str, usize)| {
        (score, if times == 1 { grade.to_owned() } else { format!("{grade} ×{times}") })
    };
    labels.into_iter().map(written).gathered()
}

fn dot(score: Score, label: &str, level: usize, axis: usize) -> Vec<Element> {
    let at = x(score.get());
    let text = axis - 16 - LEVEL * level;
    let mut parts = Vec::new();
    if level > 0 {
        parts.push(path(format!("M{at} {}V{}", text + 5, axis - 9)).class("lead"));
    }
    parts.push(path(format!("M{at} {axis}m-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0z")).class("dot"));
    parts.push(svg_text(at, text, label.to_owned()).class("grade"));
    parts
}

/// The unscored: thumbs as written, and those who give no grade.
fn beside(grades: &[Plotted]) -> Option<Element> {
    let unscored = grades.iter().filter(|it| it.score.is_none());
    let mut lines: Vec<Element> = unscored
        .filter_map(|it| Some(el("li").child(ring()).child(format!("{}: {}", it.name, it.grade.as_ref()?))))
        .gathered();
    let without: Vec<&str> = grades.iter().filter(|it| it.grade.is_none()).map(|it| it.name.as_str()).gathered();
    if !without.is_empty() {
        lines.push(el("li").child(ring()).child(format!("No grade: {}", text::listed(&without))));
    }
    (!lines.is_empty()).then(|| el("ul").class("beside").attr("aria-label", "Unscored").child(lines))
}

/// What stands for a dot beside what has no score.
pub fn ring() -> Element {
    el("span").class("ring").attr("aria-hidden", "true")
}
