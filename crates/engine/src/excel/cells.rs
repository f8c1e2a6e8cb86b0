//! What a value is in a cell: dates and numbers of Excel, words of a person.

use crate::fields::{Choices, Field, Kind};
use crate::values::{Value, parse_date, parse_date_time};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};
use std::borrow::Cow;

/// The content of a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<'a> {
    /// Nothing.
    Empty,
    /// A number, or a date as days.
    Number(f64),
    /// Anything written.
    Text(Cow<'a, str>),
}

/// The value of a field as it stands in a cell.
pub(super) fn cell_of<'a>(field: &Field, value: &'a Value, yes_no: (&'a str, &'a str)) -> Cell<'a> {
    match (field.kind, value) {
        (_, Value::Empty) => Cell::Empty,
        (Kind::Flag, Value::Flag(flag)) => yes_or_no(*flag, yes_no),
        (Kind::Flag, Value::Int(number)) => yes_or_no(*number != 0, yes_no),
        (Kind::Money | Kind::Quantity, Value::Int(hundredths)) => Cell::Number(*hundredths as f64 / 100.0),
        (Kind::Reference(entity), Value::Int(id)) => Cell::Text(entity.reference(*id).into()),
        (_, Value::Int(number)) => Cell::Number(*number as f64),
        (_, Value::Flag(flag)) => yes_or_no(*flag, yes_no),
        (Kind::Date, Value::Text(text)) => parse_date(text)
            .and_then(serial_of_day)
            .map_or(Cell::Text(text.into()), Cell::Number),
        (Kind::DateTime, Value::Text(text)) => parse_date_time(text)
            .and_then(serial_of_moment)
            .map_or(Cell::Text(text.into()), Cell::Number),
        (Kind::Choice, Value::Text(text)) => Cell::Text(label_of(field, text).into()),
        (_, Value::Text(text)) => Cell::Text(text.into()),
    }
}

fn yes_or_no<'a>(flag: bool, (yes, no): (&'a str, &'a str)) -> Cell<'a> {
    Cell::Text(if flag { yes } else { no }.into())
}

/// The label of a closed choice; the text itself for an open one.
fn label_of<'a>(field: &Field, text: &'a str) -> &'a str {
    match field.choices {
        Choices::Closed(choices) => choices
            .iter()
            .find(|(code, _)| *code == text)
            .map_or(text, |(_, label)| label),
        _ => text,
    }
}

/// Days since the first of January 1900, which is 1. Excel holds 1900 for a leap year, so that days before March are one
/// less than the count from 30 December 1899. None before 1900: Excel has no such day.
pub(super) fn serial_of_day(day: Date) -> Option<f64> {
    let days = (day - date(1899, 12, 30)).get_days();
    match days {
        ..2 => None,
        2..=60 => Some(f64::from(days - 1)),
        _ => Some(f64::from(days)),
    }
}

/// Days and part of a day.
pub(super) fn serial_of_moment(at: DateTime) -> Option<f64> {
    let minutes = f64::from(at.hour()) * 60.0 + f64::from(at.minute());
    Some(serial_of_day(at.date())? + minutes / 1_440.0)
}

/// The day of a count of Excel; none before 1900, nor for the 29 February 1900 that never was.
pub(super) fn day_of_serial(serial: f64) -> Option<Date> {
    let days = serial.floor();
    if !(1.0..2_958_466.0).contains(&days) || days == 60.0 {
        return None;
    }
    let first = if days < 60.0 {
        date(1899, 12, 31)
    } else {
        date(1899, 12, 30)
    };
    first.checked_add((days as i32).days()).ok()
}

/// The moment of a count of Excel, to the minute.
pub(super) fn moment_of_serial(serial: f64) -> Option<DateTime> {
    let minutes = (serial.rem_euclid(1.0) * 1_440.0).round();
    let day = day_of_serial(serial)?.at(0, 0, 0, 0);
    day.checked_add((minutes as i64).minutes()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_excel() {
        for (day, serial) in [
            (date(1900, 1, 1), Some(1.0)),
            (date(1900, 2, 28), Some(59.0)),
            (date(1900, 3, 1), Some(61.0)),
            (date(2026, 11, 23), Some(46_349.0)),
            (date(1899, 12, 31), None),
        ] {
            assert_eq!(serial_of_day(day), serial, "{day}");
            if let Some(serial) = serial {
                assert_eq!(day_of_serial(serial), Some(day));
            }
        }
        assert_eq!(
            serial_of_moment(date(2026, 11, 23).at(18, 0, 0, 0)),
            Some(46_349.75)
        );
    }
}
