//! Time as a dealership counts it: the hours at which it is open.

use crate::content::leads::opening_hours;
use crate::values::is_open_day;
use jiff::civil::{Date, DateTime, Time};
use jiff::{SpanTotal, ToSpan, Unit};

/// Days looked at, so that a lead of another century ends the count.
const FURTHEST: usize = 800;

/// The hours of a day, none on a Sunday or a public holiday.
fn spans(site: &str, day: Date) -> &'static [(Time, Time)] {
    if is_open_day(day) {
        opening_hours(site, day)
    } else {
        &[]
    }
}

/// Minutes from one moment to a later one at which the site is open.
pub(crate) fn open_minutes(site: &str, from: DateTime, to: DateTime) -> i64 {
    days_from(from.date())
        .take_while(|day| *day <= to.date())
        .flat_map(|day| spans(site, day).iter().map(move |span| (day, span)))
        .map(|(day, (opens, closes))| {
            let begins = day.to_datetime(*opens).max(from);
            let ends = day.to_datetime(*closes).min(to);
            minutes_between(begins, ends).max(0)
        })
        .sum()
}

/// The moment at which the site has been open for so many minutes since another one.
pub(crate) fn after_open_minutes(site: &str, from: DateTime, minutes: i64) -> DateTime {
    let mut left = minutes;
    for day in days_from(from.date()) {
        for (opens, closes) in spans(site, day) {
            let begins = day.to_datetime(*opens).max(from);
            let length = minutes_between(begins, day.to_datetime(*closes)).max(0);
            if left <= length && length > 0 {
                return begins.checked_add(left.minutes()).unwrap_or(begins);
            }
            left -= length;
        }
    }
    from
}

/// The same hour so many open days later, counted from the moment at which the site could first take notice.
pub(crate) fn after_open_days(site: &str, from: DateTime, days: usize) -> DateTime {
    let start = after_open_minutes(site, from, 0);
    days_from(start.date())
        .skip(1)
        .filter(|day| !spans(site, *day).is_empty())
        .nth(days.saturating_sub(1))
        .map_or(start, |day| day.to_datetime(start.time()))
}

/// Open days after one day, up to and including another.
pub(crate) fn open_days_between(site: &str, from: Date, to: Date) -> usize {
    days_from(from)
        .skip(1)
        .take_while(|day| *day <= to)
        .filter(|day| !spans(site, *day).is_empty())
        .count()
}

/// Minutes of the clock; below zero when the second comes first.
pub(crate) fn minutes_between(from: DateTime, to: DateTime) -> i64 {
    let minutes = (to - from).total(SpanTotal::from(Unit::Minute).days_are_24_hours());
    minutes.map_or(0, |minutes| minutes as i64)
}

fn days_from(day: Date) -> impl Iterator<Item = Date> {
    day.series(1.day()).take(FURTHEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const RENNES: &str = "Grand-Large Rennes";

    #[test]
    fn an_hour_asked_for_on_a_saturday_evening_ends_on_monday() {
        let saturday = date(2026, 11, 21);
        let after = |hour, minute| after_open_minutes(RENNES, saturday.at(hour, minute, 0, 0), 60);
        assert_eq!(after(10, 15), saturday.at(11, 15, 0, 0));
        assert_eq!(after(17, 30), date(2026, 11, 23).at(9, 30, 0, 0));
        assert_eq!(after(22, 0), date(2026, 11, 23).at(10, 0, 0, 0));
        // 1 November 2026 is a Sunday and a holiday, 11 November a holiday in the week.
        let eve = date(2026, 11, 10).at(18, 45, 0, 0);
        assert_eq!(
            after_open_minutes(RENNES, eve, 60),
            date(2026, 11, 12).at(9, 45, 0, 0)
        );
    }

    #[test]
    fn open_minutes_are_those_of_open_doors() {
        let friday = date(2026, 11, 20).at(18, 0, 0, 0);
        let monday = date(2026, 11, 23).at(9, 30, 0, 0);
        // An hour on Friday, nine on Saturday, half an hour on Monday.
        assert_eq!(open_minutes(RENNES, friday, monday), 60 + 540 + 30);
        assert_eq!(open_minutes(RENNES, monday, friday), 0);
        assert_eq!(open_days_between(RENNES, friday.date(), monday.date()), 2);
        assert_eq!(minutes_between(monday, friday), -(63 * 60 + 30));
    }

    #[test]
    fn a_day_later_is_the_same_hour_of_the_next_open_day() {
        let saturday = date(2026, 11, 21).at(10, 15, 0, 0);
        assert_eq!(
            after_open_days(RENNES, saturday, 1),
            date(2026, 11, 23).at(10, 15, 0, 0)
        );
        let sunday = date(2026, 11, 22).at(21, 0, 0, 0);
        assert_eq!(
            after_open_days(RENNES, sunday, 1),
            date(2026, 11, 24).at(9, 0, 0, 0)
        );
    }
}
