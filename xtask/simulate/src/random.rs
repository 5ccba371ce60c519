//! Numbers that look random and are the same on every machine: all of them follow from a seed.

/// What the state grows by: 2^64 over the golden ratio.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// A generator (`SplitMix64`: Steele, Lea and Flood, “Fast splittable pseudorandom number generators”, 2014).
#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
}

impl Random {
    /// One for each thing that has numbers of its own: they do not depend on what else was drawn, so that a
    /// part of a large whole can be made without the rest of it.
    pub fn of(seed: u64, names: &[u64]) -> Self {
        let state = names.iter().fold(seed, |state, name| mix(state ^ mix(name.wrapping_add(STEP))));
        Self { state }
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(STEP);
        mix(self.state)
    }

    /// From 0 up to, not including, 1.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From 0 up to, not including, `end`; 0 where `end` is 0.
    pub fn below(&mut self, end: u32) -> u32 {
        (((self.bits() >> 32) * u64::from(end)) >> 32) as u32
    }

    /// One of some things.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len() as u32) as usize)
    }

    /// How often something fails before it first succeeds, at this chance each time.
    pub fn failures(&mut self, chance: f64) -> u64 {
        if chance >= 1.0 {
            return 0;
        }
        if chance <= 0.0 {
            return u64::MAX;
        }
        ((1.0 - self.unit()).ln() / (-chance).ln_1p()) as u64
    }

    /// How often something rare happens that is expected so often (Poisson); by its normal approximation
    /// from 50 on.
    pub fn count(&mut self, expected: f64) -> u32 {
        if expected > 50.0 {
            return self.about(expected, expected.sqrt());
        }
        let (limit, mut product, mut count) = ((-expected).exp(), self.unit(), 0);
        while product > limit {
            product *= self.unit();
            count += 1;
        }
        count
    }

    /// How many of so many succeed, at this chance each (binomial, approximated).
    pub fn successes(&mut self, of: u32, chance: f64) -> u32 {
        let expected = f64::from(of) * chance;
        let count = if expected > 50.0 {
            self.about(expected, (expected * (1.0 - chance)).sqrt())
        } else {
            self.count(expected)
        };
        count.min(of)
    }

    /// A whole number from a normal distribution, never below 0.
    fn about(&mut self, mean: f64, deviation: f64) -> u32 {
        let (radius, turn) = ((-2.0 * (1.0 - self.unit()).ln()).sqrt(), self.unit() * std::f64::consts::TAU);
        (mean + deviation * radius * turn.cos()).round().max(0.0) as u32
    }
}

const fn mix(state: u64) -> u64 {
    let state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_names_give_the_same_numbers_and_others_give_others() {
        let draw = |seed, names: &[u64]| Random::of(seed, names).bits();
        assert_eq!(draw(1, &[2, 3]), draw(1, &[2, 3]));
        let all = [draw(1, &[2, 3]), draw(1, &[3, 2]), draw(2, &[2, 3]), draw(1, &[2]), draw(1, &[])];
        assert!(all.iter().enumerate().all(|(at, it)| !all[..at].contains(it)), "{all:?}");
    }

    #[test]
    fn means_are_as_asked() {
        let mut random = Random::of(7, &[]);
        let mut mean =
            |draw: &mut dyn FnMut(&mut Random) -> f64| (0..20_000).map(|_| draw(&mut random)).sum::<f64>() / 20_000.0;
        let near = |found: f64, expected: f64| assert!((found / expected - 1.0).abs() < 0.05, "{found}, {expected}");
        near(mean(&mut |it| it.unit()), 0.5);
        near(mean(&mut |it| f64::from(it.below(9))), 4.0);
        near(mean(&mut |it| it.failures(0.05) as f64), 19.0);
        near(mean(&mut |it| f64::from(it.count(3.0))), 3.0);
        near(mean(&mut |it| f64::from(it.count(300.0))), 300.0);
        near(mean(&mut |it| f64::from(it.successes(1_000, 0.9))), 900.0);
    }

    #[test]
    fn what_is_sure_never_fails_and_what_is_impossible_never_happens() {
        let mut random = Random::of(1, &[]);
        assert_eq!((random.failures(1.0), random.failures(0.0)), (0, u64::MAX));
        assert_eq!((random.count(0.0), random.below(0), random.one::<u8>(&[])), (0, 0, None));
    }
}
