//! A tree with every name resolved: what a screen needs to say it in a sentence.

use super::days;
use super::kinds::{Class, TargetHow};
use super::members;
use super::names::{Lexicon, Named, field_of};
use super::relations::{Relation, relation};
use super::text::print_operand;
use super::tree::{
    TargetMatcher, TargetMeasure, TargetNode, TargetOperand, TargetPeriod, TargetQuantity, TargetStep,
};
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::records;
use crate::values::Value;
use serde::Serialize;

/// A condition whose names are those that people read.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum TargetSaid {
    All {
        of: Vec<TargetSaid>,
    },
    Any {
        of: Vec<TargetSaid>,
    },
    Not {
        said: Box<TargetSaid>,
    },
    Field {
        label: &'static str,
        asked: TargetAsked,
    },
    Related {
        name: &'static str,
        entity: Entity,
        /// To several records; to a single one otherwise.
        many: bool,
        quantity: TargetQuantity,
        /// What they fulfil; none when nothing is asked of them.
        said: Option<Box<TargetSaid>>,
    },
    Aggregate {
        name: &'static str,
        entity: Entity,
        measure: TargetMeasure,
        /// The field measured.
        label: Option<&'static str>,
        said: Option<Box<TargetSaid>>,
        asked: TargetAsked,
    },
    First {
        n: u32,
        label: &'static str,
        descending: bool,
        said: Option<Box<TargetSaid>>,
    },
    Member {
        #[serde(rename = "ref")]
        reference: String,
        name: String,
    },
}

/// What is asked of a value.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetAsked {
    how: TargetHow,
    /// The values compared with, as people read them.
    values: Vec<TargetSaidValue>,
    period: Option<TargetPeriod>,
    /// The first day of the period, or of the dates asked for, when there is one: `2026-11-23`.
    first: Option<String>,
    /// The last one.
    last: Option<String>,
}

/// A value as people read it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetSaidValue {
    text: String,
    /// Moves from the day of use, for a day that is counted from it.
    steps: Option<Vec<TargetStep>>,
    /// The day that it is.
    day: Option<String>,
}

/// A sound tree with its names; none for what asks nothing.
pub(super) fn say_node(
    reader: &Reader,
    entity: Entity,
    node: &TargetNode,
) -> Result<Option<TargetSaid>, ApiError> {
    if node.is_vacant() {
        return Ok(None);
    }
    let lexicon = Lexicon::of(reader)?;
    let below = |entity: Entity, node: &TargetNode| -> Result<Option<Box<TargetSaid>>, ApiError> {
        Ok(say_node(reader, entity, node)?.map(Box::new))
    };
    let all = |of: &[TargetNode]| -> Result<Vec<TargetSaid>, ApiError> {
        of.iter()
            .filter_map(|node| say_node(reader, entity, node).transpose())
            .collect()
    };
    Ok(match node {
        TargetNode::All { of } => Some(TargetSaid::All { of: all(of)? }),
        TargetNode::Any { of } => Some(TargetSaid::Any { of: all(of)? }),
        TargetNode::Not { node } => below(entity, node)?.map(|said| TargetSaid::Not { said }),
        TargetNode::Field { field, is } => match field_of(&lexicon, entity, field) {
            Some(named) => Some(TargetSaid::Field {
                label: named.field.label,
                asked: asked(reader, is, Some(named), Class::of(named.field))?,
            }),
            None => None,
        },
        TargetNode::Related {
            relation: key,
            quantity,
            node,
        } => match relation(entity, key) {
            Some(found) => Some(TargetSaid::Related {
                name: found.name(),
                entity: found.to,
                many: found.many,
                quantity: *quantity,
                said: below(found.to, node)?,
            }),
            None => None,
        },
        TargetNode::Aggregate {
            relation: key,
            measure,
            field,
            node,
            is,
        } => match relation(entity, key) {
            Some(found) => Some(TargetSaid::Aggregate {
                said: below(found.to, node)?,
                asked: figure_asked(reader, &found, *measure, field.as_deref(), is)?,
                name: found.name(),
                entity: found.to,
                measure: *measure,
                label: field
                    .as_deref()
                    .and_then(|key| field_of(&lexicon, found.to, key))
                    .map(|named| named.field.label),
            }),
            None => None,
        },
        TargetNode::First { n, sort, node } => match field_of(&lexicon, entity, &sort.field) {
            Some(named) => Some(TargetSaid::First {
                n: *n,
                label: named.field.label,
                descending: sort.descending,
                said: below(entity, node)?,
            }),
            None => None,
        },
        TargetNode::Member { targeting } => Some(TargetSaid::Member {
            name: members::saved(reader, targeting)?.name,
            reference: targeting.clone(),
        }),
    })
}

fn figure_asked(
    reader: &Reader,
    relation: &Relation,
    measure: TargetMeasure,
    field: Option<&str>,
    is: &TargetMatcher,
) -> Result<TargetAsked, ApiError> {
    let lexicon = Lexicon::of(reader)?;
    let named = field.and_then(|key| field_of(&lexicon, relation.to, key));
    let class = named.map_or(Class::Number, |named| Class::of(named.field).of_measure(measure));
    let is_of_the_field = matches!(
        measure,
        TargetMeasure::Sum | TargetMeasure::Mean | TargetMeasure::Min | TargetMeasure::Max
    ) || (measure == TargetMeasure::Range
        && named.is_some_and(|named| Class::of(named.field) == Class::Number));
    asked(reader, is, named.filter(|_| is_of_the_field), class)
}

fn asked(
    reader: &Reader,
    is: &TargetMatcher,
    named: Option<Named>,
    class: Class,
) -> Result<TargetAsked, ApiError> {
    let values = is
        .operands()
        .into_iter()
        .map(|operand| said_value(reader, operand, named, class))
        .collect::<Result<Vec<_>, ApiError>>()?;
    let (mut values, mut period) = (values, None);
    match is {
        TargetMatcher::Contains { text }
        | TargetMatcher::Begins { text }
        | TargetMatcher::Ends { text }
        | TargetMatcher::Exactly { text } => values.push(plain(text.clone())),
        TargetMatcher::Characters { most } => values.push(plain(most.to_string())),
        TargetMatcher::Within { period: found } | TargetMatcher::Anniversary { period: found } => {
            period = Some(*found);
        }
        _ => {}
    }
    let stretch = period
        .map(|period| days::period(reader.now, period))
        .unwrap_or_default();
    let day = |text: Option<String>| text.and_then(|text| text.get(..10).map(str::to_owned));
    Ok(TargetAsked {
        how: is.how(),
        values,
        period,
        first: day(stretch.from),
        last: stretch.until.and_then(|until| days::day_before(&until)),
    })
}

fn plain(text: String) -> TargetSaidValue {
    TargetSaidValue {
        text,
        steps: None,
        day: None,
    }
}

fn said_value(
    reader: &Reader,
    operand: &TargetOperand,
    named: Option<Named>,
    class: Class,
) -> Result<TargetSaidValue, ApiError> {
    if let TargetOperand::Today { steps } = operand {
        return Ok(TargetSaidValue {
            text: String::new(),
            steps: Some(steps.clone()),
            day: days::moved(reader.now, steps).from,
        });
    }
    let TargetOperand::Value { value } = operand else {
        return Ok(plain(String::new()));
    };
    let text = match (class, value) {
        (Class::Reference(_), Value::Text(reference)) => {
            match parse_any_reference(reference).and_then(|(entity, id)| records::read(reader, entity, id)) {
                Ok(record) => record.label,
                Err(_) => reference.to_string(),
            }
        }
        (class, Value::Text(text)) if class.is_text() => text.to_string(),
        (_, Value::Int(number)) if named.is_none() => number.to_string(),
        _ => named.map_or_else(String::new, |named| print_operand(operand, named)),
    };
    Ok(plain(text))
}
