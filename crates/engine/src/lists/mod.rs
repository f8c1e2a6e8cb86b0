//! Lists: pages of any entity, any columns, several sorts, filters, groups in groups with counts and sums, totals, rows
//! chosen among them.

mod as_target;
mod chosen;
mod conditions;
mod filter;
mod groups;
mod path;
mod print;
mod rows;
mod totals;

pub(crate) use crate::targeting::Sort;
pub(crate) use as_target::{ListAsTarget, as_target};
pub(crate) use chosen::Chosen;
pub(crate) use conditions::{Conditions, Kept, narrowest};
pub(crate) use filter::Filter;
pub(crate) use groups::{Group, GroupsRead, ListGroups};
pub(crate) use groups::{groups, groups_of, name};
pub(crate) use path::Path;
pub(crate) use print::{ListPrint, print};
pub(crate) use totals::{ListTotals, TotalsRead, totals};

use crate::error::{ApiError, Problem, ProblemCode, TargetProblem, TargetProblemCode};
use crate::fields::{Entity, EntityFields, Field, parse_any_reference};
use crate::reader::Reader;
use crate::records;
use crate::targeting::{Target, refuse_unsound};
use crate::values::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What learners never see.
const HIDDEN: [Entity; 2] = [Entity::Anomaly, Entity::PendingEvent];

/// The greatest page.
const LONGEST_PAGE: u32 = 1_000;

/// Which page of which list.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ListRead {
    pub(crate) entity: Entity,
    /// Keys of fields.
    pub(crate) columns: Vec<String>,
    pub(crate) sorts: Vec<Sort>,
    /// Words that each row must hold.
    pub(crate) quick: String,
    pub(crate) filters: Vec<Filter>,
    /// A condition that the rows fulfil besides.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub(crate) target: Option<Target>,
    pub(crate) offset: u32,
    pub(crate) limit: u32,
}

/// A page, and how many rows the whole list has.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ListPage {
    pub(crate) total: i64,
    pub(crate) rows: Vec<ListRow>,
    /// What the records are called that the columns refer to, by reference.
    pub(crate) names: BTreeMap<String, String>,
}

/// One row: the values of the columns asked for, in their order.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ListRow {
    #[serde(rename = "ref")]
    pub(crate) reference: String,
    #[cfg_attr(test, ts(type = "Value[]"))]
    pub(crate) values: Vec<Value>,
}

/// A page of a list.
pub(crate) fn page(reader: &Reader, input: ListRead) -> Result<ListPage, ApiError> {
    let known = shown(reader, input.entity)?;
    let columns = fields_of(known, &input.columns)?;
    let query = rows::ListQuery {
        known,
        sorts: sorts_of(known, &input.sorts)?,
        quick: &input.quick,
        filters: narrowed(reader, known, &input.filters, input.target.as_ref())?,
    };
    let (total, ids) = query.ids(reader, input.offset, input.limit.min(LONGEST_PAGE))?;
    let Rows { rows, names } = rows_of(reader, known, &columns, &ids)?;
    Ok(ListPage { total, rows, names })
}

/// Rows, and what the records are called that they refer to.
pub(crate) struct Rows {
    pub(crate) rows: Vec<ListRow>,
    pub(crate) names: BTreeMap<String, String>,
}

/// Some rows of an entity, in the order of their ids as given.
pub(crate) fn rows_of(
    reader: &Reader,
    known: &'static EntityFields,
    columns: &[&'static Field],
    ids: &[i64],
) -> Result<Rows, ApiError> {
    let rows = rows::values(reader, known, columns, ids)?;
    let names = names_of(reader, columns, rows.iter().map(|row| row.values.as_slice()))?;
    Ok(Rows { rows, names })
}

/// The entity, when it is one that people see.
pub(crate) fn shown(reader: &Reader, entity: Entity) -> Result<&'static EntityFields, ApiError> {
    if HIDDEN.contains(&entity) {
        return Err(ApiError::BadRequest {
            detail: "hidden entity".to_owned(),
        });
    }
    reader.fields(entity)
}

/// What the records are called that some columns refer to, by reference.
pub(crate) fn names_of<'a>(
    reader: &Reader,
    columns: &[&'static Field],
    rows: impl Iterator<Item = &'a [Value]>,
) -> Result<BTreeMap<String, String>, ApiError> {
    let mut names = BTreeMap::new();
    for values in rows {
        for (field, value) in columns.iter().zip(values) {
            let (Some(_), Some(reference)) = (field.target(), value.text()) else {
                continue;
            };
            if names.contains_key(reference) {
                continue;
            }
            let (entity, id) = parse_any_reference(reference)?;
            if let Some(found) = records::rows::read(reader, entity, id)? {
                names.insert(reference.to_owned(), records::view(entity, id, found).label);
            }
        }
    }
    Ok(names)
}

pub(crate) fn fields_of(
    known: &'static EntityFields,
    keys: &[String],
) -> Result<Vec<&'static Field>, ApiError> {
    keys.iter().map(|key| field(known, key)).collect()
}

fn sorts_of(known: &'static EntityFields, sorts: &[Sort]) -> Result<Vec<(&'static Field, bool)>, ApiError> {
    sorts
        .iter()
        .map(|sort| Ok((field(known, &sort.field)?, sort.descending)))
        .collect()
}

/// What narrows a list: its filters, and the condition of a targeting when it is one of the records of the list.
fn narrowed(
    reader: &Reader,
    known: &'static EntityFields,
    filters: &[Filter],
    target: Option<&Target>,
) -> Result<Vec<Kept>, ApiError> {
    let mut kept = filters_of(reader, known, filters)?;
    if let Some(target) = target {
        kept.extend(kept_of_target(reader, known, target)?);
    }
    Ok(kept)
}

/// A targeting of the records of a list; nothing when it asks nothing.
///
/// # Errors
/// `BadTarget`.
pub(crate) fn kept_of_target(
    reader: &Reader,
    known: &EntityFields,
    target: &Target,
) -> Result<Option<Kept>, ApiError> {
    refuse_unsound(reader, target)?;
    if target.entity != known.entity {
        let other = TargetProblem::new(TargetProblemCode::OtherEntity).word(known.plural);
        return Err(ApiError::BadTarget {
            problems: vec![other],
        });
    }
    if target.root.is_vacant() {
        return Ok(None);
    }
    Kept::of(reader, known, &target.root).map(Some)
}

/// The ids of whoever fulfils a condition, in an order.
///
/// # Errors
/// `BadTarget`, `Invalid` for an unknown field.
pub(crate) fn ids_of(reader: &Reader, target: &Target, sorts: &[Sort]) -> Result<Vec<i64>, ApiError> {
    let known = shown(reader, target.entity)?;
    let query = rows::ListQuery {
        known,
        sorts: sorts_of(known, sorts)?,
        quick: "",
        filters: narrowed(reader, known, &[], Some(target))?,
    };
    Ok(query.ids(reader, 0, u32::MAX)?.1)
}

/// Filters, each as its condition; those that ask nothing are left out.
pub(crate) fn filters_of(
    reader: &Reader,
    known: &'static EntityFields,
    filters: &[Filter],
) -> Result<Vec<Kept>, ApiError> {
    let mut kept = Vec::new();
    for filter in filters {
        let node = filter::node_of(reader, known, filter)?;
        if !node.is_vacant() {
            kept.push(Kept::of(reader, known, &node)?);
        }
    }
    Ok(kept)
}

pub(crate) fn field(known: &'static EntityFields, key: &str) -> Result<&'static Field, ApiError> {
    known
        .field(key)
        .ok_or_else(|| ApiError::invalid(Problem::new(key, ProblemCode::UnknownField)))
}
