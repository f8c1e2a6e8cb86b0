//! Who would get a message with a hole in it, and which field to fill.

use super::MessageText;
use super::audience::{Audience, addressees};
use super::compile::compile;
use super::preview::{MissingField, missing_field};
use super::render::render;
use super::said::said;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::records;
use serde::{Deserialize, Serialize};

/// Which message, to whom.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct MissingAsked {
    text: MessageText,
    audience: Audience,
}

/// Who lacks what.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct MessageMissing {
    /// People concerned.
    total: usize,
    /// The first ones.
    people: Vec<PersonMissing>,
}

/// One of them.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct PersonMissing {
    customer: String,
    label: String,
    fields: Vec<MissingField>,
}

/// People shown.
const SHOWN: usize = 200;

/// Lists who lacks a field that the message says without anything instead.
pub(crate) fn missing(reader: &Reader, input: MissingAsked) -> Result<MessageMissing, ApiError> {
    let whom = addressees(reader, &input.audience)?;
    let message = compile(reader, &input.text)?;
    let values = said(reader, &message, &whom)?;
    let mut found = MessageMissing {
        total: 0,
        people: Vec::new(),
    };
    for (one, values) in whom.iter().zip(&values) {
        let rendered = render(&message, one, values);
        if rendered.missing.is_empty() {
            continue;
        }
        found.total += 1;
        if found.people.len() >= SHOWN {
            continue;
        }
        let customer = records::read(reader, Entity::Customer, one.customer)?;
        let car = one
            .car
            .map(|car| records::read(reader, Entity::Vehicle, car))
            .transpose()?;
        let mut fields: Vec<MissingField> = Vec::new();
        for slot in &rendered.missing {
            let field = missing_field(message.slots[*slot].source, &customer.reference, car.as_ref());
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        found.people.push(PersonMissing {
            customer: customer.reference,
            label: customer.label,
            fields,
        });
    }
    Ok(found)
}
