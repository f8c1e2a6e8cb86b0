//! Where the data lives: opening, migrations, what is derived, loading many rows, snapshots.

mod derived;
mod failure;
mod functions;
mod indexes;
mod load;
mod migrations;
mod origins;
mod settings;
mod soundness;
mod touched;
mod values;

#[cfg(test)]
pub(crate) use derived::rebuild;
pub(crate) use derived::settle;
pub(crate) use functions::mark;
pub(crate) use load::{BaseParts, TECHNICAL, Take, TechnicalRow, load, with_base_beside};
pub use migrations::DATA_FORMAT;
pub(crate) use origins::{LEAD_TEXT, note_lead_origins};
pub(crate) use settings::setting;
pub use soundness::{Soundness, examine_file};
pub(crate) use touched::Touched;

use crate::error::ApiError;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, MAIN_DB, OpenFlags};
use std::cell::RefCell;

/// What SQLite may keep of a file in memory, in kilobytes, as the pragma wants it: a base of 520 takes seven megabytes; one of
/// a hundred thousand counts its customers without reading its file again.
const USUAL_CACHE: i64 = -128_000;
/// The same while a whole base is loaded: each index is made by reading its table again.
const LOADING_CACHE: i64 = -160_000;
/// Customers from which on the file has large pages: half the reads when figures go through all of it. A small one keeps those of
/// SQLite, which write less at each change.
const LARGE: u32 = 5_000;
/// Bytes.
const LARGE_PAGE: u32 = 8_192;

/// One sandbox's data, open.
pub(crate) struct Store {
    conn: Connection,
    /// Whose records were written since the checks last looked.
    touched: RefCell<Touched>,
}

impl Store {
    /// Opens the file, or makes it; true when it was made.
    pub(crate) fn open_file(path: &str) -> Result<(Self, bool), ApiError> {
        refuse_newer(path)?;
        let conn = connect(path)?;
        soundness::refuse_damaged(&conn)?;
        conn.pragma_update(None, "journal_mode", "WAL")?;
        conn.pragma_update(None, "synchronous", "FULL")?;
        conn.pragma_update(None, "cache_size", USUAL_CACHE)?;
        Self::prepare(conn)
    }

    /// Makes a file for so many customers, without a log, each page written once: worth nothing before it is whole, so nobody
    /// else may see it yet.
    pub(crate) fn make_file(path: &str, customers: u32) -> Result<Self, ApiError> {
        let conn = connect(path)?;
        if customers >= LARGE {
            conn.pragma_update(None, "page_size", LARGE_PAGE)?;
        }
        conn.pragma_update(None, "journal_mode", "OFF")?;
        conn.pragma_update(None, "synchronous", "OFF")?;
        Ok(Self::prepare(conn)?.0)
    }

    /// An empty sandbox in memory.
    pub(crate) fn open_memory() -> Result<Self, ApiError> {
        let conn = Connection::open_in_memory()?;
        equip(&conn)?;
        Ok(Self::prepare(conn)?.0)
    }

    /// The sandbox that a snapshot holds.
    pub(crate) fn from_snapshot(snapshot: &[u8]) -> Result<Self, ApiError> {
        let mut conn = Connection::open_in_memory()?;
        conn.deserialize_read_exact(MAIN_DB, snapshot, snapshot.len(), false)
            .map_err(|_| ApiError::DataDamaged)?;
        migrations::refuse_newer(&conn)?;
        equip(&conn)?;
        Ok(Self::prepare(conn)?.0)
    }

    fn prepare(conn: Connection) -> Result<(Self, bool), ApiError> {
        migrations::refuse_newer(&conn)?;
        conn.pragma_update(None, "foreign_keys", true)?;
        conn.pragma_update(None, "temp_store", "MEMORY")?;
        // A plan does not depend on what is bound: else a statement whose values differ may be planned anew each time it runs.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        conn.set_prepared_statement_cache_capacity(256);
        let fresh = migrations::run(&conn)?;
        derived::refresh(&conn)?;
        Ok((
            Self {
                conn,
                touched: RefCell::default(),
            },
            fresh,
        ))
    }

    /// The whole database, as bytes.
    pub(crate) fn snapshot(&mut self) -> Result<Vec<u8>, ApiError> {
        Ok(self.conn.serialize(MAIN_DB)?.to_vec())
    }

    /// Runs what only looks, at one state of the data. Should it write all the same, that is taken back and said: a transaction
    /// is dearer to open than `query_only`, but does not have every prepared statement compiled anew.
    pub(crate) fn reading<T>(&self, work: impl FnOnce() -> Result<T, ApiError>) -> Result<T, ApiError> {
        let before = self.conn.total_changes();
        let transaction = self.conn.unchecked_transaction()?;
        let result = work();
        if self.conn.total_changes() != before {
            return Err(ApiError::Internal {
                detail: "a reading wrote".to_owned(),
            });
        }
        transaction.commit()?;
        result
    }

    /// Ends a change: derives anew what is marked, remembers whose records were written.
    pub(crate) fn settle(&self) -> Result<(), ApiError> {
        derived::settle(&self.conn)?;
        self.settle_touched()?;
        Ok(())
    }

    /// For the rooms' `rows.rs` and `change` only.
    pub(crate) fn conn(&self) -> &Connection {
        &self.conn
    }
}

/// Exclusive: no shared-memory file beside the data, and no second program on it.
fn connect(path: &str) -> Result<Connection, ApiError> {
    let conn = Connection::open(path)?;
    conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    equip(&conn)?;
    Ok(conn)
}

/// What the schema itself calls for: our collation and our functions.
fn equip(conn: &Connection) -> Result<(), ApiError> {
    functions::register(conn)?;
    derived::register(conn)?;
    Ok(())
}

/// Looks at a file without leaving a trace in it.
fn refuse_newer(path: &str) -> Result<(), ApiError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    match Connection::open_with_flags(path, flags) {
        Ok(conn) => migrations::refuse_newer(&conn),
        // It is not there yet, or cannot be read: opening it for good says which.
        Err(_) => Ok(()),
    }
}
