//! A cell as the value of a field, or what is wrong with it.

use super::grid::Found;
use crate::error::FileProblemCode as Code;
use crate::excel::cells::{day_of_serial, moment_of_serial};
use crate::excel::sheets::sheets;
use crate::fields::{Choices, Entity, Field, Kind};
use crate::values::{self, Repeat, Value, fold, parse_date, parse_date_time, parse_reference};

/// What a cell gives.
pub(super) enum Read {
    Value(Value),
    /// A value of which something was put right: what is now there.
    Mended(Value, String),
    Wrong(Code, Vec<String>),
}

/// What is shown of a cell in a message.
pub(super) fn shown(found: &Found) -> String {
    match found {
        Found::Text(text) => super::problems::shown(text),
        Found::Number(number) => plain(*number),
        Found::Flag(flag) => yes_or_no(*flag),
        Found::Moment(serial) => french_moment(*serial),
        Found::Fault(fault) => fault.clone(),
        Found::Formula => String::new(),
    }
}

/// The value that a field keeps for a cell.
pub(super) fn value_of(field: &Field, found: &Found) -> Read {
    match found {
        Found::Fault(_) => return Read::Wrong(Code::ErrorValue, Vec::new()),
        Found::Formula => return Read::Wrong(Code::EmptyFormula, Vec::new()),
        _ => {}
    }
    match field.kind {
        Kind::Date => date(found),
        Kind::DateTime => moment(found),
        Kind::Integer => number(field, found, 1.0),
        Kind::Money | Kind::Quantity => number(field, found, 100.0),
        Kind::Flag => flag(found),
        Kind::Reference(target) => match reference(target, found) {
            Some(id) => Read::Value(Value::Int(id)),
            None => Read::Wrong(Code::BadReference, vec![target.reference(42)]),
        },
        Kind::Choice => choice(field, found),
        _ => text(field, found),
    }
}

/// The id that a reference of an entity names.
pub(super) fn reference(entity: Entity, found: &Found) -> Option<i64> {
    let Found::Text(text) = found else { return None };
    let (prefix, id) = parse_reference(text.trim())?;
    (prefix == entity.fields().prefix).then_some(id)
}

fn date(found: &Found) -> Read {
    let day = match found {
        Found::Moment(serial) | Found::Number(serial) => day_of_serial(*serial),
        Found::Text(text) => parse_date(text.trim())
            .or_else(|| french_day(text.trim()))
            .or_else(|| parse_date_time(text.trim()).map(|at| at.date())),
        _ => None,
    };
    day.map_or_else(
        || Read::Wrong(Code::NotADate, Vec::new()),
        |day| Read::Value(day.into()),
    )
}

fn moment(found: &Found) -> Read {
    let at = match found {
        Found::Moment(serial) | Found::Number(serial) => moment_of_serial(*serial),
        Found::Text(text) => {
            let text = text.trim();
            let day = || parse_date(text).or_else(|| french_day(text));
            parse_date_time(text)
                .or_else(|| french_moment_text(text))
                .or_else(|| day().map(|day| day.at(0, 0, 0, 0)))
        }
        _ => None,
    };
    at.map_or_else(
        || Read::Wrong(Code::NotADate, Vec::new()),
        |at| Read::Value(at.into()),
    )
}

/// `23/11/2026`.
fn french_day(text: &str) -> Option<jiff::civil::Date> {
    let mut parts = text.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `23/11/2026 14:30`.
fn french_moment_text(text: &str) -> Option<jiff::civil::DateTime> {
    let (day, hour) = text.split_once(' ')?;
    let (hour, minute) = hour.trim().split_once([':', 'h'])?;
    let time = jiff::civil::Time::new(hour.trim().parse().ok()?, minute.trim().parse().ok()?, 0, 0).ok()?;
    Some(french_day(day)?.to_datetime(time))
}

fn number(field: &Field, found: &Found, scale: f64) -> Read {
    let given = match found {
        Found::Number(number) | Found::Moment(number) => Some(*number),
        Found::Text(text) => {
            let text: String = text
                .chars()
                .filter(|c| !c.is_whitespace() && *c != '€')
                .map(|c| if c == ',' { '.' } else { c })
                .collect();
            text.parse().ok()
        }
        _ => None,
    };
    let Some(given) = given.filter(|given: &f64| given.is_finite() && given.abs() < 1e13) else {
        return Read::Wrong(Code::NotANumber, Vec::new());
    };
    let scaled = given * scale;
    let kept = scaled.round();
    if scale < 2.0 && (scaled - kept).abs() > 1e-6 {
        return Read::Wrong(Code::NotWhole, Vec::new());
    }
    let kept = kept as i64;
    if field.min.is_some_and(|min| kept < min) || field.max.is_some_and(|max| kept > max) {
        let bound = |limit: Option<i64>| limit.map(|limit| plain(limit as f64 / scale));
        let bounds = [bound(field.min), bound(field.max)]
            .into_iter()
            .flatten()
            .collect();
        return Read::Wrong(Code::OutOfRange, bounds);
    }
    Read::Value(Value::Int(kept))
}

fn flag(found: &Found) -> Read {
    let words = &sheets().words;
    let flag = match found {
        Found::Flag(flag) => Some(*flag),
        Found::Number(number) if *number == 1.0 => Some(true),
        Found::Number(number) if *number == 0.0 => Some(false),
        Found::Text(text) if fold(text) == fold(&words.yes) => Some(true),
        Found::Text(text) if fold(text) == fold(&words.no) => Some(false),
        _ => None,
    };
    flag.map_or_else(
        || Read::Wrong(Code::NotAFlag, vec![words.yes.clone(), words.no.clone()]),
        |flag| Read::Value(Value::Flag(flag)),
    )
}

fn choice(field: &Field, found: &Found) -> Read {
    let Choices::Closed(choices) = field.choices else {
        return text(field, found);
    };
    let given = shown(found);
    let folded = fold(&given);
    match choices
        .iter()
        .find(|(code, label)| fold(label) == folded || *code == given)
    {
        Some((code, _)) => Read::Value((*code).into()),
        None => Read::Wrong(
            Code::UnknownChoice,
            choices.iter().map(|(_, label)| (*label).to_owned()).collect(),
        ),
    }
}

fn text(field: &Field, found: &Found) -> Read {
    let text = match found {
        Found::Text(text) => text.clone(),
        Found::Number(number) => {
            let digits = plain(*number);
            let whole = with_zeros(field.kind, &digits);
            if whole != digits {
                return Read::Mended(whole.clone().into(), whole);
            }
            digits
        }
        other => shown(other),
    };
    match field.max {
        Some(max) if text.chars().count() as i64 > max => Read::Wrong(Code::TooLong, vec![max.to_string()]),
        _ if field.key == "recurrence" && !text.is_empty() && Repeat::parse(&text).is_none() => {
            Read::Wrong(Code::UnknownChoice, RULES.map(str::to_owned).to_vec())
        }
        _ => Read::Value(text.into()),
    }
}

/// What a rule of recurrence looks like.
const RULES: [&str; 3] = ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=SA", "FREQ=MONTHLY;BYDAY=-1FR"];

/// A spreadsheet that takes a telephone or a postcode for a number loses its first zeros.
fn with_zeros(kind: Kind, digits: &str) -> String {
    let length = match kind {
        Kind::Phone => 10,
        Kind::Postcode => 5,
        Kind::Siren => 9,
        Kind::Siret => 14,
        _ => return digits.to_owned(),
    };
    // One zero of a telephone, whichever it is; the others are counted.
    let lost = length - digits.len().min(length);
    if kind == Kind::Phone && lost != 1 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.to_owned();
    }
    let whole = format!("{}{digits}", "0".repeat(lost));
    match kind {
        Kind::Phone => values::phone(&whole).unwrap_or(whole),
        _ => whole,
    }
}

/// A number as a person writes it, without an exponent nor a last zero.
fn plain(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        format!("{number:.0}")
    } else {
        number.to_string().replace('.', ",")
    }
}

fn yes_or_no(flag: bool) -> String {
    let words = &sheets().words;
    if flag { &words.yes } else { &words.no }.clone()
}

fn french_moment(serial: f64) -> String {
    match moment_of_serial(serial) {
        Some(at) if serial.fract() == 0.0 => {
            format!("{:02}/{:02}/{}", at.day(), at.month(), at.year())
        }
        Some(at) => format!(
            "{:02}/{:02}/{} {:02}:{:02}",
            at.day(),
            at.month(),
            at.year(),
            at.hour(),
            at.minute()
        ),
        None => plain(serial),
    }
}
