//! A workbook without its rows: pages, headers, formats, widths, lists of choices.

use super::readme::{Facts, write_readme};
use super::sheets::{Column, Part, Sheet, name_of_part, sheets};
use super::stream::fault;
use super::styles::Styles;
use crate::content;
use crate::error::ApiError;
use crate::fields::{Choices, Entity, Field};
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Formula, Workbook, Worksheet, XlsxError,
};
use std::collections::BTreeMap;

/// Rows of a sheet of Excel, the header among them.
pub(super) const MOST_ROWS: u32 = 1_048_576;
/// Characters of a list of choices beyond which it stands in a sheet of its own.
const LONGEST_LIST: usize = 250;

/// A shell and, for each of its pages, whose rows go there.
pub(super) struct Shell {
    pub(super) bytes: Vec<u8>,
    pub(super) pages: Vec<Page>,
}

/// Whose rows go in a page.
#[derive(Clone, Copy)]
pub(super) enum Page {
    /// Nobody's: it is whole.
    Whole,
    /// Those of a sheet by its place, and which of its pages it is; the sheet after the last is the technical one.
    Rows { sheet: usize, part: usize },
}

struct Making {
    book: Workbook,
    styles: Styles,
    /// Lists too long for a validation, by name of the list: their column in the sheet of lists.
    lists: BTreeMap<String, (u16, Vec<String>)>,
    pages: Vec<Page>,
}

/// Makes a shell: for each sheet, and the technical one after them, the rows of each of its pages.
pub(super) fn shell(facts: &Facts, shown: &[Sheet], rows: &[Vec<u32>]) -> Result<Shell, ApiError> {
    let mut book = Workbook::new();
    let year = u16::try_from(facts.day.year()).unwrap_or(1900);
    let (month, day) = (facts.day.month().unsigned_abs(), facts.day.day().unsigned_abs());
    let properties = DocProperties::new()
        .set_title(content::brand_name())
        .set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day).map_err(fault)?);
    book.set_properties(&properties);
    let mut making = Making {
        book,
        styles: Styles::new(),
        lists: BTreeMap::new(),
        pages: Vec::new(),
    };
    making.fill(facts, shown, rows).map_err(fault)?;
    Ok(Shell {
        bytes: making.book.save_to_buffer().map_err(fault)?,
        pages: making.pages,
    })
}

impl Making {
    fn fill(&mut self, facts: &Facts, shown: &[Sheet], rows: &[Vec<u32>]) -> Result<(), XlsxError> {
        self.pages.push(Page::Whole);
        let first = self.book.add_worksheet();
        first.set_name(&sheets().words.readme)?;
        let sums = rows
            .iter()
            .map(|pages| pages.iter().copied().map(u64::from).sum());
        let counts: Vec<(&Sheet, u64)> = shown.iter().zip(sums).collect();
        write_readme(first, &self.styles, facts, &counts)?;
        for (place, sheet) in shown.iter().enumerate() {
            for (part, count) in rows.get(place).into_iter().flatten().enumerate() {
                let page = self.page(sheet, part, *count)?;
                self.add(page, place, part);
            }
        }
        self.add_lists()?;
        for part in 0..rows.get(shown.len()).map_or(0, Vec::len) {
            let page = self.technical(part)?;
            self.add(page, shown.len(), part);
        }
        Ok(())
    }

    fn add(&mut self, page: Worksheet, sheet: usize, part: usize) {
        self.book.push_worksheet(page);
        self.pages.push(Page::Rows { sheet, part });
    }

    /// A page with its headers, formats, widths and lists of choices.
    fn page(&mut self, sheet: &Sheet, part: usize, count: u32) -> Result<Worksheet, XlsxError> {
        let mut page = Worksheet::new();
        page.set_name(name_of_part(&sheet.name, part + 1))?;
        for (place, column) in (0_u16..).zip(&sheet.columns) {
            let computed = matches!(column.part, Part::Computed(_));
            let field = field_of(column);
            page.write_string_with_format(0, place, &column.header, self.styles.header(computed))?;
            let style = self.styles.of(field, computed);
            page.set_column_format(place, &style)?;
            // The row that shows the styles to who writes the rows.
            page.write_blank(1, place, &style)?;
            let width = field.map_or(90, |field| field.width.max(80));
            page.set_column_width_pixels(place, u32::from(width))?;
            if matches!(column.part, Part::Number) {
                page.set_column_hidden(place)?;
            }
            if let (Some(field), false) = (field, computed) {
                self.choices(&mut page, place, sheet.entity, field)?;
            }
        }
        page.set_freeze_panes(1, 0)?;
        let right = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(0);
        page.autofilter(0, 0, count.clamp(1, MOST_ROWS - 1), right)?;
        Ok(page)
    }

    fn choices(
        &mut self,
        page: &mut Worksheet,
        place: u16,
        entity: Entity,
        field: &Field,
    ) -> Result<(), XlsxError> {
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
            rule.allow_list_strings(&labels)?
        } else {
            let column = u16::try_from(self.lists.len()).unwrap_or(0);
            let (column, labels) = self.lists.entry(name).or_insert((column, labels));
            let letter = rust_xlsxwriter::utility::column_number_to_name(*column);
            let list = &sheets().words.lists;
            rule.allow_list_formula(Formula::new(format!(
                "='{list}'!${letter}$1:${letter}${}",
                labels.len()
            )))
        };
        page.add_data_validation(1, place, MOST_ROWS - 1, place, &rule.show_error_message(strict))?;
        Ok(())
    }

    fn add_lists(&mut self) -> Result<(), XlsxError> {
        self.pages.push(Page::Whole);
        let page = self.book.add_worksheet();
        page.set_name(&sheets().words.lists)?;
        page.set_hidden(true);
        for (column, labels) in self.lists.values() {
            for (row, label) in (0_u32..).zip(labels) {
                page.write_string(row, *column, label)?;
            }
        }
        Ok(())
    }

    /// A page that no person reads.
    fn technical(&mut self, part: usize) -> Result<Worksheet, XlsxError> {
        let mut page = Worksheet::new();
        let words = &sheets().words;
        page.set_name(name_of_part(&words.technical, part + 1))?;
        page.set_hidden(true);
        let style = self.styles.of(None, false);
        for (place, header) in (0_u16..).zip(&words.technical_headers) {
            page.write_string(0, place, header)?;
            page.write_blank(1, place, &style)?;
        }
        Ok(page)
    }
}

fn field_of(column: &Column) -> Option<&'static Field> {
    match column.part {
        Part::Stored(field) | Part::Computed(field) | Part::Added(field) => Some(field),
        Part::Reference | Part::Number => None,
    }
}
