//! Is what is kept what it would be made anew? Asked of a copy, which is changed by it.

use super::rebuild;
use rusqlite::{Connection, Result};

/// What is kept and the search index; the words ever met are no figure.
const KEPT: [&str; 5] = [
    "SELECT * FROM vehicle_facts ORDER BY vehicle_id",
    "SELECT * FROM customer_facts ORDER BY id",
    "SELECT * FROM customer_reach ORDER BY id",
    "SELECT * FROM customer_days ORDER BY id",
    "SELECT rowid, names, places, marks FROM search ORDER BY rowid",
];

pub(in crate::store) fn is_as_made_anew(conn: &Connection) -> Result<bool> {
    let kept = taken(conn)?;
    rebuild(conn)?;
    Ok(kept == taken(conn)?)
}

fn taken(conn: &Connection) -> Result<String> {
    let mut text = String::new();
    for sql in KEPT {
        let mut statement = conn.prepare(sql)?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                text.push_str(&format!("{:?}|", row.get_ref(column)?));
            }
            text.push('\n');
        }
    }
    Ok(text)
}
