//! Adding a field to an entity.

use super::{kept, refuse_faults, rows, values_of};
use crate::change::{ChangeDone, ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Added, AddedKind, EXTENSIBLE, Entity, choices_in, free_key, heading_of, tidy_name};
use crate::reader::Writer;
use crate::records::rows::insert;
use serde::{Deserialize, Serialize};

/// A field to add.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CustomFieldCreate {
    entity: Entity,
    label: String,
    kind: AddedKind,
    /// Of a list of choices; several may stand in one text, between semicolons or on lines of their own.
    choices: Vec<String>,
    /// Under which heading of the record; empty: under its own.
    heading: String,
}

/// The field that was added.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CustomFieldCreated {
    #[serde(rename = "ref")]
    reference: String,
    /// Its key in the catalogue.
    key: String,
    #[serde(flatten)]
    done: ChangeDone,
}

/// Adds a field as one change; it is a field of the catalogue from then on.
///
/// # Errors
/// `Invalid`: a label that is empty or another's, a list without choices, an entity that takes no more fields.
pub(crate) fn create(writer: &mut Writer, input: CustomFieldCreate) -> Result<CustomFieldCreated, ApiError> {
    let entity = input.entity;
    if !EXTENSIBLE.contains(&entity) {
        return Err(ApiError::invalid(Problem::new(
            "entity",
            ProblemCode::UnknownChoice,
        )));
    }
    let label = tidy_name(&input.label);
    let others = rows::all(writer)?;
    let is_taken = |key: &str| {
        others
            .iter()
            .any(|other| other.entity == entity && other.added.key == key)
    };
    let added = Added {
        key: free_key(entity, &label, &is_taken),
        choices: match input.kind {
            AddedKind::Choice => input.choices.iter().flat_map(|text| choices_in(text)).collect(),
            _ => Vec::new(),
        },
        heading: heading_of(entity, &input.heading),
        kind: input.kind,
        label,
    };
    refuse_faults(writer, entity, &added, 0)?;
    let mut values = kept([
        ("entity", entity.table().to_owned()),
        ("key", added.key.clone()),
        ("kind", added.kind.code().to_owned()),
    ]);
    values.extend(values_of(&added));
    let (id, done) = transact(writer, ChangeName::CustomFieldCreate, |reader, change| {
        let id = insert(change, Entity::CustomField, &values)?;
        reader.known_fields.forget();
        Ok((id, added.label.clone()))
    })?;
    Ok(CustomFieldCreated {
        reference: Entity::CustomField.reference(id),
        key: added.key,
        done,
    })
}
