//! Shorter names for what the module imports.
//!
//! wasm-bindgen names each import after what it binds and a hash, such as
//! `__wbg_setAttribute_34747dd193f45828`, in the module and again in the glue. The hashes do not
//! compress: with names of two letters a visitor downloads five kilobytes less.

/// The section of a module that lists its imports.
const IMPORTS: u8 = 2;
/// What a module starts with: its magic number and its version.
const START: usize = 8;

/// The module and its glue with short names for the imports. None where the module is not made as
/// expected: then the long names do as well. A name that is not in the glue just once stays.
pub fn shorten(module: &[u8], glue: &str) -> Option<(Vec<u8>, String)> {
    let mut shorter = module.get(..START)?.to_vec();
    let mut rest = module.get(START..)?;
    let mut glue = glue.to_owned();
    while let Some((&id, after)) = rest.split_first() {
        let mut reader = Reader(after);
        let size = reader.number()?;
        let section = reader.take(size)?;
        rest = reader.0;
        let section = if id == IMPORTS { renamed(section, &mut glue)? } else { section.to_vec() };
        shorter.push(id);
        put_number(&mut shorter, section.len());
        shorter.extend(section);
    }
    Some((shorter, glue))
}

/// The imports with short names, which are written in the glue too.
fn renamed(section: &[u8], glue: &mut String) -> Option<Vec<u8>> {
    let mut reader = Reader(section);
    let count = reader.number()?;
    let mut written = Vec::new();
    put_number(&mut written, count);
    let mut names = short_names();
    for _ in 0..count {
        let module = reader.name()?;
        let name = reader.name()?;
        let kind = reader.kind()?;
        let short = names.find(|short| places(glue, short).is_empty())?;
        let short = match places(glue, name).as_slice() {
            &[at] => {
                glue.replace_range(at..at + name.len(), &short);
                short
            }
            _ => name.to_owned(),
        };
        for text in [module, &short] {
            put_number(&mut written, text.len());
            written.extend(text.bytes());
        }
        written.extend(kind);
    }
    reader.0.is_empty().then_some(written)
}

/// `aa`, `ab` and so on.
fn short_names() -> impl Iterator<Item = String> {
    let letters = || (b'a'..=b'z').map(char::from);
    letters().flat_map(move |first| letters().map(move |second| [first, second].iter().collect()))
}

/// Where a script has a name as a whole word.
fn places(script: &str, name: &str) -> Vec<usize> {
    let is_word = |letter: Option<char>| letter.is_some_and(|it| it.is_alphanumeric() || it == '_' || it == '$');
    let whole = |at: usize| {
        let before = script.get(..at).and_then(|before| before.chars().next_back());
        let after = script.get(at + name.len()..).and_then(|after| after.chars().next());
        !is_word(before) && !is_word(after)
    };
    script.match_indices(name).map(|(at, _)| at).filter(|&at| whole(at)).collect()
}

fn put_number(bytes: &mut Vec<u8>, number: usize) {
    let mut left = number;
    while left > 0x7F {
        bytes.push(u8::try_from(left & 0x7F).unwrap_or_default() | 0x80);
        left >>= 7;
    }
    bytes.push(u8::try_from(left).unwrap_or_default());
}

/// Reads the binary format, as far as imports need it.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    /// An unsigned LEB128.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7F).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn name(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).ok()
    }

    /// What is imported, as it stands: a function, a table, a memory or a global.
    fn kind(&mut self) -> Option<&'a [u8]> {
        let start = self.0;
        match self.byte()? {
            0 => drop(self.number()?),
            1 => {
                self.byte()?;
                self.limits()?;
            }
            2 => self.limits()?,
            3 => drop(self.take(2)?),
            _ => return None,
        }
        start.get(..start.len() - self.0.len())
    }

    fn limits(&mut self) -> Option<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with an empty type section, these functions as imports, and a custom section.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut imports = vec![u8::try_from(names.len()).unwrap()];
        for name in names {
            imports.extend([1, b'm', u8::try_from(name.len()).unwrap()]);
            imports.extend(name.bytes());
            imports.extend([0, 0]);
        }
        let mut module = b"\0asm\x01\0\0\0\x01\x01\0".to_vec();
        module.extend([IMPORTS, u8::try_from(imports.len()).unwrap()]);
        module.extend(imports);
        module.extend([0, 2, 1, b'x']);
        module
    }

    #[test]
    fn imports_get_short_names_in_the_module_and_in_the_glue() {
        let glue = "({__wbg_a_1:()=>aa(),__wbg_b_2:x})";
        let (short, script) = shorten(&module(&["__wbg_a_1", "__wbg_b_2"]), glue).unwrap();
        assert_eq!(short, module(&["ab", "ac"]));
        assert_eq!(script, "({ab:()=>aa(),ac:x})");
    }

    #[test]
    fn a_name_that_is_not_in_the_glue_just_once_stays() {
        let (short, script) = shorten(&module(&["one", "two"]), "{one:two,two:1,oneself:2}").unwrap();
        assert_eq!(short, module(&["aa", "two"]));
        assert_eq!(script, "{aa:two,two:1,oneself:2}");
    }

    #[test]
    fn what_is_no_module_is_left_alone() {
        let sound = module(&["one"]);
        for end in [0, 7, START + 1, sound.len() - 1] {
            assert_eq!(shorten(&sound[..end], "one").filter(|_| end != START), None, "{end}");
        }
    }

    #[test]
    fn numbers_are_written_as_they_are_read() {
        for number in [0, 1, 127, 128, 300, 65_535, 2_000_000] {
            let mut bytes = Vec::new();
            put_number(&mut bytes, number);
            let mut reader = Reader(&bytes);
            assert_eq!(reader.number(), Some(number));
            assert!(reader.0.is_empty());
        }
    }
}
