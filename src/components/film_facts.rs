//! The facts about a film.

use crate::domain::gather::Gather;
use crate::{
    browser::names::Code,
    domain::film::{CrewMember, Film, Release},
    element::{Element, el},
    hooks::names_of,
};

/// How many of the cast are named.
const CAST: usize = 6;

/// Who made it, when, where, and where it can be seen.
pub fn film_facts(film: &Film) -> Element {
    let cast: Vec<String> =
        film.cast.iter().take(CAST).map(|member| format!("{} ({})", member.name, member.role)).gathered();
    let directors = if film.directors.len() == 1 { "Director" } else { "Directors" };
    let length = film.runtime_minutes.map(|minutes| format!("{minutes} minutes"));
    el("dl")
        .class("facts")
        .child(fact(directors, film.directors.join(", ")))
        .child(fact("Written by", film.writers.join(", ")))
        .child(fact("With", cast.join(", ")))
        .child(facts("Crew", film.crew.iter().map(crew_line).gathered()))
        .child(fact("Length", length.unwrap_or_default()))
        .child(fact("Certificate", film.certificate.map(|it| it.to_string()).unwrap_or_default()))
        .child(fact("Country", names_of(Code::Region, &film.countries)))
        .child(fact("Language", names_of(Code::Language, &film.languages)))
        .child(fact("Distributor", film.distributor.clone().unwrap_or_default()))
        .child(facts("Availability", film.releases.iter().map(release_line).gathered()))
}

fn fact(name: &'static str, value: String) -> Option<Element> {
    (!value.is_empty()).then(|| el("div").child(el("dt").child(name)).child(el("dd").child(value)))
}

fn facts(name: &'static str, lines: Vec<Element>) -> Option<Element> {
    let list = |lines| el("dd").child(el("ul").child(lines));
    (!lines.is_empty()).then(|| el("div").child(el("dt").child(name)).child(list(lines)))
}

fn crew_line(member: &CrewMember) -> Element {
    el("li").child(format!("{} ", member.name)).child(el("small").child(member.job.clone()))
}

/// As in `Streaming, 4 December 2020: Amazon Prime Video, United States`.
fn release_line(release: &Release) -> Element {
    let region = release.region.clone().map(|code| names_of(Code::Region, &[code]));
    let places: Vec<String> = release.place.clone().into_iter().chain(region).gathered();
    let line = format!("{}, {}", release.medium.label(), release.date.in_words());
    el("li").child(if places.is_empty() { line } else { format!("{line}: {}", places.join(", ")) })
}
