//! Which reviews are compared, in which order, and how they came to be chosen.

use crosscut::domain::{
    comparison::{MOST, Omission, Origin, Selection, contrasting},
    film::Film,
    slug::ReviewId,
};
use proptest::{
    collection::vec,
    prelude::*,
    sample::{select, subsequence},
};

mod support;

use support::{film, ids, review, review_id};

/// Reviews a to g; the most contrasting are a, b, e and g.
fn letters(compare: &str) -> Film {
    let claims = ["sound+ pacing+2 pacing-1?", "sound- pacing-", "sound+", "", "story+", "", "theme+"];
    let reviews = "abcdefg".chars().zip(claims).map(|(id, claims)| review(&id.to_string(), claims));
    Film { compare: review_ids(compare), ..film("letters", reviews.collect()) }
}

fn review_ids(list: &str) -> Vec<ReviewId> {
    list.split_whitespace().map(review_id).collect()
}

fn names(list: &str) -> Vec<String> {
    list.split_whitespace().map(str::to_owned).collect()
}

/// Of the reviews that an address names and pins: those that are chosen, with a bar after the pinned.
fn check_pins(asked: &str, pins: &str, chosen: &str, omissions: &[Omission]) {
    let selection = Selection::of(&letters(""), Some(&names(asked)), &names(pins));
    let (pinned, others) = selection.ids.split_at(selection.pinned);
    assert_eq!(format!("{} | {}", ids(pinned), ids(others)).trim(), chosen, "{asked}, {pins} pinned");
    assert_eq!(selection.omissions, omissions, "{asked}, {pins} pinned");
}

#[test]
fn pinned_reviews_come_first_in_the_order_of_the_address() {
    check_pins("a b c d", "", "| a b c d", &[]);
    check_pins("a b c d", "c", "c | a b d", &[]);
    check_pins("a b c d", "d b", "b d | a c", &[]);
    check_pins("a b c d", "a", "a | b c d", &[]);
    check_pins("b a", "a b", "b a |", &[]);
    check_pins("a b c", "c c", "c | a b", &[]);
}

#[test]
fn a_pin_of_what_is_not_compared_is_said() {
    let not_pinned = |name: &str| Omission::NotPinned(name.to_owned());
    check_pins("a b", "c", "| a b", &[not_pinned("c")]);
    check_pins("a b", "zz b", "b | a", &[not_pinned("zz")]);
    check_pins("a b c d e f g", "g", "| a b c d e f", &[Omission::TooMany(review_id("g")), not_pinned("g")]);
    check_pins("a zz b", "zz", "| a b", &[Omission::Unknown("zz".to_owned()), not_pinned("zz")]);
}

#[test]
fn the_usual_set_can_be_pinned_too() {
    let selection = Selection::of(&letters("d a c"), None, &names("c"));
    assert_eq!((ids(&selection.ids).as_str(), selection.pinned, selection.origin), ("c d a", 1, Origin::Named));
}

fn check_origin(compare: &str, asked: &str, origin: Origin) {
    let selection = Selection::of(&letters(compare), Some(&names(asked)), &[]);
    assert_eq!(selection.origin, origin, "{asked}, where the file names {compare}");
}

#[test]
fn how_a_set_was_chosen_follows_from_what_it_is_in_whatever_order() {
    check_origin("", "a b e g", Origin::MostContrasting);
    check_origin("", "g a e b", Origin::MostContrasting);
    check_origin("", "a b e", Origin::Asked);
    check_origin("", "a b e g c", Origin::Asked);
    check_origin("", "a b e f", Origin::Asked);
    check_origin("d a", "d a", Origin::Named);
    check_origin("d a", "a d", Origin::Named);
    check_origin("d a", "g a e b", Origin::MostContrasting);
    check_origin("d a", "d", Origin::Asked);
    check_origin("a b e g", "g a e b", Origin::Named);
}

#[test]
fn a_set_that_is_left_of_a_longer_one_is_what_it_is() {
    check_origin("d a", "zz a d a", Origin::Named);
}

#[test]
fn a_film_of_one_review_has_no_set() {
    let one = film("one", vec![review("a", "sound+")]);
    let selection = Selection::of(&one, None, &[]);
    assert_eq!((ids(&selection.ids).as_str(), selection.origin), ("a", Origin::Asked));
    let none = Selection::of(&film("none", Vec::new()), None, &names("a"));
    assert_eq!(none.omissions, [Omission::NotPinned("a".to_owned())]);
}

fn check_named(compare: &str, chosen: &str, named: Option<&str>) {
    let film = letters(compare);
    assert_eq!(Selection::to_name(&film, &review_ids(chosen)), named.map(names), "{chosen}");
}

#[test]
fn an_address_names_what_the_film_does_not_open_with() {
    check_named("", "a b e g", None);
    check_named("", "b a e g", Some("b a e g"));
    check_named("", "a b", Some("a b"));
    check_named("d a", "d a", None);
    check_named("d a", "a d", Some("a d"));
    check_named("d a", "a b e g", Some("a b e g"));
    check_named("d a", "d", Some("d"));
}

fn any_film() -> impl Strategy<Value = Film> {
    let notation = "((sound|pacing|story)[+~-] ){0,3}";
    (vec(notation, 0..9), any::<prop::sample::Index>(), any::<bool>()).prop_map(|(claims, most, named)| {
        let reviews = (0..).zip(claims).map(|(at, claims)| review(&format!("r{at}"), &claims));
        let film = film("film", reviews.collect());
        let most = most.index(MOST + 1);
        let compare = film.reviews.iter().rev().filter(|_| named).take(most).map(|it| it.id.clone()).collect();
        Film { compare, ..film }
    })
}

fn any_names() -> impl Strategy<Value = Vec<String>> {
    vec(select(vec!["r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "zz"]).prop_map(str::to_owned), 0..12)
}

proptest! {
    #[test]
    fn a_selection_is_of_distinct_reviews_of_the_film_pinned_ones_first(
        film in any_film(),
        asked in proptest::option::of(any_names()),
        pins in any_names(),
    ) {
        let selection = Selection::of(&film, asked.as_deref(), &pins);
        prop_assert!(selection.ids.len() <= MOST);
        for (at, id) in selection.ids.iter().enumerate() {
            prop_assert!(film.review(id).is_some() && !selection.ids[..at].contains(id));
            prop_assert_eq!(pins.iter().any(|pin| pin == id.as_str()), at < selection.pinned);
        }
        let without = Selection::of(&film, asked.as_deref(), &[]);
        prop_assert_eq!(without.pinned, 0);
        prop_assert_eq!(without.origin, selection.origin);
        for part in [&selection.ids[..selection.pinned], &selection.ids[selection.pinned..]] {
            let order: Vec<_> = part.iter().map(|id| without.ids.iter().position(|it| it == id)).collect();
            prop_assert!(order.is_sorted());
        }
    }

    #[test]
    fn what_is_named_of_a_selection_selects_it_again(film in any_film(), asked in any_names()) {
        let selection = Selection::of(&film, Some(&asked), &[]);
        let again = Selection::of(&film, Selection::to_name(&film, &selection.ids).as_deref(), &[]);
        prop_assert_eq!((again.ids, again.origin), (selection.ids, selection.origin));
        prop_assert_eq!(again.omissions, vec![]);
    }

    #[test]
    fn the_order_of_a_set_does_not_change_how_it_was_chosen(
        film in any_film(),
        chosen in subsequence((0..9_usize).collect::<Vec<_>>(), 0..=6).prop_shuffle(),
    ) {
        let chosen: Vec<String> = chosen.iter().map(|at| format!("r{at}")).collect();
        let mut sorted = chosen.clone();
        sorted.sort_unstable();
        let (one, other) = (Selection::of(&film, Some(&chosen), &[]), Selection::of(&film, Some(&sorted), &[]));
        prop_assert_eq!(one.origin, other.origin);
        let mut set: Vec<ReviewId> = one.ids;
        set.sort_unstable();
        let same = |other: &[ReviewId]| {
            let mut other = other.to_vec();
            other.sort_unstable();
            set.len() >= 2 && set == other
        };
        let expected = match () {
            () if same(&film.compare) => Origin::Named,
            () if same(&contrasting(&film)) => Origin::MostContrasting,
            () => Origin::Asked,
        };
        prop_assert_eq!(one.origin, expected);
    }
}
