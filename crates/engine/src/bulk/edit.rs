//! The edit of many records, as one change.

use super::{BulkAsked, first_of, refuse_what_fits_none, tell};
use crate::change::{ChangeDone, ChangeName, transact};
use crate::error::ApiError;
use crate::reader::Writer;
use crate::records::write_checked;
use serde::Serialize;

/// What was done.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct BulkDone {
    #[serde(flatten)]
    pub(crate) done: ChangeDone,
    /// Records left as they were because they cannot hold the values.
    pub(crate) refused: usize,
}

/// Edits every record chosen that can hold the values, as one change: one undo brings them all back.
///
/// # Errors
/// `Invalid` when none of them can, with the problem of the first.
pub(crate) fn edit(writer: &mut Writer, input: BulkAsked) -> Result<BulkDone, ApiError> {
    refuse_what_fits_none(writer, &input)?;
    let entity = input.chosen.entity;
    let known = writer.fields(entity)?;
    let ids = input.chosen.ids(writer)?;
    let labels: Vec<&str> = input
        .values
        .keys()
        .filter_map(|key| known.field(key))
        .map(|field| field.label)
        .collect();
    let (refused, done) = transact(writer, ChangeName::BulkEdit, |reader, change| {
        let (mut kept, mut refused) = (0_usize, Vec::new());
        for (place, id) in ids.iter().enumerate() {
            tell(reader, place, ids.len());
            match write_checked(reader, change, entity, *id, &input.values) {
                Ok(_) => kept += 1,
                Err(ApiError::Invalid { problems }) => refused.push(first_of(problems)),
                Err(error) => return Err(error),
            }
        }
        match refused.first() {
            Some(problem) if kept == 0 => Err(ApiError::invalid(problem.clone())),
            _ => Ok((refused.len(), format!("{kept} {}", labels.join(", ")))),
        }
    })?;
    Ok(BulkDone { done, refused })
}
