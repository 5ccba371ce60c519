//! What a WebAssembly module is made of, as far as its size goes: functions and data, each with its place
//! in the file.

use std::ops::Range;

use wasmparser::{BinaryReaderError, DataKind, FunctionBody, KnownCustom, MemArg, Name, Operator, Parser, Payload};

/// The parts of a module that have an owner.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Module {
    /// Its own functions, in their order; not those that it imports.
    pub functions: Vec<Function>,
    /// What its memory begins with, in the order of the file.
    pub data: Vec<Data>,
}

/// A function.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Function {
    /// The name of its symbol; none in a module without names.
    pub name: Option<String>,
    /// Its code, in bytes from the start of the file.
    pub place: Range<usize>,
    /// The numbers in it that may be places in the memory.
    pub addresses: Vec<u32>,
}

/// A piece of data.
#[derive(Debug, PartialEq, Eq)]
pub struct Data {
    /// Where it stands in the memory.
    pub address: u32,
    /// Its bytes, from the start of the file.
    pub place: Range<usize>,
}

impl Module {
    /// Reads a module.
    ///
    /// # Errors
    /// Where it is not a module, or one of a kind that is not known here.
    pub fn read(bytes: &[u8]) -> Result<Self, BinaryReaderError> {
        let mut module = Self::default();
        let mut imported = 0_usize;
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        imported += usize::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => module.functions.push(function(&body)?),
                Payload::DataSection(section) => {
                    for data in section {
                        module.data.extend(placed(&data?)?);
                    }
                }
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(names) = section.as_known() {
                        for names in names {
                            let Name::Function(names) = names? else { continue };
                            for naming in names {
                                module.name(imported, &naming?);
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(module)
    }

    fn name(&mut self, imported: usize, naming: &wasmparser::Naming) {
        let own = usize::try_from(naming.index).ok().and_then(|index| index.checked_sub(imported));
        if let Some(function) = own.and_then(|own| self.functions.get_mut(own)) {
            function.name = Some(naming.name.to_owned());
        }
    }
}

/// The module without the names of its functions.
///
/// # Errors
/// Where it is not a module.
pub fn without_names(bytes: &[u8]) -> Result<Vec<u8>, BinaryReaderError> {
    let mut rest = Vec::with_capacity(bytes.len());
    let mut from = 0;
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload?;
        let places = match &payload {
            Payload::Version { range, .. } => range.clone(),
            _ => match payload.as_section() {
                Some((_, range)) => range,
                None => continue,
            },
        };
        // A section begins where the one before ended, with its kind and its length.
        let end = range(&places).end;
        let is_names = matches!(&payload, Payload::CustomSection(section) if section.name() == "name");
        rest.extend_from_slice(bytes.get(from..end).filter(|_| !is_names).unwrap_or_default());
        from = end;
    }
    Ok(rest)
}

fn function(body: &FunctionBody) -> Result<Function, BinaryReaderError> {
    let mut addresses = Vec::new();
    for operator in body.get_operators_reader()? {
        addresses.extend(address(&operator?));
    }
    Ok(Function { name: None, place: range(&body.range()), addresses })
}

/// The number in an instruction that may be a place in the memory: a constant, or what a reading or writing
/// adds to one.
fn address(operator: &Operator) -> Option<u32> {
    let added = |memarg: &MemArg| u32::try_from(memarg.offset).ok();
    match operator {
        Operator::I32Const { value } => Some(value.cast_unsigned()),
        Operator::I32Load { memarg }
        | Operator::I32Load8U { memarg }
        | Operator::I32Load8S { memarg }
        | Operator::I32Load16U { memarg }
        | Operator::I32Load16S { memarg }
        | Operator::I64Load { memarg }
        | Operator::F64Load { memarg }
        | Operator::V128Load { memarg }
        | Operator::I32Store { memarg }
        | Operator::I32Store8 { memarg }
        | Operator::I64Store { memarg } => added(memarg),
        _ => None,
    }
}

/// A piece of data whose place in the memory is a plain number; none where it has no such place.
fn placed(data: &wasmparser::Data) -> Result<Option<Data>, BinaryReaderError> {
    let DataKind::Active { offset_expr, .. } = &data.kind else { return Ok(None) };
    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else { return Ok(None) };
    let end = range(&data.range).end;
    Ok(Some(Data { address: value.cast_unsigned(), place: end - data.data.len()..end }))
}

/// Files are read into memory as a whole, so their places fit.
fn range(places: &Range<u64>) -> Range<usize> {
    let place = |place: u64| usize::try_from(place).unwrap_or(usize::MAX);
    place(places.start)..place(places.end)
}

#[cfg(test)]
pub mod tests {
    use super::*;

    fn section(id: u8, content: &[u8]) -> Vec<u8> {
        [&[id, u8::try_from(content.len()).unwrap()], content].concat()
    }

    /// A module that imports one function, has two, of which the first reads address 8 and the second adds 12
    /// to an address, data at 8, and names.
    pub fn handmade() -> Vec<u8> {
        let sections = [
            section(1, &[1, 0x60, 0, 0]),
            section(2, &[1, 1, b'm', 1, b'i', 0, 0]),
            section(3, &[2, 0, 0]),
            section(5, &[1, 0, 1]),
            section(10, &[2, 5, 0, 0x41, 8, 0x1a, 0x0b, 8, 0, 0x41, 0, 0x28, 2, 12, 0x1a, 0x0b]),
            section(11, &[1, 0, 0x41, 8, 0x0b, 4, b'd', b'a', b't', b'a']),
            section(0, b"\x04name\x01\x0a\x03\x00\x01i\x01\x01a\x02\x01b"),
        ];
        [b"\0asm\x01\0\0\0".to_vec(), sections.concat()].concat()
    }

    #[test]
    fn functions_have_their_places_names_and_addresses_and_data_too() {
        let bytes = handmade();
        let module = Module::read(&bytes).unwrap();
        let [one, other] = module.functions.as_slice() else { panic!("{module:?}") };
        assert_eq!(bytes[one.place.clone()], [0, 0x41, 8, 0x1a, 0x0b]);
        assert_eq!(bytes[other.place.clone()], [0, 0x41, 0, 0x28, 2, 12, 0x1a, 0x0b]);
        assert_eq!((one.name.as_deref(), other.name.as_deref()), (Some("a"), Some("b")));
        assert_eq!((one.addresses.as_slice(), other.addresses.as_slice()), (&[8][..], &[0, 12][..]));
        let [data] = module.data.as_slice() else { panic!("{module:?}") };
        assert_eq!((data.address, &bytes[data.place.clone()]), (8, &b"data"[..]));
    }

    #[test]
    fn names_are_taken_off_and_nothing_else() {
        let bytes = handmade();
        let bare = without_names(&bytes).unwrap();
        assert_eq!(bare, bytes[..bytes.len() - 19]);
        assert_eq!(without_names(&bare).unwrap(), bare);
        assert!(Module::read(&bare).unwrap().functions.iter().all(|function| function.name.is_none()));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(Module::read(b"\0asm").is_err());
        assert!(Module::read(b"<!doctype html>").is_err());
    }
}
