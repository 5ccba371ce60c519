//! The longest part of a list that rises: what can stay where it is while the rest moves around it.

/// Marks a longest part of `places`, which differ, whose values rise from one to the next. Where `kept` is
/// an index of the list, it belongs to that part.
#[must_use]
pub fn longest_rising(places: &[usize], kept: Option<usize>) -> Vec<bool> {
    // For each length, where the part of that length ends whose last value is the least.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    for (at, place) in places.iter().enumerate() {
        if kept.is_some_and(|kept| places.get(kept).is_some_and(|other| at.cmp(&kept) != place.cmp(other))) {
            continue;
        }
        let length = ends.partition_point(|end| places[*end] < *place);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut rises = vec![false; places.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        rises[at] = true;
        next = before[at];
    }
    rises
}
