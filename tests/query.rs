//! Queries as they stand in addresses, both ways.

use crosscut::{
    domain::{aspect::Aspect, claim::Stance, grade::Score},
    route::{Notice, Query, Reader},
};
use proptest::{collection::vec, prelude::*};

mod support;

use support::any_view;

/// What is said of what could not be read.
fn said(notices: &[Notice]) -> Vec<String> {
    notices.iter().map(ToString::to_string).collect()
}

fn query(pairs: &[(&str, &str)]) -> Query {
    pairs.iter().fold(Query::default(), |query, (name, value)| query.and(name, value))
}

/// A query reads as these pairs, and is written so.
fn check(text: &str, pairs: &[(&str, &str)], written: &str) {
    assert_eq!(Query::parse(text), query(pairs), "{text}");
    assert_eq!(query(pairs).to_string(), written);
}

#[test]
fn a_query_is_pairs_of_names_and_values() {
    check("", &[], "");
    check("q=heat", &[("q", "heat")], "q=heat");
    check("a=1&b=2&a=3", &[("a", "1"), ("b", "2"), ("a", "3")], "a=1&b=2&a=3");
    check("&&a=1&&", &[("a", "1")], "a=1");
    check("a", &[("a", "")], "a=");
    check("a=b=c", &[("a", "b=c")], "a=b%3Dc");
    check("=", &[("", "")], "=");
}

#[test]
fn what_is_safe_stays_readable() {
    check("reviews=a-1,b_2", &[("reviews", "a-1,b_2")], "reviews=a-1,b_2");
    check("passage=a:3", &[("passage", "a:3")], "passage=a:3");
    check("q=no.~!*", &[("q", "no.~!*")], "q=no.~!*");
    check("q=two+words", &[("q", "two words")], "q=two+words");
}

#[test]
fn anything_else_is_escaped() {
    check("q=%2B", &[("q", "+")], "q=%2B");
    check("q=%20", &[("q", " ")], "q=+");
    check("q=100%25", &[("q", "100%")], "q=100%25");
    check("q=100%2541", &[("q", "100%41")], "q=100%2541");
    check("q=R%26D%3d%23", &[("q", "R&D=#")], "q=R%26D%3D%23");
    check("q=%C3%A9%F0%9F%98%80", &[("q", "é😀")], "q=%C3%A9%F0%9F%98%80");
    check("q=é😀", &[("q", "é😀")], "q=%C3%A9%F0%9F%98%80");
    check("q=%00%0A\t", &[("q", "\0\n\t")], "q=%00%0A%09");
    check("%C3%A9=<\"'>", &[("é", "<\"'>")], "%C3%A9=%3C%22%27%3E");
}

/// A query from which only these pairs can be read, and what is said of the rest.
fn check_broken(text: &str, pairs: &[(&'static str, &str)], notices: &[&str]) {
    let read = Query::parse(text);
    assert_eq!(read.to_string(), query(pairs).to_string(), "{text}");
    let mut reader = read.reader();
    for (name, _) in pairs {
        reader.text(name);
    }
    assert_eq!(said(&reader.notices()), notices, "{text}");
}

#[test]
fn broken_escapes_are_left_out_and_said() {
    let notice = |part: &str| format!("“{part}” has a broken percent escape and was left out.");
    for part in ["q=%", "q=%2", "q=%zz", "q=a%G0", "%=1", "q=%FF", "q=%C3", "q=%E0%80%80", "q=%+1", "q=%é"] {
        check_broken(&format!("a=1&{part}&b=2"), &[("a", "1"), ("b", "2")], &[&notice(part)]);
    }
    check_broken("a=%&b=%1&a=%", &[], &[&notice("a=%"), &notice("b=%1")]);
    let long = format!("q=%{}", "x".repeat(100_000));
    check_broken(&long, &[], &[&notice(&format!("q=%{}…", "x".repeat(57)))]);
}

#[test]
fn only_so_many_parameters_are_read() {
    let parts: Vec<String> = (0..100_000).map(|at| format!("p{at}=1")).collect();
    let few = Query::parse(&parts[..60].join("&"));
    assert_eq!(few.reader().notices().len(), 60, "each is unknown");
    let notices = said(&Query::parse(&parts.join("&")).reader().notices());
    assert_eq!(notices.len(), 61);
    assert_eq!(notices[0], "Only the first 60 of “parameters” were read.");
    assert_eq!(notices[60], "This page has no parameter “p59”; it was left out.");
}

/// What a reader takes out of a query, and what is said.
fn check_read<T: std::fmt::Debug + PartialEq>(
    text: &str,
    read: impl Fn(&mut Reader) -> T,
    expected: &T,
    notices: &[&str],
) {
    let query = Query::parse(text);
    let mut reader = query.reader();
    assert_eq!(read(&mut reader), *expected, "{text}");
    assert_eq!(said(&reader.notices()), notices, "{text}");
}

#[test]
fn a_parameter_that_the_page_does_not_have_is_said_once() {
    check_read(
        "x=1&x=2&%3Cb%3E=3",
        |_| (),
        &(),
        &["This page has no parameter “x”; it was left out.", "This page has no parameter “<b>”; it was left out."],
    );
    check_read("", |_| (), &(), &[]);
}

#[test]
fn what_others_add_to_links_is_passed_over() {
    let text = "utm_source=a&utm_=b&fbclid=c&gclid=d&msclkid=e&mc_cid=f&mc_eid=g";
    check_read(text, |_| (), &(), &[]);
    check_read(
        "utm=a&xfbclid=b",
        |_| (),
        &(),
        &[
            "This page has no parameter “utm”; it was left out.",
            "This page has no parameter “xfbclid”; it was left out.",
        ],
    );
}

#[test]
fn of_a_repeated_parameter_the_first_counts() {
    let text = |reader: &mut Reader| reader.text("q").map(str::to_owned);
    check_read("q=a", text, &Some("a".to_owned()), &[]);
    check_read("q=a&q=b&q=c", text, &Some("a".to_owned()), &["“q” is there more than once; the first counts."]);
    check_read("q=&q=b", text, &None, &["“q” is there more than once; the first counts."]);
    check_read("q=", text, &None, &[]);
    check_read("Q=a", text, &None, &["This page has no parameter “Q”; it was left out."]);
}

#[test]
fn a_value_is_read_or_said() {
    let score = |reader: &mut Reader| reader.value::<Score>("min", "a whole number from 0 to 100").map(Score::get);
    check_read("min=88", score, &Some(88), &[]);
    for value in ["101", "-1", "1.5", "x", "８"] {
        let notice = format!("“{value}” was left out of “min”, which takes a whole number from 0 to 100.");
        check_read(&format!("min={value}"), score, &None, &[&notice]);
    }
}

#[test]
fn a_word_is_of_its_list_or_said() {
    let word = |reader: &mut Reader| reader.word::<Stance>("stance");
    check_read("stance=mixed", word, &Some(Stance::Mixed), &[]);
    let notice = "“Mixed” was left out of “stance”, which takes one of positive, mixed, negative.";
    check_read("stance=Mixed", word, &None, &[notice]);
}

#[test]
fn a_flag_has_one_word() {
    let flag = |reader: &mut Reader| reader.flag("split", "yes");
    check_read("split=yes", flag, &true, &[]);
    check_read("split=", flag, &false, &[]);
    let notice = "“1” was left out of “split”, which takes “yes” or nothing.";
    check_read("split=1", flag, &false, &[notice]);
}

#[test]
fn a_list_has_each_value_once() {
    let list = |reader: &mut Reader| reader.list("aspect", "aspects", |word| word.parse::<Aspect>().ok());
    check_read("aspect=sound,+story,,sound,", list, &vec![Aspect::Sound, Aspect::Story], &[]);
    check_read("aspect=,", list, &vec![], &[]);
    check_read(
        "aspect=a,sound,b,a",
        list,
        &vec![Aspect::Sound],
        &["“a” was left out of “aspect”, which takes aspects.", "“b” was left out of “aspect”, which takes aspects."],
    );
    let many = vec!["sound"; 41].join(",");
    let notice = "Only the first 40 of “aspect” were read.";
    check_read(&format!("aspect={many}"), list, &vec![Aspect::Sound], &[notice]);
}

#[test]
fn lists_and_values_that_there_are_none_of_are_not_written() {
    let none: [&str; 0] = [];
    let query = Query::default().and_list("a", &none).and_some("b", None::<&str>).and_list("c", &["d", "e f"]);
    assert_eq!(query.to_string(), "c=d,e+f");
    assert!(Query::default().and_list("a", &none).is_empty());
}

proptest! {
    #[test]
    fn any_pairs_read_back(pairs in vec((any_view::wild(), any_view::wild()), 0..9)) {
        let query = pairs.iter().fold(Query::default(), |query, (name, value)| query.and(name, value));
        let written = query.to_string();
        prop_assert_eq!(Query::parse(&written), query);
        prop_assert!(written.bytes().all(|byte| byte.is_ascii_graphic()), "{}", written);
        prop_assert!(!written.contains(['#', '<', '>', '"', '\'', '\\']), "{}", written);
    }

    #[test]
    fn any_text_is_read_and_what_is_read_is_written_so(text in any_view::wild()) {
        let once = Query::parse(&text).to_string();
        prop_assert_eq!(Query::parse(&once).to_string(), once);
    }
}
