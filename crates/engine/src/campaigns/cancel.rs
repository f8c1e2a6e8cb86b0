//! A campaign for a date that will not leave.

use super::come::unschedule;
use crate::change::{ChangeDone, ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Writer;
use crate::records::{Values, read, write_checked};
use crate::values::Value;
use serde::Deserialize;

/// Which one.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CampaignCancel {
    #[serde(rename = "ref")]
    reference: String,
}

/// Cancels a campaign that waits for its date.
///
/// # Errors
/// `NotFound`; `Invalid` for one that does not wait.
pub(crate) fn cancel(writer: &mut Writer, input: CampaignCancel) -> Result<ChangeDone, ApiError> {
    let id = match parse_any_reference(&input.reference)? {
        (Entity::Campaign, id) => id,
        _ => return Err(ApiError::not_found(&input.reference)),
    };
    let campaign = read(writer, Entity::Campaign, id)?;
    if campaign.values.get("state").and_then(Value::text) != Some("scheduled") {
        return Err(ApiError::invalid(Problem::new("state", ProblemCode::NotEditable)));
    }
    let values = Values::from([("state".to_owned(), "cancelled".into())]);
    let ((), done) = transact(writer, ChangeName::CampaignCancel, |reader, change| {
        write_checked(reader, change, Entity::Campaign, id, &values)?;
        unschedule(change, id)?;
        Ok(((), campaign.label.clone()))
    })?;
    Ok(done)
}
