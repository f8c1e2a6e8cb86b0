//! Read or not: how a person sees their inbox, kept as a preference is, so that no reading is ever in the list of what was done.

use super::rows;
use crate::change::{Nothing, note_preference, undo_state};
use crate::error::ApiError;
use crate::reader::Writer;
use serde::Deserialize;

/// Lines that were read, or that are to look as if they were not.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct InboxMark {
    ids: Vec<i64>,
    read: bool,
}

/// What begins the key of the preference of a line; what it holds tells this line from another that took its number, when
/// the days were taken back and passed otherwise.
pub(super) const READ: &str = "inbox.read.";

/// Marks lines as read or not; lines that are no more are passed over.
pub(crate) fn mark(writer: &mut Writer, input: InboxMark) -> Result<Nothing, ApiError> {
    for id in input.ids {
        let Some(mark) = rows::mark_of(writer.reader.store, id)? else {
            continue;
        };
        note(writer, id, input.read.then_some(mark))?;
    }
    // What can still come back by redoing keeps its mark.
    if undo_state(writer.reader.store.conn())?.redo.is_none() {
        for id in rows::stray_marks(writer.reader.store)? {
            note(writer, id, None)?;
        }
    }
    Ok(Nothing {})
}

fn note(writer: &mut Writer, id: i64, mark: Option<String>) -> Result<(), ApiError> {
    note_preference(writer.reader.store, writer.journal, format!("{READ}{id}"), mark)
}
