//! Leads lie within the three weeks before the day of use: those nobody worked on are dated anew as days pass.

use super::rows;
use crate::change::Change;
use crate::error::ApiError;
use crate::store::note_lead_origins;
use crate::values::{Value, open_day_from, parse_date_time};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

/// Notes how every lead stands: from here on, one that stands otherwise was worked on.
pub(crate) fn note_origins(change: &Change) -> Result<(), ApiError> {
    note_lead_origins(change.conn())
}

/// Carries the leads nobody worked on, and their first contacts, as many days forward as have passed; gives how many.
pub(super) fn renew(change: &Change, from: Date, to: Date) -> Result<u32, ApiError> {
    let days = (to - from).get_days();
    let untouched = rows::untouched_leads(change)?;
    for lead in &untouched {
        let Some(issued) = parse_date_time(&lead.issued_at) else {
            continue;
        };
        rows::redate_lead(change, lead.id, &Value::from(later(issued, days)))?;
        for (activity, at) in rows::activities_of_lead(change, lead.id)? {
            let Some(at) = parse_date_time(&at) else { continue };
            // A contact takes place on an open day, after its lead and before the day of use.
            let moved = later(at, days);
            let open = open_day_from(moved.date());
            let moved = if open < to {
                open.to_datetime(moved.time())
            } else {
                moved
            };
            rows::redate_activity(change, activity, &Value::from(moved), days)?;
        }
        rows::note_origin(change, lead.id)?;
    }
    u32::try_from(untouched.len()).map_err(|_| ApiError::Internal {
        detail: "too many leads".to_owned(),
    })
}

fn later(at: DateTime, days: i32) -> DateTime {
    at.checked_add(days.days()).unwrap_or(at)
}
