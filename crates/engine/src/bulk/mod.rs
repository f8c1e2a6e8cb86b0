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
use crate::records::{Values, plan_edit};
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
    /// Something would be written.
    Different,
    /// It holds these values already.
    Same,
    Refused(Problem),
}

fn fate(reader: &Reader, asked: &BulkAsked, id: i64) -> Result<Fate, ApiError> {
    match plan_edit(reader, asked.chosen.entity, id, &asked.values) {
        Ok((_, written)) if written.is_empty() => Ok(Fate::Same),
        Ok(_) => Ok(Fate::Different),
        Err(ApiError::Invalid { problems }) => Ok(Fate::Refused(first_of(problems))),
        Err(error) => Err(error),
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
