//! Migrations: each one adds. The format of the data is the number of those that ran.

use crate::error::ApiError;
use rusqlite::Connection;

const MIGRATIONS: [&str; 16] = [
    include_str!("migrations/0001_entities.sql"),
    include_str!("migrations/0002_changes.sql"),
    include_str!("migrations/0003_time.sql"),
    include_str!("migrations/0004_duplicates.sql"),
    include_str!("migrations/0005_added_fields.sql"),
    include_str!("migrations/0006_leads.sql"),
    include_str!("migrations/0007_cleaning.sql"),
    include_str!("migrations/0008_targeting.sql"),
    include_str!("migrations/0009_figures.sql"),
    include_str!("migrations/0010_messages.sql"),
    include_str!("migrations/0011_replies.sql"),
    include_str!("migrations/0012_figures_of_follow_ups.sql"),
    include_str!("migrations/0013_lists.sql"),
    include_str!("migrations/0014_answers.sql"),
    include_str!("migrations/0015_groups.sql"),
    include_str!("migrations/0016_sales_of_cars.sql"),
];

/// The newest format that this program knows.
pub const DATA_FORMAT: u32 = MIGRATIONS.len() as u32;

/// Refuses data that a newer program wrote, before anything is touched.
pub(super) fn refuse_newer(conn: &Connection) -> Result<(), ApiError> {
    let found = format(conn)?;
    if found > DATA_FORMAT {
        return Err(ApiError::NewerData {
            found,
            known: DATA_FORMAT,
        });
    }
    Ok(())
}

/// Brings the data up to date; true when there was none.
pub(super) fn run(conn: &Connection) -> Result<bool, ApiError> {
    let found = format(conn)?;
    for (number, migration) in (1_u32..).zip(MIGRATIONS).skip(found as usize) {
        let transaction = conn.unchecked_transaction()?;
        conn.execute_batch(migration)?;
        conn.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    Ok(found == 0)
}

fn format(conn: &Connection) -> Result<u32, ApiError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use crate::fields::{CATALOGUE, Kind};
    use crate::store::Store;
    use std::collections::BTreeMap;

    /// The photograph: migrations only add, so a released line of this file never changes.
    #[test]
    #[allow(clippy::disallowed_methods, reason = "the test writes the committed file")]
    fn the_schema_is_that_of_the_photograph() {
        let store = Store::open_memory().unwrap();
        let mut statement = store
            .conn()
            .prepare(r"SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search_%' AND name NOT LIKE 'derive%' AND name NOT LIKE '%\_facts%' ESCAPE '\' AND name NOT IN ('customer_reach', 'customer_days') ORDER BY type DESC, name")
            .unwrap();
        let taken: Vec<String> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let taken = taken.join(";\n") + ";\n";
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/store/photograph.sql");
        if std::env::var_os("UPDATE_PHOTOGRAPH").is_some() {
            std::fs::write(path, &taken).unwrap();
        }
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert_eq!(
            taken, kept,
            "run with UPDATE_PHOTOGRAPH=1 when a migration was added"
        );
    }

    /// Adding a field takes one declaration and one migration: neither goes without the other.
    #[test]
    fn every_stored_field_has_its_column_and_every_column_its_field() {
        let store = Store::open_memory().unwrap();
        for known in CATALOGUE {
            let columns: BTreeMap<String, String> = store
                .conn()
                .prepare(&format!(
                    "SELECT name, type FROM pragma_table_info('{}')",
                    known.table
                ))
                .unwrap()
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap()
                .map(Result::unwrap)
                .filter(|(name, _): &(String, String)| name != "id")
                .collect();
            let fields: BTreeMap<String, String> = known
                .stored()
                .map(|field| {
                    let number = matches!(
                        field.kind,
                        Kind::Integer | Kind::Money | Kind::Quantity | Kind::Flag | Kind::Reference(_)
                    );
                    (
                        field.key.to_owned(),
                        if number { "INTEGER" } else { "TEXT" }.to_owned(),
                    )
                })
                .collect();
            assert_eq!(columns, fields, "{}", known.table);
        }
    }
}
