//! The tables of all entities, read and written by the catalogue.

mod added;

use crate::change::Change;
use crate::error::ApiError;
use crate::fields::{Entity, EntityFields, Field};
use crate::reader::Reader;
use crate::values::Value;
use rusqlite::{OptionalExtension, Row, ToSql, named_params, params_from_iter};

/// A record's fields and values, in the order of the catalogue.
pub(crate) type Found = Vec<(&'static Field, Value)>;

/// The SQL of a field: its column, or what computes it.
pub(crate) fn sql_of(known: &EntityFields, field: &Field) -> String {
    field
        .computed
        .or(field.added)
        .map_or_else(|| format!("{}.{}", known.table, field.key), str::to_owned)
}

/// The entity's table, with what is kept of each record beside it. Inside a change, what is kept is what it was before, and
/// nothing for a new record: it is settled when the change ends.
pub(crate) fn source_of(known: &EntityFields) -> &'static str {
    match known.entity {
        Entity::Customer => "customer LEFT JOIN customer_facts AS facts ON facts.id = customer.id",
        Entity::Vehicle => "vehicle LEFT JOIN vehicle_facts AS facts ON facts.vehicle_id = vehicle.id",
        _ => known.table,
    }
}

/// The table of what is kept of each record, for the entities that have one: `facts` in the SQL of fields.
pub(crate) fn facts_of(entity: Entity) -> Option<&'static str> {
    match entity {
        Entity::Customer => Some("customer_facts"),
        Entity::Vehicle => Some("vehicle_facts"),
        _ => None,
    }
}

fn select(known: &EntityFields) -> String {
    let columns: Vec<String> = known.fields.iter().map(|field| sql_of(known, field)).collect();
    let today = if columns.iter().any(|column| column.contains(":today")) {
        ""
    } else {
        ", :today"
    };
    format!(
        "SELECT {}.id, {}{today} FROM {}",
        known.table,
        columns.join(", "),
        source_of(known)
    )
}

fn found(known: &'static EntityFields, row: &Row) -> rusqlite::Result<(i64, Found)> {
    let values = known
        .fields
        .iter()
        .enumerate()
        .map(|(place, field)| Ok((field, row.get(place + 1)?)))
        .collect::<rusqlite::Result<_>>()?;
    Ok((row.get(0)?, values))
}

/// One record, computed fields included.
pub(crate) fn read(reader: &Reader, entity: Entity, id: i64) -> Result<Option<Found>, ApiError> {
    let known = reader.fields(entity)?;
    let sql = format!("{} WHERE {}.id = :id", select(known), known.table);
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let found = statement
        .query_row(
            named_params! {":id": id, ":today": reader.today().to_string()},
            |row| found(known, row),
        )
        .optional()?;
    Ok(found.map(|(_, values)| values))
}

/// The records whose field `key` holds `id`, in an order of the caller's (columns only, never a person's text).
pub(crate) fn read_where(
    reader: &Reader,
    entity: Entity,
    key: &'static str,
    id: i64,
    order: &'static str,
) -> Result<Vec<(i64, Found)>, ApiError> {
    read_when(
        reader,
        entity,
        &format!("{}.{key} = :id", entity.table()),
        id,
        order,
    )
}

/// The records for which a condition on `:id` holds, in an order; both of the caller's, never a person's text.
pub(crate) fn read_when(
    reader: &Reader,
    entity: Entity,
    condition: &str,
    id: i64,
    order: &'static str,
) -> Result<Vec<(i64, Found)>, ApiError> {
    let known = reader.fields(entity)?;
    let sql = format!("{} WHERE {condition} ORDER BY {order}", select(known));
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let rows = statement.query_map(
        named_params! {":id": id, ":today": reader.today().to_string()},
        |row| found(known, row),
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Is there such a record?
pub(crate) fn exists(reader: &Reader, entity: Entity, id: i64) -> Result<bool, ApiError> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE id = ?1)", entity.table());
    Ok(reader
        .store
        .conn()
        .prepare_cached(&sql)?
        .query_row([id], |row| row.get(0))?)
}

/// The customer that stands for this one now: itself, or the one it was merged into.
pub(crate) fn survivor(reader: &Reader, id: i64) -> Result<i64, ApiError> {
    let mut now = id;
    // A merged record may be merged in its turn; a damaged workbook may make a ring of it.
    for _ in 0..64 {
        let next = reader
            .store
            .conn()
            .prepare_cached("SELECT into_id FROM merged_customer WHERE id = ?1")?
            .query_row([now], |row| row.get(0))
            .optional()?;
        match next {
            Some(next) => now = next,
            None => return Ok(now),
        }
    }
    Ok(now)
}

/// How many records there are.
pub(crate) fn count(reader: &Reader, entity: Entity) -> Result<i64, ApiError> {
    let sql = format!("SELECT count(*) FROM {}", entity.table());
    Ok(reader
        .store
        .conn()
        .prepare_cached(&sql)?
        .query_row([], |row| row.get(0))?)
}

/// Another record that already holds this value in a field that tells records apart.
pub(crate) fn holder(
    reader: &Reader,
    entity: Entity,
    key: &'static str,
    value: &Value,
    but: i64,
) -> Result<Option<i64>, ApiError> {
    let sql = format!(
        "SELECT id FROM {} WHERE {key} = ?1 AND id <> ?2 LIMIT 1",
        entity.table()
    );
    Ok(reader
        .store
        .conn()
        .prepare_cached(&sql)?
        .query_row((value, but), |row| row.get(0))
        .optional()?)
}

/// Adds a record and gives its id: the next one never given.
pub(crate) fn insert(
    change: &Change,
    entity: Entity,
    values: &[(&'static Field, Value)],
) -> Result<i64, ApiError> {
    let table = entity.table();
    let id: i64 = change
        .conn()
        .prepare_cached(
            "INSERT INTO sequence (entity, last) VALUES (?1, 1)
             ON CONFLICT (entity) DO UPDATE SET last = last + 1 RETURNING last",
        )?
        .query_row([table], |row| row.get(0))?;
    let own: Vec<&(&'static Field, Value)> =
        values.iter().filter(|(field, _)| field.added.is_none()).collect();
    let columns: String = own.iter().map(|(field, _)| format!(", {}", field.key)).collect();
    let places = ", ?".repeat(own.len());
    let id_value = Value::Int(id);
    change
        .conn()
        .prepare_cached(&format!("INSERT INTO {table} (id{columns}) VALUES (?{places})"))?
        .execute(params_from_iter(
            std::iter::once(&id_value).chain(own.iter().map(|(_, value)| value)),
        ))?;
    added::write(change, table, id, values)?;
    Ok(id)
}

/// Writes some fields of a record.
pub(crate) fn update(
    change: &Change,
    entity: Entity,
    id: i64,
    values: &[(&'static Field, Value)],
) -> Result<(), ApiError> {
    added::write(change, entity.table(), id, values)?;
    let own: Vec<&(&'static Field, Value)> =
        values.iter().filter(|(field, _)| field.added.is_none()).collect();
    if own.is_empty() {
        return Ok(());
    }
    let sets: Vec<String> = own
        .iter()
        .map(|(field, _)| format!("{} = ?", field.key))
        .collect();
    let id_value = Value::Int(id);
    let parameters: Vec<&dyn ToSql> = own
        .iter()
        .map(|(_, value)| value as &dyn ToSql)
        .chain(std::iter::once(&id_value as &dyn ToSql))
        .collect();
    change
        .conn()
        .prepare_cached(&format!(
            "UPDATE {} SET {} WHERE id = ?",
            entity.table(),
            sets.join(", ")
        ))?
        .execute(&parameters[..])?;
    Ok(())
}

/// Deletes a record and what belongs to it.
pub(crate) fn delete(change: &Change, entity: Entity, id: i64) -> Result<(), ApiError> {
    added::forget(change, entity, id)?;
    change
        .conn()
        .prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", entity.table()))?
        .execute([id])?;
    Ok(())
}

/// Is it the invoice of a used car sold with VAT on the margin, which shows none?
pub(crate) fn is_on_margin(reader: &Reader, invoice: i64) -> Result<bool, ApiError> {
    let sql =
        "SELECT kind = 'used_vehicle' AND vat_amount = 0 AND net_amount <> 0 FROM invoice WHERE id = ?1";
    Ok(reader
        .store
        .conn()
        .prepare_cached(sql)?
        .query_row([invoice], |row| row.get::<_, Option<bool>>(0))?
        .unwrap_or(false))
}

/// Sum of an invoice's lines, in cents, and how many there are.
pub(crate) fn sum_of_lines(reader: &Reader, invoice: i64) -> Result<(i64, i64), ApiError> {
    let sql = "SELECT coalesce(sum(net_amount), 0), count(*) FROM invoice_line WHERE invoice_id = ?1";
    Ok(reader
        .store
        .conn()
        .prepare_cached(sql)?
        .query_row([invoice], |row| Ok((row.get(0)?, row.get(1)?)))?)
}
