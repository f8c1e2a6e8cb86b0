//! The list of what was done.

use super::{ADDED_VALUES, ChangeName, Changed};
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::ChangesetIter;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};

/// The oldest changesets go when they weigh more than this together, in bytes.
const BUDGET: i64 = 32 * 1024 * 1024;

/// Kept beside the preferences once the oldest changesets have gone.
const CUT: &str = "history_cut";

/// One thing that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ChangeLine {
    /// Its place in the list; grows.
    pub(crate) seq: i64,
    pub(crate) name: ChangeName,
    /// Whom or what it is about.
    pub(crate) subject: String,
    /// When, `2026-11-23T14:30`.
    pub(crate) at: String,
    pub(crate) undone: bool,
}

/// What « Annuler » and « Rétablir » would do now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct UndoState {
    pub(super) undo: Option<ChangeLine>,
    pub(crate) redo: Option<ChangeLine>,
}

/// How many lines to give.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ChangeListRead {
    limit: u32,
}

/// What was done, newest first.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ChangeList {
    entries: Vec<ChangeLine>,
}

const LINE: &str = "SELECT seq, name, subject, at, undone FROM change_log";

/// The list of what was done.
pub(crate) fn list(reader: &Reader, input: ChangeListRead) -> Result<ChangeList, ApiError> {
    let mut statement = reader
        .store
        .conn()
        .prepare_cached(&format!("{LINE} ORDER BY seq DESC LIMIT ?1"))?;
    let entries = statement
        .query_map([input.limit], line)?
        .collect::<Result<_, _>>()?;
    Ok(ChangeList { entries })
}

/// What can be undone and redone now.
pub(crate) fn undo_state(conn: &Connection) -> Result<UndoState, ApiError> {
    // Nobody takes back the days that passed: they go with what was done before them.
    Ok(UndoState {
        undo: one(
            conn,
            "WHERE undone = 0 AND name <> 'time_passed' ORDER BY seq DESC LIMIT 1",
        )?,
        redo: one(
            conn,
            "WHERE undone = 1 AND name <> 'time_passed' ORDER BY seq LIMIT 1",
        )?,
    })
}

pub(super) fn last_done(conn: &Connection) -> Result<Option<ChangeLine>, ApiError> {
    one(conn, "WHERE undone = 0 ORDER BY seq DESC LIMIT 1")
}

pub(super) fn first_undone(conn: &Connection) -> Result<Option<ChangeLine>, ApiError> {
    one(conn, "WHERE undone = 1 ORDER BY seq LIMIT 1")
}

/// Was it done while earlier changes were undone?
pub(super) fn is_afloat(conn: &Connection, seq: i64) -> Result<bool, ApiError> {
    Ok(conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM change_log WHERE undone = 1 AND seq < ?1)")?
        .query_row([seq], |row| row.get(0))?)
}

pub(super) fn forget(conn: &Connection, seq: i64) -> Result<(), ApiError> {
    conn.prepare_cached("DELETE FROM change_log WHERE seq = ?1")?
        .execute([seq])?;
    Ok(())
}

fn one(conn: &Connection, which: &str) -> Result<Option<ChangeLine>, ApiError> {
    Ok(conn
        .prepare_cached(&format!("{LINE} {which}"))?
        .query_row([], line)
        .optional()?)
}

fn line(row: &Row) -> rusqlite::Result<ChangeLine> {
    Ok(ChangeLine {
        seq: row.get(0)?,
        name: row.get(1)?,
        subject: row.get(2)?,
        at: row.get(3)?,
        undone: row.get(4)?,
    })
}

pub(super) fn changeset(conn: &Connection, seq: i64) -> Result<Vec<u8>, ApiError> {
    Ok(conn
        .prepare_cached("SELECT changeset FROM change_log WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))?)
}

pub(super) fn mark_undone(conn: &Connection, seq: i64, undone: bool) -> Result<(), ApiError> {
    conn.prepare_cached("UPDATE change_log SET undone = ?2 WHERE seq = ?1")?
        .execute((seq, undone))?;
    Ok(())
}

/// Adds a change to the list; what had been undone can no longer be redone, unless it is only time that passed.
pub(super) fn append(
    conn: &Connection,
    name: ChangeName,
    subject: &str,
    at: &str,
    changeset: &[u8],
) -> Result<ChangeLine, ApiError> {
    if name != ChangeName::TimePassed {
        conn.prepare_cached("DELETE FROM change_log WHERE undone = 1")?
            .execute([])?;
    }
    conn.prepare_cached("INSERT INTO change_log (name, subject, at, changeset) VALUES (?1, ?2, ?3, ?4)")?
        .execute((name, subject, at, changeset))?;
    let seq = conn.last_insert_rowid();
    note_items(conn, seq, changeset)?;
    forget_oldest(conn, seq)?;
    Ok(ChangeLine {
        seq,
        name,
        subject: subject.to_owned(),
        at: at.to_owned(),
        undone: false,
    })
}

fn note_items(conn: &Connection, seq: i64, changeset: &[u8]) -> Result<(), ApiError> {
    let mut insert = conn.prepare_cached(
        "INSERT OR IGNORE INTO change_item (entity, record_id, seq, customer_id) VALUES (?1, ?2, ?3, ?4)",
    )?;
    let mut bytes: &[u8] = changeset;
    let input: &mut dyn std::io::Read = &mut bytes;
    let mut items = ChangesetIter::start_strm(&input)?;
    while let Some(item) = items.next()? {
        let operation = item.op()?;
        let side = |column: usize| match operation.code() {
            Action::SQLITE_INSERT => item.new_value(column),
            _ => item.old_value(column),
        };
        if operation.table_name() == ADDED_VALUES {
            if let (ValueRef::Text(table), Some(id)) = (side(0)?, integer(side(1)?))
                && let Some(entity) = Entity::of_table(&String::from_utf8_lossy(table))
            {
                insert.execute((entity.table(), id, seq, owner_of(conn, entity, id)?))?;
            }
            continue;
        }
        let Some(entity) = Entity::of_table(operation.table_name()) else {
            continue;
        };
        // The id is the first column of every entity's table.
        let Some(id) = integer(side(0)?) else { continue };
        let owner = match owner_column(entity) {
            Some(0) => Some(id),
            // An edit holds only the columns that differ: the row says whose it is.
            Some(column) => {
                side(column).map_or_else(|_| owner_in_row(conn, entity, id), |value| Ok(integer(value)))?
            }
            None => None,
        };
        insert.execute((entity.table(), id, seq, owner))?;
    }
    Ok(())
}

/// Place of the column that names the customer, the id being the first.
fn owner_column(entity: Entity) -> Option<usize> {
    let owner = entity.fields().owner?;
    if owner == "id" {
        return Some(0);
    }
    entity
        .fields()
        .stored()
        .position(|field| field.key == owner)
        .map(|place| place + 1)
}

fn owner_of(conn: &Connection, entity: Entity, id: i64) -> rusqlite::Result<Option<i64>> {
    match owner_column(entity) {
        Some(0) => Ok(Some(id)),
        _ => owner_in_row(conn, entity, id),
    }
}

fn owner_in_row(conn: &Connection, entity: Entity, id: i64) -> rusqlite::Result<Option<i64>> {
    let Some(owner) = entity.fields().owner else {
        return Ok(None);
    };
    conn.prepare_cached(&format!("SELECT {owner} FROM {} WHERE id = ?1", entity.table()))?
        .query_row([id], |row| row.get(0))
        .optional()
        .map(Option::flatten)
}

fn integer(value: ValueRef) -> Option<i64> {
    match value {
        ValueRef::Integer(number) => Some(number),
        _ => None,
    }
}

fn forget_oldest(conn: &Connection, seq: i64) -> Result<(), ApiError> {
    if seq % 64 != 0 {
        return Ok(());
    }
    let gone = conn.execute(
        "DELETE FROM change_log WHERE seq IN (
             SELECT seq FROM (SELECT seq, sum(length(changeset)) OVER (ORDER BY seq DESC) AS weight FROM change_log)
             WHERE weight > ?1 AND seq <> ?2)",
        (BUDGET, seq),
    )?;
    if gone > 0 {
        conn.execute(
            "INSERT OR REPLACE INTO preference (key, value) VALUES (?1, '1')",
            [CUT],
        )?;
    }
    Ok(())
}

/// Does the list go back to the making of the base?
pub(super) fn is_whole(conn: &Connection) -> Result<bool, ApiError> {
    Ok(conn.query_row(
        "SELECT NOT EXISTS (SELECT 1 FROM preference WHERE key = ?1)",
        [CUT],
        |row| row.get(0),
    )?)
}

/// Bytes of all that is done and not undone.
pub(super) fn weight(conn: &Connection) -> Result<i64, ApiError> {
    Ok(conn.query_row(
        "SELECT coalesce(sum(length(changeset)), 0) FROM change_log WHERE undone = 0",
        [],
        |row| row.get(0),
    )?)
}

/// The records that a change touched.
pub(super) fn changed(conn: &Connection, seq: i64) -> Result<Vec<Changed>, ApiError> {
    let mut statement = conn.prepare_cached(
        "SELECT entity, record_id FROM change_item WHERE seq = ?1 ORDER BY entity, record_id LIMIT 500",
    )?;
    let found = statement
        .query_map([seq], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?
        .collect::<Result<Vec<_>, _>>()?;
    Ok(found
        .into_iter()
        .filter_map(|(table, id)| {
            let entity = Entity::of_table(&table)?;
            Some(Changed {
                entity,
                reference: entity.reference(id),
            })
        })
        .collect())
}

pub(super) fn line_of(conn: &Connection, seq: i64) -> Result<ChangeLine, ApiError> {
    Ok(conn
        .prepare_cached(&format!("{LINE} WHERE seq = ?1"))?
        .query_row([seq], line)?)
}
