//! The days on which a rule falls, period after period.

use super::{Frequency, Repeat, RepeatDay};
use crate::values::parse_date;
use jiff::ToSpan;
use jiff::civil::Date;

/// Periods without a single day after which a rule is taken to have ended: 29 February is never that rare.
const EMPTY_PERIODS: u32 = 4_500;

/// The days of a rule, in order, without end unless the rule has one.
pub struct RepeatDays<'a> {
    rule: &'a Repeat,
    start: Date,
    until: Option<Date>,
    /// How many more periods were passed.
    period: i64,
    empty: u32,
    left: Option<u32>,
    waiting: std::vec::IntoIter<Date>,
}

impl Repeat {
    /// Every day on which the rule falls, from the day it starts.
    #[must_use]
    pub fn days_of(&self, start: Date) -> RepeatDays<'_> {
        RepeatDays {
            rule: self,
            start,
            until: self.until.as_deref().and_then(parse_date),
            period: 0,
            empty: 0,
            left: self.count,
            waiting: Vec::new().into_iter(),
        }
    }

    /// Those from a day to before another. A rule that counts its times is followed from its start; any other one from the
    /// first period that matters.
    #[must_use]
    pub fn days_between(&self, start: Date, from: Date, to: Date) -> Vec<Date> {
        let mut days = self.days_of(start);
        if self.count.is_none() && from > start {
            days.period = self.periods_before(start, from);
        }
        days.skip_while(|day| *day < from)
            .take_while(|day| *day < to)
            .collect()
    }

    /// Periods that end before a day, for certain.
    fn periods_before(&self, start: Date, from: Date) -> i64 {
        let days = i64::from((from - start).get_days());
        let length = match self.freq {
            Frequency::Daily => 1,
            Frequency::Weekly => 7,
            Frequency::Monthly => 31,
            Frequency::Yearly => 366,
        };
        (days / (length * i64::from(self.interval)) - 1).max(0)
    }

    /// The days of a period, in order, its position taken into account; none once the calendar ends.
    fn days_in(&self, start: Date, period: i64) -> Option<Vec<Date>> {
        let step = period.checked_mul(i64::from(self.interval))?;
        let mut days = match self.freq {
            Frequency::Daily => {
                let day = start.checked_add(step.days()).ok()?;
                if self.takes(day) { vec![day] } else { Vec::new() }
            }
            Frequency::Weekly => self.days_in_week(start, step)?,
            Frequency::Monthly => {
                let first = start.first_of_month().checked_add(step.months()).ok()?;
                self.days_in_month(start, first)
            }
            Frequency::Yearly => self.days_in_year(start, step)?,
        };
        days.sort_unstable();
        days.dedup();
        Some(self.placed(days))
    }

    fn days_in_week(&self, start: Date, step: i64) -> Option<Vec<Date>> {
        let monday = start
            .checked_sub(i64::from(start.weekday().to_monday_zero_offset()).days())
            .ok()?
            .checked_add(step.checked_mul(7)?.days())
            .ok()?;
        let days = monday.series(1.day()).take(7);
        let own = start.weekday();
        Some(
            days.filter(|day| {
                if self.days.is_empty() {
                    day.weekday() == own && self.is_in_months(*day)
                } else {
                    self.takes(*day)
                }
            })
            .collect(),
        )
    }

    fn days_in_month(&self, start: Date, first: Date) -> Vec<Date> {
        if !self.is_in_months(first) {
            return Vec::new();
        }
        let days = first
            .series(1.day())
            .take(first.days_in_month().unsigned_abs().into());
        days.filter(|day| {
            if self.days.is_empty() && self.month_days.is_empty() {
                day.day() == start.day()
            } else {
                self.is_month_day(*day) && self.is_weekday_within(*day, day.day(), day.days_in_month())
            }
        })
        .collect()
    }

    fn days_in_year(&self, start: Date, step: i64) -> Option<Vec<Date>> {
        let first = Date::new(start.year(), 1, 1)
            .ok()?
            .checked_add(step.years())
            .ok()?;
        let months = first.series(1.month()).take(12);
        if self.months.is_empty() && self.month_days.is_empty() {
            if self.days.is_empty() {
                return Some(
                    Date::new(first.year(), start.month(), start.day())
                        .into_iter()
                        .collect(),
                );
            }
            let length = first.days_in_year();
            let days = (0_i16..)
                .zip(first.series(1.day()))
                .take(length.unsigned_abs().into());
            return Some(
                days.filter(|(place, day)| self.is_weekday_within(*day, place + 1, length))
                    .map(|(_, day)| day)
                    .collect(),
            );
        }
        Some(
            months
                .flat_map(|month| self.days_in_month(start, month))
                .collect(),
        )
    }

    /// Parts that only leave days out.
    fn takes(&self, day: Date) -> bool {
        let weekday = day.weekday().to_monday_one_offset();
        self.is_in_months(day)
            && self.is_month_day(day)
            && (self.days.is_empty() || self.days.iter().any(|known| known.weekday == weekday))
    }

    fn is_in_months(&self, day: Date) -> bool {
        self.months.is_empty() || self.months.contains(&day.month())
    }

    fn is_month_day(&self, day: Date) -> bool {
        let from_end = day.day() - day.days_in_month() - 1;
        self.month_days.is_empty()
            || self.month_days.contains(&day.day())
            || self.month_days.contains(&from_end)
    }

    /// Is it one of the weekdays wanted, `place` being its place among the `length` days of the month or year?
    fn is_weekday_within<N: Into<i16>>(&self, day: Date, place: N, length: N) -> bool {
        let (place, length) = (place.into(), length.into());
        let nth = (place - 1) / 7 + 1;
        let from_end = -((length - place) / 7 + 1);
        let weekday = day.weekday().to_monday_one_offset();
        let is_it = |known: &RepeatDay| {
            known.weekday == weekday
                && known
                    .nth
                    .is_none_or(|wanted| i16::from(wanted) == nth || i16::from(wanted) == from_end)
        };
        self.days.is_empty() || self.days.iter().any(is_it)
    }

    fn placed(&self, days: Vec<Date>) -> Vec<Date> {
        if self.positions.is_empty() {
            return days;
        }
        let length = i16::try_from(days.len()).unwrap_or(i16::MAX);
        (1_i16..)
            .zip(days)
            .filter(|(place, _)| {
                self.positions.contains(place) || self.positions.contains(&(place - length - 1))
            })
            .map(|(_, day)| day)
            .collect()
    }
}

impl Iterator for RepeatDays<'_> {
    type Item = Date;

    fn next(&mut self) -> Option<Date> {
        if self.left == Some(0) {
            return None;
        }
        loop {
            if let Some(day) = self.waiting.next() {
                if self.until.is_some_and(|until| day > until) {
                    self.left = Some(0);
                    return None;
                }
                self.left = self.left.map(|left| left - 1);
                return Some(day);
            }
            if self.empty > EMPTY_PERIODS {
                return None;
            }
            let mut days = self.rule.days_in(self.start, self.period)?;
            days.retain(|day| *day >= self.start);
            self.period += 1;
            self.empty = if days.is_empty() { self.empty + 1 } else { 0 };
            self.waiting = days.into_iter();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn days(rule: &str, start: Date, count: usize) -> Vec<String> {
        let rule = Repeat::parse(rule).unwrap();
        rule.days_of(start)
            .take(count)
            .map(|day| day.to_string())
            .collect()
    }

    #[test]
    fn rules_of_the_trade_fall_where_they_should() {
        assert_eq!(
            days("FREQ=WEEKLY;BYDAY=SA;UNTIL=20270102", date(2026, 12, 19), 9),
            ["2026-12-19", "2026-12-26", "2027-01-02"]
        );
        assert_eq!(
            days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", date(2026, 11, 25), 3),
            ["2026-11-27", "2026-12-07", "2026-12-11"]
        );
        assert_eq!(
            days("FREQ=MONTHLY;BYDAY=-1FR", date(2026, 11, 23), 3),
            ["2026-11-27", "2026-12-25", "2027-01-29"]
        );
        // A month without a 31st is left out.
        assert_eq!(
            days("FREQ=MONTHLY", date(2026, 10, 31), 3),
            ["2026-10-31", "2026-12-31", "2027-01-31"]
        );
        assert_eq!(
            days(
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                date(2026, 10, 1),
                2
            ),
            ["2026-10-30", "2026-11-30"]
        );
        assert_eq!(
            days("FREQ=YEARLY", date(2024, 2, 29), 2),
            ["2024-02-29", "2028-02-29"]
        );
        assert_eq!(
            days("FREQ=YEARLY;BYMONTH=1;BYDAY=2SU", date(2026, 1, 1), 2),
            ["2026-01-11", "2027-01-10"]
        );
        assert_eq!(
            days("FREQ=DAILY;INTERVAL=3;COUNT=2", date(2026, 12, 30), 9),
            ["2026-12-30", "2027-01-02"]
        );
    }

    #[test]
    fn a_rule_that_never_falls_ends_all_the_same() {
        for rule in [
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9",
        ] {
            assert!(days(rule, date(2026, 11, 23), 1).is_empty(), "{rule}");
        }
    }

    #[test]
    fn a_far_window_is_reached_at_once() {
        let rule = Repeat::parse("FREQ=DAILY").unwrap();
        let found = rule.days_between(date(1990, 1, 1), date(2090, 5, 1), date(2090, 5, 3));
        assert_eq!(found, [date(2090, 5, 1), date(2090, 5, 2)]);
    }
}
