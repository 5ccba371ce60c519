//! What is counted of a review's text.

use crosscut::domain::review::{Block, BlockKind, Review};
use proptest::prelude::*;

mod support;

use support::{any, block, review, review_id};

/// A review of blocks of so many words.
fn of_blocks(blocks: &[(BlockKind, usize)]) -> Review {
    let body = blocks.iter().map(|(kind, words)| Block { kind: *kind, ..block(&"word\n ".repeat(*words)) });
    Review { body: body.collect(), ..review("a", "") }
}

fn check(blocks: &[(BlockKind, usize)], words: usize, beside: usize, plot_share: usize) {
    let review = of_blocks(blocks);
    assert_eq!((review.words(), review.words_beside_opinion(), review.plot_share()), (words, beside, plot_share));
}

#[test]
fn the_plots_share_is_of_all_words_with_halves_rounded_up() {
    use BlockKind::{Availability, Boilerplate, Credits, Opinion, Plot};
    check(&[], 0, 0, 0);
    check(&[(Plot, 0)], 0, 0, 0);
    check(&[(Opinion, 7)], 7, 0, 0);
    check(&[(Plot, 7)], 7, 7, 100);
    check(&[(Opinion, 1), (Plot, 1)], 2, 1, 50);
    check(&[(Opinion, 199), (Plot, 1)], 200, 1, 1);
    check(&[(Opinion, 200), (Plot, 1)], 201, 1, 0);
    check(&[(Opinion, 2), (Plot, 1)], 3, 1, 33);
    check(&[(Opinion, 1), (Plot, 2)], 3, 2, 67);
    check(&[(Plot, 3), (Opinion, 5), (Plot, 2), (Credits, 4), (Availability, 3), (Boilerplate, 3)], 20, 15, 25);
}

proptest! {
    #[test]
    fn the_words_of_all_blocks_are_the_words_of_the_review(review in any::review(review_id("a"), Vec::new())) {
        let of = |kind: BlockKind| -> usize {
            let blocks = review.body.iter().filter(|block| block.kind == kind);
            blocks.map(|block| block.text.split_whitespace().count()).sum()
        };
        prop_assert_eq!(BlockKind::ALL.map(of).iter().sum::<usize>(), review.words());
        prop_assert_eq!(review.words_beside_opinion() + of(BlockKind::Opinion), review.words());
        prop_assert!(review.plot_share() <= 100);
        prop_assert!(review.plot_share().abs_diff(100 * of(BlockKind::Plot) / review.words().max(1)) <= 1);
    }
}
