//! What the number columns of a list come to: of all its rows, or of those chosen.

mod rows;

use super::{Chosen, Filter, field, narrowed, shown};
use crate::error::ApiError;
use crate::fields::Field;
use crate::reader::Reader;
use serde::{Deserialize, Serialize};

/// Which rows of which list; columns that hold no number are left out of the answer.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TotalsRead {
    chosen: Chosen,
    /// Keys of fields.
    columns: Vec<String>,
}

/// The totals, column by column in the order asked for.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ListTotals {
    /// Rows in all.
    rows: i64,
    columns: Vec<ColumnTotal>,
}

/// What a column comes to, in the unit of its field.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ColumnTotal {
    field: String,
    /// Rows where a number stands.
    filled: i64,
    /// None for what makes no sense added up: ages, mileages.
    sum: Option<i64>,
    /// Of the rows where a number stands; none when there is none.
    mean: Option<f64>,
}

/// The totals of a list.
pub(crate) fn totals(reader: &Reader, input: TotalsRead) -> Result<ListTotals, ApiError> {
    let known = shown(reader, input.chosen.entity)?;
    let mut columns: Vec<&'static Field> = Vec::new();
    for key in &input.columns {
        let found = field(known, key)?;
        if found.is_number() {
            columns.push(found);
        }
    }
    let filters: &[Filter] = if input.chosen.all {
        &input.chosen.filters
    } else {
        &[]
    };
    let quick = if input.chosen.all { &input.chosen.quick } else { "" };
    let target = input.chosen.target.as_ref().filter(|_| input.chosen.all);
    let query = rows::TotalsQuery {
        known,
        quick,
        filters: narrowed(reader, known, filters, target)?,
        named: input.chosen.named()?,
        all: input.chosen.all,
    };
    let (rows, found) = query.totals(reader, &columns)?;
    let columns = columns
        .iter()
        .zip(found)
        .map(|(field, (filled, sum))| ColumnTotal {
            field: field.key.to_owned(),
            filled,
            sum: field.adds_up().then_some(sum),
            mean: (filled > 0).then(|| sum as f64 / filled as f64),
        })
        .collect();
    Ok(ListTotals { rows, columns })
}
