//! Values as they are written: amounts in euros, days as in France, the words of a closed list, references, texts.

use super::scan::{Scan, Span};
use super::time;
use crate::error::{TargetProblem, TargetProblemCode as Code};
use crate::fields::Kind;
use crate::targeting::kinds::Class;
use crate::targeting::nearest::nearest;
use crate::targeting::tree::TargetOperand;
use crate::values::{Value, fold, parse_date, parse_reference};

/// What a value is compared with: how it is compared, how it is written.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    pub(super) class: Class,
    pub(super) kind: Kind,
    /// Name of the field.
    pub(super) label: &'static str,
}

/// Reads one value.
pub(super) fn operand(scan: &Scan, span: Span, asked: Asked) -> Result<TargetOperand, TargetProblem> {
    let span = scan.trimmed(span);
    let problem = |code: Code, word: &str| span.of(TargetProblem::new(code).word(word).inside(asked.label));
    if span.from == span.until {
        return Err(problem(Code::MissingValue, ""));
    }
    let quoted = scan.quoted(span);
    let text = quoted.clone().unwrap_or_else(|| scan.text(span));
    if text.trim().is_empty() {
        return Err(problem(Code::MissingValue, ""));
    }
    match asked.class {
        Class::Number => number(&text, asked.kind)
            .map(TargetOperand::value)
            .ok_or_else(|| problem(Code::BadNumber, &text)),
        Class::Day | Class::Moment => day(&text).ok_or_else(|| problem(Code::BadDate, &text)),
        Class::Closed(list) => list
            .iter()
            .find(|(code, label)| fold(label) == fold(&text) && is_same_sign(label, &text) || *code == text)
            .map(|(code, _)| TargetOperand::value(*code))
            .ok_or_else(|| {
                let near = nearest(&text, list.iter().map(|(_, label)| *label));
                let all: Vec<&str> = list.iter().map(|(_, label)| *label).collect();
                problem(Code::UnknownChoice, &text)
                    .nearest(near)
                    .expected(all.join(", "))
            }),
        Class::Reference(entity) => match parse_reference(text.trim()) {
            Some((prefix, id)) if prefix == entity.fields().prefix => {
                Ok(TargetOperand::value(entity.reference(id)))
            }
            _ => Err(problem(Code::BadReference, &text).expected(entity.reference(42))),
        },
        Class::Flag => Err(problem(Code::WrongMatcher, &text)),
        _ => Ok(TargetOperand::value(text)),
    }
}

/// « >25 » is not « 25 ».
fn is_same_sign(label: &str, text: &str) -> bool {
    let sign = |text: &str| text.trim().chars().next().filter(|c| "<>=≠≤≥!".contains(*c));
    sign(label) == sign(text)
}

/// A number: blanks between thousands, a comma or a point, a unit behind.
fn number(text: &str, kind: Kind) -> Option<i64> {
    let bare: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{202f}' && *c != '\u{a0}')
        .collect();
    let end = bare
        .find(|c: char| !(c.is_ascii_digit() || "+-−,.".contains(c)))
        .unwrap_or(bare.len());
    let (digits, unit) = bare.split_at(end);
    let known = [
        "", "km", "€", "euros", "euro", "eur", "ans", "an", "mois", "jours", "jour",
    ];
    if !known.contains(&unit.to_lowercase().as_str()) {
        return None;
    }
    let digits = digits.replace('−', "-").replace(',', ".");
    let (negative, digits) = match digits.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, digits.strip_prefix('+').unwrap_or(&digits)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(part) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let found = match kind {
        Kind::Money | Kind::Quantity => {
            if part.len() > 2 {
                return None;
            }
            let hundredths: i64 = format!("{part:0<2}").parse().ok()?;
            whole.checked_mul(100)?.checked_add(hundredths)?
        }
        _ if part.bytes().any(|b| b != b'0') => return None,
        _ => whole,
    };
    Some(if negative { -found } else { found })
}

/// A day: written in full or in part, in French or as it is kept, or counted from the day of use.
fn day(text: &str) -> Option<TargetOperand> {
    if let Some(steps) = time::from_today(text) {
        return Some(TargetOperand::Today { steps });
    }
    let text = text.trim();
    let iso = match text.split_once([' ', 'T', 't']) {
        Some((day, hour)) => {
            let hour = hour.trim().trim_start_matches("à ").replace(['h', 'H'], ":");
            let (hours, minutes) = hour.split_once(':')?;
            let minutes = if minutes.is_empty() { "00" } else { minutes };
            format!("{}T{hours:0>2}:{minutes:0>2}", iso_day(day)?)
        }
        None => iso_day(text)?,
    };
    crate::targeting::days::written(&iso)?;
    Some(TargetOperand::value(iso))
}

fn iso_day(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let all_digits = parts
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    if !all_digits {
        return None;
    }
    match parts.as_slice() {
        [year] if year.len() == 4 => Some((*year).to_owned()),
        [month, year] if year.len() == 4 && month.len() <= 2 => Some(format!("{year}-{month:0>2}")),
        [year, month] if year.len() == 4 && month.len() <= 2 => Some(format!("{year}-{month:0>2}")),
        [day, month, year] if year.len() == 4 => {
            let iso = format!("{year}-{month:0>2}-{day:0>2}");
            parse_date(&iso).map(|_| iso)
        }
        [year, month, day] if year.len() == 4 => {
            let iso = format!("{year}-{month:0>2}-{day:0>2}");
            parse_date(&iso).map(|_| iso)
        }
        _ => None,
    }
}

/// A day as it is written in French: `23/11/2026`, `11/2026`, `2026`, `23/11/2026 14:30`.
pub(super) fn french_day(iso: &str) -> String {
    let (day, hour) = iso
        .split_once('T')
        .map_or((iso, None), |(day, hour)| (day, Some(hour)));
    let mut parts: Vec<&str> = day.split('-').collect();
    parts.reverse();
    match hour {
        Some(hour) => format!("{} {hour}", parts.join("/")),
        None => parts.join("/"),
    }
}

/// A number as it is written.
pub(super) fn french_number(number: i64, kind: Kind) -> String {
    match kind {
        Kind::Money | Kind::Quantity => {
            let (sign, size) = (if number < 0 { "-" } else { "" }, number.unsigned_abs());
            match size % 100 {
                0 => format!("{sign}{}", size / 100),
                part => format!("{sign}{},{part:02}", size / 100),
            }
        }
        _ => number.to_string(),
    }
}

/// A value as it is written, when it is no text.
pub(super) fn written(value: &Value, asked: Asked) -> Option<String> {
    match (asked.class, value) {
        (_, Value::Int(number)) => Some(french_number(*number, asked.kind)),
        (Class::Day | Class::Moment, Value::Text(text)) => Some(french_day(text)),
        (Class::Closed(list), Value::Text(text)) => list
            .iter()
            .find(|(code, _)| code == text)
            .map(|(_, label)| (*label).to_owned()),
        (Class::Reference(_), Value::Text(text)) => Some(text.to_string()),
        _ => None,
    }
}
