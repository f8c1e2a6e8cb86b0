//! Loading a whole base: many rows at once, what is derived made once at the end.

use super::{LOADING_CACHE, Store, USUAL_CACHE, derived, indexes};
use crate::change::{Change, RECORDED};
use crate::error::ApiError;
use crate::school::Record;
use crate::values::Value;
use rusqlite::{Connection, OptionalExtension, Statement, params_from_iter};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What a base holds beside its records.
#[derive(Default)]
pub(crate) struct BaseParts {
    /// What it was made from and the day to which time has come.
    pub(crate) settings: Vec<(&'static str, String)>,
    /// Rows that no person reads: last numbers given, values of added fields, a trainer's base…
    pub(crate) technical: Vec<TechnicalRow>,
    /// The trainer's base that is kept now stays the one to which a reset returns.
    pub(crate) same_source: bool,
    /// How many customers it has.
    pub(crate) customers: usize,
    /// Made by `school`, whose tests hold that every reference leads somewhere: not looked at again.
    pub(crate) is_school: bool,
}

/// A row of one of [`TECHNICAL`], by column.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TechnicalRow {
    pub(crate) table: &'static str,
    pub(crate) values: Vec<(String, Value)>,
}

/// The tables that no sheet shows, whose rows travel with a session all the same.
pub(crate) const TECHNICAL: [&str; 13] = [
    "setting",
    "sequence",
    "custom_value",
    "event_dropped",
    "lead_origin",
    "base_part",
    "duplicate_decision",
    "merged_customer",
    "cleaning_ignored",
    "targeting_member",
    "inbox",
    "recipient_case",
    "campaign_expected",
];

/// Customers beyond which an index is sorted in files of the system's: the largest takes a gigabyte when they are a million.
const SORTED_IN_MEMORY: usize = 200_000;

/// Hands over records one by one.
pub(crate) type Take<'a> = &'a mut dyn FnMut(Record) -> Result<(), ApiError>;

/// Empties every entity and fills them with what `produce` gives, lets `settle` finish, in one transaction.
///
/// # Errors
/// What the database refuses; the data is then as it was.
pub(crate) fn load(
    store: &Store,
    parts: &BaseParts,
    produce: impl FnOnce(Take) -> Result<(), ApiError>,
    settle: impl FnOnce(&Change) -> Result<(), ApiError>,
) -> Result<(), ApiError> {
    // A row may refer to a later one (a company to its parent): held together at the end, not at each row. And tables of
    // which nobody holds the references are emptied at once.
    let conn = store.conn();
    conn.pragma_update(None, "foreign_keys", false)?;
    conn.pragma_update(None, "cache_size", LOADING_CACHE)?;
    if parts.customers > SORTED_IN_MEMORY {
        conn.pragma_update(None, "temp_store", "FILE")?;
    }
    let result = fill(store, parts, produce, settle);
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "cache_size", USUAL_CACHE)?;
    conn.execute_batch("PRAGMA shrink_memory")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    result
}

fn fill(
    store: &Store,
    parts: &BaseParts,
    produce: impl FnOnce(Take) -> Result<(), ApiError>,
    settle: impl FnOnce(&Change) -> Result<(), ApiError>,
) -> Result<(), ApiError> {
    let conn = store.conn();
    let transaction = conn.unchecked_transaction()?;
    derived::drop_all(conn)?;
    for table in RECORDED {
        if !(parts.same_source && table == "base_part") {
            conn.execute_batch(&format!("DELETE FROM {table};"))?;
        }
    }
    // Without foreign keys nothing goes with it by itself.
    conn.execute_batch("DELETE FROM change_item; DELETE FROM change_log;")?;
    let indexes = indexes::set_aside(conn)?;
    insert_all(store, "main", parts, produce)?;
    indexes::put_back(conn, &indexes)?;
    if !parts.is_school {
        refuse_dangling(store)?;
    }
    derived::rebuild(conn)?;
    settle(&Change::making_a_base(conn))?;
    store.settle()?;
    store.touch_all();
    transaction.commit()?;
    Ok(())
}

fn refuse_dangling(store: &Store) -> Result<(), ApiError> {
    let mut statement = store.conn().prepare("PRAGMA foreign_key_check")?;
    match statement.query([])?.next()? {
        Some(_) => Err(ApiError::DataDamaged),
        None => Ok(()),
    }
}

/// A base beside the data, for as long as `replace_all` needs it.
pub(crate) struct Beside(());

/// Makes a base beside the data, hands it to `work`, forgets it.
pub(crate) fn with_base_beside<T>(
    store: &Store,
    parts: &BaseParts,
    produce: impl FnOnce(Take) -> Result<(), ApiError>,
    work: impl FnOnce(&Beside) -> Result<T, ApiError>,
) -> Result<T, ApiError> {
    let conn = store.conn();
    conn.execute_batch("ATTACH ':memory:' AS base")?;
    // Rows are put back one table after the other: no cascade may touch those that were left alone.
    conn.pragma_update(None, "foreign_keys", false)?;
    let result = fill_beside(store, parts, produce).and_then(|beside| work(&beside));
    conn.pragma_update(None, "foreign_keys", true)?;
    // Statements kept ready still name the base.
    conn.flush_prepared_statement_cache();
    conn.execute_batch("DETACH base")?;
    result
}

fn fill_beside(
    store: &Store,
    parts: &BaseParts,
    produce: impl FnOnce(Take) -> Result<(), ApiError>,
) -> Result<Beside, ApiError> {
    let transaction = store.conn().unchecked_transaction()?;
    for table in RECORDED {
        store.conn().execute_batch(&format!(
            "CREATE TABLE base.{table} AS SELECT * FROM main.{table} LIMIT 0"
        ))?;
    }
    if parts.same_source {
        store
            .conn()
            .execute_batch("INSERT INTO base.base_part SELECT * FROM main.base_part")?;
    }
    insert_all(store, "base", parts, produce)?;
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
    parts: &BaseParts,
    produce: impl FnOnce(Take) -> Result<(), ApiError>,
) -> Result<(), ApiError> {
    let conn = store.conn();
    let mut rows: BTreeMap<&'static str, Rows> = BTreeMap::new();
    produce(&mut |record: Record| {
        let table = record.entity.table();
        if rows.get(table).is_none_or(|rows| !rows.have_the_keys_of(&record)) {
            let last = rows.get(table).map_or(0, |rows| rows.last);
            rows.insert(table, Rows::ready(conn, schema, &record, last)?);
        }
        rows.get_mut(table).map_or(Ok(()), |rows| rows.insert(&record))
    })?;
    let last: Vec<(&'static str, i64)> = rows.into_iter().map(|(table, rows)| (table, rows.last)).collect();
    for row in &parts.technical {
        insert_technical(store, schema, row)?;
    }
    for (table, id) in last {
        // A number once given is not given again, even to a record that is gone.
        let before: Option<i64> = conn
            .query_row(
                &format!("SELECT max(last) FROM {schema}.sequence WHERE entity = ?1"),
                [table],
                |row| row.get(0),
            )
            .optional()?
            .flatten();
        conn.execute(
            &format!("DELETE FROM {schema}.sequence WHERE entity = ?1"),
            [table],
        )?;
        conn.execute(
            &format!("INSERT INTO {schema}.sequence (entity, last) VALUES (?1, ?2)"),
            (table, id.max(before.unwrap_or(0))),
        )?;
    }
    for (key, value) in &parts.settings {
        conn.execute(&format!("DELETE FROM {schema}.setting WHERE key = ?1"), [key])?;
        conn.execute(
            &format!("INSERT INTO {schema}.setting (key, value) VALUES (?1, ?2)"),
            (key, value),
        )?;
    }
    Ok(())
}

/// Adds a row that came from outside: only columns of ours are taken.
fn insert_technical(store: &Store, schema: &str, row: &TechnicalRow) -> Result<(), ApiError> {
    let mut statement = store
        .conn()
        .prepare_cached("SELECT name FROM pragma_table_info(?1)")?;
    let columns = statement
        .query_map([row.table], |found| found.get::<_, String>(0))?
        .collect::<Result<Vec<_>, _>>()?;
    let known: Vec<&(String, Value)> = row
        .values
        .iter()
        .filter(|(key, _)| columns.contains(key))
        .collect();
    let names: Vec<&str> = known.iter().map(|(key, _)| key.as_str()).collect();
    let places = vec!["?"; names.len()].join(", ");
    store
        .conn()
        .prepare_cached(&format!(
            "INSERT INTO {schema}.{} ({}) VALUES ({places})",
            row.table,
            names.join(", ")
        ))?
        .execute(params_from_iter(known.iter().map(|(_, value)| value)))?;
    Ok(())
}

/// The rows of a table, whose statement stays ready: a record has the same keys as the one before it.
struct Rows<'c> {
    keys: Vec<&'static str>,
    statement: Statement<'c>,
    /// The greatest id.
    last: i64,
}

impl<'c> Rows<'c> {
    fn ready(conn: &'c Connection, schema: &str, record: &Record, last: i64) -> Result<Self, ApiError> {
        let keys: Vec<&'static str> = record.values.iter().map(|(key, _)| *key).collect();
        let mut columns = String::from("id");
        let mut places = String::from("?1");
        for (place, key) in (2..).zip(&keys) {
            columns.push_str(", ");
            columns.push_str(key);
            let _ = write!(places, ", ?{place}");
        }
        let table = record.entity.table();
        let statement = conn.prepare(&format!(
            "INSERT INTO {schema}.{table} ({columns}) VALUES ({places})"
        ))?;
        Ok(Self {
            keys,
            statement,
            last,
        })
    }

    fn have_the_keys_of(&self, record: &Record) -> bool {
        let keys = record.values.iter().map(|(key, _)| *key);
        self.keys.iter().copied().eq(keys)
    }

    fn insert(&mut self, record: &Record) -> Result<(), ApiError> {
        self.last = self.last.max(record.id);
        self.statement.raw_bind_parameter(1, record.id)?;
        for (place, (_, value)) in (2..).zip(&record.values) {
            self.statement.raw_bind_parameter(place, value)?;
        }
        self.statement.raw_execute()?;
        Ok(())
    }
}
