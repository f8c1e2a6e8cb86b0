//! What is done to the tiles of a board: put there, edited, moved, copied, taken away. Each is one change.

use super::board::{BOARD, Chart, chart_code, check};
use super::boards::{insert, open_rows};
use super::question::Definition;
use super::rows::{Kept, all};
use crate::change::{ChangeDone, ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Entity, parse_any_reference};
use crate::reader::{Reader, Writer};
use crate::records::{Created, Values, rows, write_checked};
use serde::Deserialize;

/// Columns of a board.
const COLUMNS: i64 = 12;
/// Rows of the tallest tile.
const TALLEST: i64 = 100;
/// The lowest row of a board.
const LOWEST: i64 = 10_000;

/// A tile to put on a board, where there is room.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TileAdd {
    dashboard: String,
    title: String,
    chart: Chart,
    definition: Definition,
}

/// What a tile asks and how it shows it, anew.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TileEdit {
    #[serde(rename = "ref")]
    reference: String,
    title: String,
    chart: Chart,
    definition: Definition,
}

/// A tile and its new title: one that shows nothing can be renamed too.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TileRename {
    #[serde(rename = "ref")]
    reference: String,
    title: String,
}

/// Which tile.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TileNamed {
    #[serde(rename = "ref")]
    reference: String,
}

/// Where the tiles of a board go; those that are not named stay.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TilesPlace {
    dashboard: String,
    places: Vec<TilePlace>,
}

/// A tile and its place: column, row, width, height.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TilePlace {
    #[serde(rename = "ref")]
    reference: String,
    place: [i64; 4],
}

/// Puts a tile on a board, in the first room there is.
///
/// # Errors
/// `NotFound`, `DashboardLocked`, `Invalid` for a question that cannot be answered.
pub(crate) fn add(writer: &mut Writer, input: TileAdd) -> Result<Created, ApiError> {
    let kept = open_rows(writer, &input.dashboard)?;
    check(writer, &input.definition.question)?;
    let row = Kept {
        id: 0,
        board: input.dashboard,
        title: input.title,
        kind: chart_code(input.chart),
        definition: text_of(input.definition),
        place: room(&kept, size(input.chart)),
    };
    put(writer, ChangeName::TileAdd, &row)
}

/// Puts a copy of a tile beside it, or where there is room.
pub(crate) fn copy(writer: &mut Writer, input: TileNamed) -> Result<Created, ApiError> {
    let (mut row, kept) = found(writer, &input.reference)?;
    let [_, _, width, height] = row.place;
    row.place = room(&kept, [width, height]);
    put(writer, ChangeName::TileCopy, &row)
}

fn put(writer: &mut Writer, name: ChangeName, row: &Kept) -> Result<Created, ApiError> {
    let (id, done) = transact(writer, name, |reader, change| {
        let id = insert(reader, change, &row.board, row)?;
        Ok((id, subject(row)))
    })?;
    Ok(Created {
        reference: Entity::DashboardTile.reference(id),
        done,
    })
}

/// Changes what a tile asks or how it shows it.
pub(crate) fn edit(writer: &mut Writer, input: TileEdit) -> Result<ChangeDone, ApiError> {
    check(writer, &input.definition.question)?;
    let values = [
        ("tile", input.title.into()),
        ("kind", chart_code(input.chart).into()),
        ("definition", text_of(input.definition).into()),
    ];
    write(writer, &input.reference, values.into())
}

/// Gives a tile another title.
pub(crate) fn rename(writer: &mut Writer, input: TileRename) -> Result<ChangeDone, ApiError> {
    write(writer, &input.reference, vec![("tile", input.title.into())])
}

fn write(
    writer: &mut Writer,
    reference: &str,
    values: Vec<(&str, crate::values::Value)>,
) -> Result<ChangeDone, ApiError> {
    let (row, _) = found(writer, reference)?;
    let values: Values = values
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect();
    let ((), done) = transact(writer, ChangeName::TileEdit, |reader, change| {
        write_checked(reader, change, Entity::DashboardTile, row.id, &values)?;
        Ok(((), subject(&row)))
    })?;
    Ok(done)
}

/// Takes a tile away.
pub(crate) fn remove(writer: &mut Writer, input: TileNamed) -> Result<ChangeDone, ApiError> {
    let (row, _) = found(writer, &input.reference)?;
    let ((), done) = transact(writer, ChangeName::TileRemove, |_, change| {
        rows::delete(change, Entity::DashboardTile, row.id)?;
        Ok(((), subject(&row)))
    })?;
    Ok(done)
}

/// Moves and resizes tiles as one change: a drag pushes others away.
///
/// # Errors
/// `Invalid` when a place lies outside of the board, `NotFound` for a tile of another one.
pub(crate) fn place(writer: &mut Writer, input: TilesPlace) -> Result<ChangeDone, ApiError> {
    let kept = open_rows(writer, &input.dashboard)?;
    let mut moves = Vec::new();
    for TilePlace { reference, place } in &input.places {
        let row = among(&kept, reference)?;
        let [col, line, width, height] = *place;
        let across = (1..=COLUMNS).contains(&width) && (0..=COLUMNS - width).contains(&col);
        let down = (1..=TALLEST).contains(&height) && (0..=LOWEST).contains(&line);
        if !across || !down {
            return Err(ApiError::invalid(Problem::new("place", ProblemCode::OutOfRange)));
        }
        if row.place != *place {
            moves.push((row.clone(), *place));
        }
    }
    let subject = match moves.as_slice() {
        [(row, _)] => subject(row),
        _ => input.dashboard,
    };
    let ((), done) = transact(writer, ChangeName::TileMove, |reader, change| {
        for (row, [col, line, width, height]) in moves {
            let values: Values = [("col", col), ("row", line), ("width", width), ("height", height)]
                .into_iter()
                .map(|(key, number)| (key.to_owned(), number.into()))
                .collect();
            write_checked(reader, change, Entity::DashboardTile, row.id, &values)?;
        }
        Ok(((), subject))
    })?;
    Ok(done)
}

/// A tile and all the rows of its board, which is not locked.
fn found(reader: &Reader, reference: &str) -> Result<(Kept, Vec<Kept>), ApiError> {
    let Some(row) = all(reader)?.into_iter().find(|row| bears(row, reference)) else {
        return Err(ApiError::not_found(reference));
    };
    let kept = open_rows(reader, &row.board)?;
    Ok((among(&kept, reference)?.clone(), kept))
}

fn among<'a>(kept: &'a [Kept], reference: &str) -> Result<&'a Kept, ApiError> {
    kept.iter()
        .find(|row| row.kind != BOARD && bears(row, reference))
        .ok_or_else(|| ApiError::not_found(reference))
}

fn bears(row: &Kept, reference: &str) -> bool {
    parse_any_reference(reference).is_ok_and(|found| found == (Entity::DashboardTile, row.id))
}

fn subject(row: &Kept) -> String {
    format!("{} · {}", row.title, row.board)
}

fn text_of(definition: Definition) -> String {
    serde_json::to_string(&definition.dated()).unwrap_or_default()
}

/// Width and height with which a tile begins.
fn size(chart: Chart) -> [i64; 2] {
    match chart {
        Chart::Number => [3, 2],
        Chart::Gauge => [3, 3],
        Chart::Pie | Chart::Funnel => [4, 4],
        Chart::Bars | Chart::Stacked | Chart::Line | Chart::Table | Chart::Pivot => [6, 4],
    }
}

/// The first place, from the top left, where nothing else stands.
fn room(kept: &[Kept], [width, height]: [i64; 2]) -> [i64; 4] {
    let width = width.clamp(1, COLUMNS);
    let tiles: Vec<[i64; 4]> = kept
        .iter()
        .filter(|row| row.kind != BOARD)
        .map(|row| row.place)
        .collect();
    let bottom = tiles.iter().map(|[_, row, _, height]| row + height).max();
    let bottom = bottom.unwrap_or(0).clamp(0, LOWEST);
    (0..bottom)
        .flat_map(|row| (0..=COLUMNS - width).map(move |col| [col, row, width, height]))
        .find(|place| tiles.iter().all(|tile| !meet(place, tile)))
        .unwrap_or([0, bottom, width, height])
}

fn meet([col, row, width, height]: &[i64; 4], [left, top, wide, high]: &[i64; 4]) -> bool {
    *col < left + wide && *left < col + width && *row < top + high && *top < row + height
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tile(place: [i64; 4]) -> Kept {
        Kept {
            id: 1,
            board: String::new(),
            title: String::new(),
            kind: "bars".to_owned(),
            definition: String::new(),
            place,
        }
    }

    #[test]
    fn a_new_tile_takes_the_first_room() {
        assert_eq!(room(&[], [6, 4]), [0, 0, 6, 4]);
        assert_eq!(room(&[tile([0, 0, 6, 4])], [6, 4]), [6, 0, 6, 4]);
        assert_eq!(
            room(&[tile([0, 0, 8, 2]), tile([0, 2, 12, 3])], [6, 4]),
            [0, 5, 6, 4]
        );
        assert_eq!(room(&[tile([4, 0, 8, 3])], [40, 2]), [0, 3, 12, 2]);
    }
}
