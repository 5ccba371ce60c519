//! The columns of a comparison: what all its parts share.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::gather::Gather;
use crate::{
    browser::{clock::after_paint, grid::Act, page::announce, passages},
    derived::{Derived, follow},
    domain::{
        agreement::RowClass,
        aspect::Aspect,
        catalog::Catalog,
        claim::Claim,
        comparison::{Comparison, Origin, RowFilter, Selection},
        review::Review,
        slug::ReviewId,
    },
    element::{Element, el},
    hooks::{Choice, Site, use_site},
    route::{Address, ClaimName, CompareView, Focus, ReadingMode},
};

/// The reviews that are compared, with the names that they are shown under and what is chosen.
#[derive(Clone)]
pub struct Columns(Arc<Shared>);

/// The columns that are shown: others after the next choice.
#[derive(Clone, Copy, Default)]
pub struct Shown(RwSignal<Option<Columns>>);

impl Shown {
    /// Those that are shown now, which is followed.
    #[inline(never)]
    pub fn now(self) -> Option<Columns> {
        self.0.try_get().flatten()
    }

    /// Those that are shown now, which is not followed.
    #[inline(never)]
    pub fn untracked(self) -> Option<Columns> {
        self.0.try_get_untracked().flatten()
    }

    /// Shows others, unless the page is gone.
    #[inline(never)]
    pub fn show(self, columns: Option<Columns>) {
        let _ = self.0.try_set(columns);
    }
}

struct Shared {
    site: Site,
    comparison: Comparison,
    selection: Selection,
    names: Vec<String>,
    /// What is compared, where that is not all that the address asks for.
    left: Option<Left>,
    letters: Vec<char>,
    view: Choice<CompareView>,
    looks: Derived<Looks>,
    revealed: RwSignal<Vec<ReviewId>>,
    /// Of what is derived here: the words of these columns may be there for longer than their table.
    _owner: Owner,
}

/// What is left of the reviews that an address asks for.
#[derive(Clone)]
struct Left {
    /// As an address names them.
    names: Option<Vec<String>>,
    ids: Vec<ReviewId>,
}

impl Left {
    /// What is chosen, without what there is not.
    fn of(left: Option<&Self>, view: &CompareView) -> CompareView {
        left.map_or_else(|| view.clone(), |left| view.with_reviews(left.names.clone(), &left.ids))
    }
}

/// The addresses of the page as it is, but for what of the words is looked at.
#[derive(Clone, PartialEq)]
struct Looks {
    rows: RowFilter,
    /// With the rows that are shown now.
    kept: String,
    /// With all rows.
    all: String,
    /// With the words as they were written.
    written: String,
}

impl Columns {
    /// The columns of a comparison, as they were selected. What is hidden
    /// while the reader is blind is shown for those that are `revealed`. `page` owns what is as long as the
    /// page.
    pub fn new(
        page: &Owner,
        catalog: &Catalog,
        comparison: Comparison,
        selection: Selection,
        view: Choice<CompareView>,
        revealed: RwSignal<Vec<ReviewId>>,
    ) -> Self {
        let names = comparison.reviews().map(|review| catalog.name_of(&review.reviewer)).gathered();
        let letters = letters(&comparison);
        // What is left out of the address is so from the next choice on.
        let partly = !selection.omissions.is_empty();
        let left = partly
            .then(|| Left { names: Selection::to_name(comparison.film(), &selection.ids), ids: selection.ids.clone() });
        let (site, film) = (use_site(), comparison.film().slug.clone());
        let here = left.clone();
        let owner = page.with(Owner::new);
        let looks = move |_: Option<&Looks>| {
            let kept = view.with(|view| Left::of(here.as_ref(), view)).focused(None);
            let href = |view: &CompareView| site.href(&Address::comparison(film.clone(), view));
            Looks {
                rows: kept.rows,
                kept: href(&kept),
                all: href(&CompareView { rows: RowFilter::All, ..kept.clone() }),
                written: href(&CompareView { mode: ReadingMode::Written, ..kept }),
            }
        };
        let looks = owner.with(|| Derived::new(looks));
        Self(Arc::new(Shared {
            site,
            comparison,
            selection,
            names,
            left,
            letters,
            view,
            looks,
            revealed,
            _owner: owner,
        }))
    }

    /// What of the words is looked at now.
    pub fn focus(&self) -> Option<Focus> {
        self.0.view.with(|view| view.focus.clone())
    }

    /// The aspect that is looked at now, as such or for one passage on it.
    pub fn aspect_in_focus(&self) -> Option<Aspect> {
        self.aspect_of(&self.focus()?)
    }

    fn aspect_of(&self, focus: &Focus) -> Option<Aspect> {
        match focus {
            Focus::Aspect(aspect) => Some(*aspect),
            Focus::Passage(name) => Some(self.claim(name)?.aspect),
        }
    }

    /// How the reviews stand on an aspect.
    pub fn class_of(&self, aspect: Aspect) -> Option<RowClass> {
        self.comparison().rows().get(aspect.index()).map(|row| row.tally.class())
    }

    /// The claim of a name, where it is of a review that is compared.
    pub fn claim(&self, name: &ClaimName) -> Option<&Claim> {
        let comparison = self.comparison();
        let review = comparison.film().review(&name.review)?;
        self.ids().contains(&review.id).then(|| review.claims.get(name.claim)).flatten()
    }

    /// What is compared.
    pub fn comparison(&self) -> &Comparison {
        &self.0.comparison
    }

    /// What is chosen now.
    pub fn view(&self) -> CompareView {
        self.0.view.with(|view| Left::of(self.0.left.as_ref(), view))
    }

    /// What is chosen now, without following it.
    pub fn view_untracked(&self) -> CompareView {
        Left::of(self.0.left.as_ref(), &self.0.view.get_untracked())
    }

    /// Whether something is so in what is chosen now.
    #[inline(never)]
    pub fn is(&self, so: &dyn Fn(&CompareView) -> bool) -> bool {
        self.0.view.with(so)
    }

    /// The reviews, in the order of the columns.
    pub fn reviews(&self) -> impl ExactSizeIterator<Item = &Review> {
        self.0.comparison.reviews()
    }

    /// Their ids.
    pub fn ids(&self) -> Vec<ReviewId> {
        self.reviews().map(|review| review.id.clone()).gathered()
    }

    /// How many columns are pinned.
    pub fn pinned(&self) -> usize {
        self.0.selection.pinned
    }

    /// How the reviews were chosen.
    pub fn selection(&self) -> &Selection {
        &self.0.selection
    }

    /// Which reviews they are in whatever order, how they were chosen, and whether the address asks for
    /// others too.
    pub fn set(&self) -> (Vec<ReviewId>, Origin, bool) {
        let mut ids = self.ids();
        ids.sort_unstable();
        (ids, self.selection().origin, self.0.left.is_some())
    }

    /// The column of a review.
    pub fn column_of(&self, review: &str) -> Option<usize> {
        self.0.selection.ids.iter().position(|id| id.as_str() == review)
    }

    /// Which of the pinned columns a column is, from 0.
    pub fn pin_of(&self, column: usize) -> Option<usize> {
        (column < self.pinned()).then_some(column)
    }

    /// Whether the name, outlet and grade of a column are hidden now.
    pub fn is_hidden(&self, column: usize) -> bool {
        let is_this = |revealed: &ReviewId| self.reviews().nth(column).is_some_and(|review| review.id == *revealed);
        self.is(&|view| view.blind) && !self.0.revealed.with(|revealed| revealed.iter().any(is_this))
    }

    /// The name that a column has now: the reviewer's, or a letter while that is hidden.
    pub fn name(&self, column: usize) -> String {
        if self.is_hidden(column) {
            return self.0.letters.get(column).map(char::to_string).unwrap_or_default();
        }
        self.0.names.get(column).cloned().unwrap_or_default()
    }

    /// The names that all columns have now.
    pub fn names(&self) -> Vec<String> {
        (0..self.0.names.len()).map(|column| self.name(column)).gathered()
    }

    /// Shows the name, outlet and grade of a column, or of all.
    pub fn reveal(&self, column: Option<usize>) {
        announce("Names and grades are shown.");
        let ids: Vec<ReviewId> = self
            .ids()
            .into_iter()
            .enumerate()
            .filter(|(at, _)| column.is_none_or(|it| it == *at))
            .map(|it| it.1)
            .gathered();
        self.0.revealed.update(|revealed| revealed.extend(ids));
    }

    /// Hides all names again.
    pub fn hide(&self) {
        announce("Names and grades are hidden.");
        self.0.revealed.set(Vec::new());
    }

    /// A link to the same page with something changed of what is chosen, without its text.
    pub fn link(&self, change: impl Fn(&mut CompareView) + 'static) -> Element {
        self.link_by(Box::new(change))
    }

    fn link_by(&self, change: Box<dyn Fn(&mut CompareView)>) -> Element {
        let columns = self.clone();
        let href = move || {
            let mut view = columns.view();
            change(&mut view);
            columns.href(&view)
        };
        el("a").attr("data-refine", true).attr_with("href", href)
    }

    /// The address of the same page with another choice.
    pub fn href(&self, view: &CompareView) -> String {
        self.0.site.href(&Address::comparison(self.0.comparison.film().slug.clone(), view))
    }

    /// A link to the passages on an aspect, or to one passage, without its text.
    pub fn look(&self, focus: &Focus) -> Element {
        let href = self.0.looks.with_untracked(|looks| self.look_href(looks, focus, &focus.to_string()));
        el("a").attr("href", href).attr("data-look", true)
    }

    /// A link to a passage as it was written, without its text.
    pub fn look_in_review(&self, focus: &Focus) -> Element {
        let look = focus.to_string();
        let href = self.0.looks.with_untracked(|looks| with_look(&looks.written, &look));
        el("a").attr("href", href).attr("data-look", true).attr("data-written", true)
    }

    /// Keeps the links to passages true. There are hundreds, too many for an effect each. Where some are
    /// `kept` of other columns they are not true yet.
    pub fn follow_looks(&self, kept: bool) {
        let columns = self.clone();
        let mut stale = kept;
        follow(move || {
            columns.0.looks.with(|looks| {
                if stale {
                    let (columns, looks) = (columns.clone(), looks.clone());
                    after_paint(move || {
                        passages::point(|look, written| match look.parse() {
                            Ok(focus) if !written => columns.look_href(&looks, &focus, look),
                            _ => with_look(&looks.written, look),
                        });
                    });
                }
            });
            stale = true;
        });
    }

    fn look_href(&self, looks: &Looks, focus: &Focus, look: &str) -> String {
        let aspect = self.aspect_of(focus);
        // What is looked at must not be filtered away.
        let is_shown = aspect.and_then(|aspect| self.class_of(aspect)).is_some_and(|class| looks.rows.accepts(class));
        with_look(if is_shown { &looks.kept } else { &looks.all }, look)
    }

    /// Shows other rows in what is chosen. What is looked at is let go where it is filtered away with them.
    pub fn show_rows(&self, view: &mut CompareView, rows: RowFilter) {
        view.rows = rows;
        let aspect = view.focus.as_ref().and_then(|focus| self.aspect_of(focus));
        let away = aspect.and_then(|aspect| self.class_of(aspect)).is_some_and(|class| !rows.accepts(class));
        if away && view.mode == ReadingMode::Aligned {
            view.focus = None;
        }
    }

    /// A link to the comparison of these reviews in place of those that are compared, without its
    /// text.
    pub fn link_to(&self, ids: Vec<ReviewId>) -> Element {
        let names = Selection::to_name(self.0.comparison.film(), &ids);
        self.link(move |view| *view = view.with_reviews(names.clone(), &ids))
    }

    /// What is chosen, with these reviews in place of those that are compared.
    pub fn with(&self, ids: &[ReviewId]) -> CompareView {
        self.view_untracked().with_reviews(Selection::to_name(self.0.comparison.film(), ids), ids)
    }

    /// The reviews with a column moved to the place of another; none where that is not a place for it.
    pub fn moved(&self, from: usize, to: usize) -> Option<Vec<ReviewId>> {
        let mut ids = self.ids();
        let fits = from < ids.len() && to < ids.len() && self.pin_of(from).is_some() == self.pin_of(to).is_some();
        (fits && from != to).then(|| {
            let moved = ids.remove(from);
            ids.insert(to, moved);
            ids
        })
    }

    /// What is chosen once something is done with a column; none where that cannot be done.
    pub fn after(&self, act: Act, column: usize) -> Option<CompareView> {
        let mut ids = self.ids();
        let ids = match act {
            Act::Left => self.moved(column, column.checked_sub(1)?)?,
            Act::Right => self.moved(column, column + 1)?,
            Act::Pin => return Some(self.view_untracked().pinning(ids.get(column)?)),
            Act::Remove => {
                (column < ids.len()).then(|| ids.remove(column))?;
                ids
            }
        };
        Some(self.with(&ids))
    }

    /// Does something with a column, where that can be done.
    pub fn act(&self, act: Act, column: usize) -> bool {
        self.after(act, column).map(|view| self.0.site.refine(view.query())).is_some()
    }
}

/// The address of a page, looking at something.
fn with_look(page: &str, look: &str) -> String {
    let separator = if page.contains('?') { '&' } else { '?' };
    format!("{page}{separator}{look}")
}

/// The letters that columns have while names are hidden: a letter is a review's, wherever its column
/// goes. They follow the order of the film's file.
fn letters(comparison: &Comparison) -> Vec<char> {
    let place = |id: &ReviewId| comparison.film().reviews.iter().position(|review| review.id == *id);
    let places: Vec<_> = comparison.reviews().map(|review| place(&review.id)).gathered();
    let rank = |place: &_| places.iter().filter(|other| *other < place).count();
    places.iter().filter_map(|place| ('A'..='Z').nth(rank(place))).gathered()
}

/// The name of a claim in addresses.
pub fn claim_name(review: &Review, claim: usize) -> ClaimName {
    ClaimName { review: review.id.clone(), claim }
}
