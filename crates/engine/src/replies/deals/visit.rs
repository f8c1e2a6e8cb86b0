//! The hour of an appointment has come: they come or not; the workshop bills, the showroom waits for a decision.

use super::rows::{self, Entry};
use crate::change::Change;
use crate::content::trade::{Operation, operations};
use crate::content::{choices, group, replies as content};
use crate::error::ApiError;
use crate::fields::Entity;
use crate::invoices;
use crate::reader::Reader;
use crate::records::{Values, read};
use crate::replies::come::{Answer, Coming, receive};
use crate::replies::intent::Intent;
use crate::replies::luck::{Luck, Step};
use crate::replies::person::day_number;
use crate::replies::rows as base;
use crate::replies::send::{after, rules, wait};
use crate::replies::sent::{Channel, Offer};
use crate::values::{Value, fold, parse_date_time};
use jiff::ToSpan;
use jiff::civil::DateTime;

/// Places of the kinds of appointments in their list (`content/words/choices.toml`).
const SALES: [usize; 2] = [0, 1];
const WORKSHOP: usize = 3;

/// An appointment was made: its customer will come, or not. Series, days that have gone by and what is no appointment with a
/// customer wait for nobody.
pub(crate) fn expected(reader: &Reader, change: &Change, id: i64) -> Result<(), ApiError> {
    let Some(entry) = rows::entry(change, id)? else {
        return Ok(());
    };
    let kinds = choices("agenda_kinds");
    let mut meetings = SALES.into_iter().chain([WORKSHOP]);
    let meets = meetings.any(|place| kinds.get(place).is_some_and(|kind| *kind == entry.kind));
    let starts = parse_date_time(&entry.starts_at).filter(|starts| *starts > reader.now);
    if let (Some(starts), Some(customer), true) = (starts, entry.customer, meets && !entry.is_series) {
        wait(
            change,
            after(starts, 45),
            Some(customer),
            Coming::Visit { entry: id },
        )?;
    }
    Ok(())
}

/// The appointment's time has come; `reader` stands at that moment.
pub(in crate::replies) fn visit(
    reader: &Reader,
    change: &Change,
    due: &str,
    customer: i64,
    id: i64,
) -> Result<bool, ApiError> {
    let Some(entry) = rows::entry(change, id)? else {
        return Ok(false);
    };
    let Some(starts) = parse_date_time(&entry.starts_at) else {
        return Ok(false);
    };
    let customer = entry.customer.unwrap_or(customer);
    if starts > reader.now {
        // It was moved: they come when it is.
        wait(
            change,
            after(starts, 45),
            Some(customer),
            Coming::Visit { entry: id },
        )?;
        return Ok(true);
    }
    if entry.is_cancelled {
        return Ok(true);
    }
    let seed = rules(change)?.seed;
    let luck = Luck::of(seed, customer, day_number(starts.date()) * 16 + 9);
    if !comes(change, customer, starts, luck)? {
        rows::set_entry_state(change, id, "cancelled")?;
        return receive(change, due, &absent(customer, starts));
    }
    rows::set_entry_state(change, id, "done")?;
    write_visit(reader, change, due, customer, &entry)?;
    let kinds = choices("agenda_kinds");
    let is = |place: usize| kinds.get(place).is_some_and(|kind| *kind == entry.kind);
    if is(WORKSHOP) {
        bill(reader, change, customer, &entry, luck)?;
    } else if SALES.into_iter().any(is) && !rows::decides_already(change, customer)? {
        let minutes = (1 + luck.below(Step::Delay, 5)) * 24 * 60;
        let occasion = day_number(starts.date()) * 16 + 10;
        wait(
            change,
            after(starts, minutes),
            Some(customer),
            Coming::Decision { occasion },
        )?;
    }
    Ok(true)
}

/// One in seven forgets; a reminder in the two days before spares a third of it.
fn comes(change: &Change, customer: i64, starts: DateTime, luck: Luck) -> Result<bool, ApiError> {
    let from = starts.saturating_sub(2.days()).date().to_string();
    let reminded = rows::was_reminded(
        change,
        customer,
        &from,
        Value::from(starts).text().unwrap_or_default(),
    )?;
    Ok(luck.strikes(Step::Show, if reminded { 9_000 } else { 8_500 }))
}

fn absent(customer: i64, starts: DateTime) -> Answer {
    Answer {
        customer,
        intent: Intent::NoShow,
        message: None,
        campaign: None,
        recipient: None,
        offer: Offer::Service,
        occasion: day_number(starts.date()) * 16 + 11,
        why: "{}".to_owned(),
        channel: Channel::Sms,
        chosen: None,
    }
}

fn write_visit(
    reader: &Reader,
    change: &Change,
    due: &str,
    customer: i64,
    entry: &Entry,
) -> Result<(), ApiError> {
    let owner = match &entry.owner {
        Some(owner) => Some(owner.clone()),
        None => read(reader, Entity::Customer, customer)?
            .values
            .get("owner")
            .and_then(Value::text)
            .map(str::to_owned),
    };
    let values = [
        ("customer_id", customer.into()),
        ("kind", "visit".into()),
        ("direction", "inbound".into()),
        ("happened_at", due.into()),
        ("subject", entry.title.as_str().into()),
        ("content", content::words("came").into()),
        ("result", content::result("came").into()),
        ("owner", owner.into()),
    ];
    base::insert(change, Entity::Activity, &values)?;
    Ok(())
}

/// The visit is billed as any other, on its day, with the school's price list.
fn bill(reader: &Reader, change: &Change, customer: i64, entry: &Entry, luck: Luck) -> Result<(), ApiError> {
    let today = reader.today().to_string();
    let Some(speaker) = base::speaker(change, customer, Offer::Visit.code(), &today)? else {
        return Ok(());
    };
    let Some(vehicle) = entry.vehicle.or(speaker.vehicle) else {
        return Ok(());
    };
    let car = read(reader, Entity::Vehicle, vehicle)?;
    let of_car = |key: &str| car.values.get(key).cloned().unwrap_or_default();
    let is_electric = of_car("energy")
        .text()
        .is_some_and(|energy| fold(energy).contains("electri"));
    let lines = lines(service_of(&entry.title), is_electric, luck);
    let km = of_car("estimated_km").int().max(of_car("mileage").int());
    let site = speaker.site.clone();
    let values = Values::from([
        ("kind".to_owned(), "service".into()),
        ("issued_on".to_owned(), today.into()),
        (
            "customer_id".to_owned(),
            Entity::Customer.reference(customer).into(),
        ),
        ("vehicle_id".to_owned(), car.reference.as_str().into()),
        ("mileage".to_owned(), km.into()),
        ("seller".to_owned(), advisor(site.as_deref(), "service").into()),
        ("site".to_owned(), site.into()),
    ]);
    invoices::write(reader, change, customer, &values, &lines)?;
    Ok(())
}

/// Who of a site does a kind of work.
pub(in crate::replies) fn advisor(site: Option<&str>, work: &str) -> Option<&'static str> {
    let does = |person: &&crate::content::Staff| person.work.iter().any(|known| known == work);
    let here = group()
        .staff
        .iter()
        .filter(does)
        .find(|person| Some(person.site.as_str()) == site);
    here.or_else(|| group().staff.iter().find(does))
        .map(|person| person.name.as_str())
}

/// What is done, by the title of the appointment: the offers of `content/replies/judge.toml`.
fn service_of(title: &str) -> &'static str {
    match crate::replies::judge::offer_of(title) {
        Offer::Inspection => "inspection",
        Offer::Tyres => "brakes",
        _ => "revision",
    }
}

fn lines(service: &str, is_electric: bool, luck: Luck) -> Vec<Values> {
    let fits = |operation: &&Operation| match operation.energies {
        "all" => true,
        "electric" => is_electric,
        "heat" => !is_electric,
        _ => false,
    };
    let mut draw = luck.below(Step::Wish, 100);
    let mut lines = Vec::new();
    for operation in operations(service).iter().filter(fits) {
        draw = (draw * 37 + 11) % 100;
        if draw < u64::from(operation.chance) && operation.unit_price > 0 {
            lines.push(Values::from([
                ("label".to_owned(), operation.label.into()),
                ("quantity".to_owned(), Value::Int(i64::from(operation.quantity))),
                (
                    "unit_price".to_owned(),
                    Value::Int(i64::from(operation.unit_price)),
                ),
            ]));
        }
    }
    lines
}
