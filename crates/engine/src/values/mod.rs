//! Values as they are stored and sent, and the rules of the identifiers of the trade.

mod amounts;
mod calendar;
mod dates;
mod fold;
mod identifiers;
mod phones;
mod recurrence;
mod reference;

pub use amounts::{vat_of_net, with_vat};
pub use calendar::{
    PublicHoliday, is_open_day, is_public_holiday, offset_of_paris, open_day_from, open_day_until,
    public_holiday,
};
pub use dates::{age_on, parse_date, parse_date_time};
pub use fold::{compare_french, fold, words};
pub use identifiers::{mail_is_well_formed, naf_code, plate, postcode, siren_is_valid, siret_is_valid, vin};
pub use phones::{digits_of, phone};
pub use recurrence::{Frequency, Repeat, RepeatDay};
pub use reference::{format_reference, parse_reference};

use compact_str::{CompactString, format_compact};
use serde::{Deserialize, Serialize};

/// One value of one field.
///
/// Dates are `Text("2026-11-23")`, date-times `Text("2026-11-23T14:30")`, money is `Int` in cents, quantities are
/// `Int` in hundredths, a stored reference is the `Int` id of its target; on the wire it is the text `C00042`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Nothing is known.
    #[default]
    Empty,
    /// Yes or no.
    Flag(bool),
    /// A whole number, cents, hundredths or an id.
    Int(i64),
    /// Anything written. Most of it is short and takes no memory of its own.
    Text(CompactString),
}

impl Value {
    /// The text, when it is one and not blank.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) if !text.trim().is_empty() => Some(text),
            _ => None,
        }
    }

    /// The number, when it is one.
    #[must_use]
    pub fn int(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(*number),
            _ => None,
        }
    }

    /// True for nothing and for blank text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Flag(_) | Self::Int(_) => false,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<CompactString> for Value {
    fn from(text: CompactString) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<jiff::civil::Date> for Value {
    fn from(date: jiff::civil::Date) -> Self {
        Self::Text(format_compact!("{date}"))
    }
}

impl From<jiff::civil::DateTime> for Value {
    /// To the minute: `2026-11-23T14:30`.
    fn from(at: jiff::civil::DateTime) -> Self {
        Self::Text(format_compact!(
            "{}T{:02}:{:02}",
            at.date(),
            at.hour(),
            at.minute()
        ))
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
