//! The columns of a comparison: what all its parts share.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    domain::{
        aspect::Aspect,
        catalog::Catalog,
        claim::Claim,
        comparison::{Comparison, Selection},
        review::Review,
        slug::ReviewId,
    },
    element::{Element, el},
    hooks::{Choice, Site, use_site},
    route::{Address, ClaimName, CompareView, Focus},
};

/// The reviews that are compared, with the names that they are shown under and what is chosen.
#[derive(Clone)]
pub struct Columns(Arc<Shared>);

struct Shared {
    site: Site,
    comparison: Comparison,
    names: Vec<String>,
    pinned: usize,
    view: Choice<CompareView>,
    drawn: Memo<CompareView>,
    revealed: RwSignal<Vec<ReviewId>>,
}

impl Columns {
    /// The columns of a comparison. The first `pinned` of them stay in view; what is hidden while
    /// the reader is blind is shown for those that are `revealed`. `view` is what is chosen, `drawn`
    /// the same without what is looked at.
    pub fn new(
        catalog: &Catalog,
        comparison: Comparison,
        pinned: usize,
        view: Choice<CompareView>,
        drawn: Memo<CompareView>,
        revealed: RwSignal<Vec<ReviewId>>,
    ) -> Self {
        let names = comparison.reviews().map(|review| catalog.name_of(&review.reviewer)).collect();
        Self(Arc::new(Shared { site: use_site(), comparison, names, pinned, view, drawn, revealed }))
    }

    /// What of the words is looked at now.
    pub fn focus(&self) -> Option<Focus> {
        self.0.view.with(|view| view.focus.clone())
    }

    /// The aspect that is looked at now, as such or for one passage on it.
    pub fn aspect_in_focus(&self) -> Option<Aspect> {
        match self.focus()? {
            Focus::Aspect(aspect) => Some(aspect),
            Focus::Passage(name) => Some(self.claim(&name)?.aspect),
        }
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

    /// What is chosen now, but for what is looked at.
    pub fn view(&self) -> CompareView {
        self.0.drawn.get()
    }

    /// What is chosen now, without following it.
    pub fn view_untracked(&self) -> CompareView {
        self.0.drawn.get_untracked()
    }

    /// Whether something is so in what is chosen now.
    #[inline(never)]
    pub fn is(&self, so: &dyn Fn(&CompareView) -> bool) -> bool {
        self.0.drawn.with(so)
    }

    /// The reviews, in the order of the columns.
    pub fn reviews(&self) -> impl ExactSizeIterator<Item = &Review> {
        self.0.comparison.reviews()
    }

    /// Their ids.
    pub fn ids(&self) -> Vec<ReviewId> {
        self.reviews().map(|review| review.id.clone()).collect()
    }

    /// Which of the pinned columns a column is, from 0.
    pub fn pin_of(&self, column: usize) -> Option<usize> {
        (column < self.0.pinned).then_some(column)
    }

    /// Whether the name, outlet and grade of a column are hidden now.
    pub fn is_hidden(&self, column: usize) -> bool {
        let is_this = |revealed: &ReviewId| self.reviews().nth(column).is_some_and(|review| review.id == *revealed);
        self.is(&|view| view.blind) && !self.0.revealed.with(|revealed| revealed.iter().any(is_this))
    }

    /// The name that a column has now: the reviewer's, or a letter while that is hidden.
    pub fn name(&self, column: usize) -> String {
        if self.is_hidden(column) {
            let letter = u8::try_from(column).ok().and_then(|at| b'A'.checked_add(at)).unwrap_or(b'?');
            return char::from(letter).to_string();
        }
        self.0.names.get(column).cloned().unwrap_or_default()
    }

    /// The names that all columns have now.
    pub fn names(&self) -> Vec<String> {
        (0..self.0.names.len()).map(|column| self.name(column)).collect()
    }

    /// Shows the name, outlet and grade of a column, or of all.
    pub fn reveal(&self, column: Option<usize>) {
        let ids: Vec<ReviewId> = self
            .ids()
            .into_iter()
            .enumerate()
            .filter(|(at, _)| column.is_none_or(|it| it == *at))
            .map(|it| it.1)
            .collect();
        self.0.revealed.update(|revealed| revealed.extend(ids));
    }

    /// Hides all names again.
    pub fn hide(&self) {
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
    pub fn look(&self, focus: Focus) -> Element {
        self.link(move |view| view.focus = Some(focus.clone())).attr("data-look", true)
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

    /// The reviews without a column.
    pub fn without(&self, column: usize) -> Vec<ReviewId> {
        self.ids().into_iter().enumerate().filter(|(at, _)| *at != column).map(|it| it.1).collect()
    }
}

/// The name of a claim in addresses.
pub fn claim_name(review: &Review, claim: usize) -> ClaimName {
    ClaimName { review: review.id.clone(), claim }
}
