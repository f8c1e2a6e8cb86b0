//! What belongs to a customer goes to another one: nothing is lost, nothing is there twice.

use super::pick::{Held, Picked, pick};
use super::preview::BELONGINGS;
use super::rows;
use super::trace::Trace;
use crate::change::Change;
use crate::error::ApiError;
use crate::fields::{Entity, Field};
use crate::reader::Reader;
use crate::records::rows as records;
use crate::values::Value;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Gives everything of `from` to `to`; what cannot stay is told in `trace`.
pub(super) fn hand_over(
    reader: &Reader,
    change: &Change,
    from: i64,
    to: i64,
    trace: &mut Trace,
) -> Result<(), ApiError> {
    consents(reader, change, from, to, trace)?;
    note(reader, change, from, to, trace)?;
    let of_from = vehicles(reader, from)?;
    for (entity, key) in BELONGINGS {
        rows::hand_over(change, entity, key, from, to)?;
    }
    rows::hand_over(change, Entity::Customer, "household_id", from, to)?;
    rows::not_of_itself(change, to)?;
    for (event, payload) in rows::events_of(reader, from)? {
        rows::hand_over_event(change, event, to, &renamed(&payload, Entity::Customer, from, to))?;
    }
    same_vehicles(reader, change, &of_from, to, trace)
}

/// One consent for each channel: the latest word; said on one day, the refusal.
fn consents(reader: &Reader, change: &Change, from: i64, to: i64, trace: &mut Trace) -> Result<(), ApiError> {
    let of = |id| records::read_where(reader, Entity::Consent, "customer_id", id, "id");
    let (theirs, ours) = (of(from)?, of(to)?);
    for consent in theirs {
        let channel = text(&consent, "channel");
        let against: Vec<&Held> = ours
            .iter()
            .filter(|own| text(own, "channel") == channel)
            .collect();
        let latest = against.iter().copied().max_by_key(|own| word(own));
        match latest {
            None => give(change, Entity::Consent, consent.0, to)?,
            Some(own) if word(&consent) > word(own) => {
                for own in against {
                    tell(trace, own);
                    records::delete(change, Entity::Consent, own.0)?;
                }
                give(change, Entity::Consent, consent.0, to)?;
            }
            Some(own) => {
                if facts(own) != facts(&consent) {
                    tell(trace, &consent);
                }
                records::delete(change, Entity::Consent, consent.0)?;
            }
        }
    }
    Ok(())
}

/// The day of a consent's last word, and whether it is a refusal.
fn word(consent: &Held) -> (String, bool) {
    let day = text(consent, "withdrawn_on").max(text(consent, "given_on"));
    (
        day,
        text(consent, "state") != "granted" || !text(consent, "withdrawn_on").is_empty(),
    )
}

fn facts(consent: &Held) -> Vec<String> {
    let keys = ["state", "given_on", "origin", "withdrawn_on"];
    keys.iter().map(|key| text(consent, key)).collect()
}

fn tell(trace: &mut Trace, consent: &Held) {
    let channel = shown(consent, "channel");
    for (field, value) in consent.1.iter().filter(|(field, _)| field.computed.is_none()) {
        if !matches!(field.key, "customer_id" | "channel") && !value.is_empty() {
            trace.add(Some(&channel), field, value);
        }
    }
}

fn shown(record: &Held, key: &str) -> String {
    let found = record.1.iter().find(|(field, _)| field.key == key);
    found
        .and_then(|(field, value)| crate::fields::choice_label(field, value))
        .unwrap_or_default()
        .to_owned()
}

/// One note for each customer: blanks are filled, comments follow one another, the rest is told.
fn note(reader: &Reader, change: &Change, from: i64, to: i64, trace: &mut Trace) -> Result<(), ApiError> {
    let of = |id| records::read_where(reader, Entity::Note, "customer_id", id, "id");
    let (Some(theirs), ours) = (of(from)?.pop(), of(to)?.pop()) else {
        return Ok(());
    };
    let Some(ours) = ours else {
        return give(change, Entity::Note, theirs.0, to);
    };
    let mut values = Vec::new();
    for picked in pick(
        reader.fields(Entity::Note)?,
        false,
        &[ours.clone(), theirs.clone()],
        &BTreeMap::new(),
    ) {
        if picked.field.key == "customer_id" {
            continue;
        }
        if picked.field.key == "comment" && !picked.lost.is_empty() {
            let both = format!("{}\n{}", text(&ours, "comment"), text(&theirs, "comment"));
            values.push((picked.field, both.into()));
            continue;
        }
        for (_, value) in &picked.lost {
            trace.add(None, picked.field, value);
        }
        if picked.whose != ours.0 {
            values.push((picked.field, picked.value));
        }
    }
    records::update(change, Entity::Note, ours.0, &values)?;
    records::delete(change, Entity::Note, theirs.0)
}

/// The same car on both records: the one that came makes way, its invoices and visits go to the one that stays.
fn same_vehicles(
    reader: &Reader,
    change: &Change,
    came: &[Held],
    owner: i64,
    trace: &mut Trace,
) -> Result<(), ApiError> {
    let ours: Vec<Held> = vehicles(reader, owner)?
        .into_iter()
        .filter(|own| came.iter().all(|vehicle| vehicle.0 != own.0))
        .collect();
    for vehicle in came {
        let Some(own) = ours.iter().find(|own| same_car(own, vehicle)) else {
            continue;
        };
        let label = crate::records::view(Entity::Vehicle, vehicle.0, vehicle.1.clone()).label;
        let mut values = Vec::new();
        for Picked {
            field,
            whose,
            value,
            lost,
        } in pick(
            reader.fields(Entity::Vehicle)?,
            false,
            &[own.clone(), vehicle.clone()],
            &BTreeMap::new(),
        ) {
            if field.key == "customer_id" {
                continue;
            }
            if field.key == "mileage" {
                let most = lost
                    .iter()
                    .map(|(_, lost)| lost)
                    .chain([&value])
                    .filter_map(Value::int)
                    .max();
                values.extend(most.map(|most| (field, Value::Int(most))));
                continue;
            }
            for (_, lost) in &lost {
                trace.add(Some(&label), field, lost);
            }
            if whose != own.0 {
                values.push((field, value));
            }
        }
        records::update(change, Entity::Vehicle, own.0, &values)?;
        for entity in [Entity::Invoice, Entity::AgendaEntry] {
            rows::hand_over(change, entity, "vehicle_id", vehicle.0, own.0)?;
        }
        for (event, payload) in rows::events_of(reader, owner)? {
            let payload = renamed(&payload, Entity::Vehicle, vehicle.0, own.0);
            rows::hand_over_event(change, event, owner, &payload)?;
        }
        records::delete(change, Entity::Vehicle, vehicle.0)?;
    }
    Ok(())
}

/// How many vehicles are held by several of these customers.
pub(super) fn vehicles_in_common(reader: &Reader, ids: &[i64]) -> Result<usize, ApiError> {
    let mut seen: Vec<Held> = Vec::new();
    let mut common = 0;
    for id in ids {
        let theirs = vehicles(reader, *id)?;
        common += theirs
            .iter()
            .filter(|vehicle| seen.iter().any(|other| same_car(other, vehicle)))
            .count();
        seen.extend(theirs);
    }
    Ok(common)
}

fn vehicles(reader: &Reader, customer: i64) -> Result<Vec<Held>, ApiError> {
    records::read_where(reader, Entity::Vehicle, "customer_id", customer, "id")
}

/// The same VIN, or without one the same plate; and neither sold while the other is not.
fn same_car(one: &Held, other: &Held) -> bool {
    let same = |key: &str| {
        let bare = |record: &Held| {
            let text = text(record, key).to_uppercase();
            text.chars()
                .filter(char::is_ascii_alphanumeric)
                .collect::<String>()
        };
        let (one, other) = (bare(one), bare(other));
        (!one.is_empty() && !other.is_empty()).then_some(one == other)
    };
    let is_sold = |record: &Held| !text(record, "sold_on").is_empty();
    same("vin").or_else(|| same("plate")).unwrap_or(false) && is_sold(one) == is_sold(other)
}

fn give(change: &Change, entity: Entity, id: i64, to: i64) -> Result<(), ApiError> {
    let owner: Option<&'static Field> = entity.fields().field("customer_id");
    let values: Vec<_> = owner.map(|field| (field, Value::Int(to))).into_iter().collect();
    records::update(change, entity, id, &values)
}

fn text(record: &Held, key: &str) -> String {
    let found = record.1.iter().find(|(field, _)| field.key == key);
    found
        .and_then(|(_, value)| value.text())
        .unwrap_or_default()
        .to_owned()
}

/// What an event brings, where every field that names `from` names `to`.
fn renamed(payload: &str, target: Entity, from: i64, to: i64) -> String {
    let Ok(mut json) = serde_json::from_str::<Json>(payload) else {
        return payload.to_owned();
    };
    for part in ["records", "edits"] {
        for row in json
            .get_mut(part)
            .and_then(Json::as_array_mut)
            .into_iter()
            .flatten()
        {
            let entity = row
                .get("entity")
                .and_then(Json::as_str)
                .and_then(Entity::of_table);
            let Some(entity) = entity else { continue };
            if part == "edits" && entity == target && row.get("id").and_then(Json::as_i64) == Some(from) {
                row["id"] = to.into();
            }
            for field in entity
                .fields()
                .stored()
                .filter(|field| field.target() == Some(target))
            {
                if let Some(value) = row.get_mut("values").and_then(|values| values.get_mut(field.key))
                    && value.as_i64() == Some(from)
                {
                    *value = to.into();
                }
            }
        }
    }
    json.to_string()
}
