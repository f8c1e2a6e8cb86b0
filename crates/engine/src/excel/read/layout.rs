//! Where each column of a sheet stands in this file, whatever the order in which a person left them.

use super::declared::Declared;
use super::grid::{Found, cell_name};
use super::problems::{Problems, of_file};
use crate::error::{FileProblem, FileProblemCode as Code};
use crate::excel::sheets::{Part, Sheet, sheets};
use crate::fields::Field;
use crate::values::fold;
use std::collections::{BTreeMap, HashSet};

/// What a column of the file holds.
#[derive(Clone, Copy)]
pub(super) enum Slot {
    Reference,
    Number,
    /// A field, and its place among those that the entity stores.
    Field(&'static Field, usize),
    /// A field that the file says was added.
    Added(&'static Field),
}

/// The columns of one sheet of the file.
pub(super) struct Layout {
    /// Its name as the file writes it.
    pub(super) sheet: String,
    slots: BTreeMap<u32, (Slot, String)>,
}

impl Layout {
    /// Reads the headers; says which are missing, written twice or unknown. `declared`: fields that the file says were added.
    pub(super) fn of(
        name: &str,
        sheet: &Sheet,
        headers: &[(u32, Found)],
        declared: &Declared,
        problems: &mut Problems,
    ) -> Self {
        let mut layout = Self {
            sheet: name.to_owned(),
            slots: BTreeMap::new(),
        };
        let mut met = HashSet::new();
        for (place, found) in headers {
            let header = super::cell::shown(found);
            let folded = fold(&header);
            let at = |code| FileProblem {
                sheet: Some(name.to_owned()),
                cell: Some(cell_name(*place, 1)),
                header: Some(header.clone()),
                ..of_file(code)
            };
            let known = sheet.columns.iter().find(|column| fold(&column.header) == folded);
            let slot = match known.map(|column| &column.part) {
                Some(Part::Reference) => Slot::Reference,
                Some(Part::Number) => Slot::Number,
                Some(Part::Stored(field)) => Slot::Field(field, place_of(sheet, field)),
                Some(Part::Computed(_) | Part::Added(_)) => continue,
                None => match declared.field(sheet.entity, &folded) {
                    Some(field) => Slot::Added(field),
                    None => {
                        if !sheets().words.is_computed(&header) {
                            problems.warn(FileProblem {
                                expected: declared.how(sheet.entity),
                                ..at(Code::UnknownColumn)
                            });
                        }
                        continue;
                    }
                },
            };
            if met.insert(folded) {
                layout.slots.insert(*place, (slot, header));
            } else {
                problems.add(at(Code::DuplicateColumn));
            }
        }
        for column in &sheet.columns {
            let is_read = matches!(column.part, Part::Reference | Part::Stored(_)) && !column.optional;
            if is_read && !met.contains(&fold(&column.header)) {
                problems.add(FileProblem {
                    sheet: Some(name.to_owned()),
                    header: Some(column.header.clone()),
                    ..of_file(Code::MissingColumn)
                });
            }
        }
        layout
    }

    pub(super) fn slot(&self, column: u32) -> Option<Slot> {
        self.slots.get(&column).map(|(slot, _)| *slot)
    }

    /// A problem in a row, in the column of a field.
    pub(super) fn at_field(&self, code: Code, row: u32, field: &str) -> FileProblem {
        let column = self
            .slots
            .iter()
            .find(|(_, (slot, _))| matches!(slot, Slot::Field(known, _) if known.key == field));
        self.at(code, row, column.map(|(place, _)| *place))
    }

    /// A problem in a row, in the column of its own reference.
    pub(super) fn at_reference(&self, code: Code, row: u32) -> FileProblem {
        let column = self
            .slots
            .iter()
            .find(|(_, (slot, _))| matches!(slot, Slot::Reference));
        self.at(code, row, column.map(|(place, _)| *place))
    }

    /// A problem in a cell.
    pub(super) fn at(&self, code: Code, row: u32, column: Option<u32>) -> FileProblem {
        FileProblem {
            sheet: Some(self.sheet.clone()),
            cell: Some(cell_name(column.unwrap_or(0), row)),
            header: column
                .and_then(|place| self.slots.get(&place))
                .map(|(_, header)| header.clone()),
            ..of_file(code)
        }
    }
}

/// Its place among the fields that the entity stores, in the order of the catalogue.
fn place_of(sheet: &Sheet, field: &Field) -> usize {
    sheet
        .entity
        .fields()
        .stored()
        .position(|known| known.key == field.key)
        .unwrap_or_default()
}
