//! One event as its form shows it.

use super::entry::Entry;
use super::{AgendaLink, SeriesRule};
use crate::error::ApiError;
use crate::fields::parse_any_reference;
use crate::reader::Reader;
use crate::records::{RecordView, read};
use crate::values::Value;
use serde::{Deserialize, Serialize};

/// Which event.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AgendaOpen {
    #[serde(rename = "ref")]
    reference: String,
    /// Of a series, the day of the event; its first one without it.
    day: Option<String>,
}

/// An event, with its own times when it is one of a series.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgendaEvent {
    record: RecordView,
    day: Option<String>,
    rule: SeriesRule,
    /// The rule is one that this version cannot read.
    unread_rule: Option<String>,
    /// It is the first one of its series.
    first: bool,
    /// The names of the records that it refers to.
    links: Vec<AgendaLink>,
}

/// Opens an event of the agenda.
///
/// # Errors
/// `Invalid` when the series does not fall on that day.
pub(crate) fn open(reader: &Reader, input: AgendaOpen) -> Result<AgendaEvent, ApiError> {
    let entry = Entry::read(reader, &input.reference)?;
    let day = entry.day(input.day.as_deref())?;
    let mut record = entry.record.clone();
    entry.times_on(day).into_values(&mut record.values);
    let written = record
        .values
        .get("recurrence")
        .and_then(Value::text)
        .map(str::to_owned);
    let mut links = Vec::new();
    for key in ["customer_id", "vehicle_id", "lead_id"] {
        if let Some(reference) = record.values.get(key).and_then(Value::text) {
            let (entity, id) = parse_any_reference(reference)?;
            links.push(AgendaLink {
                reference: reference.to_owned(),
                label: read(reader, entity, id)?.label,
            });
        }
    }
    Ok(AgendaEvent {
        record,
        day: day.map(|day| day.to_string()),
        unread_rule: written.filter(|_| entry.repeat.is_none()),
        first: day.is_none_or(|day| entry.is_first(day)),
        rule: entry.rule(),
        links,
    })
}
