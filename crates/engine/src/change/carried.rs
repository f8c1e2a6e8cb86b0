//! What was done since the base was made, as one entry: a learning platform carries it to another computer, where the same
//! base is made again and the entry played on it.

use super::journal::{Entry, write};
use super::log;
use crate::error::ApiError;
use crate::store::Store;
use rusqlite::session::Changegroup;
use std::collections::BTreeMap;

/// More than this, in bytes, no platform takes, however well it is packed.
const MOST: i64 = 8 * 1024 * 1024;

/// The version of the product: another one may make another base from the same seed.
pub(super) const PRODUCT: &str = env!("CARGO_PKG_VERSION");

/// What stands of all that was done, as one journal entry; none when nothing was, or all of it was undone.
///
/// # Errors
/// `StorageFull` when it is more than any platform takes.
///
/// A row that was made and taken away again, or put back as it was, is not in it.
pub(crate) fn carried(store: &Store) -> Result<Option<Vec<u8>>, ApiError> {
    let conn = store.conn();
    if !log::is_whole(conn)? || log::weight(conn)? > MOST {
        return Err(ApiError::StorageFull);
    }
    let mut group = Changegroup::new()?;
    let mut statement =
        conn.prepare_cached("SELECT changeset FROM change_log WHERE undone = 0 ORDER BY seq")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        group.add_stream(&mut row.get_ref(0)?.as_blob().unwrap_or_default())?;
    }
    let mut net = Vec::new();
    group.output_strm(&mut net)?;
    let preferences: BTreeMap<String, String> = conn
        .prepare_cached("SELECT key, value FROM preference ORDER BY key")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    if net.is_empty() && preferences.is_empty() {
        return Ok(None);
    }
    let at = log::last_done(conn)?.map(|last| last.at).unwrap_or_default();
    let entry = Entry::Carried {
        product: PRODUCT.to_owned(),
        at,
        preferences,
    };
    Ok(Some(write(&entry, &net)))
}
