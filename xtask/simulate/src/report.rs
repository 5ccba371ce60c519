//! The tables that are printed. Kilobytes are thousands of bytes.

use std::fmt::Write as _;

use super::{
    changes::Stale,
    layout::{Kind as Files, Layout, MEASURED},
    query::Kind,
    sample::BUILT,
    summary::{Run, Spread, Summary},
    totals::{Total, Totals},
};

/// What was predicted for a small site against what was built of it.
pub fn proof(reviews: u32, built: &Totals, predicted: &Totals) -> String {
    let mut text = format!(
        "Proof: all {reviews} reviews made, all files built\n\n  {:<24}{:>14}{:>14}{:>9}\n",
        "bytes of", "built", "predicted", "error"
    );
    for kind in BUILT {
        let bytes = |totals: &Totals| totals.get(&kind).map_or(0.0, |total| total.bytes);
        let error = 100.0 * (bytes(predicted) / bytes(built) - 1.0);
        let _ = writeln!(text, "  {kind:<24}{:>14.0}{:>14.0}{error:>+8.1}%", bytes(built), bytes(predicted));
    }
    text
}

/// The files of a site.
pub fn files(layout: &Layout, totals: &Totals) -> String {
    let mut text = format!(
        "Files: {} films, {} words; {MEASURED} blocks built: {:.1} % of the predicted bytes, their lists {:.1} %\n\n  {:<24}{:>10}{:>12}{:>11}{:>13}\n",
        layout.site.films.len(),
        layout.vocabulary.len(),
        100.0 * layout.checked[0],
        100.0 * layout.checked[1],
        "",
        "files",
        "megabytes",
        "mean kB",
        "biggest kB"
    );
    let mut line = |name: &str, total: &Total| {
        let mean = total.bytes / total.files.max(1) as f64 / 1e3;
        let (bytes, most) = (total.bytes / 1e6, total.most / 1e3);
        let _ = writeln!(text, "  {name:<24}{:>10}{bytes:>12.1}{mean:>11.2}{most:>13.1}", total.files);
    };
    for (kind, total) in totals {
        line(&kind.to_string(), total);
    }
    line("together", &together(totals, |_| true));
    text
}

/// The files of some kinds.
pub fn together(totals: &Totals, of: impl Fn(Files) -> bool) -> Total {
    totals.iter().filter(|(kind, _)| of(**kind)).fold(Total::default(), |sum, (_, total)| Total {
        files: sum.files + total.files,
        bytes: sum.bytes + total.bytes,
        most: sum.most.max(total.most),
    })
}

/// What searches cost.
pub fn searches(runs: &[Run]) -> String {
    let mut text = format!("Searches: {} of them; the middle one, and one that 19 of 20 do not exceed\n\n", runs.len());
    let _ = writeln!(
        text,
        "  {:<28}{:>10}{:>10}{:>17}{:>14}{:>14}{:>12}{:>14}{:>7}\n  {:<28}{:>10}{:>10}{:>17}{:>14}{:>14}{:>12}{:>14}{:>7}",
        "from nothing, then in a",
        "round",
        "requests",
        "kB",
        "4G s",
        "line s",
        "session kB",
        "session 4G s",
        "best",
        "session of twenty",
        "mid most",
        "mid",
        "mid  high  most",
        "mid high",
        "mid high",
        "mid high",
        "mid high",
        "%"
    );
    let mut line = |name: &str, runs: &[&Run]| {
        let it = Summary::of(runs);
        let kilo = |bytes: f64| bytes / 1e3;
        let _ = writeln!(
            text,
            "  {name:<28}{:>5.0}{:>5.0}{:>10.0}{:>7.0}{:>5.0}{:>5.0}{:>14}{:>14}{:>7.0}{:>5.0}{:>14}{:>7.0}",
            it.round_trips.middle,
            it.round_trips.most,
            it.requests.middle,
            kilo(it.bytes.middle),
            kilo(it.bytes.high),
            kilo(it.bytes.most),
            seconds(it.mobile),
            seconds(it.broadband),
            kilo(it.warm_bytes.middle),
            kilo(it.warm_bytes.high),
            seconds(it.warm_mobile),
            100.0 * it.complete
        );
    };
    for kind in Kind::ALL {
        line(&kind.to_string(), &runs.iter().filter(|run| run.kind == kind).collect::<Vec<_>>());
    }
    line("all together", &runs.iter().collect::<Vec<_>>());
    let mut whole = |name: &str, of: &dyn Fn(Kind) -> bool| {
        let bytes = runs.iter().filter(|run| of(run.kind)).filter_map(|run| run.whole).map(|bytes| bytes as f64 / 1e3);
        let it = Spread::of(bytes);
        let _ = writeln!(text, "  {name:<48}{:>17.0}{:>7.0}{:>7.0}", it.middle, it.high, it.most);
    };
    whole("whole lists of two common words, kB", &|kind| kind == Kind::TwoCommon);
    whole("all that exact counts of word and facet read, kB", &|kind| kind == Kind::Filtered);
    text
}

fn seconds(spread: Spread) -> String {
    format!("{:>6.2}{:>6.2}", spread.middle, spread.high)
}

/// What changed reviews make stale, where files are built again.
pub fn changes(stale: &[(u32, Stale)]) -> String {
    let mut text = format!(
        "Changes, built into the files\n\n  {:<24}{:>14}{:>14}\n",
        "changed reviews", "stale files", "megabytes"
    );
    for (changed, stale) in stale {
        let _ = writeln!(text, "  {changed:<24}{:>14}{:>14.1}", stale.files, stale.bytes / 1e6);
    }
    text
}

/// What an overlay has of changed reviews, and what it adds to a search.
pub fn overlay(reviews: u32, totals: &Totals, runs: &[Run]) -> String {
    let files = together(totals, |kind| kind != Files::Films);
    let bytes = Spread::of(runs.iter().filter(|run| run.kind != Kind::Film).map(|run| run.cold.bytes() as f64));
    format!(
        "Changes, kept beside the files: an overlay of {reviews} reviews has {} files of {:.1} MB;\n  searching it too, in the same steps: {:.0} kB, high {:.0} kB\n",
        files.files,
        files.bytes / 1e6,
        bytes.middle / 1e3,
        bytes.high / 1e3
    )
}

/// How a site grows: one line a size.
#[derive(Clone, Debug)]
pub struct Size {
    pub reviews: u32,
    pub words: usize,
    pub root: u32,
    pub block: f64,
    pub totals: Totals,
    pub summary: Summary,
}

/// The sizes beside each other.
pub fn growth(sizes: &[Size]) -> String {
    let mut text = format!(
        "Growth\n\n  {:>10}{:>10}{:>9}{:>10}{:>12}{:>12}{:>11}{:>12}{:>13}{:>13}\n",
        "reviews",
        "words",
        "root kB",
        "block kB",
        "search GB",
        "its files",
        "films GB",
        "its files",
        "kB mid high",
        "4G s"
    );
    for size in sizes {
        let films = together(&size.totals, |kind| kind == Files::Films);
        let search = together(&size.totals, |kind| kind != Files::Films);
        let _ = writeln!(
            text,
            "  {:>10}{:>10}{:>9.1}{:>10.1}{:>12.2}{:>12}{:>11.2}{:>12}{:>8.0}{:>5.0}{:>13}",
            size.reviews,
            size.words,
            f64::from(size.root) / 1e3,
            size.block / 1e3,
            search.bytes / 1e9,
            search.files,
            films.bytes / 1e9,
            films.files,
            size.summary.bytes.middle / 1e3,
            size.summary.bytes.high / 1e3,
            seconds(size.summary.mobile)
        );
    }
    text
}
