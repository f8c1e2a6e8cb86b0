//! Is a file of data whole? A stick pulled out, a disk that fails or another program may have spoilt it, and SQLite itself
//! only notices when it comes upon the place.

use super::{Store, derived, equip, migrations};
use crate::error::ApiError;
use rusqlite::backup::Backup;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

/// Bytes up to which every page is looked at when a file is opened; in a larger one, damage is met where it is.
const LOOKED_THROUGH: i64 = 64 * 1024 * 1024;

/// Refuses a file that is not whole, and leaves it, its log included, as it was found.
pub(super) fn refuse_damaged(conn: &Connection) -> Result<(), ApiError> {
    // A log that does not belong to the file must not be folded into it by closing it.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    let pages: i64 = conn.pragma_query_value(None, "page_count", |row| row.get(0))?;
    let size: i64 = conn.pragma_query_value(None, "page_size", |row| row.get(0))?;
    if pages.saturating_mul(size) <= LOOKED_THROUGH && first_fault(conn, "integrity_check")?.is_some() {
        return Err(ApiError::DataDamaged);
    }
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

/// What was found in a file of data that was looked through to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Soundness {
    /// Every page and every index is whole; otherwise what SQLite says of the first that is not.
    pub fault: Option<String>,
    /// Rows that name one that is not there.
    pub dangling: u32,
    /// What is derived and kept is what it would be made anew.
    pub derived: bool,
}

impl Soundness {
    /// Is nothing wrong?
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.fault.is_none() && self.dangling == 0 && self.derived
    }
}

/// Looks a file of data through, to the end, on a copy in memory: the file is not written.
///
/// # Errors
/// `NewerData`; `DataDamaged` when not even a copy of it can be read; `StorageUnwritable` when it cannot be opened.
pub fn examine_file(path: &str) -> Result<Soundness, ApiError> {
    let file = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    migrations::refuse_newer(&file)?;
    let mut conn = Connection::open_in_memory()?;
    equip(&conn)?;
    Backup::new(&file, &mut conn)?.run_to_completion(4096, std::time::Duration::ZERO, None)?;
    let fault = first_fault(&conn, "integrity_check")?;
    if fault.is_some() {
        return Ok(Soundness {
            fault,
            dangling: 0,
            derived: false,
        });
    }
    Ok(Soundness {
        fault,
        dangling: conn.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| {
            row.get(0)
        })?,
        derived: derived::is_as_made_anew(&conn)?,
    })
}

fn first_fault(conn: &Connection, check: &str) -> Result<Option<String>, ApiError> {
    let said: String = conn.query_row(&format!("PRAGMA {check}(1)"), [], |row| row.get(0))?;
    Ok((said != "ok").then_some(said))
}

impl Store {
    /// Writes the whole sandbox into a new file; what cannot be read is not copied.
    pub(crate) fn copy_to(&self, path: &str) -> Result<(), ApiError> {
        // The file without its log is then no older than the copy.
        self.conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        self.conn.execute("VACUUM INTO ?1", [path])?;
        Ok(())
    }
}
