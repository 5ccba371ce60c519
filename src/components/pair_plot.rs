//! Score against score, film by film.

use super::score_plot::ring;
use crate::{
    domain::{grade::Score, review::Brief, reviewer_pair::SharedFilm, stats::labelled},
    element::{Element, el, path, svg, svg_text},
};

/// Where the two axes cross, in user units from the top left corner.
const LEFT: usize = 34;
const BOTTOM: usize = 316;
/// Where they end.
const RIGHT: usize = 334;
const TOP: usize = 16;

/// A film that both scored is a dot with the film's number, its place in the list from 1. Beside the
/// picture all films are listed with what each gave them, the unscored ones with a ring.
pub fn pair_plot([across, up]: [&str; 2], films: &[SharedFilm]) -> Element {
    let mut dots = Vec::new();
    let mut numbers = Vec::new();
    let mut lines = Vec::new();
    for (place, shared) in films.iter().enumerate() {
        let [one, other] = shared.reviews;
        let line = format!("{}: {across} {}, {up} {}", shared.film.title, given(one), given(other));
        let mark = match shared.scores() {
            None => ring(),
            Some([one, other]) => {
                let number = (place + 1).to_string();
                dots.push((x(one), y(other)));
                numbers.push(number.clone());
                el("b").child(number)
            }
        };
        lines.push(el("li").child(mark).child(line));
    }
    let figure = (!dots.is_empty()).then(|| {
        let name = |name: String| el("p").class("note").attr("aria-hidden", "true").child(name);
        let line = format!("Dashed: equal scores. Above it, {up} scores higher.");
        el("div").child([name(format!("↑ {up}")), picture(&dots, numbers), name(format!("{across} →")), name(line)])
    });
    el("div").class("score-plot pair-plot").child(figure).child(el("ul").class("beside").child(lines))
}

/// The score, or what was given in its place.
fn given(review: &Brief) -> String {
    match (review.score(), &review.grade) {
        (Some(score), _) => score.to_string(),
        (None, Some(grade)) => grade.to_string(),
        (None, None) => "no grade".to_owned(),
    }
}

fn x(score: Score) -> usize {
    LEFT + usize::from(score.get()) * 3
}

fn y(score: Score) -> usize {
    BOTTOM - usize::from(score.get()) * 3
}

fn picture(dots: &[(usize, usize)], numbers: Vec<String>) -> Element {
    let mut picture = svg("0 0 360 340")
        .child(path(format!("M{LEFT} {TOP}V{BOTTOM}H{RIGHT}")).class("axis"))
        .child(path(format!("M{LEFT} {BOTTOM}L{RIGHT} {TOP}")).class("equal"));
    for tick in [0, 25, 50, 75, 100] {
        let (x, y) = (LEFT + tick * 3, BOTTOM - tick * 3);
        picture = picture
            .child(path(format!("M{x} {BOTTOM}v5M{LEFT} {y}h-5")).class("axis"))
            .child(svg_text(x, BOTTOM + 19, tick.to_string()))
            .child(svg_text(LEFT - 19, y + 4, tick.to_string()));
    }
    let labels = labelled(dots, (RIGHT + 16, BOTTOM));
    for ((&(x, y), (label_x, label_y)), number) in dots.iter().zip(labels).zip(numbers) {
        // A label that had to go far is led back to its dot.
        if x.abs_diff(label_x) > 14 || y.abs_diff(label_y) > 14 {
            picture = picture.child(path(format!("M{x} {y}L{label_x} {label_y}")).class("lead"));
        }
        picture = picture
            .child(path(format!("M{x} {y}m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z")).class("dot"))
            .child(svg_text(label_x, label_y + 4, number).class("number"));
    }
    picture
}
