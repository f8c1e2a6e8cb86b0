//! Deleting a record and what belongs to it.

use super::{has_no_verbs_of_its_own, rows, rules, subject};
use crate::change::{ChangeDone, ChangeName, transact};
use crate::clock;
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Writer;
use crate::values::{Value, parse_reference};
use serde::Deserialize;

/// Which record.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct RecordDelete {
    #[serde(rename = "ref")]
    reference: String,
}

/// Deletes a record as one change, which can be undone like any other.
pub(crate) fn delete(writer: &mut Writer, input: RecordDelete) -> Result<ChangeDone, ApiError> {
    let (entity, id) = parse_any_reference(&input.reference)?;
    has_no_verbs_of_its_own(entity)?;
    let record = super::read(writer, entity, id)?;
    let subject = subject(writer, &record)?;
    let ((), done) = transact(writer, ChangeName::RecordDelete, |reader, change| {
        if entity == Entity::Customer {
            clock::drop_of_customer(change, id, reader.today())?;
        }
        rows::delete(change, entity, id)?;
        if entity == Entity::InvoiceLine
            && let Some((_, invoice)) = record
                .values
                .get("invoice_id")
                .and_then(Value::text)
                .and_then(parse_reference)
        {
            rules::settle_invoice(reader, change, invoice)?;
        }
        Ok(((), subject))
    })?;
    Ok(done)
}
