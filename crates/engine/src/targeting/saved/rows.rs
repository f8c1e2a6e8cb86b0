//! The members of frozen targetings, and what tells saved ones apart.

use crate::change::Change;
use crate::error::ApiError;
use crate::reader::Reader;
use crate::values::fold;
use rusqlite::OptionalExtension;

/// Puts records in a targeting, in their order.
pub(super) fn keep(change: &Change, targeting: i64, ids: &[i64]) -> Result<(), ApiError> {
    let last: Option<i64> = change
        .conn()
        .prepare_cached("SELECT last FROM sequence WHERE entity = 'targeting_member'")?
        .query_row([], |row| row.get(0))
        .optional()?;
    let first = last.unwrap_or(0);
    let mut statement = change.conn().prepare_cached(
        "INSERT INTO targeting_member (id, targeting_id, record_id, rank) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for (rank, record) in (1_i64..).zip(ids) {
        statement.execute((first + rank, targeting, record, rank))?;
    }
    let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    change
        .conn()
        .prepare_cached(
            "INSERT INTO sequence (entity, last) VALUES ('targeting_member', ?1)
             ON CONFLICT (entity) DO UPDATE SET last = ?1",
        )?
        .execute([first.saturating_add(count)])?;
    Ok(())
}

/// Empties a targeting of its members.
pub(super) fn forget(change: &Change, targeting: i64) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached("DELETE FROM targeting_member WHERE targeting_id = ?1")?
        .execute([targeting])?;
    Ok(())
}

/// The ids of every saved targeting, by name.
pub(super) fn all(reader: &Reader) -> Result<Vec<i64>, ApiError> {
    let mut statement = reader
        .store
        .conn()
        .prepare_cached("SELECT id FROM targeting ORDER BY name COLLATE fr, id")?;
    let ids = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(ids)
}

/// Does another saved targeting bear this name, however it is written?
pub(super) fn is_name_taken(reader: &Reader, name: &str, but: Option<i64>) -> Result<bool, ApiError> {
    if fold(name).is_empty() {
        return Ok(false);
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM targeting WHERE name COLLATE fr = ?1 AND id IS NOT ?2)";
    Ok(reader
        .store
        .conn()
        .prepare_cached(sql)?
        .query_row((name, but), |row| row.get(0))?)
}
