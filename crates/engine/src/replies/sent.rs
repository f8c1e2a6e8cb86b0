//! A message that left the dealership, as it is told to those who answer.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// By which way a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum Channel {
    Mail,
    Sms,
    Letter,
    Call,
}

/// What a message speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum Offer {
    /// A visit to the workshop.
    Visit,
    Inspection,
    Tyres,
    Warranty,
    FinanceEnd,
    NewCar,
    UsedCar,
    /// Open days, an evening.
    Event,
    News,
    /// No offer at all: a confirmation, an invoice, a recall for safety. It needs no consent.
    Service,
}

/// What the gate said against a message that was sent all the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Forced(u8);

impl Forced {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const NO_CONSENT: Self = Self(1);
    /// Refused or withdrawn.
    pub(crate) const WITHDRAWN: Self = Self(2);
    /// A day or an hour at which nobody writes.
    pub(crate) const QUIET: Self = Self(4);
    pub(crate) const TOO_LATELY: Self = Self(8);

    pub(crate) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// One message that left the dealership.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    /// The activity that keeps it in the customer's history.
    pub(crate) activity: i64,
    pub(crate) customer: i64,
    /// The campaign and the recipient, when it went to many: `recipient.state` and `recipient.reaction` follow.
    pub(crate) campaign: Option<i64>,
    pub(crate) recipient: Option<i64>,
    pub(crate) channel: Channel,
    pub(crate) at: DateTime,
    pub(crate) offer: Offer,
    /// 0 to 100: how many of its merge fields found a true value, and whether it names the person and the car.
    pub(crate) personalised: u32,
    pub(crate) forced: Forced,
    /// Tells one wording from another; each is judged once.
    pub(crate) text_hash: u64,
}

impl Channel {
    pub(crate) const ALL: [Self; 4] = [Self::Mail, Self::Sms, Self::Letter, Self::Call];

    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Sms => "sms",
            Self::Letter => "letter",
            Self::Call => "call",
        }
    }

    /// The channel of a consent: calls are those of the telephone.
    pub(crate) fn consent(self) -> &'static str {
        match self {
            Self::Call => "phone",
            other => other.code(),
        }
    }

    pub(super) fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

impl Offer {
    /// Those that a text is the more surely about first.
    pub(crate) const ALL: [Self; 10] = [
        Self::Inspection,
        Self::Tyres,
        Self::FinanceEnd,
        Self::Warranty,
        Self::Visit,
        Self::Event,
        Self::UsedCar,
        Self::NewCar,
        Self::News,
        Self::Service,
    ];

    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Inspection => "inspection",
            Self::Tyres => "tyres",
            Self::Warranty => "warranty",
            Self::FinanceEnd => "finance_end",
            Self::NewCar => "new_car",
            Self::UsedCar => "used_car",
            Self::Event => "event",
            Self::News => "news",
            Self::Service => "service",
        }
    }

    /// Is there a car to sell in it?
    pub(crate) fn sells(self) -> bool {
        matches!(
            self,
            Self::FinanceEnd | Self::NewCar | Self::UsedCar | Self::Event
        )
    }

    /// Does it bring the car to the workshop?
    pub(crate) fn repairs(self) -> bool {
        matches!(
            self,
            Self::Visit | Self::Inspection | Self::Tyres | Self::Warranty
        )
    }
}
