//! A contact written down in one go: the activity, and the follow-up that it answers.

use crate::change::{ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Entity, parse_any_reference};
use crate::reader::{Reader, Writer};
use crate::records::{Created, Values, insert_checked, read, write_checked};
use crate::replies;
use crate::values::Value;
use serde::Deserialize;

/// What took place, and the activities whose follow-up it was.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ActivityLog {
    #[cfg_attr(test, ts(type = "Values"))]
    values: Values,
    /// Activities of the same customer, their follow-up not done yet.
    #[serde(default)]
    answers: Vec<String>,
}

/// Logs an activity and closes the follow-ups it answers, as one change.
///
/// # Errors
/// `Invalid` when a value is refused, the next follow-up lies before today, or an activity answered is another
/// customer's.
pub(crate) fn log(writer: &mut Writer, input: ActivityLog) -> Result<Created, ApiError> {
    let today = writer.today().to_string();
    let text = |key: &str| input.values.get(key).and_then(Value::text);
    refuse_past(writer, text("next_follow_up_on"))?;
    let mut values = input.values.clone();
    let mut answered = Vec::new();
    for reference in &input.answers {
        let (entity, id) = parse_any_reference(reference)?;
        let asked = (entity == Entity::Activity)
            .then(|| read(writer, Entity::Activity, id))
            .transpose()?
            .ok_or_else(|| ApiError::not_found(reference))?;
        if asked.values.get("customer_id").and_then(Value::text) != text("customer_id") {
            return Err(ApiError::invalid(Problem::new(
                "customer_id",
                ProblemCode::UnknownReference,
            )));
        }
        // What answers a contact about a lead is about this lead.
        if let Some(lead) = asked.values.get("lead_id").filter(|lead| !lead.is_empty()) {
            values.entry("lead_id".to_owned()).or_insert_with(|| lead.clone());
        }
        answered.push(id);
    }
    let closed = Values::from([("follow_up_done_on".to_owned(), today.into())]);
    let (reference, done) = transact(writer, ChangeName::ActivityLog, |reader, change| {
        let id = insert_checked(reader, change, Entity::Activity, &values)?;
        replies::told(reader, change, id)?;
        for asked in answered {
            write_checked(reader, change, Entity::Activity, asked, &closed)?;
        }
        let logged = read(reader, Entity::Activity, id)?;
        let subject = logged
            .values
            .get("customer_id")
            .and_then(Value::text)
            .map(parse_any_reference)
            .transpose()?
            .map(|(entity, id)| read(reader, entity, id))
            .transpose()?
            .map_or_else(String::new, |record| record.label);
        Ok((logged.reference, subject))
    })?;
    Ok(Created { reference, done })
}

/// A follow-up is set for today at the earliest.
pub(crate) fn refuse_past(reader: &Reader, next: Option<&str>) -> Result<(), ApiError> {
    let today = reader.today().to_string();
    if next.is_some_and(|next| next < today.as_str()) {
        let problem = Problem::new("next_follow_up_on", ProblemCode::TooEarly).between(Some(today), None);
        return Err(ApiError::invalid(problem));
    }
    Ok(())
}
