//! Writing a workbook whole: rows of any sheet as they come, in any order between sheets; a sheet that Excel cannot hold
//! goes on in another one. Memory holds a piece of each page; the pages lie in spools until the end.

use super::cells::{Cell, cell_of};
use super::readme::Facts;
use super::sheets::{Part, Sheet, sheets};
use super::shell::{MOST_ROWS, Page, shell};
use super::stream::{Around, PageRows, fault};
use crate::error::ApiError;
use crate::fields::Entity;
use crate::files::{MakeSpool, Spool};
use crate::values::Value;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value as Json};
use std::borrow::Cow;
use std::io::{Cursor, Read as _, Seek, Write};
use zip::{ZipArchive, ZipWriter};

/// Characters that a cell may hold; kept below what Excel allows.
const LONGEST_CELL: usize = 32_000;

/// A workbook being written.
pub(super) struct Book<'a> {
    facts: Facts,
    shown: Vec<Sheet>,
    /// What stands around the rows of each sheet, and of the technical one after them.
    around: Vec<Around>,
    /// The pages of each, begun.
    pages: Vec<Vec<PageRows>>,
    spool: MakeSpool<'a>,
    most: u32,
}

impl<'a> Book<'a> {
    /// Begins a workbook of some sheets. `spool` gives a place for each page.
    pub(super) fn begin(facts: Facts, shown: Vec<Sheet>, spool: MakeSpool<'a>) -> Result<Self, ApiError> {
        let blank = shell(&facts, &shown, &vec![vec![0]; shown.len() + 1])?;
        let mut around = Vec::with_capacity(shown.len() + 1);
        let mut archive = ZipArchive::new(Cursor::new(blank.bytes)).map_err(fault)?;
        for (place, page) in blank.pages.iter().enumerate() {
            if let Page::Rows { .. } = page {
                let mut xml = String::new();
                let mut part = archive.by_name(&part_of(place)).map_err(fault)?;
                part.read_to_string(&mut xml).map_err(fault)?;
                around.push(Around::of(&xml).ok_or_else(|| fault("a sheet without rows"))?);
            }
        }
        Ok(Self {
            pages: around.iter().map(|_| Vec::new()).collect(),
            facts,
            shown,
            around,
            spool,
            most: MOST_ROWS - 1,
        })
    }

    /// The sheets, in their order.
    pub(super) fn shown(&self) -> &[Sheet] {
        &self.shown
    }

    /// Writes the next row of a sheet, by its place: the record's id, a value for each column.
    pub(super) fn row<'v>(
        &mut self,
        sheet: usize,
        id: i64,
        values: impl Iterator<Item = &'v Value>,
    ) -> Result<(), ApiError> {
        let words = &sheets().words;
        let yes_no = (words.yes.as_str(), words.no.as_str());
        let Some(known) = self.shown.get(sheet) else {
            return Ok(());
        };
        let cells: Vec<Cell> = known
            .columns
            .iter()
            .zip(values)
            .map(|(column, value)| match (&column.part, value) {
                (Part::Reference, _) => Cell::Text(known.entity.reference(id).into()),
                (Part::Number, _) => Cell::Number(id as f64),
                (Part::Stored(field) | Part::Computed(field) | Part::Added(field), value) => {
                    cell_of(field, value, yes_no)
                }
            })
            .collect();
        write(
            &mut self.pages[sheet],
            &self.around[sheet],
            self.most,
            self.spool,
            &cells,
        )
    }

    /// Writes a row that no sheet shows, as JSON; a longer one goes on in the next, its key ending with `+`. Answers that
    /// are not to be read stand there in base 64, so that the session that goes on still has them.
    pub(super) fn technical(&mut self, table: &str, values: &Map<String, Json>) -> Result<(), ApiError> {
        let mut text = serde_json::to_string(values).unwrap_or_default();
        if table == Entity::Anomaly.table() {
            text = STANDARD.encode(text);
        }
        let parts = cut(&text, LONGEST_CELL);
        let last = parts.len().saturating_sub(1);
        let sheet = self.shown.len();
        for (place, part) in parts.into_iter().enumerate() {
            let more = if place < last { "+" } else { "" };
            let cells = [
                Cell::Text(Cow::Owned(format!("{table}{more}"))),
                Cell::Text(Cow::Borrowed(part)),
            ];
            write(
                &mut self.pages[sheet],
                &self.around[sheet],
                self.most,
                self.spool,
                &cells,
            )?;
        }
        Ok(())
    }

    /// Puts the whole together. Gives how many rows stand under the headers of the sheets that are shown.
    pub(super) fn end<W: Write + Seek>(mut self, out: W) -> Result<u64, ApiError> {
        for (pages, around) in self.pages.iter_mut().zip(&self.around) {
            if pages.is_empty() {
                pages.push(PageRows::begin((self.spool)().map_err(fault)?, around)?);
            }
        }
        let rows: Vec<Vec<u32>> = self
            .pages
            .iter()
            .map(|pages| pages.iter().map(PageRows::count).collect())
            .collect();
        let whole = shell(&self.facts, &self.shown, &rows)?;
        let mut archive = ZipArchive::new(Cursor::new(whole.bytes)).map_err(fault)?;
        let mut out = ZipWriter::new(out);
        // Each page is taken when its turn comes, and its spool is given back once it is copied.
        let mut waiting: Vec<Vec<Option<PageRows>>> = self
            .pages
            .into_iter()
            .map(|pages| pages.into_iter().map(Some).collect())
            .collect();
        for place in 0..archive.len() {
            let mut entry = archive.by_index(place).map_err(fault)?;
            let name = entry.name().map_err(fault)?.into_owned();
            let Some(Page::Rows { sheet, part }) = page_of(&name).and_then(|page| whole.pages.get(page))
            else {
                out.raw_copy_file(entry).map_err(fault)?;
                continue;
            };
            let mut xml = String::new();
            entry.read_to_string(&mut xml).map_err(fault)?;
            let after = Around::of(&xml)
                .ok_or_else(|| fault("a sheet without rows"))?
                .after;
            let page = waiting[*sheet][*part].take();
            let mut page = page.ok_or_else(|| fault("a page twice"))?.end(&after)?;
            let rows = page.by_index(0).map_err(fault)?;
            out.raw_copy_file_rename(rows, name).map_err(fault)?;
        }
        out.finish().and_then(|mut out| Ok(out.flush()?)).map_err(fault)?;
        let shown = rows.iter().take(self.shown.len()).flatten();
        Ok(shown.copied().map(u64::from).sum())
    }
}

/// Writes a row in the last page, or in a new one when it is full.
fn write(
    pages: &mut Vec<PageRows>,
    around: &Around,
    most: u32,
    spool: &mut dyn FnMut() -> std::io::Result<Box<dyn Spool>>,
    cells: &[Cell],
) -> Result<(), ApiError> {
    let page = match pages.last_mut() {
        Some(page) if page.count() < most => page,
        _ => {
            pages.push(PageRows::begin(spool().map_err(fault)?, around)?);
            let last = pages.len() - 1;
            &mut pages[last]
        }
    };
    page.write(around, cells)
}

/// The part of the file that holds a page, by its place.
fn part_of(page: usize) -> String {
    format!("xl/worksheets/sheet{}.xml", page + 1)
}

/// `xl/worksheets/sheet3.xml` is the third page: 2.
fn page_of(name: &str) -> Option<usize> {
    let number = name.strip_prefix("xl/worksheets/sheet")?.strip_suffix(".xml")?;
    number.parse::<usize>().ok()?.checked_sub(1)
}

/// Cuts a text in parts of at most so many UTF-16 units, between two characters.
fn cut(text: &str, longest: usize) -> Vec<&str> {
    if text.len() <= longest {
        return vec![text];
    }
    let mut parts = Vec::new();
    let (mut from, mut units) = (0, 0);
    for (at, letter) in text.char_indices() {
        if units + letter.len_utf16() > longest {
            parts.push(&text[from..at]);
            (from, units) = (at, 0);
        }
        units += letter.len_utf16();
    }
    parts.push(&text[from..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::excel::packed::Packed;
    use crate::excel::read_workbook;
    use crate::excel::view::WorkbookKind;
    use crate::school::{Record, generate};
    use jiff::civil::date;

    /// A base in pages of so many rows, and its records as they were generated.
    fn in_pages(most: u32) -> (Vec<u8>, Vec<Record>) {
        let day = date(2026, 11, 23);
        let facts = Facts::new(WorkbookKind::Base, day, "5".to_owned(), day.at(8, 0, 0, 0));
        let mut spool = || Ok(Box::new(Cursor::new(Vec::new())) as Box<dyn Spool>);
        let mut book = Book::begin(facts, sheets().all.clone(), &mut spool).unwrap();
        book.most = most;
        let mut made = Vec::new();
        generate::<ApiError>(5, day, 40, &mut |record| {
            made.push(record);
            Ok(())
        })
        .unwrap();
        for record in &made {
            let value = |key: &str| {
                record
                    .values
                    .iter()
                    .find(|(known, _)| *known == key)
                    .map(|known| &known.1)
            };
            let place = book.shown.iter().position(|sheet| {
                let is_shown = sheet
                    .columns
                    .iter()
                    .any(|column| matches!(column.part, Part::Stored(field) if field.key == "first_name"));
                let is_person = value("kind").and_then(Value::text) == Some("person");
                sheet.entity == record.entity && (record.entity != Entity::Customer || is_shown == is_person)
            });
            let Some(place) = place else {
                let json = |value: &Value| serde_json::to_value(value).unwrap();
                let mut row: Map<String, Json> = record
                    .values
                    .iter()
                    .map(|(key, value)| ((*key).to_owned(), json(value)))
                    .collect();
                row.insert("id".to_owned(), record.id.into());
                book.technical(record.entity.table(), &row).unwrap();
                continue;
            };
            let columns = book.shown[place].columns.clone();
            let values: Vec<Value> = columns
                .iter()
                .map(|column| match column.part {
                    Part::Stored(field) => value(field.key).cloned().unwrap_or_default(),
                    _ => Value::Empty,
                })
                .collect();
            book.row(place, record.id, values.iter()).unwrap();
        }
        let mut bytes = Vec::new();
        book.end(Cursor::new(&mut bytes)).unwrap();
        (bytes, made)
    }

    #[test]
    fn a_sheet_that_is_full_goes_on_in_another_and_all_of_it_is_read() {
        let (whole, made) = in_pages(MOST_ROWS - 1);
        let (cut, _) = in_pages(7);
        let names = |bytes: &[u8]| ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap().len();
        assert!(names(&cut) > names(&whole) + 30);
        let (whole, cut) = (read_workbook(&whole).unwrap(), read_workbook(&cut).unwrap());
        assert!(
            whole.records == cut.records && cut.warnings.is_empty(),
            "{:?}",
            cut.warnings
        );
        assert_eq!(cut.records.len(), made.len());
        let mut read: Vec<Record> = cut.records.iter().map(Packed::record).collect();
        let mut made = made;
        let order = |record: &Record| (record.entity as u8, record.id);
        read.sort_by_key(order);
        made.sort_by_key(order);
        for (read, made) in read.iter().zip(&made) {
            assert_eq!((read.entity, read.id), (made.entity, made.id));
        }
    }

    #[test]
    fn a_text_is_cut_between_two_characters() {
        assert_eq!(cut("abcdef", 3), ["abc", "def"]);
        assert_eq!(cut("a\u{1f600}b\u{1f600}", 3), ["a\u{1f600}", "b\u{1f600}"]);
        assert_eq!(cut("", 3), [""]);
    }
}
