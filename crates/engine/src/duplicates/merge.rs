//! Several records become one, as one change.

use super::hand_over::hand_over;
use super::pick::pick;
use super::preview::{distinct, held, is_company};
use super::trace::Trace;
use super::{customer_id, rows};
use crate::change::{Change, ChangeDone, ChangeName, transact};
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::{Reader, Writer};
use crate::records::{label, read, rows as records, subject};
use crate::values::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which records become one, which stays, and whose value stays in each field where the person chose.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Merge {
    customers: Vec<String>,
    kept: String,
    /// Reference of the record by key of the field.
    values: BTreeMap<String, String>,
}

/// The record that stays.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Merged {
    #[serde(rename = "ref")]
    reference: String,
    #[serde(flatten)]
    done: ChangeDone,
}

/// Makes one record of several: what belongs to them goes to the one that stays, values that do not stay are written in
/// its note.
///
/// # Errors
/// A person and a company; a record that is no more; the same record twice.
pub(crate) fn merge(writer: &mut Writer, input: Merge) -> Result<Merged, ApiError> {
    let ids = distinct(&input.customers)?;
    let kept = customer_id(&input.kept)?;
    let chosen: BTreeMap<String, i64> = input
        .values
        .iter()
        .map(|(key, reference)| Ok((key.clone(), customer_id(reference)?)))
        .collect::<Result<_, ApiError>>()?;
    let ((), done) = transact(writer, ChangeName::CustomersMerge, |reader, change| {
        one_of(reader, change, &ids, kept, &chosen)?;
        Ok(((), subject(reader, &read(reader, Entity::Customer, kept)?)?))
    })?;
    Ok(Merged {
        reference: Entity::Customer.reference(kept),
        done,
    })
}

fn one_of(
    reader: &Reader,
    change: &Change,
    ids: &[i64],
    kept: i64,
    chosen: &BTreeMap<String, i64>,
) -> Result<(), ApiError> {
    let everyone = held(reader, ids, kept)?;
    let company = is_company(&everyone)?;
    let picked = pick(reader.fields(Entity::Customer)?, company, &everyone, chosen);
    let today = reader.today();
    let mut told = Vec::new();
    for (id, found) in everyone.iter().skip(1) {
        let mut trace = Trace::default();
        for picked in &picked {
            for (_, value) in picked.lost.iter().filter(|(whose, _)| whose == id) {
                trace.add(None, picked.field, value);
            }
        }
        hand_over(reader, change, *id, kept, &mut trace)?;
        let reference = Entity::Customer.reference(*id);
        let values = crate::records::view(Entity::Customer, *id, found.clone()).values;
        told.push(trace.told(&reference, &label(Entity::Customer, &values), today));
        records::delete(change, Entity::Customer, *id)?;
        rows::note_merged(change, *id, kept, &today.to_string())?;
    }
    // What the one that stays held itself and did not keep.
    let mut own = Trace::default();
    for picked in &picked {
        for (_, value) in picked.lost.iter().filter(|(whose, _)| *whose == kept) {
            own.add(None, picked.field, value);
        }
    }
    let is_one_of_them = |value: &Value| value.int().is_some_and(|id| ids.contains(&id));
    let values: Vec<_> = picked
        .into_iter()
        .filter(|picked| picked.whose != kept)
        .map(|picked| {
            let names_one_of_them =
                picked.field.target() == Some(Entity::Customer) && is_one_of_them(&picked.value);
            (
                picked.field,
                if names_one_of_them {
                    Value::Empty
                } else {
                    picked.value
                },
            )
        })
        .collect();
    records::update(change, Entity::Customer, kept, &values)?;
    if let Some(own) = own.lines_only() {
        told.push(own);
    }
    write_down(reader, change, kept, &told.join("\n"))
}

/// Adds a text to the comment of a customer's note.
fn write_down(reader: &Reader, change: &Change, customer: i64, told: &str) -> Result<(), ApiError> {
    let fields = Entity::Note.fields();
    let (Some(comment), Some(owner)) = (fields.field("comment"), fields.field("customer_id")) else {
        return Ok(());
    };
    let note = records::read_where(reader, Entity::Note, "customer_id", customer, "id")?.pop();
    let Some((id, values)) = note else {
        let values = [(owner, Value::Int(customer)), (comment, told.into())];
        records::insert(change, Entity::Note, &values)?;
        return Ok(());
    };
    let before = values
        .iter()
        .find(|(field, _)| field.key == "comment")
        .and_then(|(_, value)| value.text())
        .unwrap_or_default();
    let text = if before.trim().is_empty() {
        told.to_owned()
    } else {
        format!("{before}\n{told}")
    };
    records::update(change, Entity::Note, id, &[(comment, text.into())])
}
