//! What a search costs: steps that wait for each other, requests, bytes and time.

use std::collections::HashMap;

/// A file of the site, or a range of one, as far as a search can tell it from others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum File {
    Root,
    Answer(String),
    Block(u32),
    /// Ranges of volumes: what belongs to a word, and of lists that are cut, slice by slice.
    Counts(usize),
    Postings {
        word: usize,
        slice: u32,
    },
    Positions {
        word: usize,
        slice: u32,
    },
    Names(usize),
    Sample(usize),
    SampleColumn,
    Facet {
        value: u32,
        slice: u32,
    },
    PartRoot,
    PartAnswer(String),
    Part(u32),
    Cards(u32),
    Film {
        film: u32,
        page: u32,
    },
}

impl File {
    /// Whether it follows another in the same volume, so that one request fetches both.
    fn follows(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Postings { word, slice }, Self::Postings { word: same, slice: before })
            | (Self::Positions { word, slice }, Self::Positions { word: same, slice: before }) => {
                word == same && *slice == before + 1
            }
            (Self::Facet { value, slice }, Self::Facet { value: same, slice: before }) => {
                value == same && *slice == before + 1
            }
            _ => false,
        }
    }
}

/// A file with its bytes as they travel.
pub type Fetch = (File, u32);

/// What a search fetches: the files of a step all at once, as soon as those of the step before are there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    pub steps: Vec<Vec<Fetch>>,
    /// Whether what is shown is the best there is; else the search stopped because it had cost enough.
    pub complete: bool,
    /// How many reviews it shows.
    pub shown: usize,
}

impl Trace {
    /// The bytes of all that was fetched so far.
    pub fn bytes(&self) -> u64 {
        self.steps.iter().flatten().map(|(_, bytes)| u64::from(*bytes)).sum()
    }

    /// Fetches files; one that was fetched before, or is there twice, once.
    pub fn fetch(&mut self, files: impl IntoIterator<Item = Fetch>) {
        let mut step: Vec<Fetch> = Vec::new();
        for fetch in files {
            let known = self.steps.iter().flatten().chain(&step).any(|(file, _)| *file == fetch.0);
            if !known {
                step.push(fetch);
            }
        }
        if !step.is_empty() {
            self.steps.push(step);
        }
    }
}

/// What the browser has of the site: what was used least lately goes first.
#[derive(Debug)]
pub struct Cache {
    room: u64,
    /// By file, when it was used last, and its bytes.
    files: HashMap<File, (u64, u32)>,
    clock: u64,
}

impl Cache {
    /// Room for so many bytes.
    pub fn new(room: u64) -> Self {
        Self { room, files: HashMap::new(), clock: 0 }
    }

    /// Whether a file is there; if not, it is from now on.
    fn has(&mut self, (file, bytes): &Fetch) -> bool {
        self.clock += 1;
        let known = self.files.insert(file.clone(), (self.clock, *bytes)).is_some();
        while self.files.values().map(|(_, bytes)| u64::from(*bytes)).sum::<u64>() > self.room {
            let Some(oldest) = self.files.iter().min_by_key(|(_, (used, _))| *used).map(|(file, _)| file.clone())
            else {
                break;
            };
            self.files.remove(&oldest);
        }
        known
    }
}

/// What each request and its answer take beside the content: headers, compressed by HTTP/2 against those before.
pub const HEADERS: u32 = 120;

/// What a search cost: for each step that had to wait, its requests and bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    steps: Vec<(u32, u64)>,
}

impl Cost {
    /// Runs a search against what the browser has.
    pub fn of(trace: &Trace, cache: &mut Cache) -> Self {
        let step = |fetches: &Vec<Fetch>| {
            let mut missing: Vec<&Fetch> = fetches.iter().filter(|fetch| !cache.has(fetch)).collect();
            missing.sort_unstable();
            let requests = missing.chunk_by(|one, next| next.0.follows(&one.0)).count() as u32;
            let content: u64 = missing.iter().map(|(_, bytes)| u64::from(*bytes)).sum();
            (requests, content + u64::from(requests * HEADERS))
        };
        Self { steps: trace.steps.iter().map(step).filter(|(requests, _)| *requests > 0).collect() }
    }

    /// How often it waited for an answer before it could ask on.
    pub fn round_trips(&self) -> u32 {
        self.steps.len() as u32
    }

    pub fn requests(&self) -> u32 {
        self.steps.iter().map(|step| step.0).sum()
    }

    pub fn bytes(&self) -> u64 {
        self.steps.iter().map(|step| step.1).sum()
    }

    /// How long it took, in seconds.
    pub fn seconds(&self, link: Link) -> f64 {
        f64::from(self.round_trips()) * link.latency + self.bytes() as f64 * 8.0 / link.bits
    }
}

/// A way to the site, on a connection that is open and has found its speed.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// Seconds from a question to the first byte of its answer.
    pub latency: f64,
    /// Bits a second.
    pub bits: f64,
}

/// A slow telephone.
pub const MOBILE: Link = Link { latency: 0.15, bits: 1.6e6 };
/// A line.
pub const BROADBAND: Link = Link { latency: 0.02, bits: 50e6 };

#[cfg(test)]
mod tests {
    use super::*;

    /// Root; then two blocks at once, one of them asked for twice; then a card file.
    fn trace() -> Trace {
        let mut trace = Trace::default();
        trace.fetch([(File::Root, 10_000)]);
        trace.fetch([(File::Block(1), 20_000), (File::Block(2), 30_000), (File::Block(1), 20_000)]);
        trace.fetch([(File::Root, 10_000)]);
        trace.fetch([(File::Cards(9), 1_520)]);
        trace
    }

    #[test]
    fn a_search_is_counted_as_by_hand() {
        let trace = trace();
        assert_eq!((trace.steps.len(), trace.bytes()), (3, 61_520), "what is known is not fetched again");
        let mut cache = Cache::new(1_000_000);
        let cold = Cost::of(&trace, &mut cache);
        assert_eq!((cold.round_trips(), cold.requests(), cold.bytes()), (3, 4, 61_520 + 4 * 120));
        // 62,000 bytes are 496,000 bits: 0.31 s at 1.6 Mbit/s, and three times 0.15 s.
        assert!((cold.seconds(MOBILE) - 0.76).abs() < 1e-9);
        assert!((cold.seconds(BROADBAND) - (0.06 + 0.009_92)).abs() < 1e-9);
        let warm = Cost::of(&trace, &mut cache);
        assert_eq!((warm.round_trips(), warm.requests(), warm.bytes()), (0, 0, 0));
        assert!(warm.seconds(MOBILE).abs() < 1e-9);
    }

    #[test]
    fn slices_that_follow_each_other_are_one_request() {
        let slice = |word, slice| (File::Postings { word, slice }, 1_000);
        let mut trace = Trace::default();
        trace.fetch([slice(7, 2), slice(7, 1), slice(7, 4), slice(8, 3), (File::Positions { word: 7, slice: 3 }, 500)]);
        let cost = Cost::of(&trace, &mut Cache::new(100_000));
        assert_eq!((cost.round_trips(), cost.requests(), cost.bytes()), (1, 4, 4_500 + 4 * 120));
    }

    #[test]
    fn what_was_used_least_lately_makes_room() {
        let mut cache = Cache::new(60_000);
        let mut fetch = |file: File, bytes: u32| {
            let trace = Trace { steps: vec![vec![(file, bytes)]], ..Trace::default() };
            Cost::of(&trace, &mut cache).requests()
        };
        assert_eq!((fetch(File::Block(1), 30_000), fetch(File::Block(2), 30_000)), (1, 1));
        assert_eq!(fetch(File::Block(1), 30_000), 0, "used again");
        assert_eq!(fetch(File::Block(3), 20_000), 1);
        assert_eq!((fetch(File::Block(1), 30_000), fetch(File::Block(2), 30_000)), (0, 1), "the second had to go");
    }
}
