//! What the catalogue alone says of the dates of a row: none ahead that cannot be, none before another it follows.

use super::checks::Check;
use super::fault::{Fault, FaultWhy};
use crate::records::out_of_order;
use crate::school::Record;
use crate::values::Value;
use jiff::civil::Date;

/// The faults of a row, as it is read.
pub(super) fn of_row(record: &Record, today: Date, faults: &mut Vec<Fault>) {
    let known = record.entity.fields();
    let value = |key: &str| {
        record
            .values
            .iter()
            .find(|(held, _)| *held == key)
            .map(|(_, value)| value)
    };
    let at = (record.entity, record.id);
    let customer = match known.owner {
        Some("id") => Some(record.id),
        Some(owner) => value(owner).and_then(Value::int),
        None => None,
    };
    let today = today.to_string();
    let is_ahead = |text: &str| text.get(..10).is_some_and(|day| day > today.as_str());
    let ahead: Vec<&'static str> = record
        .values
        .iter()
        .filter(|(_, value)| value.text().is_some_and(is_ahead))
        .filter(|(key, _)| known.field(key).is_some_and(|field| field.past))
        .map(|(key, _)| *key)
        .collect();
    if !ahead.is_empty() {
        faults.push(Fault::new(
            Check::DateAhead,
            FaultWhy::DateAhead,
            at,
            customer,
            &ahead,
        ));
    }
    if let Some((first, second)) = out_of_order(record.entity, |key| value(key).and_then(Value::text)) {
        let found = Fault::new(
            Check::DatesCrossed,
            FaultWhy::DatesCrossed,
            at,
            customer,
            &[second, first],
        );
        faults.push(found.against(value(first).cloned().unwrap_or_default()));
    }
}
