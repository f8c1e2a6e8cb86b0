//! What falls in some days: entries, each event of a series, follow-ups.

use super::AgendaLink;
use super::entry::Times;
use super::exceptions::Exceptions;
use super::rows::{self, EntryRow, FollowRow};
use super::window::Whose;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::values::{Repeat, Value, parse_date};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::HashMap;

/// The longest event that is looked for before a window, in days.
const LONGEST: i64 = 370;

/// An appointment, or a follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum SlotKind {
    Entry,
    FollowUp,
}

/// Something at its place in the agenda.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgendaSlot {
    /// Of the entry, or of the activity that asked for the follow-up.
    #[serde(rename = "ref")]
    pub(super) reference: String,
    /// Which event of a series.
    pub(super) day: Option<String>,
    pub(super) what: SlotKind,
    /// Of an entry its title, of a follow-up the subject of the activity.
    pub(super) title: String,
    /// Of an entry its type, of a follow-up the code of the activity.
    pub(super) kind: Option<String>,
    pub(super) starts_at: String,
    pub(super) ends_at: String,
    /// It has no hour, or lasts over midnight: it stands above the hours.
    pub(super) above: bool,
    pub(super) all_day: bool,
    pub(super) owner: Option<String>,
    pub(super) place: Option<String>,
    pub(super) state: Option<String>,
    pub(super) customer: Option<AgendaLink>,
    pub(super) vehicle: Option<AgendaLink>,
    pub(super) lead: Option<AgendaLink>,
    /// It comes back.
    pub(super) series: bool,
    /// The day of the series for which it stands.
    pub(super) moved_from: Option<String>,
    /// Its place among those at the same time, from 0, and how many places there are.
    pub(super) lane: usize,
    pub(super) lanes: usize,
    /// The title of what the same person does at the same time.
    pub(super) clash: Option<String>,
    #[serde(skip)]
    pub(super) times: Option<Times>,
}

/// Everything from a day to before another, in order.
pub(super) fn slots(
    reader: &Reader,
    whose: &Whose,
    from: Date,
    to: Date,
) -> Result<Vec<AgendaSlot>, ApiError> {
    let since = from.checked_sub(LONGEST.days()).unwrap_or(from);
    let (from_text, to_text) = (from.to_string(), to.to_string());
    let series = rows::series(reader, whose, &to_text)?;
    let stands_for: HashMap<i64, Date> = series
        .iter()
        .filter_map(|row| row.exceptions.as_deref())
        .flat_map(|text| Exceptions::parse(text).entries().collect::<Vec<_>>())
        .map(|(day, id)| (id, day))
        .collect();
    let mut found = Vec::new();
    for row in rows::single(reader, whose, &since.to_string(), &from_text, &to_text)? {
        let moved_from = stands_for.get(&row.id).map(Date::to_string);
        if let Some(times) = times_of(&row).filter(|times| times.ends.date() >= from) {
            found.push(AgendaSlot {
                moved_from,
                ..slot(&row, times)
            });
        }
    }
    for row in &series {
        found.extend(events(row, from, to));
    }
    for row in rows::follow_ups(reader, whose, &from_text, &to_text)? {
        found.extend(follow_up(row));
    }
    found.sort_by(|one, other| {
        (&one.starts_at, other.above, &one.reference).cmp(&(&other.starts_at, one.above, &other.reference))
    });
    Ok(found)
}

fn times_of(row: &EntryRow) -> Option<Times> {
    Times::new(&row.starts_at, row.ends_at.as_deref(), row.all_day)
}

/// The events of a series that touch some days; a rule that cannot be read leaves its first one.
fn events(row: &EntryRow, from: Date, to: Date) -> Vec<AgendaSlot> {
    let Some(times) = times_of(row) else {
        return Vec::new();
    };
    let Some(repeat) = row.recurrence.as_deref().and_then(Repeat::parse) else {
        let touches = times.ends.date() >= from && times.starts.date() < to;
        return touches.then(|| slot(row, times)).into_iter().collect();
    };
    let exceptions = Exceptions::parse(row.exceptions.as_deref().unwrap_or_default());
    let lasts = i64::from((times.ends.date() - times.starts.date()).get_days());
    let early = from.checked_sub(lasts.days()).unwrap_or(from);
    repeat
        .days_between(times.starts.date(), early, to)
        .into_iter()
        .filter(|day| !exceptions.holds(*day))
        .map(|day| AgendaSlot {
            day: Some(day.to_string()),
            series: true,
            ..slot(row, times.on(day))
        })
        .collect()
}

fn slot(row: &EntryRow, times: Times) -> AgendaSlot {
    let text = |at| Value::from(at).text().unwrap_or_default().to_owned();
    AgendaSlot {
        reference: Entity::AgendaEntry.reference(row.id),
        day: None,
        what: SlotKind::Entry,
        title: row.title.clone(),
        kind: row.kind.clone(),
        starts_at: text(times.starts),
        ends_at: text(times.ends),
        above: times.all_day || times.starts.date() != times.ends.date(),
        all_day: times.all_day,
        owner: row.owner.clone(),
        place: row.place.clone(),
        state: row.state.clone(),
        customer: row.customer.clone(),
        vehicle: row.vehicle.clone(),
        lead: row.lead.clone(),
        series: false,
        moved_from: None,
        lane: 0,
        lanes: 1,
        clash: None,
        times: Some(times),
    }
}

fn follow_up(row: FollowRow) -> Option<AgendaSlot> {
    let day = parse_date(&row.on)?;
    Some(AgendaSlot {
        reference: Entity::Activity.reference(row.id),
        day: None,
        what: SlotKind::FollowUp,
        title: row.subject.unwrap_or_default(),
        kind: Some(row.kind),
        starts_at: format!("{day}T00:00"),
        ends_at: format!("{day}T23:59"),
        above: true,
        all_day: true,
        owner: row.owner,
        place: None,
        state: None,
        customer: row.customer,
        vehicle: None,
        lead: row.lead,
        series: false,
        moved_from: None,
        lane: 0,
        lanes: 1,
        clash: None,
        times: None,
    })
}
