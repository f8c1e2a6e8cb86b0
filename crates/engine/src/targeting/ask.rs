//! A targeting asked: how many, in what words, from what words, and condition by condition for one record.

use super::check::{problems_of, refuse_unsound, warnings_of};
use super::names::{Lexicon, field_of};
use super::relations::relation;
use super::rows;
use super::said::{TargetSaid, say_node};
use super::text::{parse_sorts, parse_whole, print, print_sorts};
use super::tree::{Sort, Target, TargetNode};
use crate::error::{ApiError, TargetProblem};
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::records::rows as records;
use crate::values::Value;
use serde::{Deserialize, Serialize};

/// A tree to count.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetCount {
    target: Target,
}

/// How many.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetCounted {
    pub(crate) count: i64,
    /// Records of this kind in all.
    pub(crate) total: i64,
    /// What is suspect: a group that asks nothing, bounds the wrong way round, conditions that cannot hold together.
    pub(crate) warnings: Vec<TargetProblem>,
}

/// How many records fulfil a tree.
///
/// # Errors
/// `BadTarget` with every problem and the way to it.
pub(crate) fn count(reader: &Reader, input: TargetCount) -> Result<TargetCounted, ApiError> {
    let target = &input.target;
    refuse_unsound(reader, target)?;
    Ok(TargetCounted {
        count: rows::count(reader, target.entity, &target.root)?,
        total: records::count(reader, target.entity)?,
        warnings: warnings_of(reader, target)?,
    })
}

/// A tree to write as text.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetSay {
    target: Target,
    #[serde(default)]
    sorts: Vec<Sort>,
}

/// A targeting in words.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetTold {
    /// The text form, which `targeting.parse` reads.
    text: String,
    /// The text form of the order.
    sort: String,
    /// The same with every name resolved, to be put in a sentence; none when something asks nothing.
    said: Option<TargetSaid>,
    problems: Vec<TargetProblem>,
    warnings: Vec<TargetProblem>,
}

/// The words of a tree. One that cannot be applied is told too, with its problems.
pub(crate) fn say(reader: &Reader, input: TargetSay) -> Result<TargetTold, ApiError> {
    let target = &input.target;
    let lexicon = Lexicon::of(reader)?;
    let problems = problems_of(reader, target)?;
    let said = if problems.is_empty() {
        say_node(reader, target.entity, &target.root)?
    } else {
        None
    };
    Ok(TargetTold {
        text: print(&lexicon, target),
        sort: print_sorts(&lexicon, &input.sorts, target.entity),
        said,
        warnings: if problems.is_empty() {
            warnings_of(reader, target)?
        } else {
            Vec::new()
        },
        problems,
    })
}

/// A text to understand, and that of an order.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetParse {
    text: String,
    #[serde(default)]
    sort: String,
}

/// What was understood, or why nothing was.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetParsed {
    target: Option<Target>,
    sorts: Vec<Sort>,
    /// The text as the product writes it.
    text: Option<String>,
    problems: Vec<TargetProblem>,
}

/// The tree that a text says.
pub(crate) fn parse(reader: &Reader, input: TargetParse) -> Result<TargetParsed, ApiError> {
    let refused = |problems| TargetParsed {
        target: None,
        sorts: Vec::new(),
        text: None,
        problems,
    };
    let lexicon = Lexicon::of(reader)?;
    let mut parsed = match parse_whole(&lexicon, &input.text) {
        Ok(parsed) => parsed,
        Err(problems) => return Ok(refused(problems)),
    };
    match parse_sorts(&lexicon, &input.sort, parsed.target.entity) {
        Ok(sorts) => parsed.sorts.extend(sorts),
        Err(problems) => return Ok(refused(problems)),
    }
    let problems = problems_of(reader, &parsed.target)?;
    if !problems.is_empty() {
        return Ok(refused(problems));
    }
    Ok(TargetParsed {
        text: Some(print(&lexicon, &parsed.target)),
        target: Some(parsed.target),
        sorts: parsed.sorts,
        problems,
    })
}

/// The condition that a text says, if it can be applied.
///
/// # Errors
/// Every problem with its place in the text.
pub(crate) fn understood(
    reader: &Reader,
    text: &str,
) -> Result<Result<Target, Vec<TargetProblem>>, ApiError> {
    let lexicon = Lexicon::of(reader)?;
    let target = match parse_whole(&lexicon, text) {
        Ok(parsed) => parsed.target,
        Err(problems) => return Ok(Err(problems)),
    };
    let problems = problems_of(reader, &target)?;
    Ok(if problems.is_empty() {
        Ok(target)
    } else {
        Err(problems)
    })
}

/// The references of whoever a text keeps, in the order that it asks for, or that `sort` does.
///
/// # Errors
/// `BadTarget` with every problem and its place in the text.
pub(crate) fn kept_by_text(reader: &Reader, text: &str, sort: &str) -> Result<Vec<String>, ApiError> {
    let lexicon = Lexicon::of(reader)?;
    let refused = |problems| ApiError::BadTarget { problems };
    let parsed = parse_whole(&lexicon, text).map_err(refused)?;
    let target = parsed.target;
    let mut sorts = parse_sorts(&lexicon, sort, target.entity).map_err(refused)?;
    sorts.extend(parsed.sorts);
    let ids = crate::lists::ids_of(reader, &target, &sorts)?;
    Ok(ids.into_iter().map(|id| target.entity.reference(id)).collect())
}

/// A tree to try on one record.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetTry {
    target: Target,
    #[serde(rename = "ref")]
    reference: String,
}

/// Each condition, true or false for a record; the tree's own shape.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetTried {
    pub(crate) holds: bool,
    /// What was found: the value of the field, how many related records, the figure; none for a group.
    #[cfg_attr(test, ts(type = "Value"))]
    pub(crate) found: Value,
    /// The children, for groups of conditions on the record itself; those on related records are told by their number.
    pub(crate) of: Vec<TargetTried>,
}

/// Tries each condition of a tree on one record.
///
/// # Errors
/// `NotFound` for a record of another kind; `BadTarget`.
pub(crate) fn test(reader: &Reader, input: TargetTry) -> Result<TargetTried, ApiError> {
    let Target { entity, root, .. } = &input.target;
    refuse_unsound(reader, &input.target)?;
    let (found, id) = parse_any_reference(&input.reference)?;
    if found != *entity || !records::exists(reader, *entity, id)? {
        return Err(ApiError::not_found(&input.reference));
    }
    tried(reader, *entity, root, id)
}

fn tried(reader: &Reader, entity: Entity, node: &TargetNode, id: i64) -> Result<TargetTried, ApiError> {
    let lexicon = Lexicon::of(reader)?;
    let found = match node {
        TargetNode::Field { field, .. } => match field_of(&lexicon, entity, field) {
            Some(named) => rows::value(reader, entity, &named, id)?,
            None => Value::Empty,
        },
        TargetNode::First { sort, .. } => match field_of(&lexicon, entity, &sort.field) {
            Some(named) => rows::value(reader, entity, &named, id)?,
            None => Value::Empty,
        },
        TargetNode::Related {
            relation: key, node, ..
        } => match relation(entity, key) {
            Some(found) => Value::Int(rows::related(reader, &found, node, id)?),
            None => Value::Empty,
        },
        TargetNode::Aggregate {
            relation: key,
            measure,
            field,
            node,
            ..
        } => match relation(entity, key) {
            Some(found) => rows::measured(reader, &found, (*measure, field.as_deref()), node, id)?,
            None => Value::Empty,
        },
        _ => Value::Empty,
    };
    let of = match node {
        TargetNode::All { of } | TargetNode::Any { of } => of.as_slice(),
        TargetNode::Not { node } => std::slice::from_ref(&**node),
        _ => &[],
    };
    Ok(TargetTried {
        holds: rows::holds(reader, entity, node, id)?,
        found,
        of: of
            .iter()
            .map(|child| tried(reader, entity, child, id))
            .collect::<Result<_, _>>()?,
    })
}
