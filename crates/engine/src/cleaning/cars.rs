//! Vehicles: plates and chassis numbers, the same one twice, mileage, invoices made out to another.

use super::checks::Check;
use super::fault::{Fault, FaultWhy};
use super::meant;
use crate::coherence::{Base, Vehicle, is_bad_plate, is_bad_vin, mileage_fall};
use crate::fields::Entity;
use crate::values::{age_on, plate, vin};
use std::collections::HashMap;

/// Kilometres that no car drives in a year.
const MOST_IN_A_YEAR: i64 = 150_000;
/// Kilometres that no car of a dealership's customers has driven.
const MOST_IN_ALL: i64 = 800_000;

pub(super) fn find(base: &Base, faults: &mut Vec<Fault>) {
    for (place, car) in base.vehicles.iter().enumerate() {
        faults.extend(plate_of(car));
        faults.extend(vin_of(car));
        faults.extend(absurd(base, place, car));
        if let Some((before, low)) = mileage_fall(base, place) {
            let fault = Fault::new(
                Check::MileageFalls,
                FaultWhy::MileageFalls,
                (Entity::Invoice, low.id),
                low.customer,
                &["mileage"],
            );
            faults.push(
                fault
                    .shown_by((Entity::Invoice, before.id))
                    .against(before.mileage),
            );
        }
        for invoice in base.invoices_of_vehicle.of(place, &base.invoices) {
            if invoice.customer.is_some() && car.customer.is_some() && invoice.customer != car.customer {
                let record = (Entity::Invoice, invoice.id);
                let fields = ["customer_id", "vehicle_id"];
                let fault = Fault::new(
                    Check::InvoiceElsewhere,
                    FaultWhy::InvoiceElsewhere,
                    record,
                    invoice.customer,
                    &fields,
                );
                faults.push(fault.shown_by((Entity::Vehicle, car.id)));
            }
        }
    }
    twice(base, faults);
}

fn fault(check: Check, why: FaultWhy, car: &Vehicle, fields: &[&'static str]) -> Fault {
    Fault::new(check, why, (Entity::Vehicle, car.id), car.customer, fields)
}

fn plate_of(car: &Vehicle) -> Option<Fault> {
    is_bad_plate(&car.plate).then(|| {
        let bare: String = car.plate.chars().filter(char::is_ascii_alphanumeric).collect();
        let letters = bare.len() == 7 && bare.to_uppercase().contains(['I', 'O', 'U']);
        let why = match (plate(&car.plate), letters) {
            (Some(_), _) => FaultWhy::PlateFormat,
            (None, true) => FaultWhy::PlateLetters,
            (None, false) => FaultWhy::PlateOther,
        };
        fault(Check::PlateWriting, why, car, &["plate"]).mended("plate", meant::plate(&car.plate))
    })
}

fn vin_of(car: &Vehicle) -> Option<Fault> {
    is_bad_vin(&car.vin).then(|| {
        let length = car.vin.chars().filter(char::is_ascii_alphanumeric).count();
        let why = match vin(&car.vin) {
            Some(_) => FaultWhy::VinFormat,
            None if length == 17 => FaultWhy::VinLetters,
            None => FaultWhy::VinLength,
        };
        let fault = fault(Check::VinWriting, why, car, &["vin"]).against(length as i64);
        fault.mended("vin", meant::vin(&car.vin))
    })
}

/// More than can be driven since the car was registered, on its record or on one of its invoices.
fn absurd(base: &Base, place: usize, car: &Vehicle) -> Option<Fault> {
    let most_on = |day| {
        let years = car.registered.and_then(|since| age_on(since, day));
        years.map_or(MOST_IN_ALL, |years| {
            (MOST_IN_A_YEAR * (years + 1)).min(MOST_IN_ALL)
        })
    };
    if car.mileage.is_some_and(|mileage| mileage > most_on(base.today)) {
        let fault = fault(Check::MileageAbsurd, FaultWhy::MileageAbsurd, car, &["mileage"]);
        return Some(fault.against(most_on(base.today)));
    }
    let invoice = base
        .invoices_of_vehicle
        .of(place, &base.invoices)
        .find(|invoice| {
            let most = invoice.issued.map_or(MOST_IN_ALL, most_on);
            invoice.mileage.is_some_and(|mileage| mileage > most)
        })?;
    let record = (Entity::Invoice, invoice.id);
    let fault = Fault::new(
        Check::MileageAbsurd,
        FaultWhy::MileageAbsurd,
        record,
        invoice.customer,
        &["mileage"],
    );
    Some(fault.against(invoice.issued.map_or(MOST_IN_ALL, most_on)))
}

/// One chassis twice with the same owner, or one plate on two chassis.
fn twice(base: &Base, faults: &mut Vec<Fault>) {
    let mut chassis: HashMap<&str, &Vehicle> = HashMap::with_capacity(base.vehicles.len());
    let mut plates: HashMap<&str, &Vehicle> = HashMap::with_capacity(base.vehicles.len());
    for car in base.vehicles.iter().filter(|car| car.sold.is_none()) {
        if !car.vin.is_empty()
            && let Some(before) = chassis.insert(&car.vin, car)
            && before.customer == car.customer
        {
            let found = fault(Check::VehicleTwice, FaultWhy::VinTwice, car, &["vin", "sold_on"]);
            faults.push(found.shown_by((Entity::Vehicle, before.id)));
        }
        if !car.plate.is_empty()
            && let Some(before) = plates.insert(&car.plate, car)
            && before.vin != car.vin
            && !before.vin.is_empty()
            && !car.vin.is_empty()
        {
            let found = fault(Check::VehicleTwice, FaultWhy::PlateTwice, car, &["plate", "vin"]);
            faults.push(found.shown_by((Entity::Vehicle, before.id)));
        }
    }
}
