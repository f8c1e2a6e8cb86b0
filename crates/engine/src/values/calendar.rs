//! The calendar of France: public holidays and open days.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The eleven public holidays of France (article L. 3133-1 of the Code du travail).
#[must_use]
pub fn is_public_holiday(day: Date) -> bool {
    if matches!(
        (day.month(), day.day()),
        (1, 1) | (5, 1) | (5, 8) | (7, 14) | (8, 15) | (11, 1) | (11, 11) | (12, 25)
    ) {
        return true;
    }
    // Easter Monday, Ascension and Whit Monday all lie in these months.
    (3..=6).contains(&day.month())
        && easter(day.year()).is_some_and(|easter| matches!((day - easter).get_days(), 1 | 39 | 50))
}

/// Neither a Sunday nor a public holiday.
#[must_use]
pub fn is_open_day(day: Date) -> bool {
    day.weekday() != Weekday::Sunday && !is_public_holiday(day)
}

/// The day itself, or the next one that is neither a Sunday nor a public holiday.
#[must_use]
pub fn open_day_from(day: Date) -> Date {
    let mut open = day;
    while !is_open_day(open) {
        match open.checked_add(1.day()) {
            Ok(next) => open = next,
            Err(_) => return day,
        }
    }
    open
}

/// The day itself, or the last one before it that is neither a Sunday nor a public holiday.
#[must_use]
pub fn open_day_until(day: Date) -> Date {
    let mut open = day;
    while !is_open_day(open) {
        match open.checked_sub(1.day()) {
            Ok(before) => open = before,
            Err(_) => return day,
        }
    }
    open
}

/// Easter Sunday (Meeus, Jones and Butcher).
fn easter(year: i16) -> Option<Date> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    let month = i8::try_from(sum / 31).ok()?;
    let day = i8::try_from(sum % 31 + 1).ok()?;
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use std::collections::BTreeSet;

    #[test]
    fn holidays_agree_with_the_table() {
        let table: BTreeSet<&str> =
            crate::content::rows(include_str!("../../../../content/calendar/public_holidays.tsv"))
                .filter(|[_, _, alsace]| *alsace == "0")
                .map(|[date, _, _]| date)
                .collect();
        let found: BTreeSet<String> = date(2024, 1, 1)
            .series(1.day())
            .take_while(|day| day.year() <= 2030)
            .filter(|day| is_public_holiday(*day))
            .map(|day| day.to_string())
            .collect();
        assert!(table.iter().all(|day| found.contains(*day)), "{table:?}");
        assert_eq!(found.len(), table.len());
    }

    #[test]
    fn an_open_day_is_found_after_a_long_weekend() {
        assert_eq!(open_day_from(date(2026, 11, 1)), date(2026, 11, 2));
        assert_eq!(open_day_from(date(2027, 5, 16)), date(2027, 5, 18));
        assert_eq!(open_day_from(date(2026, 11, 23)), date(2026, 11, 23));
    }
}
