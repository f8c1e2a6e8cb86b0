//! What merging would do, before it is done.

use super::pick::{Held, pick};
use super::{customer_id, rows};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::Entity;
use crate::reader::Reader;
use crate::records::{RecordView, rows::read, to_wire, view};
use crate::values::Value;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Which records would become one: two to eight.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct MergeAsked {
    customers: Vec<String>,
    /// The one that stays; none leaves the choice to us.
    kept: Option<String>,
}

/// What merging would do.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct MergePreview {
    /// The one that stays.
    kept: String,
    /// The one that stays first.
    customers: Vec<MergeRecord>,
    /// The fields in which they differ.
    fields: Vec<MergeField>,
    /// How many records of each kind go to the one that stays.
    moves: Vec<MergeMove>,
    /// Vehicles that several hold, and that become one.
    #[cfg_attr(test, ts(type = "number"))]
    vehicles_in_common: usize,
}

/// One of those that would become one.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct MergeRecord {
    record: RecordView,
    /// How many records of each kind belong to it.
    belongings: Vec<MergeMove>,
}

/// How many records of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct MergeMove {
    entity: Entity,
    #[cfg_attr(test, ts(type = "number"))]
    count: i64,
}

/// A field in which they differ.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct MergeField {
    key: String,
    /// By record, in the order of the records.
    #[cfg_attr(test, ts(type = "Array<Value>"))]
    values: Vec<Value>,
    /// The record whose value stays when nobody chooses.
    chosen: String,
}

/// What belongs to a customer and goes with it.
pub(super) const BELONGINGS: [(Entity, &str); 8] = [
    (Entity::Vehicle, "customer_id"),
    (Entity::Invoice, "customer_id"),
    (Entity::Activity, "customer_id"),
    (Entity::Lead, "customer_id"),
    (Entity::AgendaEntry, "customer_id"),
    (Entity::Contact, "customer_id"),
    (Entity::Recipient, "customer_id"),
    (Entity::Customer, "parent_id"),
];

/// Most records that become one at once.
const MOST: usize = 8;

/// Tells what merging would do.
pub(crate) fn preview(reader: &Reader, input: MergeAsked) -> Result<MergePreview, ApiError> {
    let ids = distinct(&input.customers)?;
    let kept = match &input.kept {
        Some(reference) => customer_id(reference)?,
        None => richest(reader, &ids)?,
    };
    let records = held(reader, &ids, kept)?;
    let company = is_company(&records)?;
    let fields = pick(
        reader.fields(Entity::Customer)?,
        company,
        &records,
        &BTreeMap::new(),
    )
    .into_iter()
    .map(|picked| MergeField {
        key: picked.field.key.to_owned(),
        values: records
            .iter()
            .map(|record| to_wire(picked.field, super::pick::value_of(record, picked.field)))
            .collect(),
        chosen: Entity::Customer.reference(picked.whose),
    })
    .collect();
    let mut moves: BTreeMap<usize, MergeMove> = BTreeMap::new();
    let mut customers = Vec::new();
    for (id, found) in &records {
        let belongings = belongings(reader, *id)?;
        if *id != kept {
            for (place, moved) in &belongings {
                moves
                    .entry(*place)
                    .and_modify(|all| all.count += moved.count)
                    .or_insert_with(|| moved.clone());
            }
        }
        customers.push(MergeRecord {
            record: view(Entity::Customer, *id, found.clone()),
            belongings: belongings.into_iter().map(|(_, moved)| moved).collect(),
        });
    }
    Ok(MergePreview {
        kept: Entity::Customer.reference(kept),
        customers,
        fields,
        moves: moves.into_values().collect(),
        vehicles_in_common: super::hand_over::vehicles_in_common(reader, &ids)?,
    })
}

fn belongings(reader: &Reader, id: i64) -> Result<Vec<(usize, MergeMove)>, ApiError> {
    let mut found = Vec::new();
    for (place, (entity, key)) in BELONGINGS.into_iter().enumerate() {
        let count = rows::count_of(reader, entity, key, id)?;
        if count > 0 {
            found.push((place, MergeMove { entity, count }));
        }
    }
    Ok(found)
}

/// The ids of two to eight different customers.
pub(super) fn distinct(references: &[String]) -> Result<Vec<i64>, ApiError> {
    let ids: Vec<i64> = references
        .iter()
        .map(|reference| customer_id(reference))
        .collect::<Result<_, _>>()?;
    let different: BTreeSet<i64> = ids.iter().copied().collect();
    if different.len() != ids.len() || !(2..=MOST).contains(&ids.len()) {
        return Err(ApiError::BadRequest {
            detail: "two to eight different customers".to_owned(),
        });
    }
    Ok(ids)
}

/// What each holds, the one that stays first, the others as they came.
pub(super) fn held(reader: &Reader, ids: &[i64], kept: i64) -> Result<Vec<Held>, ApiError> {
    if !ids.contains(&kept) {
        return Err(ApiError::not_found(&Entity::Customer.reference(kept)));
    }
    let mut order = vec![kept];
    order.extend(ids.iter().filter(|id| **id != kept));
    order
        .into_iter()
        .map(|id| {
            let found = read(reader, Entity::Customer, id)?;
            let found = found.ok_or_else(|| ApiError::not_found(&Entity::Customer.reference(id)))?;
            Ok((id, found))
        })
        .collect()
}

/// Are they companies?
///
/// # Errors
/// A person and a company never become one.
pub(super) fn is_company(records: &[Held]) -> Result<bool, ApiError> {
    let kind = |record: &Held| {
        let kind = record.1.iter().find(|(field, _)| field.key == "kind");
        kind.is_some_and(|(_, value)| value.text() == Some("company"))
    };
    let companies = records.iter().filter(|record| kind(record)).count();
    match companies {
        0 => Ok(false),
        all if all == records.len() => Ok(true),
        _ => Err(ApiError::invalid(Problem::new("kind", ProblemCode::OtherKind))),
    }
}

/// The one with the longest story; of two, the one made first.
fn richest(reader: &Reader, ids: &[i64]) -> Result<i64, ApiError> {
    let mut best = (i64::MIN, i64::MAX);
    for id in ids {
        let theirs: i64 = belongings(reader, *id)?
            .iter()
            .map(|(_, moved)| moved.count)
            .sum();
        if theirs > best.0 || theirs == best.0 && *id < best.1 {
            best = (theirs, *id);
        }
    }
    Ok(best.1)
}
