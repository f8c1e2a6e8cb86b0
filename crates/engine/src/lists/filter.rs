//! A quick filter of a list, said in the language of targeting. The same records as the click that made it: letter by letter, and
//! a blank only when a blank was asked for.

use super::path::Path;
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Entity, EntityFields};
use crate::reader::Reader;
use crate::targeting::{Class, TargetMatcher, TargetNode, TargetOperand, TargetQuantity, is_written};
use crate::values::{Value, parse_reference};
use serde::{Deserialize, Serialize};

/// Rows whose field holds one of these values (`null` is a blank; none named: any value), none of those excepted, and lies
/// within these bounds. The field may be that of a record referred to: `customer_id.site`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Filter {
    pub(crate) field: String,
    #[serde(default)]
    #[cfg_attr(test, ts(type = "Value[]"))]
    pub(crate) values: Vec<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "Value[]"))]
    pub(crate) except: Option<Vec<Value>>,
    /// The least: a number, or the beginning of a date (`2026`, `2026-11`, `2026-11-23`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "Value"))]
    pub(crate) from: Option<Value>,
    /// The greatest, written in the same way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "Value"))]
    pub(crate) to: Option<Value>,
}

/// The condition that a filter is; one that asks nothing is vacant.
///
/// # Errors
/// `Invalid` for an unknown field, or a bound that is none of its kind.
pub(crate) fn node_of(
    reader: &Reader,
    known: &'static EntityFields,
    filter: &Filter,
) -> Result<TargetNode, ApiError> {
    let path = Path::of(reader, known, &filter.field)?;
    let asked = Asked {
        path,
        key: path.field.key.to_owned(),
        class: Class::of(path.field),
    };
    let mut of = Vec::new();
    if !filter.values.is_empty() {
        of.push(asked.one_of(&filter.values));
    }
    for value in filter.except.iter().flatten() {
        of.push(asked.but(value));
    }
    of.extend(asked.bounds(filter)?);
    Ok(TargetNode::All { of }.tidied())
}

/// The field that a filter bears on.
struct Asked {
    path: Path,
    key: String,
    class: Class,
}

impl Asked {
    fn is(&self, is: TargetMatcher) -> TargetNode {
        let field = self.key.clone();
        TargetNode::Field { field, is }
    }

    /// A condition on the record that holds the field: the row's own, or the one it refers to.
    fn there(&self, node: TargetNode) -> TargetNode {
        match self.path.link {
            None => node,
            Some((link, _)) => TargetNode::Related {
                relation: link.key.to_owned(),
                quantity: TargetQuantity::AtLeast { n: 1 },
                node: Box::new(node),
            },
        }
    }

    /// Nothing is kept there, or there is no record to keep it.
    fn blank(&self) -> TargetNode {
        match self.path.link {
            None => self.is(TargetMatcher::Empty),
            Some(_) => not(self.there(self.is(TargetMatcher::Filled))),
        }
    }

    fn one_of(&self, values: &[Value]) -> TargetNode {
        let mut any: Vec<TargetNode> = Vec::new();
        if values.iter().any(Value::is_empty) {
            any.push(self.blank());
        }
        let given: Vec<&Value> = values.iter().filter(|value| !value.is_empty()).collect();
        if !given.is_empty() {
            let each = given.into_iter().map(|value| self.equal(value)).collect();
            any.push(self.there(TargetNode::Any { of: each }));
        }
        TargetNode::Any { of: any }
    }

    fn but(&self, value: &Value) -> TargetNode {
        if value.is_empty() {
            self.there(self.is(TargetMatcher::Filled))
        } else {
            not(self.there(self.equal(value)))
        }
    }

    /// The field holds this very value; nobody's does when it is of another kind.
    fn equal(&self, value: &Value) -> TargetNode {
        let nobody = || TargetNode::nobody(self.entity());
        let same = |value: Value| {
            self.is(TargetMatcher::Equals {
                to: TargetOperand::Value { value },
            })
        };
        match (self.class, value) {
            (Class::Flag, Value::Flag(true) | Value::Int(1)) => self.is(TargetMatcher::Yes),
            // A blank is no « no ».
            (Class::Flag, Value::Flag(false) | Value::Int(0)) => TargetNode::All {
                of: vec![self.is(TargetMatcher::No), self.is(TargetMatcher::Filled)],
            },
            (Class::Reference(to), Value::Text(text)) => match parse_reference(text) {
                Some((prefix, _)) if prefix == to.fields().prefix => same(value.clone()),
                _ => nobody(),
            },
            (Class::Closed(list), Value::Text(code)) if list.iter().any(|(known, _)| known == code) => {
                same(value.clone())
            }
            (Class::Day | Class::Moment, Value::Text(day)) if is_written(day) => same(value.clone()),
            (Class::Number, Value::Int(_)) => same(value.clone()),
            (Class::Number | Class::Flag | Class::Reference(_), _) => nobody(),
            (_, Value::Text(text)) => self.is(TargetMatcher::Exactly {
                text: text.to_string(),
            }),
            _ => nobody(),
        }
    }

    fn entity(&self) -> Entity {
        let beyond = self.path.link.map(|(_, beyond)| beyond.entity);
        beyond.unwrap_or(self.path.entity)
    }

    fn bounds(&self, filter: &Filter) -> Result<Option<TargetNode>, ApiError> {
        let bound = |value: &Option<Value>| value.clone().filter(|value| !value.is_empty());
        let (from, to) = (bound(&filter.from), bound(&filter.to));
        // A day that is no day is found by how it begins.
        if let (Class::Day | Class::Moment, Some(Value::Text(day)), true) = (self.class, &from, from == to)
            && !is_written(day)
        {
            let begins = TargetMatcher::Begins {
                text: day.to_string(),
            };
            return Ok(Some(self.there(self.is(begins))));
        }
        let from = from.map(|value| self.operand(value, filter)).transpose()?;
        let to = to.map(|value| self.operand(value, filter)).transpose()?;
        Ok(match (from, to) {
            (Some(from), Some(to)) => Some(TargetMatcher::Between { from, to }),
            (Some(to), None) => Some(TargetMatcher::AtLeast { to }),
            (None, Some(to)) => Some(TargetMatcher::AtMost { to }),
            (None, None) => None,
        }
        .map(|is| self.there(self.is(is))))
    }

    fn operand(&self, value: Value, filter: &Filter) -> Result<TargetOperand, ApiError> {
        let sound = match (self.class, &value) {
            (Class::Number, Value::Int(_)) => true,
            (Class::Day | Class::Moment, Value::Text(day)) => is_written(day),
            _ => false,
        };
        if !sound {
            return Err(ApiError::invalid(Problem::new(
                &filter.field,
                ProblemCode::OtherKind,
            )));
        }
        Ok(TargetOperand::Value { value })
    }
}

fn not(node: TargetNode) -> TargetNode {
    TargetNode::Not { node: Box::new(node) }
}
