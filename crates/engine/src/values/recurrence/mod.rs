//! What comes back: rules of recurrence, as RFC 5545 writes them, over days of the local calendar.
//!
//! A rule counts days, never instants: nine o'clock stays nine o'clock across a change of hour. Part of a rule that would
//! need hours (`BYHOUR`…) is not ours and is refused.

mod days;
mod moved;
mod text;

#[cfg(test)]
mod naive;

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

/// How often a rule comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// A day of the week, or the first, second… last one of a month (of a year, for a yearly rule without months).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RepeatDay {
    /// Monday is 1.
    pub weekday: i8,
    /// 1 the first, -1 the last; each of them without it.
    pub nth: Option<i8>,
}

/// A rule of recurrence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Repeat {
    /// Days, weeks, months or years.
    pub freq: Frequency,
    /// Every so many of them.
    pub interval: u16,
    /// Only, or on, these days of the week.
    #[serde(default)]
    pub days: Vec<RepeatDay>,
    /// Days of the month; below zero, counted from its end.
    #[serde(default)]
    pub month_days: Vec<i8>,
    /// January is 1.
    #[serde(default)]
    pub months: Vec<i8>,
    /// Of the days so found in a period, only the first (1), the last (-1)…
    #[serde(default)]
    pub positions: Vec<i16>,
    /// The last day on which it may fall.
    pub until: Option<String>,
    /// How many times it falls in all.
    pub count: Option<u32>,
}

/// The most times that a rule may say.
const MOST_TIMES: u32 = 999;
/// The widest step between two periods.
const WIDEST: u16 = 99;

impl Repeat {
    /// A rule without an end nor anything particular.
    #[must_use]
    pub fn every(freq: Frequency) -> Self {
        Self {
            freq,
            interval: 1,
            days: Vec::new(),
            month_days: Vec::new(),
            months: Vec::new(),
            positions: Vec::new(),
            until: None,
            count: None,
        }
    }

    /// Is each part within what a rule may say?
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let nth = |day: &RepeatDay| match (day.nth, self.freq) {
            (None, _) => true,
            (Some(nth), Frequency::Monthly) => nth != 0 && (-5..=5).contains(&nth),
            (Some(nth), Frequency::Yearly) => nth != 0 && (-53..=53).contains(&nth),
            _ => false,
        };
        (1..=WIDEST).contains(&self.interval)
            && self
                .days
                .iter()
                .all(|day| weekday(day.weekday).is_some() && nth(day))
            && self
                .month_days
                .iter()
                .all(|day| *day != 0 && (-31..=31).contains(day))
            && (self.month_days.is_empty() || self.freq != Frequency::Weekly)
            && self.months.iter().all(|month| (1..=12).contains(month))
            && self
                .positions
                .iter()
                .all(|place| *place != 0 && (-366..=366).contains(place))
            && self
                .until
                .as_deref()
                .is_none_or(|day| super::parse_date(day).is_some())
            && self.count.is_none_or(|count| (1..=MOST_TIMES).contains(&count))
            && !(self.until.is_some() && self.count.is_some())
    }
}

fn weekday(number: i8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(number).ok()
}
