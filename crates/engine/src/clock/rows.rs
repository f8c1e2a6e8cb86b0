//! The tables that time reads and writes.

use super::digest::Digest;
use super::events::{Due, Reason};
use super::read::DroppedView;
use crate::change::Change;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::replies;
use crate::store::{LEAD_TEXT, Store};
use crate::values::Value;
use jiff::civil::DateTime;
use rusqlite::{OptionalExtension, Row, named_params, params_from_iter};
use std::collections::BTreeMap;

/// A lead that stands as it was dated.
pub(super) struct Untouched {
    pub(super) id: i64,
    pub(super) issued_at: String,
}

pub(super) fn set(change: &Change, key: &str, value: &str) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached(
            "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        )?
        .execute((key, value))?;
    Ok(())
}

fn event(row: &Row) -> rusqlite::Result<Due> {
    Ok(Due {
        id: row.get(0)?,
        due_at: row.get(1)?,
        kind: row.get(2)?,
        customer: row.get(3)?,
        payload: row.get(4)?,
    })
}

const EVENT: &str = "SELECT id, coalesce(due_at, ''), coalesce(kind, ''), customer_id, coalesce(payload, '') FROM pending_event";

/// Events due by the end of a day, replies and campaigns by a moment of it, in the order in which they come.
pub(super) fn due(change: &Change, now: DateTime, with_hours: bool) -> Result<Vec<Due>, ApiError> {
    let sql = format!(
        "{EVENT} WHERE due_at < ?1 || 'U' AND (kind NOT IN (?2, ?4) OR due_at <= ?3) ORDER BY due_at, id"
    );
    let mut statement = change.conn().prepare_cached(&sql)?;
    let found = statement.query_map(
        (
            now.date().to_string(),
            replies::EVENT,
            with_hours.then(|| Value::from(now)),
            crate::campaigns::EVENT,
        ),
        event,
    )?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// What came after a moment, up to another.
pub(super) fn digest(change: &Change, from: &str, to: &str) -> Result<Digest, ApiError> {
    let sql = "SELECT
        (SELECT count(*) FROM lead WHERE issued_at > :from AND issued_at <= :to AND state = 'new'),
        (SELECT count(*) FROM inbox JOIN activity ON activity.id = inbox.activity_id
            WHERE happened_at > :from AND happened_at <= :to AND kind IS NOT 'visit'),
        (SELECT count(*) FROM inbox JOIN activity ON activity.id = inbox.activity_id
            WHERE happened_at > :from AND happened_at <= :to AND kind = 'visit'),
        (SELECT count(*) FROM inbox JOIN activity ON activity.id = inbox.activity_id
            WHERE happened_at > :from AND happened_at <= :to AND intent IN ('grievance', 'data_complaint')),
        (SELECT count(*) FROM invoice WHERE issued_on > substr(:from, 1, 10) AND issued_on <= substr(:to, 1, 10)),
        (SELECT count(*) FROM (SELECT min(issued_on) AS first FROM invoice GROUP BY customer_id)
            WHERE first > substr(:from, 1, 10) AND first <= substr(:to, 1, 10)),
        (SELECT count(*) FROM activity WHERE next_follow_up_on >= substr(:from, 1, 10)
            AND next_follow_up_on < substr(:to, 1, 10) AND follow_up_done_on IS NULL),
        (SELECT count(*) FROM inbox JOIN activity ON activity.id = inbox.activity_id
            WHERE happened_at > :from AND happened_at <= :to AND intent = 'bought_elsewhere')";
    Ok(change
        .conn()
        .prepare_cached(sql)?
        .query_row(named_params! {":from": from, ":to": to}, |row| {
            Ok(Digest {
                leads: row.get(0)?,
                replies: row.get(1)?,
                visits: row.get(2)?,
                complaints: row.get(3)?,
                invoices: row.get(4)?,
                clients: row.get(5)?,
                missed: row.get(6)?,
                lost: row.get(7)?,
                ..Digest::default()
            })
        })?)
}

/// Is anything due that has not come?
pub(super) fn is_due(store: &Store, now: DateTime) -> Result<bool, ApiError> {
    Ok(store
        .conn()
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM pending_event WHERE due_at <= ?1)")?
        .query_row([Value::from(now)], |row| row.get(0))?)
}

pub(super) fn of_customer(change: &Change, customer: i64) -> Result<Vec<Due>, ApiError> {
    let sql = format!("{EVENT} WHERE customer_id = ?1 ORDER BY due_at, id");
    let mut statement = change.conn().prepare_cached(&sql)?;
    let found = statement.query_map([customer], event)?;
    Ok(found.collect::<Result<_, _>>()?)
}

pub(super) fn forget(change: &Change, id: i64) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached("DELETE FROM pending_event WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}

pub(super) fn drop_event(change: &Change, event: &Due, reason: Reason, on: &str) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached(
            "INSERT OR IGNORE INTO event_dropped (id, due_at, kind, customer_id, label, reason, dropped_on)
             VALUES (?1, ?2, ?3, ?4,
                 coalesce((SELECT trim(coalesce(legal_name, coalesce(first_name, '') || ' ' || coalesce(last_name, '')))
                           FROM customer WHERE id = ?4), ''), ?5, ?6)",
        )?
        .execute((event.id, &event.due_at, &event.kind, event.customer, reason.code(), on))?;
    Ok(())
}

/// The owner of a vehicle and whether it was sold; none when there is no such vehicle.
pub(super) fn vehicle(change: &Change, id: i64) -> Result<Option<(Option<i64>, bool)>, ApiError> {
    Ok(change
        .conn()
        .prepare_cached("SELECT customer_id, sold_on IS NOT NULL FROM vehicle WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

pub(super) fn exists(change: &Change, entity: Entity, id: i64) -> Result<bool, ApiError> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE id = ?1)", entity.table());
    Ok(change
        .conn()
        .prepare_cached(&sql)?
        .query_row([id], |row| row.get(0))?)
}

/// The id itself when no record has it, the next one never given otherwise.
pub(super) fn free_id(change: &Change, entity: Entity, id: i64) -> Result<i64, ApiError> {
    if !exists(change, entity, id)? {
        change
            .conn()
            .prepare_cached(
                "INSERT INTO sequence (entity, last) VALUES (?1, ?2)
                 ON CONFLICT (entity) DO UPDATE SET last = max(last, excluded.last)",
            )?
            .execute((entity.table(), id))?;
        return Ok(id);
    }
    Ok(change
        .conn()
        .prepare_cached("UPDATE sequence SET last = last + 1 WHERE entity = ?1 RETURNING last")?
        .query_row([entity.table()], |row| row.get(0))?)
}

pub(super) fn insert(
    change: &Change,
    entity: Entity,
    id: i64,
    values: &BTreeMap<String, Value>,
) -> Result<(), ApiError> {
    // Only columns of ours: a payload may come from a workbook.
    let known: Vec<(&'static str, &Value)> = entity
        .fields()
        .stored()
        .filter_map(|field| Some((field.key, values.get(field.key)?)))
        .collect();
    let columns: String = known.iter().map(|(key, _)| format!(", {key}")).collect();
    let places = ", ?".repeat(known.len());
    let id = Value::Int(id);
    change
        .conn()
        .prepare_cached(&format!(
            "INSERT INTO {} (id{columns}) VALUES (?{places})",
            entity.table()
        ))?
        .execute(params_from_iter(
            std::iter::once(&id).chain(known.iter().map(|(_, value)| *value)),
        ))?;
    Ok(())
}

/// Changes a field to what the event found, unless a person has said more since: a mileage only grows, a date already
/// given stays.
pub(super) fn settle(
    change: &Change,
    entity: Entity,
    id: i64,
    key: &str,
    value: &Value,
) -> Result<(), ApiError> {
    let Some(field) = entity.fields().stored().find(|field| field.key == key) else {
        return Ok(());
    };
    let key = field.key;
    let guard = match key {
        "mileage" => format!("({key} IS NULL OR {key} < ?2)"),
        "sold_on" | "follow_up_done_on" => format!("{key} IS NULL"),
        _ => "TRUE".to_owned(),
    };
    change
        .conn()
        .prepare_cached(&format!(
            "UPDATE {} SET {key} = ?2 WHERE id = ?1 AND {guard}",
            entity.table()
        ))?
        .execute((id, value))?;
    Ok(())
}

pub(super) fn note_origin(change: &Change, id: i64) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached(&format!(
            "UPDATE lead_origin SET mark = (SELECT text_mark({LEAD_TEXT}) FROM lead WHERE lead.id = lead_origin.id) WHERE id = ?1"
        ))?
        .execute([id])?;
    Ok(())
}

pub(super) fn untouched_leads(change: &Change) -> Result<Vec<Untouched>, ApiError> {
    let sql = format!(
        "SELECT lead.id, lead.issued_at FROM lead JOIN lead_origin AS origin ON origin.id = lead.id
         WHERE origin.mark = text_mark({LEAD_TEXT}) ORDER BY lead.id"
    );
    let mut statement = change.conn().prepare_cached(&sql)?;
    let found = statement.query_map([], |row| {
        Ok(Untouched {
            id: row.get(0)?,
            issued_at: row.get(1)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

pub(super) fn redate_lead(change: &Change, id: i64, at: &Value) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached("UPDATE lead SET issued_at = ?2 WHERE id = ?1")?
        .execute((id, at))?;
    Ok(())
}

/// The contacts of a lead: id, moment, next follow-up promised.
pub(super) fn activities_of_lead(
    change: &Change,
    lead: i64,
) -> Result<Vec<(i64, String, Option<String>)>, ApiError> {
    let mut statement = change.conn().prepare_cached(
        "SELECT id, coalesce(happened_at, ''), next_follow_up_on FROM activity WHERE lead_id = ?1 ORDER BY id",
    )?;
    let found = statement.query_map([lead], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Moves a contact and the next one it promised.
pub(super) fn redate_activity(change: &Change, id: i64, at: &Value, next: &Value) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached("UPDATE activity SET happened_at = ?2, next_follow_up_on = ?3 WHERE id = ?1")?
        .execute((id, at, next))?;
    Ok(())
}

/// How many events are to come, and the day of the first.
pub(super) fn pending(store: &Store) -> Result<(i64, Option<String>), ApiError> {
    Ok(store
        .conn()
        .prepare_cached("SELECT count(*), substr(min(due_at), 1, 10) FROM pending_event")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

pub(super) fn dropped(store: &Store, limit: i64) -> Result<Vec<DroppedView>, ApiError> {
    let mut statement = store.conn().prepare_cached(
        "SELECT due_at, kind, label, reason FROM event_dropped ORDER BY dropped_on DESC, due_at DESC, id LIMIT ?1",
    )?;
    let found = statement.query_map([limit], |row| {
        Ok(DroppedView {
            due_at: row.get(0)?,
            kind: row.get(1)?,
            label: row.get(2)?,
            reason: row.get(3)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
