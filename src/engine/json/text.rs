//! The texts in a JSON text.

use std::borrow::Cow;

use super::{NO_QUOTE, Read, Reader};

const LONE_HALF: &str = "lone leading surrogate in hex escape";

impl<'a> Reader<'a> {
    /// The text after a quotation mark, up to the next.
    #[inline(never)]
    pub(super) fn string(&mut self) -> Read<Cow<'a, str>> {
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
