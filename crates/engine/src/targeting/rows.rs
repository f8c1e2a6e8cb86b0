//! The SQL of counting and trying a condition.

use super::kinds::Class;
use super::names::Named;
use super::relations::Relation;
use super::sql::{Written, figure, write};
use super::tree::{TargetMeasure, TargetNode};
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::records::rows::source_of;
use crate::records::to_wire;
use crate::values::Value;
use rusqlite::{OptionalExtension, params_from_iter};

/// How many records fulfil a checked condition.
pub(super) fn count(reader: &Reader, entity: Entity, node: &TargetNode) -> Result<i64, ApiError> {
    let (from, condition, parameters) = written(reader, entity, node)?;
    let sql = format!("SELECT count(*), ?1 FROM {from} WHERE {condition}");
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    Ok(statement.query_row(params_from_iter(&parameters), |row| row.get(0))?)
}

/// Does a record fulfil a checked condition?
pub(super) fn holds(reader: &Reader, entity: Entity, node: &TargetNode, id: i64) -> Result<bool, ApiError> {
    let (from, condition, mut parameters) = written(reader, entity, node)?;
    parameters.push(Value::Int(id));
    let sql = format!(
        "SELECT {condition}, ?1 FROM {from} WHERE {}.id = ?{}",
        entity.table(),
        parameters.len()
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let found: Option<Option<bool>> = statement
        .query_row(params_from_iter(&parameters), |row| row.get(0))
        .optional()?;
    Ok(found.flatten().unwrap_or(false))
}

/// The value of a field of a record.
pub(super) fn value(reader: &Reader, entity: Entity, named: &Named, id: i64) -> Result<Value, ApiError> {
    let known = entity.fields();
    let sql = named.sql(known).replace(":today", "?1");
    let sql = format!(
        "SELECT {sql}, ?1 FROM {} WHERE {}.id = ?2",
        source_of(known),
        known.table
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let found: Option<Value> = statement
        .query_row((reader.today().to_string(), id), |row| row.get(0))
        .optional()?;
    Ok(to_wire(named.field, found.unwrap_or_default()))
}

/// How many related records of a record fulfil a checked condition; those of a single one, none or one.
pub(super) fn related(
    reader: &Reader,
    relation: &Relation,
    node: &TargetNode,
    id: i64,
) -> Result<i64, ApiError> {
    let count = (TargetMeasure::Count, None);
    Ok(measured(reader, relation, count, node, id)?.int().unwrap_or(0))
}

/// A figure of the related records of a record that fulfil a checked condition.
pub(super) fn measured(
    reader: &Reader,
    relation: &Relation,
    what: (TargetMeasure, Option<&str>),
    node: &TargetNode,
    id: i64,
) -> Result<Value, ApiError> {
    let mut parameters = vec![reader.today().to_string().into()];
    let written = write(reader, relation.to, node, &mut parameters)?;
    let (figure, class, facts) = figure(reader, relation.to, what, &mut parameters)?;
    let known = relation.to.fields();
    let from = if facts || written.facts {
        source_of(known)
    } else {
        known.table
    };
    parameters.push(Value::Int(id));
    let (own, key) = (parameters.len(), relation.field.key);
    let theirs = if relation.many {
        format!("{}.{key} = ?{own}", known.table)
    } else {
        format!(
            "{}.id = (SELECT {key} FROM {} WHERE id = ?{own})",
            known.table,
            relation.from.table()
        )
    };
    let sql = format!(
        "SELECT {figure}, ?1 FROM {from} WHERE {theirs} AND {}",
        written.sql
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let found: Value = statement.query_row(params_from_iter(&parameters), |row| row.get(0))?;
    Ok(match (class, found) {
        (Class::Reference(entity), Value::Int(id)) => entity.reference(id).into(),
        (_, found) => found,
    })
}

/// Does a frozen targeting hold anybody?
pub(super) fn has_members(reader: &Reader, targeting: i64) -> Result<bool, ApiError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM targeting_member WHERE targeting_id = ?1)";
    Ok(reader
        .store
        .conn()
        .prepare_cached(sql)?
        .query_row([targeting], |row| row.get(0))?)
}

fn written(
    reader: &Reader,
    entity: Entity,
    node: &TargetNode,
) -> Result<(&'static str, String, Vec<Value>), ApiError> {
    let mut parameters = vec![reader.today().to_string().into()];
    let Written { sql, facts, .. } = write(reader, entity, node, &mut parameters)?;
    let known = entity.fields();
    let from = if facts { source_of(known) } else { known.table };
    Ok((from, sql, parameters))
}
