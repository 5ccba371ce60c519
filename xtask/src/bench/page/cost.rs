//! What a part of a file costs once the file is compressed.
//!
//! There is no such number as such: a compressor writes each byte with the help of all before it. Two
//! numbers come near. *Saved* is how much smaller the file compresses with the part taken out of it: the
//! price of having the part, given all the others. Because parts that are alike help each other, what is
//! saved by each does not add up to the whole. The *share* does: what is saved, all by one factor.

use std::{num::NonZero, ops::Range, thread};

use crate::{Failure, weight::brotli};

/// How many bytes of brotli 11 a file would lose with each of its parts, which are places in it.
pub fn saved(file: &[u8], parts: &[Vec<Range<usize>>]) -> Result<Vec<usize>, Failure> {
    let whole = brotli(file)?;
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let work = |first: usize| -> Result<Vec<(usize, usize)>, Failure> {
        let own = parts.iter().enumerate().skip(first).step_by(workers);
        own.map(|(at, part)| Ok((at, whole.saturating_sub(brotli(&without(file, part))?)))).collect()
    };
    let done: Vec<Result<Vec<(usize, usize)>, Failure>> = thread::scope(|scope| {
        let work = &work;
        let works: Vec<_> = (0..workers).map(|first| scope.spawn(move || work(first))).collect();
        let stopped = || Err(Failure::new("a file could not be compressed in parts; run the command again"));
        works.into_iter().map(|work| work.join().unwrap_or_else(|_| stopped())).collect()
    });
    let mut saved = vec![0; parts.len()];
    for part in done {
        for (at, bytes) in part? {
            saved[at] = bytes;
        }
    }
    Ok(saved)
}

/// The file without some places of it, whatever order they are in.
fn without(file: &[u8], places: &[Range<usize>]) -> Vec<u8> {
    let mut places: Vec<&Range<usize>> = places.iter().collect();
    places.sort_by_key(|place| place.start);
    let (mut rest, mut from) = (Vec::with_capacity(file.len()), 0);
    for place in places {
        rest.extend_from_slice(file.get(from..place.start).unwrap_or_default());
        from = from.max(place.end);
    }
    rest.extend_from_slice(file.get(from..).unwrap_or_default());
    rest
}

/// A whole in parts as the weights stand to each other, to the last byte: what is left over by rounding down
/// goes to the first ones that lost most.
pub fn shares(whole: usize, weights: &[usize]) -> Vec<usize> {
    let sum = weights.iter().sum::<usize>().max(1);
    let mut shares: Vec<usize> = weights.iter().map(|weight| whole * weight / sum).collect();
    let mut lost: Vec<usize> = (0..weights.len()).filter(|at| weights[*at] > 0).collect();
    lost.sort_by_key(|at| std::cmp::Reverse(whole * weights[*at] % sum));
    let left = whole.saturating_sub(shares.iter().sum());
    for at in lost.into_iter().take(left) {
        shares[at] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_to_the_whole() {
        assert_eq!(shares(100, &[1, 1, 1]), [34, 33, 33]);
        assert_eq!(shares(10, &[3, 0, 6]), [3, 0, 7]);
        assert_eq!(shares(10, &[]), [0; 0]);
        assert_eq!(shares(7, &[5, 4, 3, 2]).iter().sum::<usize>(), 7);
    }

    #[test]
    fn places_are_taken_out_in_any_order() {
        assert_eq!(without(b"abcdef", &[4..5, 0..2]), b"cdf");
        assert_eq!(without(b"abc", &[]), b"abc");
    }

    #[test]
    fn what_is_there_twice_saves_little() {
        let text: Vec<u8> = (0..2000_u32).flat_map(|number| (number * number % 7919).to_le_bytes()).collect();
        let file = [text.clone(), text.clone()].concat();
        let (half, all) = (0..text.len(), 0..file.len());
        let found = saved(&file, &[vec![half], vec![all]]).unwrap();
        assert!(found[0] * 4 < found[1], "{found:?}");
    }
}
