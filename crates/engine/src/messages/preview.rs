//! A message as each of those it is meant for would get it.

use super::audience::{Audience, addressees, only};
use super::compile::{Source, compile};
use super::gate::{Asked, sift};
use super::letter::address_block;
use super::render::render;
use super::said::said;
use super::{MessageChannel, MessageText, sms};
use crate::content::messages::words;
use crate::error::{ApiError, GateReason};
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::reckoning::ContactMode;
use crate::records::{self, RecordView};
use crate::values::{Value, parse_date_time};
use serde::{Deserialize, Serialize};

/// Which message, to whom, and which of them.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct MessagePreview {
    channel: MessageChannel,
    text: MessageText,
    /// Everybody it is meant for; none for one customer.
    audience: Option<Audience>,
    /// One customer.
    customer: Option<String>,
    /// From 0; the last one when there are fewer.
    place: usize,
    /// When it would leave: now when nothing is said.
    at: Option<String>,
    #[serde(default)]
    mode: ContactMode,
}

/// What that one gets.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct MessagePreviewed {
    /// How many it is meant for.
    total: usize,
    place: usize,
    /// None when it is meant for nobody.
    shown: Option<Shown>,
}

/// One recipient's message.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Shown {
    customer: String,
    label: String,
    /// The car that it speaks of.
    car: Option<String>,
    /// The mail, the number; none for a letter.
    to: Option<String>,
    subject: String,
    body: String,
    missing: Vec<MissingField>,
    /// Why the gate would leave them out.
    reason: Option<GateReason>,
    sms: Option<sms::SmsMeasure>,
    /// Of a letter.
    address: Vec<String>,
}

/// A field that says nothing of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct MissingField {
    /// The record that lacks it.
    #[serde(rename = "ref")]
    pub(super) reference: String,
    /// Its key; none for what no record holds.
    pub(super) field: Option<String>,
    pub(super) label: String,
}

/// Says a message to one of those it is meant for.
///
/// # Errors
/// `BadMessage`, `BadTarget`, `NotFound`.
pub(crate) fn preview(reader: &Reader, input: MessagePreview) -> Result<MessagePreviewed, ApiError> {
    let whom = match (&input.audience, &input.customer) {
        (Some(audience), _) => addressees(reader, audience)?,
        (None, Some(reference)) => vec![only(reader, customer_of(reader, reference)?)?],
        (None, None) => Vec::new(),
    };
    let message = compile(reader, &input.text)?;
    let place = input.place.min(whom.len().saturating_sub(1));
    let Some(one) = whom.get(place).copied() else {
        return Ok(MessagePreviewed {
            total: 0,
            place: 0,
            shown: None,
        });
    };
    let values = said(reader, &message, &[one])?;
    let rendered = render(&message, &one, values.first().unwrap_or(&Vec::new()));
    let customer = records::read(reader, Entity::Customer, one.customer)?;
    let car = one
        .car
        .map(|car| records::read(reader, Entity::Vehicle, car))
        .transpose()?;
    let asked = Asked {
        channel: input.channel,
        at: input
            .at
            .as_deref()
            .and_then(parse_date_time)
            .unwrap_or(reader.now),
        mode: input.mode,
        forced: &[],
        collective: input.audience.is_some(),
    };
    let sifted = sift(reader, &asked, &[one], &|_| !rendered.missing.is_empty())?;
    let missing = rendered
        .missing
        .iter()
        .map(|slot| missing_field(message.slots[*slot].source, &customer.reference, car.as_ref()))
        .collect();
    Ok(MessagePreviewed {
        total: whom.len(),
        place,
        shown: Some(Shown {
            to: address(input.channel, &customer),
            address: block(input.channel, &customer),
            sms: (input.channel == MessageChannel::Sms).then(|| sms::measure(&rendered.body)),
            reason: sifted.into_iter().next().and_then(|sifted| sifted.reason),
            customer: customer.reference,
            label: customer.label,
            car: car.map(|car| car.label),
            subject: rendered.subject,
            body: rendered.body,
            missing,
        }),
    })
}

/// The customer of a reference, or the one that stands for it now.
pub(super) fn customer_of(reader: &Reader, reference: &str) -> Result<i64, ApiError> {
    match parse_any_reference(reference)? {
        (Entity::Customer, id) => records::rows::survivor(reader, id),
        _ => Err(ApiError::not_found(reference)),
    }
}

/// Which field of which record a slot lacks.
pub(super) fn missing_field(source: Source, customer: &str, car: Option<&RecordView>) -> MissingField {
    let of_customer = |field: Option<&str>, label: String| MissingField {
        reference: customer.to_owned(),
        field: field.map(str::to_owned),
        label,
    };
    match source {
        Source::Customer(field) => of_customer(Some(field.key), field.label.to_owned()),
        Source::Car(field) => match car {
            Some(car) => MissingField {
                reference: car.reference.clone(),
                field: Some(field.key.to_owned()),
                label: field.label.to_owned(),
            },
            // No car at all.
            None => of_customer(None, words().car.clone()),
        },
        Source::Made(key) => {
            let made = words().field.iter().find(|made| made.key == key);
            of_customer(None, made.map(|made| made.name.clone()).unwrap_or_default())
        }
    }
}

fn address(channel: MessageChannel, customer: &RecordView) -> Option<String> {
    let text = |key: &str| customer.values.get(key).and_then(Value::text).map(str::to_owned);
    match channel {
        MessageChannel::Mail => text("mail"),
        MessageChannel::Sms => text("mobile"),
        MessageChannel::Letter => None,
    }
}

/// The address block of a letter.
pub(super) fn block(channel: MessageChannel, customer: &RecordView) -> Vec<String> {
    if channel != MessageChannel::Letter {
        return Vec::new();
    }
    let field = Entity::Customer.fields().field("civility");
    let civility = field
        .zip(customer.values.get("civility"))
        .and_then(|(field, value)| crate::fields::choice_label(field, value));
    address_block(&customer.values, civility)
}
