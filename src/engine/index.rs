//! The words of many texts, and where each stands.

mod marks;

pub use marks::{MOST_MARKS, Marks};

use crate::{
    bits::Bits,
    names::{Names, narrow},
    places::Places,
    runs::{BORDER, Runs},
    shorts::Shorts,
    term::{Fit, Term},
    words::each_word,
    written::Written,
};

/// The words of numbered texts.
///
/// A search goes over the distinct words, of which there are a tenth as many as texts or fewer, and
/// joins the texts of those that fit. That finds any part of a word at the price of a start.
#[derive(Clone, Debug, Default)]
pub struct WordIndex {
    texts: usize,
    words: Names,
    /// The letters of each word, a bit each.
    masks: Vec<u64>,
    /// The pairs of letters of each word that follow each other; pairs share bits.
    pairs: Vec<u64>,
    places: Vec<Places>,
    runs: Runs,
    /// What else is in the texts, where they are kept.
    pub(crate) written: Option<Written>,
    /// The letters that each text has, and those that its words start with, a bit each.
    letters: Vec<(u64, u64)>,
    /// The texts of the shortest parts, once they are looked up.
    shorts: Option<Shorts>,
    /// How many words these were looked up in, counting and adding.
    looked_up: usize,
}

/// Where a term stands.
#[derive(Clone, Debug)]
pub struct Found {
    /// The texts, by how the term fits there; a text can be in several.
    pub texts: [Bits; 3],
    /// The words that it fits into, where it is one word and these were gone through.
    pub words: Option<Vec<u32>>,
}

impl WordIndex {
    /// One that gives its texts back as they were written.
    #[must_use]
    pub fn keeping() -> Self {
        Self { written: Some(Written::default()), ..Self::default() }
    }

    /// Adds to a text. What is added in several goes, one right after the other, is parted: no phrase
    /// runs from one into the next.
    pub fn add(&mut self, text: usize, content: &str) {
        self.add_block(text, 0, content);
    }

    /// The same, with a tag that comes back with it.
    #[inline(never)]
    pub fn add_block(&mut self, text: usize, tag: u8, content: &str) {
        (self.shorts, self.looked_up) = (None, 0);
        if text >= self.texts {
            self.texts = text + 1;
            self.letters.resize(self.texts, (0, 0));
        }
        self.runs.start(text);
        if let Some(written) = &mut self.written {
            written.start(text, tag);
        }
        let (mut letters, mut starts) = (0, 0);
        each_word(content, |word, place| {
            if let Some(written) = &mut self.written {
                written.word(content, word, place);
            }
            let number = self.number_of(word);
            self.runs.add(number);
            if let Some(places) = self.places.get_mut(number as usize) {
                places.add(narrow(text), self.texts);
            }
            letters |= self.masks.get(number as usize).copied().unwrap_or_default();
            starts |= word.bytes().next().map_or(0, letter_bit);
        });
        if let Some(of_text) = self.letters.get_mut(text) {
            of_text.0 |= letters;
            of_text.1 |= starts;
        }
        self.runs.end(text);
        if let Some(written) = &mut self.written {
            written.end(text, content);
        }
    }

    /// A text as it was written, in the parts that it was added in, each with its tag. Nothing where texts are
    /// not kept.
    #[must_use]
    #[inline(never)]
    pub fn blocks(&self, text: usize) -> Vec<(u8, String)> {
        let numbers = self.runs.of(text).filter(|number| *number != BORDER);
        let words = numbers.map(|number| self.words.get(number as usize));
        self.written.as_ref().map(|written| written.blocks(text, words)).unwrap_or_default()
    }

    /// The number of a word, a new one where it is new.
    #[inline]
    fn number_of(&mut self, word: &str) -> u32 {
        let number = self.words.add(word);
        if number == self.masks.len() {
            self.masks.push(mask(word));
            self.pairs.push(pairs(word));
            self.places.push(Places::default());
        }
        narrow(number)
    }

    /// The words that may come from another by at most so many changes of a letter each, and in how many
    /// texts each stands. Some take more changes: only what is quickly told is told apart.
    pub fn words_like(&self, word: &str, changes: usize) -> impl Iterator<Item = (&str, usize)> {
        let (wanted, length) = (mask(word), word.len());
        // A change takes a letter away and brings one. Only the letters with bits of their own are looked at.
        let alike = move |mask: u64| ((mask ^ wanted) & OWN_BITS).count_ones() as usize <= 2 * changes;
        let numbers = self.masks.iter().enumerate().filter(move |(_, mask)| alike(**mask)).map(|(number, _)| number);
        let near = move |number: &usize| self.words.get(*number).len().abs_diff(length) <= 4 * changes;
        numbers.filter(near).map(|number| (self.words.get(number), self.places.get(number).map_or(0, Places::count)))
    }

    /// The words that a part fits into, with how.
    fn fitting(&self, part: &str) -> impl Iterator<Item = (usize, Fit)> {
        let (letters, pairs) = (mask(part), pairs(part));
        let known = self.masks.iter().zip(&self.pairs).enumerate();
        let alike = known.filter(move |(_, (mask, pair))| *mask & letters == letters && *pair & pairs == pairs);
        alike.filter_map(move |(number, _)| Some((number, Fit::of(part, self.words.get(number))?)))
    }

    /// Where a term stands, as numbers of texts below `texts`. None where it stands nowhere. `among` are
    /// words that it can fit into, where that is known: those that a part of it fits into.
    #[must_use]
    #[inline(never)]
    pub fn find(&self, term: &Term, among: Option<&[u32]>, texts: usize) -> Option<Found> {
        match term {
            Term::Word(part) => self.find_word(part, among, texts),
            Term::Phrase { words, open } => self.find_phrase(words, *open, texts),
        }
    }

    /// Looks up some more of the shortest parts of words; false where all are. `texts` is how many texts
    /// there are. What is added later makes it all to be done anew.
    #[inline(never)]
    pub fn look_up(&mut self, texts: usize) -> bool {
        /// How much is done at a time, in texts of words.
        const WORK: usize = 4096;
        /// What a word takes, whatever its texts.
        const WORD: usize = 16;
        let words = self.places.len();
        let shorts = self.shorts.get_or_insert_default();
        let mut done = 0;
        // All words are gone through twice: first they are counted.
        while done < WORK && self.looked_up < 2 * words {
            let is_counted = self.looked_up >= words;
            let number = self.looked_up % words;
            let (word, places) = (self.words.get(number), &self.places[number]);
            if is_counted {
                shorts.add(word, narrow(number), |bits| places.put(bits));
                done += places.count();
            } else {
                // Bits are put together by the word of the machine, others one by one.
                shorts.count(word, places.count().min(texts / 64) + WORD);
            }
            done += WORD;
            self.looked_up += 1;
            if self.looked_up == words {
                shorts.choose(texts);
            }
        }
        self.looked_up < 2 * words
    }

    fn find_word(&self, part: &str, among: Option<&[u32]>, texts: usize) -> Option<Found> {
        if self.looked_up == 2 * self.places.len()
            && let Some(known) = self.shorts.as_ref().and_then(|shorts| shorts.find(part))
        {
            let mut whole = Bits::none(texts);
            if let Some(number) = self.words.find(part) {
                self.put(number, &mut whole);
            }
            let texts = [whole, known.starts.clone(), known.texts.clone()];
            return Some(Found { texts, words: known.words.clone() });
        }
        if let Some(bit) = only_letter(part) {
            return self.find_letter(part, bit, texts);
        }
        let mut found: Option<Found> = None;
        let mut take = |number: usize, fit: Fit| {
            let found = found.get_or_insert_with(|| nowhere(texts));
            self.put(number, &mut found.texts[fit as usize]);
            found.words.get_or_insert_default().push(narrow(number));
        };
        if let Some(among) = among {
            let (letters, pairs) = (mask(part), pairs(part));
            for number in among {
                let number = *number as usize;
                let has = |of: &[u64], wanted| of.get(number).is_some_and(|bits| bits & wanted == wanted);
                if has(&self.pairs, pairs)
                    && has(&self.masks, letters)
                    && let Some(fit) = Fit::of(part, self.words.get(number))
                {
                    take(number, fit);
                }
            }
        } else {
            self.fitting(part).for_each(|(number, fit)| take(number, fit));
        }
        found
    }

    /// Where a letter or digit of ASCII stands.
    fn find_letter(&self, letter: &str, bit: u64, texts: usize) -> Option<Found> {
        let mut found = nowhere(texts);
        let [whole, start, part] = &mut found.texts;
        if let Some(number) = self.words.find(letter) {
            self.put(number, whole);
        }
        let mut any = false;
        for (text, (letters, starts)) in self.letters.iter().enumerate() {
            if letters & bit != 0 {
                any = true;
                part.insert(text);
                if starts & bit != 0 {
                    start.insert(text);
                }
            }
        }
        any.then_some(found)
    }

    fn put(&self, word: usize, bits: &mut Bits) {
        if let Some(places) = self.places.get(word) {
            places.put(bits);
        }
    }

    fn find_phrase(&self, words: &[String], open: bool, texts: usize) -> Option<Found> {
        let (last, first) = words.split_last()?;
        let first: Vec<u32> = first.iter().map(|word| self.words.find(word).map(narrow)).collect::<Option<_>>()?;
        let mut candidates: Option<Bits> = None;
        let mut narrow_to = |bits: Bits| match &mut candidates {
            Some(candidates) => candidates.keep(&bits),
            None => candidates = Some(bits),
        };
        for word in &first {
            let mut bits = Bits::none(texts);
            self.put(*word as usize, &mut bits);
            narrow_to(bits);
        }
        let mut ends = vec![None; self.words.len()];
        let mut bits = Bits::none(texts);
        for (number, fit) in self.fitting(last) {
            if fit == Fit::Whole || (open && fit == Fit::Start) {
                self.put(number, &mut bits);
                if let Some(end) = ends.get_mut(number) {
                    *end = Some(fit);
                }
            }
        }
        narrow_to(bits);
        let candidates = candidates?;
        let mut found = nowhere(texts);
        for text in candidates.iter() {
            let run: Vec<u32> = self.runs.of(text).collect();
            for run in run.windows(words.len()) {
                let Some((end, start)) = run.split_last() else { continue };
                if start == first
                    && let Some(fit) = ends.get(*end as usize).copied().flatten()
                {
                    found.texts[fit as usize].insert(text);
                }
            }
        }
        Some(found).filter(|found| found.texts.iter().any(|bits| !bits.is_empty()))
    }

    /// How many texts there are, up to the last that was added to.
    #[must_use]
    pub const fn texts(&self) -> usize {
        self.texts
    }

    /// How many bytes it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.words.bytes()
            + self.runs.bytes()
            + self.written.as_ref().map_or(0, Written::bytes)
            + (self.masks.capacity() + self.pairs.capacity() + 2 * self.letters.capacity()) * 8
            + self.places.capacity() * size_of::<Places>()
            + self.places.iter().map(Places::bytes).sum::<usize>()
            + self.shorts.as_ref().map_or(0, Shorts::bytes)
    }
}

/// The bits of the letters from a to z and of the digits.
const OWN_BITS: u64 = (1 << 36) - 1;

/// A bit for each letter and digit of a word; all other letters share two.
fn mask(word: &str) -> u64 {
    word.bytes().fold(0, |mask, byte| mask | letter_bit(byte))
}

/// A bit for each pair of letters that follow each other.
fn pairs(word: &str) -> u64 {
    let bit = |pair: &[u8]| match pair {
        [one, other] => 1 << (((one & 31) * 7 + (other & 31)) % 64),
        _ => 0,
    };
    word.as_bytes().windows(2).fold(0, |pairs, pair| pairs | bit(pair))
}

#[inline]
const fn letter_bit(byte: u8) -> u64 {
    let bit = match byte {
        b'a'..=b'z' => byte - b'a',
        b'0'..=b'9' => 26 + byte - b'0',
        other => 36 + other % 28,
    };
    1 << bit
}

/// The bit of the letter or digit of ASCII that a text is; it has that bit to itself.
fn only_letter(text: &str) -> Option<u64> {
    match text.as_bytes() {
        [letter] if letter.is_ascii_alphanumeric() => Some(letter_bit(*letter)),
        _ => None,
    }
}

fn nowhere(texts: usize) -> Found {
    Found { texts: std::array::from_fn(|_| Bits::none(texts)), words: None }
}
