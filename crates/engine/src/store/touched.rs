//! Whose records were written since the checks last looked: kept in memory, from the marks that triggers leave, so that a page
//! of checks judges again what was touched and nothing else.

use super::Store;
use crate::error::ApiError;
use crate::fields::Entity;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// More than this, and everything is as soon judged anew.
const MOST: usize = 4_000;

/// Whose records were written: customers, and rows that belong to no customer.
#[derive(Debug)]
pub(crate) enum Touched {
    /// So many that they are not told, or a whole base.
    All,
    /// These.
    Some(BTreeSet<(Entity, i64)>),
}

impl Default for Touched {
    fn default() -> Self {
        Self::Some(BTreeSet::new())
    }
}

impl Touched {
    /// Adds the marks that stand in the database.
    fn add_marks(&mut self, conn: &Connection) -> rusqlite::Result<()> {
        let Self::Some(known) = self else { return Ok(()) };
        let mut statement = conn.prepare_cached("SELECT entity, id FROM derive_mark_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let table: String = row.get(0)?;
            if let Some(entity) = Entity::of_table(&table) {
                known.insert((entity, row.get(1)?));
            }
            if known.len() > MOST {
                *self = Self::All;
                return Ok(());
            }
        }
        Ok(())
    }
}

impl Store {
    /// Whose records were written since this was last asked; nobody's from then on.
    pub(crate) fn take_touched(&self) -> Result<Touched, ApiError> {
        let mut touched = self.touched.take();
        // What is not settled yet is marked still.
        touched.add_marks(self.conn())?;
        Ok(touched)
    }

    /// Remembers what is marked, and takes the marks away.
    pub(super) fn settle_touched(&self) -> rusqlite::Result<()> {
        let conn = self.conn();
        self.touched.borrow_mut().add_marks(conn)?;
        conn.prepare_cached("DELETE FROM derive_mark_check")?
            .execute([])?;
        Ok(())
    }

    /// A whole base took the place of what was there.
    pub(super) fn touch_all(&self) {
        self.touched.replace(Touched::All);
    }
}
