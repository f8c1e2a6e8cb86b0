//! Luck by counter: a draw depends on what it is for and on nothing else, so that the same act brings the same answer.

/// In how many parts a chance is cut.
pub(super) const WHOLE: u64 = 10_000;

/// What is drawn for; its number is part of the draw, so that it never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub(super) enum Step {
    Delivery = 1,
    Read = 2,
    Complaint = 3,
    Leave = 4,
    Click = 5,
    Answer = 6,
    Intent = 7,
    Delay = 8,
    Wording = 9,
    Wish = 10,
    Temper = 11,
    Habit = 12,
    Tone = 13,
    Project = 14,
    Stale = 15,
    Sold = 16,
    Grief = 17,
    Stranger = 18,
    Away = 19,
    Show = 20,
    Buy = 21,
    Pick = 22,
}

/// The luck of one person for one message: of the same seed, the same person, day and channel have the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Luck {
    key: u64,
}

impl Luck {
    /// Of a customer, and of what tells this occasion from another.
    pub(super) fn of(seed: u64, customer: i64, occasion: u64) -> Self {
        let customer = customer.unsigned_abs().wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Self {
            key: mix(mix(seed ^ 0x7265_706c_6965_7300).wrapping_add(customer) ^ mix(occasion)),
        }
    }

    /// All that is to be kept of it, as a number of the database.
    pub(super) fn kept(self) -> i64 {
        i64::from_ne_bytes(self.key.to_ne_bytes())
    }

    /// The luck that was kept.
    pub(super) fn of_kept(kept: i64) -> Self {
        Self {
            key: u64::from_ne_bytes(kept.to_ne_bytes()),
        }
    }

    /// The draw of a step: 64 even bits.
    pub(super) fn bits(self, step: Step) -> u64 {
        mix(self
            .key
            .wrapping_add((step as u64).wrapping_mul(0xd1b5_4a32_d192_ed03)))
    }

    /// From 0 to 9,999: what a chance is compared with.
    pub(super) fn ticket(self, step: Step) -> u64 {
        self.below(step, WHOLE)
    }

    /// From 0 to `bound` − 1; 0 when the bound is 0. A bound below 2³².
    pub(super) fn below(self, step: Step, bound: u64) -> u64 {
        ((self.bits(step) >> 32) * bound) >> 32
    }

    /// Does it happen, at so many chances in ten thousand? The greater the chance, the more it does, with the same luck.
    pub(super) fn strikes(self, step: Step, chance: u64) -> bool {
        self.ticket(step) < chance
    }
}

/// SplitMix64's finaliser (Steele, Lea and Flood 2014).
fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// What 100,000 draws of seed 2026 come to.
pub(super) const FINGERPRINT: u64 = 16_156_642_748_212_376_014;

/// A fingerprint of many draws: the same natively and in the browser.
pub(super) fn fingerprint(seed: u64, draws: u32) -> u64 {
    (0..draws).fold(0xcbf2_9ce4_8422_2325, |mark: u64, draw| {
        let luck = Luck::of(seed, i64::from(draw), u64::from(draw) / 7);
        let drawn = luck.ticket(Step::Read) ^ luck.bits(Step::Intent).rotate_left(13);
        (mark ^ drawn).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_even_and_depend_on_seed_person_occasion_and_step() {
        let mut counts = [0_u32; 10];
        for customer in 0..100_000 {
            let ticket = Luck::of(2026, customer, 5).ticket(Step::Read);
            assert!(ticket < WHOLE);
            counts[(ticket / 1_000) as usize] += 1;
        }
        assert!(
            counts.iter().all(|count| (9_700..10_300).contains(count)),
            "{counts:?}"
        );
        let draw = |seed, customer, occasion, step| Luck::of(seed, customer, occasion).bits(step);
        let one = draw(1, 2, 3, Step::Read);
        assert_eq!(one, draw(1, 2, 3, Step::Read));
        for other in [
            draw(2, 2, 3, Step::Read),
            draw(1, 3, 3, Step::Read),
            draw(1, 2, 4, Step::Read),
            draw(1, 2, 3, Step::Click),
        ] {
            assert_ne!(one, other);
        }
    }
}
