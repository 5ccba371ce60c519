//! What a page of results shows of a review: shards of cards, and the answers to beginnings of words.

use super::{bits::put_varint, language::Language, random::Random, site::Site, spelling::Spelling};

/// How many reviews that follow each other have their cards in one file.
pub const CARDS: u32 = 32;
/// How many words an answer offers to go on with.
const OFFERED: usize = 10;

/// What the texts of cards are named among what draws numbers.
const FILM: u64 = 6;
const REVIEW: u64 = 7;
const REVIEWER: u64 = 8;

/// Writes cards with made-up texts.
#[derive(Debug)]
pub struct Cards<'a> {
    site: &'a Site,
    spelling: Spelling,
}

impl<'a> Cards<'a> {
    pub fn of(site: &'a Site) -> Self {
        Self { site, spelling: Spelling::new() }
    }

    /// How many files of cards there are.
    pub fn files(&self) -> u32 {
        self.site.reviews().div_ceil(CARDS)
    }

    /// A file of cards, not compressed yet.
    pub fn file(&self, file: u32) -> Vec<u8> {
        let start = file * CARDS;
        self.of_reviews(start..(start + CARDS).min(self.site.reviews()))
    }

    /// Cards of reviews in the order of their films: of each film its title, year and how many of its reviews
    /// follow; of each review who wrote it, headline, grade, day, and a stance for each aspect.
    fn of_reviews(&self, reviews: impl IntoIterator<Item = u32>) -> Vec<u8> {
        let (mut texts, mut numbers) = (Vec::new(), Vec::new());
        let mut last = None;
        for review in reviews {
            let film = self.site.films.of_review(review);
            if last.replace(film) != Some(film) {
                let mut random = Random::of(self.site.seed, &[FILM, u64::from(film)]);
                let words = 1 + random.below(4);
                self.names(&mut texts, words, &mut random);
                numbers.push(100 + random.below(27) as u8);
                put_varint(&mut numbers, self.site.films.reviews_of(film).len() as u32);
            }
            let mut random = Random::of(self.site.seed, &[REVIEW, u64::from(review)]);
            // Few reviewers write much: each octave of them as much as the others.
            let reviewers = f64::from(self.site.reviews() / 20 + 2);
            let reviewer = reviewers.powf(random.unit()) as u64;
            self.names(&mut texts, 2, &mut Random::of(self.site.seed, &[REVIEWER, reviewer]));
            for _ in 0..4 + random.below(5) {
                texts.extend(self.spelling.word(self.site.language.word(&mut random)).bytes());
                texts.push(b' ');
            }
            texts.push(b'\n');
            numbers.push(random.below(40) as u8);
            put_varint(&mut numbers, random.below(8_000));
            // Fourteen aspects, of which a review speaks of six: two bits each.
            let stance = |random: &mut Random| if random.unit() < 0.43 { 1 + random.below(3) } else { 0 };
            numbers.extend((0..14).fold(0, |stances, _| stances << 2 | stance(&mut random)).to_le_bytes());
        }
        [texts, numbers].concat()
    }

    fn names(&self, texts: &mut Vec<u8>, words: u32, random: &mut Random) {
        for _ in 0..words {
            texts.extend(self.spelling.word(Language::name(random)).bytes());
            texts.push(b' ');
        }
        texts.push(b'\n');
    }

    /// An answer to a beginning: words to go on with, and a page of cards of reviews from anywhere.
    pub fn answer(&self, beginning: &str, hits: u32) -> Vec<u8> {
        let names: Vec<u64> = beginning.bytes().map(u64::from).collect();
        let mut random = Random::of(self.site.seed, &names);
        let mut bytes = Vec::new();
        for _ in 0..OFFERED {
            let mut word = beginning.to_owned();
            let length = word.len() + 1 + random.below(6) as usize;
            self.spelling.go_on(&mut word, length, &mut random);
            bytes.extend(word.bytes());
            bytes.push(b'\n');
            put_varint(&mut bytes, random.below(self.site.reviews()));
        }
        let mut reviews: Vec<u32> = (0..hits).map(|_| random.below(self.site.reviews())).collect();
        reviews.sort_unstable();
        for review in &reviews {
            put_varint(&mut bytes, *review);
        }
        [bytes, self.of_reviews(reviews)].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_reviews_have_a_card() {
        let site = Site::of(100, 1);
        let cards = Cards::of(&site);
        assert_eq!(cards.files(), 4);
        let sizes: Vec<usize> = (0..4).map(|file| cards.file(file).len()).collect();
        assert!(sizes[..3].iter().all(|size| (1_200..2_500).contains(size)), "{sizes:?}");
        assert!(sizes[3] < 500, "four reviews are left: {sizes:?}");
        assert_eq!(cards.file(2), Cards::of(&site).file(2));
    }

    #[test]
    fn an_answer_has_words_and_cards() {
        let site = Site::of(1_000, 1);
        let answer = Cards::of(&site).answer("so", 20);
        assert!(answer.starts_with(b"so"));
        assert!((900..3_000).contains(&answer.len()), "{}", answer.len());
    }
}
