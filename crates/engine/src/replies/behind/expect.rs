//! What a campaign would give in life: the sum, over its recipients, of the model's own chances, without a single draw.

use crate::replies::draw::{Way, told_first, way};
use crate::replies::intent::to_meet;
use crate::replies::luck::WHOLE;
use crate::replies::model::{Case, Regime, chances};
use crate::replies::person::Hidden;
use crate::replies::sent::Offer;

/// Steps whose chances are multiplied at most.
const STEPS: u32 = 6;
/// What is sure for one recipient: sums are exact, a hundred million recipients fit.
const SURE: u128 = (WHOLE as u128).pow(STEPS);

/// Sums of chances, counted as the results of a campaign are: whoever answered is no more among those who clicked only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::replies) struct Expected {
    delivered: u128,
    bounced: u128,
    opened: u128,
    clicked: u128,
    answered: u128,
    appointments: u128,
    unsubscribed: u128,
    complained: u128,
}

/// A chance made of some steps, as a part of what is sure.
struct Part {
    product: u128,
    steps: u32,
}

impl Part {
    const ALL: Self = Self { product: 1, steps: 0 };

    fn and(&self, chance: u64) -> Self {
        Self {
            product: self.product * u128::from(chance),
            steps: self.steps + 1,
        }
    }

    fn but(&self, chance: u64) -> Self {
        self.and(WHOLE - chance)
    }

    fn of_sure(&self) -> u128 {
        self.product * u128::from(WHOLE).pow(STEPS - self.steps)
    }
}

impl Expected {
    /// Adds a recipient, as they would react in life whatever the class is shown.
    pub(in crate::replies) fn add(
        &mut self,
        case: &Case,
        offer: Offer,
        hidden: &Hidden,
        address_is_sound: bool,
    ) {
        let life = Case {
            regime: Regime::Real,
            ..*case
        };
        let chances = chances(&life, &mut |_| ());
        let way = way(case.channel, hidden, address_is_sound);
        if way == Way::Lost {
            self.bounced += SURE;
            return;
        }
        self.bounced += Part::ALL.and(chances.soft_bounce).of_sure();
        let delivered = Part::ALL.but(chances.soft_bounce);
        self.delivered += delivered.of_sure();
        if way == Way::Away {
            return;
        }
        let read = delivered.and(chances.read);
        self.opened += read.of_sure();
        let complained = read.and(chances.complain).of_sure();
        if hidden.grieved {
            self.answered += complained;
        } else {
            self.complained += complained;
        }
        let calm = read.but(chances.complain);
        self.unsubscribed += calm.and(chances.leave).of_sure();
        let stays = calm.but(chances.leave);
        self.clicked += stays.and(chances.click).but(chances.answer).of_sure();
        let answers = stays.and(chances.answer);
        self.answered += answers.of_sure();
        if told_first(offer, hidden).is_none() {
            self.appointments += answers.and(to_meet(offer, case.fit)).of_sure();
        }
    }

    /// In thousandths of a recipient: delivered, bounced, opened, clicked, answered, appointments, unsubscribed, complained.
    pub(in crate::replies) fn thousandths(&self) -> [i64; 8] {
        [
            self.delivered,
            self.bounced,
            self.opened,
            self.clicked,
            self.answered,
            self.appointments,
            self.unsubscribed,
            self.complained,
        ]
        .map(|sum| i64::try_from((sum * 1_000 + SURE / 2) / SURE).unwrap_or(i64::MAX))
    }
}
