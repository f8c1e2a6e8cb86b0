//! What a person is told about time: the day of use, what is to come, what could not come.

use super::rows;
use crate::change::Nothing;
use crate::error::ApiError;
use crate::reader::Reader;
use serde::Serialize;

/// The day of use and what time has in store.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct TimeView {
    /// The day of use.
    today: String,
    /// The day of the calendar.
    calendar: String,
    /// Events to come.
    pending: i64,
    /// The day of the next one.
    next_on: Option<String>,
    /// What could not come, latest first.
    dropped: Vec<DroppedView>,
}

/// An event that could not come.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct DroppedView {
    /// When it was due, `2026-11-23T14:30`.
    pub(super) due_at: String,
    /// `purchase`, `invoice`, `activity`…
    pub(super) kind: String,
    /// Whom it was about.
    pub(super) label: String,
    /// `customer_deleted`, `vehicle_deleted` or `vehicle_sold`.
    pub(super) reason: String,
}

/// The day of use and what time has in store.
pub(crate) fn read(reader: &Reader, _input: Nothing) -> Result<TimeView, ApiError> {
    let (pending, next_on) = rows::pending(reader.store)?;
    Ok(TimeView {
        today: reader.today().to_string(),
        calendar: reader.calendar.date().to_string(),
        pending,
        next_on,
        dropped: rows::dropped(reader.store, 50)?,
    })
}
