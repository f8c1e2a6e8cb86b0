//! A computed figure with the way to it, step by step, so that a learner can do it again by hand.

use crate::values::parse_date;
use jiff::civil::Date;
use serde::Serialize;

/// What was found, and how; nothing found says why in its steps.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Figure {
    pub(crate) value: Option<Part>,
    pub(crate) steps: Vec<Step>,
}

/// One step: a code that the screens put in words, and the parts that fill it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Step {
    pub(crate) code: StepCode,
    pub(crate) parts: Vec<Part>,
}

/// A value with its unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "unit", content = "value", rename_all = "snake_case")]
pub(crate) enum Part {
    /// `2026-11-23`.
    Day(String),
    /// Kilometres.
    Km(i64),
    /// Kilometres a year.
    KmPerYear(i64),
    /// Days.
    Days(i64),
    /// Months.
    Months(i64),
    /// How many.
    Count(i64),
    /// Days, one after the other.
    List(Vec<i64>),
}

/// What a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum StepCode {
    NoReadings,
    TooClose,
    NoVisit,
    OneVisit,
    NoRegistration,
    NoFinancing,
    Sold,
    FirstReading,
    LastReading,
    OddReadings,
    Distance,
    Rate,
    Since,
    Driven,
    Sum,
    Intervals,
    Sorted,
    Mean,
    Median,
    LastVisit,
    FromPurchase,
    FromRegistration,
    EveryMonths,
    EveryKm,
    ReachedOn,
    Earlier,
    Registered,
    FirstInspection,
    NextInspection,
    LastInspection,
    MakersWarranty,
    Prolonged,
    Financed,
    Lasts,
}

impl Figure {
    /// A figure found.
    pub(crate) fn found(value: Part, steps: Vec<Step>) -> Self {
        Self {
            value: Some(value),
            steps,
        }
    }

    /// No figure, and why.
    pub(crate) fn none(code: StepCode) -> Self {
        Self {
            value: None,
            steps: vec![step(code, [])],
        }
    }

    /// The day found, as it is written.
    pub(crate) fn day(&self) -> Option<&str> {
        match &self.value {
            Some(Part::Day(day)) => Some(day),
            _ => None,
        }
    }

    /// The day found.
    pub(crate) fn date(&self) -> Option<Date> {
        self.day().and_then(parse_date)
    }

    /// The number found, in its unit.
    pub(crate) fn number(&self) -> Option<i64> {
        match self.value {
            Some(
                Part::Km(number)
                | Part::KmPerYear(number)
                | Part::Days(number)
                | Part::Months(number)
                | Part::Count(number),
            ) => Some(number),
            _ => None,
        }
    }
}

pub(crate) fn step<const N: usize>(code: StepCode, parts: [Part; N]) -> Step {
    Step {
        code,
        parts: parts.into(),
    }
}

pub(crate) fn day(day: Date) -> Part {
    Part::Day(day.to_string())
}

/// Whole days from one day to another.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    (to - from).get_days().into()
}
