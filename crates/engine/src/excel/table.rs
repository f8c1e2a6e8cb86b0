//! A table as it is seen on a screen, as a workbook of one sheet.

use super::stream::fault;
use super::styles::Styles;
use super::view::Exported;
use crate::error::ApiError;
use crate::files::FileMade;
use crate::reader::Reader;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use serde::{Deserialize, Serialize};

/// Characters of the name of a sheet that Excel allows.
const LONGEST_NAME: usize = 31;
const WIDTHS: [u32; 2] = [240, 110];

/// The table, with the words that the screen shows.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TableExport {
    title: String,
    columns: Vec<TableColumn>,
    /// As many cells as there are columns: texts, numbers, or nothing.
    rows: Vec<Vec<Option<TableCell>>>,
}

/// A header, and what stands under it.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TableColumn {
    label: String,
    kind: TableKind,
}

/// What a column holds: texts, numbers, euros, numbers of a hundred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum TableKind {
    Text,
    Number,
    Money,
    Percent,
}

/// One cell.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(untagged)]
pub(crate) enum TableCell {
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
}

/// Makes a workbook of a table and leaves it beside the answer.
pub(crate) fn export_table(reader: &Reader, input: TableExport) -> Result<Exported, ApiError> {
    let mut book = Workbook::new();
    write(book.add_worksheet(), &input).map_err(fault)?;
    let bytes = book.save_to_buffer().map_err(fault)?;
    let slug = crate::values::fold(&input.title).replace(' ', "-");
    let name = format!("{slug}-{}.xlsx", reader.today());
    let exported = Exported {
        name: name.clone(),
        bytes: bytes.len() as u64,
        rows: input.rows.len() as u64,
    };
    reader.files.leave(FileMade { name, bytes });
    Ok(exported)
}

fn write(page: &mut Worksheet, input: &TableExport) -> Result<(), XlsxError> {
    let styles = Styles::new();
    page.set_name(sheet_name(&input.title))?;
    for (place, column) in (0_u16..).zip(&input.columns) {
        page.write_string_with_format(0, place, &column.label, styles.header(false))?;
        page.set_column_format(place, &format_of(column.kind))?;
        page.set_column_width_pixels(place, WIDTHS[usize::from(column.kind != TableKind::Text)])?;
    }
    page.set_freeze_panes(1, 1)?;
    for (line, cells) in (1_u32..).zip(&input.rows) {
        for (place, (cell, column)) in (0_u16..).zip(cells.iter().zip(&input.columns)) {
            match cell {
                // Excel keeps a percentage as a part of one.
                Some(TableCell::Number(number)) if column.kind == TableKind::Percent => {
                    page.write_number(line, place, number / 100.0)?;
                }
                Some(TableCell::Number(number)) => {
                    page.write_number(line, place, *number)?;
                }
                Some(TableCell::Text(text)) => {
                    page.write_string(line, place, text)?;
                }
                None => {}
            }
        }
    }
    Ok(())
}

fn format_of(kind: TableKind) -> Format {
    Format::new().set_num_format(match kind {
        TableKind::Text => "@",
        TableKind::Number => "#,##0.##",
        TableKind::Money => "#,##0.00 €",
        TableKind::Percent => "0.0 %",
    })
}

/// A name that Excel takes.
fn sheet_name(title: &str) -> String {
    let name: String = title
        .chars()
        .map(|letter| if "[]:*?/\\".contains(letter) { ' ' } else { letter })
        .collect();
    let mut short = String::new();
    for letter in name.trim_matches(['\'', ' ']).chars() {
        let units: usize = short.chars().map(char::len_utf16).sum();
        if units + letter.len_utf16() > LONGEST_NAME {
            break;
        }
        short.push(letter);
    }
    if short.trim().is_empty() {
        "1".to_owned()
    } else {
        short.trim_end_matches(['\'', ' ']).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_title_names_a_sheet() {
        assert_eq!(sheet_name("CA VN/VO : 2026"), "CA VN VO   2026");
        assert_eq!(sheet_name("'?*'"), "1");
        assert_eq!(sheet_name(&"é".repeat(40)).chars().count(), 31);
        assert!(Worksheet::new().set_name(sheet_name("Ça 🚗 « va »")).is_ok());
    }
}
