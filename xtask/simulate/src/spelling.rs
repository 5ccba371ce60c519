//! How words are spelt: made up, but beginning, going on and being as long as those of the site's reviews.

use super::random::Random;

/// How often a letter follows another in the 7,300 distinct words of the site's reviews, as the number of binary
/// digits of the count: a row for each letter `a` to `z`, and one for the beginning of a word.
const FOLLOWS: [&[u8; 26]; 27] = [
    b"2788467583798a182a89776475",
    b"75118002630721800764711040",
    b"81628009708702904748700040",
    b"73269363821554720773644060",
    b"958a866563497a574aa8576763",
    b"70007700700701700636601030",
    b"70018057702615600763602030",
    b"83139213800443800647702050",
    b"7688868312587a872898370424",
    b"50005000400000600000500000",
    b"52018101702435520371302050",
    b"94479432915952840277652071",
    b"86309301800264770261600040",
    b"838895a4836437733489653252",
    b"6677566273688a871988978353",
    b"82128116702820870876601040",
    b"00000000000000000000700000",
    b"9567a564926677950788764071",
    b"7373912880676577438a726050",
    b"8261a328900744820887715073",
    b"66677563713778361887130234",
    b"70009000700200600220100020",
    b"71047306701426720561100020",
    b"40404000400000350004100000",
    b"53336000500444520463423000",
    b"40005003400310300000200024",
    b"99a989898779988959a9779164",
];

/// Spells words.
#[derive(Debug)]
pub struct Spelling {
    /// For each letter, and for the beginning, the weights of the letters that follow, summed up.
    follows: Vec<[u32; 26]>,
}

impl Spelling {
    pub fn new() -> Self {
        let weight = |digit: u8| match (digit as char).to_digit(16) {
            None | Some(0) => 0,
            Some(digits) => 3 << (digits - 1),
        };
        let summed = |row: &[u8; 26]| {
            let mut sum = 0;
            row.map(|digit| {
                sum += weight(digit);
                sum
            })
        };
        Self { follows: FOLLOWS.into_iter().map(summed).collect() }
    }

    /// The word of a rank, the same on every site. Two words may be spelt alike.
    pub fn word(&self, rank: u32) -> String {
        let mut random = Random::of(0, &[u64::from(rank)]);
        let usual = (2.2 + 0.5 * f64::from(rank).ln()).min(8.5);
        let length = (usual + 2.2 * (random.unit() + random.unit() - 1.0)).round().max(1.0) as usize;
        let mut word = String::with_capacity(length + 2);
        self.go_on(&mut word, length, &mut random);
        word
    }

    /// Adds letters to a word until it has so many.
    pub fn go_on(&self, word: &mut String, length: usize, random: &mut Random) {
        let mut last = word.bytes().last().map_or(26, |letter| usize::from(letter - b'a'));
        while word.len() < length {
            let row = &self.follows[last];
            let drawn = random.below(row[25]);
            last = row.partition_point(|up_to| *up_to <= drawn);
            word.push(char::from(b'a' + last as u8));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_letters_and_lengths_as_words_have() {
        let spelling = Spelling::new();
        let words: Vec<String> = (1..20_000).map(|rank| spelling.word(rank)).collect();
        assert!(words.iter().all(|word| word.bytes().all(|letter| letter.is_ascii_lowercase())));
        let mean = words.iter().map(String::len).sum::<usize>() as f64 / words.len() as f64;
        assert!((6.0..7.5).contains(&mean), "{mean}");
        let begin = |letter: char| words.iter().filter(|word| word.starts_with(letter)).count();
        assert!(begin('s') > 4 * begin('k'), "{} and {}", begin('s'), begin('k'));
        assert_eq!(spelling.word(77), spelling.word(77));
    }

    #[test]
    fn a_word_goes_on_from_its_end() {
        let (spelling, mut word) = (Spelling::new(), "q".to_owned());
        spelling.go_on(&mut word, 3, &mut Random::of(1, &[]));
        assert!(word.starts_with("qu") && word.len() == 3, "{word}");
    }
}
