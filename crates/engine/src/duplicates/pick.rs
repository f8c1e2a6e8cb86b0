//! Which value of which record stays, field by field.

use crate::fields::{Applies, EntityFields, Field};
use crate::records::rows::Found;
use crate::values::Value;
use std::collections::BTreeMap;

/// A record among those that become one: its id and what it holds.
pub(super) type Held = (i64, Found);

/// Whose value stays in a field, and the values of the others that are lost from it.
#[derive(Debug)]
pub(super) struct Picked {
    pub(super) field: &'static Field,
    /// The id whose value stays.
    pub(super) whose: i64,
    pub(super) value: Value,
    /// Other values than the one that stays, with the record that held each.
    pub(super) lost: Vec<(i64, Value)>,
}

/// Every field in which the records differ; `chosen` says whose value stays where the person chose.
///
/// Without a choice the first record's value stays, or where it has none the first of the others'; the record that was
/// made first keeps its day.
pub(super) fn pick(
    known: &'static EntityFields,
    company: bool,
    records: &[Held],
    chosen: &BTreeMap<String, i64>,
) -> Vec<Picked> {
    known
        .stored()
        .filter(|field| concerns(field, company))
        .filter_map(|field| {
            let of = |record: &Held| value_of(record, field);
            let first = of(records.first()?);
            if records.iter().all(|record| same(&of(record), &first)) {
                return None;
            }
            let whose = chosen
                .get(field.key)
                .and_then(|id| records.iter().find(|record| record.0 == *id))
                .or_else(|| by_itself(field, records, &of))
                .or_else(|| records.first())?;
            let value = of(whose);
            let mut lost: Vec<(i64, Value)> = Vec::new();
            for record in records {
                let other = of(record);
                let is_told = same(&other, &value) || lost.iter().any(|(_, told)| same(told, &other));
                if !other.is_empty() && !is_told {
                    lost.push((record.0, other));
                }
            }
            Some(Picked {
                field,
                whose: whose.0,
                value,
                lost,
            })
        })
        .collect()
}

/// What stays when nobody chose.
fn by_itself<'a>(field: &Field, records: &'a [Held], of: &impl Fn(&Held) -> Value) -> Option<&'a Held> {
    let filled = || records.iter().filter(|record| !of(record).is_empty());
    if field.key == "created_on" {
        return filled().min_by_key(|record| of(record).text().map(str::to_owned));
    }
    filled().next()
}

/// Fields of a company say nothing of a person.
fn concerns(field: &Field, company: bool) -> bool {
    match field.applies {
        Applies::Both => field.key != "kind",
        Applies::Person => !company,
        Applies::Company => company,
    }
}

pub(super) fn value_of(record: &Held, field: &Field) -> Value {
    record
        .1
        .iter()
        .find(|(known, _)| known.key == field.key)
        .map_or(Value::Empty, |(_, value)| value.clone())
}

/// Blank texts are no value.
fn same(one: &Value, other: &Value) -> bool {
    one == other || one.is_empty() && other.is_empty()
}
