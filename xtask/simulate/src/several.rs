//! A search for several words: their lists are read side by side from the front, slice by slice, until nothing
//! further back can be among the best, or until it has cost enough.

use super::{
    cost::{Fetch, File, Trace},
    dictionary::HERE,
    facets::{has, shares},
    layout::EVERYWHERE,
    postings::Posting,
    random::Random,
    rank::{Best, place, text},
    search::{Also, Search, Wanted},
    site::{List, Site},
    sizes::slices,
};

/// A search does not fetch more bytes than this: it shows what it has, and goes on only when asked to.
pub const ENOUGH: u64 = 512 * 1_024;
/// Nor does it begin a step with so few left.
const LITTLE: u64 = 32 * 1_024;
/// How many slices of the longest list are read first, and how many times more in each step after.
const FIRST: u32 = 16;
const MORE: u32 = 4;
/// The rarest word's list is read whole, before any other, where it has at most so many bytes.
const WHOLE: f64 = 32_768.0;
/// Where more reviews than this are left to look up, they are looked up in the shortest list first.
const MANY: usize = 32;
/// Reviews are looked up in a list so many at a time, which is what a list makes at a time.
const STRETCH: u32 = 4_096;
/// What phrases are named among what draws numbers.
const PHRASE: u64 = 14;

/// A list that is read slice by slice.
#[derive(Debug)]
struct Cut {
    of: Of,
    slices: u32,
    /// The bytes of a slice.
    bytes: u32,
}

/// What a list is of.
#[derive(Clone, Copy, Debug)]
enum Of {
    /// A word, by its place in the vocabulary and among the lists of the search.
    Word { word: usize, list: usize },
    /// Where a word stands in the reviews.
    Places(usize),
    /// A value of a facet.
    Value(u32),
}

impl Cut {
    fn of(of: Of, bytes: f64, slices: u32) -> Self {
        Self { of, slices, bytes: (bytes / f64::from(slices)) as u32 }
    }

    fn fetch(&self, slice: u32) -> Fetch {
        let file = match self.of {
            Of::Word { word, .. } => File::Postings { word, slice },
            Of::Places(word) => File::Positions { word, slice },
            Of::Value(value) => File::Facet { value, slice },
        };
        (file, self.bytes)
    }
}

/// The search.
#[derive(Debug)]
pub struct Several<'a> {
    site: &'a Site,
    also: Also,
    /// What draws which reviews have the phrase.
    names: Vec<u64>,
    /// The review that has all because the search was made from it.
    home: Option<u32>,
    /// The rarest first, with whether all of each is known after the dictionary and one step more.
    lists: Vec<(List<'a>, bool)>,
    /// The shortest first.
    cut: Vec<Cut>,
    /// For a phrase, the positions of the words.
    places: Vec<Cut>,
    /// The lists that are not cut, and whether they have to be there before slices can be chosen.
    whole: Vec<Fetch>,
    whole_first: bool,
    best: Best,
}

impl<'a> Several<'a> {
    pub fn of(search: &'a Search<'a>, wanted: &[Wanted], also: Also) -> Self {
        let layout = search.layout;
        let term = |it: &Wanted| &layout.vocabulary.terms[it.word];
        let mut needed: Vec<&Wanted> = wanted.iter().filter(|it| layout.sizes.share(term(it)) <= EVERYWHERE).collect();
        if needed.is_empty() {
            needed.extend(wanted.iter().min_by_key(|it| term(it).reviews));
        }
        needed.sort_by_key(|it| term(it).reviews);
        let bytes = |it: &Wanted| layout.sizes.list(term(it));
        let whole =
            |at: usize, it: &Wanted| slices(bytes(it)) == 1 || (at == 0 && bytes(it) <= WHOLE && needed.len() > 1);
        let lists = || needed.iter().copied().enumerate();
        let cut = lists().filter(|(list, it)| !whole(*list, it));
        let cut = cut.map(|(list, it)| Cut::of(Of::Word { word: it.word, list }, bytes(it), slices(bytes(it))));
        let of_value = |value: u32| {
            let bytes = search.facets.lists[value as usize];
            Cut::of(Of::Value(value), bytes, slices(bytes))
        };
        let mut cut: Vec<Cut> = cut.chain(also.value.map(of_value)).collect();
        cut.sort_by_key(|cut| cut.slices);
        let places = |it: &&Wanted| {
            let positions = layout.positions(term(it));
            (positions > 0.0).then(|| Cut::of(Of::Places(it.word), positions, slices(bytes(it))))
        };
        let files = |(_, it): (usize, &Wanted)| {
            let list = Cut::of(Of::Word { word: it.word, list: 0 }, bytes(it), slices(bytes(it)));
            let count = if term(it).reviews > HERE { list.slices } else { 0 };
            (0..count).map(move |slice| list.fetch(slice))
        };
        Self {
            site: layout.site,
            also,
            names: std::iter::once(PHRASE).chain(wanted.iter().map(|it| it.word as u64)).collect(),
            home: wanted.iter().map(|it| it.with.start).max(),
            cut,
            places: if also.phrase.is_some() { needed.iter().filter_map(places).collect() } else { Vec::new() },
            whole: lists().filter(|(at, it)| whole(*at, it)).flat_map(files).collect(),
            whole_first: needed.first().is_some_and(|it| term(it).reviews > HERE && whole(0, it)),
            lists: lists()
                .map(|(at, it)| (List::of(layout.site, term(it).spread).with(it.with.clone()), whole(at, it)))
                .collect(),
            best: Best::default(),
        }
    }

    /// Fetches what it needs, with what else is fetched at once, and gives the best reviews that it found.
    pub fn run(mut self, trace: &mut Trace, beside: Vec<Fetch>) -> Vec<u32> {
        let reviews = self.site.reviews();
        let mut first = [beside, std::mem::take(&mut self.whole)].concat();
        if self.whole_first {
            trace.fetch(first.drain(..));
        }
        let candidates = self.candidates();
        let (mut start, mut count) = (0, FIRST);
        while !self.best.is_final(start, reviews) && trace.bytes() + LITTLE < ENOUGH {
            let (mut end, mut found) = match &candidates {
                Some(candidates) => self.look_up(candidates, start, &mut count, &mut first, trace),
                None => self.read_on(start, &mut count, &mut first, trace),
            };
            if !self.places.is_empty() {
                let all = self.lists.iter().skip(1).fold(found, |left, (list, _)| both(&left, list));
                let (reached, places) =
                    fitting(trace, &mut count, |count| self.around(&self.places, &all, start, count));
                trace.fetch(places);
                end = end.min(reached);
                found = before(&all, end);
            }
            self.take(&found);
            (start, count) = (end, count * MORE);
        }
        trace.complete = self.best.is_final(start, reviews);
        self.best.reviews()
    }

    /// Reads all lists on, side by side; the postings of the rarest word there, and where it stopped.
    fn read_on(&self, start: u32, count: &mut u32, first: &mut Vec<Fetch>, trace: &mut Trace) -> (u32, Vec<Posting>) {
        let (end, files) = fitting(trace, count, |count| self.stretch(start, count));
        trace.fetch(first.drain(..).chain(files));
        (end, self.lists.first().map(|(list, _)| list.read(start..end)).unwrap_or_default())
    }

    /// Looks reviews up in the lists; those that are left, and where it stopped.
    fn look_up(
        &self,
        candidates: &[Posting],
        start: u32,
        count: &mut u32,
        first: &mut Vec<Fetch>,
        trace: &mut Trace,
    ) -> (u32, Vec<Posting>) {
        let ahead = &candidates[candidates.partition_point(|it| it.review < start)..];
        let by_turns = ahead.len() > MANY && self.cut.len() > 1;
        let (now, later) = self.cut.split_at(if by_turns { 1 } else { self.cut.len() });
        let (mut end, files) = fitting(trace, count, |count| self.around(now, ahead, start, count));
        trace.fetch(first.drain(..).chain(files));
        let mut left = before(ahead, end);
        if by_turns {
            left = now.iter().fold(left, |left, cut| self.in_cut(left, cut));
            let (reached, files) = fitting(trace, count, |count| self.around(later, &left, start, count));
            trace.fetch(files);
            end = end.min(reached);
        }
        (end, before(&left, end))
    }

    /// Those of the reviews that a list has too.
    fn in_cut(&self, mut left: Vec<Posting>, cut: &Cut) -> Vec<Posting> {
        match cut.of {
            Of::Word { list, .. } => both(&left, &self.lists[list].0),
            Of::Places(_) => left,
            Of::Value(_) => {
                left.retain(|it| self.has_value(it.review));
                left
            }
        }
    }

    /// The postings of the rarest word that are in all lists that are known as a whole before any slice is.
    fn candidates(&self) -> Option<Vec<Posting>> {
        let ((rarest, known), others) = self.lists.split_first()?;
        let all = known.then(|| rarest.read(0..self.site.reviews()))?;
        if !self.whole_first {
            return Some(all);
        }
        let left = |left: Vec<Posting>, (list, known): &(List, bool)| if *known { both(&left, list) } else { left };
        Some(others.iter().fold(all, left))
    }

    /// Reads on to the end of so many slices of the longest list.
    fn stretch(&self, start: u32, count: u32) -> (u32, Vec<Fetch>) {
        let reviews = self.site.reviews();
        let slices = self.cut.iter().map(|cut| cut.slices).max().unwrap_or(1);
        let end = u64::from(start) + (u64::from(reviews) * u64::from(count)).div_ceil(u64::from(slices));
        let end = end.min(u64::from(reviews)) as u32;
        let slices = |cut: &Cut| self.slice(cut, start)..=self.slice(cut, end - 1);
        let files = self.cut.iter().flat_map(|cut| slices(cut).map(|slice| cut.fetch(slice)));
        (end, files.collect())
    }

    /// Reads on from candidate to candidate, until so many of them need slices that none before did.
    fn around(&self, cut: &[Cut], candidates: &[Posting], start: u32, count: u32) -> (u32, Vec<Fetch>) {
        let mut files: Vec<Fetch> = Vec::new();
        let mut known: Vec<Option<u32>> = vec![None; cut.len()];
        let mut new = 0;
        for candidate in candidates.iter().filter(|it| it.review >= start) {
            let slices: Vec<Option<u32>> = cut.iter().map(|cut| Some(self.slice(cut, candidate.review))).collect();
            new += u32::from(slices != known);
            if new > count {
                return (candidate.review, files);
            }
            for ((cut, slice), known) in cut.iter().zip(slices).zip(&mut known) {
                if *known != slice {
                    files.extend(slice.map(|slice| cut.fetch(slice)));
                    *known = slice;
                }
            }
        }
        (self.site.reviews(), files)
    }

    fn slice(&self, cut: &Cut, review: u32) -> u32 {
        (u64::from(review) * u64::from(cut.slices) / u64::from(self.site.reviews())) as u32
    }

    /// Takes in those of the postings of the rarest word whose reviews have all others.
    fn take(&mut self, found: &[Posting]) {
        let left = self.lists.iter().skip(1).fold(found.to_vec(), |left, (list, _)| both(&left, list));
        let mut classes: Vec<Vec<u8>> = vec![Vec::new(); left.len()];
        for (list, _) in &self.lists {
            for (classes, posting) in classes.iter_mut().zip(same(&left, list)) {
                classes.push(posting.class);
            }
        }
        for (posting, classes) in left.iter().zip(&classes) {
            if self.is_wanted(posting.review) {
                let score = place(posting.review, self.site.reviews()) + text(classes);
                self.best.add(score, *posting, &self.site.films);
            }
        }
    }

    /// Whether a review has the phrase and its film the value.
    fn is_wanted(&self, review: u32) -> bool {
        if self.home == Some(review) {
            return true;
        }
        let phrase = self.also.phrase.is_none_or(|share| {
            let names: Vec<u64> = self.names.iter().copied().chain([u64::from(review)]).collect();
            Random::of(self.site.seed, &names).unit() < share
        });
        phrase && self.has_value(review)
    }

    /// Whether the film of a review has the value that is asked for.
    fn has_value(&self, review: u32) -> bool {
        self.also.value.is_none_or(|value| {
            let share = shares().nth(value as usize).unwrap_or_default();
            has(self.site, self.site.films.of_review(review), value, share)
        })
    }
}

/// How far to go, and the files for it, with as many of what is counted as do not cost too much: half as many, and
/// half of these, and one at least.
fn fitting(trace: &Trace, count: &mut u32, files: impl Fn(u32) -> (u32, Vec<Fetch>)) -> (u32, Vec<Fetch>) {
    loop {
        let (end, found) = files(*count);
        let bytes: u64 = found.iter().map(|(_, bytes)| u64::from(*bytes)).sum();
        if trace.bytes() + bytes <= ENOUGH || *count <= 1 {
            return (end, found);
        }
        *count /= 2;
    }
}

fn before(postings: &[Posting], end: u32) -> Vec<Posting> {
    postings.iter().copied().take_while(|it| it.review < end).collect()
}

/// Those of the postings whose reviews a list has too.
fn both(postings: &[Posting], list: &List) -> Vec<Posting> {
    let in_list = same(postings, list);
    let has = |posting: &&Posting| in_list.binary_search_by_key(&posting.review, |it| it.review).is_ok();
    postings.iter().filter(has).copied().collect()
}

/// The postings of a list for the reviews of others.
fn same(postings: &[Posting], list: &List) -> Vec<Posting> {
    let stretches = postings.chunk_by(|one, next| one.review / STRETCH == next.review / STRETCH);
    let of = |stretch: &[Posting]| {
        let mut found = list.read(stretch[0].review..stretch[stretch.len() - 1].review + 1);
        found.retain(|it| stretch.binary_search_by_key(&it.review, |other| other.review).is_ok());
        found
    };
    stretches.flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{facets::Facets, layout::Layout, query};

    /// Reads everything, and keeps the best.
    fn by_hand(search: &Search, wanted: &[Wanted]) -> Vec<u32> {
        let site = search.layout.site;
        let lists = Several::of(search, wanted, Also::default()).lists;
        let all: Vec<Vec<Posting>> = lists.iter().map(|(list, _)| list.read(0..site.reviews())).collect();
        let mut best = Best::default();
        for review in 0..site.reviews() {
            let find =
                |list: &Vec<Posting>| list.binary_search_by_key(&review, |it| it.review).ok().map(|at| list[at].class);
            if let Some(classes) = all.iter().map(find).collect::<Option<Vec<u8>>>() {
                let score = place(review, site.reviews()) + text(&classes);
                best.add(score, Posting { review, class: 0 }, &site.films);
            }
        }
        best.reviews()
    }

    #[test]
    fn a_search_that_stops_early_finds_what_reading_everything_finds() {
        let site = Site::of(3_000, 1);
        let (layout, facets) = (Layout::of(&site).unwrap(), Facets::of(&site));
        let search = Search { layout: &layout, facets: &facets };
        let log = query::log(&layout, 120);
        let words = log.iter().filter_map(|(_, query)| match query {
            query::Query::Words(wanted, also) if *also == Also::default() => Some(wanted),
            _ => None,
        });
        let mut searched = 0;
        for wanted in words {
            let mut trace = Trace::default();
            let found = Several::of(&search, wanted, Also::default()).run(&mut trace, Vec::new());
            assert!(trace.complete && !found.is_empty(), "{wanted:?}");
            assert_eq!(found, by_hand(&search, wanted), "{wanted:?}");
            searched += 1;
        }
        assert_eq!(searched, 36, "three of ten kinds");
    }

    #[test]
    fn a_step_takes_what_fits() {
        let fetch = |count: u32| (count, vec![(File::Root, count * 100_000)]);
        let mut count = 16;
        assert_eq!(fitting(&Trace::default(), &mut count, fetch).0, 4);
        assert_eq!(count, 4);
        let trace = Trace { steps: vec![vec![(File::Root, 600_000)]], ..Trace::default() };
        assert_eq!(fitting(&trace, &mut count, fetch).0, 1, "one at least");
    }
}
