//! The journal: what a browser appends to its storage for each change, and plays again when it opens.
//!
//! An entry is a line of JSON that says what happened, then, for a change, its changeset.

use super::carried::PRODUCT;
use super::{ChangeLine, ChangeName, apply, log, undo};
use crate::error::ApiError;
use crate::store::Store;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "snake_case")]
pub(super) enum Entry {
    Done {
        name: ChangeName,
        subject: String,
        at: String,
    },
    Undone,
    Redone,
    Lifted,
    Preference {
        key: String,
        value: Option<String>,
    },
    /// All that was done since the base was made, on another computer.
    Carried {
        product: String,
        at: String,
        preferences: BTreeMap<String, String>,
    },
}

pub(super) fn done(line: &ChangeLine, changeset: &[u8]) -> Vec<u8> {
    write(
        &Entry::Done {
            name: line.name,
            subject: line.subject.clone(),
            at: line.at.clone(),
        },
        changeset,
    )
}

pub(super) fn stepped(back: bool) -> Vec<u8> {
    write(if back { &Entry::Undone } else { &Entry::Redone }, &[])
}

pub(super) fn lifted() -> Vec<u8> {
    write(&Entry::Lifted, &[])
}

/// Keeps or forgets a preference, in the data and in the journal.
pub(crate) fn note_preference(
    store: &Store,
    journal: &mut Vec<Vec<u8>>,
    key: String,
    value: Option<String>,
) -> Result<(), ApiError> {
    set_preference(store, &key, value.as_deref())?;
    journal.push(write(&Entry::Preference { key, value }, &[]));
    Ok(())
}

pub(super) fn write(entry: &Entry, changeset: &[u8]) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(entry).unwrap_or_default();
    bytes.push(b'\n');
    bytes.extend_from_slice(changeset);
    bytes
}

/// Plays an entry again on the data it was made on.
///
/// # Errors
/// `DataDamaged` when it is no entry or does not fit the data; the data is then as it was.
pub(crate) fn replay(store: &Store, entry: &[u8]) -> Result<(), ApiError> {
    let end = entry
        .iter()
        .position(|byte| *byte == b'\n')
        .ok_or(ApiError::DataDamaged)?;
    let (head, changeset) = (&entry[..end], &entry[end + 1..]);
    let head: Entry = serde_json::from_slice(head).map_err(|_| ApiError::DataDamaged)?;
    let conn = store.conn();
    let transaction = conn.unchecked_transaction()?;
    match head {
        Entry::Done { name, subject, at } => {
            apply::apply(conn, changeset)?;
            log::append(conn, name, &subject, &at, changeset)?;
        }
        Entry::Undone => {
            let line = log::last_done(conn)?.ok_or(ApiError::DataDamaged)?;
            undo::step(conn, true, line.seq)?;
        }
        Entry::Redone => {
            let line = log::first_undone(conn)?.ok_or(ApiError::DataDamaged)?;
            undo::step(conn, false, line.seq)?;
        }
        Entry::Lifted => {
            let line = log::last_done(conn)?.ok_or(ApiError::DataDamaged)?;
            undo::lift(conn, line.seq)?;
        }
        Entry::Preference { key, value } => set_preference(store, &key, value.as_deref())?,
        Entry::Carried {
            product,
            at,
            preferences,
        } => {
            if product != PRODUCT {
                return Err(ApiError::DataDamaged);
            }
            // Preferences alone are nothing to undo.
            if !changeset.is_empty() {
                apply::apply(conn, changeset).map_err(|_| ApiError::DataDamaged)?;
                log::append(conn, ChangeName::WorkResumed, "", &at, changeset)?;
            }
            for (key, value) in &preferences {
                set_preference(store, key, Some(value))?;
            }
        }
    }
    store.settle()?;
    transaction.commit()?;
    Ok(())
}

fn set_preference(store: &Store, key: &str, value: Option<&str>) -> Result<(), ApiError> {
    let conn = store.conn();
    match value {
        Some(value) => conn.execute(
            "INSERT OR REPLACE INTO preference (key, value) VALUES (?1, ?2)",
            (key, value),
        )?,
        None => conn.execute("DELETE FROM preference WHERE key = ?1", [key])?,
    };
    Ok(())
}
