//! The calendar of France: public holidays and open days.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};
use serde::Serialize;

/// A public holiday of France, or of Alsace and Moselle alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum PublicHoliday {
    NewYear,
    GoodFriday,
    EasterMonday,
    LabourDay,
    Victory,
    Ascension,
    WhitMonday,
    Bastille,
    Assumption,
    AllSaints,
    Armistice,
    Christmas,
    SaintStephen,
}

/// The holiday of a day: the eleven of France (article L. 3133-1 of the Code du travail), and the two more of Alsace and
/// Moselle when they are asked for (article L. 3134-13).
#[must_use]
pub fn public_holiday(day: Date, alsace_moselle: bool) -> Option<PublicHoliday> {
    use PublicHoliday::*;
    let fixed = match (day.month(), day.day()) {
        (1, 1) => Some(NewYear),
        (5, 1) => Some(LabourDay),
        (5, 8) => Some(Victory),
        (7, 14) => Some(Bastille),
        (8, 15) => Some(Assumption),
        (11, 1) => Some(AllSaints),
        (11, 11) => Some(Armistice),
        (12, 25) => Some(Christmas),
        (12, 26) if alsace_moselle => Some(SaintStephen),
        _ => None,
    };
    // The movable ones all lie in these months. Ascension may fall on 1 or 8 May: the fixed name stands.
    if fixed.is_some() || !(3..=6).contains(&day.month()) {
        return fixed;
    }
    match (day - easter(day.year())?).get_days() {
        -2 if alsace_moselle => Some(GoodFriday),
        1 => Some(EasterMonday),
        39 => Some(Ascension),
        50 => Some(WhitMonday),
        _ => None,
    }
}

/// Is it a public holiday in all of France?
#[must_use]
pub fn is_public_holiday(day: Date) -> bool {
    public_holiday(day, false).is_some()
}

/// Hours by which the clock of Paris is ahead of universal time at a moment of universal time: two from the last Sunday of
/// March at one o'clock to the last Sunday of October at one o'clock (directive 2000/84/EC).
#[must_use]
pub fn offset_of_paris(universal: DateTime) -> i8 {
    let change = |month: i8| {
        Date::new(universal.year(), month, 31)
            .ok()
            .map(|last| last.saturating_sub(i64::from(last.weekday().to_sunday_zero_offset()).days()))
            .map(|sunday| sunday.at(1, 0, 0, 0))
    };
    let is_summer = change(3)
        .zip(change(10))
        .is_some_and(|(from, to)| from <= universal && universal < to);
    if is_summer { 2 } else { 1 }
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
        for alsace in [false, true] {
            let table: BTreeSet<&str> =
                crate::content::rows(include_str!("../../../../content/calendar/public_holidays.tsv"))
                    .filter(|[_, _, only]| alsace || *only == "0")
                    .map(|[date, _, _]| date)
                    .collect();
            let found: BTreeSet<String> = date(2024, 1, 1)
                .series(1.day())
                .take_while(|day| day.year() <= 2030)
                .filter(|day| public_holiday(*day, alsace).is_some())
                .map(|day| day.to_string())
                .collect();
            assert!(table.iter().all(|day| found.contains(*day)), "{table:?}");
            assert_eq!(found.len(), table.len());
        }
    }

    #[test]
    fn the_clock_of_paris_changes_twice_a_year() {
        let at = |month, day, hour| offset_of_paris(date(2026, month, day).at(hour, 0, 0, 0));
        assert_eq!((at(3, 29, 0), at(3, 29, 1)), (1, 2));
        assert_eq!((at(10, 25, 0), at(10, 25, 1)), (2, 1));
        assert_eq!((at(7, 14, 12), at(12, 25, 12)), (2, 1));
    }

    #[test]
    fn an_open_day_is_found_after_a_long_weekend() {
        assert_eq!(open_day_from(date(2026, 11, 1)), date(2026, 11, 2));
        assert_eq!(open_day_from(date(2027, 5, 16)), date(2027, 5, 18));
        assert_eq!(open_day_from(date(2026, 11, 23)), date(2026, 11, 23));
    }
}
