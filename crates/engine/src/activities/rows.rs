//! The day's board, read from activities, leads and agenda.

use super::board::{AgendaLine, FollowUp, HomeRead, LeadLine};
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::values::parse_date_time;
use jiff::{SpanTotal, Unit};
use rusqlite::named_params;

const OF_WHOM: &str =
    "(:owner IS NULL OR activity.owner = :owner) AND (:site IS NULL OR customer.site = :site)";

const FOLLOW_UP: &str = "FROM activity JOIN customer ON customer.id = activity.customer_id
    JOIN customer_facts AS facts ON facts.id = customer.id
    WHERE activity.next_follow_up_on >= :from AND activity.next_follow_up_on < :to AND activity.follow_up_done_on IS NULL
    AND customer.record_state IS NOT 'archived'";

/// The follow-ups due from a day to before another, oldest first, and how many there are.
pub(super) fn follow_ups(
    reader: &Reader,
    of: &HomeRead,
    from: &str,
    to: &str,
    limit: i64,
) -> Result<(Vec<FollowUp>, i64), ApiError> {
    let conn = reader.store.conn();
    let total = conn
        .prepare_cached(&format!("SELECT count(*) {FOLLOW_UP} AND {OF_WHOM}"))?
        .query_row(
            named_params! {":from": from, ":to": to, ":owner": of.owner, ":site": of.site},
            |row| row.get(0),
        )?;
    let sql = format!(
        "SELECT activity.id, customer.id, coalesce(customer.legal_name, trim(coalesce(customer.first_name, '') || ' ' || coalesce(customer.last_name, ''))),
         facts.status, coalesce(customer.mobile, customer.phone), activity.next_follow_up_on, activity.kind, activity.subject, activity.owner
         {FOLLOW_UP} AND {OF_WHOM} ORDER BY activity.next_follow_up_on, activity.id LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(
        named_params! {":from": from, ":to": to, ":owner": of.owner, ":site": of.site, ":limit": limit},
        |row| {
            Ok(FollowUp {
                activity: Entity::Activity.reference(row.get(0)?),
                customer: row
                    .get::<_, Option<i64>>(1)?
                    .map(|id| Entity::Customer.reference(id)),
                label: row.get(2)?,
                status: row.get(3)?,
                phone: row.get(4)?,
                due_on: row.get(5)?,
                kind: row.get(6)?,
                subject: row.get(7)?,
                owner: row.get(8)?,
            })
        },
    )?;
    Ok((found.collect::<Result<_, _>>()?, total))
}

const WAITING: &str = "FROM lead WHERE state = 'new' AND (:owner IS NULL OR owner = :owner OR owner IS NULL) AND (:site IS NULL OR site = :site)";

/// The leads that nobody has answered, oldest first, and how many there are.
pub(super) fn waiting_leads(
    reader: &Reader,
    of: &HomeRead,
    limit: i64,
) -> Result<(Vec<LeadLine>, i64), ApiError> {
    let conn = reader.store.conn();
    let total = conn
        .prepare_cached(&format!("SELECT count(*) {WAITING}"))?
        .query_row(named_params! {":owner": of.owner, ":site": of.site}, |row| {
            row.get(0)
        })?;
    let sql = format!(
        "SELECT id, trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')), kind, issued_at, vehicle_of_interest, phone, owner
         {WAITING} ORDER BY issued_at, id LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(
        named_params! {":owner": of.owner, ":site": of.site, ":limit": limit},
        |row| {
            let issued_at: String = row.get(3)?;
            Ok(LeadLine {
                reference: Entity::Lead.reference(row.get(0)?),
                label: row.get(1)?,
                kind: row.get(2)?,
                age_hours: hours_since(reader, &issued_at),
                issued_at,
                vehicle: row.get(4)?,
                phone: row.get(5)?,
                owner: row.get(6)?,
            })
        },
    )?;
    Ok((found.collect::<Result<_, _>>()?, total))
}

fn hours_since(reader: &Reader, moment: &str) -> i64 {
    let elapsed = parse_date_time(moment).map(|at| reader.now - at);
    let hours = elapsed
        .and_then(|span| span.total(SpanTotal::from(Unit::Hour).days_are_24_hours()).ok())
        .unwrap_or_default();
    hours.max(0.0) as i64
}

/// The appointments of a day, in order.
pub(super) fn appointments(
    reader: &Reader,
    of: &HomeRead,
    from: &str,
    to: &str,
) -> Result<Vec<AgendaLine>, ApiError> {
    let sql = "SELECT agenda_entry.id, title, starts_at, ends_at, customer.id,
        coalesce(customer.legal_name, trim(coalesce(customer.first_name, '') || ' ' || coalesce(customer.last_name, ''))), agenda_entry.kind, agenda_entry.owner
        FROM agenda_entry LEFT JOIN customer ON customer.id = agenda_entry.customer_id
        WHERE starts_at >= :from AND starts_at < :to AND state IS NOT 'cancelled'
        AND (:owner IS NULL OR agenda_entry.owner = :owner) AND (:site IS NULL OR customer.site IS NULL OR customer.site = :site)
        ORDER BY starts_at, agenda_entry.id LIMIT 200";
    let mut statement = reader.store.conn().prepare_cached(sql)?;
    let found = statement.query_map(
        named_params! {":from": from, ":to": to, ":owner": of.owner, ":site": of.site},
        |row| {
            let customer: Option<i64> = row.get(4)?;
            Ok(AgendaLine {
                reference: Entity::AgendaEntry.reference(row.get(0)?),
                title: row.get(1)?,
                starts_at: row.get(2)?,
                ends_at: row.get(3)?,
                customer: customer.map(|id| Entity::Customer.reference(id)),
                label: customer.and(row.get(5)?),
                kind: row.get(6)?,
                owner: row.get(7)?,
            })
        },
    )?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// The follow-ups closed on a day.
pub(super) fn done_on(reader: &Reader, of: &HomeRead, day: &str) -> Result<i64, ApiError> {
    let sql = format!(
        "SELECT count(*) FROM activity JOIN customer ON customer.id = activity.customer_id WHERE activity.follow_up_done_on = :day AND {OF_WHOM}"
    );
    let parameters = named_params! {":day": day, ":owner": of.owner, ":site": of.site};
    Ok(reader
        .store
        .conn()
        .prepare_cached(&sql)?
        .query_row(parameters, |row| row.get(0))?)
}
