//! A lead that leads to nothing, with its reason; and one that is taken up again.

use super::reply::close_follow_ups;
use super::{lead_of, rows};
use crate::change::{ChangeDone, ChangeName, transact};
use crate::content::leads::lost_words;
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::Entity;
use crate::reader::Writer;
use crate::records::{Values, insert_checked, write_checked};
use crate::values::Value;
use serde::Deserialize;

/// Which lead, why, and what else is to be said.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct LeadLose {
    #[serde(rename = "ref")]
    reference: String,
    reason: String,
    comment: Option<String>,
    /// Who says so; the one in charge when nothing is said.
    owner: Option<String>,
}

/// Which lead goes back to which state: `new` or `in_progress`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct LeadMove {
    #[serde(rename = "ref")]
    reference: String,
    state: String,
}

/// Loses a lead as one change: its follow-ups are closed, the reason stands in its history.
///
/// # Errors
/// `Invalid` without a reason.
pub(crate) fn lose(writer: &mut Writer, input: LeadLose) -> Result<ChangeDone, ApiError> {
    let (id, lead) = lead_of(writer, &input.reference)?;
    let reason = input.reason.trim();
    if reason.is_empty() {
        return Err(ApiError::invalid(Problem::new(
            "lost_reason",
            ProblemCode::Required,
        )));
    }
    let of_lead = |key: &str| lead.values.get(key).cloned().unwrap_or_default();
    let lost = Values::from([
        ("state".to_owned(), "lost".into()),
        ("lost_reason".to_owned(), reason.into()),
    ]);
    let words = lost_words();
    let told = Values::from([
        ("kind".to_owned(), "note".into()),
        ("lead_id".to_owned(), lead.reference.as_str().into()),
        ("customer_id".to_owned(), of_lead("customer_id")),
        ("happened_at".to_owned(), writer.now_text().into()),
        ("subject".to_owned(), words.subject(reason).into()),
        ("result".to_owned(), words.result.as_str().into()),
        ("content".to_owned(), input.comment.into()),
        (
            "owner".to_owned(),
            input.owner.map_or_else(|| of_lead("owner"), Value::from),
        ),
    ]);
    let ((), done) = transact(writer, ChangeName::LeadLose, |reader, change| {
        write_checked(reader, change, Entity::Lead, id, &lost)?;
        close_follow_ups(reader, change, id)?;
        insert_checked(reader, change, Entity::Activity, &told)?;
        rows::forget_origin(change, id)?;
        Ok(((), lead.label.clone()))
    })?;
    Ok(done)
}

/// Takes a lead up again, or gives it back to those that wait, as one change.
///
/// # Errors
/// `Invalid` for another state: a lead is converted and lost by what is said of it.
pub(crate) fn move_to(writer: &mut Writer, input: LeadMove) -> Result<ChangeDone, ApiError> {
    let (id, lead) = lead_of(writer, &input.reference)?;
    if !matches!(input.state.as_str(), "new" | "in_progress") {
        return Err(ApiError::invalid(Problem::new(
            "state",
            ProblemCode::UnknownChoice,
        )));
    }
    let values = Values::from([
        ("state".to_owned(), input.state.into()),
        ("lost_reason".to_owned(), Value::Empty),
    ]);
    let ((), done) = transact(writer, ChangeName::LeadMove, |reader, change| {
        write_checked(reader, change, Entity::Lead, id, &values)?;
        rows::forget_origin(change, id)?;
        Ok(((), lead.label.clone()))
    })?;
    Ok(done)
}
