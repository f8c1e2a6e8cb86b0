//! The rows of a list as they go to paper.

use super::{Chosen, ListPage, Rows, fields_of, rows_of, shown};
use crate::error::ApiError;
use crate::reader::Reader;
use serde::Deserialize;

/// The most rows on paper: some hundred pages, which a browser of an old PC still lays out in a few seconds. A longer list
/// is for a workbook.
const MOST_PRINTED: usize = 5_000;

/// Which rows of which list, with which columns.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ListPrint {
    chosen: Chosen,
    /// Keys of fields.
    columns: Vec<String>,
}

/// The first rows chosen, in the order of the list, and how many there are in all.
pub(crate) fn print(reader: &Reader, input: ListPrint) -> Result<ListPage, ApiError> {
    let known = shown(reader, input.chosen.entity)?;
    let columns = fields_of(known, &input.columns)?;
    let mut ids = input.chosen.ids_in_order(reader)?;
    let total = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    ids.truncate(MOST_PRINTED);
    let Rows { rows, names } = rows_of(reader, known, &columns, &ids)?;
    Ok(ListPage { total, rows, names })
}
