//! What may be asked of each kind of field, and how its values are normalised before they are compared.

use super::tree::{TargetMatcher, TargetMeasure};
use crate::fields::{Choices, Entity, Field, Kind};
use crate::values::{digits_of, fold};
use serde::Serialize;

/// How the values of a field are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Case, accents and punctuation aside.
    Words,
    /// Telephone numbers, however they are typed.
    Phone,
    /// Letters and digits only: plates, chassis numbers, SIREN, postcodes.
    Mark,
    /// Case aside.
    Mail,
    /// Codes of a closed list, each with its label.
    Closed(&'static [(&'static str, &'static str)]),
    /// Whole numbers, cents, hundredths.
    Number,
    /// Days.
    Day,
    /// Days with an hour.
    Moment,
    Flag,
    Reference(Entity),
}

/// The ways of asking, by name: what a screen offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum TargetHow {
    Equals,
    Differs,
    Below,
    AtMost,
    Above,
    AtLeast,
    Between,
    OneOf,
    Contains,
    Begins,
    Ends,
    Exactly,
    Characters,
    Empty,
    Filled,
    Yes,
    No,
    Within,
    Anniversary,
}

impl Class {
    pub(crate) fn of(field: &Field) -> Self {
        match (field.kind, field.choices) {
            (_, Choices::Closed(list)) => Self::Closed(list),
            (Kind::Phone, _) => Self::Phone,
            (Kind::Plate | Kind::Vin | Kind::Siren | Kind::Siret | Kind::Naf | Kind::Postcode, _) => {
                Self::Mark
            }
            (Kind::Mail, _) => Self::Mail,
            (Kind::Integer | Kind::Money | Kind::Quantity, _) => Self::Number,
            (Kind::Date, _) => Self::Day,
            (Kind::DateTime, _) => Self::Moment,
            (Kind::Flag, _) => Self::Flag,
            (Kind::Reference(entity), _) => Self::Reference(entity),
            (Kind::Text | Kind::LongText | Kind::Choice, _) => Self::Words,
        }
    }

    /// What may be asked of its values.
    pub(crate) fn hows(self) -> &'static [TargetHow] {
        use TargetHow::*;
        match self {
            Self::Words | Self::Phone | Self::Mark | Self::Mail => &[
                Equals, Differs, OneOf, Contains, Begins, Ends, Exactly, Characters, Empty, Filled,
            ],
            Self::Closed(_) => &[
                Equals, Differs, OneOf, Contains, Begins, Ends, Exactly, Empty, Filled,
            ],
            Self::Number => &[
                Equals, Differs, Below, AtMost, Above, AtLeast, Between, OneOf, Empty, Filled,
            ],
            Self::Day | Self::Moment => &[
                Within,
                Equals,
                Differs,
                Below,
                AtMost,
                Above,
                AtLeast,
                Between,
                OneOf,
                Anniversary,
                Empty,
                Filled,
            ],
            Self::Flag => &[Yes, No, Empty, Filled],
            Self::Reference(_) => &[Equals, Differs, OneOf, Empty, Filled],
        }
    }

    /// What may be measured of its values over several records.
    pub(crate) fn measures(self) -> &'static [TargetMeasure] {
        use TargetMeasure::*;
        match self {
            Self::Number => &[Sum, Mean, Min, Max, Range, Distinct],
            Self::Day | Self::Moment => &[Min, Max, Interval, Range, Distinct],
            Self::Flag => &[],
            _ => &[Distinct],
        }
    }

    /// What a measure of its values is.
    pub(crate) fn of_measure(self, measure: TargetMeasure) -> Self {
        match (measure, self) {
            (TargetMeasure::Min | TargetMeasure::Max, class) => class,
            _ => Self::Number,
        }
    }

    /// The text by which two values are the same.
    pub(crate) fn normal(self, text: &str) -> String {
        match self {
            Self::Words => fold(text),
            Self::Phone => digits_of(text).unwrap_or_else(|| mark(text)),
            Self::Mark => mark(text),
            Self::Mail => text.trim().to_ascii_lowercase(),
            _ => text.to_owned(),
        }
    }

    /// The part of a value that another may contain: digits of a number need not be a whole one.
    pub(crate) fn part(self, text: &str) -> String {
        match self {
            Self::Phone => mark(text),
            _ => self.normal(text),
        }
    }

    /// The SQL of the same.
    pub(crate) fn normal_sql(self, sql: &str) -> String {
        match self {
            Self::Words => format!("fold({sql})"),
            Self::Phone => format!("phone_mark({sql})"),
            Self::Mark => format!("mark({sql})"),
            Self::Mail => format!("lower(trim({sql}))"),
            _ => sql.to_owned(),
        }
    }

    pub(crate) fn is_text(self) -> bool {
        matches!(self, Self::Words | Self::Phone | Self::Mark | Self::Mail)
    }
}

fn mark(text: &str) -> String {
    fold(text).replace(' ', "")
}

impl TargetMatcher {
    pub(crate) fn how(&self) -> TargetHow {
        match self {
            Self::Equals { .. } => TargetHow::Equals,
            Self::Differs { .. } => TargetHow::Differs,
            Self::Below { .. } => TargetHow::Below,
            Self::AtMost { .. } => TargetHow::AtMost,
            Self::Above { .. } => TargetHow::Above,
            Self::AtLeast { .. } => TargetHow::AtLeast,
            Self::Between { .. } => TargetHow::Between,
            Self::OneOf { .. } => TargetHow::OneOf,
            Self::Contains { .. } => TargetHow::Contains,
            Self::Begins { .. } => TargetHow::Begins,
            Self::Ends { .. } => TargetHow::Ends,
            Self::Exactly { .. } => TargetHow::Exactly,
            Self::Characters { .. } => TargetHow::Characters,
            Self::Empty => TargetHow::Empty,
            Self::Filled => TargetHow::Filled,
            Self::Yes => TargetHow::Yes,
            Self::No => TargetHow::No,
            Self::Within { .. } => TargetHow::Within,
            Self::Anniversary { .. } => TargetHow::Anniversary,
        }
    }

    /// Does a blank fulfil it?
    pub(crate) fn holds_for_blank(&self) -> bool {
        matches!(
            self.how(),
            TargetHow::Empty | TargetHow::No | TargetHow::Differs | TargetHow::Characters
        )
    }
}
