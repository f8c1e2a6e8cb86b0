//! The last sheet: what no person reads. What is damaged there costs itself only.

use super::grid::{Book, Found, each_row};
use crate::excel::packed::Packed;
use crate::fields::{Entity, Kind};
use crate::school::Record;
use crate::store::{TECHNICAL, TechnicalRow};
use crate::values::Value;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value as Json};
use std::collections::{BTreeMap, HashSet};

/// What the last sheet holds.
#[derive(Default)]
pub(super) struct Technical {
    pub(super) rows: Vec<TechnicalRow>,
    /// Events to come, and anomalies that no sheet shows.
    pub(super) records: Vec<Packed>,
    /// A row could not be understood.
    pub(super) is_damaged: bool,
}

impl Technical {
    /// The last number given in each table.
    pub(super) fn last_numbers(&self) -> BTreeMap<String, i64> {
        let rows = self.rows.iter().filter(|row| row.table == "sequence");
        rows.filter_map(|row| {
            let value = |key: &str| {
                row.values
                    .iter()
                    .find(|(known, _)| known == key)
                    .map(|(_, value)| value)
            };
            Some((value("entity")?.text()?.to_owned(), value("last")?.int()?))
        })
        .collect()
    }
}

/// Reads the last sheet and those in which it goes on; without it, nothing but the loss.
pub(super) fn technical(book: &mut Book, names: &[&String]) -> Technical {
    let mut found = Technical {
        is_damaged: names.is_empty(),
        ..Technical::default()
    };
    let mut begun = String::new();
    for name in names {
        read(book, name, &mut begun, &mut found);
    }
    found.is_damaged |= !begun.is_empty();
    found
}

fn read(book: &mut Book, name: &str, begun: &mut String, found: &mut Technical) {
    let outcome = each_row(book, name, &mut |row, cells| {
        let [(0, Found::Text(key)), (1, Found::Text(content)), ..] = cells else {
            found.is_damaged = true;
            return;
        };
        if row == 1 {
            return;
        }
        begun.push_str(content);
        if key.ends_with('+') {
            return;
        }
        let content = std::mem::take(begun);
        if take(found, key, &content).is_none() {
            found.is_damaged = true;
        }
    });
    found.is_damaged |= outcome.is_err();
}

fn take(found: &mut Technical, table: &str, content: &str) -> Option<()> {
    if let Some(entity) = [Entity::PendingEvent, Entity::Anomaly]
        .into_iter()
        .find(|entity| entity.table() == table)
    {
        let record = if entity == Entity::Anomaly {
            record(entity, &String::from_utf8(STANDARD.decode(content).ok()?).ok()?)?
        } else {
            record(entity, content).filter(is_sound)?
        };
        found.records.push(Packed::of(&record));
        return Some(());
    }
    let table = TECHNICAL.iter().copied().find(|known| *known == table)?;
    let row: Map<String, Json> = serde_json::from_str(content).ok()?;
    let columns = columns_of(table);
    let mut values = Vec::new();
    for (key, is_number, may_be_empty) in columns {
        let value = value(row.get(*key).unwrap_or(&Json::Null))?;
        let is_right = match &value {
            Value::Empty => *may_be_empty,
            Value::Int(_) => *is_number,
            _ => !is_number,
        };
        if !is_right {
            return None;
        }
        values.push(((*key).to_owned(), value));
    }
    found.rows.push(TechnicalRow { table, values });
    Some(())
}

/// The columns of a table that no sheet shows: name, a number rather than a text, may be empty.
fn columns_of(table: &str) -> &'static [(&'static str, bool, bool)] {
    match table {
        "setting" => &[("key", false, false), ("value", false, false)],
        "sequence" => &[("entity", false, false), ("last", true, false)],
        "custom_value" => &[
            ("entity", false, false),
            ("record_id", true, false),
            ("key", false, false),
            ("value", false, true),
        ],
        "event_dropped" => &[
            ("id", true, false),
            ("due_at", false, false),
            ("kind", false, false),
            ("customer_id", true, true),
            ("label", false, false),
            ("reason", false, false),
            ("dropped_on", false, false),
        ],
        "lead_origin" => &[("id", true, false), ("mark", true, false)],
        "base_part" => &[("id", true, false), ("content", false, false)],
        "duplicate_decision" => &[
            ("id", true, false),
            ("left_id", true, false),
            ("right_id", true, false),
            ("decision", false, false),
            ("decided_on", false, false),
        ],
        "merged_customer" => &[
            ("id", true, false),
            ("into_id", true, false),
            ("merged_on", false, false),
        ],
        "targeting_member" => &[
            ("id", true, false),
            ("targeting_id", true, false),
            ("record_id", true, false),
            ("rank", true, false),
        ],
        "cleaning_ignored" => &[
            ("id", true, false),
            ("check_key", false, false),
            ("entity", false, false),
            ("record_id", true, false),
            ("value", false, false),
            ("ignored_on", false, false),
        ],
        "inbox" => &[
            ("id", true, false),
            ("activity_id", true, false),
            ("message_id", true, true),
            ("recipient_id", true, true),
            ("intent", false, false),
            ("wish", false, false),
            ("why", false, false),
            ("handled_at", false, true),
            ("handling", false, true),
        ],
        "recipient_case" => &[
            ("id", true, false),
            ("weighed", true, false),
            ("luck", true, false),
        ],
        "campaign_expected" => &[
            ("id", true, false),
            ("regime", false, false),
            ("delivered", true, false),
            ("bounced", true, false),
            ("opened", true, false),
            ("clicked", true, false),
            ("answered", true, false),
            ("appointments", true, false),
            ("unsubscribed", true, false),
            ("complained", true, false),
        ],
        _ => &[],
    }
}

/// Leaves out the members of targetings that are no more, and those that are told twice.
pub(super) fn drop_stray_members(rows: &mut Vec<TechnicalRow>, records: &[Packed]) {
    let targetings: HashSet<i64> = records
        .iter()
        .filter(|record| record.entity == Entity::Targeting)
        .map(|record| record.id)
        .collect();
    let (mut ids, mut pairs) = (HashSet::new(), HashSet::new());
    rows.retain(|row| {
        if row.table != "targeting_member" {
            return true;
        }
        let of = |key: &str| {
            let found = row.values.iter().find(|(known, _)| known == key);
            found.and_then(|(_, value)| value.int()).unwrap_or(0)
        };
        targetings.contains(&of("targeting_id"))
            && ids.insert(of("id"))
            && pairs.insert((of("targeting_id"), of("record_id")))
    });
}

fn record(entity: Entity, content: &str) -> Option<Record> {
    let row: Map<String, Json> = serde_json::from_str(content).ok()?;
    let mut values = Vec::new();
    for field in entity.fields().stored() {
        let value = value(row.get(field.key).unwrap_or(&Json::Null))?;
        if !fits(field.kind, &value) {
            return None;
        }
        values.push((field.key, value));
    }
    Some(Record {
        entity,
        id: row.get("id")?.as_i64().filter(|id| *id > 0)?,
        values,
    })
}

fn value(json: &Json) -> Option<Value> {
    match json {
        Json::Null => Some(Value::Empty),
        Json::Bool(flag) => Some(Value::Flag(*flag)),
        Json::Number(number) => number.as_i64().map(Value::Int),
        Json::String(text) => Some(text.as_str().into()),
        Json::Array(_) | Json::Object(_) => None,
    }
}

/// Would the database take this value in a column of this kind?
fn fits(kind: Kind, value: &Value) -> bool {
    let is_number = matches!(
        kind,
        Kind::Integer | Kind::Money | Kind::Quantity | Kind::Flag | Kind::Reference(_)
    );
    match value {
        Value::Empty => true,
        Value::Int(_) | Value::Flag(_) => is_number,
        Value::Text(_) => !is_number,
    }
}

/// Would the rows of an event be taken when its day comes?
fn is_sound(event: &Record) -> bool {
    let payload = event
        .values
        .iter()
        .find(|(key, _)| *key == "payload")
        .and_then(|(_, value)| value.text());
    let Some(Json::Object(payload)) = payload.and_then(|text| serde_json::from_str(text).ok()) else {
        return false;
    };
    ["records", "edits"].iter().all(|part| match payload.get(*part) {
        None => true,
        Some(Json::Array(rows)) => rows.iter().all(is_sound_row),
        Some(_) => false,
    })
}

fn is_sound_row(row: &Json) -> bool {
    let entity = row
        .get("entity")
        .and_then(Json::as_str)
        .and_then(Entity::of_table);
    let Some((entity, Json::Object(values))) = entity.zip(row.get("values")) else {
        return false;
    };
    row.get("id").and_then(Json::as_i64).is_some_and(|id| id > 0)
        && values.iter().all(|(key, json)| {
            let field = entity
                .fields()
                .field(key)
                .filter(|field| field.computed.is_none());
            field
                .zip(value(json))
                .is_some_and(|(field, value)| fits(field.kind, &value))
        })
}
