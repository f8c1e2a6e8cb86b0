//! The values of added fields, in a file and where they are kept: what differs.

use super::packed::Packed;
use super::rows::{Texts, added_values};
use super::view::FieldPreview;
use crate::error::ApiError;
use crate::fields::{Added, AddedKind, Entity, EntityFields, choices_in, typed, with_added};
use crate::reader::Reader;
use crate::store::TechnicalRow;
use crate::values::Value;
use std::collections::{BTreeMap, BTreeSet};

/// By record: its table and its id.
type ByRecord = BTreeMap<(String, i64), Texts>;

/// What stands in added fields on both sides.
pub(super) struct AddedValues {
    kept: ByRecord,
    found: ByRecord,
    /// The added fields of the sandbox, then those of the file.
    fields: [BTreeMap<Entity, &'static EntityFields>; 2],
}

impl AddedValues {
    pub(super) fn of(
        reader: &Reader,
        records: &[Packed],
        technical: &[TechnicalRow],
    ) -> Result<Self, ApiError> {
        let of_file = declared(records);
        let mut ours = BTreeMap::new();
        for entity in crate::fields::EXTENSIBLE {
            ours.insert(entity, reader.fields(entity)?);
        }
        Ok(Self {
            kept: added_values(reader)?,
            found: by_record(technical),
            fields: [ours, of_file],
        })
    }

    /// What differs in a record, in the order of its fields.
    pub(super) fn differences(&self, entity: Entity, id: i64) -> Vec<FieldPreview> {
        if self.kept.is_empty() && self.found.is_empty() {
            return Vec::new();
        }
        let record = (entity.table().to_owned(), id);
        let none = Texts::new();
        let before = self.kept.get(&record).unwrap_or(&none);
        let after = self.found.get(&record).unwrap_or(&none);
        let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        keys.into_iter()
            .filter(|key| before.get(*key) != after.get(*key))
            .map(|key| self.preview(entity, key, before.get(key), after.get(key)))
            .collect()
    }

    fn preview(
        &self,
        entity: Entity,
        key: &str,
        before: Option<&String>,
        after: Option<&String>,
    ) -> FieldPreview {
        let known = self
            .fields
            .iter()
            .rev()
            .filter_map(|fields| fields.get(&entity)?.field(key));
        let field = known.into_iter().next();
        let value = |text: Option<&String>| {
            let kept = text.map_or(Value::Empty, |text| text.as_str().into());
            field.map_or(kept.clone(), |field| typed(field, &kept))
        };
        FieldPreview {
            field: key.to_owned(),
            label: field.map(|field| field.label),
            before: value(before),
            after: value(after),
        }
    }
}

fn by_record(technical: &[TechnicalRow]) -> ByRecord {
    let mut found = ByRecord::new();
    for row in technical.iter().filter(|row| row.table == "custom_value") {
        let [(_, entity), (_, id), (_, key), (_, value)] = row.values.as_slice() else {
            continue;
        };
        if let (Some(entity), Some(id), Some(key), Some(value)) =
            (entity.text(), id.int(), key.text(), value.text())
        {
            let of_record = found.entry((entity.to_owned(), id)).or_default();
            of_record.insert(key.to_owned(), value.to_owned());
        }
    }
    found
}

/// The fields that the file says were added.
fn declared(records: &[Packed]) -> BTreeMap<Entity, &'static EntityFields> {
    let mut of_entity: BTreeMap<Entity, Vec<Added>> = BTreeMap::new();
    for record in records
        .iter()
        .filter(|record| record.entity == Entity::CustomField)
    {
        let text = |key: &str| record.text(key).unwrap_or_default().to_owned();
        let kind = AddedKind::of_code(&text("kind"));
        if let (Some(entity), Some(kind)) = (Entity::of_table(&text("entity")), kind) {
            of_entity.entry(entity).or_default().push(Added {
                key: text("key"),
                label: text("label"),
                kind,
                choices: choices_in(&text("choices")),
                heading: text("heading"),
            });
        }
    }
    of_entity
        .into_iter()
        .map(|(entity, added)| (entity, with_added(entity, added)))
        .collect()
}
