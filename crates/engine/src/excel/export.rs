//! Making a workbook: a first sheet to read, a sheet for each entity, lists for the choices, what nobody reads at the end.

use super::cells::{Cell, cell_of, serial_of_moment};
use super::readme::{Facts, write_readme};
use super::rows;
use super::sheets::{Column, FORMAT, Part, Sheet, sheets};
use super::stream::{SheetRows, filled};
use super::styles::Styles;
use super::view::{ExportAsked, Exported, WorkbookKind};
use crate::content;
use crate::error::ApiError;
use crate::fields::{Choices, Entity, Field};
use crate::files::FileMade;
use crate::reader::Reader;
use crate::values::Value;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Formula, Workbook, Worksheet, XlsxError,
};
use std::collections::BTreeMap;

/// Rows of a sheet of Excel, the header among them.
const MOST_ROWS: u32 = 1_048_576;
/// Characters that a cell may hold; kept below what Excel allows.
const LONGEST_CELL: usize = 32_000;
/// Characters of a list of choices beyond which it stands in a sheet of its own.
const LONGEST_LIST: usize = 250;
/// Rows between two words about how far it is.
const STEP: u64 = 2_000;

/// Makes a workbook of the sandbox and leaves it beside the answer.
pub(crate) fn export(reader: &Reader, input: ExportAsked) -> Result<Exported, ApiError> {
    let mut writer = WorkbookWriter::new(reader)?;
    let shown = sheets()
        .all
        .iter()
        .filter(|sheet| sheet.entity != Entity::Anomaly || input.anomalies);
    let mut counts = Vec::new();
    for sheet in shown {
        let count = rows::count(reader, sheet)?;
        writer.total += count;
        counts.push((sheet, count));
    }
    writer.readme(input.kind, &counts)?;
    for (sheet, count) in &counts {
        writer.sheet(sheet, *count)?;
    }
    writer.lists()?;
    writer.technical()?;
    let rows = writer.total;
    let bytes = writer.finish(!input.anomalies)?;
    let day = reader.today();
    let name = match input.kind {
        WorkbookKind::Session => format!("simulateur-crm-{day}.xlsx"),
        WorkbookKind::Base => format!("base-ecole-{day}.xlsx"),
    };
    let weight = bytes.len() as u64;
    reader.files.leave(FileMade {
        name: name.clone(),
        bytes,
    });
    Ok(Exported {
        name,
        bytes: weight,
        rows,
    })
}

struct WorkbookWriter<'a> {
    reader: &'a Reader<'a>,
    book: Workbook,
    styles: Styles,
    /// Lists too long for a validation, by name of the list: their column in the sheet of lists.
    lists: BTreeMap<String, (u16, Vec<String>)>,
    /// What goes in each page of the book, in their order.
    pages: Vec<Page>,
    total: u64,
}

/// What goes in a page once the shell is made.
enum Page {
    /// Nothing: it is written already.
    Whole,
    /// The rows of a sheet, from one of them on.
    Rows {
        sheet: Sheet,
        from: u64,
        count: u64,
    },
    Technical,
}

impl<'a> WorkbookWriter<'a> {
    fn new(reader: &'a Reader<'a>) -> Result<Self, ApiError> {
        let mut book = Workbook::new();
        let day = reader.today();
        let year = u16::try_from(day.year()).unwrap_or(1900);
        let at = ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs());
        let properties = DocProperties::new()
            .set_title(content::brand_name())
            .set_creation_datetime(&at.map_err(broken)?);
        book.set_properties(&properties);
        Ok(Self {
            reader,
            book,
            styles: Styles::new(),
            lists: BTreeMap::new(),
            pages: Vec::new(),
            total: 0,
        })
    }

    fn readme(&mut self, kind: WorkbookKind, counts: &[(&Sheet, u64)]) -> Result<(), ApiError> {
        let facts = Facts::of(self.reader, kind, FORMAT)?;
        self.pages.push(Page::Whole);
        let sheet = self.book.add_worksheet();
        sheet.set_name(&sheets().words.readme).map_err(broken)?;
        write_readme(sheet, &self.styles, &facts, counts).map_err(broken)
    }

    /// The pages of a sheet without their rows: one, or more when Excel cannot hold it in one.
    fn sheet(&mut self, sheet: &Sheet, count: u64) -> Result<(), ApiError> {
        let columns = self.with_added(sheet)?;
        let most = u64::from(MOST_ROWS - 1);
        for part in 0..count.div_ceil(most).max(1) {
            let from = part * most;
            let count = (count - from).min(most);
            let number = usize::try_from(part + 1).unwrap_or(usize::MAX);
            let page = self.begin(sheet, &columns, number, count)?;
            self.book.push_worksheet(page);
            self.pages.push(Page::Rows {
                sheet: Sheet {
                    name: sheet.name.clone(),
                    entity: sheet.entity,
                    face: sheet.face,
                    optional: sheet.optional,
                    columns: columns.clone(),
                },
                from,
                count,
            });
        }
        Ok(())
    }

    /// The columns of a sheet and, at the right, those of the fields that somebody added to its entity.
    fn with_added(&self, sheet: &Sheet) -> Result<Vec<Column>, ApiError> {
        let mut columns = sheet.columns.clone();
        columns.extend(self.reader.fields(sheet.entity)?.added().map(Column::added));
        Ok(columns)
    }

    /// A page with its headers, formats, widths and lists of choices.
    fn begin(
        &mut self,
        sheet: &Sheet,
        columns: &[Column],
        part: usize,
        count: u64,
    ) -> Result<Worksheet, ApiError> {
        let mut page = Worksheet::new();
        page.set_name(sheet.name_of_part(part)).map_err(broken)?;
        for (place, column) in (0_u16..).zip(columns) {
            let computed = matches!(column.part, Part::Computed(_));
            let field = field_of(column);
            page.write_string_with_format(0, place, &column.header, self.styles.header(computed))
                .map_err(broken)?;
            let style = self.styles.of(field, computed);
            page.set_column_format(place, &style).map_err(broken)?;
            // The row that shows the styles to who writes the rows.
            page.write_blank(1, place, &style).map_err(broken)?;
            let width = field.map_or(90, |field| field.width.max(80));
            page.set_column_width_pixels(place, u32::from(width))
                .map_err(broken)?;
            if matches!(column.part, Part::Number) {
                page.set_column_hidden(place).map_err(broken)?;
            }
            if let (Some(field), false) = (field, computed) {
                self.choices(&mut page, place, sheet.entity, field)?;
            }
        }
        page.set_freeze_panes(1, 0).map_err(broken)?;
        let last = u32::try_from(count).unwrap_or(u32::MAX).clamp(1, MOST_ROWS - 1);
        let right = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(0);
        page.autofilter(0, 0, last, right).map_err(broken)?;
        Ok(page)
    }

    fn choices(
        &mut self,
        page: &mut Worksheet,
        place: u16,
        entity: Entity,
        field: &Field,
    ) -> Result<(), ApiError> {
        let (name, labels, strict): (String, Vec<String>, bool) = match field.choices {
            Choices::None => return Ok(()),
            Choices::Closed(choices) => (
                format!("{} {}", entity.table(), field.key),
                choices.iter().map(|(_, label)| (*label).to_owned()).collect(),
                true,
            ),
            Choices::Open(list) => (list.to_owned(), content::choices(list).to_vec(), false),
        };
        if labels.is_empty() {
            return Ok(());
        }
        let length: usize = labels.iter().map(|label| label.chars().count() + 1).sum();
        let rule = DataValidation::new();
        let rule = if length <= LONGEST_LIST && !labels.iter().any(|label| label.contains([',', '"'])) {
            rule.allow_list_strings(&labels).map_err(broken)?
        } else {
            let column = u16::try_from(self.lists.len()).unwrap_or(0);
            let (column, labels) = self.lists.entry(name).or_insert((column, labels));
            let letter = column_letter(*column);
            let list = &sheets().words.lists;
            rule.allow_list_formula(Formula::new(format!(
                "='{list}'!${letter}$1:${letter}${}",
                labels.len()
            )))
        };
        page.add_data_validation(1, place, MOST_ROWS - 1, place, &rule.show_error_message(strict))
            .map_err(broken)?;
        Ok(())
    }

    fn lists(&mut self) -> Result<(), ApiError> {
        self.pages.push(Page::Whole);
        let page = self.book.add_worksheet();
        page.set_name(&sheets().words.lists).map_err(broken)?;
        page.set_hidden(true);
        for (column, labels) in self.lists.values() {
            for (row, label) in (0_u32..).zip(labels) {
                page.write_string(row, *column, label).map_err(broken)?;
            }
        }
        Ok(())
    }

    /// The last page, without its rows.
    fn technical(&mut self) -> Result<(), ApiError> {
        let mut page = Worksheet::new();
        let words = &sheets().words;
        page.set_name(&words.technical).map_err(broken)?;
        page.set_hidden(true);
        let style = self.styles.of(None, false);
        for (place, header) in (0_u16..).zip(&words.technical_headers) {
            page.write_string(0, place, header).map_err(broken)?;
            page.write_blank(1, place, &style).map_err(broken)?;
        }
        self.book.push_worksheet(page);
        self.pages.push(Page::Technical);
        Ok(())
    }

    /// The whole file. `anomalies`: answers are hidden in the last page.
    fn finish(mut self, anomalies: bool) -> Result<Vec<u8>, ApiError> {
        let shell = self.book.save_to_buffer().map_err(broken)?;
        drop(self.book);
        let rows_of: Vec<Option<u64>> = self
            .pages
            .iter()
            .map(|page| match page {
                Page::Whole => None,
                Page::Rows { count, .. } => Some(*count),
                Page::Technical => Some(0),
            })
            .collect();
        let (reader, total, mut done) = (self.reader, self.total, 0_u64);
        filled(&shell, &rows_of, |place, out| match self.pages.get(place) {
            Some(Page::Rows { sheet, from, count }) => {
                write_rows(reader, sheet, (*from, *count), out, &mut || {
                    done += 1;
                    if done.is_multiple_of(STEP) {
                        reader.files.progress(done, total);
                    }
                })
            }
            Some(Page::Technical) => write_technical(reader, anomalies, out),
            _ => Ok(()),
        })
    }
}

/// The rows of a sheet, from one of them on.
fn write_rows(
    reader: &Reader,
    sheet: &Sheet,
    (from, count): (u64, u64),
    out: &mut SheetRows,
    step: &mut dyn FnMut(),
) -> Result<(), ApiError> {
    let words = &sheets().words;
    let yes_no = (words.yes.as_str(), words.no.as_str());
    let mut cells = Vec::with_capacity(sheet.columns.len());
    rows::each(reader, sheet, (from, count), &mut |_, values| {
        cells.clear();
        for (column, value) in sheet.columns.iter().zip(values) {
            cells.push(match (&column.part, value) {
                (Part::Reference, Value::Int(id)) => Cell::Text(sheet.entity.reference(*id)),
                (Part::Number, Value::Int(id)) => Cell::Number(*id as f64),
                (Part::Stored(field) | Part::Computed(field) | Part::Added(field), value) => {
                    cell_of(field, value, yes_no)
                }
                _ => Cell::Empty,
            });
        }
        step();
        out.write(&cells)
    })
}

/// One row of JSON for each row that no sheet shows; a longer one goes on in the next, its key ending with `+`. Answers that
/// are not to be read stand there in base 64, so that the session that goes on still has them.
fn write_technical(reader: &Reader, anomalies: bool, out: &mut SheetRows) -> Result<(), ApiError> {
    rows::each_technical(reader, anomalies, &mut |table, values| {
        let mut text = serde_json::to_string(values).unwrap_or_default();
        if table == Entity::Anomaly.table() {
            text = STANDARD.encode(text);
        }
        let parts = cut(&text, LONGEST_CELL);
        let last = parts.len().saturating_sub(1);
        for (place, part) in parts.into_iter().enumerate() {
            let more = if place < last { "+" } else { "" };
            out.write(&[Cell::Text(format!("{table}{more}")), Cell::Text(part.to_owned())])?;
        }
        Ok(())
    })
}

fn field_of(column: &Column) -> Option<&'static Field> {
    match column.part {
        Part::Stored(field) | Part::Computed(field) | Part::Added(field) => Some(field),
        Part::Reference | Part::Number => None,
    }
}

/// Cuts a text in parts of at most so many UTF-16 units, between two characters.
fn cut(text: &str, longest: usize) -> Vec<&str> {
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

fn column_letter(column: u16) -> String {
    rust_xlsxwriter::utility::column_number_to_name(column)
}

/// What the writer of workbooks refuses is a fault of ours.
pub(super) fn broken(error: XlsxError) -> ApiError {
    ApiError::Internal {
        detail: error.to_string(),
    }
}

/// The moment of the export, as it stands in the first sheet.
pub(super) fn exported_at(reader: &Reader) -> f64 {
    serial_of_moment(reader.calendar).unwrap_or_default()
}
