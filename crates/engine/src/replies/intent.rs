//! What somebody who answers wants.

use super::luck::{Luck, Step};
use super::model::Fit;
use super::sent::Offer;
use serde::{Deserialize, Serialize};

macro_rules! intents {
    ($($name:ident => $code:literal),+ $(,)?) => {
        /// What an answer wants; its words and what it asks to do are in `content/replies/`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs)]
        pub(crate) enum Intent { $($name),+ }

        impl Intent {
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name),+];

            pub(crate) fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }
        }
    };
}

intents! {
    AppointmentService => "appointment_service",
    AppointmentSales => "appointment_sales",
    Quote => "quote",
    TradeIn => "trade_in",
    CallBack => "call_back",
    Question => "question",
    Thanks => "thanks",
    Later => "later",
    NotInterested => "not_interested",
    Unsubscribe => "unsubscribe",
    DataComplaint => "data_complaint",
    Grievance => "grievance",
    Sold => "sold",
    Moved => "moved",
    WrongPerson => "wrong_person",
    Away => "away",
    Bounce => "bounce",
    BoughtElsewhere => "bought_elsewhere",
    Ordered => "ordered",
    NoShow => "no_show",
}

impl Intent {
    /// Does it ask for an appointment?
    pub(super) fn meets(self) -> bool {
        matches!(self, Self::AppointmentService | Self::AppointmentSales)
    }
}

#[cfg(test)]
impl Intent {
    pub(super) fn of_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|intent| intent.code() == code)
    }
}

/// What an answer may want, the best for the dealership first; as many ranks for every offer.
type Ranks = [Intent; 7];

const WORKSHOP: Ranks = [
    Intent::AppointmentService,
    Intent::Quote,
    Intent::CallBack,
    Intent::Question,
    Intent::Thanks,
    Intent::Later,
    Intent::NotInterested,
];
const SALES: Ranks = [
    Intent::AppointmentSales,
    Intent::TradeIn,
    Intent::Quote,
    Intent::CallBack,
    Intent::Question,
    Intent::Later,
    Intent::NotInterested,
];
const NEWS: Ranks = [
    Intent::AppointmentSales,
    Intent::CallBack,
    Intent::Question,
    Intent::Thanks,
    Intent::Thanks,
    Intent::Later,
    Intent::NotInterested,
];
const SERVICE: Ranks = [
    Intent::Thanks,
    Intent::Thanks,
    Intent::Question,
    Intent::CallBack,
    Intent::Question,
    Intent::Later,
    Intent::Later,
];

/// Up to which ticket each rank goes, by how the offer suits: every step of fit raises each of them, so that with equal
/// luck a better target never gets a worse answer.
const UP_TO: [[u64; 7]; 4] = [
    [400, 800, 1_300, 2_200, 3_200, 5_500, 10_000],
    [1_400, 2_400, 3_200, 4_400, 5_400, 7_600, 10_000],
    [3_400, 4_800, 5_700, 6_700, 7_500, 9_000, 10_000],
    [4_600, 6_200, 7_100, 7_900, 8_500, 9_500, 10_000],
];

/// The rank of an answer, 0 the best.
pub(super) fn rank(fit: Fit, luck: Luck) -> usize {
    let ticket = luck.ticket(Step::Intent);
    let ranks = &UP_TO[fit as usize];
    ranks.iter().position(|up_to| ticket < *up_to).unwrap_or(6)
}

/// What the answer to an offer wants.
pub(super) fn wanted(offer: Offer, fit: Fit, luck: Luck) -> Intent {
    ranks(offer)[rank(fit, luck)]
}

/// The chance that an answer to an offer asks for an appointment, in ten-thousandths.
pub(super) fn to_meet(offer: Offer, fit: Fit) -> u64 {
    let bounds = &UP_TO[fit as usize];
    let from = std::iter::once(&0).chain(bounds);
    ranks(offer)
        .iter()
        .zip(from.zip(bounds))
        .filter(|(intent, _)| intent.meets())
        .map(|(_, (from, up_to))| up_to - from)
        .sum()
}

fn ranks(offer: Offer) -> &'static Ranks {
    match offer {
        Offer::Service => &SERVICE,
        Offer::News => &NEWS,
        offer if offer.sells() => &SALES,
        _ => &WORKSHOP,
    }
}
