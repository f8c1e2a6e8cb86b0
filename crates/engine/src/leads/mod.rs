//! Leads: the board by urgency, one lead as a whole, and what is done with it: answered, attached, converted, lost.

mod attach;
mod board;
mod card;
mod convert;
mod deadline;
mod lose;
mod open;
mod reply;
mod rows;

pub(crate) use attach::LeadAttach;
pub(crate) use attach::{attach, attach_to};
pub(crate) use board::board;
pub(crate) use board::{LeadBoard, LeadsRead};
pub(crate) use convert::LeadConvert;
pub(crate) use convert::convert;
pub(crate) use lose::{LeadLose, LeadMove};
pub(crate) use lose::{lose, move_to};
pub(crate) use open::open;
pub(crate) use open::{LeadFile, LeadOpen};
pub(crate) use reply::LeadReply;
pub(crate) use reply::reply;

use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::records::{RecordView, Values, read};
use crate::values::{Value, parse_reference};

/// The lead of a reference.
fn lead_of(reader: &Reader, reference: &str) -> Result<(i64, RecordView), ApiError> {
    let (entity, id) = parse_any_reference(reference)?;
    if entity != Entity::Lead {
        return Err(ApiError::not_found(reference));
    }
    Ok((id, read(reader, Entity::Lead, id)?))
}

fn text<'a>(record: &'a RecordView, key: &str) -> Option<&'a str> {
    record.values.get(key).and_then(Value::text)
}

/// The customer that a lead is attached to.
fn customer_of(lead: &RecordView) -> Option<i64> {
    text(lead, "customer_id")
        .and_then(parse_reference)
        .map(|(_, id)| id)
}

/// Mobile numbers begin with 06 or 07 in France, +336 or +337 from abroad.
fn is_mobile(phone: &str) -> bool {
    ["06", "07", "+336", "+337", "+33 6", "+33 7"]
        .iter()
        .any(|prefix| phone.starts_with(prefix))
}

/// What a lead tells of the person, under the keys of a customer of a kind.
fn coordinates(lead: &RecordView, kind: &str) -> Values {
    let mut values = Values::new();
    if let Some(phone) = text(lead, "phone") {
        let key = if kind == "person" && is_mobile(phone) {
            "mobile"
        } else {
            "phone"
        };
        values.insert(key.to_owned(), phone.into());
    }
    if let Some(mail) = text(lead, "mail") {
        values.insert("mail".to_owned(), mail.into());
    }
    values
}

/// What a customer lacks and the lead knows.
fn missing(lead: &RecordView, customer: &RecordView) -> Values {
    let kind = text(customer, "kind").unwrap_or("person");
    let mut values = coordinates(lead, kind);
    values.retain(|key, _| text(customer, key).is_none());
    values
}

/// A lead and the customer it led to, as a change names them: once when they bear one name.
fn named_with(lead: &RecordView, customer: &RecordView) -> String {
    if lead.label == customer.label {
        lead.label.clone()
    } else {
        format!("{} · {}", lead.label, customer.label)
    }
}
