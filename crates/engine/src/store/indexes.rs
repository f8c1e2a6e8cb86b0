//! The indexes of the recorded tables: set aside while a whole base is loaded. A row put into fifty indexes touches fifty
//! places of the file, most of them no longer in memory once the base is large; an index made of all its rows at once is
//! sorted, then written from end to end.

use crate::change::RECORDED;
use rusqlite::{Connection, Result};

/// Drops every index of the recorded tables; gives what makes them again.
pub(super) fn set_aside(conn: &Connection) -> Result<Vec<String>> {
    let mut statement =
        conn.prepare("SELECT tbl_name, name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name")?;
    let mut rows = statement.query([])?;
    let (mut drops, mut made) = (String::new(), Vec::new());
    while let Some(row) = rows.next()? {
        let (table, name): (String, String) = (row.get(0)?, row.get(1)?);
        if RECORDED.contains(&table.as_str()) {
            drops.push_str(&format!("DROP INDEX {name};\n"));
            made.push(row.get(2)?);
        }
    }
    drop(rows);
    drop(statement);
    conn.execute_batch(&drops)?;
    Ok(made)
}

/// Makes them again of all the rows there are.
pub(super) fn put_back(conn: &Connection, indexes: &[String]) -> Result<()> {
    indexes.iter().try_for_each(|index| conn.execute_batch(index))
}
