//! Sentences.

use crosscut::domain::text::capitalised;

use super::{random::Random, vocabulary::Vocabulary};

/// Writes running text about a film.
#[derive(Clone, Copy, Debug)]
pub struct Prose<'a> {
    vocabulary: &'a Vocabulary,
    /// Whom the text may name.
    people: &'a [&'a str],
}

impl<'a> Prose<'a> {
    /// Text in the words of the vocabulary that names these people now and then.
    pub const fn new(vocabulary: &'a Vocabulary, people: &'a [&'a str]) -> Self {
        Self { vocabulary, people }
    }

    /// Whole sentences of about so many bytes together; at most a word more or less.
    pub fn text(self, random: &mut Random, bytes: usize) -> String {
        let mut text = String::with_capacity(bytes + 16);
        while text.len() + 3 < bytes {
            if !text.is_empty() {
                text.push(' ');
            }
            self.sentence(random, bytes, &mut text);
        }
        text
    }

    /// Adds a sentence: of 4 to 30 words, 17 on average, or as many as fit.
    fn sentence(self, random: &mut Random, bytes: usize, text: &mut String) {
        let words = 4 + random.below(14) + random.below(14);
        let mut last = "";
        for at in 1..=words {
            let word = self.word(random, last);
            last = word;
            text.push_str(&if at == 1 { capitalised(word) } else { word.to_owned() });
            if at == words || text.len() + 3 >= bytes {
                break;
            }
            text.push_str(if word.len() > 3 { mark(random) } else { " " });
        }
        text.push_str(["?", "!", "…"].get(random.below(30)).unwrap_or(&"."));
    }

    /// A word, and not the one before once more: that is rare in print.
    fn word(self, random: &mut Random, before: &str) -> &'a str {
        if !self.people.is_empty() && random.chance(8) {
            return random.pick(self.people);
        }
        let word = self.vocabulary.draw(random);
        if word == before { self.vocabulary.draw(random) } else { word }
    }

    /// What a review says above its text: 20 to 55 bytes, without a stop.
    pub fn headline(self, random: &mut Random) -> String {
        let bytes = random.within(20, 55);
        let mut headline = capitalised(self.vocabulary.draw(random));
        while headline.len() + 4 < bytes {
            headline.push(' ');
            let word = self.word(random, "");
            headline.push_str(word);
        }
        headline
    }
}

/// What stands after a word inside a sentence.
fn mark(random: &mut Random) -> &'static str {
    match random.below(1000) {
        0..75 => ", ",
        75..81 => "; ",
        81..91 => " – ",
        91..106 => "’s ",
        106..109 => ": ",
        _ => " ",
    }
}

/// A film's title of one to five words, as titles are built.
pub fn title(vocabulary: &Vocabulary, random: &mut Random) -> String {
    let mut word = || capitalised(vocabulary.draw_made(random));
    let (first, second, third) = (word(), word(), word());
    match random.below(20) {
        0..5 => first,
        5..9 => format!("The {first}"),
        9..12 => format!("{first} {second}"),
        12..14 => format!("The {first} {second}"),
        14 => format!("{first} of {second}"),
        15 => format!("The {first} of {second}"),
        16 => format!("{first} and {second}"),
        17 => format!("A {first} in the {second}"),
        18 => format!("The {first} of the {second}"),
        _ => format!("{first} {second} {third}"),
    }
}
