//! What a search that finds nothing may have meant.

use crosscut_engine::{corpus::Place, term::Term, words::each_word};

use super::{Finder, Question};
use crate::domain::gather::Gather;

impl Finder {
    /// The search with each of its words that stands nowhere replaced by the nearest one that does, and
    /// without those that nothing is near to, where they stand by themselves; none where nothing is near to any, or every word stands
    /// somewhere.
    #[must_use]
    pub fn suggestion(&self, typed: &str) -> Option<String> {
        let question = Question::read(typed);
        let mut meant: Vec<(&str, Option<String>)> = Vec::new();
        for word in question.terms.iter().flat_map(Term::words) {
            if self.corpus.find(&Term::Word(word.clone())).rows.is_empty() {
                meant.push((word, self.nearest_word(word)));
            }
        }
        if meant.iter().all(|(_, near)| near.is_none()) {
            return None;
        }
        let mut suggestion = String::new();
        let mut end = 0;
        each_word(typed, |word, place| {
            let Some((_, near)) = meant.iter().find(|(known, _)| *known == word) else { return };
            let (before, after) =
                (typed.get(..place.start).unwrap_or_default(), typed.get(place.end..).unwrap_or_default());
            // A part of a phrase or of a word with marks within cannot be left out alone.
            let is_apart = before.chars().next_back().is_none_or(char::is_whitespace)
                && after.chars().next().is_none_or(char::is_whitespace);
            if near.is_some() || is_apart {
                suggestion.push_str(before.get(end..).unwrap_or_default());
                suggestion.push_str(near.as_deref().unwrap_or_default());
                end = place.end;
            }
        });
        suggestion.push_str(typed.get(end..).unwrap_or_default());
        Some(suggestion.split_whitespace().gathered().join(" "))
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
