//! The added fields as they are kept, and the values that they hold.

use crate::change::Change;
use crate::error::ApiError;
use crate::fields::{Added, AddedKind, Entity, choices_in};
use crate::reader::Reader;
use rusqlite::{ToSql, params};

/// An added field that is kept.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) id: i64,
    pub(super) entity: Entity,
    pub(super) added: Added,
}

/// The entity and the key of an added field.
pub(super) type Which<'a> = (Entity, &'a str);

/// Every added field, in the order in which they were added.
pub(super) fn all(reader: &Reader) -> Result<Vec<Known>, ApiError> {
    let mut statement = reader.store.conn().prepare_cached(
        "SELECT id, coalesce(entity, ''), coalesce(key, ''), coalesce(label, ''), coalesce(kind, ''),
             coalesce(choices, ''), coalesce(heading, '') FROM custom_field ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (entity, kind): (String, String) = (row.get(1)?, row.get(4)?);
        if let (Some(entity), Some(kind)) = (Entity::of_table(&entity), AddedKind::of_code(&kind)) {
            let added = Added {
                key: row.get(2)?,
                label: row.get(3)?,
                kind,
                choices: choices_in(&row.get::<_, String>(5)?),
                heading: row.get(6)?,
            };
            found.push(Known {
                id: row.get(0)?,
                entity,
                added,
            });
        }
    }
    Ok(found)
}

/// How many records hold a value, or that choice.
pub(super) fn held(reader: &Reader, (entity, key): Which, choice: Option<&str>) -> Result<i64, ApiError> {
    Ok(reader
        .store
        .conn()
        .prepare_cached(
            "SELECT count(*) FROM custom_value WHERE entity = ?1 AND key = ?2 AND (?3 IS NULL OR value = ?3)",
        )?
        .query_row(params![entity.table(), key, choice], |row| row.get(0))?)
}

/// Forgets everything that a field holds; how many values that was.
pub(super) fn forget_values(change: &Change, (entity, key): Which) -> Result<i64, ApiError> {
    let gone = change
        .conn()
        .prepare_cached("DELETE FROM custom_value WHERE entity = ?1 AND key = ?2")?
        .execute((entity.table(), key))?;
    Ok(i64::try_from(gone).unwrap_or(i64::MAX))
}

/// Forgets some choices wherever they stand; how many values that was.
pub(super) fn forget_choices(
    change: &Change,
    (entity, key): Which,
    choices: &[String],
) -> Result<i64, ApiError> {
    let mut gone = 0;
    for choice in choices {
        gone += change
            .conn()
            .prepare_cached("DELETE FROM custom_value WHERE entity = ?1 AND key = ?2 AND value = ?3")?
            .execute((entity.table(), key, choice))?;
    }
    Ok(i64::try_from(gone).unwrap_or(i64::MAX))
}

/// Writes new names in the place of the former ones, all at once: two choices may change names with each other.
pub(super) fn rename_choices(
    change: &Change,
    (entity, key): Which,
    renamed: &[(String, String)],
) -> Result<(), ApiError> {
    let renamed: Vec<&(String, String)> = renamed.iter().filter(|(was, now)| was != now).collect();
    if renamed.is_empty() {
        return Ok(());
    }
    let table = entity.table();
    let mut parameters: Vec<&dyn ToSql> = vec![&table, &key];
    let mut cases = String::new();
    for (was, now) in renamed {
        let place = parameters.len() + 1;
        cases.push_str(&format!(" WHEN ?{place} THEN ?{}", place + 1));
        parameters.extend([was as &dyn ToSql, now as &dyn ToSql]);
    }
    change
        .conn()
        .prepare(&format!(
            "UPDATE custom_value SET value = CASE value{cases} ELSE value END WHERE entity = ?1 AND key = ?2"
        ))?
        .execute(&parameters[..])?;
    Ok(())
}
