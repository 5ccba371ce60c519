//! Many costs, in few figures.

use super::{
    cost::{BROADBAND, Cache, Cost, MOBILE},
    query::{Kind, Query},
    search::Search,
};

/// How many queries a visitor asks in one session, and the room for what was fetched, in bytes.
const SESSION: usize = 20;
const ROOM: u64 = 32 * 1_024 * 1_024;

/// A query, run: from nothing, and as one of a session.
#[derive(Clone, Debug)]
pub struct Run {
    pub kind: Kind,
    pub cold: Cost,
    /// None for the first of a session, which is as from nothing.
    pub warm: Option<Cost>,
    /// Whether what is shown is the best there is.
    pub complete: bool,
    /// The bytes of the whole lists of its words ([`Query::whole`]).
    pub whole: Option<u64>,
}

/// Runs a log of queries.
pub fn run(search: &Search, log: &[(Kind, Query)]) -> Vec<Run> {
    let session = |queries: &[(Kind, Query)]| {
        let mut cache = Cache::new(ROOM);
        let mut first = true;
        let one = |(kind, query): &(Kind, Query)| {
            let trace = query.run(search);
            let warm = Cost::of(&trace, &mut cache);
            let cold = Cost::of(&trace, &mut Cache::new(ROOM));
            let warm = (!std::mem::take(&mut first)).then_some(warm);
            Run { kind: *kind, cold, warm, complete: trace.complete, whole: query.whole(search) }
        };
        queries.iter().map(one).collect::<Vec<_>>()
    };
    log.chunks(SESSION).flat_map(session).collect()
}

/// The middle one, one that nineteen of twenty do not exceed, and the most.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    pub middle: f64,
    pub high: f64,
    pub most: f64,
}

impl Spread {
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_unstable_by(f64::total_cmp);
        let at = |share: f64| {
            let place = (share * values.len() as f64).ceil() as usize;
            values.get(place.saturating_sub(1)).copied().unwrap_or_default()
        };
        Self { middle: at(0.5), high: at(0.95), most: at(1.0) }
    }
}

/// What the runs of a kind cost, or those of all kinds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    pub round_trips: Spread,
    pub requests: Spread,
    /// From nothing, in bytes.
    pub bytes: Spread,
    pub mobile: Spread,
    pub broadband: Spread,
    /// In a session, in bytes.
    pub warm_bytes: Spread,
    pub warm_mobile: Spread,
    /// The share whose results are the best there are.
    pub complete: f64,
}

impl Summary {
    pub fn of(runs: &[&Run]) -> Self {
        let cold = |figure: &dyn Fn(&Cost) -> f64| Spread::of(runs.iter().map(|run| figure(&run.cold)));
        let warm =
            |figure: &dyn Fn(&Cost) -> f64| Spread::of(runs.iter().filter_map(|run| run.warm.as_ref()).map(figure));
        Self {
            round_trips: cold(&|cost| f64::from(cost.round_trips())),
            requests: cold(&|cost| f64::from(cost.requests())),
            bytes: cold(&|cost| cost.bytes() as f64),
            mobile: cold(&|cost| cost.seconds(MOBILE)),
            broadband: cold(&|cost| cost.seconds(BROADBAND)),
            warm_bytes: warm(&|cost| cost.bytes() as f64),
            warm_mobile: warm(&|cost| cost.seconds(MOBILE)),
            complete: runs.iter().filter(|run| run.complete).count() as f64 / runs.len().max(1) as f64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{facets::Facets, layout::Layout, query, site::Site};

    #[test]
    fn figures_are_of_values_that_occur() {
        let spread = Spread::of((1..=20).rev().map(f64::from));
        assert_eq!(spread, Spread { middle: 10.0, high: 19.0, most: 20.0 });
        assert_eq!(Spread::of([]), Spread::default());
    }

    fn runs(seed: u64) -> Vec<Run> {
        let site = Site::of(2_000, seed);
        let (layout, facets) = (Layout::of(&site).unwrap(), Facets::of(&site));
        run(&Search { layout: &layout, facets: &facets }, &query::log(&layout, 60))
    }

    #[test]
    fn the_same_seed_gives_the_same_figures_and_a_session_costs_less() {
        let runs = [1, 1, 2].map(runs);
        let [figures, again, other] = runs.each_ref().map(|runs| Summary::of(&runs.iter().collect::<Vec<_>>()));
        assert_eq!(figures, again);
        assert_ne!(figures, other);
        for run in &runs[0] {
            assert!(run.complete, "a small site hides nothing");
            if let Some(warm) = run.warm.as_ref().filter(|_| run.kind != Kind::Film) {
                assert!(warm.bytes() < run.cold.bytes() && warm.round_trips() < run.cold.round_trips());
            }
        }
    }
}
