//! A comparison as a document in Markdown, for letters, notes and handouts.

use std::fmt::Write as _;

use super::Shown;
use crate::domain::gather::Gather;
use crate::domain::{
    claim::{Claim, Stance, Strength},
    comparison::{Cell, Comparison, Row},
    grade::Grade,
    review::{Review, ReviewKind},
    text::{count_in_words, listed},
};

/// Writes a comparison: how the reviews stand, what they are, and what each says on the aspects of
/// these rows that any speaks of, in their order.
///
/// What is said comes in the review's words, in quotation marks but for digests, whose words are not
/// the reviewer's. A quote that gives away more than the comparison shows is left out, and that is
/// said. No text of the data is taken for markup.
#[must_use]
pub fn write(comparison: &Comparison, rows: &[&Row], shown: &Shown) -> String {
    let film = comparison.film();
    let count = count_in_words(comparison.reviews().len());
    let mut parts = vec![format!("# {} ({}), {count} reviews compared", plain(&film.title), film.year)];
    if let Some(address) = shown.address(comparison) {
        parts.push(format!("[The comparison, with the reviews themselves]({})", destination(address)));
    }
    parts.push(comparison.summary());
    parts.push("## The reviews".to_owned());
    let reviews = comparison.reviews().enumerate();
    parts.push(reviews.map(|(at, it)| review_line(shown.name(at), it, shown.blind)).gathered().join("\n"));
    if comparison.reviews().any(|review| review.kind == ReviewKind::Digest) {
        parts.push("A digest reports a review in our words. What it says stands without quotation marks.".to_owned());
    }
    for row in rows.iter().filter(|row| row.tally.speakers() > 0) {
        parts.push(format!("## {}: {} ({})", row.tally.aspect.label(), row.tally.label(), row.tally.counts()));
        parts.push(voices(comparison, row, shown));
    }
    parts.retain(|part| !part.is_empty());
    let mut document = parts.join("\n\n");
    document.push('\n');
    document
}

/// One review in the list of what is compared.
fn review_line(name: &str, review: &Review, blind: bool) -> String {
    if blind {
        return format!("- **{}**: {}", plain(name), review.kind.label());
    }
    let brief = review.brief();
    let grade = match (&brief.grade, brief.score()) {
        (None, _) => "no grade".to_owned(),
        (Some(grade), Some(score)) => format!("graded {} ({score} of 100)", written(grade)),
        (Some(grade), None) => format!("graded {} (a verdict without a score)", written(grade)),
    };
    format!("- **{}**: {}; {grade}", plain(name), plain(&brief.byline()))
}

fn written(grade: &Grade) -> String {
    plain(grade.written())
}

/// What the reviews say on one aspect, those that are silent last.
fn voices(comparison: &Comparison, row: &Row, shown: &Shown) -> String {
    let mut lines = Vec::new();
    let mut silent = Vec::new();
    for (at, (review, cell)) in comparison.reviews().zip(&row.cells).enumerate() {
        let name = plain(shown.name(at));
        match cell {
            None => silent.push(name),
            Some(cell) => lines.extend(voice(comparison, &name, review, cell)),
        }
    }
    if !silent.is_empty() {
        lines.push(format!("- Silent: {}", listed(&silent)));
    }
    lines.join("\n")
}

/// Where one review stands, and under it the words.
fn voice(comparison: &Comparison, name: &str, review: &Review, cell: &Cell) -> Vec<String> {
    let strength = match cell.standing.strength {
        Strength::Clear => String::new(),
        other @ (Strength::InPassing | Strength::Emphatic) => format!(", {}", other.label()),
    };
    let mut lines = vec![format!("- **{name}**: {}{strength}", cell.standing.label())];
    let claims: Vec<&Claim> = cell.lead.iter().chain(&cell.rest).gathered();
    let alike = claims.iter().all(|claim| claim.stance == cell.standing.stance);
    for claim in claims {
        let side = if alike { "" } else { side(claim.stance) };
        lines.push(format!("  - {side}{}", words(comparison, review, claim)));
    }
    lines
}

const fn side(stance: Stance) -> &'static str {
    match stance {
        Stance::Positive => "for: ",
        Stance::Mixed => "mixed: ",
        Stance::Negative => "against: ",
    }
}

/// The words of a claim, and whom it is about.
fn words(comparison: &Comparison, review: &Review, claim: &Claim) -> String {
    let spoiler = review.spoiler_of(claim);
    let words = if spoiler > comparison.level() {
        format!("(a quote that gives away {} is left out)", spoiler.label())
    } else {
        let quote = plain(review.words_of(claim.quote));
        match review.kind {
            ReviewKind::Full | ReviewKind::House => format!("“{quote}”"),
            ReviewKind::Digest => quote,
        }
    };
    match &claim.about {
        Some(name) => format!("{words} (about {})", plain(name)),
        None => words,
    }
}

/// A text of the data as plain words on one line: everything that Markdown or one of its dialects
/// could take for markup is escaped, line breaks are spaces, and what turns the direction of the
/// line is left out.
/// See <https://spec.commonmark.org/0.31.2/#backslash-escapes>.
fn plain(text: &str) -> String {
    let text: String =
        text.chars().filter(|it| !turns_direction(*it)).map(|it| if breaks(it) { ' ' } else { it }).collect();
    let text = text.trim();
    let mut plain = String::with_capacity(text.len());
    // A number at the start would be one of a list, were a stop or a bracket and a space to follow it.
    let number = text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    for (at, letter) in text.char_indices() {
        let active = match letter {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '|' | '~' | '^' | '$' | '&' | '@' => true,
            '#' | '+' | '-' | '=' | ':' if at == 0 => true,
            '.' | ')' if at == number && at > 0 => {
                text.get(at + 1..).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            }
            // Some make links of bare addresses.
            ':' => text.get(at..).is_some_and(|rest| rest.starts_with("://")),
            '.' => at >= 3 && text.get(at - 3..at).is_some_and(|before| before.eq_ignore_ascii_case("www")),
            _ => false,
        };
        if active {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}

fn breaks(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}')
}

const fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// An address as it can stand in a link: what would end the link is a percent escape.
fn destination(address: &str) -> String {
    let mut destination = String::with_capacity(address.len());
    for letter in address.chars() {
        match letter {
            '\0'..=' ' | '<' | '>' | '(' | ')' | '\\' | '`' | ';' | '\u{7F}' => {
                // Writing to a text cannot fail.
                let _ = write!(destination, "%{:02X}", u32::from(letter));
            }
            other => destination.push(other),
        }
    }
    destination
}
