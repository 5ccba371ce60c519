//! Queries: pairs of names and values, as browsers write them in forms.
//!
//! The codec is our own because the usual ones write a comma as `%2C`, which makes the links that
//! people share unreadable, and keep quiet about escapes that they cannot decode.

use std::{fmt, str::FromStr};

use super::Notice;
use crate::domain::UnknownWord;
use crate::domain::gather::Gather;

/// The most values of one list that are read.
const MOST_VALUES: usize = 40;
/// The most pairs of a query that are read.
const MOST_PAIRS: usize = 60;
/// Added by others to links that are passed on; they mean nothing here and are no mistake.
const FOREIGN: [&str; 5] = ["fbclid", "gclid", "msclkid", "mc_cid", "mc_eid"];

/// The parameters of an address, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pairs: Vec<(String, String)>,
    unread: Vec<Notice>,
}

impl Query {
    /// Reads a query, without its question mark. What cannot be decoded is left out and remembered.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let parts: Vec<&str> = text.split('&').filter(|part| !part.is_empty()).gathered();
        for part in parts.iter().take(MOST_PAIRS) {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            match (decode(name, true), decode(value, true)) {
                (Some(name), Some(value)) => query.pairs.push((name, value)),
                _ => query.unread.push(Notice::BadEscape((*part).to_owned())),
            }
        }
        if parts.len() > MOST_PAIRS {
            query.unread.push(Notice::TooMany { what: "parameters", most: MOST_PAIRS });
        }
        query
    }

    /// The query with a pair more.
    #[must_use]
    pub fn and(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.pairs.push((name.to_owned(), value.to_string()));
        self
    }

    /// The query with a pair more, where there is a value.
    #[must_use]
    pub fn and_some(self, name: &str, value: Option<impl fmt::Display>) -> Self {
        match value {
            Some(value) => self.and(name, value),
            None => self,
        }
    }

    /// The query with a list more, where it is not empty.
    #[must_use]
    pub fn and_list<T: fmt::Display>(self, name: &str, values: &[T]) -> Self {
        if values.is_empty() {
            return self;
        }
        let values: Vec<String> = values.iter().map(ToString::to_string).gathered();
        self.and(name, values.join(","))
    }

    /// Whether there are no parameters.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Starts to read the parameters.
    #[must_use]
    pub fn reader(&self) -> Reader<'_> {
        Reader { pairs: self.pairs.iter().gathered(), notices: self.unread.clone() }
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (name, value)) in self.pairs.iter().enumerate() {
            let separator = if at == 0 { "" } else { "&" };
            write!(f, "{separator}{}={}", encode(name), encode(value))?;
        }
        Ok(())
    }
}

/// Takes parameters out of a query one by one, and notes what cannot be read.
#[derive(Debug)]
pub struct Reader<'a> {
    pairs: Vec<&'a (String, String)>,
    notices: Vec<Notice>,
}

impl<'a> Reader<'a> {
    /// The value of a parameter; none where it is not there, or empty. Of several, the first counts.
    pub fn text(&mut self, name: &'static str) -> Option<&'a str> {
        let mut values = Vec::new();
        self.pairs.retain(|(found, value)| {
            let this = found == name;
            if this {
                values.push(value.as_str());
            }
            !this
        });
        if values.len() > 1 {
            self.note(Notice::Repeated(name));
        }
        values.into_iter().next().filter(|value| !value.is_empty())
    }

    /// The value of a parameter, where it reads as a `T`.
    pub fn value<T: FromStr>(&mut self, name: &'static str, expected: &str) -> Option<T> {
        let text = self.text(name)?;
        let value = text.parse().ok();
        if value.is_none() {
            self.note(Notice::bad_value(name, text, expected));
        }
        value
    }

    /// The value of a parameter, where it is a word of a closed list.
    pub fn word<T: FromStr<Err = UnknownWord>>(&mut self, name: &'static str) -> Option<T> {
        let text = self.text(name)?;
        text.parse()
            .map_err(|error: UnknownWord| {
                self.note(Notice::bad_value(name, text, &format!("one of {}", error.known.join(", "))));
            })
            .ok()
    }

    /// Whether a parameter is there with the one word that it takes.
    pub fn flag(&mut self, name: &'static str, word: &'static str) -> bool {
        match self.text(name) {
            None => false,
            Some(found) if found == word => true,
            Some(other) => {
                self.note(Notice::bad_value(name, other, &format!("“{word}” or nothing")));
                false
            }
        }
    }

    /// The values of a list, each once, that read as a `T`.
    pub fn list<T: PartialEq>(
        &mut self,
        name: &'static str,
        expected: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let mut values = Vec::new();
        for part in self.parts(name).unwrap_or_default() {
            match read(part) {
                Some(value) if values.contains(&value) => {}
                Some(value) => values.push(value),
                None => self.note(Notice::bad_value(name, part, expected)),
            }
        }
        values
    }

    /// The parts of a list as they stand; none where it is not there, or has none.
    pub fn parts(&mut self, name: &'static str) -> Option<Vec<&'a str>> {
        let text = self.text(name)?;
        let mut parts: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).gathered();
        if parts.len() > MOST_VALUES {
            self.note(Notice::TooMany { what: name, most: MOST_VALUES });
            parts.truncate(MOST_VALUES);
        }
        (!parts.is_empty()).then_some(parts)
    }

    /// Notes something that could not be read.
    pub fn note(&mut self, notice: Notice) {
        self.notices.push(notice);
    }

    /// All that could not be read, the parameters that nobody took included, each once.
    #[must_use]
    pub fn notices(self) -> Vec<Notice> {
        let foreign = |name: &str| name.starts_with("utm_") || FOREIGN.contains(&name);
        let left = self.pairs.iter().filter(|(name, _)| !foreign(name));
        let left = left.map(|(name, _)| Notice::UnknownParameter(name.clone()));
        let mut notices: Vec<Notice> = Vec::new();
        for notice in self.notices.into_iter().chain(left) {
            if !notices.contains(&notice) {
                notices.push(notice);
            }
        }
        notices
    }
}

/// Decodes percent escapes, and `+` as a space where it is one; none where an escape is broken or
/// the bytes are not UTF-8.
fn decode(text: &str, plus_is_space: bool) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => hex(rest.next()?)? * 16 + hex(rest.next()?)?,
            b'+' if plus_is_space => b' ',
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

/// Decodes the escapes of a path.
pub(super) fn decode_path(path: &str) -> Option<String> {
    decode(path, false)
}

fn hex(digit: u8) -> Option<u8> {
    u8::try_from(char::from(digit).to_digit(16)?).ok()
}

/// Encodes a name or a value: letters, digits and the marks that are safe in a query stay.
fn encode(text: &str) -> String {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b',' | b':' | b'!' | b'*' => {
                encoded.push(char::from(byte));
            }
            b' ' => encoded.push('+'),
            other => {
                encoded.push('%');
                encoded.extend(HEX.get(usize::from(other >> 4)));
                encoded.extend(HEX.get(usize::from(other & 15)));
            }
        }
    }
    encoded
}
