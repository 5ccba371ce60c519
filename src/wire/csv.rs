//! A comparison as a table for spreadsheets: [RFC 4180], one line a claim.
//!
//! [RFC 4180]: https://www.rfc-editor.org/rfc/rfc4180

use super::Shown;
use crate::domain::{
    claim::Claim,
    comparison::{Comparison, Row},
    grade::Grade,
    review::Review,
};

/// The names of the columns.
pub const COLUMNS: [&str; 15] = [
    "film", "year", "aspect", "class", "reviewer", "kind", "outlet", "grade", "score", "stance", "strength", "hedged",
    "about", "quote", "spoiler",
];

/// Spreadsheets take a file for UTF-8 only where it starts with this mark.
const MARK: char = '\u{FEFF}';

/// Writes the claims of a comparison: aspect by aspect, review by review, in the order of the file.
/// Aspects, classes, kinds and stances are the words of the data; `strength` is 1 to 3, `hedged` yes
/// or no, and `spoiler` 0 to 3: all quotes are there, whatever they give away. A review that is
/// silent on an aspect has no line there. Where names are hidden, `outlet`, `grade` and `score` are
/// empty.
///
/// No cell starts a formula: one that would is kept from it by an apostrophe.
#[must_use]
pub fn write(comparison: &Comparison, shown: &Shown) -> String {
    let mut table = String::from(MARK);
    push_line(&mut table, &COLUMNS.map(str::to_owned));
    for row in comparison.rows() {
        for (column, review) in comparison.reviews().enumerate() {
            for claim in review.claims_on(row.tally.aspect) {
                push_line(&mut table, &cells(comparison, row, review, claim, (shown.name(column), shown.blind)));
            }
        }
    }
    table
}

fn cells(comparison: &Comparison, row: &Row, review: &Review, claim: &Claim, by: (&str, bool)) -> [String; 15] {
    let film = comparison.film();
    let (name, blind) = by;
    let grade = review.grade.as_ref().filter(|_| !blind);
    let score = grade.and_then(Grade::score);
    [
        film.title.clone(),
        film.year.to_string(),
        row.tally.aspect.word().to_owned(),
        row.tally.class().word().to_owned(),
        name.to_owned(),
        review.kind.word().to_owned(),
        review.outlet.clone().filter(|_| !blind).unwrap_or_default(),
        grade.map(|grade| grade.written().to_owned()).unwrap_or_default(),
        score.map(|score| score.to_string()).unwrap_or_default(),
        claim.stance.word().to_owned(),
        claim.strength.number().to_string(),
        if claim.hedged { "yes" } else { "no" }.to_owned(),
        claim.about.clone().unwrap_or_default(),
        review.words_of(claim.quote).to_owned(),
        review.spoiler_of(claim).level().to_string(),
    ]
}

fn push_line(table: &mut String, cells: &[String]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            table.push(',');
        }
        push_cell(table, cell);
    }
    table.push_str("\r\n");
}

fn push_cell(table: &mut String, cell: &str) {
    let apostrophe = if starts_formula(cell) { "'" } else { "" };
    if cell.contains(['"', ',', '\r', '\n']) || cell.trim() != cell {
        for part in ["\"", apostrophe, &cell.replace('"', "\"\""), "\""] {
            table.push_str(part);
        }
    } else {
        table.push_str(apostrophe);
        table.push_str(cell);
    }
}

/// Whether a spreadsheet may take the cell for a formula: it starts with one of the signs, or their
/// full-width or small forms, perhaps after what does not show; or with a tab or a line break, which
/// some drop before they look.
/// See <https://owasp.org/www-community/attacks/CSV_Injection>.
fn starts_formula(cell: &str) -> bool {
    let unseen = |it: char| {
        it.is_whitespace()
            || it.is_control()
            || matches!(it, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | MARK)
    };
    cell.starts_with(['\t', '\r', '\n'])
        || cell
            .trim_start_matches(unseen)
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'])
}
