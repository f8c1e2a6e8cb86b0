//! Dates as text, and ages.

use jiff::civil::{Date, DateTime};

/// Reads `2026-11-23`; anything else is no date.
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    if text.len() != 10 {
        return None;
    }
    text.parse().ok()
}

/// Reads `2026-11-23T14:30`, with or without seconds; anything else is no date-time.
#[must_use]
pub fn parse_date_time(text: &str) -> Option<DateTime> {
    if !(16..=19).contains(&text.len()) || text.as_bytes().get(10) != Some(&b'T') {
        return None;
    }
    text.parse().ok()
}

/// Whole years between a birth and a day; none when the birth lies after it.
#[must_use]
pub fn age_on(birth: Date, day: Date) -> Option<i64> {
    if birth > day {
        return None;
    }
    let had_birthday = (day.month(), day.day()) >= (birth.month(), birth.day());
    Some(i64::from(day.year() - birth.year()) - i64::from(!had_birthday))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_age_changes_on_the_birthday() {
        assert_eq!(age_on(date(1980, 11, 24), date(2026, 11, 23)), Some(45));
        assert_eq!(age_on(date(1980, 11, 23), date(2026, 11, 23)), Some(46));
        assert_eq!(age_on(date(2004, 2, 29), date(2026, 2, 28)), Some(21));
        assert_eq!(age_on(date(2027, 1, 1), date(2026, 11, 23)), None);
    }

    #[test]
    fn only_iso_dates_are_dates() {
        assert!(parse_date("2026-02-28").is_some());
        assert!(parse_date("2026-02-30").is_none());
        assert!(parse_date("28/02/2026").is_none());
        assert!(parse_date_time("2026-02-28T09:05").is_some());
        assert!(parse_date_time("2026-02-28 09:05").is_none());
    }
}
