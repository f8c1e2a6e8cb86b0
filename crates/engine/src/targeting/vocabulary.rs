//! What a targeting may speak of: records, their fields, how they are related, what may be asked of each.

use super::kinds::{Class, TargetHow};
use super::names::{Lexicon, fields_of};
use super::relations::{is_hidden, relations_of};
use super::tree::{TargetMeasure, TargetUnit};
use crate::change::Nothing;
use crate::error::ApiError;
use crate::fields::{CATALOGUE, Entity, FieldView, field_view};
use crate::reader::Reader;
use serde::Serialize;

/// Every kind of records that a targeting may speak of.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetVocabulary {
    entities: Vec<TargetEntity>,
    /// Units of time, the usual ones first.
    units: Vec<TargetUnit>,
}

/// One kind of records.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetEntity {
    entity: Entity,
    label: &'static str,
    plural: &'static str,
    fields: Vec<TargetField>,
    relations: Vec<TargetRelation>,
}

/// A field, and what may be asked of it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetField {
    #[serde(flatten)]
    field: FieldView,
    hows: &'static [TargetHow],
    /// What may be measured of it over several records.
    measures: &'static [TargetMeasure],
}

/// A way to other records.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetRelation {
    /// What a tree names it by.
    key: String,
    name: &'static str,
    to: Entity,
    /// To several records: they may be numbered and measured.
    many: bool,
}

/// What a targeting may speak of.
pub(crate) fn vocabulary(reader: &Reader, _input: Nothing) -> Result<TargetVocabulary, ApiError> {
    let lexicon = Lexicon::of(reader)?;
    let entities = CATALOGUE
        .iter()
        .filter(|known| !is_hidden(known.entity))
        .map(|known| TargetEntity {
            entity: known.entity,
            label: known.label,
            plural: known.plural,
            fields: fields_of(&lexicon, known.entity)
                .into_iter()
                .map(|named| {
                    let class = Class::of(named.field);
                    TargetField {
                        field: field_view(named.field),
                        hows: class.hows(),
                        measures: class.measures(),
                    }
                })
                .collect(),
            relations: relations_of(known.entity)
                .into_iter()
                .map(|relation| TargetRelation {
                    key: relation.key(),
                    name: relation.name(),
                    to: relation.to,
                    many: relation.many,
                })
                .collect(),
        })
        .collect();
    use TargetUnit::*;
    Ok(TargetVocabulary {
        entities,
        units: vec![Day, Week, Month, Year, Quarter, WorkingDay, OpenDay, Hour],
    })
}
