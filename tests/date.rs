//! Dates without time or zone.

use crosscut::domain::date::Date;
use proptest::prelude::*;

mod support;

use support::any;

fn check(text: &str, in_words: &str) {
    let date = support::date(text);
    assert_eq!(date.to_string(), text);
    assert_eq!(date.in_words(), in_words);
}

#[test]
fn dates_that_exist_are_read() {
    check("2020-12-04", "4 December 2020");
    check("2019-09-06", "6 September 2019");
    check("2024-02-29", "29 February 2024");
    check("2000-02-29", "29 February 2000");
    check("0001-01-01", "1 January 1");
    check("9999-12-31", "31 December 9999");
    assert_eq!(support::date("2020-12-04").year(), 2020);
}

#[test]
fn dates_that_do_not_exist_are_refused() {
    let wrong = [
        "",
        "2020",
        "2020-12",
        "2020-12-4",
        "2020-1-04",
        "20-12-04",
        "2020/12/04",
        "2020-12-04 ",
        " 2020-12-04",
        "2020-12-04T00:00",
        "2020-13-01",
        "2020-00-01",
        "2020-01-00",
        "2020-01-32",
        "2020-04-31",
        "2023-02-29",
        "1900-02-29",
        "2100-02-29",
        "0000-01-01",
        "-020-01-01",
        "+020-01-01",
        "2020--1-01",
        "٢٠٢٠-01-01",
        "2020-12-é",
        "4 December 2020",
        "12/04/2020",
    ];
    for text in wrong {
        let error = text.parse::<Date>().map_err(|error| error.to_string());
        assert_eq!(error, Err(format!("“{text}” is not a date that exists, as YYYY-MM-DD")));
    }
}

/// The days of a month by counting, not by the rule that the code uses.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(if year.is_multiple_of(100) { 400 } else { 4 });
    let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    days.get(usize::from(month).wrapping_sub(1)).map_or(0, |days| days + u8::from(month == 2 && leap))
}

proptest! {
    #[test]
    fn a_date_reads_back_as_it_is_written(date in any::date()) {
        prop_assert_eq!(date.to_string().parse::<Date>(), Ok(date));
    }

    #[test]
    fn a_date_is_made_of_exactly_the_days_that_exist(year in 0..=10_500_u16, month in 0..=14_u8, day in 0..=33_u8) {
        let exists = (1..=9999).contains(&year) && (1..=days_in(year, month)).contains(&day);
        prop_assert_eq!(Date::new(year, month, day).is_some(), exists);
    }

    #[test]
    fn dates_stand_in_the_order_of_their_text(one in any::date(), other in any::date()) {
        prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
    }

    #[test]
    fn no_text_makes_a_date_that_is_written_otherwise(text in "[0-9]{4}-[0-9]{2}-[0-9]{2}|\\PC{0,12}") {
        if let Ok(date) = text.parse::<Date>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }
}
