//! The whole sandbox as one workbook. The sheets and their columns are declared; what reads them is being built, and no
//! command offers it yet.

mod cells;
mod export;
mod readme;
mod rows;
#[allow(dead_code, reason = "declared ahead of the reader")]
mod sheets;
mod styles;
#[allow(dead_code, reason = "declared ahead of the reader")]
mod view;

pub(crate) use export::export;
pub(crate) use view::{About, ExportAsked, Exported};

use crate::error::{ApiError, FileProblem};
use crate::reader::Reader;
use crate::school::Record;
use crate::store::TechnicalRow;

/// A workbook that was read and has no problem.
#[allow(dead_code, reason = "waits for what reads workbooks")]
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
/// `Internal`: nothing reads workbooks yet.
pub(crate) fn read_workbook(_bytes: &[u8], _known: Option<&Reader>) -> Result<Workbook, ApiError> {
    Err(ApiError::Internal {
        detail: "workbooks cannot be read yet".to_owned(),
    })
}
