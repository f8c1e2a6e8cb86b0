//! What the days brought: figures, each of which leads to its list.

use super::rows;
use crate::change::Change;
use crate::error::ApiError;
use crate::values::Value;
use jiff::civil::DateTime;
use serde::Serialize;

/// What came between two moments.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Digest {
    /// The day after the first moment, and the day of the last: those of the lists.
    pub(super) from: String,
    pub(super) to: String,
    /// Leads that came and wait for their answer.
    pub(super) leads: i64,
    /// Lines of the inbox, those who came by left out.
    pub(super) replies: i64,
    /// Customers who came by without an appointment.
    pub(super) visits: i64,
    pub(super) complaints: i64,
    pub(super) invoices: i64,
    /// Prospects that became clients.
    pub(super) clients: i64,
    /// Follow-ups whose day went by without anything done.
    pub(super) missed: i64,
    /// Leads lost.
    pub(super) lost: i64,
}

/// What came after one moment, up to another.
pub(super) fn digest(change: &Change, from: DateTime, to: DateTime) -> Result<Digest, ApiError> {
    let text = |at: DateTime| Value::from(at).text().unwrap_or_default().to_owned();
    let mut digest = rows::digest(change, &text(from), &text(to))?;
    let next = from.date().tomorrow().unwrap_or(from.date()).min(to.date());
    (digest.from, digest.to) = (next.to_string(), to.date().to_string());
    Ok(digest)
}
