//! What follows from the entities: kept sums and the search index. Built, filled, dropped; kept by triggers.

use rusqlite::{Connection, OptionalExtension, Result};

const TABLES: &str = include_str!("derived.sql");
const INDEXES: &str = include_str!("derived_indexes.sql");
const FILL: &str = include_str!("derived_fill.sql");

/// The tables whose rows count in a customer's sums or words, and the column that names the customer.
const SOURCES: [(&str, &str); 5] = [
    ("customer", "id"),
    ("contact", "customer_id"),
    ("vehicle", "customer_id"),
    ("invoice", "customer_id"),
    ("activity", "customer_id"),
];

/// Builds all that is derived when this program derives it otherwise than the data has it.
pub(super) fn refresh(conn: &Connection) -> Result<()> {
    if version_found(conn)?.as_deref() == Some(version().as_str()) {
        return Ok(());
    }
    rebuild(conn)
}

/// Drops all that is derived and makes it anew from the entities.
pub(super) fn rebuild(conn: &Connection) -> Result<()> {
    drop_all(conn)?;
    conn.execute_batch(TABLES)?;
    conn.execute_batch(FILL)?;
    conn.execute_batch(INDEXES)?;
    conn.execute_batch(&triggers())?;
    conn.execute(
        "INSERT OR REPLACE INTO derived_version (id, version) VALUES (1, ?1)",
        [version()],
    )?;
    Ok(())
}

/// Drops all that is derived: for a load of many rows, before `rebuild`.
pub(super) fn drop_all(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "CREATE TABLE IF NOT EXISTS derived_version (id INTEGER PRIMARY KEY, version TEXT NOT NULL) STRICT;
         DELETE FROM derived_version;",
    )?;
    for (table, _) in SOURCES {
        for event in ["insert", "update", "delete"] {
            conn.execute_batch(&format!("DROP TRIGGER IF EXISTS derive_{table}_{event};"))?;
        }
    }
    conn.execute_batch(
        "DROP VIEW IF EXISTS customer_facts_now; DROP VIEW IF EXISTS search_now;
         DROP TABLE IF EXISTS customer_facts; DROP TABLE IF EXISTS search; DROP TABLE IF EXISTS search_word;",
    )
}

fn version_found(conn: &Connection) -> Result<Option<String>> {
    let exists: bool = conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'derived_version')",
        [],
        |row| row.get(0),
    )?;
    if !exists {
        return Ok(None);
    }
    conn.query_row("SELECT version FROM derived_version", [], |row| row.get(0))
        .optional()
}

/// A fingerprint (FNV-1a) of everything this file makes.
fn version() -> String {
    let text = [TABLES, INDEXES, FILL, &triggers()].concat();
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

fn triggers() -> String {
    SOURCES
        .iter()
        .map(|(table, key)| triggers_of(table, key))
        .collect()
}

/// No `OR IGNORE` in here: the actions of foreign keys impose their own way of meeting a conflict on what they trigger.
fn triggers_of(table: &str, key: &str) -> String {
    let words = table != "activity";
    let after = |row: &str| {
        let customer = format!("{row}.{key}");
        let facts = format!(
            "DELETE FROM customer_facts WHERE id = {customer};
             INSERT INTO customer_facts SELECT * FROM customer_facts_now WHERE id = {customer};"
        );
        let search = format!(
            "DELETE FROM search WHERE rowid = {customer};
             INSERT INTO search (rowid, names, places, marks) SELECT id, names, places, marks FROM search_now WHERE id = {customer};
             INSERT INTO search_word (word) SELECT DISTINCT json_each.value FROM search_now, json_each(word_list(search_now.names || ' ' || search_now.places))
             WHERE search_now.id = {customer} AND json_each.value NOT IN (SELECT word FROM search_word);"
        );
        if words {
            format!("{facts}\n{search}")
        } else {
            facts
        }
    };
    let (new, old) = (after("NEW"), after("OLD"));
    format!(
        "CREATE TRIGGER derive_{table}_insert AFTER INSERT ON {table} BEGIN {new} END;
         CREATE TRIGGER derive_{table}_update AFTER UPDATE ON {table} BEGIN {old} {new} END;
         CREATE TRIGGER derive_{table}_delete AFTER DELETE ON {table} BEGIN {old} END;\n"
    )
}
