//! An entry of the agenda as it stands: when, for how long, how it comes back.

use super::SeriesRule;
use super::exceptions::Exceptions;
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::reckoning::hours::minutes_between;
use crate::records::{RecordView, Values, read};
use crate::values::{Repeat, Value, parse_date, parse_date_time};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

/// How long an event lasts when nothing says when it ends.
pub(super) const MINUTES: i64 = 60;

/// When an event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) starts: DateTime,
    pub(super) ends: DateTime,
    pub(super) all_day: bool,
}

impl Times {
    /// Those of a start, an end that may be missing or before it, and a mark.
    pub(super) fn new(starts: &str, ends: Option<&str>, all_day: bool) -> Option<Self> {
        let starts = parse_date_time(starts)?;
        let usual = starts.checked_add(MINUTES.minutes()).unwrap_or(starts);
        let ends = ends
            .and_then(parse_date_time)
            .filter(|ends| *ends >= starts)
            .unwrap_or(usual);
        Some(Self {
            starts,
            ends,
            all_day,
        })
    }

    pub(super) fn minutes(self) -> i64 {
        minutes_between(self.starts, self.ends)
    }

    /// The same hours on another day.
    pub(super) fn on(self, day: Date) -> Self {
        let starts = day.to_datetime(self.starts.time());
        Self {
            starts,
            ends: starts.checked_add(self.minutes().minutes()).unwrap_or(starts),
            all_day: self.all_day,
        }
    }

    pub(super) fn later(self, days: i64) -> Self {
        let day = self.starts.date();
        self.on(day.checked_add(days.days()).unwrap_or(day))
    }

    /// Does it take a part of another one's time?
    pub(super) fn meets(self, other: Self) -> bool {
        self.starts < other.ends && other.starts < self.ends
    }

    pub(super) fn into_values(self, values: &mut Values) {
        values.insert("starts_at".to_owned(), self.starts.into());
        values.insert("ends_at".to_owned(), self.ends.into());
        values.insert("all_day".to_owned(), self.all_day.into());
    }
}

/// An entry with its rule.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) id: i64,
    pub(super) record: RecordView,
    pub(super) times: Times,
    /// None for an event that does not come back, or whose rule cannot be read.
    pub(super) repeat: Option<Repeat>,
    pub(super) exceptions: Exceptions,
}

impl Entry {
    /// The entry of a reference.
    pub(super) fn read(reader: &Reader, reference: &str) -> Result<Self, ApiError> {
        let (entity, id) = parse_any_reference(reference)?;
        if entity != Entity::AgendaEntry {
            return Err(ApiError::not_found(reference));
        }
        let record = read(reader, Entity::AgendaEntry, id)?;
        let text = |key: &str| record.values.get(key).and_then(Value::text);
        let all_day = is_true(record.values.get("all_day"));
        let times = text("starts_at")
            .and_then(|starts| Times::new(starts, text("ends_at"), all_day))
            .ok_or_else(|| ApiError::invalid(Problem::new("starts_at", ProblemCode::BadDate)))?;
        Ok(Self {
            id,
            times,
            repeat: text("recurrence").and_then(Repeat::parse),
            exceptions: Exceptions::parse(text("exceptions").unwrap_or_default()),
            record,
        })
    }

    pub(super) fn rule(&self) -> SeriesRule {
        SeriesRule {
            repeat: self.repeat.clone(),
            skip: self.exceptions.skipped(),
        }
    }

    pub(super) fn start_day(&self) -> Date {
        self.times.starts.date()
    }

    /// The day of a series that is meant; none when it does not come back.
    ///
    /// # Errors
    /// `Invalid` when the series does not fall on that day.
    pub(super) fn day(&self, day: Option<&str>) -> Result<Option<Date>, ApiError> {
        let Some(repeat) = &self.repeat else {
            return Ok(None);
        };
        let start = self.start_day();
        let Some(day) = day else {
            return Ok(Some(start));
        };
        let asked = parse_date(day).filter(|day| {
            let next = day.checked_add(1.day()).unwrap_or(*day);
            !self.exceptions.holds(*day) && !repeat.days_between(start, *day, next).is_empty()
        });
        asked
            .map(Some)
            .ok_or_else(|| ApiError::invalid(Problem::new("day", ProblemCode::BadDate)))
    }

    /// The times of the event of a day.
    pub(super) fn times_on(&self, day: Option<Date>) -> Times {
        day.map_or(self.times, |day| self.times.on(day))
    }

    /// The first day of the series that is not left out.
    pub(super) fn is_first(&self, day: Date) -> bool {
        let repeat = self.repeat.as_ref();
        repeat.is_none_or(|repeat| repeat.days_of(self.start_day()).next() == Some(day))
    }
}

pub(super) fn is_true(value: Option<&Value>) -> bool {
    matches!(value, Some(Value::Flag(true) | Value::Int(1)))
}

/// The times that an input says, the others as they were.
///
/// # Errors
/// `Invalid` for what is no moment, and for an end before its start.
pub(super) fn times_in(values: &Values, before: Option<Times>) -> Result<Times, ApiError> {
    let problem = |key: &str, code| ApiError::invalid(Problem::new(key, code));
    let moment = |key: &str| match values.get(key).filter(|value| !value.is_empty()) {
        None => Ok(None),
        Some(value) => value
            .text()
            .and_then(parse_date_time)
            .map(Some)
            .ok_or_else(|| problem(key, ProblemCode::BadDate)),
    };
    let all_day = match values.get("all_day") {
        Some(flag) if !flag.is_empty() => is_true(Some(flag)),
        _ => before.is_some_and(|times| times.all_day),
    };
    let starts = moment("starts_at")?
        .or(before.map(|times| times.starts))
        .ok_or_else(|| problem("starts_at", ProblemCode::Required))?;
    let lasts = before.map_or(MINUTES, Times::minutes);
    let ends = match moment("ends_at")? {
        Some(ends) => ends,
        None => starts.checked_add(lasts.minutes()).unwrap_or(starts),
    };
    if ends < starts || (ends == starts && !all_day) {
        let late = Problem::new("ends_at", ProblemCode::BeforeOther).against("starts_at");
        return Err(ApiError::invalid(late));
    }
    Ok(if all_day {
        whole_days(starts, ends)
    } else {
        Times {
            starts,
            ends,
            all_day,
        }
    })
}

/// From the first minute of a day to the last one of another.
fn whole_days(starts: DateTime, ends: DateTime) -> Times {
    Times {
        starts: starts.date().at(0, 0, 0, 0),
        ends: ends.date().at(23, 59, 0, 0),
        all_day: true,
    }
}
