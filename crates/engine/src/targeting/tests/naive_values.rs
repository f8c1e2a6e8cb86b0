//! Values by hand: what is asked of one of them, their order, a figure of several.

use crate::targeting::kinds::Class;
use crate::targeting::tree::{TargetMatcher, TargetMeasure, TargetOperand};
use crate::values::{Value, compare_french};
use jiff::civil::{Date, DateTime};
use std::cmp::Ordering;
use std::collections::BTreeSet;

pub(super) fn whole_days(first: Date, last: Date) -> (DateTime, DateTime) {
    let start = |day: Date| day.to_datetime(jiff::civil::Time::midnight());
    (start(first), start(last.tomorrow().unwrap()))
}

pub(super) fn text_of(operand: &TargetOperand) -> Option<&str> {
    match operand {
        TargetOperand::Value { value } => value.text(),
        TargetOperand::Today { .. } => None,
    }
}

pub(super) fn number_fulfils(number: i64, is: &TargetMatcher) -> bool {
    let of = |operand: &TargetOperand| match operand {
        TargetOperand::Value { value } => value.int().unwrap(),
        TargetOperand::Today { .. } => unreachable!("not drawn"),
    };
    match is {
        TargetMatcher::Below { to } => number < of(to),
        TargetMatcher::AtMost { to } => number <= of(to),
        TargetMatcher::Above { to } => number > of(to),
        TargetMatcher::AtLeast { to } => number >= of(to),
        TargetMatcher::Between { from, to } => (of(from)..=of(to)).contains(&number),
        _ => is.operands().into_iter().any(|operand| of(operand) == number),
    }
}

pub(super) fn closed(list: &[(&str, &str)], code: &str, is: &TargetMatcher) -> bool {
    let label = list
        .iter()
        .find(|(known, _)| *known == code)
        .map_or(code, |(_, label)| label);
    match is {
        TargetMatcher::Exactly { text } => label == text || code == text,
        TargetMatcher::Contains { .. } | TargetMatcher::Begins { .. } | TargetMatcher::Ends { .. } => {
            let known = list.iter().any(|(known, _)| *known == code);
            known && text_fulfils(Class::Words, label, is)
        }
        _ => is
            .operands()
            .into_iter()
            .any(|operand| text_of(operand) == Some(code)),
    }
}

pub(super) fn text_fulfils(class: Class, text: &str, is: &TargetMatcher) -> bool {
    let found = class.normal(text);
    let part = |wanted: &str, holds: fn(&str, &str) -> bool| {
        let normal = class.part(wanted);
        if normal.is_empty() {
            holds(text, wanted)
        } else {
            holds(&found, &normal)
        }
    };
    match is {
        TargetMatcher::Exactly { text: wanted } => text == wanted,
        TargetMatcher::Contains { text: wanted } => part(wanted, |text, part| text.contains(part)),
        TargetMatcher::Begins { text: wanted } => part(wanted, |text, part| text.starts_with(part)),
        TargetMatcher::Ends { text: wanted } => part(wanted, |text, part| text.ends_with(part)),
        _ => is.operands().into_iter().filter_map(text_of).any(|wanted| {
            let normal = class.normal(wanted);
            if normal.is_empty() {
                text == wanted
            } else {
                found == normal
            }
        }),
    }
}

pub(super) fn in_order(class: Class, left: &Value, right: &Value) -> Ordering {
    match (left, right) {
        (Value::Text(left), Value::Text(right)) if class == Class::Words => compare_french(left, right),
        (Value::Text(left), Value::Text(right)) => left.cmp(right),
        (Value::Int(left), Value::Int(right)) => left.cmp(right),
        _ => Ordering::Equal,
    }
}

pub(super) fn figure(measure: TargetMeasure, class: Class, values: Vec<&Value>) -> Value {
    let numbers: Vec<i64> = values.iter().filter_map(|value| value.int()).collect();
    let days: BTreeSet<Date> = values
        .iter()
        .filter_map(|value| value.text()?.get(..10)?.parse().ok())
        .collect();
    let is_date = matches!(class, Class::Day | Class::Moment);
    let apart = || {
        let (first, last) = (days.first()?, days.last()?);
        Some(i64::from((*last - *first).get_days()))
    };
    let texts = || values.iter().filter_map(|value| value.text());
    match measure {
        TargetMeasure::Count => Value::Int(values.len() as i64),
        TargetMeasure::Distinct if class == Class::Number || matches!(class, Class::Reference(_)) => {
            Value::Int(numbers.iter().collect::<BTreeSet<_>>().len() as i64)
        }
        TargetMeasure::Distinct => {
            let normal = texts()
                .map(|text| class.normal(text))
                .filter(|text| !text.is_empty());
            Value::Int(normal.collect::<BTreeSet<_>>().len() as i64)
        }
        TargetMeasure::Sum => Value::Int(numbers.iter().sum()),
        TargetMeasure::Mean if numbers.is_empty() => Value::Empty,
        TargetMeasure::Mean => {
            let mean = numbers.iter().sum::<i64>() as f64 / numbers.len() as f64;
            Value::Int(mean.round() as i64)
        }
        TargetMeasure::Min if is_date => texts().min().map(str::to_owned).into(),
        TargetMeasure::Max if is_date => texts().max().map(str::to_owned).into(),
        TargetMeasure::Min => numbers.iter().min().copied().into(),
        TargetMeasure::Max => numbers.iter().max().copied().into(),
        TargetMeasure::Range if is_date => apart().into(),
        TargetMeasure::Range => numbers
            .iter()
            .max()
            .zip(numbers.iter().min())
            .map(|(max, min)| max - min)
            .into(),
        TargetMeasure::Interval if days.len() < 2 => Value::Empty,
        TargetMeasure::Interval => {
            let mean = apart().unwrap_or(0) as f64 / (days.len() - 1) as f64;
            Value::Int(mean.round() as i64)
        }
    }
}
