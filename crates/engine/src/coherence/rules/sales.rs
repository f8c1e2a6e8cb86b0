//! Cars and their invoices: registration, finance, services, inspections, mileage.

use super::super::base::Base;
use super::super::facts::{Invoice, Ref, Vehicle};
use super::super::report::{Check, french};
use crate::fields::Entity;
use jiff::ToSpan;
use jiff::civil::Date;

/// A new car is registered about when it is handed over: days between, at most.
const AROUND_DELIVERY: i32 = 31;
/// The first service of a new car comes between the 12th and the 24th month, a month more or less.
const FIRST_SERVICE: (i32, i32) = (365 - 31, 730 + 31);
/// The first inspection is due in the six months before the fourth birthday.
const FIRST_INSPECTION_MONTHS: i32 = 48 - 6;
/// More than anybody drives.
const MOST_KM_A_YEAR: i64 = 70_000;

pub(super) fn new_car_registered(base: &Base, check: &mut Check) {
    for (invoice, car) in purchases(base, "new_vehicle") {
        let apart = days_between(car.registered, invoice.issued);
        check.expect(
            apart.is_some_and(|days| days.abs() <= AROUND_DELIVERY),
            &both(invoice, car),
            || [french(car.registered), french(invoice.issued)],
        );
    }
}

pub(super) fn used_car_registered(base: &Base, check: &mut Check) {
    for (invoice, car) in purchases(base, "used_vehicle") {
        let apart = days_between(car.registered, invoice.issued);
        check.expect(apart.is_some_and(|days| days > 0), &both(invoice, car), || {
            [french(car.registered), french(invoice.issued)]
        });
    }
}

/// A car billed is one of the customer's.
pub(super) fn car_of_buyer(base: &Base, check: &mut Check) {
    for invoice in &base.invoices {
        let Some(car) = base.vehicle(invoice.vehicle) else {
            continue;
        };
        check.expect(car.customer == invoice.customer, &both(invoice, car), || {
            [Entity::Customer.reference(car.customer.unwrap_or(0))]
        });
    }
}

/// How it was paid, when, and for less than the price; nothing to pay back when it was paid at once.
pub(super) fn purchase_financed(base: &Base, check: &mut Check) {
    for (invoice, car) in purchases(base, "new_vehicle").chain(purchases(base, "used_vehicle")) {
        let later = !matches!(car.finance, "" | "cash");
        let right = !car.finance.is_empty()
            && car.financed_amount.is_some() == later
            && car.finance_months.is_some() == later
            && car
                .financed_amount
                .is_none_or(|amount| Some(amount) < invoice.gross)
            && days_between(car.financed, invoice.issued).is_some_and(|days| days.abs() <= AROUND_DELIVERY);
        check.expect(right, &both(invoice, car), || {
            [french(car.financed), french(invoice.issued)]
        });
    }
}

/// A car bought here came to the workshop afterwards only.
pub(super) fn service_after_purchase(base: &Base, check: &mut Check) {
    for (place, car) in base.vehicles.iter().enumerate() {
        let bought = first(base, place, Invoice::is_purchase);
        for invoice in base.invoices_of_vehicle.of(place, &base.invoices) {
            let (Some(bought), false) = (bought, invoice.is_purchase()) else {
                continue;
            };
            let right = invoice.issued.is_some_and(|issued| issued >= bought);
            check.expect(right, &both(invoice, car), || {
                [french(invoice.issued), french(Some(bought))]
            });
        }
    }
}

pub(super) fn first_service(base: &Base, check: &mut Check) {
    for (place, car) in base.vehicles.iter().enumerate() {
        let bought = first(base, place, |invoice| invoice.kind == "new_vehicle");
        let serviced = first(base, place, |invoice| invoice.kind == "service");
        let Some(days) = days_between(bought, serviced) else {
            continue;
        };
        let (least, most) = FIRST_SERVICE;
        check.expect((least..=most).contains(&days), &[vehicle(car)], || {
            [french(serviced), french(bought)]
        });
    }
}

pub(super) fn inspection_due(base: &Base, check: &mut Check) {
    for (place, invoice) in base.invoices.iter().enumerate() {
        let mut lines = base.lines_of_invoice.of(place, &base.lines);
        let Some(car) = base
            .vehicle(invoice.vehicle)
            .filter(|_| lines.any(|line| line.is_inspection))
        else {
            continue;
        };
        let due = car
            .registered
            .and_then(|day| day.checked_add(FIRST_INSPECTION_MONTHS.months()).ok());
        check.expect(invoice.issued >= due, &both(invoice, car), || {
            [french(invoice.issued), french(car.registered)]
        });
    }
}

/// The mileage of a car is at least that of its last invoice.
pub(super) fn mileage_known(base: &Base, check: &mut Check) {
    for (place, car) in base.vehicles.iter().enumerate() {
        let invoices = base.invoices_of_vehicle.of(place, &base.invoices);
        let Some(seen) = invoices.clone().max_by_key(|invoice| invoice.mileage) else {
            continue;
        };
        check.expect(car.mileage >= seen.mileage, &both(seen, car), || {
            [km(car.mileage), km(seen.mileage)]
        });
    }
}

pub(super) fn mileage_plausible(base: &Base, check: &mut Check) {
    for car in &base.vehicles {
        let (Some(registered), Some(mileage)) = (car.registered, car.mileage) else {
            continue;
        };
        let age = days_between(Some(registered), Some(base.today))
            .map_or(0, i64::from)
            .max(0);
        let most = (age * MOST_KM_A_YEAR / 365 + 3_000).min(600_000);
        check.expect((0..=most).contains(&mileage), &[vehicle(car)], || {
            [km(car.mileage), french(car.registered)]
        });
    }
}

/// Nothing is billed on a car after it was sold.
pub(super) fn sold_car_left(base: &Base, check: &mut Check) {
    for (place, car) in base.vehicles.iter().enumerate() {
        let Some(sold) = car.sold else { continue };
        for invoice in base.invoices_of_vehicle.of(place, &base.invoices) {
            check.expect(invoice.issued <= Some(sold), &both(invoice, car), || {
                [french(invoice.issued), french(car.sold)]
            });
        }
    }
}

/// The purchases of a kind, with the car.
fn purchases<'a>(base: &'a Base, kind: &'static str) -> impl Iterator<Item = (&'a Invoice, &'a Vehicle)> {
    let of_kind = base.invoices.iter().filter(move |invoice| invoice.kind == kind);
    of_kind.filter_map(|invoice| Some((invoice, base.vehicle(invoice.vehicle)?)))
}

/// The day of the first invoice of a vehicle that is one.
fn first(base: &Base, vehicle: usize, is_one: impl Fn(&Invoice) -> bool) -> Option<Date> {
    let invoices = base.invoices_of_vehicle.of(vehicle, &base.invoices);
    invoices
        .filter(|invoice| is_one(invoice))
        .filter_map(|invoice| invoice.issued)
        .min()
}

fn days_between(early: Option<Date>, late: Option<Date>) -> Option<i32> {
    Some((late? - early?).get_days())
}

fn both(invoice: &Invoice, car: &Vehicle) -> [Ref; 2] {
    [(Entity::Invoice, invoice.id), vehicle(car)]
}

fn vehicle(car: &Vehicle) -> Ref {
    (Entity::Vehicle, car.id)
}

fn km(mileage: Option<i64>) -> String {
    mileage.map_or_else(|| "–".to_owned(), |km| km.to_string())
}
