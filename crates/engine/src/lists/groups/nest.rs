//! Groups in groups: by site, then by seller, with counts and sums at each step.

use super::rows::{Asked, Line, counts};
use super::{GroupOrder, in_order};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Entity, Field, Kind};
use crate::lists::{Filter, field, names_of, narrowed, shown};
use crate::reader::Reader;
use crate::records::to_wire;
use crate::targeting::Target;
use crate::values::Value;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// The most groups in an answer.
const MOST_GROUPS: u32 = 2_000;

/// The most groups inside one of the first step.
const MOST_INSIDE: usize = 100;

/// How deep groups go.
const DEEPEST: usize = 3;

/// Which list, grouped by which fields.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct GroupsRead {
    pub(crate) entity: Entity,
    pub(crate) quick: String,
    pub(crate) filters: Vec<Filter>,
    /// A condition that the rows fulfil besides.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub(crate) target: Option<Target>,
    pub(crate) field: String,
    /// The fields by which each group is grouped in turn: two at most.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, type = "string[]"))]
    pub(crate) then: Vec<String>,
    /// Number fields whose sum is wanted for each group; those that do not add up give none.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, type = "string[]"))]
    pub(crate) sums: Vec<String>,
    pub(crate) order: GroupOrder,
    pub(crate) limit: u32,
}

/// The groups of a list; days are grouped by month.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ListGroups {
    /// Rows in all.
    pub(crate) total: i64,
    /// Values in all, blanks counting for one.
    pub(crate) distinct: usize,
    /// The fields that were added up, in the order of the sums.
    pub(crate) sums: Vec<String>,
    pub(crate) groups: Vec<Nest>,
}

/// The rows that hold a value, and the groups that they make in turn.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Nest {
    /// `null` for blanks; `2026-11` for the days of a month.
    #[cfg_attr(test, ts(type = "Value"))]
    pub(crate) value: Value,
    /// What the record is called, when the value is a reference.
    pub(crate) name: Option<String>,
    pub(crate) count: i64,
    /// What the rows come to, field by field.
    pub(crate) sums: Vec<i64>,
    /// How many groups there are inside, those left out included.
    pub(crate) inside: usize,
    pub(crate) groups: Vec<Nest>,
}

/// The groups of a list by one field, or by several one inside the other.
pub(crate) fn groups(reader: &Reader, input: GroupsRead) -> Result<ListGroups, ApiError> {
    let known = shown(reader, input.entity)?;
    if input.then.len() >= DEEPEST {
        return Err(ApiError::invalid(Problem::new("then", ProblemCode::TooLong)));
    }
    let fields = std::iter::once(&input.field)
        .chain(&input.then)
        .map(|key| field(known, key))
        .collect::<Result<Vec<_>, _>>()?;
    let mut sums = Vec::new();
    for key in &input.sums {
        let found = field(known, key)?;
        if found.adds_up() {
            sums.push(found);
        }
    }
    let asked = Asked {
        known,
        fields,
        sums,
        by_month: true,
    };
    let lines = counts(
        reader,
        &asked,
        &input.quick,
        &narrowed(reader, known, &input.filters, input.target.as_ref())?,
    )?;
    let total = lines.iter().map(|line| line.count).sum();
    let most = usize::try_from(input.limit.min(MOST_GROUPS)).unwrap_or(usize::MAX);
    let (distinct, mut groups) = nest(lines, &asked.fields, 0, input.order, most);
    name(reader, &asked.fields, &mut groups)?;
    Ok(ListGroups {
        total,
        distinct,
        sums: asked.sums.iter().map(|field| field.key.to_owned()).collect(),
        groups,
    })
}

/// How many groups the lines make at this step, and the first of them, each with those inside.
fn nest(
    lines: Vec<Line>,
    fields: &[&'static Field],
    depth: usize,
    order: GroupOrder,
    most: usize,
) -> (usize, Vec<Nest>) {
    let Some(field) = fields.get(depth) else {
        return (0, Vec::new());
    };
    let mut by_value: HashMap<Value, Vec<Line>> = HashMap::new();
    for line in lines {
        let value = line.values.get(depth).cloned().unwrap_or_default();
        by_value.entry(value).or_default().push(line);
    }
    let distinct = by_value.len();
    let mut all: Vec<(Value, i64, Vec<Line>)> = by_value
        .into_iter()
        .map(|(value, lines)| {
            let count = lines.iter().map(|line| line.count).sum();
            (to_wire(field, value), count, lines)
        })
        .collect();
    all.sort_by(|left, right| in_order(order, (&left.0, left.1), (&right.0, right.1)));
    all.truncate(most);
    let groups = all
        .into_iter()
        .map(|(value, count, lines)| {
            let sums = sums(&lines);
            let (inside, groups) = nest(lines, fields, depth + 1, order, MOST_INSIDE);
            Nest {
                value,
                name: None,
                count,
                sums,
                inside,
                groups,
            }
        })
        .collect();
    (distinct, groups)
}

fn sums(lines: &[Line]) -> Vec<i64> {
    let mut sums: Vec<i64> = Vec::new();
    for line in lines {
        sums.resize(line.sums.len(), 0);
        for (sum, part) in sums.iter_mut().zip(&line.sums) {
            *sum += part;
        }
    }
    sums
}

/// Names the records that the values refer to, step by step.
fn name(reader: &Reader, fields: &[&'static Field], groups: &mut [Nest]) -> Result<(), ApiError> {
    for (depth, field) in fields.iter().enumerate() {
        if field.target().is_none() {
            continue;
        }
        let mut values: Vec<Value> = Vec::new();
        at_depth(groups, depth, &mut |group| values.push(group.value.clone()));
        let names: BTreeMap<String, String> = names_of(reader, &[field], values.chunks(1))?;
        at_depth(groups, depth, &mut |group| {
            let reference = group.value.text();
            group.name = reference.and_then(|reference| names.get(reference).cloned());
        });
    }
    Ok(())
}

fn at_depth(groups: &mut [Nest], depth: usize, see: &mut impl FnMut(&mut Nest)) {
    for group in groups {
        match depth {
            0 => see(group),
            _ => at_depth(&mut group.groups, depth - 1, see),
        }
    }
}

impl Asked {
    /// Days are grouped by month.
    pub(super) fn is_by_month(&self, field: &Field) -> bool {
        self.by_month && matches!(field.kind, Kind::Date | Kind::DateTime)
    }
}
