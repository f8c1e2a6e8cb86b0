//! Answering a lead: the contact is written down, the follow-ups before it are closed, the next one is set.

use super::{lead_of, rows, text};
use crate::activities::refuse_past;
use crate::change::{Change, ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::Entity;
use crate::reader::{Reader, Writer};
use crate::records::{Created, RecordView, Values, insert_checked, write_checked};
use crate::replies;
use crate::values::Value;
use serde::Deserialize;

/// Which lead, and the contact: any field of an activity but whose it is.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct LeadReply {
    #[serde(rename = "ref")]
    reference: String,
    #[cfg_attr(test, ts(type = "Values"))]
    values: Values,
}

/// Writes an answer down as one change; a new or a lost lead is in progress from then on, taken by who answered.
///
/// # Errors
/// `Invalid` when a value is refused, the contact lies before the lead, or the next follow-up before today.
pub(crate) fn reply(writer: &mut Writer, input: LeadReply) -> Result<Created, ApiError> {
    let (id, lead) = lead_of(writer, &input.reference)?;
    let mut values = input.values;
    let next = values.get("next_follow_up_on").and_then(Value::text);
    refuse_past(writer, next)?;
    let at = values.get("happened_at").and_then(Value::text);
    let now = writer.now_text();
    if let Some(issued) = text(&lead, "issued_at").filter(|issued| at.unwrap_or(&now) < *issued) {
        let problem =
            Problem::new("happened_at", ProblemCode::TooEarly).between(Some(issued.to_owned()), None);
        return Err(ApiError::invalid(problem));
    }
    if at.is_none() {
        values.insert("happened_at".to_owned(), now.into());
    }
    values.insert("lead_id".to_owned(), lead.reference.as_str().into());
    let customer = lead.values.get("customer_id").cloned().unwrap_or_default();
    values.insert("customer_id".to_owned(), customer);
    if values.get("owner").is_none_or(Value::is_empty) {
        let owner = lead.values.get("owner").cloned().unwrap_or_default();
        values.insert("owner".to_owned(), owner);
    }
    let (reference, done) = transact(writer, ChangeName::LeadReply, |reader, change| {
        close_follow_ups(reader, change, id)?;
        let activity = insert_checked(reader, change, Entity::Activity, &values)?;
        replies::told(reader, change, activity)?;
        take(reader, change, id, &lead, values.get("owner"))?;
        Ok((Entity::Activity.reference(activity), lead.label.clone()))
    })?;
    Ok(Created { reference, done })
}

/// The follow-ups of a lead are done today.
pub(super) fn close_follow_ups(reader: &Reader, change: &Change, lead: i64) -> Result<(), ApiError> {
    let closed = Values::from([("follow_up_done_on".to_owned(), reader.today().into())]);
    for asked in rows::pending_follow_ups(reader, lead)? {
        write_checked(reader, change, Entity::Activity, asked, &closed)?;
    }
    Ok(())
}

/// Somebody has the lead in hand.
fn take(
    reader: &Reader,
    change: &Change,
    id: i64,
    lead: &RecordView,
    owner: Option<&Value>,
) -> Result<(), ApiError> {
    let mut values = Values::new();
    if matches!(text(lead, "state"), None | Some("new" | "lost")) {
        values.insert("state".to_owned(), "in_progress".into());
        values.insert("lost_reason".to_owned(), Value::Empty);
    }
    if let Some(owner) = owner.filter(|_| text(lead, "owner").is_none()) {
        values.insert("owner".to_owned(), owner.clone());
    }
    write_checked(reader, change, Entity::Lead, id, &values)?;
    rows::forget_origin(change, id)
}
