//! A source file: its JSON value, and where every part of it stands.

use crosscut::domain::defect::{Defect, JsonPath, Step};
use jsonc_parser::{ParseOptions, ast, common::Ranged as _, parse_to_ast};
use serde_json::Value;

use super::{
    problem::{Position, Problem, shown},
    source::Source,
    syntax::SyntaxFault,
};

/// A source file that is JSON.
#[derive(Debug)]
pub struct Document {
    /// The file's name as messages show it.
    pub file: String,
    /// Its content. Of two fields with one name, the last counts.
    pub value: Value,
    /// What the value does not tell any more: names that are there twice.
    pub twice: Vec<Defect>,
    /// Numbers that are not written as whole numbers: `2019.0`, `1e3`, `-0`. JSON Schema takes some
    /// of them for whole, the decoder takes none.
    pub fractions: Vec<(JsonPath, String)>,
    places: Node,
    lines: Lines,
}

/// Where a value starts and ends, in bytes, and where its parts are.
#[derive(Debug)]
struct Node {
    start: usize,
    end: usize,
    parts: Parts,
}

#[derive(Debug)]
enum Parts {
    None,
    Items(Vec<Node>),
    Fields(Vec<Field>),
}

#[derive(Debug)]
struct Field {
    name: String,
    start: usize,
    value: Node,
}

/// What of a field a defect is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The field's value; for a field that is not there, the object that should have it.
    Value,
    /// The field's name.
    Name,
}

impl Document {
    /// Reads a source. One that is not JSON is one problem: the first thing in it that is not.
    pub fn parse(source: &Source) -> Result<Self, Problem> {
        let lines = Lines::new(&source.text);
        let fault = |fault: SyntaxFault| {
            let text = format!("found {}, expected {}", fault.found, fault.expected);
            Problem::at(&source.file, lines.position(fault.at), &text)
        };
        // serde_json is the judge of what is JSON: the parser that keeps places lets through line
        // breaks inside texts.
        let value = serde_json::from_str(&source.text).map_err(|e| fault(SyntaxFault::new(&source.text, &e)))?;
        let parsed = parse_to_ast(&source.text, &jsonc_parser::CollectOptions::default(), &strict());
        let parsed = parsed.map_err(|e| fault(SyntaxFault::other(e.range().start, e.kind())))?;
        let mut document = Self {
            file: source.file.clone(),
            value,
            twice: Vec::new(),
            fractions: Vec::new(),
            places: Node { start: 0, end: 0, parts: Parts::None },
            lines,
        };
        if let Some(root) = parsed.value {
            document.places = document.node(&root, &JsonPath::root());
        }
        Ok(document)
    }

    /// A defect of this file as a problem.
    pub fn problem(&self, defect: &Defect, anchor: Anchor) -> Problem {
        let text = format!("{}: {}", shown(&defect.path), defect.fault);
        Problem::at(&self.file, self.position(&defect.path, anchor), &text)
    }

    /// Where the last mark of the value of a field stands, in bytes: for a list, its closing bracket.
    pub fn end_of(&self, name: &str) -> Option<usize> {
        let Parts::Fields(fields) = &self.places.parts else { return None };
        fields.iter().rev().find(|field| field.name == name)?.value.end.checked_sub(1)
    }

    /// Where the value at a path starts; where it is not there, the nearest place around it.
    pub fn position(&self, path: &JsonPath, anchor: Anchor) -> Position {
        let mut node = &self.places;
        let mut at = node.start;
        for step in path.steps() {
            let next = match (step, &node.parts) {
                (Step::Key(name), Parts::Fields(fields)) => {
                    let field = fields.iter().rev().find(|field| field.name == *name);
                    field.map(|field| (field.start, &field.value))
                }
                (Step::Index(index), Parts::Items(items)) => items.get(*index).map(|item| (item.start, item)),
                _ => None,
            };
            let Some((name_at, value)) = next else { return self.lines.position(node.start) };
            at = if anchor == Anchor::Name { name_at } else { value.start };
            node = value;
        }
        self.lines.position(at)
    }

    fn node(&mut self, value: &ast::Value, path: &JsonPath) -> Node {
        let parts = match value {
            ast::Value::Array(array) => {
                let item = |(at, item): (usize, &ast::Value)| self.node(item, &path.index(at));
                Parts::Items(array.elements.iter().enumerate().map(item).collect())
            }
            ast::Value::Object(object) => self.fields(object, path),
            ast::Value::NumberLit(number) => {
                let digits = number.value.strip_prefix('-').unwrap_or(number.value);
                if number.value == "-0" || digits.bytes().any(|byte| !byte.is_ascii_digit()) {
                    self.fractions.push((path.clone(), number.value.to_owned()));
                }
                Parts::None
            }
            ast::Value::StringLit(_) | ast::Value::BooleanLit(_) | ast::Value::NullKeyword(_) => Parts::None,
        };
        Node { start: value.start(), end: value.end(), parts }
    }

    fn fields(&mut self, object: &ast::Object, path: &JsonPath) -> Parts {
        let mut fields: Vec<Field> = Vec::with_capacity(object.properties.len());
        for property in &object.properties {
            let name = property.name.as_str().to_owned();
            let path = path.key(&name);
            if let Some(first) = fields.iter().find(|field| field.name == name) {
                let line = self.lines.position(first.start).line;
                let expected = format!("every field once; the first is on line {line}");
                self.twice.push(Defect::shape(path.clone(), "this field again", expected));
            }
            let value = self.node(&property.value, &path);
            fields.push(Field { name, start: property.start(), value });
        }
        Parts::Fields(fields)
    }
}

/// A text, and where its lines start.
#[derive(Debug)]
pub struct Lines {
    text: String,
    starts: Vec<usize>,
}

impl Lines {
    /// The lines of a text, parted by line feeds.
    pub fn new(text: &str) -> Self {
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { text: text.to_owned(), starts: std::iter::once(0).chain(starts).collect() }
    }

    /// The line and column of a byte.
    pub fn position(&self, at: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= at);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let before = self.text.get(start..at).unwrap_or_default();
        Position { line, column: before.chars().count() + 1 }
    }
}

const fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

/// The value at a path.
pub fn value_at<'a>(value: &'a Value, path: &JsonPath) -> Option<&'a Value> {
    path.steps().iter().try_fold(value, |value, step| match step {
        Step::Key(name) => value.get(name),
        Step::Index(index) => value.get(*index),
    })
}

/// Whether a path is `around`, or lies inside it.
pub fn lies_in(path: &JsonPath, around: &JsonPath) -> bool {
    path.steps().starts_with(around.steps())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        Document::parse(&Source { file: "a.json".to_owned(), text: text.to_owned() }).unwrap()
    }

    #[test]
    fn places_are_counted_in_characters() {
        let document = document("{\r\n \"é🎬\": [true, {\"b\": 1}]\r\n}");
        let second = JsonPath::root().key("é🎬").index(1);
        let check = |path: &JsonPath, anchor, line, column| {
            assert_eq!(document.position(path, anchor), Position { line, column }, "{path}");
        };
        check(&JsonPath::root(), Anchor::Value, 1, 1);
        check(&JsonPath::root().key("é🎬"), Anchor::Name, 2, 2);
        check(&second, Anchor::Value, 2, 15);
        check(&second.key("b"), Anchor::Value, 2, 21);
        check(&second.key("c"), Anchor::Value, 2, 15);
    }

    #[test]
    fn numbers_that_are_not_written_whole_are_noted() {
        let found = document("[1, -1, 0, 1.0, 1e3, -0, 18446744073709551616]").fractions;
        let literals: Vec<&str> = found.iter().map(|(_, literal)| literal.as_str()).collect();
        assert_eq!(literals, ["1.0", "1e3", "-0"]);
    }
}
