//! The trainer's workbook that a sandbox keeps: its bytes in base 64, cut in parts that a cell of a workbook can hold.

use crate::error::ApiError;
use crate::store::{Store, TechnicalRow};
use crate::values::Value;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The table of the parts.
pub(super) const KEPT: &str = "base_part";
/// Characters in a part.
const LONGEST: usize = 30_000;

/// The workbook to which a reset returns; none for the product's base.
pub(super) fn kept_workbook(store: &Store) -> Result<Option<Vec<u8>>, ApiError> {
    let mut statement = store
        .conn()
        .prepare_cached("SELECT content FROM base_part ORDER BY id")?;
    let parts = statement
        .query_map([], |row| row.get::<_, String>(0))?
        .collect::<Result<Vec<_>, _>>()?;
    if parts.is_empty() {
        return Ok(None);
    }
    STANDARD
        .decode(parts.concat())
        .map(Some)
        .map_err(|_| ApiError::DataDamaged)
}

/// Is a workbook kept?
pub(super) fn has_workbook(store: &Store) -> Result<bool, ApiError> {
    Ok(store
        .conn()
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM base_part)")?
        .query_row([], |row| row.get(0))?)
}

/// A workbook as rows of the table.
pub(super) fn parts_of(bytes: &[u8]) -> Vec<TechnicalRow> {
    let text = STANDARD.encode(bytes);
    // Base 64 is ASCII: every cut falls between two characters.
    (1_i64..)
        .zip(text.as_bytes().chunks(LONGEST))
        .map(|(id, part)| TechnicalRow {
            table: KEPT,
            values: vec![
                ("id".to_owned(), Value::Int(id)),
                (
                    "content".to_owned(),
                    String::from_utf8_lossy(part).into_owned().into(),
                ),
            ],
        })
        .collect()
}
