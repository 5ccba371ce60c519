//! Problems as they are printed: one line each, with the place.

use std::fmt;

use crosscut::domain::{
    defect::{JsonPath, Step},
    text::clipped,
};

/// The longest name of a field that a line shows whole, in characters.
const SHOWN: usize = 40;

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// One fault of the data. Problems sort by file, then by place; those of a file as a whole come
/// first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    file: String,
    position: Option<Position>,
    text: String,
}

impl Problem {
    /// A problem of a file or folder as a whole.
    pub fn whole(file: &str, text: &str) -> Self {
        Self { file: one_line(file), position: None, text: one_line(text) }
    }

    /// A problem at a place.
    pub fn at(file: &str, position: Position, text: &str) -> Self {
        Self { position: Some(position), ..Self::whole(file, text) }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.position {
            Some(position) => write!(f, "{}:{position}: {}", self.file, self.text),
            None => write!(f, "{}: {}", self.file, self.text),
        }
    }
}

/// A problem is one line, whatever characters the data brought into it.
fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { '\u{FFFD}' } else { letter }).collect()
}

/// A path as it is printed: the names of unknown fields can be of any length, and of any letters.
pub fn shown(path: &JsonPath) -> String {
    path.steps().iter().fold("$".to_owned(), |shown, step| match step {
        Step::Key(name) => format!("{shown}.{}", clipped(name, SHOWN)),
        Step::Index(index) => format!("{shown}[{index}]"),
    })
}

/// How many problems there are, in how many files.
pub fn sum(problems: &[Problem]) -> String {
    let mut files: Vec<&str> = problems.iter().map(|problem| problem.file.as_str()).collect();
    files.sort_unstable();
    files.dedup();
    let counted = crosscut::domain::text::counted;
    format!("{} in {}", counted(problems.len(), "problem"), counted(files.len(), "file"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_one_line() {
        let position = Position { line: 3, column: 7 };
        let problem = Problem::at("a\nb.json", position, "$.x\u{1b}: found “\r\n”, expected text");
        assert_eq!(problem.to_string(), "a\u{FFFD}b.json:3:7: $.x\u{FFFD}: found “\u{FFFD}\u{FFFD}”, expected text");
    }

    #[test]
    fn problems_sort_by_file_and_then_by_number_of_line() {
        let at = |file, line| Problem::at(file, Position { line, column: 1 }, "x");
        let mut problems = vec![at("b", 2), at("a", 10), at("a", 9), Problem::whole("b", "x")];
        problems.sort();
        assert_eq!(problems, [at("a", 9), at("a", 10), Problem::whole("b", "x"), at("b", 2)]);
        assert_eq!(sum(&problems), "4 problems in 2 files");
    }
}
