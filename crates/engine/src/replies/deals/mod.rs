//! What follows a good answer: the customer comes to the appointment, decides, orders; the car is handed over and billed.

mod hand_over;
mod neglect;
mod purchase;
mod rows;
mod used;
mod visit;

pub(super) use hand_over::hand_over;
pub(crate) use neglect::neglected;
pub(super) use purchase::decide;
pub(super) use rows::decides_already;
pub(super) use used::UsedBuyer;
pub(crate) use visit::expected;
pub(super) use visit::{advisor, visit};

use super::model::Regime;
use serde::{Deserialize, Serialize};

/// What a decision to buy rests upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Deal {
    pub(super) regime: Regime,
    /// They had another car in mind.
    pub(super) project: bool,
    pub(super) has_lead: bool,
    /// Test drives and offers of the last two months.
    pub(super) test_drives: u32,
    pub(super) offers: u32,
    /// Days since the dealership last wrote or called.
    pub(super) silence: i64,
    /// Complaints left alone.
    pub(super) complaints: u32,
    /// Something is still to be done that should have been.
    pub(super) is_late: bool,
}

/// The most that a chance of a purchase can be.
const MOST: u64 = 8_500;

impl Deal {
    /// The chance that they buy, in ten-thousandths, and each factor that made it. What is better done never lowers it.
    pub(super) fn chance(&self, hear: &mut dyn FnMut(&'static str, &'static str, u64)) -> u64 {
        let base: u64 = match self.regime {
            Regime::Real => 600,
            Regime::Magnified => 1_300,
        };
        let yes = |is: bool, percent: u64| if is { percent } else { 100 };
        let silence = match self.silence {
            ..=3 => ("fresh", 120),
            4..=8 => ("some_days", 100),
            9..=20 => ("weeks", 60),
            _ => ("month", 35),
        };
        let factors = [
            ("project", "in_mind", yes(self.project, 300)),
            ("lead", "open", yes(self.has_lead, 160)),
            ("test_drive", "done", yes(self.test_drives > 0, 170)),
            ("offer", "sent", yes(self.offers > 0, 150)),
            ("silence", silence.0, silence.1),
            ("late_follow_up", "late", yes(self.is_late, 60)),
            ("complaints", "ignored", yes(self.complaints > 0, 40)),
        ];
        let mut chance = base * 100;
        for (factor, level, percent) in factors {
            chance = chance * percent / 100;
            hear(factor, level, percent);
        }
        (chance / 100).min(MOST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_better_done_never_lowers_the_chance_of_a_sale(
            flags in any::<[bool; 3]>(), test_drives in 0_u32..3, offers in 0_u32..3, silence in 0_i64..60, complaints in 0_u32..3,
        ) {
            let deal = Deal {
                regime: if flags[0] { Regime::Real } else { Regime::Magnified },
                project: flags[1],
                has_lead: flags[2],
                test_drives,
                offers,
                silence,
                complaints,
                is_late: true,
            };
            let chance = |deal: &Deal| deal.chance(&mut |_, _, _| ());
            for better in [
                Deal { test_drives: test_drives + 1, ..deal },
                Deal { offers: offers + 1, ..deal },
                Deal { silence: silence / 2, ..deal },
                Deal { complaints: 0, ..deal },
                Deal { is_late: false, ..deal },
            ] {
                prop_assert!(chance(&better) >= chance(&deal));
            }
        }
    }
}
