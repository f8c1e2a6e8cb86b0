//! A customer's record with all that is theirs.

use super::timeline::{Moment, timeline};
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::records::{RecordView, read, rows, view};
use crate::values::{Value, parse_reference};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Whose record.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CustomerOpen {
    #[serde(rename = "ref")]
    reference: String,
}

/// A customer and all that is theirs.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CustomerFile {
    customer: RecordView,
    contacts: Vec<RecordView>,
    consents: Vec<RecordView>,
    vehicles: Vec<RecordView>,
    /// Latest first.
    invoices: Vec<InvoiceView>,
    /// Latest first.
    activities: Vec<RecordView>,
    leads: Vec<RecordView>,
    agenda: Vec<RecordView>,
    note: Option<RecordView>,
    /// The other persons of the home.
    household: Vec<Link>,
    /// The firms whose parent this one is.
    subsidiaries: Vec<Link>,
    /// Everything dated, what is ahead first, then the latest first.
    timeline: Vec<Moment>,
    /// What each record referred to is called, by its reference.
    links: BTreeMap<String, String>,
}

/// An invoice and its lines.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct InvoiceView {
    #[serde(flatten)]
    invoice: RecordView,
    lines: Vec<RecordView>,
}

/// Another record, by its reference and name.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Link {
    #[serde(rename = "ref")]
    reference: String,
    label: String,
}

/// Opens a customer's record.
pub(crate) fn open(reader: &Reader, input: CustomerOpen) -> Result<CustomerFile, ApiError> {
    let (entity, id) = parse_any_reference(&input.reference)?;
    if entity != Entity::Customer {
        return Err(ApiError::not_found(&input.reference));
    }
    // What still names a record that was merged finds the one that stands for it.
    let id = rows::survivor(reader, id)?;
    let customer = read(reader, Entity::Customer, id)?;
    let theirs = |entity: Entity, order: &'static str| children(reader, entity, "customer_id", id, order);
    let mut file = CustomerFile {
        contacts: theirs(Entity::Contact, "1")?,
        consents: theirs(Entity::Consent, "1")?,
        vehicles: theirs(
            Entity::Vehicle,
            "sold_on IS NOT NULL, first_registered_on DESC, id DESC",
        )?,
        invoices: Vec::new(),
        activities: theirs(Entity::Activity, "happened_at DESC, id DESC")?,
        leads: theirs(Entity::Lead, "issued_at DESC, id DESC")?,
        agenda: theirs(Entity::AgendaEntry, "starts_at DESC, id DESC")?,
        note: theirs(Entity::Note, "1")?.pop(),
        household: household(reader, id, &customer)?,
        subsidiaries: links(children(reader, Entity::Customer, "parent_id", id, "1")?),
        timeline: Vec::new(),
        links: BTreeMap::new(),
        customer,
    };
    let mut lines = lines_of(reader, id)?;
    for invoice in theirs(Entity::Invoice, "issued_on DESC, id DESC")? {
        let lines = lines.remove(&invoice.reference).unwrap_or_default();
        file.invoices.push(InvoiceView { invoice, lines });
    }
    let dated = file
        .invoices
        .iter()
        .map(|invoice| &invoice.invoice)
        .chain(&file.activities)
        .chain(&file.vehicles)
        .chain(&file.leads)
        .chain(&file.agenda)
        .chain(&file.consents);
    file.timeline = timeline(dated, &reader.now_text());
    file.links = names_of_references(reader, &file)?;
    Ok(file)
}

fn children(
    reader: &Reader,
    entity: Entity,
    key: &'static str,
    id: i64,
    order: &'static str,
) -> Result<Vec<RecordView>, ApiError> {
    Ok(rows::read_where(reader, entity, key, id, order)?
        .into_iter()
        .map(|(id, values)| view(entity, id, values))
        .collect())
}

/// The lines of a customer's invoices, in their order, by the reference of the invoice.
fn lines_of(reader: &Reader, customer: i64) -> Result<BTreeMap<String, Vec<RecordView>>, ApiError> {
    let theirs = "invoice_id IN (SELECT id FROM invoice WHERE customer_id = :id)";
    let mut lines: BTreeMap<String, Vec<RecordView>> = BTreeMap::new();
    for (id, values) in rows::read_when(reader, Entity::InvoiceLine, theirs, customer, "line, id")? {
        let line = view(Entity::InvoiceLine, id, values);
        if let Some(invoice) = line.values.get("invoice_id").and_then(Value::text) {
            lines.entry(invoice.to_owned()).or_default().push(line);
        }
    }
    Ok(lines)
}

/// Those who share a head of household, the head included, this person left out.
fn household(reader: &Reader, id: i64, customer: &RecordView) -> Result<Vec<Link>, ApiError> {
    let head = customer
        .values
        .get("household_id")
        .and_then(Value::text)
        .and_then(parse_reference)
        .map_or(id, |(_, head)| head);
    let mut members = children(reader, Entity::Customer, "household_id", head, "1")?;
    if members
        .iter()
        .all(|member| member.reference != Entity::Customer.reference(head))
        && !members.is_empty()
    {
        members.insert(0, read(reader, Entity::Customer, head)?);
    }
    members.retain(|member| member.reference != customer.reference);
    Ok(links(members))
}

fn links(records: Vec<RecordView>) -> Vec<Link> {
    records
        .into_iter()
        .map(|record| Link {
            reference: record.reference,
            label: record.label,
        })
        .collect()
}

fn names_of_references(reader: &Reader, file: &CustomerFile) -> Result<BTreeMap<String, String>, ApiError> {
    let invoices = file.invoices.iter().map(|invoice| &invoice.invoice);
    let records = std::iter::once(&file.customer)
        .chain(&file.vehicles)
        .chain(invoices)
        .chain(&file.activities)
        .chain(&file.leads)
        .chain(&file.agenda);
    let mut names = BTreeMap::new();
    for record in records {
        names.insert(record.reference.clone(), record.label.clone());
    }
    for record in std::iter::once(&file.customer)
        .chain(&file.activities)
        .chain(&file.agenda)
    {
        for field in record.entity.fields().stored() {
            let Some(target) = field.target() else { continue };
            let Some(reference) = record.values.get(field.key).and_then(Value::text) else {
                continue;
            };
            let Some((_, id)) = parse_reference(reference) else {
                continue;
            };
            if !names.contains_key(reference) {
                names.insert(reference.to_owned(), read(reader, target, id)?.label);
            }
        }
    }
    Ok(names)
}
