//! An appointment made.

use super::SeriesRule;
use super::entry::{Times, times_in};
use super::exceptions::Exceptions;
use crate::change::{ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Entity, parse_any_reference};
use crate::reader::{Reader, Writer};
use crate::records::rows::exists;
use crate::records::{Created, Values, insert_checked, read, subject, write_checked};
use crate::replies;
use crate::values::Value;
use serde::Deserialize;

/// An appointment: any field of the agenda, and how it comes back.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgendaCreate {
    #[cfg_attr(test, ts(type = "Values"))]
    values: Values,
    rule: Option<SeriesRule>,
    /// The activity whose follow-up it is: its date becomes the day of the appointment.
    #[serde(default)]
    follow_up: Option<String>,
}

/// Makes an appointment as one change. What comes back begins on the first day on which its rule falls.
///
/// # Errors
/// `Invalid` when a value is refused, the end comes before the start, or the rule falls on no day.
pub(crate) fn create(writer: &mut Writer, input: AgendaCreate) -> Result<Created, ApiError> {
    let values = whole(writer, input.values, input.rule.unwrap_or_default())?;
    let follow_up = input
        .follow_up
        .as_deref()
        .map(|reference| activity_of(writer, reference))
        .transpose()?;
    let on = values
        .get("starts_at")
        .and_then(Value::text)
        .and_then(|starts| starts.get(..10));
    let next = Values::from([("next_follow_up_on".to_owned(), on.map(str::to_owned).into())]);
    let (reference, done) = transact(writer, ChangeName::AgendaCreate, |reader, change| {
        let id = insert_checked(reader, change, Entity::AgendaEntry, &values)?;
        replies::expected(reader, change, id)?;
        if let Some(activity) = follow_up {
            write_checked(reader, change, Entity::Activity, activity, &next)?;
        }
        let made = read(reader, Entity::AgendaEntry, id)?;
        Ok((made.reference.clone(), subject(reader, &made)?))
    })?;
    Ok(Created { reference, done })
}

fn activity_of(reader: &Reader, reference: &str) -> Result<i64, ApiError> {
    match parse_any_reference(reference)? {
        (Entity::Activity, id) if exists(reader, Entity::Activity, id)? => Ok(id),
        _ => Err(ApiError::not_found(reference)),
    }
}

/// The values of a new entry: its times in order, its rule as text, the customer of its lead or vehicle.
pub(super) fn whole(reader: &Reader, mut values: Values, rule: SeriesRule) -> Result<Values, ApiError> {
    let times = on_rule(times_in(&values, None)?, &rule)?;
    times.into_values(&mut values);
    write_rule(&mut values, &rule, &Exceptions::default());
    for (key, owner) in [("lead_id", "customer_id"), ("vehicle_id", "customer_id")] {
        if values.get("customer_id").is_none_or(Value::is_empty)
            && let Some(reference) = values.get(key).and_then(Value::text)
        {
            let (entity, id) = parse_any_reference(reference)?;
            let whose = read(reader, entity, id)?.values.remove(owner).unwrap_or_default();
            values.insert("customer_id".to_owned(), whose);
        }
    }
    Ok(values)
}

/// The times moved to the first day on which the rule falls.
pub(super) fn on_rule(times: Times, rule: &SeriesRule) -> Result<Times, ApiError> {
    let Some(repeat) = &rule.repeat else {
        return Ok(times);
    };
    let problem = |code| ApiError::invalid(Problem::new("recurrence", code));
    if !repeat.is_sound() {
        return Err(problem(ProblemCode::BadRecurrence));
    }
    let first = repeat.days_of(times.starts.date()).next();
    first
        .map(|day| times.on(day))
        .ok_or_else(|| problem(ProblemCode::NeverFalls))
}

/// Writes a rule and its exceptions into values; entries that stand for a day are kept.
pub(super) fn write_rule(values: &mut Values, rule: &SeriesRule, before: &Exceptions) {
    let exceptions = before.with_skipped(&rule.skip).text();
    let repeat = rule.repeat.as_ref();
    values.insert("recurrence".to_owned(), repeat.map(ToString::to_string).into());
    let exceptions = repeat.map(|_| exceptions).filter(|text| !text.is_empty());
    values.insert("exceptions".to_owned(), exceptions.into());
}
