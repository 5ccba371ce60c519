//! Who reads which data. A linked module does not say whose its data is, so this is an estimate.

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
};

use super::wasm::Module;

/// The data in stretches, each with its place in the file and the number of its reader.
///
/// A stretch begins where the code or other data names an address, and goes on to the next that is named. It
/// belongs to the owner whose functions name it most often, the first of those that tie. What only other data
/// names, as a table of functions does a text, belongs to that data's reader; what nobody names, to none.
/// `owners` has a number for each function.
pub fn stretches(module: &Module, bytes: &[u8], owners: &[usize]) -> Vec<(Range<usize>, Option<usize>)> {
    let mut readers = named_in_code(module, owners);
    let links = links(module, bytes);
    for (_, target) in &links {
        readers.entry(*target).or_insert(None);
    }
    // Each round goes one step further along the links; no chain of them is long.
    for _ in 0..16 {
        for (from, target) in &links {
            if readers.get(target) == Some(&None) {
                let reader = reader_at(&readers, *from);
                readers.insert(*target, reader);
            }
        }
    }
    let mut all = Vec::new();
    for data in &module.data {
        let end = data.address.saturating_add(length(&data.place));
        let inside = data.address.saturating_add(1)..end.max(data.address.saturating_add(1));
        let mut starts = vec![data.address];
        starts.extend(readers.range(inside).map(|(start, _)| *start));
        let ends = starts.iter().skip(1).copied().chain([end]);
        let file = |address: u32| data.place.start + usize::try_from(address - data.address).unwrap_or_default();
        all.extend(starts.iter().zip(ends).map(|(start, end)| (file(*start)..file(end), reader_at(&readers, *start))));
    }
    all
}

/// The addresses of data that functions name, each with the owner of most of them.
fn named_in_code(module: &Module, owners: &[usize]) -> BTreeMap<u32, Option<usize>> {
    let mut votes: BTreeMap<u32, HashMap<usize, usize>> = BTreeMap::new();
    for (function, owner) in module.functions.iter().zip(owners) {
        for address in function.addresses.iter().filter(|address| is_data(module, **address)) {
            *votes.entry(*address).or_default().entry(*owner).or_default() += 1;
        }
    }
    let winner = |votes: HashMap<usize, usize>| {
        votes.into_iter().max_by_key(|(owner, count)| (*count, std::cmp::Reverse(*owner))).map(|(owner, _)| owner)
    };
    votes.into_iter().map(|(address, votes)| (address, winner(votes))).collect()
}

/// The words of data that are addresses of data: where they stand in the memory, and what they name.
fn links(module: &Module, bytes: &[u8]) -> Vec<(u32, u32)> {
    let mut links = Vec::new();
    for data in &module.data {
        // Addresses stand at multiples of four.
        let first = data.address.next_multiple_of(4);
        let skipped = usize::try_from(first - data.address).unwrap_or_default();
        let content = bytes.get(data.place.clone()).and_then(|content| content.get(skipped..)).unwrap_or_default();
        let words = content.as_chunks::<4>().0.iter().map(|word| u32::from_le_bytes(*word));
        links.extend((first..).step_by(4).zip(words).filter(|(_, target)| is_data(module, *target)));
    }
    links
}

fn is_data(module: &Module, address: u32) -> bool {
    module.data.iter().any(|data| (data.address..data.address.saturating_add(length(&data.place))).contains(&address))
}

/// The reader of what begins at or last before an address.
fn reader_at(readers: &BTreeMap<u32, Option<usize>>, address: u32) -> Option<usize> {
    readers.range(..=address).next_back().and_then(|(_, reader)| *reader)
}

fn length(place: &Range<usize>) -> u32 {
    u32::try_from(place.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{
        super::wasm::{Data, Function},
        *,
    };

    #[test]
    fn data_belongs_to_whoever_names_it_and_to_the_reader_of_what_names_it() {
        let function = |addresses: &[u32]| Function { addresses: addresses.to_vec(), ..Function::default() };
        // Sixteen bytes: nobody's, a word that names 1012, a word of plain numbers, and what is named at 1012.
        let bytes: Vec<u8> = [0, 1012, 7, 9].into_iter().flat_map(u32::to_le_bytes).collect();
        let module = Module {
            functions: vec![function(&[1004]), function(&[1008, 5]), function(&[1008]), function(&[1008])],
            data: vec![Data { address: 1000, place: 0..16 }],
        };
        let found = stretches(&module, &bytes, &[3, 4, 6, 6]);
        assert_eq!(found, [(0..4, None), (4..8, Some(3)), (8..12, Some(6)), (12..16, Some(3))]);
    }

    #[test]
    fn a_stretch_goes_on_over_a_gap_in_the_data() {
        let function = Function { addresses: vec![8], ..Function::default() };
        let pieces = [Data { address: 8, place: 0..4 }, Data { address: 24, place: 6..10 }];
        let module = Module { functions: vec![function], data: pieces.into() };
        assert_eq!(stretches(&module, &[0; 10], &[1]), [(0..4, Some(1)), (6..10, Some(1))]);
    }
}
