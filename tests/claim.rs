//! Where a review stands on an aspect.

use crosscut::domain::{
    aspect::Aspect,
    claim::{Stance, Standing, Standings},
};
use proptest::prelude::*;

mod support;

use support::{any, claims, standings};

/// What the claims add up to, and how the mark is said.
fn check(notation: &str, label: &str, strength: u8) {
    let standing = Standing::of(&claims(notation));
    assert_eq!(standing.map(Standing::label), Some(label), "{notation}");
    assert_eq!(standing.map(|it| it.strength.number()), Some(strength), "{notation}");
}

#[test]
fn claims_add_up_to_a_standing() {
    check("acting+3", "positive", 3);
    check("acting-1", "negative", 1);
    check("acting~2", "mixed", 2);
    check("acting+2 acting+3 acting+2", "positive", 3);
    check("acting-1 acting-2", "negative", 2);
    check("acting+2 acting-1", "mixed", 2);
    check("acting+2 acting~1", "mixed", 2);
    check("acting~1 acting-3", "mixed", 3);
    check("acting+1 acting-1 acting+3", "mixed", 3);
}

#[test]
fn a_standing_is_hedged_where_every_claim_behind_it_is() {
    check("acting~1?", "mixed, hedged", 1);
    check("acting+1? acting+2?", "positive, hedged", 2);
    check("acting-1?", "negative, hedged", 1);
    check("acting+2 acting-1?", "mixed", 2);
    check("acting+2? acting-1", "mixed", 2);
}

#[test]
fn without_claims_there_is_no_standing() {
    assert_eq!(Standing::of(&[]), None);
    assert_eq!(Stance::of([]), None);
    assert_eq!(standings(""), Standings::default());
    assert_eq!(standings("").spoken().count(), 0);
}

#[test]
fn a_review_stands_on_each_aspect_by_its_claims_there() {
    let standings = standings("pacing+2 writing+1 pacing-1? writing-1 representation~1? acting+3 audience-2");
    let spoken: Vec<String> =
        standings.spoken().map(|(aspect, standing)| format!("{aspect} {}", standing.label())).collect();
    let expected =
        ["acting positive", "writing mixed", "pacing mixed", "representation mixed, hedged", "audience negative"];
    assert_eq!(spoken, expected);
    assert_eq!(standings.on(Aspect::Sound), None);
}

/// The stance of several, from the words of the rule.
fn expected(stances: &[Stance]) -> Option<Stance> {
    let all = |stance: Stance| stances.iter().all(|it| *it == stance);
    match stances {
        [] => None,
        _ if all(Stance::Positive) => Some(Stance::Positive),
        _ if all(Stance::Negative) => Some(Stance::Negative),
        _ => Some(Stance::Mixed),
    }
}

proptest! {
    #[test]
    fn a_stance_is_positive_or_negative_only_where_all_are(
        stances in proptest::collection::vec(proptest::sample::select(Stance::ALL.to_vec()), 0..6),
    ) {
        prop_assert_eq!(Stance::of(stances.iter().copied()), expected(&stances));
    }

    #[test]
    fn the_order_of_claims_does_not_change_where_a_review_stands(
        notation in "((pacing|writing)[+~-][1-3]\\?? ){0,6}",
        turn: prop::sample::Index,
    ) {
        let mut turned = claims(&notation);
        let at = turn.index(turned.len() + 1);
        turned.rotate_left(at);
        prop_assert_eq!(Standings::of(&turned), standings(&notation));
        turned.reverse();
        prop_assert_eq!(Standings::of(&turned), standings(&notation));
    }

    #[test]
    fn standings_are_on_each_aspect_what_they_were_made_of(all in any::standings()) {
        let again = Standings::new(Aspect::ALL.map(|aspect| all.on(aspect)));
        prop_assert_eq!(again, all);
        let spoken: Vec<Aspect> = all.spoken().map(|(aspect, _)| aspect).collect();
        let silent = Aspect::ALL.into_iter().filter(|aspect| all.on(*aspect).is_none()).count();
        prop_assert_eq!(spoken.len() + silent, Aspect::COUNT);
        prop_assert!(spoken.is_sorted());
    }
}
