//! Leads lie within the three weeks before the day of use: those nobody worked on are dated anew as days pass.

use super::rows;
use crate::change::Change;
use crate::error::ApiError;
use crate::store::note_lead_origins;
use crate::values::{Value, is_open_day, open_day_until, parse_date, parse_date_time};
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
        let moved = later(issued, days);
        rows::redate_lead(change, lead.id, &Value::from(moved))?;
        for (activity, at, next) in rows::activities_of_lead(change, lead.id)? {
            let Some(at) = parse_date_time(&at) else { continue };
            // As many open days after its lead as before, and never after the day of use.
            let day = open_days_after(moved.date(), open_days_between(issued.date(), at.date()));
            let day = if day > to { open_day_until(to) } else { day };
            let next = next.as_deref().and_then(parse_date);
            let next = next.map(|next| open_days_after(day, open_days_between(at.date(), next)));
            rows::redate_activity(
                change,
                activity,
                &Value::from(day.to_datetime(at.time())),
                &Value::from(next),
            )?;
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

/// Open days after `from` up to and including `to`.
fn open_days_between(from: Date, to: Date) -> usize {
    from.series(1.day())
        .skip(1)
        .take_while(|day| *day <= to)
        .filter(|day| is_open_day(*day))
        .count()
}

/// The day itself for none, else the open day that many after it.
fn open_days_after(from: Date, count: usize) -> Date {
    if count == 0 {
        return from;
    }
    from.series(1.day())
        .skip(1)
        .filter(|day| is_open_day(*day))
        .nth(count - 1)
        .unwrap_or(from)
}
