//! What follows from the entities: what is kept of each customer and car, and the search index. Triggers mark the records
//! of which something that counts was written; each change, undo and redo ends by settling those that are marked.

mod anew;
mod functions;
mod vehicles;
mod watch;

pub(super) use anew::is_as_made_anew;
pub(super) use functions::register;

use rusqlite::{Connection, OptionalExtension, Result};

const TABLES: &str = include_str!("tables.sql");
const REACH: &str = include_str!("reach.sql");
const CUSTOMERS: &str = include_str!("customers.sql");
const SEARCH: &str = include_str!("search.sql");
const INDEXES: &str = include_str!("indexes.sql");
/// What the search index may hold in memory before it writes a part of itself, in bytes: nearly all of it when it is made, so
/// that few parts are merged; FTS5's own figure after that.
const WHOLE_SEARCH: u32 = 64 << 20;
const USUAL_SEARCH: u32 = 1 << 20;
/// Customers derived at once when all are.
const AT_A_TIME: usize = 100_000;
/// Raised when the same data gives other figures: `reckoning`, rules of `content/`.
const RECKONING: &str = "1";

/// Builds all that is derived when this program derives it otherwise than the data has it.
pub(super) fn refresh(conn: &Connection) -> Result<()> {
    if version_found(conn)?.as_deref() == Some(version().as_str()) {
        return Ok(());
    }
    rebuild(conn)
}

/// Drops all that is derived and makes it anew from the entities.
pub(crate) fn rebuild(conn: &Connection) -> Result<()> {
    drop_all(conn)?;
    conn.execute_batch(TABLES)?;
    hold_search(conn, WHOLE_SEARCH)?;
    settle_all(conn)?;
    hold_search(conn, USUAL_SEARCH)?;
    conn.execute_batch(INDEXES)?;
    conn.execute_batch(&watch::triggers())?;
    conn.execute(
        "INSERT OR REPLACE INTO derived_version (id, version) VALUES (1, ?1)",
        [version()],
    )?;
    Ok(())
}

fn hold_search(conn: &Connection, bytes: u32) -> Result<()> {
    conn.execute(
        "INSERT INTO search (search, rank) VALUES ('hashsize', ?1)",
        [bytes],
    )?;
    Ok(())
}

/// Derives all there is, cars first, then so many customers at a time: what is gathered of them is held in memory.
fn settle_all(conn: &Connection) -> Result<()> {
    conn.execute_batch("INSERT INTO derive_due_vehicle SELECT id FROM vehicle;")?;
    vehicles::settle(conn)?;
    conn.execute_batch("DELETE FROM derive_due_vehicle;")?;
    let last: i64 = conn.query_row("SELECT coalesce(max(id), 0) FROM customer", [], |row| row.get(0))?;
    for before in (0..last).step_by(AT_A_TIME) {
        for what in ["customer", "search"] {
            conn.prepare_cached(&format!(
                "INSERT INTO derive_due_{what} SELECT id FROM customer WHERE id > ?1 AND id <= ?1 + {AT_A_TIME}"
            ))?
            .execute([before])?;
        }
        settle(conn)?;
    }
    Ok(())
}

/// Drops all that is derived: for a load of many rows, before `rebuild`.
pub(super) fn drop_all(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "CREATE TABLE IF NOT EXISTS derived_version (id INTEGER PRIMARY KEY, version TEXT NOT NULL) STRICT;
         DELETE FROM derived_version;",
    )?;
    let mut dropped = String::new();
    let mut statement = conn.prepare(
        "SELECT type, name FROM sqlite_schema WHERE (type = 'trigger' AND name LIKE 'derive%') OR name IN
         ('customer_facts_now', 'search_now', 'vehicle_facts', 'customer_facts', 'customer_reach', 'customer_days', 'search', 'search_word',
          'derive_due_vehicle', 'derive_due_customer', 'derive_due_search', 'derive_due_check', 'derive_mark_vehicle',
          'derive_mark_customer', 'derive_mark_search', 'derive_mark_check') ORDER BY type DESC",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (kind, name): (String, String) = (row.get(0)?, row.get(1)?);
        dropped.push_str(&format!("DROP {kind} IF EXISTS {name};\n"));
    }
    drop(rows);
    drop(statement);
    conn.execute_batch(&dropped)
}

/// Derives anew what is marked; nothing is marked after it.
pub(crate) fn settle(conn: &Connection) -> Result<()> {
    if is_due(conn, "vehicle")? {
        vehicles::settle(conn)?;
        vehicles::mark_customers(conn)?;
        run(conn, "DELETE FROM derive_due_vehicle")?;
    }
    if is_due(conn, "customer")? {
        run_all(conn, REACH)?;
        run_all(conn, CUSTOMERS)?;
        run(conn, "DELETE FROM derive_due_customer")?;
    }
    if is_due(conn, "search")? {
        run_all(conn, SEARCH)?;
        run(conn, "DELETE FROM derive_due_search")?;
    }
    Ok(())
}

/// Gathers the marks, each once; is there any?
fn is_due(conn: &Connection, what: &str) -> Result<bool> {
    run(
        conn,
        &format!(
            "INSERT OR IGNORE INTO derive_due_{what} SELECT id FROM derive_mark_{what} WHERE id IS NOT NULL"
        ),
    )?;
    run(conn, &format!("DELETE FROM derive_mark_{what}"))?;
    conn.prepare_cached(&format!("SELECT EXISTS (SELECT 1 FROM derive_due_{what})"))?
        .query_row([], |row| row.get(0))
}

/// Statements one after the other, each kept ready for the next time.
fn run_all(conn: &Connection, statements: &str) -> Result<()> {
    statements
        .split_inclusive(";\n")
        .filter(|statement| statement.trim_end().ends_with(';'))
        .try_for_each(|statement| run(conn, statement))
}

fn run(conn: &Connection, statement: &str) -> Result<()> {
    conn.prepare_cached(statement)?.execute([])?;
    Ok(())
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

/// A fingerprint (FNV-1a) of everything this room makes, and of the rules by which it reckons.
fn version() -> String {
    let rules = include_str!("../../../../../content/vehicles/upkeep.toml");
    let text = [
        TABLES,
        REACH,
        CUSTOMERS,
        SEARCH,
        INDEXES,
        RECKONING,
        rules,
        &watch::triggers(),
    ]
    .concat();
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
