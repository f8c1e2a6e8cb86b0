//! The SQL of groups.

use crate::error::ApiError;
use crate::fields::{EntityFields, Field};
use crate::lists::conditions::{Conditions, Kept, narrowest, numbered};
use crate::reader::Reader;
use crate::records::rows::sql_of;
use crate::values::Value;
use rusqlite::params_from_iter;

/// By which fields rows are grouped, and which numbers are added up.
pub(super) struct Asked {
    pub(super) known: &'static EntityFields,
    pub(super) fields: Vec<&'static Field>,
    pub(super) sums: Vec<&'static Field>,
    /// Only the month of days.
    pub(super) by_month: bool,
}

/// Rows that hold the same values.
pub(super) struct Line {
    /// As they are stored, a blank for nothing.
    pub(super) values: Vec<Value>,
    pub(super) count: i64,
    pub(super) sums: Vec<i64>,
}

/// The values met together, how many rows hold them and what these come to.
pub(super) fn counts(
    reader: &Reader,
    asked: &Asked,
    quick: &str,
    filters: &[Kept],
) -> Result<Vec<Line>, ApiError> {
    let Asked {
        known, fields, sums, ..
    } = asked;
    let mut conditions = Conditions::of(reader, filters);
    conditions.quick(known, quick);
    let values = fields.iter().map(|field| {
        let value = format!("nullif({}, '')", numbered(&sql_of(known, field)));
        if asked.is_by_month(field) {
            format!("substr({value}, 1, 7)")
        } else {
            value
        }
    });
    let sums_sql = sums
        .iter()
        .map(|field| format!("coalesce(sum({}), 0)", numbered(&sql_of(known, field))));
    let selected: Vec<String> = values
        .chain(["count(*)".to_owned()])
        .chain(sums_sql)
        .chain(["?1".to_owned()])
        .collect();
    let mut named: Vec<String> = fields
        .iter()
        .chain(sums)
        .map(|field| sql_of(known, field))
        .collect();
    named.extend(filters.iter().map(|kept| kept.names(known)));
    if !quick.trim().is_empty() {
        named.push(format!("{}.", known.table));
    }
    let source = narrowest(known, &named);
    let by: Vec<String> = (1..=fields.len()).map(|place| place.to_string()).collect();
    let sql = format!(
        "SELECT {} FROM {source}{} GROUP BY {}",
        selected.join(", "),
        conditions.filter(),
        by.join(", ")
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(&conditions.parameters), |row| {
        let all = fields.len();
        Ok(Line {
            values: (0..all).map(|place| row.get(place)).collect::<Result<_, _>>()?,
            count: row.get(all)?,
            sums: (0..sums.len())
                .map(|place| row.get(all + 1 + place))
                .collect::<Result<_, _>>()?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
