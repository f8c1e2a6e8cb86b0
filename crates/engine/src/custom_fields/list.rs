//! The added fields, and how much each of them holds.

use super::rows;
use crate::change::Nothing;
use crate::error::ApiError;
use crate::fields::{AddedKind, EXTENSIBLE, Entity, MOST_ADDED};
use crate::reader::Reader;
use serde::Serialize;

/// Every added field, and the entities that can have some.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CustomFields {
    entities: Vec<Entity>,
    fields: Vec<CustomFieldView>,
    /// The most fields that an entity takes.
    #[cfg_attr(test, ts(type = "number"))]
    most: usize,
}

/// An added field.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CustomFieldView {
    #[serde(rename = "ref")]
    reference: String,
    entity: Entity,
    /// Its key in the catalogue.
    key: String,
    label: String,
    kind: AddedKind,
    heading: String,
    choices: Vec<ChoiceHeld>,
    /// Records that hold a value.
    #[cfg_attr(test, ts(type = "number"))]
    held: i64,
}

/// A choice of a list, and how many records hold it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ChoiceHeld {
    label: String,
    #[cfg_attr(test, ts(type = "number"))]
    held: i64,
}

/// The added fields, in the order in which they were added.
pub(crate) fn list(reader: &Reader, _input: Nothing) -> Result<CustomFields, ApiError> {
    let mut fields = Vec::new();
    for known in rows::all(reader)? {
        let field = (known.entity, known.added.key.as_str());
        let mut choices = Vec::new();
        for label in known.added.choices.iter().cloned() {
            let held = rows::held(reader, field, Some(&label))?;
            choices.push(ChoiceHeld { label, held });
        }
        fields.push(CustomFieldView {
            reference: Entity::CustomField.reference(known.id),
            entity: known.entity,
            held: rows::held(reader, field, None)?,
            kind: known.added.kind,
            choices,
            key: known.added.key,
            label: known.added.label,
            heading: known.added.heading,
        });
    }
    Ok(CustomFields {
        entities: EXTENSIBLE.to_vec(),
        fields,
        most: MOST_ADDED,
    })
}
