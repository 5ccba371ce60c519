//! Lists of blocks: what parts each from the one before, and its name. That of the dictionary is the root of the
//! site's index, the one file that a search has to know before it can begin.

use super::{bits::put_varint, dictionary::put_word, random::Random};

/// What the names of files are drawn as.
const NAMES: u64 = 9;

/// A list of blocks, not compressed yet.
///
/// What parts two blocks is the shortest beginning of the first word of one that the last word of the other does
/// not have, so that it is also known which beginnings have words in both.
pub fn list(divides: &[String], seed: u64) -> Vec<u8> {
    let (mut letters, mut names) = (Vec::new(), Vec::new());
    let mut random = Random::of(seed, &[NAMES]);
    let mut before = "";
    for divide in divides {
        put_word(&mut letters, before, divide);
        before = divide;
        names.extend(random.bits().to_le_bytes());
    }
    let mut bytes = Vec::new();
    put_varint(&mut bytes, divides.len() as u32);
    [bytes, letters, names].concat()
}

/// The beginnings whose words are in more than one block, in order. They have answers of their own, made by the
/// build; the words of every other beginning are in one block.
pub fn answered(divides: &[String]) -> Vec<String> {
    let beginnings = |divide: &String| (1..divide.len()).map(|end| divide[..end].to_owned()).collect::<Vec<_>>();
    let mut all: Vec<String> = divides.iter().flat_map(beginnings).collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divides(all: &[&str]) -> Vec<String> {
        all.iter().map(|it| (*it).to_owned()).collect()
    }

    #[test]
    fn beginnings_with_words_in_more_than_one_block_have_an_answer() {
        // Words in “so” are in the block that “sol” begins and in the one before, those in “sol” in one.
        assert_eq!(answered(&divides(&["", "f", "sol", "sou", "sp"])), ["s", "so"]);
        assert!(answered(&divides(&["", "f", "s"])).is_empty());
    }

    #[test]
    fn a_list_has_a_name_for_each_block() {
        let bytes = list(&divides(&["", "f", "sol"]), 1);
        assert_eq!(bytes.len(), 1 + (1 + 2 + 4) + 3 * 8);
        assert_ne!(bytes, list(&divides(&["", "f", "sol"]), 2));
    }
}
