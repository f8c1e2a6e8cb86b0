//! Appointments, what the dealership did for a sale, leads that nobody cares for.

use crate::change::Change;
use crate::error::ApiError;
use crate::store::LEAD_TEXT;
use rusqlite::{OptionalExtension, named_params};

/// An appointment as it stands when its time comes.
pub(super) struct Entry {
    pub(super) title: String,
    pub(super) kind: String,
    pub(super) starts_at: String,
    pub(super) is_cancelled: bool,
    pub(super) is_series: bool,
    pub(super) customer: Option<i64>,
    pub(super) vehicle: Option<i64>,
    pub(super) owner: Option<String>,
}

pub(super) fn entry(change: &Change, id: i64) -> Result<Option<Entry>, ApiError> {
    Ok(change
        .conn()
        .prepare_cached(
            "SELECT coalesce(title, ''), coalesce(kind, ''), coalesce(starts_at, ''), state = 'cancelled', customer_id,
                vehicle_id, owner, coalesce(recurrence, '') <> '' FROM agenda_entry WHERE id = ?1",
        )?
        .query_row([id], |row| {
            Ok(Entry {
                title: row.get(0)?,
                kind: row.get(1)?,
                starts_at: row.get(2)?,
                is_cancelled: row.get::<_, Option<bool>>(3)?.unwrap_or(false),
                customer: row.get(4)?,
                vehicle: row.get(5)?,
                owner: row.get(6)?,
                is_series: row.get(7)?,
            })
        })
        .optional()?)
}

pub(super) fn set_entry_state(change: &Change, id: i64, state: &str) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached("UPDATE agenda_entry SET state = ?2 WHERE id = ?1")?
        .execute((id, state))?;
    Ok(())
}

/// Did anybody remind them, in the two days before?
pub(super) fn was_reminded(change: &Change, customer: i64, from: &str, to: &str) -> Result<bool, ApiError> {
    Ok(change
        .conn()
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM activity WHERE customer_id = ?1 AND happened_at >= ?2 AND happened_at < ?3
             AND direction IS NOT 'inbound' AND kind IN ('mail', 'sms', 'call'))",
        )?
        .query_row((customer, from, to), |row| row.get(0))?)
}

/// What was done for a sale.
pub(super) struct Effort {
    pub(super) test_drives: u32,
    pub(super) offers: u32,
    /// The last day on which the dealership wrote, called or received them.
    pub(super) last: Option<String>,
    pub(super) is_late: bool,
}

pub(super) fn effort(change: &Change, customer: i64, since: &str, today: &str) -> Result<Effort, ApiError> {
    Ok(change
        .conn()
        .prepare_cached(
            "SELECT count(*) FILTER (WHERE kind = 'test_drive'), count(*) FILTER (WHERE kind = 'offer'),
                max(substr(happened_at, 1, 10)) FILTER (WHERE direction IS NOT 'inbound' AND kind NOT IN ('note', 'campaign')),
                count(*) FILTER (WHERE next_follow_up_on < :today AND follow_up_done_on IS NULL) > 0
             FROM activity WHERE customer_id = :customer AND happened_at >= :since AND happened_at < :today || 'U'",
        )?
        .query_row(
            named_params! {":customer": customer, ":since": since, ":today": today},
            |row| {
                Ok(Effort {
                    test_drives: row.get(0)?,
                    offers: row.get(1)?,
                    last: row.get(2)?,
                    is_late: row.get(3)?,
                })
            },
        )?)
}

/// What tells which car somebody buys.
pub(super) struct Kind {
    pub(super) is_company: bool,
    pub(super) profession: Option<String>,
    pub(super) birth_date: Option<String>,
    pub(super) naf: Option<String>,
    /// The kind of their last request.
    pub(super) asked: Option<String>,
}

pub(super) fn kind(change: &Change, customer: i64) -> Result<Option<Kind>, ApiError> {
    Ok(change
        .conn()
        .prepare_cached(
            "SELECT kind = 'company', profession, birth_date, naf,
                (SELECT kind FROM lead WHERE customer_id = ?1 ORDER BY issued_at DESC, id DESC LIMIT 1)
             FROM customer WHERE id = ?1",
        )?
        .query_row([customer], |row| {
            Ok(Kind {
                is_company: row.get::<_, Option<bool>>(0)?.unwrap_or(false),
                profession: row.get(1)?,
                birth_date: row.get(2)?,
                naf: row.get(3)?,
                asked: row.get(4)?,
            })
        })
        .optional()?)
}

/// The open leads of a customer become a sale.
pub(super) fn convert_leads(change: &Change, customer: i64) -> Result<(), ApiError> {
    for sql in [
        "DELETE FROM lead_origin WHERE id IN (SELECT id FROM lead WHERE customer_id = ?1 AND state IN ('new', 'in_progress'))",
        "UPDATE lead SET state = 'converted', lost_reason = NULL WHERE customer_id = ?1 AND state IN ('new', 'in_progress')",
    ] {
        change.conn().prepare_cached(sql)?.execute([customer])?;
    }
    Ok(())
}

/// Does a decision of theirs wait already?
pub(in crate::replies) fn decides_already(change: &Change, customer: i64) -> Result<bool, ApiError> {
    Ok(change
        .conn()
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM pending_event WHERE customer_id = ?1 AND kind = 'reply'
             AND json_extract(payload, '$.reply.step') IN ('decision', 'purchase'))",
        )?
        .query_row([customer], |row| row.get(0))?)
}

/// The number that the next vehicle will have.
pub(super) fn next_vehicle(change: &Change) -> Result<i64, ApiError> {
    Ok(change
        .conn()
        .prepare_cached("SELECT coalesce((SELECT last FROM sequence WHERE entity = 'vehicle'), 0) + 1")?
        .query_row([], |row| row.get(0))?)
}

/// A lead that somebody took and then left alone.
pub(super) struct Neglected {
    pub(super) id: i64,
    pub(super) customer: Option<i64>,
    pub(super) owner: Option<String>,
    /// The last day on which anything was done, or the day it came.
    pub(super) last: String,
}

/// Open leads that a person worked on, of which nothing was done since a day and nothing is planned.
pub(super) fn neglected(change: &Change, since: &str, today: &str) -> Result<Vec<Neglected>, ApiError> {
    let sql = format!(
        "SELECT lead.id, lead.customer_id, lead.owner,
            coalesce((SELECT max(substr(happened_at, 1, 10)) FROM activity WHERE lead_id = lead.id
                OR (lead.customer_id IS NOT NULL AND activity.customer_id = lead.customer_id AND kind <> 'campaign')),
                substr(lead.issued_at, 1, 10)) AS last
         FROM lead
         WHERE lead.state IN ('new', 'in_progress') AND last < :since
            AND NOT EXISTS (SELECT 1 FROM lead_origin AS origin WHERE origin.id = lead.id AND origin.mark = text_mark({LEAD_TEXT}))
            AND NOT EXISTS (SELECT 1 FROM activity WHERE lead_id = lead.id AND next_follow_up_on >= :today AND follow_up_done_on IS NULL)
            AND NOT EXISTS (SELECT 1 FROM agenda_entry WHERE (lead_id = lead.id OR agenda_entry.customer_id = lead.customer_id)
                AND starts_at >= :today AND agenda_entry.state IS NOT 'cancelled')
         ORDER BY lead.id"
    );
    let mut statement = change.conn().prepare_cached(&sql)?;
    let found = statement.query_map(named_params! {":since": since, ":today": today}, |row| {
        Ok(Neglected {
            id: row.get(0)?,
            customer: row.get(1)?,
            owner: row.get(2)?,
            last: row.get(3)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

pub(super) fn lose_lead(change: &Change, id: i64, reason: &str) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached("UPDATE lead SET state = 'lost', lost_reason = ?2 WHERE id = ?1")?
        .execute((id, reason))?;
    change
        .conn()
        .prepare_cached("DELETE FROM lead_origin WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}
