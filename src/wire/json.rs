//! A JSON text as a tree: no more of it than the formats have.
//!
//! What it says of a text that is not JSON is what `serde_json` says, and at the same place;
//! tests/json.rs holds the two side by side. `serde_json` itself has visitors download more than twice
//! the code, and tables for numbers with fractions, of which the formats have none.

use std::{borrow::Cow, ops::Range};

use super::Unreadable;

/// How deep values may lie in values.
const DEEPEST: usize = 127;

/// A value.
pub(super) enum Json<'a> {
    Null,
    Flag(bool),
    Number(Number),
    Text(Cow<'a, str>),
    Array(Vec<Self>),
    /// The members in their order. Of two with one name, the last counts.
    Object(Vec<(Cow<'a, str>, Self)>),
}

/// A number. The formats have whole ones only.
#[derive(Clone, Copy)]
pub(super) enum Number {
    Whole(u64),
    Negative(i64),
    /// With a fraction or an exponent, or beyond the others.
    Other,
}

impl<'a> Json<'a> {
    /// Reads a text.
    pub fn read(text: &'a str) -> Result<Self, Unreadable> {
        let mut reader = Reader { text, at: 0 };
        let read = reader.value(0).and_then(|value| reader.end().map(|()| value));
        read.map_err(|fault| fault.told(text))
    }

    /// Reads an object, and leaves the elements of one of its members, an array, unread: gives where each
    /// stands in the text, in bytes, and an empty array in its place.
    ///
    /// Where the text is not JSON outside of these elements, that is told; inside, by whoever reads them.
    pub fn read_but(text: &'a str, member: &str) -> Result<(Self, Vec<Range<usize>>), Unreadable> {
        let mut reader = Reader { text, at: 0 };
        let mut elements = Vec::new();
        let read = reader.object_but(member, &mut elements).and_then(|value| reader.end().map(|()| value));
        read.map(|value| (value, elements)).map_err(|fault| {
            // What is wrong may stand before, in an element: the first fault of all is told.
            Self::read(text).err().unwrap_or_else(|| fault.told(text))
        })
    }

    /// Reads an element at its place in a text.
    pub fn read_at(text: &'a str, place: Range<usize>) -> Result<Self, Unreadable> {
        let mut reader = Reader { text: text.get(..place.end).unwrap_or_default(), at: place.start };
        let read = reader.value(2).and_then(|value| reader.end().map(|()| value));
        read.map_err(|fault| fault.told(text))
    }

    /// The member of that name.
    pub fn member(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().rfind(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The element at that index, from 0.
    pub fn element(&self, index: usize) -> Option<&Self> {
        let Self::Array(elements) = self else { return None };
        elements.get(index)
    }

    /// The text.
    pub fn text(&self) -> Option<&str> {
        let Self::Text(text) = self else { return None };
        Some(text)
    }
}

/// What is wrong with a text, and after how many bytes.
struct Fault {
    reason: &'static str,
    at: usize,
}

impl Fault {
    fn told(&self, text: &str) -> Unreadable {
        let before = text.as_bytes().get(..self.at.min(text.len())).unwrap_or_default();
        let (mut line, mut column) = (1, 0);
        for byte in before {
            (line, column) = if *byte == b'\n' { (line + 1, 0) } else { (line, column + 1) };
        }
        Unreadable::Malformed { line, column, reason: self.reason.to_owned() }
    }
}

type Read<T> = Result<T, Fault>;

const NO_VALUE: &str = "EOF while parsing a value";
const NO_QUOTE: &str = "EOF while parsing a string";
const LONE_HALF: &str = "lone leading surrogate in hex escape";

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
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
        while self.more(elements.is_empty(), b']', "EOF while parsing a list", "expected `,` or `]`")? {
            elements.push(self.value(depth + 1)?);
        }
        Ok(Json::Array(elements))
    }

    fn object(&mut self, depth: usize) -> Read<Json<'a>> {
        self.members(&mut |reader, _| reader.value(depth + 1))
    }

    /// An object, after its bracket; its values are read by name.
    fn members(&mut self, value: &mut dyn FnMut(&mut Self, &str) -> Read<Json<'a>>) -> Read<Json<'a>> {
        let no_end = "EOF while parsing an object";
        let mut members = Vec::new();
        while self.more(members.is_empty(), b'}', no_end, "expected `,` or `}`")? {
            if !self.skip(b'"') {
                return self.next_is("key must be a string");
            }
            let name = self.string()?;
            let next = self.after_space();
            if !self.skip(b':') {
                return self.next_is(if next.is_some() { "expected `:`" } else { no_end });
            }
            let value = value(self, &name)?;
            members.push((name, value));
        }
        Ok(Json::Object(members))
    }

    /// An object; the elements of that member are passed over and noted.
    fn object_but(&mut self, unread: &str, elements: &mut Vec<Range<usize>>) -> Read<Json<'a>> {
        if self.after_space() != Some(b'{') {
            return self.value(0);
        }
        self.at += 1;
        self.members(&mut |reader, name| {
            if name == unread && reader.after_space() == Some(b'[') {
                reader.at += 1;
                elements.clear();
                return reader.pass_over(elements);
            }
            reader.value(1)
        })
    }

    /// Notes where the elements of an array stand, up to its end.
    fn pass_over(&mut self, elements: &mut Vec<Range<usize>>) -> Read<Json<'a>> {
        while self.more(elements.is_empty(), b']', "EOF while parsing a list", "expected `,` or `]`")? {
            let start = self.at;
            if matches!(self.peek(), Some(b'{' | b'[')) {
                self.pass_over_one()?;
            } else {
                self.value(2)?;
            }
            elements.push(start..self.at);
        }
        Ok(Json::Array(Vec::new()))
    }

    /// Passes over an array or an object, by its brackets alone.
    fn pass_over_one(&mut self) -> Read<()> {
        let mut depth = 0;
        loop {
            match self.next() {
                Some(b'{' | b'[') => depth += 1,
                Some(b'}' | b']') => depth -= 1,
                Some(b'"') => self.pass_over_string()?,
                Some(_) => {}
                None => return self.last_was(NO_VALUE),
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }

    fn pass_over_string(&mut self) -> Read<()> {
        loop {
            match self.next() {
                Some(b'"') => return Ok(()),
                Some(b'\\') => self.at += 1,
                Some(_) => {}
                None => return self.last_was(NO_QUOTE),
            }
        }
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

    /// The text after a quotation mark, up to the next.
    #[inline(never)]
    fn string(&mut self) -> Read<Cow<'a, str>> {
        let mut text = Cow::Borrowed("");
        loop {
            let start = self.at;
            while matches!(self.peek(), Some(byte) if byte >= b' ' && byte != b'"' && byte != b'\\') {
                self.at += 1;
            }
            // As long as nothing was escaped, this borrows.
            text += self.text.get(start..self.at).unwrap_or_default();
            match self.next() {
                Some(b'"') => return Ok(text),
                Some(b'\\') => text.to_mut().push(self.escaped()?),
                Some(_) => return self.last_was("control character (\\u0000-\\u001F) found while parsing a string"),
                None => return self.last_was(NO_QUOTE),
            }
        }
    }

    fn escaped(&mut self) -> Read<char> {
        match self.next() {
            Some(letter @ (b'"' | b'\\' | b'/')) => Ok(char::from(letter)),
            Some(b'b') => Ok('\x08'),
            Some(b'f') => Ok('\x0c'),
            Some(b'n') => Ok('\n'),
            Some(b'r') => Ok('\r'),
            Some(b't') => Ok('\t'),
            Some(b'u') => self.escaped_code(),
            Some(_) => self.last_was("invalid escape"),
            None => self.last_was(NO_QUOTE),
        }
    }

    /// The character of one code, or of two that are its halves.
    fn escaped_code(&mut self) -> Read<char> {
        let mut code = self.code()?;
        if (0xD800..0xDC00).contains(&code) {
            for expected in [b'\\', b'u'] {
                match self.next() {
                    Some(found) if found == expected => {}
                    Some(_) => return self.last_was("unexpected end of hex escape"),
                    None => return self.last_was(NO_QUOTE),
                }
            }
            let low = self.code()?;
            if !(0xDC00..0xE000).contains(&low) {
                return self.last_was(LONE_HALF);
            }
            code = 0x1_0000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        }
        char::from_u32(code).map_or_else(|| self.last_was(LONE_HALF), Ok)
    }

    /// The number that four hexadecimal digits say.
    fn code(&mut self) -> Read<u32> {
        let Some(digits) = self.text.as_bytes().get(self.at..self.at + 4) else {
            self.at = self.text.len();
            return self.last_was(NO_QUOTE);
        };
        self.at += 4;
        let add = |code, digit: &u8| Some(code * 16 + char::from(*digit).to_digit(16)?);
        digits.iter().try_fold(0, add).map_or_else(|| self.last_was("invalid escape"), Ok)
    }
}
