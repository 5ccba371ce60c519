//! What a visitor might do with the filters, one change after the other.

use serde::Serialize;

use super::records::Written;
use crate::synthetic::{Random, Skewed};

/// How many changes there are.
const STEPS: usize = 200;

/// The most dimensions that are filtered by at once.
const MOST: usize = 4;

/// The filter of one dimension from here on; the others stay as they are.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    dimension: &'static str,
    /// Reviews with any of these values are shown; none is no filter. Of scores it is the tens of the
    /// range, from `60` for 60 to 69 to `100`.
    values: Vec<String>,
}

/// A dimension with its values, the commonest first, and those that are chosen.
struct Dimension {
    name: &'static str,
    values: Vec<String>,
    drawn: Skewed,
    chosen: Vec<String>,
}

impl Dimension {
    fn new(name: &'static str, values: &[&str]) -> Self {
        let values: Vec<String> = values.iter().map(|&it| it.to_owned()).collect();
        Self { name, drawn: Skewed::zipf(values.len(), values.len() / 10), values, chosen: Vec::new() }
    }

    /// Another choice: one value more, one less, or none.
    fn change(&mut self, random: &mut Random, only_less: bool) {
        if self.name == "score" {
            let tens = self.values.len();
            let (low, high) = (random.below(tens), random.below(tens));
            self.chosen = if only_less || random.chance(300) && !self.chosen.is_empty() {
                Vec::new()
            } else {
                self.values[low.min(high)..=low.max(high)].to_vec()
            };
            return;
        }
        match random.below(10) {
            0..4 if !self.chosen.is_empty() => self.chosen.clear(),
            _ if only_less => self.chosen.clear(),
            4..6 if self.chosen.len() > 1 => drop(self.chosen.remove(random.below(self.chosen.len()))),
            _ => {
                let value = &self.values[self.drawn.draw(random)];
                match self.chosen.iter().position(|it| it == value) {
                    Some(at) => drop(self.chosen.remove(at)),
                    None => self.chosen.push(value.clone()),
                }
            }
        }
    }
}

/// The changes, from no filter at all.
pub fn steps(written: &Written, random: &mut Random) -> Vec<Step> {
    let tens: Vec<String> = (0..=10).map(|ten| (ten * 10).to_string()).collect();
    let tens: Vec<&str> = tens.iter().map(String::as_str).collect();
    let mut dimensions: Vec<Dimension> =
        ["reviewer", "genre", "decade", "certificate"].map(|it| Dimension::new(it, &written.common(it))).into();
    dimensions.push(Dimension::new("score", &tens));
    dimensions.push(Dimension::new("stance", &["positive", "mixed", "negative"]));
    let step = |_| {
        let filtered = dimensions.iter().filter(|it| !it.chosen.is_empty()).count();
        let at = random.below(dimensions.len());
        // The chosen one, or the next that is filtered by where there are enough.
        let at = (at..dimensions.len())
            .chain(0..at)
            .find(|&at| filtered < MOST || !dimensions[at].chosen.is_empty())
            .unwrap_or(at);
        let dimension = &mut dimensions[at];
        dimension.change(random, filtered >= MOST);
        Step { dimension: dimension.name, values: dimension.chosen.clone() }
    };
    (0..STEPS).map(step).collect()
}
