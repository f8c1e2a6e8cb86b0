//! Who may come by, and who has just come.

use crate::change::Change;
use crate::error::ApiError;
use jiff::ToSpan;
use jiff::civil::Date;

/// Every customer whose record is in use, in order.
pub(super) fn customers(change: &Change) -> Result<Vec<i64>, ApiError> {
    let mut statement = change
        .conn()
        .prepare_cached("SELECT id FROM customer WHERE record_state IS NOT 'archived' ORDER BY id")?;
    let found = statement.query_map([], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Did they come in the days before, do they have an appointment in those after, or is a car of theirs on its way?
pub(super) fn is_met(change: &Change, customer: i64, day: Date, apart: i64) -> Result<bool, ApiError> {
    let (from, to) = (day.saturating_sub(apart.days()), day.saturating_add(apart.days()));
    Ok(change
        .conn()
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM activity WHERE customer_id = ?1 AND happened_at >= ?2 AND happened_at < ?4
                AND kind IN ('visit', 'test_drive'))
             OR EXISTS (SELECT 1 FROM agenda_entry WHERE customer_id = ?1 AND starts_at >= ?3 AND starts_at < ?4
                AND agenda_entry.state IS NOT 'cancelled')
             OR EXISTS (SELECT 1 FROM pending_event WHERE customer_id = ?1 AND kind = 'reply'
                AND json_extract(payload, '$.reply.step') IN ('purchase', 'walk_in'))",
        )?
        .query_row(
            (customer, from.to_string(), day.to_string(), to.to_string()),
            |row| row.get(0),
        )?)
}
