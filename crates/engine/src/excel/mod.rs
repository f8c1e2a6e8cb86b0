//! The whole sandbox as one workbook. The sheets and their columns are declared; what writes and what reads them follow the
//! declaration.

#[cfg(test)]
mod agreed;
mod base;
mod book;
mod cells;
mod compare;
mod compare_added;
mod export;
mod import;
mod packed;
mod read;
mod readme;
mod rows;
mod sheets;
mod shell;
mod stream;
mod styles;
mod table;
mod view;
mod view_of_list;

pub use base::{BaseRecipe, write_base};
pub(crate) use export::export;
pub(crate) use import::{import, preview};
pub(crate) use packed::Packed;
pub(crate) use read::{LooseRow, loose_rows, read_workbook};
pub(crate) use sheets::is_header;
pub(crate) use table::{TableExport, export_table};
pub(crate) use view::{About, ExportAsked, Exported, Imported, Preview, WorkbookKind};
pub(crate) use view_of_list::{ListExport, export_list};

use crate::error::FileProblem;
use crate::store::TechnicalRow;

/// A workbook that was read and has no problem.
pub(crate) struct Workbook {
    /// What it says of itself.
    pub(crate) about: About,
    /// Every record with its id, customers before what refers to them; events to come among them.
    pub(crate) records: Vec<Packed>,
    /// Rows of the tables that no sheet shows, and the values of added fields.
    pub(crate) technical: Vec<TechnicalRow>,
    /// What was put right or left aside: the first of them.
    pub(crate) warnings: Vec<FileProblem>,
    pub(crate) warnings_total: usize,
}

impl Workbook {
    /// Days by which the session was ahead of the calendar when it was exported.
    pub(crate) fn days_ahead(&self) -> i64 {
        let of = |row: &TechnicalRow, key: &str| {
            let found = row.values.iter().find(|(known, _)| known == key);
            found.and_then(|(_, value)| value.text().map(str::to_owned))
        };
        self.technical
            .iter()
            .find(|row| row.table == "setting" && of(row, "key").as_deref() == Some("ahead"))
            .and_then(|row| of(row, "value"))
            .and_then(|days| days.parse().ok())
            .unwrap_or(0)
    }
}
