//! Taking an added field away, with what it holds.

use super::{known, rows};
use crate::change::{ChangeDone, ChangeName, transact};
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Writer;
use crate::records::rows::delete as delete_record;
use serde::{Deserialize, Serialize};

/// Which added field.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CustomFieldDelete {
    #[serde(rename = "ref")]
    reference: String,
}

/// What was done.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CustomFieldDeleted {
    /// Records that held a value.
    #[cfg_attr(test, ts(type = "number"))]
    emptied: i64,
    #[serde(flatten)]
    done: ChangeDone,
}

/// Takes an added field away from every record, as one change: undoing it brings the values back.
///
/// # Errors
/// `NotFound`.
pub(crate) fn delete(writer: &mut Writer, input: CustomFieldDelete) -> Result<CustomFieldDeleted, ApiError> {
    let field = known(writer, &input.reference)?;
    let (emptied, done) = transact(writer, ChangeName::CustomFieldDelete, |reader, change| {
        let emptied = rows::forget_values(change, (field.entity, &field.added.key))?;
        delete_record(change, Entity::CustomField, field.id)?;
        reader.known_fields.forget();
        Ok((emptied, field.added.label.clone()))
    })?;
    Ok(CustomFieldDeleted { emptied, done })
}
