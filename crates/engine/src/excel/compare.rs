//! What a file's records would change of what is kept: counts by entity, and the first records that differ.

use super::compare_added::AddedValues;
use super::packed::Packed;
use super::rows::each_stored;
use super::sheets::sheets;
use super::view::{EntityPreview, Fate, FieldPreview, RecordPreview};
use crate::error::ApiError;
use crate::fields::{Entity, Field, Kind};
use crate::reader::Reader;
use crate::records::{Values, label};
use crate::school::Record;
use crate::store::TechnicalRow;
use crate::values::Value;
use std::collections::HashMap;

/// Records of each entity that are shown.
const SHOWN: usize = 40;

/// Makes of a record of the file what it would be once taken in.
pub(super) type Carried<'a> = &'a dyn Fn(Record) -> Record;

/// What would change.
#[derive(Default)]
pub(super) struct Changes {
    pub(super) entities: Vec<EntityPreview>,
    pub(super) records: Vec<RecordPreview>,
}

impl Changes {
    pub(super) fn total(&self, of: impl Fn(&EntityPreview) -> u64) -> u64 {
        self.entities.iter().map(of).sum()
    }
}

/// Compares a file's records with what is kept. Answers and events to come are not told: they are not for learners.
pub(super) fn compare(
    reader: &Reader,
    records: &[Packed],
    technical: &[TechnicalRow],
    carried: Carried,
) -> Result<Changes, ApiError> {
    let added = AddedValues::of(reader, records, technical)?;
    let mut of_entity: HashMap<Entity, Vec<&Packed>> = HashMap::new();
    for record in records {
        of_entity.entry(record.entity).or_default().push(record);
    }
    let mut changes = Changes::default();
    let mut entities: Vec<Entity> = sheets().all.iter().map(|sheet| sheet.entity).collect();
    entities.dedup();
    for entity in entities.into_iter().filter(|entity| *entity != Entity::Anomaly) {
        let mut records = of_entity.remove(&entity).unwrap_or_default();
        records.sort_by_key(|record| record.id);
        let count = records.len();
        let records = records.iter().map(|record| carried(record.record()));
        compare_entity(reader, (entity, count), records, &added, &mut changes)?;
    }
    Ok(changes)
}

fn compare_entity(
    reader: &Reader,
    (entity, count): (Entity, usize),
    records: impl Iterator<Item = Record>,
    added: &AddedValues,
    changes: &mut Changes,
) -> Result<(), ApiError> {
    let fields: Vec<&'static Field> = entity.fields().stored().collect();
    let mut counts = EntityPreview {
        entity,
        rows: count as u64,
        created: 0,
        changed: 0,
        deleted: 0,
    };
    let mut shown = Vec::new();
    let mut left = records.peekable();
    // Only the first are told: the others are counted.
    let mut show = |preview: &dyn Fn() -> RecordPreview| {
        if shown.len() < SHOWN {
            shown.push(preview());
        }
    };
    let made = |record: &Record, fate| {
        whole(
            entity,
            record.id,
            &fields,
            record.values.iter().map(|(_, value)| value),
            fate,
        )
    };
    each_stored(reader, entity, &mut |id, kept| {
        while let Some(record) = left.next_if(|record| record.id < id) {
            counts.created += 1;
            show(&|| made(&record, Fate::Created));
        }
        let Some(record) = left.next_if(|record| record.id == id) else {
            counts.deleted += 1;
            show(&|| whole(entity, id, &fields, kept.iter(), Fate::Deleted));
            return Ok(());
        };
        let differ = || {
            fields
                .iter()
                .zip(kept.iter().zip(&record.values))
                .filter(|(_, (before, (_, after)))| !is_same(before, after))
        };
        let added = added.differences(entity, id);
        if differ().next().is_some() || !added.is_empty() {
            counts.changed += 1;
            show(&|| {
                let differ = differ().map(|(field, (before, (_, after)))| FieldPreview {
                    field: field.key.to_owned(),
                    label: None,
                    before: on_the_wire(field, before),
                    after: on_the_wire(field, after),
                });
                RecordPreview {
                    fields: differ.chain(added.iter().cloned()).collect(),
                    ..made(&record, Fate::Changed)
                }
            });
        }
        Ok(())
    })?;
    for record in left {
        counts.created += 1;
        show(&|| made(&record, Fate::Created));
    }
    changes.entities.push(counts);
    changes.records.extend(shown);
    Ok(())
}

fn whole<'a>(
    entity: Entity,
    id: i64,
    fields: &[&'static Field],
    values: impl Iterator<Item = &'a Value>,
    fate: Fate,
) -> RecordPreview {
    let named: Values = fields
        .iter()
        .zip(values)
        .map(|(field, value)| (field.key.to_owned(), on_the_wire(field, value)))
        .collect();
    RecordPreview {
        entity,
        reference: entity.reference(id),
        label: label(entity, &named),
        fate,
        fields: Vec::new(),
    }
}

/// Would the database keep the same?
fn is_same(before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::Flag(_), _) | (_, Value::Flag(_)) => plain(before) == plain(after),
        (Value::Text(before), Value::Text(after)) => before == after,
        _ => plain(before) == plain(after),
    }
}

/// As the database keeps it.
fn plain(value: &Value) -> Value {
    match value {
        Value::Flag(flag) => Value::Int(i64::from(*flag)),
        Value::Text(text) if text.is_empty() => Value::Empty,
        other => other.clone(),
    }
}

/// As the screens read it.
fn on_the_wire(field: &Field, value: &Value) -> Value {
    match (field.kind, value) {
        (Kind::Reference(target), Value::Int(id)) => target.reference(*id).into(),
        (Kind::Flag, Value::Int(number)) => Value::Flag(*number != 0),
        _ => value.clone(),
    }
}
