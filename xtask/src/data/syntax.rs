//! What is wrong with a text that is not JSON, in words.

use crosscut::domain::text::quoted;

/// The first thing in a text that is not JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxFault {
    /// Where, in bytes.
    pub at: usize,
    /// What stands there.
    pub found: String,
    /// What should.
    pub expected: String,
}

/// What `serde_json` says, and what is meant by it.
const EXPECTED: [(&str, &str); 18] = [
    ("EOF while parsing a list", "“,” and another value, or the “]” that ends the array"),
    ("EOF while parsing an object", "“,” and another field, or the “}” that ends the object"),
    ("EOF while parsing a string", "the quotation mark that ends the text"),
    ("EOF while parsing a value", "a value"),
    ("expected `:`", "“:” after the name of the field"),
    ("expected `,` or `]`", "“,” and another value, or the “]” that ends the array"),
    ("expected `,` or `}`", "“,” and another field, or the “}” that ends the object"),
    ("expected ident", "true, false or null"),
    (
        "expected value",
        "a value: text in \"straight\" quotation marks, a number, true, false, null, an array or an object",
    ),
    ("key must be a string", "the name of a field in \"straight\" quotation marks"),
    ("trailing comma", "a field or value after the comma before it, or no comma there"),
    ("trailing characters", "the end of the file: all of it is one value"),
    ("invalid escape", "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u and four hexadecimal digits"),
    ("control character", "the quotation mark that ends the text; a line break inside it is written \\n, a tab \\t"),
    ("invalid number", "a number as JSON writes it: digits without leading zeros, at most one point between digits"),
    ("number out of range", "a number that a computer can hold"),
    ("lone leading surrogate in hex escape", "the second half of a \\u pair, from \\udc00 to \\udfff"),
    ("unexpected end of hex escape", "the second half of a \\u pair, from \\udc00 to \\udfff"),
];

impl SyntaxFault {
    /// What `serde_json` found.
    pub fn new(text: &str, error: &serde_json::Error) -> Self {
        let said = error.to_string();
        if said.starts_with("recursion limit exceeded") {
            let found = "an array or object inside 127 others".to_owned();
            return Self { at: offset(text, error), found, expected: "no more than 127 inside each other".to_owned() };
        }
        if text.trim().is_empty() {
            let found = if text.is_empty() { "an empty file" } else { "nothing but white space" };
            return Self { at: 0, found: found.to_owned(), expected: "JSON".to_owned() };
        }
        let at = if error.is_eof() { text.trim_end().len() } else { offset(text, error) };
        let expected = EXPECTED.iter().find(|(prefix, _)| said.starts_with(prefix));
        let expected = expected.map_or_else(|| format!("JSON ({said})"), |(_, expected)| (*expected).to_owned());
        Self { at, found: found(text, at), expected: format!("{expected}{}", hint(text, at)) }
    }

    /// What only the parser that keeps places found.
    pub fn other(at: usize, said: impl std::fmt::Display) -> Self {
        Self { at, found: "no JSON here".to_owned(), expected: format!("JSON ({said})") }
    }
}

/// The byte that an error is about. `serde_json` counts bytes from the start of the line; an error
/// about the line break itself is in column 0 of the next line.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    let line_start: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let mut at = (line_start + error.column()).saturating_sub(1).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn found(text: &str, at: usize) -> String {
    match text.get(at..).and_then(|rest| rest.chars().next()) {
        None => "the end of the file".to_owned(),
        Some(_) if text.trim_end().len() <= at => "the end of the file".to_owned(),
        Some('\n' | '\r') => "the end of the line".to_owned(),
        Some('\t') => "a tab".to_owned(),
        Some(letter) if letter.is_control() => format!("the control character U+{:04X}", u32::from(letter)),
        Some(letter) if letter.is_alphanumeric() => quoted(&word(text, at)),
        Some(letter) => quoted(&letter.to_string()),
    }
}

/// The run of letters and digits around a place.
fn word(text: &str, at: usize) -> String {
    let (before, after) = text.split_at(at);
    let start: String = before.chars().rev().take_while(|letter| letter.is_alphanumeric()).collect();
    let end = after.chars().take_while(|letter| letter.is_alphanumeric());
    start.chars().rev().chain(end).collect()
}

/// The usual reasons.
fn hint(text: &str, at: usize) -> &'static str {
    match text.get(at..).and_then(|rest| rest.chars().next()) {
        Some('/' | '#') => " (JSON has no comments)",
        Some('\'') => " (single quotation marks are not)",
        Some('“' | '”' | '„' | '«' | '»') => " (typographic quotation marks are not)",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, at: usize, message: &str) {
        let error = serde_json::from_str::<serde_json::Value>(text).unwrap_err();
        let fault = SyntaxFault::new(text, &error);
        assert_eq!((fault.at, format!("found {}, expected {}", fault.found, fault.expected).as_str()), (at, message));
    }

    #[test]
    fn every_fault_of_syntax_is_said_in_words() {
        check("", 0, "found an empty file, expected JSON");
        check(" \n", 0, "found nothing but white space, expected JSON");
        check(
            "[1, 2\n",
            5,
            "found the end of the file, expected “,” and another value, or the “]” that ends the array",
        );
        check("{\"a\": ", 5, "found the end of the file, expected a value");
        check("{\"a\": 1,}", 8, "found “}”, expected a field or value after the comma before it, or no comma there");
        check("[1 23]", 3, "found “23”, expected “,” and another value, or the “]” that ends the array");
        check("{\"a\" 1}", 5, "found “1”, expected “:” after the name of the field");
        check("[nul]", 4, "found “]”, expected true, false or null");
        check(
            "[\"a\nb\"]",
            3,
            "found the end of the line, expected the quotation mark that ends the text; a line break inside it is written \\n, a tab \\t",
        );
        check(
            "[\"a\\qb\"]",
            4,
            "found “qb”, expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u and four hexadecimal digits",
        );
        check(
            "[\"é\", 01]",
            8,
            "found “01”, expected a number as JSON writes it: digits without leading zeros, at most one point between digits",
        );
        check("[1] 2", 4, "found “2”, expected the end of the file: all of it is one value");
        check(
            "{'a': 1}",
            1,
            "found “'”, expected the name of a field in \"straight\" quotation marks (single quotation marks are not)",
        );
        check(
            "{“a”: 1}",
            1,
            "found ““”, expected the name of a field in \"straight\" quotation marks (typographic quotation marks are not)",
        );
        check(
            "[1, // x\n2]",
            4,
            "found “/”, expected a value: text in \"straight\" quotation marks, a number, true, false, null, an array or an object (JSON has no comments)",
        );
        check("[\"\\ud800\"]", 8, "found “\"”, expected the second half of a \\u pair, from \\udc00 to \\udfff");
        check(
            &"[".repeat(200),
            127,
            "found an array or object inside 127 others, expected no more than 127 inside each other",
        );
    }
}
