//! What may be wrong with a message, and why somebody is not written to.

use super::TargetProblem;
use serde::{Deserialize, Serialize};

/// Why somebody is not written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GateReason {
    /// The record is archived.
    Archived,
    /// No address, no number for the channel.
    NoAddress,
    /// One that leads nowhere.
    BadAddress,
    /// An agreement was taken back.
    Withdrawn,
    /// They said no.
    Refused,
    /// They never said yes, or too long ago, and the law asks for it.
    NoConsent,
    /// Not on this day or at this hour.
    QuietHours,
    /// A campaign was sent to them a few days ago.
    TooLately,
    /// The message would have a hole in it.
    MissingData,
    /// Another recipient has the same address.
    Twice,
    /// Left out by hand.
    LeftOut,
    /// The record is no more.
    Gone,
}

impl GateReason {
    /// Those of the law.
    pub(crate) const OF_LAW: [Self; 4] = [Self::Withdrawn, Self::Refused, Self::NoConsent, Self::QuietHours];
    /// All of them, in the order in which they are told.
    pub(crate) const ALL: [Self; 12] = [
        Self::NoConsent,
        Self::Refused,
        Self::Withdrawn,
        Self::NoAddress,
        Self::BadAddress,
        Self::QuietHours,
        Self::TooLately,
        Self::MissingData,
        Self::Twice,
        Self::Archived,
        Self::LeftOut,
        Self::Gone,
    ];

    /// Can a trainer let it be overruled? What has no address cannot be sent.
    pub(crate) fn can_be_forced(self) -> bool {
        Self::OF_LAW.contains(&self) || matches!(self, Self::TooLately | Self::MissingData)
    }

    /// As it is kept.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Archived => "archived",
            Self::NoAddress => "no_address",
            Self::BadAddress => "bad_address",
            Self::Withdrawn => "withdrawn",
            Self::Refused => "refused",
            Self::NoConsent => "no_consent",
            Self::QuietHours => "quiet_hours",
            Self::TooLately => "too_lately",
            Self::MissingData => "missing_data",
            Self::Twice => "twice",
            Self::LeftOut => "left_out",
            Self::Gone => "gone",
        }
    }
}

/// What is wrong with a message, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MessageProblem {
    /// What is wrong.
    pub code: MessageProblemCode,
    /// Is it in the subject rather than in the body?
    pub subject: bool,
    /// The characters at fault, from the first to the one after the last.
    pub span: [u32; 2],
    /// The word at fault, as it was written.
    pub word: Option<String>,
    /// The nearest known word.
    pub nearest: Option<String>,
    /// What is wrong with a condition, in the language of targetings.
    pub condition: Option<TargetProblem>,
}

/// What may be wrong with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum MessageProblemCode {
    /// Nothing is written.
    Empty,
    /// A mail, a letter without a subject.
    NoSubject,
    /// `word` is no field.
    UnknownField,
    /// `{}`.
    EmptyField,
    /// A brace that nothing closes.
    UnclosedField,
    /// A closing brace alone.
    StrayBrace,
    /// A condition without its end.
    UnclosedCondition,
    /// « Otherwise » without a condition.
    StrayElse,
    /// An end without a condition.
    StrayEnd,
    /// The condition cannot be understood, or applied.
    BadCondition,
    /// The condition is one of other records than customers.
    OtherEntity,
}
