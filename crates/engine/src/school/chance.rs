//! Chance that depends on nothing but what it is for: changing one record's story moves no other.

/// Things drawn as often as they weigh, with the running sums of their weights: a draw is a search, not a walk.
pub(super) struct Lottery<T> {
    items: Vec<T>,
    sums: Vec<u64>,
}

impl<T> Lottery<T> {
    /// The things and what each weighs.
    pub(super) fn new(weighed: impl IntoIterator<Item = (T, u32)>) -> Self {
        let mut total = 0;
        let (items, sums) = weighed
            .into_iter()
            .map(|(item, weight)| {
                total += u64::from(weight);
                (item, total)
            })
            .unzip();
        Self { items, sums }
    }

    /// All the weights together.
    pub(super) fn tickets(&self) -> u64 {
        self.sums.last().copied().unwrap_or(0)
    }

    /// The thing that holds a ticket, from 0.
    pub(super) fn holder(&self, ticket: u64) -> Option<&T> {
        self.items.get(self.sums.partition_point(|sum| *sum <= ticket))
    }
}

/// A stream of draws for one seed, one record and one purpose (SplitMix64, Steele, Lea and Flood 2014).
pub(super) struct Chance {
    state: u64,
}

impl Chance {
    /// The draws of a record for a purpose.
    pub(super) fn of(seed: u64, record: u64, purpose: &str) -> Self {
        let purpose = purpose.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self {
            state: mix(mix(seed ^ purpose).wrapping_add(record.wrapping_mul(0x9e37_79b9_7f4a_7c15))),
        }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.state)
    }

    /// From 0 to `bound` − 1; 0 when the bound is 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        let wide = (self.next() >> 32) * (bound as u64);
        (wide >> 32) as usize
    }

    /// From `from` to `to`, both included.
    pub(super) fn between(&mut self, from: i64, to: i64) -> i64 {
        let width = usize::try_from((to - from).max(0)).unwrap_or(0) + 1;
        from + self.below(width) as i64
    }

    /// True `percent` times in a hundred.
    pub(super) fn percent(&mut self, percent: u32) -> bool {
        self.below(100) < percent as usize
    }

    /// One of the items; none of an empty list.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }

    /// One of the words, empty for an empty list.
    pub(super) fn word<'a, T: AsRef<str>>(&mut self, items: &'a [T]) -> &'a str {
        self.pick(items).map_or("", AsRef::as_ref)
    }

    /// One of the things of a lottery; none when all weigh nothing.
    pub(super) fn draw<'a, T>(&mut self, lottery: &'a Lottery<T>) -> Option<&'a T> {
        let ticket = self.below(usize::try_from(lottery.tickets()).unwrap_or(usize::MAX));
        lottery.holder(ticket as u64)
    }

    /// An index, each as often as it weighs; 0 when all weigh nothing.
    pub(super) fn weighted(&mut self, weights: impl Iterator<Item = u32> + Clone) -> usize {
        let total: usize = weights.clone().map(|weight| weight as usize).sum();
        let mut left = self.below(total);
        for (index, weight) in weights.enumerate() {
            let weight = weight as usize;
            if left < weight {
                return index;
            }
            left -= weight;
        }
        0
    }

    /// `amount`, up to `percent` more or less.
    pub(super) fn around(&mut self, amount: i64, percent: u32) -> i64 {
        let reach = amount * i64::from(percent) / 100;
        self.between(amount - reach, amount + reach)
    }

    /// Puts the items in another order.
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_depend_on_seed_record_and_purpose_only() {
        let draw = |seed, record, purpose| Chance::of(seed, record, purpose).between(0, 1_000_000);
        assert_eq!(draw(1, 2, "name"), draw(1, 2, "name"));
        assert_ne!(draw(1, 2, "name"), draw(2, 2, "name"));
        assert_ne!(draw(1, 2, "name"), draw(1, 3, "name"));
        assert_ne!(draw(1, 2, "name"), draw(1, 2, "home"));
    }

    #[test]
    fn a_lottery_draws_as_weights_do() {
        let weights = [3, 0, 5, 1, 0];
        let lottery = Lottery::new(weights.iter().copied().enumerate());
        let (mut one, mut other) = (Chance::of(1, 2, "lot"), Chance::of(1, 2, "lot"));
        for _ in 0..200 {
            assert_eq!(one.draw(&lottery), Some(&other.weighted(weights.into_iter())));
        }
        assert_eq!(one.draw(&Lottery::new([("nothing", 0)])), None);
    }

    #[test]
    fn draws_stay_within_bounds_and_reach_them() {
        let mut chance = Chance::of(1, 1, "bounds");
        let draws: Vec<i64> = (0..2_000).map(|_| chance.between(-3, 4)).collect();
        assert_eq!((draws.iter().min(), draws.iter().max()), (Some(&-3), Some(&4)));
        assert_eq!(chance.below(0), 0);
        assert_eq!(chance.weighted([0, 0, 5].into_iter()), 2);
    }
}
