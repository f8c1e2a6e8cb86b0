//! The rows of some sheets as texts, whatever they hold: for verbs that compare what is written, faults included.

use super::grid::{self, Found, each_row};
use super::problems::{of_file, refusal};
use super::{cell, container, foreign};
use crate::error::{ApiError, FileProblem, FileProblemCode as Code};
use crate::excel::cells::day_of_serial;
use crate::excel::sheets::{Part, Sheet, sheets};
use crate::fields::{Applies, Choices, Entity, Field, Kind};
use crate::values::{fold, parse_date};
use std::collections::{BTreeMap, HashMap};

/// A row of a sheet, as written.
#[derive(Debug)]
pub(crate) struct LooseRow {
    pub(crate) entity: Entity,
    /// It stands in the sheet of companies.
    pub(crate) company: bool,
    /// Its own reference; the place of the row where it has none.
    pub(crate) reference: String,
    /// What stands under each field, by key: days year first, codes of closed choices.
    pub(crate) values: BTreeMap<&'static str, String>,
}

/// Reads the rows of some entities; a sheet or a column that is not there is left out. A workbook without any of our sheets is
/// read by its headers, wherever and however they are written.
///
/// # Errors
/// `BadWorkbook` when the file is no workbook, or names no customer.
pub(crate) fn loose_rows(bytes: &[u8], entities: &[Entity]) -> Result<Vec<LooseRow>, ApiError> {
    let refused = |code| refusal(of_file(code));
    container::inspect(bytes).map_err(refused)?;
    let mut book = grid::open(bytes).map_err(refused)?;
    let names = grid::names(&book);
    let mut rows = Vec::new();
    let mut has_customers = false;
    for sheet in sheets()
        .all
        .iter()
        .filter(|sheet| entities.contains(&sheet.entity))
    {
        for name in names.iter().filter(|name| sheet.part_named(name).is_some()) {
            has_customers |= sheet.entity == Entity::Customer;
            let mut columns = HashMap::new();
            each_row(&mut book, name, &mut |row, cells| {
                if row == 1 {
                    columns = columns_of(sheet, cells);
                } else {
                    rows.push(loose_row(sheet, name, row, cells, &columns));
                }
            })
            .map_err(refused)?;
        }
    }
    if has_customers {
        return Ok(rows);
    }
    let foreign = foreign::customers(&mut book).map_err(refused)?;
    if !foreign.is_empty() {
        return Ok(foreign);
    }
    let customers = sheets().all.iter().find(|sheet| sheet.entity == Entity::Customer);
    Err(refusal(FileProblem {
        sheet: customers.map(|sheet| sheet.name.clone()),
        ..of_file(Code::MissingSheet)
    }))
}

/// What each column holds: the reference (none) or a field.
type Columns = HashMap<u32, Option<&'static Field>>;

fn columns_of(sheet: &Sheet, headers: &[(u32, Found)]) -> Columns {
    let mut columns = HashMap::new();
    for (place, found) in headers {
        let header = fold(&cell::shown(found));
        match sheet
            .columns
            .iter()
            .find(|column| fold(&column.header) == header)
            .map(|column| &column.part)
        {
            Some(Part::Reference) => drop(columns.insert(*place, None)),
            Some(Part::Stored(field)) => drop(columns.insert(*place, Some(*field))),
            _ => {}
        }
    }
    columns
}

fn loose_row(sheet: &Sheet, name: &str, row: u32, cells: &[(u32, Found)], columns: &Columns) -> LooseRow {
    let mut read = LooseRow {
        entity: sheet.entity,
        company: matches!(sheet.face, Applies::Company),
        reference: format!("{name} {row}"),
        values: BTreeMap::new(),
    };
    for (place, found) in cells {
        match columns.get(place) {
            Some(None) => read.reference = cell::shown(found).trim().to_uppercase(),
            Some(Some(field)) => drop(read.values.insert(field.key, text_of(field, found))),
            None => {}
        }
    }
    read
}

/// What a cell says of a field.
pub(super) fn text_of(field: &Field, found: &Found) -> String {
    let day = |serial: f64| day_of_serial(serial).map(|day| day.to_string());
    let text = match (field.kind, found) {
        (Kind::Date | Kind::DateTime, Found::Number(serial) | Found::Moment(serial)) => day(*serial),
        (Kind::Date, Found::Text(text)) => Some(year_first(text)),
        // A spreadsheet takes the zero in front away.
        (Kind::Phone, Found::Number(number)) if *number < 1e9 => Some(format!("0{number:.0}")),
        (Kind::Postcode, Found::Number(number)) => Some(format!("{number:05.0}")),
        (Kind::Choice, Found::Text(text)) => code_of(field, text),
        (_, Found::Text(text)) => Some(text.trim().to_owned()),
        _ => None,
    };
    text.unwrap_or_else(|| cell::shown(found).trim().to_owned())
}

/// The code of a closed choice; none for a word that is no choice.
fn code_of(field: &Field, text: &str) -> Option<String> {
    let Choices::Closed(choices) = field.choices else {
        return None;
    };
    let known = choices.iter().find(|(_, label)| fold(label) == fold(text));
    known.map(|(code, _)| (*code).to_owned())
}

/// A day written in the French order, even one that no calendar has.
fn year_first(text: &str) -> String {
    if let Some(day) = parse_date(text) {
        return day.to_string();
    }
    let parts: Vec<&str> = text.trim().split(['/', '.', '-']).collect();
    match parts[..] {
        [day, month, year] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => text.trim().to_owned(),
    }
}
