//! The whole sandbox as one workbook, out and in.

#[cfg_attr(not(test), allow(dead_code))] // Declared ahead of the writer and the reader that will use it.
mod sheets;
mod view;

pub(crate) use view::{About, ExportAsked, Exported, Imported, Preview};

use crate::change::Nothing;
use crate::error::{ApiError, FileProblem};
use crate::reader::{Reader, Writer};
use crate::school::Record;
use crate::store::TechnicalRow;

/// A workbook that was read and has no problem.
pub(crate) struct Workbook {
    /// What it says of itself.
    pub(crate) about: About,
    /// Every record with its id, customers before what refers to them; events to come among them.
    pub(crate) records: Vec<Record>,
    /// Rows of the tables that no sheet shows.
    pub(crate) technical: Vec<TechnicalRow>,
    /// What was put right or left aside.
    pub(crate) warnings: Vec<FileProblem>,
}

/// Reads a workbook whole. Rows of sheets without references take the ids that `known` gives to the same rows.
///
/// # Errors
/// `BadWorkbook`, with every problem found.
pub(crate) fn read_workbook(_bytes: &[u8], _known: Option<&Reader>) -> Result<Workbook, ApiError> {
    Err(ApiError::NoFile)
}

/// Makes a workbook of the sandbox and leaves it beside the answer.
pub(crate) fn export(_reader: &Reader, _input: ExportAsked) -> Result<Exported, ApiError> {
    Err(ApiError::NoFile)
}

/// What importing the file that came with the command would do.
pub(crate) fn preview(_reader: &Reader, _input: Nothing) -> Result<Preview, ApiError> {
    Err(ApiError::NoFile)
}

/// Takes the file that came with the command in place of the data, all of it or nothing.
pub(crate) fn import(_writer: &mut Writer, _input: Nothing) -> Result<Imported, ApiError> {
    Err(ApiError::NoFile)
}
