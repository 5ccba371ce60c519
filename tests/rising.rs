//! The longest rising part of a list.

use crosscut::domain::rising::longest_rising;
use proptest::prelude::*;

/// The longest rising part by trying all of them.
fn longest(places: &[usize], kept: Option<usize>) -> usize {
    let rises = |chosen: u32| {
        let part = (0..places.len()).filter(|at| chosen & (1 << at) != 0).map(|at| places[at]);
        part.is_sorted() && kept.is_none_or(|kept| chosen & (1 << kept) != 0)
    };
    (0..1_u32 << places.len())
        .filter(|chosen| rises(*chosen))
        .map(|chosen| chosen.count_ones() as usize)
        .max()
        .unwrap_or(0)
}

#[test]
fn an_empty_list_has_no_part() {
    assert!(longest_rising(&[], None).is_empty());
}

#[test]
fn what_moves_to_the_end_is_all_that_moves() {
    assert_eq!(longest_rising(&[1, 2, 3, 0], None), [true, true, true, false]);
}

#[test]
fn what_is_kept_stays_and_the_others_move_around_it() {
    assert_eq!(longest_rising(&[1, 2, 3, 0], Some(3)), [false, false, false, true]);
}

proptest! {
    #[test]
    fn the_part_rises_and_none_is_longer(
        (places, kept) in (0_usize..9).prop_flat_map(|length| {
            let places = Just((0..length).map(|place| place * 3).collect::<Vec<_>>()).prop_shuffle();
            (places, prop::option::of(0..length.max(1)))
        }),
    ) {
        let kept = kept.filter(|_| !places.is_empty());
        let stays = longest_rising(&places, kept);
        prop_assert_eq!(stays.len(), places.len());
        let part: Vec<usize> = (0..places.len()).filter(|at| stays[*at]).map(|at| places[at]).collect();
        prop_assert!(part.is_sorted());
        prop_assert!(kept.is_none_or(|kept| stays[kept]));
        prop_assert_eq!(part.len(), longest(&places, kept));
    }
}
