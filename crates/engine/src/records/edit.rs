//! Editing fields of a record in place.

use super::rules::{self, Kept};
use super::{Values, has_no_verbs_of_its_own, read, rows, subject};
use crate::change::{Change, ChangeDone, ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Applies, Entity, check_values, parse_any_reference};
use crate::reader::{Reader, Writer};
use crate::values::Value;
use serde::Deserialize;

/// Which fields of which record, with their new values.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct RecordEdit {
    #[serde(rename = "ref")]
    reference: String,
    #[cfg_attr(test, ts(type = "Values"))]
    values: Values,
}

/// Edits a record as one change; a value that was already there changes nothing.
pub(crate) fn edit(writer: &mut Writer, input: RecordEdit) -> Result<ChangeDone, ApiError> {
    let (entity, id) = parse_any_reference(&input.reference)?;
    let ((), done) = transact(writer, ChangeName::RecordEdit, |reader, change| {
        write_checked(reader, change, entity, id, &input.values)?;
        Ok(((), subject(reader, &read(reader, entity, id)?)?))
    })?;
    Ok(done)
}

/// Checks and writes fields of a record inside a change that its caller has begun; gives the whole record as it is now.
pub(crate) fn write_checked(
    reader: &Reader,
    change: &Change,
    entity: Entity,
    id: i64,
    values: &Values,
) -> Result<Kept, ApiError> {
    let (kept, edited) = plan_edit(reader, entity, id, values)?;
    rows::update(change, entity, id, &edited)?;
    if entity == Entity::InvoiceLine
        && let Some(invoice) = rules::value(&kept, "invoice_id").and_then(Value::int)
    {
        rules::settle_invoice(reader, change, invoice)?;
    }
    Ok(kept)
}

/// What an edit would make of a record: the whole of it, and the part that would be written. Nothing is changed.
pub(crate) fn plan_edit(
    reader: &Reader,
    entity: Entity,
    id: i64,
    values: &Values,
) -> Result<(Kept, Kept), ApiError> {
    let now = rows::read(reader, entity, id)?.ok_or_else(|| ApiError::not_found(&entity.reference(id)))?;
    plan_edit_from(reader, entity, id, now, values)
}

/// What an edit would make of a record that holds `now`: the whole of it, and the part that would be written. Nothing is
/// changed.
pub(crate) fn plan_edit_from(
    reader: &Reader,
    entity: Entity,
    id: i64,
    now: Kept,
    values: &Values,
) -> Result<(Kept, Kept), ApiError> {
    has_no_verbs_of_its_own(entity)?;
    let known = reader.fields(entity)?;
    let locked = |key: &String| known.field(key).is_some_and(|field| field.locked);
    if let Some(key) = values.keys().find(|key| locked(key)) {
        return Err(ApiError::invalid(Problem::new(key, ProblemCode::NotEditable)));
    }
    let applies = match entity {
        Entity::Customer => rules::applies(entity, rules::value(&now, "kind").and_then(Value::text)),
        _ => Applies::Both,
    };
    let checked = check_values(known, applies, values, reader.today(), false);
    let mut problems = checked.problems;
    let mut kept: Kept = now
        .into_iter()
        .filter(|(field, _)| field.computed.is_none())
        .collect();
    let before = kept.clone();
    let edited: Vec<&str> = checked.values.iter().map(|(field, _)| field.key).collect();
    for (field, value) in checked.values {
        rules::set(entity, &mut kept, field.key, value);
    }
    // An old fault elsewhere in the record does not forbid mending this field.
    let of_edit = |problem: &Problem| {
        edited
            .iter()
            .any(|key| problem.field == *key || problem.other.as_deref() == Some(key))
    };
    problems.extend(
        rules::problems(reader, entity, id, &kept)?
            .into_iter()
            .filter(of_edit),
    );
    if !problems.is_empty() {
        return Err(ApiError::Invalid { problems });
    }
    rules::follow(entity, &edited, &mut kept);
    let different = kept
        .iter()
        .zip(&before)
        .filter(|(new, old)| !same(&new.1, &old.1))
        .map(|(new, _)| new.clone())
        .collect();
    Ok((kept, different))
}

/// A flag is stored as a number.
fn same(new: &Value, old: &Value) -> bool {
    match (new, old) {
        (Value::Flag(flag), Value::Int(number)) => i64::from(*flag) == *number,
        _ => new == old,
    }
}
