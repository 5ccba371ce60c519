//! How the compared reviews stand to each other, in words.

use super::{Comparison, RowFilter, RowOrder};
use crate::domain::gather::Gather;
use crate::domain::{agreement::RowClass, aspect::Aspect, text};

impl Comparison {
    /// What they split and agree on, as in `They split on the pacing. They agree on the acting and
    /// the sound.`; each kind of aspects most contested first.
    #[must_use]
    pub fn summary(&self) -> String {
        let rows = self.arranged(RowFilter::All, RowOrder::Contested);
        let of = |class: RowClass| -> Vec<&'static str> {
            let rows = rows.iter().filter(|row| row.tally.class() == class);
            rows.map(|row| Aspect::in_sentence(row.tally.aspect)).gathered()
        };
        let mut sentences = Vec::new();
        for (class, verb) in [
            (RowClass::Split, "split on"),
            (RowClass::Consensus, "agree on"),
            (RowClass::Qualified, "differ in degree on"),
        ] {
            let aspects = of(class);
            if !aspects.is_empty() {
                sentences.push(format!("They {verb} {}.", text::listed(&aspects)));
            }
        }
        match of(RowClass::LoneVoice).len() {
            0 => {}
            1 => sentences.push("One aspect only one of them mentions.".to_owned()),
            more => {
                let more = text::capitalised(&text::count_in_words(more));
                sentences.push(format!("{more} aspects only one of them mentions."));
            }
        }
        sentences.join(" ")
    }
}
