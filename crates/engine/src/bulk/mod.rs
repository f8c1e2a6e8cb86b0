//! One edit of many records at once: what it would do, then done as one change.

mod edit;
mod preview;

pub(crate) use edit::BulkDone;
pub(crate) use edit::edit;
pub(crate) use preview::BulkPreview;
pub(crate) use preview::preview;

use crate::error::{ApiError, Problem, ProblemCode};
use crate::lists::Chosen;
use crate::reader::Reader;
use crate::records::{self, Values};
use crate::values::Value;
use serde::Deserialize;

/// The values to write in each of the records chosen.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct BulkAsked {
    pub(crate) chosen: Chosen,
    #[cfg_attr(test, ts(type = "Values"))]
    pub(crate) values: Values,
}

/// What the edit is for one record.
enum Fate {
    /// Something would be written in place of what is held.
    Different(Values),
    /// It holds these values already.
    Same,
    Refused(Problem),
}

fn fate(reader: &Reader, asked: &BulkAsked, id: i64) -> Result<Fate, ApiError> {
    let entity = asked.chosen.entity;
    let now =
        records::rows::read(reader, entity, id)?.ok_or_else(|| ApiError::not_found(&entity.reference(id)))?;
    let held = now
        .iter()
        .filter(|(field, _)| asked.values.contains_key(field.key))
        .map(|(field, value)| (field.key.to_owned(), records::to_wire(field, value.clone())))
        .collect();
    match records::plan_edit_from(reader, entity, id, now, &asked.values) {
        Ok((_, written)) if written.is_empty() => Ok(Fate::Same),
        Ok(_) => Ok(Fate::Different(held)),
        Err(ApiError::Invalid { problems }) => Ok(Fate::Refused(first_of(problems))),
        Err(error) => Err(error),
    }
}

/// Records between two reports of how far the work has come.
const STEP: usize = 500;

/// Says now and then how many of the records are done.
fn tell(reader: &Reader, done: usize, total: usize) {
    if done.is_multiple_of(STEP) {
        reader.files.progress(done as u64, total as u64);
    }
}

fn first_of(problems: Vec<Problem>) -> Problem {
    problems
        .into_iter()
        .next()
        .unwrap_or_else(|| Problem::new("", ProblemCode::UnknownField))
}

/// A value that no record of the entity could hold is refused at once: an unknown field, a computed one, a text for a date.
fn refuse_what_fits_none(reader: &Reader, asked: &BulkAsked) -> Result<(), ApiError> {
    let known = crate::lists::shown(reader, asked.chosen.entity)?;
    let mut problems = Vec::new();
    for (key, value) in &asked.values {
        match known.field(key) {
            None => problems.push(Problem::new(key, ProblemCode::UnknownField)),
            Some(field) if !field.is_editable() => {
                problems.push(Problem::new(key, ProblemCode::NotEditable));
            }
            Some(field) if field.required && Value::is_empty(value) => {
                problems.push(Problem::new(key, ProblemCode::Required));
            }
            Some(field) => {
                let one = Values::from([(key.clone(), value.clone())]);
                let checked = crate::fields::check_values(known, field.applies, &one, reader.today(), false);
                problems.extend(checked.problems);
            }
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(ApiError::Invalid { problems })
    }
}
