//! Applying changesets.
//!
//! rusqlite's own `apply` repeats the cascades of foreign keys, whose rows the changeset already holds, and aborts:
//! `sqlite3changeset_apply_v2` with `FKNOACTION` does not.

use crate::error::ApiError;
use rusqlite::session::invert_strm;
use rusqlite::{Connection, ffi};
use std::os::raw::{c_int, c_void};

/// Applies a changeset; the caller has opened a transaction, and takes all of it back when this fails.
///
/// No savepoint of its own: under one, each statement that has triggers walked all that the savepoint had kept so far, and
/// taking back what went to 95,000 people never ended.
pub(super) fn apply(conn: &Connection, changeset: &[u8]) -> Result<(), ApiError> {
    let length = c_int::try_from(changeset.len()).map_err(|_| internal("changeset over 2 GiB"))?;
    // SAFETY: the handle is that of a live connection; SQLite reads `length` bytes of the changeset and does not write to
    // them, in spite of the pointer's type; no filter, no context, no rebase buffer is asked for.
    let code = unsafe {
        ffi::sqlite3changeset_apply_v2(
            conn.handle(),
            length,
            changeset.as_ptr().cast_mut().cast::<c_void>(),
            None,
            Some(refuse),
            std::ptr::null_mut(),
            std::ptr::null_mut(),
            std::ptr::null_mut(),
            (ffi::SQLITE_CHANGESETAPPLY_FKNOACTION | ffi::SQLITE_CHANGESETAPPLY_NOSAVEPOINT) as c_int,
        )
    };
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(internal(&format!("changeset refused with code {code}")))
    }
}

/// Applies what takes a changeset back.
pub(super) fn apply_inverse(conn: &Connection, changeset: &[u8]) -> Result<(), ApiError> {
    let mut inverse = Vec::with_capacity(changeset.len());
    invert_strm(&mut &changeset[..], &mut inverse)?;
    apply(conn, &inverse)
}

/// Every write is recorded and the undo list is a line, so a conflict means damage: refuse all of it.
unsafe extern "C" fn refuse(
    _context: *mut c_void,
    _conflict: c_int,
    _iterator: *mut ffi::sqlite3_changeset_iter,
) -> c_int {
    ffi::SQLITE_CHANGESET_ABORT as c_int
}

fn internal(detail: &str) -> ApiError {
    ApiError::Internal {
        detail: detail.to_owned(),
    }
}
