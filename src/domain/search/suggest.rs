//! What a search that finds nothing may have meant.

use crosscut_engine::{corpus::Place, term::Term};

use super::{Finder, Question};
use crate::domain::{gather::Gather, text::fold};

impl Finder {
    /// The search with each of its words that stands nowhere replaced by the nearest one that does; none
    /// where nothing is near, or every word stands somewhere.
    #[must_use]
    pub fn suggestion(&self, typed: &str) -> Option<String> {
        let mut suggestion = typed.to_owned();
        let mut changed = false;
        for term in &Question::read(typed).terms {
            let Term::Word(word) = term else { continue };
            if !self.corpus.find(term).rows.is_empty() {
                continue;
            }
            let near = self.nearest_word(word)?;
            let words = suggestion.split(' ').map(|typed| if fold(typed) == *word { near.as_str() } else { typed });
            suggestion = words.gathered().join(" ");
            changed = true;
        }
        (changed && suggestion != typed).then_some(suggestion)
    }

    /// The word that takes the fewest changes of letters to become this one, at most one in four: of as
    /// near ones that in the better place, then the one in more texts.
    fn nearest_word(&self, word: &str) -> Option<String> {
        let most = (word.chars().count() / 4).clamp(1, 2);
        let mut best: Option<((usize, Place, usize), &str)> = None;
        for place in Place::ALL {
            for (near, texts) in self.corpus.words_like(place, word, most) {
                let changes = strsim::osa_distance(near, word);
                let worth = (changes, place, usize::MAX - texts);
                if changes <= most && best.is_none_or(|(other, _)| worth < other) {
                    best = Some((worth, near));
                }
            }
        }
        best.map(|(_, near)| near.to_owned())
    }
}
