//! How each lead of a base stands when it is dated: what tells later whether anybody worked on it.

use crate::error::ApiError;
use rusqlite::Connection;

/// SQL of a row of `lead`: the lead, its contacts and appointments as one text.
pub(crate) const LEAD_TEXT: &str = "coalesce(lead.first_name, '') || '|' || coalesce(lead.last_name, '') || '|' || coalesce(lead.mail, '')
    || '|' || coalesce(lead.phone, '') || '|' || coalesce(lead.kind, '') || '|' || coalesce(lead.channel, '')
    || '|' || coalesce(lead.issued_at, '') || '|' || coalesce(lead.vehicle_of_interest, '') || '|' || coalesce(lead.message, '')
    || '|' || coalesce(lead.site, '') || '|' || coalesce(lead.owner, '') || '|' || coalesce(lead.state, '')
    || '|' || coalesce(lead.customer_id, '') || coalesce('|' || lead.lost_reason, '')
    || (SELECT coalesce(group_concat(a.id || a.happened_at || coalesce(a.kind, '') || coalesce(a.result, '')
            || coalesce(a.next_follow_up_on, '') || coalesce(a.follow_up_done_on, '') || coalesce(a.content, ''), '|'), '')
        FROM (SELECT * FROM activity WHERE lead_id = lead.id ORDER BY id) AS a)
    || (SELECT coalesce(group_concat(r.id || coalesce(r.starts_at, '') || coalesce(r.state, ''), '|'), '')
        FROM (SELECT * FROM agenda_entry WHERE lead_id = lead.id ORDER BY id) AS r)";

/// Notes how every lead stands now: from here on, one that stands otherwise was worked on.
pub(crate) fn note_lead_origins(conn: &Connection) -> Result<(), ApiError> {
    conn.execute_batch(&format!(
        "DELETE FROM lead_origin WHERE id NOT IN (SELECT id FROM lead);
         INSERT INTO lead_origin (id, mark) SELECT id, text_mark({LEAD_TEXT}) FROM lead
         WHERE TRUE ON CONFLICT (id) DO UPDATE SET mark = excluded.mark WHERE mark <> excluded.mark;"
    ))?;
    Ok(())
}
