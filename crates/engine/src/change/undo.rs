//! Undo and redo, by data: the changeset inverted, or applied again.

use super::{ChangeDone, apply, journal, log};
use crate::error::ApiError;
use crate::reader::Writer;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// A command that needs no input.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Nothing {}

/// Down or up to and including a change.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct UpTo {
    seq: i64,
}

/// Takes the last change back.
pub(crate) fn undo(writer: &mut Writer, _input: Nothing) -> Result<ChangeDone, ApiError> {
    walk(writer, Way::Back, None)
}

/// Does again what was last taken back.
pub(crate) fn redo(writer: &mut Writer, _input: Nothing) -> Result<ChangeDone, ApiError> {
    walk(writer, Way::Forth, None)
}

/// Takes back every change down to one, itself included.
pub(crate) fn undo_to(writer: &mut Writer, input: UpTo) -> Result<ChangeDone, ApiError> {
    walk(writer, Way::Back, Some(input.seq))
}

/// Does again every change up to one, itself included.
pub(crate) fn redo_to(writer: &mut Writer, input: UpTo) -> Result<ChangeDone, ApiError> {
    walk(writer, Way::Forth, Some(input.seq))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Forth,
}

/// One step, or as many as it takes to pass `target`: all of them or none.
fn walk(writer: &mut Writer, way: Way, target: Option<i64>) -> Result<ChangeDone, ApiError> {
    let conn = writer.store.conn();
    let transaction = conn.unchecked_transaction()?;
    let (mut last, mut changed, mut entries) = (None, Vec::new(), Vec::new());
    while let Some(seq) = next(conn, way)? {
        let beyond = target.is_some_and(|target| match way {
            Way::Back => seq < target,
            Way::Forth => seq > target,
        });
        if beyond || (target.is_none() && last.is_some()) {
            break;
        }
        step(conn, way == Way::Back, seq)?;
        changed.extend(log::changed(conn, seq)?);
        entries.push(journal::stepped(way == Way::Back));
        last = Some(seq);
    }
    let seq = last.ok_or(match way {
        Way::Back => ApiError::NothingToUndo,
        Way::Forth => ApiError::NothingToRedo,
    })?;
    transaction.commit()?;
    let undo = log::undo_state(conn)?;
    let change = log::line_of(conn, seq)?;
    writer.journal.append(&mut entries);
    Ok(ChangeDone {
        change: Some(change),
        changed,
        undo,
    })
}

fn next(conn: &Connection, way: Way) -> Result<Option<i64>, ApiError> {
    let line = match way {
        Way::Back => log::last_done(conn)?,
        Way::Forth => log::first_undone(conn)?,
    };
    Ok(line.map(|line| line.seq))
}

/// One step of the walk; the caller has opened a transaction.
pub(super) fn step(conn: &Connection, back: bool, seq: i64) -> Result<(), ApiError> {
    let changeset = log::changeset(conn, seq)?;
    if back {
        apply::apply_inverse(conn, &changeset)?;
    } else {
        apply::apply(conn, &changeset)?;
    }
    log::mark_undone(conn, seq, back)
}
