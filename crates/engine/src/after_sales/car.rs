//! One car as its page shows it: the curve and every figure, with the way to it.

use super::{number, text};
use crate::content::upkeep::Upkeep;
use crate::reckoning::{Bill, BillKind, Car, CarFigures, Figure, Loyalty, Point, Told};
use crate::records::RecordView;
use crate::values::parse_date;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// A car and the figures of its upkeep.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CarCare {
    #[serde(rename = "ref")]
    reference: String,
    label: String,
    sold: bool,
    /// In the order of days.
    points: Vec<Point>,
    km_per_year: Figure,
    estimate: Figure,
    visits: u32,
    last_visit: Option<String>,
    mean_interval: Figure,
    median_interval: Figure,
    next_by_date: Figure,
    next_by_km: Figure,
    next_visit: Figure,
    inspection: Figure,
    warranty_end: Figure,
    finance_end: Figure,
    loyalty: Option<Loyalty>,
}

impl CarCare {
    pub(super) fn loyalty(&self) -> Option<Loyalty> {
        self.loyalty
    }
}

/// What the lines of each invoice tell, by its reference.
pub(super) type ToldByInvoice = BTreeMap<String, Told>;

/// The figures of a car from its invoices, in the order of days.
pub(super) fn care(
    vehicle: &RecordView,
    invoices: &[&RecordView],
    told: &ToldByInvoice,
    rules: &Upkeep,
    today: Date,
) -> CarCare {
    let date = |key: &str| text(vehicle, key).and_then(parse_date);
    let car = Car {
        energy: text(vehicle, "energy").map(str::to_owned),
        registered: date("first_registered_on"),
        sold: date("sold_on").is_some(),
        financed_on: date("financed_on"),
        finance_months: number(vehicle, "finance_months"),
    };
    let bills: Vec<Bill> = invoices
        .iter()
        .filter_map(|invoice| bill(invoice, told))
        .collect();
    let figures = CarFigures::of(&car, &bills, rules);
    CarCare {
        reference: vehicle.reference.clone(),
        label: vehicle.label.clone(),
        sold: figures.sold,
        estimate: figures.estimate(today),
        inspection: figures.inspection(rules, today),
        loyalty: figures.loyalty(rules, today),
        visits: u32::try_from(figures.visits.len()).unwrap_or(u32::MAX),
        last_visit: figures.visits.last().map(ToString::to_string),
        points: figures.points,
        km_per_year: figures.km_per_year,
        mean_interval: figures.mean_interval,
        median_interval: figures.median_interval,
        next_by_date: figures.next_by_date,
        next_by_km: figures.next_by_km,
        next_visit: figures.next_visit,
        warranty_end: figures.warranty_end,
        finance_end: figures.finance_end,
    }
}

fn bill(invoice: &RecordView, told: &ToldByInvoice) -> Option<Bill> {
    Some(Bill {
        kind: BillKind::of(text(invoice, "kind")),
        on: text(invoice, "issued_on").and_then(parse_date)?,
        km: number(invoice, "mileage"),
        number: text(invoice, "number").unwrap_or(&invoice.reference).to_owned(),
        told: told.get(&invoice.reference).copied().unwrap_or_default(),
    })
}
