//! Fields that a trainer adds to an entity: created, renamed, taken away. What they hold is written like any other value.

mod create;
mod delete;
mod edit;
mod list;
mod rows;

pub(crate) use create::create;
pub(crate) use create::{CustomFieldCreate, CustomFieldCreated};
pub(crate) use delete::delete;
pub(crate) use delete::{CustomFieldDelete, CustomFieldDeleted};
pub(crate) use edit::edit;
pub(crate) use edit::{CustomFieldEdit, CustomFieldEdited};
pub(crate) use list::CustomFields;
pub(crate) use list::list;

use crate::error::{ApiError, Problem};
use crate::excel;
use crate::fields::{Added, Entity, Field, choices_text, faults};
use crate::reader::Reader;
use crate::values::{Value, parse_reference};
use rows::Known;

/// An added field by its reference.
fn known(reader: &Reader, reference: &str) -> Result<Known, ApiError> {
    let id = parse_reference(reference)
        .filter(|(prefix, _)| *prefix == Entity::CustomField.fields().prefix)
        .map(|(_, id)| id);
    rows::all(reader)?
        .into_iter()
        .find(|known| Some(known.id) == id)
        .ok_or_else(|| ApiError::not_found(reference))
}

/// Refuses what cannot be an added field; `but` is the id of the one that is being changed.
fn refuse_faults(reader: &Reader, entity: Entity, wanted: &Added, but: i64) -> Result<(), ApiError> {
    let others: Vec<Added> = rows::all(reader)?
        .into_iter()
        .filter(|known| known.entity == entity && known.id != but)
        .map(|known| known.added)
        .collect();
    let problems: Vec<Problem> = faults(entity, wanted, &others, &|label| excel::is_header(entity, label));
    if problems.is_empty() {
        Ok(())
    } else {
        Err(ApiError::Invalid { problems })
    }
}

/// What is kept of an added field, but for its entity, its key and its kind.
fn values_of(added: &Added) -> Vec<(&'static Field, Value)> {
    let texts = [
        ("label", added.label.clone()),
        ("choices", choices_text(&added.choices)),
        ("heading", added.heading.clone()),
    ];
    kept(texts)
}

fn kept<const N: usize>(texts: [(&str, String); N]) -> Vec<(&'static Field, Value)> {
    let known = Entity::CustomField.fields();
    texts
        .into_iter()
        .filter_map(|(key, text)| {
            let value = if text.is_empty() {
                Value::Empty
            } else {
                text.into()
            };
            Some((known.field(key)?, value))
        })
        .collect()
}
