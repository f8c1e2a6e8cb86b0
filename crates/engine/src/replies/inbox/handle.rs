//! Handling an answer: everything that is done with it is one change, and the next reactions of the customer know.

use super::{gone, rows};
use crate::activities::refuse_past;
use crate::change::{Change, ChangeDone, ChangeName, transact};
use crate::consents;
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Entity, parse_any_reference};
use crate::reader::{Reader, Writer};
use crate::records::{Values, insert_checked, write_checked};
use crate::replies::deals::expected;
use crate::replies::send::sent;
use crate::replies::sent::{Channel, Forced, Offer, Sent};
use serde::Deserialize;

/// What is done with an answer; nothing of it: it is filed.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct InboxHandle {
    id: i64,
    /// An appointment of the agenda.
    #[serde(default)]
    #[cfg_attr(test, ts(type = "Values | null"))]
    appointment: Option<Values>,
    /// The day on which to come back to them.
    #[serde(default)]
    follow_up_on: Option<String>,
    /// Fields of a record of theirs.
    #[serde(default)]
    correct: Option<Correction>,
    /// Channels of which the consent is withdrawn today.
    #[serde(default)]
    withdraw: Vec<String>,
    /// What is written or said to them.
    #[serde(default)]
    answer: Option<OwnAnswer>,
    /// It was dealt with on another screen: nothing more is written here.
    #[serde(default)]
    elsewhere: bool,
    /// Who handles it; the one in charge when nothing is said.
    #[serde(default)]
    owner: Option<String>,
}

/// A record and its new values.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Correction {
    #[serde(rename = "ref")]
    reference: String,
    #[cfg_attr(test, ts(type = "Values"))]
    values: Values,
}

/// An answer of ours.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct OwnAnswer {
    /// `mail`, `sms`, `letter`, `call`.
    channel: String,
    text: String,
}

/// Which line is to be handled again.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct InboxReopen {
    id: i64,
}

/// Handles an answer as one change.
///
/// # Errors
/// `NotFound`; `Invalid` when a value is refused: nothing is then done.
pub(crate) fn handle(writer: &mut Writer, input: InboxHandle) -> Result<ChangeDone, ApiError> {
    let kept = rows::open(writer, input.id)?.ok_or_else(|| gone(input.id))?;
    refuse_past(writer, input.follow_up_on.as_deref())?;
    let ((), done) = transact(writer, ChangeName::InboxHandle, |reader, change| {
        if let Some(values) = &input.appointment {
            make_appointment(reader, change, &kept, values)?;
        }
        if let Some(correction) = &input.correct {
            let (entity, id) = parse_any_reference(&correction.reference)?;
            write_checked(reader, change, entity, id, &correction.values)?;
        }
        for channel in &input.withdraw {
            consents::withdraw(reader, change, kept.customer, channel)?;
        }
        if let Some(answer) = &input.answer {
            write_answer(reader, change, &kept, answer, input.owner.as_deref())?;
        }
        if let Some(day) = &input.follow_up_on {
            let values = Values::from([("next_follow_up_on".to_owned(), day.as_str().into())]);
            write_checked(reader, change, Entity::Activity, kept.activity, &values)?;
        }
        rows::set_handling(change, input.id, Some((&reader.now_text(), how(&input))))?;
        Ok(((), kept.line.label.clone()))
    })?;
    Ok(done)
}

/// Puts a line back among those that wait; what was done stays done.
///
/// # Errors
/// `NotFound`.
pub(crate) fn reopen(writer: &mut Writer, input: InboxReopen) -> Result<ChangeDone, ApiError> {
    let kept = rows::open(writer, input.id)?.ok_or_else(|| gone(input.id))?;
    let ((), done) = transact(writer, ChangeName::InboxReopen, |_, change| {
        rows::set_handling(change, input.id, None)?;
        Ok(((), kept.line.label.clone()))
    })?;
    Ok(done)
}

/// What is remembered of the handling.
fn how(input: &InboxHandle) -> &'static str {
    if input.appointment.is_some() {
        "appointment"
    } else if !input.withdraw.is_empty() {
        "withdrawn"
    } else if input.correct.is_some() {
        "corrected"
    } else if input.answer.is_some() {
        "answered"
    } else if input.follow_up_on.is_some() {
        "follow_up"
    } else if input.elsewhere {
        "elsewhere"
    } else {
        "filed"
    }
}

/// Writes the appointment; the customer will come, or not.
fn make_appointment(
    reader: &Reader,
    change: &Change,
    kept: &rows::Kept,
    values: &Values,
) -> Result<(), ApiError> {
    let mut values = values.clone();
    let customer = Entity::Customer.reference(kept.customer);
    values.insert("customer_id".to_owned(), customer.into());
    values
        .entry("state".to_owned())
        .or_insert_with(|| "planned".into());
    let entry = insert_checked(reader, change, Entity::AgendaEntry, &values)?;
    expected(reader, change, entry)
}

/// Writes what is answered; a mail, an SMS or a letter is sent, and may be answered in its turn.
fn write_answer(
    reader: &Reader,
    change: &Change,
    kept: &rows::Kept,
    answer: &OwnAnswer,
    owner: Option<&str>,
) -> Result<(), ApiError> {
    if answer.text.trim().is_empty() {
        return Err(ApiError::invalid(Problem::new("content", ProblemCode::Required)));
    }
    let owner = owner.map(str::to_owned).or_else(|| kept.line.owner.clone());
    let values = Values::from([
        (
            "customer_id".to_owned(),
            Entity::Customer.reference(kept.customer).into(),
        ),
        ("kind".to_owned(), answer.channel.as_str().into()),
        ("direction".to_owned(), "outbound".into()),
        ("happened_at".to_owned(), reader.now_text().into()),
        ("subject".to_owned(), kept.line.subject.as_str().into()),
        ("content".to_owned(), answer.text.as_str().into()),
        ("owner".to_owned(), owner.into()),
    ]);
    let activity = insert_checked(reader, change, Entity::Activity, &values)?;
    let Some(channel) = Channel::of_code(&answer.channel).filter(|channel| *channel != Channel::Call) else {
        return Ok(());
    };
    let message = Sent {
        activity,
        customer: kept.customer,
        campaign: None,
        recipient: None,
        channel,
        at: reader.now,
        offer: Offer::Service,
        personalised: 60,
        forced: Forced::NONE,
        text_hash: u64::from_ne_bytes(activity.to_ne_bytes()),
    };
    sent(change, &[message])
}
