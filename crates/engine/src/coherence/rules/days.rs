//! Days and hours: nothing in the future, nothing on a Sunday, calls when people may be called.

use super::super::base::Base;
use super::super::report::{Check, french};
use crate::fields::Entity;
use crate::values::is_open_day;
use jiff::civil::{Date, DateTime, Time, Weekday, time};

pub(super) fn no_future(base: &Base, check: &mut Check) {
    let today = base.today;
    let mut past = |entity: Entity, id: i64, day: Option<Date>| {
        check.expect(day.is_none_or(|day| day <= today), &[(entity, id)], || {
            [french(day)]
        });
    };
    for row in &base.customers {
        past(Entity::Customer, row.id, row.created);
        past(Entity::Customer, row.id, row.birth);
    }
    for row in &base.consents {
        past(Entity::Consent, row.id, row.given);
        past(Entity::Consent, row.id, row.withdrawn);
    }
    for row in &base.vehicles {
        past(Entity::Vehicle, row.id, row.registered);
        past(Entity::Vehicle, row.id, row.financed);
        past(Entity::Vehicle, row.id, row.sold);
    }
    for row in &base.invoices {
        past(Entity::Invoice, row.id, row.issued);
    }
    for row in &base.activities {
        past(Entity::Activity, row.id, row.day());
        past(Entity::Activity, row.id, row.follow_up_done);
    }
    for row in &base.leads {
        past(Entity::Lead, row.id, row.issued.map(DateTime::date));
    }
}

/// Neither on a Sunday nor on a public holiday: contacts, invoices, single appointments. Leads come any day.
pub(super) fn working_days(base: &Base, check: &mut Check) {
    let mut open = |entity: Entity, id: i64, day: Option<Date>| {
        check.expect(day.is_none_or(is_open_day), &[(entity, id)], || [french(day)]);
    };
    for row in &base.activities {
        open(Entity::Activity, row.id, row.day());
    }
    for row in &base.invoices {
        open(Entity::Invoice, row.id, row.issued);
    }
    for row in base.appointments.iter().filter(|row| !row.recurs) {
        open(Entity::AgendaEntry, row.id, row.starts.map(DateTime::date));
    }
}

/// From 9 to 19, but for those to consumers, which have hours of their own.
pub(super) fn call_hours(base: &Base, check: &mut Check) {
    for row in base.activities.iter().filter(|row| row.kind == "call") {
        let to_consumer = row.direction == "outbound" && !is_company(base, row.customer);
        let Some(at) = row.at.filter(|_| !to_consumer) else {
            continue;
        };
        check.expect(
            between(at.time(), time(9, 0, 0, 0), time(19, 0, 0, 0)),
            &[(Entity::Activity, row.id)],
            || [clock(at)],
        );
    }
}

/// From 10 to 13 and from 14 to 20, Monday to Friday (article D. 223-9 of the Code de la consommation).
pub(super) fn consumer_call_hours(base: &Base, check: &mut Check) {
    let calls = base
        .activities
        .iter()
        .filter(|row| row.kind == "call" && row.direction == "outbound" && !is_company(base, row.customer));
    for row in calls {
        let Some(at) = row.at else { continue };
        let hour = between(at.time(), time(10, 0, 0, 0), time(13, 0, 0, 0))
            || between(at.time(), time(14, 0, 0, 0), time(20, 0, 0, 0));
        let weekday = !matches!(at.date().weekday(), Weekday::Saturday | Weekday::Sunday);
        check.expect(hour && weekday, &[(Entity::Activity, row.id)], || [clock(at)]);
    }
}

pub(super) fn appointments_end(base: &Base, check: &mut Check) {
    for row in base.appointments.iter().filter(|row| row.ends.is_some()) {
        check.expect(row.starts < row.ends, &[(Entity::AgendaEntry, row.id)], || {
            [french(row.starts.map(DateTime::date))]
        });
    }
}

/// Within three weeks, and never after the day of use.
pub(super) fn leads_recent(base: &Base, check: &mut Check) {
    for row in &base.leads {
        let day = row.issued.map(DateTime::date);
        let age = day.map(|day| (base.today - day).get_days());
        check.expect(
            age.is_some_and(|age| (0..=21).contains(&age)),
            &[(Entity::Lead, row.id)],
            || [french(day)],
        );
    }
}

/// An origin, a day after the record was made, a withdrawal after the consent.
pub(super) fn consents_in_order(base: &Base, check: &mut Check) {
    for row in &base.consents {
        let made = base.customer(row.customer).and_then(|customer| customer.created);
        let after = |early: Option<Date>, late: Option<Date>| match (early, late) {
            (Some(early), Some(late)) => early <= late,
            _ => true,
        };
        let right = row.has_origin
            && after(made, row.given)
            && after(row.given, row.withdrawn)
            && (row.state == "withdrawn") == row.withdrawn.is_some();
        let owner = row.customer.map(|id| (Entity::Customer, id));
        let at = [Some((Entity::Consent, row.id)), owner];
        let at: Vec<_> = at.into_iter().flatten().collect();
        check.expect(right, &at, || [french(row.given), french(row.withdrawn)]);
    }
}

fn is_company(base: &Base, customer: Option<i64>) -> bool {
    base.customer(customer)
        .is_some_and(|customer| customer.is_company)
}

fn between(at: Time, from: Time, until: Time) -> bool {
    (from..until).contains(&at)
}

fn clock(at: DateTime) -> String {
    format!("{} {:02}:{:02}", french(Some(at.date())), at.hour(), at.minute())
}
