//! An event edited or moved: alone, with those after it, or with its whole series. A follow-up moved is the date of its
//! activity.

use super::create::{on_rule, write_rule};
use super::entry::{Entry, Times, times_in};
use super::{SeriesRule, SeriesScope};
use crate::activities::refuse_past;
use crate::change::{Change, ChangeDone, ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Entity, parse_any_reference};
use crate::reader::{Reader, Writer};
use crate::records::{Values, insert_checked, read, subject, write_checked};
use crate::values::Value;
use jiff::civil::Date;
use serde::Deserialize;

/// What becomes of an event.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AgendaEdit {
    #[serde(rename = "ref")]
    reference: String,
    /// Of a series, the day of the event; its first one without it.
    day: Option<String>,
    #[serde(default)]
    scope: SeriesScope,
    /// The fields that change; times are those of the event, not of the series.
    #[cfg_attr(test, ts(type = "Values"))]
    values: Values,
    /// None: it comes back as it did.
    rule: Option<SeriesRule>,
}

/// Where an event goes.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgendaMove {
    /// Of an entry, or of the activity that asked for a follow-up.
    #[serde(rename = "ref")]
    reference: String,
    day: Option<String>,
    #[serde(default)]
    scope: SeriesScope,
    /// A moment; of a follow-up, its day counts.
    starts_at: String,
    /// None: it lasts as long as before.
    ends_at: Option<String>,
    all_day: Option<bool>,
}

/// Edits an event as one change.
///
/// # Errors
/// `Invalid` when a value is refused, the end comes before the start, or the rule falls on no day.
pub(crate) fn edit(writer: &mut Writer, input: AgendaEdit) -> Result<ChangeDone, ApiError> {
    edit_as(writer, ChangeName::AgendaEdit, input)
}

/// Moves an event, or makes it longer or shorter, as one change.
///
/// # Errors
/// The same, and a follow-up before today.
pub(crate) fn move_to(writer: &mut Writer, input: AgendaMove) -> Result<ChangeDone, ApiError> {
    if let (Entity::Activity, id) = parse_any_reference(&input.reference)? {
        return move_follow_up(writer, id, &input.starts_at);
    }
    let mut values = Values::from([("starts_at".to_owned(), input.starts_at.into())]);
    if let Some(ends) = input.ends_at {
        values.insert("ends_at".to_owned(), ends.into());
    }
    if let Some(all_day) = input.all_day {
        values.insert("all_day".to_owned(), all_day.into());
    }
    let asked = AgendaEdit {
        reference: input.reference,
        day: input.day,
        scope: input.scope,
        values,
        rule: None,
    };
    edit_as(writer, ChangeName::AgendaMove, asked)
}

fn move_follow_up(writer: &mut Writer, id: i64, to: &str) -> Result<ChangeDone, ApiError> {
    let day = to.get(..10).unwrap_or(to);
    refuse_past(writer, Some(day))?;
    let values = Values::from([("next_follow_up_on".to_owned(), day.into())]);
    let ((), done) = transact(writer, ChangeName::AgendaMove, |reader, change| {
        write_checked(reader, change, Entity::Activity, id, &values)?;
        Ok(((), subject(reader, &read(reader, Entity::Activity, id)?)?))
    })?;
    Ok(done)
}

fn edit_as(writer: &mut Writer, name: ChangeName, input: AgendaEdit) -> Result<ChangeDone, ApiError> {
    if let Some(key) = ["recurrence", "exceptions"]
        .iter()
        .find(|key| input.values.contains_key(**key))
    {
        return Err(ApiError::invalid(Problem::new(key, ProblemCode::NotEditable)));
    }
    let entry = Entry::read(writer, &input.reference)?;
    let day = entry.day(input.day.as_deref())?;
    let before = entry.times_on(day);
    let times = times_in(&input.values, Some(before))?;
    let ((), done) = transact(writer, name, |reader, change| {
        let id = match (day, input.scope) {
            (Some(day), SeriesScope::This) => detach(reader, change, &entry, day, times, input.values)?,
            (Some(day), SeriesScope::Following) if !entry.is_first(day) => {
                split(reader, change, &entry, (day, times), input.values, input.rule)?
            }
            _ => {
                let asked = (before, times);
                let values = whole_series(&entry, asked, input.values, input.rule)?;
                write_checked(reader, change, Entity::AgendaEntry, entry.id, &values)?;
                entry.id
            }
        };
        Ok(((), subject(reader, &read(reader, Entity::AgendaEntry, id)?)?))
    })?;
    Ok(done)
}

/// The event of a day becomes an entry of its own; the series remembers it.
fn detach(
    reader: &Reader,
    change: &Change,
    entry: &Entry,
    day: Date,
    times: Times,
    edits: Values,
) -> Result<i64, ApiError> {
    let mut values = entry.record.values.clone();
    values.extend(edits);
    times.into_values(&mut values);
    values.insert("recurrence".to_owned(), Value::Empty);
    values.insert("exceptions".to_owned(), Value::Empty);
    let id = insert_checked(reader, change, Entity::AgendaEntry, &values)?;
    let mut exceptions = entry.exceptions.clone();
    exceptions.set(day, Some(id));
    let kept = Values::from([("exceptions".to_owned(), exceptions.text().into())]);
    write_checked(reader, change, Entity::AgendaEntry, entry.id, &kept)?;
    Ok(id)
}

/// The series ends before a day; another one begins there, as it is wanted from then on.
fn split(
    reader: &Reader,
    change: &Change,
    entry: &Entry,
    (day, times): (Date, Times),
    edits: Values,
    rule: Option<SeriesRule>,
) -> Result<i64, ApiError> {
    let (earlier, later) = entry.exceptions.cut(day);
    let mut rest = entry.clone();
    rest.times = entry.times.on(day);
    rest.exceptions = later;
    rest.repeat = entry
        .repeat
        .as_ref()
        .map(|repeat| repeat.from_day(entry.start_day(), day));
    let mut values = entry.record.values.clone();
    values.extend(whole_series(
        &rest,
        (rest.times, times),
        edits,
        rule.map(|rule| of_rest(entry, &rest, rule)),
    )?);
    let id = insert_checked(reader, change, Entity::AgendaEntry, &values)?;
    end_before(reader, change, entry, day, &earlier.text())?;
    Ok(id)
}

/// A form shows the rule of the whole series: said again as it was, it is that of the rest.
fn of_rest(entry: &Entry, rest: &Entry, rule: SeriesRule) -> SeriesRule {
    if rule.repeat == entry.repeat {
        SeriesRule {
            repeat: rest.repeat.clone(),
            skip: rule.skip,
        }
    } else {
        rule
    }
}

/// The series stops before a day.
pub(super) fn end_before(
    reader: &Reader,
    change: &Change,
    entry: &Entry,
    day: Date,
    exceptions: &str,
) -> Result<(), ApiError> {
    let repeat = entry
        .repeat
        .as_ref()
        .map(|repeat| repeat.until_before(day).to_string());
    let values = Values::from([
        ("recurrence".to_owned(), repeat.into()),
        ("exceptions".to_owned(), exceptions.into()),
    ]);
    write_checked(reader, change, Entity::AgendaEntry, entry.id, &values)?;
    Ok(())
}

/// The fields of a series one event of which goes from some times to others: all of it moves by as much.
fn whole_series(
    entry: &Entry,
    (before, times): (Times, Times),
    edits: Values,
    rule: Option<SeriesRule>,
) -> Result<Values, ApiError> {
    let mut values = edits;
    let (from, to) = (before.starts.date(), times.starts.date());
    let days = i64::from((to - from).get_days());
    let same = rule.as_ref().is_none_or(|rule| rule.repeat == entry.repeat);
    let skip = rule
        .as_ref()
        .map_or_else(|| entry.exceptions.skipped(), |rule| rule.skip.clone());
    let mut exceptions = entry.exceptions.with_skipped(&skip);
    let repeat = if same {
        exceptions = exceptions.later(days);
        entry.repeat.as_ref().map(|repeat| repeat.moved(from, to))
    } else {
        rule.and_then(|rule| rule.repeat)
    };
    let begins = if entry.repeat.is_some() {
        times.on(entry.times.later(days).starts.date())
    } else {
        times
    };
    let wanted = SeriesRule {
        repeat,
        skip: exceptions.skipped(),
    };
    on_rule(begins, &wanted)?.into_values(&mut values);
    // A rule of a newer version stays as it is written.
    if entry.repeat.is_some() || wanted.repeat.is_some() {
        write_rule(&mut values, &wanted, &exceptions);
    }
    Ok(values)
}
