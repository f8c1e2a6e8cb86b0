//! Tiles as they are kept, one row each; a board's own row among them.

use crate::error::ApiError;
use crate::reader::Reader;
use rusqlite::Row;

/// One row of a board.
#[derive(Clone, Debug)]
pub(in crate::dashboards) struct Kept {
    pub(in crate::dashboards) id: i64,
    pub(in crate::dashboards) board: String,
    pub(in crate::dashboards) title: String,
    pub(in crate::dashboards) kind: String,
    pub(in crate::dashboards) definition: String,
    /// Column, row, width, height.
    pub(in crate::dashboards) place: [i64; 4],
}

const SELECT: &str =
    "SELECT id, coalesce(dashboard, ''), coalesce(tile, ''), coalesce(kind, ''), coalesce(definition, ''),
    coalesce(col, 0), coalesce(row, 0), coalesce(width, 4), coalesce(height, 3) FROM dashboard_tile";

/// Every row of every board, in the order in which they came.
pub(in crate::dashboards) fn all(reader: &Reader) -> Result<Vec<Kept>, ApiError> {
    read(reader, &format!("{SELECT} ORDER BY id"), &[])
}

/// The rows of one board, from top to bottom.
pub(in crate::dashboards) fn of_board(reader: &Reader, board: &str) -> Result<Vec<Kept>, ApiError> {
    let sql = format!("{SELECT} WHERE dashboard = ?1 ORDER BY row, col, id");
    read(reader, &sql, &[&board])
}

fn read(reader: &Reader, sql: &str, parameters: &[&dyn rusqlite::ToSql]) -> Result<Vec<Kept>, ApiError> {
    let mut statement = reader.store.conn().prepare_cached(sql)?;
    let rows = statement.query_map(parameters, kept)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn kept(row: &Row) -> rusqlite::Result<Kept> {
    Ok(Kept {
        id: row.get(0)?,
        board: row.get(1)?,
        title: row.get(2)?,
        kind: row.get(3)?,
        definition: row.get(4)?,
        place: [row.get(5)?, row.get(6)?, row.get(7)?, row.get(8)?],
    })
}
