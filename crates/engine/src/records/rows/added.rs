//! The values of added fields: written beside the record, gone with it.

use crate::change::Change;
use crate::error::ApiError;
use crate::fields::{Entity, Field, kept_text};
use crate::values::Value;

/// What goes with a record of the first, named in a column of the second: what the schema deletes by itself.
const GOES_WITH: [(Entity, Entity, &str); 5] = [
    (Entity::Customer, Entity::Contact, "customer_id"),
    (Entity::Customer, Entity::Note, "customer_id"),
    (Entity::Customer, Entity::Vehicle, "customer_id"),
    (Entity::Customer, Entity::Invoice, "customer_id"),
    (Entity::Customer, Entity::Activity, "customer_id"),
];

/// Keeps the values of the added fields among these; an empty one is kept as nothing at all.
pub(super) fn write(
    change: &Change,
    table: &str,
    id: i64,
    values: &[(&'static Field, Value)],
) -> Result<(), ApiError> {
    for (field, value) in values.iter().filter(|(field, _)| field.added.is_some()) {
        match kept_text(value) {
            None => change
                .conn()
                .prepare_cached("DELETE FROM custom_value WHERE entity = ?1 AND record_id = ?2 AND key = ?3")?
                .execute((table, id, field.key))?,
            Some(text) => change
                .conn()
                .prepare_cached(
                    "INSERT INTO custom_value (entity, record_id, key, value) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (entity, record_id, key) DO UPDATE SET value = excluded.value",
                )?
                .execute((table, id, field.key, text))?,
        };
    }
    Ok(())
}

/// Forgets the values of a record that is about to go, and of what goes with it.
pub(super) fn forget(change: &Change, entity: Entity, id: i64) -> Result<(), ApiError> {
    let conn = change.conn();
    let any: bool = conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM custom_value)")?
        .query_row([], |row| row.get(0))?;
    if !any {
        return Ok(());
    }
    for (_, child, column) in GOES_WITH.iter().filter(|(parent, _, _)| *parent == entity) {
        let table = child.table();
        conn.prepare_cached(&format!(
            "DELETE FROM custom_value WHERE entity = '{table}' AND record_id IN (SELECT id FROM {table} WHERE {column} = ?1)"
        ))?
        .execute([id])?;
    }
    conn.prepare_cached("DELETE FROM custom_value WHERE entity = ?1 AND record_id = ?2")?
        .execute((entity.table(), id))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{CATALOGUE, EXTENSIBLE};
    use crate::store::Store;

    /// What the schema deletes with a record is told here, as far as it can have added fields.
    #[test]
    fn what_goes_with_a_record_is_what_the_schema_deletes_with_it() {
        let store = Store::open_memory().unwrap();
        for child in CATALOGUE
            .iter()
            .filter(|known| EXTENSIBLE.contains(&known.entity))
        {
            let mut statement = store
                .conn()
                .prepare(
                    "SELECT \"table\", \"from\" FROM pragma_foreign_key_list(?1) WHERE on_delete = 'CASCADE'",
                )
                .unwrap();
            let parents = statement
                .query_map([child.table], |row| {
                    Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
                })
                .unwrap();
            for (parent, column) in parents.map(Result::unwrap) {
                let parent = Entity::of_table(&parent).unwrap();
                assert!(
                    GOES_WITH.contains(&(parent, child.entity, column.as_str())),
                    "{} goes with {parent:?}",
                    child.table
                );
                // One level is looked at: what goes with a child must go with the parent too.
                assert!(
                    !GOES_WITH.iter().any(|(_, other, _)| *other == parent),
                    "{parent:?}"
                );
            }
        }
    }
}
