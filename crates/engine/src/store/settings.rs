//! Settings of a sandbox: what its base was made from and the day to which time has come.

use super::Store;
use crate::error::ApiError;
use rusqlite::OptionalExtension;

/// A setting; none when it was never set.
pub(crate) fn setting(store: &Store, key: &str) -> Result<Option<String>, ApiError> {
    Ok(store
        .conn()
        .prepare_cached("SELECT value FROM setting WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?)
}
