//! The leads of a board, and what hangs on a lead, in the database.

use super::board::LeadsRead;
use super::card::CardRow;
use crate::change::Change;
use crate::error::ApiError;
use crate::reader::Reader;
use rusqlite::{Row, named_params, params};

const OF_WHOM: &str = "(:site IS NULL OR lead.site = :site)
    AND (:owner IS NULL OR coalesce(lead.owner, '') = :owner OR (:free AND lead.owner IS NULL))
    AND (:kind IS NULL OR lead.kind = :kind)";

/// A reply sent from the dealership: not a note for oneself, not a campaign.
const ANSWERED: &str = "(SELECT min(happened_at) FROM activity WHERE lead_id = lead.id
    AND direction IS NOT 'inbound' AND kind NOT IN ('note', 'campaign'))";

fn card_sql(condition: &str, order: &str) -> String {
    format!(
        "SELECT lead.id, trim(coalesce(lead.first_name, '') || ' ' || coalesce(lead.last_name, '')), lead.kind, lead.channel,
            lead.vehicle_of_interest, lead.phone, coalesce(lead.issued_at, ''), lead.owner, lead.site, coalesce(lead.state, ''),
            lead.lost_reason, lead.customer_id,
            coalesce(owner.legal_name, trim(coalesce(owner.first_name, '') || ' ' || coalesce(owner.last_name, ''))), {ANSWERED},
            coalesce((SELECT min(next_follow_up_on) FROM activity WHERE lead_id = lead.id
                AND next_follow_up_on IS NOT NULL AND follow_up_done_on IS NULL), facts.next_follow_up_on),
            lead.customer_id IS NULL AND EXISTS (
                SELECT 1 FROM customer WHERE customer.mobile = lead.phone
                UNION ALL SELECT 1 FROM customer WHERE customer.phone = lead.phone
                UNION ALL SELECT 1 FROM customer WHERE customer.mail = lead.mail
            )
         FROM lead LEFT JOIN customer AS owner ON owner.id = lead.customer_id
            LEFT JOIN customer_facts AS facts ON facts.id = lead.customer_id
         WHERE {condition} {order}"
    )
}

fn card(row: &Row) -> rusqlite::Result<CardRow> {
    Ok(CardRow {
        id: row.get(0)?,
        label: row.get(1)?,
        kind: row.get(2)?,
        channel: row.get(3)?,
        vehicle: row.get(4)?,
        phone: row.get(5)?,
        issued_at: row.get(6)?,
        owner: row.get(7)?,
        site: row.get(8)?,
        state: row.get(9)?,
        lost_reason: row.get(10)?,
        customer: row.get(11)?,
        customer_label: row
            .get::<_, Option<String>>(12)?
            .filter(|label| !label.is_empty()),
        answered_at: row.get(13)?,
        next_on: row.get(14)?,
        known: row.get(15)?,
    })
}

/// The leads of a state, the latest first.
pub(super) fn cards(
    reader: &Reader,
    of: &LeadsRead,
    state: &str,
    limit: i64,
) -> Result<Vec<CardRow>, ApiError> {
    let sql = card_sql(
        &format!("lead.state = :state AND {OF_WHOM}"),
        "ORDER BY lead.issued_at DESC, lead.id DESC LIMIT :limit",
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let found = statement.query_map(
        named_params! {":state": state, ":site": of.site, ":owner": of.owner, ":free": of.free, ":kind": of.kind, ":limit": limit},
        card,
    )?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// One lead.
pub(super) fn card_of(reader: &Reader, id: i64) -> Result<CardRow, ApiError> {
    let mut statement = reader
        .store
        .conn()
        .prepare_cached(&card_sql("lead.id = ?1", ""))?;
    Ok(statement.query_row([id], card)?)
}

/// How many leads there are of a state.
pub(super) fn count(reader: &Reader, of: &LeadsRead, state: &str) -> Result<i64, ApiError> {
    let sql = format!("SELECT count(*) FROM lead WHERE lead.state = :state AND {OF_WHOM}");
    Ok(reader.store.conn().prepare_cached(&sql)?.query_row(
        named_params! {":state": state, ":site": of.site, ":owner": of.owner, ":free": of.free, ":kind": of.kind},
        |row| row.get(0),
    )?)
}

/// Site, moment and first answer of the leads answered that were issued since a day.
pub(super) fn answers(
    reader: &Reader,
    of: &LeadsRead,
    since: &str,
) -> Result<Vec<(String, String, String)>, ApiError> {
    let sql = format!(
        "SELECT site, issued_at, answered_at FROM (
            SELECT coalesce(lead.site, '') AS site, lead.issued_at AS issued_at, {ANSWERED} AS answered_at
            FROM lead WHERE lead.issued_at >= :since AND {OF_WHOM})
         WHERE answered_at IS NOT NULL"
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let found = statement.query_map(
        named_params! {":since": since, ":site": of.site, ":owner": of.owner, ":free": of.free, ":kind": of.kind},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// The contacts of a lead whose next one is still to be made.
pub(super) fn pending_follow_ups(reader: &Reader, lead: i64) -> Result<Vec<i64>, ApiError> {
    let mut statement = reader.store.conn().prepare_cached(
        "SELECT id FROM activity WHERE lead_id = ?1 AND next_follow_up_on IS NOT NULL AND follow_up_done_on IS NULL ORDER BY id",
    )?;
    let found = statement.query_map([lead], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// The contacts and appointments of a lead go with it from one customer (or none) to another.
pub(super) fn hand_over(change: &Change, lead: i64, from: Option<i64>, to: i64) -> Result<(), ApiError> {
    for table in ["activity", "agenda_entry"] {
        change
            .conn()
            .prepare_cached(&format!(
                "UPDATE {table} SET customer_id = ?3 WHERE lead_id = ?1 AND customer_id IS ?2 AND customer_id IS NOT ?3"
            ))?
            .execute(params![lead, from, to])?;
    }
    Ok(())
}

/// Somebody works on the lead: it is not dated anew any more as days pass (`clock::leads`).
pub(super) fn forget_origin(change: &Change, lead: i64) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached("DELETE FROM lead_origin WHERE id = ?1")?
        .execute([lead])?;
    Ok(())
}
