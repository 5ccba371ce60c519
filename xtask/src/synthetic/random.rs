//! Numbers from a seed. Whole numbers only: what they make is the same on every machine.

/// A sequence of numbers that its seed settles (Steele, Lea and Flood's `SplitMix64`).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The sequence of a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The sequence of one thing among many, such as one film of a data set.
    pub const fn of(seed: u64, thing: u64) -> Self {
        let mut mixed = Self(seed ^ thing.wrapping_mul(0xd1b5_4a32_d192_ed03));
        Self(mixed.number())
    }

    const fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not, `end`, which is below 2^32; 0 where `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(((self.number() >> 32) * end as u64) >> 32).unwrap_or_default()
    }

    /// A number from `low` to `high`, both included.
    pub fn within(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high + 1 - low)
    }

    /// The lowest of so many numbers below `end`: the more draws, the nearer to 0. The mean is
    /// `end / (draws + 1)`.
    pub fn lowest(&mut self, draws: usize, end: usize) -> usize {
        (0..draws).map(|_| self.below(end)).min().unwrap_or_default()
    }

    /// True so many times in a thousand.
    pub fn chance(&mut self, per_mille: usize) -> bool {
        self.below(1000) < per_mille
    }

    /// One of a list that is not empty.
    pub fn pick<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }

    /// Puts a list into another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

/// Places of a list, some drawn more often than others.
#[derive(Clone, Debug)]
pub struct Skewed {
    /// What the weights up to each place add up to.
    sums: Vec<usize>,
}

impl Skewed {
    /// From one weight a place. They add up to less than 2^32.
    pub fn new(weights: impl IntoIterator<Item = usize>) -> Self {
        let mut sum = 0;
        let up_to = |weight| {
            sum += weight;
            sum
        };
        Self { sums: weights.into_iter().map(up_to).collect() }
    }

    /// By Zipf's law with Mandelbrot's shift: the place of rank `r`, from 1, weighs `1 / (r + shift)`.
    pub fn zipf(places: usize, shift: usize) -> Self {
        Self::new((1..=places).map(|rank| 100_000_000 / (rank + shift)))
    }

    /// A place, from 0.
    pub fn draw(&self, random: &mut Random) -> usize {
        let at = random.below(self.sums.last().copied().unwrap_or_default());
        self.sums.partition_point(|&sum| sum <= at)
    }
}
