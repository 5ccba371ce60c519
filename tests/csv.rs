//! A comparison as a table for spreadsheets.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test or of its data")]

use crosscut::{
    domain::{
        claim::Claim,
        film::Film,
        review::{Review, Span},
    },
    wire::{
        Shown,
        csv::{COLUMNS, write},
    },
};
use proptest::prelude::*;

mod support;

use support::{
    any, block, claims, film, review,
    taken::{comparison, heat, hostile, hostile_comparison, letters, names, shown},
};

const HEAT: &str =
    "\u{FEFF}film,year,aspect,class,reviewer,kind,outlet,grade,score,stance,strength,hedged,about,quote,spoiler\r
Heat,1995,story,lone-voice,The Booth,house,Crosscut,B+,83,positive,2,no,,\"He dies at the airport, superbly.\",3\r
Heat,1995,acting,qualified,The Booth,house,Crosscut,B+,83,mixed,1,yes,Al Pacino,Pacino shouts.,0\r
Heat,1995,acting,qualified,Ray,full,The Daily,3.5/4,88,positive,2,no,Al Pacino,\"Pacino is superb;\nthe middle\",0\r
Heat,1995,sound,qualified,The Booth,house,Crosscut,B+,83,positive,3,no,,The guns are loud,0\r
Heat,1995,sound,qualified,Ray,full,The Daily,3.5/4,88,negative,1,no,,The mix is “muddy”.,0\r
Heat,1995,sound,qualified,Ray,full,The Daily,3.5/4,88,positive,1,yes,,The mix,0\r
Heat,1995,pacing,consensus,Ray,full,The Daily,3.5/4,88,negative,2,no,,the middle drags.,0\r
Heat,1995,pacing,consensus,The note,digest,The Gazette,thumbs up,,negative,2,no,,Finds it long.,0\r
";

#[test]
fn a_comparison_is_a_table_with_a_line_a_claim() {
    assert_eq!(write(&comparison(heat()), &shown(&names())), HEAT);
}

#[test]
fn without_names_nothing_tells_whose_a_review_is() {
    let letters = letters();
    let table = write(&comparison(heat()), &Shown { blind: true, ..shown(&letters) });
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines[2], "Heat,1995,acting,qualified,A,house,,,,mixed,1,yes,Al Pacino,Pacino shouts.,0");
    assert_eq!(lines.last(), Some(&"Heat,1995,pacing,consensus,C,digest,,,,negative,2,no,,Finds it long.,0"));
    for telling in ["Booth", "Ray", "note", "Daily", "Gazette", "B+", "3.5", "thumbs", "example.org", "heat-"] {
        assert!(!table.contains(telling), "{telling}: {table}");
    }
}

#[test]
fn a_comparison_without_claims_is_a_header() {
    let silent = film("film", vec![review("a", ""), review("b", "")]);
    assert_eq!(write(&comparison(silent), &shown(&names())), format!("\u{FEFF}{}\r\n", COLUMNS.join(",")));
}

/// The cell of a quote as it is written.
fn check(quote: &str, cell: &str) {
    let place = Span { block: 0, start: 0, end: quote.len() };
    let claim = Claim { quote: place, ..claims("sound+").remove(0) };
    let one = Review { body: vec![block(quote)], claims: vec![claim], ..review("a", "") };
    let table = write(&comparison(film("film", vec![one, review("b", "")])), &shown(&names()));
    let line = format!("film,2000,sound,lone-voice,The Booth,house,,,,positive,2,no,,{cell},0\r\n");
    assert_eq!(table.split_once("\r\n").unwrap().1, line, "{quote:?}");
}

#[test]
fn a_cell_is_in_quotation_marks_where_it_would_end_early() {
    check("plain words; 'single' | piped", "plain words; 'single' | piped");
    check("one, two", "\"one, two\"");
    check("so \"called\"", "\"so \"\"called\"\"\"");
    check("\"", "\"\"\"\"");
    check("one\ntwo", "\"one\ntwo\"");
    check("one\r\ntwo", "\"one\r\ntwo\"");
    check(" one ", "\" one \"");
    check("עברית 😀 \u{202E}", "\"עברית 😀 \u{202E}\"".trim_matches('"'));
}

#[test]
fn no_cell_is_a_formula() {
    check("=1+1", "'=1+1");
    check("+1 (323) 555", "'+1 (323) 555");
    check("-2+3", "'-2+3");
    check("@SUM(A1)", "'@SUM(A1)");
    check("=HYPERLINK(\"https://a.b\",\"c\")", "\"'=HYPERLINK(\"\"https://a.b\"\",\"\"c\"\")\"");
    check("＝1＋1", "'＝1＋1");
    check("＋1", "'＋1");
    check("－1", "'－1");
    check("＠a", "'＠a");
    check("\tone", "\"'\tone\"");
    check("\rone", "\"'\rone\"");
    check("\none", "\"'\none\"");
    check("  =1", "\"'  =1\"");
    check("\u{A0}\n+1", "\"'\u{A0}\n+1\"");
    check("\u{FEFF}=1", "'\u{FEFF}=1");
    check("\u{200B}\u{202E}@a", "'\u{200B}\u{202E}@a");
    check("\u{0}=1", "'\u{0}=1");
    check("1=1", "1=1");
    check("a-b@c", "a-b@c");
    check("'=1", "'=1");
    check("–1, −1", "\"–1, −1\"");
}

#[test]
fn titles_names_and_outlets_are_no_formulas_either() {
    let one = Review { outlet: Some("@home".to_owned()), ..review("a", "sound+") };
    let hostile = Film { title: "+1".to_owned(), ..film("film", vec![one, review("b", "")]) };
    let names = ["-x-".to_owned(), "b".to_owned()];
    let table = write(&comparison(hostile), &shown(&names));
    let line = "'+1,2000,sound,lone-voice,'-x-,house,'@home,,,positive,2,no,,Claim 0 of a.,0\r\n";
    assert_eq!(table.split_once("\r\n").unwrap().1, line);
}

/// Reads a table by the grammar of RFC 4180, without its mark; none where it breaks it.
fn read(table: &str) -> Option<Vec<Vec<String>>> {
    let mut lines = Vec::new();
    let mut line = Vec::new();
    let mut rest = table.strip_prefix('\u{FEFF}')?;
    while !rest.is_empty() {
        let mut cell = String::new();
        if let Some(mut quoted) = rest.strip_prefix('"') {
            loop {
                let (text, after) = quoted.split_once('"')?;
                cell.push_str(text);
                match after.strip_prefix('"') {
                    Some(more) => (cell.push('"'), quoted = more).1,
                    None => break rest = after,
                }
            }
        } else {
            let end = rest.find([',', '\r', '\n', '"'])?;
            cell.push_str(&rest[..end]);
            rest = &rest[end..];
        }
        line.push(cell);
        if let Some(after) = rest.strip_prefix("\r\n") {
            lines.push(std::mem::take(&mut line));
            rest = after;
        } else {
            rest = rest.strip_prefix(',')?;
        }
    }
    line.is_empty().then_some(lines)
}

/// Whether a spreadsheet could take a cell for a formula.
fn is_formula(cell: &str) -> bool {
    let seen =
        cell.trim_start_matches(|it: char| it.is_whitespace() || it.is_control() || "\u{FEFF}\u{202E}".contains(it));
    cell.starts_with(['\t', '\r', '\n']) || seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// A cell as it is written, before it is put in quotation marks.
fn safe(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

proptest! {
    #[test]
    fn the_cells_read_back_and_none_is_a_formula((comparison, names) in hostile_comparison()) {
        let lines = read(&write(&comparison, &shown(&names))).unwrap();
        let mut expected = vec![COLUMNS.map(str::to_owned).to_vec()];
        for row in comparison.rows() {
            for (review, name) in comparison.reviews().zip(&names) {
                for claim in review.claims_on(row.tally.aspect) {
                    expected.push(vec![
                        safe(&comparison.film().title),
                        "2000".to_owned(),
                        row.tally.aspect.to_string(),
                        row.tally.class().to_string(),
                        safe(name),
                        review.kind.to_string(),
                        safe(review.outlet.as_deref().unwrap()),
                        "B+".to_owned(),
                        "83".to_owned(),
                        claim.stance.to_string(),
                        claim.strength.number().to_string(),
                        if claim.hedged { "yes" } else { "no" }.to_owned(),
                        safe(claim.about.as_deref().unwrap_or_default()),
                        safe(review.words_of(claim.quote)),
                        review.spoiler_of(claim).level().to_string(),
                    ]);
                }
            }
        }
        prop_assert_eq!(&lines, &expected);
        prop_assert!(lines.iter().flatten().all(|cell| !is_formula(cell)));
    }

    #[test]
    fn any_title_reads_back(title in prop_oneof![hostile(), any::text(), "\\PC*", ".*"]) {
        let film = Film { title: title.clone(), ..film("film", vec![review("a", "sound+"), review("b", "")]) };
        let lines = read(&write(&comparison(film), &shown(&names()))).unwrap();
        prop_assert_eq!(lines.len(), 2);
        let cell = &lines[1][0];
        prop_assert!(*cell == title || cell.strip_prefix('\'') == Some(&title), "{:?}", cell);
        prop_assert!(!is_formula(cell));
    }
}
