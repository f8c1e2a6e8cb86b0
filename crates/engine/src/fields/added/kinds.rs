//! Which entities can be given fields, and of which kinds.

use crate::fields::{Entity, Kind};
use serde::{Deserialize, Serialize};

/// The entities to which fields can be added.
pub(crate) const EXTENSIBLE: [Entity; 7] = [
    Entity::Customer,
    Entity::Contact,
    Entity::Vehicle,
    Entity::Invoice,
    Entity::Activity,
    Entity::Note,
    Entity::Lead,
];

/// What an added field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum AddedKind {
    Text,
    LongText,
    Integer,
    Money,
    Date,
    Flag,
    Choice,
}

/// Every kind, with the code under which it is kept.
const ADDED_KINDS: [(&str, AddedKind); 7] = [
    ("text", AddedKind::Text),
    ("long_text", AddedKind::LongText),
    ("integer", AddedKind::Integer),
    ("money", AddedKind::Money),
    ("date", AddedKind::Date),
    ("flag", AddedKind::Flag),
    ("choice", AddedKind::Choice),
];

impl AddedKind {
    pub(crate) fn of_code(code: &str) -> Option<Self> {
        ADDED_KINDS
            .iter()
            .find(|(known, _)| *known == code)
            .map(|(_, kind)| *kind)
    }

    pub(crate) fn code(self) -> &'static str {
        ADDED_KINDS
            .iter()
            .find(|(_, kind)| *kind == self)
            .map_or("text", |(code, _)| code)
    }

    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Text => Kind::Text,
            Self::LongText => Kind::LongText,
            Self::Integer => Kind::Integer,
            Self::Money => Kind::Money,
            Self::Date => Kind::Date,
            Self::Flag => Kind::Flag,
            Self::Choice => Kind::Choice,
        }
    }

    /// The greatest number, in cents for an amount, or the greatest length of a text.
    pub(super) fn greatest(self) -> Option<i64> {
        match self {
            Self::Text => Some(200),
            Self::LongText => Some(4_000),
            Self::Integer => Some(999_999_999),
            Self::Money => Some(99_999_999_999),
            Self::Date | Self::Flag | Self::Choice => None,
        }
    }

    pub(super) fn least(self) -> Option<i64> {
        match self {
            Self::Integer | Self::Money => self.greatest().map(|greatest| -greatest),
            _ => None,
        }
    }

    /// Pixels.
    pub(super) fn width(self) -> u16 {
        match self {
            Self::LongText => 220,
            Self::Text | Self::Choice => 150,
            _ => 120,
        }
    }
}
