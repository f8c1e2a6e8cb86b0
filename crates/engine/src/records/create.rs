//! Creating a record, and checking one before.

use super::rules::{self, Kept};
use super::{Values, has_no_verbs_of_its_own, rows, subject};
use crate::change::{Change, ChangeDone, ChangeName, transact};
use crate::error::{ApiError, Problem};
use crate::fields::{Entity, check_values, parse_any_reference};
use crate::reader::{Reader, Writer};
use crate::values::Value;
use serde::{Deserialize, Serialize};

/// A record to create.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct RecordCreate {
    entity: Entity,
    #[cfg_attr(test, ts(type = "Values"))]
    values: Values,
}

/// The record that was created.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Created {
    #[serde(rename = "ref")]
    pub(crate) reference: String,
    #[serde(flatten)]
    pub(crate) done: ChangeDone,
}

/// Values to check without keeping them; a reference when they are those of an existing record.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct RecordCheck {
    entity: Entity,
    #[serde(rename = "ref")]
    reference: Option<String>,
    #[cfg_attr(test, ts(type = "Values"))]
    values: Values,
}

/// What is wrong with them.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct RecordChecked {
    problems: Vec<Problem>,
}

/// Checks the values given, and no others: a form is checked while it is being filled.
pub(crate) fn check(reader: &Reader, input: RecordCheck) -> Result<RecordChecked, ApiError> {
    let id = input
        .reference
        .as_deref()
        .map(parse_any_reference)
        .transpose()?
        .map_or(0, |(_, id)| id);
    let kind = input.values.get("kind").and_then(Value::text);
    let known = reader.fields(input.entity)?;
    let applies = if kind.is_some() {
        rules::applies(input.entity, kind)
    } else {
        crate::fields::Applies::Both
    };
    let mut checked = check_values(known, applies, &input.values, reader.today(), false);
    checked
        .problems
        .append(&mut rules::problems(reader, input.entity, id, &checked.values)?);
    Ok(RecordChecked {
        problems: checked.problems,
    })
}

/// Creates a record as one change.
pub(crate) fn create(writer: &mut Writer, input: RecordCreate) -> Result<Created, ApiError> {
    let kept = understand(writer, input.entity, &input.values)?;
    let name = if input.entity == Entity::Customer {
        ChangeName::CustomerCreate
    } else {
        ChangeName::RecordCreate
    };
    let (reference, done) = transact(writer, name, |reader, change| {
        let id = insert_kept(reader, change, input.entity, kept)?;
        let subject = subject(reader, &super::read(reader, input.entity, id)?)?;
        Ok((input.entity.reference(id), subject))
    })?;
    Ok(Created { reference, done })
}

/// Checks and adds a record inside a change that its caller has begun.
pub(crate) fn insert_checked(
    reader: &Reader,
    change: &Change,
    entity: Entity,
    values: &Values,
) -> Result<i64, ApiError> {
    let kept = understand(reader, entity, values)?;
    insert_kept(reader, change, entity, kept)
}

fn understand(reader: &Reader, entity: Entity, values: &Values) -> Result<Kept, ApiError> {
    has_no_verbs_of_its_own(entity)?;
    let kind = values.get("kind").and_then(Value::text);
    let mut checked = check_values(
        reader.fields(entity)?,
        rules::applies(entity, kind),
        values,
        reader.today(),
        true,
    );
    checked
        .problems
        .append(&mut rules::problems(reader, entity, 0, &checked.values)?);
    if !checked.problems.is_empty() {
        return Err(ApiError::Invalid {
            problems: checked.problems,
        });
    }
    rules::fill(reader, entity, &mut checked.values);
    Ok(checked.values)
}

fn insert_kept(reader: &Reader, change: &Change, entity: Entity, kept: Kept) -> Result<i64, ApiError> {
    let id = rows::insert(change, entity, &kept)?;
    if entity == Entity::InvoiceLine
        && let Some(invoice) = rules::value(&kept, "invoice_id").and_then(Value::int)
    {
        rules::settle_invoice(reader, change, invoice)?;
    }
    Ok(id)
}
