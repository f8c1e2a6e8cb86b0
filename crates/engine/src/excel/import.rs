//! Taking a workbook in: first what it would change, then all of it or nothing.

use super::Workbook;
use super::compare::{Changes, compare};
use super::read::read_workbook;
use super::view::{Imported, Preview, WorkbookKind};
use crate::bases;
use crate::change::Nothing;
use crate::error::ApiError;
use crate::reader::{Reader, Writer};

/// What importing the file that came with the command would do.
///
/// # Errors
/// `NoFile`; a workbook that cannot be taken is no error here, but an answer that says why.
pub(crate) fn preview(reader: &Reader, _input: Nothing) -> Result<Preview, ApiError> {
    let workbook = match read_workbook(&reader.files.given()?) {
        Ok(workbook) => workbook,
        Err(ApiError::BadWorkbook { problems, total }) => {
            return Ok(Preview {
                about: None,
                problems,
                problems_total: total,
                warnings: Vec::new(),
                warnings_total: 0,
                entities: Vec::new(),
                records: Vec::new(),
            });
        }
        Err(error) => return Err(error),
    };
    let about = workbook.about.clone();
    let (warnings, warnings_total) = (workbook.warnings.clone(), workbook.warnings_total);
    let Changes { entities, records } = changes(reader, &workbook)?;
    Ok(Preview {
        about: Some(about),
        problems: Vec::new(),
        problems_total: 0,
        warnings,
        warnings_total,
        entities,
        records,
    })
}

fn changes(reader: &Reader, workbook: &Workbook) -> Result<Changes, ApiError> {
    match workbook.about.kind {
        WorkbookKind::Session => compare(reader, &workbook.records, &workbook.technical, &|record| record),
        WorkbookKind::Base => {
            let day = bases::on_the_day(workbook, reader.calendar.date());
            compare(reader, &workbook.records, &day.technical, &|record| {
                day.carried(record)
            })
        }
    }
}

/// Takes the file that came with the command in place of the data, all of it or nothing.
///
/// # Errors
/// `NoFile`, `BadWorkbook`: nothing was changed.
pub(crate) fn import(writer: &mut Writer, _input: Nothing) -> Result<Imported, ApiError> {
    let bytes = writer.reader.files.given()?;
    let workbook = read_workbook(&bytes)?;
    let kind = workbook.about.kind;
    let told = changes(&writer.reader, &workbook)?;
    let done = match kind {
        WorkbookKind::Session => bases::resume(writer, workbook)?,
        WorkbookKind::Base => bases::install(writer, workbook, &bytes)?,
    };
    Ok(Imported {
        done,
        kind,
        records_created: told.total(|counts| counts.created),
        records_changed: told.total(|counts| counts.changed),
        records_deleted: told.total(|counts| counts.deleted),
    })
}
