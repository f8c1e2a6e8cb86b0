//! A lead becomes a customer: a new record made of it, or one that exists.

use super::attach::{attach_to, standing_customer};
use super::{coordinates, customer_of, lead_of, rows, text};
use crate::change::{Change, ChangeName, transact};
use crate::content::leads::source_of;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::{Reader, Writer};
use crate::records::{Created, RecordView, Values, insert_checked, rows as records, view, write_checked};
use crate::values::Value;
use serde::Deserialize;

/// Which lead, and which customer it becomes.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct LeadConvert {
    #[serde(rename = "ref")]
    reference: String,
    /// One that exists; without it the customer that the lead is attached to, else a new one.
    customer: Option<String>,
    /// Of an existing customer: what is taken from the lead.
    #[serde(default)]
    fill: Vec<String>,
    /// Of a new customer: what is said beyond or otherwise than the lead (`kind` at least; person when it is not).
    #[serde(default)]
    #[cfg_attr(test, ts(type = "Values"))]
    values: Values,
}

/// Longest text of the vehicles wanted, in characters.
const WANTED: usize = 200;

/// Converts it as one change; answers with the customer.
///
/// # Errors
/// `Invalid` when a value of the new customer is refused, or there is no such customer.
pub(crate) fn convert(writer: &mut Writer, input: LeadConvert) -> Result<Created, ApiError> {
    let (id, lead) = lead_of(writer, &input.reference)?;
    let known = match &input.customer {
        Some(reference) => Some(standing_customer(writer, reference)?),
        None => customer_of(&lead),
    };
    let (reference, done) = transact(writer, ChangeName::LeadConvert, |reader, change| {
        let customer = match known {
            Some(known) => known,
            None => make(reader, change, &lead, &input.values)?,
        };
        let to = attach_to(reader, change, (id, &lead), customer, &input.fill)?;
        write_wish(reader, change, &lead, customer)?;
        let converted = Values::from([
            ("state".to_owned(), "converted".into()),
            ("lost_reason".to_owned(), Value::Empty),
        ]);
        write_checked(reader, change, Entity::Lead, id, &converted)?;
        rows::forget_origin(change, id)?;
        Ok((to.reference.clone(), super::named_with(&lead, &to)))
    })?;
    Ok(Created { reference, done })
}

/// The customer that would be made of a lead.
pub(super) fn draft(lead: &RecordView, kind: &str) -> Values {
    let mut values = coordinates(lead, kind);
    values.insert("kind".to_owned(), kind.into());
    let names: &[&str] = if kind == "person" {
        &["first_name", "last_name", "site", "owner"]
    } else {
        &["site", "owner"]
    };
    for key in names {
        if let Some(known) = text(lead, key) {
            values.insert((*key).to_owned(), known.into());
        }
    }
    let of_lead = |key: &str| text(lead, key).unwrap_or_default();
    if let Some(source) = source_of(of_lead("kind"), of_lead("channel")) {
        values.insert("source".to_owned(), source.into());
    }
    values
}

/// A new customer; of a company, who left the lead is its contact.
fn make(reader: &Reader, change: &Change, lead: &RecordView, said: &Values) -> Result<i64, ApiError> {
    let kind = match said.get("kind").and_then(Value::text) {
        Some("company") => "company",
        _ => "person",
    };
    let mut values = draft(lead, kind);
    values.extend(said.iter().map(|(key, value)| (key.clone(), value.clone())));
    values.insert("kind".to_owned(), kind.into());
    let customer = insert_checked(reader, change, Entity::Customer, &values)?;
    if kind == "company" {
        let mut contact = Values::from([(
            "customer_id".to_owned(),
            Entity::Customer.reference(customer).into(),
        )]);
        for (key, of_lead) in [
            ("first_name", "first_name"),
            ("last_name", "last_name"),
            ("mail", "mail"),
            ("mobile", "phone"),
        ] {
            if let Some(known) = text(lead, of_lead) {
                contact.insert(key.to_owned(), known.into());
            }
        }
        insert_checked(reader, change, Entity::Contact, &contact)?;
    }
    Ok(customer)
}

/// The vehicle that the lead asked for stands in the customer's note.
fn write_wish(reader: &Reader, change: &Change, lead: &RecordView, customer: i64) -> Result<(), ApiError> {
    let Some(wish) = text(lead, "vehicle_of_interest") else {
        return Ok(());
    };
    let note = records::read_where(reader, Entity::Note, "customer_id", customer, "id")?.pop();
    let Some((id, values)) = note else {
        let values = Values::from([
            (
                "customer_id".to_owned(),
                Entity::Customer.reference(customer).into(),
            ),
            ("wanted_vehicles".to_owned(), wish.into()),
        ]);
        insert_checked(reader, change, Entity::Note, &values)?;
        return Ok(());
    };
    let note = view(Entity::Note, id, values);
    let wished = text(&note, "wanted_vehicles").unwrap_or_default();
    let whole = match wished {
        "" => wish.to_owned(),
        _ => format!("{wished}, {wish}"),
    };
    if wished.contains(wish) || whole.chars().count() > WANTED {
        return Ok(());
    }
    let values = Values::from([("wanted_vehicles".to_owned(), whole.into())]);
    write_checked(reader, change, Entity::Note, id, &values)?;
    Ok(())
}
