//! What the verdicts on a customer rest upon, as it is kept.

use crate::error::ApiError;
use crate::reader::Reader;
use crate::reckoning::Reach;

/// All that decides whether a customer may be approached.
pub(super) fn reach(reader: &Reader, customer: i64) -> Result<Reach, ApiError> {
    let kept: String = reader
        .store
        .conn()
        .prepare_cached("SELECT reach FROM customer_reach WHERE id = ?1")?
        .query_row([customer], |row| row.get(0))?;
    serde_json::from_str(&kept).map_err(|_| ApiError::DataDamaged)
}
