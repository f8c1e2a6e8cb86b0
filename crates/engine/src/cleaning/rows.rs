//! What the checks need of the sandbox, row by row; findings a person asked to leave alone.

use crate::change::Change;
use crate::coherence::Ref;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::school::Record;
use crate::values::Value;
use rusqlite::{params, params_from_iter};
use std::collections::BTreeSet;

/// The columns that some check looks at.
const LOOKED_AT: [(Entity, &[&str]); 9] = [
    (
        Entity::Customer,
        &[
            "kind",
            "civility",
            "first_name",
            "last_name",
            "birth_date",
            "legal_name",
            "siren",
            "siret",
            "naf",
            "company_type",
            "street_number",
            "street",
            "address_extra",
            "postcode",
            "town",
            "phone",
            "mobile",
            "mail",
            "created_on",
            "record_state",
        ],
    ),
    (
        Entity::Contact,
        &[
            "customer_id",
            "civility",
            "first_name",
            "last_name",
            "mail",
            "mobile",
        ],
    ),
    (
        Entity::Consent,
        &[
            "customer_id",
            "channel",
            "state",
            "given_on",
            "origin",
            "withdrawn_on",
        ],
    ),
    (
        Entity::Vehicle,
        &[
            "customer_id",
            "plate",
            "vin",
            "first_registered_on",
            "mileage",
            "financed_on",
            "sold_on",
        ],
    ),
    (
        Entity::Invoice,
        &["kind", "issued_on", "customer_id", "vehicle_id", "mileage"],
    ),
    (
        Entity::Activity,
        &[
            "customer_id",
            "happened_at",
            "content",
            "result",
            "next_follow_up_on",
            "follow_up_done_on",
        ],
    ),
    (Entity::Note, &["customer_id", "comment"]),
    (
        Entity::Lead,
        &[
            "first_name",
            "last_name",
            "mail",
            "phone",
            "issued_at",
            "state",
            "customer_id",
        ],
    ),
    (Entity::AgendaEntry, &["customer_id", "starts_at", "ends_at"]),
];

/// Hands over every row, entity after entity, with the columns that the checks look at.
pub(super) fn each(reader: &Reader, take: &mut dyn FnMut(Record)) -> Result<(), ApiError> {
    for (entity, columns) in LOOKED_AT {
        hand_over(reader, (entity, columns), "TRUE", None, take)?;
    }
    Ok(())
}

/// The same, of some customers and of some rows that belong to none.
pub(super) fn of(
    reader: &Reader,
    units: &BTreeSet<Ref>,
    take: &mut dyn FnMut(Record),
) -> Result<(), ApiError> {
    for (entity, columns) in LOOKED_AT {
        let owner = entity.fields().owner.unwrap_or("id");
        for (kind, id) in units {
            if *kind == Entity::Customer {
                hand_over(
                    reader,
                    (entity, columns),
                    &format!("{owner} = ?1"),
                    Some(*id),
                    take,
                )?;
            } else if *kind == entity {
                hand_over(reader, (entity, columns), "id = ?1", Some(*id), take)?;
            }
        }
    }
    Ok(())
}

fn hand_over(
    reader: &Reader,
    (entity, columns): (Entity, &[&'static str]),
    which: &str,
    id: Option<i64>,
    take: &mut dyn FnMut(Record),
) -> Result<(), ApiError> {
    let sql = format!(
        "SELECT id, {} FROM {} WHERE {which}",
        columns.join(", "),
        entity.table()
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(id))?;
    while let Some(row) = rows.next()? {
        let mut values = Vec::with_capacity(columns.len());
        for (place, key) in columns.iter().enumerate() {
            values.push((*key, row.get::<_, Value>(place + 1)?));
        }
        take(Record {
            entity,
            id: row.get(0)?,
            values,
        });
    }
    Ok(())
}

/// A finding to be left alone, as long as the fields hold what they held.
pub(super) struct Ignored {
    pub(super) check: String,
    pub(super) entity: Entity,
    pub(super) id: i64,
    pub(super) value: String,
}

/// Every finding to be left alone.
pub(super) fn ignored(reader: &Reader) -> Result<Vec<Ignored>, ApiError> {
    let mut statement = reader
        .store
        .conn()
        .prepare_cached("SELECT check_key, entity, record_id, value FROM cleaning_ignored")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if let Some(entity) = Entity::of_table(&row.get::<_, String>(1)?) {
            found.push(Ignored {
                check: row.get(0)?,
                entity,
                id: row.get(2)?,
                value: row.get(3)?,
            });
        }
    }
    Ok(found)
}

/// Leaves a finding alone from now on.
pub(super) fn leave_alone(
    change: &Change,
    check: &str,
    record: Ref,
    value: &str,
    day: &str,
) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached(
            "INSERT INTO cleaning_ignored (id, check_key, entity, record_id, value, ignored_on)
             VALUES ((SELECT coalesce(max(id), 0) + 1 FROM cleaning_ignored), ?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (check_key, entity, record_id) DO UPDATE SET value = excluded.value, ignored_on = excluded.ignored_on",
        )?
        .execute(params![check, record.0.table(), record.1, value, day])?;
    Ok(())
}

/// Shows a finding again.
pub(super) fn show_again(change: &Change, check: &str, record: Ref) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached(
            "DELETE FROM cleaning_ignored WHERE check_key = ?1 AND entity = ?2 AND record_id = ?3",
        )?
        .execute(params![check, record.0.table(), record.1])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::LOOKED_AT;
    use crate::store::Store;

    /// What is looked at and not watched would be judged as it was before.
    #[test]
    fn every_table_that_is_looked_at_is_watched() {
        let store = Store::open_memory().unwrap();
        for (entity, _) in LOOKED_AT {
            for act in ["insert", "update", "delete"] {
                let name = format!("derive_check_{}_{act}", entity.table());
                let sql = "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name = ?1";
                let found: i64 = store.conn().query_row(sql, [&name], |row| row.get(0)).unwrap();
                assert_eq!(found, 1, "{name}");
            }
        }
    }
}
