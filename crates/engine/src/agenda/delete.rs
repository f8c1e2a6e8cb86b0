//! An event taken away: alone, with those after it, or with its whole series.

use super::SeriesScope;
use super::edit::end_before;
use super::entry::Entry;
use crate::change::{ChangeDone, ChangeName, transact};
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Writer;
use crate::records::{Values, rows as records, subject, write_checked};
use jiff::civil::Date;
use serde::Deserialize;

/// Which event.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AgendaDelete {
    #[serde(rename = "ref")]
    reference: String,
    /// Of a series, the day of the event; its first one without it.
    day: Option<String>,
    #[serde(default)]
    scope: SeriesScope,
}

/// Takes an event away as one change; with a series go the entries that stood for one of its days.
///
/// # Errors
/// `Invalid` when the series does not fall on that day.
pub(crate) fn delete(writer: &mut Writer, input: AgendaDelete) -> Result<ChangeDone, ApiError> {
    let entry = Entry::read(writer, &input.reference)?;
    let day = entry.day(input.day.as_deref())?;
    let about = subject(writer, &entry.record)?;
    let ((), done) = transact(writer, ChangeName::AgendaDelete, |reader, change| {
        let from = match (day, input.scope) {
            (Some(day), SeriesScope::This) => {
                let mut exceptions = entry.exceptions.clone();
                exceptions.set(day, None);
                let kept = Values::from([("exceptions".to_owned(), exceptions.text().into())]);
                write_checked(reader, change, Entity::AgendaEntry, entry.id, &kept)?;
                return Ok(((), about));
            }
            (Some(day), SeriesScope::Following) if !entry.is_first(day) => {
                let (earlier, _) = entry.exceptions.cut(day);
                end_before(reader, change, &entry, day, &earlier.text())?;
                day
            }
            _ => {
                records::delete(change, Entity::AgendaEntry, entry.id)?;
                Date::MIN
            }
        };
        for (_, id) in entry.exceptions.entries().filter(|(known, _)| *known >= from) {
            records::delete(change, Entity::AgendaEntry, id)?;
        }
        Ok(((), about))
    })?;
    Ok(done)
}
