//! Writes one record whole: the customer, contacts, consents, cars, invoices, activities, notes, appointments.

use super::activities::{self, Activity};
use super::affairs::{self, Affair};
use super::agenda;
use super::chance::Chance;
use super::client::{Client, Who};
use super::consents::{self, Consent};
use super::day::Day;
use super::flaws::Kind;
use super::identifiers;
use super::invoices::{self, Invoice};
use super::life::{self, Life};
use super::notes;
use super::plan::Case;
use super::rows::{self, Coordinates};
use super::shift::{TEMPLATE_YEAR, Timeline};
use super::spoil;
use super::writer::{Event, Writer};
use crate::content::choices;
use crate::fields::Entity;
use crate::values::Value;

/// Writes a record and everything that hangs on it.
pub(super) fn write<E>(client: &Client, writer: &mut Writer<E>) -> Result<(), E> {
    let time = writer.time;
    let mut life = life::life(client);
    let bills = invoices::invoices(client, &life, &time);
    let told = activities::activities(client, &life, &time);
    let mut affair = affairs::affair(client, &life, &time);
    let created = created(client, &life, &bills, &told, &affair, &time);
    if spoil::forget_next(client, &mut affair.activities) {
        affair.appointment = None;
    }
    let mut at = coordinates(client, created);
    let value = spoil::coordinates(client, &mut at);
    let mut values = rows::customer(client, &time, &at);
    writer.trace.value = value + &spoil::customer(client, &mut values);
    writer.fact(Entity::Customer, client.id(), values)?;
    write_contacts(client, writer)?;
    consents::write(client, created, &at, writer)?;
    write_cars(client, &mut life, &bills, writer)?;
    write_invoices(client, &life, &bills, writer)?;
    write_activities(client, &told, writer)?;
    write_activities(client, &affair.activities, writer)?;
    if client.slot.is(Kind::NoFollowUp) {
        let id = writer.last_id(Entity::Activity);
        spoil::keep(writer, Entity::Activity, id, None);
    }
    if let Some(news) = spoil::news(client) {
        write_activities(client, &[news], writer)?;
        let id = writer.last_id(Entity::Activity);
        spoil::keep(writer, Entity::Activity, id, None);
    }
    notes::write(client, &life, writer)?;
    agenda::write_of_record(client, &life, &affair, &told, writer)
}

/// The consents of a record, for those who write to it, with the day the record was made.
pub(super) fn consents_of(client: &Client, time: &Timeline) -> (Day, Vec<Consent>) {
    let life = life::life(client);
    let bills = invoices::invoices(client, &life, time);
    let told = activities::activities(client, &life, time);
    let affair = affairs::affair(client, &life, time);
    let created = created(client, &life, &bills, &told, &affair, time);
    let at = coordinates(client, created);
    (created, consents::of(client, created, &at, time.today))
}

/// The day of the first thing known of the record.
fn created(
    client: &Client,
    life: &Life,
    bills: &[Invoice],
    told: &[Activity],
    affair: &Affair,
    time: &Timeline,
) -> Day {
    if let Some(opened) = affair.opened {
        return opened;
    }
    let mut chance = client.chance("created");
    let before =
        |year: i32, chance: &mut Chance| time.open(Day::civil(year, 1, 8).plus(chance.between(0, 340)));
    let first = told
        .iter()
        .map(|activity| activity.at.day)
        .chain(bills.iter().map(|bill| time.open(bill.day)))
        .min();
    let bought = life
        .cars
        .iter()
        .filter_map(|car| car.deal.as_ref())
        .map(|deal| time.open(deal.ordered))
        .min();
    let first = first.into_iter().chain(bought).min();
    // A record exists at the beginning of the year of use at the latest.
    let latest = time.open(Day::civil(TEMPLATE_YEAR - 1, 12, 20));
    // Who buys within the year was known as a prospect before it.
    let latest = if client.slot.case == Case::Converting {
        latest.min(before(TEMPLATE_YEAR - 1, &mut chance))
    } else {
        latest
    };
    first
        .unwrap_or_else(|| before(TEMPLATE_YEAR - 2, &mut chance))
        .min(latest)
}

/// Telephones, mail and source.
pub(super) fn coordinates(client: &Client, created: Day) -> Coordinates {
    // Recorded again, one tells the same numbers.
    if let Some(origin) = client.origin.as_deref().filter(|_| client.slot.is_double()) {
        return coordinates(origin, created);
    }
    let mut chance = client.chance("coordinates");
    let source = source(client, &mut chance);
    match &client.who {
        Who::Person(person) => {
            let landline = if person.age() > 55 { 62 } else { 16 };
            let household = u64::from(client.slot.head.unwrap_or(client.slot.index));
            let phone = if Chance::of(client.seed, household, "landline").percent(landline) {
                client.home.landline(household, client.seed)
            } else {
                String::new()
            };
            // A couple taken for one person gave one mobile.
            let couple = |_: &&Client| matches!(client.slot.origin(), Some((Kind::Couple, _)));
            let caller = client.origin.as_deref().filter(couple).unwrap_or(client);
            let mobile = identifiers::customer_mobile(caller.number(), client.seed);
            let mail = person.mail(client.slot, &mut chance);
            Coordinates {
                phone,
                mobile,
                mail,
                source,
                created,
            }
        }
        Who::Company(company) => {
            let phone = client.home.landline(client.number(), client.seed);
            let mail = company.mail();
            Coordinates {
                phone,
                mobile: String::new(),
                mail,
                source,
                created,
            }
        }
    }
}

/// Where the record comes from, in hypothetical shares.
fn source(client: &Client, chance: &mut Chance) -> String {
    let sources = choices("sources");
    let weights: [u32; 13] = match client.slot.case {
        Case::ServiceOnly => [4, 0, 82, 0, 6, 3, 1, 0, 0, 0, 0, 0, 4],
        _ if client.slot.company => [14, 8, 12, 4, 16, 8, 6, 2, 2, 1, 0, 22, 5],
        _ => [25, 18, 12, 12, 10, 10, 6, 2, 1, 2, 2, 0, 4],
    };
    sources
        .get(chance.weighted(weights.into_iter()))
        .cloned()
        .unwrap_or_default()
}

fn write_contacts<E>(client: &Client, writer: &mut Writer<E>) -> Result<(), E> {
    for contact in client
        .company()
        .map_or(&[][..], |company| company.contacts.as_slice())
    {
        let id = writer.next_id(Entity::Contact);
        let mobile = identifiers::contact_mobile(id.unsigned_abs(), client.seed);
        let mobile = match client.origin.as_deref() {
            Some(owner) => identifiers::customer_mobile(owner.number(), client.seed),
            None if id % 9 == 0 => String::new(),
            None => mobile,
        };
        writer.fact(Entity::Contact, id, rows::contact(client.id(), contact, &mobile))?;
    }
    Ok(())
}

/// Cars already theirs; those bought later come with their invoice.
fn write_cars<E>(
    client: &Client,
    life: &mut Life,
    bills: &[Invoice],
    writer: &mut Writer<E>,
) -> Result<(), E> {
    for place in 0..life.cars.len() {
        life.cars[place].id = writer.next_id(Entity::Vehicle);
        let car = &life.cars[place];
        if writer.time.is_past(writer.time.open(car.owned_from)) {
            let mut values = vehicle_values(client, life, place, bills, &writer.time);
            let value = spoil::vehicle(client, life, place, &mut values);
            let id = life.cars[place].id;
            if (client.slot.is(Kind::SoldVehicleAttached) && place + 1 == life.cars.len()) || value.is_some()
            {
                spoil::keep(writer, Entity::Vehicle, id, value);
            }
            writer.fact(Entity::Vehicle, id, values)?;
        }
    }
    Ok(())
}

fn vehicle_values(
    client: &Client,
    life: &Life,
    place: usize,
    bills: &[Invoice],
    time: &Timeline,
) -> super::writer::Values {
    let car = &life.cars[place];
    let seen = bills
        .iter()
        .filter(|bill| bill.car == Some(place) && time.is_past(time.open(bill.day)));
    let mileage = seen.filter_map(|bill| bill.mileage).max().unwrap_or(car.first_km);
    // Whoever never came again told their mileage when they came as a prospect.
    let told = if client.slot.case == Case::Prospect {
        car.km_on(Day::civil(TEMPLATE_YEAR - 1, 10, 1))
    } else {
        0
    };
    rows::vehicle(client, car, mileage.max(told), rows::usage(client, car), time)
}

fn write_invoices<E>(
    client: &Client,
    life: &Life,
    bills: &[Invoice],
    writer: &mut Writer<E>,
) -> Result<(), E> {
    for bill in bills {
        let id = writer.next_id(Entity::Invoice);
        let day = writer.time.open(bill.day);
        let car = bill
            .car
            .and_then(|place| life.cars.get(place).map(|car| (place, car)))
            // A car ordered in one of the last days is not on the roll yet: what was paid before names none.
            .filter(|(_, car)| {
                !writer.time.is_past(day) || writer.time.is_past(writer.time.open(car.owned_from))
            });
        let mut records = Vec::new();
        let mut edits = Vec::new();
        let is_purchase = car.is_some_and(|(_, car)| {
            car.deal.as_ref().is_some_and(|deal| {
                deal.delivered == bill.day && bill.kind != "service" && bill.kind != "parts"
            })
        });
        if let Some((place, car)) = car {
            if is_purchase && !writer.time.is_past(day) {
                records.push((
                    Entity::Vehicle,
                    car.id,
                    vehicle_values(client, life, place, bills, &writer.time),
                ));
                let gone = life.cars.iter().filter(|before| before.sold_on == Some(bill.day));
                edits.extend(gone.map(|before| (Entity::Vehicle, before.id, vec![("sold_on", day.into())])));
            } else if let Some(mileage) = bill.mileage {
                edits.push((Entity::Vehicle, car.id, vec![("mileage", mileage.into())]));
            }
        }
        let mut values = rows::invoice(client, id, bill, car.map(|(_, car)| car.id), day);
        if let Some(value) = spoil::invoice(client, life, bill, &mut values) {
            spoil::keep(writer, Entity::Invoice, id, Some(value));
        }
        records.push((Entity::Invoice, id, values));
        for (rank, line) in (1..).zip(&bill.lines) {
            let line_id = writer.next_id(Entity::InvoiceLine);
            records.push((Entity::InvoiceLine, line_id, rows::line(id, rank, line)));
        }
        let kind = if is_purchase { "purchase" } else { "invoice" };
        writer.event(Event {
            at: day.at(17 * 60),
            kind,
            customer: client.id(),
            records,
            edits,
        })?;
    }
    Ok(())
}

fn write_activities<E>(client: &Client, told: &[Activity], writer: &mut Writer<E>) -> Result<(), E> {
    let mut before: Option<(i64, Activity)> = None;
    for activity in told {
        let id = writer.next_id(Entity::Activity);
        let mut activity = activity.clone();
        if !client.slot.is(Kind::NoFollowUp) {
            activities::settle_result(&mut activity);
        }
        let done = activity.follow_up.filter(|_| activity.closed_by_next);
        let values = rows::activity(client.id().into(), Value::Empty, &activity, writer.if_past(done));
        // What comes true closes the follow-up that announced it.
        let edits = before
            .filter(|(_, before)| before.closed_by_next)
            .map(|(id, before)| {
                (
                    Entity::Activity,
                    id,
                    vec![("follow_up_done_on", before.follow_up.into())],
                )
            })
            .into_iter()
            .collect();
        let at = activity.at;
        before = Some((id, activity));
        let records = vec![(Entity::Activity, id, values)];
        writer.event(Event {
            at,
            kind: "activity",
            customer: client.id(),
            records,
            edits,
        })?;
    }
    Ok(())
}
