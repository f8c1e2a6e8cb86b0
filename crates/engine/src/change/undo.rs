//! Undo and redo, by data: the changeset inverted, or applied again.
//!
//! Days that passed are no act of a person: they are never undone alone. Whatever was undone or redone, they are taken off
//! before and pass again at the next call, on what is then there. A passing of time between two acts keeps its place between
//! them; one that came after an undo floats above the undone acts and is forgotten when it is taken off.

use super::{ChangeDone, ChangeName, apply, journal, log};
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
    let back = way == Way::Back;
    while let Some(seq) = next(conn, way)? {
        let beyond = target.is_some_and(|target| match way {
            Way::Back => seq < target,
            Way::Forth => seq > target,
        });
        if beyond || (target.is_none() && last.is_some()) {
            break;
        }
        take_time_off(conn, back, &mut entries)?;
        step(conn, back, seq)?;
        changed.extend(log::changed(conn, seq)?);
        entries.push(journal::stepped(back));
        if !back {
            redo_time(conn, &mut entries)?;
        }
        last = Some(seq);
    }
    let seq = last.ok_or(match way {
        Way::Back => ApiError::NothingToUndo,
        Way::Forth => ApiError::NothingToRedo,
    })?;
    writer.store.settle()?;
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
    let state = log::undo_state(conn)?;
    let line = match way {
        Way::Back => state.undo,
        Way::Forth => state.redo,
    };
    Ok(line.map(|line| line.seq))
}

/// Takes back the days that passed since the last act: all of them before an undo, before a redo only those that float.
fn take_time_off(conn: &Connection, back: bool, entries: &mut Vec<Vec<u8>>) -> Result<(), ApiError> {
    while let Some(line) = log::last_done(conn)?.filter(|line| line.name == ChangeName::TimePassed) {
        if log::is_afloat(conn, line.seq)? {
            lift(conn, line.seq)?;
            entries.push(journal::lifted());
        } else if back {
            step(conn, true, line.seq)?;
            entries.push(journal::stepped(true));
        } else {
            break;
        }
    }
    Ok(())
}

/// Days that passed right after an act come back with it.
fn redo_time(conn: &Connection, entries: &mut Vec<Vec<u8>>) -> Result<(), ApiError> {
    while let Some(line) = log::first_undone(conn)?.filter(|line| line.name == ChangeName::TimePassed) {
        step(conn, false, line.seq)?;
        entries.push(journal::stepped(false));
    }
    Ok(())
}

/// Takes back a passing of time that floats, and forgets it.
pub(super) fn lift(conn: &Connection, seq: i64) -> Result<(), ApiError> {
    step(conn, true, seq)?;
    log::forget(conn, seq)
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
