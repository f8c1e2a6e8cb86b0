//! The history of one record: what each change did to each of its fields.

use super::{ADDED_VALUES, ChangeName, log};
use crate::error::ApiError;
use crate::fields::{Entity, Field, parse_any_reference, typed};
use crate::reader::Reader;
use crate::values::Value;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetItem, ChangesetIter};
use rusqlite::types::{FromSql, ValueRef};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Whose history.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct HistoryRead {
    #[serde(rename = "ref")]
    reference: String,
}

/// The history, newest first.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct HistoryView {
    entries: Vec<HistoryEntry>,
}

/// One field before and after one change; no field when the record came or went as a whole.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct HistoryEntry {
    seq: i64,
    at: String,
    name: ChangeName,
    /// The record itself, or one of a customer's: a vehicle, an invoice…
    #[serde(rename = "ref")]
    reference: String,
    entity: Entity,
    happened: Happened,
    field: Option<String>,
    #[cfg_attr(test, ts(type = "Value"))]
    before: Value,
    #[cfg_attr(test, ts(type = "Value"))]
    after: Value,
}

/// What became of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum Happened {
    Created,
    Edited,
    Deleted,
}

/// The changes that touched a record, and for a customer all that is theirs. What was undone is left out.
pub(crate) fn history(reader: &Reader, input: HistoryRead) -> Result<HistoryView, ApiError> {
    let (entity, id) = parse_any_reference(&input.reference)?;
    let conn = reader.store.conn();
    let of_customer = if entity == Entity::Customer {
        "OR customer_id = ?2"
    } else {
        ""
    };
    let sql = format!(
        "SELECT change_log.seq, entity, record_id FROM change_item JOIN change_log USING (seq)
         WHERE ((entity = ?1 AND record_id = ?2) {of_customer}) AND undone = 0
         ORDER BY seq DESC LIMIT 500"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut touched: BTreeMap<i64, BTreeSet<(String, i64)>> = BTreeMap::new();
    let mut rows = statement.query((entity.table(), id))?;
    while let Some(row) = rows.next()? {
        touched
            .entry(row.get(0)?)
            .or_default()
            .insert((row.get(1)?, row.get(2)?));
    }
    let mut entries = Vec::new();
    for (seq, records) in touched.into_iter().rev() {
        let line = log::line_of(conn, seq)?;
        for step in steps(reader, &log::changeset(conn, seq)?)? {
            if records.contains(&(step.entity.table().to_owned(), step.id)) {
                entries.push(HistoryEntry {
                    seq,
                    at: line.at.clone(),
                    name: line.name,
                    reference: step.entity.reference(step.id),
                    entity: step.entity,
                    happened: step.happened,
                    field: step.field,
                    before: step.before,
                    after: step.after,
                });
            }
        }
    }
    Ok(HistoryView { entries })
}

struct Step {
    entity: Entity,
    id: i64,
    happened: Happened,
    field: Option<String>,
    before: Value,
    after: Value,
}

fn steps(reader: &Reader, changeset: &[u8]) -> Result<Vec<Step>, ApiError> {
    let mut steps = Vec::new();
    let mut bytes: &[u8] = changeset;
    let input: &mut dyn std::io::Read = &mut bytes;
    let mut items = ChangesetIter::start_strm(&input)?;
    while let Some(item) = items.next()? {
        let operation = item.op()?;
        if operation.table_name() == ADDED_VALUES {
            read_added(reader, operation.code(), item, &mut steps)?;
            continue;
        }
        let Some(entity) = Entity::of_table(operation.table_name()) else {
            continue;
        };
        let happened = match operation.code() {
            Action::SQLITE_INSERT => Happened::Created,
            Action::SQLITE_DELETE => Happened::Deleted,
            _ => Happened::Edited,
        };
        read_item(entity, happened, item, &mut steps)?;
    }
    Ok(steps)
}

fn read_item(
    entity: Entity,
    happened: Happened,
    item: &ChangesetItem,
    steps: &mut Vec<Step>,
) -> Result<(), ApiError> {
    let whole = happened != Happened::Edited;
    let known = |column: usize| -> Result<Value, ApiError> {
        Ok(value(if happened == Happened::Created {
            item.new_value(column)?
        } else {
            item.old_value(column)?
        }))
    };
    let Some(id) = known(0)?.int() else { return Ok(()) };
    let mut edits = Vec::new();
    for (column, field) in (1..).zip(entity.fields().stored()) {
        // An edit holds only the columns that differ: reading another one fails.
        if !whole && let (Ok(before), Ok(after)) = (item.old_value(column), item.new_value(column)) {
            let (before, after) = (value(before), value(after));
            if before != after {
                edits.push((field, before, after));
            }
        }
    }
    if whole {
        steps.push(Step {
            entity,
            id,
            happened,
            field: None,
            before: Value::Empty,
            after: Value::Empty,
        });
    }
    let wire = |field: &Field, value: Value| match (field.target(), &value) {
        (Some(target), Value::Int(id)) => target.reference(*id).into(),
        _ => value,
    };
    steps.extend(edits.into_iter().map(|(field, before, after)| Step {
        entity,
        id,
        happened,
        field: Some(field.key.to_owned()),
        before: wire(field, before),
        after: wire(field, after),
    }));
    Ok(())
}

/// The value of an added field, whose row stands outside of the record's table. The record came or went as a whole before.
fn read_added(
    reader: &Reader,
    action: Action,
    item: &ChangesetItem,
    steps: &mut Vec<Step>,
) -> Result<(), ApiError> {
    let (old, new) = (|column| item.old_value(column), |column| item.new_value(column));
    let named = |column: usize| {
        Ok::<Value, ApiError>(value(match action {
            Action::SQLITE_INSERT => new(column)?,
            _ => old(column)?,
        }))
    };
    let (table, id, key) = (named(0)?, named(1)?, named(2)?);
    let entity = table.text().and_then(Entity::of_table);
    let (Some(entity), Some(id), Some(key)) = (entity, id.int(), key.text()) else {
        return Ok(());
    };
    let is_whole = |step: &Step| step.field.is_none() && (step.entity, step.id) == (entity, id);
    if steps.iter().any(is_whole) {
        return Ok(());
    }
    let field = reader.fields(entity)?.field(key);
    let side = |kept: rusqlite::Result<ValueRef>| {
        let kept = kept.map(value).unwrap_or_default();
        field.map_or_else(|| kept.clone(), |field| typed(field, &kept))
    };
    steps.push(Step {
        entity,
        id,
        happened: Happened::Edited,
        field: Some(key.to_owned()),
        before: if action == Action::SQLITE_INSERT {
            Value::Empty
        } else {
            side(old(3))
        },
        after: if action == Action::SQLITE_DELETE {
            Value::Empty
        } else {
            side(new(3))
        },
    });
    Ok(())
}

fn value(value: ValueRef) -> Value {
    Value::column_result(value).unwrap_or_default()
}
