//! The rows of a list as a workbook: the columns that are shown, in their order.

use super::cells::{Cell, cell_of};
use super::sheets::sheets;
use super::stream::fault;
use super::styles::Styles;
use super::view::Exported;
use crate::error::ApiError;
use crate::fields::{Field, Kind};
use crate::files::FileMade;
use crate::lists::{self, Chosen};
use crate::reader::Reader;
use crate::values::Value;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use serde::Deserialize;

/// Rows read at a time.
const PART: usize = 1_000;
/// Rows of a sheet of Excel under its header.
const MOST_ROWS: usize = 1_048_575;

/// Which rows of which list, with which columns.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ListExport {
    chosen: Chosen,
    /// Keys of fields.
    columns: Vec<String>,
}

/// Makes a workbook of the rows chosen, one sheet or more; records are named rather than referred to.
pub(crate) fn export_list(reader: &Reader, input: ListExport) -> Result<Exported, ApiError> {
    let known = lists::shown(reader, input.chosen.entity)?;
    let fields = lists::fields_of(known, &input.columns)?;
    let ids = input.chosen.ids(reader)?;
    let in_all = ids.len() as u64;
    let styles = Styles::new();
    let mut book = Workbook::new();
    let mut done = 0_u64;
    for (number, part) in sheets_of(&ids).enumerate() {
        let mut page = begin(&styles, known.plural, number, &fields, part.len()).map_err(fault)?;
        let mut row = 0_u32;
        for ids in part.chunks(PART) {
            let rows = lists::rows_of(reader, known, &fields, ids)?;
            for line in &rows.rows {
                row += 1;
                for (place, (field, value)) in (0_u16..).zip(fields.iter().zip(&line.values)) {
                    let name = value.text().and_then(|reference| rows.names.get(reference));
                    write(&mut page, (row, place), cell(field, value, name)).map_err(fault)?;
                }
            }
            done += ids.len() as u64;
            reader.files.progress(done, in_all);
        }
        book.push_worksheet(page);
    }
    let bytes = book.save_to_buffer().map_err(fault)?;
    let name = format!(
        "{}-{}.xlsx",
        crate::values::fold(known.plural).replace(' ', "-"),
        reader.today()
    );
    let exported = Exported {
        name: name.clone(),
        bytes: bytes.len() as u64,
        rows: done,
    };
    reader.files.leave(FileMade { name, bytes });
    Ok(exported)
}

/// What each sheet holds; one sheet at least.
fn sheets_of(ids: &[i64]) -> impl Iterator<Item = &[i64]> {
    let empty = ids.is_empty().then_some(ids);
    ids.chunks(MOST_ROWS).chain(empty)
}

fn begin(
    styles: &Styles,
    name: &str,
    number: usize,
    fields: &[&'static Field],
    rows: usize,
) -> Result<Worksheet, XlsxError> {
    let mut page = Worksheet::new();
    page.set_name(match number {
        0 => name.to_owned(),
        _ => format!("{name} {}", number + 1),
    })?;
    for (place, field) in (0_u16..).zip(fields) {
        page.write_string_with_format(0, place, field.label, styles.header(false))?;
        page.set_column_format(place, &styles.of(Some(field), false))?;
        page.set_column_width_pixels(place, u32::from(field.width.max(80)))?;
    }
    page.set_freeze_panes(1, 0)?;
    let last = u32::try_from(rows).unwrap_or(u32::MAX).clamp(1, 1_048_575);
    let right = u16::try_from(fields.len().saturating_sub(1)).unwrap_or(0);
    page.autofilter(0, 0, last, right)?;
    Ok(page)
}

fn cell<'a>(field: &Field, value: &'a Value, name: Option<&'a String>) -> Cell<'a> {
    let words = &sheets().words;
    match (field.kind, name) {
        (Kind::Reference(_), Some(name)) => Cell::Text(name.into()),
        _ => cell_of(field, value, (&words.yes, &words.no)),
    }
}

fn write(page: &mut Worksheet, (row, place): (u32, u16), cell: Cell) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Number(number) => {
            page.write_number(row, place, number)?;
        }
        Cell::Text(text) => {
            page.write_string(row, place, text)?;
        }
    }
    Ok(())
}
