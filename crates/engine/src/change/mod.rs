//! A change is a transaction with a name and a changeset. Undo, redo, the history of a record and the durable journal of
//! the browser all come from it. Nothing else writes.

mod apply;
mod carried;
mod history;
mod journal;
mod log;
mod name;
mod undo;

pub(crate) use carried::carried;
pub(crate) use history::history;
pub(crate) use history::{HistoryRead, HistoryView};
pub(crate) use journal::{note_preference, replay};
pub(crate) use log::{ChangeLine, ChangeList, ChangeListRead, UndoState};
pub(crate) use log::{list, undo_state};
pub(crate) use name::ChangeName;
pub(crate) use undo::{Nothing, UpTo};
pub(crate) use undo::{redo, redo_to, undo, undo_to};

use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Writer;
use rusqlite::Connection;
use rusqlite::session::Session;
use serde::Serialize;

/// The tables whose rows are recorded. Parents first.
pub(crate) const RECORDED: [&str; 31] = [
    "customer",
    "contact",
    "consent",
    "note",
    "lead",
    "vehicle",
    "invoice",
    "invoice_line",
    "targeting",
    "targeting_member",
    "campaign",
    "activity",
    "recipient",
    "agenda_entry",
    "dashboard_tile",
    "custom_field",
    "pending_event",
    "anomaly",
    "custom_value",
    "sequence",
    "setting",
    "event_dropped",
    "lead_origin",
    "base_part",
    "duplicate_decision",
    "merged_customer",
    "cleaning_ignored",
    "inbox",
    "message_template",
    "recipient_case",
    "campaign_expected",
];

/// The table of the values of added fields: each row is a field of a record.
const ADDED_VALUES: &str = "custom_value";

/// The right to write: only `transact` gives one.
pub(crate) struct Change<'a> {
    conn: &'a Connection,
}

impl<'a> Change<'a> {
    /// A base that is being made is no change: nothing can be undone before it.
    pub(crate) fn making_a_base(conn: &'a Connection) -> Self {
        Self { conn }
    }

    /// For the rooms' `rows.rs` only.
    pub(crate) fn conn(&self) -> &Connection {
        self.conn
    }
}

/// A record that a change touched, by its reference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Changed {
    entity: Entity,
    #[serde(rename = "ref")]
    reference: String,
}

/// What every change answers: what was done, what it touched, what can be undone now.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ChangeDone {
    /// None when nothing is different.
    pub(crate) change: Option<ChangeLine>,
    pub(crate) changed: Vec<Changed>,
    pub(crate) undo: UndoState,
}

/// Runs `work` as one named change.
///
/// `work` gives its result and whom or what the change is about, as a person would name it.
///
/// # Errors
/// Those of `work`; data and undo list are then as they were.
pub(crate) fn transact<T>(
    writer: &mut Writer,
    name: ChangeName,
    work: impl FnOnce(&Writer, &Change) -> Result<(T, String), ApiError>,
) -> Result<(T, ChangeDone), ApiError> {
    let conn = writer.store.conn();
    let transaction = conn.unchecked_transaction()?;
    let mut session = Session::new(conn)?;
    for table in RECORDED {
        session.attach(Some(table))?;
    }
    let (result, subject) = work(writer, &Change { conn })?;
    let mut changeset = Vec::new();
    session.changeset_strm(&mut changeset)?;
    drop(session);
    writer.store.settle()?;
    if changeset.is_empty() {
        transaction.commit()?;
        let undo = undo_state(conn)?;
        return Ok((
            result,
            ChangeDone {
                change: None,
                changed: Vec::new(),
                undo,
            },
        ));
    }
    let line = log::append(conn, name, &subject, &writer.now_text(), &changeset)?;
    let changed = log::changed(conn, line.seq)?;
    transaction.commit()?;
    let undo = undo_state(conn)?;
    let entry = journal::done(&line, &changeset);
    writer.journal.push(entry);
    Ok((
        result,
        ChangeDone {
            change: Some(line),
            changed,
            undo,
        },
    ))
}
