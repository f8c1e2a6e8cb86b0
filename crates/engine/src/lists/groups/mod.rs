//! The values of a field in a list, each with its number of rows.

mod rows;

use super::conditions::Kept;
use super::{Filter, field, filters_of, names_of, shown};
use crate::error::ApiError;
use crate::fields::{Entity, EntityFields, Field, Kind};
use crate::reader::Reader;
use crate::records::to_wire;
use crate::values::{Value, compare_french};
use serde::{Deserialize, Serialize};

/// The most groups in an answer.
const MOST_GROUPS: u32 = 2_000;

/// Which list, grouped by which field.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct GroupsRead {
    pub(crate) entity: Entity,
    pub(crate) quick: String,
    pub(crate) filters: Vec<Filter>,
    pub(crate) field: String,
    pub(crate) order: GroupOrder,
    pub(crate) limit: u32,
}

/// The most numerous first, or the values in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum GroupOrder {
    Count,
    Value,
}

/// The groups of a list; days are grouped by month.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ListGroups {
    /// Rows in all.
    pub(crate) total: i64,
    /// Values in all, blanks counting for one.
    pub(crate) distinct: usize,
    pub(crate) groups: Vec<Group>,
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

/// The groups of a list by a field.
pub(crate) fn groups(reader: &Reader, input: GroupsRead) -> Result<ListGroups, ApiError> {
    let known = shown(reader, input.entity)?;
    let field = field(known, &input.field)?;
    let filters = filters_of(known, &input.filters)?;
    let by_month = matches!(field.kind, Kind::Date | Kind::DateTime);
    let mut groups = counted(reader, known, field, &input.quick, &filters, by_month)?;
    let total = groups.iter().map(|group| group.count).sum();
    let distinct = groups.len();
    put_in_order(&mut groups, input.order);
    groups.truncate(usize::try_from(input.limit.min(MOST_GROUPS)).unwrap_or(usize::MAX));
    name(reader, field, &mut groups)?;
    Ok(ListGroups {
        total,
        distinct,
        groups,
    })
}

/// Every value of a field over all records, each day by itself, the most numerous first.
pub(crate) fn groups_of(
    reader: &Reader,
    known: &'static EntityFields,
    field: &'static Field,
) -> Result<Vec<Group>, ApiError> {
    let mut groups = counted(reader, known, field, "", &[], false)?;
    put_in_order(&mut groups, GroupOrder::Count);
    Ok(groups)
}

fn counted(
    reader: &Reader,
    known: &'static EntityFields,
    field: &'static Field,
    quick: &str,
    filters: &[Kept],
    by_month: bool,
) -> Result<Vec<Group>, ApiError> {
    let counts = rows::counts(reader, known, field, quick, filters, by_month)?;
    Ok(counts
        .into_iter()
        .map(|(value, count)| Group {
            value: to_wire(field, value),
            name: None,
            count,
        })
        .collect())
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

fn put_in_order(groups: &mut [Group], order: GroupOrder) {
    let by_value = |left: &Value, right: &Value| match (left, right) {
        (Value::Empty, Value::Empty) => std::cmp::Ordering::Equal,
        // Blanks last, as in lists.
        (Value::Empty, _) => std::cmp::Ordering::Greater,
        (_, Value::Empty) => std::cmp::Ordering::Less,
        (Value::Int(left), Value::Int(right)) => left.cmp(right),
        (Value::Flag(left), Value::Flag(right)) => right.cmp(left),
        (Value::Text(left), Value::Text(right)) => compare_french(left, right).then_with(|| left.cmp(right)),
        _ => std::cmp::Ordering::Equal,
    };
    groups.sort_by(|left, right| {
        let by_value = by_value(&left.value, &right.value);
        match order {
            GroupOrder::Count => right.count.cmp(&left.count).then(by_value),
            GroupOrder::Value => by_value,
        }
    });
}
