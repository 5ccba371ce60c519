//! The filters of a film's reviews.

use std::str::FromStr;

use leptos::prelude::*;

use super::score_range::score_range;
use crate::domain::gather::Gather;
use crate::{
    derived::Derived,
    domain::{
        aspect::Aspect,
        catalog::Catalog,
        claim::Stance,
        filter::{OutletCount, ReviewCounts, ReviewFilter, Unscored},
        sort::ReviewSort,
        text::capitalised,
    },
    element::{Attribute, Element, el},
    hooks::{Choice, Site, use_site},
    route::FilmView,
};

/// Labelled controls, each option with the number of reviews that it would show.
pub fn review_filters(catalog: &Catalog, view: Choice<FilmView>, counts: Derived<ReviewCounts>) -> Element {
    let controls = Controls { site: use_site(), view, counts };
    let range = move || view.with(|view| view.filter.range);
    el("form")
        .class("filters")
        .attr("aria-label", "Filter and sort the reviews")
        .on("submit", |event| event.prevent_default())
        .child(controls.order())
        .child(group("Score", score_range(range, move |range| controls.refine(|filter| filter.range = range))))
        .child(controls.unscored())
        .child(controls.reviewers(catalog))
        .child(controls.aspect())
        .child(controls.stance())
        .child(controls.outlets())
}

fn group(name: &'static str, child: impl crate::element::Child) -> Element {
    el("fieldset").child(el("legend").child(name)).child(child)
}

/// What the controls read and change.
#[derive(Clone, Copy)]
struct Controls {
    site: Site,
    view: Choice<FilmView>,
    counts: Derived<ReviewCounts>,
}

impl Controls {
    fn refine(self, change: impl FnOnce(&mut ReviewFilter)) {
        let view = self.view.get_untracked();
        let mut filter = view.filter.clone();
        change(&mut filter);
        self.site.refine(view.with(filter).query());
    }

    fn order(self) -> Element {
        let view = self.view;
        let options: Vec<Element> = ReviewSort::ALL
            .into_iter()
            .map(|sort| option(sort.word(), move || view.with(|view| view.sort == sort)).child(sort.label()))
            .gathered();
        let choose = move |word: &str| {
            let sort = word.parse().unwrap_or(FilmView::default().sort);
            self.site.refine(FilmView { sort, ..view.get_untracked() }.query());
        };
        select("Order", options, choose)
    }

    fn unscored(self) -> Element {
        let radio = |value: Unscored, label: &'static str| {
            let chosen = move || self.view.with(|view| view.filter.unscored() == value);
            let choose = move || self.refine(|filter| filter.unscored = Some(value));
            choice("radio", Some("unscored"), label.to_owned(), chosen, choose)
        };
        let count = move || self.counts.with(|counts| counts.unscored).to_string();
        el("fieldset")
            .child(el("legend").child("Unscored reviews ").child(el("small").text_with(count)))
            .child(radio(Unscored::Include, "Show them too"))
            .child(radio(Unscored::Exclude, "Leave them out"))
            .child(radio(Unscored::Only, "Show only them"))
    }

    fn reviewers(self, catalog: &Catalog) -> Element {
        let reviewers = self.counts.with_untracked(|counts| counts.reviewers.clone());
        let rows: Vec<Element> = reviewers
            .into_iter()
            .enumerate()
            .map(|(place, (slug, _))| {
                let name = catalog.name_of(&slug);
                let count = move || self.counts.with(|counts| counts.reviewers.get(place).map_or(0, |(_, it)| *it));
                let chosen = {
                    let slug = slug.clone();
                    move || self.view.with(|view| view.filter.reviewers.contains(&slug))
                };
                let choose = move || self.refine(|filter| toggle(&mut filter.reviewers, &slug));
                counted("checkbox", None, name, count, chosen, choose)
            })
            .gathered();
        group("Reviewer", rows)
    }

    fn aspect(self) -> Element {
        let any = option("", move || self.view.with(|view| view.filter.aspect.is_none())).child("Any aspect");
        let aspects = Aspect::ALL.into_iter().map(|aspect| {
            let count = move || self.counts.with(|counts| counts.aspects.get(aspect.index()).map_or(0, |(_, it)| *it));
            option(aspect.word(), move || self.view.with(|view| view.filter.aspect == Some(aspect)))
                .text_with(move || format!("{} ({})", aspect.label(), count()))
        });
        let choose = move |word: &str| self.refine(|filter| filter.aspect = Aspect::from_str(word).ok());
        select("Aspect", std::iter::once(any).chain(aspects).gathered(), choose)
    }

    fn stance(self) -> Element {
        let any = choice(
            "radio",
            Some("stance"),
            "Any".to_owned(),
            move || self.view.with(|view| view.filter.stance.is_none()),
            move || self.refine(|filter| filter.stance = None),
        );
        let radio = |stance: Stance| {
            let count = move || {
                let count = |counts: &ReviewCounts| counts.stances.iter().find(|(it, _)| *it == stance).copied();
                self.counts.with(count).map_or(0, |(_, count)| count)
            };
            let chosen = move || self.view.with(|view| view.filter.stance == Some(stance));
            let choose = move || self.refine(|filter| filter.stance = Some(stance));
            counted("radio", Some("stance"), capitalised(stance.word()), count, chosen, choose)
        };
        let legend = move || match self.view.with(|view| view.filter.aspect) {
            Some(aspect) => format!("Stance on {}", aspect.in_sentence()),
            None => "Stance on any aspect".to_owned(),
        };
        el("fieldset").child(el("legend").text_with(legend)).child(any).child(Stance::ALL.map(radio))
    }

    fn outlets(self) -> Option<Element> {
        let outlets = self.counts.with_untracked(|counts| counts.outlets.clone());
        let rows: Vec<Element> = outlets
            .into_iter()
            .enumerate()
            .map(|(place, OutletCount { form, name, .. })| {
                let count = move || self.counts.with(|counts| counts.outlets.get(place).map_or(0, |it| it.count));
                let chosen = {
                    let form = form.clone();
                    move || self.view.with(|view| view.filter.outlets.contains(&form))
                };
                let choose = move || self.refine(|filter| toggle(&mut filter.outlets, &form));
                counted("checkbox", None, name, count, chosen, choose)
            })
            .gathered();
        (!rows.is_empty()).then(|| group("Outlet", rows))
    }
}

/// A checkbox or a radio button with its label and the number of reviews that it would show.
fn counted(
    kind: &'static str,
    name: Option<&'static str>,
    label: String,
    count: impl Fn() -> usize + Send + Sync + 'static,
    chosen: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + 'static,
) -> Element {
    choice(kind, name, label, chosen, choose).child(el("small").text_with(move || count().to_string()))
}

/// A checkbox or a radio button with its label.
fn choice(
    kind: &'static str,
    name: Option<&'static str>,
    label: String,
    chosen: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + 'static,
) -> Element {
    let input =
        el("input").attr("type", kind).attr("name", name).flag_with("checked", chosen).on("change", move |_| choose());
    el("label").class("option").child(input).child(el("span").child(label))
}

/// A labelled list of options; `choose` is called with the value of the one that is chosen.
pub fn select(label: &'static str, options: Vec<Element>, choose: impl Fn(&str) + 'static) -> Element {
    list(label, options, Box::new(choose))
}

#[inline(never)]
fn list(label: &'static str, options: Vec<Element>, choose: Box<dyn Fn(&str)>) -> Element {
    let list = el("select")
        .attr("data-key", label)
        .on("change", move |event| choose(&event_target_value(&event)))
        .child(options);
    el("label").class("field").child(el("span").child(label)).child(list)
}

/// One option of a list, without its text.
pub fn option(value: impl Attribute, chosen: impl Fn() -> bool + Send + Sync + 'static) -> Element {
    el("option").attr("value", value).flag_with("selected", chosen)
}

fn toggle<T: PartialEq + Clone>(values: &mut Vec<T>, value: &T) {
    match values.iter().position(|chosen| chosen == value) {
        Some(place) => drop(values.remove(place)),
        None => values.push(value.clone()),
    }
}
