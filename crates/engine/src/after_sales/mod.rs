//! After-sales: what a customer's cars and invoices tell of the workshop, each figure with the way to it.

mod car;
mod invoices;

use crate::content::upkeep::upkeep;
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::reckoning::{Loyalty, Told};
use crate::records::{RecordView, rows, view};
use crate::values::Value;
use car::{CarCare, ToldByInvoice};
use invoices::{InvoiceTotals, InvoicesKept};
use serde::{Deserialize, Serialize};

/// Whose workshop, and which invoices to sum.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AfterSalesRead {
    /// A customer.
    #[serde(rename = "ref")]
    reference: String,
    #[serde(default)]
    kept: InvoicesKept,
}

/// The workshop of a customer.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AfterSales {
    /// Cars still theirs first.
    cars: Vec<CarCare>,
    loyalty: Loyalty,
    /// The invoices kept, and their sums.
    invoices: InvoiceTotals,
    /// Years with an invoice, the latest first.
    years: Vec<i16>,
}

/// Reads the workshop of a customer.
pub(crate) fn read(reader: &Reader, input: AfterSalesRead) -> Result<AfterSales, ApiError> {
    let (entity, id) = parse_any_reference(&input.reference)?;
    if entity != Entity::Customer {
        return Err(ApiError::not_found(&input.reference));
    }
    let id = rows::survivor(reader, id)?;
    crate::records::read(reader, Entity::Customer, id)?;
    let invoices = theirs(reader, Entity::Invoice, "issued_on, id", id)?;
    let told = told(reader, id)?;
    let mut cars = Vec::new();
    let order = "sold_on IS NOT NULL, first_registered_on DESC, id DESC";
    for vehicle in theirs(reader, Entity::Vehicle, order, id)? {
        let of_car: Vec<&RecordView> = invoices
            .iter()
            .filter(|invoice| text(invoice, "vehicle_id") == Some(vehicle.reference.as_str()))
            .collect();
        cars.push(car::care(&vehicle, &of_car, &told, upkeep(), reader.today()));
    }
    let mut years: Vec<i16> = invoices.iter().filter_map(invoices::year).collect();
    years.sort_unstable();
    years.dedup();
    years.reverse();
    Ok(AfterSales {
        loyalty: loyalty(&cars),
        cars,
        invoices: invoices::kept(&invoices, &input.kept),
        years,
    })
}

/// The most faithful of their cars tells how faithful they are.
fn loyalty(cars: &[CarCare]) -> Loyalty {
    cars.iter()
        .filter_map(CarCare::loyalty)
        .min()
        .unwrap_or(Loyalty::NoCar)
}

fn theirs(
    reader: &Reader,
    entity: Entity,
    order: &'static str,
    customer: i64,
) -> Result<Vec<RecordView>, ApiError> {
    Ok(rows::read_where(reader, entity, "customer_id", customer, order)?
        .into_iter()
        .map(|(id, values)| view(entity, id, values))
        .collect())
}

/// What the lines of a customer's invoices tell.
fn told(reader: &Reader, customer: i64) -> Result<ToldByInvoice, ApiError> {
    let of_customer = "invoice_id IN (SELECT id FROM invoice WHERE customer_id = :id)";
    let mut told = ToldByInvoice::new();
    for (id, values) in rows::read_when(
        reader,
        Entity::InvoiceLine,
        of_customer,
        customer,
        "invoice_id, line, id",
    )? {
        let line = view(Entity::InvoiceLine, id, values);
        if let (Some(invoice), Some(label)) = (text(&line, "invoice_id"), text(&line, "label")) {
            let known = told.entry(invoice.to_owned()).or_default();
            *known = known.and(Told::by(label, upkeep()));
        }
    }
    Ok(told)
}

fn text<'a>(record: &'a RecordView, key: &str) -> Option<&'a str> {
    record.values.get(key).and_then(Value::text)
}

fn number(record: &RecordView, key: &str) -> Option<i64> {
    record.values.get(key).and_then(Value::int)
}
