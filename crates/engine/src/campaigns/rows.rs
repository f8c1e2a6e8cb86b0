//! The tables of campaigns: many rows written at once, counts by state.

use crate::change::Change;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::values::Value;
use rusqlite::OptionalExtension;
use std::collections::BTreeMap;

/// A recipient to write.
pub(super) struct NewRecipient<'a> {
    pub(super) id: i64,
    pub(super) campaign: i64,
    pub(super) customer: i64,
    pub(super) state: &'static str,
    pub(super) reason: Option<&'a str>,
    pub(super) at: &'a Value,
    pub(super) variant: Option<&'static str>,
    pub(super) forced: Option<String>,
}

/// An activity to write.
pub(super) struct NewActivity<'a> {
    pub(super) id: i64,
    pub(super) customer: i64,
    pub(super) campaign: i64,
    pub(super) at: &'a Value,
    pub(super) subject: String,
    pub(super) content: &'a str,
    pub(super) follow_up_on: Option<&'a str>,
}

/// Takes so many numbers of an entity never given; the first of them.
pub(super) fn numbers(change: &Change, entity: Entity, count: usize) -> Result<i64, ApiError> {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let last: i64 = change
        .conn()
        .prepare_cached(
            "INSERT INTO sequence (entity, last) VALUES (?1, ?2)
             ON CONFLICT (entity) DO UPDATE SET last = last + ?2 RETURNING last",
        )?
        .query_row((entity.table(), count), |row| row.get(0))?;
    Ok(last - count + 1)
}

pub(super) fn insert_recipient(change: &Change, new: &NewRecipient) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached(
            "INSERT INTO recipient (id, campaign_id, customer_id, state, exclusion_reason, at, variant, forced)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            new.id, new.campaign, new.customer, new.state, new.reason, new.at, new.variant, &new.forced,
        ))?;
    Ok(())
}

/// Whose charge it is: that of whoever is in charge of the customer.
pub(super) fn insert_activity(change: &Change, new: &NewActivity) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached(
            "INSERT INTO activity (id, customer_id, kind, direction, happened_at, subject, content, owner,
                next_follow_up_on, campaign_id)
             SELECT ?1, customer.id, 'campaign', 'outbound', ?3, ?4, ?5, customer.owner, ?6, ?7
             FROM customer WHERE customer.id = ?2",
        )?
        .execute((
            new.id,
            new.customer,
            new.at,
            &new.subject,
            new.content,
            new.follow_up_on,
            new.campaign,
        ))?;
    Ok(())
}

/// Writes what is to come.
pub(super) fn insert_event(
    change: &Change,
    kind: &str,
    due_at: &Value,
    payload: &str,
) -> Result<(), ApiError> {
    let id = numbers(change, Entity::PendingEvent, 1)?;
    change
        .conn()
        .prepare_cached("INSERT INTO pending_event (id, due_at, kind, customer_id, payload) VALUES (?1, ?2, ?3, NULL, ?4)")?
        .execute((id, due_at, kind, payload))?;
    Ok(())
}

/// Takes back what was to come.
pub(super) fn forget_event(change: &Change, kind: &str, payload: &str) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached("DELETE FROM pending_event WHERE kind = ?1 AND payload = ?2")?
        .execute((kind, payload))?;
    Ok(())
}

/// What follows from the data as it is by now in the change.
pub(super) fn settle(change: &Change) -> Result<(), ApiError> {
    Ok(crate::store::settle(change.conn())?)
}

/// State of a campaign and its plan; none when it is no more.
pub(super) fn scheduled(change: &Change, id: i64) -> Result<Option<(String, String)>, ApiError> {
    Ok(change
        .conn()
        .prepare_cached("SELECT coalesce(state, ''), coalesce(plan, '') FROM campaign WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// Writes what became of a campaign.
pub(super) fn set_state(change: &Change, id: i64, state: &str) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached("UPDATE campaign SET state = ?2 WHERE id = ?1")?
        .execute((id, state))?;
    Ok(())
}

/// How many recipients in each state, by campaign.
pub(super) fn states(reader: &Reader) -> Result<BTreeMap<i64, BTreeMap<String, i64>>, ApiError> {
    let mut statement = reader.store.conn().prepare_cached(
        "SELECT campaign_id, coalesce(state, ''), count(*) FROM recipient GROUP BY campaign_id, state",
    )?;
    let mut found: BTreeMap<i64, BTreeMap<String, i64>> = BTreeMap::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        found
            .entry(row.get(0)?)
            .or_default()
            .insert(row.get(1)?, row.get(2)?);
    }
    Ok(found)
}

/// The ids of every campaign, the latest first.
pub(super) fn campaigns(reader: &Reader) -> Result<Vec<i64>, ApiError> {
    let mut statement = reader
        .store
        .conn()
        .prepare_cached("SELECT id FROM campaign ORDER BY sent_at IS NOT NULL, sent_at DESC, id DESC")?;
    let found = statement.query_map([], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Recipients of a campaign by two things at once: a column, and their state.
pub(super) fn crossed(
    reader: &Reader,
    campaign: i64,
    by: &'static str,
) -> Result<Vec<(String, String, i64)>, ApiError> {
    let mut statement = reader.store.conn().prepare_cached(&format!(
        "SELECT coalesce({by}, '') AS axis, coalesce(state, ''), count(*) FROM recipient WHERE campaign_id = ?1
         GROUP BY axis, state ORDER BY axis, state"
    ))?;
    let found = statement.query_map([campaign], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// What followed among those who reacted: appointments asked for, appointments ahead of the sending, vehicles bought, visits
/// paid, in a number of recipients; and those for whom a rule was overruled.
pub(super) fn followed(reader: &Reader, campaign: i64, sent_at: &str) -> Result<[i64; 5], ApiError> {
    let reacted = "recipient.campaign_id = ?1 AND recipient.state IN ('opened', 'clicked', 'answered')";
    let sql = format!(
        "SELECT
            (SELECT count(DISTINCT recipient_id) FROM inbox WHERE intent IN ('appointment_service', 'appointment_sales')
             AND recipient_id IN (SELECT id FROM recipient WHERE campaign_id = ?1)),
            (SELECT count(DISTINCT recipient.customer_id) FROM recipient JOIN agenda_entry ON agenda_entry.customer_id = recipient.customer_id
             WHERE {reacted} AND agenda_entry.starts_at >= ?2 AND agenda_entry.state IS NOT 'cancelled'),
            (SELECT count(DISTINCT invoice.id) FROM recipient JOIN invoice ON invoice.customer_id = recipient.customer_id
             WHERE {reacted} AND invoice.issued_on >= substr(?2, 1, 10) AND invoice.issued_on <= date(?2, '+90 days')
               AND invoice.kind IN ('new_vehicle', 'used_vehicle')),
            (SELECT count(DISTINCT invoice.id) FROM recipient JOIN invoice ON invoice.customer_id = recipient.customer_id
             WHERE {reacted} AND invoice.issued_on >= substr(?2, 1, 10) AND invoice.issued_on <= date(?2, '+90 days')
               AND invoice.kind = 'service'),
            (SELECT count(*) FROM recipient WHERE recipient.campaign_id = ?1 AND recipient.forced IS NOT NULL)"
    );
    Ok(reader
        .store
        .conn()
        .prepare_cached(&sql)?
        .query_row((campaign, sent_at), |row| {
            Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?])
        })?)
}
