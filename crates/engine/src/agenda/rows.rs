//! What the agenda reads: entries, follow-ups, and who waits to be placed.

use super::AgendaLink;
use super::window::Whose;
use crate::change::Change;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use rusqlite::{Row, named_params};

/// An entry as it is read.
#[derive(Debug)]
pub(super) struct EntryRow {
    pub(super) id: i64,
    pub(super) title: String,
    pub(super) kind: Option<String>,
    pub(super) starts_at: String,
    pub(super) ends_at: Option<String>,
    pub(super) all_day: bool,
    pub(super) recurrence: Option<String>,
    pub(super) exceptions: Option<String>,
    pub(super) owner: Option<String>,
    pub(super) place: Option<String>,
    pub(super) state: Option<String>,
    pub(super) customer: Option<AgendaLink>,
    pub(super) vehicle: Option<AgendaLink>,
    pub(super) lead: Option<AgendaLink>,
}

/// A follow-up that is still to be done.
#[derive(Debug)]
pub(super) struct FollowRow {
    pub(super) id: i64,
    pub(super) on: String,
    pub(super) kind: String,
    pub(super) subject: Option<String>,
    pub(super) owner: Option<String>,
    pub(super) customer: Option<AgendaLink>,
    pub(super) lead: Option<AgendaLink>,
}

/// Somebody to place, and why.
#[derive(Debug)]
pub(super) struct WaitingRow {
    pub(super) of: AgendaLink,
    pub(super) detail: Option<String>,
    pub(super) on: Option<String>,
    pub(super) owner: Option<String>,
}

const CUSTOMER_NAME: &str = "coalesce(customer.legal_name, customer.trade_name,
    trim(coalesce(customer.first_name, '') || ' ' || coalesce(customer.last_name, '')))";
const LEAD_NAME: &str = "trim(coalesce(lead.first_name, '') || ' ' || coalesce(lead.last_name, ''))";
const VEHICLE_NAME: &str = "trim(coalesce(vehicle.make, '') || ' ' || coalesce(vehicle.model, '') || ' ' || coalesce(vehicle.plate, ''))";

/// At a site: somebody of its staff, or one of its customers.
const OF_WHOM: &str = "(:owner IS NULL OR coalesce(fact.owner, '') = :owner)
    AND (:site IS NULL OR fact.owner IN (SELECT value FROM json_each(:staff)) OR coalesce(customer.site, lead.site) = :site)";

fn entry_sql(condition: &str) -> String {
    format!(
        "SELECT fact.id, coalesce(fact.title, ''), fact.kind, fact.starts_at, fact.ends_at, coalesce(fact.all_day, 0), fact.recurrence,
            fact.exceptions, fact.owner, fact.place, fact.state, customer.id, {CUSTOMER_NAME}, vehicle.id, {VEHICLE_NAME},
            lead.id, {LEAD_NAME}
         FROM agenda_entry AS fact LEFT JOIN customer ON customer.id = fact.customer_id
            LEFT JOIN vehicle ON vehicle.id = fact.vehicle_id LEFT JOIN lead ON lead.id = fact.lead_id
         WHERE {condition} AND {OF_WHOM} ORDER BY fact.starts_at, fact.id"
    )
}

fn link(row: &Row, at: usize, entity: Entity) -> rusqlite::Result<Option<AgendaLink>> {
    let Some(id) = row.get::<_, Option<i64>>(at)? else {
        return Ok(None);
    };
    let label: Option<String> = row.get(at + 1)?;
    Ok(Some(AgendaLink {
        reference: entity.reference(id),
        label: label.unwrap_or_default(),
    }))
}

fn entry(row: &Row) -> rusqlite::Result<EntryRow> {
    Ok(EntryRow {
        id: row.get(0)?,
        title: row.get(1)?,
        kind: row.get(2)?,
        starts_at: row.get(3)?,
        ends_at: row.get(4)?,
        all_day: row.get(5)?,
        recurrence: row.get(6)?,
        exceptions: row.get(7)?,
        owner: row.get(8)?,
        place: row.get(9)?,
        state: row.get(10)?,
        customer: link(row, 11, Entity::Customer)?,
        vehicle: link(row, 13, Entity::Vehicle)?,
        lead: link(row, 15, Entity::Lead)?,
    })
}

/// Entries that do not come back and touch the days from `from` to before `to`; none begun before `since`.
pub(super) fn single(
    reader: &Reader,
    whose: &Whose,
    since: &str,
    from: &str,
    to: &str,
) -> Result<Vec<EntryRow>, ApiError> {
    let sql = entry_sql(
        "fact.starts_at >= :since AND fact.starts_at < :to AND coalesce(fact.ends_at, fact.starts_at) >= :from
         AND coalesce(fact.recurrence, '') = ''",
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let found = statement.query_map(
        named_params! {":since": since, ":from": from, ":to": to, ":owner": whose.owner, ":site": whose.site, ":staff": whose.staff},
        entry,
    )?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Entries that come back and began before a day.
pub(super) fn series(reader: &Reader, whose: &Whose, to: &str) -> Result<Vec<EntryRow>, ApiError> {
    let sql = entry_sql("fact.starts_at < :to AND fact.recurrence <> ''");
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let found = statement.query_map(
        named_params! {":to": to, ":owner": whose.owner, ":site": whose.site, ":staff": whose.staff},
        entry,
    )?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Follow-ups due from a day to before another and not done.
pub(super) fn follow_ups(
    reader: &Reader,
    whose: &Whose,
    from: &str,
    to: &str,
) -> Result<Vec<FollowRow>, ApiError> {
    let sql = format!(
        "SELECT fact.id, fact.next_follow_up_on, fact.kind, fact.subject, fact.owner, customer.id, {CUSTOMER_NAME}, lead.id, {LEAD_NAME}
         FROM activity AS fact LEFT JOIN customer ON customer.id = fact.customer_id LEFT JOIN lead ON lead.id = fact.lead_id
         WHERE fact.next_follow_up_on >= :from AND fact.next_follow_up_on < :to AND fact.next_follow_up_on IS NOT NULL
            AND fact.follow_up_done_on IS NULL AND customer.record_state IS NOT 'archived' AND {OF_WHOM}
         ORDER BY fact.next_follow_up_on, fact.id"
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let found = statement.query_map(
        named_params! {":from": from, ":to": to, ":owner": whose.owner, ":site": whose.site, ":staff": whose.staff},
        |row| {
            Ok(FollowRow {
                id: row.get(0)?,
                on: row.get(1)?,
                kind: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
                subject: row.get(3)?,
                owner: row.get(4)?,
                customer: link(row, 5, Entity::Customer)?,
                lead: link(row, 7, Entity::Lead)?,
            })
        },
    )?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Leads in hand, or new, for which nothing is planned from now on; the latest first.
pub(super) fn leads_to_place(
    reader: &Reader,
    whose: &Whose,
    limit: i64,
) -> Result<Vec<WaitingRow>, ApiError> {
    let sql = format!(
        "SELECT fact.id, {}, trim(coalesce(fact.kind, '') || ' ' || coalesce(fact.vehicle_of_interest, '')), fact.issued_at, fact.owner
         FROM lead AS fact LEFT JOIN customer ON customer.id = fact.customer_id LEFT JOIN lead ON lead.id = fact.id
         WHERE fact.state IN ('new', 'in_progress') AND {OF_WHOM} AND NOT EXISTS (
            SELECT 1 FROM agenda_entry WHERE agenda_entry.lead_id = fact.id AND agenda_entry.starts_at >= :now
                AND agenda_entry.state IS NOT 'cancelled')
         ORDER BY fact.issued_at DESC, fact.id DESC LIMIT :limit",
        LEAD_NAME.replace("lead.", "fact.")
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let found = statement.query_map(
        named_params! {":owner": whose.owner, ":site": whose.site, ":staff": whose.staff, ":now": reader.now_text(), ":limit": limit},
        |row| {
            Ok(WaitingRow {
                of: AgendaLink {
                    reference: Entity::Lead.reference(row.get(0)?),
                    label: row.get(1)?,
                },
                detail: row.get(2)?,
                on: row.get(3)?,
                owner: row.get(4)?,
            })
        },
    )?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Keeps a setting of the sandbox, or forgets it.
pub(super) fn set(change: &Change, key: &str, value: Option<&str>) -> Result<(), ApiError> {
    let conn = change.conn();
    match value {
        Some(value) => conn
            .prepare_cached(
                "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            )?
            .execute((key, value))?,
        None => conn
            .prepare_cached("DELETE FROM setting WHERE key = ?1")?
            .execute([key])?,
    };
    Ok(())
}
