//! The values of a field in a list, each with its number of rows; groups in groups, with what they come to.

mod nest;
mod rows;

pub(crate) use nest::{GroupsRead, ListGroups, groups};

use super::names_of;
use crate::error::ApiError;
use crate::fields::{EntityFields, Field};
use crate::reader::Reader;
use crate::records::to_wire;
use crate::values::{Value, compare_french};
use rows::Asked;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// The most numerous first, or the values in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum GroupOrder {
    Count,
    Value,
}

/// The rows that hold a value.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Group {
    /// `null` for blanks; `2026-11` for the days of a month.
    #[cfg_attr(test, ts(type = "Value"))]
    pub(crate) value: Value,
    /// What the record is called, when the value is a reference.
    pub(crate) name: Option<String>,
    pub(crate) count: i64,
}

/// Every value of a field over all records, each day by itself, the most numerous first.
pub(crate) fn groups_of(
    reader: &Reader,
    known: &'static EntityFields,
    field: &'static Field,
) -> Result<Vec<Group>, ApiError> {
    let asked = Asked {
        known,
        fields: vec![field],
        sums: Vec::new(),
        by_month: false,
    };
    let mut groups: Vec<Group> = rows::counts(reader, &asked, "", &[])?
        .into_iter()
        .map(|line| Group {
            value: line
                .values
                .into_iter()
                .next()
                .map_or(Value::Empty, |value| to_wire(field, value)),
            name: None,
            count: line.count,
        })
        .collect();
    groups.sort_by(|left, right| {
        in_order(
            GroupOrder::Count,
            (&left.value, left.count),
            (&right.value, right.count),
        )
    });
    Ok(groups)
}

/// Names the records that the values refer to.
pub(crate) fn name(reader: &Reader, field: &'static Field, groups: &mut [Group]) -> Result<(), ApiError> {
    if field.target().is_none() {
        return Ok(());
    }
    let values: Vec<Value> = groups.iter().map(|group| group.value.clone()).collect();
    let names = names_of(reader, &[field], values.chunks(1))?;
    for group in groups {
        group.name = group
            .value
            .text()
            .and_then(|reference| names.get(reference).cloned());
    }
    Ok(())
}

fn in_order(order: GroupOrder, left: (&Value, i64), right: (&Value, i64)) -> Ordering {
    let by_value = by_value(left.0, right.0);
    match order {
        GroupOrder::Count => right.1.cmp(&left.1).then(by_value),
        GroupOrder::Value => by_value,
    }
}

fn by_value(left: &Value, right: &Value) -> Ordering {
    match (left, right) {
        (Value::Empty, Value::Empty) => Ordering::Equal,
        // Blanks last, as in lists.
        (Value::Empty, _) => Ordering::Greater,
        (_, Value::Empty) => Ordering::Less,
        (Value::Int(left), Value::Int(right)) => left.cmp(right),
        (Value::Flag(left), Value::Flag(right)) => right.cmp(left),
        (Value::Text(left), Value::Text(right)) => compare_french(left, right).then_with(|| left.cmp(right)),
        _ => Ordering::Equal,
    }
}
