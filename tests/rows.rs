//! The rows of a comparison: which are shown in which order, and the people under them.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test or of its data")]

use std::sync::Arc;

use crosscut::domain::{
    agreement::RowClass,
    aspect::Aspect,
    claim::{Claim, Standing},
    comparison::{Comparison, PersonRow, RowFilter, RowOrder},
    film::{CastMember, CrewMember, Film},
    review::{Review, Spoiler},
    slug::ReviewId,
};
use proptest::prelude::*;

mod support;

use support::{any, film, review};

fn all_of(film: &Film) -> Comparison {
    let ids: Vec<ReviewId> = film.reviews.iter().take(6).map(|review| review.id.clone()).collect();
    Comparison::new(Arc::new(film.clone()), &ids, Spoiler::OnTheWay).unwrap()
}

fn two(one: &str, other: &str) -> Comparison {
    all_of(&film("two", vec![review("a", one), review("b", other)]))
}

/// The aspects of the rows that are shown.
fn check(comparison: &Comparison, filter: RowFilter, order: RowOrder, aspects: &[Aspect]) {
    let rows = comparison.arranged(filter, order);
    assert_eq!(rows.iter().map(|row| row.tally.aspect).collect::<Vec<_>>(), aspects, "{filter}, {order}");
    assert_eq!(comparison.count(filter), aspects.len(), "{filter}");
}

#[test]
fn a_filter_leaves_the_rows_of_its_classes() {
    use Aspect::{Acting, Audience, Pacing, Sound, Story, Theme};
    let comparison = two("sound+ acting~ story+ theme- audience+", "audience- sound+ acting+ pacing~ theme-");
    check(&comparison, RowFilter::Differ, RowOrder::List, &[Acting, Audience]);
    check(&comparison, RowFilter::Differ, RowOrder::Contested, &[Audience, Acting]);
    check(&comparison, RowFilter::Agree, RowOrder::Contested, &[Theme, Sound]);
    check(&comparison, RowFilter::One, RowOrder::List, &[Story, Pacing]);
    check(&comparison, RowFilter::All, RowOrder::List, &Aspect::ALL);
    let contested = comparison.arranged(RowFilter::All, RowOrder::Contested);
    let first: Vec<Aspect> = contested.iter().map(|row| row.tally.aspect).take(6).collect();
    assert_eq!(first, [Audience, Acting, Theme, Sound, Story, Pacing]);
}

#[test]
fn every_class_is_shown_by_all_and_by_at_most_one_other_filter() {
    for class in RowClass::ALL {
        assert!(RowFilter::All.accepts(class), "{class}");
        let others = RowFilter::ALL.into_iter().filter(|filter| *filter != RowFilter::All && filter.accepts(class));
        assert_eq!(others.count(), usize::from(class != RowClass::Silent), "{class}");
    }
}

/// A film of the people of *Heat*, whose reviews say these things of them: `acting+ Al Pacino`.
fn of_people(reviews: &[&[&str]]) -> Comparison {
    let claim = |note: &&str| {
        let (notation, name) = note.split_once(' ').unwrap_or((note, ""));
        Claim { about: (!name.is_empty()).then(|| name.to_owned()), ..support::claims(notation).remove(0) }
    };
    let reviews = "abcdef".chars().zip(reviews).map(|(id, notes)| {
        let review = review(&id.to_string(), "");
        Review { claims: notes.iter().map(claim).collect(), ..review }
    });
    let cast = [("Al Pacino", "Hanna"), ("Robert De Niro", "McCauley")];
    all_of(&Film {
        directors: vec!["Michael Mann".to_owned()],
        writers: vec!["Michael Mann".to_owned()],
        crew: vec![CrewMember { name: "Dante Spinotti".to_owned(), job: "cinematography".to_owned() }],
        cast: cast.map(|(name, role)| CastMember { name: name.to_owned(), role: role.to_owned() }).to_vec(),
        ..film("heat", reviews.collect())
    })
}

/// A person's row: the name, the part, the class, and each column's stance or a dot.
fn shown(row: &PersonRow) -> String {
    let columns: Vec<&str> =
        row.cells.iter().map(|cell| cell.as_ref().map_or(".", |cell| cell.standing.stance.word())).collect();
    let part = row.part.as_deref().unwrap_or("-");
    format!("{} ({part}), {}: {}", row.name, row.tally.class(), columns.join(" "))
}

fn check_people(reviews: &[&[&str]], aspect: Aspect, expected: &[&str]) {
    let comparison = of_people(reviews);
    let rows: Vec<String> = comparison.rows()[aspect.index()].people.iter().map(shown).collect();
    assert_eq!(rows, expected);
}

#[test]
fn who_is_spoken_of_has_a_row_under_the_aspect() {
    let reviews: [&[&str]; 3] = [
        &["acting+ Al Pacino", "acting- Robert De Niro", "acting~"],
        &["acting- Al Pacino", "acting+ Al Pacino", "writing- Michael Mann"],
        &["acting- Al Pacino"],
    ];
    check_people(
        &reviews,
        Aspect::Acting,
        &["Al Pacino (Hanna), split: positive mixed negative", "Robert De Niro (McCauley), lone-voice: negative . ."],
    );
    check_people(&reviews, Aspect::Writing, &["Michael Mann (director), lone-voice: . negative ."]);
    check_people(&reviews, Aspect::Sound, &[]);
}

#[test]
fn whom_most_speak_of_comes_first_then_the_order_of_the_credits() {
    let reviews: [&[&str]; 2] = [
        &["acting+ Robert De Niro", "acting+ Al Pacino", "acting+ Dante Spinotti"],
        &["acting+ Robert De Niro", "acting+ Michael Mann"],
    ];
    check_people(
        &reviews,
        Aspect::Acting,
        &[
            "Robert De Niro (McCauley), consensus: positive positive",
            "Michael Mann (director), lone-voice: . positive",
            "Dante Spinotti (cinematography), lone-voice: positive .",
            "Al Pacino (Hanna), lone-voice: positive .",
        ],
    );
}

proptest! {
    #[test]
    fn the_counts_of_the_filters_add_up(
        film in any::film().prop_filter("two reviews", |film| film.reviews.len() >= 2),
    ) {
        let comparison = all_of(&film);
        let [all, differ, agree, one] = RowFilter::ALL.map(|filter| comparison.count(filter));
        let silent = comparison.rows().iter().filter(|row| row.tally.class() == RowClass::Silent).count();
        prop_assert_eq!(all, Aspect::COUNT);
        prop_assert_eq!(differ + agree + one + silent, all);
        for filter in RowFilter::ALL {
            let listed = comparison.arranged(filter, RowOrder::List);
            let mut contested = comparison.arranged(filter, RowOrder::Contested);
            prop_assert_eq!(listed.len(), comparison.count(filter));
            prop_assert!(contested.is_sorted_by(|a, b| a.tally.by_contention(&b.tally).is_lt()));
            contested.sort_by_key(|row| row.tally.aspect);
            prop_assert_eq!(listed, contested);
        }
    }

    #[test]
    fn every_claim_about_a_person_is_in_one_row_of_theirs(
        film in any::film().prop_filter("two reviews", |film| film.reviews.len() >= 2),
    ) {
        let comparison = all_of(&film);
        let people = film.people();
        for row in comparison.rows() {
            let aspect = row.tally.aspect;
            let names: Vec<&str> = row.people.iter().map(|person| person.name.as_str()).collect();
            for (at, person) in row.people.iter().enumerate() {
                prop_assert!(people.contains(&names[at]) && !names[..at].contains(&names[at]));
                prop_assert_eq!(&person.part, &film.part_of(&person.name));
                prop_assert!(person.tally.speakers() > 0);
                prop_assert_eq!(person.tally.speakers() + person.tally.silent, comparison.reviews().len());
                for (review, cell) in comparison.reviews().zip(&person.cells) {
                    let about: Vec<&Claim> =
                        review.claims_on(aspect).filter(|it| it.about.as_deref() == Some(&person.name)).collect();
                    let shown = cell.iter().flat_map(|cell| cell.lead.iter().chain(&cell.rest)).count();
                    prop_assert_eq!(shown, about.len());
                    prop_assert_eq!(cell.as_ref().map(|cell| cell.standing), Standing::of(about.iter().copied()));
                    prop_assert!(cell.iter().flat_map(|cell| &cell.lead).all(|claim| about.contains(&claim)));
                }
            }
            let in_rows: usize = row.people.iter().flat_map(|it| it.cells.iter().flatten()).map(|it| it.lead.len() + it.rest.len()).sum();
            let about_people: usize =
                comparison.reviews().map(|it| it.claims_on(aspect).filter(|claim| claim.about.is_some()).count()).sum();
            prop_assert_eq!(in_rows, about_people);
            let place = |person: &PersonRow| people.iter().position(|name| *name == person.name);
            prop_assert!(row.people.is_sorted_by_key(|it| (std::cmp::Reverse(it.tally.speakers()), place(it))));
        }
    }
}
