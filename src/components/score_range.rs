//! Choosing a range of scores.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    domain::{filter::ScoreRange, grade::Score},
    element::{Element, el},
};

/// Two sliders, from the lowest score to the highest. `choose` is called once one is let go.
pub fn score_range(
    range: impl Fn() -> ScoreRange + Copy + Send + Sync + 'static,
    choose: impl Fn(ScoreRange) + Send + Sync + 'static,
) -> Element {
    let choose = Arc::new(choose);
    // What the sliders show while one is being moved, before it is let go.
    let moving = RwSignal::new(None::<ScoreRange>);
    let slider = |label: &'static str, end: fn(ScoreRange) -> Score, with: fn(ScoreRange, Score) -> ScoreRange| {
        let shown = move || end(moving.get().unwrap_or_else(range)).to_string();
        let read = move |event: &_| event_target_value(event).parse().ok().map(|score| with(untrack(range), score));
        let choose = Arc::clone(&choose);
        let input = el("input")
            .attr("type", "range")
            .attr("min", "0")
            .attr("max", "100")
            .attr("step", "1")
            .value_with(shown)
            .on("input", move |event| moving.set(read(&event)))
            .on("change", move |event| {
                moving.set(None);
                if let Some(range) = read(&event) {
                    choose(range);
                }
            });
        el("label").child(el("span").child(label)).child(input).child(el("output").text_with(shown))
    };
    el("div").class("score-range").child(slider("Lowest score", ScoreRange::min, ScoreRange::from)).child(slider(
        "Highest score",
        ScoreRange::max,
        ScoreRange::up_to,
    ))
}
