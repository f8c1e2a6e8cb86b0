//! The rows of a workbook's sheets, read one by one: what SQLite holds, nothing kept in memory.

use super::sheets::{Part, Sheet, parent_of};
use super::view::WorkbookKind;
use crate::error::ApiError;
use crate::fields::{Applies, Entity};
use crate::reader::Reader;
use crate::records::rows::{source_of, sql_of};
use crate::store::TECHNICAL;
use crate::values::Value;
use rusqlite::types::ValueRef;
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;

/// Values as they are kept, by key.
pub(super) type Texts = BTreeMap<String, String>;

/// What goes with a base among the tables that no sheet shows.
const OF_A_BASE: [&str; 1] = ["sequence"];

/// Takes a row: the record's id and a value for each column.
pub(super) type TakeRow<'a> = &'a mut dyn FnMut(i64, &[Value]) -> Result<(), ApiError>;
/// Takes a row that no sheet shows: its table and its columns.
pub(super) type TakeTechnical<'a> = &'a mut dyn FnMut(&str, &Map<String, Json>) -> Result<(), ApiError>;

/// How many rows a sheet has.
pub(super) fn count(reader: &Reader, sheet: &Sheet) -> Result<u64, ApiError> {
    let sql = format!("SELECT count(*) FROM {}{}", sheet.entity.table(), face(sheet));
    Ok(reader
        .store
        .conn()
        .prepare_cached(&sql)?
        .query_row([], |row| row.get::<_, i64>(0))?
        .unsigned_abs())
}

/// Hands over the rows of a sheet in its order: the record's id, then a value for each column but references.
///
/// Records with a reference come by number, the others by the record they belong to and what tells them apart there.
pub(super) fn each(reader: &Reader, sheet: &Sheet, take: TakeRow) -> Result<(), ApiError> {
    let known = reader.fields(sheet.entity)?;
    let table = known.table;
    let columns: String = sheet
        .columns
        .iter()
        .map(|column| match &column.part {
            Part::Reference | Part::Number => format!(", {table}.id"),
            Part::Stored(field) | Part::Computed(field) | Part::Added(field) => {
                format!(", {}", sql_of(known, field))
            }
        })
        .collect();
    let sql = format!(
        "SELECT {table}.id{columns}, :today FROM {}{} ORDER BY {}",
        source_of(known),
        face(sheet),
        order(sheet)
    );
    let mut statement = reader.store.conn().prepare(&sql)?;
    let today = reader.today().to_string();
    let mut rows = statement.query(&[(":today", &today)])?;
    let mut values = vec![Value::Empty; sheet.columns.len()];
    while let Some(row) = rows.next()? {
        for (place, value) in values.iter_mut().enumerate() {
            *value = row.get(place + 1)?;
        }
        take(row.get(0)?, &values)?;
    }
    Ok(())
}

/// Hands over what is kept of an entity, by id: a value for each stored field, in the order of the catalogue.
pub(super) fn each_stored(reader: &Reader, entity: Entity, take: TakeRow) -> Result<(), ApiError> {
    let known = entity.fields();
    let columns: String = known.stored().map(|field| format!(", {}", field.key)).collect();
    let mut statement = reader
        .store
        .conn()
        .prepare(&format!("SELECT id{columns} FROM {} ORDER BY id", known.table))?;
    let mut rows = statement.query([])?;
    let mut values = vec![Value::Empty; known.stored().count()];
    while let Some(row) = rows.next()? {
        for (place, value) in values.iter_mut().enumerate() {
            *value = row.get(place + 1)?;
        }
        take(row.get(0)?, &values)?;
    }
    Ok(())
}

fn face(sheet: &Sheet) -> &'static str {
    match sheet.face {
        Applies::Both => "",
        Applies::Person => " WHERE customer.kind = 'person'",
        Applies::Company => " WHERE customer.kind = 'company'",
    }
}

fn order(sheet: &Sheet) -> String {
    let table = sheet.entity.table();
    let own = match sheet.entity {
        Entity::Consent => "channel, ",
        Entity::InvoiceLine => "line, ",
        Entity::Recipient => "customer_id, ",
        _ => "",
    };
    match parent_of(sheet.entity) {
        Some(parent) => format!("{table}.{parent}, {own}{table}.id"),
        None => format!("{table}.id"),
    }
}

/// Hands over the rows that no sheet shows: the name of their table and their columns. `anomalies`: their list is not shown.
/// With a base go its events and its numbers, not the session it was written from.
pub(super) fn each_technical(
    reader: &Reader,
    kind: WorkbookKind,
    anomalies: bool,
    take: TakeTechnical,
) -> Result<(), ApiError> {
    let hidden = anomalies.then_some(Entity::Anomaly.table());
    let travels = |table: &&str| kind == WorkbookKind::Session || OF_A_BASE.contains(table);
    // Values of added fields stand in the sheets, in columns of their own.
    let unseen = TECHNICAL.iter().copied().filter(|table| *table != "custom_value");
    for table in hidden
        .into_iter()
        .chain([Entity::PendingEvent.table()])
        .chain(unseen.filter(travels))
    {
        let mut statement = reader
            .store
            .conn()
            .prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2"))?;
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let mut values = Map::new();
            for (place, name) in names.iter().enumerate() {
                let value = match row.get_ref(place)? {
                    ValueRef::Integer(number) => Json::from(number),
                    ValueRef::Text(text) => Json::from(String::from_utf8_lossy(text)),
                    _ => Json::Null,
                };
                values.insert(name.clone(), value);
            }
            take(table, &values)?;
        }
    }
    Ok(())
}

/// The values of added fields: of which record of which table, under which key.
pub(super) fn added_values(reader: &Reader) -> Result<BTreeMap<(String, i64), Texts>, ApiError> {
    let mut statement = reader
        .store
        .conn()
        .prepare_cached("SELECT entity, record_id, key, coalesce(value, '') FROM custom_value")?;
    let mut rows = statement.query([])?;
    let mut found: BTreeMap<(String, i64), Texts> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let of_record = found.entry((row.get(0)?, row.get(1)?)).or_default();
        of_record.insert(row.get(2)?, row.get(3)?);
    }
    Ok(found)
}
