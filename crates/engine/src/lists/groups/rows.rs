//! The SQL of groups.

use crate::error::ApiError;
use crate::fields::{Entity, EntityFields, Field};
use crate::lists::conditions::{Conditions, Kept, narrowest, numbered};
use crate::reader::Reader;
use crate::records::rows::sql_of;
use crate::search::quick_match;
use crate::values::Value;
use rusqlite::params_from_iter;

/// Values as they are stored, a blank for nothing, and how many rows hold each; only the month of days when `by_month`.
pub(super) fn counts(
    reader: &Reader,
    known: &'static EntityFields,
    field: &'static Field,
    quick: &str,
    filters: &[Kept],
    by_month: bool,
) -> Result<Vec<(Value, i64)>, ApiError> {
    let mut conditions = Conditions::of(reader, known, filters);
    if known.entity != Entity::Customer {
        conditions.words(known, quick);
    } else if let Some(expression) = quick_match(quick) {
        conditions.search("customer.id", expression);
    }
    let mut value = format!("nullif({}, '')", numbered(&sql_of(known, field)));
    if by_month {
        value = format!("substr({value}, 1, 7)");
    }
    let mut named = vec![sql_of(known, field)];
    named.extend(filters.iter().map(|kept| sql_of(known, kept.field)));
    if !quick.trim().is_empty() {
        named.push(format!("{}.", known.table));
    }
    let source = narrowest(known, &named);
    let sql = format!(
        "SELECT {value} AS value, count(*), ?1 FROM {source}{} GROUP BY 1",
        conditions.filter()
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(&conditions.parameters), |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
