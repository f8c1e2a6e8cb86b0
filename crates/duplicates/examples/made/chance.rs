//! Chance that is the same on every machine.

pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to `under - 1`.
    pub(crate) fn under(&mut self, under: u64) -> u64 {
        self.next() % under.max(1)
    }

    pub(crate) fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.under(most - least + 1)
    }

    pub(crate) fn percent(&mut self, percent: u64) -> bool {
        self.under(100) < percent
    }

    pub(crate) fn one<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        let place = self.under(among.len() as u64) as usize;
        &among[place]
    }

    pub(crate) fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            let with = self.under(last as u64 + 1) as usize;
            all.swap(last, with);
        }
    }
}
