//! Doing a follow-up: the contact is logged, the follow-up closed, the next one set.

use super::log::refuse_past;
use crate::change::{ChangeName, transact};
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Writer;
use crate::records::{Created, Values, insert_checked, read, write_checked};
use crate::replies;
use crate::values::Value;
use serde::Deserialize;

/// Which follow-up, and what came of it.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct FollowUpDone {
    /// The activity that asked for it.
    activity: String,
    kind: String,
    result: Option<String>,
    content: Option<String>,
    next_on: Option<String>,
    /// Who did it; the one in charge when nothing is said.
    owner: Option<String>,
}

/// Logs a follow-up as one change.
pub(crate) fn follow_up_done(writer: &mut Writer, input: FollowUpDone) -> Result<Created, ApiError> {
    let (entity, id) = parse_any_reference(&input.activity)?;
    if entity != Entity::Activity {
        return Err(ApiError::not_found(&input.activity));
    }
    let asked = read(writer, Entity::Activity, id)?;
    let today = writer.today().to_string();
    refuse_past(writer, input.next_on.as_deref())?;
    let of_asked = |key: &str| asked.values.get(key).cloned().unwrap_or_default();
    let logged = Values::from([
        ("customer_id".to_owned(), of_asked("customer_id")),
        ("lead_id".to_owned(), of_asked("lead_id")),
        ("kind".to_owned(), input.kind.into()),
        ("direction".to_owned(), "outbound".into()),
        ("happened_at".to_owned(), writer.now_text().into()),
        ("subject".to_owned(), of_asked("subject")),
        ("content".to_owned(), input.content.into()),
        ("result".to_owned(), input.result.into()),
        (
            "owner".to_owned(),
            input.owner.map_or_else(|| of_asked("owner"), Value::from),
        ),
        ("next_follow_up_on".to_owned(), input.next_on.into()),
    ]);
    let closed = Values::from([("follow_up_done_on".to_owned(), today.into())]);
    let (reference, done) = transact(writer, ChangeName::FollowUpDone, |reader, change| {
        let new = insert_checked(reader, change, Entity::Activity, &logged)?;
        replies::told(reader, change, new)?;
        write_checked(reader, change, Entity::Activity, id, &closed)?;
        let whom = of_asked("customer_id")
            .text()
            .or(of_asked("lead_id").text())
            .map(parse_any_reference)
            .transpose()?;
        let subject = whom
            .map(|(entity, id)| read(reader, entity, id))
            .transpose()?
            .map_or_else(String::new, |record| record.label);
        Ok((Entity::Activity.reference(new), subject))
    })?;
    Ok(Created { reference, done })
}
