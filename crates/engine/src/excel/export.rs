//! Making a workbook: a first sheet to read, a sheet for each entity, lists for the choices, what nobody reads at the end.

use super::book::Book;
use super::readme::Facts;
use super::rows;
use super::sheets::{Column, Sheet, sheets};
use super::view::{ExportAsked, Exported, WorkbookKind};
use crate::error::ApiError;
use crate::fields::Entity;
use crate::files::{FileMade, Spool};
use crate::reader::Reader;
use std::io::Cursor;

/// Rows between two words about how far it is.
const STEP: u64 = 2_000;

/// Makes a workbook of the sandbox and leaves it beside the answer.
pub(crate) fn export(reader: &Reader, input: ExportAsked) -> Result<Exported, ApiError> {
    let mut shown = Vec::new();
    let mut total = 0;
    for sheet in shown_sheets(input.anomalies) {
        total += rows::count(reader, sheet)?;
        shown.push(with_added(reader, sheet)?);
    }
    let mut spool = || Ok(Box::new(Cursor::new(Vec::new())) as Box<dyn Spool>);
    let mut book = Book::begin(Facts::of(reader, input.kind)?, shown, &mut spool)?;
    let mut done = 0_u64;
    for place in 0..book.shown().len() {
        let sheet = book.shown()[place].clone();
        rows::each(reader, &sheet, &mut |id, values| {
            done += 1;
            if done.is_multiple_of(STEP) {
                reader.files.progress(done, total);
            }
            book.row(place, id, values.iter())
        })?;
    }
    rows::each_technical(reader, input.kind, !input.anomalies, &mut |table, values| {
        book.technical(table, values)
    })?;
    let mut bytes = Vec::new();
    let rows = book.end(Cursor::new(&mut bytes))?;
    let day = reader.today();
    let name = match input.kind {
        WorkbookKind::Session => format!("simulateur-crm-{day}.xlsx"),
        WorkbookKind::Base => format!("base-ecole-{day}.xlsx"),
    };
    let weight = bytes.len() as u64;
    reader.files.leave(FileMade {
        name: name.clone(),
        bytes,
    });
    Ok(Exported {
        name,
        bytes: weight,
        rows,
    })
}

/// Every sheet, that of the anomalies when they may be shown.
pub(super) fn shown_sheets(anomalies: bool) -> impl Iterator<Item = &'static Sheet> {
    sheets()
        .all
        .iter()
        .filter(move |sheet| sheet.entity != Entity::Anomaly || anomalies)
}

/// A sheet and, at the right, the columns of the fields that somebody added to its entity.
fn with_added(reader: &Reader, sheet: &Sheet) -> Result<Sheet, ApiError> {
    let mut sheet = sheet.clone();
    let added = reader.fields(sheet.entity)?.added().map(Column::added);
    sheet.columns.extend(added);
    Ok(sheet)
}
