//! The agenda: appointments of the last weeks and of the next ones, and the meetings that come back.

use super::activities::Activity;
use super::affairs::Affair;
use super::client::Client;
use super::day::{Day, Moment};
use super::life::Life;
use super::rows::filled;
use super::shift;
use super::writer::{Values, Writer};
use crate::content::words::{agenda as words, fill};
use crate::content::{choices, group};
use crate::fields::Entity;
use crate::values::Value;

/// How far back appointments are kept.
const KEPT_DAYS: i64 = 45;
/// How far ahead visits to the workshop are booked.
const BOOKED_DAYS: i64 = 16;

/// Ranks in the list of kinds.
const SALES: usize = 0;
const TEST_DRIVE: usize = 1;
const DELIVERY: usize = 2;
const WORKSHOP: usize = 3;

struct Entry<'a> {
    kind: usize,
    at: Moment,
    minutes: i32,
    model: &'a str,
    vehicle: Option<i64>,
    owner: &'a str,
}

/// Writes the appointments of a record.
pub(super) fn write_of_record<E>(
    client: &Client,
    life: &Life,
    affair: &Affair,
    told: &[Activity],
    writer: &mut Writer<E>,
) -> Result<(), E> {
    let today = writer.time.today;
    let near = |day: Day| day > today.plus(-KEPT_DAYS) && day <= today;
    for activity in told
        .iter()
        .chain(&affair.activities)
        .filter(|activity| near(activity.at.day))
    {
        let kind = match (activity.kind, activity.result == words().delivered) {
            ("test_drive", _) => TEST_DRIVE,
            ("visit", true) => DELIVERY,
            ("visit", false) => SALES,
            _ => continue,
        };
        let minutes = if activity.result == words().ordered {
            75
        } else {
            45
        };
        let entry = Entry {
            kind,
            at: activity.at,
            minutes,
            model: "",
            vehicle: None,
            owner: activity.owner,
        };
        write(client, &entry, "done", writer)?;
    }
    if let Some((day, drive)) = affair.appointment {
        let at = day.at(client.chance("hour").between(19, 35) * 30);
        let kind = if drive { TEST_DRIVE } else { SALES };
        write(
            client,
            &Entry {
                kind,
                at,
                minutes: 60,
                model: "",
                vehicle: None,
                owner: &client.seller().name,
            },
            "planned",
            writer,
        )?;
    }
    write_deliveries(client, life, writer)?;
    write_workshop(client, life, writer)
}

fn write_deliveries<E>(client: &Client, life: &Life, writer: &mut Writer<E>) -> Result<(), E> {
    for car in &life.cars {
        let Some(deal) = &car.deal else { continue };
        let day = writer.time.open(deal.delivered);
        let ordered = day.plus(-deal.delivered.since(deal.ordered));
        if !writer.time.is_past(day) && writer.time.is_past(ordered) {
            let at = day.at(client.chance("hour").between(19, 34) * 30);
            let entry = Entry {
                kind: DELIVERY,
                at,
                minutes: 60,
                model: car.model.name,
                vehicle: None,
                owner: &client.seller().name,
            };
            write(client, &entry, "planned", writer)?;
        }
    }
    Ok(())
}

fn write_workshop<E>(client: &Client, life: &Life, writer: &mut Writer<E>) -> Result<(), E> {
    let today = writer.time.today;
    for visit in life
        .visits
        .iter()
        .filter(|visit| visit.services[0] != "shop" && visit.services[0] != "trade")
    {
        let day = writer.time.open(visit.day);
        if day <= today.plus(-KEPT_DAYS / 3) || day > today.plus(BOOKED_DAYS) {
            continue;
        }
        let Some(car) = visit.car.and_then(|place| life.cars.get(place)) else {
            continue;
        };
        let at = day.at(client.chance("workshop hour").between(16, 28) * 30);
        let state = if day < today { "done" } else { "planned" };
        let owner = &client.staff("service").name;
        write(
            client,
            &Entry {
                kind: WORKSHOP,
                at,
                minutes: 90,
                model: car.model.name,
                vehicle: Some(car.id),
                owner,
            },
            state,
            writer,
        )?;
    }
    Ok(())
}

fn write<E>(client: &Client, entry: &Entry, state: &str, writer: &mut Writer<E>) -> Result<(), E> {
    let kind = choices("agenda_kinds").get(entry.kind).map_or("", String::as_str);
    let titles = words().titles.get(kind).map_or(&[][..], Vec::as_slice);
    // Titles that name the car are for those whose car is known.
    let titles: Vec<&String> = titles
        .iter()
        .filter(|title| !entry.model.is_empty() || !title.contains("{modele}"))
        .collect();
    let title = fill(client.chance(&entry.at.iso()).word(&titles), &|name| match name {
        "client" => Some(client.label()),
        "modele" => Some(entry.model.to_owned()),
        _ => None,
    });
    let place = words().places.get(kind).map_or("", String::as_str);
    let ends = entry.at.plus_minutes(entry.minutes);
    let id = writer.next_id(Entity::AgendaEntry);
    let values = row(
        &title,
        kind,
        entry.at,
        ends,
        "",
        Value::Int(client.id()),
        entry.vehicle.into(),
        entry.owner,
        place,
        state,
    );
    writer.fact(Entity::AgendaEntry, id, values)
}

/// Writes the meetings that come back and who is away.
pub(super) fn write_of_staff<E>(writer: &mut Writer<E>) -> Result<(), E> {
    let today = writer.time.today;
    for meeting in &words().recurring {
        let since = i64::from((today.weekday() - i32::from(meeting.weekday)).rem_euclid(7)) + 56;
        let first = today.plus(-since);
        for site in &group().sites {
            let owner = group()
                .staff
                .iter()
                .find(|person| person.site == site.name)
                .map_or("", |person| person.name.as_str());
            let place = words().places.get(&meeting.kind).map_or("", String::as_str);
            let (starts, ends) = (
                first.at(minutes(&meeting.starts)),
                first.at(minutes(&meeting.ends)),
            );
            let id = writer.next_id(Entity::AgendaEntry);
            let values = row(
                &meeting.title,
                &meeting.kind,
                starts,
                ends,
                &meeting.recurrence,
                Value::Empty,
                Value::Empty,
                owner,
                place,
                "planned",
            );
            writer.fact(Entity::AgendaEntry, id, values)?;
        }
    }
    for (rank, person) in (0_i64..).zip(&group().staff) {
        write_absence(rank, &person.name, writer)?;
    }
    Ok(())
}

fn write_absence<E>(rank: i64, name: &str, writer: &mut Writer<E>) -> Result<(), E> {
    let kinds = choices("agenda_kinds");
    let kind = kinds
        .get(if rank % 3 == 0 { 6 } else { 7 })
        .map_or("", String::as_str);
    let title = words()
        .titles
        .get(kind)
        .and_then(|titles| titles.first())
        .map_or("", String::as_str);
    let day = shift::office_from(writer.time.today.plus(4 + rank * 5));
    let place = words().places.get(kind).map_or("", String::as_str);
    let id = writer.next_id(Entity::AgendaEntry);
    let mut values = row(
        title,
        kind,
        day.at(0),
        day.at(23 * 60 + 59),
        "",
        Value::Empty,
        Value::Empty,
        name,
        place,
        "planned",
    );
    for (key, value) in &mut values {
        if *key == "all_day" {
            *value = Value::Flag(true);
        }
    }
    writer.fact(Entity::AgendaEntry, id, values)
}

fn minutes(clock: &str) -> i64 {
    let part = |text: &str| text.parse::<i64>().unwrap_or(0);
    clock
        .split_once(':')
        .map_or(0, |(hours, minutes)| part(hours) * 60 + part(minutes))
}

#[allow(
    clippy::too_many_arguments,
    reason = "one per column, in the order of the table"
)]
fn row(
    title: &str,
    kind: &str,
    starts: Moment,
    ends: Moment,
    recurrence: &str,
    customer: Value,
    vehicle: Value,
    owner: &str,
    place: &str,
    state: &str,
) -> Values {
    vec![
        ("title", title.into()),
        ("kind", kind.into()),
        ("starts_at", starts.into()),
        ("ends_at", ends.into()),
        ("all_day", Value::Flag(false)),
        ("recurrence", filled(recurrence)),
        ("exceptions", Value::Empty),
        ("customer_id", customer),
        ("vehicle_id", vehicle),
        ("lead_id", Value::Empty),
        ("owner", owner.into()),
        ("place", filled(place)),
        ("state", state.into()),
    ]
}
