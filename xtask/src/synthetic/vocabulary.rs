//! The words of the reviews, and how often each is written.

use std::collections::HashSet;

use super::random::{Random, Skewed};

/// How many words are made up.
const MADE: usize = 50_000;

/// The commonest English words, and about how often each stands in a million: the first hundred near
/// enough after Leech, Rayson and Wilson, *Word Frequencies in Written and Spoken English* (2001), the
/// others on the line that those draw.
const COMMON: [(&str, usize); 152] = [
    ("the", 61847),
    ("of", 29391),
    ("and", 26817),
    ("to", 25785),
    ("a", 21626),
    ("in", 18214),
    ("that", 11100),
    ("is", 9982),
    ("it", 9875),
    ("was", 9236),
    ("for", 8412),
    ("he", 6810),
    ("be", 6644),
    ("with", 6575),
    ("I", 6500),
    ("on", 6475),
    ("as", 6200),
    ("you", 5400),
    ("by", 5096),
    ("at", 4790),
    ("have", 4735),
    ("are", 4707),
    ("not", 4626),
    ("this", 4623),
    ("but", 4577),
    ("had", 4452),
    ("they", 4332),
    ("his", 4285),
    ("from", 4134),
    ("she", 3801),
    ("which", 3719),
    ("or", 3707),
    ("we", 3578),
    ("an", 3430),
    ("her", 3268),
    ("there", 3230),
    ("were", 3227),
    ("one", 2960),
    ("do", 2802),
    ("been", 2686),
    ("all", 2636),
    ("their", 2608),
    ("has", 2593),
    ("would", 2551),
    ("what", 2493),
    ("will", 2470),
    ("if", 2369),
    ("can", 2354),
    ("when", 2255),
    ("so", 2193),
    ("no", 2180),
    ("said", 2087),
    ("who", 2055),
    ("more", 2020),
    ("about", 1924),
    ("up", 1895),
    ("out", 1842),
    ("them", 1733),
    ("some", 1712),
    ("could", 1683),
    ("him", 1649),
    ("into", 1634),
    ("its", 1632),
    ("then", 1595),
    ("two", 1563),
    ("time", 1542),
    ("than", 1533),
    ("my", 1525),
    ("other", 1436),
    ("did", 1434),
    ("your", 1391),
    ("now", 1382),
    ("me", 1364),
    ("only", 1298),
    ("just", 1277),
    ("these", 1254),
    ("also", 1248),
    ("people", 1241),
    ("any", 1220),
    ("first", 1193),
    ("very", 1165),
    ("new", 1154),
    ("may", 1135),
    ("should", 1112),
    ("like", 1064),
    ("over", 1035),
    ("how", 1016),
    ("such", 999),
    ("film", 980),
    ("our", 950),
    ("after", 927),
    ("well", 918),
    ("even", 897),
    ("made", 893),
    ("because", 852),
    ("most", 851),
    ("get", 850),
    ("way", 848),
    ("much", 816),
    ("back", 793),
    ("where", 788),
    ("years", 784),
    ("through", 777),
    ("between", 760),
    ("many", 754),
    ("work", 748),
    ("being", 741),
    ("it’s", 735),
    ("good", 726),
    ("must", 723),
    ("before", 704),
    ("down", 699),
    ("those", 695),
    ("make", 690),
    ("see", 681),
    ("might", 668),
    ("world", 660),
    ("own", 655),
    ("too", 651),
    ("still", 648),
    ("same", 640),
    ("don’t", 636),
    ("us", 623),
    ("life", 610),
    ("here", 604),
    ("man", 600),
    ("does", 596),
    ("both", 590),
    ("another", 581),
    ("last", 575),
    ("long", 569),
    ("off", 565),
    ("never", 560),
    ("day", 552),
    ("under", 548),
    ("while", 543),
    ("why", 538),
    ("great", 534),
    ("little", 530),
    ("isn’t", 521),
    ("nothing", 514),
    ("few", 508),
    ("story", 505),
    ("every", 500),
    ("part", 497),
    ("without", 494),
    ("something", 490),
    ("end", 486),
    ("again", 481),
    ("that’s", 476),
    ("though", 471),
    ("doesn’t", 465),
];

const ONSETS: [&str; 40] = [
    "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "w", "st", "tr", "br", "gr", "pl", "cl", "sh",
    "ch", "th", "pr", "v", "j", "k", "qu", "r", "m", "s", "", "b", "c", "d", "l", "n", "t", "", "",
];
const NUCLEI: [&str; 18] =
    ["a", "e", "i", "o", "u", "a", "e", "i", "o", "e", "a", "ea", "ou", "i", "oo", "e", "io", "o"];
const CODAS: [&str; 22] =
    ["", "", "", "", "", "n", "r", "s", "t", "l", "nd", "st", "ck", "m", "", "ng", "", "", "d", "p", "", "x"];
const ENDINGS: [&str; 22] = [
    "s", "s", "s", "ed", "ed", "ing", "ing", "er", "ly", "ness", "ment", "able", "ful", "ion", "al", "ic", "less", "y",
    "ity", "ous", "est", "ism",
];
const BEGINNINGS: [&str; 6] = ["un", "re", "dis", "over", "in", "pre"];
const ACCENTS: [(char, char); 7] = [('e', 'é'), ('o', 'ö'), ('i', 'ï'), ('a', 'à'), ('u', 'ü'), ('c', 'ç'), ('n', 'ñ')];

/// The words, from the commonest, with how often each is drawn.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    words: Vec<String>,
    drawn: Skewed,
}

impl Vocabulary {
    /// The vocabulary of a seed.
    ///
    /// The common words keep their real share. The made-up ones share the rest by Zipf's law with
    /// Mandelbrot's shift: the word of rank `r` weighs `1 / (r + 2.7)`, which takes over from the
    /// common ones without a step.
    pub fn new(seed: u64) -> Self {
        // In billionths.
        let common = COMMON.iter().map(|(_, in_a_million)| in_a_million * 1000);
        let left = 1_000_000_000 - common.clone().sum::<usize>();
        let law = |rank: usize| 100_000_000_000 / (10 * rank + 27);
        let ranks = COMMON.len() + 1..=COMMON.len() + MADE;
        let whole: usize = ranks.clone().map(law).sum();
        let made = ranks.map(|rank| law(rank) * (left / 1000) / (whole / 1000));
        Self { drawn: Skewed::new(common.chain(made)), words: words(&mut Random::new(seed)) }
    }

    /// A word, the common ones more often.
    pub fn draw(&self, random: &mut Random) -> &str {
        &self.words[self.drawn.draw(random)]
    }

    /// A made-up word, the common ones more often: one that means something, as in a title.
    pub fn draw_made(&self, random: &mut Random) -> &str {
        loop {
            let at = self.drawn.draw(random);
            if at >= COMMON.len() {
                return &self.words[at];
            }
        }
    }

    /// All words, from the commonest.
    pub fn words(&self) -> &[String] {
        &self.words
    }
}

/// All words, no two the same.
fn words(random: &mut Random) -> Vec<String> {
    let mut words: Vec<String> = COMMON.iter().map(|(word, _)| (*word).to_owned()).collect();
    let mut known: HashSet<String> = words.iter().cloned().collect();
    while words.len() < COMMON.len() + MADE {
        let rank = words.len();
        let word = if rank > 1000 && random.chance(400) {
            let stem = random.within(COMMON.len(), rank - 1);
            derived(random, &words[stem])
        } else {
            let word = coined(random, rank);
            if random.chance(25) { accented(random, &word) } else { word }
        };
        if word.len() > 1 && known.insert(word.clone()) {
            words.push(word);
        }
    }
    words
}

/// A new stem. As in English the commoner it is, the shorter.
fn coined(random: &mut Random, rank: usize) -> String {
    let long: &[usize] = match rank {
        ..1500 => &[1, 1, 1, 2, 2],
        1500..8000 => &[1, 2, 2, 2, 3],
        _ => &[2, 2, 2, 2, 3],
    };
    let count = long[random.below(long.len())];
    (0..count).map(|_| syllable(random)).collect()
}

/// One syllable.
pub fn syllable(random: &mut Random) -> String {
    [random.pick(&ONSETS), random.pick(&NUCLEI), random.pick(&CODAS)].concat()
}

/// A word made of another, as `dance`, `dancing` and `undanced`.
fn derived(random: &mut Random, stem: &str) -> String {
    if random.chance(120) {
        return [random.pick(&BEGINNINGS), stem].concat();
    }
    let ending = random.pick(&ENDINGS);
    let vowel = ending.starts_with(['a', 'e', 'i', 'o', 'u', 'y']);
    [if vowel { stem.trim_end_matches('e') } else { stem }, ending].concat()
}

/// The word with an accent, where one of its letters can bear one.
pub fn accented(random: &mut Random, word: &str) -> String {
    let from = random.below(ACCENTS.len());
    let accents = ACCENTS.iter().cycle().skip(from).take(ACCENTS.len());
    let found = accents.into_iter().find(|(plain, _)| word.contains(*plain));
    found.map_or_else(|| word.to_owned(), |(plain, accent)| word.replacen(*plain, &accent.to_string(), 1))
}
