//! What is done to a board as a whole: made, renamed, locked, put back, deleted.

use super::board::{BOARD, Board, rows_of};
use super::period::Scope;
use super::rows::{Kept, all};
use crate::change::{Change, ChangeDone, ChangeName, transact};
use crate::content::dashboards as content;
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::Entity;
use crate::reader::{Reader, Writer};
use crate::records::{Values, insert_checked, rows, write_checked};
use crate::values::fold;
use serde::Deserialize;

/// The form of what is said of a board as a whole.
const BOARD_VERSION: u32 = 1;

/// A board to make: empty, from a template, or like another one.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct BoardCreate {
    name: String,
    #[serde(default)]
    template: Option<String>,
    /// The name of the board to copy.
    #[serde(default)]
    like: Option<String>,
}

/// A board and its new name.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct BoardRename {
    name: String,
    to: String,
}

/// A board, whether it is locked, and what it looks at when it is opened.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct BoardLock {
    name: String,
    locked: bool,
    scope: Scope,
}

/// Which board.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct BoardNamed {
    name: String,
}

/// Makes a board.
///
/// # Errors
/// `Invalid` when the name is blank, too long or taken; `NotFound` for an unknown template or board.
pub(crate) fn create(writer: &mut Writer, input: BoardCreate) -> Result<ChangeDone, ApiError> {
    let name = free_name(writer, &input.name, None)?;
    let template = input.template.as_deref().map(template).transpose()?;
    let like = input
        .like
        .as_deref()
        .map(|like| rows_of(writer, like))
        .transpose()?;
    let ((), done) = transact(writer, ChangeName::DashboardCreate, |reader, change| {
        let mut board = like.as_deref().map(Board::among).unwrap_or_default();
        board.version = BOARD_VERSION;
        board.locked = false;
        if let Some(template) = template {
            board.template = Some(template.key.clone());
        }
        insert_board(reader, change, &name, &board)?;
        for row in like.iter().flatten().filter(|row| row.kind != BOARD) {
            insert(reader, change, &name, row)?;
        }
        if let Some(template) = template {
            fill(reader, change, &name, template)?;
        }
        Ok(((), name))
    })?;
    Ok(done)
}

/// Gives a board another name.
///
/// # Errors
/// As for making one.
pub(crate) fn rename(writer: &mut Writer, input: BoardRename) -> Result<ChangeDone, ApiError> {
    let kept = rows_of(writer, &input.name)?;
    let name = free_name(writer, &input.to, Some(&input.name))?;
    let ((), done) = transact(writer, ChangeName::DashboardRename, |reader, change| {
        for row in &kept {
            let mut values = Values::from([("dashboard".to_owned(), name.as_str().into())]);
            if row.kind == BOARD {
                values.insert("tile".to_owned(), name.as_str().into());
            }
            write_checked(reader, change, Entity::DashboardTile, row.id, &values)?;
        }
        Ok(((), name))
    })?;
    Ok(done)
}

/// Locks a board as it stands, or unlocks it; keeps what it looks at.
pub(crate) fn lock(writer: &mut Writer, input: BoardLock) -> Result<ChangeDone, ApiError> {
    let kept = rows_of(writer, &input.name)?;
    input.scope.days(writer.today())?;
    let name = if input.locked {
        ChangeName::DashboardLock
    } else {
        ChangeName::DashboardUnlock
    };
    let ((), done) = transact(writer, name, |reader, change| {
        let mut board = Board::among(&kept);
        board.version = BOARD_VERSION;
        board.locked = input.locked;
        board.scope = input.scope;
        match kept.iter().find(|row| row.kind == BOARD) {
            Some(row) => {
                let values = Values::from([("definition".to_owned(), text_of(&board).into())]);
                write_checked(reader, change, Entity::DashboardTile, row.id, &values)?;
            }
            None => insert_board(reader, change, &input.name, &board)?,
        }
        Ok(((), input.name))
    })?;
    Ok(done)
}

/// Puts a board back to the template it was made from.
///
/// # Errors
/// `NotFound` when it has none, `DashboardLocked`.
pub(crate) fn reset(writer: &mut Writer, input: BoardNamed) -> Result<ChangeDone, ApiError> {
    let kept = open_rows(writer, &input.name)?;
    let board = Board::among(&kept);
    let template = template(board.template.as_deref().unwrap_or_default())?;
    let ((), done) = transact(writer, ChangeName::DashboardReset, |reader, change| {
        for row in kept.iter().filter(|row| row.kind != BOARD) {
            rows::delete(change, Entity::DashboardTile, row.id)?;
        }
        fill(reader, change, &input.name, template)?;
        Ok(((), input.name))
    })?;
    Ok(done)
}

/// Deletes a board and its tiles.
///
/// # Errors
/// `NotFound`, `DashboardLocked`.
pub(crate) fn delete(writer: &mut Writer, input: BoardNamed) -> Result<ChangeDone, ApiError> {
    let kept = open_rows(writer, &input.name)?;
    let ((), done) = transact(writer, ChangeName::DashboardDelete, |_, change| {
        for row in &kept {
            rows::delete(change, Entity::DashboardTile, row.id)?;
        }
        Ok(((), input.name))
    })?;
    Ok(done)
}

/// The rows of a board that is not locked.
pub(super) fn open_rows(reader: &Reader, name: &str) -> Result<Vec<Kept>, ApiError> {
    let kept = rows_of(reader, name)?;
    if Board::among(&kept).locked {
        return Err(ApiError::DashboardLocked);
    }
    Ok(kept)
}

/// Adds a row like another one, on a board.
pub(super) fn insert(reader: &Reader, change: &Change, board: &str, row: &Kept) -> Result<i64, ApiError> {
    let [col, line, width, height] = row.place;
    let values: Values = [
        ("dashboard", board.into()),
        ("tile", row.title.as_str().into()),
        ("kind", row.kind.as_str().into()),
        ("definition", row.definition.as_str().into()),
        ("col", col.into()),
        ("row", line.into()),
        ("width", width.into()),
        ("height", height.into()),
    ]
    .into_iter()
    .map(|(key, value)| (key.to_owned(), value))
    .collect();
    insert_checked(reader, change, Entity::DashboardTile, &values)
}

fn insert_board(reader: &Reader, change: &Change, name: &str, board: &Board) -> Result<(), ApiError> {
    let row = Kept {
        id: 0,
        board: name.to_owned(),
        title: name.to_owned(),
        kind: BOARD.to_owned(),
        definition: text_of(board),
        place: [0, 0, 1, 1],
    };
    insert(reader, change, name, &row).map(drop)
}

fn fill(reader: &Reader, change: &Change, name: &str, template: &content::Board) -> Result<(), ApiError> {
    for placed in &template.tiles {
        if let Some(tile) = content::ready_tile(&placed.tile) {
            let row = Kept {
                id: 0,
                board: name.to_owned(),
                title: tile.title.clone(),
                kind: tile.chart.clone(),
                definition: tile.definition(),
                place: placed.place,
            };
            insert(reader, change, name, &row)?;
        }
    }
    Ok(())
}

fn template(key: &str) -> Result<&'static content::Board, ApiError> {
    content::board(key).ok_or_else(|| ApiError::not_found(key))
}

/// A name that no other board has, whatever the accents and capitals.
fn free_name(reader: &Reader, name: &str, but: Option<&str>) -> Result<String, ApiError> {
    let name = name.trim();
    let taken = all(reader)?
        .iter()
        .any(|row| Some(row.board.as_str()) != but && fold(&row.board) == fold(name));
    if taken {
        return Err(ApiError::invalid(Problem::new("name", ProblemCode::AlreadyUsed)));
    }
    if name.is_empty() {
        return Err(ApiError::invalid(Problem::new("name", ProblemCode::Required)));
    }
    if name.chars().count() > 120 {
        return Err(ApiError::invalid(
            Problem::new("name", ProblemCode::TooLong).between(None, Some("120".to_owned())),
        ));
    }
    Ok(name.to_owned())
}

fn text_of(board: &Board) -> String {
    serde_json::to_string(board).unwrap_or_default()
}
