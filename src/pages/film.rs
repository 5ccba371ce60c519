//! One film: facts, the reviews at a glance, and the reviews.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    catalogue::{count_heading, fold},
    film_head::film_head,
    heading,
    not_found::no_such_film,
    with_catalog,
};
use crate::domain::gather::Gather;
use crate::{
    browser::page::keep_focus,
    components::{
        active_filters::{ActiveFilter, active_filters, empty_state},
        failure::{Trouble, failure},
        film_agreement::film_agreement,
        gradual::growing,
        matrix::matrix,
        notices::{address_notices, notices},
        review_article::review_article,
        review_filters::review_filters,
        score_plot::{Plotted, score_plot},
        skeleton::line_skeletons,
        tray::tray,
    },
    derived::Derived,
    domain::{
        catalog::Catalog,
        comparison,
        defect::Defect,
        film::Listing,
        filter::{ReviewFilter, ScoreRange, Unscored},
        review::{Brief, Review},
        slug::FilmSlug,
        stats::ScoreSummary,
        text,
    },
    element::{Child, Element, View, el, keyed, reactive},
    hooks::{Choice, FilmLoad, use_film, use_film_view, use_href, use_site},
    route::{Address, FilmView},
};

/// How many reviews are drawn at a time, after all that stands before them.
const PART: usize = 2;

/// The page.
pub fn film_page(slug: FilmSlug) -> View {
    with_catalog(
        || vec![heading("Loading the film"), line_skeletons(6)],
        move |catalog| match catalog.film(&slug) {
            Some(film) => known(catalog, &film),
            None => no_such_film(catalog, &slug),
        },
    )
}

/// What of a film's file could not be read.
pub fn file_notices(load: RwSignal<FilmLoad>) -> Element {
    let defects = move || {
        let lines = |defects: &[Defect]| defects.iter().map(ToString::to_string).gathered();
        load.with(|load| load.ready().map_or_else(Vec::new, |read| lines(&read.defects)))
    };
    notices("Parts of this film’s file are damaged and were left out; the rest is here", defects)
}

fn known(catalog: &Arc<Catalog>, film: &Listing) -> Vec<View> {
    let site = use_site();
    let load = use_film(&film.slug);
    let view = use_film_view(film.clone());
    let slug = film.slug.clone();
    let still = "Without it the facts and the words of the reviews are missing. What stands below is from the list of films, and works: the grades, where each review stands, and the filters.";
    vec![
        address_notices(view).view(),
        film_head(catalog, film, load).view(),
        failure(move || load.with(|load| Trouble::from(load)), "The film’s file", still, move || site.load_film(&slug))
            .view(),
        file_notices(load).view(),
        reviews(catalog, film, load, view),
    ]
}

/// The reviews at a glance, their filters and the reviews themselves. Once the film's file is here
/// they are of it; before, they are of the index.
fn reviews(catalog: &Arc<Catalog>, film: &Listing, load: RwSignal<FilmLoad>, view: Choice<FilmView>) -> View {
    let catalog = Arc::clone(catalog);
    let film = film.clone();
    let listed: Arc<[Brief]> = film.reviews.clone().into();
    let drawn = growing(0, PART, listed.len());
    // Nearly always the file says the same, and then all stays as it is.
    let briefs = Derived::new(move |_| {
        load.with(|load| match load.ready() {
            Some(read) => read.film.reviews.iter().map(Review::brief).gathered().into(),
            None => Arc::clone(&listed),
        })
    });
    reactive(move || {
        keep_focus();
        let briefs = briefs.get();
        if briefs.is_empty() {
            return el("p").class("empty-state").child("No one has reviewed this film here yet.").view();
        }
        let page = Reviews { catalog: Arc::clone(&catalog), slug: film.slug.clone(), briefs, drawn, load, view };
        (page.glance(), page.list()).view()
    })
}

/// The reviews of a film, and what is chosen of them.
#[derive(Clone)]
struct Reviews {
    catalog: Arc<Catalog>,
    slug: FilmSlug,
    briefs: Arc<[Brief]>,
    /// How many of those shown are drawn.
    drawn: RwSignal<usize>,
    load: RwSignal<FilmLoad>,
    view: Choice<FilmView>,
}

impl Reviews {
    fn glance(&self) -> Element {
        let grades: Vec<Plotted> = self.briefs.iter().map(|review| self.plotted(review)).gathered();
        let summary = ScoreSummary::of(self.briefs.iter());
        let section = |name: &'static str, child: Vec<Element>| {
            el("section").attr("aria-label", name).child(el("h2").child(name)).child(child)
        };
        el("div")
            .class("glance")
            .child(section("Who speaks of what", matrix(&self.catalog, &self.slug, &self.briefs, self.view)))
            .child(section("Scores as given", vec![score_plot(&grades, summary)]))
            .child(
                film_agreement(&self.catalog, &self.slug, &self.briefs)
                    .map(|it| section("How they stand together", vec![it])),
            )
    }

    fn plotted(&self, review: &Brief) -> Plotted {
        Plotted {
            name: self.catalog.name_of(&review.reviewer),
            grade: review.grade.as_ref().map(ToString::to_string),
            score: review.score(),
        }
    }

    fn list(&self) -> Element {
        let view = self.view;
        let counts = Derived::new({
            let briefs = Arc::clone(&self.briefs);
            move |_| view.with(|view| view.filter.counts(&briefs))
        });
        let shown = Derived::new({
            let page = self.clone();
            move |_| view.with(|view| page.shown(view))
        });
        let total = self.briefs.len();
        let count = move || match shown.with(Vec::len) {
            count if count == total => text::counted(total, "review"),
            count => format!("{count} of {}", text::counted(total, "review")),
        };
        let drawn = self.drawn;
        let is_growing = move || drawn.get() < shown.with(Vec::len);
        let articles = keyed(move || shown.with(|shown| shown.iter().take(drawn.get()).cloned().gathered()), {
            let page = self.clone();
            move |id| {
                let review = page.briefs.iter().find(|review| review.id.as_str() == id);
                review.map_or_else(|| el("article"), |review| review_article(&page.catalog, review, page.load, view))
            }
        });
        let list = el("section")
            .class("reviews")
            .attr("aria-label", "Reviews")
            .attr_with("aria-busy", move || is_growing().then_some("true"))
            .attr("data-lone", total < comparison::FEWEST)
            .child(count_heading(count))
            .child(self.chips())
            .child(self.unscored_note())
            .child(articles)
            .child(self.empty(shown))
            .child(tray(self.slug.clone(), view));
        el("div")
            .class("film-reviews")
            .child(fold("Filter and sort", review_filters(&self.catalog, view, counts)))
            .child(list)
    }

    /// The reviews that the filter leaves, in the order chosen, by their ids.
    fn shown(&self, view: &FilmView) -> Vec<String> {
        let mut shown: Vec<&Brief> = self.briefs.iter().filter(|review| view.filter.accepts(review)).gathered();
        view.sort.sort(&mut shown, |review| self.catalog.name_of(&review.reviewer));
        shown.into_iter().map(|review| review.id.to_string()).gathered()
    }

    /// A link to the same page with another filter.
    fn with(&self, filter: ReviewFilter) -> String {
        use_href()(&Address::film(self.slug.clone(), &self.view.with(|view| view.with(filter))))
    }

    /// What the filters do with unscored reviews, where it is not what one would think.
    fn unscored_note(&self) -> Element {
        let page = self.clone();
        let note = move || {
            let filter = page.view.with(|view| view.filter.clone());
            let left_out = filter.unscored_left_out(&page.briefs);
            let (text, link) = match left_out {
                _ if filter.sets_range_aside() => (
                    "The score range is set aside while only unscored reviews are shown. ".to_owned(),
                    "Show scored ones too",
                ),
                0 => return None,
                1 => ("One unscored review is left out. ".to_owned(), "Include it"),
                more => {
                    let more = text::capitalised(&text::count_in_words(more));
                    (format!("{more} unscored reviews are left out. "), "Include them")
                }
            };
            let href = page.with(ReviewFilter { unscored: Some(Unscored::Include), ..filter });
            Some((text, el("a").attr("data-refine", true).attr("href", href).child(link)))
        };
        el("p").class("note unscored-note").attr("role", "status").child_with(note)
    }

    /// The filters that are on.
    fn chips(&self) -> Element {
        let page = self.clone();
        let filters = move || {
            let filters = page.view.with(|view| page.without_each(&view.filter)).into_iter();
            filters.map(|(label, filter)| ActiveFilter { label, href: page.with(filter) }).gathered()
        };
        let page = self.clone();
        active_filters(filters, move || page.with(ReviewFilter::default()))
    }

    /// Every filter that is on, in words, with the filter that lacks just it.
    fn without_each(&self, filter: &ReviewFilter) -> Vec<(String, ReviewFilter)> {
        let mut all = Vec::new();
        let mut add = |label: String, change: &dyn Fn(&mut ReviewFilter)| {
            let mut without = filter.clone();
            change(&mut without);
            all.push((label, without));
        };
        if filter.range.is_set() {
            add(format!("Score: {}", filter.range), &|it| it.range = ScoreRange::WHOLE);
        }
        match filter.unscored {
            Some(Unscored::Include) if filter.range.is_set() => {
                add("Unscored too".to_owned(), &|it| it.unscored = None);
            }
            Some(Unscored::Exclude) => add("No unscored".to_owned(), &|it| it.unscored = None),
            Some(Unscored::Only) => add("Only unscored".to_owned(), &|it| it.unscored = None),
            Some(Unscored::Include) | None => {}
        }
        for slug in &filter.reviewers {
            let label = format!("Reviewer: {}", self.catalog.name_of(slug));
            add(label, &|it| it.reviewers.retain(|chosen| chosen != slug));
        }
        if let Some(stance) = filter.stance {
            add(format!("Stance: {stance}"), &|it| it.stance = None);
        }
        if let Some(aspect) = filter.aspect {
            add(format!("Aspect: {}", aspect.label().to_ascii_lowercase()), &|it| it.aspect = None);
        }
        for form in &filter.outlets {
            let mut outlets = self.briefs.iter().filter_map(|review| review.outlet.as_ref());
            let name = outlets.find(|outlet| text::address_form(outlet) == *form).unwrap_or(form);
            add(format!("Outlet: {name}"), &|it| it.outlets.retain(|chosen| chosen != form));
        }
        all
    }

    /// What to relax where no review is left.
    fn empty(&self, shown: Derived<Vec<String>>) -> View {
        let page = self.clone();
        reactive(move || {
            if shown.with(|shown| !shown.is_empty()) {
                return None;
            }
            let count = |filter: &ReviewFilter| page.briefs.iter().filter(|review| filter.accepts(review)).count();
            let link = |label: String, filter: ReviewFilter| ActiveFilter { label, href: page.with(filter) };
            let ways = page
                .view
                .with(|view| page.without_each(&view.filter))
                .into_iter()
                .map(|(label, filter)| {
                    let count = count(&filter);
                    (link(label, filter), count)
                })
                .gathered();
            let all = link(format!("Show all {}", page.briefs.len()), ReviewFilter::default());
            Some(empty_state("No review matches all of this", "review", None, ways, all))
        })
    }
}
