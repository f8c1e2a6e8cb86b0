//! Days counted from the day of use: what each operand and each period is on that day.

use super::tree::{TargetPeriod, TargetStep, TargetUnit};
use crate::values::{is_open_day, is_public_holiday, parse_date, parse_date_time};
use jiff::civil::{Date, DateTime, Weekday};
use jiff::{Span, ToSpan};

/// From a day or a moment (included) to another (not included), as texts that compare in order of time; open when none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) from: Option<String>,
    pub(crate) until: Option<String>,
}

/// No sum of steps goes further than this.
const FURTHEST: i32 = 40_000;

/// Is it a date, whole or in part, or a moment?
pub(crate) fn is_written(text: &str) -> bool {
    written(text).is_some()
}

/// The stretch that a date written whole or in part covers: `2026-11-23`, `2026-11`, `2026`, `2026-11-23T14:30`.
pub(crate) fn written(text: &str) -> Option<Stretch> {
    if let Some(at) = parse_date_time(text) {
        return Some(minute(at));
    }
    if let Some(day) = parse_date(text) {
        return Some(days(day, day));
    }
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    match text.split_once('-') {
        Some((year, month)) if year.len() == 4 && month.len() == 2 && digits(year) && digits(month) => {
            let first = parse_date(&format!("{text}-01"))?;
            Some(days(first, first.last_of_month()))
        }
        None if text.len() == 4 && digits(text) => {
            let first = parse_date(&format!("{text}-01-01"))?;
            Some(days(first, first.last_of_year()))
        }
        _ => None,
    }
}

/// The stretch of the day of use moved by steps: a day, or a minute when hours are counted.
pub(crate) fn moved(now: DateTime, steps: &[TargetStep]) -> Stretch {
    let mut at = now;
    for step in steps {
        at = step_from(at, *step);
    }
    if steps.iter().any(|step| step.unit == TargetUnit::Hour) {
        minute(at)
    } else {
        days(at.date(), at.date())
    }
}

/// The stretch of a period.
pub(crate) fn period(now: DateTime, period: TargetPeriod) -> Stretch {
    let step = |n: u32, way: i32, unit: TargetUnit| {
        let n = i32::try_from(n).unwrap_or(FURTHEST).min(FURTHEST) * way;
        moved(now, &[TargetStep { n, unit }])
    };
    let here = |unit: TargetUnit| step(0, 1, unit);
    match period {
        TargetPeriod::Ahead { n, unit } => Stretch {
            from: here(unit).from,
            until: step(n, 1, unit).until,
        },
        TargetPeriod::Past { n, unit } => Stretch {
            from: step(n, -1, unit).from,
            until: here(unit).until,
        },
        TargetPeriod::Older { n, unit } => Stretch {
            from: None,
            until: step(n, -1, unit).from,
        },
        TargetPeriod::Beyond { n, unit } => Stretch {
            from: step(n, 1, unit).until,
            until: None,
        },
        TargetPeriod::Calendar { unit, shift, years } => calendar(now.date(), unit, shift, years),
    }
}

/// The last day of a stretch that ends where `until` begins.
pub(crate) fn day_before(until: &str) -> Option<String> {
    let day = parse_date(until.get(..10)?)?;
    let last = if until.len() == 10 {
        day.saturating_sub(1.day())
    } else {
        day
    };
    Some(last.to_string())
}

/// The first and the last day of a period that has both.
pub(crate) fn first_and_last(now: DateTime, asked: TargetPeriod) -> Option<(Date, Date)> {
    let stretch = period(now, asked);
    let first = parse_date(stretch.from.as_deref()?.get(..10)?)?;
    Some((first, parse_date(&day_before(&stretch.until?)?)?))
}

/// The first and the last day of the year (`11-23`) of a period; none when it lasts a year or more.
pub(crate) fn day_of_year(now: DateTime, asked: TargetPeriod) -> Option<(String, String)> {
    let (first, last) = first_and_last(now, asked)?;
    if first.saturating_add(1.year()) <= last.saturating_add(1.day()) {
        return None;
    }
    let text = |day: Date| format!("{:02}-{:02}", day.month(), day.day());
    // Whoever was born on the 29th of February comes with the last day of the month.
    let is_last_of_february = last.month() == 2 && last == last.last_of_month();
    let last = if is_last_of_february {
        "02-29".to_owned()
    } else {
        text(last)
    };
    Some((text(first), last))
}

fn calendar(today: Date, unit: TargetUnit, shift: i32, years: i32) -> Stretch {
    let shift = shift.clamp(-FURTHEST, FURTHEST);
    // A whole period of the year before is that of the same day a year before; the last of February is kept within its month.
    let today = add(today, Span::new().years(i64::from(years.clamp(-2_000, 2_000))));
    let (first, length) = match unit {
        TargetUnit::Week => (
            today.saturating_sub(Span::new().days(i64::from(today.weekday().to_monday_zero_offset()))),
            Span::new().weeks(1),
        ),
        TargetUnit::Month => (today.first_of_month(), Span::new().months(1)),
        TargetUnit::Quarter => {
            let month = (today.month() - 1) / 3 * 3 + 1;
            let first = Date::new(today.year(), month, 1).unwrap_or(today);
            (first, Span::new().months(3))
        }
        TargetUnit::Year => (today.first_of_year(), Span::new().years(1)),
        _ => (today, Span::new().days(1)),
    };
    let from = add(first, length.saturating_mul(shift));
    let next = add(from, length);
    days(from, next.saturating_sub(1.day()))
}

trait Times {
    fn saturating_mul(self, n: i32) -> Span;
}

impl Times for Span {
    fn saturating_mul(self, n: i32) -> Span {
        self.checked_mul(i64::from(n)).unwrap_or_default()
    }
}

fn add(day: Date, span: Span) -> Date {
    day.saturating_add(span)
}

fn step_from(at: DateTime, step: TargetStep) -> DateTime {
    let n = i64::from(step.n.clamp(-FURTHEST, FURTHEST));
    let span = match step.unit {
        TargetUnit::Hour => Span::new().hours(n),
        TargetUnit::Day => Span::new().days(n),
        TargetUnit::Week => Span::new().weeks(n),
        TargetUnit::Month => Span::new().months(n),
        TargetUnit::Quarter => Span::new().months(n * 3),
        TargetUnit::Year => Span::new().years(n.clamp(-8_000, 8_000)),
        TargetUnit::WorkingDay => return on_days(at, n, is_working_day),
        TargetUnit::OpenDay => return on_days(at, n, is_open_day),
    };
    at.saturating_add(span)
}

fn is_working_day(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !is_public_holiday(day)
}

/// The `n`th day after (or before) that counts.
fn on_days(at: DateTime, n: i64, counts: fn(Date) -> bool) -> DateTime {
    let mut day = at.date();
    let mut left = n.abs();
    while left > 0 {
        let next = day.saturating_add(Span::new().days(n.signum()));
        if next == day {
            break;
        }
        day = next;
        left -= i64::from(counts(day));
    }
    day.to_datetime(at.time())
}

fn days(first: Date, last: Date) -> Stretch {
    Stretch {
        from: Some(first.to_string()),
        until: Some(last.saturating_add(1.day()).to_string()),
    }
}

fn minute(at: DateTime) -> Stretch {
    let text = |at: DateTime| format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute());
    Stretch {
        from: Some(text(at)),
        until: Some(text(at.saturating_add(1.minute()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const NOW: DateTime = date(2026, 11, 23).at(14, 30, 0, 0);

    fn of(asked: TargetPeriod) -> (String, String) {
        let Stretch { from, until } = period(NOW, asked);
        (from.unwrap_or_default(), until.unwrap_or_default())
    }

    fn both(from: &str, until: &str) -> (String, String) {
        (from.to_owned(), until.to_owned())
    }

    #[test]
    fn periods_are_counted_from_the_day_of_use_which_belongs_to_them() {
        use TargetPeriod::*;
        use TargetUnit::*;
        assert_eq!(of(Ahead { n: 60, unit: Day }), both("2026-11-23", "2027-01-23"));
        assert_eq!(of(Past { n: 12, unit: Month }), both("2025-11-23", "2026-11-24"));
        assert_eq!(of(Older { n: 18, unit: Month }), both("", "2025-05-23"));
        assert_eq!(of(Beyond { n: 6, unit: Month }), both("2027-05-24", ""));
        assert_eq!(of(Older { n: 24, unit: Hour }), both("", "2026-11-22T14:30"));
        assert_eq!(
            of(Ahead {
                n: 3,
                unit: WorkingDay
            }),
            both("2026-11-23", "2026-11-27")
        );
        assert_eq!(
            of(Ahead {
                n: 6,
                unit: WorkingDay
            }),
            both("2026-11-23", "2026-12-02")
        );
        assert_eq!(
            of(Ahead { n: 6, unit: OpenDay }),
            both("2026-11-23", "2026-12-01")
        );
    }

    #[test]
    fn periods_of_the_calendar_are_whole() {
        let of = |unit, shift, years| of(TargetPeriod::Calendar { unit, shift, years });
        assert_eq!(of(TargetUnit::Day, 0, 0), both("2026-11-23", "2026-11-24"));
        assert_eq!(of(TargetUnit::Week, 0, 0), both("2026-11-23", "2026-11-30"));
        assert_eq!(of(TargetUnit::Week, -1, 0), both("2026-11-16", "2026-11-23"));
        assert_eq!(of(TargetUnit::Month, 0, -1), both("2025-11-01", "2025-12-01"));
        assert_eq!(of(TargetUnit::Month, 2, 0), both("2027-01-01", "2027-02-01"));
        assert_eq!(of(TargetUnit::Quarter, 0, 0), both("2026-10-01", "2027-01-01"));
        assert_eq!(of(TargetUnit::Year, -1, 0), both("2025-01-01", "2026-01-01"));
    }

    #[test]
    fn a_date_in_part_is_all_its_days() {
        let of = |text| written(text).map(|found| both(&found.from.unwrap(), &found.until.unwrap()));
        assert_eq!(of("2026"), Some(both("2026-01-01", "2027-01-01")));
        assert_eq!(of("2026-02"), Some(both("2026-02-01", "2026-03-01")));
        assert_eq!(of("2026-02-28"), Some(both("2026-02-28", "2026-03-01")));
        assert_eq!(
            of("2026-02-28T23:59"),
            Some(both("2026-02-28T23:59", "2026-03-01T00:00"))
        );
        for wrong in ["", "26", "2026-13", "2026-02-30", "novembre"] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }
}
