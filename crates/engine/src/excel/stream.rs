//! The rows of a workbook, written straight into its file: the writer of workbooks makes a shell without rows (headers,
//! formats, lists, validations), and each sheet's rows go in one by one. Memory holds the compressed file and one row.

use super::cells::Cell;
use crate::error::ApiError;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _, Write as _};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Text is handed to the file in pieces of this size, in bytes.
const PIECE: usize = 64 * 1024;
/// Quick: spreadsheets compress well, and a classroom PC is slow.
const LEVEL: i64 = 3;

/// The rows of one sheet, as they are written.
pub(super) struct SheetRows<'a> {
    out: &'a mut ZipWriter<Cursor<Vec<u8>>>,
    piece: String,
    row: u32,
    /// By column: its letters and the style of its cells.
    columns: Vec<(String, String)>,
}

impl SheetRows<'_> {
    /// Writes the next row.
    pub(super) fn write(&mut self, cells: &[Cell]) -> Result<(), ApiError> {
        self.row += 1;
        let row = self.row;
        let _ = write!(self.piece, "<row r=\"{row}\">");
        for (cell, (letters, style)) in cells.iter().zip(&self.columns) {
            let _ = match cell {
                Cell::Empty => Ok(()),
                Cell::Number(number) => {
                    write!(self.piece, "<c r=\"{letters}{row}\"{style}><v>{number}</v></c>")
                }
                Cell::Text(text) => {
                    let _ = write!(
                        self.piece,
                        "<c r=\"{letters}{row}\"{style} t=\"inlineStr\"><is><t{}>",
                        if text.trim() == text {
                            ""
                        } else {
                            " xml:space=\"preserve\""
                        }
                    );
                    escape(text, &mut self.piece);
                    write!(self.piece, "</t></is></c>")
                }
            };
        }
        self.piece.push_str("</row>");
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), ApiError> {
        self.out.write_all(self.piece.as_bytes()).map_err(fault)?;
        self.piece.clear();
        Ok(())
    }
}

/// Copies a shell; `fill` writes the rows of each sheet whose second row is there for its styles. It is handed the number
/// of the sheet, from 0.
pub(super) fn filled(
    shell: &[u8],
    rows_of: &[Option<u64>],
    mut fill: impl FnMut(usize, &mut SheetRows) -> Result<(), ApiError>,
) -> Result<Vec<u8>, ApiError> {
    let mut archive = ZipArchive::new(Cursor::new(shell)).map_err(broken)?;
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        .last_modified_time(zip::DateTime::default());
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).map_err(broken)?;
        let name = entry.name().map_err(broken)?.into_owned();
        let sheet = sheet_of(&name).filter(|sheet| rows_of.get(*sheet).copied().flatten().is_some());
        let Some(sheet) = sheet else {
            out.raw_copy_file(entry).map_err(broken)?;
            continue;
        };
        let count = rows_of.get(sheet).copied().flatten().unwrap_or_default();
        let mut xml = String::new();
        entry.read_to_string(&mut xml).map_err(fault)?;
        drop(entry);
        let parts = Parts::of(&xml, count).ok_or_else(|| fault("a sheet without rows"))?;
        out.start_file(name, options.large_file(count > 1_000_000))
            .map_err(broken)?;
        out.write_all(parts.before.as_bytes()).map_err(fault)?;
        let mut rows = SheetRows {
            out: &mut out,
            piece: String::with_capacity(PIECE * 2),
            row: 1,
            columns: parts.columns,
        };
        fill(sheet, &mut rows)?;
        rows.flush()?;
        out.write_all(parts.after.as_bytes()).map_err(fault)?;
    }
    Ok(out.finish().map_err(broken)?.into_inner())
}

/// `xl/worksheets/sheet3.xml` is the third sheet: 2.
fn sheet_of(name: &str) -> Option<usize> {
    let number = name.strip_prefix("xl/worksheets/sheet")?.strip_suffix(".xml")?;
    number.parse::<usize>().ok()?.checked_sub(1)
}

/// A sheet of the shell, cut where its rows go.
struct Parts {
    before: String,
    after: String,
    columns: Vec<(String, String)>,
}

impl Parts {
    fn of(xml: &str, count: u64) -> Option<Self> {
        let start = xml.find("<row r=\"2\"")?;
        let end = start + xml[start..].find("</row>")? + "</row>".len();
        let mut columns = Vec::new();
        for cell in xml[start..end].split("<c ").skip(1) {
            let name = attribute(cell, "r")?;
            let style = attribute(cell, "s").map_or(String::new(), |style| format!(" s=\"{style}\""));
            columns.push((name.trim_end_matches('2').to_owned(), style));
        }
        let last = format!(
            "<dimension ref=\"A1:{}{}\"/>",
            columns.last().map_or("A", |(letters, _)| letters),
            count + 1
        );
        let dimension = xml.find("<dimension ref=")?;
        let after_dimension = dimension + xml[dimension..].find("/>")? + 2;
        Some(Self {
            before: format!("{}{last}{}", &xml[..dimension], &xml[after_dimension..start]),
            after: xml[end..].to_owned(),
            columns,
        })
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let from = tag.find(&format!("{name}=\""))? + name.len() + 2;
    tag[from..].split('"').next()
}

/// As XML and Excel want it: what XML cannot hold is written `_x0001_`, and a text that looks so is told from it.
fn escape(text: &str, out: &mut String) {
    for (at, letter) in text.char_indices() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '_' if looks_escaped(&text[at..]) => out.push_str("_x005F_"),
            '\t' | '\n' => out.push(letter),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(out, "_x{:04X}_", letter as u32);
            }
            _ => out.push(letter),
        }
    }
}

fn looks_escaped(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7 && bytes[1] == b'x' && bytes[2..6].iter().all(u8::is_ascii_hexdigit) && bytes[6] == b'_'
}

fn broken(error: ZipError) -> ApiError {
    fault(error)
}

fn fault(detail: impl ToString) -> ApiError {
    ApiError::Internal {
        detail: detail.to_string(),
    }
}
