//! Writing down what a customer says today for a channel.

use super::{children, newest, text};
use crate::change::{Change, ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Entity, parse_any_reference};
use crate::reader::{Reader, Writer};
use crate::records::{Created, Values, insert_checked, read, rows, write_checked};
use crate::values::{Value, parse_reference};
use serde::Deserialize;

/// What they say.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ConsentSet {
    /// A customer.
    #[serde(rename = "ref")]
    reference: String,
    channel: String,
    /// `granted`, `refused` or `withdrawn`.
    state: String,
    /// How they said it; an agreement needs it as its proof.
    origin: Option<String>,
}

/// Writes it as one change: in the record of the channel when there is one, else in a new one.
///
/// # Errors
/// `Invalid` when an agreement has no origin, or the channel or the state is unknown.
pub(crate) fn set(writer: &mut Writer, input: ConsentSet) -> Result<Created, ApiError> {
    let (entity, id) = parse_any_reference(&input.reference)?;
    if entity != Entity::Customer {
        return Err(ApiError::not_found(&input.reference));
    }
    let id = rows::survivor(writer, id)?;
    let customer = read(writer, Entity::Customer, id)?;
    let (reference, done) = transact(writer, ChangeName::ConsentSet, |reader, change| {
        let consent = say(reader, change, &customer.reference, &input)?;
        Ok((Entity::Consent.reference(consent), customer.label.clone()))
    })?;
    Ok(Created { reference, done })
}

/// Withdraws the consent of a channel today, inside a change: they said so.
pub(crate) fn withdraw(
    reader: &Reader,
    change: &Change,
    customer: i64,
    channel: &str,
) -> Result<i64, ApiError> {
    let reference = Entity::Customer.reference(customer);
    let input = ConsentSet {
        reference: reference.clone(),
        channel: channel.to_owned(),
        state: "withdrawn".to_owned(),
        origin: None,
    };
    say(reader, change, &reference, &input)
}

/// Writes what a customer says, inside a change; gives the consent.
fn say(reader: &Reader, change: &Change, customer: &str, input: &ConsentSet) -> Result<i64, ApiError> {
    let origin = input.origin.as_deref();
    if input.state == "granted" && origin.is_none_or(|origin| origin.trim().is_empty()) {
        return Err(ApiError::invalid(Problem::new("origin", ProblemCode::Required)));
    }
    let (_, id) = parse_any_reference(customer)?;
    let consents = children(reader, Entity::Consent, id)?;
    let known = newest(
        consents
            .iter()
            .filter(|consent| text(consent, "channel") == Some(input.channel.as_str())),
    );
    let today = Value::from(reader.today());
    let mut values = Values::from([("state".to_owned(), input.state.as_str().into())]);
    if input.state == "withdrawn" {
        values.insert("withdrawn_on".to_owned(), today);
    } else {
        values.insert("given_on".to_owned(), today);
        values.insert("withdrawn_on".to_owned(), Value::Empty);
    }
    if let Some(origin) = origin {
        values.insert("origin".to_owned(), origin.into());
    }
    if let Some((_, known)) = known.and_then(|known| parse_reference(&known.reference)) {
        write_checked(reader, change, Entity::Consent, known, &values)?;
        return Ok(known);
    }
    values.insert("customer_id".to_owned(), customer.into());
    values.insert("channel".to_owned(), input.channel.as_str().into());
    insert_checked(reader, change, Entity::Consent, &values)
}
