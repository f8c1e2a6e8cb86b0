//! The period and the dealership that a board looks at, and dates said from the day of use.

use super::question::DateStep;
use crate::error::{ApiError, Problem, ProblemCode};
use crate::lists::Filter;
use crate::values::{Value, parse_date};
use jiff::civil::{Date, Weekday, date};
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

/// What all the tiles of a board look at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Scope {
    pub(crate) period: Period,
    /// First and last day of a custom period; either may lack.
    #[serde(default)]
    pub(crate) from: Option<String>,
    #[serde(default)]
    pub(crate) to: Option<String>,
    /// One dealership; all of them when none.
    #[serde(default)]
    pub(crate) site: Option<String>,
}

/// A period said from the day of use. Those that go on end with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum Period {
    All,
    ThisMonth,
    LastMonth,
    ThisQuarter,
    ThisYear,
    LastYear,
    /// This month and the eleven before.
    #[default]
    TwelveMonths,
    Custom,
}

/// First and last day; open when none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
}

impl Days {
    fn between(from: Date, to: Date) -> Self {
        Self {
            from: Some(from),
            to: Some(to),
        }
    }

    pub(super) fn filter(self, field: &str) -> Option<Filter> {
        (self.from.is_some() || self.to.is_some()).then(|| Filter {
            field: field.to_owned(),
            from: self.from.map(Value::from),
            to: self.to.map(Value::from),
            ..Filter::default()
        })
    }
}

impl Scope {
    /// The days of the period.
    ///
    /// # Errors
    /// `Invalid` when a custom date is none, or the last day comes before the first.
    pub(super) fn days(&self, today: Date) -> Result<Days, ApiError> {
        let month = today.first_of_month();
        let year = date(today.year(), 1, 1);
        Ok(match self.period {
            Period::All => Days::default(),
            Period::ThisMonth => Days::between(month, today),
            Period::LastMonth => Days::between(months(month, -1), before(month)),
            Period::ThisQuarter => Days::between(first_of(DateStep::Quarter, today), today),
            Period::ThisYear => Days::between(year, today),
            Period::LastYear => Days::between(months(year, -12), before(year)),
            Period::TwelveMonths => Days::between(months(month, -11), today),
            Period::Custom => self.custom()?,
        })
    }

    fn custom(&self) -> Result<Days, ApiError> {
        let day = |field: &str, text: &Option<String>| match text.as_deref().filter(|text| !text.is_empty()) {
            None => Ok(None),
            Some(text) => parse_date(text)
                .map(Some)
                .ok_or_else(|| ApiError::invalid(Problem::new(field, ProblemCode::BadDate))),
        };
        let (from, to) = (day("from", &self.from)?, day("to", &self.to)?);
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            return Err(ApiError::invalid(
                Problem::new("to", ProblemCode::BeforeOther).against("from"),
            ));
        }
        Ok(Days { from, to })
    }

    /// The period it is compared with: as long, just before; for one that goes on, as much of the one before.
    pub(super) fn days_before(&self, today: Date) -> Result<Option<Days>, ApiError> {
        let now = self.days(today)?;
        let (Some(from), Some(to)) = (now.from, now.to) else {
            return Ok(None);
        };
        let by = match self.period {
            Period::ThisMonth | Period::LastMonth => 1,
            Period::ThisQuarter => 3,
            Period::ThisYear | Period::LastYear | Period::TwelveMonths => 12,
            Period::All | Period::Custom => {
                let long = (to - from).get_days() + 1;
                let earlier = |day: Date| day.checked_sub(long.days()).unwrap_or(day);
                return Ok(Some(Days::between(earlier(from), earlier(to))));
            }
        };
        let ended = to < today;
        let start = months(from, -by);
        let end = if ended { before(from) } else { months(to, -by) };
        Ok(Some(Days::between(start, end)))
    }
}

/// A filter whose dates said from the day of use are days.
pub(super) fn of_today(filter: &Filter, today: Date) -> Filter {
    let bound = |value: &Option<Value>| match value {
        Some(Value::Text(text)) => {
            Some(day_said(text, today).map_or_else(|| text.clone().into(), Value::from))
        }
        other => other.clone(),
    };
    Filter {
        from: bound(&filter.from),
        to: bound(&filter.to),
        ..filter.clone()
    }
}

/// `today`, `today-1d`, `today+60d`, `today-18m`.
fn day_said(text: &str, today: Date) -> Option<Date> {
    let rest = text.strip_prefix("today")?;
    if rest.is_empty() {
        return Some(today);
    }
    let unit = rest.chars().next_back()?;
    let count: i32 = rest[..rest.len() - unit.len_utf8()].parse().ok()?;
    let span = match unit {
        'd' => Span::new().try_days(count).ok()?,
        'm' => Span::new().try_months(count).ok()?,
        _ => return None,
    };
    today.checked_add(span).ok()
}

/// The first day of the group in which a day lies.
pub(super) fn first_of(step: DateStep, day: Date) -> Date {
    match step {
        DateStep::Day => day,
        DateStep::Week => {
            let since = day.weekday().since(Weekday::Monday);
            day.checked_sub(i32::from(since).days()).unwrap_or(day)
        }
        DateStep::Month => day.first_of_month(),
        DateStep::Quarter => date(day.year(), (day.month() - 1) / 3 * 3 + 1, 1),
        DateStep::Year => date(day.year(), 1, 1),
    }
}

/// The first day of the next group.
pub(super) fn next(step: DateStep, first: Date) -> Option<Date> {
    let span = match step {
        DateStep::Day => 1.day(),
        DateStep::Week => 1.week(),
        DateStep::Month => 1.month(),
        DateStep::Quarter => 3.months(),
        DateStep::Year => 1.year(),
    };
    first.checked_add(span).ok()
}

/// The last day of the group that begins so.
pub(super) fn last_of(step: DateStep, first: Date) -> Date {
    next(step, first).map_or(first, before)
}

fn months(day: Date, count: i32) -> Date {
    day.checked_add(count.months()).unwrap_or(day)
}

fn before(day: Date) -> Date {
    day.checked_sub(1.day()).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scope(period: Period) -> Scope {
        Scope {
            period,
            ..Scope::default()
        }
    }

    #[track_caller]
    fn check(period: Period, now: (Date, Date), then: (Date, Date)) {
        let today = date(2026, 11, 23);
        let scope = scope(period);
        assert_eq!(scope.days(today).unwrap(), Days::between(now.0, now.1));
        assert_eq!(
            scope.days_before(today).unwrap(),
            Some(Days::between(then.0, then.1))
        );
    }

    #[test]
    fn a_period_that_goes_on_is_compared_with_as_much_of_the_one_before() {
        let today = date(2026, 11, 23);
        check(
            Period::ThisMonth,
            (date(2026, 11, 1), today),
            (date(2026, 10, 1), date(2026, 10, 23)),
        );
        check(
            Period::ThisQuarter,
            (date(2026, 10, 1), today),
            (date(2026, 7, 1), date(2026, 8, 23)),
        );
        check(
            Period::ThisYear,
            (date(2026, 1, 1), today),
            (date(2025, 1, 1), date(2025, 11, 23)),
        );
        check(
            Period::TwelveMonths,
            (date(2025, 12, 1), today),
            (date(2024, 12, 1), date(2025, 11, 23)),
        );
    }

    #[test]
    fn a_period_that_is_over_is_compared_with_the_whole_one_before() {
        check(
            Period::LastMonth,
            (date(2026, 10, 1), date(2026, 10, 31)),
            (date(2026, 9, 1), date(2026, 9, 30)),
        );
        check(
            Period::LastYear,
            (date(2025, 1, 1), date(2025, 12, 31)),
            (date(2024, 1, 1), date(2024, 12, 31)),
        );
    }

    #[test]
    fn custom_days_are_compared_with_as_many_just_before() {
        let today = date(2026, 11, 23);
        let custom = |from: &str, to: &str| Scope {
            period: Period::Custom,
            from: Some(from.to_owned()),
            to: Some(to.to_owned()),
            site: None,
        };
        assert_eq!(
            custom("2026-03-01", "2026-03-10").days_before(today).unwrap(),
            Some(Days::between(date(2026, 2, 19), date(2026, 2, 28)))
        );
        assert_eq!(custom("", "2026-03-10").days_before(today).unwrap(), None);
        assert!(custom("2026-03-11", "2026-03-10").days(today).is_err());
        assert!(custom("11/03/2026", "").days(today).is_err());
    }

    #[test]
    fn dates_are_said_from_the_day_of_use() {
        let today = date(2026, 8, 31);
        assert_eq!(day_said("today", today), Some(today));
        assert_eq!(day_said("today-1d", today), Some(date(2026, 8, 30)));
        assert_eq!(day_said("today+6m", today), Some(date(2027, 2, 28)));
        assert_eq!(day_said("2026-01", today), None);
        assert_eq!(day_said("today+é", today), None);
    }

    #[test]
    fn groups_of_days_begin_and_end_on_their_bounds() {
        let day = date(2026, 11, 22);
        let bounds = |step| {
            let first = first_of(step, day);
            (first, last_of(step, first))
        };
        assert_eq!(bounds(DateStep::Week), (date(2026, 11, 16), day));
        assert_eq!(bounds(DateStep::Month), (date(2026, 11, 1), date(2026, 11, 30)));
        assert_eq!(bounds(DateStep::Quarter), (date(2026, 10, 1), date(2026, 12, 31)));
        assert_eq!(bounds(DateStep::Year), (date(2026, 1, 1), date(2026, 12, 31)));
    }
}
