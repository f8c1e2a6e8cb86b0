//! The rows of a sheet, one by one: nothing but the row in hand is kept.

use crate::error::FileProblemCode;
use calamine::{DataRef, Reader as _, Xlsx};
use std::io::Cursor;

/// An open workbook.
pub(super) type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Found {
    Text(String),
    Number(f64),
    Flag(bool),
    /// Days since the start of 1900, in Excel's count.
    Moment(f64),
    /// `#N/A`…
    Fault(String),
    /// A formula whose result was not kept.
    Formula,
}

/// Takes a row: its number from 1, then its cells by column from 0, blank ones left out.
pub(super) type TakeRow<'a> = &'a mut dyn FnMut(u32, &[(u32, Found)]);

/// Days between the two starts of Excel's count.
const DAYS_TO_1904: f64 = 1_462.0;

pub(super) fn open(bytes: &[u8]) -> Result<Book<'_>, FileProblemCode> {
    Xlsx::new(Cursor::new(bytes)).map_err(|_| FileProblemCode::Damaged)
}

/// Hands over the rows of a sheet that hold anything.
pub(super) fn each_row(book: &mut Book, sheet: &str, take: TakeRow) -> Result<(), FileProblemCode> {
    let moved = if book.has_1904_epoch() { DAYS_TO_1904 } else { 0.0 };
    let mut cells = book
        .worksheet_cells_reader(sheet)
        .map_err(|_| FileProblemCode::Damaged)?;
    let mut row: Vec<(u32, Found)> = Vec::new();
    let mut at = 0;
    while let Some(cell) = cells
        .next_cell_with_formula_metadata()
        .map_err(|_| FileProblemCode::Damaged)?
    {
        let Some(found) = found(&cell.value, cell.formula.is_some(), moved) else {
            continue;
        };
        if cell.pos.0 != at {
            hand_over(at, &mut row, take);
            at = cell.pos.0;
        }
        row.push((cell.pos.1, found));
    }
    hand_over(at, &mut row, take);
    Ok(())
}

fn hand_over(at: u32, row: &mut Vec<(u32, Found)>, take: TakeRow) {
    if !row.is_empty() {
        take(at.saturating_add(1), row);
        row.clear();
    }
}

fn found(value: &DataRef, is_formula: bool, moved: f64) -> Option<Found> {
    let text = |text: &str| (!text.trim().is_empty()).then(|| Found::Text(text.to_owned()));
    match value {
        DataRef::Int(number) => Some(Found::Number(*number as f64)),
        DataRef::Float(number) => Some(Found::Number(*number)),
        DataRef::String(found) => text(found),
        DataRef::SharedString(found) => text(found),
        DataRef::Bool(flag) => Some(Found::Flag(*flag)),
        DataRef::DateTime(at) => Some(Found::Moment(at.as_f64() + moved)),
        DataRef::DateTimeIso(found) | DataRef::DurationIso(found) => text(found),
        DataRef::Error(fault) => Some(Found::Fault(fault.to_string())),
        DataRef::Empty => is_formula.then_some(Found::Formula),
    }
}

/// `B12`: columns are counted from 0, rows from 1.
pub(super) fn cell_name(column: u32, row: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        left /= 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}

/// Is there a merge below the headers of this sheet? Its first cell.
pub(super) fn merged(book: &mut Book, sheet: &str) -> Option<String> {
    let merges = book.merge_cells_by_sheet_name(sheet).ok()?;
    let first = merges.first()?;
    Some(cell_name(first.start.1, first.start.0.saturating_add(1)))
}

/// The names of the sheets, in their order.
pub(super) fn names(book: &Book) -> Vec<String> {
    book.sheet_names()
}
