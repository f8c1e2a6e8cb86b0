//! Days counted in whole numbers: the generator adds and compares them by the ten thousand.

use crate::values::Value;
use compact_str::{CompactString, format_compact};

/// A day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(i32);

/// A minute of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment {
    pub(super) day: Day,
    /// Since midnight.
    pub(super) minute: i32,
}

impl Day {
    /// A day of the calendar; months and days out of range are brought back into it.
    pub(super) fn civil(year: i32, month: i32, day: i32) -> Self {
        let month = month.clamp(1, 12);
        let day = day.clamp(1, last_of_month(year, month));
        // Days from civil, Howard Hinnant: years begin in March, so that the leap day is last.
        let shifted = if month <= 2 { year - 1 } else { year };
        let era = shifted.div_euclid(400);
        let year_of_era = shifted.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// Year, month, day.
    pub(super) fn parts(self) -> (i32, i32, i32) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month, day)
    }

    /// The year.
    pub(super) fn year(self) -> i32 {
        self.parts().0
    }

    /// So many days later, or earlier.
    pub(super) fn plus(self, days: i64) -> Self {
        Self(self.0 + i32::try_from(days).unwrap_or(0))
    }

    /// The same day so many years later; 29 February becomes the 28th.
    pub(super) fn years_later(self, years: i32) -> Self {
        let (year, month, day) = self.parts();
        Self::civil(year + years, month, day)
    }

    /// The same day so many months later, or the last of a shorter month.
    pub(super) fn months_later(self, months: i32) -> Self {
        let (year, month, day) = self.parts();
        let count = year * 12 + month - 1 + months;
        Self::civil(count.div_euclid(12), count.rem_euclid(12) + 1, day)
    }

    /// Days from `earlier` to this one.
    pub(super) fn since(self, earlier: Self) -> i64 {
        i64::from(self.0 - earlier.0)
    }

    /// 1 is Monday, 7 is Sunday.
    pub(super) fn weekday(self) -> i32 {
        (self.0 + 3).rem_euclid(7) + 1
    }

    /// At a minute of this day.
    pub(super) fn at(self, minute: i64) -> Moment {
        Moment {
            day: self,
            minute: i32::try_from(minute).unwrap_or(0),
        }
    }

    /// `2026-11-23`.
    pub(super) fn iso(self) -> CompactString {
        let (year, month, day) = self.parts();
        format_compact!("{year:04}-{month:02}-{day:02}")
    }
}

impl Moment {
    /// `2026-11-23T14:30`.
    pub(super) fn iso(self) -> CompactString {
        format_compact!(
            "{}T{:02}:{:02}",
            self.day.iso(),
            self.minute / 60,
            self.minute % 60
        )
    }

    /// So many minutes later, on the same day.
    pub(super) fn plus_minutes(self, minutes: i32) -> Self {
        Self {
            day: self.day,
            minute: (self.minute + minutes).min(23 * 60 + 59),
        }
    }
}

impl From<Day> for Value {
    fn from(day: Day) -> Self {
        day.iso().into()
    }
}

impl From<Moment> for Value {
    fn from(moment: Moment) -> Self {
        moment.iso().into()
    }
}

fn last_of_month(year: i32, month: i32) -> i32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_agree_with_the_calendar() {
        let mut date = jiff::civil::date(1930, 1, 1);
        let mut day = Day::civil(1930, 1, 1);
        while date.year() < 2040 {
            assert_eq!(day.iso(), date.to_string());
            assert_eq!(day.weekday(), i32::from(date.weekday().to_monday_one_offset()));
            assert_eq!(
                Day::civil(
                    i32::from(date.year()),
                    i32::from(date.month()),
                    i32::from(date.day())
                ),
                day
            );
            date = date.tomorrow().unwrap();
            day = day.plus(1);
        }
    }

    #[test]
    fn the_leap_day_becomes_the_28th() {
        assert_eq!(Day::civil(2024, 2, 29).years_later(1), Day::civil(2025, 2, 28));
        assert_eq!(Day::civil(2024, 2, 29).years_later(4), Day::civil(2028, 2, 29));
        assert_eq!(Day::civil(2026, 1, 31).months_later(1), Day::civil(2026, 2, 28));
        assert_eq!(Day::civil(2026, 3, 15).months_later(-4), Day::civil(2025, 11, 15));
    }
}
