//! A JSON text as a tree: no more of it than the formats have.
//!
//! What it says of a text that is not JSON is what `serde_json` says, and at the same place;
//! tests/json.rs holds the two side by side. `serde_json` itself has visitors download more than twice
//! the code, and tables for numbers with fractions, of which the formats have none.

mod text;

use std::{borrow::Cow, mem, ops::Range};

/// How deep values may lie in values.
const DEEPEST: usize = 127;

/// A value.
#[derive(Clone, Debug)]
pub enum Json<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(Cow<'a, str>),
    /// Values in their order.
    Array(Vec<Self>),
    /// The members in their order. Of two with one name, the last counts.
    Object(Vec<(Cow<'a, str>, Self)>),
}

/// A number. The formats have whole ones only.
#[derive(Clone, Copy, Debug)]
pub enum Number {
    /// From 0 on.
    Whole(u64),
    /// Below 0.
    Negative(i64),
    /// With a fraction or an exponent, or beyond the others.
    Other,
}

impl<'a> Json<'a> {
    /// Reads a text.
    ///
    /// # Errors
    /// The first thing that is not JSON.
    #[inline(never)]
    pub fn read(text: &'a str) -> Result<Self, Fault> {
        let mut reader = Reader { text, at: 0 };
        reader.value(0).and_then(|value| reader.end().map(|()| value))
    }

    /// Reads an element at its place in a text.
    ///
    /// # Errors
    /// The first thing that is not JSON.
    #[inline(never)]
    pub fn read_at(text: &'a str, place: Range<usize>) -> Result<Self, Fault> {
        let mut reader = Reader { text: text.get(..place.end).unwrap_or_default(), at: place.start };
        reader.value(2).and_then(|value| reader.end().map(|()| value))
    }

    /// The member of that name.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().rfind(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The element at that index, from 0.
    #[must_use]
    pub fn element(&self, index: usize) -> Option<&Self> {
        let Self::Array(elements) = self else { return None };
        elements.get(index)
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        let Self::Text(text) = self else { return None };
        Some(text)
    }
}

/// The reading of an object part by part: its members one after the other, of some members, which are arrays, each
/// element by itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Parts {
    /// After how many bytes it goes on.
    at: usize,
    state: State,
    /// Whether there was a member, or, between elements, an element.
    is_first: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Start,
    Members,
    /// Of which of the arrays that are read so.
    Elements(usize),
    End,
}

/// A part of an object.
#[derive(Clone, Debug)]
pub enum Part<'a> {
    /// A member and its value.
    Member(Cow<'a, str>, Json<'a>),
    /// An element of one of the arrays that are read by elements: of which, and where it stands in the text, in bytes.
    Element(usize, Json<'a>, Range<usize>),
    /// Something else than an object: all of the text.
    Other(Json<'a>),
    /// The end.
    End,
}

impl Parts {
    /// Reads the next part of a text, always of the same one. The elements of an array that is one of the members
    /// called `by_elements` are parts of their own; after them comes the member, with an empty array.
    ///
    /// # Errors
    /// The first thing that is not JSON.
    #[inline(never)]
    pub fn next<'a>(&mut self, text: &'a str, by_elements: &[&str]) -> Read<Part<'a>> {
        let mut reader = Reader { text, at: self.at };
        let part = self.step(&mut reader, by_elements);
        self.at = reader.at;
        part
    }

    fn step<'a>(&mut self, reader: &mut Reader<'a>, by_elements: &[&str]) -> Read<Part<'a>> {
        match self.state {
            State::Start if reader.after_space() != Some(b'{') => {
                let value = reader.value(0)?;
                self.state = State::End;
                return reader.end().map(|()| Part::Other(value));
            }
            State::Start => {
                reader.at += 1;
                (self.state, self.is_first) = (State::Members, true);
            }
            State::Elements(which) => {
                if reader.more(mem::take(&mut self.is_first), b']', NO_LIST_END, NO_LIST_COMMA)? {
                    let start = reader.at;
                    return reader.value(2).map(|value| Part::Element(which, value, start..reader.at));
                }
                self.state = State::Members;
                let name = by_elements.get(which).copied().unwrap_or_default();
                return Ok(Part::Member(name.to_owned().into(), Json::Array(Vec::new())));
            }
            State::Members => {}
            State::End => return Ok(Part::End),
        }
        let is_first = mem::take(&mut self.is_first);
        let Some(name) = reader.name(is_first)? else {
            self.state = State::End;
            return reader.end().map(|()| Part::End);
        };
        let which = by_elements.iter().position(|known| name == *known);
        if let Some(which) = which.filter(|_| reader.after_space() == Some(b'[')) {
            reader.at += 1;
            (self.state, self.is_first) = (State::Elements(which), true);
            return self.step(reader, by_elements);
        }
        reader.value(1).map(|value| Part::Member(name, value))
    }
}

/// What is wrong with a text, and after how many bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong, as `serde_json` says it.
    pub reason: &'static str,
    /// After how many bytes.
    pub at: usize,
}

impl Fault {
    /// The line and the column of the fault, as `serde_json` counts them.
    #[must_use]
    pub fn place(&self, text: &str) -> (usize, usize) {
        let before = text.as_bytes().get(..self.at.min(text.len())).unwrap_or_default();
        before
            .iter()
            .fold((1, 0), |(line, column), byte| if *byte == b'\n' { (line + 1, 0) } else { (line, column + 1) })
    }
}

type Read<T> = Result<T, Fault>;

const NO_VALUE: &str = "EOF while parsing a value";
const NO_LIST_END: &str = "EOF while parsing a list";
const NO_LIST_COMMA: &str = "expected `,` or `]`";
const NO_OBJECT_END: &str = "EOF while parsing an object";
const NO_QUOTE: &str = "EOF while parsing a string";

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    #[inline]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not white space, which is passed over.
    #[inline(never)]
    fn after_space(&mut self) -> Option<u8> {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\t' | b'\r')) {
            self.at += 1;
        }
        self.peek()
    }

    #[inline]
    fn next(&mut self) -> Option<u8> {
        let next = self.peek();
        self.at += usize::from(next.is_some());
        next
    }

    /// Whether that byte is next; then it is passed over.
    fn skip(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    /// The fault is the byte that comes next, or that none does.
    const fn next_is<T>(&self, reason: &'static str) -> Read<T> {
        Err(Fault { reason, at: self.at + 1 })
    }

    /// The fault is the byte that was read last, or that none follows.
    const fn last_was<T>(&self, reason: &'static str) -> Read<T> {
        Err(Fault { reason, at: self.at })
    }

    fn end(&mut self) -> Read<()> {
        if self.after_space().is_none() { Ok(()) } else { self.next_is("trailing characters") }
    }

    /// The value that lies in so many others.
    fn value(&mut self, depth: usize) -> Read<Json<'a>> {
        let Some(first) = self.after_space() else { return self.next_is(NO_VALUE) };
        match first {
            b'[' | b'{' if depth == DEEPEST => return self.next_is("recursion limit exceeded"),
            b'-' | b'0'..=b'9' => return self.number().map(Json::Number),
            _ => self.at += 1,
        }
        match first {
            b'n' => self.word("ull", Json::Null),
            b't' => self.word("rue", Json::Flag(true)),
            b'f' => self.word("alse", Json::Flag(false)),
            b'"' => self.string().map(Json::Text),
            b'[' => self.array(depth),
            b'{' => self.object(depth),
            _ => self.last_was("expected value"),
        }
    }

    fn word(&mut self, rest: &str, value: Json<'a>) -> Read<Json<'a>> {
        for expected in rest.bytes() {
            match self.next() {
                Some(found) if found == expected => {}
                Some(_) => return self.last_was("expected ident"),
                None => return self.last_was(NO_VALUE),
            }
        }
        Ok(value)
    }

    fn array(&mut self, depth: usize) -> Read<Json<'a>> {
        let mut elements = Vec::new();
        while self.more(elements.is_empty(), b']', NO_LIST_END, NO_LIST_COMMA)? {
            elements.push(self.value(depth + 1)?);
        }
        Ok(Json::Array(elements))
    }

    fn object(&mut self, depth: usize) -> Read<Json<'a>> {
        let mut members = Vec::new();
        while let Some(name) = self.name(members.is_empty())? {
            members.push((name, self.value(depth + 1)?));
        }
        Ok(Json::Object(members))
    }

    /// The name of the next member of an object, up to its value; none at the object's end.
    fn name(&mut self, first: bool) -> Read<Option<Cow<'a, str>>> {
        if !self.more(first, b'}', NO_OBJECT_END, "expected `,` or `}`")? {
            return Ok(None);
        }
        if !self.skip(b'"') {
            return self.next_is("key must be a string");
        }
        let name = self.string()?;
        let next = self.after_space();
        if !self.skip(b':') {
            return self.next_is(if next.is_some() { "expected `:`" } else { NO_OBJECT_END });
        }
        Ok(Some(name))
    }

    /// Whether another element follows, or else the end of them, which is passed over.
    fn more(&mut self, first: bool, end: u8, no_end: &'static str, expected: &'static str) -> Read<bool> {
        if self.after_space().is_none() {
            return self.next_is(no_end);
        }
        if self.skip(end) {
            return Ok(false);
        }
        if first {
            return Ok(true);
        }
        if !self.skip(b',') {
            return self.next_is(expected);
        }
        match self.after_space() {
            Some(next) if next == end => self.next_is("trailing comma"),
            Some(_) => Ok(true),
            None => self.next_is(NO_VALUE),
        }
    }

    fn number(&mut self) -> Read<Number> {
        const FAULT: &str = "invalid number";
        let start = self.at;
        let negative = self.skip(b'-');
        match self.next() {
            Some(b'0') if matches!(self.peek(), Some(b'0'..=b'9')) => return self.next_is(FAULT),
            Some(b'0'..=b'9') => self.digits(),
            Some(_) => return self.last_was(FAULT),
            None => return self.last_was(NO_VALUE),
        };
        let whole = self.text.get(start..self.at).unwrap_or_default();
        if self.skip(b'.') && !self.digits() {
            return self.next_is(if self.peek().is_some() { FAULT } else { NO_VALUE });
        }
        if self.skip(b'e') || self.skip(b'E') {
            let _signed = self.skip(b'+') || self.skip(b'-');
            match self.next() {
                Some(b'0'..=b'9') => self.digits(),
                Some(_) => return self.last_was(FAULT),
                None => return self.last_was(NO_VALUE),
            };
        }
        let number = match negative {
            _ if self.at > start + whole.len() => None,
            true => whole.parse().ok().filter(|number| *number < 0).map(Number::Negative),
            false => whole.parse().ok().map(Number::Whole),
        };
        Ok(number.unwrap_or(Number::Other))
    }

    /// Passes over digits; whether there are any.
    fn digits(&mut self) -> bool {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at > start
    }
}
