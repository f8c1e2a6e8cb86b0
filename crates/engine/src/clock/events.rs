//! Pending events: what a base holds beyond its day, which becomes fact when its day comes, unless what was done in the
//! meantime makes it impossible.

use super::{Passed, rows};
use crate::campaigns;
use crate::change::Change;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::replies;
use crate::values::Value;
use jiff::civil::{Date, DateTime};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What an event adds and changes, as `school` writes it.
#[derive(Debug, Deserialize)]
struct Payload {
    #[serde(default)]
    records: Vec<PayloadRow>,
    #[serde(default)]
    edits: Vec<PayloadRow>,
}

/// A row of an event: its entity's table, its id, its values by column.
#[derive(Debug, Deserialize)]
struct PayloadRow {
    entity: String,
    id: i64,
    values: BTreeMap<String, Value>,
}

/// An event whose day has come.
pub(super) struct Due {
    pub(super) id: i64,
    pub(super) due_at: String,
    pub(super) kind: String,
    pub(super) customer: Option<i64>,
    pub(super) payload: String,
}

/// Why an event cannot come.
#[derive(Clone, Copy)]
pub(super) enum Reason {
    CustomerDeleted,
    VehicleDeleted,
    VehicleSold,
}

impl Reason {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::CustomerDeleted => "customer_deleted",
            Self::VehicleDeleted => "vehicle_deleted",
            Self::VehicleSold => "vehicle_sold",
        }
    }
}

/// How many times what comes may bring something else that is due already.
const ROUNDS: usize = 40;

/// Makes facts of every event due by the end of a day, and of the replies and campaigns due by a moment of it; a base that
/// is being made has no reader yet, and those wait for the first call.
pub(super) fn come_true(
    change: &Change,
    reader: Option<&Reader>,
    now: DateTime,
    passed: &mut Passed,
) -> Result<(), ApiError> {
    for _ in 0..ROUNDS {
        let due = rows::due(change, now, reader.is_some())?;
        if due.is_empty() {
            break;
        }
        bring(change, reader, due, now.date(), passed)?;
    }
    Ok(())
}

fn bring(
    change: &Change,
    reader: Option<&Reader>,
    due: Vec<Due>,
    to: Date,
    passed: &mut Passed,
) -> Result<(), ApiError> {
    for event in due {
        if let (campaigns::EVENT, Some(reader)) = (event.kind.as_str(), reader) {
            rows::forget(change, event.id)?;
            if campaigns::come(reader, change, &event.payload, &event.due_at)? {
                passed.came += 1;
            }
            continue;
        }
        if let Some(reader) = reader.filter(|_| event.kind == replies::EVENT) {
            rows::forget(change, event.id)?;
            if replies::come(reader, change, &event.due_at, event.customer, &event.payload)? {
                passed.replies += 1;
            } else {
                rows::drop_event(change, &event, Reason::CustomerDeleted, &to.to_string())?;
                passed.dropped += 1;
            }
            continue;
        }
        // Damaged rows are dropped like the impossible ones: nothing of them can be said.
        let payload: Option<Payload> = serde_json::from_str(&event.payload).ok();
        let outcome = match (event.customer, payload) {
            (Some(customer), Some(payload)) => {
                owner_on_the_day(change, customer, &payload)?.map(|owner| (owner, customer, payload))
            }
            _ => Err(Reason::CustomerDeleted),
        };
        rows::forget(change, event.id)?;
        match outcome {
            Ok((owner, customer, payload)) => {
                write(change, payload, owner)?;
                passed.came += 1;
                passed.followed += u32::from(owner != customer);
            }
            Err(reason) => {
                rows::drop_event(change, &event, reason, &to.to_string())?;
                passed.dropped += 1;
            }
        }
    }
    Ok(())
}

/// Leaves the trace of what a customer about to be deleted had to come.
pub(crate) fn drop_of_customer(change: &Change, customer: i64, today: Date) -> Result<(), ApiError> {
    for event in rows::of_customer(change, customer)? {
        rows::drop_event(change, &event, Reason::CustomerDeleted, &today.to_string())?;
    }
    Ok(())
}

/// Whose the event is on its day: a car that changed hands takes its visits to its new owner.
fn owner_on_the_day(
    change: &Change,
    customer: i64,
    payload: &Payload,
) -> Result<Result<i64, Reason>, ApiError> {
    let brought: Vec<i64> = payload
        .records
        .iter()
        .filter(|row| row.entity == Entity::Vehicle.table())
        .map(|row| row.id)
        .collect();
    let used = payload
        .records
        .iter()
        .filter_map(|row| row.values.get("vehicle_id").and_then(Value::int))
        .find(|vehicle| !brought.contains(vehicle));
    let Some(vehicle) = used else {
        return Ok(Ok(customer));
    };
    Ok(match rows::vehicle(change, vehicle)? {
        None => Err(Reason::VehicleDeleted),
        Some((_, true)) => Err(Reason::VehicleSold),
        Some((owner, false)) => Ok(owner.unwrap_or(customer)),
    })
}

fn write(change: &Change, payload: Payload, owner: i64) -> Result<(), ApiError> {
    // A number kept for the event may have been given by hand meanwhile, in a workbook: the event takes the next one.
    let mut moved: BTreeMap<(Entity, i64), i64> = BTreeMap::new();
    for row in payload.records {
        let Some(entity) = Entity::of_table(&row.entity) else {
            continue;
        };
        let mut values = row.values;
        if values.contains_key("customer_id") {
            values.insert("customer_id".to_owned(), Value::Int(owner));
        }
        for field in entity.fields().stored() {
            let Some(target) = field.target() else { continue };
            let Some(named) = values.get(field.key).and_then(Value::int) else {
                continue;
            };
            if let Some(id) = moved.get(&(target, named)) {
                values.insert(field.key.to_owned(), Value::Int(*id));
            } else if !rows::exists(change, target, named)? {
                values.insert(field.key.to_owned(), Value::Empty);
            }
        }
        let id = rows::free_id(change, entity, row.id)?;
        if id != row.id {
            moved.insert((entity, row.id), id);
        }
        rows::insert(change, entity, id, &values)?;
    }
    for row in payload.edits {
        let Some(entity) = Entity::of_table(&row.entity) else {
            continue;
        };
        let id = moved.get(&(entity, row.id)).copied().unwrap_or(row.id);
        for (key, value) in &row.values {
            rows::settle(change, entity, id, key, value)?;
        }
    }
    Ok(())
}
