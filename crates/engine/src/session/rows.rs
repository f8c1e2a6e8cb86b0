//! Settings of the base and preferences of a person, read and written.

use crate::change::{Nothing, note_preference};
use crate::error::ApiError;
use crate::reader::{Reader, Writer};
use crate::store::Store;
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};

/// Which preference.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct PreferenceRead {
    key: String,
}

/// A preference, none when it was never said.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct PreferenceValue {
    value: Option<String>,
}

/// A preference to keep, or to forget.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct PreferenceWrite {
    key: String,
    value: Option<String>,
}

/// Who I am: a name of the staff, or nobody in particular.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Identify {
    name: Option<String>,
}

const USER: &str = "user";

/// A preference.
pub(crate) fn read_preference(reader: &Reader, input: PreferenceRead) -> Result<PreferenceValue, ApiError> {
    Ok(PreferenceValue {
        value: preference(reader.store, &input.key)?,
    })
}

/// Keeps a preference; it is neither undone nor reset.
pub(crate) fn write_preference(writer: &mut Writer, input: PreferenceWrite) -> Result<Nothing, ApiError> {
    note_preference(writer.reader.store, writer.journal, input.key, input.value)?;
    Ok(Nothing {})
}

/// Says who I am.
pub(crate) fn identify(writer: &mut Writer, input: Identify) -> Result<Nothing, ApiError> {
    note_preference(writer.reader.store, writer.journal, USER.to_owned(), input.name)?;
    Ok(Nothing {})
}

pub(super) fn user(store: &Store) -> Result<Option<String>, ApiError> {
    preference(store, USER)
}

fn preference(store: &Store, key: &str) -> Result<Option<String>, ApiError> {
    Ok(store
        .conn()
        .prepare_cached("SELECT value FROM preference WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?)
}

/// How many customers have an invoice, and how many have none.
pub(super) fn clients_and_prospects(store: &Store) -> Result<(i64, i64), ApiError> {
    let sql = "SELECT count(*) FILTER (WHERE status = 'client'), count(*) FILTER (WHERE status = 'prospect') FROM customer_facts";
    Ok(store
        .conn()
        .prepare_cached(sql)?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Has nobody ever done anything in this sandbox?
pub(super) fn is_untouched(store: &Store) -> Result<bool, ApiError> {
    Ok(store.conn().query_row(
        "SELECT NOT EXISTS (SELECT 1 FROM change_log WHERE name <> 'time_passed')",
        [],
        |row| row.get(0),
    )?)
}
