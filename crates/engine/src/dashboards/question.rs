//! A question asked of the data: what is measured, by what, over which records. It is also what a tile keeps.

use crate::fields::Entity;
use crate::lists::Filter;
use crate::targeting::Target;
use serde::{Deserialize, Serialize};

/// The newest form of a tile's definition that this program understands: 2 has a targeting.
pub(super) const VERSION: u32 = 2;

/// What a tile keeps, as JSON text that a workbook carries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Definition {
    pub(crate) version: u32,
    pub(crate) question: Question,
    /// What the figure means, in the words of who made the tile.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) about: String,
}

/// A measure of the records of an entity, by none, one or two of their fields.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Question {
    pub(crate) entity: Entity,
    pub(crate) measure: Measure,
    #[serde(default)]
    pub(crate) by: Vec<Dimension>,
    /// As in lists; a bound of a date may also be `today`, `today-1d`, `today+60d`, `today-18m`.
    #[serde(default)]
    pub(crate) filters: Vec<Filter>,
    /// Only the records that a targeting keeps, or those that are related to them: the invoices of its customers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub(crate) target: Option<Target>,
    /// The date that the board's period narrows; none when the figure is that of the day.
    #[serde(default)]
    pub(crate) day: Option<String>,
    #[serde(default)]
    pub(crate) order: Order,
    /// The first so many values of the first dimension, the others together; of those that are no dates or bands.
    #[serde(default)]
    pub(crate) top: Option<u32>,
    /// Is the period before measured too?
    #[serde(default)]
    pub(crate) compare: bool,
    /// What a gauge is full at, in the unit of the measure.
    #[serde(default)]
    pub(crate) goal: Option<f64>,
}

/// What is measured. Fields are numbers of the entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Measure {
    /// How many records.
    Count,
    /// How many customers they belong to.
    Customers,
    Sum(String),
    Mean(String),
    Median(String),
    Min(String),
    Max(String),
    /// How many in a hundred records pass these filters.
    Share(Vec<Filter>),
}

/// A field whose values make groups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Dimension {
    /// Of the entity, or of a record referred to: `customer_id.site`.
    pub(crate) field: String,
    /// For dates; by month when it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) step: Option<DateStep>,
    /// For numbers: the width of a band, in their unit. Each value by itself when it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) band: Option<i64>,
}

/// How long the groups of a date are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum DateStep {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// The order of values that are no dates or bands: those are always in their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum Order {
    #[default]
    Greatest,
    Least,
    Name,
}

impl Definition {
    /// The same, under the oldest version that understands all of it.
    pub(super) fn dated(self) -> Self {
        let version = if self.question.target.is_some() {
            VERSION
        } else {
            1
        };
        Self { version, ..self }
    }
}

impl Measure {
    /// The number measured, where there is one.
    pub(super) fn field(&self) -> Option<&str> {
        match self {
            Self::Sum(field)
            | Self::Mean(field)
            | Self::Median(field)
            | Self::Min(field)
            | Self::Max(field) => Some(field),
            Self::Count | Self::Customers | Self::Share(_) => None,
        }
    }
}
