//! Names of people and outlets.

use std::collections::HashSet;

use crosscut::domain::text::capitalised;

use super::{
    random::Random,
    vocabulary::{accented, syllable},
};

const FIRST: [&str; 80] = [
    "Ada", "Agnès", "Alan", "Alice", "Amara", "Ana", "André", "Anna", "Antonio", "Aya", "Ben", "Björn", "Bruno",
    "Carla", "Carol", "Chen", "Clara", "Daniel", "David", "Diego", "Dora", "Elena", "Emma", "Erik", "Eva", "Fatima",
    "Félix", "Frank", "George", "Grace", "Hana", "Helen", "Hugo", "Ines", "Ivan", "Jack", "James", "Jane", "Javier",
    "Joan", "John", "José", "Julia", "Karl", "Kate", "Kenji", "Laura", "Léa", "Leo", "Lin", "Lucy", "Marco", "Maria",
    "Mark", "Martin", "Mei", "Michael", "Mina", "Nadia", "Naomi", "Nina", "Omar", "Oscar", "Paul", "Peter", "Priya",
    "Rachel", "Ravi", "Robert", "Rosa", "Ruth", "Sam", "Sarah", "Sofia", "Thomas", "Tom", "Vera", "Víctor", "Yuki",
    "Zoë",
];
const LAST: [&str; 14] = ["", "", "", "", "son", "er", "ez", "ski", "man", "elli", "berg", "ov", "ley", "ton"];

/// A name that nobody else has, such as `Agnès Tarelli`.
pub fn person(random: &mut Random, taken: &mut HashSet<String>) -> String {
    loop {
        let name = format!("{} {}", random.pick(&FIRST), surname(random));
        if taken.insert(name.clone()) {
            return name;
        }
    }
}

/// So many people.
pub fn people(random: &mut Random, taken: &mut HashSet<String>, count: usize) -> Vec<String> {
    (0..count).map(|_| person(random, taken)).collect()
}

fn surname(random: &mut Random) -> String {
    let mut stem = syllable(random);
    stem.push_str(&syllable(random));
    stem.push_str(random.pick(&LAST));
    let plain = capitalised(&stem);
    if random.chance(80) { accented(random, &plain) } else { plain }
}

/// Whom somebody plays: a first name, or a whole one.
pub fn role(random: &mut Random) -> String {
    let first = random.pick(&FIRST);
    if random.chance(400) { first.to_owned() } else { format!("{first} {}", surname(random)) }
}

/// A paper, a magazine or a site: `The Tarell Post`.
pub fn outlet(random: &mut Random, taken: &mut HashSet<String>) -> String {
    const KINDS: [&str; 8] = ["Post", "Times", "Film Review", "Herald", "Screen", "Weekly", "Gazette", "Quarterly"];
    loop {
        let name = format!("The {} {}", surname(random), random.pick(&KINDS));
        if taken.insert(name.clone()) {
            return name;
        }
    }
}
