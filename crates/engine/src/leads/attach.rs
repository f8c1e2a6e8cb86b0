//! Attaching a lead to a customer that exists: its contacts go into theirs.

use super::{customer_of, lead_of, missing, rows};
use crate::change::{Change, ChangeDone, ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Entity, parse_any_reference};
use crate::reader::{Reader, Writer};
use crate::records::{RecordView, Values, read, rows as records, write_checked};
use serde::Deserialize;

/// Which lead, to whom, and which of the coordinates that the customer lacks are taken from the lead.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct LeadAttach {
    #[serde(rename = "ref")]
    reference: String,
    customer: String,
    /// Keys of the customer: `mobile`, `phone`, `mail`.
    #[serde(default)]
    fill: Vec<String>,
}

/// Attaches it as one change; the state of the lead stays what it is.
///
/// # Errors
/// `Invalid` when there is no such customer or something to fill in is not missing.
pub(crate) fn attach(writer: &mut Writer, input: LeadAttach) -> Result<ChangeDone, ApiError> {
    let (id, lead) = lead_of(writer, &input.reference)?;
    let customer = standing_customer(writer, &input.customer)?;
    let ((), done) = transact(writer, ChangeName::LeadAttach, |reader, change| {
        let to = attach_to(reader, change, (id, &lead), customer, &input.fill)?;
        Ok(((), super::named_with(&lead, &to)))
    })?;
    Ok(done)
}

/// The customer of a reference, or the one it was merged into.
pub(super) fn standing_customer(reader: &Reader, reference: &str) -> Result<i64, ApiError> {
    let unknown = || ApiError::invalid(Problem::new("customer_id", ProblemCode::UnknownReference));
    let (entity, id) = parse_any_reference(reference).map_err(|_| unknown())?;
    let id = records::survivor(reader, id)?;
    if entity == Entity::Customer && records::exists(reader, entity, id)? {
        Ok(id)
    } else {
        Err(unknown())
    }
}

/// The lead, its contacts and its appointments become a customer's; gives the customer.
pub(crate) fn attach_to(
    reader: &Reader,
    change: &Change,
    (id, lead): (i64, &RecordView),
    customer: i64,
    fill: &[String],
) -> Result<RecordView, ApiError> {
    let to = read(reader, Entity::Customer, customer)?;
    let offered = missing(lead, &to);
    let mut filled = Values::new();
    for key in fill {
        let value = offered
            .get(key)
            .ok_or_else(|| ApiError::invalid(Problem::new(key, ProblemCode::NotEditable)))?;
        filled.insert(key.clone(), value.clone());
    }
    write_checked(reader, change, Entity::Customer, customer, &filled)?;
    let whose = Values::from([("customer_id".to_owned(), to.reference.as_str().into())]);
    write_checked(reader, change, Entity::Lead, id, &whose)?;
    rows::hand_over(change, id, customer_of(lead), customer)?;
    rows::forget_origin(change, id)?;
    Ok(to)
}
