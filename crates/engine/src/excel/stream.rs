//! The rows of a sheet, written straight into its part of the file: the writer of workbooks makes a shell without rows
//! (headers, formats, lists, validations), and the rows go between what the shell has before them and after them.

use super::cells::Cell;
use crate::error::ApiError;
use crate::files::Spool;
use std::fmt::Write as _;
use std::io::Write as _;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Text is handed to the file in pieces of this size, in bytes.
const PIECE: usize = 64 * 1024;
/// Quick: spreadsheets compress well, and a classroom PC is slow.
const LEVEL: i64 = 2;

/// A sheet of the shell, cut where its rows go.
pub(super) struct Around {
    pub(super) before: String,
    pub(super) after: String,
    /// What stands around the content of a cell, by column.
    columns: Vec<Column>,
}

/// What stands around the content of the cells of a column: its letters first, then the number of the row.
struct Column {
    begin: String,
    number: String,
    text: String,
}

impl Around {
    /// Cuts a sheet whose second row is there for its styles; none for a sheet without one.
    pub(super) fn of(xml: &str) -> Option<Self> {
        let start = xml.find("<row r=\"2\"")?;
        let end = start + xml[start..].find("</row>")? + "</row>".len();
        let mut columns = Vec::new();
        for cell in xml[start..end].split("<c ").skip(1) {
            let letters = attribute(cell, "r")?.trim_end_matches('2');
            let style = attribute(cell, "s").map_or(String::new(), |style| format!(" s=\"{style}\""));
            columns.push(Column {
                begin: format!("<c r=\"{letters}"),
                number: format!("\"{style}><v>"),
                text: format!("\"{style} t=\"inlineStr\"><is><t"),
            });
        }
        // How far the sheet reaches is known at the end only, and nobody needs to be told before.
        let dimension = xml.find("<dimension ref=")?;
        let after_dimension = dimension + xml[dimension..].find("/>")? + 2;
        Some(Self {
            before: format!("{}{}", &xml[..dimension], &xml[after_dimension..start]),
            after: xml[end..].to_owned(),
            columns,
        })
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let from = tag.find(&format!("{name}=\""))? + name.len() + 2;
    tag[from..].split('"').next()
}

/// One page of the file being written, in a place of its own until the whole is put together.
pub(super) struct PageRows {
    out: ZipWriter<Box<dyn Spool>>,
    piece: String,
    /// Rows written, the headers among them.
    row: u32,
}

impl PageRows {
    /// Begins a page with what comes before its rows.
    pub(super) fn begin(spool: Box<dyn Spool>, around: &Around) -> Result<Self, ApiError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(LEVEL))
            .last_modified_time(zip::DateTime::default());
        let mut out = ZipWriter::new(spool);
        out.start_file("rows", options).map_err(fault)?;
        let mut piece = String::with_capacity(PIECE + PIECE / 4);
        piece.push_str(&around.before);
        Ok(Self { out, piece, row: 1 })
    }

    /// Rows written under the headers.
    pub(super) fn count(&self) -> u32 {
        self.row - 1
    }

    /// Writes the next row.
    pub(super) fn write(&mut self, around: &Around, cells: &[Cell]) -> Result<(), ApiError> {
        self.row += 1;
        let mut digits = [0; 10];
        let row = decimal(u64::from(self.row), &mut digits);
        let piece = &mut self.piece;
        piece.push_str("<row r=\"");
        piece.push_str(row);
        piece.push_str("\">");
        for (cell, column) in cells.iter().zip(&around.columns) {
            match cell {
                Cell::Empty => {}
                Cell::Number(number) => {
                    piece.push_str(&column.begin);
                    piece.push_str(row);
                    piece.push_str(&column.number);
                    push_number(*number, piece);
                    piece.push_str("</v></c>");
                }
                Cell::Text(text) => {
                    piece.push_str(&column.begin);
                    piece.push_str(row);
                    piece.push_str(&column.text);
                    let is_bare = text.trim().len() == text.len();
                    piece.push_str(if is_bare { ">" } else { " xml:space=\"preserve\">" });
                    escape(text, piece);
                    piece.push_str("</t></is></c>");
                }
            }
        }
        piece.push_str("</row>");
        if piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(())
    }

    /// Ends the page: a file of one part, ready to be copied.
    pub(super) fn end(mut self, after: &str) -> Result<ZipArchive<Box<dyn Spool>>, ApiError> {
        self.piece.push_str(after);
        self.flush()?;
        ZipArchive::new(self.out.finish().map_err(fault)?).map_err(fault)
    }

    fn flush(&mut self) -> Result<(), ApiError> {
        self.out.write_all(self.piece.as_bytes()).map_err(fault)?;
        self.piece.clear();
        Ok(())
    }
}

/// The digits of a number, written at the end of `digits`.
fn decimal(number: u64, digits: &mut [u8; 10]) -> &str {
    let (mut left, mut at) = (number, digits.len());
    while at > 0 {
        at -= 1;
        digits[at] = b'0' + (left % 10) as u8;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    std::str::from_utf8(&digits[at..]).unwrap_or_default()
}

/// Most numbers are whole: those are written without the care that others want.
fn push_number(number: f64, out: &mut String) {
    let is_whole = number.fract() == 0.0 && (0.0..1e9).contains(&number) && number.is_sign_positive();
    if is_whole {
        out.push_str(decimal(number as u64, &mut [0; 10]));
    } else {
        let _ = write!(out, "{number}");
    }
}

/// As XML and Excel want it: what XML cannot hold is written `_x0001_`, and a text that looks so is told from it.
fn escape(text: &str, out: &mut String) {
    let mut from = 0;
    // Everything that is written otherwise begins with one of these bytes; they are no part of another character.
    for (at, byte) in text.bytes().enumerate() {
        let letters = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'_' if looks_escaped(&text[at..]) => "_x005F_",
            b'\t' | b'\n' => continue,
            ..=0x1f => {
                out.push_str(&text[from..at]);
                let _ = write!(out, "_x{byte:04X}_");
                from = at + 1;
                continue;
            }
            0xef if text[at..].starts_with(['\u{fffe}', '\u{ffff}']) => {
                out.push_str(&text[from..at]);
                out.push_str(if text[at..].starts_with('\u{fffe}') {
                    "_xFFFE_"
                } else {
                    "_xFFFF_"
                });
                from = at + '\u{ffff}'.len_utf8();
                continue;
            }
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(letters);
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

fn looks_escaped(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7 && bytes[1] == b'x' && bytes[2..6].iter().all(u8::is_ascii_hexdigit) && bytes[6] == b'_'
}

/// What the file refuses is told as it tells it.
pub(super) fn fault(detail: impl ToString) -> ApiError {
    ApiError::Internal {
        detail: detail.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_written_as_xml_and_excel_want_them() {
        for (text, written) in [
            ("Durand & fils <SARL>", "Durand &amp; fils &lt;SARL&gt;"),
            ("a\tb\nc\u{1}d", "a\tb\nc_x0001_d"),
            ("_x0041_ _x00", "_x005F_x0041_ _x00"),
            ("é\u{ffff}\u{fffe}à ï", "é_xFFFF__xFFFE_à ï"),
            ("", ""),
        ] {
            let mut out = String::new();
            escape(text, &mut out);
            assert_eq!(out, written);
        }
    }

    #[test]
    fn numbers_are_written_whole_or_with_their_part() {
        for (number, written) in [
            (0.0, "0"),
            (46_349.0, "46349"),
            (999_999_999.0, "999999999"),
            (1e12, "1000000000000"),
            (-12.0, "-12"),
            (1_234.5, "1234.5"),
        ] {
            let mut out = String::new();
            push_number(number, &mut out);
            assert_eq!(out, written);
        }
    }
}
