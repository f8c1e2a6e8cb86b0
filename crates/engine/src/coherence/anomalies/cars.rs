//! Cars: plates and chassis numbers, a car sold and still attached, mileage that falls, dates that cannot be.

use super::super::base::Base;
use super::super::facts::{Invoice, Vehicle};
use super::Finding;
use super::doubles::Doubles;
use crate::fields::Entity;
use crate::values;
use std::collections::HashMap;

pub(super) fn find(base: &Base, doubles: &Doubles, found: &mut Vec<Finding>) {
    for car in &base.vehicles {
        if is_bad_plate(&car.plate) {
            found.push(of_car("bad_plate", car));
        }
        if is_bad_vin(&car.vin) {
            found.push(of_car("bad_vin", car));
        }
    }
    sold_and_attached(base, doubles, found);
    for (place, car) in base.vehicles.iter().enumerate() {
        mileage_falls(base, place, found);
        for invoice in base.invoices_of_vehicle.of(place, &base.invoices) {
            if invoice
                .issued
                .zip(car.registered)
                .is_some_and(|(issued, registered)| issued < registered)
            {
                let mut finding = of_car("invoice_before_registration", car);
                finding.records.push((Entity::Invoice, invoice.id));
                found.push(finding);
            }
        }
    }
    for invoice in &base.invoices {
        if invoice.issued.is_some_and(|issued| issued > base.today) {
            found.push(of_invoice("future_invoice", invoice));
        }
    }
}

/// No plate, or not written as plates are kept.
pub(crate) fn is_bad_plate(text: &str) -> bool {
    !text.is_empty() && values::plate(text).as_deref() != Some(text)
}

/// No chassis number, or not written as they are kept.
pub(crate) fn is_bad_vin(text: &str) -> bool {
    !text.is_empty() && values::vin(text).as_deref() != Some(text)
}

/// One chassis, two people, and the one who sold it still has it.
fn sold_and_attached(base: &Base, doubles: &Doubles, found: &mut Vec<Finding>) {
    let mut known: HashMap<&str, usize> = HashMap::with_capacity(base.vehicles.len());
    for (place, car) in base
        .vehicles
        .iter()
        .enumerate()
        .filter(|(_, car)| !car.vin.is_empty())
    {
        let Some(earlier) = known.insert(&car.vin, place) else {
            continue;
        };
        let other = &base.vehicles[earlier];
        let (Some(one), Some(two)) = (other.customer, car.customer) else {
            continue;
        };
        if one == two || doubles.is_same(one, two) || other.sold.is_some() || car.sold.is_some() {
            continue;
        }
        let (old, new) = if last_seen(base, earlier) <= last_seen(base, place) {
            (other, car)
        } else {
            (car, other)
        };
        let mut finding = of_car("sold_vehicle_attached", old);
        finding
            .records
            .insert(1, (Entity::Customer, new.customer.unwrap_or(0)));
        found.push(finding);
    }
}

/// The day of the last invoice, or of the finance, of a record of a car.
fn last_seen(base: &Base, place: usize) -> Option<jiff::civil::Date> {
    let invoices = base.invoices_of_vehicle.of(place, &base.invoices);
    let billed = invoices.filter_map(|invoice| invoice.issued).max();
    billed.max(base.vehicles[place].financed)
}

fn mileage_falls(base: &Base, place: usize, found: &mut Vec<Finding>) {
    if let Some((_, low)) = mileage_fall(base, place) {
        found.push(of_invoice("mileage_falls", low));
    }
}

/// Of the vehicle at a place, the first invoice whose mileage is below that of an earlier one: the earlier one first.
pub(crate) fn mileage_fall(base: &Base, place: usize) -> Option<(&Invoice, &Invoice)> {
    let mut seen: Vec<&Invoice> = base.invoices_of_vehicle.of(place, &base.invoices).collect();
    seen.retain(|invoice| invoice.mileage.is_some());
    seen.sort_by_key(|invoice| (invoice.issued, invoice.mileage));
    let pair = seen.windows(2).find(|pair| pair[1].mileage < pair[0].mileage)?;
    Some((pair[0], pair[1]))
}

fn of_car(kind: &'static str, car: &Vehicle) -> Finding {
    let owner = car.customer.map(|id| (Entity::Customer, id));
    let records = [owner, Some((Entity::Vehicle, car.id))];
    Finding {
        kind,
        records: records.into_iter().flatten().collect(),
    }
}

fn of_invoice(kind: &'static str, invoice: &Invoice) -> Finding {
    let owner = invoice.customer.map(|id| (Entity::Customer, id));
    let records = [owner, Some((Entity::Invoice, invoice.id))];
    Finding {
        kind,
        records: records.into_iter().flatten().collect(),
    }
}
