//! Loading a whole base: many rows at once, what is derived made once at the end.

use super::{Store, derived};
use crate::change::{Change, RECORDED};
use crate::error::ApiError;
use crate::school::Record;
use crate::values::Value;
use rusqlite::params_from_iter;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Settings of a base: what it is made from.
pub(crate) type BaseSettings = [(&'static str, String)];

/// Hands over records one by one.
pub(crate) type Take<'a> = &'a mut dyn FnMut(Record) -> Result<(), ApiError>;

/// Empties every entity and fills them with what `produce` gives, in one transaction.
///
/// # Errors
/// What the database refuses; the data is then as it was.
pub(crate) fn load(
    store: &Store,
    settings: &BaseSettings,
    produce: impl FnOnce(Take) -> Result<(), ApiError>,
) -> Result<(), ApiError> {
    let conn = store.conn();
    let transaction = conn.unchecked_transaction()?;
    // A row may refer to a later one (a company to its parent): checked at the end, not at each row.
    conn.pragma_update(None, "defer_foreign_keys", true)?;
    derived::drop_all(conn)?;
    for table in RECORDED {
        conn.execute_batch(&format!("DELETE FROM {table};"))?;
    }
    insert_all(store, "main", settings, produce)?;
    derived::rebuild(conn)?;
    transaction.commit()?;
    Ok(())
}

/// A base beside the data, for as long as `replace_all` needs it.
pub(crate) struct Beside(());

/// Makes a base beside the data, hands it to `work`, forgets it.
pub(crate) fn with_base_beside<T>(
    store: &Store,
    settings: &BaseSettings,
    produce: impl FnOnce(Take) -> Result<(), ApiError>,
    work: impl FnOnce(&Beside) -> Result<T, ApiError>,
) -> Result<T, ApiError> {
    let conn = store.conn();
    conn.execute_batch("ATTACH ':memory:' AS base")?;
    // Rows are put back one table after the other: no cascade may touch those that were left alone.
    conn.pragma_update(None, "foreign_keys", false)?;
    let result = fill_beside(store, settings, produce).and_then(|beside| work(&beside));
    conn.pragma_update(None, "foreign_keys", true)?;
    // Statements kept ready still name the base.
    conn.flush_prepared_statement_cache();
    conn.execute_batch("DETACH base")?;
    result
}

fn fill_beside(
    store: &Store,
    settings: &BaseSettings,
    produce: impl FnOnce(Take) -> Result<(), ApiError>,
) -> Result<Beside, ApiError> {
    let transaction = store.conn().unchecked_transaction()?;
    for table in RECORDED {
        store.conn().execute_batch(&format!(
            "CREATE TABLE base.{table} AS SELECT * FROM main.{table} LIMIT 0"
        ))?;
    }
    insert_all(store, "base", settings, produce)?;
    transaction.commit()?;
    Ok(Beside(()))
}

impl Beside {
    /// Makes the data the same as the base, row by row: what is the same is left alone.
    pub(crate) fn replace_all(&self, change: &Change) -> Result<(), ApiError> {
        let conn = change.conn();
        for table in RECORDED {
            let key = key_of(table);
            conn.execute_batch(&format!(
                "DELETE FROM main.{table} WHERE ({key}) IN (SELECT {key} FROM (SELECT * FROM main.{table} EXCEPT SELECT * FROM base.{table}))"
            ))?;
        }
        for table in RECORDED {
            let key = key_of(table);
            conn.execute_batch(&format!(
                "INSERT INTO main.{table} SELECT * FROM base.{table} WHERE ({key}) NOT IN (SELECT {key} FROM main.{table})"
            ))?;
        }
        Ok(())
    }
}

fn key_of(table: &str) -> &'static str {
    match table {
        "sequence" => "entity",
        "setting" => "key",
        "custom_value" => "entity, record_id, key",
        _ => "id",
    }
}

fn insert_all(
    store: &Store,
    schema: &str,
    settings: &BaseSettings,
    produce: impl FnOnce(Take) -> Result<(), ApiError>,
) -> Result<(), ApiError> {
    let mut last: BTreeMap<&'static str, i64> = BTreeMap::new();
    produce(&mut |record: Record| {
        let greatest = last.entry(record.entity.table()).or_default();
        *greatest = (*greatest).max(record.id);
        insert(store, schema, &record)
    })?;
    let conn = store.conn();
    for (table, id) in last {
        conn.execute(
            &format!("INSERT INTO {schema}.sequence (entity, last) VALUES (?1, ?2)"),
            (table, id),
        )?;
    }
    for (key, value) in settings {
        conn.execute(
            &format!("INSERT INTO {schema}.setting (key, value) VALUES (?1, ?2)"),
            (key, value),
        )?;
    }
    Ok(())
}

fn insert(store: &Store, schema: &str, record: &Record) -> Result<(), ApiError> {
    let mut columns = String::from("id");
    let mut places = String::from("?1");
    for (place, (key, _)) in (2..).zip(&record.values) {
        columns.push_str(", ");
        columns.push_str(key);
        let _ = write!(places, ", ?{place}");
    }
    let table = record.entity.table();
    let mut statement = store.conn().prepare_cached(&format!(
        "INSERT INTO {schema}.{table} ({columns}) VALUES ({places})"
    ))?;
    let id = Value::Int(record.id);
    statement.execute(params_from_iter(
        std::iter::once(&id).chain(record.values.iter().map(|(_, value)| value)),
    ))?;
    Ok(())
}
