//! The reviews of a film that differ most.

use super::gather::Gather;
use super::{
    aspect::Aspect,
    claim::{Stance, Standings},
};

/// How many reviews the set has, where the film has as many.
pub const SET: usize = 4;
/// Up to this many reviews every set is looked at; beyond it the set is grown one by one.
pub const EXACT: usize = 40;

/// The four reviews (or all, if fewer) whose comparison has the most splits, then speaks on the
/// most aspects, then stands earliest in the file, as places in the list, ascending. Exact up to
/// forty reviews, greedy beyond.
#[must_use]
pub fn most_contrasting(reviews: &[Standings]) -> Vec<usize> {
    let voices: Vec<Voice> = reviews.iter().map(Voice::of).gathered();
    if voices.len() <= SET {
        (0..voices.len()).gathered()
    } else if voices.len() <= EXACT {
        exact(&voices)
    } else {
        greedy(&voices)
    }
}

/// What a review, or several together, says: one bit an aspect.
#[derive(Clone, Copy, Default)]
struct Voice {
    speaks: u16,
    positive: u16,
    negative: u16,
}

impl Voice {
    fn of(standings: &Standings) -> Self {
        standings.spoken().fold(Self::default(), |voice, (aspect, standing)| {
            let bit = 1 << aspect.index();
            Self {
                speaks: voice.speaks | bit,
                positive: voice.positive | if standing.stance == Stance::Positive { bit } else { 0 },
                negative: voice.negative | if standing.stance == Stance::Negative { bit } else { 0 },
            }
        })
    }

    const fn with(self, other: Self) -> Self {
        Self {
            speaks: self.speaks | other.speaks,
            positive: self.positive | other.positive,
            negative: self.negative | other.negative,
        }
    }

    /// Splits first, then aspects spoken of.
    const fn contrast(self) -> (u32, u32) {
        ((self.positive & self.negative).count_ones(), self.speaks.count_ones())
    }
}

const _: () = assert!(Aspect::COUNT <= 16, "a voice has one bit an aspect");

fn exact(voices: &[Voice]) -> Vec<usize> {
    let mut best = (None, Vec::new());
    for (a, &va) in voices.iter().enumerate() {
        for (b, &vb) in voices.iter().enumerate().skip(a + 1) {
            for (c, &vc) in voices.iter().enumerate().skip(b + 1) {
                for (d, &vd) in voices.iter().enumerate().skip(c + 1) {
                    let contrast = Some(va.with(vb).with(vc).with(vd).contrast());
                    if contrast > best.0 {
                        best = (contrast, vec![a, b, c, d]);
                    }
                }
            }
        }
    }
    best.1
}

fn greedy(voices: &[Voice]) -> Vec<usize> {
    let mut chosen: Vec<usize> = Vec::with_capacity(SET);
    let mut together = Voice::default();
    // The first two are chosen as a pair: alone, no review splits with anyone.
    let pairs = voices
        .iter()
        .enumerate()
        .flat_map(|(a, &va)| voices.iter().enumerate().skip(a + 1).map(move |(b, &vb)| ((a, b), va.with(vb))));
    let mut best = None;
    for (pair, voice) in pairs {
        if Some(voice.contrast()) > best {
            best = Some(voice.contrast());
            chosen = vec![pair.0, pair.1];
            together = voice;
        }
    }
    while chosen.len() < SET {
        let next = voices
            .iter()
            .enumerate()
            .filter(|(at, _)| !chosen.contains(at))
            .rev()
            .max_by_key(|(_, voice)| together.with(**voice).contrast());
        let Some((at, voice)) = next else { break };
        chosen.push(at);
        together = together.with(*voice);
    }
    chosen.sort_unstable();
    chosen
}
