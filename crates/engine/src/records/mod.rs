//! Records of any entity, by the catalogue: read, created, edited, deleted.

mod create;
mod delete;
mod edit;
mod label;
pub(crate) mod rows;
mod rules;

pub(crate) use create::{Created, RecordCheck, RecordChecked, RecordCreate};
pub(crate) use create::{check, create, insert_checked};
pub(crate) use delete::RecordDelete;
pub(crate) use delete::delete;
pub(crate) use edit::RecordEdit;
pub(crate) use edit::{edit, plan_edit, plan_edit_from, write_checked};
pub(crate) use label::{label, subject};
pub(crate) use rules::out_of_order;

use crate::error::ApiError;
use crate::fields::{Entity, Field};
use crate::reader::Reader;
use crate::values::Value;
use serde::Serialize;
use std::collections::BTreeMap;

/// Values under the keys of the catalogue, as they travel: references are texts such as `C00042`.
pub(crate) type Values = BTreeMap<String, Value>;

/// One record, computed fields included.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct RecordView {
    #[serde(rename = "ref")]
    pub(crate) reference: String,
    pub(crate) entity: Entity,
    /// What a person would call it.
    pub(crate) label: String,
    #[cfg_attr(test, ts(type = "Values"))]
    pub(crate) values: Values,
}

/// An added field is more than its row: values hang on it, and only its own verbs know them.
fn has_no_verbs_of_its_own(entity: Entity) -> Result<(), ApiError> {
    match entity {
        Entity::CustomField => Err(ApiError::BadRequest {
            detail: "an added field has verbs of its own".to_owned(),
        }),
        _ => Ok(()),
    }
}

/// A record by its id.
pub(crate) fn read(reader: &Reader, entity: Entity, id: i64) -> Result<RecordView, ApiError> {
    let found = rows::read(reader, entity, id)?.ok_or_else(|| ApiError::not_found(&entity.reference(id)))?;
    Ok(view(entity, id, found))
}

pub(crate) fn view(entity: Entity, id: i64, values: Vec<(&'static Field, Value)>) -> RecordView {
    let values: Values = values
        .into_iter()
        .map(|(field, value)| (field.key.to_owned(), to_wire(field, value)))
        .collect();
    RecordView {
        reference: entity.reference(id),
        entity,
        label: label(entity, &values),
        values,
    }
}

/// A stored value as it travels.
pub(crate) fn to_wire(field: &Field, value: Value) -> Value {
    match (field.kind, field.target(), &value) {
        (_, Some(target), Value::Int(id)) => target.reference(*id).into(),
        (crate::fields::Kind::Flag, _, Value::Int(number)) => Value::Flag(*number != 0),
        _ => value,
    }
}
