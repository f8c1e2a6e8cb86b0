//! Appointments made one after another for the records of a selection, in opening hours, around what is there already.

use super::SeriesRule;
use super::calendar::Calendar;
use super::create::whole;
use super::entry::{Times, times_in};
use super::lanes::takes_time;
use super::slots::slots;
use super::window::{Whose, site_of};
use crate::change::{ChangeDone, ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Entity, parse_any_reference};
use crate::reader::{Reader, Writer};
use crate::records::{Values, insert_checked, read};
use crate::replies;
use crate::values::{Value, parse_date_time};
use jiff::ToSpan;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// Records placed in one go, at most.
const MOST: usize = 100;
/// Days looked at for free time.
const FURTHEST: i64 = 120;

/// What each appointment is, the first one's times, and with whom.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AgendaPlan {
    #[cfg_attr(test, ts(type = "Values"))]
    values: Values,
    /// Customers, leads and vehicles.
    records: Vec<String>,
}

/// What was placed.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgendaPlanned {
    refs: Vec<String>,
    /// When the last one ends.
    until: Option<String>,
    #[serde(flatten)]
    done: ChangeDone,
}

/// Makes an appointment for each record as one change.
///
/// # Errors
/// `Invalid` for more records than a hundred, or when no free time is left.
pub(crate) fn plan(writer: &mut Writer, input: AgendaPlan) -> Result<AgendaPlanned, ApiError> {
    if input.records.len() > MOST {
        let problem = Problem::new("records", ProblemCode::TooMany).between(None, Some(MOST.to_string()));
        return Err(ApiError::invalid(problem));
    }
    let first = times_in(&input.values, None)?;
    let places = free_times(writer, &input.values, first, input.records.len())?;
    let mut entries = Vec::new();
    for (reference, times) in input.records.iter().zip(&places) {
        let mut values = input.values.clone();
        let label = about(writer, reference, &mut values)?;
        times.into_values(&mut values);
        let title = values.get("title").and_then(Value::text).map(str::to_owned);
        let title = title.map_or(label.clone(), |title| format!("{title}, {label}"));
        values.insert(
            "title".to_owned(),
            title.chars().take(160).collect::<String>().into(),
        );
        entries.push(whole(writer, values, SeriesRule::default())?);
    }
    let (refs, done) = transact(writer, ChangeName::AgendaPlan, |reader, change| {
        let made = entries
            .iter()
            .map(|values| {
                let id = insert_checked(reader, change, Entity::AgendaEntry, values)?;
                replies::expected(reader, change, id)?;
                Ok(id)
            })
            .collect::<Result<Vec<i64>, ApiError>>()?;
        let refs: Vec<String> = made
            .into_iter()
            .map(|id| Entity::AgendaEntry.reference(id))
            .collect();
        let count = refs.len().to_string();
        Ok((refs, count))
    })?;
    Ok(AgendaPlanned {
        refs,
        until: places
            .last()
            .and_then(|times| Value::from(times.ends).text().map(str::to_owned)),
        done,
    })
}

/// Refers to a record; gives its name.
fn about(reader: &Reader, reference: &str, values: &mut Values) -> Result<String, ApiError> {
    let (entity, id) = parse_any_reference(reference)?;
    let key = match entity {
        Entity::Customer => "customer_id",
        Entity::Lead => "lead_id",
        Entity::Vehicle => "vehicle_id",
        _ => {
            return Err(ApiError::invalid(Problem::new(
                "records",
                ProblemCode::UnknownReference,
            )));
        }
    };
    let record = read(reader, entity, id)?;
    values.insert(key.to_owned(), record.reference.into());
    Ok(record.label)
}

/// So many times of the same length, from the first one on, none of which is taken.
fn free_times(reader: &Reader, values: &Values, first: Times, count: usize) -> Result<Vec<Times>, ApiError> {
    if first.all_day {
        return Ok(vec![first; count]);
    }
    let owner = values.get("owner").and_then(Value::text);
    let calendar = Calendar::read(reader)?;
    let from = first.starts.date();
    let to = from.checked_add(FURTHEST.days()).unwrap_or(from);
    let taken: Vec<Times> = match owner {
        Some(owner) => slots(reader, &Whose::new(Some(owner), None), from, to)?
            .iter()
            .filter(|slot| takes_time(slot))
            .filter_map(|slot| slot.times)
            .collect(),
        None => Vec::new(),
    };
    let site = site_of(owner).unwrap_or_default();
    let mut found: Vec<Times> = Vec::new();
    let mut at = first.starts;
    while found.len() < count && at.date() < to {
        let ends = at.checked_add(first.minutes().minutes()).unwrap_or(at);
        let times = Times {
            starts: at,
            ends,
            all_day: false,
        };
        let hours = calendar.hours(site, at.date());
        // The first one stands where it was put.
        let open = found.is_empty() && at == first.starts || is_within(&hours, times);
        if let (false, Some(next)) = (open, next_opening(&calendar, site, at)) {
            at = next;
        } else if let Some(busy) = taken
            .iter()
            .find(|busy| busy.meets(times))
            .filter(|_| at != first.starts)
        {
            at = busy.ends.max(at.checked_add(5.minutes()).unwrap_or(at));
        } else if open {
            found.push(times);
            at = ends;
        } else {
            break;
        }
    }
    if found.len() < count {
        return Err(ApiError::invalid(Problem::new(
            "starts_at",
            ProblemCode::OutOfRange,
        )));
    }
    Ok(found)
}

fn is_within(hours: &[(String, String)], times: Times) -> bool {
    spans(hours, times.starts).any(|(opens, closes)| opens <= times.starts && times.ends <= closes)
}

fn spans(hours: &[(String, String)], at: DateTime) -> impl Iterator<Item = (DateTime, DateTime)> {
    let moment = move |time: &str| parse_date_time(&format!("{}T{time}", at.date()));
    hours
        .iter()
        .filter_map(move |(opens, closes)| Some((moment(opens)?, moment(closes)?)))
}

/// The next moment at which the doors open, after one.
fn next_opening(calendar: &Calendar, site: &str, at: DateTime) -> Option<DateTime> {
    let days = at.date().series(1.day()).take(30);
    days.flat_map(|day| {
        let noon = day.at(12, 0, 0, 0);
        spans(&calendar.hours(site, day), noon)
            .map(|(opens, _)| opens)
            .collect::<Vec<_>>()
    })
    .find(|opens| *opens > at)
}
